/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tnk-store-record.h"
#include "tnk-store-setup.h"
#include "tnk-store-turnout.h"
#include "tnk-test-store.h"

/* p1 and p5 of the staff are asked about 2.1-1. An exception lets d2 off until 2026-06-15; the clock begins on 2026-06-01. */
#define EXCEPTED ANSWER "p1,staff,1.1-2,implemented,\np1,staff,2.1-1,excepted,\np1,staff,2.1-2.1,implemented,\n"

static void
on (TnkTestStore *test,
    const char *day)
{
  g_autofree char *now = g_strconcat (day, "T09:00:00+09:00", NULL);

  tnk_test_store_stop_clock (test->store, now);
}

static void
except (TnkTestStore *test,
        const char *starts,
        const char *ends)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_store_add_exception (test->store, "2.1-1", "d2", "古い", "施錠", starts, ends, "p2", "p3", &error));
  g_assert_no_error (error);
}

static void
init (TnkTestStore *test)
{
  tnk_test_store_init_open (test);
  except (test, "2026-06-01", "2026-06-15");
  tnk_test_store_import_answers (test, EXCEPTED, FALSE);
}

/* answered, excepted and not fully kept controls of the whole body; then how many answers lapsed. */
static void
assert_figures (TnkTestStore *test,
                const char *answered,
                const char *excepted,
                guint n_lapsed)
{
  g_autofree char *score = tnk_test_store_score (test->store, "2026");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lapsed = tnk_store_list_lapsed (test->store, "2026", &error);

  g_assert_no_error (error);
  if (strstr (score, answered) == NULL || strstr (score, excepted) == NULL)
    g_test_fail_printf ("%s: neither %s nor %s", score, answered, excepted);
  g_assert_cmpuint (lapsed->len, ==, n_lapsed);
}

static TnkQuestionnaire *
load (TnkTestStore *test,
      guint *item)
{
  g_autoptr (GError) error = NULL;
  TnkQuestionnaire *questionnaire = tnk_store_load_questionnaire (test->store, "2026", "p1", &error);

  g_assert_no_error (error);
  for (*item = 0; *item < tnk_questionnaire_get_n_items (questionnaire); (*item)++)
    if (g_str_equal (tnk_control_get_id (tnk_duty_get_control (tnk_questionnaire_get_duty (questionnaire, *item))), "2.1-1"))
      break;
  return questionnaire;
}

static void
assert_item (TnkTestStore *test,
             TnkAnswerValue value,
             gboolean lapsed)
{
  guint item;
  g_autoptr (TnkQuestionnaire) questionnaire = load (test, &item);

  g_assert_cmpint (tnk_questionnaire_get_answer (questionnaire, item), ==, value);
  g_assert_cmpint (tnk_questionnaire_has_lapsed (questionnaire, item), ==, lapsed);
  g_assert_cmpint (tnk_questionnaire_get_state (questionnaire), ==, TNK_QUESTIONNAIRE_STATE_SUBMITTED);
}

static void
assert_open (TnkTestStore *test,
             guint expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkTurnout) turnout = tnk_store_load_turnout (test->store, "2026", NULL, TRUE, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < tnk_turnout_get_n_people (turnout); i++)
    if (g_str_equal (tnk_turnout_person_get_id (tnk_turnout_get_person (turnout, i)), "p1"))
      g_assert_cmpuint (tnk_turnout_person_get_n_open (tnk_turnout_get_person (turnout, i)), ==, expected);
}

static void
close_campaign (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;
  guint n_submitted, n_people;

  g_assert_true (tnk_store_close_campaign (test->store, "2026", &n_submitted, &n_people, &error));
  g_assert_no_error (error);
}

/* It stands until the end of its last day, and is open again on the next. */
static void
test_expires (void)
{
  g_auto (TnkTestStore) test = {0};

  init (&test);
  on (&test, "2026-06-15");
  assert_figures (&test, "answered=3", "excepted=1", 0);
  assert_item (&test, TNK_ANSWER_VALUE_EXCEPTED, FALSE);
  assert_open (&test, 0);
  on (&test, "2026-06-16");
  assert_figures (&test, "answered=2", "excepted=0", 1);
  assert_item (&test, TNK_ANSWER_VALUE_UNANSWERED, TRUE);
  assert_open (&test, 1);
  tnk_test_store_verify (test.store);
}

/* Another exception lets it stand again; the next one to come does not yet. */
static void
test_renewed (void)
{
  g_auto (TnkTestStore) test = {0};

  init (&test);
  on (&test, "2026-06-20");
  except (&test, "2026-06-25", "2026-07-31");
  assert_figures (&test, "answered=2", "excepted=0", 1);
  on (&test, "2026-06-25");
  assert_figures (&test, "answered=3", "excepted=1", 0);
  assert_item (&test, TNK_ANSWER_VALUE_EXCEPTED, FALSE);
}

