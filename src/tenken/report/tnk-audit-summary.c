/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-report-private.h"

#include <math.h>

/* What the committee reads first: verdicts and agreement of the whole, by department and by chapter, and how the findings stand.
 * Every figure is a formula over the sheets of counts and of findings. */

#define COL_RATE 10
#define N_COLS 11

/* In which order the counts stand here. */
static const guint order[TNK_AUDIT_N_COUNTS] = {
  TNK_AUDIT_COUNT_CELLS, TNK_VERDICT_CONFORMS, TNK_VERDICT_OBSERVATION, TNK_VERDICT_MINOR, TNK_VERDICT_MAJOR, TNK_VERDICT_NOT_EXAMINED,
  TNK_AUDIT_COUNT_ANSWERS, TNK_AUDIT_COUNT_AGREEING};

/* Which rows of the sheet of counts a line sums up: a run of them, or all of a chapter. */
typedef struct
{
  const char *name;
  const char *id;
  guint first;
  guint n;
  const char *chapter; /* or NULL */
  TnkAgreement *agreement; /* what the library says; NULL where there is no work paper */
} Line;

static void
append_column (GString *formula,
               guint first,
               guint n,
               guint col)
{
  tnk_ref_append (formula, TNK_SHEET_COUNTS, TNK_AUDIT_FIRST_ROW + first, col);
  g_string_append_c (formula, ':');
  tnk_ref_append (formula, NULL, TNK_AUDIT_FIRST_ROW + first + n - 1, col);
}

static char *
make_formula (const Line *line,
              guint count)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  guint col = TNK_AUDIT_COUNT_FIRST_COL + count;

  if (line->n == 0)
    return g_strdup ("=0");
  if (line->chapter == NULL) {
    g_string_append (formula, "=SUM(");
    append_column (formula, line->first, line->n, col);
    g_string_append_c (formula, ')');
  } else {
    /* An id such as 5 is a text there, and stays one. */
    g_string_append (formula, "=SUMPRODUCT(--(");
    append_column (formula, line->first, line->n, TNK_AUDIT_COUNT_CHAPTER_COL);
    g_string_append_printf (formula, "=\"%s\"),", line->chapter);
    append_column (formula, line->first, line->n, col);
    g_string_append_c (formula, ')');
  }
  return g_string_free (g_steal_pointer (&formula), FALSE);
}

/* What nobody wrote a paper about is still to be examined. */
static guint
count_cells (TnkAuditWriter *self,
             const Line *line)
{
  guint n = 0;

  for (guint i = line->first; i < line->first + line->n; i++) {
    const TnkAuditRun *run = &g_array_index (self->runs, TnkAuditRun, i);
    TnkChapter *chapter = tnk_catalog_get_chapter (self->report.catalog, run->chapter);

    if (line->chapter == NULL || g_str_equal (tnk_chapter_get_id (chapter), line->chapter))
      n += run->n;
  }
  return n;
}

static guint
get_count (TnkAuditWriter *self,
           const Line *line,
           guint count)
{
  TnkAgreementCounts counts = {0};

  if (count == TNK_AUDIT_COUNT_CELLS)
    return count_cells (self, line);
  if (line->agreement != NULL)
    tnk_agreement_get_counts (line->agreement, &counts);
  if (count == TNK_AUDIT_COUNT_ANSWERS)
    return counts.answers;
  if (count == TNK_AUDIT_COUNT_AGREEING)
    return counts.agreeing;
  if (count == TNK_VERDICT_NOT_EXAMINED)
    return count_cells (self, line) - counts.papers;
  return line->agreement != NULL ? tnk_agreement_count_verdict (line->agreement, count) : 0;
}

static guint
write_line (TnkAuditWriter *self,
            guint row,
            const Line *line,
            TnkStyle strong)
{
  g_autofree char *rate = tnk_percent_formula (row, COL_RATE - 1, COL_RATE - 2);

  tnk_write_height (self->summary, row, tnk_count_lines (line->name, TNK_NAME_WIDTH - 3));
  tnk_sheet_text (self->summary, row, 0, TNK_STYLE_WRAPPED | strong, line->name);
  tnk_sheet_text (self->summary, row, 1, TNK_STYLE_TEXT, line->id);
  for (guint i = 0; i < TNK_AUDIT_N_COUNTS; i++) {
    g_autofree char *formula = make_formula (line, order[i]);

    tnk_sheet_formula (self->summary, row, 2 + i, TNK_STYLE_INTEGER | strong, formula, get_count (self, line, order[i]));
  }
  tnk_write_formula (self->summary, row, COL_RATE, TNK_STYLE_PERCENT | strong, rate, line->agreement != NULL ? tnk_agreement_get_rate (line->agreement) : NAN);
  return row + 1;
}

