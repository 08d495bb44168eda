/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

#include "tnk-store-setup.h"

#define SUBMITTED TNK_QUESTIONNAIRE_STATE_SUBMITTED
#define RETURNED TNK_QUESTIONNAIRE_STATE_RETURNED
#define ACCEPTED TNK_QUESTIONNAIRE_STATE_ACCEPTED
#define LAST_LOG "SELECT kind, subject, detail ->> 'answers', detail ->> 'remark' FROM log ORDER BY seq DESC LIMIT 1"

static TnkQuestionnaire *
load (TnkTestStore *test,
      const char *person)
{
  g_autoptr (GError) error = NULL;
  TnkQuestionnaire *questionnaire = tnk_store_load_questionnaire (test->store, "2026", person, &error);

  g_assert_no_error (error);
  if (questionnaire == NULL)
    g_error ("“%s” has no questionnaire", person);
  return questionnaire;
}

static void
assert_questionnaire (TnkTestStore *test,
                      const char *person,
                      TnkQuestionnaireState state,
                      const char *expected)
{
  TnkQuestionnaire *questionnaire = load (test, person);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tnk_questionnaire_get_n_items (questionnaire); i++) {
    TnkDuty *duty = tnk_questionnaire_get_duty (questionnaire, i);
    const char *comment = tnk_questionnaire_get_comment (questionnaire, i);
    g_string_append_printf (text, "%s%s %s %s %s", i > 0 ? ", " : "", tnk_control_get_id (tnk_duty_get_control (duty)),
                            tnk_role_get_id (tnk_duty_get_role (duty)),
                            tnk_answer_value_to_string (tnk_questionnaire_get_answer (questionnaire, i)),
                            comment != NULL ? comment : "-");
  }
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpstr (tnk_questionnaire_get_person_id (questionnaire), ==, person);
  g_assert_cmpuint (tnk_questionnaire_get_state (questionnaire), ==, state);
  g_assert_finalize_object (questionnaire);
}

static char *
reference_of (TnkTestStore *test,
              const char *person)
{
  TnkQuestionnaire *questionnaire = load (test, person);
  char *reference = g_strdup (tnk_questionnaire_get_reference (questionnaire));

  g_assert_finalize_object (questionnaire);
  return reference;
}

static void
assert_move_refused (TnkTestStore *test,
                     const char *person,
                     TnkQuestionnaireState state,
                     const char *remark,
                     int code,
                     const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = tnk_test_store_dump (test->path);
  g_autofree char *after = NULL;

  tnk_test_store_refused (tnk_store_move_questionnaire (test->store, "2026", person, state, remark, &error), &error, code, words);
  after = tnk_test_store_dump (test->path);
  g_assert_cmpstr (before, ==, after);
}

/* --- reading --- */

static void
test_load (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_answers (&test);
  assert_questionnaire (&test, "p1", SUBMITTED,
                        "1.1-2 staff implemented -, 2.1-1 staff partial 時々忘れる, 2.1-2.1 staff not_applicable 媒体を使わない");
  assert_questionnaire (&test, "p2", SUBMITTED,
                        "1.1-2 manager implemented -, 1.1-2 staff implemented -, 2.1-1 staff implemented -, "
                        "2.1-2.1 staff not_implemented 鍵が, ない, 2.1-2.2 manager partial -");
  assert_questionnaire (&test, "p3", SUBMITTED, "1.1-1 ciso implemented -, 1.1-2 ciso unanswered -");
  assert_questionnaire (&test, "p5", TNK_QUESTIONNAIRE_STATE_DRAFT,
                        "1.1-2 staff unanswered -, 2.1-1 staff unanswered -, 2.1-2.1 staff unanswered -");
  g_assert_null (reference_of (&test, "p5"));
}

