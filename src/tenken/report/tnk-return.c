/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-return-private.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-strings-private.h"

#define MARK "tenken-rows "
#define ABOUT_SHEET "tenken"

struct _TnkReturn
{
  TnkXlsxReader *reader;
  TnkXlsxSheet *sheet; /* the table that is being read, or NULL */
  guint n_opened; /* sheets */
  char *table;
  GHashTable *columns; /* (element-type utf8 uint): word → column + 1, of this table */
  GHashTable *about; /* (element-type utf8 utf8) */
  GHashTable *seen; /* (element-type utf8 utf8): table and id → place */
  char *id;
  gboolean allows_new;
  TnkProblems problems;
};

/* --- the way out --- */

/* Writes the hidden row of a table: the mark in the first column, and a word over each column that is read back. */
void
tnk_return_write_keys (TnkSheet *sheet,
                       const char *table,
                       const char *const *keys,
                       guint n)
{
  g_autofree char *mark = g_strconcat (MARK, table, NULL);

  tnk_sheet_hide_columns (sheet, 0, 0);
  tnk_sheet_hide_row (sheet, 0);
  tnk_sheet_text (sheet, 0, 0, TNK_STYLE_PLAIN, mark);
  for (guint i = 0; i < n; i++)
    if (keys[i] != NULL)
      tnk_sheet_text (sheet, 0, i + 1, TNK_STYLE_PLAIN, keys[i]);
}

void
tnk_return_write_id (TnkSheet *sheet,
                     guint row,
                     const char *id)
{
  tnk_sheet_text (sheet, row, 0, TNK_STYLE_PLAIN, id);
}

static void
write_about (TnkSheet *sheet,
             guint row,
             const char *key,
             const char *value)
{
  tnk_return_write_id (sheet, row, key);
  tnk_sheet_text (sheet, row, 1, TNK_STYLE_TEXT, value);
}

/* Adds the hidden sheet that says what the workbook is. It cannot be the first sheet. */
void
tnk_return_write_about (TnkWorkbook *book,
                        const char *kind,
                        const char *const *keys,
                        const char *const *values,
                        guint n)
{
  static const char *const columns[] = {TNK_RETURN_VALUE};
  TnkSheet *sheet = tnk_workbook_add_sheet (book, ABOUT_SHEET);

  tnk_return_write_keys (sheet, TNK_RETURN_ABOUT, columns, G_N_ELEMENTS (columns));
  write_about (sheet, 1, "kind", kind);
  write_about (sheet, 2, "format", TNK_RETURN_FORMAT);
  for (guint i = 0; i < n; i++)
    write_about (sheet, 3 + i, keys[i], values[i]);
  tnk_sheet_protect (sheet);
  tnk_sheet_hide (sheet);
}

/* --- the way back --- */

void
tnk_return_free (TnkReturn *self)
{
  g_clear_pointer (&self->sheet, tnk_xlsx_sheet_free);
  g_clear_pointer (&self->reader, tnk_xlsx_reader_free);
  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->about);
  g_hash_table_unref (self->seen);
  tnk_problems_clear (&self->problems);
  g_free (self->table);
  g_free (self->id);
  g_free (self);
}

void
tnk_return_allow_new_rows (TnkReturn *self)
{
  self->allows_new = TRUE;
}

TnkProblems *
tnk_return_get_problems (TnkReturn *self)
{
  return &self->problems;
}

/* What the workbook says of itself, or NULL. */
const char *
tnk_return_get_about (TnkReturn *self,
                      const char *key)
{
  return g_hash_table_lookup (self->about, key);
}

const char *
tnk_return_get_table (TnkReturn *self)
{
  return self->table;
}

const char *
tnk_return_get_id (TnkReturn *self)
{
  return self->id;
}

static guint
find_column (TnkReturn *self,
             const char *key)
{
  return key != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, key)) : 0;
}

/* “職員等!F12”; without a word, or with one that the table has not, the cell of the id. */
char *
tnk_return_dup_place (TnkReturn *self,
                      const char *key)
{
  guint col = find_column (self, key);
  g_autofree char *cell = tnk_xlsx_cell_name (tnk_xlsx_sheet_get_row (self->sheet), col > 0 ? col - 1 : 0);

  return g_strdup_printf ("%s!%s", tnk_xlsx_reader_get_sheet_name (self->reader, self->n_opened - 1), cell);
}

