/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-store-turnout.h"
#include "tnk-test-store.h"

#define SUBMITTED TNK_QUESTIONNAIRE_STATE_SUBMITTED
#define RETURNED TNK_QUESTIONNAIRE_STATE_RETURNED
#define ACCEPTED TNK_QUESTIONNAIRE_STATE_ACCEPTED
#define LAST_LOG "SELECT kind, subject, detail FROM log ORDER BY seq DESC LIMIT 1"

static TnkTurnout *
load (TnkTestStore *test,
      const char *department,
      gboolean people)
{
  g_autoptr (GError) error = NULL;
  TnkTurnout *turnout = tnk_store_load_turnout (test->store, "2026", department, people, NULL, &error);

  g_assert_no_error (error);
  return turnout;
}

/* Counted, and counted one by one. */
static void
assert_counts (TnkTestStore *test,
               const char *department,
               const char *expected)
{
  for (gboolean people = FALSE; people <= TRUE; people++) {
    g_autoptr (TnkTurnout) turnout = load (test, department, people);
    g_autofree char *text = NULL;
    TnkTurnoutCounts counts;

    tnk_turnout_count (turnout, -1, &counts);
    text = g_strdup_printf ("%u: %u %u %u %u %u", counts.asked, counts.not_begun, counts.draft, counts.returned, counts.submitted,
                            counts.accepted);
    g_assert_cmpstr (text, ==, expected);
    g_assert_cmpuint (tnk_turnout_get_n_people (turnout), ==, people ? counts.asked : 0);
  }
}

static void
close_department (TnkTestStore *test,
                  const char *department)
{
  g_autoptr (GError) error = NULL;
  TnkTurnout *turnout = tnk_store_close_department (test->store, "2026", department, "p2", FALSE, NULL, &error);

  g_assert_no_error (error);
  g_assert_finalize_object (turnout);
  tnk_test_store_verify (test->store);
}

static void
refuse_closing (TnkTestStore *test,
                const char *campaign,
                const char *department,
                int code,
                const char *words)
{
  g_autofree char *before = tnk_test_store_dump (test->path), *after = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_refused (tnk_store_close_department (test->store, campaign, department, "p2", FALSE, NULL, &error) != NULL, &error,
                          code, words);
  after = tnk_test_store_dump (test->path);
  g_assert_cmpstr (before, ==, after);
}

static void
refuse_reopening (TnkTestStore *test,
                  const char *department,
                  const char *reason,
                  int code,
                  const char *words)
{
  g_autofree char *before = tnk_test_store_dump (test->path), *after = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_refused (tnk_store_reopen_department (test->store, "2026", department, "p2", reason, &error), &error, code, words);
  after = tnk_test_store_dump (test->path);
  g_assert_cmpstr (before, ==, after);
}

static void
refuse_move (TnkTestStore *test,
             const char *person,
             TnkQuestionnaireState state)
{
  g_autofree char *before = tnk_test_store_dump (test->path), *after = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_refused (tnk_store_move_questionnaire (test->store, "2026", person, state, "もう一度", &error), &error,
                          TNK_ERROR_STATE, "is closed");
  after = tnk_test_store_dump (test->path);
  g_assert_cmpstr (before, ==, after);
}

/* --- reading --- */

/* A draft was begun once it has an answer, a flag or a place. */
static void
test_begun (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  assert_counts (&test, NULL, "4: 4 0 0 0 0");
  questionnaire = tnk_store_load_questionnaire (test.store, "2026", "p1", &error);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,implemented,\n", TRUE);
  assert_counts (&test, NULL, "4: 3 1 0 0 0");
  g_assert_true (tnk_store_set_place (test.store, "2026", "p1", tnk_questionnaire_get_duty (questionnaire, 0), &error));
  assert_counts (&test, NULL, "4: 2 2 0 0 0");
  g_assert_true (tnk_store_set_flag (test.store, "2026", "p2", tnk_questionnaire_get_duty (questionnaire, 0), TRUE, &error));
  g_assert_no_error (error);
  assert_counts (&test, NULL, "4: 1 3 0 0 0");
  assert_counts (&test, "d1", "2: 0 2 0 0 0");
}

