/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include <math.h>

/* The body of most tests: a CISO in d0, a manager and two staff in d1, three staff in d3; of these five submitted. */
static TnkTally *
sample (TnkCampaign *campaign)
{
  TnkTally *tally = tnk_test_tally (campaign);

  tnk_test_add_people (tally, 0, "ciso", 1, 1);
  tnk_test_add_people (tally, 1, "manager", 1, 1);
  tnk_test_add_people (tally, 1, "staff", 2, 1);
  tnk_test_add_people (tally, 3, "staff", 3, 2);
  tnk_test_add_answers (tally, 0, "1.1-1", "ciso", IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 0, "1.1-2", "ciso", PARTIAL, 1);
  tnk_test_add_answers (tally, 1, "1.1-2", "manager", IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 1, "2.1-2.2", "manager", NOT_IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", PARTIAL, 1);
  tnk_test_add_answers (tally, 1, "2.1-2.1", "staff", NOT_APPLICABLE, 1);
  tnk_test_add_answers (tally, 3, "1.1-2", "staff", IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 3, "1.1-2", "staff", NOT_IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 3, "2.1-1", "staff", IMPLEMENTED, 2);
  tnk_test_add_answers (tally, 3, "2.1-2.1", "staff", EXCEPTED, 1);
  return tally;
}

/* While open an unanswered item is not in the denominator:
 * 1.1-1 (weight 3) 2/2, 1.1-2 7/10, 2.1-1 5/6, 2.1-2.1 none, 2.1-2.2 0/2; Σ w·s = 3 + 0.7 + 5/6, Σ w = 6. */
static void
test_open (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = sample (campaign);
  g_autoptr (TnkScore) score = tnk_tally_score_organisation (tally);

  g_assert_cmpuint (tnk_score_get_scope (score), ==, TNK_SCOPE_KIND_ORGANISATION);
  g_assert_cmpstr (tnk_score_get_id (score), ==, "organisation");
  g_assert_cmpint (tnk_test_count (score, "people_asked"), ==, 7);
  g_assert_cmpint (tnk_test_count (score, "people_submitted"), ==, 5);
  g_assert_cmpint (tnk_test_count (score, "items"), ==, 19);
  g_assert_cmpint (tnk_test_count (score, "answered"), ==, 12);
  g_assert_cmpint (tnk_test_count (score, "implemented"), ==, 6);
  g_assert_cmpint (tnk_test_count (score, "partial"), ==, 2);
  g_assert_cmpint (tnk_test_count (score, "not_implemented"), ==, 2);
  g_assert_cmpint (tnk_test_count (score, "not_applicable"), ==, 1);
  g_assert_cmpint (tnk_test_count (score, "excepted"), ==, 1);
  g_assert_cmpint (tnk_test_count (score, "controls"), ==, 4);
  g_assert_cmpint (tnk_test_count (score, "controls_full"), ==, 1);
  g_assert_cmpint (tnk_test_count (score, "controls_gap"), ==, 3);
  g_assert_cmpint (tnk_test_count (score, "controls_rated"), ==, 4);
  g_assert_cmpint (tnk_test_count (score, "controls_attained"), ==, 1);
  tnk_test_assert_score (g_steal_pointer (&score), 100 * (3 + 0.7 + 5.0 / 6) / 6, 'C');
  g_assert_true (tnk_tally_get_campaign (tally) == campaign);
  g_assert_cmpuint (tnk_body_get_n_departments (tnk_tally_get_body (tally)), ==, 4);
  g_assert_finalize_object (g_steal_pointer (&tally));
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

/* Once closed it counts 0: 1.1-1 2/2, 1.1-2 7/14, 2.1-1 5/10, 2.1-2.1 0/6, 2.1-2.2 0/2; the rates stay as they were. */
static void
test_closed (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  g_autoptr (TnkTally) tally = sample (campaign);
  g_autoptr (TnkScore) score = tnk_tally_score_organisation (tally);

  g_assert_cmpint (tnk_test_count (score, "items"), ==, 19);
  g_assert_cmpint (tnk_test_count (score, "answered"), ==, 12);
  g_assert_cmpint (tnk_test_count (score, "not_implemented"), ==, 2);
  g_assert_cmpint (tnk_test_count (score, "controls"), ==, 5);
  g_assert_cmpint (tnk_test_count (score, "controls_full"), ==, 1);
  g_assert_cmpint (tnk_test_count (score, "controls_gap"), ==, 4);
  g_assert_cmpint (tnk_test_count (score, "controls_rated"), ==, 4);
  g_assert_cmpint (tnk_test_count (score, "controls_attained"), ==, 1);
  tnk_test_assert_score (g_steal_pointer (&score), 400.0 / 7, 'D');
  g_assert_finalize_object (g_steal_pointer (&tally));
}

static void
test_departments (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = sample (campaign);
  g_autoptr (TnkScore) d1 = tnk_tally_score_department (tally, 1);

  g_assert_cmpuint (tnk_score_get_scope (d1), ==, TNK_SCOPE_KIND_DEPARTMENT);
  g_assert_cmpstr (tnk_score_get_id (d1), ==, "d1");
  g_assert_cmpstr (tnk_score_get_name (d1), ==, "部署1");
  g_assert_cmpint (tnk_test_count (d1, "items"), ==, 8);
  g_assert_cmpint (tnk_test_count (d1, "people_asked"), ==, 3);
  g_assert_cmpint (tnk_test_count (d1, "people_submitted"), ==, 2);
  tnk_test_assert_score (tnk_tally_score_department (tally, 0), 100 * (3 + 0.7 + 5.0 / 6) / 6, 'C');
  tnk_test_assert_score (tnk_tally_score_department (tally, 1), 50, 'D');
  tnk_test_assert_score (tnk_tally_score_department (tally, 2), 75, 'C');
  tnk_test_assert_score (tnk_tally_score_department (tally, 3), 75, 'C');
  tnk_test_assert_score (tnk_tally_score_department_chapter (tally, 1, 0), 100, 'A');
  tnk_test_assert_score (tnk_tally_score_department_chapter (tally, 1, 1), 25, 'D');
  tnk_test_assert_score (tnk_tally_score_department_chapter (tally, 2, 0), 50, 'D');
  tnk_test_assert_score (tnk_tally_score_department_chapter (tally, 2, 1), 100, 'A');
  g_assert_finalize_object (g_steal_pointer (&tally));
}

static void
test_chapters (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = sample (campaign);
  g_autoptr (TnkScore) second = tnk_tally_score_chapter (tally, 1);

  /* the CISO has no item in chapter 2 and so was not asked there */
  g_assert_cmpint (tnk_test_count (second, "people_asked"), ==, 6);
  g_assert_cmpint (tnk_test_count (second, "people_submitted"), ==, 4);
  g_assert_cmpint (tnk_test_count (second, "items"), ==, 11);
  g_assert_cmpstr (tnk_score_get_name (second), ==, "利用");
  tnk_test_assert_score (tnk_tally_score_chapter (tally, 0), 92.5, 'B');
  tnk_test_assert_score (tnk_tally_score_chapter (tally, 1), 100 * (5.0 / 6) / 2, 'D');
  g_assert_finalize_object (g_steal_pointer (&tally));
}

static void
test_roles (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = sample (campaign);
  g_autoptr (TnkScore) staff = tnk_tally_score_role (tally, 2);

  g_assert_cmpstr (tnk_score_get_id (staff), ==, "staff");
  g_assert_cmpint (tnk_test_count (staff, "items"), ==, 15);
  g_assert_cmpint (tnk_test_count (staff, "people_asked"), ==, 5);
  g_assert_cmpint (tnk_test_count (staff, "people_submitted"), ==, 3);
  tnk_test_assert_score (tnk_tally_score_role (tally, 0), 87.5, 'B');
  tnk_test_assert_score (tnk_tally_score_role (tally, 1), 50, 'D');
  tnk_test_assert_score (tnk_tally_score_role (tally, 2), 75, 'C');
  tnk_test_assert_score (tnk_tally_score_role (tally, 3), NAN, 0);
  g_assert_finalize_object (g_steal_pointer (&tally));
}

static void
test_controls (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = sample (campaign);
  TnkCounts counts;

  tnk_test_assert_score (tnk_tally_score_control (tally, tnk_test_control_index (tally, "1.1-1")), 100, 'A');
  tnk_test_assert_score (tnk_tally_score_control (tally, tnk_test_control_index (tally, "1.1-2")), 70, 'C');
  /* not adopted; nothing but n/a and excepted; critical and not kept; no mark */
  tnk_test_assert_score (tnk_tally_score_control (tally, tnk_test_control_index (tally, "1.2-1")), NAN, 0);
  tnk_test_assert_score (tnk_tally_score_control (tally, tnk_test_control_index (tally, "2.1-2.1")), NAN, 0);
  tnk_test_assert_score (tnk_tally_score_control (tally, tnk_test_control_index (tally, "2.1-2.2")), 0, 'D');
  tnk_test_assert_score (tnk_tally_score_control (tally, tnk_test_control_index (tally, "2.1-3")), NAN, 0);
  tnk_tally_count_control (tally, -1, -1, tnk_test_control_index (tally, "1.1-2"), &counts);
  g_assert_cmpuint (counts.items, ==, 7);
  g_assert_cmpuint (counts.implemented, ==, 3);
  g_assert_cmpuint (counts.half_points, ==, 7);
  g_assert_cmpuint (counts.denominator, ==, 5);
  tnk_tally_count_control (tally, 2, 2, tnk_test_control_index (tally, "1.1-2"), &counts);
  g_assert_cmpuint (counts.items, ==, 3);
  g_assert_cmpuint (counts.half_points, ==, 2);
  g_assert_cmpuint (counts.denominator, ==, 2);
  g_assert_finalize_object (g_steal_pointer (&tally));
}

static void
test_people (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = tnk_test_tally (campaign);
  g_autoptr (TnkScore) score = NULL;
  guint asked, submitted;

  tnk_test_add_people (tally, 1, "staff;manager", 2, 1);
  tnk_test_add_people (tally, 1, "manager;staff;mayor;staff", 3, 0);
  tnk_test_add_people (tally, 3, "staff", 4, 4);
  tnk_test_add_people (tally, 3, "contractor", 5, 5);
  tnk_test_add_people (tally, 0, "", 6, 6);
  g_assert_cmphex (tnk_test_bits (tally, "ciso;staff;mayor"), ==, 5);
  g_assert_cmphex (tnk_test_bits (tally, ""), ==, 0);
  tnk_tally_count_people (tally, -1, tnk_test_bits (tally, "staff"), &asked, &submitted);
  g_assert_cmpuint (asked, ==, 9);
  g_assert_cmpuint (submitted, ==, 5);
  tnk_tally_count_people (tally, 1, tnk_test_bits (tally, "manager"), &asked, &submitted);
  g_assert_cmpuint (asked, ==, 5);
  g_assert_cmpuint (submitted, ==, 1);
  tnk_tally_count_people (tally, 2, G_MAXUINT64, &asked, &submitted);
  g_assert_cmpuint (asked, ==, 9);
  g_assert_cmpuint (submitted, ==, 9);
  /* who has several roles is one person; who has no scored duty was not asked */
  score = tnk_tally_score_organisation (tally);
  g_assert_cmpint (tnk_test_count (score, "people_asked"), ==, 9);
  g_assert_cmpint (tnk_test_count (score, "people_submitted"), ==, 5);
  g_assert_cmpint (tnk_test_count (score, "items"), ==, 5 * 5 + 4 * 3);
  g_assert_finalize_object (g_steal_pointer (&tally));
}

/* A body without departments, one without people, and a department without anybody beside one that has. */
static void
test_nobody (void)
{
  static const TnkCampaignState states[] = {TNK_CAMPAIGN_STATE_OPEN, TNK_CAMPAIGN_STATE_CLOSED};

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autoptr (TnkCampaign) campaign = tnk_test_campaign (states[i]);
    g_autoptr (TnkBody) nothing = tnk_test_body (NULL, 0);
    g_autoptr (TnkTally) no_departments = tnk_tally_new (campaign, nothing);
    g_autoptr (TnkTally) no_people = tnk_test_tally (campaign);
    g_autoptr (TnkTally) some = tnk_test_tally (campaign);

    tnk_test_assert_score (tnk_tally_score_organisation (no_departments), NAN, 0);
    tnk_test_assert_score (tnk_tally_score_organisation (no_people), NAN, 0);
    tnk_test_add_people (some, 1, "ciso", 1, 1);
    tnk_test_add_answers (some, 1, "1.1-1", "ciso", IMPLEMENTED, 1);
    tnk_test_add_answers (some, 1, "1.1-2", "ciso", IMPLEMENTED, 1);
    tnk_test_assert_score (tnk_tally_score_department (some, 1), 100, 'A');
    tnk_test_assert_score (tnk_tally_score_department (some, 2), NAN, 0);
    tnk_test_assert_score (tnk_tally_score_department (some, 3), NAN, 0);
    tnk_test_assert_score (tnk_tally_score_department_chapter (some, 3, 0), NAN, 0);
    g_assert_finalize_object (g_steal_pointer (&no_departments));
    g_assert_finalize_object (g_steal_pointer (&no_people));
    g_assert_finalize_object (g_steal_pointer (&some));
  }
}

static void
test_nothing_answered (void)
{
  g_autoptr (TnkCampaign) open = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkCampaign) closed = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  g_autoptr (TnkTally) before = tnk_test_tally (open);
  g_autoptr (TnkTally) after = tnk_test_tally (closed);
  g_autoptr (TnkScore) score = NULL;

  tnk_test_add_people (before, 1, "staff", 3, 0);
  tnk_test_add_people (after, 1, "staff", 3, 0);
  tnk_test_assert_score (tnk_tally_score_organisation (before), NAN, 0);
  score = tnk_tally_score_organisation (after);
  g_assert_cmpint (tnk_test_count (score, "items"), ==, 9);
  g_assert_cmpint (tnk_test_count (score, "answered"), ==, 0);
  g_assert_cmpint (tnk_test_count (score, "controls_rated"), ==, 0);
  g_assert_cmpint (tnk_test_count (score, "controls_gap"), ==, 3);
  tnk_test_assert_score (g_steal_pointer (&score), 0, 'D');
}

