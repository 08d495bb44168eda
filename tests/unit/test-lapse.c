/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-exception-private.h"
#include "tnk-lapse-private.h"
#include "tnk-test.h"

/* A body, a department in it and one below that. */
static const int parents[] = {-1, 0, 1};

static TnkLapse *
make (TnkException *exception)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (TnkBody) body = tnk_test_body (parents, 3);
  TnkDuty *duty = tnk_catalog_find_duty (catalog, "2.1-1", "staff");
  const TnkLapseOwner owner = {tnk_body_get_department (body, 1), tnk_duty_get_role (duty), "p1", "山田　太郎"};

  return tnk_lapse_new (catalog, body, tnk_duty_get_control (duty), &owner, exception);
}

static void
add (GPtrArray *exceptions,
     const char *control,
     const char *department,
     const char *starts,
     const char *ends,
     const char *revoked)
{
  TnkException *exception = tnk_exception_new (control, department, "古い", "施錠", starts, ends, "p2", "p3");

  tnk_exception_set_origin (exception, NULL, revoked);
  g_ptr_array_add (exceptions, exception);
}

/* It keeps alive what it points to. */
static void
test_whole (void)
{
  TnkException *exception = tnk_exception_new ("2.1-1", "d1", "古い", "施錠", "2026-01-01", "2026-06-15", "p2", "p3");
  TnkLapse *lapse = make (exception);

  g_assert_cmpstr (tnk_control_get_id (tnk_lapse_get_control (lapse)), ==, "2.1-1");
  g_assert_cmpstr (tnk_role_get_id (tnk_lapse_get_role (lapse)), ==, "staff");
  g_assert_cmpstr (tnk_department_get_id (tnk_lapse_get_department (lapse)), ==, "d1");
  g_assert_cmpstr (tnk_lapse_get_person_id (lapse), ==, "p1");
  g_assert_cmpstr (tnk_lapse_get_person_name (lapse), ==, "山田　太郎");
  g_assert_cmpuint (tnk_lapse_get_n_answers (lapse), ==, 1);
  g_assert_true (tnk_lapse_get_exception (lapse) == exception);
  g_assert_finalize_object (lapse);
  g_assert_finalize_object (exception);
}

/* Only what is the same in all goes into one. */
static void
test_gathered (void)
{
  g_autoptr (TnkException) exception = tnk_exception_new ("2.1-1", "d1", "古い", "施錠", "2026-01-01", "2026-06-15", "p2", "p3");
  TnkLapse *lapse = make (exception);
  TnkLapseOwner owner = {tnk_lapse_get_department (lapse), tnk_lapse_get_role (lapse), "p1", NULL};

  g_assert_true (tnk_lapse_is_of (lapse, tnk_lapse_get_control (lapse), &owner, exception));
  g_assert_false (tnk_lapse_is_of (lapse, tnk_lapse_get_control (lapse), &owner, NULL));
  owner.person_id = "p2";
  g_assert_false (tnk_lapse_is_of (lapse, tnk_lapse_get_control (lapse), &owner, exception));
  owner = (TnkLapseOwner){NULL, tnk_lapse_get_role (lapse), "p1", NULL};
  g_assert_false (tnk_lapse_is_of (lapse, tnk_lapse_get_control (lapse), &owner, exception));
  tnk_lapse_add (lapse);
  g_assert_cmpuint (tnk_lapse_get_n_answers (lapse), ==, 2);
  g_assert_finalize_object (lapse);
}

static void
test_exception (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (TnkBody) body = tnk_test_body (parents, 3);
  g_autoptr (GPtrArray) exceptions = g_ptr_array_new_with_free_func (g_object_unref);
  TnkControl *control = tnk_catalog_lookup_control (catalog, "2.1-1");

  add (exceptions, "2.1-1", "d1", "2026-01-01", "2026-03-31", NULL);
  add (exceptions, "2.1-1", "d1", "2026-01-01", "2026-12-31", "2026-05-01"); /* over since then: the last */
  add (exceptions, "2.1-1", "d2", "2026-01-01", "2026-06-01", NULL);
  add (exceptions, "2.1-1", "d1", "2026-01-01", "2026-12-31", NULL); /* live */
  add (exceptions, "1.1-2", "d1", "2026-01-01", "2026-06-15", NULL);
  g_assert_null (tnk_lapse_find_exception (exceptions, control, tnk_body_get_department (body, 0), "2026-06-16"));
  g_assert_true (tnk_lapse_find_exception (exceptions, control, tnk_body_get_department (body, 1), "2026-06-16") == exceptions->pdata[1]);
  g_assert_true (tnk_lapse_find_exception (exceptions, control, tnk_body_get_department (body, 2), "2026-06-16") == exceptions->pdata[2]);
  g_assert_true (tnk_lapse_find_exception (exceptions, control, tnk_body_get_department (body, 1), "2026-04-01") == exceptions->pdata[0]);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Lapse/whole", test_whole);
  g_test_add_func ("/Tenken/Lapse/gathered", test_gathered);
  g_test_add_func ("/Tenken/Lapse/exception", test_exception);
  return g_test_run ();
}
