/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "../fuzz/fuzz-xlsx.h"
#include "tnk-check-sheet.h"
#include "tnk-test-package.h"
#include "tnk-test-tally.h"
#include "tnk-xlsx-reader-private.h"

/* Thousands of workbooks with something wrong in them, the same ones in every run. The zip file as a whole is changed, and
 * so is the XML inside of a zip file that is sound: a checksum would keep most faults of the first kind from the parser. */

#define N_ZIP_MUTATIONS 1200
#define N_XML_MUTATIONS 2000

static const char *const words[] = {
  "<row r=\"1048576\">", "<c r=\"XFD1\" t=\"s\"><v>4294967296</v></c>", "<!DOCTYPE a [<!ENTITY b SYSTEM \"/dev/zero\">]>", "&b;", "<is><t>", "</v>", "]]>", "<![CDATA[",
  " t=\"inlineStr\"", " s=\"4294967295\"", " r=\"A0\"", "\xef\xbb\xbf", "\xff\xfe", "_xD800_", "&#x0;", "<!--", "<x:c xmlns:x=\"urn:x\"/>", "1e309", "../../", "\\"};

static guint
pick (GRand *rand,
      guint n)
{
  return n > 0 ? g_rand_int_range (rand, 0, n) : 0;
}

static void
insert (GByteArray *bytes,
        guint at,
        const guint8 *data,
        guint length)
{
  guint end = bytes->len;

  g_byte_array_set_size (bytes, end + length);
  memmove (bytes->data + at + length, bytes->data + at, end - at);
  memcpy (bytes->data + at, data, length);
}

static void
mutate_once (GByteArray *bytes,
             GRand *rand)
{
  static const guint8 edges[] = {0, 1, 0x7f, 0x80, 0xff};
  guint at = pick (rand, bytes->len);
  guint n = 1 + pick (rand, MIN (bytes->len - at, 64) - 1);
  const char *word = words[pick (rand, G_N_ELEMENTS (words))];
  g_autofree guint8 *copy = g_memdup2 (bytes->data + at, n);

  switch (pick (rand, 7)) {
  case 0:
    bytes->data[at] ^= 1 << pick (rand, 8);
    break;
  case 1:
    bytes->data[at] = edges[pick (rand, G_N_ELEMENTS (edges))];
    break;
  case 2:
    g_byte_array_remove_range (bytes, at, n);
    break;
  case 3:
    insert (bytes, at, copy, n);
    break;
  case 4:
    insert (bytes, at, (const guint8 *) word, strlen (word));
    break;
  case 5:
    g_byte_array_set_size (bytes, at);
    break;
  default:
    memset (bytes->data + at, edges[pick (rand, G_N_ELEMENTS (edges))], MIN (n, 4));
    break;
  }
}

static GByteArray *
mutate (const guint8 *seed,
        gsize length,
        GRand *rand)
{
  GByteArray *bytes = g_byte_array_append (g_byte_array_new (), seed, length);

  for (guint i = 1 + pick (rand, 4); i > 0 && bytes->len > 0; i--)
    mutate_once (bytes, rand);
  return bytes;
}

/* --- zip files --- */

static GByteArray *
written_sheet (void)
{
  static const char *const roles[] = {"staff", NULL};
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *file = g_build_filename (dir, "sheet.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  gsize length = 0;

  g_assert_true (tnk_check_sheet_write (campaign, roles, "0042", "山田", "点検市", "ja", "2026-11-21", file, NULL, &error));
  g_file_get_contents (file, &bytes, &length, &error);
  g_assert_no_error (error);
  return g_byte_array_new_take ((guint8 *) bytes, length);
}

/* Runs the test in a program of its own: nothing may be printed there, whatever libraries make of the bytes. */
static gboolean
run_apart (void)
{
  if (g_test_subprocess ())
    return TRUE;
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
  g_test_trap_assert_stderr ("");
  return FALSE;
}

static void
mutate_zips (void)
{
  g_autoptr (GByteArray) written = written_sheet ();
  g_autoptr (GByteArray) small = tnk_test_package_book ("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" s=\"1\"><v>46347</v></c></row>", "<si><t>山田</t></si>",
                                                        "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>");
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);

  for (guint i = 0; i < N_ZIP_MUTATIONS; i++) {
    GByteArray *seed = i % 2 == 0 ? small : written;
    g_autoptr (GByteArray) bytes = mutate (seed->data, seed->len, rand);

    LLVMFuzzerTestOneInput (bytes->data, bytes->len);
  }
}

static void
test_zip (void)
{
  if (run_apart ())
    mutate_zips ();
}

/* --- XML --- */

