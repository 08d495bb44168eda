/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-terminal.h"

#define LAST_LOG "SELECT actor, kind, subject FROM log ORDER BY seq DESC LIMIT 1"

/* --- opening and closing --- */

static void
test_open (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (GAsyncResult) again = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_terminal_init (&self);
  g_assert_cmpstr (tnk_terminal_get_name (self.terminal), ==, "kiosk:hall-2");
  tnk_terminal_open_async (self.terminal, NULL, tnk_test_await_cb, &again);
  g_assert_true (tnk_terminal_open_finish (self.terminal, tnk_test_await (&again), &error));
  g_assert_no_error (error);
}

static void
test_open_nothing (void)
{
  TnkTerminal *terminal = tnk_terminal_new ("/nowhere/store.db", "desk");
  g_autoptr (GAsyncResult) opened = NULL, welcome = NULL;
  g_autoptr (GError) error = NULL;

  tnk_terminal_open_async (terminal, NULL, tnk_test_await_cb, &opened);
  tnk_test_store_refused (tnk_terminal_open_finish (terminal, tnk_test_await (&opened), &error), &error,
                          TNK_ERROR_NOT_FOUND, "/nowhere/store.db");
  tnk_terminal_read_welcome_async (terminal, NULL, tnk_test_await_cb, &welcome);
  tnk_test_store_refused (tnk_terminal_read_welcome_finish (terminal, tnk_test_await (&welcome), &error) != NULL, &error,
                          TNK_ERROR_STATE, "not open");
  tnk_terminal_close (terminal);
  g_clear_object (&opened);
  g_clear_object (&welcome);
  g_assert_finalize_object (terminal);
}

static void
test_closed (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (GAsyncResult) welcome = NULL, sign_in = NULL;
  g_autoptr (GError) error = NULL;
  guint wait = 99;

  tnk_test_terminal_init (&self);
  tnk_terminal_close (self.terminal);
  tnk_terminal_close (self.terminal);
  tnk_terminal_read_welcome_async (self.terminal, NULL, tnk_test_await_cb, &welcome);
  tnk_test_store_refused (tnk_terminal_read_welcome_finish (self.terminal, tnk_test_await (&welcome), &error) != NULL,
                          &error, TNK_ERROR_STATE, "this terminal is closed");
  tnk_terminal_sign_in_async (self.terminal, "p1", P1_PIN, NULL, tnk_test_await_cb, &sign_in);
  tnk_test_store_refused (tnk_terminal_sign_in_finish (self.terminal, tnk_test_await (&sign_in), &wait, &error) != NULL,
                          &error, TNK_ERROR_STATE, "this terminal is closed");
  g_assert_cmpuint (wait, ==, 0);
  g_clear_object (&welcome);
  g_clear_object (&sign_in);
}

/* Without a close, with work under way, and with nobody who listens. */
static void
test_dropped (void)
{
  g_auto (TnkTestTerminal) self = {0};
  TnkTerminal *terminal;

  tnk_test_terminal_init (&self);
  terminal = tnk_test_terminal_open (self.test.path, "desk");
  for (guint i = 0; i < 5; i++)
    tnk_terminal_sign_in_async (terminal, "p9", "1", NULL, NULL, NULL);
  g_object_unref (terminal);
  for (guint i = 0; i < 500; i++) {
    g_autofree char *n = tnk_test_store_ask (self.test.path, "SELECT count (*) FROM log WHERE kind = 'person.refused'");
    while (g_main_context_iteration (NULL, FALSE))
      continue;
    if (g_str_equal (n, "3"))
      break;
    g_usleep (10000);
  }
  tnk_test_store_assert_rows (self.test.path, "SELECT count (*) FROM log WHERE kind = 'person.refused'", "3");
}

/* --- the first screen --- */

static TnkWelcome *
read_welcome (TnkTerminal *terminal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  TnkWelcome *welcome;

  tnk_terminal_read_welcome_async (terminal, NULL, tnk_test_await_cb, &result);
  welcome = tnk_terminal_read_welcome_finish (terminal, tnk_test_await (&result), &error);
  if (welcome == NULL)
    g_error ("%s", error->message);
  return welcome;
}

static guint
count_questions (TnkTerminal *terminal)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  tnk_terminal_count_questions_async (terminal, NULL, tnk_test_await_cb, &result);
  n = tnk_terminal_count_questions_finish (terminal, tnk_test_await (&result), &error);
  g_assert_no_error (error);
  return n;
}

