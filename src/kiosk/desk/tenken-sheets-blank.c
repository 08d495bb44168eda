/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-sheets-blank.h"

#include <glib/gi18n.h>

#include "tenken-desk-task.h"
#include "tenken-language.h"

typedef struct
{
  char *campaign_id;
  char *department_id;
  char *language;
  char *place; /* a file, or a folder */
  gboolean all; /* people one by one */
} Blank;

static void
blank_free (gpointer data)
{
  Blank *self = data;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_free (self->language);
  g_free (self->place);
  g_free (self);
}

static gpointer
write_blank (TnkDesk *desk,
             gpointer data,
             TnkProgressFunc progress,
             gpointer progress_data,
             GCancellable *cancellable,
             GError **error)
{
  Blank *self = data;
  guint n = 1;
  gboolean done;

  if (self->all)
    done = tnk_desk_write_sheets (desk, self->campaign_id, self->department_id, self->language, self->place, &n, progress, progress_data, cancellable, error);
  else
    done = tnk_desk_write_role_sheet (desk, self->campaign_id, self->department_id, NULL, self->language, self->place, error);
  return done ? g_strdup_printf (ngettext ("%u sheet was written.", "%u sheets were written.", n), n) : NULL;
}

static void
written (GtkWidget *owner,
         gpointer result,
         const GError *error,
         gpointer user_data)
{
  if (error != NULL)
    tenken_desk_show_error (owner, _ ("No sheets were written"), error);
  else
    tenken_desk_say (user_data, result);
}

static void
chose (GtkNativeDialog *dialog,
       int response,
       GtkWidget *owner)
{
  TenkenDesk *desk = g_object_get_data (G_OBJECT (dialog), "desk");

  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
    Blank *self = g_new0 (Blank, 1);

    self->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
    self->department_id = g_strdup (tenken_desk_get_department_id (desk));
    self->language = g_strdup (tenken_language_get ());
    self->place = g_file_get_path (file);
    self->all = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER;
    tenken_desk_task_run (owner, desk, _ ("Sheets are being written"), write_blank, self, blank_free, g_free, written, desk);
  }
  g_object_unref (dialog);
}

static GtkFileChooserNative *
ask (GtkWidget *owner,
     TenkenDesk *desk,
     const char *title,
     GtkFileChooserAction action)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (owner)), action, _ ("Write"), _ ("Cancel"));

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "desk", g_object_ref (desk), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (chose), owner, 0);
  return dialog;
}

void
tenken_sheets_blank_write_role (GtkWidget *owner,
                                TenkenDesk *desk)
{
  GtkFileChooserNative *dialog = ask (owner, desk, _ ("Where shall the blank sheet be?"), GTK_FILE_CHOOSER_ACTION_SAVE);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), "self-check-sheet.xlsx");
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
tenken_sheets_blank_write_all (GtkWidget *owner,
                               TenkenDesk *desk)
{
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (ask (owner, desk, _ ("In which folder shall the sheets be?"), GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER)));
}
