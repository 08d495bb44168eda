/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-report-private.h"

#define MOST_WIDTH 160

#include <math.h>

/* Words and dates in the body’s way, and the small writers that every sheet uses. */

static GDateTime *
read_day (const char *iso)
{
  g_autofree char *midnight = iso != NULL ? g_strdup_printf ("%.10sT00:00:00Z", iso) : NULL;

  return midnight != NULL ? g_date_time_new_from_iso8601 (midnight, NULL) : NULL;
}

/* 2026年11月21日（土）. What is no date stays as it is. */
char *
tnk_format_date (const char *iso)
{
  static const char *const days[] = {"", "月", "火", "水", "木", "金", "土", "日"};
  g_autoptr (GDateTime) day = read_day (iso);

  if (day == NULL)
    return g_strdup (iso != NULL ? iso : TNK_DASH);
  return g_strdup_printf ("%d年%d月%d日（%s）", g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day), days[g_date_time_get_day_of_week (day)]);
}

/* 令和8年度: the fiscal year, April to March, that holds a day. */
char *
tnk_format_fiscal_year (const char *iso)
{
  g_autoptr (GDateTime) day = read_day (iso);

  if (day == NULL)
    return g_strdup ("");

  int year = g_date_time_get_year (day) - (g_date_time_get_month (day) < 4);
  if (year < 2019) /* the era began in May 2019 */
    return g_strdup_printf ("%d年度", year);
  return year == 2019 ? g_strdup ("令和元年度") : g_strdup_printf ("令和%d年度", year - 2018);
}

const char *
tnk_state_text (TnkCampaignState state)
{
  static const char *const texts[] = {"準備中", "実施中", "終了"};

  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (texts), "");
  return texts[state];
}

/* A grade and its word: a letter alone says little, and a colour says nothing in print. */
const char *
tnk_grade_text (char grade)
{
  switch (grade) {
  case 'A':
    return "A 良好";
  case 'B':
    return "B おおむね良好";
  case 'C':
    return "C 要改善";
  case 'D':
    return "D 要対策";
  default:
    return TNK_DASH;
  }
}

/* Writes a figure, or a dash where it is NaN. */
void
tnk_write_figure (TnkSheet *sheet,
                  guint row,
                  guint col,
                  TnkStyle style,
                  double figure)
{
  if (isnan (figure))
    tnk_sheet_text (sheet, row, col, style, TNK_DASH);
  else
    tnk_sheet_number (sheet, row, col, style, figure);
}

/* The same for a formula, which then has to give the dash by itself. */
void
tnk_write_formula (TnkSheet *sheet,
                   guint row,
                   guint col,
                   TnkStyle style,
                   const char *formula,
                   double figure)
{
  if (isnan (figure))
    tnk_sheet_formula_text (sheet, row, col, style, formula, TNK_DASH);
  else
    tnk_sheet_formula (sheet, row, col, style, formula, figure);
}

/* Writes a sum of counts of a scope: as a formula where this workbook holds what it takes, else as it is. */
void
tnk_write_count (TnkSheet *sheet,
                 guint row,
                 guint col,
                 const TnkBlock *block,
                 const char *const *names,
                 gint64 value)
{
  g_autofree char *formula = tnk_block_count_formula (block, names);

  if (formula != NULL)
    tnk_sheet_formula (sheet, row, col, TNK_STYLE_INTEGER, formula, value);
  else
    tnk_sheet_integer (sheet, row, col, TNK_STYLE_INTEGER, value);
}

/* Shows the figure of another cell. */
void
tnk_write_ref (TnkSheet *sheet,
               guint row,
               guint col,
               TnkStyle style,
               const char *of_sheet,
               guint of_row,
               guint of_col,
               double figure)
{
  g_autoptr (GString) formula = g_string_new ("=");

  tnk_ref_append (formula, of_sheet, of_row, of_col);
  tnk_write_formula (sheet, row, col, style, formula->str, figure);
}

void
tnk_write_headers (TnkSheet *sheet,
                   guint row,
                   const char *const *texts,
                   guint n)
{
  for (guint i = 0; i < n; i++)
    tnk_sheet_text (sheet, row, i, TNK_STYLE_HEADER, texts[i]);
}

/* How wide a text is, in halves of a Japanese character. */
static guint
measure (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return width;
}

/* How many lines a text takes in cells that together are @width halves of a character wide. */
guint
tnk_count_lines (const char *text,
                 guint width)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  guint n_lines = 0;

  for (guint i = 0; paragraphs[i] != NULL; i++)
    n_lines += MAX (1, (measure (paragraphs[i]) + width - 1) / width);
  return MAX (1, n_lines);
}

/* A row cannot be higher than 409 points, and what does not fit is not on the paper. So a text that is too long for its column gets a
 * wider one, up to what a page across still bears. */
double
tnk_find_width (const char *text,
                double width,
                double margin,
                guint most_lines)
{
  while (width < MOST_WIDTH && tnk_count_lines (text, width - margin) > most_lines)
    width += 4;
  return width;
}

/* Makes a row high enough for some lines. Neither do all programs find that out by themselves, nor does any where cells
 * are merged. Comes before the first cell of the row. */
void
tnk_write_height (TnkSheet *sheet,
                  guint row,
                  guint n_lines)
{
  tnk_sheet_row_height (sheet, row, TNK_ROW_HEIGHT + 14.5 * (n_lines - 1));
}

/* Writes a text into one cell, or across several. */
void
tnk_write_across (TnkSheet *sheet,
                  guint row,
                  guint first_col,
                  guint last_col,
                  TnkStyle style,
                  const char *text)
{
  if (first_col < last_col)
    tnk_sheet_merge (sheet, row, first_col, last_col, style, text);
  else
    tnk_sheet_text (sheet, row, first_col, style, text);
}