static void
add_fault (TnkReturn *self,
           const char *where,
           const char *format,
           va_list args)
{
  g_autofree char *message = g_strdup_vprintf (format, args);

  tnk_problems_add (&self->problems, tnk_xlsx_reader_get_filename (self->reader), 0, where, "%s", message);
}

/* Notes a fault of the present row, in the column of that word. */
void
tnk_return_fault (TnkReturn *self,
                  const char *key,
                  const char *format,
                  ...)
{
  g_autofree char *where = tnk_return_dup_place (self, key);
  va_list args;

  va_start (args, format);
  add_fault (self, where, format, args);
  va_end (args);
}

/* Notes a fault at a place that was taken down earlier. */
void
tnk_return_fault_at (TnkReturn *self,
                     const char *place,
                     const char *format,
                     ...)
{
  va_list args;

  va_start (args, format);
  add_fault (self, place, format, args);
  va_end (args);
}

/* Notes a fault of the whole file. */
void
tnk_return_fault_file (TnkReturn *self,
                       const char *format,
                       ...)
{
  va_list args;

  va_start (args, format);
  add_fault (self, NULL, format, args);
  va_end (args);
}

/* Reads the hidden row of a sheet. Returns whether the sheet is a table. */
static gboolean
read_keys (TnkReturn *self)
{
  const TnkXlsxCell *mark = tnk_xlsx_sheet_get_row (self->sheet) == 0 ? tnk_xlsx_sheet_find_cell (self->sheet, 0) : NULL;

  g_hash_table_remove_all (self->columns);
  if (mark == NULL || !g_str_has_prefix (mark->text, MARK))
    return FALSE;
  g_free (self->table);
  self->table = g_strdup (mark->text + strlen (MARK));
  for (guint i = 0; i < tnk_xlsx_sheet_get_n_cells (self->sheet); i++) {
    const TnkXlsxCell *cell = tnk_xlsx_sheet_get_cell (self->sheet, i);

    if (cell->col > 0)
      g_hash_table_insert (self->columns, g_strdup (cell->text), GUINT_TO_POINTER (cell->col + 1));
  }
  return TRUE;
}

/* Steps to the next sheet that is a table, or stops without an error after the last. */
static gboolean
open_table (TnkReturn *self,
            GError **error)
{
  GError *local = NULL;

  while (self->n_opened < tnk_xlsx_reader_get_n_sheets (self->reader)) {
    g_clear_pointer (&self->sheet, tnk_xlsx_sheet_free);
    self->sheet = tnk_xlsx_sheet_open (self->reader, self->n_opened++, error);
    if (self->sheet == NULL)
      return FALSE;
    if (tnk_xlsx_sheet_next (self->sheet, &local) && read_keys (self))
      return TRUE;
    if (local != NULL) {
      g_propagate_error (error, local);
      return FALSE;
    }
  }
  return FALSE;
}

/* Steps to the next table but the one that says what the workbook is. Returns FALSE without an error after the last. */
gboolean
tnk_return_next_table (TnkReturn *self,
                       GError **error)
{
  while (open_table (self, error))
    if (!g_str_equal (self->table, TNK_RETURN_ABOUT))
      return TRUE;
  return FALSE;
}

/* Whether the table has all these columns; if not, that is noted. */
gboolean
tnk_return_needs (TnkReturn *self,
                  const char *const *keys)
{
  for (guint i = 0; keys[i] != NULL; i++)
    if (find_column (self, keys[i]) == 0) {
      tnk_return_fault (self, NULL, "the hidden first row does not name the column “%s” any more; take the sheet as it was handed out and copy the answers into it",
                        keys[i]);
      return FALSE;
    }
  return TRUE;
}

/* The cell of the present row in the column of that word, or NULL if it is empty. */
const TnkXlsxCell *
tnk_return_get_cell (TnkReturn *self,
                     const char *key)
{
  guint col = find_column (self, key);

  return col > 0 ? tnk_xlsx_sheet_find_cell (self->sheet, col - 1) : NULL;
}

/* Takes what is in a cell as a text without blanks around it, “” if it is empty. Returns FALSE, having noted it, if it is
 * nothing that anybody could mean. */
