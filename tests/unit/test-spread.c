/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-error.h"
#include "tnk-spread-private.h"

static TnkSpread *
sample (void)
{
  TnkSpread *spread = tnk_spread_new ("d2");

  g_assert_true (tnk_spread_set (spread, TNK_SPREAD_FIELD_QUESTION, "同じことはありますか", NULL));
  g_assert_true (tnk_spread_set (spread, TNK_SPREAD_FIELD_DUE, "2026-03-31", NULL));
  return spread;
}

static void
test_question (void)
{
  g_autoptr (TnkSpread) spread = tnk_spread_new ("d2");
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_spread_check (spread, &error));
  tnk_test_assert_line (error->message, "", "question");
  g_clear_error (&error);
  g_assert_true (tnk_spread_set (spread, TNK_SPREAD_FIELD_QUESTION, "同じことはありますか", NULL));
  g_assert_false (tnk_spread_check (spread, &error));
  tnk_test_assert_line (error->message, "", "day until which");
  g_assert_true (tnk_spread_set (spread, TNK_SPREAD_FIELD_DUE, "2026-03-31", NULL));
  g_assert_true (tnk_spread_check (spread, NULL));
  g_assert_true (tnk_spread_is_overdue (spread, "2026-04-01"));
  g_assert_false (tnk_spread_is_overdue (spread, "2026-03-31"));
}

static const struct
{
  TnkSpreadAnswer answer;
  const char *text, *action, *due, *words;
} answers[] = {
  {TNK_SPREAD_ANSWER_OPEN, "x", "", "", "choose one"},
  {TNK_SPREAD_ANSWER_NONE, "", "", "", "text"},
  {TNK_SPREAD_ANSWER_NONE, "x", "", "", NULL},
  {TNK_SPREAD_ANSWER_NOT_APPLICABLE, "x", "", "", NULL},
  {TNK_SPREAD_ANSWER_SAME, "x", "", "", "improvement action"},
  {TNK_SPREAD_ANSWER_SAME, "x", "y", "", "day of the improvement action"},
  {TNK_SPREAD_ANSWER_SAME, "x", "y", "later", "no day"},
  {TNK_SPREAD_ANSWER_SAME, "x", "y", "2026-05-01", NULL},
};

static void
test_answer (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (TnkSpread) spread = sample ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (tnk_spread_answer (spread, answers[i].answer, answers[i].text, answers[i].action, answers[i].due, "p2", &error), ==,
                   answers[i].words == NULL);
  if (answers[i].words != NULL) {
    tnk_test_assert_line (error->message, "", answers[i].words);
    return;
  }
  g_assert_cmpint (tnk_spread_get_answer (spread), ==, answers[i].answer);
  g_assert_cmpstr (tnk_spread_get (spread, TNK_SPREAD_FIELD_ANSWERED_BY), ==, "p2");
  g_assert_false (tnk_spread_is_overdue (spread, "2999-01-01"));
}

/* An answer that is given anew is answered anew. */
static void
test_again (void)
{
  g_autoptr (TnkSpread) spread = sample (), copy = NULL;

  tnk_spread_set_stored (spread, 2, "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z", TNK_SPREAD_ANSWER_NONE);
  copy = tnk_spread_copy (spread);
  g_assert_cmpstr (tnk_spread_get_answered_at (copy), ==, "2026-03-01T00:00:00Z");
  g_assert_cmpuint (tnk_spread_get_revision (copy), ==, 2);
  g_assert_true (tnk_spread_answer (copy, TNK_SPREAD_ANSWER_NOT_APPLICABLE, "x", "", "", "p2", NULL));
  g_assert_null (tnk_spread_get_answered_at (copy));
  g_assert_cmpstr (tnk_spread_get_asked_at (copy), ==, "2026-02-01T00:00:00Z");
  g_assert_finalize_object (g_steal_pointer (&copy));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Spread/question", test_question);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/Spread/answer/%u", i);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_answer);
  }
  g_test_add_func ("/Tenken/Spread/again", test_again);
  return g_test_run ();
}
