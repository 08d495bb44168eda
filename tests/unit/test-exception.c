/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-exception.h"
#include "tnk-test.h"

static TnkException *
make (void)
{
  return tnk_exception_new ("2.1-1", "d1", "古い機器", "金庫に入れる", "2026-04-01", "2027-03-31", "p2", "p3");
}

static void
test_fields (void)
{
  TnkException *exception = make ();

  g_assert_cmpstr (tnk_exception_get_control_id (exception), ==, "2.1-1");
  g_assert_cmpstr (tnk_exception_get_department_id (exception), ==, "d1");
  g_assert_cmpstr (tnk_exception_get_reason (exception), ==, "古い機器");
  g_assert_cmpstr (tnk_exception_get_substitute (exception), ==, "金庫に入れる");
  g_assert_cmpstr (tnk_exception_get_starts (exception), ==, "2026-04-01");
  g_assert_cmpstr (tnk_exception_get_ends (exception), ==, "2027-03-31");
  g_assert_cmpstr (tnk_exception_get_applicant (exception), ==, "p2");
  g_assert_cmpstr (tnk_exception_get_approver (exception), ==, "p3");
  g_assert_finalize_object (exception);
}

static void
test_state (void)
{
  g_autoptr (TnkException) exception = make ();

  g_assert_cmpint (tnk_exception_get_state (exception, "2026-03-31"), ==, TNK_EXCEPTION_STATE_AHEAD);
  g_assert_cmpint (tnk_exception_get_state (exception, "2026-04-01"), ==, TNK_EXCEPTION_STATE_LIVE);
  g_assert_cmpint (tnk_exception_get_state (exception, "2027-03-31"), ==, TNK_EXCEPTION_STATE_LIVE);
  g_assert_cmpint (tnk_exception_get_state (exception, "2027-04-01"), ==, TNK_EXCEPTION_STATE_EXPIRED);
}

static void
test_guards (void)
{
  tnk_test_expect_critical ();
  g_assert_null (tnk_exception_new ("2.1-1", "d1", NULL, "", "", "", "", ""));
  tnk_test_expect_critical ();
  g_assert_null (tnk_exception_get_reason (NULL));
  g_test_assert_expected_messages ();
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Exception/fields", test_fields);
  g_test_add_func ("/Tenken/Exception/state", test_state);
  g_test_add_func ("/Tenken/Exception/guards", test_guards);
  return g_test_run ();
}
