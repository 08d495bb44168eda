/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-department-private.h"
#include "tnk-plan-sheet-private.h"

/* The workbook of one department: the same figures as in the scorecard, over the department and what is below it. */

void
tnk_department_writer_clear (TnkDepartmentWriter *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  tnk_report_clear (&self->report);
}

static void
score_departments (TnkDepartmentWriter *self)
{
  TnkReport *report = &self->report;
  guint end = tnk_body_get_subtree_end (report->body, self->department);
  guint depth = tnk_department_get_depth (tnk_body_get_department (report->body, self->department));

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_scope_line_free);
  for (guint d = self->department; d < end; d++) {
    TnkDepartment *department = tnk_body_get_department (report->body, d);
    TnkBlock block = tnk_block_of_scope (report, TNK_SHEET_COUNTS, d - self->department, d, -1);
    TnkScopeLine *line;

    block.people_row = TNK_PEOPLE_FIRST_ROW + self->lines->len;
    line = tnk_scope_line_new (tnk_tally_score_department (report->tally, d), tnk_report_score_previous_department (report, department), &block);
    line->indent = tnk_department_get_depth (department) - depth;
    line->strong = d == self->department;
    g_ptr_array_add (self->lines, line);
  }
}

static TnkScopeLine *
own_line (TnkDepartmentWriter *self)
{
  return g_ptr_array_index (self->lines, 0);
}

/* --- chapters and sections --- */

/* The place of a chapter or section in another edition of its catalog; -1 if it is not in it. */
static int
find_part (TnkCatalog *catalog,
           TnkScopeKind kind,
           const char *id)
{
  TnkChapter *chapter = kind == TNK_SCOPE_KIND_CHAPTER ? tnk_catalog_lookup_chapter (catalog, id) : NULL;

  if (kind == TNK_SCOPE_KIND_CHAPTER)
    return chapter != NULL ? (int) tnk_chapter_get_index (chapter) : -1;
  for (guint i = 0; i < tnk_catalog_get_n_sections (catalog); i++)
    if (g_str_equal (tnk_section_get_id (tnk_catalog_get_section (catalog, i)), id))
      return i;
  return -1;
}

/* What the same part came to last year, or NULL. */
static TnkScore *
score_previous_part (TnkDepartmentWriter *self,
                     TnkScopeKind kind,
                     const char *id)
{
  TnkReport *report = &self->report;
  TnkDepartment *department = tnk_body_get_department (report->body, self->department);
  int index;

  if (!tnk_report_compares_catalog (report))
    return NULL;
  index = find_part (tnk_campaign_get_catalog (tnk_tally_get_campaign (report->previous)), kind, id);
  department = tnk_body_lookup_department (tnk_tally_get_body (report->previous), tnk_department_get_id (department));
  return index >= 0 && department != NULL ? tnk_tally_score_part (report->previous, tnk_department_get_index (department), kind, index, "ja") : NULL;
}

/* Adds a line unless nobody in the department is asked about the part. */
static gboolean
add_part (TnkDepartmentWriter *self,
          TnkScopeKind kind,
          guint index,
          const TnkBlock *block)
{
  g_autoptr (TnkScore) score = tnk_tally_score_part (self->report.tally, self->department, kind, index, "ja");
  TnkScopeLine *line;

  if (tnk_score_get_count (score, "items") == 0 && !tnk_score_is_withheld (score))
    return FALSE;
  line = tnk_scope_line_new (g_object_ref (score), score_previous_part (self, kind, tnk_score_get_id (score)), block);
  line->strong = kind == TNK_SCOPE_KIND_CHAPTER;
  line->indent = kind == TNK_SCOPE_KIND_SECTION;
  line->block.people_row = TNK_PEOPLE_FIRST_ROW + self->lines->len + self->parts->len;
  g_ptr_array_add (self->parts, line);
  return TRUE;
}

static void
score_parts (TnkDepartmentWriter *self)
{
  TnkReport *report = &self->report;
  const TnkBlock *own = &own_line (self)->block;

  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_scope_line_free);
  for (guint c = 0; c < tnk_catalog_get_n_chapters (report->catalog); c++) {
    TnkChapter *chapter = tnk_catalog_get_chapter (report->catalog, c);
    TnkBlock block = tnk_block_of_chapter (report, own, c);
    guint first = tnk_chapter_get_first_section (chapter);

    if (!add_part (self, TNK_SCOPE_KIND_CHAPTER, c, &block))
      continue;
    for (guint s = first; s < first + tnk_chapter_get_n_sections (chapter); s++) {
      TnkBlock part = tnk_block_of_section (report, own, tnk_catalog_get_section (report->catalog, s));

      add_part (self, TNK_SCOPE_KIND_SECTION, s, &part);
    }
  }
}

/* --- the sheets --- */

