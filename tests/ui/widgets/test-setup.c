/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken-setup-problems.h"

#include <string.h>

#include <glib/gstdio.h>

/* What is chosen in the assistant, without a store and without a screen. */

static TnkCatalog *
load_catalog (const char *id)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = tnk_catalog_library_find (library, id, NULL, &error);

  g_assert_no_error (error);
  return catalog;
}

static TnkBody *
make_roster (void)
{
  g_autofree char *dir = g_dir_make_tmp ("tenken-XXXXXX", NULL);
  g_autofree char *departments = g_build_filename (dir, "d.csv", NULL), *people = g_build_filename (dir, "p.csv", NULL);
  g_autoptr (GError) error = NULL;
  TnkBody *body;

  g_assert_true (g_file_set_contents (departments, "department_id,name,parent_id\nd0,市,\nd1,課,d0\n", -1, NULL));
  g_assert_true (g_file_set_contents (people, "person_id,name,department_id,roles\n1,甲,d1,staff\n2,乙,d0,ciso\n", -1, NULL));
  body = tnk_body_read_roster (departments, people, NULL, NULL, &error);
  g_assert_no_error (error);
  g_remove (departments);
  g_remove (people);
  g_rmdir (dir);
  return body;
}

/* The campaign 2026 is closed, 2027 is in preparation. */
static TenkenSetup *
make (const char *changing,
      const char *like)
{
  TenkenSetupSource *source = g_new0 (TenkenSetupSource, 1);
  g_autoptr (TnkCatalog) other = load_catalog ("osaka-2021");
  TnkCatalog *catalog = load_catalog ("mic-2020");
  TnkCampaign *before = tnk_campaign_new ("2026", other), *prepared = tnk_campaign_new ("2027", catalog);
  TenkenSetup *self;

  tnk_campaign_set_state (before, TNK_CAMPAIGN_STATE_CLOSED);
  tnk_campaign_set_visibility (before, TNK_VISIBILITY_COUNTS);
  tnk_campaign_set_department_outside (before, "d1", TRUE);
  tnk_campaign_set_department_outside (before, "d9", TRUE);
  g_assert_true (tnk_campaign_set_grade_lines (before, 90, 80, 70, NULL));
  tnk_campaign_set_title (prepared, "令和9年度");
  g_assert_true (tnk_campaign_set_period (prepared, "2027-10-01", "2027-11-30", NULL));
  source->catalogs = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (source->catalogs, catalog);
  source->campaigns = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (source->campaigns, before);
  g_ptr_array_add (source->campaigns, prepared);
  source->roster = make_roster ();
  source->today = g_strdup ("2026-11-21");
  self = tenken_setup_new (source, changing, like);
  tenken_setup_source_free (source);
  return self;
}

static void
assert_problem (TenkenSetup *self,
                TenkenSetupStep step,
                const char *words)
{
  g_autofree char *problem = tenken_setup_find_problem (self, step);
  g_autoptr (TnkCampaign) campaign = tenken_setup_make (self);

  if (words == NULL) {
    g_assert_cmpstr (problem, ==, NULL);
    return;
  }
  g_assert_nonnull (problem);
  g_assert_nonnull (strstr (problem, words));
  g_assert_null (campaign);
}

static void
test_new (void)
{
  TenkenSetup *self = make (NULL, NULL);
  g_autoptr (TnkCampaign) campaign = tenken_setup_make (self);

  g_assert_cmpstr (tenken_setup_get_text (self, TENKEN_SETUP_TEXT_ID), ==, "2028");
  g_assert_null (tenken_setup_get_changing (self));
  g_assert_nonnull (campaign);
  g_assert_cmpstr (tnk_campaign_get_id (campaign), ==, "2028");
  g_assert_cmpstr (tnk_catalog_get_id (tnk_campaign_get_catalog (campaign)), ==, "mic-2020");
  g_assert_cmpfloat (tnk_campaign_get_grade_line (campaign, 'A'), ==, 95);
  g_assert_finalize_object (self);
}

static void
test_changing (void)
{
  TenkenSetup *self = make ("2027", NULL);
  g_autoptr (TnkCampaign) campaign = NULL;

  g_assert_cmpstr (tenken_setup_get_changing (self), ==, "2027");
  tenken_setup_set_text (self, TENKEN_SETUP_TEXT_LINE_C, "50.5");
  campaign = tenken_setup_make (self);
  g_assert_cmpstr (tnk_campaign_get_id (campaign), ==, "2027");
  g_assert_cmpstr (tnk_campaign_get_title (campaign), ==, "令和9年度");
  g_assert_cmpstr (tnk_campaign_get_closes (campaign), ==, "2027-11-30");
  g_assert_cmpfloat (tnk_campaign_get_grade_line (campaign, 'C'), ==, 50.5);
  g_assert_finalize_object (self);
}

