/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-comparison.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-test.h"

static TnkCatalog *
load_shipped (const char *name)
{
  g_autofree char *filename = tnk_test_shipped (name);
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = tnk_catalog_load_file (filename, NULL, &error);

  g_assert_no_error (error);
  return catalog;
}

static TnkComparison *
compare (TnkCatalog *old,
         TnkCatalog *new)
{
  g_autoptr (GError) error = NULL;
  TnkComparison *self = tnk_comparison_new (old, new, &error);

  g_assert_no_error (error);
  return self;
}

static void
test_rows (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = tnk_test_next_catalog ();
  g_autoptr (TnkComparison) self = compare (old, new);

  g_assert_true (tnk_comparison_get_old_catalog (self) == old);
  g_assert_true (tnk_comparison_get_new_catalog (self) == new);
  g_assert_cmpuint (tnk_comparison_get_n_rows (self), ==, 7);
  g_assert_cmpuint (tnk_comparison_count (self, TNK_REVISION_KIND_KEPT), ==, 5);
  g_assert_cmpuint (tnk_comparison_count (self, TNK_REVISION_KIND_RENUMBERED), ==, 1);
  g_assert_cmpuint (tnk_comparison_count (self, TNK_REVISION_KIND_REWORDED), ==, 1);
  g_assert_cmpuint (tnk_comparison_count_changed (self), ==, 2);
  g_assert_finalize_object (g_steal_pointer (&self));
}

/* Every control of both editions stands there once, those of the new one in its order, and what was removed behind what stood
 * before it. */
static void
test_order (void)
{
  g_autoptr (TnkCatalog) old = load_shipped ("catalogs/fukushima-2021.json"), new = load_shipped ("catalogs/fukushima-2023.json");
  g_autoptr (TnkComparison) self = compare (old, new);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  guint n_new = 0;

  g_assert_cmpuint (tnk_comparison_count (self, TNK_REVISION_KIND_ADDED), ==, 28);
  g_assert_cmpuint (tnk_comparison_count (self, TNK_REVISION_KIND_RENUMBERED), ==, 21);
  g_assert_cmpuint (tnk_comparison_count (self, TNK_REVISION_KIND_REWORDED), ==, 7);
  g_assert_cmpuint (tnk_comparison_count (self, TNK_REVISION_KIND_REMOVED), ==, 2);
  for (guint i = 0; i < tnk_comparison_get_n_rows (self); i++) {
    TnkComparisonRow *row = tnk_comparison_get_row (self, i);
    TnkControl *before = tnk_comparison_row_get_old (row), *after = tnk_comparison_row_get_new (row);

    if (before != NULL)
      g_assert_true (g_hash_table_add (seen, before));
    if (after == NULL) {
      TnkControl *above = tnk_comparison_row_get_old (tnk_comparison_get_row (self, i - 1));

      g_assert_cmpuint (tnk_control_get_index (above) + 1, ==, tnk_control_get_index (before));
      continue;
    }
    g_assert_true (after == tnk_catalog_get_control (new, n_new++));
    g_assert_cmpuint (tnk_comparison_row_get_chapter_index (row), ==, tnk_control_get_chapter_index (after));
  }
  g_assert_cmpuint (n_new, ==, tnk_catalog_get_n_controls (new));
  g_assert_cmpuint (g_hash_table_size (seen), ==, tnk_catalog_get_n_controls (old));
}

static TnkCatalog *
load_changed (const char *from,
              const char *to)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json"), *text = tnk_test_read (filename), *changed = tnk_test_replace (text, from, to);
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = tnk_catalog_load_data ("next.json", changed, -1, NULL, &error);

  g_assert_no_error (error);
  return catalog;
}

/* What stood first and is gone stands first. */
static void
test_first_removed (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = load_changed ("\"id\": \"1.1-1\"", "\"id\": \"1.1-9\"");
  g_autoptr (TnkComparison) self = compare (old, new);

  g_assert_cmpint (tnk_comparison_row_get_kind (tnk_comparison_get_row (self, 0)), ==, TNK_REVISION_KIND_REMOVED);
  g_assert_cmpint (tnk_comparison_row_get_kind (tnk_comparison_get_row (self, 1)), ==, TNK_REVISION_KIND_ADDED);
}

static void
test_roles (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), same = tnk_test_small_catalog (), new = load_changed ("\"name\": {\"ja\": \"職員", "\"name\": {\"ja\": \"全職員");
  g_autoptr (TnkComparison) none = compare (old, same), self = compare (old, new);
  g_autoptr (GPtrArray) nothing = tnk_comparison_list_roles (none), roles = tnk_comparison_list_roles (self);

  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (roles->len, ==, 1);
  g_assert_cmpstr (tnk_text_get (tnk_comparison_field_get_label (roles->pdata[0]), "ja"), ==, "staff");
}

static void
test_refused (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = tnk_test_next_catalog (), other = load_shipped ("catalogs/osaka-2021.json");
  g_autoptr (GError) order = NULL, error = NULL;

  g_assert_null (tnk_comparison_new (new, old, &order));
  g_assert_error (order, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_line (order->message, "small-next", "older one first");
  g_assert_null (tnk_comparison_new (old, other, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  tnk_test_assert_line (error->message, "osaka-2021", "does not revise");
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Comparison/rows", test_rows);
  g_test_add_func ("/Tenken/Comparison/order", test_order);
  g_test_add_func ("/Tenken/Comparison/first-removed", test_first_removed);
  g_test_add_func ("/Tenken/Comparison/roles", test_roles);
  g_test_add_func ("/Tenken/Comparison/refused", test_refused);
  return g_test_run ();
}
