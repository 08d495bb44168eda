/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-error.h"
#include "tnk-mark.h"

static void
test_words (void)
{
  static const char *const words[] = {"none", "responsible", "informed", "permits", "approves"};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    TnkMark mark = 99;
    g_assert_cmpstr (tnk_mark_to_string (i), ==, words[i]);
    g_assert_true (tnk_mark_from_string (words[i], &mark));
    g_assert_cmpuint (mark, ==, i);
  }
}

static void
test_unknown_words (void)
{
  static const char *const words[] = {"", "Responsible", "responsible ", "○", "0", "resp"};
  TnkMark mark = TNK_MARK_PERMITS;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_false (tnk_mark_from_string (words[i], &mark));
  g_assert_cmpuint (mark, ==, TNK_MARK_PERMITS);
}

static void
test_symbols (void)
{
  g_assert_cmpstr (tnk_mark_to_symbol (TNK_MARK_NONE), ==, "");
  g_assert_cmpstr (tnk_mark_to_symbol (TNK_MARK_RESPONSIBLE), ==, "○");
  g_assert_cmpstr (tnk_mark_to_symbol (TNK_MARK_INFORMED), ==, "△");
  g_assert_cmpstr (tnk_mark_to_symbol (TNK_MARK_PERMITS), ==, "許");
  g_assert_cmpstr (tnk_mark_to_symbol (TNK_MARK_APPROVES), ==, "承");
}

static void
test_scored (void)
{
  g_assert_false (tnk_mark_is_scored (TNK_MARK_NONE));
  g_assert_true (tnk_mark_is_scored (TNK_MARK_RESPONSIBLE));
  g_assert_false (tnk_mark_is_scored (TNK_MARK_INFORMED));
  g_assert_true (tnk_mark_is_scored (TNK_MARK_PERMITS));
  g_assert_true (tnk_mark_is_scored (TNK_MARK_APPROVES));
}

static void
test_levels (void)
{
  TnkLevel level = 99;

  g_assert_cmpstr (tnk_level_to_string (TNK_LEVEL_REQUIRED), ==, "required");
  g_assert_cmpstr (tnk_level_to_string (TNK_LEVEL_RECOMMENDED), ==, "recommended");
  g_assert_true (tnk_level_from_string ("recommended", &level));
  g_assert_cmpuint (level, ==, TNK_LEVEL_RECOMMENDED);
  g_assert_false (tnk_level_from_string ("optional", &level));
}

static void
test_kinds (void)
{
  for (guint i = TNK_QUESTION_KIND_SCALE; i <= TNK_QUESTION_KIND_LONG_TEXT; i++) {
    TnkQuestionKind kind = 99;
    g_assert_true (tnk_question_kind_from_string (tnk_question_kind_to_string (i), &kind));
    g_assert_cmpuint (kind, ==, i);
  }
  g_assert_cmpstr (tnk_question_kind_to_string (TNK_QUESTION_KIND_SHORT_TEXT), ==, "short-text");
}

static void
test_answers (void)
{
  static const char *const words[] = {
    "unanswered", "implemented", "partial", "not_implemented", "not_applicable", "excepted"};
  TnkAnswerValue value = 99;

  g_assert_cmpuint (G_N_ELEMENTS (words), ==, TNK_N_ANSWER_VALUES);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_assert_cmpstr (tnk_answer_value_to_string (i), ==, words[i]);
    g_assert_true (tnk_answer_value_from_string (words[i], &value));
    g_assert_cmpuint (value, ==, i);
  }
  g_assert_false (tnk_answer_value_from_string ("not-implemented", &value));
}

static void
test_guards (void)
{
  TnkMark mark;

  tnk_test_expect_critical ();
  g_assert_null (tnk_mark_to_string (5));
  tnk_test_expect_critical ();
  g_assert_null (tnk_mark_to_symbol (-1));
  tnk_test_expect_critical ();
  g_assert_false (tnk_mark_from_string (NULL, &mark));
  tnk_test_expect_critical ();
  g_assert_false (tnk_mark_from_string ("none", NULL));
  tnk_test_expect_critical ();
  g_assert_null (tnk_answer_value_to_string (TNK_N_ANSWER_VALUES));
  g_test_assert_expected_messages ();
}

static void
test_error_domain (void)
{
  g_assert_cmpstr (g_quark_to_string (TNK_ERROR), ==, "tnk-error-quark");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Mark/words", test_words);
  g_test_add_func ("/Tenken/Mark/unknown-words", test_unknown_words);
  g_test_add_func ("/Tenken/Mark/symbols", test_symbols);
  g_test_add_func ("/Tenken/Mark/scored", test_scored);
  g_test_add_func ("/Tenken/Mark/guards", test_guards);
  g_test_add_func ("/Tenken/Level/words", test_levels);
  g_test_add_func ("/Tenken/QuestionKind/words", test_kinds);
  g_test_add_func ("/Tenken/AnswerValue/words", test_answers);
  g_test_add_func ("/Tenken/Error/domain", test_error_domain);
  return g_test_run ();
}