static void
test_not_found (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  tnk_test_store_refused (tnk_store_load_questionnaire (test.store, "2026", "p4", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "“p4”");
  tnk_test_store_refused (tnk_store_load_questionnaire (test.store, "2026", "p9", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "“p9”");
  tnk_test_store_refused (tnk_store_load_questionnaire (test.store, "2027", "p1", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "“2027”");
  assert_move_refused (&test, "p4", SUBMITTED, NULL, TNK_ERROR_NOT_FOUND, "“p4”");
}

/* Before a campaign opens one can see what a person would be asked, by the roster of today. */
static void
test_preview (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  tnk_campaign_adopt_all (campaign);
  tnk_test_store_create_campaign (&test, campaign);
  assert_questionnaire (&test, "p1", TNK_QUESTIONNAIRE_STATE_DRAFT,
                        "1.1-2 staff unanswered -, 1.2-1 staff unanswered -, 2.1-1 staff unanswered -, 2.1-2.1 staff unanswered -");
  assert_questionnaire (&test, "p4", TNK_QUESTIONNAIRE_STATE_DRAFT, "");
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,manager\n");
  assert_questionnaire (&test, "p1", TNK_QUESTIONNAIRE_STATE_DRAFT,
                        "1.1-2 manager unanswered -, 1.2-1 manager unanswered -, 2.1-2.2 manager unanswered -");
  tnk_test_store_refused (tnk_store_load_questionnaire (test.store, "2026", "p2", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "“p2”");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM questionnaire", "0");
}

/* The own result counts the draft, which counts nowhere else. */
static void
test_own_score (void)
{
  g_auto (TnkTestStore) test = {0};
  TnkQuestionnaire *questionnaire;
  TnkScore *score;

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\np1,staff,2.1-1,partial,\n", TRUE);
  questionnaire = load (&test, "p1");
  score = tnk_questionnaire_score (questionnaire, -1);
  g_assert_cmpfloat (tnk_score_get_score (score), ==, 75);
  g_assert_finalize_object (score);
  g_assert_finalize_object (questionnaire);
}

/* --- moving --- */

static void
test_submit (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *reference = NULL;

  tnk_test_store_init_open (&test);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\np1,staff,2.1-1,partial,\n", TRUE);
  tnk_test_store_stop_clock (test.store, "2026-06-03T12:34:56+09:00");
  tnk_test_store_move (&test, "p1", SUBMITTED, NULL);
  assert_questionnaire (&test, "p1", SUBMITTED, "1.1-2 staff implemented -, 2.1-1 staff partial -, 2.1-2.1 staff unanswered -");
  tnk_test_store_assert_rows (test.path, LAST_LOG, "questionnaire.submitted|2026/p1|2|");
  reference = reference_of (&test, "p1");
  tnk_test_store_assert_rows (test.path,
                              "SELECT count (*), q.submitted_at FROM questionnaire q, log l WHERE l.subject = '2026/p1' AND l.kind = "
                              "'questionnaire.submitted' AND substr (l.hash, 1, 10) = q.reference",
                              "1|2026-06-03T12:34:56+09:00");
  g_assert_cmpuint (strlen (reference), ==, 10);
  tnk_test_store_verify (test.store);
}

/* Every way from state to state: those that the campaign layer allows, and no other. */
static void
test_moves (void)
{
  for (guint from = 0; from < 4; from++)
    for (guint to = 0; to < 4; to++) {
      g_auto (TnkTestStore) test = {0};
      tnk_test_store_init_open (&test);
      if (from != TNK_QUESTIONNAIRE_STATE_DRAFT)
        tnk_test_store_move (&test, "p1", SUBMITTED, NULL);
      if (from == RETURNED || from == ACCEPTED)
        tnk_test_store_move (&test, "p1", from, "書き直す");
      if (tnk_questionnaire_state_can_become (from, to)) {
        tnk_test_store_move (&test, "p1", to, "もう一度");
        tnk_test_store_verify (test.store);
      } else
        assert_move_refused (&test, "p1", to, "もう一度", TNK_ERROR_STATE, "cannot become");
    }
}

static void
test_remark (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_answers (&test);
  assert_move_refused (&test, "p1", RETURNED, NULL, TNK_ERROR_INVALID, "remark");
  assert_move_refused (&test, "p1", RETURNED, "", TNK_ERROR_INVALID, "remark");
  tnk_test_store_move (&test, "p1", RETURNED, "\"2.1-1\" の\n理由を、\\詳しく");
  tnk_test_store_assert_rows (test.path, LAST_LOG, "questionnaire.returned|2026/p1|3|\"2.1-1\" の\n理由を、\\詳しく");
  tnk_test_store_move (&test, "p2", ACCEPTED, NULL);
  tnk_test_store_assert_rows (test.path, LAST_LOG, "questionnaire.accepted|2026/p2|5|");
  tnk_test_store_verify (test.store);
}

/* A remark of nothing but spaces tells nobody what to mend. */
static void
test_blank_remark (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_answers (&test);
  assert_move_refused (&test, "p1", RETURNED, " 　\n", TNK_ERROR_INVALID, "remark");
}

/* A receipt stands for what was handed in: it stays through acceptance, and a second handing in gives another. */
static void
test_reference (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *first = NULL, *accepted = NULL, *second = NULL;

  tnk_test_store_init_answers (&test);
  first = reference_of (&test, "p1");
  g_assert_nonnull (first);
  tnk_test_store_move (&test, "p1", ACCEPTED, NULL);
  accepted = reference_of (&test, "p1");
  g_assert_cmpstr (accepted, ==, first);
  tnk_test_store_move (&test, "p1", RETURNED, "もう一度");
  tnk_test_store_move (&test, "p1", SUBMITTED, NULL);
  second = reference_of (&test, "p1");
  g_assert_nonnull (second);
  g_assert_cmpstr (second, !=, first);
}

/* What is returned does not count until it is handed in again. */
static void
test_counts (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *before = NULL, *returned = NULL, *after = NULL;

  tnk_test_store_init_answers (&test);
  before = tnk_test_store_score (test.store, "2026");
  tnk_test_store_move (&test, "p2", RETURNED, "もう一度");
  returned = tnk_test_store_score (test.store, "2026");
  g_assert_nonnull (strstr (returned, "people_submitted=2 items=13 answered=4"));
  tnk_test_store_move (&test, "p2", SUBMITTED, NULL);
  tnk_test_store_move (&test, "p2", ACCEPTED, NULL);
  after = tnk_test_store_score (test.store, "2026");
  g_assert_cmpstr (before, ==, after);
}

static void
test_campaign_states (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  guint n_submitted, n_people;

  tnk_test_store_init_roster (&test);
  assert_move_refused (&test, "p1", SUBMITTED, NULL, TNK_ERROR_NOT_FOUND, "“2026”");
  tnk_test_store_create_campaign (&test, campaign);
  assert_move_refused (&test, "p1", SUBMITTED, NULL, TNK_ERROR_STATE, "is prepared");
  g_assert_true (tnk_store_open_campaign (test.store, "2026", &n_people, NULL));
  tnk_test_store_move (&test, "p1", SUBMITTED, NULL);
  g_assert_true (tnk_store_close_campaign (test.store, "2026", &n_submitted, &n_people, NULL));
  assert_move_refused (&test, "p1", ACCEPTED, NULL, TNK_ERROR_STATE, "is closed");
  assert_questionnaire (&test, "p1", SUBMITTED, "1.1-2 staff unanswered -, 2.1-1 staff unanswered -, 2.1-2.1 staff unanswered -");
}

static TnkAnswerValue
previous_of (TnkQuestionnaire *questionnaire,
             const char *control)
{
  for (guint i = 0; i < tnk_questionnaire_get_n_items (questionnaire); i++)
    if (g_str_equal (tnk_control_get_id (tnk_duty_get_control (tnk_questionnaire_get_duty (questionnaire, i))), control))
      return tnk_questionnaire_get_previous (questionnaire, i);
  g_assert_not_reached ();
}

static TnkCarry
carry_of (TnkQuestionnaire *questionnaire,
          const char *control)
{
  for (guint i = 0; i < tnk_questionnaire_get_n_items (questionnaire); i++)
    if (g_str_equal (tnk_control_get_id (tnk_duty_get_control (tnk_questionnaire_get_duty (questionnaire, i))), control))
      return tnk_questionnaire_get_carry (questionnaire, i);
  g_assert_not_reached ();
}

/* What was answered on the edition before is shown where it still answers what is asked. */
static void
test_revised (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCatalog) next = tnk_test_next_catalog ();
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new ("2027", next);
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (TnkCarryOver) carry_over = NULL;
  g_autoptr (GError) error = NULL;
  guint n, n_people;

  tnk_test_store_init_answers (&test);
  g_assert_true (tnk_store_close_campaign (test.store, "2026", &n, &n_people, &error));
  tnk_test_store_create_campaign (&test, campaign);
  g_assert_true (tnk_store_open_campaign (test.store, "2027", &n_people, &error));
  questionnaire = tnk_store_load_questionnaire (test.store, "2027", "p1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (previous_of (questionnaire, "2.9-1"), ==, TNK_ANSWER_VALUE_PARTIAL);
  g_assert_cmpint (previous_of (questionnaire, "2.1-2.1"), ==, TNK_ANSWER_VALUE_NOT_APPLICABLE);
  g_assert_cmpint (previous_of (questionnaire, "1.1-2"), ==, TNK_ANSWER_VALUE_UNANSWERED);
  g_assert_cmpint (carry_of (questionnaire, "2.9-1"), ==, TNK_CARRY_KEPT);
  g_assert_cmpint (carry_of (questionnaire, "2.1-2.1"), ==, TNK_CARRY_KEPT);
  g_assert_cmpint (carry_of (questionnaire, "1.1-2"), ==, TNK_CARRY_ANEW);
  g_assert_true (tnk_store_load_carry_over (test.store, "2027", &carry_over, &error));
  g_assert_cmpuint (tnk_carry_over_count (carry_over, TNK_CARRY_ANEW), ==, 1);
  g_clear_object (&carry_over);
  g_assert_true (tnk_store_load_carry_over (test.store, "2026", &carry_over, &error));
  g_assert_null (carry_over);
  g_assert_false (tnk_store_load_carry_over (test.store, "2099", &carry_over, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND);
}

/* A control of which anything that is asked changed is asked anew as a whole: of another role too, whose question is the same. */
static void
test_changed_for_another (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json"), *text = tnk_test_read (filename);
  g_autofree char *later = tnk_test_replace (text, "\"edition\": \"2026-1\"", "\"edition\": \"2027-1\""), *changed = tnk_test_replace (later, "承認の前に理由を確かめていますか。", "承認の前に根拠を確かめていますか。");
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_data ("next.json", changed, -1, NULL, NULL);
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new ("2027", catalog);
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  guint n, n_people;

  tnk_test_store_init_answers (&test);
  g_assert_true (tnk_store_close_campaign (test.store, "2026", &n, &n_people, &error));
  tnk_test_store_create_campaign (&test, campaign);
  g_assert_true (tnk_store_open_campaign (test.store, "2027", &n_people, &error));
  questionnaire = tnk_store_load_questionnaire (test.store, "2027", "p1", &error);
  g_assert_no_error (error);
  g_assert_cmpint (carry_of (questionnaire, "1.1-2"), ==, TNK_CARRY_ANEW);
  g_assert_cmpint (previous_of (questionnaire, "1.1-2"), ==, TNK_ANSWER_VALUE_UNANSWERED);
  g_assert_cmpint (previous_of (questionnaire, "2.1-1"), ==, TNK_ANSWER_VALUE_PARTIAL);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreQuestionnaire/load", test_load);
  g_test_add_func ("/Tenken/StoreQuestionnaire/not-found", test_not_found);
  g_test_add_func ("/Tenken/StoreQuestionnaire/preview", test_preview);
  g_test_add_func ("/Tenken/StoreQuestionnaire/own-score", test_own_score);
  g_test_add_func ("/Tenken/StoreQuestionnaire/submit", test_submit);
  g_test_add_func ("/Tenken/StoreQuestionnaire/moves", test_moves);
  g_test_add_func ("/Tenken/StoreQuestionnaire/remark", test_remark);
  g_test_add_func ("/Tenken/StoreQuestionnaire/blank-remark", test_blank_remark);
  g_test_add_func ("/Tenken/StoreQuestionnaire/reference", test_reference);
  g_test_add_func ("/Tenken/StoreQuestionnaire/counts", test_counts);
  g_test_add_func ("/Tenken/StoreQuestionnaire/campaign-states", test_campaign_states);
  g_test_add_func ("/Tenken/StoreQuestionnaire/revised", test_revised);
  g_test_add_func ("/Tenken/StoreQuestionnaire/changed-for-another", test_changed_for_another);
  return g_test_run ();
}
