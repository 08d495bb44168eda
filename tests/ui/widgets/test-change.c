/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>

#include "tenken-change.h"
#include "tenken-language.h"

static void
assert_change (double now,
               double before,
               const char *written,
               const char *said)
{
  double change = tenken_change_between (now, before);
  g_autofree char *text = tenken_change_write (change), *words = tenken_change_say (change);

  g_assert_cmpstr (text, ==, written);
  g_assert_cmpstr (words, ==, said);
}

static void
test_change (void)
{
  assert_change (72.5, 70.2, "▲ +2.3", "2.3 more than last time");
  assert_change (70.2, 72.5, "▼ −2.3", "2.3 less than last time");
  assert_change (70, 70, "± 0.0", "as last time");
  /* The difference of what is shown, 72.5 and 72.5, not of what is behind it. */
  assert_change (72.46, 72.54, "± 0.0", "as last time");
  assert_change (NAN, 70, "–", "nothing to compare with");
  assert_change (70, NAN, "–", "nothing to compare with");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  g_test_add_func ("/Tenken/Change/change", test_change);
  return g_test_run ();
}
