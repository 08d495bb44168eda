/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <math.h>

#include "tnk-campaign.h"
#include "tnk-error.h"

static TnkCampaign *
small_campaign (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();

  return tnk_campaign_new ("2026", catalog);
}

static TnkControl *
control (TnkCampaign *campaign,
         const char *id)
{
  return tnk_catalog_lookup_control (tnk_campaign_get_catalog (campaign), id);
}

static TnkDuty *
duty (TnkCampaign *campaign,
      const char *control_id,
      const char *role)
{
  return tnk_catalog_find_duty (tnk_campaign_get_catalog (campaign), control_id, role);
}

static void
assert_refused (gboolean done,
                GError **error,
                int code)
{
  g_assert_false (done);
  g_assert_error (*error, TNK_ERROR, code);
  tnk_test_assert_line (*error != NULL ? (*error)->message : NULL, "", "");
  g_clear_error (error);
}

static void
test_state_words (void)
{
  static const char *const words[] = {"prepared", "open", "closed"};
  TnkCampaignState state = 99;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_assert_cmpstr (tnk_campaign_state_to_string (i), ==, words[i]);
    g_assert_true (tnk_campaign_state_from_string (words[i], &state));
    g_assert_cmpuint (state, ==, i);
  }
  g_assert_false (tnk_campaign_state_from_string ("Open", &state));
  g_assert_false (tnk_campaign_state_from_string ("", &state));
  g_assert_cmpuint (state, ==, TNK_CAMPAIGN_STATE_CLOSED);
}

