/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-plan-sheet-private.h"
#include "tnk-scorecard-private.h"

/* Scores every scope once, and has the sheets written in their order. */

static void
add_sheets (TnkScorecardWriter *self)
{
  TnkWorkbook *book = self->report.book;

  self->cover = tnk_workbook_add_sheet (book, TNK_SHEET_COVER);
  self->summary = tnk_workbook_add_sheet (book, TNK_SHEET_SUMMARY);
  self->department_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_DEPARTMENTS);
  self->chapter_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_CHAPTERS);
  self->heat = tnk_workbook_add_sheet (book, TNK_SHEET_HEAT);
  self->role_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_ROLES);
  self->control_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_CONTROLS);
  self->gap_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_GAPS);
  if (self->plan != NULL)
    self->plan_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_PLAN);
  if (self->exceptions != NULL)
    self->exception_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_EXCEPTIONS);
  if (self->audits != NULL)
    self->audit_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_AUDITS);
  if (self->trend != NULL)
    self->trend_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_TREND);
  self->counts = tnk_workbook_add_sheet (book, TNK_SHEET_COUNTS);
  self->role_counts = tnk_workbook_add_sheet (book, TNK_SHEET_ROLE_COUNTS);
  self->people = tnk_workbook_add_sheet (book, TNK_SHEET_PEOPLE);
}

static void
score_departments (TnkScorecardWriter *self)
{
  TnkReport *report = &self->report;
  TnkBlock all = tnk_block_of_scope (report, TNK_SHEET_COUNTS, 0, -1, -1);

  all.people_row = TNK_PEOPLE_FIRST_ROW;
  self->organisation = tnk_scope_line_new (tnk_tally_score_organisation (report->tally),
                                           report->previous != NULL ? tnk_tally_score_organisation (report->previous) : NULL, &all);
  self->organisation->strong = TRUE;
  g_ptr_array_add (self->departments, self->organisation);
  for (guint i = 0; i < tnk_body_get_n_departments (report->body); i++) {
    TnkDepartment *department = tnk_body_get_department (report->body, i);
    TnkBlock block = tnk_block_of_scope (report, TNK_SHEET_COUNTS, 1 + i, i, -1);

    block.people_row = TNK_PEOPLE_FIRST_ROW + 1 + i;
    TnkScopeLine *line = tnk_scope_line_new (tnk_tally_score_department (report->tally, i),
                                             tnk_report_score_previous_department (report, department), &block);
    line->indent = tnk_department_get_depth (department);
    g_ptr_array_add (self->departments, line);
  }
}

/* Puts the lines about which nobody is asked after the others, keeps the order else, and gives each its row on the
 * sheet of people. Returns how many are asked about. */
static guint
arrange (GPtrArray *lines,
         guint people_row)
{
  g_autoptr (GPtrArray) unasked = g_ptr_array_new ();
  guint n_asked = 0;

  for (guint i = 0; i < lines->len; i++) {
    TnkScopeLine *line = g_ptr_array_index (lines, i);

    if (tnk_score_get_count (line->score, "items") > 0)
      lines->pdata[n_asked++] = line;
    else
      g_ptr_array_add (unasked, line);
  }
  for (guint i = 0; i < unasked->len; i++)
    lines->pdata[n_asked + i] = unasked->pdata[i];
  for (guint i = 0; i < lines->len; i++)
    ((TnkScopeLine *) lines->pdata[i])->block.people_row = people_row + i;
  return n_asked;
}

static TnkScore *
score_previous_chapter (TnkReport *report,
                        TnkChapter *chapter)
{
  TnkChapter *before = NULL;

  if (tnk_report_compares_catalog (report))
    before = tnk_catalog_lookup_chapter (tnk_campaign_get_catalog (tnk_tally_get_campaign (report->previous)), tnk_chapter_get_id (chapter));
  return before != NULL ? tnk_tally_score_chapter (report->previous, tnk_chapter_get_index (before)) : NULL;
}

static void
score_chapters (TnkScorecardWriter *self)
{
  TnkReport *report = &self->report;

  for (guint i = 0; i < tnk_catalog_get_n_chapters (report->catalog); i++) {
    TnkChapter *chapter = tnk_catalog_get_chapter (report->catalog, i);
    TnkBlock block = tnk_block_of_chapter (report, &self->organisation->block, i);

    g_ptr_array_add (self->chapters, tnk_scope_line_new (tnk_tally_score_chapter (report->tally, i), score_previous_chapter (report, chapter), &block));
  }
  self->n_asked_chapters = arrange (self->chapters, TNK_PEOPLE_FIRST_ROW + self->departments->len);
}

