/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-xlsx-directory-private.h"

G_BEGIN_DECLS

/* Reads what is in the cells of an .xlsx file, whichever program saved it, and refuses what is damaged or hostile.
 *
 * Rows come one by one. The cells of a row, and their texts, are good until the next row. Cells with nothing in them and
 * rows without any cell are not told of. Rows and columns count from 0. */
typedef struct _TnkXlsxReader TnkXlsxReader;
typedef struct _TnkXlsxSheet TnkXlsxSheet;

typedef enum {
  TNK_XLSX_EMPTY,
  TNK_XLSX_TEXT,
  TNK_XLSX_NUMBER,
  TNK_XLSX_BOOLEAN,
  TNK_XLSX_DATE,
  TNK_XLSX_ERROR,
} TnkXlsxType;

typedef struct
{
  TnkXlsxType type;
  guint row;
  guint col;
  gboolean is_formula; /* what stands here is its result as it was stored; EMPTY where it was not */
  double number; /* of a number, a boolean, and a date that is stored as one */
  const char *text; /* the text; a number in figures; TRUE or FALSE; a date in ISO 8601; an error such as #N/A */
} TnkXlsxCell;

TnkXlsxReader *tnk_xlsx_reader_open (const char *filename, const TnkXlsxLimits *limits, GError **error);
void tnk_xlsx_reader_free (TnkXlsxReader *self);
const char *tnk_xlsx_reader_get_filename (TnkXlsxReader *self);
guint tnk_xlsx_reader_get_n_sheets (TnkXlsxReader *self);
const char *tnk_xlsx_reader_get_sheet_name (TnkXlsxReader *self, guint index);
int tnk_xlsx_reader_find_sheet (TnkXlsxReader *self, const char *name);

TnkXlsxSheet *tnk_xlsx_sheet_open (TnkXlsxReader *reader, guint index, GError **error);
void tnk_xlsx_sheet_free (TnkXlsxSheet *self);
gboolean tnk_xlsx_sheet_next (TnkXlsxSheet *self, GError **error);
guint tnk_xlsx_sheet_get_row (TnkXlsxSheet *self);
guint tnk_xlsx_sheet_get_n_cells (TnkXlsxSheet *self);
const TnkXlsxCell *tnk_xlsx_sheet_get_cell (TnkXlsxSheet *self, guint index);
const TnkXlsxCell *tnk_xlsx_sheet_find_cell (TnkXlsxSheet *self, guint col);

char *tnk_xlsx_cell_name (guint row, guint col);
gboolean tnk_xlsx_cell_parse (const char *name, guint *row, guint *col);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkXlsxReader, tnk_xlsx_reader_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkXlsxSheet, tnk_xlsx_sheet_free)

G_END_DECLS
