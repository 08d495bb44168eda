/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-text.h"

static void
test_languages (void)
{
  g_autoptr (TnkText) text = tnk_text_new ("点検", "Check");

  g_assert_cmpstr (tnk_text_get (text, "ja"), ==, "点検");
  g_assert_cmpstr (tnk_text_get (text, "ja_JP.UTF-8"), ==, "点検");
  g_assert_cmpstr (tnk_text_get (text, "en"), ==, "Check");
  g_assert_cmpstr (tnk_text_get (text, "en_GB.UTF-8"), ==, "Check");
  g_assert_true (tnk_text_has (text, "ja"));
  g_assert_true (tnk_text_has (text, "en"));
  g_assert_false (tnk_text_has (text, "fr"));
}

static void
test_fallback (void)
{
  g_autoptr (TnkText) both = tnk_text_new ("点検", "Check");
  g_autoptr (TnkText) japanese = tnk_text_new ("点検", NULL);

  g_assert_cmpstr (tnk_text_get (both, NULL), ==, "点検");
  g_assert_cmpstr (tnk_text_get (both, ""), ==, "点検");
  g_assert_cmpstr (tnk_text_get (both, "fr"), ==, "点検");
  g_assert_cmpstr (tnk_text_get (japanese, "en"), ==, "点検");
  g_assert_true (tnk_text_has (japanese, "ja"));
  g_assert_false (tnk_text_has (japanese, "en"));
}

static void
test_equal (void)
{
  g_autoptr (TnkText) a = tnk_text_new ("点検", "Check");
  g_autoptr (TnkText) same = tnk_text_new ("点検", "Check");
  g_autoptr (TnkText) other_ja = tnk_text_new ("監査", "Check");
  g_autoptr (TnkText) other_en = tnk_text_new ("点検", "Audit");
  g_autoptr (TnkText) no_en = tnk_text_new ("点検", NULL);
  g_autoptr (TnkText) no_en_either = tnk_text_new ("点検", NULL);

  g_assert_true (tnk_text_equal (a, a));
  g_assert_true (tnk_text_equal (a, same));
  g_assert_false (tnk_text_equal (a, other_ja));
  g_assert_false (tnk_text_equal (a, other_en));
  g_assert_false (tnk_text_equal (a, no_en));
  g_assert_false (tnk_text_equal (no_en, a));
  g_assert_true (tnk_text_equal (no_en, no_en_either));
  g_assert_true (tnk_text_equal (NULL, NULL));
  g_assert_false (tnk_text_equal (a, NULL));
  g_assert_false (tnk_text_equal (NULL, a));
}

static void
test_copies_its_arguments (void)
{
  char ja[] = "ab";
  g_autoptr (TnkText) text = tnk_text_new (ja, ja);

  ja[0] = 'x';
  g_assert_cmpstr (tnk_text_get (text, "ja"), ==, "ab");
  g_assert_cmpstr (tnk_text_get (text, "en"), ==, "ab");
}

static void
test_boxed (void)
{
  TnkText *text = tnk_text_new ("点検", NULL);
  TnkText *copy = g_boxed_copy (TNK_TYPE_TEXT, text);

  g_assert_true (copy == text);
  tnk_text_unref (text);
  g_assert_cmpstr (tnk_text_get (copy, "ja"), ==, "点検");
  g_boxed_free (TNK_TYPE_TEXT, copy);
}

static void
test_guards (void)
{
  g_autoptr (TnkText) text = tnk_text_new ("点検", NULL);

  tnk_test_expect_critical ();
  g_assert_null (tnk_text_new (NULL, "Check"));
  tnk_test_expect_critical ();
  g_assert_null (tnk_text_ref (NULL));
  tnk_test_expect_critical ();
  tnk_text_unref (NULL);
  tnk_test_expect_critical ();
  g_assert_cmpstr (tnk_text_get (NULL, "ja"), ==, "");
  tnk_test_expect_critical ();
  g_assert_false (tnk_text_has (text, NULL));
  g_test_assert_expected_messages ();
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Text/languages", test_languages);
  g_test_add_func ("/Tenken/Text/fallback", test_fallback);
  g_test_add_func ("/Tenken/Text/equal", test_equal);
  g_test_add_func ("/Tenken/Text/copies-its-arguments", test_copies_its_arguments);
  g_test_add_func ("/Tenken/Text/boxed", test_boxed);
  g_test_add_func ("/Tenken/Text/guards", test_guards);
  return g_test_run ();
}
