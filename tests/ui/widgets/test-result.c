/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>

#include "tenken-result.h"

#define N_STAFF 77

/* A round in memory; nothing of it is stored, so nobody needs to be signed in. */
static TenkenRound *
round_of (const char *roles,
          gboolean adopts)
{
  g_autofree char *path = g_build_filename (g_getenv ("TENKEN_DATA_DIR"), "catalogs", "mic-2020.json", NULL);
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_file (path, NULL, NULL);
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (TnkSession) session = g_object_new (TNK_TYPE_SESSION, NULL);
  g_auto (GStrv) ids = g_strsplit (roles, ";", -1);

  g_assert_nonnull (catalog);
  campaign = tnk_campaign_new ("2026", catalog);
  if (adopts)
    tnk_campaign_adopt_all (campaign);
  tnk_campaign_set_asks_informed (campaign, TRUE);
  tnk_campaign_set_state (campaign, TNK_CAMPAIGN_STATE_OPEN);
  questionnaire = tnk_questionnaire_new (campaign, "p1", (const char *const *) ids);
  return tenken_round_new (session, questionnaire);
}

static void
answer (TenkenRound *round,
        guint step,
        TnkAnswerValue value)
{
  gboolean set = tnk_questionnaire_set_answer (tenken_round_get_questionnaire (round), tenken_round_get_item (round, step),
                                               value, value == TNK_ANSWER_VALUE_NOT_APPLICABLE ? "none" : NULL, FALSE, NULL);

  g_assert_true (set);
}

static void
answer_all (TenkenRound *round,
            TnkAnswerValue value)
{
  for (guint step = 0; step < tenken_round_get_n_steps (round); step++)
    answer (round, step, value);
}

static void
answer_part (TenkenRound *round,
             guint part,
             TnkAnswerValue value)
{
  const TenkenPart *steps = tenken_round_get_part (round, part);

  for (guint step = steps->first; step < steps->first + steps->n; step++)
    answer (round, step, value);
}

/* --- weak --- */

static void
test_weak_empty (void)
{
  g_autoptr (TenkenRound) round = round_of ("staff", FALSE);
  g_autoptr (GArray) none = tenken_result_list_weak (round);
  g_autoptr (GArray) good = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  answer_all (round, TNK_ANSWER_VALUE_IMPLEMENTED);
  good = tenken_result_list_weak (round);
  g_assert_cmpuint (good->len, ==, 0);
}

static void
test_weak_unscored (void)
{
  g_autoptr (TenkenRound) round = round_of ("staff", FALSE);
  g_autoptr (GArray) steps = NULL;

  g_assert_cmpuint (tenken_round_get_n_steps (round), >, N_STAFF);
  answer_all (round, TNK_ANSWER_VALUE_NOT_IMPLEMENTED);
  steps = tenken_result_list_weak (round);
  g_assert_cmpuint (steps->len, ==, N_STAFF);
  for (guint i = 0; i < steps->len; i++)
    g_assert_true (tenken_round_is_scored (round, g_array_index (steps, guint, i)));
}

/* Not implemented before partial, required before recommended, heavy before light, early before late. */
static void
test_weak_order (void)
{
  g_autoptr (TenkenRound) round = round_of ("staff;manager;system-manager", TRUE);
  g_autoptr (GArray) steps = NULL;
  guint n_recommended = 0;

  for (guint step = 0; step < tenken_round_get_n_steps (round); step++)
    answer (round, step, step % 3 == 0 ? TNK_ANSWER_VALUE_PARTIAL : TNK_ANSWER_VALUE_NOT_IMPLEMENTED);
  steps = tenken_result_list_weak (round);
  g_assert_cmpuint (steps->len, >, 100);
  for (guint i = 1; i < steps->len; i++) {
    guint first = g_array_index (steps, guint, i - 1), second = g_array_index (steps, guint, i);
    TnkControl *one = tnk_duty_get_control (tenken_round_get_duty (round, first));
    TnkControl *other = tnk_duty_get_control (tenken_round_get_duty (round, second));

    n_recommended += tnk_control_get_level (other) == TNK_LEVEL_RECOMMENDED;
    g_assert_cmpuint (tenken_round_get_answer (round, first), >=, tenken_round_get_answer (round, second));
    if (tenken_round_get_answer (round, first) != tenken_round_get_answer (round, second))
      continue;
    g_assert_cmpuint (tnk_control_get_level (one), <=, tnk_control_get_level (other));
    if (tnk_control_get_level (one) != tnk_control_get_level (other))
      continue;
    g_assert_cmpuint (tnk_control_get_weight (one), >=, tnk_control_get_weight (other));
    if (tnk_control_get_weight (one) == tnk_control_get_weight (other))
      g_assert_cmpuint (first, <, second);
  }
  g_assert_cmpuint (n_recommended, >, 0);
}

