/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-body-private.h"
#include "tnk-campaign-preview.h"
#include "tnk-test.h"

static void
add (TnkBody *body,
     const char *id,
     guint department,
     const char *roles)
{
  g_auto (GStrv) ids = g_strsplit (roles, ";", -1);

  g_assert_true (tnk_body_add_person (body, id, id, tnk_body_get_department (body, department), (const char *const *) ids));
}

/* Two clerks and a manager who is one too in d1 and d2 below it, the CISO in d0, a contractor in d3. */
static TnkBody *
make_roster (void)
{
  static const int parents[] = {-1, 0, 1, 0};
  TnkBody *body = tnk_test_body (parents, 4);

  add (body, "p1", 2, "staff");
  add (body, "p2", 1, "manager;staff");
  add (body, "p3", 0, "ciso");
  add (body, "p4", 3, "contractor");
  add (body, "p5", 3, "staff");
  add (body, "p6", 3, "gardener");
  return body;
}

static TnkCampaign *
make_campaign (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  return tnk_campaign_new ("2026", catalog);
}

static void
test_counts (void)
{
  g_autoptr (TnkBody) roster = make_roster ();
  g_autoptr (TnkCampaign) campaign = make_campaign ();
  TnkCampaignPreview *preview = tnk_campaign_preview_new (campaign, roster);

  g_assert_cmpuint (tnk_campaign_preview_count_people (preview, -1, -1), ==, 4);
  g_assert_cmpuint (tnk_campaign_preview_count_roster (preview, -1, -1), ==, 6);
  g_assert_cmpuint (tnk_campaign_preview_count_people (preview, 1, -1), ==, 2);
  g_assert_cmpuint (tnk_campaign_preview_count_people (preview, 1, 2), ==, 2);
  g_assert_cmpuint (tnk_campaign_preview_count_people (preview, -1, 1), ==, 1);
  g_assert_cmpuint (tnk_campaign_preview_count_people (preview, -1, 3), ==, 0);
  g_assert_cmpuint (tnk_campaign_preview_count_roster (preview, 3, 3), ==, 1);
  g_assert_cmpuint (tnk_campaign_preview_count_controls (preview), ==, 6);
  g_assert_cmpuint (tnk_campaign_preview_count_questions (preview, 0), ==, 2);
  g_assert_cmpuint (tnk_campaign_preview_count_questions (preview, 1), ==, 2);
  g_assert_cmpuint (tnk_campaign_preview_count_questions (preview, 2), ==, 3);
  g_assert_cmpuint (tnk_campaign_preview_count_questions (preview, 3), ==, 0);
  g_assert_cmpuint (tnk_campaign_preview_count_items (preview), ==, 2 + 2 + 3 * 3);
  g_assert_cmpuint (tnk_campaign_preview_get_minutes (preview, 2), ==, 1);
  g_assert_cmpuint (tnk_estimate_minutes (77), ==, 11);
  g_assert_cmpuint (tnk_estimate_minutes (0), ==, 0);
  g_assert_finalize_object (preview);
}

/* What is left out is in no count of who is asked; later changes of the campaign are not seen. */
static void
test_outside (void)
{
  g_autoptr (TnkBody) roster = make_roster ();
  g_autoptr (TnkCampaign) campaign = make_campaign ();
  TnkCampaignPreview *preview;

  g_assert_true (tnk_campaign_set_role_outside (campaign, "manager", TRUE, NULL));
  tnk_campaign_set_department_outside (campaign, "d3", TRUE);
  preview = tnk_campaign_preview_new (campaign, roster);
  tnk_campaign_set_department_outside (campaign, "d0", TRUE);
  g_assert_cmpuint (tnk_campaign_preview_count_people (preview, -1, -1), ==, 3);
  g_assert_cmpuint (tnk_campaign_preview_count_people (preview, 3, -1), ==, 0);
  g_assert_cmpuint (tnk_campaign_preview_count_roster (preview, 3, -1), ==, 3);
  g_assert_cmpuint (tnk_campaign_preview_count_people (preview, -1, 1), ==, 0);
  g_assert_cmpuint (tnk_campaign_preview_count_roster (preview, -1, 1), ==, 1);
  g_assert_cmpuint (tnk_campaign_preview_count_questions (preview, 1), ==, 0);
  g_assert_cmpuint (tnk_campaign_preview_count_items (preview), ==, 2 + 2 * 3);
  g_assert_finalize_object (preview);
}

static void
test_samples (void)
{
  static const char *const roles[] = {"staff", "manager", "ciso"};
  static const guint items[] = {3, 5, 2};
  g_autoptr (TnkBody) roster = make_roster ();
  g_autoptr (TnkCampaign) campaign = make_campaign ();
  TnkCampaignPreview *preview = tnk_campaign_preview_new (campaign, roster);

  g_assert_cmpuint (tnk_campaign_preview_get_n_samples (preview), ==, 3);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (TnkQuestionnaire) sample = tnk_campaign_preview_make_sample (preview, i);

    g_assert_cmpstr (tnk_role_get_id (tnk_campaign_preview_get_sample_role (preview, i)), ==, roles[i]);
    g_assert_cmpuint (tnk_questionnaire_get_n_items (sample), ==, items[i]);
  }
  g_assert_finalize_object (preview);
}

/* Roles by other names: those with most, some and fewest holders; none twice. */
static void
test_other_samples (void)
{
  g_autoptr (TnkBody) roster = make_roster ();
  g_autoptr (TnkCampaign) campaign = make_campaign ();
  TnkCampaignPreview *preview;

  g_assert_true (tnk_campaign_set_role_outside (campaign, "staff", TRUE, NULL));
  preview = tnk_campaign_preview_new (campaign, roster);
  g_assert_cmpuint (tnk_campaign_preview_get_n_samples (preview), ==, 2);
  g_assert_true (tnk_campaign_preview_get_sample_role (preview, 0) != tnk_campaign_preview_get_sample_role (preview, 1));
  g_assert_finalize_object (preview);
}

/* Nobody is there, or nobody is asked: nothing is counted, and there is no sample. */
static void
test_nobody (void)
{
  static const int parents[] = {-1};
  g_autoptr (TnkBody) empty = tnk_test_body (parents, 1), roster = make_roster ();
  g_autoptr (TnkCampaign) campaign = make_campaign ();
  TnkCampaignPreview *preview = tnk_campaign_preview_new (campaign, empty);

  g_assert_cmpuint (tnk_campaign_preview_count_people (preview, -1, -1), ==, 0);
  g_assert_cmpuint (tnk_campaign_preview_get_n_samples (preview), ==, 0);
  g_assert_finalize_object (preview);
  tnk_campaign_set_department_outside (campaign, "d0", TRUE);
  preview = tnk_campaign_preview_new (campaign, roster);
  g_assert_cmpuint (tnk_campaign_preview_count_items (preview), ==, 0);
  g_assert_cmpuint (tnk_campaign_preview_get_n_samples (preview), ==, 0);
  g_assert_finalize_object (preview);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/CampaignPreview/counts", test_counts);
  g_test_add_func ("/Tenken/CampaignPreview/outside", test_outside);
  g_test_add_func ("/Tenken/CampaignPreview/samples", test_samples);
  g_test_add_func ("/Tenken/CampaignPreview/other-samples", test_other_samples);
  g_test_add_func ("/Tenken/CampaignPreview/nobody", test_nobody);
  return g_test_run ();
}
