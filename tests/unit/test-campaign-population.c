/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-error.h"
#include "tnk-questionnaire.h"
#include "tnk-tally.h"
#include "tnk-test.h"

static TnkCampaign *
make (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  return tnk_campaign_new ("2026", catalog);
}

static TnkRole *
role_of (TnkCampaign *campaign,
         const char *id)
{
  return tnk_catalog_lookup_role (tnk_campaign_get_catalog (campaign), id);
}

static void
test_roles (void)
{
  g_autoptr (TnkCampaign) campaign = make ();
  TnkDuty *duty = tnk_catalog_find_duty (tnk_campaign_get_catalog (campaign), "1.1-2", "manager");
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_campaign_is_role_outside (campaign, role_of (campaign, "manager")));
  g_assert_true (tnk_campaign_asks (campaign, duty));
  g_assert_true (tnk_campaign_set_role_outside (campaign, "manager", TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (tnk_campaign_is_role_outside (campaign, role_of (campaign, "manager")));
  g_assert_false (tnk_campaign_is_role_outside (campaign, role_of (campaign, "staff")));
  g_assert_false (tnk_campaign_asks (campaign, duty));
  g_assert_true (tnk_campaign_set_role_outside (campaign, "manager", FALSE, &error));
  g_assert_true (tnk_campaign_asks (campaign, duty));
  g_assert_false (tnk_campaign_set_role_outside (campaign, "mayor", TRUE, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND);
  tnk_test_assert_line (error->message, "the catalog", "“mayor”");
}

static void
test_departments (void)
{
  static const int parents[] = {-1, 0, 1, 0};
  g_autoptr (TnkBody) body = tnk_test_body (parents, 4);
  g_autoptr (TnkCampaign) campaign = make ();

  tnk_campaign_set_department_outside (campaign, "d3", TRUE);
  tnk_campaign_set_department_outside (campaign, "d1", TRUE);
  tnk_campaign_set_department_outside (campaign, "d1", TRUE);
  g_assert_cmpuint (g_strv_length ((GStrv) tnk_campaign_get_departments_outside (campaign)), ==, 2);
  g_assert_cmpstr (tnk_campaign_get_departments_outside (campaign)[0], ==, "d1");
  g_assert_cmpstr (tnk_campaign_get_departments_outside (campaign)[1], ==, "d3");
  g_assert_false (tnk_campaign_is_department_outside (campaign, tnk_body_get_department (body, 0)));
  for (guint i = 1; i < 4; i++)
    g_assert_true (tnk_campaign_is_department_outside (campaign, tnk_body_get_department (body, i)));
  tnk_campaign_set_department_outside (campaign, "d1", FALSE);
  tnk_campaign_set_department_outside (campaign, "d9", FALSE);
  g_assert_false (tnk_campaign_is_department_outside (campaign, tnk_body_get_department (body, 2)));
  g_assert_true (tnk_campaign_is_department_outside (campaign, tnk_body_get_department (body, 3)));
  g_assert_cmpuint (g_strv_length ((GStrv) tnk_campaign_get_departments_outside (campaign)), ==, 1);
}

/* A role that is left out is in no questionnaire and in no figure, whatever the counts say. */
static void
test_figures (void)
{
  static const int parents[] = {-1};
  static const char *const roles[] = {"manager", "staff", NULL};
  g_autoptr (TnkBody) body = tnk_test_body (parents, 1);
  g_autoptr (TnkCampaign) campaign = make ();
  g_autoptr (TnkQuestionnaire) all = tnk_questionnaire_new (campaign, "p1", roles), questionnaire = NULL;
  g_autoptr (TnkTally) tally = NULL;
  g_autoptr (TnkScore) score = NULL;

  g_assert_true (tnk_campaign_set_role_outside (campaign, "manager", TRUE, NULL));
  questionnaire = tnk_questionnaire_new (campaign, "p1", roles);
  g_assert_cmpuint (tnk_questionnaire_get_n_items (all), ==, 5);
  g_assert_cmpuint (tnk_questionnaire_get_n_items (questionnaire), ==, 3);
  tally = tnk_tally_new (campaign, body);
  g_assert_cmpuint (tnk_tally_role_bits (tally, roles), ==, 4);
  tnk_tally_add_people (tally, 0, 6, 2, 2);
  tnk_tally_add_answers (tally, 0, tnk_duty_get_index (tnk_questionnaire_get_duty (all, 0)), TNK_ANSWER_VALUE_IMPLEMENTED, 2);
  score = tnk_tally_score_organisation (tally);
  g_assert_cmpint (tnk_score_get_count (score, "people_asked"), ==, 2);
  g_assert_cmpint (tnk_score_get_count (score, "items"), ==, 6);
  g_assert_cmpint (tnk_score_get_count (score, "answered"), ==, 0);
}

static void
test_setters (void)
{
  g_autoptr (TnkCampaign) campaign = make ();
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  TnkControl *recommended = tnk_catalog_lookup_control (catalog, "1.2-1");
  TnkControl *required = tnk_catalog_lookup_control (catalog, "2.1-1");

  tnk_campaign_set_adopted (campaign, recommended, TRUE);
  g_assert_true (tnk_campaign_requires (campaign, recommended));
  tnk_campaign_set_left_out_reason (campaign, recommended, "");
  g_assert_false (tnk_campaign_requires (campaign, recommended));
  g_assert_cmpstr (tnk_campaign_get_left_out_reason (campaign, recommended), ==, "");
  tnk_campaign_set_left_out_reason (campaign, recommended, NULL);
  g_assert_true (tnk_campaign_requires (campaign, recommended));
  tnk_campaign_set_adopted (campaign, recommended, FALSE);
  g_assert_false (tnk_campaign_requires (campaign, recommended));
  tnk_test_expect_critical ();
  tnk_campaign_set_adopted (campaign, required, TRUE);
  g_test_assert_expected_messages ();
  g_assert_false (tnk_campaign_is_adopted (campaign, required));
}

static TnkCampaign *
make_special (void)
{
  TnkCampaign *campaign = make ();

  tnk_campaign_set_title (campaign, "令和8年度");
  g_assert_true (tnk_campaign_set_period (campaign, "2026-06-01", "2026-06-30", NULL));
  g_assert_true (tnk_campaign_adopt (campaign, "1.2-1", NULL));
  g_assert_true (tnk_campaign_leave_out (campaign, "2.1-1", "端末がない", NULL));
  g_assert_true (tnk_campaign_set_role_outside (campaign, "manager", TRUE, NULL));
  tnk_campaign_set_department_outside (campaign, "d1", TRUE);
  tnk_campaign_set_asks_informed (campaign, TRUE);
  g_assert_true (tnk_campaign_set_grade_lines (campaign, 90, 70, 50, NULL));
  g_assert_true (tnk_campaign_set_attainment_line (campaign, 80, NULL));
  tnk_campaign_set_visibility (campaign, TNK_VISIBILITY_COUNTS);
  tnk_campaign_set_state (campaign, TNK_CAMPAIGN_STATE_CLOSED);
  return campaign;
}

static void
assert_special (TnkCampaign *campaign)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);

  g_assert_true (tnk_campaign_is_adopted (campaign, tnk_catalog_lookup_control (catalog, "1.2-1")));
  g_assert_cmpstr (tnk_campaign_get_left_out_reason (campaign, tnk_catalog_lookup_control (catalog, "2.1-1")), ==, "端末がない");
  g_assert_true (tnk_campaign_is_role_outside (campaign, role_of (campaign, "manager")));
  g_assert_cmpstr (tnk_campaign_get_departments_outside (campaign)[0], ==, "d1");
  g_assert_true (tnk_campaign_get_asks_informed (campaign));
  g_assert_cmpfloat (tnk_campaign_get_grade_line (campaign, 'C'), ==, 50);
  g_assert_cmpfloat (tnk_campaign_get_attainment_line (campaign), ==, 80);
  g_assert_cmpuint (tnk_campaign_get_visibility (campaign), ==, TNK_VISIBILITY_COUNTS);
}

