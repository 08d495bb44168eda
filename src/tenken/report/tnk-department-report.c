/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-department-report.h"

#include "tnk-report-private.h"

/* The workbook of one department, for those who answer for it: the same figures as in the scorecard, over the
 * department and what is below it, and nothing about any other. */

typedef struct
{
  TnkReport report;
  GPtrArray *lines; /* (element-type TnkScopeLine): the department, then those below it */

  TnkSheet *overview;
  TnkSheet *departments; /* NULL where there is none below */
  TnkSheet *controls;
  TnkSheet *gaps;
  TnkSheet *counts;
} Writer;

static void
writer_clear (Writer *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  tnk_report_clear (&self->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writer, writer_clear)

static void
score_departments (Writer *self,
                   guint department)
{
  TnkReport *report = &self->report;
  guint end = tnk_body_get_subtree_end (report->body, department);
  guint depth = tnk_department_get_depth (tnk_body_get_department (report->body, department));

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_scope_line_free);
  for (guint d = department; d < end; d++) {
    TnkBlock block = tnk_block_of_scope (report, TNK_SHEET_COUNTS, d - department, d, -1);
    TnkScopeLine *line = tnk_scope_line_new (tnk_tally_score_department (report->tally, d), NULL, &block);

    line->indent = tnk_department_get_depth (tnk_body_get_department (report->body, d)) - depth;
    line->strong = d == department;
    g_ptr_array_add (self->lines, line);
  }
}

static TnkScopeLine *
own_line (Writer *self)
{
  return g_ptr_array_index (self->lines, 0);
}

static void
add_sheets (Writer *self)
{
  TnkWorkbook *book = self->report.book;

  self->overview = tnk_workbook_add_sheet (book, TNK_SHEET_OVERVIEW);
  if (self->lines->len > 1)
    self->departments = tnk_workbook_add_sheet (book, TNK_SHEET_DEPARTMENTS);
  self->controls = tnk_workbook_add_sheet (book, TNK_SHEET_CONTROLS);
  self->gaps = tnk_workbook_add_sheet (book, TNK_SHEET_GAPS);
  self->counts = tnk_workbook_add_sheet (book, TNK_SHEET_COUNTS);
}

static void
write_overview (Writer *self)
{
  TnkReport *report = &self->report;
  g_autofree char *note = g_strdup_printf ("%s　%s（%s）", report->body_name, tnk_score_get_name (own_line (self)->score),
                                           tnk_score_get_id (own_line (self)->score));
  guint row;

  tnk_sheet_page (self->overview, TNK_PAPER_A4_PORTRAIT);
  tnk_report_write_title (report, self->overview, "部署の結果", note);
  tnk_sheet_freeze (self->overview, 2, 0);
  tnk_sheet_repeat_rows (self->overview, 0, 1);
  row = tnk_summary_write (report, self->overview, 3, own_line (self));
  tnk_definitions_write (report, self->overview, row + 1, 7, 72);
}

static void
write_departments (Writer *self)
{
  tnk_sheet_page (self->departments, TNK_PAPER_A3_LANDSCAPE);
  tnk_report_write_title (&self->report, self->departments, "下位の部署ごとの結果", "部署の数値には、その下の部署を含みます。字下げは上下の関係を表します。");
  tnk_scope_table_write (&self->report, self->departments, 2, "部署", self->lines);
}

static void
write_counts (Writer *self)
{
  tnk_counts_begin (&self->report, self->counts, "部署の件数", self->lines->len);
  for (guint i = 0; i < self->lines->len; i++) {
    TnkScopeLine *line = g_ptr_array_index (self->lines, i);

    if (!tnk_counts_write_block (&self->report, self->counts, &line->block, tnk_score_get_id (line->score), tnk_score_get_name (line->score)))
      return;
  }
}

static void
write_sheets (Writer *self)
{
  TnkReport *report = &self->report;
  const TnkBlock *block = &own_line (self)->block;
  g_autoptr (GPtrArray) gaps = tnk_gap_list (report->tally, block->department);
  g_autofree char *what = g_strdup_printf ("部署の結果（%s）", tnk_score_get_name (own_line (self)->score));

  tnk_report_set_texts (report, what);
  add_sheets (self);
  write_overview (self);
  if (self->departments != NULL)
    write_departments (self);
  tnk_controls_write (report, self->controls, block);
  tnk_gaps_write (report, self->gaps, block, gaps);
  write_counts (self);
}

/**
 * tnk_department_report_write:
 * @tally: the counted answers of a campaign
 * @department: the index of the department
 * @body_name: (nullable): the name of the public body
 * @made_on: (nullable): the day that the workbook bears, ISO 8601
 * @filename: the file to write, `.xlsx`
 * @cancellable: (nullable): to stop it
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes the workbook of one department and all that is below it, whole or not at all. It holds counts, no names.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_department_report_write (TnkTally *tally,
                             guint department,
                             const char *body_name,
                             const char *made_on,
                             const char *filename,
                             GCancellable *cancellable,
                             guint64 *n_cells,
                             GError **error)
{
  g_auto (Writer) writer = {0};
  TnkReport *report = &writer.report;

  g_return_val_if_fail (TNK_IS_TALLY (tally) && filename != NULL, FALSE);
  g_return_val_if_fail (department < tnk_body_get_n_departments (tnk_tally_get_body (tally)), FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);

  if (!tnk_report_init (report, tally, filename, error))
    return FALSE;
  if (body_name != NULL)
    report->body_name = body_name;
  report->made_on = made_on;
  report->cancellable = cancellable;
  score_departments (&writer, department);
  write_sheets (&writer);
  return tnk_workbook_close (report->book, cancellable, n_cells, error);
}
