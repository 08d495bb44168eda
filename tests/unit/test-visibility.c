/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-campaign.h"
#include "tnk-test.h"

static void
test_words (void)
{
  TnkVisibility visibility = TNK_VISIBILITY_NAMES;

  g_assert_cmpstr (tnk_visibility_to_string (TNK_VISIBILITY_NAMES), ==, "names");
  g_assert_cmpstr (tnk_visibility_to_string (TNK_VISIBILITY_COUNTS), ==, "counts");
  g_assert_true (tnk_visibility_from_string ("counts", &visibility));
  g_assert_cmpint (visibility, ==, TNK_VISIBILITY_COUNTS);
  g_assert_false (tnk_visibility_from_string ("Names", &visibility));
  g_assert_cmpint (visibility, ==, TNK_VISIBILITY_COUNTS);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Visibility/words", test_words);
  return g_test_run ();
}
