/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#define IMPLEMENTED TNK_ANSWER_VALUE_IMPLEMENTED
#define PARTIAL TNK_ANSWER_VALUE_PARTIAL
#define NOT_IMPLEMENTED TNK_ANSWER_VALUE_NOT_IMPLEMENTED

#define LAST_LOG "SELECT kind, subject, detail FROM log ORDER BY seq DESC LIMIT 1"

/* The duties of the small catalog, as a caller has them: from a catalog of its own. */
static TnkDuty *
duty_of (TnkCatalog *catalog,
         const char *control_id,
         const char *role_id)
{
  TnkDuty *duty = tnk_catalog_find_duty (catalog, control_id, role_id);

  if (duty == NULL)
    g_error ("%s %s", control_id, role_id);
  return duty;
}

static void
save (TnkTestStore *test,
      const char *person,
      const char *control_id,
      TnkAnswerValue value,
      const char *comment,
      const char *evidence)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_store_save_answer (test->store, "2026", person, duty_of (catalog, control_id, "staff"), value, comment,
                                        evidence, &error));
  g_assert_no_error (error);
}

static TnkQuestionnaire *
load (TnkTestStore *test,
      const char *campaign_id,
      const char *person)
{
  g_autoptr (GError) error = NULL;
  TnkQuestionnaire *questionnaire = tnk_store_load_questionnaire (test->store, campaign_id, person, &error);

  g_assert_no_error (error);
  if (questionnaire == NULL)
    g_error ("“%s” has no questionnaire", person);
  return questionnaire;
}

static const char *
or_none (const char *text)
{
  return text != NULL ? text : "(null)";
}

/* Everything that a questionnaire says of each of its items. */
static void
assert_items (TnkTestStore *test,
              const char *campaign_id,
              const char *person,
              const char *expected)
{
  TnkQuestionnaire *self = load (test, campaign_id, person);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tnk_questionnaire_get_n_items (self); i++)
    g_string_append_printf (text, "%s%s %s %s %s%s%s <%s %s> %s", i > 0 ? ", " : "",
                            tnk_control_get_id (tnk_duty_get_control (tnk_questionnaire_get_duty (self, i))),
                            tnk_answer_value_to_string (tnk_questionnaire_get_answer (self, i)),
                            or_none (tnk_questionnaire_get_comment (self, i)), or_none (tnk_questionnaire_get_evidence (self, i)),
                            tnk_questionnaire_get_flagged (self, i) ? " flagged" : "",
                            tnk_questionnaire_may_except (self, i) ? " may-except" : "",
                            tnk_answer_value_to_string (tnk_questionnaire_get_previous (self, i)),
                            or_none (tnk_questionnaire_get_previous_comment (self, i)), or_none (tnk_questionnaire_get_promise (self, i)));
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_finalize_object (self);
}

/* --- flags and places --- */

static void
test_flag (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  TnkDuty *duty = duty_of (catalog, "2.1-1", "staff");
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  for (guint i = 0; i < 2; i++)
    g_assert_true (tnk_store_set_flag (test.store, "2026", "p1", duty, TRUE, &error));
  assert_items (&test, "2026", "p1",
                "1.1-2 unanswered (null) (null) <unanswered (null)> (null), "
                "2.1-1 unanswered (null) (null) flagged <unanswered (null)> (null), "
                "2.1-2.1 unanswered (null) (null) <unanswered (null)> (null)");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM flag", "1");
  for (guint i = 0; i < 2; i++)
    g_assert_true (tnk_store_set_flag (test.store, "2026", "p1", duty, FALSE, &error));
  g_assert_no_error (error);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM flag", "0");
  tnk_test_store_refused (tnk_store_set_flag (test.store, "2026", "p3", duty, TRUE, &error), &error, TNK_ERROR_NOT_FOUND,
                          "“p3” is not asked about");
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL);
  tnk_test_store_refused (tnk_store_set_flag (test.store, "2026", "p1", duty, TRUE, &error), &error, TNK_ERROR_STATE,
                          "is submitted");
}

