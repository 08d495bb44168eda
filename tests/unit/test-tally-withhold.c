/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-tally-private.h"
#include "tnk-test-tally.h"

/* The catalog asks staff and managers about 1.1-2: what is counted there is the people of a role who handed in. */
#define ASKED "1.1-2"

static void
add (TnkTally *tally,
     guint department,
     const char *role,
     guint asked,
     guint submitted)
{
  tnk_test_add_people (tally, department, role, asked, submitted);
  if (submitted > 0)
    tnk_test_add_answers (tally, department, ASKED, role, IMPLEMENTED, submitted);
}

static void
count (TnkTally *tally,
       int department,
       const char *role_id,
       TnkCounts *counts)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));
  TnkRole *role = role_id != NULL ? tnk_catalog_lookup_role (catalog, role_id) : NULL;

  tnk_tally_count_control (tally, department, role != NULL ? (int) tnk_role_get_index (role) : -1, tnk_test_control_index (tally, ASKED), counts);
}

static void
assert_shown (TnkTally *tally,
              int department,
              const char *role,
              guint items,
              guint implemented,
              guint withheld)
{
  TnkCounts counts;

  count (tally, department, role, &counts);
  g_assert_cmpuint (counts.items, ==, items);
  g_assert_cmpuint (counts.implemented, ==, implemented);
  g_assert_cmpuint (counts.withheld, ==, withheld);
}

/* d0 over d1 and d2, d3 below d2. */
static void
test_one (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  g_autoptr (TnkTally) tally = tnk_test_tally (campaign);
  g_autoptr (TnkScore) alone = NULL, whole = NULL;

  add (tally, 0, "manager", 1, 1);
  add (tally, 1, "staff", 5, 4);
  add (tally, 2, "staff", 2, 2);
  add (tally, 3, "staff", 2, 1);
  tnk_tally_withhold (tally, 0);
  assert_shown (tally, 1, "staff", 5, 4, 0);
  assert_shown (tally, 3, "staff", 0, 0, 1); /* one: goes up to d2, where there are three then */
  assert_shown (tally, 2, "staff", 4, 3, 0);
  assert_shown (tally, 0, "staff", 9, 7, 0);
  assert_shown (tally, 0, "manager", 0, 0, 1); /* one, and nothing above */
  assert_shown (tally, 0, NULL, 9, 7, 1);
  assert_shown (tally, -1, NULL, 9, 7, 1);
  alone = tnk_tally_score_department (tally, 3);
  g_assert_true (tnk_score_is_withheld (alone));
  g_assert_false (tnk_score_is_defined (alone));
  g_assert_cmpint (tnk_test_count (alone, "people_submitted"), ==, 1); /* who has handed in is no answer */
  whole = tnk_tally_score_organisation (tally);
  g_assert_false (tnk_score_is_withheld (whole));
  g_assert_cmpint (tnk_score_get_n_withheld (whole), ==, 2); /* a manager is asked two things */
}

/* The department with too few beside one that shows: the one above must not give the difference away. */
static void
test_siblings (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = tnk_test_tally (campaign);
  TnkRole *staff = tnk_catalog_lookup_role (tnk_campaign_get_catalog (campaign), "staff");

  add (tally, 1, "staff", 3, 3);
  add (tally, 2, "staff", 2, 2);
  tnk_tally_withhold (tally, 0);
  assert_shown (tally, 1, "staff", 3, 3, 0);
  assert_shown (tally, 2, "staff", 0, 0, 2);
  assert_shown (tally, 0, "staff", 3, 3, 2);
  g_assert_true (tnk_tally_shows (tally, 1, staff));
  g_assert_false (tnk_tally_shows (tally, 2, staff));
}

/* Of a department alone there is the same to see as of it within the one above. */
static void
test_below (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = tnk_test_tally (campaign);

  add (tally, 0, "staff", 1, 1); /* not looked at, and so left alone */
  add (tally, 2, "staff", 1, 1);
  add (tally, 3, "staff", 1, 1);
  tnk_tally_withhold (tally, 2);
  assert_shown (tally, 2, "staff", 0, 0, 2);
  assert_shown (tally, 3, "staff", 0, 0, 1);
  assert_shown (tally, 1, "staff", 0, 0, 0);
}

/* --- any body --- */

static TnkTally *
random_tally (TnkCampaign *campaign,
              guint n)
{
  g_autofree int *parents = g_new (int, n);
  g_autoptr (TnkBody) body = NULL;
  TnkTally *tally;

  for (guint i = 0; i < n; i++)
    parents[i] = i == 0 ? -1 : g_test_rand_int_range (0, i);
  body = tnk_test_body (parents, n);
  tally = tnk_tally_new (campaign, body);
  for (guint i = 0; i < n; i++)
    for (guint r = 0; r < 2; r++) {
      guint submitted = g_test_rand_int_range (0, 5);

      add (tally, i, r == 0 ? "staff" : "manager", submitted + g_test_rand_int_range (0, 3), submitted);
    }
  return tally;
}

/* What is left of a department when everything below it is taken off. */
static void
assert_cell (TnkTally *tally,
             TnkDepartment *department,
             const char *role)
{
  TnkBody *body = tnk_tally_get_body (tally);
  TnkCounts own, below;

  count (tally, tnk_department_get_index (department), role, &own);
  for (guint i = 0; i < tnk_body_get_n_departments (body); i++) {
    TnkDepartment *other = tnk_body_get_department (body, i);

    if (tnk_department_get_parent (other) != department)
      continue;
    count (tally, i, role, &below);
    own.implemented -= below.implemented;
  }
  g_assert_true (own.implemented == 0 || own.implemented >= TNK_TALLY_FEWEST_SHOWN);
}

static void
test_any (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  guint n_withheld = 0;

  for (guint round = 0; round < 300; round++) {
    g_autoptr (TnkTally) tally = random_tally (campaign, g_test_rand_int_range (1, 12));
    guint asked, submitted;
    TnkCounts counts;

    tnk_tally_count_people (tally, -1, G_MAXUINT64, &asked, &submitted);
    tnk_tally_withhold (tally, 0);
    for (guint i = 0; i < tnk_body_get_n_departments (tnk_tally_get_body (tally)); i++) {
      assert_cell (tally, tnk_body_get_department (tnk_tally_get_body (tally), i), "staff");
      assert_cell (tally, tnk_body_get_department (tnk_tally_get_body (tally), i), "manager");
    }
    count (tally, -1, NULL, &counts);
    g_assert_cmpuint (counts.implemented + counts.withheld, ==, submitted); /* nothing is lost without being said */
    n_withheld += counts.withheld;
  }
  g_assert_cmpuint (n_withheld, >, 0);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/TallyWithhold/one", test_one);
  g_test_add_func ("/Tenken/TallyWithhold/siblings", test_siblings);
  g_test_add_func ("/Tenken/TallyWithhold/below", test_below);
  g_test_add_func ("/Tenken/TallyWithhold/any", test_any);
  return g_test_run ();
}