static guint
write_headers (TnkAuditWriter *self,
               guint row,
               const char *title,
               const char *what)
{
  const char *const headers[N_COLS] = {what, "ID", "対象", "適合", "観察事項", "軽微な\n不適合", "重大な\n不適合", "未確認", "比べた\n回答 N", "一致した\n回答 n", "自己点検との\n一致率"};

  tnk_sheet_row_height (self->summary, row, 22);
  tnk_sheet_text (self->summary, row++, 0, TNK_STYLE_SECTION, title);
  tnk_sheet_row_height (self->summary, row, 30);
  tnk_write_headers (self->summary, row, headers, N_COLS);
  return row + 1;
}

static TnkAgreement *
find_agreement (GPtrArray *list,
                const char *id)
{
  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (tnk_agreement_get_id (list->pdata[i]), id) == 0)
      return list->pdata[i];
  return NULL;
}

static guint
write_departments (TnkAuditWriter *self,
                   guint row)
{
  g_autoptr (GPtrArray) list = tnk_agreement_list (self->audit_book, self->report.tally, TNK_SCOPE_KIND_DEPARTMENT, "ja");
  guint end;

  row = write_headers (self, row, "部署別の判定と、自己点検との一致", "部署");
  for (guint i = 0; i < self->runs->len; i = end) {
    guint index = g_array_index (self->runs, TnkAuditRun, i).department;
    TnkDepartment *department = tnk_body_get_department (self->report.body, index);
    Line line = {tnk_department_get_name (department), tnk_department_get_id (department), i, 0, NULL, NULL};

    for (end = i; end < self->runs->len && g_array_index (self->runs, TnkAuditRun, end).department == index; end++)
      line.n++;
    line.agreement = find_agreement (list, line.id);
    row = write_line (self, row, &line, 0);
  }
  return row;
}

static gboolean
has_chapter (TnkAuditWriter *self,
             guint chapter)
{
  for (guint i = 0; i < self->runs->len; i++)
    if (g_array_index (self->runs, TnkAuditRun, i).chapter == chapter)
      return TRUE;
  return FALSE;
}

static guint
write_chapters (TnkAuditWriter *self,
                guint row)
{
  g_autoptr (GPtrArray) list = tnk_agreement_list (self->audit_book, self->report.tally, TNK_SCOPE_KIND_CHAPTER, "ja");

  row = write_headers (self, row, "章別の判定と、自己点検との一致", "章");
  for (guint i = 0; i < tnk_catalog_get_n_chapters (self->report.catalog); i++) {
    TnkChapter *chapter = tnk_catalog_get_chapter (self->report.catalog, i);
    const char *id = tnk_chapter_get_id (chapter);
    const Line line = {tnk_text_get (tnk_chapter_get_title (chapter), "ja"), id, 0, self->runs->len, id, find_agreement (list, id)};

    if (has_chapter (self, i))
      row = write_line (self, row, &line, 0);
  }
  return row;
}

static guint
write_whole (TnkAuditWriter *self,
             guint row)
{
  g_autoptr (GPtrArray) list = tnk_agreement_list (self->audit_book, self->report.tally, TNK_SCOPE_KIND_ORGANISATION, "ja");
  const Line line = {"監査の全体", "", 0, self->runs->len, NULL, list->len > 0 ? list->pdata[0] : NULL};

  row = write_headers (self, row, "全体", "範囲");
  return write_line (self, row, &line, TNK_STYLE_STRONG (0));
}

/* --- the findings --- */

static char *
make_finding_range (TnkAuditWriter *self,
                    guint col)
{
  g_autoptr (GString) range = g_string_new (NULL);

  tnk_ref_append (range, TNK_AUDIT_SHEET_FINDINGS, TNK_AUDIT_FIRST_ROW, col);
  g_string_append_c (range, ':');
  tnk_ref_append (range, NULL, TNK_AUDIT_FIRST_ROW + tnk_audit_book_get_n_findings (self->audit_book) - 1, col);
  return g_string_free (g_steal_pointer (&range), FALSE);
}

