/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include <math.h>

/* The lines of the grades and of attainment, the cap, and which controls count. */

/* One control alone, kept by so many of so many. */
static TnkScore *
score_of_one (double *lines,
              guint implemented,
              guint all)
{
  static const char *const others[] = {"1.1-1", "1.1-2", "2.1-2.1", "2.1-2.2", "2.1-3"};
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_true (tnk_campaign_leave_out (campaign, others[i], "試験", NULL));
  if (lines != NULL)
    g_assert_true (tnk_campaign_set_grade_lines (campaign, lines[0], lines[1], lines[2], NULL));
  tally = tnk_test_tally (campaign);
  tnk_test_add_people (tally, 1, "staff", all, all);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", IMPLEMENTED, implemented);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", NOT_IMPLEMENTED, all - implemented);
  return tnk_tally_score_organisation (tally);
}

/* Grades are given on the unrounded score: exactly on the line reaches it, 79.99… does not though it is shown as 80.0. */
static void
test_grade_lines (void)
{
  double thirds[] = {200.0 / 3, 100.0 / 3, 100.0 / 7};

  tnk_test_assert_score (score_of_one (NULL, 100, 100), 100, 'A');
  tnk_test_assert_score (score_of_one (NULL, 95, 100), 95, 'A');
  tnk_test_assert_score (score_of_one (NULL, 94999, 100000), 94.999, 'B');
  tnk_test_assert_score (score_of_one (NULL, 4, 5), 80, 'B');
  tnk_test_assert_score (score_of_one (NULL, 79999, 100000), 79.999, 'C');
  tnk_test_assert_score (score_of_one (NULL, 3, 5), 60, 'C');
  tnk_test_assert_score (score_of_one (NULL, 59999, 100000), 59.999, 'D');
  tnk_test_assert_score (score_of_one (NULL, 0, 5), 0, 'D');
  tnk_test_assert_score (score_of_one (thirds, 2, 3), 200.0 / 3, 'A');
  tnk_test_assert_score (score_of_one (thirds, 1, 3), 100.0 / 3, 'B');
  tnk_test_assert_score (score_of_one (thirds, 1, 7), 100.0 / 7, 'C');
}

/* 0.3 + 0.6 + 0.9 over 3 is 60 to a person, though not to a computer. */
static void
test_grade_line_of_a_sum (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = tnk_test_tally (campaign);

  tnk_test_add_people (tally, 1, "staff", 10, 10);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", IMPLEMENTED, 3);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", NOT_IMPLEMENTED, 7);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", IMPLEMENTED, 6);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", NOT_IMPLEMENTED, 4);
  tnk_test_add_answers (tally, 1, "2.1-2.1", "staff", IMPLEMENTED, 9);
  tnk_test_add_answers (tally, 1, "2.1-2.1", "staff", NOT_IMPLEMENTED, 1);
  tnk_test_assert_score (tnk_tally_score_organisation (tally), 60, 'C');
}

/* 20 managers and all staff keep everything; one manager keeps the critical control only in part. */
static void
test_critical_cap (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = tnk_test_tally (campaign);

  tnk_test_add_people (tally, 1, "manager", 20, 20);
  tnk_test_add_people (tally, 3, "staff", 5, 5);
  tnk_test_add_answers (tally, 1, "1.1-2", "manager", IMPLEMENTED, 20);
  tnk_test_add_answers (tally, 1, "2.1-2.2", "manager", IMPLEMENTED, 19);
  tnk_test_add_answers (tally, 1, "2.1-2.2", "manager", PARTIAL, 1);
  tnk_test_add_answers (tally, 3, "1.1-2", "staff", IMPLEMENTED, 5);
  tnk_test_add_answers (tally, 3, "2.1-1", "staff", IMPLEMENTED, 5);
  tnk_test_assert_score (tnk_tally_score_organisation (tally), 100 * (1 + 1 + 39.0 / 40) / 3, 'C');
  tnk_test_assert_score (tnk_tally_score_department (tally, 1), 100 * (1 + 39.0 / 40) / 2, 'C');
  tnk_test_assert_score (tnk_tally_score_control (tally, tnk_test_control_index (tally, "2.1-2.2")), 97.5, 'C');
  /* where the critical control is not, it caps nothing */
  tnk_test_assert_score (tnk_tally_score_department (tally, 3), 100, 'A');
  tnk_test_assert_score (tnk_tally_score_chapter (tally, 0), 100, 'A');
  tnk_test_assert_score (tnk_tally_score_role (tally, 2), 100, 'A');
}

