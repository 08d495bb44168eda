/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>

#include "tnk-reminders-private.h"
#include "tnk-report-private.h"

/* The workbook of the people to remind: how far each department is, and, where names may be shown, who is missing. */

#define SHEET_PEOPLE "未提出者"

typedef struct
{
  TnkReport report;
  TnkTurnout *turnout;
  const char *today;
  int department;
  guint first;
  guint end;
} Writer;

static char *
describe_scope (Writer *self)
{
  g_autofree char *day = tnk_format_date (tnk_campaign_get_closes (self->report.campaign));
  g_autofree char *now = tnk_format_date (self->today);
  TnkDepartment *top = self->department >= 0 ? tnk_body_get_department (self->report.body, self->department) : NULL;

  return g_strdup_printf ("%s　%s　提出期限 %s　%s現在", self->report.body_name, top != NULL ? tnk_department_get_name (top) : "全部署", day, now);
}

static void
begin_sheet (Writer *self,
             TnkSheet *sheet,
             TnkPaper paper,
             const char *what,
             const char *const *headers,
             const double *widths,
             guint n)
{
  g_autofree char *note = describe_scope (self);

  tnk_sheet_page (sheet, paper);
  for (guint i = 0; i < n; i++)
    tnk_sheet_columns (sheet, i, i, widths[i]);
  tnk_report_write_title (&self->report, sheet, what, note);
  tnk_sheet_row_height (sheet, 2, 32);
  tnk_write_headers (sheet, 2, headers, n);
  tnk_sheet_freeze (sheet, 3, 0);
  tnk_sheet_repeat_rows (sheet, 2, 2);
}

static void
end_sheet (TnkSheet *sheet,
           guint row,
           guint n)
{
  if (row > 3)
    tnk_sheet_autofilter (sheet, &(TnkRange){2, 0, row - 1, n - 1});
}

/* --- departments --- */

enum {
  COL_DEPARTMENT,
  COL_ASKED,
  COL_HANDED_IN,
  COL_RATE,
  COL_NOT_BEGUN,
  COL_DRAFT,
  COL_RETURNED,
  COL_MISSING,
  COL_CLOSED,
  N_DEPARTMENT_COLS,
};

static void
write_numbers (TnkSheet *sheet,
               guint row,
               const TnkTurnoutCounts *counts)
{
  guint handed_in = tnk_turnout_counts_get_handed_in (counts);
  g_autofree char *rate = tnk_percent_formula (row, COL_HANDED_IN, COL_ASKED);

  tnk_sheet_integer (sheet, row, COL_ASKED, TNK_STYLE_INTEGER, counts->asked);
  tnk_sheet_integer (sheet, row, COL_HANDED_IN, TNK_STYLE_INTEGER, handed_in);
  tnk_write_formula (sheet, row, COL_RATE, TNK_STYLE_PERCENT, rate, counts->asked > 0 ? 100.0 * handed_in / counts->asked : NAN);
  tnk_sheet_integer (sheet, row, COL_NOT_BEGUN, TNK_STYLE_INTEGER, counts->not_begun);
  tnk_sheet_integer (sheet, row, COL_DRAFT, TNK_STYLE_INTEGER, counts->draft);
  tnk_sheet_integer (sheet, row, COL_RETURNED, TNK_STYLE_INTEGER, counts->returned);
  tnk_sheet_integer (sheet, row, COL_MISSING, TNK_STYLE_INTEGER, tnk_turnout_counts_get_missing (counts));
}

static void
write_department (Writer *self,
                  TnkSheet *sheet,
                  guint row,
                  guint index,
                  guint depth)
{
  TnkDepartment *department = tnk_body_get_department (self->report.body, index);
  guint indent = tnk_department_get_depth (department) - depth;
  TnkTurnoutCounts counts;

  tnk_turnout_count (self->turnout, index, &counts);
  tnk_write_height (sheet, row, tnk_count_lines (tnk_department_get_name (department), TNK_NAME_WIDTH - 3 - 2 * MIN (indent, 10)));
  tnk_sheet_text (sheet, row, COL_DEPARTMENT, TNK_STYLE_INDENTED (TNK_STYLE_WRAPPED, indent), tnk_department_get_name (department));
  write_numbers (sheet, row, &counts);
  tnk_sheet_text (sheet, row, COL_CLOSED, TNK_STYLE_CENTRED, tnk_turnout_is_closed (self->turnout, index) ? "締切済み" : "");
}

static void
write_departments (Writer *self,
                   TnkSheet *sheet)
{
  static const char *const headers[] = {"部署（下位の部署を含む）", "対象", "提出", "提出率", "未着手", "回答中", "差し戻し", "未提出", "締切"};
  static const double widths[] = {TNK_NAME_WIDTH, 8, 8, 9, 8, 8, 9, 8, 10};
  guint depth = tnk_department_get_depth (tnk_body_get_department (self->report.body, self->first));
  guint row = 3;

  begin_sheet (self, sheet, TNK_PAPER_A4_LANDSCAPE, "部署ごとの提出状況", headers, widths, N_DEPARTMENT_COLS);
  for (guint i = self->first; i < self->end && tnk_report_step (&self->report); i++)
    write_department (self, sheet, row++, i, depth);
  end_sheet (sheet, row, N_DEPARTMENT_COLS);
}

/* --- people --- */

