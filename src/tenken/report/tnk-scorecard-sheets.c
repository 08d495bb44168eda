/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-scorecard-private.h"

#include <math.h>

/* The sheets between cover and counts. */

#define TOP 5

/* A chart of the scores in a table of scopes: of the lines about which somebody is asked, which stand first. */
static void
draw_scores (TnkScorecardWriter *self,
             TnkSheet *sheet,
             guint row,
             const TnkChart *what,
             guint n_lines)
{
  const TnkSeries series[] = {{"今回", TNK_SCOPE_TABLE_SCORE_COL, TNK_COLOUR_IMPLEMENTED, FALSE},
                              {"前回", TNK_SCOPE_TABLE_PREVIOUS_COL, TNK_COLOUR_LAST_YEAR, TRUE}};
  TnkChart chart = *what;

  chart.first_row = TNK_SCOPE_FIRST_ROW;
  chart.last_row = TNK_SCOPE_FIRST_ROW + n_lines - 1;
  chart.series = series;
  chart.n_series = tnk_report_compares_catalog (&self->report) ? 2 : 1;
  if (n_lines > 0)
    tnk_sheet_chart (sheet, row, 0, &chart);
}

/* The radar of the chapters, on their own sheet and, smaller, in the summary. */
static void
draw_radar (TnkScorecardWriter *self,
            TnkSheet *sheet,
            guint row,
            guint width,
            guint height)
{
  const TnkChart radar = {
    .kind = TNK_CHART_RADAR,
    .title = "章ごとの点数",
    .sheet = TNK_SHEET_CHAPTERS,
    .description = "章ごとの点数のレーダーチャート。同じ数値が「" TNK_SHEET_CHAPTERS "」の表にあります。",
    .width = width,
    .height = height,
  };

  draw_scores (self, sheet, row, &radar, self->n_asked_chapters);
}

static void
write_top_gap (TnkScorecardWriter *self,
               guint row,
               guint rank)
{
  TnkGap *gap = g_ptr_array_index (self->gaps, rank);
  TnkControl *control = tnk_gap_get_control (gap);
  double missing = 100 * tnk_gap_get_missing_share (gap);
  const char *title = tnk_text_get (tnk_control_get_title (control), "ja");

  tnk_write_height (self->summary, row, tnk_count_lines (title, 58));
  tnk_sheet_text (self->summary, row, 0, TNK_STYLE_TEXT, tnk_control_get_clause (control));
  tnk_sheet_merge (self->summary, row, 1, 5, TNK_STYLE_WRAPPED, title);
  tnk_write_ref (self->summary, row, 6, TNK_STYLE_PERCENT, TNK_SHEET_GAPS, TNK_GAPS_FIRST_ROW + rank, TNK_GAPS_MISSING_COL, missing);
  tnk_write_ref (self->summary, row, 7, TNK_STYLE_FIGURE, TNK_SHEET_GAPS, TNK_GAPS_FIRST_ROW + rank, TNK_GAPS_MISSING_COL + 1, tnk_gap_get_burden (gap));
}

static guint
write_top_gaps (TnkScorecardWriter *self,
                guint row)
{
  TnkSheet *sheet = self->summary;

  tnk_sheet_row_height (sheet, row, 22);
  tnk_sheet_text (sheet, row++, 0, TNK_STYLE_SECTION, "優先度の高い不備（上位5件。すべては「" TNK_SHEET_GAPS "」に）");
  tnk_sheet_text (sheet, row, 0, TNK_STYLE_HEADER, "条項");
  tnk_sheet_merge (sheet, row, 1, 5, TNK_STYLE_HEADER, "管理策");
  tnk_sheet_text (sheet, row, 6, TNK_STYLE_HEADER, "不足分");
  tnk_sheet_text (sheet, row++, 7, TNK_STYLE_HEADER, "優先度");
  for (guint i = 0; i < MIN (TOP, self->gaps->len); i++)
    write_top_gap (self, row++, i);
  if (self->gaps->len == 0)
    tnk_sheet_merge (sheet, row++, 0, 7, TNK_STYLE_TEXT, "不備のある管理策はありません。");
  return row;
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  TnkScore *one = (*(TnkScopeLine *const *) a)->score;
  TnkScore *other = (*(TnkScopeLine *const *) b)->score;

  if (tnk_score_get_score (one) == tnk_score_get_score (other))
    return 0;
  return tnk_score_get_score (one) < tnk_score_get_score (other) ? -1 : 1;
}

/* The departments that have none below them and have a score, the lowest first. */
static GPtrArray *
list_lowest (TnkScorecardWriter *self)
{
  GPtrArray *lowest = g_ptr_array_new ();

  for (guint i = 1; i < self->departments->len; i++) {
    TnkScopeLine *line = g_ptr_array_index (self->departments, i);
    guint department = line->block.department;

    if (tnk_body_get_subtree_end (self->report.body, department) == department + 1 && tnk_score_is_defined (line->score))
      g_ptr_array_add (lowest, line);
  }
  g_ptr_array_sort (lowest, compare_scores);
  return lowest;
}