static void
test_revoked (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkRecord) record = NULL;

  init (&test);
  on (&test, "2026-06-05");
  record = tnk_store_take_record_step (test.store, "exception-2026-001", 0, "end", "p3", NULL, "不要", &error);
  g_assert_no_error (error);
  assert_figures (&test, "answered=2", "excepted=0", 1);
}

/* Sent back, answered anew and handed in again. */
static void
test_answered_anew (void)
{
  g_auto (TnkTestStore) test = {0};

  init (&test);
  on (&test, "2026-06-16");
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "例外措置の期限が切れました");
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\np1,staff,2.1-1,partial,\np1,staff,2.1-2.1,implemented,\n", FALSE);
  assert_figures (&test, "answered=3", "partial=1", 0);
  assert_item (&test, TNK_ANSWER_VALUE_PARTIAL, FALSE);
}

static void
test_not_again (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  init (&test);
  on (&test, "2026-06-16");
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "例外措置の期限が切れました");
  tnk_test_store_refused (tnk_test_store_try_answers (&test, EXCEPTED, FALSE, NULL, &error), &error, TNK_ERROR_INVALID, "live");
}

/* What does not stand when the campaign is closed does not come back; what does, stays. */
static void
test_closed (void)
{
  g_auto (TnkTestStore) test = {0};

  init (&test);
  on (&test, "2026-06-20");
  close_campaign (&test);
  tnk_test_store_assert_rows (test.path, "SELECT subject, detail FROM log WHERE kind = 'answer.lapsed'", "2026/p1|{\"duties\":[8]}");
  assert_figures (&test, "answered=2", "excepted=0", 1);
  assert_item (&test, TNK_ANSWER_VALUE_UNANSWERED, TRUE);
  except (&test, "2026-06-01", "2026-12-31");
  assert_figures (&test, "answered=2", "excepted=0", 1);
  tnk_test_store_verify (test.store);
}

static void
test_closed_before (void)
{
  g_auto (TnkTestStore) test = {0};

  init (&test);
  on (&test, "2026-06-15");
  close_campaign (&test);
  on (&test, "2027-06-15");
  assert_figures (&test, "answered=3", "excepted=1", 0);
  tnk_test_store_verify (test.store);
}

/* Opened again, it follows the exceptions as before. */
static void
test_reopened (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  init (&test);
  on (&test, "2026-06-20");
  close_campaign (&test);
  g_assert_true (tnk_store_reopen_campaign (test.store, "2026", "まだ揃っていない", NULL, &error));
  g_assert_no_error (error);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM lapse", "0");
  tnk_test_store_verify (test.store);
  except (&test, "2026-06-16", "2026-12-31");
  assert_figures (&test, "answered=3", "excepted=1", 0);
  close_campaign (&test);
  tnk_test_store_verify (test.store);
}

/* Where a department was closed in time, its people could not answer anew. */
static void
test_department_closed (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkTurnout) turnout = NULL;

  init (&test);
  on (&test, "2026-06-10");
  turnout = tnk_store_close_department (test.store, "2026", "d2", "p2", FALSE, NULL, &error);
  g_assert_no_error (error);
  on (&test, "2026-06-20");
  assert_figures (&test, "answered=3", "excepted=1", 0);
  close_campaign (&test);
  assert_figures (&test, "answered=3", "excepted=1", 0);
}

static void
test_meddled (void)
{
  static const char *const changes[] = {"DELETE FROM lapse", "INSERT INTO lapse SELECT questionnaire_no, 0 FROM lapse", "UPDATE lapse SET duty = 1"};

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_auto (TnkTestStore) test = {0};
    g_autoptr (GError) error = NULL;
    g_autofree char *head = NULL;
    gint64 n_entries, n_sheets;

    init (&test);
    on (&test, "2026-06-20");
    close_campaign (&test);
    tnk_test_store_meddle (test.path, changes[i]);
    tnk_test_store_refused (tnk_store_verify (test.store, &n_entries, &n_sheets, &head, NULL, &error), &error, TNK_ERROR_TAMPERED, "2026/p1");
    tnk_test_store_remove (&test);
  }
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreLapses/expires", test_expires);
  g_test_add_func ("/Tenken/StoreLapses/renewed", test_renewed);
  g_test_add_func ("/Tenken/StoreLapses/revoked", test_revoked);
  g_test_add_func ("/Tenken/StoreLapses/answered-anew", test_answered_anew);
  g_test_add_func ("/Tenken/StoreLapses/not-again", test_not_again);
  g_test_add_func ("/Tenken/StoreLapses/closed", test_closed);
  g_test_add_func ("/Tenken/StoreLapses/closed-before", test_closed_before);
  g_test_add_func ("/Tenken/StoreLapses/reopened", test_reopened);
  g_test_add_func ("/Tenken/StoreLapses/department-closed", test_department_closed);
  g_test_add_func ("/Tenken/StoreLapses/meddled", test_meddled);
  return g_test_run ();
}
