/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-fold.h"
#include "tnk-test.h"

static void
assert_folds (const char *text,
              const char *expected)
{
  g_autofree char *folded = tnk_fold_text (text);

  g_assert_cmpstr (folded, ==, expected);
}

static void
test_fold (void)
{
  assert_folds ("ＩＣカード", "icかーど");
  assert_folds ("ｶｰﾄﾞ", "かーど");
  assert_folds ("パスワード", "ぱすわーど");
  assert_folds ("ヴァイオリン", "ゔぁいおりん");
  assert_folds ("USB メモリー", "usb めもりー");
  assert_folds ("①", "1");
  assert_folds ("５.４（３）", "5.4(3)");
  assert_folds ("", "");
  assert_folds ("漢字", "漢字");
  assert_folds ("\xff", "\xef\xbf\xbd");
}

static void
assert_matches (const char *text,
                const char *typed,
                gboolean expected)
{
  g_autofree char *folded = tnk_fold_text (text);

  g_test_message ("%s in %s", typed, text);
  g_assert_cmpint (tnk_fold_matches (folded, typed), ==, expected);
}

static void
test_matches (void)
{
  const char *text = "ログインに使うあなたのICカードなど 5.4 (1) ① 5.4-1-1-a";

  assert_matches (text, "", TRUE);
  assert_matches (text, "   ", TRUE);
  assert_matches (text, "かーど", TRUE);
  assert_matches (text, "ｶｰﾄﾞ", TRUE);
  assert_matches (text, "ic ログイン", TRUE);
  assert_matches (text, "ＩＣ　ろぐいん", TRUE);
  assert_matches (text, "ic パスワード", FALSE);
  assert_matches (text, "5.4-1-1-A", TRUE);
  assert_matches (text, "5.4-2", FALSE);
  assert_matches (text, "%n", FALSE);
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Fold/fold", test_fold);
  g_test_add_func ("/Tenken/Fold/matches", test_matches);
  return g_test_run ();
}
