/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-desk-search.h"
#include "tnk-desk-setup.h"
#include "tnk-test-store.h"

/* What is found, as kinds and ids in a row. */
static char *
search (TnkTestStore *test,
        const char *person,
        const char *words,
        guint limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkDesk) desk = tnk_desk_new (test->store, person, &error);
  g_autoptr (GPtrArray) hits = tnk_desk_search (desk, "2026", words, "ja", limit, NULL, &error);
  GString *row = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++) {
    TnkHit *hit = g_ptr_array_index (hits, i);
    g_string_append_printf (row, "%c:%s ", "dcp"[tnk_hit_get_kind (hit)], tnk_hit_get_id (hit));
  }
  return g_string_free (row, FALSE);
}

static void
assert_finds (TnkTestStore *test,
              const char *person,
              const char *words,
              const char *expected)
{
  g_autofree char *found = search (test, person, words, 10);

  g_test_message ("%s looks for %s", person, words);
  g_assert_cmpstr (found, ==, expected);
}

static void
grant (TnkTestStore *test,
       TnkRights kind,
       const char *holder,
       const char *department)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_store_grant_right (test->store, kind, holder, department, &error));
  g_assert_no_error (error);
}

static void
test_kinds (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  grant (&test, TNK_RIGHTS_SECRETARIAT, "person:p5", NULL);
  assert_finds (&test, "p5", "総務", "d:d1 d:d2 ");
  assert_finds (&test, "p5", "山田", "p:p1 ");
  assert_finds (&test, "p5", "ﾔﾏﾀﾞ", "");
  assert_finds (&test, "p5", "Ｐ１", "p:p1 ");
  assert_finds (&test, "p5", "太郎 山田", "p:p1 ");
  assert_finds (&test, "p5", "２.１-１", "c:2.1-1 ");
  assert_finds (&test, "p5", "方針", "c:1.1-1 ");
  assert_finds (&test, "p5", "%", "");
}

static void
test_limit (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *found = NULL;

  tnk_test_store_init_open (&test);
  grant (&test, TNK_RIGHTS_SECRETARIAT, "person:p5", NULL);
  found = search (&test, "p5", "", 1);
  g_assert_cmpstr (found, ==, "d:d0 c:1.1-1 p:p3 ");
}

/* Each finds what the pages would show: the manager the own department, the committee nobody by name. */
static void
test_rights (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  assert_finds (&test, "p2", "総務", "d:d2 ");
  assert_finds (&test, "p2", "税務", "");
  assert_finds (&test, "p2", "郎", "p:p1 ");
  assert_finds (&test, "p3", "税務", "d:d3 ");
  assert_finds (&test, "p3", "郎", "");
  /* Two departments, one within the other: nothing is found twice. A committee that also answers for one finds its people. */
  grant (&test, TNK_RIGHTS_DEPARTMENT, "person:p2", "d1");
  assert_finds (&test, "p2", "総務", "d:d1 d:d2 ");
  grant (&test, TNK_RIGHTS_DEPARTMENT, "person:p3", "d3");
  assert_finds (&test, "p3", "郎", "p:p5 ");
}

static void
test_counts_only (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) chief = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  grant (&test, TNK_RIGHTS_SECRETARIAT, "person:p5", NULL);
  chief = tnk_desk_new (test.store, "p5", &error);
  g_assert_true (tnk_desk_set_visibility (chief, "2026", TNK_VISIBILITY_COUNTS, &error));
  assert_finds (&test, "p2", "郎", "");
  assert_finds (&test, "p2", "総務", "d:d2 ");
  assert_finds (&test, "p5", "山田", "p:p1 ");
}

static void
test_not_there (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  desk = tnk_desk_new (test.store, "p2", &error);
  tnk_test_store_refused (tnk_desk_search (desk, "1999", "a", "ja", 10, NULL, &error) != NULL, &error, TNK_ERROR_NOT_FOUND,
                          "1999");
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_desk_search (desk, "2026", "a", "ja", 10, cancellable, &error) != NULL, &error);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/DeskSearch/kinds", test_kinds);
  g_test_add_func ("/Tenken/DeskSearch/limit", test_limit);
  g_test_add_func ("/Tenken/DeskSearch/rights", test_rights);
  g_test_add_func ("/Tenken/DeskSearch/counts-only", test_counts_only);
  g_test_add_func ("/Tenken/DeskSearch/not-there", test_not_there);
  return g_test_run ();
}
