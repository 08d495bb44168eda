/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-store-setup.h"

#include <string.h>

#include "tnk-campaign-step.h"
#include "tnk-store-turnout.h"
#include "tnk-test-store.h"

#define SHEETS \
  "SELECT p.id, q.state, q.role_bits FROM questionnaire q JOIN person p ON p.no = q.person_no ORDER BY p.id"

/* A store with the roster and the campaign “2026” in preparation. */
static void
init_prepared (TnkTestStore *test)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");

  tnk_test_store_init_roster (test);
  tnk_test_store_create_campaign (test, campaign);
}

static TnkCampaign *
load (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;
  TnkCampaign *campaign = tnk_store_load_campaign (test->store, "2026", &error);

  g_assert_no_error (error);
  return campaign;
}

static guint
open_it (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;
  guint n_people = 0;

  g_assert_true (tnk_store_open_campaign (test->store, "2026", &n_people, &error));
  g_assert_no_error (error);
  return n_people;
}

static void
close_it (TnkTestStore *test,
          gboolean take_drafts,
          guint n_taken_expected)
{
  g_autoptr (GError) error = NULL;
  TnkCampaignCounts counts;
  guint n_taken;

  g_assert_true (tnk_store_close_campaign_full (test->store, "2026", take_drafts, &n_taken, &counts, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_taken, ==, n_taken_expected);
}

static void
assert_log (TnkTestStore *test,
            const char *kind,
            const char *expected)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT substr (detail, 1, instr (detail || '\"basis', '\"basis') - 1) FROM log WHERE kind = '%s' ORDER BY seq", kind);

  tnk_test_store_assert_rows (test->path, sql, expected);
  tnk_test_store_verify (test->store);
}

static void
assert_meddled (TnkTestStore *test,
                const char *sql,
                const char *words)
{
  g_autofree char *head = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  tnk_test_store_meddle (test->path, sql);
  tnk_test_store_refused (tnk_store_verify (test->store, &n, &n, &head, NULL, &error), &error, TNK_ERROR_TAMPERED, words);
}

/* --- the population --- */

static void
test_outside (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026"), loaded = NULL;

  tnk_test_store_init_roster (&test);
  tnk_campaign_set_department_outside (campaign, "d3", TRUE);
  g_assert_true (tnk_campaign_set_role_outside (campaign, "manager", TRUE, NULL));
  g_assert_true (tnk_campaign_set_role_outside (campaign, "ciso", TRUE, NULL));
  tnk_test_store_create_campaign (&test, campaign);
  tnk_test_store_reopen (&test);
  loaded = load (&test);
  g_assert_cmpstr (tnk_campaign_get_departments_outside (loaded)[0], ==, "d3");
  g_assert_true (tnk_campaign_is_role_outside (loaded, tnk_catalog_get_role (tnk_campaign_get_catalog (loaded), 0)));
  g_assert_false (tnk_campaign_is_role_outside (loaded, tnk_catalog_get_role (tnk_campaign_get_catalog (loaded), 2)));
  g_assert_cmpuint (open_it (&test), ==, 2);
  tnk_test_store_assert_rows (test.path, SHEETS, "p1|draft|4\np2|draft|4");
  tnk_test_store_verify (test.store);
}

/* The roster that comes in while the campaign is open follows the same rule. */
static void
test_outside_followed (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  g_autofree char *moved = tnk_test_replace (PEOPLE, "p1,山田　太郎,d2", "p1,山田　太郎,d3");
  g_autofree char *score = NULL;

  tnk_test_store_init_roster (&test);
  tnk_campaign_set_department_outside (campaign, "d3", TRUE);
  tnk_test_store_create_campaign (&test, campaign);
  g_assert_cmpuint (open_it (&test), ==, 3);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\n", TRUE);
  tnk_test_store_import_answers (&test, ANSWER "p3,ciso,1.1-1,implemented,\n", FALSE);
  tnk_test_store_import_roster (&test, DEPARTMENTS, moved);
  tnk_test_store_assert_rows (test.path, SHEETS, "p2|draft|6\np3|submitted|1");
  score = tnk_test_store_score (test.store, "2026");
  g_assert_nonnull (strstr (score, "people_asked=2 "));
  tnk_test_store_verify (test.store);
}

