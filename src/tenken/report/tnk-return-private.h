/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-problems-private.h"
#include "tnk-workbook-private.h"
#include "tnk-xlsx-reader-private.h"

G_BEGIN_DECLS

/* Workbooks that go out, are filled in or edited, and come back.
 *
 * Such a workbook holds tables. The first column of a table is hidden and bears the id by which a row is known, wherever
 * it has got to; the first row is hidden and bears the word by which a column is known. Its first cell says
 * “tenken-rows TABLE”. The table “about” stands on a hidden sheet and says what the workbook is. */

#define TNK_RETURN_FORMAT "1"
#define TNK_RETURN_ABOUT "about"
#define TNK_RETURN_FIELDS "fields"
#define TNK_RETURN_VALUE "value"
/* In place of an id: the row is there to be read by people. */
#define TNK_RETURN_HEADING "#"

/* The way out. */
void tnk_return_write_keys (TnkSheet *sheet, const char *table, const char *const *keys, guint n);
void tnk_return_write_id (TnkSheet *sheet, guint row, const char *id);
void tnk_return_write_about (TnkWorkbook *book, const char *kind, const char *const *keys, const char *const *values, guint n);

/* The way back. Faults of rows are gathered, so that one pass tells them all; what makes the whole file useless is an
 * error. */
typedef struct _TnkReturn TnkReturn;

TnkReturn *tnk_return_open (const char *filename, const char *kind, GError **error);
void tnk_return_free (TnkReturn *self);
/* From here on a row without an id is a new one, whose id is the empty text. */
void tnk_return_allow_new_rows (TnkReturn *self);
TnkProblems *tnk_return_get_problems (TnkReturn *self);
const char *tnk_return_get_about (TnkReturn *self, const char *key);
gboolean tnk_return_next_table (TnkReturn *self, GError **error);
const char *tnk_return_get_table (TnkReturn *self);
gboolean tnk_return_needs (TnkReturn *self, const char *const *keys);
gboolean tnk_return_next_row (TnkReturn *self, GError **error);
const char *tnk_return_get_id (TnkReturn *self);
const TnkXlsxCell *tnk_return_get_cell (TnkReturn *self, const char *key);
gboolean tnk_return_take_text (TnkReturn *self, const char *key, char **text);
char *tnk_return_dup_place (TnkReturn *self, const char *key);
void tnk_return_fault (TnkReturn *self, const char *key, const char *format, ...) G_GNUC_PRINTF (3, 4);
void tnk_return_fault_at (TnkReturn *self, const char *place, const char *format, ...) G_GNUC_PRINTF (3, 4);
void tnk_return_fault_file (TnkReturn *self, const char *format, ...) G_GNUC_PRINTF (2, 3);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkReturn, tnk_return_free)

G_END_DECLS
