/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-workbook-xlsx-private.h"

#include <math.h>
#include <string.h>

/* The most that Excel lets into a cell, in UTF-16 units; it cuts what is longer and calls the file damaged. */
#define MAX_CELL_TEXT 32767
#define MAX_FORMULA 8192

static void
fail_at (TnkSheet *self,
         guint row,
         guint col,
         const char *why)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell (cell, row, col);
  tnk_workbook_fail (self->workbook, "sheet “%s”, cell %s: %s", self->name, cell, why);
}

/* Reports what libxlsxwriter refused; @what says what it was about. */
void
tnk_sheet_check (TnkSheet *self,
                 lxw_error code,
                 const char *what)
{
  if (code != LXW_NO_ERROR)
    tnk_workbook_fail (self->workbook, "sheet “%s”, %s: %s", self->name, what, lxw_strerror (code));
}

/* A cell that stands twice or behind its place makes a file that Excel calls damaged; libxlsxwriter keeps the last
 * one of two without a word. */
static gboolean
begin_cells (TnkSheet *self,
             guint row,
             guint col,
             guint n)
{
  if (tnk_workbook_has_failed (self->workbook))
    return FALSE;
  if (row < self->row || (row == self->row && col < self->col)) {
    fail_at (self, row, col, "cells must be written from left to right and from top to bottom, each once");
    return FALSE;
  }
  if (row >= LXW_ROW_MAX || col + n > LXW_COL_MAX) {
    fail_at (self, row, col, "a sheet has no room for it: it has 1,048,576 rows and 16,384 columns");
    return FALSE;
  }
  self->row = row;
  self->col = col + n;
  return TRUE;
}

static void
end_cells (TnkSheet *self,
           guint row,
           guint col,
           guint n_stored,
           guint n_full,
           lxw_error code)
{
  if (code != LXW_NO_ERROR) {
    fail_at (self, row, col, lxw_strerror (code));
    return;
  }
  self->n_stored += n_stored;
  self->workbook->n_cells += n_full;
}

/* Characters that XML cannot hold at all, or that no reader wants: controls, and the two non-characters. */
static gboolean
is_unwanted (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe;
}

/* “_x0041_” in a cell means A to Excel. Who typed it meant what he typed. */
static gboolean
is_escape (const char *at)
{
  return at[0] == '_' && at[1] == 'x' && g_ascii_isxdigit (at[2]) && g_ascii_isxdigit (at[3]) &&
         g_ascii_isxdigit (at[4]) && g_ascii_isxdigit (at[5]) && at[6] == '_';
}

static gboolean
is_clean (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *at = text; *at != '\0'; at++) {
    guchar c = *at;

    if (c < 0x20 ? c != '\n' && c != '\t' : c == 0x7f || (c == '_' && is_escape (at)))
      return FALSE;
    /* The first bytes of the controls after U+007F and of the non-characters; most texts have none of them. */
    if ((c == 0xc2 || c == 0xef || c >= 0xf0) && is_unwanted (g_utf8_get_char (at)))
      return FALSE;
  }
  return TRUE;
}

char *
tnk_workbook_clean_text (const char *text)
{
  if (text == NULL || is_clean (text))
    return NULL;

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_sized_new (strlen (valid));
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (c == '\r' && at[1] != '\n')
      g_string_append_c (clean, '\n');
    else if (is_escape (at))
      g_string_append (clean, "_x005F_");
    else if (!is_unwanted (c))
      g_string_append_unichar (clean, c);
  }
  return g_string_free (g_steal_pointer (&clean), FALSE);
}

static gboolean
is_too_long (const char *text)
{
  glong length = 0;

  if (strlen (text) <= MAX_CELL_TEXT)
    return FALSE;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  return units == NULL || length > MAX_CELL_TEXT;
}

static void
write_text (TnkSheet *self,
            guint row,
            guint col,
            TnkStyle style,
            const char *text)
{
  lxw_format *format = tnk_workbook_get_format (self->workbook, style);
  lxw_error code = worksheet_write_string (self->worksheet, row, col, text, format);

  end_cells (self, row, col, 1, *text != '\0', code);
}

/* NULL is a fault of the report, and an empty cell in its place would hide it. */
static gboolean
check_text (TnkSheet *self,
            guint row,
            guint col,
            const char *text)
{
  if (text == NULL)
    fail_at (self, row, col, "there is no text for it");
  else if (is_too_long (text))
    fail_at (self, row, col, "the text is longer than the 32,767 characters that a cell can hold");
  else
    return TRUE;
  return FALSE;
}

