/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-kiosk-pin-dialog.h"

#include <string.h>

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-desk-task.h"

typedef struct
{
  GWeakRef owner;
  TenkenDesk *desk;
  AdwMessageDialog *dialog;
  GtkEditable *first;
  GtkEditable *second;
  GtkWidget *problem;
} Dialog;

static void
dialog_gone (gpointer data,
             GClosure *closure)
{
  Dialog *self = data;

  g_weak_ref_clear (&self->owner);
  g_clear_object (&self->desk);
  g_free (self);
}

static void
wipe (gpointer pin)
{
  explicit_bzero (pin, strlen (pin));
  g_free (pin);
}

static gpointer
set_pin (TnkDesk *desk,
         gpointer pin,
         TnkProgressFunc progress,
         gpointer progress_data,
         GCancellable *cancellable,
         GError **error)
{
  return tnk_desk_set_kiosk_pin (desk, pin, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
finished (GtkWidget *owner,
          gpointer result,
          const GError *error,
          gpointer desk)
{
  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The PIN could not be set"), error);
    return;
  }
  tenken_desk_changed (desk);
  tenken_desk_say (desk, _ ("The PIN of the kiosks is set."));
}

static void
answered (Dialog *self,
          const char *response)
{
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&self->owner);

  if (owner != NULL && g_str_equal (response, "set"))
    tenken_desk_task_run (owner, self->desk, _ ("The PIN is being set"), set_pin, g_strdup (gtk_editable_get_text (self->first)),
                          wipe, NULL, finished, self->desk);
  gtk_editable_set_text (self->first, "");
  gtk_editable_set_text (self->second, "");
}

static void
update (Dialog *self)
{
  const char *first = gtk_editable_get_text (self->first), *second = gtk_editable_get_text (self->second);
  const char *problem = NULL;

  if (*first != '\0' && tnk_pin_check (first, NULL) != TNK_PIN_FAULT_NONE)
    problem = _ ("Choose 6 to 12 digits that are no date and no pattern.");
  else if (*second != '\0' && !g_str_equal (first, second))
    problem = _ ("The two are not the same.");
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  adw_message_dialog_set_response_enabled (self->dialog, "set", problem == NULL && *first != '\0' && g_str_equal (first, second));
}

static GtkEditable *
add_entry (Dialog *self,
           GtkWidget *box,
           const char *name)
{
  GtkWidget *entry = gtk_password_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (update), self);
  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (name, NULL));
  gtk_box_append (GTK_BOX (box), entry);
  return GTK_EDITABLE (entry);
}

void
tenken_kiosk_pin_dialog_present (GtkWidget *owner,
                                 TenkenDesk *desk)
{
  Dialog *self = g_new0 (Dialog, 1);
  GtkWidget *box = tenken_desk_column_new (6);

  g_weak_ref_init (&self->owner, owner);
  self->desk = g_object_ref (desk);
  self->dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), _ ("PIN of the kiosks"),
                                                             _ ("Whoever knows it can leave the kiosk mode. Write it down in a safe place: it cannot be read here.")));
  gtk_widget_add_css_class (GTK_WIDGET (self->dialog), "desk");
  adw_message_dialog_add_responses (self->dialog, "cancel", _ ("Cancel"), "set", _ ("Set"), NULL);
  adw_message_dialog_set_close_response (self->dialog, "cancel");
  adw_message_dialog_set_response_appearance (self->dialog, "set", ADW_RESPONSE_SUGGESTED);
  self->problem = tenken_desk_text_new ("", "trouble");
  self->first = add_entry (self, box, _ ("New PIN"));
  self->second = add_entry (self, box, _ ("New PIN once more"));
  gtk_box_append (GTK_BOX (box), self->problem);
  adw_message_dialog_set_extra_child (self->dialog, box);
  g_signal_connect_data (self->dialog, "response", G_CALLBACK (answered), self, dialog_gone, G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