static void
test_new (void)
{
  g_autoptr (TnkCampaign) campaign = small_campaign ();

  g_assert_cmpstr (tnk_campaign_get_id (campaign), ==, "2026");
  g_assert_cmpstr (tnk_campaign_get_title (campaign), ==, "2026");
  g_assert_cmpstr (tnk_catalog_get_id (tnk_campaign_get_catalog (campaign)), ==, "small");
  g_assert_cmpuint (tnk_campaign_get_state (campaign), ==, TNK_CAMPAIGN_STATE_PREPARED);
  g_assert_null (tnk_campaign_get_opens (campaign));
  g_assert_null (tnk_campaign_get_closes (campaign));
  g_assert_false (tnk_campaign_get_asks_informed (campaign));
  g_assert_cmpfloat (tnk_campaign_get_grade_line (campaign, 'A'), ==, 95);
  g_assert_cmpfloat (tnk_campaign_get_grade_line (campaign, 'B'), ==, 80);
  g_assert_cmpfloat (tnk_campaign_get_grade_line (campaign, 'C'), ==, 60);
  g_assert_cmpfloat (tnk_campaign_get_grade_line (campaign, 'D'), ==, 0);
  g_assert_cmpfloat (tnk_campaign_get_attainment_line (campaign), ==, 95);
  tnk_campaign_set_title (campaign, "令和8年度の点検");
  g_assert_cmpstr (tnk_campaign_get_title (campaign), ==, "令和8年度の点検");
  tnk_campaign_set_state (campaign, TNK_CAMPAIGN_STATE_OPEN);
  g_assert_cmpuint (tnk_campaign_get_state (campaign), ==, TNK_CAMPAIGN_STATE_OPEN);
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_period (void)
{
  g_autoptr (TnkCampaign) campaign = small_campaign ();
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_campaign_set_period (campaign, "2026-04-01", "2026-05-31", &error));
  g_assert_no_error (error);
  g_assert_cmpstr (tnk_campaign_get_opens (campaign), ==, "2026-04-01");
  g_assert_cmpstr (tnk_campaign_get_closes (campaign), ==, "2026-05-31");
  g_assert_true (tnk_campaign_set_period (campaign, "2024-02-29", "2024-02-29", &error));
  g_assert_true (tnk_campaign_set_period (campaign, "2026-04-01", NULL, &error));
  g_assert_null (tnk_campaign_get_closes (campaign));
  g_assert_true (tnk_campaign_set_period (campaign, NULL, NULL, &error));
  g_assert_null (tnk_campaign_get_opens (campaign));
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_bad_period (void)
{
  static const char *const days[] = {"", "2026-02-29", "2026-13-01", "2026-4-1", "2026/04/01", "20260401", "2026-04-01 ", "26-04-01",
                                     "2026-04-01T00", "令和8年", "2026-091", "2026-W14-3"};
  g_autoptr (TnkCampaign) campaign = small_campaign ();
  GError *error = NULL;

  g_assert_true (tnk_campaign_set_period (campaign, "2026-04-01", "2026-05-31", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    gboolean opens = tnk_campaign_set_period (campaign, days[i], NULL, &error);
    if (opens)
      g_test_message ("“%s” was taken for a day", days[i]);
    assert_refused (opens, &error, TNK_ERROR_INVALID);
    assert_refused (tnk_campaign_set_period (campaign, NULL, days[i], &error), &error, TNK_ERROR_INVALID);
    if (opens)
      tnk_campaign_set_period (campaign, "2026-04-01", "2026-05-31", NULL);
  }
  assert_refused (tnk_campaign_set_period (campaign, "2026-05-31", "2026-04-01", &error), &error, TNK_ERROR_INVALID);
  /* what was there stays */
  g_assert_cmpstr (tnk_campaign_get_opens (campaign), ==, "2026-04-01");
  g_assert_cmpstr (tnk_campaign_get_closes (campaign), ==, "2026-05-31");
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_adopt (void)
{
  g_autoptr (TnkCampaign) campaign = small_campaign ();
  GError *error = NULL;

  g_assert_true (tnk_campaign_requires (campaign, control (campaign, "1.1-1")));
  g_assert_false (tnk_campaign_is_adopted (campaign, control (campaign, "1.2-1")));
  g_assert_false (tnk_campaign_requires (campaign, control (campaign, "1.2-1")));
  assert_refused (tnk_campaign_adopt (campaign, "1.1-1", &error), &error, TNK_ERROR_INVALID);
  assert_refused (tnk_campaign_adopt (campaign, "9", &error), &error, TNK_ERROR_NOT_FOUND);
  g_assert_true (tnk_campaign_adopt (campaign, "1.2-1", &error));
  g_assert_no_error (error);
  g_assert_true (tnk_campaign_is_adopted (campaign, control (campaign, "1.2-1")));
  g_assert_true (tnk_campaign_requires (campaign, control (campaign, "1.2-1")));
  g_assert_false (tnk_campaign_is_adopted (campaign, control (campaign, "1.1-1")));
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_adopt_all (void)
{
  g_autoptr (TnkCampaign) campaign = small_campaign ();
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);

  tnk_campaign_adopt_all (campaign);
  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *entry = tnk_catalog_get_control (catalog, i);
    g_assert_true (tnk_campaign_requires (campaign, entry));
    g_assert_cmpint (tnk_campaign_is_adopted (campaign, entry), ==, tnk_control_get_level (entry) == TNK_LEVEL_RECOMMENDED);
  }
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_leave_out (void)
{
  g_autoptr (TnkCampaign) campaign = small_campaign ();
  GError *error = NULL;

  assert_refused (tnk_campaign_leave_out (campaign, "2.1-1", "", &error), &error, TNK_ERROR_INVALID);
  assert_refused (tnk_campaign_leave_out (campaign, "9", "なし", &error), &error, TNK_ERROR_NOT_FOUND);
  g_assert_true (tnk_campaign_requires (campaign, control (campaign, "2.1-1")));
  g_assert_true (tnk_campaign_leave_out (campaign, "2.1-1", "端末がない", &error));
  g_assert_true (tnk_campaign_leave_out (campaign, "2.1-1", "端末を使わない", &error));
  g_assert_cmpstr (tnk_campaign_get_left_out_reason (campaign, control (campaign, "2.1-1")), ==, "端末を使わない");
  g_assert_null (tnk_campaign_get_left_out_reason (campaign, control (campaign, "1.1-1")));
  g_assert_false (tnk_campaign_requires (campaign, control (campaign, "2.1-1")));
  /* leaving out wins over adopting, in either order */
  g_assert_true (tnk_campaign_leave_out (campaign, "1.2-1", "今年は行わない", &error));
  g_assert_true (tnk_campaign_adopt (campaign, "1.2-1", &error));
  g_assert_false (tnk_campaign_requires (campaign, control (campaign, "1.2-1")));
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

/* A reason of nothing but spaces is none, as it is for an answer. */
static void
test_leave_out_blank (void)
{
  g_autoptr (TnkCampaign) campaign = small_campaign ();
  GError *error = NULL;

  assert_refused (tnk_campaign_leave_out (campaign, "2.1-1", " 　\n", &error), &error, TNK_ERROR_INVALID);
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_asks (void)
{
  g_autoptr (TnkCampaign) campaign = small_campaign ();

  g_assert_true (tnk_campaign_asks (campaign, duty (campaign, "1.1-1", "ciso")));
  g_assert_true (tnk_campaign_asks (campaign, duty (campaign, "1.1-2", "ciso")));
  g_assert_false (tnk_campaign_asks (campaign, duty (campaign, "1.1-1", "manager")));
  g_assert_false (tnk_campaign_asks (campaign, duty (campaign, "1.2-1", "staff")));
  tnk_campaign_set_asks_informed (campaign, TRUE);
  tnk_campaign_adopt_all (campaign);
  g_assert_true (tnk_campaign_get_asks_informed (campaign));
  g_assert_true (tnk_campaign_asks (campaign, duty (campaign, "1.1-1", "manager")));
  g_assert_true (tnk_campaign_asks (campaign, duty (campaign, "1.2-1", "manager")));
  /* △ without a question asks nothing */
  g_assert_false (tnk_campaign_asks (campaign, duty (campaign, "1.2-1", "contractor")));
  tnk_campaign_leave_out (campaign, "1.1-1", "なし", NULL);
  g_assert_false (tnk_campaign_asks (campaign, duty (campaign, "1.1-1", "ciso")));
  g_assert_false (tnk_campaign_asks (campaign, duty (campaign, "1.1-1", "manager")));
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_grade_lines (void)
{
  static const double bad[][3] = {
    {80, 80, 60}, {95, 60, 80}, {101, 80, 60}, {95, 80, -1}, {95, 80, 80}, {60, 80, 95}, {NAN, 80, 60}, {95, NAN, 60}, {95, 80, NAN}, {INFINITY, 80, 60}};
  g_autoptr (TnkCampaign) campaign = small_campaign ();
  GError *error = NULL;

  g_assert_true (tnk_campaign_set_grade_lines (campaign, 100, 50.5, 0, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (tnk_campaign_set_grade_lines (campaign, bad[i][0], bad[i][1], bad[i][2], &error), &error,
                    TNK_ERROR_INVALID);
  g_assert_cmpfloat (tnk_campaign_get_grade_line (campaign, 'A'), ==, 100);
  g_assert_cmpfloat (tnk_campaign_get_grade_line (campaign, 'B'), ==, 50.5);
  g_assert_cmpfloat (tnk_campaign_get_grade_line (campaign, 'C'), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_attainment_line (void)
{
  static const double bad[] = {0, -1, 100.1, NAN, INFINITY};
  g_autoptr (TnkCampaign) campaign = small_campaign ();
  GError *error = NULL;

  g_assert_true (tnk_campaign_set_attainment_line (campaign, 100, &error));
  g_assert_true (tnk_campaign_set_attainment_line (campaign, 0.5, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    assert_refused (tnk_campaign_set_attainment_line (campaign, bad[i], &error), &error, TNK_ERROR_INVALID);
  g_assert_cmpfloat (tnk_campaign_get_attainment_line (campaign), ==, 0.5);
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

/* What a getter gave can be set again. */
static void
test_set_own_values (void)
{
  g_autoptr (TnkCampaign) campaign = small_campaign ();
  TnkControl *screen = control (campaign, "2.1-1");

  tnk_campaign_set_title (campaign, "令和8年度の点検");
  tnk_campaign_set_title (campaign, tnk_campaign_get_title (campaign));
  g_assert_cmpstr (tnk_campaign_get_title (campaign), ==, "令和8年度の点検");
  tnk_campaign_set_period (campaign, "2026-04-01", "2026-05-31", NULL);
  g_assert_true (tnk_campaign_set_period (campaign, tnk_campaign_get_opens (campaign), tnk_campaign_get_closes (campaign), NULL));
  g_assert_cmpstr (tnk_campaign_get_opens (campaign), ==, "2026-04-01");
  g_assert_cmpstr (tnk_campaign_get_closes (campaign), ==, "2026-05-31");
  tnk_campaign_leave_out (campaign, "2.1-1", "端末を使わない", NULL);
  g_assert_true (tnk_campaign_leave_out (campaign, "2.1-1", tnk_campaign_get_left_out_reason (campaign, screen), NULL));
  g_assert_cmpstr (tnk_campaign_get_left_out_reason (campaign, screen), ==, "端末を使わない");
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

static void
test_guards (void)
{
  g_autoptr (TnkCampaign) campaign = small_campaign ();

  tnk_test_expect_critical ();
  g_assert_null (tnk_campaign_new (NULL, tnk_campaign_get_catalog (campaign)));
  tnk_test_expect_critical ();
  g_assert_null (tnk_campaign_new ("2026", NULL));
  tnk_test_expect_critical ();
  tnk_campaign_set_title (campaign, NULL);
  tnk_test_expect_critical ();
  g_assert_false (tnk_campaign_leave_out (campaign, "1.1-1", NULL, NULL));
  tnk_test_expect_critical ();
  g_assert_null (tnk_campaign_state_to_string (3));
  g_test_assert_expected_messages ();
  g_assert_finalize_object (g_steal_pointer (&campaign));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Campaign/state-words", test_state_words);
  g_test_add_func ("/Tenken/Campaign/new", test_new);
  g_test_add_func ("/Tenken/Campaign/period", test_period);
  g_test_add_func ("/Tenken/Campaign/bad-period", test_bad_period);
  g_test_add_func ("/Tenken/Campaign/adopt", test_adopt);
  g_test_add_func ("/Tenken/Campaign/adopt-all", test_adopt_all);
  g_test_add_func ("/Tenken/Campaign/leave-out", test_leave_out);
  g_test_add_func ("/Tenken/Campaign/leave-out-blank", test_leave_out_blank);
  g_test_add_func ("/Tenken/Campaign/asks", test_asks);
  g_test_add_func ("/Tenken/Campaign/grade-lines", test_grade_lines);
  g_test_add_func ("/Tenken/Campaign/attainment-line", test_attainment_line);
  g_test_add_func ("/Tenken/Campaign/set-own-values", test_set_own_values);
  g_test_add_func ("/Tenken/Campaign/guards", test_guards);
  return g_test_run ();
}