/* Writes a text. It stays one whatever it begins with: a name such as “=HYPERLINK("x")” or “+81” never becomes a
 * formula. The empty text makes an empty cell. */
void
tnk_sheet_text (TnkSheet *self,
                guint row,
                guint col,
                TnkStyle style,
                const char *text)
{
  g_autofree char *clean = tnk_workbook_clean_text (text);
  locale_t before;

  if (!begin_cells (self, row, col, 1) || !check_text (self, row, col, clean != NULL ? clean : text))
    return;
  before = tnk_workbook_enter_c_locale ();
  write_text (self, row, col, style, clean != NULL ? clean : text);
  uselocale (before);
}

/* The stretches as libxlsxwriter wants them: clean, none empty. The texts are kept alive by @cleaned. */
static GArray *
list_stretches (TnkSheet *self,
                const TnkRichText *texts,
                guint n,
                GPtrArray *cleaned)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (lxw_rich_string_tuple));

  for (guint i = 0; i < n; i++) {
    char *clean = tnk_workbook_clean_text (texts[i].text);
    lxw_rich_string_tuple stretch = {.format = tnk_workbook_get_format (self->workbook, texts[i].style), .string = clean != NULL ? clean : (char *) texts[i].text};

    if (clean != NULL)
      g_ptr_array_add (cleaned, clean);
    if (*stretch.string != '\0')
      g_array_append_val (stretches, stretch);
  }
  return stretches;
}

static char *
join_stretches (GArray *stretches)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stretches->len; i++)
    g_string_append (text, g_array_index (stretches, lxw_rich_string_tuple, i).string);
  return g_string_free (text, FALSE);
}

static void
write_rich_text (TnkSheet *self,
                 guint row,
                 guint col,
                 TnkStyle style,
                 GArray *stretches)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();

  for (guint i = 0; i < stretches->len; i++)
    g_ptr_array_add (list, &g_array_index (stretches, lxw_rich_string_tuple, i));
  g_ptr_array_add (list, NULL);
  end_cells (self, row, col, 1, 1,
             worksheet_write_rich_string (self->worksheet, row, col, (lxw_rich_string_tuple **) list->pdata,
                                          tnk_workbook_get_format (self->workbook, style)));
}

/* Writes a text of which parts look otherwise. A text of one stretch is written as tnk_sheet_text () writes it: a cell has no
 * rich text of one part. */
void
tnk_sheet_rich_text (TnkSheet *self,
                     guint row,
                     guint col,
                     TnkStyle style,
                     const TnkRichText *texts,
                     guint n)
{
  g_autoptr (GPtrArray) cleaned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) stretches = NULL;
  g_autofree char *whole = NULL;
  locale_t before;

  if (tnk_workbook_has_failed (self->workbook))
    return;
  stretches = list_stretches (self, texts, n, cleaned);
  whole = join_stretches (stretches);
  if (stretches->len < 2) {
    tnk_sheet_text (self, row, col, style, whole);
    return;
  }
  if (!begin_cells (self, row, col, 1) || !check_text (self, row, col, whole))
    return;
  before = tnk_workbook_enter_c_locale ();
  write_rich_text (self, row, col, style, stretches);
  uselocale (before);
}

static gboolean
check_number (TnkSheet *self,
              guint row,
              guint col,
              double number)
{
  if (isfinite (number))
    return TRUE;
  fail_at (self, row, col, "the figure is not a number");
  return FALSE;
}

void
tnk_sheet_number (TnkSheet *self,
                  guint row,
                  guint col,
                  TnkStyle style,
                  double number)
{
  locale_t before;

  if (!begin_cells (self, row, col, 1) || !check_number (self, row, col, number))
    return;
  before = tnk_workbook_enter_c_locale ();
  end_cells (self, row, col, 1, 1,
             worksheet_write_number (self->worksheet, row, col, number, tnk_workbook_get_format (self->workbook, style)));
  uselocale (before);
}

void
tnk_sheet_integer (TnkSheet *self,
                   guint row,
                   guint col,
                   TnkStyle style,
                   gint64 number)
{
  /* A cell holds a double, and libxlsxwriter prints 16 digits of it. */
  if (ABS (number) > G_GINT64_CONSTANT (9007199254740992))
    fail_at (self, row, col, "the number is too large for a cell");
  tnk_sheet_number (self, row, col, style, number);
}

