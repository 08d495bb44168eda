/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-report-private.h"

#include <math.h>

/* Every required control with its distribution, and those with a gap, worst first. */

#define HEADER_ROW 3
#define FIRST_ROW 4

enum {
  CONTROL_CLAUSE,
  CONTROL_ID,
  CONTROL_CHAPTER,
  CONTROL_LEVEL,
  CONTROL_CRITICAL,
  CONTROL_WEIGHT,
  CONTROL_TITLE,
  CONTROL_ITEMS,
  CONTROL_IMPLEMENTED,
  CONTROL_PARTIAL,
  CONTROL_NOT_IMPLEMENTED,
  CONTROL_NOT_APPLICABLE,
  CONTROL_EXCEPTED,
  CONTROL_UNANSWERED,
  CONTROL_N,
  CONTROL_BAR,
  CONTROL_RATE,
  CONTROL_PARTIAL_RATE,
  CONTROL_NOT_RATE,
  CONTROL_SCORE,
  CONTROL_PREVIOUS,
  CONTROL_CHANGE,
  N_CONTROL_COLS,
};

static const char *const control_headers[N_CONTROL_COLS] = {
  "条項", "ID", "章", "水準", "重大", "重み", "管理策", "設問数",
  "✓\n実施済み", "◐\n一部実施", "✕\n未実施", "–\n対象外", "⚑\n例外措置", "□\n未回答", "分母 n",
  "■実施 ▨一部 ▦未実施\n―対象外 ▣例外 □未回答",
  "✓\n実施率", "◐\n一部実施", "✕\n未実施", "点数", "前回", "増減"};

static const double control_widths[N_CONTROL_COLS] = {13, 12, 5, 7, 6, 6, 50, 8, 9, 9, 9, 9, 9, 9, 8, 31, 10, 10, 10, 8, 8, 8};

static const char *
level_text (TnkControl *control)
{
  return tnk_control_get_level (control) == TNK_LEVEL_REQUIRED ? "必須" : "推奨";
}

static const char *
get_text (TnkText *text)
{
  return text != NULL ? tnk_text_get (text, "ja") : "";
}

static const char *
chapter_id (TnkReport *self,
            TnkControl *control)
{
  return tnk_chapter_get_id (tnk_catalog_get_chapter (self->catalog, tnk_control_get_chapter_index (control)));
}

static void
write_name (TnkReport *self,
            TnkSheet *sheet,
            guint row,
            TnkControl *control)
{
  const char *title = get_text (tnk_control_get_title (control));

  tnk_write_height (sheet, row, tnk_count_lines (title, control_widths[CONTROL_TITLE] - 3));
  tnk_sheet_text (sheet, row, CONTROL_CLAUSE, TNK_STYLE_TEXT, tnk_control_get_clause (control));
  tnk_sheet_text (sheet, row, CONTROL_ID, TNK_STYLE_TEXT, tnk_control_get_id (control));
  tnk_sheet_text (sheet, row, CONTROL_CHAPTER, TNK_STYLE_CENTRED, chapter_id (self, control));
  tnk_sheet_text (sheet, row, CONTROL_LEVEL, TNK_STYLE_CENTRED, level_text (control));
  tnk_sheet_text (sheet, row, CONTROL_CRITICAL, TNK_STYLE_CENTRED, tnk_control_is_critical (control) ? "重大" : "");
  tnk_sheet_integer (sheet, row, CONTROL_WEIGHT, TNK_STYLE_INTEGER, tnk_control_get_weight (control));
  tnk_sheet_text (sheet, row, CONTROL_TITLE, TNK_STYLE_WRAPPED, title);
}

static void
write_counts (TnkSheet *sheet,
              guint row,
              const TnkBlock *block,
              guint counts_row,
              const TnkCounts *counts)
{
  guint parts[TNK_N_ANSWERS];

  tnk_split_counts (counts, parts);
  tnk_write_ref (sheet, row, CONTROL_ITEMS, TNK_STYLE_INTEGER, block->sheet, counts_row, TNK_COUNT_ITEMS, counts->items);
  for (guint i = 0; i < TNK_N_ANSWERS; i++)
    tnk_write_ref (sheet, row, CONTROL_IMPLEMENTED + i, TNK_STYLE_INTEGER, block->sheet, counts_row, TNK_COUNT_IMPLEMENTED + i, parts[i]);
  tnk_write_ref (sheet, row, CONTROL_N, TNK_STYLE_INTEGER, block->sheet, counts_row, TNK_COUNT_N, counts->denominator);
  if (counts->items == 0 && counts->withheld > 0)
    tnk_sheet_text (sheet, row, CONTROL_BAR, TNK_STYLE_TEXT, TNK_FEW);
  else
    tnk_write_bar (sheet, row, CONTROL_BAR, TNK_STYLE_BAR, CONTROL_IMPLEMENTED, CONTROL_ITEMS, parts);
}

