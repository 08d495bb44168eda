/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

#include <glib/gstdio.h>

static TnkCampaign *
load (TnkTestStore *test,
      const char *id)
{
  g_autoptr (GError) error = NULL;
  TnkCampaign *campaign = tnk_store_load_campaign (test->store, id, &error);

  g_assert_no_error (error);
  if (campaign == NULL)
    g_error ("“%s” cannot be loaded", id);
  return campaign;
}

static void
assert_state (TnkTestStore *test,
              const char *id,
              TnkCampaignState state)
{
  TnkCampaign *campaign = load (test, id);

  g_assert_cmpuint (tnk_campaign_get_state (campaign), ==, state);
  g_assert_finalize_object (campaign);
}

static void
close_campaign (TnkTestStore *test,
                const char *id)
{
  g_autoptr (GError) error = NULL;
  guint n_submitted, n_people;

  g_assert_true (tnk_store_close_campaign (test->store, id, &n_submitted, &n_people, &error));
  g_assert_no_error (error);
}

/* The small catalog with its text changed in one place. */
static TnkCatalog *
other_catalog (const char *from,
               const char *to)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");
  g_autofree char *text = tnk_test_read (filename);
  g_autofree char *changed = tnk_test_replace (text, from, to);
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = tnk_catalog_load_data ("other.json", changed, -1, NULL, &error);

  g_assert_no_error (error);
  return catalog;
}

/* --- making --- */

static void
test_create (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("R8.a-1_x");
  TnkCampaign *loaded;

  tnk_test_store_init (&test);
  tnk_campaign_set_title (campaign, "令和8年度の\"点検\"");
  tnk_campaign_set_asks_informed (campaign, TRUE);
  g_assert_true (tnk_campaign_set_period (campaign, "2026-06-01", "2026-07-31", NULL));
  g_assert_true (tnk_campaign_set_grade_lines (campaign, 90.5, 70.1, 0.3, NULL));
  g_assert_true (tnk_campaign_set_attainment_line (campaign, 99.9, NULL));
  tnk_test_store_create_campaign (&test, campaign);
  tnk_test_store_reopen (&test);
  loaded = load (&test, "R8.a-1_x");
  g_assert_cmpstr (tnk_campaign_get_title (loaded), ==, "令和8年度の\"点検\"");
  g_assert_cmpuint (tnk_campaign_get_state (loaded), ==, TNK_CAMPAIGN_STATE_PREPARED);
  g_assert_true (tnk_campaign_get_asks_informed (loaded));
  g_assert_cmpstr (tnk_campaign_get_opens (loaded), ==, "2026-06-01");
  g_assert_cmpstr (tnk_campaign_get_closes (loaded), ==, "2026-07-31");
  g_assert_cmpfloat (tnk_campaign_get_grade_line (loaded, 'A'), ==, 90.5);
  g_assert_cmpfloat (tnk_campaign_get_grade_line (loaded, 'B'), ==, 70.1);
  g_assert_cmpfloat (tnk_campaign_get_grade_line (loaded, 'C'), ==, 0.3);
  g_assert_cmpfloat (tnk_campaign_get_attainment_line (loaded), ==, 99.9);
  g_assert_cmpstr (tnk_catalog_get_fingerprint (tnk_campaign_get_catalog (loaded)), ==,
                   tnk_catalog_get_fingerprint (tnk_campaign_get_catalog (campaign)));
  g_assert_finalize_object (loaded);
  g_assert_finalize_object (g_steal_pointer (&campaign));
  tnk_test_store_verify (test.store);
}

/* Without a period there is none afterwards either. */
static void
test_create_plain (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  TnkCampaign *loaded;

  tnk_test_store_init (&test);
  tnk_test_store_create_campaign (&test, campaign);
  loaded = load (&test, "2026");
  g_assert_cmpstr (tnk_campaign_get_title (loaded), ==, "2026");
  g_assert_null (tnk_campaign_get_opens (loaded));
  g_assert_null (tnk_campaign_get_closes (loaded));
  g_assert_false (tnk_campaign_get_asks_informed (loaded));
  g_assert_finalize_object (loaded);
}