/* On the catalog that the other asked, though none of its kind ships here; departments that are gone are left behind. */
static void
test_like (void)
{
  TenkenSetup *self = make (NULL, "2026");
  TnkCampaign *campaign = tenken_setup_get_campaign (self);

  g_assert_cmpstr (tenken_setup_get_like (self), ==, "2026");
  g_assert_cmpstr (tnk_catalog_get_id (tnk_campaign_get_catalog (campaign)), ==, "osaka-2021");
  g_assert_cmpuint (tnk_campaign_get_visibility (campaign), ==, TNK_VISIBILITY_COUNTS);
  g_assert_cmpuint (g_strv_length ((GStrv) tnk_campaign_get_departments_outside (campaign)), ==, 1);
  g_assert_cmpstr (tenken_setup_get_text (self, TENKEN_SETUP_TEXT_LINE_C), ==, "70");
  /* on another catalog what it has too stays, back at the beginning nothing does */
  tenken_setup_set_catalog (self, tenken_setup_get_catalogs (self)->pdata[0]);
  campaign = tenken_setup_get_campaign (self);
  g_assert_cmpstr (tnk_catalog_get_id (tnk_campaign_get_catalog (campaign)), ==, "mic-2020");
  g_assert_cmpuint (tnk_campaign_get_visibility (campaign), ==, TNK_VISIBILITY_COUNTS);
  tenken_setup_set_like (self, NULL);
  g_assert_cmpuint (tnk_campaign_get_visibility (tenken_setup_get_campaign (self)), ==, TNK_VISIBILITY_NAMES);
  g_assert_finalize_object (self);
}

static void
test_written (void)
{
  static const struct
  {
    TenkenSetupText which;
    const char *text;
    TenkenSetupStep step;
    const char *words;
  } cases[] = {
    {TENKEN_SETUP_TEXT_ID, "", TENKEN_SETUP_STEP_CATALOG, "id"},
    {TENKEN_SETUP_TEXT_ID, "令和", TENKEN_SETUP_STEP_CATALOG, "id"},
    {TENKEN_SETUP_TEXT_ID, "2026", TENKEN_SETUP_STEP_CATALOG, "2026"},
    {TENKEN_SETUP_TEXT_TITLE, " ", TENKEN_SETUP_STEP_CATALOG, "title"},
    {TENKEN_SETUP_TEXT_OPENS, "x", TENKEN_SETUP_STEP_SETTINGS, "first day"},
    {TENKEN_SETUP_TEXT_CLOSES, "2027-02-30", TENKEN_SETUP_STEP_SETTINGS, "last day"},
    {TENKEN_SETUP_TEXT_CLOSES, "2026-11-20", TENKEN_SETUP_STEP_SETTINGS, "over"},
    {TENKEN_SETUP_TEXT_LINE_A, "x", TENKEN_SETUP_STEP_SETTINGS, "grade A"},
    {TENKEN_SETUP_TEXT_LINE_B, "99", TENKEN_SETUP_STEP_SETTINGS, "fall"},
    {TENKEN_SETUP_TEXT_ATTAINMENT, "0", TENKEN_SETUP_STEP_SETTINGS, "rate"},
    {TENKEN_SETUP_TEXT_ATTAINMENT, "", TENKEN_SETUP_STEP_SETTINGS, "rate"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    TenkenSetup *self = make (NULL, NULL);

    tenken_setup_set_text (self, cases[i].which, cases[i].text);
    assert_problem (self, cases[i].step, cases[i].words);
    g_assert_finalize_object (self);
  }
}

static void
test_order_of_days (void)
{
  TenkenSetup *self = make (NULL, NULL);

  tenken_setup_set_text (self, TENKEN_SETUP_TEXT_OPENS, "2027-02-01");
  tenken_setup_set_text (self, TENKEN_SETUP_TEXT_CLOSES, "2027-01-31");
  assert_problem (self, TENKEN_SETUP_STEP_SETTINGS, "before");
  tenken_setup_set_text (self, TENKEN_SETUP_TEXT_CLOSES, "2027-02-01");
  assert_problem (self, TENKEN_SETUP_STEP_SETTINGS, NULL);
  g_assert_finalize_object (self);
}

static void
test_chosen (void)
{
  TenkenSetup *self = make (NULL, NULL);
  TnkCampaign *campaign = tenken_setup_get_campaign (self);
  TnkControl *control = tnk_catalog_get_control (tnk_campaign_get_catalog (campaign), 0);

  g_assert_cmpuint (tnk_campaign_preview_count_people (tenken_setup_get_preview (self), -1, -1), ==, 2);
  tnk_campaign_set_left_out_reason (campaign, control, "");
  assert_problem (self, TENKEN_SETUP_STEP_CONTROLS, tnk_control_get_clause (control));
  tnk_campaign_set_left_out_reason (campaign, control, "業務がない");
  assert_problem (self, TENKEN_SETUP_STEP_CONTROLS, NULL);
  tnk_campaign_set_department_outside (campaign, "d0", TRUE);
  tenken_setup_changed (self);
  assert_problem (self, TENKEN_SETUP_STEP_POPULATION, "Nobody");
  g_assert_finalize_object (self);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/Tenken/Setup/new", test_new);
  g_test_add_func ("/Tenken/Setup/changing", test_changing);
  g_test_add_func ("/Tenken/Setup/like", test_like);
  g_test_add_func ("/Tenken/Setup/written", test_written);
  g_test_add_func ("/Tenken/Setup/order-of-days", test_order_of_days);
  g_test_add_func ("/Tenken/Setup/chosen", test_chosen);
  return g_test_run ();
}
