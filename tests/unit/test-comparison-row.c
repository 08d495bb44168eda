/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-comparison.h"

#include "tnk-test.h"

static TnkComparisonRow *
find (TnkComparison *comparison,
      const char *id)
{
  for (guint i = 0; i < tnk_comparison_get_n_rows (comparison); i++) {
    TnkComparisonRow *row = tnk_comparison_get_row (comparison, i);
    TnkControl *control = tnk_comparison_row_get_new (row) != NULL ? tnk_comparison_row_get_new (row) : tnk_comparison_row_get_old (row);

    if (g_str_equal (tnk_control_get_id (control), id))
      return row;
  }
  g_assert_not_reached ();
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

static void
assert_row (TnkComparison *comparison,
            const char *id,
            TnkRevisionKind kind,
            gboolean changed,
            gboolean anew)
{
  TnkComparisonRow *row = find (comparison, id);

  g_assert_cmpint (tnk_comparison_row_get_kind (row), ==, kind);
  g_assert_cmpint (tnk_comparison_row_is_changed (row), ==, changed);
  g_assert_cmpint (tnk_comparison_row_is_asked_anew (row), ==, anew);
}

static void
test_kinds (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = tnk_test_next_catalog (), other = load_changed ("\"id\": \"2.1-1\"", "\"id\": \"2.1-9\"");
  g_autoptr (TnkCatalog) hint = load_changed ("年に一度、訓練します。", "年に二度、訓練します。");
  g_autoptr (TnkComparison) self = compare (old, new), moved = compare (old, other), hinted = compare (old, hint);

  assert_row (self, "1.1-1", TNK_REVISION_KIND_KEPT, FALSE, FALSE);
  assert_row (self, "2.9-1", TNK_REVISION_KIND_RENUMBERED, TRUE, FALSE);
  assert_row (self, "1.1-2", TNK_REVISION_KIND_REWORDED, TRUE, TRUE);
  assert_row (moved, "2.1-9", TNK_REVISION_KIND_ADDED, TRUE, TRUE);
  assert_row (moved, "2.1-1", TNK_REVISION_KIND_REMOVED, TRUE, FALSE);
  assert_row (hinted, "1.2-1", TNK_REVISION_KIND_KEPT, TRUE, FALSE);
  g_assert_cmpstr (tnk_comparison_row_get_members (find (hinted, "1.2-1"))[0], ==, "guidance");
  g_assert_null (tnk_comparison_row_get_members (find (moved, "2.1-9"))[0]);
}

/* A row is good without the comparison that it came from. */
static void
test_alone (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = tnk_test_next_catalog ();
  g_autoptr (TnkComparison) self = compare (old, new);
  g_autoptr (TnkComparisonRow) row = g_object_ref (find (self, "1.1-2"));
  g_autoptr (GPtrArray) fields = NULL;

  g_clear_object (&self);
  g_clear_object (&old);
  g_clear_object (&new);
  fields = tnk_comparison_row_list_fields (row);
  g_assert_cmpuint (fields->len, >, 4);
  g_assert_finalize_object (g_steal_pointer (&row));
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/ComparisonRow/kinds", test_kinds);
  g_test_add_func ("/Tenken/ComparisonRow/alone", test_alone);
  return g_test_run ();
}
