/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-error.h"
#include "tnk-questionnaire.h"

static TnkCampaign *
open_campaign (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  TnkCampaign *campaign = tnk_campaign_new ("2026", catalog);

  tnk_campaign_set_state (campaign, TNK_CAMPAIGN_STATE_OPEN);
  return campaign;
}

/* A questionnaire of roles joined by ";". */
static TnkQuestionnaire *
questionnaire_of (TnkCampaign *campaign,
                  const char *roles)
{
  g_auto (GStrv) ids = g_strsplit (roles, ";", -1);

  return tnk_questionnaire_new (campaign, "p1", (const char *const *) ids);
}

/* The items as "control role", joined by ", ". */
static char *
items_of (TnkQuestionnaire *questionnaire)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_questionnaire_get_n_items (questionnaire); i++) {
    TnkDuty *duty = tnk_questionnaire_get_duty (questionnaire, i);
    g_assert_cmpint (tnk_questionnaire_find_item (questionnaire, duty), ==, i);
    g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", tnk_control_get_id (tnk_duty_get_control (duty)),
                            tnk_role_get_id (tnk_duty_get_role (duty)));
  }
  return g_string_free (text, FALSE);
}

static void
assert_items (TnkCampaign *campaign,
              const char *roles,
              const char *expected)
{
  g_autoptr (TnkQuestionnaire) questionnaire = questionnaire_of (campaign, roles);
  g_autofree char *items = items_of (questionnaire);

  g_assert_cmpstr (items, ==, expected);
  g_assert_finalize_object (g_steal_pointer (&questionnaire));
}