static void
test_bad_outside (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  tnk_campaign_set_department_outside (campaign, "d9", TRUE);
  tnk_test_store_refused (tnk_store_create_campaign (test.store, campaign, &error), &error, TNK_ERROR_NOT_FOUND, "“d9”");
  tnk_campaign_set_department_outside (campaign, "d9", FALSE);
  tnk_campaign_set_department_outside (campaign, "d0", TRUE);
  tnk_test_store_create_campaign (&test, campaign);
  guint n_people;
  tnk_test_store_refused (tnk_store_open_campaign (test.store, "2026", &n_people, &error), &error, TNK_ERROR_STATE, "leave fewer");
}

/* Who changes the population behind the log's back is found out. */
static void
test_meddled (void)
{
  static const char *const changes[] = {
    "INSERT INTO campaign_outside VALUES (1, 'role', 'staff')",
    "DELETE FROM campaign_outside",
    "UPDATE campaign_outside SET id = 'd2'",
    "UPDATE campaign SET visibility = 'counts'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_auto (TnkTestStore) test = {0};
    g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");

    tnk_test_store_init_roster (&test);
    tnk_campaign_set_department_outside (campaign, "d3", TRUE);
    tnk_test_store_create_campaign (&test, campaign);
    open_it (&test);
    tnk_test_store_verify (test.store);
    assert_meddled (&test, changes[i], "behind the log");
  }
}

/* --- changing and discarding --- */

static void
test_change (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = NULL, loaded = NULL;
  g_autoptr (GError) error = NULL;

  init_prepared (&test);
  campaign = load (&test);
  g_assert_true (tnk_store_change_campaign (test.store, campaign, &error));
  assert_log (&test, "campaign.changed", "");
  tnk_campaign_set_title (campaign, "令和\"8\"年度");
  g_assert_true (tnk_campaign_set_period (campaign, "2026-06-01", "2026-06-30", NULL));
  g_assert_true (tnk_campaign_adopt (campaign, "1.2-1", NULL));
  g_assert_true (tnk_campaign_leave_out (campaign, "2.1-1", "端末がない", NULL));
  tnk_campaign_set_department_outside (campaign, "d3", TRUE);
  g_assert_true (tnk_campaign_set_grade_lines (campaign, 90, 70.5, 50, NULL));
  tnk_campaign_set_visibility (campaign, TNK_VISIBILITY_COUNTS);
  g_assert_true (tnk_store_change_campaign (test.store, campaign, &error));
  g_assert_no_error (error);
  loaded = load (&test);
  g_assert_cmpstr (tnk_campaign_get_title (loaded), ==, "令和\"8\"年度");
  g_assert_cmpstr (tnk_campaign_get_departments_outside (loaded)[0], ==, "d3");
  g_assert_cmpuint (tnk_campaign_get_visibility (loaded), ==, TNK_VISIBILITY_COUNTS);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM campaign", "1");
  tnk_test_store_assert_rows (
    test.path, "SELECT json_extract (detail, '$.changes') FROM log WHERE kind = 'campaign.changed'",
    "{\"title\":[\"2026\",\"令和\\\"8\\\"年度\"],\"opens\":[\"\",\"2026-06-01\"],\"closes\":[\"\",\"2026-06-30\"],"
    "\"visibility\":[\"names\",\"counts\"],\"grade-lines\":[\"95 80 60\",\"90 70.5 50\"],\"adopted\":[\"\",\"1.2-1\"],"
    "\"left-out\":[\"\",\"2.1-1: 端末がない\"],\"without-departments\":[\"\",\"d3\"]}");
  tnk_test_store_verify (test.store);
  assert_meddled (&test, "UPDATE campaign SET line_b = 80", "behind the log");
}

/* Another catalog takes the place of the first; the log knows the fingerprint of the new one. */
static void
test_change_catalog (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *filename = tnk_test_shipped ("catalogs/mic-2020.json");
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_file (filename, NULL, NULL);
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new ("2026", catalog), loaded = NULL;
  g_autoptr (GError) error = NULL;

  init_prepared (&test);
  g_assert_true (tnk_store_change_campaign (test.store, campaign, &error));
  g_assert_no_error (error);
  loaded = load (&test);
  g_assert_cmpstr (tnk_catalog_get_id (tnk_campaign_get_catalog (loaded)), ==, "mic-2020");
  tnk_test_store_verify (test.store);
  assert_meddled (&test, "UPDATE campaign SET catalog_no = 1", "is not the one that the log knows");
}