static void
test_welcome (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkWelcome) welcome = NULL, counted = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%F");

  tnk_test_terminal_init (&self);
  tnk_test_store_meddle (self.test.path, "UPDATE campaign SET title = '令和8年度 <b>自己点検</b> %n', closes = '2026-11-21'");
  welcome = read_welcome (self.terminal);
  g_assert_cmpstr (tnk_welcome_get_body_name (welcome), ==, "点検市");
  g_assert_cmpstr (tnk_welcome_get_campaign_id (welcome), ==, "2026");
  g_assert_cmpstr (tnk_welcome_get_campaign_title (welcome), ==, "令和8年度 <b>自己点検</b> %n");
  g_assert_cmpstr (tnk_welcome_get_closes (welcome), ==, "2026-11-21");
  g_assert_cmpstr (tnk_welcome_get_today (welcome), >=, today);
  g_assert_cmpuint (tnk_welcome_get_n_questions (welcome), ==, 0);
  g_assert_false (tnk_welcome_get_has_kiosk_pin (welcome));
  g_assert_true (tnk_store_set_kiosk_pin (self.test.store, "735914", NULL));
  g_assert_cmpuint (count_questions (self.terminal), ==, 3);
  counted = read_welcome (self.terminal);
  g_assert_cmpuint (tnk_welcome_get_n_questions (counted), ==, 3);
  g_assert_true (tnk_welcome_get_has_kiosk_pin (counted));
  g_assert_finalize_object (g_steal_pointer (&welcome));
  g_assert_finalize_object (g_steal_pointer (&counted));
}

/* The first frame must not wait for a catalog: where there is a broken one, it does not show. */
static void
test_welcome_without_catalog (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkWelcome) welcome = NULL;
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_terminal_init (&self);
  tnk_test_store_meddle (self.test.path, "UPDATE catalog SET content = 'x'");
  welcome = read_welcome (self.terminal);
  g_assert_cmpstr (tnk_welcome_get_campaign_id (welcome), ==, "2026");
  tnk_terminal_count_questions_async (self.terminal, NULL, tnk_test_await_cb, &counted);
  g_assert_cmpuint (tnk_terminal_count_questions_finish (self.terminal, tnk_test_await (&counted), &error), ==, 0);
  g_assert_nonnull (error);
  g_clear_object (&counted);
}

static void
test_no_campaign (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkWelcome) welcome = NULL;
  g_autoptr (GAsyncResult) counted = NULL;
  g_autoptr (GError) error = NULL;
  guint n_submitted, n_people;

  tnk_test_terminal_init (&self);
  g_assert_true (tnk_store_close_campaign (self.test.store, "2026", &n_submitted, &n_people, NULL));
  welcome = read_welcome (self.terminal);
  g_assert_cmpstr (tnk_welcome_get_body_name (welcome), ==, "点検市");
  g_assert_null (tnk_welcome_get_campaign_id (welcome));
  g_assert_null (tnk_welcome_get_campaign_title (welcome));
  g_assert_null (tnk_welcome_get_closes (welcome));
  tnk_terminal_count_questions_async (self.terminal, NULL, tnk_test_await_cb, &counted);
  tnk_test_store_refused (tnk_terminal_count_questions_finish (self.terminal, tnk_test_await (&counted), &error) > 0,
                          &error, TNK_ERROR_NOT_FOUND, "no campaign is open");
  g_clear_object (&counted);
}

/* Of two that are open it is the one opened last, whichever was made first. */
static void
test_opened_last (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkCampaign) first = tnk_test_store_campaign ("2027"), second = tnk_test_store_campaign ("2028");
  g_autoptr (TnkWelcome) welcome = NULL, later = NULL;
  guint n_people;

  tnk_test_terminal_init (&self);
  g_assert_cmpuint (count_questions (self.terminal), ==, 3);
  tnk_campaign_adopt_all (first);
  tnk_test_store_create_campaign (&self.test, first);
  tnk_test_store_create_campaign (&self.test, second);
  g_assert_true (tnk_store_open_campaign (self.test.store, "2028", &n_people, NULL));
  g_assert_true (tnk_store_open_campaign (self.test.store, "2027", &n_people, NULL));
  welcome = read_welcome (self.terminal);
  g_assert_cmpstr (tnk_welcome_get_campaign_id (welcome), ==, "2027");
  g_assert_cmpuint (tnk_welcome_get_n_questions (welcome), ==, 0);
  g_assert_cmpuint (count_questions (self.terminal), ==, 4);
  g_assert_true (tnk_store_close_campaign (self.test.store, "2027", &n_people, &n_people, NULL));
  later = read_welcome (self.terminal);
  g_assert_cmpstr (tnk_welcome_get_campaign_id (later), ==, "2028");
}

/* Where the catalog calls a member of staff something else, the role that most people hold stands for it. */
static void
test_count_for_most (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog (), other = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autofree char *data = tnk_catalog_to_data (catalog);
  g_auto (GStrv) parts = g_strsplit (data, "\"staff\"", -1);
  g_autofree char *renamed = g_strjoinv ("\"clerk\"", parts);
  guint n_people;

  tnk_test_terminal_init (&self);
  other = tnk_catalog_load_data ("clerks", renamed, -1, NULL, NULL);
  campaign = tnk_campaign_new ("2027", other);
  tnk_test_store_import_roster (&self.test, DEPARTMENTS, PERSON "p1,山田　太郎,d2,clerk;guest\np2,鈴木　花子,d2,clerk;guest;manager\np5,高橋　三郎,d3,guest\n");
  tnk_test_store_create_campaign (&self.test, campaign);
  g_assert_true (tnk_store_open_campaign (self.test.store, "2027", &n_people, NULL));
  g_assert_cmpuint (count_questions (self.terminal), ==, 3);
}

