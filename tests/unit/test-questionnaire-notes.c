/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-questionnaire.h"

/* 1.1-2, 2.1-1 and 2.1-2.1 of the small catalog. */
static TnkQuestionnaire *
make (TnkCampaignState state)
{
  static const char *const roles[] = {"staff", NULL};
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new ("2026", catalog);

  tnk_campaign_set_state (campaign, state);
  return tnk_questionnaire_new (campaign, "p1", roles);
}

static void
test_empty (void)
{
  TnkQuestionnaire *self = make (TNK_CAMPAIGN_STATE_OPEN);

  for (guint i = 0; i < 3; i++) {
    g_assert_null (tnk_questionnaire_get_evidence (self, i));
    g_assert_false (tnk_questionnaire_get_flagged (self, i));
    g_assert_cmpint (tnk_questionnaire_get_previous (self, i), ==, TNK_ANSWER_VALUE_UNANSWERED);
    g_assert_null (tnk_questionnaire_get_previous_comment (self, i));
    g_assert_cmpint (tnk_questionnaire_get_carry (self, i), ==, TNK_CARRY_NONE);
    g_assert_false (tnk_questionnaire_may_except (self, i));
    g_assert_null (tnk_questionnaire_get_promise (self, i));
  }
  g_assert_cmpint (tnk_questionnaire_get_place (self), ==, -1);
  g_assert_null (tnk_questionnaire_get_remark (self));
  g_assert_cmpuint (tnk_questionnaire_count_answered (self), ==, 0);
  g_assert_finalize_object (self);
}

/* Each item keeps its own. */
static void
test_set (void)
{
  TnkQuestionnaire *self = make (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_questionnaire_set_evidence (self, 1, "棚の3段目\n<b>", &error));
  g_assert_no_error (error);
  tnk_questionnaire_set_flagged (self, 1, TRUE);
  tnk_questionnaire_set_previous (self, 1, TNK_ANSWER_VALUE_PARTIAL, "去年");
  tnk_questionnaire_set_may_except (self, 1, TRUE);
  tnk_questionnaire_set_promise (self, 1, "2026-12");
  tnk_questionnaire_set_place (self, 2);
  tnk_questionnaire_set_remark (self, "理由を");
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpstr (tnk_questionnaire_get_evidence (self, i), ==, i == 1 ? "棚の3段目\n<b>" : NULL);
    g_assert_cmpint (tnk_questionnaire_get_flagged (self, i), ==, i == 1);
    g_assert_cmpint (tnk_questionnaire_get_previous (self, i), ==,
                     i == 1 ? TNK_ANSWER_VALUE_PARTIAL : TNK_ANSWER_VALUE_UNANSWERED);
    g_assert_cmpstr (tnk_questionnaire_get_previous_comment (self, i), ==, i == 1 ? "去年" : NULL);
    g_assert_cmpint (tnk_questionnaire_may_except (self, i), ==, i == 1);
    g_assert_cmpstr (tnk_questionnaire_get_promise (self, i), ==, i == 1 ? "2026-12" : NULL);
  }
  g_assert_cmpint (tnk_questionnaire_get_place (self), ==, 2);
  g_assert_cmpstr (tnk_questionnaire_get_remark (self), ==, "理由を");
  g_assert_finalize_object (self);
}

/* What a questionnaire says of the campaign before, until there is none. */
static void
test_carry (void)
{
  g_autoptr (TnkQuestionnaire) self = make (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkCarryOver) carry_over = tnk_carry_over_new (tnk_questionnaire_get_campaign (self), tnk_questionnaire_get_campaign (self));

  tnk_questionnaire_set_carry_over (self, carry_over);
  g_assert_cmpint (tnk_questionnaire_get_carry (self, 0), ==, TNK_CARRY_KEPT);
  tnk_questionnaire_set_carry_over (self, NULL);
  g_assert_cmpint (tnk_questionnaire_get_carry (self, 0), ==, TNK_CARRY_NONE);
}

static void
test_unset (void)
{
  TnkQuestionnaire *self = make (TNK_CAMPAIGN_STATE_OPEN);

  for (guint i = 0; i < 2; i++) {
    g_assert_true (tnk_questionnaire_set_evidence (self, 0, i == 0 ? "棚" : "", NULL));
    tnk_questionnaire_set_previous (self, 0, i == 0 ? TNK_ANSWER_VALUE_PARTIAL : TNK_ANSWER_VALUE_UNANSWERED, i == 0 ? "x" : "");
    tnk_questionnaire_set_promise (self, 0, i == 0 ? "2026-12" : NULL);
    tnk_questionnaire_set_remark (self, i == 0 ? "x" : "");
    tnk_questionnaire_set_place (self, i == 0 ? 0 : -1);
  }
  g_assert_null (tnk_questionnaire_get_evidence (self, 0));
  g_assert_null (tnk_questionnaire_get_previous_comment (self, 0));
  g_assert_null (tnk_questionnaire_get_promise (self, 0));
  g_assert_null (tnk_questionnaire_get_remark (self));
  g_assert_cmpint (tnk_questionnaire_get_place (self), ==, -1);
  /* a text may be set to itself */
  g_assert_true (tnk_questionnaire_set_evidence (self, 0, "棚", NULL));
  g_assert_true (tnk_questionnaire_set_evidence (self, 0, tnk_questionnaire_get_evidence (self, 0), NULL));
  g_assert_cmpstr (tnk_questionnaire_get_evidence (self, 0), ==, "棚");
  g_assert_finalize_object (self);
}

