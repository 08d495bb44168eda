/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-test-refill.h"

#include <string.h>

#include "tnk-test-package.h"
#include "tnk-xlsx-reader-private.h"

typedef struct
{
  guint row;
  guint col;
  char *value;
} Cell;

typedef struct
{
  GPtrArray *names; /* of the sheets */
  GPtrArray *sheets; /* (element-type GArray): of Cell, in order */
  GString *strings;
  guint n_strings;
} Book;

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->value);
}

static void
book_clear (Book *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->sheets);
  g_string_free (self->strings, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

static GArray *
read_sheet (TnkXlsxReader *reader,
            guint index)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkXlsxSheet) sheet = tnk_xlsx_sheet_open (reader, index, &error);
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  g_assert_no_error (error);
  g_array_set_clear_func (cells, cell_clear);
  while (tnk_xlsx_sheet_next (sheet, &error))
    for (guint i = 0; i < tnk_xlsx_sheet_get_n_cells (sheet); i++) {
      const TnkXlsxCell *cell = tnk_xlsx_sheet_get_cell (sheet, i);
      const Cell copy = {cell->row, cell->col, g_strdup (cell->text)};

      g_array_append_val (cells, copy);
    }
  g_assert_no_error (error);
  return cells;
}

static void
read_book (Book *self,
           const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkXlsxReader) reader = tnk_xlsx_reader_open (file, NULL, &error);

  g_assert_no_error (error);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->strings = g_string_new (NULL);
  for (guint i = 0; i < tnk_xlsx_reader_get_n_sheets (reader); i++) {
    g_ptr_array_add (self->names, g_strdup (tnk_xlsx_reader_get_sheet_name (reader, i)));
    g_ptr_array_add (self->sheets, read_sheet (reader, i));
  }
}

static void
change_cell (Book *self,
             const TnkTestEdit *edit)
{
  Cell cell = {0};
  GArray *cells = NULL;
  guint at = 0;

  for (guint i = 0; i < self->names->len; i++)
    if (g_str_equal (self->names->pdata[i], edit->sheet))
      cells = self->sheets->pdata[i];
  if (cells == NULL || !tnk_xlsx_cell_parse (edit->cell, &cell.row, &cell.col))
    g_error ("there is no cell %s!%s", edit->sheet, edit->cell);
  while (at < cells->len && (g_array_index (cells, Cell, at).row < cell.row || (g_array_index (cells, Cell, at).row == cell.row && g_array_index (cells, Cell, at).col < cell.col)))
    at++;
  if (at < cells->len && g_array_index (cells, Cell, at).row == cell.row && g_array_index (cells, Cell, at).col == cell.col)
    g_array_remove_index (cells, at);
  cell.value = g_strdup (edit->value);
  if (edit->value != NULL)
    g_array_insert_val (cells, at, cell);
}

/* Japanese Excel keeps the reading of a word that was typed. */
static void
append_shared (Book *self,
               GString *xml,
               const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (xml, " t=\"s\"><v>%u</v></c>", self->n_strings++);
  g_string_append_printf (self->strings, "<si><t xml:space=\"preserve\">%s</t><rPh sb=\"0\" eb=\"1\"><t>ヨミ</t></rPh><phoneticPr fontId=\"1\"/></si>", escaped);
}

static void
append_cell (Book *self,
             GString *xml,
             const Cell *cell)
{
  g_autofree char *name = tnk_xlsx_cell_name (cell->row, cell->col);
  const char *value = cell->value;

  g_string_append_printf (xml, "<c r=\"%s\" s=\"%d\"", name, *value == '@' ? 2 : 1);
  if (*value == '\0')
    g_string_append (xml, "><f>A1</f></c>");
  else if (*value == '=' || *value == '@')
    g_string_append_printf (xml, "><v>%s</v></c>", value + 1);
  else if (g_str_equal (value, "#N/A"))
    g_string_append (xml, " t=\"e\"><v>#N/A</v></c>");
  else
    append_shared (self, xml, value);
}