static void
test_scopes (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_answers (&test);
  tnk_test_store_move (&test, "p1", RETURNED, "もう一度");
  tnk_test_store_move (&test, "p3", ACCEPTED, NULL);
  assert_counts (&test, NULL, "4: 1 0 1 1 1");
  assert_counts (&test, "d0", "4: 1 0 1 1 1");
  assert_counts (&test, "d1", "2: 0 0 1 1 0");
  assert_counts (&test, "d3", "1: 1 0 0 0 0");
}

static void
test_people (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkTurnout) turnout = NULL;
  TnkTurnoutPerson *p1, *p2;

  tnk_test_store_init_answers (&test);
  tnk_test_store_move (&test, "p1", RETURNED, "2.1-1 を\n詳しく");
  turnout = load (&test, NULL, TRUE);
  p1 = tnk_turnout_lookup_person (turnout, "p1");
  p2 = tnk_turnout_lookup_person (turnout, "p2");
  g_assert_cmpstr (tnk_turnout_person_get_name (p1), ==, "山田　太郎");
  g_assert_cmpstr (tnk_turnout_person_get_remark (p1), ==, "2.1-1 を\n詳しく");
  g_assert_cmpstr (tnk_department_get_name (tnk_turnout_person_get_department (p1)), ==, "総務課");
  g_assert_cmpuint (tnk_turnout_person_get_n_items (p1), ==, 3);
  g_assert_cmpuint (tnk_turnout_person_get_n_items (p2), ==, 5);
  g_assert_cmpuint (tnk_turnout_person_get_n_answered (p2), ==, 5);
  g_assert_nonnull (tnk_turnout_person_get_reference (p2));
  g_assert_null (tnk_turnout_lookup_person (turnout, "p4"));
}

static void
test_not_found (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  tnk_test_store_refused (tnk_store_load_turnout (test.store, "1999", NULL, TRUE, NULL, &error) != NULL, &error,
                          TNK_ERROR_NOT_FOUND, "“1999”");
  tnk_test_store_refused (tnk_store_load_turnout (test.store, "2026", "d9", TRUE, NULL, &error) != NULL, &error,
                          TNK_ERROR_NOT_FOUND, "“d9”");
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_store_load_turnout (test.store, "2026", NULL, TRUE, cancellable, &error) != NULL, &error);
}

/* Nobody is asked yet in a campaign in preparation. */
static void
test_prepared (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");

  tnk_test_store_init_roster (&test);
  tnk_test_store_create_campaign (&test, campaign);
  assert_counts (&test, NULL, "0: 0 0 0 0 0");
  refuse_closing (&test, "2026", "d1", TNK_ERROR_STATE, "prepared");
}

/* --- closing and reopening --- */

static void
test_close (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkTurnout) turnout = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_move (&test, "p1", RETURNED, "もう一度");
  turnout = tnk_store_close_department (test.store, "2026", "d1", "p2", TRUE, NULL, &error);
  g_assert_no_error (error);
  missing = tnk_turnout_list_missing (turnout, -1);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (tnk_turnout_person_get_id (missing->pdata[0]), ==, "p1");
  g_assert_cmpstr (tnk_turnout_get_closed_by (turnout, 1), ==, "p2");
  g_assert_cmpstr (tnk_turnout_get_closed_at (turnout, 1), ==, TNK_TEST_STORE_NOW);
  g_assert_true (tnk_turnout_is_closed (turnout, 2));
  tnk_test_store_assert_rows (test.path, LAST_LOG,
                              "department.closed|2026/d1|{\"by\":\"p2\",\"asked\":2,\"not_begun\":0,\"draft\":0,\"returned\":1}");
  tnk_test_store_verify (test.store);

  refuse_move (&test, "p1", SUBMITTED);
  refuse_move (&test, "p2", RETURNED);
  tnk_test_store_move (&test, "p2", ACCEPTED, NULL);
  tnk_test_store_move (&test, "p3", RETURNED, "ここは開いている");
  tnk_test_store_verify (test.store);
}

