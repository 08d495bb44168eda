/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-report-private.h"

/* The work papers, a row for each control in each department of the plan, and what people said themselves beside it; and the
 * counts of these rows. */

enum {
  COL_DEPARTMENT,
  COL_CLAUSE,
  COL_CONTROL,
  COL_TITLE,
  COL_VERDICT,
  COL_IMPLEMENTED,
  COL_PARTIAL,
  COL_NOT_IMPLEMENTED,
  COL_NOT_APPLICABLE,
  COL_EXCEPTED,
  COL_UNANSWERED,
  COL_ANSWERS,
  COL_AGREEING,
  COL_SEEN,
  COL_EVIDENCE,
  COL_FILES,
  COL_CAUSE,
  COL_AUDITOR,
  COL_DAY,
  N_COLS,
};

static const TnkAuditColumn columns[N_COLS] = {
  [COL_DEPARTMENT] = {"部署", 20},
  [COL_CLAUSE] = {"条項", 12},
  [COL_CONTROL] = {"管理策ID", 11},
  [COL_TITLE] = {"管理策", 26},
  [COL_VERDICT] = {"監査人の判定", 14},
  [COL_IMPLEMENTED] = {"自己点検\n実施済み", 9},
  [COL_PARTIAL] = {"自己点検\n一部実施", 9},
  [COL_NOT_IMPLEMENTED] = {"自己点検\n未実施", 9},
  [COL_NOT_APPLICABLE] = {"自己点検\n対象外", 9},
  [COL_EXCEPTED] = {"自己点検\n例外措置", 9},
  [COL_UNANSWERED] = {"自己点検\n未回答", 9},
  [COL_ANSWERS] = {"比べた\n回答 N", 8},
  [COL_AGREEING] = {"一致した\n回答 n", 8},
  [COL_SEEN] = {"確認したこと", 34},
  [COL_EVIDENCE] = {"証拠", 26},
  [COL_FILES] = {"添付ファイル", 24},
  [COL_CAUSE] = {"原因", 24},
  [COL_AUDITOR] = {"確認した人", 16},
  [COL_DAY] = {"確認日", 12},
};

/* --- which rows there are --- */

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const TnkAuditCell *one = a, *other = b;

  if (one->department != other->department)
    return one->department < other->department ? -1 : 1;
  return one->control < other->control ? -1 : one->control > other->control;
}

static void
add_cell (TnkAuditWriter *self,
          const char *department_id,
          TnkControl *control)
{
  TnkDepartment *department = tnk_body_lookup_department (self->report.body, department_id);

  if (department != NULL && control != NULL) {
    const TnkAuditCell cell = {tnk_department_get_index (department), tnk_control_get_index (control)};

    g_array_append_val (self->cells, cell);
  }
}

/* What the plan wants looked at, and what was looked at before the plan was changed. */
static void
list_cells (TnkAuditWriter *self)
{
  const char *const *departments = tnk_audit_get_departments (self->audit), *const *controls = tnk_audit_get_controls (self->audit);
  guint kept = 0;

  for (guint d = 0; departments[d] != NULL; d++)
    for (guint c = 0; controls[c] != NULL; c++)
      add_cell (self, departments[d], tnk_catalog_lookup_control (self->report.catalog, controls[c]));
  for (guint i = 0; i < tnk_audit_book_get_n_papers (self->audit_book); i++) {
    TnkWorkPaper *paper = tnk_audit_book_get_paper (self->audit_book, i);

    add_cell (self, tnk_work_paper_get_department_id (paper), tnk_work_paper_get_control (paper));
  }
  g_array_sort (self->cells, compare_cells);
  for (guint i = 0; i < self->cells->len; i++) {
    const TnkAuditCell cell = g_array_index (self->cells, TnkAuditCell, i);

    if (kept == 0 || compare_cells (&cell, &g_array_index (self->cells, TnkAuditCell, kept - 1)) != 0)
      g_array_index (self->cells, TnkAuditCell, kept++) = cell;
  }
  g_array_set_size (self->cells, kept);
}

