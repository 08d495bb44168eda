/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-roster-pins.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-desk-task.h"

/* What is asked step by step: whether, where to; and then done. */
typedef struct
{
  TenkenDesk *desk;
  char *campaign_id;
  char *department_id;
  char *person_id;
  char *filename;
} Issue;

static void
issue_free (gpointer data)
{
  Issue *self = data;

  g_clear_object (&self->desk);
  g_free (self->campaign_id);
  g_free (self->department_id);
  g_free (self->person_id);
  g_free (self->filename);
  g_free (self);
}

static gpointer
issue (TnkDesk *desk,
       gpointer data,
       TnkProgressFunc progress,
       gpointer progress_data,
       GCancellable *cancellable,
       GError **error)
{
  Issue *self = data;
  guint n;

  if (!tnk_desk_issue_pins (desk, self->campaign_id, self->department_id, self->person_id, self->person_id != NULL, self->filename, &n, progress,
                            progress_data, cancellable, error))
    return NULL;
  if (n == 0)
    return g_strdup (_ ("Everybody there has a PIN already; no slip was made."));
  return g_strdup_printf (ngettext ("%u slip is in %s. Print it, hand it out, and delete the file.", "%u slips are in %s. Print them, hand them out, and delete the file.", n), n,
                          self->filename);
}

static void
issued (GtkWidget *owner,
        gpointer result,
        const GError *error,
        gpointer user_data)
{
  TenkenDesk *desk = user_data;
  GtkWidget *dialog;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("No PIN slips were made"), error);
    return;
  }
  tenken_desk_changed (desk);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), _ ("PIN slips"), result);
  gtk_widget_add_css_class (dialog, "desk");
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The desk lives as long as its pages. */
static void
chose_file (GtkNativeDialog *dialog,
            int response,
            GtkWidget *owner)
{
  Issue *self = g_object_steal_data (G_OBJECT (dialog), "issue");

  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
    TenkenDesk *desk = self->desk;

    self->filename = g_file_get_path (file);
    self->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
    g_clear_object (&self->desk);
    tenken_desk_task_run (owner, desk, _ ("PINs are being made"), issue, g_steal_pointer (&self), issue_free, g_free, issued, desk);
  }
  if (self != NULL)
    issue_free (self);
  g_object_unref (dialog);
}

static void
ask_where (GtkWidget *owner,
           Issue *self)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Where shall the slips be?"), GTK_WINDOW (gtk_widget_get_root (owner)),
                                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Make slips"), _ ("Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "pin-slips.xlsx");
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "issue", self, issue_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chose_file), owner, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
answered (AdwMessageDialog *dialog,
          const char *response,
          GtkWidget *owner)
{
  if (g_str_equal (response, "make"))
    ask_where (owner, g_object_steal_data (G_OBJECT (dialog), "issue"));
}

static char *
write_body (const TenkenPinChoice *choice)
{
  if (choice->person_id != NULL)
    return g_strdup_printf (_ ("%s gets a new first PIN. A PIN that is there no longer works."), choice->name);
  if (choice->name != NULL)
    /* Translators: people without a PIN, then a department */
    return g_strdup_printf (ngettext ("%u person of %s without a PIN gets a first one.", "%u people of %s without a PIN get a first one.", choice->n), choice->n,
                            choice->name);
  return g_strdup_printf (ngettext ("%u person without a PIN gets a first one.", "%u people without a PIN get a first one.", choice->n), choice->n);
}

void
tenken_roster_pins_ask (GtkWidget *owner,
                        TenkenDesk *desk,
                        const TenkenPinChoice *choice)
{
  g_autofree char *who = write_body (choice);
  g_autofree char *body = g_strdup_printf ("%s\n\n%s", who, _ ("The workbook is the only place where the PINs can be read. Keep it where nobody else can."));
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), _ ("Make PIN slips?"), body);
  Issue *self = g_new0 (Issue, 1);

  self->desk = g_object_ref (desk);
  self->department_id = g_strdup (choice->department_id);
  self->person_id = g_strdup (choice->person_id);
  gtk_widget_add_css_class (dialog, "desk");
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "make", _ ("Choose a file…"), NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "make", choice->person_id != NULL || choice->n > 0);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "make", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "issue", self, issue_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), owner, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