static void
test_choices (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  TnkCampaign *loaded;
  TnkCatalog *catalog;

  tnk_test_store_init (&test);
  g_assert_true (tnk_campaign_adopt (campaign, "1.2-1", NULL));
  g_assert_true (tnk_campaign_leave_out (campaign, "2.1-1", "端末を、\"使わない\"", NULL));
  g_assert_true (tnk_campaign_leave_out (campaign, "1.2-1", "今年は行わない", NULL));
  tnk_test_store_create_campaign (&test, campaign);
  loaded = load (&test, "2026");
  catalog = tnk_campaign_get_catalog (loaded);
  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    TnkControl *original = tnk_catalog_get_control (tnk_campaign_get_catalog (campaign), i);
    g_assert_cmpint (tnk_campaign_is_adopted (loaded, control), ==, tnk_campaign_is_adopted (campaign, original));
    g_assert_cmpint (tnk_campaign_requires (loaded, control), ==, tnk_campaign_requires (campaign, original));
    g_assert_cmpstr (tnk_campaign_get_left_out_reason (loaded, control), ==, tnk_campaign_get_left_out_reason (campaign, original));
  }
  g_assert_finalize_object (loaded);
}

static void
test_bad_ids (void)
{
  static const char *const ids[] = {"", "-2026", ".2026", "令和8", "2026/7", "2026 7", "a'b", "_", "2026\n"};
  g_auto (TnkTestStore) test = {0};
  g_autofree char *too_long = g_strnfill (65, 'a');
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign (too_long);
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_autoptr (TnkCampaign) bad = tnk_test_store_campaign (ids[i]);
    g_assert_false (tnk_store_create_campaign (test.store, bad, &error));
    g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
    g_clear_error (&error);
  }
  tnk_test_store_refused (tnk_store_create_campaign (test.store, campaign, &error), &error, TNK_ERROR_INVALID, "64");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM campaign", "0");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM log", "2");
  tnk_test_store_open_campaign (&test, longest, FALSE);
}

static void
test_exists (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  g_autoptr (GError) error = NULL;

  tnk_test_store_init (&test);
  tnk_test_store_create_campaign (&test, campaign);
  tnk_test_store_refused (tnk_store_create_campaign (test.store, campaign, &error), &error, TNK_ERROR_EXISTS, "“2026”");
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM campaign", "1");
}

/* A later edit of the file does not reach the campaign; the same edition is kept once, a changed one beside it. */
static void
test_catalog_copy (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *fixture = tnk_test_fixture ("small-catalog.json");
  g_autofree char *text = tnk_test_read (fixture);
  g_autofree char *changed = tnk_test_replace (text, "今年度、方針を見直しましたか。", "方針を見ましたか。");
  g_autofree char *filename = NULL;

  tnk_test_store_init (&test);
  filename = tnk_test_write (test.dir, "catalog.json", text, -1);
  for (guint i = 0; i < 3; i++) {
    g_autofree char *id = g_strdup_printf ("%u", 2024 + i);
    g_autoptr (TnkCatalog) catalog = tnk_catalog_load_file (filename, NULL, NULL);
    g_autoptr (TnkCampaign) campaign = tnk_campaign_new (id, catalog);
    tnk_test_store_create_campaign (&test, campaign);
    if (i == 1)
      g_free (tnk_test_write (test.dir, "catalog.json", changed, -1));
  }
  g_assert_cmpint (g_unlink (filename), ==, 0);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM catalog", "2");
  tnk_test_store_assert_rows (test.path, "SELECT id, catalog_no FROM campaign ORDER BY no", "2024|1\n2025|1\n2026|2");
  for (guint i = 0; i < 3; i++) {
    g_autofree char *id = g_strdup_printf ("%u", 2024 + i);
    g_autoptr (TnkCampaign) campaign = load (&test, id);
    g_autoptr (TnkCatalog) expected = tnk_catalog_load_data ("x", i < 2 ? text : changed, -1, NULL, NULL);
    g_assert_true (tnk_catalog_equal (tnk_campaign_get_catalog (campaign), expected));
  }
  tnk_test_store_verify (test.store);
}