static TnkControl *
get_control (TnkAuditWriter *self,
             const TnkAuditCell *cell)
{
  return tnk_catalog_get_control (self->report.catalog, cell->control);
}

static TnkDepartment *
get_department (TnkAuditWriter *self,
                const TnkAuditCell *cell)
{
  return tnk_body_get_department (self->report.body, cell->department);
}

static TnkWorkPaper *
find_paper (TnkAuditWriter *self,
            const TnkAuditCell *cell)
{
  return tnk_audit_book_lookup_paper (self->audit_book, tnk_control_get_id (get_control (self, cell)),
                                      tnk_department_get_id (get_department (self, cell)));
}

static TnkVerdict
get_verdict (TnkAuditWriter *self,
             const TnkAuditCell *cell)
{
  TnkWorkPaper *paper = find_paper (self, cell);

  return paper != NULL ? tnk_work_paper_get_verdict (paper) : TNK_VERDICT_NOT_EXAMINED;
}

void
tnk_audit_list_rows (TnkAuditWriter *self)
{
  TnkAuditRun *run = NULL;

  self->cells = g_array_new (FALSE, FALSE, sizeof (TnkAuditCell));
  self->runs = g_array_new (FALSE, FALSE, sizeof (TnkAuditRun));
  list_cells (self);
  for (guint i = 0; i < self->cells->len; i++) {
    const TnkAuditCell *cell = &g_array_index (self->cells, TnkAuditCell, i);
    guint chapter = tnk_control_get_chapter_index (get_control (self, cell));
    TnkAuditRun next = {cell->department, chapter, i, 0};

    if (run == NULL || run->department != cell->department || run->chapter != chapter) {
      g_array_append_val (self->runs, next);
      run = &g_array_index (self->runs, TnkAuditRun, self->runs->len - 1);
    }
    run->n++;
  }
}

/* --- what people said themselves --- */

static void
subtract (TnkCounts *counts,
          const TnkCounts *other)
{
  counts->items -= other->items;
  counts->implemented -= other->implemented;
  counts->partial -= other->partial;
  counts->not_implemented -= other->not_implemented;
  counts->not_applicable -= other->not_applicable;
  counts->excepted -= other->excepted;
}

/* The answers that stand under a verdict: those below that stand under one of their own are shown there. */
static void
count_answers (TnkAuditWriter *self,
               const TnkAuditCell *cell,
               TnkCounts *counts)
{
  guint end = tnk_body_get_subtree_end (self->report.body, cell->department);

  tnk_tally_count_control (self->report.tally, cell->department, -1, cell->control, counts);
  for (guint d = cell->department + 1; d < end;) {
    const TnkAuditCell below = {d, cell->control};
    TnkCounts other;

    if (get_verdict (self, &below) == TNK_VERDICT_NOT_EXAMINED) {
      d++;
      continue;
    }
    tnk_tally_count_control (self->report.tally, d, -1, cell->control, &other);
    subtract (counts, &other);
    d = tnk_body_get_subtree_end (self->report.body, d);
  }
}

/* --- the work papers --- */

static char *
list_files (TnkAuditWriter *self,
            TnkWorkPaper *paper)
{
  g_autoptr (GPtrArray) files = tnk_audit_book_list_paper_attachments (self->audit_book, paper);
  GString *text = g_string_new (NULL);

  /* The beginning of the hash is enough to tell one file from another. */
  for (guint i = 0; i < files->len; i++)
    g_string_append_printf (text, "%s%s（%.12s）", i > 0 ? "\n" : "", tnk_attachment_get_name (files->pdata[i]), tnk_attachment_get_hash (files->pdata[i]));
  return g_string_free (text, FALSE);
}

