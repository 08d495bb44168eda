/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-report-private.h"

#include <math.h>

/* The figures of one scope at a glance: score and grade in large, then each rate with what it is made of, then the
 * answers. The sheet has eight columns. */

enum {
  COL_NAME,
  COL_NOW,
  COL_NUMERATOR,
  COL_DENOMINATOR,
  COL_BEFORE,
  COL_BEFORE_NUMERATOR,
  COL_BEFORE_DENOMINATOR,
  COL_CHANGE,
};

static const char *const gap_names[] = {"controls_gap", NULL};
static const char *const control_names[] = {"controls", NULL};

static double
previous_score (const TnkScopeLine *line)
{
  return line->previous != NULL ? tnk_score_get_score (line->previous) : NAN;
}

static void
write_tile_headers (TnkSheet *sheet,
                    guint row)
{
  tnk_sheet_text (sheet, row, 0, TNK_STYLE_HEADER, "点数");
  tnk_sheet_merge (sheet, row, 1, 2, TNK_STYLE_HEADER, "評価");
  tnk_sheet_merge (sheet, row, 3, 4, TNK_STYLE_HEADER, "前回の点数");
  tnk_sheet_text (sheet, row, 5, TNK_STYLE_HEADER, "増減");
  tnk_sheet_text (sheet, row, 6, TNK_STYLE_HEADER, "不備のある管理策");
  tnk_sheet_text (sheet, row, 7, TNK_STYLE_HEADER, "うち重大");
}

static void
write_tiles (TnkReport *self,
             TnkSheet *sheet,
             guint row,
             const TnkScopeLine *line)
{
  double now = tnk_score_get_score (line->score);
  double before = previous_score (line);
  g_autofree char *score = tnk_block_score_formula (&line->block, TNK_DASH);
  g_autofree char *score_cell = tnk_ref (NULL, row, 0);
  g_autofree char *critical_cell = tnk_ref (NULL, row, 7);
  g_autofree char *grade = tnk_grade_formula (score_cell, critical_cell);
  g_autofree char *change = tnk_change_formula (row, 0, 3);
  g_autofree char *gaps = tnk_block_count_formula (&line->block, gap_names);
  g_autofree char *critical = tnk_block_critical_formula (&line->block);

  tnk_sheet_row_height (sheet, row, 44);
  tnk_write_formula (sheet, row, 0, TNK_STYLE_BIG_FIGURE, score, now);
  tnk_sheet_merge_formula (sheet, row, 1, 2, TNK_STYLE_BIG_TEXT, grade, tnk_grade_text (tnk_score_get_grade (line->score)));
  if (isnan (before))
    tnk_sheet_merge (sheet, row, 3, 4, TNK_STYLE_BIG_QUIET, TNK_DASH);
  else
    tnk_sheet_merge_number (sheet, row, 3, 4, TNK_STYLE_BIG_QUIET, before);
  tnk_write_formula (sheet, row, 5, TNK_STYLE_BIG_CHANGE, change, now - before);
  tnk_write_formula (sheet, row, 6, TNK_STYLE_BIG_COUNT, gaps != NULL ? gaps : "=0", tnk_score_get_count (line->score, "controls_gap"));
  tnk_sheet_formula (sheet, row, 7, TNK_STYLE_BIG_COUNT, critical, tnk_report_count_critical (self, &line->block));
}

static void
write_rate_before (TnkSheet *sheet,
                   guint row,
                   TnkRate *rate,
                   TnkScore *previous,
                   double *percent)
{
  gint64 numerator = 0, denominator = 0;

  *percent = NAN;
  if (previous != NULL)
    tnk_rate_of (rate, previous, percent, &numerator, &denominator);
  tnk_write_figure (sheet, row, COL_BEFORE, TNK_STYLE_PERCENT, *percent);
  tnk_write_figure (sheet, row, COL_BEFORE_NUMERATOR, TNK_STYLE_INTEGER, previous != NULL ? (double) numerator : NAN);
  tnk_write_figure (sheet, row, COL_BEFORE_DENOMINATOR, TNK_STYLE_INTEGER, previous != NULL ? (double) denominator : NAN);
}

static void
write_rate (TnkSheet *sheet,
            guint row,
            TnkRate *rate,
            const TnkScopeLine *line)
{
  g_autofree char *formula = tnk_percent_formula (row, COL_NUMERATOR, COL_DENOMINATOR);
  g_autofree char *change = tnk_change_formula (row, COL_NOW, COL_BEFORE);
  double now = NAN, before;
  gint64 numerator, denominator;

  tnk_rate_of (rate, line->score, &now, &numerator, &denominator);
  tnk_sheet_row_height (sheet, row, TNK_ROW_HEIGHT);
  tnk_sheet_text (sheet, row, COL_NAME, TNK_STYLE_LABEL, tnk_text_get (tnk_rate_get_name (rate), "ja"));
  tnk_write_formula (sheet, row, COL_NOW, TNK_STYLE_PERCENT, formula, now);
  tnk_write_count (sheet, row, COL_NUMERATOR, &line->block, tnk_rate_get_numerator (rate), numerator);
  tnk_write_count (sheet, row, COL_DENOMINATOR, &line->block, tnk_rate_get_denominator (rate), denominator);
  write_rate_before (sheet, row, rate, line->previous, &before);
  tnk_write_formula (sheet, row, COL_CHANGE, TNK_STYLE_CHANGE, change, now - before);
}

