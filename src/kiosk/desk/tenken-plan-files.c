/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-plan-files.h"

#include <glib/gi18n.h>

#include "tenken-desk-task.h"
#include "tenken-plan-import.h"

typedef struct
{
  char *campaign_id;
  char *department_id;
  char *filename;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_free (self->filename);
  g_free (self);
}

/* --- out --- */

static gpointer
work (TnkDesk *desk,
      gpointer data,
      TnkProgressFunc progress,
      gpointer progress_data,
      GCancellable *cancellable,
      GError **error)
{
  Job *self = data;

  if (!tnk_desk_write_plan_sheet (desk, self->campaign_id, self->department_id, self->filename, cancellable, error))
    return NULL;
  return g_path_get_basename (self->filename);
}

static void
written (GtkWidget *owner,
         gpointer result,
         const GError *error,
         gpointer user_data)
{
  g_autofree char *text = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The workbook was not written"), error);
    return;
  }
  text = g_strdup_printf (_ ("Written: %s"), (char *) result);
  tenken_desk_say (user_data, text);
}

static void
write_to (GtkWidget *owner,
          TenkenDesk *desk,
          const char *filename)
{
  Job *job = g_new0 (Job, 1);

  job->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  job->department_id = g_strdup (tenken_desk_get_department_id (desk));
  job->filename = g_strdup (filename);
  tenken_desk_task_run (owner, desk, _ ("The workbook is being written"), work, job, job_free, g_free, written, desk);
}

/* --- which file --- */

static void
answered (GtkNativeDialog *dialog,
          int response,
          GtkWidget *owner)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *filename = NULL;
  TenkenDesk *desk = g_object_get_data (G_OBJECT (dialog), "desk");

  if (response == GTK_RESPONSE_ACCEPT) {
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
    filename = g_file_get_path (file);
    if (filename != NULL && gtk_file_chooser_get_action (GTK_FILE_CHOOSER (dialog)) == GTK_FILE_CHOOSER_ACTION_SAVE)
      write_to (owner, desk, filename);
    else if (filename != NULL)
      tenken_plan_import_file (owner, desk, filename);
  }
  g_object_unref (dialog);
}

static GtkFileChooser *
make_chooser (GtkWidget *owner,
              TenkenDesk *desk,
              const char *title,
              GtkFileChooserAction action,
              const char *accept)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, GTK_WINDOW (gtk_widget_get_root (owner)), action, accept, _ ("Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Workbooks (.xlsx)"));
  gtk_file_filter_add_suffix (filter, "xlsx");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_object_set_data_full (G_OBJECT (dialog), "desk", g_object_ref (desk), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), owner, 0);
  return GTK_FILE_CHOOSER (dialog);
}

void
tenken_plan_export (GtkWidget *owner,
                    TenkenDesk *desk)
{
  GtkFileChooser *chooser;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk));

  chooser = make_chooser (owner, desk, _ ("Export the plan"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("Save"));
  name = g_strdup_printf ("plan-%s.xlsx", tenken_desk_get_campaign_id (desk));
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
tenken_plan_import (GtkWidget *owner,
                    TenkenDesk *desk)
{
  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk));

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (
    make_chooser (owner, desk, _ ("Read an edited plan"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("Read"))));
}