static TnkStyle
style_of (TnkVerdict verdict)
{
  static const TnkStyleName styles[TNK_N_VERDICTS] = {
    [TNK_VERDICT_NOT_EXAMINED] = TNK_STYLE_ANSWER_UNANSWERED,
    [TNK_VERDICT_CONFORMS] = TNK_STYLE_ANSWER_IMPLEMENTED,
    [TNK_VERDICT_OBSERVATION] = TNK_STYLE_ANSWER_PARTIAL,
    [TNK_VERDICT_MINOR] = TNK_STYLE_ANSWER_NOT_IMPLEMENTED,
    [TNK_VERDICT_MAJOR] = TNK_STYLE_ANSWER_NOT_IMPLEMENTED,
  };

  return verdict == TNK_VERDICT_MAJOR ? TNK_STYLE_STRONG (styles[verdict]) : styles[verdict];
}

/* Which answers can be compared, and which of them say what the auditor says, follows from the verdict in the same row. */
static void
write_agreement (TnkAuditWriter *self,
                 guint row,
                 const TnkCounts *counts,
                 TnkVerdict verdict)
{
  g_autofree char *said = tnk_ref (NULL, row, COL_VERDICT), *kept = tnk_ref (NULL, row, COL_IMPLEMENTED);
  g_autofree char *partial = tnk_ref (NULL, row, COL_PARTIAL), *not_kept = tnk_ref (NULL, row, COL_NOT_IMPLEMENTED);
  const char *none = tnk_verdict_get_label (TNK_VERDICT_NOT_EXAMINED, "ja"), *minor = tnk_verdict_get_label (TNK_VERDICT_MINOR, "ja");
  g_autofree char *answers = g_strdup_printf ("=IF(%s=\"%s\",0,%s+%s+%s)", said, none, kept, partial, not_kept);
  g_autofree char *agreeing = g_strdup_printf ("=IF(%s=\"%s\",0,IF(%s=\"%s\",%s+%s,IF(%s=\"%s\",%s+%s,%s)))", said, none, said, minor, partial, not_kept, said,
                                               tnk_verdict_get_label (TNK_VERDICT_MAJOR, "ja"), partial, not_kept, kept);
  guint n = counts->implemented + counts->partial + counts->not_implemented;
  gboolean examined = verdict != TNK_VERDICT_NOT_EXAMINED;

  tnk_sheet_formula (self->paper_sheet, row, COL_ANSWERS, TNK_STYLE_INTEGER, answers, examined ? n : 0);
  tnk_sheet_formula (self->paper_sheet, row, COL_AGREEING, TNK_STYLE_INTEGER, agreeing,
                     !examined                                ? 0
                     : tnk_verdict_is_nonconformity (verdict) ? counts->partial + counts->not_implemented
                                                              : counts->implemented);
}

static void
write_answers (TnkAuditWriter *self,
               guint row,
               const TnkCounts *counts)
{
  const guint answered = counts->implemented + counts->partial + counts->not_implemented + counts->not_applicable + counts->excepted;
  const guint numbers[] = {counts->implemented, counts->partial, counts->not_implemented, counts->not_applicable, counts->excepted, counts->items - answered};

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    tnk_sheet_integer (self->paper_sheet, row, COL_IMPLEMENTED + i, TNK_STYLE_INTEGER, numbers[i]);
}

static const char *
get_text (TnkWorkPaper *paper,
          TnkWorkPaperField field)
{
  const char *text = paper != NULL ? tnk_work_paper_get (paper, field) : "";

  return *text != '\0' ? text : TNK_DASH;
}

static void
write_words (TnkAuditWriter *self,
             guint row,
             const char *const *texts,
             guint first,
             guint last)
{
  for (guint i = first; i <= last; i++)
    tnk_sheet_text (self->paper_sheet, row, i, TNK_STYLE_WRAPPED, texts[i] != NULL ? texts[i] : TNK_DASH);
}

