/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-scorecard.h"

#include "tnk-plan-sheet-private.h"
#include "tnk-scorecard-private.h"

struct _TnkScorecard
{
  GObject parent_instance;

  TnkTally *tally;
  TnkTally *previous;
  TnkPlan *plan;
  char *body_name;
  char *classification;
  char *made_on;
  char *source;
};

G_DEFINE_FINAL_TYPE (TnkScorecard, tnk_scorecard, G_TYPE_OBJECT)

static void
tnk_scorecard_finalize (GObject *object)
{
  TnkScorecard *self = TNK_SCORECARD (object);

  g_clear_object (&self->tally);
  g_clear_object (&self->previous);
  g_clear_object (&self->plan);
  g_free (self->body_name);
  g_free (self->classification);
  g_free (self->made_on);
  g_free (self->source);
  G_OBJECT_CLASS (tnk_scorecard_parent_class)->finalize (object);
}

static void
tnk_scorecard_class_init (TnkScorecardClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_scorecard_finalize;
}

static void
tnk_scorecard_init (TnkScorecard *self)
{
}

/**
 * tnk_scorecard_new:
 * @tally: the counted answers of a campaign
 *
 * Creates a scorecard of a campaign.
 *
 * Returns: (transfer full): the new scorecard
 *
 * Since: 0.1
 */
TnkScorecard *
tnk_scorecard_new (TnkTally *tally)
{
  TnkScorecard *self;

  g_return_val_if_fail (TNK_IS_TALLY (tally), NULL);

  self = g_object_new (TNK_TYPE_SCORECARD, NULL);
  self->tally = g_object_ref (tally);
  return self;
}

/**
 * tnk_scorecard_set_previous:
 * @self: a scorecard
 * @previous: (nullable): the counted answers of the campaign to compare with
 *
 * Sets last year’s campaign. Departments are found again by their id; chapters, roles and controls too, if both
 * campaigns are about editions of the same catalog.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_previous (TnkScorecard *self,
                            TnkTally *previous)
{
  g_return_if_fail (TNK_IS_SCORECARD (self) && (previous == NULL || TNK_IS_TALLY (previous)));
  g_set_object (&self->previous, previous);
}

/**
 * tnk_scorecard_set_plan:
 * @self: a scorecard
 * @plan: (nullable): the improvement plan of the same campaign
 *
 * Sets the improvement plan, which gets a sheet of its own. What is late is judged by the day that the workbook bears.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_plan (TnkScorecard *self,
                        TnkPlan *plan)
{
  g_return_if_fail (TNK_IS_SCORECARD (self) && (plan == NULL || TNK_IS_PLAN (plan)));
  g_set_object (&self->plan, plan);
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
 * tnk_scorecard_set_body_name:
 * @self: a scorecard
 * @name: (nullable): the name of the public body
 *
 * Sets whose scorecard it is.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_body_name (TnkScorecard *self,
                             const char *name)
{
  g_return_if_fail (TNK_IS_SCORECARD (self));
  set_text (&self->body_name, name);
}

/**
 * tnk_scorecard_set_classification:
 * @self: a scorecard
 * @classification: (nullable): the mark at the head of every page; `NULL` means 機密性２
 *
 * Sets how secret the workbook is.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_classification (TnkScorecard *self,
                                  const char *classification)
{
  g_return_if_fail (TNK_IS_SCORECARD (self));
  set_text (&self->classification, classification);
}

/**
 * tnk_scorecard_set_made_on:
 * @self: a scorecard
 * @date: (nullable): a day, ISO 8601
 *
 * Sets the day that the workbook bears. The library asks no clock; with the same day, the same figures make the same
 * file.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_made_on (TnkScorecard *self,
                           const char *date)
{
  g_return_if_fail (TNK_IS_SCORECARD (self));
  set_text (&self->made_on, date);
}

/**
 * tnk_scorecard_set_source:
 * @self: a scorecard
 * @source: (nullable): where the figures come from, such as the store and a fingerprint of its log
 *
 * Sets what the cover says about the origin of the figures.
 *
 * Since: 0.1
 */
void
tnk_scorecard_set_source (TnkScorecard *self,
                          const char *source)
{
  g_return_if_fail (TNK_IS_SCORECARD (self));
  set_text (&self->source, source);
}

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
  self->counts = tnk_workbook_add_sheet (book, TNK_SHEET_COUNTS);
  self->role_counts = tnk_workbook_add_sheet (book, TNK_SHEET_ROLE_COUNTS);
  self->people = tnk_workbook_add_sheet (book, TNK_SHEET_PEOPLE);
}

static TnkScore *
score_previous_department (TnkReport *report,
                           TnkDepartment *department)
{
  TnkDepartment *before = NULL;

  if (report->previous != NULL)
    before = tnk_body_lookup_department (tnk_tally_get_body (report->previous), tnk_department_get_id (department));
  return before != NULL ? tnk_tally_score_department (report->previous, tnk_department_get_index (before)) : NULL;
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
                                             score_previous_department (report, department), &block);
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
  if (tnk_report_step (report))
    write_counts (self);
}

static void
tnk_scorecard_writer_clear (TnkScorecardWriter *self)
{
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  g_clear_pointer (&self->chapters, g_ptr_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->gaps, g_ptr_array_unref);
  tnk_report_clear (&self->report);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkScorecardWriter, tnk_scorecard_writer_clear)

static void
write_workbook (TnkScorecardWriter *self)
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

/**
 * tnk_scorecard_write:
 * @self: a scorecard
 * @filename: the file to write, `.xlsx`
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): to stop it
 * @n_cells: (out) (optional): how many cells were written
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes the scorecard, whole or not at all: if this fails or is cancelled, what stood under @filename before is still
 * there.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_scorecard_write (TnkScorecard *self,
                     const char *filename,
                     TnkProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     guint64 *n_cells,
                     GError **error)
{
  g_auto (TnkScorecardWriter) writer = {0};
  TnkReport *report = &writer.report;

  g_return_val_if_fail (TNK_IS_SCORECARD (self) && filename != NULL, FALSE);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), FALSE);

  if (!tnk_report_init (report, self->tally, filename, error))
    return FALSE;
  report->previous = self->previous;
  writer.plan = self->plan;
  if (self->body_name != NULL)
    report->body_name = self->body_name;
  if (self->classification != NULL)
    report->classification = self->classification;
  if (self->source != NULL)
    report->source = self->source;
  report->made_on = self->made_on;
  report->progress = progress;
  report->progress_data = user_data;
  report->cancellable = cancellable;
  write_workbook (&writer);
  if (!tnk_workbook_close (report->book, cancellable, n_cells, error))
    return FALSE;
  tnk_report_step (report); /* packing was the last step */
  return TRUE;
}
