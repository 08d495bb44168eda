/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"
#include "tnk-turnout-private.h"

/* d0 over d1 with d2 below, and d3. */
static TnkTurnout *
make (gboolean has_people,
      int department)
{
  static const int parents[] = {-1, 0, 1, 0};
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new ("2026", catalog);
  g_autoptr (TnkBody) body = tnk_test_body (parents, G_N_ELEMENTS (parents));

  return tnk_turnout_new (campaign, body, department, has_people);
}

static guint64
role_bit (TnkTurnout *turnout,
          const char *role)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_turnout_get_campaign (turnout));

  return G_GUINT64_CONSTANT (1) << tnk_role_get_index (tnk_catalog_lookup_role (catalog, role));
}

static void
assert_counts (TnkTurnout *turnout,
               int department,
               const char *expected)
{
  TnkTurnoutCounts counts;
  g_autofree char *text = NULL;

  tnk_turnout_count (turnout, department, &counts);
  text = g_strdup_printf ("%u: %u %u %u %u %u", counts.asked, counts.not_begun, counts.draft, counts.returned, counts.submitted,
                          counts.accepted);
  g_assert_cmpstr (text, ==, expected);
  for (guint state = 0, sum = 0; state < TNK_N_TURNOUT_STATES; state++) {
    sum += tnk_turnout_counts_get (&counts, state);
    if (state == TNK_TURNOUT_STATE_RETURNED)
      g_assert_cmpuint (sum, ==, tnk_turnout_counts_get_missing (&counts));
    if (state == TNK_TURNOUT_STATE_ACCEPTED)
      g_assert_cmpuint (sum - tnk_turnout_counts_get_missing (&counts), ==, tnk_turnout_counts_get_handed_in (&counts));
  }
}

static void
test_counts (void)
{
  TnkTurnout *turnout = make (FALSE, -1);
  TnkTurnoutCounts own;

  tnk_turnout_add (turnout, 0, TNK_TURNOUT_STATE_ACCEPTED, 1);
  tnk_turnout_add (turnout, 1, TNK_TURNOUT_STATE_NOT_BEGUN, 4);
  tnk_turnout_add (turnout, 2, TNK_TURNOUT_STATE_DRAFT, 3);
  tnk_turnout_add (turnout, 2, TNK_TURNOUT_STATE_RETURNED, 2);
  tnk_turnout_add (turnout, 2, TNK_TURNOUT_STATE_SUBMITTED, 5);
  tnk_turnout_add (turnout, 3, TNK_TURNOUT_STATE_SUBMITTED, 7);
  assert_counts (turnout, -1, "22: 4 3 2 12 1");
  assert_counts (turnout, 0, "22: 4 3 2 12 1");
  assert_counts (turnout, 1, "14: 4 3 2 5 0");
  assert_counts (turnout, 2, "10: 0 3 2 5 0");
  assert_counts (turnout, 3, "7: 0 0 0 7 0");
  tnk_turnout_count_own (turnout, 1, &own);
  g_assert_cmpuint (own.asked, ==, 4);
  g_assert_false (tnk_turnout_has_people (turnout));
  g_assert_cmpint (tnk_turnout_get_department (turnout), ==, -1);
  g_assert_finalize_object (turnout);
}

static void
test_states (void)
{
  static const char *const words[] = {"not_begun", "draft", "returned", "submitted", "accepted"};

  g_assert_cmpuint (tnk_turnout_judge (TNK_QUESTIONNAIRE_STATE_DRAFT, FALSE), ==, TNK_TURNOUT_STATE_NOT_BEGUN);
  g_assert_cmpuint (tnk_turnout_judge (TNK_QUESTIONNAIRE_STATE_DRAFT, TRUE), ==, TNK_TURNOUT_STATE_DRAFT);
  g_assert_cmpuint (tnk_turnout_judge (TNK_QUESTIONNAIRE_STATE_RETURNED, TRUE), ==, TNK_TURNOUT_STATE_RETURNED);
  g_assert_cmpuint (tnk_turnout_judge (TNK_QUESTIONNAIRE_STATE_SUBMITTED, FALSE), ==, TNK_TURNOUT_STATE_SUBMITTED);
  g_assert_cmpuint (tnk_turnout_judge (TNK_QUESTIONNAIRE_STATE_ACCEPTED, FALSE), ==, TNK_TURNOUT_STATE_ACCEPTED);
  for (guint state = 0; state < TNK_N_TURNOUT_STATES; state++)
    g_assert_cmpstr (tnk_turnout_state_to_string (state), ==, words[state]);
  g_assert_cmpstr (tnk_turnout_state_get_label (TNK_TURNOUT_STATE_NOT_BEGUN, NULL), ==, "未着手");
  g_assert_cmpstr (tnk_turnout_state_get_label (TNK_TURNOUT_STATE_RETURNED, "ja_JP.UTF-8"), ==, "差し戻し");
  g_assert_cmpstr (tnk_turnout_state_get_label (TNK_TURNOUT_STATE_ACCEPTED, "en_GB"), ==, "Accepted");
}

