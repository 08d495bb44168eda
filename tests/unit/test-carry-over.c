/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-carry-over.h"

#include "tnk-test.h"

static TnkCarry
carry_of (TnkCarryOver *self,
          const char *id)
{
  return tnk_carry_over_get (self, tnk_catalog_lookup_control (tnk_campaign_get_catalog (tnk_carry_over_get_campaign (self)), id));
}

static TnkControl *
find (TnkCampaign *campaign,
      const char *id)
{
  return tnk_catalog_lookup_control (tnk_campaign_get_catalog (campaign), id);
}

static void
test_words (void)
{
  g_assert_cmpstr (tnk_carry_to_string (TNK_CARRY_NONE), ==, "none");
  g_assert_cmpstr (tnk_carry_to_string (TNK_CARRY_KEPT), ==, "carried");
  g_assert_cmpstr (tnk_carry_to_string (TNK_CARRY_GONE), ==, "gone");
  tnk_test_expect_critical ();
  g_assert_null (tnk_carry_to_string (TNK_N_CARRIES));
  g_test_assert_expected_messages ();
}

/* The map decides, where both campaigns ask the control. */
static void
test_editions (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = tnk_test_next_catalog ();
  g_autoptr (TnkCampaign) previous = tnk_campaign_new ("2026", old), campaign = tnk_campaign_new ("2027", new);
  TnkCarryOver *self = tnk_carry_over_new (campaign, previous);

  g_assert_cmpstr (tnk_campaign_get_id (tnk_carry_over_get_previous (self)), ==, "2026");
  g_assert_cmpint (carry_of (self, "1.1-1"), ==, TNK_CARRY_KEPT);
  g_assert_cmpint (carry_of (self, "2.9-1"), ==, TNK_CARRY_KEPT);
  g_assert_cmpint (carry_of (self, "1.1-2"), ==, TNK_CARRY_ANEW);
  /* recommended, and adopted by neither */
  g_assert_cmpint (carry_of (self, "1.2-1"), ==, TNK_CARRY_NONE);
  g_assert_true (tnk_carry_over_trace (self, find (campaign, "2.9-1")) == find (previous, "2.1-1"));
  g_assert_cmpuint (tnk_carry_over_count (self, TNK_CARRY_KEPT), ==, 5);
  g_assert_cmpuint (tnk_carry_over_count (self, TNK_CARRY_ANEW), ==, 1);
  g_assert_cmpuint (tnk_carry_over_count (self, TNK_CARRY_NEW), ==, 0);
  g_assert_cmpuint (tnk_carry_over_count (self, TNK_CARRY_GONE), ==, 0);
  g_assert_finalize_object (self);
}

/* What the campaigns ask decides, too. */
static void
test_choices (void)
{
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (TnkCampaign) previous = tnk_campaign_new ("2026", catalog), campaign = tnk_campaign_new ("2027", catalog);
  g_autoptr (TnkCarryOver) self = NULL;
  g_autoptr (GPtrArray) gone = NULL;

  g_assert_true (tnk_campaign_adopt (campaign, "1.2-1", NULL));
  g_assert_true (tnk_campaign_leave_out (campaign, "1.1-1", "理由", NULL));
  self = tnk_carry_over_new (campaign, previous);
  gone = tnk_carry_over_list_gone (self);
  g_assert_cmpint (carry_of (self, "1.2-1"), ==, TNK_CARRY_NEW);
  g_assert_cmpint (carry_of (self, "1.1-1"), ==, TNK_CARRY_GONE);
  g_assert_cmpint (carry_of (self, "1.1-2"), ==, TNK_CARRY_KEPT);
  g_assert_cmpuint (gone->len, ==, 1);
  g_assert_true (gone->pdata[0] == find (previous, "1.1-1"));
  g_assert_cmpuint (tnk_carry_over_count (self, TNK_CARRY_GONE), ==, 1);
}

static TnkCampaign *
make (const char *id,
      TnkCatalog *catalog,
      TnkCampaignState state)
{
  TnkCampaign *campaign = tnk_campaign_new (id, catalog);

  tnk_campaign_set_state (campaign, state);
  return campaign;
}

/* The last closed one before it, on the same catalog or the one that it revises. */
static void
test_find (void)
{
  g_autoptr (TnkCatalog) old = tnk_test_small_catalog (), new = tnk_test_next_catalog ();
  g_autoptr (GPtrArray) campaigns = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TnkCampaign) last = make ("2029", old, TNK_CAMPAIGN_STATE_PREPARED);

  g_assert_null (tnk_carry_over_find_previous (last, campaigns));
  g_ptr_array_add (campaigns, make ("2025", old, TNK_CAMPAIGN_STATE_CLOSED));
  g_ptr_array_add (campaigns, make ("2026", old, TNK_CAMPAIGN_STATE_CLOSED));
  g_ptr_array_add (campaigns, make ("2027", new, TNK_CAMPAIGN_STATE_CLOSED));
  g_ptr_array_add (campaigns, make ("2028", old, TNK_CAMPAIGN_STATE_OPEN));
  g_assert_true (tnk_carry_over_find_previous (last, campaigns) == campaigns->pdata[1]);
  g_assert_true (tnk_carry_over_find_previous (campaigns->pdata[2], campaigns) == campaigns->pdata[1]);
  g_assert_true (tnk_carry_over_find_previous (campaigns->pdata[1], campaigns) == campaigns->pdata[0]);
  g_assert_null (tnk_carry_over_find_previous (campaigns->pdata[0], campaigns));
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/CarryOver/words", test_words);
  g_test_add_func ("/Tenken/CarryOver/editions", test_editions);
  g_test_add_func ("/Tenken/CarryOver/choices", test_choices);
  g_test_add_func ("/Tenken/CarryOver/find", test_find);
  return g_test_run ();
}
