/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-department-report.h"

#include "tnk-department-private.h"

struct _TnkDepartmentReport
{
  GObject parent_instance;

  TnkTally *tally;
  guint department;
  TnkTally *previous;
  TnkPlan *plan;
  TnkTurnout *turnout;
  GPtrArray *comments; /* (element-type TnkItem) or NULL */
  char *body_name;
  char *classification;
  char *made_on;
};

G_DEFINE_FINAL_TYPE (TnkDepartmentReport, tnk_department_report, G_TYPE_OBJECT)

static void
tnk_department_report_finalize (GObject *object)
{
  TnkDepartmentReport *self = TNK_DEPARTMENT_REPORT (object);

  g_clear_object (&self->tally);
  g_clear_object (&self->previous);
  g_clear_object (&self->plan);
  g_clear_object (&self->turnout);
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  g_free (self->body_name);
  g_free (self->classification);
  g_free (self->made_on);
  G_OBJECT_CLASS (tnk_department_report_parent_class)->finalize (object);
}

static void
tnk_department_report_class_init (TnkDepartmentReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_department_report_finalize;
}

static void
tnk_department_report_init (TnkDepartmentReport *self)
{
}

/**
 * tnk_department_report_new:
 * @tally: the counted answers of a campaign
 * @department: the index of the department in the body of @tally
 *
 * Creates the workbook of a department.
 *
 * Returns: (transfer full): the new workbook, still to be written
 *
 * Since: 0.1
 */
TnkDepartmentReport *
tnk_department_report_new (TnkTally *tally,
                           guint department)
{
  TnkDepartmentReport *self;

  g_return_val_if_fail (TNK_IS_TALLY (tally), NULL);
  g_return_val_if_fail (department < tnk_body_get_n_departments (tnk_tally_get_body (tally)), NULL);

  self = g_object_new (TNK_TYPE_DEPARTMENT_REPORT, NULL);
  self->tally = g_object_ref (tally);
  self->department = department;
  return self;
}

/**
 * tnk_department_report_set_previous:
 * @self: a department’s workbook
 * @previous: (nullable): the counted answers of the campaign to compare with
 *
 * Sets last year’s campaign, in which the department and those below it are found again by their ids.
 *
 * Since: 0.1
 */
void
tnk_department_report_set_previous (TnkDepartmentReport *self,
                                    TnkTally *previous)
{
  g_return_if_fail (TNK_IS_DEPARTMENT_REPORT (self) && (previous == NULL || TNK_IS_TALLY (previous)));
  g_set_object (&self->previous, previous);
}

/**
 * tnk_department_report_set_plan:
 * @self: a department’s workbook
 * @plan: (nullable): the improvement plan of the same campaign
 *
 * Sets the improvement plan, of which the actions about the department and those below it get a sheet.
 *
 * Since: 0.1
 */
void
tnk_department_report_set_plan (TnkDepartmentReport *self,
                                TnkPlan *plan)
{
  g_return_if_fail (TNK_IS_DEPARTMENT_REPORT (self) && (plan == NULL || TNK_IS_PLAN (plan)));
  g_set_object (&self->plan, plan);
}

/**
 * tnk_department_report_set_turnout:
 * @self: a department’s workbook
 * @turnout: (nullable): who has handed in
 *
 * Sets who has handed in. Where @turnout has people, the workbook names them.
 *
 * Since: 0.1
 */
void
tnk_department_report_set_turnout (TnkDepartmentReport *self,
                                   TnkTurnout *turnout)
{
  g_return_if_fail (TNK_IS_DEPARTMENT_REPORT (self) && (turnout == NULL || TNK_IS_TURNOUT (turnout)));
  g_set_object (&self->turnout, turnout);
}

/**
 * tnk_department_report_set_comments:
 * @self: a department’s workbook
 * @comments: (nullable) (element-type TnkItem): what people of the department and those below it wrote to their answers
 *
 * Sets the comments, which get a sheet of their own. Whose they are is said there as far as the items say it.
 *
 * Since: 0.1
 */
void
tnk_department_report_set_comments (TnkDepartmentReport *self,
                                    GPtrArray *comments)
{
  g_return_if_fail (TNK_IS_DEPARTMENT_REPORT (self));
  g_clear_pointer (&self->comments, g_ptr_array_unref);
  self->comments = comments != NULL ? g_ptr_array_ref (comments) : NULL;
}

static void
set_text (char **field,
          const char *text)
{
  char *copy = g_strdup (text);

  g_free (*field);
  *field = copy;
}

/**
 * tnk_department_report_set_body_name:
 * @self: a department’s workbook
 * @name: (nullable): the name of the public body
 *
 * Sets whose department it is.
 *
 * Since: 0.1
 */
void
tnk_department_report_set_body_name (TnkDepartmentReport *self,
                                     const char *name)
{
  g_return_if_fail (TNK_IS_DEPARTMENT_REPORT (self));
  set_text (&self->body_name, name);
}

/**
 * tnk_department_report_set_classification:
 * @self: a department’s workbook
 * @classification: (nullable): the mark at the head of every page; `NULL` means 機密性２
 *
 * Sets how secret the workbook is.
 *
 * Since: 0.1
 */
void
tnk_department_report_set_classification (TnkDepartmentReport *self,
                                          const char *classification)
{
  g_return_if_fail (TNK_IS_DEPARTMENT_REPORT (self));
  set_text (&self->classification, classification);
}

/**
 * tnk_department_report_set_made_on:
 * @self: a department’s workbook
 * @date: (nullable): a day, ISO 8601
 *
 * Sets the day that the workbook bears. What is late is judged by it.
 *
 * Since: 0.1
 */
void
tnk_department_report_set_made_on (TnkDepartmentReport *self,
                                   const char *date)
{
  g_return_if_fail (TNK_IS_DEPARTMENT_REPORT (self));
  set_text (&self->made_on, date);
}

/**
 * tnk_department_report_write:
 * @self: a department’s workbook
 * @filename: the file to write, `.xlsx`
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): to stop it
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes the workbook, whole or not at all: if this fails or is cancelled, what stood under @filename before is still there.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_department_report_write (TnkDepartmentReport *self,
                             const char *filename,
                             TnkProgressFunc progress,
                             gpointer user_data,
                             GCancellable *cancellable,
                             guint64 *n_cells,
                             GError **error)
{
  g_auto (TnkDepartmentWriter) writer = {0};
  TnkReport *report = &writer.report;

  g_return_val_if_fail (TNK_IS_DEPARTMENT_REPORT (self) && filename != NULL, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);

  if (!tnk_report_init (report, self->tally, filename, error))
    return FALSE;
  report->previous = self->previous;
  writer.department = self->department;
  writer.plan = self->plan;
  writer.turnout = self->turnout;
  writer.comments = self->comments;
  if (self->body_name != NULL)
    report->body_name = self->body_name;
  if (self->classification != NULL)
    report->classification = self->classification;
  report->made_on = self->made_on;
  report->progress = progress;
  report->progress_data = user_data;
  report->cancellable = cancellable;
  tnk_department_writer_run (&writer);
  if (!tnk_workbook_close (report->book, cancellable, n_cells, error))
    return FALSE;
  tnk_report_step (report); /* packing was the last step */
  return TRUE;
}
