/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-xlsx-book-private.h"

#include <string.h>

#include "tnk-error.h"

#define MAX_SHEETS 1000

static void
sheet_entry_free (gpointer data)
{
  TnkXlsxSheetEntry *self = data;

  g_free (self->name);
  g_free (self->part);
  g_free (self);
}

void
tnk_xlsx_reader_free (TnkXlsxReader *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->strings, tnk_xlsx_strings_free);
  g_clear_pointer (&self->dates, g_byte_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->package, tnk_xlsx_package_free);
  g_free (self->filename);
  g_free (self);
}

const char *
tnk_xlsx_reader_get_filename (TnkXlsxReader *self)
{
  return self->filename;
}

guint
tnk_xlsx_reader_get_n_sheets (TnkXlsxReader *self)
{
  return self->sheets->len;
}

const char *
tnk_xlsx_reader_get_sheet_name (TnkXlsxReader *self,
                                guint index)
{
  g_return_val_if_fail (index < self->sheets->len, NULL);
  return ((TnkXlsxSheetEntry *) g_ptr_array_index (self->sheets, index))->name;
}

/* Spreadsheet programs do not tell names of sheets apart by case. */
int
tnk_xlsx_reader_find_sheet (TnkXlsxReader *self,
                            const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);

  for (guint i = 0; i < self->sheets->len; i++) {
    g_autofree char *folded = g_utf8_casefold (tnk_xlsx_reader_get_sheet_name (self, i), -1);

    if (g_str_equal (folded, wanted))
      return i;
  }
  return -1;
}

static gboolean
add_sheet (TnkXlsxReader *self,
           TnkXlsxXml *xml,
           GPtrArray *relations,
           GError **error)
{
  g_autofree char *name = g_strdup (tnk_xlsx_xml_attribute (xml, "name"));
  g_autofree char *id = g_strdup (tnk_xlsx_xml_attribute (xml, "r:id"));
  TnkXlsxRelation *relation = id != NULL ? tnk_xlsx_relations_find (relations, id, NULL) : NULL;

  if (name == NULL || *name == '\0')
    return tnk_xlsx_xml_throw (xml, error, "names a sheet without a name");
  if (relation == NULL || relation->part == NULL)
    return tnk_xlsx_xml_throw (xml, error, "names a sheet “%s” that is not in the file", name);
  if (tnk_xlsx_reader_find_sheet (self, name) >= 0)
    return tnk_xlsx_xml_throw (xml, error, "names two sheets “%s”", name);
  if (self->sheets->len >= MAX_SHEETS)
    return tnk_xlsx_xml_throw (xml, error, "names more than %d sheets", MAX_SHEETS);

  TnkXlsxSheetEntry *sheet = g_new0 (TnkXlsxSheetEntry, 1);
  sheet->name = g_steal_pointer (&name);
  sheet->part = g_strdup (relation->part);
  g_ptr_array_add (self->sheets, sheet);
  return TRUE;
}

static gboolean
is_true (const char *text)
{
  return text != NULL && (g_str_equal (text, "1") || g_str_equal (text, "true") || g_str_equal (text, "on"));
}

static gboolean
read_workbook (TnkXlsxReader *self,
               const char *part,
               GPtrArray *relations,
               GError **error)
{
  g_autoptr (TnkXlsxXml) xml = tnk_xlsx_xml_open (self->package, part, "workbook", error);
  g_autoptr (GError) local = NULL;

  if (xml == NULL)
    return FALSE;
  while (tnk_xlsx_xml_next (xml, &local)) {
    if (tnk_xlsx_xml_starts (xml, "workbookPr"))
      self->from_1904 = is_true (tnk_xlsx_xml_attribute (xml, "date1904"));
    else if (tnk_xlsx_xml_starts (xml, "sheet") && !add_sheet (self, xml, relations, error))
      return FALSE;
  }
  if (local != NULL) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return self->sheets->len > 0 || tnk_xlsx_xml_throw (xml, error, "names no sheet");
}

