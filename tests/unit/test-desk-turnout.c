/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-desk-export.h"
#include "tnk-desk-turnout.h"

#include <string.h>

#include "tnk-right.h"
#include "tnk-test-store.h"

#define SUBMITTED TNK_QUESTIONNAIRE_STATE_SUBMITTED
#define RETURNED TNK_QUESTIONNAIRE_STATE_RETURNED
#define ACCEPTED TNK_QUESTIONNAIRE_STATE_ACCEPTED

/* p2 answers for d2, p3 is of the committee, p5 of the secretariat here, and p1 of nothing. */
static TnkDesk *
sit_down (TnkTestStore *test,
          const char *person)
{
  g_autoptr (GError) error = NULL;
  TnkDesk *desk;

  if (g_str_equal (person, "p5"))
    g_assert_true (tnk_store_grant_right (test->store, TNK_RIGHTS_SECRETARIAT, "person:p5", NULL, NULL));
  desk = tnk_desk_new (test->store, person, &error);
  g_assert_no_error (error);
  return desk;
}

static void
show_counts_only (TnkTestStore *test)
{
  tnk_test_store_meddle (test->path, "UPDATE campaign SET visibility = 'counts'");
}

static char *
reference_of (TnkTestStore *test,
              const char *person)
{
  g_autofree char *sql = g_strdup_printf ("SELECT reference FROM questionnaire q JOIN person p ON p.no = q.person_no WHERE p.id = '%s'", person);

  return tnk_test_store_ask (test->path, sql);
}

static void
assert_turnout (TnkTestStore *test,
                const char *person,
                const char *department,
                guint asked,
                guint people)
{
  g_autoptr (TnkDesk) desk = sit_down (test, person);
  g_autoptr (TnkTurnout) turnout = NULL;
  g_autoptr (GError) error = NULL;
  TnkTurnoutCounts counts;

  turnout = tnk_desk_load_turnout (desk, "2026", department, TRUE, NULL, &error);
  g_assert_no_error (error);
  tnk_turnout_count (turnout, -1, &counts);
  g_assert_cmpuint (counts.asked, ==, asked);
  g_assert_cmpuint (tnk_turnout_get_n_people (turnout), ==, people);
  g_assert_cmpint (tnk_turnout_has_people (turnout), ==, people > 0);
}

