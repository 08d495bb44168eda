/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tenken-language.h"

static void
assert_speaks (const char *language,
               const char *expected)
{
  tenken_language_set (language);
  g_assert_cmpstr (tenken_language_get (), ==, language);
  g_assert_cmpstr (_ ("Next"), ==, expected);
  /* As templates ask. */
  g_assert_cmpstr (g_dgettext (GETTEXT_PACKAGE, "Next"), ==, expected);
}

/* One person after the other, each in another language. */
static void
test_switch (void)
{
  assert_speaks ("en", "Next");
  assert_speaks ("ja", "次へ");
  assert_speaks ("en", "Next");
  assert_speaks ("ja", "次へ");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  g_test_add_func ("/Tenken/Language/switch", test_switch);
  return g_test_run ();
}