static TnkScore *
score_previous_role (TnkReport *report,
                     TnkRole *role)
{
  TnkRole *before = NULL;

  if (tnk_report_compares_catalog (report))
    before = tnk_catalog_lookup_role (tnk_campaign_get_catalog (tnk_tally_get_campaign (report->previous)), tnk_role_get_id (role));
  return before != NULL ? tnk_tally_score_role (report->previous, tnk_role_get_index (before)) : NULL;
}

static void
score_roles (TnkScorecardWriter *self)
{
  TnkReport *report = &self->report;

  for (guint i = 0; i < tnk_catalog_get_n_roles (report->catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (report->catalog, i);
    TnkBlock block = tnk_block_of_scope (report, TNK_SHEET_ROLE_COUNTS, i, -1, i);

    g_ptr_array_add (self->roles, tnk_scope_line_new (tnk_tally_score_role (report->tally, i), score_previous_role (report, role), &block));
  }
  self->n_asked_roles = arrange (self->roles, TNK_PEOPLE_FIRST_ROW + self->departments->len + self->chapters->len);
}

static gboolean
write_counts (TnkScorecardWriter *self)
{
  TnkReport *report = &self->report;
  guint n_departments = tnk_body_get_n_departments (report->body);
  guint n_roles = tnk_catalog_get_n_roles (report->catalog);

  tnk_counts_begin (report, self->counts, "部署ごとの件数", 1 + n_departments);
  for (guint i = 0; i < self->departments->len; i++) {
    TnkScopeLine *line = g_ptr_array_index (self->departments, i);

    if (!tnk_counts_write_block (report, self->counts, &line->block, tnk_score_get_id (line->score), tnk_score_get_name (line->score)))
      return FALSE;
  }
  tnk_counts_begin (report, self->role_counts, "役割ごとの件数", n_roles);
  for (guint i = 0; i < n_roles; i++) {
    TnkRole *role = tnk_catalog_get_role (report->catalog, i);
    TnkBlock block = tnk_block_of_scope (report, TNK_SHEET_ROLE_COUNTS, i, -1, i);

    if (!tnk_counts_write_block (report, self->role_counts, &block, tnk_role_get_id (role), tnk_text_get (tnk_role_get_name (role), "ja")))
      return FALSE;
  }
  return TRUE;
}

static void
write_plan (TnkScorecardWriter *self)
{
  g_autoptr (GPtrArray) actions = tnk_plan_list (self->plan, -1, TNK_PLAN_ANY_STATUS, NULL, NULL);
  TnkPlanTable table = {.report = &self->report, .plan = self->plan, .actions = actions, .today = self->report.made_on, .sheet = self->plan_sheet};

  tnk_plan_table_write (&table);
}

static void
write_sheets (TnkScorecardWriter *self)
{
  static void (*const writers[]) (TnkScorecardWriter *) = {
    tnk_scorecard_write_cover, tnk_scorecard_write_summary, tnk_scorecard_write_departments,
    tnk_scorecard_write_chapters, tnk_scorecard_write_heat, tnk_scorecard_write_roles, tnk_scorecard_write_people};
  TnkReport *report = &self->report;

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++) {
    writers[i](self);
    if (!tnk_report_step (report))
      return;
  }
  tnk_controls_write (report, self->control_sheet, &self->organisation->block);
  tnk_gaps_write (report, self->gap_sheet, &self->organisation->block, self->gaps);
  if (self->plan_sheet != NULL)
    write_plan (self);
  if (self->exception_sheet != NULL)
    tnk_scorecard_write_exceptions (self);
  if (self->audit_sheet != NULL)
    tnk_scorecard_write_audits (self);
  if (self->trend_sheet != NULL)
    tnk_scorecard_write_trend (self);
  if (tnk_report_step (report))
    write_counts (self);
}

void
tnk_scorecard_writer_clear (TnkScorecardWriter *self)
{
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  g_clear_pointer (&self->chapters, g_ptr_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  tnk_report_clear (&self->report);
}

void
tnk_scorecard_writer_run (TnkScorecardWriter *self)
{
  TnkReport *report = &self->report;

  self->departments = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_scope_line_free);
  self->chapters = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_scope_line_free);
  self->roles = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_scope_line_free);
  score_departments (self);
  score_chapters (self);
  score_roles (self);
  self->gaps = tnk_gap_list (report->tally, -1);
  report->total = 9 + self->departments->len + tnk_catalog_get_n_roles (report->catalog);
  tnk_report_set_texts (report, "結果報告書");
  add_sheets (self);
  write_sheets (self);
}
