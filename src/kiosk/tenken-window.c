/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tenken-dialogs.h"
#include "tenken-done-page.h"
#include "tenken-exit-page.h"
#include "tenken-focus.h"
#include "tenken-language.h"
#include "tenken-overview-page.h"
#include "tenken-sign-in-page.h"
#include "tenken-waiting-page.h"
#include "tenken-welcome-page.h"
#include "tenken-window-private.h"

enum {
  SIGNAL_SIGNED_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenWindow, tenken_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- pages --- */

static GtkWidget *
get_page (TenkenWindow *self)
{
  return adw_bin_get_child (gtk_widget_get_visible (GTK_WIDGET (self->desk_place)) ? self->desk_place : self->pages);
}

gboolean
tenken_window_is_showing (TenkenWindow *self,
                          GType type)
{
  GtkWidget *page = get_page (self);

  return page != NULL && G_TYPE_CHECK_INSTANCE_TYPE (page, type);
}

void
tenken_window_update (TenkenWindow *self)
{
  gboolean open = self->round != NULL, closed = open && tenken_round_is_closed (self->round);
  const char *name = self->session != NULL ? tnk_person_get_name (tnk_session_get_person (self->session)) : "";
  gboolean ready = tenken_reception_get_welcome (self->reception) != NULL;
  gboolean is_own = self->session != NULL && tnk_session_get_rights (self->session) == TNK_RIGHTS_OWN;
  gboolean at_desk = tenken_window_is_showing (self, TENKEN_TYPE_DESK_VIEW);
  gboolean done = tenken_window_is_showing (self, TENKEN_TYPE_DONE_PAGE), over = tenken_window_is_showing (self, TENKEN_TYPE_OVERVIEW_PAGE);
  const char *const needing_a_round[] = {"win.overview", "win.question", "win.list", "win.check", "win.result"};

  gtk_label_set_text (self->title, open ? tnk_campaign_get_title (tenken_round_get_campaign (self->round)) : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), gtk_label_get_text (self->title));
  gtk_label_set_text (self->person, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->person), name);
  gtk_widget_set_visible (GTK_WIDGET (self->person), self->session != NULL);
  gtk_widget_set_visible (self->leave, self->session != NULL);
  gtk_widget_set_visible (self->overview, open && !over && !done);
  gtk_widget_set_visible (self->to_desk, self->desk != NULL);
  gtk_button_set_label (GTK_BUTTON (self->to_desk), is_own ? _ ("Applications") : _ ("To the desk"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.desk", self->desk != NULL);
  /* The desk has a header of its own. */
  gtk_widget_set_visible (self->header, !at_desk && (!self->kiosk || self->session != NULL));
  for (guint i = 0; i < G_N_ELEMENTS (needing_a_round); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), needing_a_round[i], open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.submit", open && !closed && !self->submitting);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.receipt", open && closed && !self->kiosk);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.leave", self->session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.sign-out", self->session != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.start", self->session == NULL && ready);
}

/* Only the page that is shown exists, so that nothing of an earlier one can come back; but for the desk, which stays where it is:
 * GTK 4.8 warns where a screen reader asked about a part of it while it was out of the window. The earlier page goes first: the page
 * says for itself where the focus is to be. */
void
tenken_window_show_page (TenkenWindow *self,
                         GtkWidget *page)
{
  gboolean desk = page == GTK_WIDGET (self->desk);

  gtk_widget_set_visible (GTK_WIDGET (self->desk_place), FALSE);
  adw_bin_set_child (self->pages, desk ? NULL : page);
  gtk_widget_set_visible (GTK_WIDGET (self->pages), !desk);
  if (desk && adw_bin_get_child (self->desk_place) == NULL)
    adw_bin_set_child (self->desk_place, page);
  gtk_widget_set_visible (GTK_WIDGET (self->desk_place), desk);
  tenken_window_update (self);
}

void
tenken_window_say (GtkWindow *window,
                   const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (TENKEN_WINDOW (window)->toasts, adw_toast_new (escaped));
}

/* --- the welcome --- */