/* Shares of the answers that stay in the denominator. */
static void
write_shares (TnkSheet *sheet,
              guint row,
              const TnkCounts *counts)
{
  const guint parts[] = {counts->implemented, counts->partial, counts->not_implemented};
  guint whole = counts->implemented + counts->partial + counts->not_implemented;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    g_autoptr (GString) sum = g_string_new ("SUM($");

    tnk_ref_append_near (sum, row, CONTROL_IMPLEMENTED);
    g_string_append (sum, ":$");
    tnk_ref_append_near (sum, row, CONTROL_NOT_IMPLEMENTED);
    g_string_append_c (sum, ')');
    g_autoptr (GString) formula = g_string_new (NULL);
    g_string_printf (formula, "=IF(%s=0,\"" TNK_DASH "\",100*", sum->str);
    tnk_ref_append_near (formula, row, CONTROL_IMPLEMENTED + i);
    g_string_append_printf (formula, "/%s)", sum->str);
    tnk_write_formula (sheet, row, CONTROL_RATE + i, TNK_STYLE_PERCENT, formula->str, whole > 0 ? 100.0 * parts[i] / whole : NAN);
  }
}

static double
control_score (const TnkCounts *counts)
{
  return counts->denominator > 0 ? 100.0 * counts->half_points / (2.0 * counts->denominator) : NAN;
}

/* Last year’s score of a control, if that campaign asked the same and required it. */
static double
previous_score (TnkReport *self,
                const TnkBlock *block,
                TnkControl *control)
{
  TnkCampaign *campaign = self->previous != NULL ? tnk_tally_get_campaign (self->previous) : NULL;
  TnkDepartment *department = block->department >= 0 ? tnk_body_get_department (self->body, block->department) : NULL;
  TnkRevisionKind kind;
  TnkControl *before;
  TnkCounts counts;

  if (!tnk_report_compares_catalog (self))
    return NAN;
  before = tnk_catalog_trace_control (self->catalog, control, tnk_campaign_get_catalog (campaign), &kind);
  if (before == NULL || !tnk_revision_kind_goes_on (kind) || !tnk_campaign_requires (campaign, before))
    return NAN;
  if (department != NULL)
    department = tnk_body_lookup_department (tnk_tally_get_body (self->previous), tnk_department_get_id (department));
  if (block->department >= 0 && department == NULL)
    return NAN;
  tnk_tally_count_control (self->previous, department != NULL ? (int) tnk_department_get_index (department) : -1, -1,
                           tnk_control_get_index (before), &counts);
  return control_score (&counts);
}

static void
write_control_score (TnkReport *self,
                     TnkSheet *sheet,
                     guint row,
                     const TnkBlock *block,
                     guint counts_row,
                     TnkControl *control,
                     const TnkCounts *counts)
{
  g_autofree char *s = tnk_ref (block->sheet, counts_row, TNK_COUNT_S);
  g_autofree char *score = g_strdup_printf ("=IF(ISNUMBER(%s),100*%s,\"" TNK_DASH "\")", s, s);
  g_autofree char *change = tnk_change_formula (row, CONTROL_SCORE, CONTROL_PREVIOUS);
  double before = previous_score (self, block, control);

  tnk_write_formula (sheet, row, CONTROL_SCORE, TNK_STYLE_FIGURE, score, control_score (counts));
  tnk_write_figure (sheet, row, CONTROL_PREVIOUS, TNK_STYLE_FIGURE, before);
  tnk_write_formula (sheet, row, CONTROL_CHANGE, TNK_STYLE_CHANGE, change, control_score (counts) - before);
}

