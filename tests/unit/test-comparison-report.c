/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-comparison-report.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-test-xlsx.h"
#include "tnk-test.h"

static TnkComparison *
compare (TnkCatalog *old,
         TnkCatalog *new)
{
  g_autoptr (GError) error = NULL;
  TnkComparison *self = tnk_comparison_new (old, new, &error);

  g_assert_no_error (error);
  return self;
}

static char *
write_book (TnkComparison *comparison)
{
  g_autofree char *folder = tnk_test_dir ();
  char *filename = g_build_filename (folder, "book.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  g_assert_true (tnk_comparison_write (comparison, "2026-11-21", filename, NULL, &n_cells, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, >, 10);
  return filename;
}

static guint
count (const char *text,
       const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

static void
test_sheets (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = tnk_test_next_catalog ();
  g_autoptr (TnkComparison) comparison = compare (old, new);
  g_autofree char *filename = write_book (comparison), *sheets = tnk_test_xlsx_sheets (filename);
  g_autofree char *table = tnk_test_xlsx_sheet (filename, "新旧対照表"), *map = tnk_test_xlsx_sheet (filename, "対応表");
  g_autofree char *kind = tnk_test_xlsx_cell (table, "B4");

  g_assert_cmpstr (sheets, ==, "概要 新旧対照表 対応表");
  g_assert_cmpstr (kind, ==, "内容変更");
  g_assert_cmpuint (count (map, "<row "), ==, 3 + tnk_comparison_get_n_rows (comparison));
  g_assert_cmpuint (count (table, "<row "), ==, 3 + tnk_comparison_count_changed (comparison));
  g_assert_nonnull (strstr (table, "<u/>"));
}

/* The catalog with the guidance of a control as long as it may be, over and over. */
static TnkCatalog *
load_long (const char *letter)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json"), *text = tnk_test_read (filename), *changed = NULL;
  g_autoptr (GString) many = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog;

  for (guint i = 0; i < 800; i++)
    g_string_append (many, letter);
  changed = tnk_test_replace (text, "年に一度、訓練します。", many->str);
  catalog = tnk_catalog_load_data ("long.json", changed, -1, NULL, &error);
  g_assert_no_error (error);
  return catalog;
}

/* What a row cannot show goes on in the next one, under the same control. */
static void
test_long (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = load_long ("長");
  g_autoptr (TnkComparison) comparison = compare (old, new);
  g_autofree char *filename = write_book (comparison), *table = tnk_test_xlsx_sheet (filename, "新旧対照表");
  g_autofree char *id = tnk_test_xlsx_cell (table, "C4"), *again = tnk_test_xlsx_cell (table, "C5"), *what = tnk_test_xlsx_cell (table, "G5");

  g_assert_cmpstr (id, ==, "1.2-1");
  g_assert_cmpstr (again, ==, "1.2-1");
  g_assert_cmpstr (what, ==, "（続き）");
}

static void
test_refused (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = tnk_test_next_catalog ();
  g_autoptr (TnkComparison) comparison = compare (old, new);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *folder = tnk_test_dir (), *filename = g_build_filename (folder, "none", "book.xlsx", NULL), *other = g_build_filename (folder, "book.xlsx", NULL);
  g_autoptr (GError) error = NULL, cancelled = NULL;

  g_assert_false (tnk_comparison_write (comparison, NULL, filename, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (tnk_comparison_write (comparison, NULL, other, cancellable, NULL, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tnk_test_count_entries (folder), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/ComparisonReport/sheets", test_sheets);
  g_test_add_func ("/Tenken/ComparisonReport/long", test_long);
  g_test_add_func ("/Tenken/ComparisonReport/refused", test_refused);
  return g_test_run ();
}
