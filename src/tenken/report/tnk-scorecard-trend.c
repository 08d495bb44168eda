/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-scorecard-private.h"

#include <math.h>

/* How the figures went from campaign to campaign. Those of this campaign are formulas as everywhere; those of earlier ones were
 * worked out in the same way when the workbook was made, and stand as they are. */

#define TABLE_ROW 2
#define FIRST_ROW (TABLE_ROW + 2)
#define COLS_PER_RATE 3
#define CHART_HEIGHT_ROWS 20

enum {
  COL_CAMPAIGN,
  COL_CLOSES,
  COL_SCORE,
  COL_GRADE,
  COL_CHANGE,
  COL_FIRST_RATE,
};

static guint
first_control_col (TnkScorecardWriter *self)
{
  return COL_FIRST_RATE + COLS_PER_RATE * self->report.rates->len;
}

static guint
last_col (TnkScorecardWriter *self)
{
  return MAX (first_control_col (self) + 1, 1 + tnk_catalog_get_n_chapters (self->report.catalog));
}

/* 令和8年度（2026） */
static char *
describe_campaign (TnkCampaign *campaign)
{
  g_autofree char *year = tnk_format_fiscal_year (tnk_campaign_get_opens (campaign));

  return *year != '\0' ? g_strdup_printf ("%s（%s）", year, tnk_campaign_get_id (campaign)) : g_strdup (tnk_campaign_get_id (campaign));
}

static gboolean
is_this (TnkScorecardWriter *self,
         guint point)
{
  return point + 1 == tnk_trend_get_n_points (self->trend);
}

/* --- the figures of the whole body --- */

static void
write_score (TnkScorecardWriter *self,
             guint row,
             guint point)
{
  TnkSheet *sheet = self->trend_sheet;
  TnkScore *score = tnk_trend_get_score (self->trend, point);
  TnkScore *before = point > 0 ? tnk_trend_get_score (self->trend, point - 1) : NULL;
  double now = tnk_score_get_score (score);
  const char *grade = tnk_grade_text (tnk_score_get_grade (score));

  if (is_this (self, point)) {
    g_autofree char *figure = tnk_block_score_formula (&self->organisation->block, TNK_DASH);
    g_autofree char *word = tnk_ref (TNK_SHEET_DEPARTMENTS, TNK_SCOPE_FIRST_ROW, TNK_SCOPE_TABLE_SCORE_COL + 1);
    g_autofree char *formula = g_strconcat ("=", word, NULL);

    tnk_write_formula (sheet, row, COL_SCORE, TNK_STYLE_STRONG (TNK_STYLE_FIGURE), figure, now);
    tnk_sheet_formula_text (sheet, row, COL_GRADE, TNK_STYLE_STRONG (TNK_STYLE_CENTRED), formula, grade);
  } else {
    tnk_write_figure (sheet, row, COL_SCORE, TNK_STYLE_FIGURE, now);
    tnk_sheet_text (sheet, row, COL_GRADE, TNK_STYLE_CENTRED, grade);
  }
  if (before == NULL) {
    tnk_sheet_text (sheet, row, COL_CHANGE, TNK_STYLE_CHANGE, TNK_DASH);
    return;
  }
  g_autoptr (GString) above = g_string_new (NULL), here = g_string_new (NULL);
  tnk_ref_append_near (above, row - 1, COL_SCORE);
  tnk_ref_append_near (here, row, COL_SCORE);
  g_autofree char *change = g_strdup_printf ("=IF(AND(ISNUMBER(%s),ISNUMBER(%s)),%s-%s,\"" TNK_DASH "\")", here->str, above->str, here->str, above->str);
  tnk_write_formula (sheet, row, COL_CHANGE, TNK_STYLE_CHANGE, change, now - tnk_score_get_score (before));
}

static void
write_count (TnkScorecardWriter *self,
             guint row,
             guint col,
             guint point,
             const char *const *names,
             gint64 value)
{
  if (is_this (self, point))
    tnk_write_count (self->trend_sheet, row, col, &self->organisation->block, names, value);
  else
    tnk_sheet_integer (self->trend_sheet, row, col, TNK_STYLE_INTEGER, value);
}

static void
write_rate (TnkScorecardWriter *self,
            guint row,
            guint col,
            guint point,
            TnkRate *rate)
{
  g_autofree char *formula = tnk_percent_formula (row, col + 1, col + 2);
  double percent = NAN;
  gint64 numerator = 0, denominator = 0;

  tnk_rate_of (rate, tnk_trend_get_score (self->trend, point), &percent, &numerator, &denominator);
  tnk_write_formula (self->trend_sheet, row, col, TNK_STYLE_PERCENT, formula, percent);
  write_count (self, row, col + 1, point, tnk_rate_get_numerator (rate), numerator);
  write_count (self, row, col + 2, point, tnk_rate_get_denominator (rate), denominator);
}

