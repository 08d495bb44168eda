/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#define WRONG "000102"
#define LAST_LOG "SELECT actor, kind, subject FROM log ORDER BY seq DESC LIMIT 1"
#define NOON G_GINT64_CONSTANT (1780282800)

static void
set_clock (TnkStore *store,
           gint64 now)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_utc (now);

  tnk_store_set_clock (store, moment);
}

static void
assert_check (TnkTestStore *test,
              const char *pin,
              guint expected_wait,
              const char *words)
{
  g_autoptr (GError) error = NULL;
  guint wait = 99;
  gboolean right = tnk_store_check_kiosk_pin (test->store, pin, &wait, &error);

  g_assert_cmpuint (wait, ==, expected_wait);
  if (words != NULL)
    tnk_test_store_refused (right, &error, TNK_ERROR_REFUSED, words);
  else
    g_assert_no_error (error);
}

static void
test_none (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  gboolean has = TRUE;
  guint wait = 99;

  tnk_test_store_init (&test);
  g_assert_true (tnk_store_has_kiosk_pin (test.store, &has, &error));
  g_assert_false (has);
  tnk_test_store_refused (tnk_store_check_kiosk_pin (test.store, "735914", &wait, &error), &error,
                          TNK_ERROR_NOT_FOUND, "no PIN for the kiosk was set");
  g_assert_cmpuint (wait, ==, 0);
  tnk_test_store_refused (tnk_store_set_kiosk_pin (test.store, "111111", &error), &error, TNK_ERROR_INVALID,
                          "too easy to guess");
  g_assert_true (tnk_store_has_kiosk_pin (test.store, &has, &error));
  g_assert_false (has);
}

static void
test_check (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  gint64 now = NOON;
  gboolean has = FALSE;

  tnk_test_store_init (&test);
  set_clock (test.store, now);
  g_assert_true (tnk_store_set_kiosk_pin (test.store, "735914", &error));
  g_assert_true (tnk_store_has_kiosk_pin (test.store, &has, &error));
  g_assert_true (has);
  tnk_test_store_assert_rows (test.path, LAST_LOG, "tester|kiosk.pin-set|点検市");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM meta WHERE value LIKE '%735914%'", "0");
  assert_check (&test, "735914", 0, NULL);
  for (guint i = 0; i < 20; i++) {
    guint expected = i < 2 ? 0 : i < 9 ? 30u << (i - 2)
                                       : 3600;
    assert_check (&test, WRONG, expected, "the PIN is not right");
    if (expected > 0)
      assert_check (&test, "735914", expected, "try again in");
    now += expected;
    set_clock (test.store, now);
  }
  /* it is never blocked for good: somebody must get in */
  assert_check (&test, "735914", 0, NULL);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM sign_in_try", "0");
  for (guint i = 0; i < 3; i++)
    assert_check (&test, WRONG, i < 2 ? 0 : 30, "not right");
  /* a new one forgives */
  g_assert_true (tnk_store_set_kiosk_pin (test.store, "90817263", &error));
  assert_check (&test, "735914", 0, "not right");
  assert_check (&test, "90817263", 0, NULL);
  tnk_test_store_verify (test.store);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreKioskPin/none", test_none);
  g_test_add_func ("/Tenken/StoreKioskPin/check", test_check);
  return g_test_run ();
}
