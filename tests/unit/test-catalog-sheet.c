/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-catalog-sheet.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-revision.h"
#include "tnk-test-xlsx.h"
#include "tnk-test.h"

static char *
write_sheet (TnkCatalog *catalog)
{
  g_autofree char *folder = tnk_test_dir ();
  char *filename = g_build_filename (folder, "catalog.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  g_assert_true (tnk_catalog_sheet_write (catalog, filename, NULL, &n_cells, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, >, 50);
  return filename;
}

/* Nothing was edited, and nothing is changed: every control is kept. */
static void
assert_copy (TnkCatalog *base)
{
  g_autofree char *filename = write_sheet (base);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (TnkCatalog) own = tnk_catalog_sheet_derive (filename, base, "own", &problems, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (tnk_catalog_get_id (own), ==, "own");
  g_assert_cmpuint (tnk_catalog_get_n_controls (own), ==, tnk_catalog_get_n_controls (base));
  for (guint i = 0; i < tnk_catalog_get_n_controls (own); i++) {
    TnkRevisionKind kind = TNK_REVISION_KIND_REMOVED;
    TnkControl *old = tnk_catalog_trace_control (own, tnk_catalog_get_control (own, i), base, &kind);

    g_assert_true (old == tnk_catalog_get_control (base, i));
    g_assert_cmpint (kind, ==, TNK_REVISION_KIND_KEPT);
  }
}

static void
test_copy (void)
{
  g_autoptr (TnkCatalog) small = tnk_test_small_catalog (), next = tnk_test_next_catalog ();

  assert_copy (small);
  assert_copy (next);
}

static void
test_sheets (void)
{
  g_autoptr (TnkCatalog) base = tnk_test_small_catalog ();
  g_autofree char *filename = write_sheet (base), *sheets = tnk_test_xlsx_sheets (filename), *controls = tnk_test_xlsx_sheet (filename, "管理策");
  g_autofree char *key = tnk_test_xlsx_cell (controls, "A1"), *first = tnk_test_xlsx_cell (controls, "A4");

  g_assert_cmpstr (sheets, ==, "基準 役割 管理策 設問 tenken");
  g_assert_cmpstr (key, ==, "tenken-rows controls");
  g_assert_cmpstr (first, ==, "1.1-1");
  g_assert_nonnull (strstr (controls, "<sheetProtection"));
}

static void
test_refused (void)
{
  g_autoptr (TnkCatalog) base = tnk_test_small_catalog (), other = tnk_test_next_catalog ();
  g_autofree char *filename = write_sheet (base), *folder = tnk_test_dir (), *text = tnk_test_write (folder, "text.xlsx", "no workbook", -1);
  g_autofree char *nowhere = g_build_filename (folder, "none", "c.xlsx", NULL);
  g_autoptr (GError) error = NULL, bad = NULL, unwritten = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_null (tnk_catalog_sheet_derive (filename, other, "own", &problems, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_nonnull (strstr (error->message, "was made from small, edition 2026-1"));
  g_assert_null (tnk_catalog_sheet_derive (text, base, "own", NULL, &bad));
  g_assert_nonnull (bad);
  g_assert_false (tnk_catalog_sheet_write (base, nowhere, NULL, NULL, &unwritten));
  g_assert_nonnull (unwritten);
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/CatalogSheet/copy", test_copy);
  g_test_add_func ("/Tenken/CatalogSheet/sheets", test_sheets);
  g_test_add_func ("/Tenken/CatalogSheet/refused", test_refused);
  return g_test_run ();
}
