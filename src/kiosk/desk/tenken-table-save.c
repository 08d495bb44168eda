/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-table-save.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* Without this mark Excel takes a file of UTF-8 for one in the code page of the machine. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
show_failure (GtkWindow *window,
              const GError *error)
{
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("The file was not saved"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog), _ ("%s Choose another place or name."), error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
saved (GObject *source,
       GAsyncResult *result,
       gpointer user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    show_failure (gtk_widget_get_visible (GTK_WIDGET (window)) ? window : NULL, error);
}

static void
answered (GtkNativeDialog *dialog,
          int response,
          GtkWindow *window)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT) {
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
    g_file_replace_contents_bytes_async (file, g_object_get_data (G_OBJECT (dialog), "contents"), NULL, FALSE,
                                         G_FILE_CREATE_REPLACE_DESTINATION, NULL, saved, g_object_ref (window));
  }
  g_object_unref (dialog);
}

void
tenken_table_save (GtkWidget *owner,
                   const char *name,
                   const char *csv)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (owner));
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Export as CSV"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"), _ ("Cancel"));
  g_autofree char *contents = g_strconcat (BYTE_ORDER_MARK, csv, NULL);
  gsize length = strlen (contents);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "contents", g_bytes_new_take (g_steal_pointer (&contents), length), (GDestroyNotify) g_bytes_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), window, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
