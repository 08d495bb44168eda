/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-test-package.h"
#include "tnk-test.h"
#include "tnk-xlsx-directory-private.h"

static GHashTable *
read_bytes (GByteArray *file,
            GError **error)
{
  return tnk_xlsx_directory_read (file->data, file->len, &tnk_xlsx_default_limits, error);
}

static void
assert_refused (GByteArray *file,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) directory = read_bytes (file, &error);

  g_assert_null (directory);
  g_assert_error (error, TNK_ERROR, TNK_ERROR_SYNTAX);
  tnk_test_assert_line (error != NULL ? error->message : "", "", words);
}

static GByteArray *
one_part (const char *name,
          gssize name_length,
          const TnkTestEntry *entry)
{
  g_auto (TnkTestPackage) package;

  tnk_test_package_init (&package);
  tnk_test_package_add_text (&package, "first.xml", "<a/>");
  tnk_test_package_add (&package, name, name_length, (const guint8 *) "<b/>", 4, entry);
  return tnk_test_package_end (&package);
}

static void
test_sound (void)
{
  const TnkTestEntry stored = {0, 0, 0x12345678, G_MAXUINT32, G_MAXUINT32, G_MAXUINT32};
  g_autoptr (GByteArray) file = one_part ("xl/Folder/Part.XML", -1, &stored);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) directory = read_bytes (file, &error);
  TnkXlsxEntry *entry;

  g_assert_no_error (error);
  g_assert_nonnull (directory);
  g_assert_cmpuint (g_hash_table_size (directory), ==, 2);
  entry = tnk_xlsx_directory_lookup (directory, "XL/folder/part.xml");
  g_assert_nonnull (entry);
  g_assert_cmpstr (entry->name, ==, "xl/Folder/Part.XML");
  g_assert_cmpuint (entry->size, ==, 4);
  g_assert_null (tnk_xlsx_directory_lookup (directory, "xl/folder"));
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    const char *words;
  } names[] = {
    {"xl\\workbook.xml", "backslash"},
    {"C:workbook.xml", "colon"},
    {"../workbook.xml", "leads elsewhere"},
    {"xl/../../etc/passwd", "leads elsewhere"},
    {"./workbook.xml", "leads elsewhere"},
    {"/etc/passwd", "empty step"},
    {"xl//workbook.xml", "empty step"},
    {"xl/\xff.xml", "not UTF-8"},
    {"a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r", "too deep"},
    {"xl/a\nb.xml", "control character"},
    {"first.xml", "twice"},
    {"FIRST.xml", "twice"},
  };
  const TnkTestEntry stored = TNK_TEST_STORED;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GByteArray) file = one_part (names[i].name, -1, &stored);

    assert_refused (file, names[i].words);
  }
}

static void
test_name_lengths (void)
{
  const TnkTestEntry stored = TNK_TEST_STORED;
  g_autofree char *slashes = g_strnfill (60000, '/');
  g_autoptr (GByteArray) empty = one_part ("", 0, &stored);
  g_autoptr (GByteArray) zero = one_part ("a\0b", 3, &stored);
  g_autoptr (GByteArray) deep = one_part (slashes, -1, &stored);

  assert_refused (empty, "empty");
  assert_refused (zero, "zero byte");
  assert_refused (deep, "too long");
}