/* What is closed says so to the person, and loses nothing. */
static void
test_draft (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkQuestionnaire) before = NULL, after = NULL, handed_in = NULL;
  g_autoptr (GError) error = NULL;
  TnkDuty *duty;

  tnk_test_store_init_open (&test);
  before = tnk_store_load_questionnaire (test.store, "2026", "p1", &error);
  g_assert_false (tnk_questionnaire_get_department_closed (before));
  tnk_test_store_move (&test, "p2", SUBMITTED, NULL);
  close_department (&test, "d1");
  duty = tnk_questionnaire_get_duty (before, 0);
  g_assert_true (tnk_store_save_answer (test.store, "2026", "p1", duty, TNK_ANSWER_VALUE_IMPLEMENTED, NULL, NULL, &error));
  refuse_move (&test, "p1", SUBMITTED);
  after = tnk_store_load_questionnaire (test.store, "2026", "p1", &error);
  g_assert_true (tnk_questionnaire_get_department_closed (after));
  g_assert_cmpuint (tnk_questionnaire_get_answer (after, 0), ==, TNK_ANSWER_VALUE_IMPLEMENTED);
  handed_in = tnk_store_load_questionnaire (test.store, "2026", "p2", &error);
  g_assert_false (tnk_questionnaire_get_department_closed (handed_in));
}

static void
test_close_again (void)
{
  g_auto (TnkTestStore) test = {0};
  guint n;

  tnk_test_store_init_open (&test);
  close_department (&test, "d2");
  refuse_closing (&test, "2026", "d2", TNK_ERROR_STATE, "closed already, since 2026-06-01T09:00:00+09:00 by p2");
  close_department (&test, "d1");
  close_department (&test, "d0");
  refuse_closing (&test, "2026", "d3", TNK_ERROR_STATE, "closed already with “d0” above it");
  refuse_closing (&test, "2026", "d9", TNK_ERROR_NOT_FOUND, "“d9”");
  refuse_closing (&test, "1999", "d1", TNK_ERROR_NOT_FOUND, "“1999”");
  g_assert_true (tnk_store_close_campaign (test.store, "2026", &n, &n, NULL));
  tnk_test_store_verify (test.store);
  refuse_closing (&test, "2026", "d2", TNK_ERROR_STATE, "the campaign “2026” is closed");
  refuse_reopening (&test, "d2", "理由", TNK_ERROR_STATE, "the campaign “2026” is closed");
}

static void
test_reopen (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  refuse_reopening (&test, "d1", "理由", TNK_ERROR_STATE, "is not closed");
  close_department (&test, "d2");
  close_department (&test, "d1");
  refuse_reopening (&test, "d1", "", TNK_ERROR_INVALID, "say why");
  refuse_reopening (&test, "d1", " \n", TNK_ERROR_INVALID, "say why");
  refuse_reopening (&test, "d1", "\x1b[31m", TNK_ERROR_INVALID, "reason");
  refuse_reopening (&test, "d2", "理由", TNK_ERROR_STATE, "closed with “d1” above it");
  g_assert_true (tnk_store_reopen_department (test.store, "2026", "d1", "p2", "早すぎた", &error));
  g_assert_no_error (error);
  tnk_test_store_assert_rows (test.path, LAST_LOG, "department.reopened|2026/d1|{\"by\":\"p2\",\"reason\":\"早すぎた\"}");
  refuse_move (&test, "p1", SUBMITTED);
  g_assert_true (tnk_store_reopen_department (test.store, "2026", "d2", NULL, "早すぎた", &error));
  tnk_test_store_assert_rows (test.path, LAST_LOG, "department.reopened|2026/d2|{\"by\":\"tester\",\"reason\":\"早すぎた\"}");
  tnk_test_store_move (&test, "p1", SUBMITTED, NULL);
  close_department (&test, "d2");
}