static void
write_control (TnkReport *self,
               TnkSheet *sheet,
               const TnkBlock *block,
               guint position)
{
  TnkControl *control = tnk_report_get_control (self, position);
  guint row = FIRST_ROW + position;
  TnkCounts counts;

  tnk_report_count (self, block, position, &counts);
  write_name (self, sheet, row, control);
  write_counts (sheet, row, block, block->row + position, &counts);
  write_shares (sheet, row, &counts);
  write_control_score (self, sheet, row, block, block->row + position, control, &counts);
}

/* The colours of the answers, lightened for figures to be read on them. */
static void
tint_shares (TnkSheet *sheet,
             guint n_rows)
{
  static const guint32 colours[] = {0x8CC1E0, 0xF3CF80, 0xECAA80};

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++) {
    const TnkRange range = {FIRST_ROW, CONTROL_RATE + i, FIRST_ROW + n_rows - 1, CONTROL_RATE + i};

    tnk_sheet_tint (sheet, &range, colours[i], 100);
  }
}

static void
write_control_headers (TnkReport *self,
                       TnkSheet *sheet)
{
  tnk_sheet_page (sheet, TNK_PAPER_A3_LANDSCAPE);
  for (guint i = 0; i < N_CONTROL_COLS; i++)
    tnk_sheet_columns (sheet, i, i, control_widths[i]);
  tnk_report_write_title (self, sheet, "管理策ごとの結果",
                          "対象となるすべての管理策です。割合は、対象外・例外措置・未回答を除いた回答に占めるものです。端数処理のため合計は100%にならないことがあります。");
  tnk_sheet_merge (sheet, HEADER_ROW - 1, 0, CONTROL_TITLE, TNK_STYLE_HEADER, "管理策");
  tnk_sheet_merge (sheet, HEADER_ROW - 1, CONTROL_ITEMS, CONTROL_N, TNK_STYLE_HEADER, "件数");
  tnk_sheet_merge (sheet, HEADER_ROW - 1, CONTROL_BAR, CONTROL_NOT_RATE, TNK_STYLE_HEADER, "回答の分布");
  tnk_sheet_merge (sheet, HEADER_ROW - 1, CONTROL_SCORE, CONTROL_CHANGE, TNK_STYLE_HEADER, "達成度（100点満点）");
  tnk_sheet_row_height (sheet, HEADER_ROW, 30);
  tnk_write_headers (sheet, HEADER_ROW, control_headers, N_CONTROL_COLS);
  tnk_sheet_freeze (sheet, FIRST_ROW, 2);
  tnk_sheet_repeat_rows (sheet, HEADER_ROW - 1, HEADER_ROW);
}

/* Writes the sheet of controls for the scope of a block. */
void
tnk_controls_write (TnkReport *self,
                    TnkSheet *sheet,
                    const TnkBlock *block)
{
  const TnkRange table = {HEADER_ROW, 0, HEADER_ROW + MAX (1, block->n), N_CONTROL_COLS - 1};

  write_control_headers (self, sheet);
  for (guint i = 0; i < block->n; i++)
    write_control (self, sheet, block, i);
  tnk_sheet_autofilter (sheet, &table);
  if (block->n > 0)
    tint_shares (sheet, block->n);
}

enum {
  GAP_RANK,
  GAP_CLAUSE,
  GAP_ID,
  GAP_CHAPTER,
  GAP_TITLE,
  GAP_CRITICAL,
  GAP_WEIGHT,
  GAP_PEOPLE,
  GAP_MISSING,
  GAP_BURDEN,
  GAP_IMPROVEMENT,
  N_GAP_COLS,
};

static const char *const gap_headers[N_GAP_COLS] = {"順位", "条項", "ID", "章", "管理策", "重大", "重み w", "対象 n", "不足分", "優先度", "改善の例"};
static const double gap_widths[N_GAP_COLS] = {6, 13, 12, 5, 42, 6, 7, 8, 9, 9, 70};

