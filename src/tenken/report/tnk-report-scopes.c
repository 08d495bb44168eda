/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-report-private.h"

#include <math.h>

/* The table of departments, of chapters, of roles: a line a scope, the same columns everywhere. */

#define FIRST_RATE_COL 6
#define COLS_PER_RATE 3

TnkScopeLine *
tnk_scope_line_new (TnkScore *score,
                    TnkScore *previous,
                    const TnkBlock *block)
{
  TnkScopeLine *self = g_new0 (TnkScopeLine, 1);

  self->score = score;
  self->previous = previous;
  self->block = *block;
  return self;
}

void
tnk_scope_line_free (TnkScopeLine *self)
{
  g_clear_object (&self->score);
  g_clear_object (&self->previous);
  g_free (self);
}

/* Begins a row with the name of its scope, set in as deep as the scope lies. */
void
tnk_write_name (TnkSheet *sheet,
                guint row,
                const TnkScopeLine *line)
{
  const char *name = tnk_score_get_name (line->score);
  guint indent = MIN (line->indent, TNK_STYLE_MAX_INDENT - 1);
  TnkStyle style = TNK_STYLE_INDENTED (TNK_STYLE_WRAPPED, indent);

  tnk_write_height (sheet, row, tnk_count_lines (name, TNK_NAME_WIDTH - 3 - 2 * MIN (indent, 10)));
  tnk_sheet_text (sheet, row, 0, line->strong ? TNK_STYLE_STRONG (style) : style, name);
}

static double
get_previous (TnkScopeLine *line)
{
  return line->previous != NULL ? tnk_score_get_score (line->previous) : NAN;
}

/* The column after the rates. */
static guint
first_control_col (TnkReport *self)
{
  return FIRST_RATE_COL + COLS_PER_RATE * self->rates->len;
}

/* Score, grade, last year, change. The grade leans on the count of critical gaps at the end of the line. */
static void
write_score (TnkReport *self,
             TnkSheet *sheet,
             guint row,
             TnkScopeLine *line,
             TnkStyle strong)
{
  g_autofree char *score = tnk_block_score_formula (&line->block, TNK_DASH);
  g_autoptr (GString) near = g_string_new (NULL);
  g_autoptr (GString) critical = g_string_new (NULL);
  g_autofree char *change = tnk_change_formula (row, TNK_SCOPE_TABLE_SCORE_COL, TNK_SCOPE_TABLE_PREVIOUS_COL);

  tnk_ref_append_near (near, row, TNK_SCOPE_TABLE_SCORE_COL);
  tnk_ref_append_near (critical, row, first_control_col (self) + 4);
  g_autofree char *grade = tnk_grade_formula (near->str, critical->str);
  tnk_write_formula (sheet, row, TNK_SCOPE_TABLE_SCORE_COL, TNK_STYLE_FIGURE | strong, score, tnk_score_get_score (line->score));
  if (tnk_score_is_withheld (line->score))
    tnk_sheet_text (sheet, row, 3, TNK_STYLE_CENTRED | strong, TNK_FEW);
  else
    tnk_sheet_formula_text (sheet, row, 3, TNK_STYLE_CENTRED | strong, grade, tnk_grade_text (tnk_score_get_grade (line->score)));
  tnk_write_figure (sheet, row, TNK_SCOPE_TABLE_PREVIOUS_COL, TNK_STYLE_FIGURE, get_previous (line));
  tnk_write_formula (sheet, row, 5, TNK_STYLE_CHANGE, change, tnk_score_get_score (line->score) - get_previous (line));
}

static void
write_rate (TnkSheet *sheet,
            guint row,
            guint col,
            TnkRate *rate,
            TnkScopeLine *line)
{
  g_autofree char *formula = tnk_percent_formula (row, col + 1, col + 2);
  double percent = NAN;
  gint64 numerator, denominator;

  tnk_rate_of (rate, line->score, &percent, &numerator, &denominator);
  tnk_write_formula (sheet, row, col, TNK_STYLE_PERCENT, formula, percent);
  tnk_write_count (sheet, row, col + 1, &line->block, tnk_rate_get_numerator (rate), numerator);
  tnk_write_count (sheet, row, col + 2, &line->block, tnk_rate_get_denominator (rate), denominator);
}

/* How many controls there are, how many are not fully kept, and how many of these are critical. */
static void
write_controls (TnkReport *self,
                TnkSheet *sheet,
                guint row,
                TnkScopeLine *line)
{
  static const char *const controls[] = {"controls", NULL};
  static const char *const gaps[] = {"controls_gap", NULL};
  guint col = first_control_col (self);
  double now = tnk_score_get_count (line->score, "controls_gap");
  double before = line->previous != NULL ? (double) tnk_score_get_count (line->previous, "controls_gap") : NAN;
  g_autofree char *change = tnk_change_formula (row, col + 1, col + 2);
  g_autofree char *critical = tnk_block_critical_formula (&line->block);

  tnk_write_count (sheet, row, col, &line->block, controls, tnk_score_get_count (line->score, "controls"));
  tnk_write_count (sheet, row, col + 1, &line->block, gaps, now);
  tnk_write_figure (sheet, row, col + 2, TNK_STYLE_INTEGER, before);
  tnk_write_formula (sheet, row, col + 3, TNK_STYLE_CHANGE_COUNT, change, now - before);
  tnk_sheet_formula (sheet, row, col + 4, TNK_STYLE_INTEGER, critical, tnk_report_count_critical (self, &line->block));
}