static void
test_place (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  questionnaire = load (&test, "2026", "p1");
  g_assert_cmpint (tnk_questionnaire_get_place (questionnaire), ==, -1);
  g_assert_true (tnk_store_set_place (test.store, "2026", "p1", duty_of (catalog, "1.1-2", "staff"), &error));
  g_assert_true (tnk_store_set_place (test.store, "2026", "p1", duty_of (catalog, "2.1-2.1", "staff"), &error));
  g_clear_object (&questionnaire);
  questionnaire = load (&test, "2026", "p1");
  g_assert_cmpint (tnk_questionnaire_get_place (questionnaire), ==, 2);
  /* what the person is no longer asked is no place, what no catalog has is meddled with */
  tnk_test_store_meddle (test.path, "UPDATE questionnaire SET place = 10");
  g_clear_object (&questionnaire);
  questionnaire = load (&test, "2026", "p1");
  g_assert_cmpint (tnk_questionnaire_get_place (questionnaire), ==, -1);
  tnk_test_store_meddle (test.path, "UPDATE questionnaire SET place = 99");
  tnk_test_store_refused (tnk_store_load_questionnaire (test.store, "2026", "p1", &error) != NULL, &error,
                          TNK_ERROR_TAMPERED, "does not fit together");
}

/* --- promises --- */

static gboolean
promise (TnkTestStore *test,
         const char *control_id,
         const char *due,
         GError **error)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  return tnk_store_promise (test->store, "2026", "p1", duty_of (catalog, control_id, "staff"), due, error);
}

static void
test_promise (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  save (&test, "p1", "2.1-1", PARTIAL, NULL, NULL);
  g_assert_true (promise (&test, "2.1-1", "2026-06", &error));
  g_assert_true (promise (&test, "2.1-1", "2027-03", &error));
  g_assert_no_error (error);
  tnk_test_store_assert_rows (test.path, "SELECT duty, due, made_at FROM promise", "8|2027-03|2026-06-01T09:00:00+09:00");
  tnk_test_store_assert_rows (test.path, LAST_LOG, "promise.made|2026/p1|{\"duty\":8,\"due\":\"2027-03\"}");
  assert_items (&test, "2026", "p1",
                "1.1-2 unanswered (null) (null) <unanswered (null)> (null), "
                "2.1-1 partial (null) (null) <unanswered (null)> 2027-03, "
                "2.1-2.1 unanswered (null) (null) <unanswered (null)> (null)");
  g_assert_true (promise (&test, "2.1-1", NULL, &error));
  g_assert_no_error (error);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM promise", "0");
  tnk_test_store_assert_rows (test.path, LAST_LOG, "promise.withdrawn|2026/p1|{\"duty\":8,\"due\":\"\"}");
  tnk_test_store_verify (test.store);
}

static void
test_bad_promise (void)
{
  static const char *const bad[] = {"", "2026", "2026-13", "2026-00", "26-12", "2026-12-01", "2026/12", "２０２６-12", "2026-1x"};
  g_auto (TnkTestStore) test = {0};
  g_autofree char *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  save (&test, "p1", "2.1-1", PARTIAL, NULL, NULL);
  save (&test, "p1", "1.1-2", IMPLEMENTED, NULL, NULL);
  before = tnk_test_store_dump (test.path);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    tnk_test_store_refused (promise (&test, "2.1-1", bad[i], &error), &error, TNK_ERROR_INVALID, "choose a month");
  tnk_test_store_refused (promise (&test, "2.1-1", "2026-05", &error), &error, TNK_ERROR_INVALID, "2026-05 is over");
  tnk_test_store_refused (promise (&test, "1.1-2", "2026-12", &error), &error, TNK_ERROR_INVALID, "nothing to promise for “1.1-2”");
  tnk_test_store_refused (promise (&test, "2.1-2.1", "2026-12", &error), &error, TNK_ERROR_INVALID, "nothing to promise");
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

/* A promise to do better goes when it is done, by whichever way the answer comes. */
static void
test_promise_kept (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_open (&test);
  save (&test, "p1", "2.1-1", PARTIAL, NULL, NULL);
  g_assert_true (promise (&test, "2.1-1", "2026-12", NULL));
  save (&test, "p1", "2.1-1", NOT_IMPLEMENTED, NULL, NULL);
  tnk_test_store_assert_rows (test.path, "SELECT due FROM promise", "2026-12");
  save (&test, "p1", "2.1-1", IMPLEMENTED, NULL, NULL);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM promise", "0");
  save (&test, "p1", "2.1-1", PARTIAL, NULL, NULL);
  g_assert_true (promise (&test, "2.1-1", "2026-12", NULL));
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,2.1-1,implemented,\n", FALSE);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM promise", "0");
}