static void
test_all_not_applicable (void)
{
  static const TnkCampaignState states[] = {TNK_CAMPAIGN_STATE_OPEN, TNK_CAMPAIGN_STATE_CLOSED};

  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    g_autoptr (TnkCampaign) campaign = tnk_test_campaign (states[i]);
    g_autoptr (TnkTally) tally = tnk_test_tally (campaign);
    g_autoptr (TnkScore) score = NULL;

    tnk_test_add_people (tally, 1, "manager", 2, 2);
    tnk_test_add_answers (tally, 1, "1.1-2", "manager", NOT_APPLICABLE, 2);
    tnk_test_add_answers (tally, 1, "2.1-2.2", "manager", NOT_APPLICABLE, 1);
    tnk_test_add_answers (tally, 1, "2.1-2.2", "manager", EXCEPTED, 1);
    score = tnk_tally_score_organisation (tally);
    g_assert_cmpint (tnk_test_count (score, "answered"), ==, 4);
    g_assert_cmpint (tnk_test_count (score, "controls"), ==, 0);
    g_assert_cmpint (tnk_test_count (score, "controls_gap"), ==, 0);
    g_assert_cmpint (tnk_test_count (score, "controls_rated"), ==, 0);
    tnk_test_assert_score (g_steal_pointer (&score), NAN, 0);
  }
}

