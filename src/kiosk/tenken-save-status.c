/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-save-status.h"

#include <glib/gi18n.h>

#include "tenken-format.h"

struct _TenkenSaveStatus
{
  GtkWidget parent_instance;

  GtkLabel *text;
  GtkWidget *retry;
  TenkenRound *round;
};

G_DEFINE_FINAL_TYPE (TenkenSaveStatus, tenken_save_status, GTK_TYPE_WIDGET)

static char *
describe (TenkenRound *round)
{
  g_autofree char *time = NULL;

  switch (tenken_round_get_save_state (round)) {
  case TENKEN_SAVE_RUNNING:
    return g_strdup (_ ("Saving…"));
  case TENKEN_SAVE_DONE:
    time = tenken_format_time (tenken_round_get_saved_at (round));
    /* Translators: %s is a time of the day, such as 9:05 */
    return g_strdup_printf (_ ("Saved %s"), time);
  case TENKEN_SAVE_FAILED:
    /* Translators: %s says what went wrong */
    return g_strdup_printf (_ ("Not saved: %s. What you entered is still on the screen."),
                            tenken_round_get_save_error (round));
  default:
    return g_strdup ("");
  }
}

static void
update (TenkenSaveStatus *self)
{
  g_autofree char *text = describe (self->round);
  gboolean failed = tenken_round_get_save_state (self->round) == TENKEN_SAVE_FAILED;

  gtk_label_set_text (self->text, text);
  if (failed == gtk_widget_get_visible (self->retry))
    return;
  gtk_widget_set_visible (self->retry, failed);
  if (failed)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "trouble");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->text), "trouble");
}

static void
retry_clicked (TenkenSaveStatus *self)
{
  tenken_round_retry (self->round);
}

static void
tenken_save_status_dispose (GObject *object)
{
  TenkenSaveStatus *self = TENKEN_SAVE_STATUS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->round);
  G_OBJECT_CLASS (tenken_save_status_parent_class)->dispose (object);
}

static void
tenken_save_status_class_init (TenkenSaveStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_save_status_dispose;
  gtk_widget_class_set_css_name (widget_class, "savestatus");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_GRID_LAYOUT);
}

static void
tenken_save_status_init (TenkenSaveStatus *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGridLayoutChild *place;

  gtk_grid_layout_set_column_spacing (GTK_GRID_LAYOUT (layout), 12);
  self->text = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand",
                             TRUE, "vexpand", TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->text), "figures");
  gtk_widget_insert_before (GTK_WIDGET (self->text), GTK_WIDGET (self), NULL);
  self->retry = gtk_button_new_with_label (_ ("Try again"));
  gtk_widget_set_visible (self->retry, FALSE);
  gtk_widget_set_valign (self->retry, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->retry, "clicked", G_CALLBACK (retry_clicked), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_before (self->retry, GTK_WIDGET (self), NULL);
  place = GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (layout, self->retry));
  gtk_grid_layout_child_set_column (place, 1);
}

GtkWidget *
tenken_save_status_new (TenkenRound *round)
{
  GtkWidget *self = g_object_new (TENKEN_TYPE_SAVE_STATUS, NULL);

  tenken_save_status_set_round (TENKEN_SAVE_STATUS (self), round);
  return self;
}

void
tenken_save_status_set_round (TenkenSaveStatus *self,
                              TenkenRound *round)
{
  g_return_if_fail (TENKEN_IS_SAVE_STATUS (self) && self->round == NULL);

  self->round = g_object_ref (round);
  g_signal_connect_object (round, "notify::save-state", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