static void
test_change_refused (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = NULL, other = tnk_test_store_campaign ("2030");
  g_autoptr (GError) error = NULL;

  init_prepared (&test);
  campaign = load (&test);
  tnk_test_store_refused (tnk_store_change_campaign (test.store, other, &error), &error, TNK_ERROR_NOT_FOUND, "2030");
  tnk_campaign_set_left_out_reason (campaign, tnk_catalog_get_control (tnk_campaign_get_catalog (campaign), 1), " ");
  tnk_test_store_refused (tnk_store_change_campaign (test.store, campaign, &error), &error, TNK_ERROR_INVALID, "without a reason");
  tnk_campaign_set_left_out_reason (campaign, tnk_catalog_get_control (tnk_campaign_get_catalog (campaign), 1), NULL);
  tnk_campaign_set_title (campaign, "a\nb");
  tnk_test_store_refused (tnk_store_change_campaign (test.store, campaign, &error), &error, TNK_ERROR_INVALID, "title");
  tnk_campaign_set_title (campaign, "x");
  open_it (&test);
  tnk_test_store_refused (tnk_store_change_campaign (test.store, campaign, &error), &error, TNK_ERROR_STATE, "is open");
  assert_log (&test, "campaign.changed", "");
}

static void
test_discard (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  tnk_test_store_init_roster (&test);
  tnk_campaign_set_department_outside (campaign, "d3", TRUE);
  tnk_test_store_create_campaign (&test, campaign);
  g_assert_true (tnk_store_discard_campaign (test.store, "2026", &error));
  g_assert_no_error (error);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM campaign", "0");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM campaign_outside", "0");
  tnk_test_store_verify (test.store);
  tnk_test_store_refused (tnk_store_discard_campaign (test.store, "2026", &error), &error, TNK_ERROR_NOT_FOUND, "2026");
  /* the id is free again, and what comes is told apart from what was */
  tnk_campaign_set_department_outside (campaign, "d3", FALSE);
  tnk_test_store_create_campaign (&test, campaign);
  tnk_test_store_verify (test.store);
  steps = tnk_store_list_campaign_steps (test.store, "2026", &error);
  g_assert_cmpuint (steps->len, ==, 1);
  open_it (&test);
  tnk_test_store_refused (tnk_store_discard_campaign (test.store, "2026", &error), &error, TNK_ERROR_STATE, "is open");
  tnk_test_store_verify (test.store);
}

/* A campaign that vanished is not one that was discarded. */
static void
test_vanished (void)
{
  g_auto (TnkTestStore) test = {0};

  init_prepared (&test);
  assert_meddled (&test, "DELETE FROM campaign", "“2026” was made");
}

/* --- opening --- */

static void
count_calls (guint64 done,
             guint64 total,
             gpointer user_data)
{
  guint *n = user_data;

  g_assert_cmpuint (done, <=, total);
  (*n)++;
}

static void
test_open_watched (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkBody) crowd = tnk_test_store_crowd (1000, "staff");
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  guint n_people, n_calls = 0;

  tnk_test_store_init (&test);
  tnk_test_store_import_body (&test, crowd);
  tnk_test_store_create_campaign (&test, campaign);
  tnk_test_store_cancelled (tnk_store_open_campaign_full (test.store, "2026", &n_people, tnk_test_store_cancel_cb, cancellable,
                                                          cancellable, &error),
                            &error);
  tnk_test_store_assert_rows (test.path, "SELECT state, (SELECT count (*) FROM questionnaire) FROM campaign", "prepared|0");
  tnk_test_store_verify (test.store);
  g_assert_true (tnk_store_open_campaign_full (test.store, "2026", &n_people, count_calls, &n_calls, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_people, ==, 1000);
  g_assert_cmpuint (n_calls, >, 10);
}

/* --- closing --- */

static void
test_counts (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  TnkCampaignCounts counts;

  init_prepared (&test);
  g_assert_true (tnk_store_count_campaign (test.store, "2026", &counts, &error));
  g_assert_cmpuint (counts.people, ==, 0);
  open_it (&test);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\np3,ciso,1.1-1,implemented,\n", FALSE);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,implemented,\n", TRUE);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "もう一度");
  g_assert_true (tnk_store_count_campaign (test.store, "2026", &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (counts.people, ==, 4);
  g_assert_cmpuint (counts.submitted, ==, 1);
  g_assert_cmpuint (counts.drafts, ==, 2);
  g_assert_cmpuint (counts.untouched, ==, 1);
  tnk_test_store_refused (tnk_store_count_campaign (test.store, "1999", &counts, &error), &error, TNK_ERROR_NOT_FOUND, "1999");
}

/* Drafts and what came back are handed in as they are; who answered nothing stays where he or she is. */
static void
test_take_drafts (void)
{
  g_auto (TnkTestStore) test = {0};

  init_prepared (&test);
  open_it (&test);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\n", FALSE);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,partial,まだ\n", TRUE);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "もう一度");
  close_it (&test, TRUE, 2);
  tnk_test_store_assert_rows (test.path, SHEETS, "p1|submitted|4\np2|draft|6\np3|draft|1\np5|submitted|4");
  assert_log (&test, "campaign.closed", "{\"submitted\":2,\"people\":4,\"drafts\":2}");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM log WHERE kind = 'questionnaire.submitted' AND subject = '2026/p5' "
                                         "AND actor = 'tester'",
                              "1");
}