static gboolean
begin_formula (TnkSheet *self,
               guint row,
               guint col,
               const char *formula)
{
  if (!begin_cells (self, row, col, 1))
    return FALSE;
  if (strlen (formula) <= MAX_FORMULA)
    return TRUE;
  fail_at (self, row, col, "the formula is longer than a cell can hold");
  return FALSE;
}

/* Writes a formula with the figure that it gives, which is what shows until the workbook is calculated anew. */
void
tnk_sheet_formula (TnkSheet *self,
                   guint row,
                   guint col,
                   TnkStyle style,
                   const char *formula,
                   double value)
{
  locale_t before;

  if (!begin_formula (self, row, col, formula) || !check_number (self, row, col, value))
    return;
  before = tnk_workbook_enter_c_locale ();
  end_cells (self, row, col, 1, 1,
             worksheet_write_formula_num (self->worksheet, row, col, formula,
                                          tnk_workbook_get_format (self->workbook, style), value));
  uselocale (before);
}

/* The same for a formula that gives a text. */
void
tnk_sheet_formula_text (TnkSheet *self,
                        guint row,
                        guint col,
                        TnkStyle style,
                        const char *formula,
                        const char *value)
{
  g_autofree char *clean = tnk_workbook_clean_text (value);
  locale_t before;

  if (!begin_formula (self, row, col, formula) || !check_text (self, row, col, clean != NULL ? clean : value))
    return;
  before = tnk_workbook_enter_c_locale ();
  end_cells (self, row, col, 1, 1,
             worksheet_write_formula_str (self->worksheet, row, col, formula,
                                          tnk_workbook_get_format (self->workbook, style), clean != NULL ? clean : value));
  uselocale (before);
}

void
tnk_sheet_blank (TnkSheet *self,
                 guint row,
                 guint col,
                 TnkStyle style)
{
  tnk_sheet_text (self, row, col, style, "");
}

/* Joins cells of one row. Cells of several rows cannot be joined: that would fill the rows below, and what belongs
 * there could then not be written. */
static gboolean
begin_merge (TnkSheet *self,
             guint row,
             guint first_col,
             guint last_col,
             TnkStyle style,
             const char *text)
{
  locale_t before;

  g_return_val_if_fail (first_col < last_col, FALSE);
  if (!begin_cells (self, row, first_col, last_col - first_col + 1) || !check_text (self, row, first_col, text))
    return FALSE;
  before = tnk_workbook_enter_c_locale ();
  end_cells (self, row, first_col, last_col - first_col + 1, *text != '\0',
             worksheet_merge_range (self->worksheet, row, first_col, row, last_col, text,
                                    tnk_workbook_get_format (self->workbook, style)));
  uselocale (before);
  return !tnk_workbook_has_failed (self->workbook);
}

/* Writes a text across cells of one row. */
void
tnk_sheet_merge (TnkSheet *self,
                 guint row,
                 guint first_col,
                 guint last_col,
                 TnkStyle style,
                 const char *text)
{
  g_autofree char *clean = tnk_workbook_clean_text (text);

  begin_merge (self, row, first_col, last_col, style, clean != NULL ? clean : text);
}

/* Writes a number across cells of one row: libxlsxwriter joins cells around a text, which is then written over. */
void
tnk_sheet_merge_number (TnkSheet *self,
                        guint row,
                        guint first_col,
                        guint last_col,
                        TnkStyle style,
                        double number)
{
  locale_t before;

  if (!check_number (self, row, first_col, number) || !begin_merge (self, row, first_col, last_col, style, "0"))
    return;
  before = tnk_workbook_enter_c_locale ();
  end_cells (self, row, first_col, 0, 0,
             worksheet_write_number (self->worksheet, row, first_col, number, tnk_workbook_get_format (self->workbook, style)));
  uselocale (before);
}

/* The same for a formula that gives a text. */
void
tnk_sheet_merge_formula (TnkSheet *self,
                         guint row,
                         guint first_col,
                         guint last_col,
                         TnkStyle style,
                         const char *formula,
                         const char *value)
{
  locale_t before;

  if (!begin_merge (self, row, first_col, last_col, style, value))
    return;
  before = tnk_workbook_enter_c_locale ();
  end_cells (self, row, first_col, 0, *value == '\0',
             worksheet_write_formula_str (self->worksheet, row, first_col, formula,
                                          tnk_workbook_get_format (self->workbook, style), value));
  uselocale (before);
}

void
tnk_sheet_columns (TnkSheet *self,
                   guint first,
                   guint last,
                   double width)
{
  if (!tnk_workbook_has_failed (self->workbook))
    tnk_sheet_check (self, worksheet_set_column (self->worksheet, first, last, width, NULL), "column width");
}

