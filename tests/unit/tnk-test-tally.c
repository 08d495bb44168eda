/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include <math.h>

TnkCampaign *
tnk_test_campaign (TnkCampaignState state)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  TnkCampaign *campaign = tnk_campaign_new ("2026", catalog);

  tnk_campaign_set_state (campaign, state);
  return campaign;
}

TnkTally *
tnk_test_tally (TnkCampaign *campaign)
{
  static const int parents[] = {-1, 0, 0, 2};
  g_autoptr (TnkBody) body = tnk_test_body (parents, G_N_ELEMENTS (parents));

  return tnk_tally_new (campaign, body);
}

guint64
tnk_test_bits (TnkTally *tally,
               const char *roles)
{
  g_auto (GStrv) ids = g_strsplit (roles, ";", -1);

  return tnk_tally_role_bits (tally, (const char *const *) ids);
}

void
tnk_test_add_people (TnkTally *tally,
                     guint department,
                     const char *roles,
                     guint asked,
                     guint submitted)
{
  tnk_tally_add_people (tally, department, tnk_test_bits (tally, roles), asked, submitted);
}

void
tnk_test_add_answers (TnkTally *tally,
                      guint department,
                      const char *control,
                      const char *role,
                      TnkAnswerValue value,
                      guint n)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));

  tnk_tally_add_answers (tally, department, tnk_duty_get_index (tnk_catalog_find_duty (catalog, control, role)), value, n);
}

guint
tnk_test_control_index (TnkTally *tally,
                        const char *id)
{
  return tnk_control_get_index (tnk_catalog_lookup_control (tnk_campaign_get_catalog (tnk_tally_get_campaign (tally)), id));
}

gint64
tnk_test_count (TnkScore *score,
                const char *name)
{
  return tnk_score_get_count (score, name);
}

void
tnk_test_assert_score (TnkScore *score,
                       double expected,
                       char grade)
{
  if (isnan (expected)) {
    g_assert_false (tnk_score_is_defined (score));
    g_assert_true (isnan (tnk_score_get_score (score)));
  } else
    g_assert_cmpfloat_with_epsilon (tnk_score_get_score (score), expected, 1e-9);
  g_assert_cmpint (tnk_score_get_grade (score), ==, grade);
  g_assert_finalize_object (score);
}
