/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-scorecard-private.h"

#include <string.h>

/* The register of exceptions: what is permitted, why, what is done instead and until when. */

#define HEADER_ROW 2
#define FIRST_ROW 3
#define MAX_LINES 24 /* a row cannot be much higher */
#define EXPIRED "期限切れ"
#define EXPIRED_COLOUR 0xF6D5BF

enum {
  COL_CLAUSE,
  COL_CONTROL,
  COL_TITLE,
  COL_DEPARTMENT,
  COL_REASON,
  COL_SUBSTITUTE,
  COL_STARTS,
  COL_ENDS,
  COL_STATE,
  COL_ANSWERS,
  N_COLS,
};

static const char *const headers[N_COLS] = {"条項", "管理策ID", "管理策", "部署", "理由", "代わりの措置", "開始日", "終了日", "状態", "例外措置の\n回答数"};
static const double widths[N_COLS] = {13, 12, 32, 28, 44, 44, 12, 12, 11, 11};

static const char *
state_text (TnkExceptionState state)
{
  static const char *const texts[] = {"開始前", "有効", EXPIRED};

  return texts[state];
}

/* Without a day nothing can be called live. */
static TnkExceptionState
get_state (TnkScorecardWriter *self,
           TnkException *exception)
{
  return tnk_exception_get_state (exception, self->report.made_on != NULL ? self->report.made_on : tnk_exception_get_starts (exception));
}

/* Those that hold come first, the one that ends first before the others; then those to come, then those that are over. */
static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  static const int ranks[] = {[TNK_EXCEPTION_STATE_LIVE] = 0, [TNK_EXCEPTION_STATE_AHEAD] = 1, [TNK_EXCEPTION_STATE_EXPIRED] = 2};
  TnkException *one = *(TnkException *const *) a, *other = *(TnkException *const *) b;
  int by_state = ranks[get_state (data, one)] - ranks[get_state (data, other)];
  int by_end = strcmp (tnk_exception_get_ends (one), tnk_exception_get_ends (other));

  if (by_state != 0)
    return by_state;
  return by_end != 0 ? by_end : strcmp (tnk_exception_get_control_id (one), tnk_exception_get_control_id (other));
}

/* How many items of the department were answered with an exception; nothing where the campaign has no such items. */
static void
write_answers (TnkScorecardWriter *self,
               guint row,
               TnkControl *control,
               TnkDepartment *department)
{
  TnkReport *report = &self->report;
  TnkBlock block;
  TnkCounts counts;
  guint position;

  if (control == NULL || department == NULL || !tnk_campaign_requires (report->campaign, control)) {
    tnk_sheet_text (self->exception_sheet, row, COL_ANSWERS, TNK_STYLE_INTEGER, TNK_DASH);
    return;
  }
  position = tnk_report_find_control (report, control);
  block = tnk_block_of_scope (report, TNK_SHEET_COUNTS, 1 + tnk_department_get_index (department), tnk_department_get_index (department), -1);
  tnk_report_count (report, &block, position, &counts);
  tnk_write_ref (self->exception_sheet, row, COL_ANSWERS, TNK_STYLE_INTEGER, block.sheet, block.row + position, TNK_COUNT_EXCEPTED, counts.excepted);
}

static void
write_height (TnkSheet *sheet,
              guint row,
              const char *const *texts)
{
  guint n_lines = 1;

  for (guint i = 0; i < N_COLS; i++)
    if (texts[i] != NULL) {
      double width = tnk_find_width (texts[i], widths[i], 3, MAX_LINES);

      if (width > widths[i])
        tnk_sheet_widen (sheet, i, width);
      n_lines = MAX (n_lines, tnk_count_lines (texts[i], width - 3));
    }
  tnk_write_height (sheet, row, MIN (n_lines, MAX_LINES));
}