static void
fill_welcome (TenkenWindow *self)
{
  GtkWidget *page = get_page (self);
  TnkWelcome *welcome = tenken_reception_get_welcome (self->reception);
  const char *trouble = tenken_reception_get_trouble (self->reception);

  tenken_window_update (self);
  if (!tenken_window_is_showing (self, TENKEN_TYPE_WELCOME_PAGE))
    return;
  if (trouble != NULL)
    tenken_welcome_page_show_trouble (TENKEN_WELCOME_PAGE (page), trouble);
  else if (welcome != NULL) {
    tenken_welcome_page_show (TENKEN_WELCOME_PAGE (page), welcome);
    tenken_welcome_page_set_n_questions (TENKEN_WELCOME_PAGE (page), tenken_reception_get_n_questions (self->reception));
  }
}

static void
show_welcome (TenkenWindow *self)
{
  tenken_idle_stop (self->idle);
  tenken_window_show_page (self, tenken_welcome_page_new (self->settings, !self->kiosk));
  fill_welcome (self);
}

/* --- signing in and out --- */

static void
watch_idle (TenkenWindow *self)
{
  /* On a desk of one's own the screen lock does this. */
  if (self->kiosk)
    tenken_idle_start (self->idle, g_settings_get_uint (self->settings, "idle-seconds"),
                       g_settings_get_uint (self->settings, "idle-warning-seconds"));
}

static void
signed_in (TenkenWindow *self,
           TnkSession *session)
{
  g_set_object (&self->session, session);
  if (tenken_window_open_desk (self))
    return;
  tenken_window_show_page (self, tenken_waiting_page_new ());
  tenken_window_load_round (self);
}

/* Nothing of a person may stay: not on the screen, not in a dialog, not in the clipboard. What is on its way to the disk
 * still gets there. */
void
tenken_window_sign_out (TenkenWindow *self)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  tenken_idle_stop (self->idle);
  tenken_dialogs_close (GTK_WINDOW (self));
  if (gdk_clipboard_is_local (clipboard))
    gdk_clipboard_set_content (clipboard, NULL);
  /* The page that goes stores what was typed last, so it goes while the session can still store. */
  adw_bin_set_child (self->pages, NULL);
  adw_bin_set_child (self->desk_place, NULL);
  tenken_window_close_desk (self);
  g_clear_object (&self->round);
  if (self->session != NULL)
    tnk_session_sign_out (self->session);
  g_clear_object (&self->session);
  self->submitting = FALSE;
  show_welcome (self);
  g_signal_emit (self, signals[SIGNAL_SIGNED_OUT], 0);
  tenken_reception_refresh (self->reception);
}

/* --- actions --- */

static void
start (GtkWidget *widget,
       const char *name,
       GVariant *parameter)
{
  TenkenWindow *self = TENKEN_WINDOW (widget);
  GtkWidget *page = tenken_sign_in_page_new (self->terminal);

  g_signal_connect_object (page, "signed-in", G_CALLBACK (signed_in), self, G_CONNECT_SWAPPED);
  tenken_window_show_page (self, page);
  tenken_sign_in_page_begin (TENKEN_SIGN_IN_PAGE (page));
  watch_idle (self);
}

static void
back_to_welcome (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  TenkenWindow *self = TENKEN_WINDOW (widget);

  if (self->session == NULL)
    tenken_window_sign_out (self);
}

static void
ask_to_leave (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenWindow *self = TENKEN_WINDOW (widget);

  /* Who has handed in has nothing left to lose. */
  if (tenken_window_is_showing (self, TENKEN_TYPE_DONE_PAGE))
    tenken_window_sign_out (self);
  else
    tenken_dialogs_ask_to_leave (GTK_WINDOW (self), "win.sign-out");
}

static void
sign_out_now (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  tenken_window_sign_out (TENKEN_WINDOW (widget));
}

/* --- the way out of kiosk mode --- */

static void
may_exit (TenkenWindow *self)
{
  self->kiosk = FALSE;
  gtk_window_close (GTK_WINDOW (self));
}

