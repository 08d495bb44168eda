/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-strings-private.h"

static void
test_blank (void)
{
  g_assert_true (tnk_is_blank (NULL));
  g_assert_true (tnk_is_blank (""));
  g_assert_true (tnk_is_blank (" \t\r\n　\u00a0"));
  g_assert_false (tnk_is_blank ("　x"));
  g_assert_false (tnk_is_blank ("。"));
}

static void
test_strip (void)
{
  static const char *const pairs[][2] = {
    {"", ""}, {" 　\t", ""}, {"a", "a"}, {"　a　", "a"}, {" a b　c \n", "a b　c"}, {"山田　太郎", "山田　太郎"}};

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *text = tnk_strip (pairs[i][0]);
    g_assert_cmpstr (text, ==, pairs[i][1]);
  }
}

/* What came out of a file goes to a terminal: no line end, nothing that the terminal obeys, nothing but UTF-8. */
static void
test_one_line (void)
{
  static const char *const pairs[][2] = {
    {"", ""},
    {"表 b", "表 b"},
    {"a\nb\r\nc\td", "a b  c d"},
    {"\x1b[31m", "\xef\xbf\xbd[31m"},
    {"1\xc2\x85 2\x7f", "1\xef\xbf\xbd 2\xef\xbf\xbd"},
  };
  g_autofree char *damaged = tnk_one_line ("a\x8e\x52");

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *text = tnk_one_line (pairs[i][0]);
    g_assert_cmpstr (text, ==, pairs[i][1]);
  }
  g_assert_true (g_utf8_validate (damaged, -1, NULL));
}

static void
test_set (void)
{
  g_autofree char *place = NULL;

  tnk_set_string (&place, "abc");
  g_assert_cmpstr (place, ==, "abc");
  tnk_set_string (&place, place);
  g_assert_cmpstr (place, ==, "abc");
  tnk_set_string (&place, place + 1);
  g_assert_cmpstr (place, ==, "bc");
  tnk_set_string (&place, NULL);
  g_assert_null (place);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Strings/blank", test_blank);
  g_test_add_func ("/Tenken/Strings/strip", test_strip);
  g_test_add_func ("/Tenken/Strings/one-line", test_one_line);
  g_test_add_func ("/Tenken/Strings/set", test_set);
  return g_test_run ();
}