/* A cap lowers to C and never lifts; a critical control of which nothing is known caps nothing. */
static void
test_critical_cap_limits (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = tnk_test_tally (campaign);

  tnk_test_add_people (tally, 1, "manager", 2, 2);
  tnk_test_add_people (tally, 3, "manager", 2, 2);
  tnk_test_add_answers (tally, 1, "1.1-2", "manager", NOT_IMPLEMENTED, 2);
  tnk_test_add_answers (tally, 1, "2.1-2.2", "manager", PARTIAL, 2);
  tnk_test_add_answers (tally, 3, "1.1-2", "manager", IMPLEMENTED, 2);
  tnk_test_add_answers (tally, 3, "2.1-2.2", "manager", NOT_APPLICABLE, 2);
  tnk_test_assert_score (tnk_tally_score_department (tally, 1), 25, 'D');
  tnk_test_assert_score (tnk_tally_score_department (tally, 3), 100, 'A');
}

static void
test_attainment (void)
{
  static const struct
  {
    double line;
    guint implemented;
    gint64 attained;
  } cases[] = {{95, 19, 1}, {95, 18, 0}, {90, 18, 1}, {100, 20, 1}, {100, 19, 0}, {0.1, 0, 0}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
    g_autoptr (TnkTally) tally = tnk_test_tally (campaign);
    g_autoptr (TnkScore) score = NULL;

    g_assert_true (tnk_campaign_set_attainment_line (campaign, cases[i].line, NULL));
    /* neither who did not answer nor n/a is below the line of the rate */
    tnk_test_add_people (tally, 1, "manager", 40, 22);
    tnk_test_add_answers (tally, 1, "2.1-2.2", "manager", IMPLEMENTED, cases[i].implemented);
    tnk_test_add_answers (tally, 1, "2.1-2.2", "manager", PARTIAL, 20 - cases[i].implemented);
    tnk_test_add_answers (tally, 1, "2.1-2.2", "manager", NOT_APPLICABLE, 2);
    score = tnk_tally_score_control (tally, tnk_test_control_index (tally, "2.1-2.2"));
    g_assert_cmpint (tnk_test_count (score, "controls_rated"), ==, 1);
    g_assert_cmpint (tnk_test_count (score, "controls_attained"), ==, cases[i].attained);
  }
}

/* Adopted controls come in with their weight, left out ones and unscored duties stay out. */
static void
test_required_controls (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = NULL;

  tnk_campaign_adopt_all (campaign);
  tnk_campaign_set_asks_informed (campaign, TRUE);
  tnk_campaign_leave_out (campaign, "1.1-2", "試験", NULL);
  tally = tnk_test_tally (campaign);
  tnk_test_add_people (tally, 0, "manager", 1, 1);
  tnk_test_add_answers (tally, 0, "1.1-1", "manager", NOT_IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 0, "1.1-2", "manager", NOT_IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 0, "1.2-1", "manager", PARTIAL, 1);
  tnk_test_add_answers (tally, 0, "2.1-2.2", "manager", IMPLEMENTED, 1);
  tnk_test_assert_score (tnk_tally_score_organisation (tally), 100 * (2 * 0.5 + 1) / 3, 'C');
  tnk_test_assert_score (tnk_tally_score_control (tally, tnk_test_control_index (tally, "1.1-2")), NAN, 0);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Tally/grade-lines", test_grade_lines);
  g_test_add_func ("/Tenken/Tally/grade-line-of-a-sum", test_grade_line_of_a_sum);
  g_test_add_func ("/Tenken/Tally/critical-cap", test_critical_cap);
  g_test_add_func ("/Tenken/Tally/critical-cap-limits", test_critical_cap_limits);
  g_test_add_func ("/Tenken/Tally/attainment", test_attainment);
  g_test_add_func ("/Tenken/Tally/required-controls", test_required_controls);
  return g_test_run ();
}
