/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-plan-import.h"

#include <glib/gi18n.h>

#include "tenken-import-job.h"
#include "tenken-problem-table.h"
#include "tenken-table-window.h"

typedef struct
{
  char *campaign_id;
  char *department_id;
  char *filename;
  TnkPlanEdits *edits; /* what was read */
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_free (self->filename);
  g_clear_object (&self->edits);
  g_free (self);
}

static gboolean
read_workbook (TnkDesk *desk,
               gpointer data,
               GPtrArray **problems,
               TnkProgressFunc progress,
               gpointer progress_data,
               GCancellable *cancellable,
               GError **error)
{
  Order *self = data;

  self->edits = tnk_desk_read_plan_sheet (desk, self->campaign_id, self->department_id, self->filename, problems, progress, progress_data, cancellable, error);
  return self->edits != NULL;
}

static void
show_problems (GtkWindow *parent,
               GPtrArray *problems)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "title", _ ("The workbook cannot be taken in"), NULL);
  GtkWidget *table = tenken_problem_table_new ("plan-problems", TRUE);
  g_autofree char *count = g_strdup_printf (ngettext ("%u thing is wrong in the workbook. Nothing was changed; mend it there, and read it again.",
                                                      "%u things are wrong in the workbook. Nothing was changed; mend them there, and read it again.", problems->len),
                                            problems->len);

  tenken_problem_table_set (TENKEN_TABLE (table), problems);
  tenken_table_window_fill (ADW_WINDOW (window), count, table, NULL);
  gtk_window_present (GTK_WINDOW (window));
}

static void
done (GtkWidget *owner,
      gpointer result,
      const GError *error,
      gpointer user_data)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (owner));

  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The workbook cannot be read"), error);
  else if (tenken_import_job_get_problems (result) != NULL)
    show_problems (parent, tenken_import_job_get_problems (result));
  else
    gtk_window_present (GTK_WINDOW (tenken_plan_preview_new (parent, user_data, ((Order *) tenken_import_job_get_order (result))->edits)));
}

void
tenken_plan_import_file (GtkWidget *owner,
                         TenkenDesk *desk,
                         const char *filename)
{
  static const TenkenImportVerbs verbs = {.read = read_workbook, .order_free = order_free};
  g_autoptr (TenkenImportJob) job = NULL;
  Order *order;

  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk) && filename != NULL);

  order = g_new0 (Order, 1);
  order->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  order->department_id = g_strdup (tenken_desk_get_department_id (desk));
  order->filename = g_strdup (filename);
  job = tenken_import_job_new (&verbs, order);
  tenken_import_job_read (job, owner, desk, _ ("The workbook is being read"), done, desk);
}