static const struct
{
  const char *name;
  const char *xml;
} parts[] = {
  {"_rels/.rels", "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\"><Relationship Id=\"a\" Type=\"/officeDocument\" Target=\"xl/book.xml\"/></Relationships>"},
  {"xl/book.xml", "<workbook xmlns=\"" TNK_TEST_MAIN "\" xmlns:r=\"" TNK_TEST_OFFICE "\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"職員等\" r:id=\"a\"/></sheets></workbook>"},
  {"xl/_rels/book.xml.rels", "<Relationships xmlns=\"" TNK_TEST_RELATIONS "\"><Relationship Id=\"a\" Type=\"/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"b\" Type=\"/sharedStrings\" "
                             "Target=\"/xl/strings.xml\"/><Relationship Id=\"c\" Type=\"/styles\" Target=\"../xl/styles.xml\"/></Relationships>"},
  {"xl/sheet.xml", "<worksheet xmlns=\"" TNK_TEST_MAIN "\"><sheetViews/><sheetData><row r=\"2\" spans=\"1:3\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>46347.5</v></c>"
                   "<c t=\"inlineStr\"><is><r><t>太い</t></r><rPh><t>フ</t></rPh></is></c><c t=\"b\"><f>TRUE()</f><v>1</v></c></row><row><c t=\"e\"><v>#N/A</v></c>"
                   "<c t=\"str\"><v>_x0041__xD83D__xDE00_</v></c><c><v>1.5E-3</v></c></row></sheetData><mergeCells/></worksheet>"},
  {"xl/strings.xml", "<sst xmlns=\"" TNK_TEST_MAIN "\" count=\"1\"><si><r><rPr><b/></rPr><t xml:space=\"preserve\">山 </t></r><r><t>田</t></r><phoneticPr/></si></sst>"},
  {"xl/styles.xml", "<styleSheet xmlns=\"" TNK_TEST_MAIN "\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-411]ggge&quot;年&quot;\"/></numFmts>"
                    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"},
};

static GByteArray *
pack_with (guint changed,
           GByteArray *bytes)
{
  const TnkTestEntry entry = TNK_TEST_STORED;
  g_auto (TnkTestPackage) package;

  tnk_test_package_init (&package);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    const guint8 *data = i == changed ? bytes->data : (const guint8 *) parts[i].xml;

    tnk_test_package_add (&package, parts[i].name, -1, data, i == changed ? bytes->len : strlen (parts[i].xml), &entry);
  }
  return tnk_test_package_end (&package);
}

static void
mutate_xml (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < N_XML_MUTATIONS; i++) {
    /* Half of them in the sheet, where most of the code is. */
    guint changed = i % 2 == 0 ? 3 : pick (rand, G_N_ELEMENTS (parts));
    g_autoptr (GByteArray) bytes = mutate ((const guint8 *) parts[changed].xml, strlen (parts[changed].xml), rand);
    g_autoptr (GByteArray) file = pack_with (changed, bytes);

    LLVMFuzzerTestOneInput (file->data, file->len);
  }
}

static void
test_xml (void)
{
  if (run_apart ())
    mutate_xml ();
}

/* What libxml2 says of bytes that are not in the encoding that they claim, it says to nobody’s parser in particular. */
static void
test_silent (void)
{
  static const char *const sheets[] = {
    "<?xml version=\"1.0\" encoding=\"EUC-JP\"?><worksheet xmlns=\"" TNK_TEST_MAIN "\">\xff\xff\xff\xff</worksheet>",
    "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><worksheet xmlns=\"" TNK_TEST_MAIN "\">\x1b$B\x7f\x7f</worksheet>",
    "\xff\xfe<\xdc<\xdc<\xdc<\xdc",
    "\xfe\xff\xdc<\xdc<\xdc<",
  };

  if (!run_apart ())
    return;
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++) {
    g_autoptr (GByteArray) bytes = g_byte_array_append (g_byte_array_new (), (const guint8 *) sheets[i], strlen (sheets[i]));
    g_autoptr (GByteArray) file = pack_with (3, bytes);

    LLVMFuzzerTestOneInput (file->data, file->len);
  }
}

/* The seeds themselves must be read, or the mutations would show nothing. */
static void
test_seeds (void)
{
  g_autoptr (GByteArray) none = g_byte_array_new ();
  g_autoptr (GByteArray) file = pack_with (G_MAXUINT, none);
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *name = tnk_test_write (dir, "seed.xlsx", (const char *) file->data, file->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkXlsxReader) reader = tnk_xlsx_reader_open (name, NULL, &error);
  g_autoptr (TnkXlsxSheet) sheet = NULL;
  guint n = 0;

  g_assert_no_error (error);
  g_assert_nonnull (reader);
  sheet = tnk_xlsx_sheet_open (reader, 0, &error);
  g_assert_no_error (error);
  while (tnk_xlsx_sheet_next (sheet, &error))
    n += tnk_xlsx_sheet_get_n_cells (sheet);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 7);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/XlsxMutation/seeds", test_seeds);
  g_test_add_func ("/Tenken/XlsxMutation/silent", test_silent);
  g_test_add_func ("/Tenken/XlsxMutation/zip", test_zip);
  g_test_add_func ("/Tenken/XlsxMutation/xml", test_xml);
  return g_test_run ();
}