static void
write_line (TnkReport *self,
            TnkSheet *sheet,
            guint row,
            TnkScopeLine *line)
{
  TnkStyle strong = line->strong ? TNK_STYLE_STRONG (0) : 0;

  tnk_write_name (sheet, row, line);
  tnk_sheet_text (sheet, row, 1, TNK_STYLE_TEXT, tnk_score_get_scope (line->score) == TNK_SCOPE_KIND_ORGANISATION ? "" : tnk_score_get_id (line->score));
  write_score (self, sheet, row, line, strong);
  for (guint i = 0; i < self->rates->len; i++)
    write_rate (sheet, row, FIRST_RATE_COL + COLS_PER_RATE * i, g_ptr_array_index (self->rates, i), line);
  write_controls (self, sheet, row, line);
}

/* The upper row of the header names what stands together. */
static void
write_group_headers (TnkReport *self,
                     TnkSheet *sheet,
                     guint row)
{
  guint col = first_control_col (self);

  tnk_sheet_blank (sheet, row, 0, TNK_STYLE_HEADER);
  tnk_sheet_blank (sheet, row, 1, TNK_STYLE_HEADER);
  tnk_sheet_merge (sheet, row, 2, FIRST_RATE_COL - 1, TNK_STYLE_HEADER, "点数");
  for (guint i = 0; i < self->rates->len; i++) {
    TnkRate *rate = g_ptr_array_index (self->rates, i);
    guint first = FIRST_RATE_COL + COLS_PER_RATE * i;

    tnk_sheet_merge (sheet, row, first, first + COLS_PER_RATE - 1, TNK_STYLE_HEADER, tnk_text_get (tnk_rate_get_name (rate), "ja"));
  }
  tnk_sheet_merge (sheet, row, col, col + 4, TNK_STYLE_HEADER, "管理策");
}

static void
write_headers (TnkReport *self,
               TnkSheet *sheet,
               guint row,
               const char *what)
{
  static const char *const scores[] = {"点数", "評価", "前回", "増減"};
  static const char *const rates[COLS_PER_RATE] = {"率", "分子 n", "分母 N"};
  static const char *const controls[] = {"対象数", "不備のある数", "前回", "増減", "うち重大"};
  guint col = first_control_col (self);

  tnk_sheet_text (sheet, row, 0, TNK_STYLE_HEADER, what);
  tnk_sheet_text (sheet, row, 1, TNK_STYLE_HEADER, "ID");
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    tnk_sheet_text (sheet, row, 2 + i, TNK_STYLE_HEADER, scores[i]);
  for (guint i = FIRST_RATE_COL; i < col; i++)
    tnk_sheet_text (sheet, row, i, TNK_STYLE_HEADER, rates[(i - FIRST_RATE_COL) % COLS_PER_RATE]);
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    tnk_sheet_text (sheet, row, col + i, TNK_STYLE_HEADER, controls[i]);
}

static void
set_columns (TnkReport *self,
             TnkSheet *sheet)
{
  guint col = first_control_col (self);

  tnk_sheet_columns (sheet, 0, 0, TNK_NAME_WIDTH);
  tnk_sheet_columns (sheet, 1, 1, 15);
  tnk_sheet_columns (sheet, 2, 2, 8);
  tnk_sheet_columns (sheet, 3, 3, 16);
  tnk_sheet_columns (sheet, 4, col - 1, 8.5);
  tnk_sheet_columns (sheet, col, col + 4, 9);
}

/* Writes the table with its header at @row. Returns the row after it. */
guint
tnk_scope_table_write (TnkReport *self,
                       TnkSheet *sheet,
                       guint row,
                       const char *what,
                       GPtrArray *lines)
{
  guint first = row + TNK_SCOPE_TABLE_HEADER_ROWS;
  const TnkRange table = {first - 1, 0, first - 1 + MAX (1, lines->len), first_control_col (self) + 4};

  set_columns (self, sheet);
  write_group_headers (self, sheet, row);
  tnk_sheet_row_height (sheet, row + 1, 28);
  write_headers (self, sheet, row + 1, what);
  for (guint i = 0; i < lines->len; i++)
    write_line (self, sheet, first + i, g_ptr_array_index (lines, i));
  tnk_sheet_freeze (sheet, first, 1);
  tnk_sheet_repeat_rows (sheet, row, row + 1);
  tnk_sheet_autofilter (sheet, &table);
  return first + lines->len;
}
