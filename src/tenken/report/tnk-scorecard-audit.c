/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-scorecard-private.h"

/* The auditors’ verdicts beside the self-check: how far both say the same, by department, chapter and control. */

enum {
  COL_NAME,
  COL_ID,
  COL_VERDICTS, /* one for each, the ones that were given first */
  COL_AGREEING = COL_VERDICTS + TNK_N_VERDICTS,
  COL_OVERSTATED,
  COL_UNDERSTATED,
  COL_ANSWERS,
  COL_RATE,
  N_COLS,
};

static const TnkVerdict verdicts[TNK_N_VERDICTS] = {TNK_VERDICT_CONFORMS, TNK_VERDICT_OBSERVATION, TNK_VERDICT_MINOR, TNK_VERDICT_MAJOR,
                                                    TNK_VERDICT_NOT_EXAMINED};

static const char *const headers[N_COLS] = {
  NULL, "ID", "適合", "観察事項", "軽微な\n不適合", "重大な\n不適合", "未確認", "一致した\n回答 n", "自己点検が\n実施済み、\n監査は不適合",
  "自己点検が\n未実施等、\n監査は適合", "比べた\n回答 N", "一致率"};

static guint
write_headers (TnkScorecardWriter *self,
               guint row,
               const char *title,
               const char *what)
{
  tnk_sheet_row_height (self->audit_sheet, row, 22);
  tnk_sheet_text (self->audit_sheet, row++, COL_NAME, TNK_STYLE_SECTION, title);
  tnk_sheet_row_height (self->audit_sheet, row, 44);
  for (guint i = 0; i < N_COLS; i++)
    tnk_sheet_text (self->audit_sheet, row, i, TNK_STYLE_HEADER, i == COL_NAME ? what : headers[i]);
  return row + 1;
}

/* The sum of the answers of a row and the rate; n stands in the column before what differs. */
static void
write_rate (TnkScorecardWriter *self,
            guint row,
            TnkStyle strong,
            TnkAgreement *agreement)
{
  g_autofree char *first = tnk_ref (NULL, row, COL_AGREEING), *last = tnk_ref (NULL, row, COL_UNDERSTATED);
  g_autofree char *answers = g_strdup_printf ("=SUM(%s:%s)", first, last), *rate = tnk_percent_formula (row, COL_AGREEING, COL_ANSWERS);
  TnkAgreementCounts counts;

  tnk_agreement_get_counts (agreement, &counts);
  tnk_sheet_formula (self->audit_sheet, row, COL_ANSWERS, TNK_STYLE_INTEGER | strong, answers, counts.answers);
  tnk_write_formula (self->audit_sheet, row, COL_RATE, TNK_STYLE_PERCENT | strong, rate, tnk_agreement_get_rate (agreement));
}

static void
list_numbers (TnkAgreement *agreement,
              guint *numbers)
{
  TnkAgreementCounts counts;

  tnk_agreement_get_counts (agreement, &counts);
  for (guint i = 0; i < TNK_N_VERDICTS; i++)
    numbers[i] = tnk_agreement_count_verdict (agreement, verdicts[i]);
  numbers[TNK_N_VERDICTS] = counts.agreeing;
  numbers[TNK_N_VERDICTS + 1] = counts.overstated;
  numbers[TNK_N_VERDICTS + 2] = counts.understated;
}

static guint
write_line (TnkScorecardWriter *self,
            guint row,
            TnkAgreement *agreement)
{
  guint numbers[TNK_N_VERDICTS + 3];

  list_numbers (agreement, numbers);
  tnk_write_height (self->audit_sheet, row, tnk_count_lines (tnk_agreement_get_name (agreement), TNK_NAME_WIDTH - 3));
  tnk_sheet_text (self->audit_sheet, row, COL_NAME, TNK_STYLE_WRAPPED, tnk_agreement_get_name (agreement));
  tnk_sheet_text (self->audit_sheet, row, COL_ID, TNK_STYLE_TEXT, tnk_agreement_get_id (agreement));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    tnk_sheet_integer (self->audit_sheet, row, COL_VERDICTS + i, TNK_STYLE_INTEGER, numbers[i]);
  write_rate (self, row, 0, agreement);
  return row + 1;
}