gboolean
tnk_return_take_text (TnkReturn *self,
                      const char *key,
                      char **text)
{
  const TnkXlsxCell *cell = tnk_return_get_cell (self, key);

  *text = NULL;
  if (cell != NULL && cell->type == TNK_XLSX_ERROR)
    tnk_return_fault (self, key, "the cell shows the error %s; type the text itself", cell->text);
  else if (cell != NULL && cell->is_formula && cell->type == TNK_XLSX_EMPTY)
    tnk_return_fault (self, key, "the cell holds a formula whose result is not stored; type the text itself");
  else
    *text = tnk_strip (cell != NULL ? cell->text : "");
  return *text != NULL;
}

static gboolean
has_content (TnkReturn *self)
{
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (tnk_return_get_cell (self, key) != NULL)
      return TRUE;
  return FALSE;
}

/* Whether the present row is known by an id that was not there before. */
static gboolean
take_id (TnkReturn *self)
{
  const TnkXlsxCell *cell = tnk_xlsx_sheet_find_cell (self->sheet, 0);
  g_autofree char *key = NULL;
  const char *place;

  g_clear_pointer (&self->id, g_free);
  if (cell == NULL || *cell->text == '\0') {
    if (self->allows_new && has_content (self)) {
      self->id = g_strdup ("");
      return TRUE;
    }
    if (has_content (self))
      tnk_return_fault (self, NULL, "the row has lost its id in the hidden first column; take the sheet as it was handed out and fill it in there");
    return FALSE;
  }
  if (g_str_equal (cell->text, TNK_RETURN_HEADING))
    return FALSE;
  self->id = tnk_strip (cell->text);
  key = g_strdup_printf ("%s\n%s", self->table, self->id);
  place = g_hash_table_lookup (self->seen, key);
  if (place != NULL) {
    tnk_return_fault (self, NULL, "the row “%s” stands at %s already; remove one of the two", self->id, place);
    return FALSE;
  }
  g_hash_table_insert (self->seen, g_steal_pointer (&key), tnk_return_dup_place (self, NULL));
  return TRUE;
}

/* Steps to the next row of the table. Returns FALSE without an error after the last. */
gboolean
tnk_return_next_row (TnkReturn *self,
                     GError **error)
{
  while (tnk_xlsx_sheet_next (self->sheet, error))
    if (take_id (self))
      return TRUE;
  return FALSE;
}

static gboolean
read_about (TnkReturn *self,
            GError **error)
{
  GError *local = NULL;

  while (open_table (self, &local))
    while (g_str_equal (self->table, TNK_RETURN_ABOUT) && tnk_return_next_row (self, &local)) {
      const TnkXlsxCell *cell = tnk_return_get_cell (self, TNK_RETURN_VALUE);

      if (cell != NULL)
        g_hash_table_insert (self->about, g_strdup (self->id), g_strdup (cell->text));
    }
  if (local != NULL) {
    g_propagate_error (error, local);
    return FALSE;
  }
  g_clear_pointer (&self->sheet, tnk_xlsx_sheet_free);
  self->n_opened = 0;
  return TRUE;
}

static gboolean
check_kind (TnkReturn *self,
            const char *kind,
            GError **error)
{
  const char *filename = tnk_xlsx_reader_get_filename (self->reader);
  const char *format = tnk_return_get_about (self, "format");

  if (g_strcmp0 (tnk_return_get_about (self, "kind"), kind) != 0 || format == NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
                 "%s: the workbook is not one that Tenken handed out for this (%s); choose the file that was handed out and filled in", filename, kind);
  else if (!g_str_equal (format, TNK_RETURN_FORMAT))
    g_set_error (error, TNK_ERROR, TNK_ERROR_FUTURE, "%s: the workbook was made by another version of Tenken; read it with that one", filename);
  else
    return TRUE;
  return FALSE;
}

/* Opens a workbook that came back, and refuses it if it is not of that kind. */
TnkReturn *
tnk_return_open (const char *filename,
                 const char *kind,
                 GError **error)
{
  g_autoptr (TnkReturn) self = g_new0 (TnkReturn, 1);

  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->about = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  tnk_problems_init (&self->problems);
  self->reader = tnk_xlsx_reader_open (filename, NULL, error);
  if (self->reader == NULL || !read_about (self, error) || !check_kind (self, kind, error))
    return NULL;
  return g_steal_pointer (&self);
}