/* Makes a column wider than it was, also when rows of it are written already; never narrower than an earlier call made it. */
void
tnk_sheet_widen (TnkSheet *self,
                 guint col,
                 double width)
{
  g_return_if_fail (col < G_N_ELEMENTS (self->widened));

  if (width <= self->widened[col])
    return;
  self->widened[col] = width;
  tnk_sheet_columns (self, col, col, width);
}

/* Sets the height of a row that is not begun yet. */
void
tnk_sheet_row_height (TnkSheet *self,
                      guint row,
                      double points)
{
  locale_t before;

  if (tnk_workbook_has_failed (self->workbook))
    return;
  before = tnk_workbook_enter_c_locale ();
  tnk_sheet_check (self, worksheet_set_row (self->worksheet, row, points, NULL), "row height");
  uselocale (before);
}

/* Keeps what is above @row and left of @col in sight. */
void
tnk_sheet_freeze (TnkSheet *self,
                  guint row,
                  guint col)
{
  if (!tnk_workbook_has_failed (self->workbook))
    worksheet_freeze_panes (self->worksheet, row, col);
}

void
tnk_sheet_repeat_rows (TnkSheet *self,
                       guint first,
                       guint last)
{
  if (!tnk_workbook_has_failed (self->workbook))
    tnk_sheet_check (self, worksheet_repeat_rows (self->worksheet, first, last), "repeated rows");
}

void
tnk_sheet_autofilter (TnkSheet *self,
                      const TnkRange *range)
{
  if (!tnk_workbook_has_failed (self->workbook))
    tnk_sheet_check (self, worksheet_autofilter (self->worksheet, range->first_row, range->first_col, range->last_row, range->last_col), "filter");
}

/* Sets the sheet up for printing: as wide as the page, as long as it needs. */
void
tnk_sheet_page (TnkSheet *self,
                TnkPaper paper)
{
  TnkWorkbook *workbook = self->workbook;

  if (tnk_workbook_has_failed (workbook))
    return;
  if (paper == TNK_PAPER_A4_PORTRAIT)
    worksheet_set_portrait (self->worksheet);
  else
    worksheet_set_landscape (self->worksheet);
  worksheet_set_paper (self->worksheet, paper == TNK_PAPER_A3_LANDSCAPE ? 8 : 9); /* Excel’s numbers of A3 and A4 */
  worksheet_set_margins (self->worksheet, 0.5, 0.5, 0.75, 0.7);
  worksheet_fit_to_pages (self->worksheet, 1, 0);
  worksheet_center_horizontally (self->worksheet);
  worksheet_gridlines (self->worksheet, LXW_HIDE_ALL_GRIDLINES);
  if (workbook->header != NULL)
    tnk_sheet_check (self, worksheet_set_header (self->worksheet, workbook->header), "page header");
  if (workbook->footer != NULL)
    tnk_sheet_check (self, worksheet_set_footer (self->worksheet, workbook->footer), "page footer");
}

/* A column is so many digits of the workbook’s first font wide, and where that font is missing, whatever takes its place
 * decides. Calibri is missing on most machines without Excel; for Arial they all have one of the same widths. */
static void
fix_widths (TnkSheet *self)
{
  lxw_format *first = STAILQ_FIRST (self->workbook->book->formats);

  format_set_font_name (first, "Arial");
  format_set_font_size (first, 10);
}

/* To be called last: begins a new page with each of @rows. Excel pays no heed to that in a sheet that is fitted to the page, so the sheet
 * keeps its natural size: its pages must be no wider and no longer than the paper, and rather have some room left. */
void
tnk_sheet_break_pages (TnkSheet *self,
                       const guint *rows,
                       guint n)
{
  g_autofree lxw_row_t *breaks = g_new0 (lxw_row_t, n + 1);

  if (tnk_workbook_has_failed (self->workbook))
    return;
  fix_widths (self);
  /* LibreOffice would print what a text needed before it was shrunk. */
  tnk_sheet_check (self, worksheet_print_area (self->worksheet, 0, 0, self->row, self->col - 1), "print area");
  worksheet_set_margins (self->worksheet, 0.5, 0.5, 0.65, 0.6);
  if (n == 0)
    return;
  for (guint i = 0; i < n; i++)
    breaks[i] = rows[i];
  worksheet_set_print_scale (self->worksheet, 100);
  tnk_sheet_check (self, worksheet_set_h_pagebreaks (self->worksheet, breaks), "page breaks");
}