static void
test_load (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkTurnout) turnout = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  assert_turnout (&test, "p2", "d2", 2, 2);
  assert_turnout (&test, "p3", NULL, 4, 0);
  assert_turnout (&test, "p3", "d2", 2, 0);
  assert_turnout (&test, "p5", NULL, 4, 4);
  desk = sit_down (&test, "p2");
  tnk_test_store_refused (tnk_desk_load_turnout (desk, "2026", "d3", TRUE, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "d3");
  tnk_test_store_refused (tnk_desk_load_turnout (desk, "2026", NULL, TRUE, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "body");
  turnout = tnk_desk_load_turnout (desk, "2026", "d2", FALSE, NULL, &error);
  g_assert_false (tnk_turnout_has_people (turnout));
  show_counts_only (&test);
  assert_turnout (&test, "p2", "d2", 2, 0);
  assert_turnout (&test, "p5", "d2", 2, 2);
}

/* --- one questionnaire --- */

static void
refuse_questionnaire (TnkTestStore *test,
                      const char *person,
                      const char *of,
                      int code,
                      const char *words)
{
  g_autoptr (TnkDesk) desk = sit_down (test, person);
  g_autoptr (GError) error = NULL;

  tnk_test_store_refused (tnk_desk_load_questionnaire (desk, "2026", of, &error) != NULL, &error, code, words);
}

static void
test_questionnaire (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  desk = sit_down (&test, "p2");
  questionnaire = tnk_desk_load_questionnaire (desk, "2026", "p1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_questionnaire_count_answered (questionnaire), ==, 3);
  g_assert_cmpstr (tnk_questionnaire_get_comment (questionnaire, 1), ==, "時々忘れる");
  refuse_questionnaire (&test, "p2", "p3", TNK_ERROR_REFUSED, "p3");
  refuse_questionnaire (&test, "p2", "nobody", TNK_ERROR_REFUSED, "nobody");
  refuse_questionnaire (&test, "p3", "p1", TNK_ERROR_REFUSED, "p1");
  refuse_questionnaire (&test, "p5", "nobody", TNK_ERROR_NOT_FOUND, "nobody");
  refuse_questionnaire (&test, "p5", "p5", TNK_ERROR_STATE, "has not handed in yet");
  tnk_test_store_move (&test, "p1", RETURNED, "もう一度");
  refuse_questionnaire (&test, "p2", "p1", TNK_ERROR_STATE, "has the questionnaire back");
  tnk_test_store_move (&test, "p1", SUBMITTED, NULL);
  show_counts_only (&test);
  refuse_questionnaire (&test, "p2", "p1", TNK_ERROR_REFUSED, "p1");
}

/* What somebody answered the time before, perhaps elsewhere, and left for later is not part of what was handed in. */
static void
test_nothing_else (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkQuestionnaire) own = NULL, shown = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  tnk_test_store_init_answers (&test);
  g_assert_true (tnk_store_close_campaign (test.store, "2026", &n, &n, &error));
  tnk_test_store_open_campaign (&test, "2027", FALSE);
  own = tnk_store_load_questionnaire (test.store, "2027", "p1", &error);
  g_assert_cmpuint (tnk_questionnaire_get_previous (own, 1), ==, TNK_ANSWER_VALUE_PARTIAL);
  g_assert_true (tnk_store_set_flag (test.store, "2027", "p1", tnk_questionnaire_get_duty (own, 0), TRUE, &error));
  g_assert_true (tnk_store_set_place (test.store, "2027", "p1", tnk_questionnaire_get_duty (own, 0), &error));
  g_assert_true (tnk_store_move_questionnaire (test.store, "2027", "p1", SUBMITTED, NULL, &error));
  desk = sit_down (&test, "p2");
  shown = tnk_desk_load_questionnaire (desk, "2027", "p1", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < tnk_questionnaire_get_n_items (shown); i++) {
    g_assert_cmpuint (tnk_questionnaire_get_previous (shown, i), ==, TNK_ANSWER_VALUE_UNANSWERED);
    g_assert_null (tnk_questionnaire_get_previous_comment (shown, i));
    g_assert_false (tnk_questionnaire_get_flagged (shown, i));
  }
  g_assert_cmpint (tnk_questionnaire_get_place (shown), ==, -1);
}

/* --- returning and accepting --- */

static void
refuse_move (TnkTestStore *test,
             const char *person,
             const char *of,
             int code,
             const char *words)
{
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (TnkDesk) desk = sit_down (test, person);
  g_autoptr (GError) error = NULL;

  before = tnk_test_store_dump (test->path);
  tnk_test_store_refused (tnk_desk_return_questionnaire (desk, "2026", of, NULL, "もう一度", &error), &error, code, words);
  tnk_test_store_refused (tnk_desk_accept_questionnaire (desk, "2026", of, NULL, &error), &error, code, words);
  after = tnk_test_store_dump (test->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_move (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, secretary = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  manager = sit_down (&test, "p2");
  secretary = sit_down (&test, "p5");
  tnk_test_store_refused (tnk_desk_return_questionnaire (manager, "2026", "p1", NULL, " ", &error), &error, TNK_ERROR_INVALID, "remark");
  g_assert_true (tnk_desk_return_questionnaire (manager, "2026", "p1", NULL, "2.1-1 を詳しく", &error));
  tnk_test_store_refused (tnk_desk_accept_questionnaire (manager, "2026", "p1", NULL, &error), &error, TNK_ERROR_STATE, "returned");
  tnk_test_store_move (&test, "p1", SUBMITTED, NULL);
  g_assert_true (tnk_desk_accept_questionnaire (manager, "2026", "p1", NULL, &error));
  g_assert_true (tnk_desk_accept_questionnaire (secretary, "2026", "p2", NULL, &error));
  g_assert_no_error (error);
  refuse_move (&test, "p2", "p3", TNK_ERROR_REFUSED, "p3");
  refuse_move (&test, "p3", "p1", TNK_ERROR_REFUSED, "p1");
  tnk_test_store_verify (test.store);
  show_counts_only (&test);
  refuse_move (&test, "p2", "p1", TNK_ERROR_REFUSED, "p1");
}

static void
test_own (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) above = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_move (&test, "p5", SUBMITTED, NULL);
  refuse_move (&test, "p2", "p2", TNK_ERROR_REFUSED, "nobody accepts or returns the own questionnaire");
  refuse_move (&test, "p5", "p5", TNK_ERROR_REFUSED, "nobody accepts or returns the own questionnaire");
  g_assert_true (tnk_store_grant_right (test.store, TNK_RIGHTS_DEPARTMENT, "person:p3", "d0", &error));
  above = sit_down (&test, "p3");
  g_assert_true (tnk_desk_accept_questionnaire (above, "2026", "p2", NULL, &error));
  g_assert_true (tnk_desk_accept_questionnaire (above, "2026", "p5", NULL, &error));
  g_assert_no_error (error);
}

/* Somebody has the paper before the eyes while it is returned and handed in anew. */
static void
test_race (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = NULL, *now = NULL;

  tnk_test_store_init_answers (&test);
  desk = sit_down (&test, "p2");
  seen = reference_of (&test, "p1");
  tnk_test_store_move (&test, "p1", RETURNED, "もう一度");
  tnk_test_store_refused (tnk_desk_accept_questionnaire (desk, "2026", "p1", seen, &error), &error, TNK_ERROR_STATE, "returned");
  tnk_test_store_move (&test, "p1", SUBMITTED, NULL);
  tnk_test_store_refused (tnk_desk_accept_questionnaire (desk, "2026", "p1", seen, &error), &error, TNK_ERROR_STATE,
                          "handed in anew since you looked at it");
  tnk_test_store_refused (tnk_desk_return_questionnaire (desk, "2026", "p1", seen, "もう一度", &error), &error, TNK_ERROR_STATE,
                          "handed in anew since you looked at it");
  now = reference_of (&test, "p1");
  g_assert_true (tnk_desk_return_questionnaire (desk, "2026", "p1", now, "もう一度", &error));
  g_assert_no_error (error);
}

/* --- whole departments --- */

static void
test_accept_all (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, committee = NULL, secretary = NULL;
  g_autoptr (GError) error = NULL;
  guint n_accepted, n_left;

  tnk_test_store_init_answers (&test);
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");
  secretary = sit_down (&test, "p5");
  tnk_test_store_refused (tnk_desk_accept_all (committee, "2026", "d2", &n_accepted, &n_left, NULL, NULL, NULL, &error), &error,
                          TNK_ERROR_REFUSED, "d2");
  tnk_test_store_refused (tnk_desk_accept_all (manager, "2026", NULL, &n_accepted, &n_left, NULL, NULL, NULL, &error), &error,
                          TNK_ERROR_REFUSED, "body");
  tnk_test_store_refused (tnk_desk_accept_all (manager, "2026", "d1", &n_accepted, &n_left, NULL, NULL, NULL, &error), &error,
                          TNK_ERROR_REFUSED, "d1");
  show_counts_only (&test);
  g_assert_true (tnk_desk_accept_all (manager, "2026", "d2", &n_accepted, &n_left, NULL, NULL, NULL, &error));
  g_assert_cmpuint (n_accepted, ==, 1);
  g_assert_cmpuint (n_left, ==, 1);
  g_assert_true (tnk_desk_accept_all (secretary, "2026", NULL, &n_accepted, &n_left, NULL, NULL, NULL, &error));
  g_assert_cmpuint (n_accepted, ==, 2);
  g_assert_cmpuint (n_left, ==, 0);
  g_assert_no_error (error);
}

static void
test_close (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, committee = NULL, secretary = NULL;
  g_autoptr (TnkTurnout) turnout = NULL, counted = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");
  secretary = sit_down (&test, "p5");
  tnk_test_store_refused (tnk_desk_close_department (manager, "2026", "d1", NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "d1");
  tnk_test_store_refused (tnk_desk_close_department (committee, "2026", "d2", NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "d2");
  turnout = tnk_desk_close_department (manager, "2026", "d2", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tnk_turnout_has_people (turnout));
  tnk_test_store_refused (tnk_desk_return_questionnaire (secretary, "2026", "p1", NULL, "もう一度", &error), &error, TNK_ERROR_STATE, "is closed");
  tnk_test_store_refused (tnk_desk_reopen_department (committee, "2026", "d2", "理由", &error), &error, TNK_ERROR_REFUSED, "d2");
  g_assert_true (tnk_desk_reopen_department (secretary, "2026", "d2", "早すぎた", &error));
  tnk_test_store_assert_rows (test.path, "SELECT detail ->> 'by', detail ->> 'reason' FROM log WHERE kind = 'department.reopened'", "p5|早すぎた");
  show_counts_only (&test);
  counted = tnk_desk_close_department (manager, "2026", "d2", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (tnk_turnout_has_people (counted));
  g_assert_cmpstr (tnk_turnout_get_closed_by (counted, 2), ==, "p2");
  tnk_test_store_assert_rows (test.path, "SELECT closed_by FROM department_closing", "p2");
}

static void
test_reminders (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, committee = NULL;
  g_autofree char *named = NULL, *counted = NULL, *file = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");
  file = g_build_filename (test.dir, "r.xlsx", NULL);
  named = tnk_desk_make_reminders (manager, "2026", "d2", "ja", NULL, &error);
  g_assert_nonnull (strstr (named, "山田"));
  g_assert_null (strstr (named, "高橋"));
  tnk_test_store_refused (tnk_desk_make_reminders (manager, "2026", NULL, "ja", NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "body");
  tnk_test_store_refused (tnk_desk_make_reminders (manager, "2026", "d3", "ja", NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "d3");
  tnk_test_store_refused (tnk_desk_make_reminders (committee, "2026", "d2", "ja", NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "d2");
  tnk_test_store_refused (tnk_desk_export_reminders (manager, "2026", "d3", file, NULL, &error), &error, TNK_ERROR_REFUSED, "d3");
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_true (tnk_desk_export_reminders (manager, "2026", "d2", file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  show_counts_only (&test);
  counted = tnk_desk_make_reminders (manager, "2026", "d2", "ja", NULL, &error);
  g_assert_nonnull (strstr (counted, "総務課　2人"));
  g_assert_null (strstr (counted, "山田"));
}

static void
test_mark (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  gint64 before, after;

  tnk_test_store_init_answers (&test);
  desk = sit_down (&test, "p2");
  g_assert_true (tnk_desk_read_mark (desk, &before, &error));
  g_assert_true (tnk_desk_accept_questionnaire (desk, "2026", "p1", NULL, &error));
  g_assert_true (tnk_desk_read_mark (desk, &after, &error));
  g_assert_no_error (error);
  g_assert_cmpint (after, >, before);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/DeskTurnout/load", test_load);
  g_test_add_func ("/Tenken/DeskTurnout/questionnaire", test_questionnaire);
  g_test_add_func ("/Tenken/DeskTurnout/nothing-else", test_nothing_else);
  g_test_add_func ("/Tenken/DeskTurnout/move", test_move);
  g_test_add_func ("/Tenken/DeskTurnout/own", test_own);
  g_test_add_func ("/Tenken/DeskTurnout/race", test_race);
  g_test_add_func ("/Tenken/DeskTurnout/accept-all", test_accept_all);
  g_test_add_func ("/Tenken/DeskTurnout/close", test_close);
  g_test_add_func ("/Tenken/DeskTurnout/reminders", test_reminders);
  g_test_add_func ("/Tenken/DeskTurnout/mark", test_mark);
  return g_test_run ();
}