static void
test_leave_drafts (void)
{
  g_auto (TnkTestStore) test = {0};

  init_prepared (&test);
  open_it (&test);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,partial,まだ\n", TRUE);
  close_it (&test, FALSE, 0);
  tnk_test_store_assert_rows (test.path, SHEETS, "p1|draft|4\np2|draft|6\np3|draft|1\np5|draft|4");
  assert_log (&test, "campaign.closed", "{\"submitted\":0,\"people\":4}");
}

/* What a department was closed without is not taken in afterwards; departments stay closed. */
static void
test_closed_department (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkTurnout) turnout = NULL;
  g_autoptr (GError) error = NULL;

  init_prepared (&test);
  open_it (&test);
  tnk_test_store_import_answers (&test, ANSWER "p1,staff,1.1-2,implemented,\np5,staff,1.1-2,partial,\n", TRUE);
  turnout = tnk_store_close_department (test.store, "2026", "d1", "p2", FALSE, NULL, &error);
  g_assert_no_error (error);
  close_it (&test, TRUE, 1);
  tnk_test_store_assert_rows (test.path, SHEETS, "p1|draft|4\np2|draft|6\np3|draft|1\np5|submitted|4");
  g_assert_true (tnk_store_reopen_campaign (test.store, "2026", "遅れた", NULL, &error));
  tnk_test_store_assert_rows (test.path, "SELECT department_id FROM department_closing", "d1");
  tnk_test_store_verify (test.store);
}

static void
test_close_cancelled (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  TnkCampaignCounts counts;
  guint n_taken;

  init_prepared (&test);
  open_it (&test);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,partial,まだ\n", TRUE);
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_store_close_campaign_full (test.store, "2026", TRUE, &n_taken, &counts, NULL, NULL, cancellable,
                                                           &error),
                            &error);
  tnk_test_store_assert_rows (test.path, "SELECT state FROM campaign", "open");
  tnk_test_store_assert_rows (test.path, SHEETS, "p1|draft|4\np2|draft|6\np3|draft|1\np5|draft|4");
}

/* --- reopening, extending, showing --- */

/* The figures and the population stay but for what the state means; a draft goes on, what was handed in is handed in. */
static void
test_reopen (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;

  tnk_test_store_init_answers (&test);
  before = tnk_test_store_score (test.store, "2026");
  close_it (&test, FALSE, 0);
  g_assert_true (tnk_store_reopen_campaign (test.store, "2026", "停電のため\n一週間", "2026-06-30", &error));
  g_assert_no_error (error);
  after = tnk_test_store_score (test.store, "2026");
  g_assert_cmpstr (before, ==, after);
  assert_log (&test, "campaign.reopened", "{\"reason\":\"停電のため\\u000a一週間\",\"changes\":{\"closes\":[\"\",\"2026-06-30\"]},");
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,implemented,\n", FALSE);
  close_it (&test, FALSE, 0);
  g_assert_true (tnk_store_reopen_campaign (test.store, "2026", "もう一度", NULL, &error));
  tnk_test_store_assert_rows (test.path, "SELECT state, closes FROM campaign", "open|2026-06-30");
  tnk_test_store_verify (test.store);
  assert_meddled (&test, "UPDATE campaign SET state = 'closed'", "behind the log");
}

static void
test_reopen_refused (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  tnk_test_store_refused (tnk_store_reopen_campaign (test.store, "2026", "x", NULL, &error), &error, TNK_ERROR_STATE, "is open");
  close_it (&test, FALSE, 0);
  tnk_test_store_refused (tnk_store_reopen_campaign (test.store, "2026", " \n", NULL, &error), &error, TNK_ERROR_INVALID, "say why");
  tnk_test_store_refused (tnk_store_reopen_campaign (test.store, "2026", "a\x02", NULL, &error), &error, TNK_ERROR_INVALID, "reason");
  tnk_test_store_refused (tnk_store_reopen_campaign (test.store, "2026", "x", "2026-05-31", &error), &error, TNK_ERROR_INVALID, "is over");
  tnk_test_store_refused (tnk_store_reopen_campaign (test.store, "2026", "x", "31.5.", &error), &error, TNK_ERROR_INVALID, "not a day");
  tnk_test_store_open_campaign (&test, "2027", FALSE);
  tnk_test_store_refused (tnk_store_reopen_campaign (test.store, "2026", "x", NULL, &error), &error, TNK_ERROR_STATE, "“2027”");
  assert_log (&test, "campaign.reopened", "");
}