static void
write_exception (TnkScorecardWriter *self,
                 guint row,
                 TnkException *exception)
{
  TnkControl *control = tnk_catalog_lookup_control (self->report.catalog, tnk_exception_get_control_id (exception));
  TnkDepartment *department = tnk_body_lookup_department (self->report.body, tnk_exception_get_department_id (exception));
  TnkExceptionState state = get_state (self, exception);
  TnkSheet *sheet = self->exception_sheet;
  const char *const texts[N_COLS] = {
    [COL_CLAUSE] = control != NULL ? tnk_control_get_clause (control) : TNK_DASH,
    [COL_CONTROL] = tnk_exception_get_control_id (exception),
    [COL_TITLE] = control != NULL ? tnk_text_get (tnk_control_get_title (control), "ja") : TNK_DASH,
    [COL_DEPARTMENT] = department != NULL ? tnk_department_get_name (department) : tnk_exception_get_department_id (exception),
    [COL_REASON] = tnk_exception_get_reason (exception),
    [COL_SUBSTITUTE] = tnk_exception_get_substitute (exception),
  };

  write_height (sheet, row, texts);
  for (guint i = COL_CLAUSE; i <= COL_SUBSTITUTE; i++)
    tnk_sheet_text (sheet, row, i, TNK_STYLE_WRAPPED, texts[i]);
  tnk_sheet_date (sheet, row, COL_STARTS, TNK_STYLE_DATE, tnk_exception_get_starts (exception));
  tnk_sheet_date (sheet, row, COL_ENDS, TNK_STYLE_DATE, tnk_exception_get_ends (exception));
  tnk_sheet_text (sheet, row, COL_STATE, state == TNK_EXCEPTION_STATE_EXPIRED ? TNK_STYLE_LATE : TNK_STYLE_CENTRED, state_text (state));
  write_answers (self, row, control, department);
}

static void
write_headers (TnkScorecardWriter *self)
{
  TnkSheet *sheet = self->exception_sheet;
  g_autofree char *day = tnk_format_date (self->report.made_on);
  g_autofree char *note = g_strdup_printf ("状態は%sのものです。部署の例外措置は、その下の部署にも及びます。回答数は、その部署と下の部署で「例外措置」と答えた件数です。", day);

  tnk_sheet_page (sheet, TNK_PAPER_A3_LANDSCAPE);
  for (guint i = 0; i < N_COLS; i++)
    tnk_sheet_columns (sheet, i, i, widths[i]);
  tnk_report_write_title (&self->report, sheet, "例外措置の一覧", note);
  tnk_sheet_row_height (sheet, HEADER_ROW, 30);
  tnk_write_headers (sheet, HEADER_ROW, headers, N_COLS);
  tnk_sheet_freeze (sheet, FIRST_ROW, 2);
  tnk_sheet_repeat_rows (sheet, HEADER_ROW, HEADER_ROW);
}

/* The whole register: an exception about a control that this campaign does not ask about is one all the same. */
void
tnk_scorecard_write_exceptions (TnkScorecardWriter *self)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  guint last = FIRST_ROW + MAX (1, self->exceptions->len) - 1;
  const TnkRange all = {HEADER_ROW, 0, last, N_COLS - 1};
  const TnkRange states = {FIRST_ROW, COL_STATE, last, COL_STATE};

  g_ptr_array_extend (sorted, self->exceptions, NULL, NULL);
  g_ptr_array_sort_with_data (sorted, compare, self);
  write_headers (self);
  for (guint i = 0; i < sorted->len; i++)
    write_exception (self, FIRST_ROW + i, g_ptr_array_index (sorted, i));
  if (sorted->len == 0)
    tnk_sheet_merge (self->exception_sheet, FIRST_ROW, 0, N_COLS - 1, TNK_STYLE_TEXT, "認められた例外措置はありません。");
  tnk_sheet_mark_word (self->exception_sheet, &states, EXPIRED, EXPIRED_COLOUR);
  tnk_sheet_autofilter (self->exception_sheet, &all);
}
