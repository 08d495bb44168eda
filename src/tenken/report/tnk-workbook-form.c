/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-workbook-xlsx-private.h"

#include <stdlib.h>
#include <string.h>

/* The most characters that Excel takes for a list, with the commas between. */
#define MAX_LIST 255

/* What makes a sheet a form: cells that can be filled in, and others that cannot. */

/* Locks all cells but those of an open style. There is no password: it keeps slips of the hand away, and whoever reads
 * the form back looks at every row in any case. */
void
tnk_sheet_protect (TnkSheet *self)
{
  lxw_protection options = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE, .sort = LXW_TRUE, .autofilter = LXW_TRUE};

  if (!tnk_workbook_has_failed (self->workbook))
    worksheet_protect (self->worksheet, NULL, &options);
}

/* Hides a sheet, which cannot be the first one. */
void
tnk_sheet_hide (TnkSheet *self)
{
  if (!tnk_workbook_has_failed (self->workbook))
    worksheet_hide (self->worksheet);
}

void
tnk_sheet_hide_columns (TnkSheet *self,
                        guint first,
                        guint last)
{
  lxw_row_col_options options = {.hidden = LXW_TRUE};

  if (!tnk_workbook_has_failed (self->workbook))
    tnk_sheet_check (self, worksheet_set_column_opt (self->worksheet, first, last, LXW_DEF_COL_WIDTH, NULL, &options), "hidden columns");
}

/* Hides a row that is not begun yet. */
void
tnk_sheet_hide_row (TnkSheet *self,
                    guint row)
{
  lxw_row_col_options options = {.hidden = LXW_TRUE};
  locale_t before;

  if (tnk_workbook_has_failed (self->workbook))
    return;
  before = tnk_workbook_enter_c_locale ();
  tnk_sheet_check (self, worksheet_set_row_opt (self->worksheet, row, LXW_DEF_ROW_HEIGHT, NULL, &options), "hidden row");
  uselocale (before);
}

static void
set_validation (TnkSheet *self,
                const TnkRange *range,
                lxw_data_validation *validation,
                const char *what)
{
  if (!tnk_workbook_has_failed (self->workbook))
    tnk_sheet_check (self, worksheet_data_validation_range (self->worksheet, range->first_row, range->first_col, range->last_row, range->last_col, validation),
                     what);
}

/* Excel parts the words of a list at commas, and takes so many characters. @n_left is how many words found no place. */
static char *
join_words (const char *const *words,
            guint *n_left)
{
  g_autoptr (GString) list = g_string_new ("\"");
  glong length = 0;

  *n_left = 0;
  for (guint i = 0; words[i] != NULL; i++) {
    glong more = g_utf8_strlen (words[i], -1) + 1;

    if (strpbrk (words[i], ",\"") != NULL || length + more > MAX_LIST) {
      ++*n_left;
      continue;
    }
    g_string_append_printf (list, "%s%s", length > 0 ? "," : "", words[i]);
    length += more;
  }
  g_string_append_c (list, '"');
  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* libxlsxwriter 1.1.4 counts characters and reserves bytes, so that Japanese words overrun its buffer. It gets a short list
 * to begin with, in whose place the right one is put. A word that finds no place may be typed only where any word may. */
static void
set_list (TnkSheet *self,
          const TnkRange *range,
          lxw_data_validation *validation,
          const char *const *words)
{
  guint n_left;
  g_autofree char *list = join_words (words, &n_left);
  const char *const first[] = {"-", NULL};
  lxw_data_val_obj *kept = NULL, *next;

  if (n_left > 0 && validation->show_error == LXW_VALIDATION_ON)
    tnk_workbook_fail (self->workbook, "sheet “%s”: a list of words holds %u that Excel would not take", self->name, n_left);
  validation->value_list = (char **) first;
  set_validation (self, range, validation, "list of words");
  if (tnk_workbook_has_failed (self->workbook))
    return;
  for (next = STAILQ_FIRST (self->worksheet->data_validations); next != NULL; next = STAILQ_NEXT (next, list_pointers))
    kept = next;
  free (kept->value_formula);
  kept->value_formula = strdup (list);
}

/* Lets the cells take one of some words and no other, from a list that drops down. */
void
tnk_sheet_choices (TnkSheet *self,
                   const TnkRange *range,
                   const char *const *words,
                   const char *title,
                   const char *message)
{
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .ignore_blank = LXW_VALIDATION_ON,
    .show_error = LXW_VALIDATION_ON,
    .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
    .dropdown = LXW_VALIDATION_ON,
    .error_title = (char *) title,
    .error_message = (char *) message,
  };

  set_list (self, range, &validation, words);
}

/* Offers words in a list that drops down, as many as it can hold, and takes any other word too. */
void
tnk_sheet_suggest (TnkSheet *self,
                   const TnkRange *range,
                   const char *const *words)
{
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST,
    .ignore_blank = LXW_VALIDATION_ON,
    .show_error = LXW_VALIDATION_OFF,
    .dropdown = LXW_VALIDATION_ON,
  };

  set_list (self, range, &validation, words);
}

/* Lets the cells take days and nothing else. */
void
tnk_sheet_days_only (TnkSheet *self,
                     const TnkRange *range,
                     const char *title,
                     const char *message)
{
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_DATE_NUMBER,
    .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
    .value_number = 36526, /* 1 January 2000 */
    .ignore_blank = LXW_VALIDATION_ON,
    .show_error = LXW_VALIDATION_ON,
    .error_type = LXW_VALIDATION_ERROR_TYPE_STOP,
    .error_title = (char *) title,
    .error_message = (char *) message,
  };
  locale_t before = tnk_workbook_enter_c_locale ();

  set_validation (self, range, &validation, "days");
  uselocale (before);
}

/* Shows a word in a colour wherever it stands, also where a formula gives it. */
void
tnk_sheet_mark_word (TnkSheet *self,
                     const TnkRange *range,
                     const char *word,
                     guint32 colour)
{
  lxw_conditional_format condition = {
    .type = LXW_CONDITIONAL_TYPE_TEXT,
    .criteria = LXW_CONDITIONAL_CRITERIA_TEXT_CONTAINING,
    .value_string = (char *) word,
  };

  if (tnk_workbook_has_failed (self->workbook))
    return;
  condition.format = workbook_add_format (self->workbook->book);
  format_set_bg_color (condition.format, colour);
  tnk_sheet_check (self, worksheet_conditional_format_range (self->worksheet, range->first_row, range->first_col, range->last_row, range->last_col, &condition),
                   "marked word");
}

/* Writes a day as a date, which people can sort by and count with. What is no day is written as a text. */
void
tnk_sheet_date (TnkSheet *self,
                guint row,
                guint col,
                TnkStyle style,
                const char *iso)
{
  GDate day, epoch;
  guint year, month, date;

  g_date_set_dmy (&epoch, 30, 12, 1899);
  if (sscanf (iso, "%4u-%2u-%2u", &year, &month, &date) != 3 || !g_date_valid_dmy (date, month, year) || year < 1901) {
    tnk_sheet_text (self, row, col, style, iso);
    return;
  }
  g_date_set_dmy (&day, date, month, year);
  tnk_sheet_integer (self, row, col, style, g_date_days_between (&epoch, &day));
}
