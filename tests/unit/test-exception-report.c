/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tnk-exception-private.h"
#include "tnk-exception-report.h"
#include "tnk-test-xlsx.h"
#include "tnk-test.h"

#define TODAY "2026-11-21"
#define SHEET "例外措置台帳"

/* A control of the small catalog unless said otherwise. */
static TnkException *
make (const char *control,
      const char *reason,
      const char *starts,
      const char *ends)
{
  return tnk_exception_new (control, "d1", reason, "代わりの措置", starts, ends, "0042", "0001");
}

static char *
print (GPtrArray *exceptions,
       TnkCatalog *catalog)
{
  static const int parents[] = {-1, 0};
  g_autoptr (TnkBody) body = tnk_test_body (parents, G_N_ELEMENTS (parents));
  g_autofree char *dir = tnk_test_dir (), *file = g_build_filename (dir, "register.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  g_assert_true (tnk_exception_report_write (exceptions, body, catalog, "点検市", TODAY, file, &n_cells, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, >, 12);
  return tnk_test_xlsx_sheet (file, SHEET);
}

static void
assert_cell (const char *sheet,
             const char *cell,
             const char *expected)
{
  g_autofree char *text = tnk_test_xlsx_cell (sheet, cell);

  g_assert_cmpstr (text, ==, expected);
}

/* Those that end first come first, then those to come, then those that are over. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) exceptions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autofree char *sheet = NULL;

  g_ptr_array_add (exceptions, make ("2.1-1", "終わった", "2026-01-01", "2026-11-20"));
  g_ptr_array_add (exceptions, make ("2.1-1", "先", "2026-12-01", "2027-01-01"));
  g_ptr_array_add (exceptions, make ("2.1-1", "長い", "2026-01-01", "2027-10-01"));
  g_ptr_array_add (exceptions, make ("gone", "=1+1", "2026-01-01", "2026-12-01"));
  tnk_exception_set_origin (exceptions->pdata[2], "exception-2026-001", NULL);
  sheet = print (exceptions, catalog);
  assert_cell (sheet, "D4", "=1+1");
  assert_cell (sheet, "A4", "gone"); /* a control that the catalog does not have is named by its id */
  assert_cell (sheet, "H4", "⚠ まもなく終了");
  assert_cell (sheet, "I4", "10");
  assert_cell (sheet, "L4", "–");
  assert_cell (sheet, "D5", "長い");
  assert_cell (sheet, "L5", "exception-2026-001");
  assert_cell (sheet, "H5", "有効");
  assert_cell (sheet, "D6", "先");
  assert_cell (sheet, "H6", "開始前");
  assert_cell (sheet, "D7", "終わった");
  assert_cell (sheet, "H7", "期限切れ");
  assert_cell (sheet, "I7", "–");
  assert_cell (sheet, "J4", "0042");
  assert_cell (sheet, "K4", "0001");
}

static void
test_empty (void)
{
  g_autoptr (GPtrArray) exceptions = g_ptr_array_new ();
  g_autofree char *sheet = print (exceptions, NULL);

  g_assert_nonnull (strstr (sheet, "認められた例外措置はありません。"));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/ExceptionReport/order", test_order);
  g_test_add_func ("/Tenken/ExceptionReport/empty", test_empty);
  return g_test_run ();
}