/* The whole is the sum of the departments, which stand below it. */
static guint
write_whole (TnkScorecardWriter *self,
             guint row,
             TnkAgreement *whole,
             guint n_departments)
{
  guint numbers[TNK_N_VERDICTS + 3];

  list_numbers (whole, numbers);
  tnk_sheet_text (self->audit_sheet, row, COL_NAME, TNK_STYLE_STRONG (TNK_STYLE_WRAPPED), "監査の全体");
  tnk_sheet_blank (self->audit_sheet, row, COL_ID, TNK_STYLE_TEXT);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *first = tnk_ref (NULL, row + 1, COL_VERDICTS + i), *last = tnk_ref (NULL, row + n_departments, COL_VERDICTS + i);
    g_autofree char *formula = g_strdup_printf ("=SUM(%s:%s)", first, last);

    tnk_sheet_formula (self->audit_sheet, row, COL_VERDICTS + i, TNK_STYLE_STRONG (TNK_STYLE_INTEGER), formula, numbers[i]);
  }
  write_rate (self, row, TNK_STYLE_STRONG (0), whole);
  return row + 1;
}

static guint
write_lines (TnkScorecardWriter *self,
             guint row,
             GPtrArray *list)
{
  for (guint i = 0; i < list->len && !tnk_workbook_has_failed (self->report.book); i++)
    row = write_line (self, row, list->pdata[i]);
  return row;
}

static guint
write_part (TnkScorecardWriter *self,
            guint row,
            TnkAuditBook *book,
            TnkScopeKind by,
            const char *title,
            const char *what)
{
  g_autoptr (GPtrArray) list = tnk_agreement_list (book, self->report.tally, by, "ja");

  return write_lines (self, write_headers (self, row, title, what), list);
}

static guint
write_audit (TnkScorecardWriter *self,
             guint row,
             TnkAuditBook *book)
{
  TnkAudit *audit = tnk_audit_book_get_audit (book);
  g_autoptr (GPtrArray) whole = tnk_agreement_list (book, self->report.tally, TNK_SCOPE_KIND_ORGANISATION, "ja");
  g_autoptr (GPtrArray) departments = tnk_agreement_list (book, self->report.tally, TNK_SCOPE_KIND_DEPARTMENT, "ja");
  g_autofree char *title = g_strdup_printf ("%s（%s　%s）", tnk_audit_get (audit, TNK_AUDIT_FIELD_TITLE), tnk_audit_get_id (audit),
                                            tnk_audit_state_get_label (tnk_audit_get_state (audit), "ja"));

  row = write_headers (self, row, title, "部署");
  if (whole->len == 0 || departments->len == 0) {
    tnk_sheet_merge (self->audit_sheet, row, 0, N_COLS - 1, TNK_STYLE_TEXT, "監査調書はまだありません。");
    return row + 2;
  }
  row = write_lines (self, write_whole (self, row, whole->pdata[0], departments->len), departments);
  row = write_part (self, row + 1, book, TNK_SCOPE_KIND_CHAPTER, "章別", "章");
  row = write_part (self, row + 1, book, TNK_SCOPE_KIND_CONTROL, "管理策別", "管理策");
  return row + 1;
}

void
tnk_scorecard_write_audits (TnkScorecardWriter *self)
{
  guint row = 3;

  tnk_sheet_page (self->audit_sheet, TNK_PAPER_A4_LANDSCAPE);
  tnk_sheet_columns (self->audit_sheet, COL_NAME, COL_NAME, TNK_NAME_WIDTH);
  tnk_sheet_columns (self->audit_sheet, COL_ID, COL_ID, 12);
  tnk_sheet_columns (self->audit_sheet, COL_VERDICTS, COL_AGREEING, 9);
  tnk_sheet_columns (self->audit_sheet, COL_OVERSTATED, COL_UNDERSTATED, 12);
  tnk_sheet_columns (self->audit_sheet, COL_ANSWERS, COL_RATE, 9);
  tnk_report_write_title (&self->report, self->audit_sheet, "監査と自己点検の比較",
                          "監査人の判定と同じことを述べた自己点検の回答の割合です。対象外・例外措置・未回答と、未確認の管理策は比べません。");
  tnk_sheet_freeze (self->audit_sheet, 2, 1);
  tnk_sheet_repeat_rows (self->audit_sheet, 0, 1);
  for (guint i = 0; i < self->audits->len; i++)
    row = write_audit (self, row, self->audits->pdata[i]);
}