static void
write_point (TnkScorecardWriter *self,
             guint row,
             guint point)
{
  static const char *const controls[] = {"controls", NULL};
  static const char *const gaps[] = {"controls_gap", NULL};
  TnkCampaign *campaign = tnk_trend_get_campaign (self->trend, point);
  TnkScore *score = tnk_trend_get_score (self->trend, point);
  g_autofree char *name = describe_campaign (campaign);
  const char *closes = tnk_campaign_get_closes (campaign);
  guint col = first_control_col (self);

  tnk_sheet_row_height (self->trend_sheet, row, TNK_ROW_HEIGHT);
  tnk_sheet_text (self->trend_sheet, row, COL_CAMPAIGN, is_this (self, point) ? TNK_STYLE_STRONG (TNK_STYLE_TEXT) : TNK_STYLE_TEXT, name);
  tnk_sheet_date (self->trend_sheet, row, COL_CLOSES, TNK_STYLE_DATE, closes != NULL ? closes : TNK_DASH);
  write_score (self, row, point);
  for (guint i = 0; i < self->report.rates->len; i++)
    write_rate (self, row, COL_FIRST_RATE + COLS_PER_RATE * i, point, g_ptr_array_index (self->report.rates, i));
  write_count (self, row, col, point, controls, tnk_score_get_count (score, "controls"));
  write_count (self, row, col + 1, point, gaps, tnk_score_get_count (score, "controls_gap"));
}

static void
write_headers (TnkScorecardWriter *self)
{
  static const char *const scores[] = {"点数", "評価", "増減"};
  static const char *const rates[COLS_PER_RATE] = {"率", "分子 n", "分母 N"};
  TnkSheet *sheet = self->trend_sheet;
  guint row = TABLE_ROW, col = first_control_col (self);

  tnk_sheet_blank (sheet, row, COL_CAMPAIGN, TNK_STYLE_HEADER);
  tnk_sheet_blank (sheet, row, COL_CLOSES, TNK_STYLE_HEADER);
  tnk_sheet_merge (sheet, row, COL_SCORE, COL_CHANGE, TNK_STYLE_HEADER, "点数");
  for (guint i = 0; i < self->report.rates->len; i++) {
    guint first = COL_FIRST_RATE + COLS_PER_RATE * i;

    tnk_sheet_merge (sheet, row, first, first + COLS_PER_RATE - 1, TNK_STYLE_HEADER, tnk_text_get (tnk_rate_get_name (g_ptr_array_index (self->report.rates, i)), "ja"));
  }
  tnk_sheet_merge (sheet, row++, col, col + 1, TNK_STYLE_HEADER, "管理策");
  tnk_sheet_row_height (sheet, row, 28);
  tnk_sheet_text (sheet, row, COL_CAMPAIGN, TNK_STYLE_HEADER, "実施回");
  tnk_sheet_text (sheet, row, COL_CLOSES, TNK_STYLE_HEADER, "終了日");
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    tnk_sheet_text (sheet, row, COL_SCORE + i, TNK_STYLE_HEADER, scores[i]);
  for (guint i = COL_FIRST_RATE; i < col; i++)
    tnk_sheet_text (sheet, row, i, TNK_STYLE_HEADER, rates[(i - COL_FIRST_RATE) % COLS_PER_RATE]);
  tnk_sheet_text (sheet, row, col, TNK_STYLE_HEADER, "対象数");
  tnk_sheet_text (sheet, row, col + 1, TNK_STYLE_HEADER, "不備の\nある数");
}

/* --- the chapters --- */

static void
write_chapter_score (TnkScorecardWriter *self,
                     guint row,
                     guint point,
                     guint chapter)
{
  TnkScore *score = tnk_trend_get_chapter_score (self->trend, point, chapter);
  double figure = score != NULL ? tnk_score_get_score (score) : NAN;

  if (is_this (self, point)) {
    TnkBlock block = tnk_block_of_chapter (&self->report, &self->organisation->block, chapter);
    g_autofree char *formula = tnk_block_score_formula (&block, TNK_DASH);

    tnk_write_formula (self->trend_sheet, row, 1 + chapter, TNK_STYLE_FIGURE, formula, figure);
  } else
    tnk_write_figure (self->trend_sheet, row, 1 + chapter, TNK_STYLE_FIGURE, figure);
}

static guint
write_chapters (TnkScorecardWriter *self,
                guint row)
{
  TnkSheet *sheet = self->trend_sheet;
  guint n = tnk_catalog_get_n_chapters (self->report.catalog), n_points = tnk_trend_get_n_points (self->trend);
  const TnkRange figures = {row + 2, 1, row + 1 + n_points, n};

  tnk_sheet_row_height (sheet, row, 22);
  tnk_sheet_text (sheet, row++, 0, TNK_STYLE_SECTION, "章ごとの点数");
  tnk_sheet_row_height (sheet, row, 62);
  tnk_sheet_text (sheet, row, 0, TNK_STYLE_HEADER, "実施回");
  for (guint c = 0; c < n; c++) {
    TnkChapter *chapter = tnk_catalog_get_chapter (self->report.catalog, c);
    g_autofree char *text = g_strdup_printf ("%s\n%s", tnk_chapter_get_id (chapter), tnk_text_get (tnk_chapter_get_title (chapter), "ja"));

    tnk_sheet_text (sheet, row, 1 + c, TNK_STYLE_HEADER, text);
  }
  row++;
  for (guint point = 0; point < n_points; point++, row++) {
    g_autofree char *name = describe_campaign (tnk_trend_get_campaign (self->trend, point));

    tnk_sheet_row_height (sheet, row, TNK_ROW_HEIGHT);
    tnk_sheet_text (sheet, row, 0, is_this (self, point) ? TNK_STYLE_STRONG (TNK_STYLE_TEXT) : TNK_STYLE_TEXT, name);
    for (guint c = 0; c < n; c++)
      write_chapter_score (self, row, point, c);
  }
  tnk_sheet_colour_scale (sheet, &figures, tnk_campaign_get_grade_line (self->report.campaign, 'C'), tnk_campaign_get_grade_line (self->report.campaign, 'B'), 100);
  return row;
}