/* --- the year before --- */

static void
close_year (TnkTestStore *test,
            const char *id)
{
  g_autoptr (GError) error = NULL;
  guint n_submitted, n_people;

  g_assert_true (tnk_store_close_campaign (test->store, id, &n_submitted, &n_people, &error));
  g_assert_no_error (error);
}

static void
test_previous (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (TnkScore) score = NULL, chapter = NULL, none = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,2.1-1,implemented,\n", TRUE);
  close_year (&test, "2026");
  tnk_test_store_open_campaign (&test, "2027", FALSE);
  assert_items (&test, "2027", "p1",
                "1.1-2 unanswered (null) (null) <implemented (null)> (null), "
                "2.1-1 unanswered (null) (null) <partial 時々忘れる> (null), "
                "2.1-2.1 unanswered (null) (null) <not_applicable 媒体を使わない> (null)");
  /* a draft that was never handed in is not last year’s answer */
  assert_items (&test, "2027", "p5",
                "1.1-2 unanswered (null) (null) <unanswered (null)> (null), "
                "2.1-1 unanswered (null) (null) <unanswered (null)> (null), "
                "2.1-2.1 unanswered (null) (null) <unanswered (null)> (null)");
  questionnaire = load (&test, "2027", "p1");
  score = tnk_questionnaire_score_previous (questionnaire, -1);
  g_assert_cmpfloat (tnk_score_get_score (score), ==, 75.0);
  chapter = tnk_questionnaire_score_previous (questionnaire, 1);
  g_assert_cmpfloat (tnk_score_get_score (chapter), ==, 50.0);
  none = tnk_questionnaire_score (questionnaire, -1);
  g_assert_cmpint (tnk_score_get_count (none, "answered"), ==, 0);
}

/* Only what is asked in the same words can be confirmed with one key. */
static void
test_previous_reworded (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog (), reworded = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autofree char *data = tnk_catalog_to_data (catalog), *changed = NULL, *more = NULL;
  g_autoptr (GError) error = NULL;
  guint n_people;

  tnk_test_store_init_answers (&test);
  close_year (&test, "2026");
  changed = tnk_test_replace (data, "席を立つときに画面を閉じていますか。", "離席時に画面をロックしていますか。");
  /* who reads the English is asked something else, too */
  more = tnk_test_replace (changed, "Do you get approval before taking data out?", "Do you ask before you take data out?");
  reworded = tnk_catalog_load_data ("small", more, -1, NULL, &error);
  g_assert_no_error (error);
  campaign = tnk_campaign_new ("2027", reworded);
  tnk_test_store_create_campaign (&test, campaign);
  g_assert_true (tnk_store_open_campaign (test.store, "2027", &n_people, &error));
  assert_items (&test, "2027", "p1",
                "1.1-2 unanswered (null) (null) <unanswered (null)> (null), "
                "2.1-1 unanswered (null) (null) <unanswered (null)> (null), "
                "2.1-2.1 unanswered (null) (null) <not_applicable 媒体を使わない> (null)");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreDraftNotes/flag", test_flag);
  g_test_add_func ("/Tenken/StoreDraftNotes/place", test_place);
  g_test_add_func ("/Tenken/StoreDraftNotes/promise", test_promise);
  g_test_add_func ("/Tenken/StoreDraftNotes/bad-promise", test_bad_promise);
  g_test_add_func ("/Tenken/StoreDraftNotes/promise-kept", test_promise_kept);
  g_test_add_func ("/Tenken/StoreDraftNotes/previous", test_previous);
  g_test_add_func ("/Tenken/StoreDraftNotes/previous-reworded", test_previous_reworded);
  return g_test_run ();
}
