/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-deputy.h"
#include "tnk-test-store.h"

static void
assert_deputies (TnkTestStore *test,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = tnk_store_list_deputies (test->store, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++) {
    const char *ends = tnk_deputy_get_ends (list->pdata[i]);

    g_string_append_printf (text, "%s%s %s %s %s", i > 0 ? "; " : "", tnk_deputy_get_role (list->pdata[i]), tnk_deputy_get_person_id (list->pdata[i]),
                            tnk_deputy_get_starts (list->pdata[i]), ends != NULL ? ends : "-");
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_name (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  assert_deputies (&test, "");
  g_assert_true (tnk_store_name_deputy (test.store, "ciso", "p2", NULL, NULL, &error));
  g_assert_true (tnk_store_name_deputy (test.store, "ciso", "p1", "2026-07-01", "2026-07-31", &error));
  assert_deputies (&test, "ciso p1 2026-07-01 2026-07-31; ciso p2 2026-06-01 -");
  /* naming the same person again changes the days */
  g_assert_true (tnk_store_name_deputy (test.store, "ciso", "p2", "2026-06-02", "2026-06-02", &error));
  assert_deputies (&test, "ciso p1 2026-07-01 2026-07-31; ciso p2 2026-06-02 2026-06-02");
  g_assert_true (tnk_store_drop_deputy (test.store, "ciso", "p1", &error));
  g_assert_no_error (error);
  assert_deputies (&test, "ciso p2 2026-06-02 2026-06-02");
  tnk_test_store_assert_rows (test.path, "SELECT kind, subject, detail ->> 'person' FROM log WHERE kind LIKE 'deputy.%' ORDER BY seq",
                              "deputy.named|ciso|p2\ndeputy.named|ciso|p1\ndeputy.named|ciso|p2\ndeputy.dropped|ciso|p1");
  tnk_test_store_verify (test.store);
}

static void
test_refused (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  tnk_test_store_init_roster (&test);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_refused (tnk_store_name_deputy (test.store, "ciso", "p9", NULL, NULL, &error), &error, TNK_ERROR_NOT_FOUND, "“p9”");
  tnk_test_store_refused (tnk_store_name_deputy (test.store, "ciso", "p2", "2026-6-1", NULL, &error), &error, TNK_ERROR_INVALID, "“2026-6-1”");
  tnk_test_store_refused (tnk_store_name_deputy (test.store, "ciso", "p2", "2026-06-02", "2026-06-01", &error), &error, TNK_ERROR_INVALID, "“2026-06-01”");
  tnk_test_store_refused (tnk_store_name_deputy (test.store, "ci\nso", "p2", NULL, NULL, &error), &error, TNK_ERROR_INVALID, "role");
  tnk_test_store_refused (tnk_store_drop_deputy (test.store, "ciso", "p2", &error), &error, TNK_ERROR_NOT_FOUND, "no deputy");
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Deputy/name", test_name);
  g_test_add_func ("/Tenken/Deputy/refused", test_refused);
  return g_test_run ();
}