/* What the cells of all sheets refer to. */
static gboolean
read_shared (TnkXlsxReader *self,
             GPtrArray *relations,
             GError **error)
{
  TnkXlsxRelation *strings = tnk_xlsx_relations_find (relations, NULL, "sharedStrings");
  TnkXlsxRelation *styles = tnk_xlsx_relations_find (relations, NULL, "styles");

  if (strings != NULL && strings->part != NULL) {
    self->strings = tnk_xlsx_strings_read (self->package, strings->part, error);
    if (self->strings == NULL)
      return FALSE;
  }
  if (styles != NULL && styles->part != NULL) {
    self->dates = tnk_xlsx_styles_read (self->package, styles->part, error);
    if (self->dates == NULL)
      return FALSE;
  }
  return TRUE;
}

/* The part from which all else is found. */
static char *
find_workbook (TnkXlsxReader *self,
               GError **error)
{
  g_autoptr (GPtrArray) relations = NULL;
  TnkXlsxRelation *relation;

  if (!tnk_xlsx_package_has (self->package, "_rels/.rels")) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_SYNTAX, "it is a zip file, but not a workbook; choose the workbook (.xlsx) itself");
    return NULL;
  }
  relations = tnk_xlsx_relations_read (self->package, "", error);
  if (relations == NULL)
    return NULL;
  relation = tnk_xlsx_relations_find (relations, NULL, "officeDocument");
  if (relation == NULL || relation->part == NULL)
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_SYNTAX, "there is no workbook in it; save it as an Excel workbook (.xlsx)");
  else if (g_str_has_suffix (relation->part, ".bin"))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_SYNTAX, "it is a binary workbook (.xlsb); save it as an Excel workbook (.xlsx)");
  else
    return g_strdup (relation->part);
  return NULL;
}

static gboolean
read_book (TnkXlsxReader *self,
           const TnkXlsxLimits *limits,
           GError **error)
{
  g_autoptr (GPtrArray) relations = NULL;
  g_autofree char *part = NULL;

  self->package = tnk_xlsx_package_open (self->filename, limits, error);
  part = self->package != NULL ? find_workbook (self, error) : NULL;
  relations = part != NULL ? tnk_xlsx_relations_read (self->package, part, error) : NULL;
  return relations != NULL && read_workbook (self, part, relations, error) && read_shared (self, relations, error);
}

/* Opens a workbook. @limits may be NULL for the usual ones. */
TnkXlsxReader *
tnk_xlsx_reader_open (const char *filename,
                      const TnkXlsxLimits *limits,
                      GError **error)
{
  g_autoptr (TnkXlsxReader) self = g_new0 (TnkXlsxReader, 1);

  self->filename = g_strdup (filename);
  self->sheets = g_ptr_array_new_with_free_func (sheet_entry_free);
  if (read_book (self, limits, error))
    return g_steal_pointer (&self);
  g_prefix_error (error, "%s: ", filename);
  return NULL;
}

/* B7 */
char *
tnk_xlsx_cell_name (guint row,
                    guint col)
{
  char letters[8] = {0};
  guint at = sizeof letters - 1;

  for (guint rest = col + 1; rest > 0; rest = (rest - 1) / 26)
    letters[--at] = 'A' + (rest - 1) % 26;
  return g_strdup_printf ("%s%u", letters + at, row + 1);
}

gboolean
tnk_xlsx_cell_parse (const char *name,
                     guint *row,
                     guint *col)
{
  const char *at = name;
  guint64 number;

  *col = 0;
  for (; g_ascii_isalpha (*at) && at - name < 3; at++)
    *col = *col * 26 + (g_ascii_toupper (*at) - 'A' + 1);
  if (at == name || !g_ascii_isdigit (*at) || *at == '0' || !g_ascii_string_to_unsigned (at, 10, 1, 1048576, &number, NULL) || *col > 16384)
    return FALSE;
  *row = number - 1;
  *col -= 1;
  return TRUE;
}