static void
test_new (void)
{
  g_autoptr (TnkCampaign) campaign = open_campaign ();
  g_autoptr (TnkQuestionnaire) questionnaire = questionnaire_of (campaign, "staff");

  g_assert_true (tnk_questionnaire_get_campaign (questionnaire) == campaign);
  g_assert_cmpstr (tnk_questionnaire_get_person_id (questionnaire), ==, "p1");
  g_assert_cmpuint (tnk_questionnaire_get_state (questionnaire), ==, TNK_QUESTIONNAIRE_STATE_DRAFT);
  g_assert_null (tnk_questionnaire_get_reference (questionnaire));
  g_assert_cmpuint (tnk_questionnaire_get_n_items (questionnaire), ==, 3);
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpuint (tnk_questionnaire_get_answer (questionnaire, i), ==, TNK_ANSWER_VALUE_UNANSWERED);
    g_assert_null (tnk_questionnaire_get_comment (questionnaire, i));
  }
  tnk_questionnaire_set_reference (questionnaire, "ab12");
  g_assert_cmpstr (tnk_questionnaire_get_reference (questionnaire), ==, "ab12");
  tnk_questionnaire_set_reference (questionnaire, NULL);
  g_assert_null (tnk_questionnaire_get_reference (questionnaire));
  g_assert_finalize_object (g_steal_pointer (&questionnaire));
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_items_of_roles (void)
{
  g_autoptr (TnkCampaign) campaign = open_campaign ();

  assert_items (campaign, "staff", "1.1-2 staff, 2.1-1 staff, 2.1-2.1 staff");
  assert_items (campaign, "ciso", "1.1-1 ciso, 1.1-2 ciso");
  assert_items (campaign, "contractor", "");
  assert_items (campaign, "", "");
  assert_items (campaign, "mayor", "");
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

/* Each duty once, in catalog order, whatever the order and number of the roles given. */
static void
test_items_of_several_roles (void)
{
  static const char all[] =
    "1.1-1 ciso, 1.1-2 ciso, 1.1-2 manager, 1.1-2 staff, 2.1-1 staff, 2.1-2.1 staff, 2.1-2.2 manager";
  g_autoptr (TnkCampaign) campaign = open_campaign ();

  assert_items (campaign, "ciso;manager;staff", all);
  assert_items (campaign, "staff;staff;manager;mayor;ciso;staff", all);
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_items_of_campaign (void)
{
  g_autoptr (TnkCampaign) campaign = open_campaign ();

  tnk_campaign_adopt_all (campaign);
  assert_items (campaign, "manager", "1.1-2 manager, 1.2-1 manager, 2.1-2.2 manager");
  tnk_campaign_set_asks_informed (campaign, TRUE);
  assert_items (campaign, "manager", "1.1-1 manager, 1.1-2 manager, 1.2-1 manager, 2.1-2.2 manager");
  assert_items (campaign, "contractor", "");
  tnk_campaign_leave_out (campaign, "1.1-2", "なし", NULL);
  assert_items (campaign, "manager", "1.1-1 manager, 1.2-1 manager, 2.1-2.2 manager");
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_find_item (void)
{
  g_autoptr (TnkCampaign) campaign = open_campaign ();
  g_autoptr (TnkQuestionnaire) questionnaire = questionnaire_of (campaign, "ciso;staff");
  g_autoptr (TnkQuestionnaire) empty = questionnaire_of (campaign, "");
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  guint found = 0;

  for (guint i = 0; i < tnk_catalog_get_n_duties (catalog); i++) {
    TnkDuty *duty = tnk_catalog_get_duty (catalog, i);
    int item = tnk_questionnaire_find_item (questionnaire, duty);

    g_assert_cmpint (tnk_questionnaire_find_item (empty, duty), ==, -1);
    if (item < 0)
      continue;
    found++;
    g_assert_true (tnk_questionnaire_get_duty (questionnaire, item) == duty);
  }
  g_assert_cmpuint (found, ==, tnk_questionnaire_get_n_items (questionnaire));
  g_assert_finalize_object (g_steal_pointer (&questionnaire));
  g_assert_finalize_object (g_steal_pointer (&empty));
}

static void
test_state_words (void)
{
  static const char *const words[] = {"draft", "submitted", "returned", "accepted"};
  TnkQuestionnaireState state = 99;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_assert_cmpstr (tnk_questionnaire_state_to_string (i), ==, words[i]);
    g_assert_true (tnk_questionnaire_state_from_string (words[i], &state));
    g_assert_cmpuint (state, ==, i);
  }
  g_assert_false (tnk_questionnaire_state_from_string ("open", &state));
  g_assert_false (tnk_questionnaire_state_counts (TNK_QUESTIONNAIRE_STATE_DRAFT));
  g_assert_true (tnk_questionnaire_state_counts (TNK_QUESTIONNAIRE_STATE_SUBMITTED));
  g_assert_false (tnk_questionnaire_state_counts (TNK_QUESTIONNAIRE_STATE_RETURNED));
  g_assert_true (tnk_questionnaire_state_counts (TNK_QUESTIONNAIRE_STATE_ACCEPTED));
}

static void
test_state_moves (void)
{
  /* from draft, submitted, returned, accepted; to the same */
  static const gboolean moves[4][4] = {
    {FALSE, TRUE, FALSE, FALSE},
    {FALSE, FALSE, TRUE, TRUE},
    {FALSE, TRUE, FALSE, FALSE},
    {FALSE, FALSE, TRUE, FALSE},
  };
  g_autoptr (TnkCampaign) campaign = open_campaign ();
  g_autoptr (TnkQuestionnaire) questionnaire = questionnaire_of (campaign, "staff");

  for (guint from = 0; from < 4; from++)
    for (guint to = 0; to < 4; to++)
      g_assert_cmpint (tnk_questionnaire_state_can_become (from, to), ==, moves[from][to]);
  tnk_questionnaire_set_state (questionnaire, TNK_QUESTIONNAIRE_STATE_ACCEPTED);
  g_assert_cmpuint (tnk_questionnaire_get_state (questionnaire), ==, TNK_QUESTIONNAIRE_STATE_ACCEPTED);
  g_assert_finalize_object (g_steal_pointer (&questionnaire));
}

/* --- answers --- */

static void
test_set_answer (void)
{
  g_autoptr (TnkCampaign) campaign = open_campaign ();
  g_autoptr (TnkQuestionnaire) questionnaire = questionnaire_of (campaign, "staff");
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_questionnaire_set_answer (questionnaire, 1, TNK_ANSWER_VALUE_PARTIAL, "=1+1", FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_questionnaire_get_answer (questionnaire, 1), ==, TNK_ANSWER_VALUE_PARTIAL);
  g_assert_cmpstr (tnk_questionnaire_get_comment (questionnaire, 1), ==, "=1+1");
  g_assert_cmpuint (tnk_questionnaire_get_answer (questionnaire, 0), ==, TNK_ANSWER_VALUE_UNANSWERED);
  /* what is refused leaves the answer as it was */
  g_assert_false (tnk_questionnaire_set_answer (questionnaire, 1, TNK_ANSWER_VALUE_NOT_APPLICABLE, NULL, FALSE, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_cmpuint (tnk_questionnaire_get_answer (questionnaire, 1), ==, TNK_ANSWER_VALUE_PARTIAL);
  g_assert_cmpstr (tnk_questionnaire_get_comment (questionnaire, 1), ==, "=1+1");
  g_assert_true (tnk_questionnaire_set_answer (questionnaire, 1, TNK_ANSWER_VALUE_UNANSWERED, "", FALSE, NULL));
  g_assert_null (tnk_questionnaire_get_comment (questionnaire, 1));
  g_assert_finalize_object (g_steal_pointer (&questionnaire));
}

/* An answer changes and its comment stays: the comment handed in is the one that is there. */
static void
test_set_answer_keeping_comment (void)
{
  g_autoptr (TnkCampaign) campaign = open_campaign ();
  g_autoptr (TnkQuestionnaire) questionnaire = questionnaire_of (campaign, "staff");

  g_assert_true (tnk_questionnaire_set_answer (questionnaire, 0, TNK_ANSWER_VALUE_PARTIAL, "台帳を作成中です。", FALSE, NULL));
  g_assert_true (tnk_questionnaire_set_answer (questionnaire, 0, TNK_ANSWER_VALUE_IMPLEMENTED,
                                               tnk_questionnaire_get_comment (questionnaire, 0), FALSE, NULL));
  g_assert_cmpstr (tnk_questionnaire_get_comment (questionnaire, 0), ==, "台帳を作成中です。");
  tnk_questionnaire_set_reference (questionnaire, "0123456789ab");
  tnk_questionnaire_set_reference (questionnaire, tnk_questionnaire_get_reference (questionnaire));
  g_assert_cmpstr (tnk_questionnaire_get_reference (questionnaire), ==, "0123456789ab");
  g_assert_finalize_object (g_steal_pointer (&questionnaire));
}

/* --- the own score --- */

static void
answer (TnkQuestionnaire *questionnaire,
        guint item,
        TnkAnswerValue value)
{
  g_autoptr (GError) error = NULL;

  tnk_questionnaire_set_answer (questionnaire, item, value, "理由", TRUE, &error);
  g_assert_no_error (error);
}

static void
test_own_score_counts_a_draft (void)
{
  g_autoptr (TnkCampaign) campaign = open_campaign ();
  /* 1.1-2 staff; 2.1-1 staff; 2.1-2.1 staff; 1.1-2 manager stands before staff; 2.1-2.2 manager */
  g_autoptr (TnkQuestionnaire) questionnaire = questionnaire_of (campaign, "staff;manager");
  g_autoptr (TnkScore) before = tnk_questionnaire_score (questionnaire, -1);
  g_autoptr (TnkScore) score = NULL, chapter = NULL;

  g_assert_false (tnk_score_is_defined (before));
  g_assert_cmpint (tnk_score_get_count (before, "items"), ==, 5);
  answer (questionnaire, 0, TNK_ANSWER_VALUE_IMPLEMENTED);
  answer (questionnaire, 1, TNK_ANSWER_VALUE_NOT_IMPLEMENTED);
  answer (questionnaire, 2, TNK_ANSWER_VALUE_PARTIAL);
  answer (questionnaire, 3, TNK_ANSWER_VALUE_NOT_APPLICABLE);
  score = tnk_questionnaire_score (questionnaire, -1);
  /* 1.1-2: (2 + 0) / 4; 2.1-1: 1 / 2; 2.1-2.1 and 2.1-2.2 have no s */
  g_assert_cmpfloat_with_epsilon (tnk_score_get_score (score), 50, 1e-9);
  g_assert_cmpint (tnk_score_get_count (score, "items"), ==, 5);
  g_assert_cmpint (tnk_score_get_count (score, "answered"), ==, 4);
  g_assert_cmpint (tnk_score_get_count (score, "not_applicable"), ==, 1);
  g_assert_cmpint (tnk_score_get_count (score, "people_asked"), ==, 1);
  g_assert_cmpint (tnk_score_get_count (score, "people_submitted"), ==, 0);
  chapter = tnk_questionnaire_score (questionnaire, 1);
  g_assert_cmpuint (tnk_score_get_scope (chapter), ==, TNK_SCOPE_KIND_CHAPTER);
  g_assert_cmpstr (tnk_score_get_id (chapter), ==, "2");
  g_assert_cmpfloat_with_epsilon (tnk_score_get_score (chapter), 50, 1e-9);
  g_assert_cmpint (tnk_score_get_count (chapter, "items"), ==, 3);
  g_assert_finalize_object (g_steal_pointer (&score));
  g_assert_finalize_object (g_steal_pointer (&questionnaire));
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_own_score_when_closed (void)
{
  g_autoptr (TnkCampaign) campaign = open_campaign ();
  g_autoptr (TnkQuestionnaire) questionnaire = questionnaire_of (campaign, "ciso");
  g_autoptr (TnkScore) open = NULL, closed = NULL;

  answer (questionnaire, 0, TNK_ANSWER_VALUE_IMPLEMENTED);
  tnk_questionnaire_set_state (questionnaire, TNK_QUESTIONNAIRE_STATE_SUBMITTED);
  open = tnk_questionnaire_score (questionnaire, -1);
  g_assert_cmpfloat (tnk_score_get_score (open), ==, 100);
  g_assert_cmpint (tnk_score_get_count (open, "people_submitted"), ==, 1);
  tnk_campaign_set_state (campaign, TNK_CAMPAIGN_STATE_CLOSED);
  closed = tnk_questionnaire_score (questionnaire, -1);
  /* weights 3 and 1 */
  g_assert_cmpfloat_with_epsilon (tnk_score_get_score (closed), 75, 1e-9);
  g_assert_finalize_object (g_steal_pointer (&questionnaire));
}

/* Unscored answers are there, and count for nothing. */
static void
test_own_score_leaves_informed_out (void)
{
  g_autoptr (TnkCampaign) campaign = open_campaign ();
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (TnkScore) score = NULL;

  tnk_campaign_set_asks_informed (campaign, TRUE);
  questionnaire = questionnaire_of (campaign, "manager");
  g_assert_cmpuint (tnk_questionnaire_get_n_items (questionnaire), ==, 3);
  answer (questionnaire, 0, TNK_ANSWER_VALUE_NOT_IMPLEMENTED);
  answer (questionnaire, 1, TNK_ANSWER_VALUE_IMPLEMENTED);
  score = tnk_questionnaire_score (questionnaire, -1);
  g_assert_cmpfloat (tnk_score_get_score (score), ==, 100);
  g_assert_cmpint (tnk_score_get_count (score, "items"), ==, 2);
  g_assert_cmpint (tnk_score_get_count (score, "not_implemented"), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&questionnaire));
}

static void
test_guards (void)
{
  g_autoptr (TnkCampaign) campaign = open_campaign ();
  g_autoptr (TnkQuestionnaire) questionnaire = questionnaire_of (campaign, "ciso");

  tnk_test_expect_critical ();
  g_assert_false (tnk_questionnaire_set_answer (questionnaire, 2, TNK_ANSWER_VALUE_PARTIAL, NULL, FALSE, NULL));
  tnk_test_expect_critical ();
  g_assert_null (tnk_questionnaire_get_duty (questionnaire, G_MAXUINT));
  tnk_test_expect_critical ();
  g_assert_null (tnk_questionnaire_new (campaign, "p1", NULL));
  tnk_test_expect_critical ();
  g_assert_null (tnk_questionnaire_score (questionnaire, 2));
  g_test_assert_expected_messages ();
  g_assert_finalize_object (g_steal_pointer (&questionnaire));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Questionnaire/new", test_new);
  g_test_add_func ("/Tenken/Questionnaire/items-of-roles", test_items_of_roles);
  g_test_add_func ("/Tenken/Questionnaire/items-of-several-roles", test_items_of_several_roles);
  g_test_add_func ("/Tenken/Questionnaire/items-of-campaign", test_items_of_campaign);
  g_test_add_func ("/Tenken/Questionnaire/find-item", test_find_item);
  g_test_add_func ("/Tenken/Questionnaire/state-words", test_state_words);
  g_test_add_func ("/Tenken/Questionnaire/state-moves", test_state_moves);
  g_test_add_func ("/Tenken/Questionnaire/set-answer", test_set_answer);
  g_test_add_func ("/Tenken/Questionnaire/set-answer-keeping-comment", test_set_answer_keeping_comment);
  g_test_add_func ("/Tenken/Questionnaire/own-score-counts-a-draft", test_own_score_counts_a_draft);
  g_test_add_func ("/Tenken/Questionnaire/own-score-when-closed", test_own_score_when_closed);
  g_test_add_func ("/Tenken/Questionnaire/own-score-leaves-informed-out", test_own_score_leaves_informed_out);
  g_test_add_func ("/Tenken/Questionnaire/guards", test_guards);
  return g_test_run ();
}