static void
write_low_department (TnkScorecardWriter *self,
                      guint row,
                      TnkScopeLine *line)
{
  guint table_row = TNK_SCOPE_FIRST_ROW + 1 + line->block.department;
  g_autofree char *grade_cell = tnk_ref (TNK_SHEET_DEPARTMENTS, table_row, TNK_SCOPE_TABLE_SCORE_COL + 1);
  g_autofree char *grade = g_strconcat ("=", grade_cell, NULL);

  tnk_write_height (self->summary, row, tnk_count_lines (tnk_score_get_name (line->score), 70));
  tnk_sheet_merge (self->summary, row, 0, 4, TNK_STYLE_WRAPPED, tnk_score_get_name (line->score));
  tnk_write_ref (self->summary, row, 5, TNK_STYLE_FIGURE, TNK_SHEET_DEPARTMENTS, table_row, TNK_SCOPE_TABLE_SCORE_COL, tnk_score_get_score (line->score));
  tnk_sheet_merge_formula (self->summary, row, 6, 7, TNK_STYLE_CENTRED, grade, tnk_grade_text (tnk_score_get_grade (line->score)));
}

static guint
write_low_departments (TnkScorecardWriter *self,
                       guint row)
{
  g_autoptr (GPtrArray) lowest = list_lowest (self);

  tnk_sheet_row_height (self->summary, row, 22);
  tnk_sheet_text (self->summary, row++, 0, TNK_STYLE_SECTION, "点数の低い部署（下位5部署。末端の部署だけを比べています）");
  tnk_sheet_merge (self->summary, row, 0, 4, TNK_STYLE_HEADER, "部署");
  tnk_sheet_text (self->summary, row, 5, TNK_STYLE_HEADER, "点数");
  tnk_sheet_merge (self->summary, row++, 6, 7, TNK_STYLE_HEADER, "評価");
  for (guint i = 0; i < MIN (TOP, lowest->len); i++)
    write_low_department (self, row++, g_ptr_array_index (lowest, i));
  if (lowest->len == 0)
    tnk_sheet_merge (self->summary, row++, 0, 7, TNK_STYLE_TEXT, "点数のある部署はまだありません。");
  return row;
}

void
tnk_scorecard_write_summary (TnkScorecardWriter *self)
{
  guint row;

  tnk_sheet_page (self->summary, TNK_PAPER_A4_PORTRAIT);
  tnk_report_write_title (&self->report, self->summary, TNK_SHEET_SUMMARY, self->report.body_name);
  tnk_sheet_freeze (self->summary, 2, 0);
  tnk_sheet_repeat_rows (self->summary, 0, 1);
  row = tnk_summary_write (&self->report, self->summary, 3, self->organisation);
  row = write_top_gaps (self, row + 1);
  row = write_low_departments (self, row + 1);
  draw_radar (self, self->summary, row + 1, 800, 400);
}

void
tnk_scorecard_write_departments (TnkScorecardWriter *self)
{
  tnk_sheet_page (self->department_sheet, TNK_PAPER_A3_LANDSCAPE);
  tnk_report_write_title (&self->report, self->department_sheet, "部署ごとの結果", "部署の数値には、その下の部署を含みます。字下げは上下の関係を表します。");
  tnk_scope_table_write (&self->report, self->department_sheet, TNK_SCOPE_TABLE_ROW, "部署", self->departments);
}

void
tnk_scorecard_write_chapters (TnkScorecardWriter *self)
{
  guint row;

  tnk_sheet_page (self->chapter_sheet, TNK_PAPER_A3_LANDSCAPE);
  tnk_report_write_title (&self->report, self->chapter_sheet, "章ごとの結果", "基準の章ごとに、全体の回答を集計しています。だれにも尋ねていない章は、表の終わりに置きます。");
  row = tnk_scope_table_write (&self->report, self->chapter_sheet, TNK_SCOPE_TABLE_ROW, "章", self->chapters);
  draw_radar (self, self->chapter_sheet, row + 1, 1100, 720);
}