static void
test_import (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  const char *rows = ANSWER "p1,staff,1.1-2,implemented,\n";

  tnk_test_store_init_open (&test);
  close_department (&test, "d1");
  tnk_test_store_refused (tnk_test_store_try_answers (&test, rows, FALSE, &problems, &error), &error, TNK_ERROR_INVALID,
                          "the department “d1” of “p1” is closed");
  g_assert_cmpuint (problems->len, ==, 1);
  tnk_test_store_import_answers (&test, rows, TRUE);
  assert_counts (&test, "d1", "2: 1 1 0 0 0");
}

/* The tree moves below what is closed; a department that goes is closed no more. */
static void
test_roster (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *people = tnk_test_replace (PEOPLE, "p5,高橋　三郎,d3", "p5,高橋　三郎,d1");

  tnk_test_store_init_open (&test);
  close_department (&test, "d1");
  close_department (&test, "d3");
  tnk_test_store_import_roster (&test, "department_id,name,parent_id\nd0,点検市,\nd4,新しい部,d0\nd1,総務部,d0\nd2,総務課,d4\n", people);
  tnk_test_store_verify (test.store);
  tnk_test_store_assert_rows (test.path, "SELECT subject FROM log WHERE kind = 'department.gone'", "2026/d3");
  tnk_test_store_assert_rows (test.path, "SELECT department_id FROM department_closing", "d1");
  refuse_move (&test, "p5", SUBMITTED);
  tnk_test_store_move (&test, "p1", SUBMITTED, NULL);
}

/* --- accepting all --- */

static void
test_accept_all (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  guint n_accepted, n_left;

  tnk_test_store_init_answers (&test);
  g_assert_true (tnk_store_accept_all (test.store, "2026", "d1", "p2", &n_accepted, &n_left, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_accepted, ==, 1);
  g_assert_cmpuint (n_left, ==, 1);
  assert_counts (&test, NULL, "4: 1 0 0 2 1");
  tnk_test_store_verify (test.store);
  g_assert_true (tnk_store_accept_all (test.store, "2026", NULL, NULL, &n_accepted, &n_left, NULL, NULL, NULL, &error));
  g_assert_cmpuint (n_accepted, ==, 2);
  g_assert_cmpuint (n_left, ==, 0);
  assert_counts (&test, NULL, "4: 1 0 0 0 3");
  tnk_test_store_verify (test.store);
  g_assert_true (tnk_store_accept_all (test.store, "2026", NULL, NULL, &n_accepted, &n_left, NULL, NULL, NULL, &error));
  g_assert_cmpuint (n_accepted, ==, 0);
}

static void
test_accept_all_stopped (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  guint n_accepted, n_left;

  tnk_test_store_init_answers (&test);
  before = tnk_test_store_dump (test.path);
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_store_accept_all (test.store, "2026", NULL, NULL, &n_accepted, &n_left, NULL, NULL, cancellable, &error),
                            &error);
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

/* --- verify, mark, remark --- */

typedef struct
{
  const char *name;
  const char *sql;
  const char *words;
} Change;

/* d1 is closed. */
static const Change changes[] = {
  {"closed", "INSERT INTO department_closing VALUES (1, 'd3', 'x', 'p1')", "2026/d3 was closed behind the log"},
  {"reopened", "DELETE FROM department_closing", "2026/d1 was reopened behind the log"},
  {"moved", "UPDATE department_closing SET department_id = 'd3'", "2026/d3 was closed behind the log"},
};

static void
test_tampered (gconstpointer data)
{
  const Change *change = data;
  g_auto (TnkTestStore) test = {0};
  g_autofree char *head = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  tnk_test_store_init_open (&test);
  close_department (&test, "d1");
  tnk_test_store_meddle (test.path, change->sql);
  tnk_test_store_refused (tnk_store_verify (test.store, &n, &n, &head, NULL, &error), &error, TNK_ERROR_TAMPERED, change->words);
}

static gint64
read_mark (TnkStore *store)
{
  g_autoptr (GError) error = NULL;
  gint64 mark = -1;

  g_assert_true (tnk_store_read_mark (store, &mark, &error));
  g_assert_no_error (error);
  return mark;
}

static void
test_mark (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkStore) other = NULL;
  g_autoptr (GError) error = NULL;
  gint64 first, second;

  tnk_test_store_init_open (&test);
  first = read_mark (test.store);
  assert_counts (&test, NULL, "4: 4 0 0 0 0");
  g_assert_cmpint (read_mark (test.store), ==, first);
  tnk_test_store_move (&test, "p1", SUBMITTED, NULL);
  second = read_mark (test.store);
  g_assert_cmpint (second, >, first);
  other = tnk_store_open (test.path, "other", &error);
  g_assert_true (tnk_store_move_questionnaire (other, "2026", "p2", SUBMITTED, NULL, &error));
  g_assert_cmpint (read_mark (test.store), >, second);
  second = read_mark (test.store);
  g_assert_cmpint (read_mark (test.store), ==, second);
}

