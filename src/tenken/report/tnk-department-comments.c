/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-department-private.h"

/* What people wrote to their answers. Where names are not to be shown the items do not hold them, and the sheet has neither a
 * column for them nor one for the answer. */

#define HEADER_ROW 2
#define FIRST_ROW 3
#define MAX_LINES 24 /* a row cannot be much higher */

enum {
  COL_CLAUSE,
  COL_CONTROL,
  COL_TITLE,
  COL_COMMENT,
  N_COLS,
  /* with names */
  COL_ANSWER = N_COLS,
  COL_ROLE,
  COL_DEPARTMENT,
  COL_PERSON,
  COL_NAME,
  N_NAMED_COLS,
};

static const char *const headers[N_NAMED_COLS] = {"条項", "管理策ID", "管理策", "コメント", "回答", "役割", "部署", "職員番号", "氏名"};
static const double widths[N_NAMED_COLS] = {13, 12, 34, 62, 13, 22, 26, 13, 18};

static gboolean
has_names (TnkDepartmentWriter *self)
{
  for (guint i = 0; i < self->comments->len; i++)
    if (tnk_item_get_person_id (self->comments->pdata[i]) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
or_dash (const char *text)
{
  return text != NULL ? text : TNK_DASH;
}

static void
write_owner (TnkSheet *sheet,
             guint row,
             TnkItem *item)
{
  static const TnkAnswerKind kinds[TNK_N_ANSWER_VALUES] = {
    [TNK_ANSWER_VALUE_UNANSWERED] = TNK_ANSWER_UNANSWERED,
    [TNK_ANSWER_VALUE_IMPLEMENTED] = TNK_ANSWER_IMPLEMENTED,
    [TNK_ANSWER_VALUE_PARTIAL] = TNK_ANSWER_PARTIAL,
    [TNK_ANSWER_VALUE_NOT_IMPLEMENTED] = TNK_ANSWER_NOT_IMPLEMENTED,
    [TNK_ANSWER_VALUE_NOT_APPLICABLE] = TNK_ANSWER_NOT_APPLICABLE,
    [TNK_ANSWER_VALUE_EXCEPTED] = TNK_ANSWER_EXCEPTED,
  };
  const TnkAnswerLook *look = tnk_answer_look (kinds[tnk_item_get_answer (item)]);
  TnkRole *role = tnk_item_get_role (item);
  TnkDepartment *department = tnk_item_get_department (item);

  tnk_sheet_text (sheet, row, COL_ANSWER, look->style, look->label);
  tnk_sheet_text (sheet, row, COL_ROLE, TNK_STYLE_WRAPPED, role != NULL ? tnk_text_get (tnk_role_get_name (role), "ja") : TNK_DASH);
  tnk_sheet_text (sheet, row, COL_DEPARTMENT, TNK_STYLE_WRAPPED, department != NULL ? tnk_department_get_name (department) : TNK_DASH);
  tnk_sheet_text (sheet, row, COL_PERSON, TNK_STYLE_TEXT, or_dash (tnk_item_get_person_id (item)));
  tnk_sheet_text (sheet, row, COL_NAME, TNK_STYLE_WRAPPED, or_dash (tnk_item_get_person_name (item)));
}

static guint
count_lines (TnkItem *item,
             gboolean names)
{
  TnkDepartment *department = tnk_item_get_department (item);
  TnkRole *role = tnk_item_get_role (item);
  guint n = MAX (tnk_count_lines (or_dash (tnk_item_get_comment (item)), widths[COL_COMMENT] - 3),
                 tnk_count_lines (tnk_text_get (tnk_control_get_title (tnk_item_get_control (item)), "ja"), widths[COL_TITLE] - 3));

  if (names && department != NULL)
    n = MAX (n, tnk_count_lines (tnk_department_get_name (department), widths[COL_DEPARTMENT] - 3));
  if (names && role != NULL)
    n = MAX (n, tnk_count_lines (tnk_text_get (tnk_role_get_name (role), "ja"), widths[COL_ROLE] - 3));
  if (names)
    n = MAX (n, tnk_count_lines (or_dash (tnk_item_get_person_name (item)), widths[COL_NAME] - 3));
  return MIN (n, MAX_LINES);
}

static void
write_comment (TnkSheet *sheet,
               guint row,
               TnkItem *item,
               gboolean names)
{
  TnkControl *control = tnk_item_get_control (item);

  tnk_write_height (sheet, row, count_lines (item, names));
  tnk_sheet_text (sheet, row, COL_CLAUSE, TNK_STYLE_TEXT, tnk_control_get_clause (control));
  tnk_sheet_text (sheet, row, COL_CONTROL, TNK_STYLE_TEXT, tnk_control_get_id (control));
  tnk_sheet_text (sheet, row, COL_TITLE, TNK_STYLE_WRAPPED, tnk_text_get (tnk_control_get_title (control), "ja"));
  tnk_sheet_text (sheet, row, COL_COMMENT, TNK_STYLE_WRAPPED, or_dash (tnk_item_get_comment (item)));
  if (names)
    write_owner (sheet, row, item);
}

void
tnk_department_write_comments (TnkDepartmentWriter *self)
{
  TnkSheet *sheet = self->comment_sheet;
  gboolean names;
  guint n_cols;

  if (sheet == NULL)
    return;
  names = has_names (self);
  n_cols = names ? N_NAMED_COLS : N_COLS;
  const TnkRange all = {HEADER_ROW, 0, HEADER_ROW + MAX (1, self->comments->len), n_cols - 1};

  tnk_sheet_page (sheet, names ? TNK_PAPER_A3_LANDSCAPE : TNK_PAPER_A4_LANDSCAPE);
  for (guint i = 0; i < n_cols; i++)
    tnk_sheet_columns (sheet, i, i, widths[i]);
  tnk_report_write_title (&self->report, sheet, "回答に添えられたコメント",
                          names ? "提出済み・受理の点検票に書かれたものを、基準の順に並べています。" : "提出済み・受理の点検票に書かれたものです。だれが書いたかは示しません。");
  tnk_write_headers (sheet, HEADER_ROW, headers, n_cols);
  for (guint i = 0; i < self->comments->len && !tnk_workbook_has_failed (self->report.book); i++)
    write_comment (sheet, FIRST_ROW + i, self->comments->pdata[i], names);
  if (self->comments->len == 0)
    tnk_sheet_merge (sheet, FIRST_ROW, 0, n_cols - 1, TNK_STYLE_TEXT, "コメントはありません。");
  tnk_sheet_freeze (sheet, FIRST_ROW, 2);
  tnk_sheet_repeat_rows (sheet, HEADER_ROW, HEADER_ROW);
  tnk_sheet_autofilter (sheet, &all);
}
