/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tnk-error.h"
#include "tnk-test-package.h"
#include "tnk-test.h"
#include "tnk-xlsx-reader-private.h"

/* All cells of the first sheet, as “B7 text 山田 | …”. */
static char *
list_cells (const char *file,
            const TnkXlsxLimits *limits,
            GError **error)
{
  static const char *const types[] = {"empty", "text", "number", "boolean", "date", "error"};
  g_autoptr (TnkXlsxReader) reader = tnk_xlsx_reader_open (file, limits, error);
  g_autoptr (TnkXlsxSheet) sheet = reader != NULL ? tnk_xlsx_sheet_open (reader, 0, error) : NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (GError) local = NULL;

  if (sheet == NULL)
    return NULL;
  while (tnk_xlsx_sheet_next (sheet, &local))
    for (guint i = 0; i < tnk_xlsx_sheet_get_n_cells (sheet); i++) {
      const TnkXlsxCell *cell = tnk_xlsx_sheet_get_cell (sheet, i);
      g_autofree char *name = tnk_xlsx_cell_name (cell->row, cell->col);

      g_assert_cmpuint (cell->row, ==, tnk_xlsx_sheet_get_row (sheet));
      g_assert_true (tnk_xlsx_sheet_find_cell (sheet, cell->col) == cell);
      g_string_append_printf (list, "%s%s %s%s %s", list->len > 0 ? " | " : "", name, types[cell->type], cell->is_formula ? "=" : "", cell->text);
    }
  g_assert_false (tnk_xlsx_sheet_next (sheet, NULL));
  if (local == NULL)
    return g_string_free (g_steal_pointer (&list), FALSE);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static char *
save (GByteArray *bytes)
{
  g_autoptr (GByteArray) owned = bytes;
  g_autofree char *dir = tnk_test_dir ();

  return tnk_test_write (dir, "book.xlsx", (const char *) owned->data, owned->len);
}

static void
assert_cells (GByteArray *bytes,
              const char *expected)
{
  g_autofree char *file = save (bytes);
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = list_cells (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (cells, ==, expected);
}

static void
assert_refused_within (GByteArray *bytes,
                       const TnkXlsxLimits *limits,
                       const char *words)
{
  g_autofree char *file = save (bytes);
  g_autofree char *prefix = g_strconcat (file, ": ", NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *cells = list_cells (file, limits, &error);

  g_assert_null (cells);
  g_assert_error (error, TNK_ERROR, TNK_ERROR_SYNTAX);
  if (error != NULL)
    g_test_message ("%s", error->message);
  tnk_test_assert_line (error != NULL ? error->message : NULL, prefix, words);
}

static void
assert_refused (GByteArray *bytes,
                const char *words)
{
  assert_refused_within (bytes, NULL, words);
}

static void
assert_bytes_refused (const char *bytes,
                      gsize length,
                      const char *words)
{
  GByteArray *file = g_byte_array_new ();

  assert_refused (g_byte_array_append (file, (const guint8 *) bytes, length), words);
}

/* --- cells --- */

#define STRINGS \
  "<si><t>山田</t></si>" \
  "<si><r><rPr><b/></rPr><t>太い</t></r><r><t xml:space=\"preserve\"> 字 </t></r><rPh sb=\"0\" eb=\"1\"><t>フトイ</t></rPh><phoneticPr fontId=\"1\"/></si>" \
  "<si><t/></si>" \
  "<si><t>a_x000D_b</t></si>"
#define STYLES \
  "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\"/></numFmts>" \
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>" \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"4\"/></cellXfs>"

static void
test_texts (void)
{
  assert_cells (tnk_test_package_book ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"C1\" t=\"s\"><v>1</v></c><c r=\"D1\" t=\"s\"><v>2</v></c></row>"
                                       "<row r=\"3\"><c r=\"B3\" t=\"s\"><v> 3 </v></c><c r=\"AA3\" t=\"str\"><f>A1</f><v>_x0041_</v></c></row>",
                                       STRINGS, NULL),
                "A1 text 山田 | C1 text 太い 字  | B3 text a\rb | AA3 text= A");
  assert_cells (tnk_test_package_book ("<row><c t=\"inlineStr\"><is><t>一</t></is></c><c t=\"inlineStr\"><is><r><t>二</t></r><rPh><t>ニ</t></rPh></is><v>x</v></c>"
                                       "<c t=\"inlineStr\"><v>三</v></c><c t=\"inlineStr\"/><c t=\"s\"/></row>",
                                       NULL, NULL),
                "A1 text 一 | B1 text 二 | C1 text 三");
}

static void
test_numbers (void)
{
  assert_cells (tnk_test_package_book ("<row><c><v>1</v></c><c t=\"n\"><v>0.1</v></c><c><v>1E3</v></c><c><v>-2.50</v></c><c><v>8.8000000000000007</v></c>"
                                       "<c><v>1E+20</v></c><c><v>-0</v></c><c s=\"3\"><v>5</v></c></row>",
                                       NULL, STYLES),
                "A1 number 1 | B1 number 0.1 | C1 number 1000 | D1 number -2.5 | E1 number 8.8 | F1 number 1e+20 | G1 number 0 | H1 number 5");
}

static void
test_other_types (void)
{
  assert_cells (tnk_test_package_book ("<row><c s=\"1\"><v>46347</v></c><c s=\"2\"><v>46347.25</v></c><c t=\"d\"><v>2026-11-21T00:00:00.000Z</v></c><c t=\"b\"><v>1</v></c>"
                                       "<c t=\"b\"><f>FALSE()</f><v>0</v></c><c t=\"e\"><v>#N/A</v></c><c><f>1+1</f></c><c s=\"1\"/><c s=\"1\"><v>60</v></c></row>",
                                       NULL, STYLES),
                "A1 date 2026-11-21 | B1 date 2026-11-21T06:00:00 | C1 date 2026-11-21 | D1 boolean TRUE | E1 boolean= FALSE | F1 error #N/A | G1 empty=  | I1 number 60");
}

static void
test_1904 (void)
{
  assert_cells (tnk_test_package_changed ("<row><c s=\"1\"><v>44885</v></c></row>", "xl/workbook.xml",
                                          "<workbook xmlns=\"" TNK_TEST_MAIN "\" xmlns:x=\"" TNK_TEST_OFFICE "\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"A\" x:id=\"rId1\"/></sheets></workbook>",
                                          "xl/_rels/workbook.xml.rels",
                                          "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\"><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>"
                                          "<Relationship Id=\"s\" Type=\"y/styles\" Target=\"../xl/./styles.xml\"/></Relationships>",
                                          "xl/styles.xml", "<styleSheet xmlns=\"" TNK_TEST_MAIN "\">" STYLES "</styleSheet>", NULL),
                "A1 date 2026-11-21");
}

/* --- dialects --- */

#define STRICT "http://purl.oclc.org/ooxml/spreadsheetml/main"

static void
test_strict (void)
{
  assert_cells (tnk_test_package_changed ("", "xl/workbook.xml",
                                          "<workbook xmlns=\"" STRICT "\" xmlns:r=\"http://purl.oclc.org/ooxml/officeDocument/relationships\"><sheets><sheet name=\"A\" r:id=\"rId1\"/></sheets></workbook>",
                                          "xl/worksheets/sheet1.xml",
                                          "<worksheet xmlns=\"" STRICT "\"><sheetData><row><c t=\"inlineStr\"><is><t>厳密</t></is></c></row></sheetData></worksheet>", NULL),
                "A1 text 厳密");
}

/* Prefixes, comments, CDATA and extensions in other namespaces change nothing. */
static void
test_prefixes (void)
{
  assert_cells (tnk_test_package_changed ("", "xl/worksheets/sheet1.xml",
                                          "<!-- a --><x:worksheet xmlns:x=\"" TNK_TEST_MAIN "\" xmlns:y=\"urn:other\"><y:sheetData/><x:cols/><x:sheetData><y:row><x:c/></y:row>"
                                          "<x:row><x:c t=\"inlineStr\"><x:is><x:t>a<!-- b -->b<![CDATA[<c>&]]>&amp;&#x5c71;<y:t>no</y:t></x:t></x:is></x:c>"
                                          "<x:c y:t=\"s\"><y:v>9</y:v><x:v>1</x:v><x:extLst><x:ext/></x:extLst></x:c></x:row></x:sheetData><x:row/></x:worksheet>",
                                          NULL),
                "A1 text ab<c>&&山 | B1 number 1");
}

static char *
encode (const char *text,
        const char *charset,
        const char *mark,
        gsize mark_length,
        gsize *length)
{
  gsize n = 0;
  g_autofree char *body = g_convert (text, -1, charset, "UTF-8", NULL, &n, NULL);
  char *bytes = g_malloc (mark_length + n);

  memcpy (bytes, mark, mark_length);
  memcpy (bytes + mark_length, body, n);
  *length = mark_length + n;
  return bytes;
}

static void
assert_encoded (const char *charset,
                const char *mark,
                gsize mark_length)
{
  g_autofree char *xml = g_strdup_printf ("<?xml version=\"1.0\" encoding=\"%.6s\"?><sst xmlns=\"" TNK_TEST_MAIN "\"><si><t>山田</t></si></sst>", charset);
  const TnkTestEntry entry = TNK_TEST_DEFLATED;
  g_autoptr (GByteArray) plain = tnk_test_package_book ("<row><c t=\"s\"><v>0</v></c></row>", STRINGS, NULL);
  g_auto (TnkTestPackage) package;
  gsize length;
  g_autofree char *bytes = encode (xml, charset, mark, mark_length, &length);

  tnk_test_package_init (&package);
  tnk_test_package_add_text (&package, "_rels/.rels", "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\"><Relationship Id=\"a\" Type=\"/officeDocument\" Target=\"book.xml\"/></Relationships>");
  tnk_test_package_add_text (&package, "book.xml", "<workbook xmlns=\"" TNK_TEST_MAIN "\" xmlns:r=\"" TNK_TEST_OFFICE "\"><sheets><sheet name=\"A\" r:id=\"a\"/></sheets></workbook>");
  tnk_test_package_add_text (&package, "_rels/book.xml.rels",
                             "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\"><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"Sheet.xml\"/>"
                             "<Relationship Id=\"b\" Type=\"/sharedStrings\" Target=\"STRINGS.xml\"/></Relationships>");
  tnk_test_package_add_text (&package, "sheet.xml", "\xef\xbb\xbf<worksheet xmlns=\"" TNK_TEST_MAIN "\"><sheetData><row r=\"2\"><c r=\"b2\" t=\"s\"><v>0</v></c></row></sheetData></worksheet>");
  tnk_test_package_add (&package, "strings.xml", -1, (const guint8 *) bytes, length, &entry);
  assert_cells (tnk_test_package_end (&package), "B2 text 山田");
}

static void
test_encodings (void)
{
  assert_encoded ("UTF-16LE", "\xff\xfe", 2);
  assert_encoded ("UTF-16BE", "\xfe\xff", 2);
  assert_encoded ("UTF-8", "\xef\xbb\xbf", 3);
}

/* Places that are not said, rows and columns left out, and the last cell that there can be. */
static void
test_places (void)
{
  assert_cells (tnk_test_package_book ("<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row r=\"5\"/><row><c><v>4</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>5</v></c></row>",
                                       NULL, NULL),
                "A1 number 1 | D1 number 2 | E1 number 3 | A6 number 4 | XFD1048576 number 5");
  assert_cells (tnk_test_package_changed ("", "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" TNK_TEST_MAIN "\"/>", NULL), "");
}

static void
test_cell_names (void)
{
  static const struct
  {
    const char *name;
    guint row;
    guint col;
  } cells[] = {{"A1", 0, 0}, {"Z9", 8, 25}, {"AA10", 9, 26}, {"AZ1", 0, 51}, {"BA1", 0, 52}, {"ZZ1", 0, 701}, {"AAA1", 0, 702}, {"XFD1048576", 1048575, 16383}};
  static const char *const bad[] = {"", "A", "1", "A0", "A01", "XFE1", "AAAA1", "A1048577", "A-1", "A1B", "Ａ1", "$A$1", " A1"};
  guint row, col;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_autofree char *name = tnk_xlsx_cell_name (cells[i].row, cells[i].col);

    g_assert_cmpstr (name, ==, cells[i].name);
    g_assert_true (tnk_xlsx_cell_parse (name, &row, &col));
    g_assert_cmpuint (row, ==, cells[i].row);
    g_assert_cmpuint (col, ==, cells[i].col);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (tnk_xlsx_cell_parse (bad[i], &row, &col));
}

/* --- what is refused --- */

static void
test_not_workbooks (void)
{
  static const char ole[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 W\0o\0r\0k\0b\0o\0o\0k\0";
  static const char locked[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  static const char ods[] = "PK\3\4\24\0\0\0\0\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet";

  assert_bytes_refused ("", 0, "empty");
  assert_bytes_refused ("staff,control\n", 14, "not a workbook (.xlsx)");
  assert_bytes_refused (ole, sizeof ole, "(.xls)");
  assert_bytes_refused (locked, sizeof locked, "password");
  assert_bytes_refused (ods, sizeof ods, "(.ods)");
  assert_refused (tnk_test_package_changed ("", "_rels/.rels", NULL, NULL), "not a workbook; choose");
  assert_refused (tnk_test_package_changed ("", "_rels/.rels", "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\"/>", NULL), "no workbook in it");
  assert_refused (tnk_test_package_changed ("", "_rels/.rels",
                                            "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\"><Relationship Id=\"a\" Type=\"/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>", NULL),
                  "(.xlsb)");
  assert_refused (tnk_test_package_changed ("", "xl/workbook.xml", "<w:document xmlns:w=\"urn:word\"/>", NULL), "should be a “workbook”");
}

static void
test_no_file (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *missing = g_build_filename (dir, "missing.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) folder = NULL;

  g_assert_null (tnk_xlsx_reader_open (missing, NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  tnk_test_assert_line (error->message, missing, "cannot be opened");
  g_assert_null (tnk_xlsx_reader_open (dir, NULL, &folder));
  tnk_test_assert_line (folder->message, dir, "not a file");
}

static void
test_missing_parts (void)
{
  assert_refused (tnk_test_package_changed ("", "xl/workbook.xml", NULL, NULL), "xl/workbook.xml is missing");
  assert_refused (tnk_test_package_changed ("", "xl/_rels/workbook.xml.rels", NULL, NULL), "workbook.xml.rels is missing");
  assert_refused (tnk_test_package_changed ("", "xl/worksheets/sheet1.xml", NULL, NULL), "sheet1.xml is missing");
}

static void
test_bad_books (void)
{
#define BOOK(sheets) "<workbook xmlns=\"" TNK_TEST_MAIN "\" xmlns:r=\"" TNK_TEST_OFFICE "\">" sheets "</workbook>"
  assert_refused (tnk_test_package_changed ("", "xl/workbook.xml", BOOK (""), NULL), "names no sheet");
  assert_refused (tnk_test_package_changed ("", "xl/workbook.xml", BOOK ("<sheet name=\"A\" r:id=\"rId9\"/>"), NULL), "“A” that is not in the file");
  assert_refused (tnk_test_package_changed ("", "xl/workbook.xml", BOOK ("<sheet name=\"A\"/>"), NULL), "not in the file");
  assert_refused (tnk_test_package_changed ("", "xl/workbook.xml", BOOK ("<sheet r:id=\"rId1\"/>"), NULL), "without a name");
  assert_refused (tnk_test_package_changed ("", "xl/workbook.xml", BOOK ("<sheet name=\"A&#10;B\" r:id=\"rId9\"/>"), NULL), "“A B” that is not in the file");
  assert_refused (tnk_test_package_changed ("", "xl/workbook.xml", BOOK ("<sheet name=\"A\" r:id=\"rId1\"/><sheet name=\"a\" r:id=\"rId1\"/>"), NULL), "two sheets “a”");
  assert_refused (tnk_test_package_changed ("", "xl/worksheets/sheet1.xml", "<chartsheet xmlns=\"" TNK_TEST_MAIN "\"/>", NULL), "should be a “worksheet”");
  assert_refused (tnk_test_package_changed ("", "xl/_rels/workbook.xml.rels",
                                            "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\"><Relationship Id=\"rId1\" Type=\"/worksheet\" TargetMode=\"External\" Target=\"http://x/\"/></Relationships>", NULL),
                  "not in the file");
}

static void
test_bad_cells (void)
{
  static const struct
  {
    const char *rows;
    const char *words;
  } cases[] = {
    {"<row r=\"2\"><c r=\"A2\"/><c r=\"A2\"/></row>", "the cell A2 stands there twice"},
    {"<row r=\"2\"><c r=\"B2\"/><c r=\"A2\"/></row>", "the cell A2 stands there twice, or behind"},
    {"<row r=\"2\"><c r=\"A3\"/></row>", "the cell A3 stands in another row"},
    {"<row r=\"2\"/><row r=\"2\"/>", "the row 2 stands there twice"},
    {"<row r=\"3\"/><row r=\"2\"/>", "the row 2 stands there twice, or behind"},
    {"<row r=\"0\"/>", "“0” is no row"},
    {"<row r=\"1048577\"/>", "is no row"},
    {"<row r=\"1048576\"/><row/>", "1048577"},
    {"<row><c r=\"XFE1\"/></row>", "“XFE1” is no cell"},
    {"<row><c r=\"XFD1\"/><c/></row>", "beyond the last column"},
    {"<row><c t=\"z\"/></row>", "of a kind that there is not"},
    {"<row><c><v>one</v></c></row>", "should hold a number"},
    {"<row><c><v>0x10</v></c></row>", "should hold a number"},
    {"<row><c><v>1e999</v></c></row>", "should hold a number"},
    {"<row><c><v>nan</v></c></row>", "should hold a number"},
    {"<row><c t=\"b\"><v>2</v></c></row>", "TRUE or FALSE"},
    {"<row><c t=\"s\"><v>0</v></c></row>", "a text that is not there"},
    {"<row><c t=\"s\"><v>-1</v></c></row>", "no number for its text"},
    {"<row><c s=\"1\"><v>1</v></c></row>", "a style that is not there"},
    {"<row><c s=\"x\"><v>1</v></c></row>", "a style that is not there"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (tnk_test_package_book (cases[i].rows, NULL, NULL), cases[i].words);
}

/* Entities that grow, and those that fetch what is not theirs. */
static void
test_entities (void)
{
  static const char *const types[] = {
    "<!DOCTYPE worksheet>",
    "<!DOCTYPE worksheet [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>",
    "<!DOCTYPE worksheet [<!ENTITY c SYSTEM \"file:///dev/zero\">]>",
    "<!DOCTYPE worksheet SYSTEM \"file:///dev/zero\">",
    "<!DOCTYPE worksheet [<!ENTITY % d SYSTEM \"file:///dev/zero\"> %d;]>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autofree char *sheet = g_strdup_printf ("%s<worksheet xmlns=\"" TNK_TEST_MAIN "\"><sheetData><row><c t=\"inlineStr\"><is><t>%s</t></is></c></row></sheetData></worksheet>",
                                              types[i], strstr (types[i], "ENTITY c") != NULL ? "&c;" : "");

    assert_refused (tnk_test_package_changed ("", "xl/worksheets/sheet1.xml", sheet, NULL), "sheet1.xml");
  }
}

static void
test_laughs (void)
{
  g_autoptr (GString) sheet = g_string_new ("<!DOCTYPE worksheet [<!ENTITY e0 \"ha\">");

  for (guint i = 1; i < 40; i++)
    g_string_append_printf (sheet, "<!ENTITY e%u \"&e%u;&e%u;&e%u;&e%u;\">", i, i - 1, i - 1, i - 1, i - 1);
  g_string_append (sheet, "<!ATTLIST worksheet a CDATA \"&e39;\">]><worksheet xmlns=\"" TNK_TEST_MAIN "\">&e39;</worksheet>");
  assert_refused (tnk_test_package_changed ("", "xl/worksheets/sheet1.xml", sheet->str, NULL), "sheet1.xml");
}

static void
test_bad_xml (void)
{
  static const char *const sheets[] = {
    "", " ", "no", "<worksheet", "<worksheet xmlns=\"" TNK_TEST_MAIN "\"><sheetData>", "<worksheet xmlns=\"" TNK_TEST_MAIN "\"></worksheet><worksheet/>",
    "<worksheet xmlns=\"" TNK_TEST_MAIN "\">\xff</worksheet>", "<worksheet xmlns=\"" TNK_TEST_MAIN "\">&x;</worksheet>", "<?xml version=\"1.0\" encoding=\"EBCDIC-9\"?><worksheet/>",
    "<worksheet xmlns=\"" TNK_TEST_MAIN "\"><sheetData><row><c></row></c></sheetData></worksheet>", "<worksheet xmlns=\"" TNK_TEST_MAIN "\">\1</worksheet>"};

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    assert_refused (tnk_test_package_changed ("", "xl/worksheets/sheet1.xml", sheets[i], NULL), "sheet1.xml");
}

static void
test_deep_xml (void)
{
  g_autoptr (GString) sheet = g_string_new ("<worksheet xmlns=\"" TNK_TEST_MAIN "\">");

  for (guint i = 0; i < 100000; i++)
    g_string_append (sheet, "<a>");
  assert_refused (tnk_test_package_changed ("", "xl/worksheets/sheet1.xml", sheet->str, NULL), "sheet1.xml");
}

static void
test_limits (void)
{
  TnkXlsxLimits limits = tnk_xlsx_default_limits;
  g_autofree char *long_text = g_strnfill (200, 'x');
  g_autofree char *strings = g_strdup_printf ("<si><t>a</t></si><si><t>b</t></si><si><t>%s</t></si>", long_text);
  g_autofree char *inline_text = g_strdup_printf ("<row><c t=\"inlineStr\"><is><r><t>%.60s</t></r><r><t>%.60s</t></r></is></c></row>", long_text, long_text);

  limits.n_rows = 2;
  limits.n_columns = 3;
  assert_refused_within (tnk_test_package_book ("<row/><row/><row/>", NULL, NULL), &limits, "more than 2 rows");
  assert_refused_within (tnk_test_package_book ("<row><c r=\"D1\"/></row>", NULL, NULL), &limits, "beyond the last column");
  limits.text_size = 100;
  assert_refused_within (tnk_test_package_book (inline_text, NULL, NULL), &limits, "longer than a cell");
  assert_refused_within (tnk_test_package_book ("", strings, NULL), &limits, "longer than a cell");
  limits.n_strings = 2;
  assert_refused_within (tnk_test_package_book ("", strings, NULL), &limits, "more than 2 texts");
  limits.file_size = 100;
  assert_refused_within (tnk_test_package_book ("", NULL, NULL), &limits, "larger than 100 bytes");
}

/* Parts that unpack to less or more than they claim, and one with a flipped bit that XML does not mind. */
static void
test_false_sizes (void)
{
  static const TnkTestEntry entries[] = {
    {0, 8, 0, 500, G_MAXUINT32, G_MAXUINT32},
    {0, 8, 0, 20, G_MAXUINT32, G_MAXUINT32},
    {0, 8, 0, G_MAXUINT32, 10, G_MAXUINT32},
    {0, 0, 0, G_MAXUINT32, G_MAXUINT32, 12345},
    {0, 8, 0x00000001, G_MAXUINT32, G_MAXUINT32, 12345},
  };
  const char *text = "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\"><Relationship Id=\"a\" Type=\"/officeDocument\" Target=\"b.xml\"/></Relationships>";

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    g_auto (TnkTestPackage) package;

    tnk_test_package_init (&package);
    tnk_test_package_add (&package, "_rels/.rels", -1, (const guint8 *) text, strlen (text), &entries[i]);
    assert_refused (tnk_test_package_end (&package), "_rels/.rels");
  }
}

/* A true bomb: half a gigabyte of blanks, packed to less than its thousandth. */
static void
test_bomb (void)
{
  gsize size = 40 * 1024 * 1024;
  g_autofree char *blanks = g_strnfill (size, ' ');
  const TnkTestEntry entry = TNK_TEST_DEFLATED;
  g_auto (TnkTestPackage) package;

  tnk_test_package_init (&package);
  tnk_test_package_add (&package, "xl/media/bomb", -1, (const guint8 *) blanks, size, &entry);
  assert_refused (tnk_test_package_end (&package), "more than 200 times");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/XlsxReader/texts", test_texts);
  g_test_add_func ("/Tenken/XlsxReader/numbers", test_numbers);
  g_test_add_func ("/Tenken/XlsxReader/other-types", test_other_types);
  g_test_add_func ("/Tenken/XlsxReader/1904", test_1904);
  g_test_add_func ("/Tenken/XlsxReader/strict", test_strict);
  g_test_add_func ("/Tenken/XlsxReader/prefixes", test_prefixes);
  g_test_add_func ("/Tenken/XlsxReader/encodings", test_encodings);
  g_test_add_func ("/Tenken/XlsxReader/places", test_places);
  g_test_add_func ("/Tenken/XlsxReader/cell-names", test_cell_names);
  g_test_add_func ("/Tenken/XlsxReader/not-workbooks", test_not_workbooks);
  g_test_add_func ("/Tenken/XlsxReader/no-file", test_no_file);
  g_test_add_func ("/Tenken/XlsxReader/missing-parts", test_missing_parts);
  g_test_add_func ("/Tenken/XlsxReader/bad-books", test_bad_books);
  g_test_add_func ("/Tenken/XlsxReader/bad-cells", test_bad_cells);
  g_test_add_func ("/Tenken/XlsxReader/entities", test_entities);
  g_test_add_func ("/Tenken/XlsxReader/laughs", test_laughs);
  g_test_add_func ("/Tenken/XlsxReader/bad-xml", test_bad_xml);
  g_test_add_func ("/Tenken/XlsxReader/deep-xml", test_deep_xml);
  g_test_add_func ("/Tenken/XlsxReader/limits", test_limits);
  g_test_add_func ("/Tenken/XlsxReader/false-sizes", test_false_sizes);
  g_test_add_func ("/Tenken/XlsxReader/bomb", test_bomb);
  return g_test_run ();
}
