/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-check-words-private.h"
#include "tnk-test.h"

static void
test_words (void)
{
  static const struct
  {
    const char *typed;
    TnkAnswerValue value;
  } words[] = {
    {"実施済み", TNK_ANSWER_VALUE_IMPLEMENTED},
    {" 実施済　", TNK_ANSWER_VALUE_IMPLEMENTED},
    {"✓ 実施済み", TNK_ANSWER_VALUE_IMPLEMENTED},
    {"implemented", TNK_ANSWER_VALUE_IMPLEMENTED},
    {"Ｉｍｐｌｅｍｅｎｔｅｄ", TNK_ANSWER_VALUE_IMPLEMENTED},
    {"一部実施", TNK_ANSWER_VALUE_PARTIAL},
    {"PARTIAL", TNK_ANSWER_VALUE_PARTIAL},
    {"Partially implemented", TNK_ANSWER_VALUE_PARTIAL},
    {"未実施", TNK_ANSWER_VALUE_NOT_IMPLEMENTED},
    {"not_implemented", TNK_ANSWER_VALUE_NOT_IMPLEMENTED},
    {"Not　implemented", TNK_ANSWER_VALUE_NOT_IMPLEMENTED},
    {"対象外", TNK_ANSWER_VALUE_NOT_APPLICABLE},
    {"n/a", TNK_ANSWER_VALUE_NOT_APPLICABLE},
    {"Not applicable", TNK_ANSWER_VALUE_NOT_APPLICABLE},
    {"例外措置", TNK_ANSWER_VALUE_EXCEPTED},
    {"⚑ 例外措置", TNK_ANSWER_VALUE_EXCEPTED},
    {"excepted", TNK_ANSWER_VALUE_EXCEPTED},
  };
  static const char *const others[] = {"", "○", "1", "はい", "未", "実施", "未回答", "unanswered", "not", "実施済み？一部実施", "implementedx"};
  TnkAnswerValue value;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_assert_true (tnk_check_answer_parse (words[i].typed, &value));
    g_assert_cmpint (value, ==, words[i].value);
  }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (tnk_check_answer_parse (others[i], &value));
}

/* What the list offers must be understood, and be in the order of the values. */
static void
test_lists (void)
{
  static const char *const languages[] = {"ja", "en", "en_GB.UTF-8", NULL};

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++) {
    const char *const *words = tnk_check_answer_words (languages[l]);
    TnkAnswerValue value;

    g_assert_cmpuint (g_strv_length ((char **) words), ==, TNK_N_ANSWER_VALUES - 1);
    for (guint i = 0; words[i] != NULL; i++) {
      g_assert_true (tnk_check_answer_parse (words[i], &value));
      g_assert_cmpint (value, ==, TNK_ANSWER_VALUE_IMPLEMENTED + i);
    }
  }
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/CheckWords/words", test_words);
  g_test_add_func ("/Tenken/CheckWords/lists", test_lists);
  return g_test_run ();
}
