/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <string.h>

#include "tnk-body-private.h"
#include "tnk-pin-slip-private.h"

/* What is freed cannot be looked at, so the C library's function is stood in for: the linker takes this one. */
static GString *wiped;

void
explicit_bzero (void *bytes,
                size_t n)
{
  /* Its declaration says that it only writes, which the compiler would make use of. */
  const char *volatile seen = bytes;

  g_string_append_len (wiped, seen, n);
  memset (bytes, 0, n);
}

static TnkPinSlip *
make_slip (TnkBody **body)
{
  static const int parents[] = {-1, 0};
  static const char *const roles[] = {"staff", NULL};

  *body = tnk_test_body (parents, G_N_ELEMENTS (parents));
  g_assert_true (tnk_body_add_person (*body, "P1", "点検 太郎", tnk_body_get_department (*body, 1), roles));
  return tnk_pin_slip_new (*body, tnk_body_lookup_person (*body, "P1"), "48151623");
}

static void
test_holds (void)
{
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (TnkPinSlip) slip = make_slip (&body);

  g_assert_cmpstr (tnk_person_get_id (tnk_pin_slip_get_person (slip)), ==, "P1");
  g_assert_cmpstr (tnk_pin_slip_get_pin (slip), ==, "48151623");
}

/* A person whose body is gone would have no department to print. */
static void
test_keeps_department (void)
{
  TnkBody *body = NULL;
  TnkPinSlip *slip = make_slip (&body);
  gpointer seen = body;

  g_object_add_weak_pointer (G_OBJECT (body), &seen);
  g_object_unref (body);
  g_assert_cmpstr (tnk_department_get_id (tnk_person_get_department (tnk_pin_slip_get_person (slip))), ==, "d1");
  tnk_pin_slip_unref (slip);
  g_assert_null (seen);
}

/* The whole PIN, and only with the last reference. */
static void
test_wipes (void)
{
  g_autoptr (TnkBody) body = NULL;
  TnkPinSlip *slip = make_slip (&body);
  TnkPinSlip *copy = g_boxed_copy (TNK_TYPE_PIN_SLIP, slip);

  g_string_truncate (wiped, 0);
  tnk_pin_slip_unref (slip);
  g_assert_cmpstr (wiped->str, ==, "");
  g_assert_cmpstr (tnk_pin_slip_get_pin (copy), ==, "48151623");
  g_boxed_free (TNK_TYPE_PIN_SLIP, copy);
  g_assert_cmpstr (wiped->str, ==, "48151623");
}

static void
test_guards (void)
{
  tnk_test_expect_critical ();
  g_assert_null (tnk_pin_slip_ref (NULL));
  tnk_test_expect_critical ();
  tnk_pin_slip_unref (NULL);
  tnk_test_expect_critical ();
  g_assert_null (tnk_pin_slip_get_person (NULL));
  tnk_test_expect_critical ();
  g_assert_null (tnk_pin_slip_get_pin (NULL));
  g_test_assert_expected_messages ();
}

int
main (int argc,
      char **argv)
{
  int status;

  tnk_test_init (&argc, &argv);
  wiped = g_string_new (NULL);
  g_test_add_func ("/Tenken/PinSlip/holds", test_holds);
  g_test_add_func ("/Tenken/PinSlip/keeps-department", test_keeps_department);
  g_test_add_func ("/Tenken/PinSlip/wipes", test_wipes);
  g_test_add_func ("/Tenken/PinSlip/guards", test_guards);
  status = g_test_run ();
  g_string_free (wiped, TRUE);
  return status;
}
