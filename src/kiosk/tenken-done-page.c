/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-done-page.h"

#include <glib/gi18n.h>

#include "tenken-button.h"

/* A screen reader that said every second would say nothing else. */
#define SECONDS_BETWEEN_WORDS 10

struct _TenkenDonePage
{
  AdwBin parent_instance;

  GtkLabel *reference;
  GtkWidget *receipt;
  GtkWidget *sign_out;
  GtkWidget *countdown;
  GtkLabel *seconds_left;
  GtkWidget *stay;

  guint seconds; /* how long the page stands */
  gint64 until; /* monotonic, microseconds */
  guint tick;
};

G_DEFINE_FINAL_TYPE (TenkenDonePage, tenken_done_page, ADW_TYPE_BIN)

static void
tenken_done_page_dispose (GObject *object)
{
  g_clear_handle_id (&TENKEN_DONE_PAGE (object)->tick, g_source_remove);
  G_OBJECT_CLASS (tenken_done_page_parent_class)->dispose (object);
}

/* --- the countdown --- */

static guint
get_seconds_left (TenkenDonePage *self)
{
  gint64 left = self->until - g_get_monotonic_time ();

  return left > 0 ? (left + G_USEC_PER_SEC / 2) / G_USEC_PER_SEC : 0;
}

static void
update (TenkenDonePage *self)
{
  guint left = get_seconds_left (self);
  gboolean counting = self->tick != 0;
  g_autofree char *text =
    g_strdup_printf (ngettext ("Signs out by itself in %u second", "Signs out by itself in %u seconds", left), left);
  /* Translators: a button, with the seconds after which it is pressed by itself */
  g_autofree char *label = g_strdup_printf (_ ("Sign out (%u)"), left);

  gtk_widget_set_visible (self->countdown, counting);
  gtk_widget_set_visible (self->stay, counting);
  gtk_label_set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->sign_out))), counting ? label : _ ("Sign out"));
  gtk_label_set_text (self->seconds_left, text);
  if (left == self->seconds || left % SECONDS_BETWEEN_WORDS == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->countdown), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static gboolean
count (gpointer user_data)
{
  TenkenDonePage *self = user_data;

  if (get_seconds_left (self) == 0) {
    self->tick = 0;
    gtk_widget_activate_action (GTK_WIDGET (self), "win.sign-out", NULL);
    return G_SOURCE_REMOVE;
  }
  update (self);
  return G_SOURCE_CONTINUE;
}

static void
begin (TenkenDonePage *self)
{
  self->until = g_get_monotonic_time () + self->seconds * G_USEC_PER_SEC;
  if (self->tick == 0)
    self->tick = g_timeout_add_seconds (1, count, self);
  update (self);
}

/* Who saves a receipt looks for a folder, and must not be signed out meanwhile. */
static void
stop (TenkenDonePage *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  update (self);
}

/* --- the class --- */

static void
tenken_done_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tenken_done_page_parent_class)->map (widget);
  gtk_widget_grab_focus (TENKEN_DONE_PAGE (widget)->sign_out);
}

static void
tenken_done_page_class_init (TenkenDonePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_done_page_dispose;
  widget_class->map = tenken_done_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-done-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenDonePage, reference);
  gtk_widget_class_bind_template_child (widget_class, TenkenDonePage, receipt);
  gtk_widget_class_bind_template_child (widget_class, TenkenDonePage, sign_out);
  gtk_widget_class_bind_template_child (widget_class, TenkenDonePage, countdown);
  gtk_widget_class_bind_template_child (widget_class, TenkenDonePage, seconds_left);
  gtk_widget_class_bind_template_child (widget_class, TenkenDonePage, stay);
  gtk_widget_class_bind_template_callback (widget_class, begin);
  gtk_widget_class_bind_template_callback (widget_class, stop);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.sign-out", NULL);
}

static void
tenken_done_page_init (TenkenDonePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tenken_button_wrap (self->receipt);
  tenken_button_wrap (self->sign_out);
  gtk_widget_add_css_class (gtk_button_get_child (GTK_BUTTON (self->sign_out)), "figures");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sign_out), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Sign out"), -1);
  tenken_button_wrap (self->stay);
  /* Where no receipt is to be had, as in kiosk mode, there is no button for one. */
  g_object_bind_property (self->receipt, "sensitive", self->receipt, "visible", G_BINDING_SYNC_CREATE);
}

GtkWidget *
tenken_done_page_new (TenkenRound *round,
                      guint seconds)
{
  TenkenDonePage *self = g_object_new (TENKEN_TYPE_DONE_PAGE, NULL);
  const char *reference = tnk_questionnaire_get_reference (tenken_round_get_questionnaire (round));

  gtk_label_set_text (self->reference, reference != NULL ? reference : "");
  self->seconds = seconds;
  begin (self);
  return GTK_WIDGET (self);
}