static void
write_gap_figures (TnkReport *self,
                   TnkSheet *sheet,
                   guint row,
                   const TnkBlock *block,
                   TnkGap *gap)
{
  guint counts_row = block->row + tnk_report_find_control (self, tnk_gap_get_control (gap));
  g_autofree char *s = tnk_ref (block->sheet, counts_row, TNK_COUNT_S);
  g_autofree char *missing = g_strdup_printf ("=IF(ISNUMBER(%s),100*(1-%s),\"" TNK_DASH "\")", s, s);
  g_autofree char *burden = g_strdup_printf ("=IF(ISNUMBER(I%u),G%u*H%u*I%u/100,\"" TNK_DASH "\")", row + 1, row + 1, row + 1, row + 1);
  TnkCounts counts;

  G_STATIC_ASSERT (GAP_WEIGHT == 'G' - 'A' && GAP_PEOPLE == 'H' - 'A' && GAP_MISSING == 'I' - 'A');
  tnk_gap_get_counts (gap, &counts);
  tnk_write_ref (sheet, row, GAP_PEOPLE, TNK_STYLE_INTEGER, block->sheet, counts_row, TNK_COUNT_N, counts.denominator);
  tnk_sheet_formula (sheet, row, GAP_MISSING, TNK_STYLE_PERCENT, missing, 100 * tnk_gap_get_missing_share (gap));
  tnk_sheet_formula (sheet, row, GAP_BURDEN, TNK_STYLE_FIGURE, burden, tnk_gap_get_burden (gap));
}

static void
write_gap (TnkReport *self,
           TnkSheet *sheet,
           guint row,
           guint rank,
           const TnkBlock *block,
           TnkGap *gap)
{
  TnkControl *control = tnk_gap_get_control (gap);
  const char *title = get_text (tnk_control_get_title (control));
  const char *improvement = get_text (tnk_gap_get_improvement (gap));

  tnk_write_height (sheet, row, MAX (tnk_count_lines (title, gap_widths[GAP_TITLE] - 3), tnk_count_lines (improvement, gap_widths[GAP_IMPROVEMENT] - 3)));
  tnk_sheet_integer (sheet, row, GAP_RANK, TNK_STYLE_INTEGER, rank);
  tnk_sheet_text (sheet, row, GAP_CLAUSE, TNK_STYLE_TEXT, tnk_control_get_clause (control));
  tnk_sheet_text (sheet, row, GAP_ID, TNK_STYLE_TEXT, tnk_control_get_id (control));
  tnk_sheet_text (sheet, row, GAP_CHAPTER, TNK_STYLE_CENTRED, chapter_id (self, control));
  tnk_sheet_text (sheet, row, GAP_TITLE, TNK_STYLE_WRAPPED, title);
  tnk_sheet_text (sheet, row, GAP_CRITICAL, TNK_STYLE_CENTRED, tnk_control_is_critical (control) ? "重大" : "");
  tnk_sheet_integer (sheet, row, GAP_WEIGHT, TNK_STYLE_INTEGER, tnk_control_get_weight (control));
  write_gap_figures (self, sheet, row, block, gap);
  tnk_sheet_text (sheet, row, GAP_IMPROVEMENT, TNK_STYLE_WRAPPED, improvement);
}

/* Writes the sheet of gaps, which are those of the scope of a block. */
void
tnk_gaps_write (TnkReport *self,
                TnkSheet *sheet,
                const TnkBlock *block,
                GPtrArray *gaps)
{
  const TnkRange table = {TNK_GAPS_FIRST_ROW - 1, 0, TNK_GAPS_FIRST_ROW - 1 + MAX (1, gaps->len), N_GAP_COLS - 1};

  tnk_sheet_page (sheet, TNK_PAPER_A4_LANDSCAPE);
  for (guint i = 0; i < N_GAP_COLS; i++)
    tnk_sheet_columns (sheet, i, i, gap_widths[i]);
  tnk_report_write_title (self, sheet, "不備のある管理策",
                          "完全には実施されていない管理策を、優先度（重み × 不足分 × 対象 n）の高い順に並べています。順位は作成時のものです。");
  tnk_write_headers (sheet, TNK_GAPS_FIRST_ROW - 1, gap_headers, N_GAP_COLS);
  for (guint i = 0; i < gaps->len; i++)
    write_gap (self, sheet, TNK_GAPS_FIRST_ROW + i, i + 1, block, g_ptr_array_index (gaps, i));
  if (gaps->len == 0)
    tnk_sheet_merge (sheet, TNK_GAPS_FIRST_ROW, 0, N_GAP_COLS - 1, TNK_STYLE_TEXT, "不備のある管理策はありません。");
  tnk_sheet_freeze (sheet, TNK_GAPS_FIRST_ROW, 3);
  tnk_sheet_repeat_rows (sheet, TNK_GAPS_FIRST_ROW - 1, TNK_GAPS_FIRST_ROW - 1);
  tnk_sheet_autofilter (sheet, &table);
}
