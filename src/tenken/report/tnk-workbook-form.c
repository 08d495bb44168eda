/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-workbook-xlsx-private.h"

/* What makes a sheet a form: cells that can be filled in, and others that cannot. */

/* Locks all cells but those of an open style. There is no password: it keeps slips of the hand away, and whoever reads
 * the form back looks at every row in any case. */
void
tnk_sheet_protect (TnkSheet *self)
{
  lxw_protection options = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};

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
    .value_list = (char **) words,
    .error_title = (char *) title,
    .error_message = (char *) message,
  };

  if (!tnk_workbook_has_failed (self->workbook))
    tnk_sheet_check (self, worksheet_data_validation_range (self->worksheet, range->first_row, range->first_col, range->last_row, range->last_col, &validation),
                     "list of words");
}
