/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-terminal.h"

#include <string.h>

#include <sqlite3.h>

#define LAST_LOG "SELECT actor, kind, subject FROM log ORDER BY seq DESC LIMIT 1"
#define IMPLEMENTED TNK_ANSWER_VALUE_IMPLEMENTED
#define PARTIAL TNK_ANSWER_VALUE_PARTIAL

/* A verb that gives TRUE or an error: begun, waited for, ended. */
typedef gboolean (*FinishFunc) (TnkSession *session, GAsyncResult *result, GError **error);

static gboolean
finish (TnkSession *session,
        FinishFunc func,
        GAsyncResult **result,
        GError **error)
{
  gboolean done = func (session, tnk_test_await (result), error);

  g_clear_object (result);
  return done;
}

static gboolean
save (TnkSession *session,
      TnkDuty *duty,
      TnkAnswerValue value,
      const char *comment,
      const char *evidence,
      GError **error)
{
  GAsyncResult *result = NULL;

  tnk_session_save_answer_async (session, duty, value, comment, evidence, NULL, tnk_test_await_cb, &result);
  return finish (session, tnk_session_save_answer_finish, &result, error);
}

static gboolean
change_pin (TnkSession *session,
            const char *pin,
            GError **error)
{
  GAsyncResult *result = NULL;

  tnk_session_change_pin_async (session, pin, NULL, tnk_test_await_cb, &result);
  return finish (session, tnk_session_change_pin_finish, &result, error);
}

static char *
submit (TnkSession *session,
        GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  tnk_session_submit_async (session, NULL, tnk_test_await_cb, &result);
  return tnk_session_submit_finish (session, tnk_test_await (&result), error);
}

/* --- the PIN --- */

static void
test_initial_pin (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_sign_in (self.terminal, "p2", self.p2_pin);
  g_assert_true (tnk_session_must_change_pin (session));
  g_assert_null (tnk_session_get_last_sign_in (session));
  tnk_session_load_async (session, NULL, tnk_test_await_cb, &result);
  tnk_test_store_refused (tnk_session_load_finish (session, tnk_test_await (&result), &error) != NULL, &error,
                          TNK_ERROR_REFUSED, "change the initial PIN first");
  tnk_test_store_refused (submit (session, &error) != NULL, &error, TNK_ERROR_REFUSED, "change the initial PIN first");
  tnk_test_store_refused (change_pin (session, self.p2_pin, &error), &error, TNK_ERROR_INVALID, "the present PIN");
  tnk_test_store_refused (change_pin (session, "121212", &error), &error, TNK_ERROR_INVALID, "too easy");
  g_assert_true (tnk_session_must_change_pin (session));
  g_assert_true (change_pin (session, "90817263", &error));
  g_assert_no_error (error);
  g_assert_false (tnk_session_must_change_pin (session));
  tnk_test_store_assert_rows (self.test.path, LAST_LOG, "p2@kiosk:hall-2|pin.changed|p2");
  questionnaire = tnk_test_session_load (session);
  g_assert_cmpuint (tnk_questionnaire_get_n_items (questionnaire), ==, 5);
  g_clear_object (&session);
  session = tnk_test_terminal_sign_in (self.terminal, "p2", "90817263");
  g_assert_false (tnk_session_must_change_pin (session));
  g_assert_nonnull (tnk_session_get_last_sign_in (session));
  g_assert_cmpstr (tnk_session_get_last_place (session), ==, "kiosk:hall-2");
  g_clear_object (&session);
  g_clear_object (&result);
}

/* --- the whole way --- */