static void
test_score_all (void)
{
  static const char *const ids[][6] = {
    {"organisation"},
    {"d0", "d1", "d2", "d3"},
    {"1", "2"},
    {"1.1", "1.2", "2.1"},
    {"ciso", "manager", "staff", "contractor"},
    {"1.1-1", "1.1-2", "2.1-1", "2.1-2.1", "2.1-2.2", "2.1-3"}};
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = sample (campaign);

  for (guint kind = TNK_SCOPE_KIND_ORGANISATION; kind <= TNK_SCOPE_KIND_CONTROL; kind++) {
    g_autoptr (GPtrArray) scores = tnk_tally_score_all (tally, kind, "en");
    for (guint i = 0; i < scores->len && i < 6; i++) {
      g_assert_cmpstr (tnk_score_get_id (g_ptr_array_index (scores, i)), ==, ids[kind][i]);
      g_assert_cmpuint (tnk_score_get_scope (g_ptr_array_index (scores, i)), ==, kind);
    }
    g_assert_true (scores->len == 6 || ids[kind][scores->len] == NULL);
    if (kind == TNK_SCOPE_KIND_CHAPTER)
      g_assert_cmpstr (tnk_score_get_name (g_ptr_array_index (scores, 1)), ==, "Use");
  }
  g_assert_finalize_object (g_steal_pointer (&tally));
}

