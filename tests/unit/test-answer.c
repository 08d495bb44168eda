/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-answer.h"
#include "tnk-error.h"

static void
assert_answer (TnkAnswerValue value,
               const char *comment,
               gboolean has_exception,
               int code)
{
  g_autoptr (GError) error = NULL;
  gboolean stands = tnk_answer_check (value, comment, has_exception, &error);

  g_assert_cmpint (stands, ==, code < 0);
  if (code < 0) {
    g_assert_no_error (error);
    return;
  }
  g_assert_error (error, TNK_ERROR, code);
  tnk_test_assert_line (error != NULL ? error->message : NULL, "", "");
}

static void
test_answer_check (void)
{
  static const char *const blanks[] = {NULL, "", " ", "　", "\t\n 　"};

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++) {
    assert_answer (TNK_ANSWER_VALUE_UNANSWERED, blanks[i], FALSE, -1);
    assert_answer (TNK_ANSWER_VALUE_IMPLEMENTED, blanks[i], FALSE, -1);
    assert_answer (TNK_ANSWER_VALUE_PARTIAL, blanks[i], FALSE, -1);
    assert_answer (TNK_ANSWER_VALUE_NOT_IMPLEMENTED, blanks[i], FALSE, -1);
    /* not applicable needs a reason, an exception is none */
    assert_answer (TNK_ANSWER_VALUE_NOT_APPLICABLE, blanks[i], FALSE, TNK_ERROR_INVALID);
    assert_answer (TNK_ANSWER_VALUE_NOT_APPLICABLE, blanks[i], TRUE, TNK_ERROR_INVALID);
    /* excepted needs an exception, a comment is none */
    assert_answer (TNK_ANSWER_VALUE_EXCEPTED, blanks[i], FALSE, TNK_ERROR_REFUSED);
    assert_answer (TNK_ANSWER_VALUE_EXCEPTED, blanks[i], TRUE, -1);
  }
  assert_answer (TNK_ANSWER_VALUE_NOT_APPLICABLE, "端末がない", FALSE, -1);
  assert_answer (TNK_ANSWER_VALUE_EXCEPTED, "承認済み", FALSE, TNK_ERROR_REFUSED);
}

static void
test_answer_comment (void)
{
  g_autoptr (GString) comment = g_string_new (NULL);

  for (guint i = 0; i < 4000; i++)
    g_string_append (comment, "点");
  assert_answer (TNK_ANSWER_VALUE_PARTIAL, comment->str, FALSE, -1);
  g_string_append (comment, "検");
  assert_answer (TNK_ANSWER_VALUE_PARTIAL, comment->str, FALSE, TNK_ERROR_INVALID);
  assert_answer (TNK_ANSWER_VALUE_PARTIAL, "\x8e\x52", FALSE, TNK_ERROR_INVALID);
  assert_answer (TNK_ANSWER_VALUE_NOT_APPLICABLE, "\xff", FALSE, TNK_ERROR_INVALID);
}

/* A number that is no answer must not get into the counts. */
static void
test_answer_unknown (void)
{
  assert_answer (TNK_N_ANSWER_VALUES, NULL, FALSE, TNK_ERROR_INVALID);
  assert_answer (-1, "x", TRUE, TNK_ERROR_INVALID);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Answer/check", test_answer_check);
  g_test_add_func ("/Tenken/Answer/comment", test_answer_comment);
  g_test_add_func ("/Tenken/Answer/unknown", test_answer_unknown);
  return g_test_run ();
}