static void
test_way (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL, again = NULL;
  g_autofree char *reference = NULL, *kept = NULL, *filename = NULL;
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;
  TnkDuty *duty;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_p1 (&self);
  questionnaire = tnk_test_session_load (session);
  duty = tnk_test_session_duty (questionnaire, "2.1-1");
  g_assert_true (save (session, duty, PARTIAL, "時々", "棚", &error));
  g_assert_true (save (session, tnk_test_session_duty (questionnaire, "1.1-2"), IMPLEMENTED, NULL, NULL, &error));
  tnk_session_set_flag_async (session, duty, TRUE, NULL, tnk_test_await_cb, &result);
  g_assert_true (finish (session, tnk_session_set_flag_finish, &result, &error));
  tnk_session_set_place_async (session, duty, NULL, tnk_test_await_cb, &result);
  g_assert_true (finish (session, tnk_session_set_place_finish, &result, &error));
  tnk_session_promise_async (session, duty, "2099-12", NULL, tnk_test_await_cb, &result);
  g_assert_true (finish (session, tnk_session_promise_finish, &result, &error));
  g_assert_no_error (error);
  again = tnk_test_session_load (session);
  g_assert_cmpint (tnk_questionnaire_get_answer (again, 1), ==, PARTIAL);
  g_assert_cmpstr (tnk_questionnaire_get_comment (again, 1), ==, "時々");
  g_assert_cmpstr (tnk_questionnaire_get_evidence (again, 1), ==, "棚");
  g_assert_true (tnk_questionnaire_get_flagged (again, 1));
  g_assert_cmpint (tnk_questionnaire_get_place (again), ==, 1);
  g_assert_cmpstr (tnk_questionnaire_get_promise (again, 1), ==, "2099-12");
  g_assert_cmpuint (tnk_questionnaire_count_answered (again), ==, 2);
  reference = submit (session, &error);
  g_assert_no_error (error);
  kept = tnk_test_store_ask (self.test.path, "SELECT substr (hash, 1, 10) FROM log WHERE kind = 'questionnaire.submitted' "
                                             "AND actor = 'p1@kiosk:hall-2' AND subject = '2026/p1'");
  g_assert_cmpstr (reference, ==, kept);
  g_assert_cmpuint (strlen (reference), ==, 10);
  tnk_test_store_refused (save (session, duty, IMPLEMENTED, NULL, NULL, &error), &error, TNK_ERROR_STATE, "is submitted");
  tnk_test_store_refused (submit (session, &error) != NULL, &error, TNK_ERROR_STATE, "cannot become submitted");
  filename = g_build_filename (self.test.dir, "受領書.xlsx", NULL);
  tnk_session_write_receipt_async (session, filename, "ja", NULL, tnk_test_await_cb, &result);
  g_assert_true (finish (session, tnk_session_write_receipt_finish, &result, &error));
  g_assert_true (g_file_test (filename, G_FILE_TEST_IS_REGULAR));
  tnk_session_write_receipt_async (session, "/nowhere/x.xlsx", NULL, NULL, tnk_test_await_cb, &result);
  tnk_test_store_refused (finish (session, tnk_session_write_receipt_finish, &result, &error), &error, TNK_ERROR_EXPORT, "/nowhere");
  tnk_test_store_verify (self.test.store);
  tnk_session_sign_out (session);
  g_clear_object (&session);
}

/* What the screen holds belongs to the screen: the thread goes on without it. */
static void
test_questionnaire_is_the_callers (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  TnkQuestionnaire *questionnaire;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_p1 (&self);
  questionnaire = tnk_test_session_load (session);
  g_assert_finalize_object (questionnaire);
  questionnaire = tnk_test_session_load (session);
  g_clear_object (&session);
  tnk_test_terminal_close (&self);
  g_assert_cmpstr (tnk_control_get_id (tnk_duty_get_control (tnk_questionnaire_get_duty (questionnaire, 0))), ==, "1.1-2");
  g_assert_finalize_object (questionnaire);
}

/* Answers can be stored before, or without, the questionnaire being read. */
static void
test_save_without_load (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (GError) error = NULL;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_p1 (&self);
  g_assert_true (save (session, tnk_catalog_find_duty (catalog, "2.1-1", "staff"), PARTIAL, NULL, NULL, &error));
  g_assert_no_error (error);
  tnk_test_store_refused (save (session, tnk_catalog_find_duty (catalog, "2.1-2.2", "manager"), PARTIAL, NULL, NULL, &error),
                          &error, TNK_ERROR_NOT_FOUND, "is not asked about");
  g_clear_object (&session);
}