/* The controls that are not fully kept, beside those that there are: the figure that a good score must not hide. */
static void
write_gaps (TnkSheet *sheet,
            guint row,
            const TnkScopeLine *line)
{
  TnkScore *previous = line->previous;
  gint64 now = tnk_score_get_count (line->score, "controls_gap");
  double before = previous != NULL ? (double) tnk_score_get_count (previous, "controls_gap") : NAN;
  double all = previous != NULL ? (double) tnk_score_get_count (previous, "controls") : NAN;
  g_autofree char *change = tnk_change_formula (row, COL_NOW, COL_BEFORE);

  tnk_sheet_row_height (sheet, row, TNK_ROW_HEIGHT);
  tnk_sheet_text (sheet, row, COL_NAME, TNK_STYLE_LABEL, "不備のある管理策（数）");
  tnk_write_count (sheet, row, COL_NOW, &line->block, gap_names, now);
  tnk_write_count (sheet, row, COL_NUMERATOR, &line->block, gap_names, now);
  tnk_write_count (sheet, row, COL_DENOMINATOR, &line->block, control_names, tnk_score_get_count (line->score, "controls"));
  tnk_write_figure (sheet, row, COL_BEFORE, TNK_STYLE_INTEGER, before);
  tnk_write_figure (sheet, row, COL_BEFORE_NUMERATOR, TNK_STYLE_INTEGER, before);
  tnk_write_figure (sheet, row, COL_BEFORE_DENOMINATOR, TNK_STYLE_INTEGER, all);
  tnk_write_formula (sheet, row, COL_CHANGE, TNK_STYLE_CHANGE_COUNT, change, now - before);
}

static guint
write_rates (TnkReport *self,
             TnkSheet *sheet,
             guint row,
             const TnkScopeLine *line)
{
  static const char *const headers[] = {"指標", "今回", "分子 n", "分母 N", "前回", "前回 n", "前回 N", "増減"};

  tnk_sheet_row_height (sheet, row, 22);
  tnk_sheet_text (sheet, row++, 0, TNK_STYLE_SECTION, "指標");
  tnk_write_headers (sheet, row++, headers, G_N_ELEMENTS (headers));
  for (guint i = 0; i < self->rates->len; i++)
    write_rate (sheet, row++, g_ptr_array_index (self->rates, i), line);
  write_gaps (sheet, row++, line);
  return row;
}

static const char *const answer_counts[] = {"implemented", "partial", "not_implemented", "not_applicable", "excepted"};

static void
write_answer (TnkSheet *sheet,
              guint row,
              guint first_row,
              TnkAnswerKind kind,
              const TnkScopeLine *line)
{
  const TnkAnswerLook *look = tnk_answer_look (kind);
  guint total_row = first_row + TNK_N_ANSWERS;
  gint64 items = tnk_score_get_count (line->score, "items");
  gint64 count = items - tnk_score_get_count (line->score, "answered");
  g_autofree char *share = g_strdup_printf ("=IF($B$%u=0,\"" TNK_DASH "\",100*B%u/$B$%u)", total_row + 1, row + 1, total_row + 1);
  g_autofree char *rest = g_strdup_printf ("=B%u-SUM(B%u:B%u)", total_row + 1, first_row + 1, total_row - 1);
  g_autofree char *share_cell = tnk_ref (NULL, row, 2);

  tnk_sheet_row_height (sheet, row, TNK_ROW_HEIGHT);
  tnk_sheet_text (sheet, row, 0, look->style, look->label);
  if (kind < G_N_ELEMENTS (answer_counts)) {
    const char *const names[] = {answer_counts[kind], NULL};

    count = tnk_score_get_count (line->score, answer_counts[kind]);
    tnk_write_count (sheet, row, 1, &line->block, names, count);
  } else
    tnk_sheet_formula (sheet, row, 1, TNK_STYLE_INTEGER, rest, count);
  double percent = items > 0 ? 100.0 * count / items : NAN;
  tnk_write_formula (sheet, row, 2, TNK_STYLE_PERCENT, share, percent);
  tnk_write_single_bar (sheet, row, 3, 7, kind, share_cell, percent);
}

/* The answers of all items: how many, which share, and a bar. */
static guint
write_answers (TnkSheet *sheet,
               guint row,
               const TnkScopeLine *line)
{
  static const char *const headers[] = {"回答", "件数", "割合"};
  static const char *const items[] = {"items", NULL};

  tnk_sheet_row_height (sheet, row, 22);
  tnk_sheet_text (sheet, row++, 0, TNK_STYLE_SECTION, "回答の内訳");
  tnk_write_headers (sheet, row, headers, G_N_ELEMENTS (headers));
  tnk_sheet_merge (sheet, row++, 3, 7, TNK_STYLE_HEADER_LEFT, "■1つが5%");

  guint first = row;
  for (guint i = 0; i < TNK_N_ANSWERS; i++)
    write_answer (sheet, row++, first, i, line);
  tnk_sheet_text (sheet, row, 0, TNK_STYLE_LABEL, "計");
  tnk_write_count (sheet, row++, 1, &line->block, items, tnk_score_get_count (line->score, "items"));
  tnk_sheet_text (sheet, row++, 0, TNK_STYLE_REMARK, "端数処理のため合計は100%にならないことがあります。");
  return row;
}

/* Writes the figures of a scope from @row on. Returns the row after them. */
guint
tnk_summary_write (TnkReport *self,
                   TnkSheet *sheet,
                   guint row,
                   const TnkScopeLine *line)
{
  tnk_sheet_columns (sheet, 0, 0, 26);
  tnk_sheet_columns (sheet, 1, 7, 12.5);
  write_tile_headers (sheet, row);
  write_tiles (self, sheet, row + 1, line);
  row = write_rates (self, sheet, row + 3, line);
  return write_answers (sheet, row + 1, line);
}