/* word NULL: all of the kind. */
static void
write_findings_count (TnkAuditWriter *self,
                      guint row,
                      guint col,
                      TnkFindingKind kind,
                      guint word_col,
                      const char *word,
                      guint n)
{
  g_autofree char *kinds = NULL, *words = NULL, *formula = NULL;

  if (tnk_audit_book_get_n_findings (self->audit_book) == 0) {
    tnk_sheet_integer (self->summary, row, col, TNK_STYLE_INTEGER, 0);
    return;
  }
  kinds = make_finding_range (self, TNK_AUDIT_FINDING_KIND);
  words = make_finding_range (self, word_col);
  if (word == NULL)
    formula = g_strdup_printf ("=COUNTIF(%s,\"%s\")", kinds, tnk_finding_kind_get_label (kind, "ja"));
  else
    formula = g_strdup_printf ("=SUMPRODUCT(--(%s=\"%s\"),--(%s=\"%s\"))", kinds, tnk_finding_kind_get_label (kind, "ja"), words, word);
  tnk_sheet_formula (self->summary, row, col, TNK_STYLE_INTEGER, formula, n);
}

static guint
count_overdue (TnkAuditWriter *self,
               TnkFindingKind kind)
{
  guint n = 0;

  for (guint i = 0; i < tnk_audit_book_get_n_findings (self->audit_book) && self->report.made_on != NULL; i++) {
    TnkFinding *finding = tnk_audit_book_get_finding (self->audit_book, i);

    n += tnk_finding_get_kind (finding) == kind && tnk_finding_is_overdue (finding, self->report.made_on);
  }
  return n;
}

static guint
write_findings (TnkAuditWriter *self,
                guint row)
{
  static const char *const headers[] = {"区分", "", "件数", "起案中", "通知済み", "回答済み", "完了", "取下げ", "うち\n期限超過"};

  tnk_sheet_row_height (self->summary, row, 22);
  tnk_sheet_text (self->summary, row++, 0, TNK_STYLE_SECTION, "指摘・意見の状況");
  tnk_sheet_row_height (self->summary, row, 30);
  tnk_write_headers (self->summary, row++, headers, G_N_ELEMENTS (headers));
  for (guint kind = 0; kind < TNK_N_FINDING_KINDS; kind++) {
    guint n = 0;

    for (guint state = 0; state < TNK_N_FINDING_STATES; state++)
      n += tnk_audit_book_count_findings (self->audit_book, kind, state);
    tnk_sheet_text (self->summary, row, 0, TNK_STYLE_TEXT, tnk_finding_kind_get_label (kind, "ja"));
    tnk_sheet_blank (self->summary, row, 1, TNK_STYLE_TEXT);
    write_findings_count (self, row, 2, kind, TNK_AUDIT_FINDING_KIND, NULL, n);
    for (guint state = 0; state < TNK_N_FINDING_STATES; state++)
      write_findings_count (self, row, 3 + state, kind, TNK_AUDIT_FINDING_STATE, tnk_finding_state_get_label (state, "ja"),
                            tnk_audit_book_count_findings (self->audit_book, kind, state));
    write_findings_count (self, row++, 3 + TNK_N_FINDING_STATES, kind, TNK_AUDIT_FINDING_LATE, TNK_AUDIT_LATE, count_overdue (self, kind));
  }
  return row;
}

void
tnk_audit_write_summary (TnkAuditWriter *self)
{
  guint row = 3;

  tnk_sheet_page (self->summary, TNK_PAPER_A4_LANDSCAPE);
  tnk_sheet_columns (self->summary, 0, 0, TNK_NAME_WIDTH);
  tnk_sheet_columns (self->summary, 1, 1, 12);
  tnk_sheet_columns (self->summary, 2, COL_RATE - 1, 10);
  tnk_sheet_columns (self->summary, COL_RATE, COL_RATE, 13);
  tnk_report_write_title (&self->report, self->summary, TNK_SHEET_SUMMARY, self->report.body_name);
  tnk_sheet_freeze (self->summary, 2, 0);
  tnk_sheet_repeat_rows (self->summary, 0, 1);
  row = write_whole (self, row);
  row = write_findings (self, row + 1);
  row = write_departments (self, row + 1);
  write_chapters (self, row + 1);
}
