/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-report-private.h"

/* The sheets of counts: by far the most cells of a workbook. What they hold is described in tnk-report-private.h. */

static const char *const headers[TNK_N_COUNT_COLUMNS] = {
  "範囲ID", "範囲", "管理策ID", "章", "重み w", "重大", "設問数", "実施済み", "一部実施", "未実施", "対象外", "例外措置", "未回答",
  "分母 n", "得点 h", "達成度 s"};

static const double widths[TNK_N_COUNT_COLUMNS] = {14, 24, 12, 6, 7, 6, 8, 9, 9, 8, 8, 9, 8, 8, 8, 9};

/* Begins a sheet that is to hold so many blocks. */
void
tnk_counts_begin (TnkReport *self,
                  TnkSheet *sheet,
                  const char *title,
                  guint n_blocks)
{
  const TnkRange table = {TNK_COUNTS_HEADER_ROW, 0, TNK_COUNTS_HEADER_ROW + MAX (1, n_blocks * self->required->len), TNK_N_COUNT_COLUMNS - 1};

  if ((guint64) n_blocks * self->required->len > TNK_MAX_ROWS - TNK_COUNTS_FIRST_ROW)
    tnk_workbook_fail (self->book, "%u departments × %u controls are more than the %d rows of a sheet; write the departments’ own workbooks", n_blocks, self->required->len, TNK_MAX_ROWS);
  tnk_sheet_page (sheet, TNK_PAPER_A4_LANDSCAPE);
  for (guint i = 0; i < TNK_N_COUNT_COLUMNS; i++)
    tnk_sheet_columns (sheet, i, i, widths[i]);
  tnk_report_write_title (self, sheet, title,
                          "各シートの数値のもとになる件数です。得点 h ＝ 2×実施済み＋一部実施、達成度 s ＝ h ÷ 2n。分母 n には、締切後は未回答を含みます。");
  tnk_write_headers (sheet, TNK_COUNTS_HEADER_ROW, headers, TNK_N_COUNT_COLUMNS);
  tnk_sheet_freeze (sheet, TNK_COUNTS_FIRST_ROW, 3);
  tnk_sheet_repeat_rows (sheet, TNK_COUNTS_HEADER_ROW, TNK_COUNTS_HEADER_ROW);
  tnk_sheet_autofilter (sheet, &table);
}

/* The three columns that are not counted but follow: written with plain buffers, for there can be 300,000 of them. */
static void
write_derived (TnkSheet *sheet,
               guint row,
               const TnkCounts *counts)
{
  char formula[96];
  guint n = row + 1;

  g_snprintf (formula, sizeof formula, "=H%u+I%u+J%u+" TNK_NAME_CLOSED "*M%u", n, n, n, n);
  tnk_sheet_formula (sheet, row, TNK_COUNT_N, TNK_STYLE_COUNT, formula, counts->denominator);
  g_snprintf (formula, sizeof formula, "=2*H%u+I%u", n, n);
  tnk_sheet_formula (sheet, row, TNK_COUNT_H, TNK_STYLE_COUNT, formula, counts->half_points);
  g_snprintf (formula, sizeof formula, "=IF(N%u=0,\"\",O%u/(2*N%u))", n, n, n);
  if (counts->denominator == 0)
    tnk_sheet_formula_text (sheet, row, TNK_COUNT_S, TNK_STYLE_SHARE, formula, "");
  else
    tnk_sheet_formula (sheet, row, TNK_COUNT_S, TNK_STYLE_SHARE, formula, counts->half_points / (2.0 * counts->denominator));
}

static void
write_row (TnkSheet *sheet,
           guint row,
           TnkControl *control,
           const char *chapter,
           const TnkCounts *counts)
{
  guint answered = counts->implemented + counts->partial + counts->not_implemented + counts->not_applicable + counts->excepted;
  const guint numbers[] = {tnk_control_get_weight (control), tnk_control_is_critical (control), counts->items,
                           counts->implemented, counts->partial, counts->not_implemented, counts->not_applicable,
                           counts->excepted, counts->items - answered};

  tnk_sheet_text (sheet, row, TNK_COUNT_CONTROL, TNK_STYLE_COUNT_TEXT, tnk_control_get_id (control));
  tnk_sheet_text (sheet, row, TNK_COUNT_CHAPTER, TNK_STYLE_COUNT_TEXT, chapter);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    tnk_sheet_integer (sheet, row, TNK_COUNT_WEIGHT + i, TNK_STYLE_COUNT, numbers[i]);
  write_derived (sheet, row, counts);
}

/* Writes the counts of a scope. Returns whether to go on. */
gboolean
tnk_counts_write_block (TnkReport *self,
                        TnkSheet *sheet,
                        const TnkBlock *block,
                        const char *id,
                        const char *name)
{
  for (guint i = 0; i < block->n; i++) {
    TnkControl *control = tnk_report_get_control (self, i);
    TnkChapter *chapter = tnk_catalog_get_chapter (self->catalog, tnk_control_get_chapter_index (control));
    TnkCounts counts;

    tnk_report_count (self, block, i, &counts);
    tnk_sheet_text (sheet, block->row + i, TNK_COUNT_SCOPE_ID, TNK_STYLE_COUNT_TEXT, id);
    tnk_sheet_text (sheet, block->row + i, TNK_COUNT_SCOPE, TNK_STYLE_COUNT_TEXT, name);
    write_row (sheet, block->row + i, control, tnk_chapter_get_id (chapter), &counts);
  }
  return tnk_report_step (self);
}