static void
add_person (TnkTurnout *turnout,
            const char *id,
            guint department,
            guint64 role_bits,
            TnkTurnoutState state,
            guint n_answered)
{
  TnkTurnoutRow row = {id, "山田　太郎", department, role_bits, state, "2026-06-01T09:00:00+09:00", "abcdef0123", "理由", n_answered};

  tnk_turnout_add_person (turnout, &row);
}

static void
assert_people (GPtrArray *people,
               const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", tnk_turnout_person_get_id (people->pdata[i]));
  g_assert_cmpstr (text->str, ==, expected);
  g_ptr_array_unref (people);
}

static void
test_people (void)
{
  TnkTurnout *turnout = make (TRUE, 1);
  TnkTurnoutPerson *person;
  guint64 staff = role_bit (turnout, "staff"), manager = role_bit (turnout, "manager");

  add_person (turnout, "p1", 1, staff, TNK_TURNOUT_STATE_RETURNED, 2);
  add_person (turnout, "p2", 2, staff | manager, TNK_TURNOUT_STATE_SUBMITTED, 5);
  add_person (turnout, "p3", 2, staff, TNK_TURNOUT_STATE_NOT_BEGUN, 0);
  assert_counts (turnout, -1, "3: 1 0 1 1 0");
  g_assert_true (tnk_turnout_has_people (turnout));
  g_assert_cmpuint (tnk_turnout_get_n_people (turnout), ==, 3);
  g_assert_null (tnk_turnout_lookup_person (turnout, "p4"));
  assert_people (tnk_turnout_list_missing (turnout, -1), "p1 p3");
  assert_people (tnk_turnout_list_missing (turnout, 2), "p3");
  assert_people (tnk_turnout_list_people (turnout, 1, TNK_TURNOUT_ANY_STATE), "p1 p2 p3");
  assert_people (tnk_turnout_list_people (turnout, -1, 1u << TNK_TURNOUT_STATE_SUBMITTED), "p2");

  /* A row that somebody keeps outlives what it came from. */
  person = g_object_ref (tnk_turnout_lookup_person (turnout, "p2"));
  g_assert_cmpstr (tnk_turnout_person_get_remark (tnk_turnout_get_person (turnout, 0)), ==, "理由");
  g_assert_cmpuint (tnk_turnout_person_get_n_open (tnk_turnout_get_person (turnout, 0)), ==, 1);
  g_assert_true (tnk_turnout_person_is_missing (tnk_turnout_get_person (turnout, 0)));
  g_assert_finalize_object (turnout);
  g_assert_cmpstr (tnk_turnout_person_get_name (person), ==, "山田　太郎");
  g_assert_cmpstr (tnk_department_get_id (tnk_turnout_person_get_department (person)), ==, "d2");
  g_assert_null (tnk_turnout_person_get_remark (person));
  g_assert_cmpuint (tnk_turnout_person_get_n_items (person), ==, 5);
  g_assert_cmpuint (tnk_turnout_person_get_n_answered (person), ==, 5);
  g_assert_cmpuint (tnk_turnout_person_get_n_open (person), ==, 0);
  g_assert_cmpstr (tnk_turnout_person_get_handed_in_at (person), ==, "2026-06-01T09:00:00+09:00");
  g_assert_cmpstr (tnk_turnout_person_get_reference (person), ==, "abcdef0123");
  g_assert_false (tnk_turnout_person_is_missing (person));
  g_assert_finalize_object (person);
}

static void
test_closed (void)
{
  g_autoptr (TnkTurnout) turnout = make (FALSE, -1);

  for (guint i = 0; i < 4; i++)
    g_assert_false (tnk_turnout_is_closed (turnout, i));
  tnk_turnout_set_closed (turnout, 1, "2026-06-03T12:00:00+09:00", "p2");
  g_assert_false (tnk_turnout_is_closed (turnout, 0));
  g_assert_true (tnk_turnout_is_closed (turnout, 1));
  g_assert_true (tnk_turnout_is_closed (turnout, 2));
  g_assert_false (tnk_turnout_is_closed (turnout, 3));
  g_assert_cmpstr (tnk_department_get_id (tnk_turnout_find_closed (turnout, 2)), ==, "d1");
  g_assert_cmpstr (tnk_turnout_get_closed_by (turnout, 1), ==, "p2");
  g_assert_cmpstr (tnk_turnout_get_closed_at (turnout, 1), ==, "2026-06-03T12:00:00+09:00");
  g_assert_null (tnk_turnout_get_closed_at (turnout, 2));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Turnout/counts", test_counts);
  g_test_add_func ("/Tenken/Turnout/states", test_states);
  g_test_add_func ("/Tenken/Turnout/people", test_people);
  g_test_add_func ("/Tenken/Turnout/closed", test_closed);
  return g_test_run ();
}