static void
test_entries (void)
{
  static const struct
  {
    TnkTestEntry entry;
    const char *words;
  } entries[] = {
    {{1, 0, 0, G_MAXUINT32, G_MAXUINT32, 0}, "password"},
    {{0, 12, 0, 4, 4, 0}, "packed in a way"},
    {{0, 0, 0, 5, 4, 0}, "damaged"},
    {{0, 8, 0, 300 * 1024 * 1024, G_MAXUINT32, 0}, "unpack to 314572800 bytes"},
    {{0, 8, 0, 20 * 1024 * 1024, G_MAXUINT32, 0}, "more than 200 times"},
    {{0, 8, 0, 4, 1000000, 0}, "damaged"},
    {{0, 8, 0, 4, 0xfffffffe, 0}, "damaged"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    g_autoptr (GByteArray) file = one_part ("b.xml", -1, &entries[i].entry);

    assert_refused (file, entries[i].words);
  }
}

/* Many parts that are each allowed. */
static void
test_sums (void)
{
  TnkXlsxLimits limits = tnk_xlsx_default_limits;
  g_auto (TnkTestPackage) package;

  tnk_test_package_init (&package);
  for (guint i = 0; i < 10; i++) {
    g_autofree char *name = g_strdup_printf ("p%u.xml", i);
    tnk_test_package_add_text (&package, name, "0123456789");
  }

  g_autoptr (GByteArray) file = tnk_test_package_end (&package);
  g_autoptr (GError) total = NULL;
  limits.total_size = 99;
  g_assert_null (tnk_xlsx_directory_read (file->data, file->len, &limits, &total));
  tnk_test_assert_line (total->message, "", "more than 99 bytes");
  g_autoptr (GError) parts = NULL;
  limits.n_parts = 9;
  g_assert_null (tnk_xlsx_directory_read (file->data, file->len, &limits, &parts));
  tnk_test_assert_line (parts->message, "", "10 parts");
}

/* Wherever a download broke off. */
static void
test_cut (void)
{
  const TnkTestEntry stored = TNK_TEST_STORED;
  g_autoptr (GByteArray) file = one_part ("xl/b.xml", -1, &stored);

  for (guint length = 0; length < file->len; length++) {
    g_autofree guint8 *part = g_memdup2 (file->data, length);
    g_autoptr (GError) error = NULL;

    g_assert_null (tnk_xlsx_directory_read (part, length, &tnk_xlsx_default_limits, &error));
    tnk_test_assert_line (error->message, "", "damaged or cut short");
  }
  g_byte_array_append (file, (const guint8 *) "junk", 4);
  assert_refused (file, "damaged or cut short");
}

static void
test_zip64 (void)
{
  const TnkTestEntry stored = TNK_TEST_STORED;
  g_autoptr (GByteArray) file = one_part ("b.xml", -1, &stored);
  g_autoptr (GByteArray) locator = g_byte_array_new ();
  guint8 zeros[16] = {0};

  g_byte_array_append (locator, file->data, file->len - 22);
  g_byte_array_append (locator, (const guint8 *) "PK\6\7", 4);
  g_byte_array_append (locator, zeros, sizeof zeros);
  g_byte_array_append (locator, file->data + file->len - 22, 22);
  assert_refused (locator, "4 GB");
}

static void
test_resolve (void)
{
  static const struct
  {
    const char *base;
    const char *target;
    const char *part;
  } cases[] = {
    {"", "xl/workbook.xml", "xl/workbook.xml"},
    {"", "/xl/workbook.xml", "xl/workbook.xml"},
    {"xl/workbook.xml", "worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
    {"xl/workbook.xml", "/xl/worksheets/sheet1.xml", "xl/worksheets/sheet1.xml"},
    {"xl/workbook.xml", "./a/../styles.xml", "xl/styles.xml"},
    {"xl/workbook.xml", "../other.xml", "other.xml"},
    {"xl/workbook.xml", "../../etc/passwd", NULL},
    {"xl/workbook.xml", "worksheets\\sheet1.xml", NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *part = tnk_xlsx_resolve (cases[i].base, cases[i].target);

    g_assert_cmpstr (part, ==, cases[i].part);
  }
}

static void
test_crc (void)
{
  /* The check value that every description of this checksum gives. */
  g_assert_cmphex (tnk_xlsx_crc (0, (const guint8 *) "123456789", 9), ==, 0xcbf43926);
  g_assert_cmphex (tnk_xlsx_crc (tnk_xlsx_crc (0, (const guint8 *) "1234", 4), (const guint8 *) "56789", 5), ==, 0xcbf43926);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/XlsxDirectory/sound", test_sound);
  g_test_add_func ("/Tenken/XlsxDirectory/names", test_names);
  g_test_add_func ("/Tenken/XlsxDirectory/name-lengths", test_name_lengths);
  g_test_add_func ("/Tenken/XlsxDirectory/entries", test_entries);
  g_test_add_func ("/Tenken/XlsxDirectory/sums", test_sums);
  g_test_add_func ("/Tenken/XlsxDirectory/cut", test_cut);
  g_test_add_func ("/Tenken/XlsxDirectory/zip64", test_zip64);
  g_test_add_func ("/Tenken/XlsxDirectory/resolve", test_resolve);
  g_test_add_func ("/Tenken/XlsxDirectory/crc", test_crc);
  return g_test_run ();
}
