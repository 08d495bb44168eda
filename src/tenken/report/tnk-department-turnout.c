/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-department-private.h"

/* Who has handed in: how far each department is, and, where names may be shown, how far everybody is. */

#define HEADER_ROW 2
#define FIRST_ROW 3

static void
begin_sheet (TnkDepartmentWriter *self,
             TnkSheet *sheet,
             TnkPaper paper,
             const char *what,
             const char *note,
             const char *const *headers,
             const double *widths,
             guint n_cols,
             guint n_rows)
{
  const TnkRange all = {HEADER_ROW, 0, HEADER_ROW + MAX (1, n_rows), n_cols - 1};

  tnk_sheet_page (sheet, paper);
  for (guint i = 0; i < n_cols; i++)
    tnk_sheet_columns (sheet, i, i, widths[i]);
  tnk_report_write_title (&self->report, sheet, what, note);
  tnk_sheet_row_height (sheet, HEADER_ROW, 30);
  tnk_write_headers (sheet, HEADER_ROW, headers, n_cols);
  tnk_sheet_freeze (sheet, FIRST_ROW, 1);
  tnk_sheet_repeat_rows (sheet, HEADER_ROW, HEADER_ROW);
  tnk_sheet_autofilter (sheet, &all);
}

/* The campaign’s tree is the same in both, but what names a department is its id. */
static int
find_department (TnkDepartmentWriter *self,
                 const TnkScopeLine *line)
{
  TnkDepartment *department = tnk_body_lookup_department (tnk_turnout_get_body (self->turnout), tnk_score_get_id (line->score));

  return department != NULL ? (int) tnk_department_get_index (department) : -1;
}

static void
write_department (TnkDepartmentWriter *self,
                  guint row,
                  const TnkScopeLine *line)
{
  int department = find_department (self, line);
  TnkTurnoutCounts counts = {0};

  if (department >= 0)
    tnk_turnout_count (self->turnout, department, &counts);
  tnk_write_name (self->turnout_sheet, row, line);
  tnk_sheet_integer (self->turnout_sheet, row, 1, TNK_STYLE_INTEGER, counts.asked);
  for (guint state = 0; state < TNK_N_TURNOUT_STATES; state++)
    tnk_sheet_integer (self->turnout_sheet, row, 2 + state, TNK_STYLE_INTEGER, tnk_turnout_counts_get (&counts, state));
  tnk_sheet_text (self->turnout_sheet, row, 2 + TNK_N_TURNOUT_STATES, TNK_STYLE_CENTRED,
                  department >= 0 && tnk_turnout_is_closed (self->turnout, department) ? "締切済み" : "");
}

void
tnk_department_write_turnout (TnkDepartmentWriter *self)
{
  static const double widths[] = {TNK_NAME_WIDTH, 9, 10, 10, 10, 10, 10, 11};
  const char *headers[G_N_ELEMENTS (widths)] = {"部署", "対象の\n人数", [G_N_ELEMENTS (widths) - 1] = "部署の\n締切"};

  if (self->turnout_sheet == NULL)
    return;
  for (guint state = 0; state < TNK_N_TURNOUT_STATES; state++)
    headers[2 + state] = tnk_turnout_state_get_label (state, "ja");
  begin_sheet (self, self->turnout_sheet, TNK_PAPER_A4_PORTRAIT, "提出状況", "部署の人数には、その下の部署を含みます。提出済みは、まだ受理していないものです。", headers, widths,
               G_N_ELEMENTS (widths), self->lines->len);
  for (guint i = 0; i < self->lines->len; i++)
    write_department (self, FIRST_ROW + i, g_ptr_array_index (self->lines, i));
}

/* --- people --- */

enum {
  COL_NUMBER,
  COL_NAME,
  COL_DEPARTMENT,
  COL_STATE,
  COL_ANSWERED,
  COL_ITEMS,
  COL_HANDED_IN,
  COL_REFERENCE,
  N_COLS,
};

static void
write_person (TnkSheet *sheet,
              guint row,
              TnkTurnoutPerson *person)
{
  const char *department = tnk_department_get_name (tnk_turnout_person_get_department (person));
  const char *name = tnk_turnout_person_get_name (person), *reference = tnk_turnout_person_get_reference (person);
  const char *at = tnk_turnout_person_get_handed_in_at (person);

  tnk_write_height (sheet, row, MAX (tnk_count_lines (department, 29), tnk_count_lines (name, 19)));
  tnk_sheet_text (sheet, row, COL_NUMBER, TNK_STYLE_TEXT, tnk_turnout_person_get_id (person));
  tnk_sheet_text (sheet, row, COL_NAME, TNK_STYLE_WRAPPED, name);
  tnk_sheet_text (sheet, row, COL_DEPARTMENT, TNK_STYLE_WRAPPED, department);
  tnk_sheet_text (sheet, row, COL_STATE, TNK_STYLE_CENTRED, tnk_turnout_state_get_label (tnk_turnout_person_get_state (person), "ja"));
  tnk_sheet_integer (sheet, row, COL_ANSWERED, TNK_STYLE_INTEGER, tnk_turnout_person_get_n_answered (person));
  tnk_sheet_integer (sheet, row, COL_ITEMS, TNK_STYLE_INTEGER, tnk_turnout_person_get_n_items (person));
  tnk_sheet_date (sheet, row, COL_HANDED_IN, TNK_STYLE_DATE, at != NULL ? at : TNK_DASH);
  tnk_sheet_text (sheet, row, COL_REFERENCE, TNK_STYLE_CENTRED, reference != NULL ? reference : TNK_DASH);
}

void
tnk_department_write_names (TnkDepartmentWriter *self)
{
  static const char *const headers[N_COLS] = {"職員番号", "氏名", "部署", "状態", "回答", "設問", "提出日", "受付番号"};
  static const double widths[N_COLS] = {14, 22, 32, 11, 8, 8, 13, 16};
  g_autoptr (GPtrArray) people = NULL;
  int department;

  if (self->names_sheet == NULL)
    return;
  department = find_department (self, g_ptr_array_index (self->lines, 0));
  people = department >= 0 ? tnk_turnout_list_people (self->turnout, department, TNK_TURNOUT_ANY_STATE) : g_ptr_array_new ();
  begin_sheet (self, self->names_sheet, TNK_PAPER_A4_LANDSCAPE, "一人ずつの提出状況", "下書きの回答は、提出するまで本人だけのものです。ここには件数だけを載せています。", headers, widths, N_COLS, people->len);
  for (guint i = 0; i < people->len && !tnk_workbook_has_failed (self->report.book); i++)
    write_person (self->names_sheet, FIRST_ROW + i, people->pdata[i]);
  if (people->len == 0)
    tnk_sheet_merge (self->names_sheet, FIRST_ROW, 0, N_COLS - 1, TNK_STYLE_TEXT, "対象の職員はいません。");
}