void
tnk_scorecard_write_roles (TnkScorecardWriter *self)
{
  const TnkChart bars = {
    .kind = TNK_CHART_BAR,
    .title = "役割ごとの点数",
    .sheet = TNK_SHEET_ROLES,
    .description = "役割ごとの点数の棒グラフ。同じ数値が上の表にあります。",
    .width = 1100,
    .height = 130 + 38 * self->n_asked_roles,
  };
  guint row;

  tnk_sheet_page (self->role_sheet, TNK_PAPER_A3_LANDSCAPE);
  tnk_report_write_title (&self->report, self->role_sheet, "役割ごとの結果", "役割に尋ねた設問だけを集計しています。だれにも尋ねていない役割は、表の終わりに置きます。");
  row = tnk_scope_table_write (&self->report, self->role_sheet, TNK_SCOPE_TABLE_ROW, "役割", self->roles);
  draw_scores (self, self->role_sheet, row + 1, &bars, self->n_asked_roles);
}

static void
write_heat_cell (TnkScorecardWriter *self,
                 guint row,
                 guint col,
                 const TnkBlock *block,
                 TnkScore *score)
{
  g_autofree char *formula = tnk_block_score_formula (block, "");

  if (tnk_score_is_defined (score))
    tnk_sheet_formula (self->heat, row, col, TNK_STYLE_FIGURE, formula, tnk_score_get_score (score));
  else
    tnk_sheet_formula_text (self->heat, row, col, TNK_STYLE_FIGURE, formula, "");
}

static void
write_heat_line (TnkScorecardWriter *self,
                 guint row,
                 TnkScopeLine *line)
{
  TnkReport *report = &self->report;

  tnk_write_name (self->heat, row, line);
  write_heat_cell (self, row, 1, &line->block, line->score);
  for (guint c = 0; c < tnk_catalog_get_n_chapters (report->catalog); c++) {
    TnkBlock block = tnk_block_of_chapter (report, &line->block, c);
    g_autoptr (TnkScore) score = block.department < 0 ? tnk_tally_score_chapter (report->tally, c)
                                                      : tnk_tally_score_department_chapter (report->tally, block.department, c);

    write_heat_cell (self, row, 2 + c, &block, score);
  }
}

static void
write_heat_headers (TnkScorecardWriter *self,
                    guint row)
{
  TnkReport *report = &self->report;
  guint n = tnk_catalog_get_n_chapters (report->catalog);

  tnk_sheet_columns (self->heat, 0, 0, TNK_NAME_WIDTH);
  tnk_sheet_columns (self->heat, 1, 1 + n, 13);
  tnk_sheet_row_height (self->heat, row, 62);
  tnk_sheet_text (self->heat, row, 0, TNK_STYLE_HEADER, "部署");
  tnk_sheet_text (self->heat, row, 1, TNK_STYLE_HEADER, "すべての章");
  for (guint c = 0; c < n; c++) {
    TnkChapter *chapter = tnk_catalog_get_chapter (report->catalog, c);
    g_autofree char *text = g_strdup_printf ("%s\n%s", tnk_chapter_get_id (chapter), tnk_text_get (tnk_chapter_get_title (chapter), "ja"));

    tnk_sheet_text (self->heat, row, 2 + c, TNK_STYLE_HEADER, text);
  }
}

void
tnk_scorecard_write_heat (TnkScorecardWriter *self)
{
  double middle = tnk_campaign_get_grade_line (self->report.campaign, 'B');
  double low = tnk_campaign_get_grade_line (self->report.campaign, 'C');
  g_autofree char *low_text = tnk_format_figure (low);
  g_autofree char *middle_text = tnk_format_figure (middle);
  g_autofree char *note = g_strdup_printf ("橙は%s点（等級線C）以下、白は%s点（等級線B）、青は100点に近いことを表します。尋ねていないところは空欄です。", low_text, middle_text);
  guint first = TNK_SCOPE_TABLE_ROW + 1;
  const TnkRange all = {first - 1, 0, first + self->departments->len - 1, 1 + tnk_catalog_get_n_chapters (self->report.catalog)};
  const TnkRange figures = {first, 1, all.last_row, all.last_col};

  tnk_sheet_page (self->heat, TNK_PAPER_A4_LANDSCAPE);
  tnk_report_write_title (&self->report, self->heat, "部署と章ごとの点数", note);
  write_heat_headers (self, TNK_SCOPE_TABLE_ROW);
  for (guint i = 0; i < self->departments->len; i++)
    write_heat_line (self, first + i, g_ptr_array_index (self->departments, i));
  tnk_sheet_colour_scale (self->heat, &figures, low, middle, 100);
  tnk_sheet_freeze (self->heat, first, 1);
  tnk_sheet_repeat_rows (self->heat, first - 1, first - 1);
  tnk_sheet_autofilter (self->heat, &all);
}

void
tnk_scorecard_write_people (TnkScorecardWriter *self)
{
  tnk_people_begin (&self->report, self->people, self->departments->len + self->chapters->len + self->roles->len);
  tnk_people_write_lines (self->people, "部署", self->departments);
  tnk_people_write_lines (self->people, "章", self->chapters);
  tnk_people_write_lines (self->people, "役割", self->roles);
}
