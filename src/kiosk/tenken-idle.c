/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-idle.h"

#include <glib/gi18n.h>

struct _TenkenIdle
{
  GObject parent_instance;

  GtkWindow *window; /* not owned: the window owns this */
  AdwMessageDialog *dialog; /* while it counts down */
  guint seconds;
  guint warning_seconds;
  guint left; /* of the countdown */
  guint source;
};

enum {
  SIGNAL_EXPIRED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenIdle, tenken_idle, G_TYPE_OBJECT)

static void
tenken_idle_dispose (GObject *object)
{
  tenken_idle_stop (TENKEN_IDLE (object));
  G_OBJECT_CLASS (tenken_idle_parent_class)->dispose (object);
}

static void
tenken_idle_class_init (TenkenIdleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_idle_dispose;
  signals[SIGNAL_EXPIRED] =
    g_signal_new ("expired", TENKEN_TYPE_IDLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tenken_idle_init (TenkenIdle *self)
{
}

static void
close_dialog (TenkenIdle *self)
{
  AdwMessageDialog *dialog = g_steal_pointer (&self->dialog);

  if (dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
show_seconds (TenkenIdle *self)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("In %u second you are signed out. Your answers are kept.",
                               "In %u seconds you are signed out. Your answers are kept.", self->left),
                     self->left);

  adw_message_dialog_set_body (self->dialog, text);
}

static gboolean
count_down (gpointer user_data)
{
  TenkenIdle *self = user_data;

  if (--self->left > 0) {
    show_seconds (self);
    return G_SOURCE_CONTINUE;
  }
  self->source = 0;
  close_dialog (self);
  g_signal_emit (self, signals[SIGNAL_EXPIRED], 0);
  return G_SOURCE_REMOVE;
}

static void
responded (TenkenIdle *self,
           const char *response)
{
  self->dialog = NULL; /* it closes by itself */
  if (!g_str_equal (response, "leave")) {
    tenken_idle_touch (self);
    return;
  }
  tenken_idle_stop (self);
  g_signal_emit (self, signals[SIGNAL_EXPIRED], 0);
}

static gboolean
warn (gpointer user_data)
{
  TenkenIdle *self = user_data;

  self->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (self->window, _ ("Are you still there?"), NULL));
  adw_message_dialog_add_responses (self->dialog, "leave", _ ("Sign out"), "stay", _ ("Go on"), NULL);
  adw_message_dialog_set_default_response (self->dialog, "stay");
  adw_message_dialog_set_close_response (self->dialog, "stay");
  adw_message_dialog_set_response_appearance (self->dialog, "stay", ADW_RESPONSE_SUGGESTED);
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (responded), self, G_CONNECT_SWAPPED);
  self->left = self->warning_seconds;
  show_seconds (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  self->source = g_timeout_add_seconds (1, count_down, self);
  return G_SOURCE_REMOVE;
}

void
tenken_idle_touch (TenkenIdle *self)
{
  /* Once the dialog is there, only its buttons count: somebody else may have come. */
  if (self->seconds == 0 || self->dialog != NULL)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add_seconds (self->seconds, warn, self);
}

static gboolean
saw_event (GtkEventControllerLegacy *controller,
           GdkEvent *event,
           TenkenIdle *self)
{
  switch (gdk_event_get_event_type (event)) {
  case GDK_KEY_PRESS:
  case GDK_BUTTON_PRESS:
  case GDK_MOTION_NOTIFY:
  case GDK_TOUCH_BEGIN:
  case GDK_TOUCH_UPDATE:
  case GDK_SCROLL:
    tenken_idle_touch (self);
    break;
  default:
    break;
  }
  return GDK_EVENT_PROPAGATE;
}

TenkenIdle *
tenken_idle_new (GtkWindow *window)
{
  TenkenIdle *self = g_object_new (TENKEN_TYPE_IDLE, NULL);
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->window = window;
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (saw_event), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
  return self;
}

void
tenken_idle_start (TenkenIdle *self,
                   guint seconds,
                   guint warning_seconds)
{
  tenken_idle_stop (self);
  self->seconds = seconds;
  self->warning_seconds = MAX (warning_seconds, 1);
  tenken_idle_touch (self);
}

void
tenken_idle_stop (TenkenIdle *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->seconds = 0;
  close_dialog (self);
}