static void
test_bad_evidence (void)
{
  g_autofree char *most = g_strnfill (4000, 'x'), *longer = g_strnfill (4001, 'x');
  const char *const bad[] = {longer, "a\x01", "\xe2\x80\xae", "\xff"};
  TnkQuestionnaire *self = make (TNK_CAMPAIGN_STATE_OPEN);

  g_assert_true (tnk_questionnaire_set_evidence (self, 0, most, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_false (tnk_questionnaire_set_evidence (self, 0, bad[i], &error));
    g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
    tnk_test_assert_line (error->message, "the evidence note ", i == 0 ? "4000" : "remove it");
  }
  g_assert_cmpstr (tnk_questionnaire_get_evidence (self, 0), ==, most);
  g_assert_finalize_object (self);
}

static void
test_question (void)
{
  TnkQuestionnaire *self = make (TNK_CAMPAIGN_STATE_OPEN);

  for (guint i = 0; i < 3; i++)
    g_assert_true (tnk_questionnaire_get_question (self, i) == tnk_duty_get_question (tnk_questionnaire_get_duty (self, i)));
  g_assert_cmpstr (tnk_text_get (tnk_question_get_text (tnk_questionnaire_get_question (self, 2)), "en"), ==,
                   "Do you keep media under lock?");
  g_assert_finalize_object (self);
}

static void
test_count (void)
{
  TnkQuestionnaire *self = make (TNK_CAMPAIGN_STATE_OPEN);

  g_assert_true (tnk_questionnaire_set_answer (self, 0, TNK_ANSWER_VALUE_NOT_APPLICABLE, "x", FALSE, NULL));
  g_assert_true (tnk_questionnaire_set_answer (self, 2, TNK_ANSWER_VALUE_IMPLEMENTED, NULL, FALSE, NULL));
  g_assert_cmpuint (tnk_questionnaire_count_answered (self), ==, 2);
  g_assert_true (tnk_questionnaire_set_answer (self, 0, TNK_ANSWER_VALUE_UNANSWERED, NULL, FALSE, NULL));
  g_assert_cmpuint (tnk_questionnaire_count_answered (self), ==, 1);
  g_assert_finalize_object (self);
}

static void
assert_previous (TnkQuestionnaire *self,
                 int chapter,
                 double expected,
                 gint64 answered)
{
  g_autoptr (TnkScore) score = tnk_questionnaire_score_previous (self, chapter);

  g_assert_cmpint (tnk_score_get_count (score, "answered"), ==, answered);
  g_assert_cmpint (tnk_score_is_defined (score), ==, expected >= 0);
  if (expected >= 0)
    g_assert_cmpfloat_with_epsilon (tnk_score_get_score (score), expected, 1e-9);
}

/* The year before is scored alike whether this year’s campaign is still open or not: what was not asked then counts
 * nowhere. */
static void
test_score_previous (void)
{
  static const TnkCampaignState states[] = {TNK_CAMPAIGN_STATE_OPEN, TNK_CAMPAIGN_STATE_CLOSED};

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    TnkQuestionnaire *self = make (states[i]);
    assert_previous (self, -1, -1, 0);
    g_assert_true (tnk_questionnaire_set_answer (self, 0, TNK_ANSWER_VALUE_NOT_IMPLEMENTED, NULL, FALSE, NULL));
    tnk_questionnaire_set_previous (self, 1, TNK_ANSWER_VALUE_IMPLEMENTED, NULL);
    assert_previous (self, -1, 100, 1);
    assert_previous (self, 0, -1, 0);
    tnk_questionnaire_set_previous (self, 0, TNK_ANSWER_VALUE_PARTIAL, NULL);
    assert_previous (self, -1, 75, 2);
    assert_previous (self, 0, 50, 1);
    assert_previous (self, 1, 100, 1);
    tnk_questionnaire_set_previous (self, 2, TNK_ANSWER_VALUE_EXCEPTED, NULL);
    assert_previous (self, -1, 75, 3);
    g_assert_finalize_object (self);
  }
}

static void
test_guards (void)
{
  TnkQuestionnaire *self = make (TNK_CAMPAIGN_STATE_OPEN);

  tnk_test_expect_critical ();
  g_assert_null (tnk_questionnaire_get_evidence (self, 3));
  tnk_test_expect_critical ();
  tnk_questionnaire_set_place (self, 3);
  tnk_test_expect_critical ();
  tnk_questionnaire_set_previous (self, 0, (TnkAnswerValue) 6, NULL);
  tnk_test_expect_critical ();
  g_assert_cmpint (tnk_questionnaire_get_place (NULL), ==, -1);
  g_test_assert_expected_messages ();
  g_assert_cmpint (tnk_questionnaire_get_place (self), ==, -1);
  g_assert_finalize_object (self);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/QuestionnaireNotes/empty", test_empty);
  g_test_add_func ("/Tenken/QuestionnaireNotes/set", test_set);
  g_test_add_func ("/Tenken/QuestionnaireNotes/unset", test_unset);
  g_test_add_func ("/Tenken/QuestionnaireNotes/carry", test_carry);
  g_test_add_func ("/Tenken/QuestionnaireNotes/bad-evidence", test_bad_evidence);
  g_test_add_func ("/Tenken/QuestionnaireNotes/question", test_question);
  g_test_add_func ("/Tenken/QuestionnaireNotes/count", test_count);
  g_test_add_func ("/Tenken/QuestionnaireNotes/score-previous", test_score_previous);
  g_test_add_func ("/Tenken/QuestionnaireNotes/guards", test_guards);
  return g_test_run ();
}