static void
test_remark (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkQuestionnaire) back = NULL, old = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_move (&test, "p1", RETURNED, "\"2.1-1\" を");
  back = tnk_store_load_questionnaire (test.store, "2026", "p1", &error);
  g_assert_cmpstr (tnk_questionnaire_get_remark (back), ==, "\"2.1-1\" を");
  /* A store that was there before there was a place for it has it in the log. */
  tnk_test_store_meddle (test.path, "UPDATE questionnaire SET remark = NULL");
  old = tnk_store_load_questionnaire (test.store, "2026", "p1", &error);
  g_assert_cmpstr (tnk_questionnaire_get_remark (old), ==, "\"2.1-1\" を");
  tnk_test_store_meddle (test.path, "UPDATE questionnaire SET remark = 'x' WHERE state = 'returned'");
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\n", FALSE);
  again = tnk_store_load_questionnaire (test.store, "2026", "p1", &error);
  g_assert_null (tnk_questionnaire_get_remark (again));
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM questionnaire WHERE remark IS NOT NULL", "0");
}

/* A whole prefecture. */
static void
test_crowd (void)
{
  g_auto (TnkTestStore) test = {0};
  TnkBody *crowd = tnk_test_store_crowd (TNK_TEST_STORE_CROWD, "staff");
  gint64 start;

  tnk_test_store_init (&test);
  tnk_test_store_import_body (&test, crowd);
  g_assert_finalize_object (crowd);
  tnk_test_store_open_campaign (&test, "2026", FALSE);
  start = tnk_test_cpu_time ();
  g_object_unref (load (&test, NULL, FALSE));
  g_test_message ("counted in %.0f ms", (tnk_test_cpu_time () - start) / 1000.0);
  start = tnk_test_cpu_time ();
  g_object_unref (load (&test, NULL, TRUE));
  g_test_message ("one by one in %.0f ms", (tnk_test_cpu_time () - start) / 1000.0);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreTurnout/begun", test_begun);
  g_test_add_func ("/Tenken/StoreTurnout/scopes", test_scopes);
  g_test_add_func ("/Tenken/StoreTurnout/people", test_people);
  g_test_add_func ("/Tenken/StoreTurnout/not-found", test_not_found);
  g_test_add_func ("/Tenken/StoreTurnout/prepared", test_prepared);
  g_test_add_func ("/Tenken/StoreTurnout/close", test_close);
  g_test_add_func ("/Tenken/StoreTurnout/draft", test_draft);
  g_test_add_func ("/Tenken/StoreTurnout/close-again", test_close_again);
  g_test_add_func ("/Tenken/StoreTurnout/reopen", test_reopen);
  g_test_add_func ("/Tenken/StoreTurnout/import", test_import);
  g_test_add_func ("/Tenken/StoreTurnout/roster", test_roster);
  g_test_add_func ("/Tenken/StoreTurnout/accept-all", test_accept_all);
  g_test_add_func ("/Tenken/StoreTurnout/accept-all-stopped", test_accept_all_stopped);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/StoreTurnout/tampered/%s", changes[i].name);
    g_test_add_data_func (path, &changes[i], test_tampered);
  }
  g_test_add_func ("/Tenken/StoreTurnout/mark", test_mark);
  g_test_add_func ("/Tenken/StoreTurnout/remark", test_remark);
  g_test_add_func ("/Tenken/StoreTurnout/crowd", test_crowd);
  return g_test_run ();
}