/* --- signing in --- */

static void
try_sign_in (TnkTerminal *terminal,
             const char *id,
             const char *pin,
             guint expected_wait,
             const char *words)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint wait = 99;

  tnk_terminal_sign_in_async (terminal, id, pin, NULL, tnk_test_await_cb, &result);
  tnk_test_store_refused (tnk_terminal_sign_in_finish (terminal, tnk_test_await (&result), &wait, &error) != NULL, &error,
                          TNK_ERROR_REFUSED, words);
  g_assert_cmpuint (wait, >=, expected_wait > 0 ? expected_wait - 3 : 0);
  g_assert_cmpuint (wait, <=, expected_wait);
}

static void
test_sign_in (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (TnkSession) session = NULL;

  tnk_test_terminal_init (&self);
  for (guint i = 0; i < 2; i++)
    try_sign_in (self.terminal, "p1", "000000", 0, "the staff number or the PIN");
  session = tnk_test_terminal_p1 (&self);
  g_assert_cmpstr (tnk_person_get_name (tnk_session_get_person (session)), ==, "山田　太郎");
  tnk_test_store_assert_rows (self.test.path, LAST_LOG, "p1@kiosk:hall-2|person.signed-in|p1");
  for (guint i = 0; i < 3; i++)
    try_sign_in (self.terminal, "p2", "000000", i < 2 ? 0 : 30, "the staff number or the PIN");
  try_sign_in (self.terminal, "p2", self.p2_pin, 30, "try again in");
  tnk_test_store_assert_rows (self.test.path, LAST_LOG, "kiosk:hall-2|person.refused|p2");
  g_clear_object (&session);
}

/* The sign-in that was called off before its turn counts for nothing. */
static void
test_sign_in_cancelled (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint wait = 99;

  tnk_test_terminal_init (&self);
  g_cancellable_cancel (cancellable);
  tnk_terminal_sign_in_async (self.terminal, "p1", "000000", cancellable, tnk_test_await_cb, &result);
  tnk_test_store_cancelled (tnk_terminal_sign_in_finish (self.terminal, tnk_test_await (&result), &wait, &error) != NULL, &error);
  tnk_test_store_assert_rows (self.test.path, "SELECT count (*) FROM sign_in_try", "0");
  g_clear_object (&result);
}

static void
test_kiosk_pin (void)
{
  g_auto (TnkTestTerminal) self = {0};
  g_autoptr (GAsyncResult) none = NULL, wrong = NULL, right = NULL;
  g_autoptr (GError) error = NULL;
  guint wait = 99;

  tnk_test_terminal_init (&self);
  tnk_terminal_check_kiosk_pin_async (self.terminal, "90817263", NULL, tnk_test_await_cb, &none);
  tnk_test_store_refused (tnk_terminal_check_kiosk_pin_finish (self.terminal, tnk_test_await (&none), &wait, &error),
                          &error, TNK_ERROR_NOT_FOUND, "no PIN for the kiosk");
  g_assert_true (tnk_store_set_kiosk_pin (self.test.store, "90817263", NULL));
  tnk_terminal_check_kiosk_pin_async (self.terminal, "90817264", NULL, tnk_test_await_cb, &wrong);
  tnk_test_store_refused (tnk_terminal_check_kiosk_pin_finish (self.terminal, tnk_test_await (&wrong), &wait, &error),
                          &error, TNK_ERROR_REFUSED, "not right");
  tnk_test_store_assert_rows (self.test.path, LAST_LOG, "kiosk:hall-2|kiosk.refused|kiosk:hall-2");
  tnk_terminal_check_kiosk_pin_async (self.terminal, "90817263", NULL, tnk_test_await_cb, &right);
  g_assert_true (tnk_terminal_check_kiosk_pin_finish (self.terminal, tnk_test_await (&right), NULL, &error));
  g_assert_no_error (error);
  tnk_test_store_assert_rows (self.test.path, LAST_LOG, "kiosk:hall-2|kiosk.left|kiosk:hall-2");
  g_clear_object (&none);
  g_clear_object (&wrong);
  g_clear_object (&right);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Terminal/open", test_open);
  g_test_add_func ("/Tenken/Terminal/open-nothing", test_open_nothing);
  g_test_add_func ("/Tenken/Terminal/closed", test_closed);
  g_test_add_func ("/Tenken/Terminal/dropped", test_dropped);
  g_test_add_func ("/Tenken/Terminal/welcome", test_welcome);
  g_test_add_func ("/Tenken/Terminal/welcome-without-catalog", test_welcome_without_catalog);
  g_test_add_func ("/Tenken/Terminal/no-campaign", test_no_campaign);
  g_test_add_func ("/Tenken/Terminal/opened-last", test_opened_last);
  g_test_add_func ("/Tenken/Terminal/count-for-most", test_count_for_most);
  g_test_add_func ("/Tenken/Terminal/sign-in", test_sign_in);
  g_test_add_func ("/Tenken/Terminal/sign-in-cancelled", test_sign_in_cancelled);
  g_test_add_func ("/Tenken/Terminal/kiosk-pin", test_kiosk_pin);
  return g_test_run ();
}