static void
test_closing_day (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  g_assert_true (tnk_store_set_closing_day (test.store, "2026", "2026-06-01", &error));
  g_assert_true (tnk_store_set_closing_day (test.store, "2026", "2026-07-15", &error));
  g_assert_true (tnk_store_set_closing_day (test.store, "2026", "2026-07-15", &error));
  g_assert_no_error (error);
  assert_log (&test, "campaign.extended",
              "{\"changes\":{\"closes\":[\"\",\"2026-06-01\"]},\n{\"changes\":{\"closes\":[\"2026-06-01\",\"2026-07-15\"]},");
  tnk_test_store_refused (tnk_store_set_closing_day (test.store, "2026", "2026-05-31", &error), &error, TNK_ERROR_INVALID, "is over");
  tnk_test_store_refused (tnk_store_set_closing_day (test.store, "2026", "x", &error), &error, TNK_ERROR_INVALID, "not a day");
  tnk_test_store_assert_rows (test.path, "SELECT closes FROM campaign", "2026-07-15");
  close_it (&test, FALSE, 0);
  tnk_test_store_refused (tnk_store_set_closing_day (test.store, "2026", "2026-08-01", &error), &error, TNK_ERROR_STATE, "is closed");
  assert_meddled (&test, "UPDATE campaign SET closes = '2026-08-01'", "behind the log");
}

static void
test_visibility (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  g_assert_true (tnk_store_set_visibility (test.store, "2026", TNK_VISIBILITY_NAMES, &error));
  g_assert_true (tnk_store_set_visibility (test.store, "2026", TNK_VISIBILITY_COUNTS, &error));
  tnk_test_store_assert_rows (test.path, "SELECT visibility FROM campaign", "counts");
  tnk_test_store_verify (test.store);
  close_it (&test, FALSE, 0);
  g_assert_true (tnk_store_set_visibility (test.store, "2026", TNK_VISIBILITY_NAMES, &error));
  g_assert_no_error (error);
  assert_log (&test, "campaign.visibility",
              "{\"changes\":{\"visibility\":[\"names\",\"counts\"]},\n{\"changes\":{\"visibility\":[\"counts\",\"names\"]},");
  tnk_test_store_refused (tnk_store_set_visibility (test.store, "1999", TNK_VISIBILITY_NAMES, &error), &error, TNK_ERROR_NOT_FOUND, "1999");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreSetup/outside", test_outside);
  g_test_add_func ("/Tenken/StoreSetup/outside-followed", test_outside_followed);
  g_test_add_func ("/Tenken/StoreSetup/bad-outside", test_bad_outside);
  g_test_add_func ("/Tenken/StoreSetup/meddled", test_meddled);
  g_test_add_func ("/Tenken/StoreSetup/change", test_change);
  g_test_add_func ("/Tenken/StoreSetup/change-catalog", test_change_catalog);
  g_test_add_func ("/Tenken/StoreSetup/change-refused", test_change_refused);
  g_test_add_func ("/Tenken/StoreSetup/discard", test_discard);
  g_test_add_func ("/Tenken/StoreSetup/vanished", test_vanished);
  g_test_add_func ("/Tenken/StoreSetup/open-watched", test_open_watched);
  g_test_add_func ("/Tenken/StoreSetup/counts", test_counts);
  g_test_add_func ("/Tenken/StoreSetup/take-drafts", test_take_drafts);
  g_test_add_func ("/Tenken/StoreSetup/leave-drafts", test_leave_drafts);
  g_test_add_func ("/Tenken/StoreSetup/closed-department", test_closed_department);
  g_test_add_func ("/Tenken/StoreSetup/close-cancelled", test_close_cancelled);
  g_test_add_func ("/Tenken/StoreSetup/reopen", test_reopen);
  g_test_add_func ("/Tenken/StoreSetup/reopen-refused", test_reopen_refused);
  g_test_add_func ("/Tenken/StoreSetup/closing-day", test_closing_day);
  g_test_add_func ("/Tenken/StoreSetup/visibility", test_visibility);
  return g_test_run ();
}