/* --- what cannot be compared --- */

static void
write_break (TnkScorecardWriter *self,
             guint row,
             guint point,
             guint index)
{
  TnkControl *control = tnk_catalog_get_control (self->report.catalog, index);
  g_autofree char *name = describe_campaign (tnk_trend_get_campaign (self->trend, point));
  const char *title = tnk_text_get (tnk_control_get_title (control), "ja");

  tnk_write_height (self->trend_sheet, row, tnk_count_lines (title, 80));
  tnk_sheet_text (self->trend_sheet, row, 0, TNK_STYLE_TEXT, name);
  tnk_sheet_text (self->trend_sheet, row, 1, TNK_STYLE_TEXT, tnk_control_get_clause (control));
  tnk_sheet_merge (self->trend_sheet, row, 2, last_col (self), TNK_STYLE_WRAPPED, title);
}

/* Controls of which a campaign asked something else than the one before it. */
static void
write_breaks (TnkScorecardWriter *self,
              guint row)
{
  guint n_controls = tnk_catalog_get_n_controls (self->report.catalog);
  gboolean any = FALSE;

  for (guint point = 1; point < tnk_trend_get_n_points (self->trend); point++)
    for (guint i = 0; i < n_controls; i++) {
      if (!tnk_trend_is_broken (self->trend, point, i))
        continue;
      if (!any) {
        tnk_sheet_row_height (self->trend_sheet, row, 22);
        tnk_sheet_text (self->trend_sheet, row++, 0, TNK_STYLE_SECTION, "尋ねる内容が前の回から変わった管理策（前の回とは比べられません）");
      }
      any = TRUE;
      write_break (self, row++, point, i);
    }
}

static void
draw_trend (TnkScorecardWriter *self,
            guint row)
{
  static const guint32 colours[] = {TNK_COLOUR_UNANSWERED, TNK_COLOUR_EXCEPTED, TNK_COLOUR_PARTIAL, TNK_COLOUR_NOT_IMPLEMENTED};
  g_autofree TnkSeries *series = g_new0 (TnkSeries, 1 + self->report.rates->len);
  const TnkChart chart = {
    .kind = TNK_CHART_LINE,
    .title = "点数と率の推移",
    .sheet = TNK_SHEET_TREND,
    .description = "点数と率の推移の折れ線グラフ。同じ数値が上の表にあります。",
    .first_row = FIRST_ROW,
    .last_row = FIRST_ROW + tnk_trend_get_n_points (self->trend) - 1,
    .label_col = COL_CAMPAIGN,
    .width = 1400,
    .height = 380,
    .series = series,
    .n_series = 1 + self->report.rates->len,
  };

  series[0] = (TnkSeries){"点数", COL_SCORE, TNK_COLOUR_IMPLEMENTED, FALSE};
  for (guint i = 0; i < self->report.rates->len; i++)
    series[i + 1] = (TnkSeries){tnk_text_get (tnk_rate_get_name (g_ptr_array_index (self->report.rates, i)), "ja"),
                                COL_FIRST_RATE + COLS_PER_RATE * i, colours[i % G_N_ELEMENTS (colours)], TRUE};
  tnk_sheet_chart (self->trend_sheet, row, 0, &chart);
}

void
tnk_scorecard_write_trend (TnkScorecardWriter *self)
{
  TnkSheet *sheet = self->trend_sheet;
  guint n_points = tnk_trend_get_n_points (self->trend), row = FIRST_ROW;

  tnk_sheet_page (sheet, TNK_PAPER_A3_LANDSCAPE);
  tnk_sheet_columns (sheet, 0, 0, 26);
  tnk_sheet_columns (sheet, 1, 1, 14);
  tnk_sheet_columns (sheet, 2, last_col (self), 12.5);
  tnk_report_write_title (&self->report, sheet, "これまでの実施回の推移",
                          "同じ基準の実施回を古い順に並べています。章は今回の基準のもので、以前の回へは番号でたどっています。");
  tnk_sheet_freeze (sheet, FIRST_ROW, 1);
  tnk_sheet_repeat_rows (sheet, 0, 1);
  write_headers (self);
  for (guint point = 0; point < n_points; point++)
    write_point (self, row++, point);
  draw_trend (self, row + 1);
  row = write_chapters (self, row + 1 + CHART_HEIGHT_ROWS);
  write_breaks (self, row + 1);
}