static void
write_paper (TnkAuditWriter *self,
             const TnkAuditTable *table,
             guint row,
             const TnkAuditCell *cell)
{
  TnkControl *control = get_control (self, cell);
  TnkWorkPaper *paper = find_paper (self, cell);
  TnkVerdict verdict = get_verdict (self, cell);
  g_autofree char *files = paper != NULL ? list_files (self, paper) : g_strdup (TNK_DASH);
  g_autofree char *auditor = tnk_audit_name_person (self, paper != NULL ? tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_AUDITOR) : NULL);
  const char *const texts[N_COLS] = {
    [COL_DEPARTMENT] = tnk_department_get_name (get_department (self, cell)),
    [COL_CLAUSE] = tnk_control_get_clause (control),
    [COL_CONTROL] = tnk_control_get_id (control),
    [COL_TITLE] = tnk_text_get (tnk_control_get_title (control), "ja"),
    [COL_SEEN] = get_text (paper, TNK_WORK_PAPER_FIELD_SEEN),
    [COL_EVIDENCE] = get_text (paper, TNK_WORK_PAPER_FIELD_EVIDENCE),
    [COL_FILES] = *files != '\0' ? files : TNK_DASH,
    [COL_CAUSE] = get_text (paper, TNK_WORK_PAPER_FIELD_CAUSE),
    [COL_AUDITOR] = auditor,
  };
  TnkCounts counts;

  count_answers (self, cell, &counts);
  tnk_audit_table_begin_row (table, row, texts);
  write_words (self, row, texts, COL_DEPARTMENT, COL_TITLE);
  tnk_sheet_text (self->paper_sheet, row, COL_VERDICT, style_of (verdict), tnk_verdict_get_label (verdict, "ja"));
  write_answers (self, row, &counts);
  write_agreement (self, row, &counts, verdict);
  write_words (self, row, texts, COL_SEEN, COL_AUDITOR);
  tnk_audit_table_write_day (table, row, COL_DAY, paper != NULL ? tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_DAY) : NULL);
}

void
tnk_audit_write_papers (TnkAuditWriter *self)
{
  const TnkAuditTable table = {self->paper_sheet, TNK_AUDIT_SHEET_PAPERS,
                               "監査人の判定と、同じ部署（下位を含む）の自己点検の回答です。下位の部署に別の調書があるときは、その回答をそちらの行で数えます。",
                               "対象がまだ決まっていません。", columns, N_COLS, COL_VERDICT};

  if (self->cells->len > TNK_MAX_ROWS - TNK_AUDIT_FIRST_ROW)
    tnk_workbook_fail (self->report.book, "%u work papers are more than the %d rows of a sheet; audit fewer departments or controls at a time",
                       self->cells->len, TNK_MAX_ROWS);
  tnk_audit_table_begin (self, &table, self->cells->len);
  for (guint i = 0; i < self->cells->len && !tnk_workbook_has_failed (self->report.book); i++)
    write_paper (self, &table, TNK_AUDIT_FIRST_ROW + i, &g_array_index (self->cells, TnkAuditCell, i));
}

/* --- the counts of a run of rows --- */

static char *
make_range (const TnkAuditRun *run,
            guint col)
{
  g_autoptr (GString) range = g_string_new (NULL);

  tnk_ref_append (range, TNK_AUDIT_SHEET_PAPERS, TNK_AUDIT_FIRST_ROW + run->first, col);
  g_string_append_c (range, ':');
  tnk_ref_append (range, NULL, TNK_AUDIT_FIRST_ROW + run->first + run->n - 1, col);
  return g_string_free (g_steal_pointer (&range), FALSE);
}

static void
count_run (TnkAuditWriter *self,
           const TnkAuditRun *run,
           guint *numbers)
{
  for (guint i = run->first; i < run->first + run->n; i++) {
    const TnkAuditCell *cell = &g_array_index (self->cells, TnkAuditCell, i);
    TnkWorkPaper *paper = find_paper (self, cell);
    TnkAgreementCounts counts = {0};

    if (paper != NULL)
      tnk_agreement_count_paper (self->audit_book, self->report.tally, paper, &counts);
    numbers[get_verdict (self, cell)]++;
    numbers[TNK_AUDIT_COUNT_CELLS]++;
    numbers[TNK_AUDIT_COUNT_ANSWERS] += counts.answers;
    numbers[TNK_AUDIT_COUNT_AGREEING] += counts.agreeing;
  }
}