enum {
  COL_PERSON_DEPARTMENT,
  COL_NUMBER,
  COL_NAME,
  COL_STATE,
  COL_OPEN,
  COL_DAYS,
  COL_REMARK,
  N_PERSON_COLS,
};

static void
write_days (Writer *self,
            TnkSheet *sheet,
            guint row)
{
  int days;

  if (!tnk_reminders_count_days (self->turnout, self->today, &days))
    tnk_sheet_text (sheet, row, COL_DAYS, TNK_STYLE_CENTRED, "");
  else if (days < 0)
    tnk_sheet_number (sheet, row, COL_DAYS, TNK_STYLE_LATE, days);
  else
    tnk_sheet_integer (sheet, row, COL_DAYS, TNK_STYLE_INTEGER, days);
}

static void
write_person (Writer *self,
              TnkSheet *sheet,
              guint row,
              TnkTurnoutPerson *person)
{
  const char *department = tnk_department_get_name (tnk_turnout_person_get_department (person));
  const char *name = tnk_turnout_person_get_name (person), *remark = tnk_turnout_person_get_remark (person);

  remark = remark != NULL ? remark : "";
  tnk_write_height (sheet, row, MAX (MAX (tnk_count_lines (department, 25), tnk_count_lines (name, 19)), tnk_count_lines (remark, 37)));
  tnk_sheet_text (sheet, row, COL_PERSON_DEPARTMENT, TNK_STYLE_WRAPPED, department);
  tnk_sheet_text (sheet, row, COL_NUMBER, TNK_STYLE_TEXT, tnk_turnout_person_get_id (person));
  tnk_sheet_text (sheet, row, COL_NAME, TNK_STYLE_WRAPPED, name);
  tnk_sheet_text (sheet, row, COL_STATE, TNK_STYLE_CENTRED, tnk_turnout_state_get_label (tnk_turnout_person_get_state (person), "ja"));
  tnk_sheet_integer (sheet, row, COL_OPEN, TNK_STYLE_INTEGER, tnk_turnout_person_get_n_open (person));
  write_days (self, sheet, row);
  tnk_sheet_text (sheet, row, COL_REMARK, TNK_STYLE_WRAPPED, remark);
}

static void
write_people (Writer *self,
              TnkSheet *sheet)
{
  static const char *const headers[] = {"部署", "職員番号", "氏名", "状態", "未回答\nの設問", "残り\n日数", "差し戻しの理由"};
  static const double widths[] = {28, 14, 22, 10, 9, 8, 40};
  g_autoptr (GPtrArray) people = tnk_reminders_list (self->turnout, self->department);
  guint row = 3;

  begin_sheet (self, sheet, TNK_PAPER_A4_LANDSCAPE, "まだ提出していない人", headers, widths, N_PERSON_COLS);
  for (guint i = 0; i < people->len && tnk_report_step (&self->report); i++)
    write_person (self, sheet, row++, people->pdata[i]);
  end_sheet (sheet, row, N_PERSON_COLS);
}

static void
write_workbook (Writer *self)
{
  gboolean has_people = tnk_turnout_has_people (self->turnout);
  TnkSheet *people = NULL;

  tnk_report_set_texts (&self->report, "提出状況と未提出者");
  tnk_workbook_set_private (self->report.book);
  if (has_people)
    people = tnk_workbook_add_sheet (self->report.book, SHEET_PEOPLE);
  write_departments (self, tnk_workbook_add_sheet (self->report.book, TNK_SHEET_DEPARTMENTS));
  if (has_people)
    write_people (self, people);
}

/**
 * tnk_reminders_write:
 * @turnout: who has handed in
 * @department: the index of a department, which stands for its subtree; -1 for all that @turnout is about
 * @body_name: (nullable): the name of the public body
 * @today: the day, ISO 8601
 * @filename: the file to write, `.xlsx`; one of that name is replaced
 * @cancellable: (nullable): stops the work
 * @error: return location for an error: [error@Tenken.Error] `EXPORT`, or what a file can fail with
 *
 * Writes a workbook of the people to remind, whole or not at all: who has still to hand in, where @turnout has people, and how
 * far each department is. Departments that are closed have nobody to remind.
 *
 * Nobody but the user can read the file.
 *
 * Returns: `TRUE` if the workbook is there
 *
 * Since: 0.1
 */
gboolean
tnk_reminders_write (TnkTurnout *turnout,
                     int department,
                     const char *body_name,
                     const char *today,
                     const char *filename,
                     GCancellable *cancellable,
                     GError **error)
{
  gboolean written;

  g_return_val_if_fail (TNK_IS_TURNOUT (turnout) && today != NULL && filename != NULL, FALSE);

  Writer self = {.turnout = turnout, .today = today, .department = department >= 0 ? department : tnk_turnout_get_department (turnout)};
  tnk_reminders_find_scope (turnout, department, &self.first, &self.end);
  written = tnk_report_init_campaign (&self.report, tnk_turnout_get_campaign (turnout), tnk_turnout_get_body (turnout), filename, error);
  if (written) {
    self.report.body_name = body_name != NULL ? body_name : "";
    self.report.made_on = today;
    self.report.cancellable = cancellable;
    write_workbook (&self);
    written = tnk_workbook_close (self.report.book, cancellable, NULL, error);
  }
  tnk_report_clear (&self.report);
  return written;
}
