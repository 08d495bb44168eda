/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-plan-import.h"

#include <glib/gi18n.h>

#include "tenken-desk-task.h"
#include "tenken-table-window.h"
#include "tenken-table.h"

typedef struct
{
  char *campaign_id;
  char *department_id;
  char *filename;
} Job;

/* The edits, or what is wrong with the file. */
typedef struct
{
  TnkPlanEdits *edits;
  GPtrArray *problems; /* (element-type TnkProblem) */
} Outcome;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_free (self->filename);
  g_free (self);
}

static void
outcome_free (gpointer data)
{
  Outcome *self = data;

  g_clear_object (&self->edits);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
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
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->edits = tnk_desk_read_plan_sheet (desk, self->campaign_id, self->department_id, self->filename, &outcome->problems, progress,
                                             progress_data, cancellable, error);
  if (outcome->edits != NULL)
    return outcome;
  if (outcome->problems != NULL) {
    g_clear_error (error);
    return outcome;
  }
  outcome_free (outcome);
  return NULL;
}

/* --- what is wrong --- */

static char *
get_place (gpointer item,
           gpointer user_data)
{
  TnkProblem *problem = tenken_table_item_get (item);
  const char *where = tnk_problem_get_where (problem);

  return g_strdup (where != NULL && *where != '\0' ? where : tnk_problem_get_file (problem));
}

static char *
get_message (gpointer item,
             gpointer user_data)
{
  return g_strdup (tnk_problem_get_message (tenken_table_item_get (item)));
}

static const TenkenTableColumn problem_columns[] = {
  {.id = "place", .title = N_ ("Place"), .get_text = get_place, .width = 14},
  {.id = "message", .title = N_ ("What is wrong, and how to mend it"), .get_text = get_message},
};

static GListModel *
list_problems (GPtrArray *problems)
{
  GListStore *list = g_list_store_new (TENKEN_TYPE_TABLE_ITEM);

  for (guint i = 0; i < problems->len; i++) {
    g_autoptr (TenkenTableItem) item =
      tenken_table_item_new (tnk_problem_ref (g_ptr_array_index (problems, i)), (GDestroyNotify) tnk_problem_unref);

    g_list_store_append (list, item);
  }
  return G_LIST_MODEL (list);
}

/* A line has no room for all of it. */
static void
open_problem (GtkWidget *table,
              TenkenTableItem *item)
{
  TnkProblem *problem = tenken_table_item_get (item);
  g_autofree char *place = get_place (item, NULL);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (table)), place, tnk_problem_get_message (problem));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("Close"));
  gtk_widget_add_css_class (dialog, "desk");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
show_problems (GtkWindow *parent,
               GPtrArray *problems)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "title", _ ("The workbook cannot be taken in"), NULL);
  GtkWidget *table = tenken_table_new ("plan-problems", _ ("Faults of the workbook"), problem_columns, G_N_ELEMENTS (problem_columns));
  g_autoptr (GListModel) model = list_problems (problems);
  g_autofree char *count = g_strdup_printf (ngettext ("%u thing is wrong in the workbook. Nothing was changed; mend it there, and read it again.",
                                                      "%u things are wrong in the workbook. Nothing was changed; mend them there, and read it again.", problems->len),
                                            problems->len);

  tenken_table_set_model (TENKEN_TABLE (table), model);
  g_signal_connect (table, "open", G_CALLBACK (open_problem), NULL);
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
  Outcome *outcome = result;

  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The workbook cannot be read"), error);
  else if (outcome->edits != NULL)
    gtk_window_present (GTK_WINDOW (tenken_plan_preview_new (parent, user_data, outcome->edits)));
  else
    show_problems (parent, outcome->problems);
}

void
tenken_plan_import_file (GtkWidget *owner,
                         TenkenDesk *desk,
                         const char *filename)
{
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk) && filename != NULL);

  job = g_new0 (Job, 1);
  job->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  job->department_id = g_strdup (tenken_desk_get_department_id (desk));
  job->filename = g_strdup (filename);
  tenken_desk_task_run (owner, desk, _ ("The workbook is being read"), work, job, job_free, outcome_free, done, desk);
}