static void
write_run (TnkAuditWriter *self,
           guint row,
           const TnkAuditRun *run)
{
  TnkDepartment *department = tnk_body_get_department (self->report.body, run->department);
  TnkChapter *chapter = tnk_catalog_get_chapter (self->report.catalog, run->chapter);
  const char *const texts[] = {tnk_department_get_id (department), tnk_department_get_name (department), tnk_chapter_get_id (chapter),
                               tnk_text_get (tnk_chapter_get_title (chapter), "ja")};
  g_autofree char *said = make_range (run, COL_VERDICT), *answers = make_range (run, COL_ANSWERS), *agreeing = make_range (run, COL_AGREEING);
  guint numbers[TNK_AUDIT_N_COUNTS] = {0};

  count_run (self, run, numbers);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tnk_sheet_text (self->counts, row, i, TNK_STYLE_COUNT_TEXT, texts[i]);
  for (guint i = 0; i < TNK_AUDIT_N_COUNTS; i++) {
    g_autofree char *formula = NULL;

    if (i < TNK_N_VERDICTS)
      formula = g_strdup_printf ("=COUNTIF(%s,\"%s\")", said, tnk_verdict_get_label (i, "ja"));
    else if (i == TNK_AUDIT_COUNT_CELLS)
      formula = g_strdup_printf ("=SUM(E%u:I%u)", row + 1, row + 1);
    else
      formula = g_strdup_printf ("=SUM(%s)", i == TNK_AUDIT_COUNT_ANSWERS ? answers : agreeing);
    tnk_sheet_formula (self->counts, row, TNK_AUDIT_COUNT_FIRST_COL + i, TNK_STYLE_COUNT, formula, numbers[i]);
  }
}

void
tnk_audit_write_counts (TnkAuditWriter *self)
{
  static const char *const headers[] = {"部署ID", "部署", "章ID", "章", "未確認", "適合", "観察事項", "軽微な不適合", "重大な不適合", "対象", "比べた回答 N", "一致した回答 n"};
  static const double widths[] = {14, 26, 8, 30, 9, 9, 9, 12, 12, 9, 12, 12};
  const TnkRange table = {TNK_AUDIT_HEADER_ROW, 0, TNK_AUDIT_HEADER_ROW + MAX (1, self->runs->len), G_N_ELEMENTS (headers) - 1};

  G_STATIC_ASSERT (G_N_ELEMENTS (headers) == TNK_AUDIT_COUNT_FIRST_COL + TNK_AUDIT_N_COUNTS);
  tnk_sheet_page (self->counts, TNK_PAPER_A4_LANDSCAPE);
  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    tnk_sheet_columns (self->counts, i, i, widths[i]);
  tnk_report_write_title (&self->report, self->counts, "監査の件数", "「" TNK_SHEET_SUMMARY "」の数値のもとになる件数です。部署と章ごとに、「" TNK_AUDIT_SHEET_PAPERS "」の行を数えています。");
  tnk_write_headers (self->counts, TNK_AUDIT_HEADER_ROW, headers, G_N_ELEMENTS (headers));
  tnk_sheet_freeze (self->counts, TNK_AUDIT_FIRST_ROW, 4);
  tnk_sheet_repeat_rows (self->counts, TNK_AUDIT_HEADER_ROW, TNK_AUDIT_HEADER_ROW);
  tnk_sheet_autofilter (self->counts, &table);
  for (guint i = 0; i < self->runs->len && !tnk_workbook_has_failed (self->report.book); i++)
    write_run (self, TNK_AUDIT_FIRST_ROW + i, &g_array_index (self->runs, TnkAuditRun, i));
}
