/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-pin.h"

typedef struct
{
  const char *pin;
  const char *person_id;
  TnkPinFault fault;
} Case;

static const Case cases[] = {
  /* what can be taken */
  {"735914", NULL, TNK_PIN_FAULT_NONE},
  {"90817263", NULL, TNK_PIN_FAULT_NONE},
  {"804915273660", NULL, TNK_PIN_FAULT_NONE},
  {"4815162", NULL, TNK_PIN_FAULT_NONE},
  /* how many digits */
  {"", NULL, TNK_PIN_FAULT_LENGTH},
  {"7", NULL, TNK_PIN_FAULT_LENGTH},
  {"73591", NULL, TNK_PIN_FAULT_LENGTH},
  {"8049152736601", NULL, TNK_PIN_FAULT_LENGTH},
  /* digits and nothing else */
  {"73591a", NULL, TNK_PIN_FAULT_DIGITS},
  {"735 914", NULL, TNK_PIN_FAULT_DIGITS},
  {"735914\n", NULL, TNK_PIN_FAULT_DIGITS},
  {"-735914", NULL, TNK_PIN_FAULT_DIGITS},
  {"７３５９１４", NULL, TNK_PIN_FAULT_DIGITS},
  {"٧٣٥٩١٤", NULL, TNK_PIN_FAULT_DIGITS},
  {"\xff\xfe\xfd\xfc\xfb\xfa", NULL, TNK_PIN_FAULT_DIGITS},
  {"%n%n%n", NULL, TNK_PIN_FAULT_DIGITS},
  /* days, in every order in which people write them */
  {"19840229", NULL, TNK_PIN_FAULT_DATE},
  {"19830229", NULL, TNK_PIN_FAULT_NONE},
  {"18991231", NULL, TNK_PIN_FAULT_NONE},
  {"19000101", NULL, TNK_PIN_FAULT_DATE},
  {"21001231", NULL, TNK_PIN_FAULT_DATE},
  {"21010131", NULL, TNK_PIN_FAULT_NONE},
  {"29021984", NULL, TNK_PIN_FAULT_DATE},
  {"31122024", NULL, TNK_PIN_FAULT_DATE},
  {"12312024", NULL, TNK_PIN_FAULT_DATE},
  {"02291984", NULL, TNK_PIN_FAULT_DATE},
  {"13322024", NULL, TNK_PIN_FAULT_NONE},
  {"31122101", NULL, TNK_PIN_FAULT_NONE},
  {"730514", NULL, TNK_PIN_FAULT_DATE},
  {"000102", NULL, TNK_PIN_FAULT_DATE},
  {"850714", NULL, TNK_PIN_FAULT_DATE},
  {"140785", NULL, TNK_PIN_FAULT_DATE},
  {"071485", NULL, TNK_PIN_FAULT_DATE},
  {"290200", NULL, TNK_PIN_FAULT_DATE},
  {"310485", NULL, TNK_PIN_FAULT_NONE},
  {"003185", NULL, TNK_PIN_FAULT_NONE},
  /* an era is just digits */
  {"5080714", NULL, TNK_PIN_FAULT_NONE},
  /* digits of the staff number */
  {"730417", "P7304", TNK_PIN_FAULT_NUMBER},
  {"997304", "p-73-04", TNK_PIN_FAULT_NUMBER},
  {"240917", "2024091755", TNK_PIN_FAULT_NUMBER},
  {"609175", "2024091755", TNK_PIN_FAULT_NUMBER},
  {"73049981", "7304", TNK_PIN_FAULT_NUMBER},
  {"735914", "730", TNK_PIN_FAULT_NONE},
  {"735914", "P0735", TNK_PIN_FAULT_NONE},
  {"735914", "", TNK_PIN_FAULT_NONE},
  {"735914", "職員", TNK_PIN_FAULT_NONE},
  /* patterns */
  {"000000", NULL, TNK_PIN_FAULT_PATTERN},
  {"777777777777", NULL, TNK_PIN_FAULT_PATTERN},
  {"123456", NULL, TNK_PIN_FAULT_PATTERN},
  {"987654", NULL, TNK_PIN_FAULT_PATTERN},
  {"678901", NULL, TNK_PIN_FAULT_PATTERN},
  {"210987", NULL, TNK_PIN_FAULT_PATTERN},
  {"3456789", NULL, TNK_PIN_FAULT_PATTERN},
  {"474747", NULL, TNK_PIN_FAULT_PATTERN},
  {"4747474", NULL, TNK_PIN_FAULT_PATTERN},
  {"739739", NULL, TNK_PIN_FAULT_PATTERN},
  {"739739739", NULL, TNK_PIN_FAULT_PATTERN},
  {"73917391", NULL, TNK_PIN_FAULT_NONE},
  {"123457", NULL, TNK_PIN_FAULT_NONE},
  {"739738", NULL, TNK_PIN_FAULT_NONE},
};

static void
test_rule (void)
{
  g_assert_cmpuint (G_N_ELEMENTS (cases), >=, 40);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    TnkPinFault fault = tnk_pin_check (cases[i].pin, cases[i].person_id);

    if (fault == cases[i].fault)
      continue;
    g_test_message ("“%s” of “%s”: %d, not %d", cases[i].pin, cases[i].person_id, fault, cases[i].fault);
    g_test_fail ();
  }
}

/* The rule must leave most PINs to choose from. */
static void
test_room (void)
{
  guint n = 0, taken = 0;

  for (guint i = 0; i < 1000000; i += 7, n++) {
    g_autofree char *pin = g_strdup_printf ("%06u", i);
    taken += tnk_pin_check (pin, "P20240917") == TNK_PIN_FAULT_NONE;
  }
  g_test_message ("%u of %u", taken, n);
  g_assert_cmpuint (taken * 100, >, n * 85);
}

static void
test_guard (void)
{
  tnk_test_expect_critical ();
  g_assert_cmpint (tnk_pin_check (NULL, NULL), !=, TNK_PIN_FAULT_NONE);
  g_test_assert_expected_messages ();
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Pin/rule", test_rule);
  g_test_add_func ("/Tenken/Pin/room", test_room);
  g_test_add_func ("/Tenken/Pin/guard", test_guard);
  return g_test_run ();
}
