/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-export-file.h"

#include <glib/gi18n.h>

#include "tenken-desk-error.h"

#define WORKBOOK_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define FOLDER_TYPE "inode/directory"
#define SUFFIX ".xlsx"

typedef struct
{
  GtkWidget *owner; /* lives as long as this: the dialog goes with it */
  gulong gone;
  GtkFileChooserNative *dialog;
  TenkenExportChosen chosen;
  gpointer user_data;
} Choice;

static void
choice_free (Choice *self)
{
  g_signal_handler_disconnect (self->owner, self->gone);
  g_object_unref (self->dialog);
  g_free (self);
}

/* The person has signed out, or gone to another page by the keyboard: nobody is asked any more. */
static void
owner_gone (GtkWidget *owner,
            gpointer user_data)
{
  Choice *self = user_data;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (self->dialog));
  choice_free (self);
}

/* A name without the ending would not open by a double click. One that the dialog did not ask about is not replaced. */
static char *
complete (const char *path)
{
  g_autofree char *whole = NULL;

  if (g_str_has_suffix (path, SUFFIX))
    return g_strdup (path);
  whole = g_strconcat (path, SUFFIX, NULL);
  return g_file_test (whole, G_FILE_TEST_EXISTS) ? g_strdup (path) : g_steal_pointer (&whole);
}

static void
answered (GtkNativeDialog *dialog,
          int response,
          gpointer user_data)
{
  Choice *self = user_data;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  gboolean saves = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE;
  g_autofree char *whole = path != NULL && saves ? complete (path) : g_strdup (path);

  if (whole != NULL)
    self->chosen (self->owner, whole, self->user_data);
  choice_free (self);
}

static void
choose (GtkWidget *owner,
        GtkFileChooserNative *dialog,
        TenkenExportChosen chosen,
        gpointer user_data)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  Choice *self = g_new0 (Choice, 1);

  self->owner = owner;
  self->gone = g_signal_connect (owner, "unrealize", G_CALLBACK (owner_gone), self);
  self->dialog = dialog;
  self->chosen = chosen;
  self->user_data = user_data;
  gtk_file_filter_set_name (filter, _ ("Workbooks (.xlsx)"));
  gtk_file_filter_add_pattern (filter, "*" SUFFIX);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (answered), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static GtkFileChooserNative *
make_dialog (GtkWidget *owner,
             const char *title,
             GtkFileChooserAction action,
             const char *accept)
{
  GtkRoot *root = gtk_widget_get_root (owner);

  return gtk_file_chooser_native_new (title, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, action, accept, _ ("Cancel"));
}

void
tenken_export_choose_target (GtkWidget *owner,
                             const char *title,
                             const char *name,
                             TenkenExportChosen chosen,
                             gpointer user_data)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  GtkFileChooserNative *dialog;

  g_return_if_fail (GTK_IS_WIDGET (owner) && name != NULL && chosen != NULL);

  dialog = make_dialog (owner, title, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"));
  if (documents != NULL && g_file_test (documents, G_FILE_TEST_IS_DIR)) {
    g_autoptr (GFile) folder = g_file_new_for_path (documents);

    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  }
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  choose (owner, dialog, chosen, user_data);
}

void
tenken_export_choose_source (GtkWidget *owner,
                             const char *title,
                             TenkenExportChosen chosen,
                             gpointer user_data)
{
  g_return_if_fail (GTK_IS_WIDGET (owner) && chosen != NULL);

  choose (owner, make_dialog (owner, title, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Open")), chosen, user_data);
}

/* --- what was saved --- */

static gboolean
has_program (const char *type)
{
  g_autoptr (GAppInfo) program = g_app_info_get_default_for_type (type, FALSE);

  return program != NULL;
}

gboolean
tenken_export_can_open_file (void)
{
  return has_program (WORKBOOK_TYPE);
}

gboolean
tenken_export_can_open_folder (void)
{
  return has_program (FOLDER_TYPE);
}

static void
opened (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  g_autoptr (GtkWidget) owner = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    tenken_desk_show_error (owner, _ ("It could not be opened"), error);
}

static void
open_path (GtkWidget *owner,
           const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GdkAppLaunchContext) context = gdk_display_get_app_launch_context (gtk_widget_get_display (owner));
  g_autofree char *uri = g_file_get_uri (file);

  g_app_info_launch_default_for_uri_async (uri, G_APP_LAUNCH_CONTEXT (context), NULL, opened, g_object_ref (owner));
}

void
tenken_export_open_file (GtkWidget *owner,
                         const char *filename)
{
  g_return_if_fail (GTK_IS_WIDGET (owner) && filename != NULL);

  open_path (owner, filename);
}

void
tenken_export_open_folder (GtkWidget *owner,
                           const char *filename)
{
  g_autofree char *folder = NULL;

  g_return_if_fail (GTK_IS_WIDGET (owner) && filename != NULL);

  folder = g_path_get_dirname (filename);
  open_path (owner, folder);
}