static void
test_not_asked (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_sign_in (self.terminal, "p4", self.p4_pin);
  g_assert_true (change_pin (session, "90817263", &error));
  tnk_session_load_async (session, NULL, tnk_test_await_cb, &result);
  tnk_test_store_refused (tnk_session_load_finish (session, tnk_test_await (&result), &error) != NULL, &error,
                          TNK_ERROR_NOT_FOUND, "“p4” is not asked");
  tnk_test_store_refused (submit (session, &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "“p4” is not asked");
  g_clear_object (&session);
  g_clear_object (&result);
}

/* --- campaigns that come and go --- */

static void
test_closed_meanwhile (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL, next = NULL;
  g_autoptr (GAsyncResult) none = NULL;
  g_autoptr (GError) error = NULL;
  guint n_submitted, n_people;
  TnkDuty *duty;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_p1 (&self);
  questionnaire = tnk_test_session_load (session);
  duty = tnk_test_session_duty (questionnaire, "2.1-1");
  g_assert_true (save (session, duty, PARTIAL, NULL, NULL, &error));
  g_assert_true (tnk_store_close_campaign (self.test.store, "2026", &n_submitted, &n_people, NULL));
  tnk_test_store_refused (save (session, duty, IMPLEMENTED, NULL, NULL, &error), &error, TNK_ERROR_STATE,
                          "“2026” is closed; answers are taken while it is open");
  tnk_test_store_refused (submit (session, &error) != NULL, &error, TNK_ERROR_STATE, "is closed");
  tnk_session_load_async (session, NULL, tnk_test_await_cb, &none);
  tnk_test_store_refused (tnk_session_load_finish (session, tnk_test_await (&none), &error) != NULL, &error,
                          TNK_ERROR_NOT_FOUND, "no campaign is open");
  g_clear_object (&none);
  /* the next one opens: what the screen still shows does not slip into it */
  tnk_test_store_open_campaign (&self.test, "2027", FALSE);
  next = tnk_test_session_load (session);
  g_assert_cmpstr (tnk_campaign_get_id (tnk_questionnaire_get_campaign (next)), ==, "2027");
  g_assert_true (save (session, duty, IMPLEMENTED, NULL, NULL, &error));
  tnk_test_store_assert_rows (self.test.path,
                              "SELECT c.id, a.value FROM answer a JOIN questionnaire q ON q.no = a.questionnaire_no "
                              "JOIN campaign c ON c.no = q.campaign_no ORDER BY 1",
                              "2026|2\n2027|1");
  g_clear_object (&session);
}

/* --- signing out --- */

static void
test_sign_out (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (GAsyncResult) result = NULL, late = NULL;
  g_autoptr (GError) error = NULL;
  TnkSession *session;
  TnkDuty *duty;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_p1 (&self);
  questionnaire = tnk_test_session_load (session);
  duty = tnk_test_session_duty (questionnaire, "2.1-1");
  tnk_session_save_answer_async (session, duty, PARTIAL, "最後に", NULL, NULL, tnk_test_await_cb, &late);
  tnk_session_sign_out (session);
  g_assert_null (tnk_session_get_person (session));
  g_assert_null (tnk_session_get_last_sign_in (session));
  g_assert_null (tnk_session_get_last_place (session));
  g_assert_false (tnk_session_must_change_pin (session));
  /* what was begun reaches the disk */
  g_assert_true (tnk_session_save_answer_finish (session, tnk_test_await (&late), &error));
  tnk_test_store_assert_rows (self.test.path, "SELECT value, comment FROM answer", "2|最後に");
  tnk_test_store_refused (save (session, duty, IMPLEMENTED, NULL, NULL, &error), &error, TNK_ERROR_REFUSED, "has signed out");
  tnk_test_store_refused (change_pin (session, "90817263", &error), &error, TNK_ERROR_REFUSED, "has signed out");
  tnk_test_store_refused (submit (session, &error) != NULL, &error, TNK_ERROR_REFUSED, "has signed out");
  tnk_session_load_async (session, NULL, tnk_test_await_cb, &result);
  tnk_test_store_refused (tnk_session_load_finish (session, tnk_test_await (&result), &error) != NULL, &error,
                          TNK_ERROR_REFUSED, "has signed out");
  tnk_session_sign_out (session);
  g_clear_object (&late);
  g_clear_object (&result);
  tnk_terminal_close (self.terminal);
  g_assert_finalize_object (session);
}

/* The next person is another, with other rights, on the same terminal. */
static void
test_next_person (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) first = NULL, second = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL, other = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_terminal_init (&self);
  first = tnk_test_terminal_p1 (&self);
  questionnaire = tnk_test_session_load (first);
  g_assert_true (save (first, tnk_test_session_duty (questionnaire, "2.1-1"), PARTIAL, "私の", NULL, &error));
  tnk_session_sign_out (first);
  second = tnk_test_terminal_sign_in (self.terminal, "p5", self.p5_pin);
  g_assert_true (change_pin (second, "90817263", &error));
  other = tnk_test_session_load (second);
  g_assert_cmpuint (tnk_questionnaire_count_answered (other), ==, 0);
  g_assert_cmpstr (tnk_questionnaire_get_person_id (other), ==, "p5");
  g_assert_true (save (second, tnk_test_session_duty (questionnaire, "2.1-1"), IMPLEMENTED, NULL, NULL, &error));
  tnk_test_store_assert_rows (self.test.path,
                              "SELECT p.id, a.value FROM answer a JOIN questionnaire q ON q.no = a.questionnaire_no "
                              "JOIN person p ON p.no = q.person_no ORDER BY 1",
                              "p1|2\np5|1");
  g_clear_object (&first);
  g_clear_object (&second);
}

/* --- the main loop --- */

static gboolean
tick (gpointer data)
{
  gint64 *times = data;
  gint64 now = g_get_monotonic_time ();

  times[1] = times[0] > 0 ? MAX (times[1], now - times[0]) : 0;
  times[0] = now;
  times[2]++;
  return G_SOURCE_CONTINUE;
}