/* --- strong --- */

static void
assert_strong (TenkenRound *round,
               guint most,
               const guint *parts,
               guint n)
{
  g_autoptr (GArray) points = tenken_result_list_strong (round, most);

  g_assert_cmpuint (points->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_true (g_array_index (points, TenkenStrongPoint, i).section == tenken_round_get_part (round, parts[i])->section);
}

static void
test_strong (void)
{
  g_autoptr (TenkenRound) round = round_of ("staff", FALSE);
  const TenkenPart *last = tenken_round_get_part (round, 2);

  assert_strong (round, 3, NULL, 0);
  answer_part (round, 0, TNK_ANSWER_VALUE_NOT_APPLICABLE);
  answer_part (round, 1, TNK_ANSWER_VALUE_NOT_IMPLEMENTED);
  assert_strong (round, 3, NULL, 0);
  /* More questions are more. */
  answer_part (round, 1, TNK_ANSWER_VALUE_IMPLEMENTED);
  answer_part (round, 2, TNK_ANSWER_VALUE_IMPLEMENTED);
  g_assert_cmpuint (last->n, >, tenken_round_get_part (round, 1)->n);
  assert_strong (round, 3, (guint[]){2, 1}, 2);
  assert_strong (round, 1, (guint[]){2}, 1);
  /* What is full goes before what is nearly so, and is more. */
  answer_part (round, 0, TNK_ANSWER_VALUE_IMPLEMENTED);
  answer (round, 0, TNK_ANSWER_VALUE_PARTIAL);
  assert_strong (round, 3, (guint[]){2, 1, 0}, 3);
  /* What is better than the last time goes before what was good already. */
  tnk_questionnaire_set_previous (tenken_round_get_questionnaire (round),
                                  tenken_round_get_item (round, tenken_round_get_part (round, 1)->first),
                                  TNK_ANSWER_VALUE_NOT_IMPLEMENTED, NULL);
  assert_strong (round, 3, (guint[]){1, 2, 0}, 3);
}

/* Below four of five nothing is strong. */
static void
test_strong_share (void)
{
  g_autoptr (TenkenRound) round = round_of ("staff", FALSE);
  const TenkenPart *part = tenken_round_get_part (round, 0);

  g_assert_cmpuint (part->n, ==, 18);
  answer_part (round, 0, TNK_ANSWER_VALUE_IMPLEMENTED);
  for (guint i = 0; i < 3; i++)
    answer (round, part->first + i, TNK_ANSWER_VALUE_PARTIAL);
  assert_strong (round, 3, (guint[]){0}, 1);
  answer (round, part->first + 3, TNK_ANSWER_VALUE_PARTIAL);
  assert_strong (round, 3, NULL, 0);
}

/* --- chapters --- */

static void
test_chapters (void)
{
  g_autoptr (TenkenRound) round = round_of ("staff", FALSE);
  g_autoptr (GArray) empty = tenken_result_list_chapters (round);
  g_autoptr (GArray) chapters = NULL;
  const TenkenChapterResult *first;

  /* Chapters 1 and 3 ask nothing of staff. */
  g_assert_cmpuint (empty->len, ==, 7);
  first = &g_array_index (empty, TenkenChapterResult, 0);
  g_assert_cmpstr (tnk_chapter_get_id (first->chapter), ==, "2");
  g_assert_true (isnan (first->now) && isnan (first->before));
  g_assert_cmpuint (first->n_counted, ==, 0);
  g_assert_cmpuint (first->n_asked, ==, 18);

  answer_part (round, 0, TNK_ANSWER_VALUE_PARTIAL);
  answer (round, 0, TNK_ANSWER_VALUE_NOT_APPLICABLE);
  tnk_questionnaire_set_previous (tenken_round_get_questionnaire (round), tenken_round_get_item (round, 0),
                                  TNK_ANSWER_VALUE_IMPLEMENTED, NULL);
  chapters = tenken_result_list_chapters (round);
  first = &g_array_index (chapters, TenkenChapterResult, 0);
  g_assert_cmpfloat (first->now, ==, 50);
  g_assert_cmpfloat (first->before, ==, 100);
  g_assert_cmpuint (first->n_counted, ==, 17);
  g_assert_cmpuint (first->n_asked, ==, 18);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/Tenken/Result/weak-empty", test_weak_empty);
  g_test_add_func ("/Tenken/Result/weak-unscored", test_weak_unscored);
  g_test_add_func ("/Tenken/Result/weak-order", test_weak_order);
  g_test_add_func ("/Tenken/Result/strong", test_strong);
  g_test_add_func ("/Tenken/Result/strong-share", test_strong_share);
  g_test_add_func ("/Tenken/Result/chapters", test_chapters);
  return g_test_run ();
}