static char *
make_sheet (Book *self,
            GArray *cells)
{
  GString *xml = g_string_new (TNK_TEST_XML "<worksheet xmlns=\"" TNK_TEST_MAIN "\" xmlns:r=\"" TNK_TEST_OFFICE "\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
                                            "mc:Ignorable=\"x14ac xr\" xmlns:x14ac=\"http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac\" xmlns:xr=\"urn:xr\" xr:uid=\"{0}\">"
                                            "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><dimension ref=\"A1:H99\"/><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews>"
                                            "<sheetFormatPr defaultRowHeight=\"18.75\" x14ac:dyDescent=\"0.4\"/><cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols><sheetData>");
  guint row = G_MAXUINT;

  for (guint i = 0; i < cells->len; i++) {
    const Cell *cell = &g_array_index (cells, Cell, i);

    if (cell->row != row)
      g_string_append_printf (xml, "%s<row r=\"%u\" spans=\"1:8\" ht=\"18\" customHeight=\"1\" x14ac:dyDescent=\"0.4\">", i > 0 ? "</row>" : "", cell->row + 1);
    row = cell->row;
    append_cell (self, xml, cell);
  }
  g_string_append (xml, "</row></sheetData><sheetProtection sheet=\"1\" objects=\"1\"/><phoneticPr fontId=\"1\"/><pageMargins left=\"0.5\"/></worksheet>");
  return g_string_free (xml, FALSE);
}

static void
add_sheets (Book *self,
            TnkTestPackage *package)
{
  g_autoptr (GString) book = g_string_new (TNK_TEST_XML "<workbook xmlns=\"" TNK_TEST_MAIN "\" xmlns:r=\"" TNK_TEST_OFFICE "\"><fileVersion appName=\"xl\"/><workbookPr defaultThemeVersion=\"166925\"/>"
                                                        "<bookViews><workbookView/></bookViews><sheets>");
  g_autoptr (GString) relations = g_string_new (TNK_TEST_XML "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\">"
                                                             "<Relationship Id=\"rId91\" Type=\"" TNK_TEST_OFFICE "/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                                                             "<Relationship Id=\"rId92\" Type=\"" TNK_TEST_OFFICE "/styles\" Target=\"styles.xml\"/>");

  for (guint i = 0; i < self->names->len; i++) {
    g_autofree char *name = g_markup_escape_text (self->names->pdata[i], -1);
    g_autofree char *xml = make_sheet (self, self->sheets->pdata[i]);
    g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

    g_string_append_printf (book, "<sheet name=\"%s\" sheetId=\"%u\" r:id=\"rId%u\"/>", name, i + 7, i + 1);
    g_string_append_printf (relations, "<Relationship Id=\"rId%u\" Type=\"" TNK_TEST_OFFICE "/worksheet\" Target=\"%s\"/>", i + 1, part + 3);
    tnk_test_package_add_text (package, part, xml);
  }
  g_string_append (book, "</sheets><calcPr calcId=\"191029\"/></workbook>");
  g_string_append (relations, "</Relationships>");
  tnk_test_package_add_text (package, "xl/workbook.xml", book->str);
  tnk_test_package_add_text (package, "xl/_rels/workbook.xml.rels", relations->str);
}

static void
add_shared (Book *self,
            TnkTestPackage *package)
{
  g_autofree char *strings = g_strdup_printf (TNK_TEST_XML "<sst xmlns=\"" TNK_TEST_MAIN "\" count=\"%u\" uniqueCount=\"%u\">%s</sst>", self->n_strings, self->n_strings, self->strings->str);

  tnk_test_package_add_text (package, "xl/sharedStrings.xml", strings);
  tnk_test_package_add_text (package, "xl/styles.xml", TNK_TEST_XML "<styleSheet xmlns=\"" TNK_TEST_MAIN "\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"49\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
  tnk_test_package_add_text (package, "[Content_Types].xml", TNK_TEST_XML "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
  tnk_test_package_add_text (package, "_rels/.rels", TNK_TEST_XML "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\"><Relationship Id=\"rId1\" Type=\"" TNK_TEST_OFFICE "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
}

void
tnk_test_refill (const char *from,
                 const char *to,
                 const TnkTestEdit *edits,
                 guint n)
{
  g_auto (Book) book = {0};
  g_auto (TnkTestPackage) package;
  g_autoptr (GError) error = NULL;

  read_book (&book, from);
  for (guint i = 0; i < n; i++)
    change_cell (&book, &edits[i]);
  tnk_test_package_init (&package);
  add_sheets (&book, &package);
  add_shared (&book, &package);

  g_autoptr (GByteArray) file = tnk_test_package_end (&package);
  g_file_set_contents (to, (const char *) file->data, file->len, &error);
  g_assert_no_error (error);
}