static void
test_list (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_roster (&test);
  tnk_test_store_open_campaign (&test, "b", FALSE);
  tnk_test_store_open_campaign (&test, "a", FALSE);
  campaigns = tnk_store_list_campaigns (test.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (campaigns->len, ==, 2);
  g_assert_cmpstr (tnk_campaign_get_id (campaigns->pdata[0]), ==, "b");
  g_assert_cmpstr (tnk_campaign_get_id (campaigns->pdata[1]), ==, "a");
  g_assert_true (tnk_campaign_get_catalog (campaigns->pdata[0]) == tnk_campaign_get_catalog (campaigns->pdata[1]));
  g_assert_cmpuint (tnk_campaign_get_state (campaigns->pdata[0]), ==, TNK_CAMPAIGN_STATE_OPEN);
}

/* --- opening and closing --- */

static void
test_states (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  g_autoptr (GError) error = NULL;
  guint n_people = 0, n_submitted = 0;

  tnk_test_store_init_roster (&test);
  tnk_test_store_create_campaign (&test, campaign);
  tnk_test_store_refused (tnk_store_close_campaign (test.store, "2026", &n_submitted, &n_people, &error), &error,
                          TNK_ERROR_STATE, "is prepared");
  g_assert_true (tnk_store_open_campaign (test.store, "2026", &n_people, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_people, ==, 4);
  assert_state (&test, "2026", TNK_CAMPAIGN_STATE_OPEN);
  tnk_test_store_refused (tnk_store_open_campaign (test.store, "2026", &n_people, &error), &error, TNK_ERROR_STATE, "is open");
  tnk_test_store_import_answers (&test, ANSWERS, FALSE);
  g_assert_true (tnk_store_close_campaign (test.store, "2026", &n_submitted, &n_people, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_submitted, ==, 3);
  g_assert_cmpuint (n_people, ==, 4);
  assert_state (&test, "2026", TNK_CAMPAIGN_STATE_CLOSED);
  tnk_test_store_refused (tnk_store_close_campaign (test.store, "2026", &n_submitted, &n_people, &error), &error,
                          TNK_ERROR_STATE, "is closed");
  tnk_test_store_refused (tnk_store_open_campaign (test.store, "2026", &n_people, &error), &error, TNK_ERROR_STATE, "is closed");
  tnk_test_store_assert_rows (test.path, "SELECT kind, subject, replace (substr (detail, 1, instr (detail || ',\"basis', ',\"basis') - 1), '', '') FROM log WHERE kind LIKE 'campaign.%' AND kind <> 'campaign.created'",
                              "campaign.opened|2026|{\"people\":4\ncampaign.closed|2026|{\"submitted\":3,\"people\":4}");
  tnk_test_store_verify (test.store);
}

static void
test_not_found (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  guint n;

  tnk_test_store_init (&test);
  tnk_test_store_refused (tnk_store_load_campaign (test.store, "2026", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "“2026”");
  tnk_test_store_refused (tnk_store_open_campaign (test.store, "2026", &n, &error), &error, TNK_ERROR_NOT_FOUND, "“2026”");
  tnk_test_store_refused (tnk_store_close_campaign (test.store, "2026", &n, &n, &error), &error, TNK_ERROR_NOT_FOUND, "“2026”");
  tnk_test_store_refused (tnk_store_load_campaign_body (test.store, "2026", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "“2026”");
  tnk_test_store_refused (tnk_store_find_previous_campaign (test.store, "2026", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "");
  tnk_test_store_refused (tnk_store_tally (test.store, "2026", NULL, &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "“2026”");
}

/* A campaign that would ask nobody does not open: either nobody is there, or nobody holds a role that is asked. */
static void
test_nobody (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  g_autoptr (GError) error = NULL;
  guint n_people;

  tnk_test_store_init (&test);
  tnk_test_store_create_campaign (&test, campaign);
  tnk_test_store_refused (tnk_store_open_campaign (test.store, "2026", &n_people, &error), &error, TNK_ERROR_STATE, "import the roster");
  tnk_test_store_import_roster (&test, DEPARTMENTS, PERSON "p4,田中,d1,contractor\np5,高橋,d1,mayor\np6,伊藤,d1,\n");
  tnk_test_store_refused (tnk_store_open_campaign (test.store, "2026", &n_people, &error), &error, TNK_ERROR_STATE, "import the roster");
  assert_state (&test, "2026", TNK_CAMPAIGN_STATE_PREPARED);
  tnk_test_store_assert_rows (test.path, "SELECT count (*) FROM campaign_department", "0");
}

/* Unanswered items leave the denominator while the campaign is open and count 0 once it is closed; drafts never count. */
static void
test_figures (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *open = NULL, *closed = NULL;

  tnk_test_store_init_answers (&test);
  tnk_test_store_import_answers (&test, ANSWER "p5,staff,1.1-2,implemented,\n", TRUE);
  open = tnk_test_store_score (test.store, "2026");
  /* 1.1-1: 2/2 · 3; 1.1-2: 6/6; 2.1-1: 3/4; 2.1-2.1: 0/2; 2.1-2.2, critical: 1/2 */
  g_assert_cmpstr (open, ==,
                   "75.000000000 C people_asked=4 people_submitted=3 items=13 answered=9 implemented=5 partial=2 "
                   "not_implemented=1 not_applicable=1 excepted=0 controls=5 controls_full=2");
  close_campaign (&test, "2026");
  closed = tnk_test_store_score (test.store, "2026");
  /* 1.1-1: 2/2 · 3; 1.1-2: 6/10; 2.1-1: 3/6; 2.1-2.1: 0/4; 2.1-2.2: 1/2 */
  g_assert_cmpstr (closed, ==,
                   "65.714285714 C people_asked=4 people_submitted=3 items=13 answered=9 implemented=5 partial=2 "
                   "not_implemented=1 not_applicable=1 excepted=0 controls=5 controls_full=1");
}

static void
test_cancelled_figures (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_store_tally (test.store, "2026", cancellable, &error) != NULL, &error);
}

/* --- the campaign before --- */

static void
assert_previous (TnkTestStore *test,
                 const char *id,
                 const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *previous = tnk_store_find_previous_campaign (test->store, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (previous, ==, expected);
}

static void
test_previous (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCatalog) other = other_catalog ("\"id\": \"small\"", "\"id\": \"other\"");
  g_autoptr (TnkCatalog) edition = other_catalog ("\"edition\": \"2026-1\"", "\"edition\": \"2026-2\"");
  g_autoptr (TnkCampaign) foreign = tnk_campaign_new ("foreign", other);
  g_autoptr (TnkCampaign) newer = tnk_campaign_new ("newer", edition);
  g_autoptr (TnkCatalog) next = tnk_test_next_catalog ();
  g_autoptr (TnkCampaign) revised = tnk_campaign_new ("revised", next);
  guint n_people;

  tnk_test_store_init_roster (&test);
  tnk_test_store_open_campaign (&test, "2024", FALSE);
  assert_previous (&test, "2024", NULL);
  close_campaign (&test, "2024");
  tnk_test_store_open_campaign (&test, "2025", FALSE);
  assert_previous (&test, "2025", "2024");
  tnk_test_store_create_campaign (&test, foreign);
  g_assert_true (tnk_store_open_campaign (test.store, "foreign", &n_people, NULL));
  close_campaign (&test, "foreign");
  /* another edition of the same catalog can be compared with, another catalog cannot; what is still open cannot */
  tnk_test_store_create_campaign (&test, newer);
  assert_previous (&test, "newer", "2024");
  close_campaign (&test, "2025");
  assert_previous (&test, "newer", "2025");
  /* the map leads to the edition of the store's campaigns, though it has another id */
  tnk_test_store_create_campaign (&test, revised);
  assert_previous (&test, "revised", "2025");
  assert_previous (&test, "foreign", NULL);
  assert_previous (&test, "2025", "2024");
  assert_previous (&test, "2024", NULL);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/StoreCampaign/create", test_create);
  g_test_add_func ("/Tenken/StoreCampaign/create-plain", test_create_plain);
  g_test_add_func ("/Tenken/StoreCampaign/choices", test_choices);
  g_test_add_func ("/Tenken/StoreCampaign/bad-ids", test_bad_ids);
  g_test_add_func ("/Tenken/StoreCampaign/exists", test_exists);
  g_test_add_func ("/Tenken/StoreCampaign/catalog-copy", test_catalog_copy);
  g_test_add_func ("/Tenken/StoreCampaign/list", test_list);
  g_test_add_func ("/Tenken/StoreCampaign/states", test_states);
  g_test_add_func ("/Tenken/StoreCampaign/not-found", test_not_found);
  g_test_add_func ("/Tenken/StoreCampaign/nobody", test_nobody);
  g_test_add_func ("/Tenken/StoreCampaign/figures", test_figures);
  g_test_add_func ("/Tenken/StoreCampaign/cancelled-figures", test_cancelled_figures);
  g_test_add_func ("/Tenken/StoreCampaign/previous", test_previous);
  return g_test_run ();
}
