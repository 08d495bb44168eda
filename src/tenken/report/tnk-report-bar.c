/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-report-private.h"

#include <math.h>

/* Bars made of characters: they show what is so, print in black and white, need no extension of the format, and are
 * formulas like any other figure. */

#define BAR_LENGTH 20u

static const TnkAnswerLook looks[TNK_N_ANSWERS] = {
  [TNK_ANSWER_IMPLEMENTED] = {"✓ 実施済み", "■", TNK_STYLE_ANSWER_IMPLEMENTED, TNK_STYLE_BAR_IMPLEMENTED},
  [TNK_ANSWER_PARTIAL] = {"◐ 一部実施", "▨", TNK_STYLE_ANSWER_PARTIAL, TNK_STYLE_BAR_PARTIAL},
  [TNK_ANSWER_NOT_IMPLEMENTED] = {"✕ 未実施", "▦", TNK_STYLE_ANSWER_NOT_IMPLEMENTED, TNK_STYLE_BAR_NOT_IMPLEMENTED},
  [TNK_ANSWER_NOT_APPLICABLE] = {"– 対象外", "―", TNK_STYLE_ANSWER_NOT_APPLICABLE, TNK_STYLE_BAR_NOT_APPLICABLE},
  [TNK_ANSWER_EXCEPTED] = {"⚑ 例外措置", "▣", TNK_STYLE_ANSWER_EXCEPTED, TNK_STYLE_BAR_EXCEPTED},
  [TNK_ANSWER_UNANSWERED] = {"□ 未回答", "□", TNK_STYLE_ANSWER_UNANSWERED, TNK_STYLE_BAR_UNANSWERED},
};

const TnkAnswerLook *
tnk_answer_look (TnkAnswerKind kind)
{
  g_return_val_if_fail ((guint) kind < TNK_N_ANSWERS, &looks[0]);
  return &looks[kind];
}

/* The counts in the order of the answers. */
void
tnk_split_counts (const TnkCounts *counts,
                  guint *parts)
{
  guint answered = counts->implemented + counts->partial + counts->not_implemented + counts->not_applicable + counts->excepted;

  parts[TNK_ANSWER_IMPLEMENTED] = counts->implemented;
  parts[TNK_ANSWER_PARTIAL] = counts->partial;
  parts[TNK_ANSWER_NOT_IMPLEMENTED] = counts->not_implemented;
  parts[TNK_ANSWER_NOT_APPLICABLE] = counts->not_applicable;
  parts[TNK_ANSWER_EXCEPTED] = counts->excepted;
  parts[TNK_ANSWER_UNANSWERED] = counts->items - answered;
}

/* ROUND () of the spreadsheet: halves away from zero, on a quotient computed in the same order as in the formula. */
static guint
scale (guint64 part,
       guint64 whole)
{
  return whole > 0 ? (guint) floor ((double) BAR_LENGTH * part / whole + 0.5) : 0;
}

/* How far the first @n parts reach, as a formula. */
static void
append_reach (GString *formula,
              guint row,
              guint first_col,
              guint n,
              guint total_col)
{
  if (n == 0) {
    g_string_append_c (formula, '0');
    return;
  }
  g_string_append_printf (formula, "ROUND(%u*SUM($", BAR_LENGTH);
  tnk_ref_append_near (formula, row, first_col);
  g_string_append (formula, ":$");
  tnk_ref_append_near (formula, row, first_col + n - 1);
  g_string_append (formula, ")/$");
  tnk_ref_append_near (formula, row, total_col);
  g_string_append (formula, ",0)");
}

/* Writes a stacked bar of the counts that stand side by side from @first_col on. Each part ends where the sum up to it
 * ends, so that the bar is always as long as it should be. */
void
tnk_write_bar (TnkSheet *sheet,
               guint row,
               guint col,
               TnkStyle style,
               guint first_col,
               guint total_col,
               const guint *parts)
{
  g_autoptr (GString) formula = g_string_new ("=IF($");
  g_autoptr (GString) value = g_string_new (NULL);
  guint64 whole = 0, sum = 0;

  tnk_ref_append_near (formula, row, total_col);
  g_string_append (formula, "=0,\"\",");
  for (guint i = 0; i < TNK_N_ANSWERS; i++)
    whole += parts[i];
  for (guint i = 0; i < TNK_N_ANSWERS; i++) {
    g_string_append_printf (formula, "%sREPT(\"%s\",", i > 0 ? "&" : "", looks[i].pattern);
    append_reach (formula, row, first_col, i + 1, total_col);
    g_string_append_c (formula, '-');
    append_reach (formula, row, first_col, i, total_col);
    g_string_append_c (formula, ')');
    for (guint n = scale (sum + parts[i], whole) - scale (sum, whole); n > 0; n--)
      g_string_append (value, looks[i].pattern);
    sum += parts[i];
  }
  g_string_append_c (formula, ')');
  tnk_sheet_formula_text (sheet, row, col, style, formula->str, value->str);
}

/* Writes the bar of one answer across some columns, as long as its share in another cell says. */
void
tnk_write_single_bar (TnkSheet *sheet,
                      guint row,
                      guint first_col,
                      guint last_col,
                      TnkAnswerKind kind,
                      const char *share_ref,
                      double share)
{
  const TnkAnswerLook *look = &looks[kind];
  g_autofree char *formula = g_strdup_printf ("=IF(ISNUMBER(%s),REPT(\"%s\",ROUND(%s/5,0)),\"\")", share_ref, look->pattern, share_ref);
  g_autoptr (GString) value = g_string_new (NULL);

  for (guint n = isnan (share) ? 0 : (guint) floor (share / 5 + 0.5); n > 0; n--)
    g_string_append (value, look->pattern);
  tnk_sheet_merge_formula (sheet, row, first_col, last_col, look->bar_style, formula, value->str);
}
