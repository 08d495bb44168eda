/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-campaign-step.h"

#include "tnk-store-private.h"
#include "tnk-store-setup.h"
#include "tnk-test-store.h"

static GPtrArray *
list (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = tnk_store_list_campaign_steps (test->store, "2026", &error);

  g_assert_no_error (error);
  return steps;
}

static void
test_steps (void)
{
  static const TnkCampaignStepKind kinds[] = {
    TNK_CAMPAIGN_STEP_KIND_CREATED, TNK_CAMPAIGN_STEP_KIND_CHANGED, TNK_CAMPAIGN_STEP_KIND_OPENED,
    TNK_CAMPAIGN_STEP_KIND_EXTENDED, TNK_CAMPAIGN_STEP_KIND_VISIBILITY, TNK_CAMPAIGN_STEP_KIND_CLOSED,
    TNK_CAMPAIGN_STEP_KIND_REOPENED};
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkCampaign) campaign = tnk_test_store_campaign ("2026");
  g_autoptr (GPtrArray) steps = NULL;
  TnkCampaignCounts counts;
  const char *before, *after;
  guint n;

  tnk_test_store_init_roster (&test);
  tnk_test_store_create_campaign (&test, campaign);
  tnk_campaign_set_title (campaign, "\\題\"、[");
  tnk_campaign_set_department_outside (campaign, "d3", TRUE);
  g_assert_true (tnk_store_change_campaign (test.store, campaign, NULL));
  g_assert_true (tnk_store_open_campaign (test.store, "2026", &n, NULL));
  g_assert_true (tnk_store_set_closing_day (test.store, "2026", "2026-06-30", NULL));
  tnk_store_set_actor (test.store, "p2@desk");
  g_assert_true (tnk_store_set_visibility (test.store, "2026", TNK_VISIBILITY_COUNTS, NULL));
  g_assert_true (tnk_store_close_campaign_full (test.store, "2026", TRUE, &n, &counts, NULL, NULL, NULL, NULL));
  g_assert_true (tnk_store_reopen_campaign (test.store, "2026", "\"changes\":{ 行\n改め", NULL, NULL));
  steps = list (&test);
  g_assert_cmpuint (steps->len, ==, G_N_ELEMENTS (kinds));
  for (guint i = 0; i < steps->len; i++)
    g_assert_cmpuint (tnk_campaign_step_get_kind (steps->pdata[i]), ==, kinds[i]);
  g_assert_cmpstr (tnk_campaign_step_get_actor (steps->pdata[0]), ==, "tester");
  g_assert_null (tnk_campaign_step_get_actor_name (steps->pdata[0]));
  g_assert_true (g_str_has_prefix (tnk_campaign_step_get_at (steps->pdata[0]), "2026-06-01T09:00:00"));
  g_assert_cmpuint (tnk_campaign_step_get_n_changes (steps->pdata[0]), ==, 0);
  g_assert_cmpuint (tnk_campaign_step_get_n_changes (steps->pdata[1]), ==, 2);
  g_assert_cmpstr (tnk_campaign_step_get_change (steps->pdata[1], 0, &before, &after), ==, "title");
  g_assert_cmpstr (before, ==, "2026");
  g_assert_cmpstr (after, ==, "\\題\"、[");
  g_assert_cmpstr (tnk_campaign_step_get_change (steps->pdata[1], 1, &before, &after), ==, "without-departments");
  g_assert_cmpstr (before, ==, "");
  g_assert_cmpint (tnk_campaign_step_get_count (steps->pdata[2], "people"), ==, 3);
  g_assert_cmpint (tnk_campaign_step_get_count (steps->pdata[2], "submitted"), ==, -1);
  g_assert_cmpstr (tnk_campaign_step_get_actor_name (steps->pdata[4]), ==, "鈴木　花子");
  g_assert_cmpint (tnk_campaign_step_get_count (steps->pdata[5], "drafts"), ==, 0);
  g_assert_null (tnk_campaign_step_get_reason (steps->pdata[5]));
  g_assert_cmpstr (tnk_campaign_step_get_reason (steps->pdata[6]), ==, "\"changes\":{ 行\n改め");
  g_assert_cmpuint (tnk_campaign_step_get_n_changes (steps->pdata[6]), ==, 0);
}

/* Only the steps of this campaign; what was not written by the library is a step without details. */
static void
test_strange (void)
{
  static const char *const details[] = {
    "", "[]", "{\"changes\":{\"a\":[\"b\"]}}", "{\"changes\":{\"a\":[\"b", "{\"changes\":{\"a\"", "{\"changes\":{7}}", "{\"reason\":7,"};
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_open (&test);
  tnk_test_store_open_campaign (&test, "2027", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (details); i++) {
    g_autofree char *sql = g_strdup_printf ("UPDATE log SET detail = '%s' WHERE kind = 'campaign.opened'", details[i]);
    g_autoptr (GPtrArray) steps = NULL;

    tnk_test_store_meddle (test.path, sql);
    steps = list (&test);
    g_assert_cmpuint (steps->len, ==, 2);
    g_assert_cmpuint (tnk_campaign_step_get_n_changes (steps->pdata[1]), ==, 0);
    g_assert_cmpint (tnk_campaign_step_get_count (steps->pdata[1], "people"), ==, -1);
    g_assert_null (tnk_campaign_step_get_reason (steps->pdata[1]));
  }
  tnk_test_store_refused (tnk_store_list_campaign_steps (test.store, "1999", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "1999");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/CampaignStep/steps", test_steps);
  g_test_add_func ("/Tenken/CampaignStep/strange", test_strange);
  return g_test_run ();
}