static void
test_guards (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = sample (campaign);

  tnk_test_expect_critical ();
  tnk_test_add_people (tally, 4, "staff", 1, 1);
  tnk_test_expect_critical ();
  tnk_test_add_people (tally, 0, "staff", 1, 2);
  tnk_test_expect_critical ();
  tnk_tally_add_answers (tally, 0, 11, IMPLEMENTED, 1);
  tnk_test_expect_critical ();
  tnk_tally_add_answers (tally, 0, 0, TNK_N_ANSWER_VALUES, 1);
  g_object_unref (tnk_tally_score_organisation (tally));
  /* every count must be added before the first score */
  tnk_test_expect_critical ();
  tnk_test_add_people (tally, 0, "staff", 1, 1);
  tnk_test_expect_critical ();
  tnk_test_add_answers (tally, 0, "1.1-1", "ciso", IMPLEMENTED, 1);
  tnk_test_expect_critical ();
  g_assert_null (tnk_tally_score_chapter (tally, 2));
  g_test_assert_expected_messages ();
  g_assert_finalize_object (g_steal_pointer (&tally));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Tally/open", test_open);
  g_test_add_func ("/Tenken/Tally/closed", test_closed);
  g_test_add_func ("/Tenken/Tally/departments", test_departments);
  g_test_add_func ("/Tenken/Tally/chapters", test_chapters);
  g_test_add_func ("/Tenken/Tally/roles", test_roles);
  g_test_add_func ("/Tenken/Tally/controls", test_controls);
  g_test_add_func ("/Tenken/Tally/people", test_people);
  g_test_add_func ("/Tenken/Tally/nobody", test_nobody);
  g_test_add_func ("/Tenken/Tally/nothing-answered", test_nothing_answered);
  g_test_add_func ("/Tenken/Tally/all-not-applicable", test_all_not_applicable);
  g_test_add_func ("/Tenken/Tally/score-all", test_score_all);
  g_test_add_func ("/Tenken/Tally/guards", test_guards);
  return g_test_run ();
}
