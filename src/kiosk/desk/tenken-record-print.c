/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-print.h"

#include <glib/gi18n.h>

#include "tenken-desk-task.h"
#include "tenken-export-file.h"
#include "tenken-language.h"

/* What is to be written; it lives as long as the owner, whom the dialog is over. */
typedef struct
{
  TenkenDesk *desk;
  char *record_id; /* NULL: the register of exceptions */
} Order;

typedef struct
{
  char *record_id;
  char *filename;
} Job;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_object_unref (self->desk);
  g_free (self->record_id);
  g_free (self);
}

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->record_id);
  g_free (self->filename);
  g_free (self);
}

static gpointer
work (TnkDesk *desk,
      gpointer data,
      TnkProgressFunc progress,
      gpointer progress_data,
      GCancellable *cancellable,
      GError **error)
{
  Job *self = data;
  gboolean written = self->record_id != NULL ? tnk_desk_export_record (desk, self->record_id, self->filename, error)
                                             : tnk_desk_export_exceptions (desk, self->filename, error);

  return written ? g_path_get_basename (self->filename) : NULL;
}

static void
written (GtkWidget *owner,
         gpointer result,
         const GError *error,
         gpointer user_data)
{
  Order *order = user_data;
  g_autofree char *text = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The workbook was not written"), error);
    return;
  }
  text = g_strdup_printf (_ ("Written: %s"), (char *) result);
  tenken_desk_say (order->desk, text);
}

static void
chosen (GtkWidget *owner,
        const char *filename,
        gpointer user_data)
{
  Order *order = user_data;
  Job *job = g_new0 (Job, 1);

  job->record_id = g_strdup (order->record_id);
  job->filename = g_strdup (filename);
  tenken_desk_task_run (owner, order->desk, _ ("The workbook is being written"), work, job, job_free, g_free, written, order);
}

static void
print (GtkWidget *owner,
       TenkenDesk *desk,
       const char *record_id,
       const char *name)
{
  Order *order = g_new0 (Order, 1);
  g_autofree char *filename = g_strconcat (name, ".xlsx", NULL);

  order->desk = g_object_ref (desk);
  order->record_id = g_strdup (record_id);
  g_object_set_data_full (G_OBJECT (owner), "tenken-record-print", order, order_free);
  tenken_export_choose_target (owner, _ ("Save as a workbook"), filename, chosen, order);
}

void
tenken_record_print (GtkWidget *owner,
                     TenkenDesk *desk,
                     TnkRecord *record)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk) && TNK_IS_RECORD (record));

  name = g_strdup_printf ("%s-%s", tnk_record_get_id (record), tenken_text (tnk_form_get_title (tnk_record_get_form (record))));
  g_strdelimit (name, "/\\:", '-');
  print (owner, desk, tnk_record_get_id (record), name);
}

void
tenken_exceptions_print (GtkWidget *owner,
                         TenkenDesk *desk)
{
  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk));
  print (owner, desk, NULL, _ ("Register of exceptions"));
}