static void
add_sheets (TnkDepartmentWriter *self)
{
  TnkWorkbook *book = self->report.book;

  self->overview = tnk_workbook_add_sheet (book, TNK_SHEET_OVERVIEW);
  if (self->turnout != NULL)
    self->turnout_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_TURNOUT);
  if (self->turnout != NULL && tnk_turnout_has_people (self->turnout))
    self->names_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_NAMES);
  if (self->lines->len > 1)
    self->departments = tnk_workbook_add_sheet (book, TNK_SHEET_DEPARTMENTS);
  self->sections = tnk_workbook_add_sheet (book, TNK_SHEET_SECTIONS);
  self->controls = tnk_workbook_add_sheet (book, TNK_SHEET_CONTROLS);
  self->gaps = tnk_workbook_add_sheet (book, TNK_SHEET_GAPS);
  if (self->comments != NULL)
    self->comment_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_COMMENTS);
  if (self->plan != NULL)
    self->plan_sheet = tnk_workbook_add_sheet (book, TNK_SHEET_PLAN);
  self->counts = tnk_workbook_add_sheet (book, TNK_SHEET_COUNTS);
  self->people = tnk_workbook_add_sheet (book, TNK_SHEET_PEOPLE);
}

/* The committee’s figures hold these answers: where they differ, it must be seen why. */
static guint
write_withheld (TnkDepartmentWriter *self,
                guint row)
{
  gint64 n = tnk_score_get_n_withheld (own_line (self)->score);
  g_autofree char *text = NULL;

  if (n == 0)
    return row;
  text = g_strdup_printf ("件数のみを公開する実施回です。提出者が%d人未満の役割の回答（%" G_GINT64_FORMAT "件）は、個人の回答が分かるため、どの数値にも含めていません。",
                          TNK_TALLY_FEWEST_SHOWN, n);
  tnk_sheet_text (self->overview, row, 0, TNK_STYLE_REMARK, text);
  return row + 1;
}

static void
write_overview (TnkDepartmentWriter *self)
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
  row = write_withheld (self, row);
  tnk_definitions_write (report, self->overview, row + 1, 7, 72);
}

static void
write_departments (TnkDepartmentWriter *self)
{
  if (self->departments == NULL)
    return;
  tnk_sheet_page (self->departments, TNK_PAPER_A3_LANDSCAPE);
  tnk_report_write_title (&self->report, self->departments, "下位の部署ごとの結果", "部署の数値には、その下の部署を含みます。字下げは上下の関係を表します。");
  tnk_scope_table_write (&self->report, self->departments, 2, "部署", self->lines);
}

static void
write_sections (TnkDepartmentWriter *self)
{
  tnk_sheet_page (self->sections, TNK_PAPER_A3_LANDSCAPE);
  tnk_report_write_title (&self->report, self->sections, "章・節ごとの結果", "基準の章（太字）と、その中の節ごとの結果です。だれにも尋ねていない章と節は載せていません。");
  tnk_scope_table_write (&self->report, self->sections, 2, "章・節", self->parts);
}

static void
write_controls (TnkDepartmentWriter *self)
{
  tnk_controls_write (&self->report, self->controls, &own_line (self)->block);
}

static void
write_gaps (TnkDepartmentWriter *self)
{
  g_autoptr (GPtrArray) gaps = tnk_gap_list (self->report.tally, self->department);

  tnk_gaps_write (&self->report, self->gaps, &own_line (self)->block, gaps);
}

static void
write_plan (TnkDepartmentWriter *self)
{
  g_autoptr (GPtrArray) actions = NULL;
  TnkPlanTable table = {.report = &self->report, .plan = self->plan, .today = self->report.made_on, .sheet = self->plan_sheet};
  TnkDepartment *department;

  if (self->plan == NULL)
    return;
  department = tnk_body_lookup_department (tnk_plan_get_body (self->plan), tnk_score_get_id (own_line (self)->score));
  actions = department != NULL ? tnk_plan_list (self->plan, tnk_department_get_index (department), TNK_PLAN_ANY_STATUS, NULL, NULL)
                               : g_ptr_array_new ();
  table.actions = actions;
  tnk_plan_table_write (&table);
}

static void
write_people (TnkDepartmentWriter *self)
{
  tnk_people_begin (&self->report, self->people, self->lines->len + self->parts->len);
  tnk_people_write_lines (self->people, "部署", self->lines);
  tnk_people_write_lines (self->people, "章・節", self->parts);
}

static void
write_counts (TnkDepartmentWriter *self)
{
  tnk_counts_begin (&self->report, self->counts, "部署の件数", self->lines->len);
  for (guint i = 0; i < self->lines->len; i++) {
    TnkScopeLine *line = g_ptr_array_index (self->lines, i);

    if (!tnk_counts_write_block (&self->report, self->counts, &line->block, tnk_score_get_id (line->score), tnk_score_get_name (line->score)))
      return;
  }
}

/* Writes everything but the end. */
void
tnk_department_writer_run (TnkDepartmentWriter *self)
{
  static void (*const writers[]) (TnkDepartmentWriter *) = {write_overview, tnk_department_write_turnout, tnk_department_write_names, write_departments, write_sections, write_controls,
                                                            write_gaps, tnk_department_write_comments, write_plan, write_people};
  g_autofree char *what = NULL;

  score_departments (self);
  score_parts (self);
  what = g_strdup_printf ("部署の結果（%s）", tnk_score_get_name (own_line (self)->score));
  self->report.total = G_N_ELEMENTS (writers) + self->lines->len + 1; /* packing is the last step */
  tnk_report_set_texts (&self->report, what);
  add_sheets (self);
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++) {
    writers[i](self);
    if (!tnk_report_step (&self->report))
      return;
  }
  write_counts (self);
}