/* With a person at the screen, leaving is signing out; ending the program comes after that. */
static void
ask_to_exit (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  TenkenWindow *self = TENKEN_WINDOW (widget);
  GtkWidget *page;

  if (!self->kiosk) {
    gtk_window_close (GTK_WINDOW (self));
    return;
  }
  if (self->session != NULL) {
    gtk_widget_activate_action (widget, "win.leave", NULL);
    return;
  }
  page = tenken_exit_page_new (self->terminal);
  g_signal_connect_object (page, "allowed", G_CALLBACK (may_exit), self, G_CONNECT_SWAPPED);
  tenken_window_show_page (self, page);
  tenken_exit_page_begin (TENKEN_EXIT_PAGE (page));
  watch_idle (self);
}

static gboolean
tenken_window_close_request (GtkWindow *window)
{
  TenkenWindow *self = TENKEN_WINDOW (window);

  if (self->kiosk)
    return gtk_widget_activate_action (GTK_WIDGET (self), "win.exit", NULL);
  tenken_window_sign_out (self);
  return GTK_WINDOW_CLASS (tenken_window_parent_class)->close_request (window);
}

/* --- the class --- */

static void
tenken_window_finalize (GObject *object)
{
  g_object_unref (TENKEN_WINDOW (object)->reception);
  G_OBJECT_CLASS (tenken_window_parent_class)->finalize (object);
}

static void
tenken_window_dispose (GObject *object)
{
  TenkenWindow *self = TENKEN_WINDOW (object);

  tenken_reception_stop (self->reception);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  tenken_window_close_desk (self);
  g_clear_object (&self->round);
  if (self->session != NULL)
    tnk_session_sign_out (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->idle);
  g_clear_object (&self->terminal);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (tenken_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.start", NULL, start);
  gtk_widget_class_install_action (widget_class, "win.welcome", NULL, back_to_welcome);
  gtk_widget_class_install_action (widget_class, "win.leave", NULL, ask_to_leave);
  gtk_widget_class_install_action (widget_class, "win.sign-out", NULL, sign_out_now);
  gtk_widget_class_install_action (widget_class, "win.exit", NULL, ask_to_exit);
  tenken_window_install_round (widget_class);
  tenken_window_install_desk (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_q, GDK_CONTROL_MASK, "win.exit", NULL);
}

static void
tenken_window_class_init (TenkenWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tenken_window_close_request;
  signals[SIGNAL_SIGNED_OUT] = g_signal_new ("signed-out", TENKEN_TYPE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                             G_TYPE_NONE, 0);
  install_actions (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-window.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TenkenWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TenkenWindow, person);
  gtk_widget_class_bind_template_child (widget_class, TenkenWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, TenkenWindow, to_desk);
  gtk_widget_class_bind_template_child (widget_class, TenkenWindow, leave);
  gtk_widget_class_bind_template_child (widget_class, TenkenWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TenkenWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TenkenWindow, desk_place);
}

static void
tenken_window_init (TenkenWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->idle = tenken_idle_new (GTK_WINDOW (self));
  tenken_focus_keep_visible (GTK_WINDOW (self));
  g_signal_connect_object (self->idle, "expired", G_CALLBACK (tenken_window_sign_out), self, G_CONNECT_SWAPPED);
}

TenkenWindow *
tenken_window_new (AdwApplication *application,
                   GSettings *settings,
                   TnkTerminal *terminal,
                   gboolean kiosk)
{
  TenkenWindow *self = g_object_new (TENKEN_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  self->terminal = g_object_ref (terminal);
  self->reception = tenken_reception_new (terminal);
  g_signal_connect_object (self->reception, "changed", G_CALLBACK (fill_welcome), self, G_CONNECT_SWAPPED);
  self->kiosk = kiosk;
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (self->header), !kiosk);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->header), !kiosk);
  show_welcome (self);
  return self;
}

void
tenken_window_open (TenkenWindow *self)
{
  tenken_reception_open (self->reception);
}

TenkenRound *
tenken_window_get_round (TenkenWindow *self)
{
  return self->round;
}

void
tenken_window_refresh (TenkenWindow *self)
{
  if (tenken_window_is_showing (self, TENKEN_TYPE_WELCOME_PAGE))
    show_welcome (self);
}