/* Another program writes for a second; the screen goes on, and the answer comes after. */
static void
test_locked (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gint64 times[3] = {0}, begin;
  sqlite3 *other = NULL;
  guint source;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_p1 (&self);
  questionnaire = tnk_test_session_load (session);
  g_assert_cmpint (sqlite3_open (self.test.path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  begin = g_get_monotonic_time ();
  tnk_session_save_answer_async (session, tnk_test_session_duty (questionnaire, "2.1-1"), PARTIAL, NULL, NULL, NULL,
                                 tnk_test_await_cb, &result);
  /* the call itself took no time */
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 200000);
  source = g_timeout_add (5, tick, times);
  while (g_get_monotonic_time () - begin < G_USEC_PER_SEC) {
    g_main_context_iteration (NULL, TRUE);
    g_assert_null (result);
  }
  g_test_message ("%d turns, the longest %d µs", (int) times[2], (int) times[1]);
  g_assert_cmpint (times[2], >, 20);
  g_assert_cmpint (times[1], <, 400000);
  sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL);
  sqlite3_close (other);
  g_assert_true (tnk_session_save_answer_finish (session, tnk_test_await (&result), &error));
  g_assert_no_error (error);
  g_source_remove (source);
  tnk_test_store_assert_rows (self.test.path, "SELECT value FROM answer", "2");
  g_clear_object (&session);
  g_clear_object (&result);
}

static void
test_cancel (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (GAsyncResult) first = NULL, second = NULL, third = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  TnkDuty *duty;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_p1 (&self);
  questionnaire = tnk_test_session_load (session);
  duty = tnk_test_session_duty (questionnaire, "2.1-1");
  /* a PIN takes its time, so that what follows is still waiting when it is called off */
  tnk_session_change_pin_async (session, "90817263", NULL, tnk_test_await_cb, &first);
  tnk_session_save_answer_async (session, duty, PARTIAL, NULL, NULL, cancellable, tnk_test_await_cb, &second);
  tnk_session_save_answer_async (session, tnk_test_session_duty (questionnaire, "1.1-2"), IMPLEMENTED, NULL, NULL, NULL,
                                 tnk_test_await_cb, &third);
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_session_save_answer_finish (session, tnk_test_await (&second), &error), &error);
  g_assert_true (tnk_session_change_pin_finish (session, tnk_test_await (&first), &error));
  g_assert_true (tnk_session_save_answer_finish (session, tnk_test_await (&third), &error));
  tnk_test_store_assert_rows (self.test.path, "SELECT duty FROM answer", "4");
  g_clear_object (&first);
  g_clear_object (&second);
  g_clear_object (&third);
  g_clear_object (&session);
}

static void
test_close_loses_nothing (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;

  tnk_test_terminal_init (&self);
  session = tnk_test_terminal_p1 (&self);
  questionnaire = tnk_test_session_load (session);
  for (guint i = 0; i < 100; i++) {
    g_autofree char *comment = g_strdup_printf ("%u回目", i);
    tnk_session_save_answer_async (session, tnk_test_session_duty (questionnaire, i % 2 ? "2.1-1" : "1.1-2"), PARTIAL,
                                   comment, NULL, NULL, NULL, NULL);
  }
  tnk_session_sign_out (session);
  tnk_terminal_close (self.terminal);
  /* in their order, so that the last word stays */
  tnk_test_store_assert_rows (self.test.path, "SELECT comment FROM answer ORDER BY duty", "98回目\n99回目");
  tnk_test_store_assert_rows (self.test.path, "SELECT count (*) FROM log WHERE kind = 'answer.changed'", "98");
  tnk_test_store_verify (self.test.store);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_clear_object (&session);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Session/initial-pin", test_initial_pin);
  g_test_add_func ("/Tenken/Session/way", test_way);
  g_test_add_func ("/Tenken/Session/questionnaire-is-the-callers", test_questionnaire_is_the_callers);
  g_test_add_func ("/Tenken/Session/save-without-load", test_save_without_load);
  g_test_add_func ("/Tenken/Session/not-asked", test_not_asked);
  g_test_add_func ("/Tenken/Session/closed-meanwhile", test_closed_meanwhile);
  g_test_add_func ("/Tenken/Session/sign-out", test_sign_out);
  g_test_add_func ("/Tenken/Session/next-person", test_next_person);
  g_test_add_func ("/Tenken/Session/locked", test_locked);
  g_test_add_func ("/Tenken/Session/cancel", test_cancel);
  g_test_add_func ("/Tenken/Session/close-loses-nothing", test_close_loses_nothing);
  return g_test_run ();
}