static void
test_new_like (void)
{
  g_autoptr (TnkCampaign) campaign = make_special ();
  TnkCampaign *next = tnk_campaign_new_like (campaign, "2027", tnk_campaign_get_catalog (campaign));

  assert_special (next);
  g_assert_cmpstr (tnk_campaign_get_id (next), ==, "2027");
  g_assert_cmpstr (tnk_campaign_get_title (next), ==, "2027");
  g_assert_null (tnk_campaign_get_opens (next));
  g_assert_cmpuint (tnk_campaign_get_state (next), ==, TNK_CAMPAIGN_STATE_PREPARED);
  g_assert_finalize_object (next);
}

/* On another catalog, what it does not have is left behind. */
static void
test_new_like_other (void)
{
  g_autoptr (TnkCampaign) campaign = make_special ();
  g_autofree char *filename = tnk_test_shipped ("catalogs/mic-2020.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_file (filename, NULL, &error);
  TnkCampaign *next;

  g_assert_no_error (error);
  next = tnk_campaign_new_like (campaign, "2027", catalog);
  g_assert_true (tnk_campaign_is_role_outside (next, role_of (next, "manager")));
  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    g_assert_false (tnk_campaign_is_adopted (next, control) && tnk_control_get_level (control) == TNK_LEVEL_REQUIRED);
  }
  g_assert_cmpfloat (tnk_campaign_get_grade_line (next, 'A'), ==, 90);
  g_assert_finalize_object (next);
}

static void
test_copy (void)
{
  g_autoptr (TnkCampaign) campaign = make_special ();
  TnkCampaign *copy = tnk_campaign_copy (campaign);

  assert_special (copy);
  g_assert_cmpstr (tnk_campaign_get_title (copy), ==, "令和8年度");
  g_assert_cmpstr (tnk_campaign_get_closes (copy), ==, "2026-06-30");
  g_assert_cmpuint (tnk_campaign_get_state (copy), ==, TNK_CAMPAIGN_STATE_CLOSED);
  tnk_campaign_set_department_outside (copy, "d1", FALSE);
  assert_special (campaign);
  g_assert_finalize_object (copy);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/CampaignPopulation/roles", test_roles);
  g_test_add_func ("/Tenken/CampaignPopulation/departments", test_departments);
  g_test_add_func ("/Tenken/CampaignPopulation/figures", test_figures);
  g_test_add_func ("/Tenken/CampaignPopulation/setters", test_setters);
  g_test_add_func ("/Tenken/CampaignPopulation/new-like", test_new_like);
  g_test_add_func ("/Tenken/CampaignPopulation/new-like-other", test_new_like_other);
  g_test_add_func ("/Tenken/CampaignPopulation/copy", test_copy);
  return g_test_run ();
}
