/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

#include "tnk-desk-plan-private.h"
#include "tnk-plan-edits-private.h"
#include "tnk-store-plan.h"

/* p2 answers for d2 alone; p3 sits in the committee; p4 is the secretariat, p5 answers for d3. */

static void
grant (TnkTestStore *test,
       TnkRights kind,
       const char *holder,
       const char *department)
{
  g_autoptr (GError) error = NULL;

  tnk_store_grant_right (test->store, kind, holder, department, &error);
  g_assert_no_error (error);
}

static TnkDesk *
sit_down (TnkTestStore *test,
          const char *person)
{
  g_autoptr (GError) error = NULL;
  TnkDesk *desk = tnk_desk_new (test->store, person, &error);

  g_assert_no_error (error);
  return desk;
}

static char *
store_action (TnkTestStore *test,
              const char *control,
              const char *departments,
              const char *owner,
              const char *due,
              const char *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCampaign) campaign = tnk_store_load_campaign (test->store, "2026", &error);
  g_autoptr (TnkAction) action = tnk_action_new (campaign, tnk_catalog_lookup_control (tnk_campaign_get_catalog (campaign), control));
  g_autoptr (TnkAction) stored = NULL;

  tnk_action_set (action, TNK_ACTION_FIELD_DEPARTMENTS, departments, &error);
  tnk_action_set (action, TNK_ACTION_FIELD_WHAT, departments, &error);
  tnk_action_set (action, TNK_ACTION_FIELD_OWNER, owner, &error);
  tnk_action_set (action, TNK_ACTION_FIELD_DUE, due, &error);
  tnk_action_set (action, TNK_ACTION_FIELD_STATUS, status, &error);
  g_assert_no_error (error);
  stored = tnk_store_save_action (test->store, action, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_strdup (tnk_action_get_id (stored));
}

/* A0001: d2 alone. A0002: d2 and d3. A0003: d3 alone. A0004: d3, owned by p2. */
static void
init (TnkTestStore *test)
{
  static const char *const actions[][5] = {
    {"2.1-1", "d2", "role:staff", "2026-05-31", "planned"},
    {"2.1-1", "d2\nd3", "person:p5", "2026-12-31", "planned"},
    {"2.1-2.1", "d3", "person:p5", "2026-05-01", "planned"},
    {"2.1-2.2", "d3", "person:p2", "2026-12-31", "planned"},
  };

  tnk_test_store_init_answers (test);
  grant (test, TNK_RIGHTS_SECRETARIAT, "person:p4", NULL);
  grant (test, TNK_RIGHTS_DEPARTMENT, "person:p5", "d3");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    g_autofree char *id = store_action (test, actions[i][0], actions[i][1], actions[i][2], actions[i][3], actions[i][4]);

    g_assert_nonnull (id);
  }
}

static char *
list_ids (TnkPlan *plan)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < tnk_plan_get_n_actions (plan); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", tnk_action_get_id (tnk_plan_get_action (plan, i)));
  return g_string_free (ids, FALSE);
}

static char *
list_people (TnkBody *roster)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < tnk_body_get_n_people (roster); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", tnk_person_get_id (tnk_body_get_person (roster, i)));
  return g_string_free (ids, FALSE);
}

static TnkPlanView *
load (TnkDesk *desk,
      const char *department)
{
  g_autoptr (GError) error = NULL;
  TnkPlanView *view = tnk_desk_load_plan (desk, "2026", department, &error);

  g_assert_no_error (error);
  return view;
}

static void
test_load (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, committee = NULL;
  g_autoptr (TnkPlanView) view = NULL, all = NULL;
  g_autofree char *ids = NULL, *people = NULL, *all_ids = NULL, *all_people = NULL;
  TnkPlan *plan;

  init (&test);
  manager = sit_down (&test, "p2");
  view = load (manager, "d2");
  plan = tnk_plan_view_get_plan (view);
  ids = list_ids (plan);
  people = list_people (tnk_plan_get_roster (plan));
  g_assert_cmpstr (ids, ==, "A0001 A0002 A0004");
  g_assert_cmpstr (people, ==, "p1 p2 p5");
  g_assert_cmpuint (tnk_body_get_n_people (tnk_plan_get_body (plan)), ==, 0);
  g_assert_cmpstr (tnk_plan_view_get_today (view), ==, "2026-06-01");
  g_assert_cmpuint (tnk_plan_view_get_n_overdue (view), ==, 1);
  g_assert_true (tnk_plan_view_may_change (view, tnk_plan_lookup (plan, "A0001")));
  g_assert_false (tnk_plan_view_may_change (view, tnk_plan_lookup (plan, "A0002")));
  g_assert_false (tnk_plan_view_may_note (view, tnk_plan_lookup (plan, "A0002")));
  g_assert_true (tnk_plan_view_may_note (view, tnk_plan_lookup (plan, "A0004")));
  g_assert_true (tnk_plan_view_is_owner (view, tnk_plan_lookup (plan, "A0004")));
  g_assert_true (tnk_plan_view_may_concern (view, 2));
  g_assert_false (tnk_plan_view_may_concern (view, 3));
  committee = sit_down (&test, "p3");
  all = load (committee, NULL);
  all_ids = list_ids (tnk_plan_view_get_plan (all));
  all_people = list_people (tnk_plan_get_roster (tnk_plan_view_get_plan (all)));
  g_assert_cmpstr (all_ids, ==, "A0001 A0002 A0003 A0004");
  g_assert_cmpstr (all_people, ==, "p1 p2 p3 p4 p5");
  g_assert_cmpuint (tnk_plan_view_get_n_overdue (all), ==, 2);
  g_assert_cmpint (tnk_plan_view_get_department (all), ==, -1);
}

/* What people of another department promised is a figure of theirs. */
static void
test_promises (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, other = NULL;
  g_autoptr (TnkPlanView) view = NULL, theirs = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  campaign = tnk_store_load_campaign (test.store, "2026", &error);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "直してください");
  tnk_store_promise (test.store, "2026", "p1", tnk_catalog_find_duty (tnk_campaign_get_catalog (campaign), "2.1-1", "staff"), "2026-12", &error);
  g_assert_no_error (error);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL);
  manager = sit_down (&test, "p2");
  other = sit_down (&test, "p5");
  view = load (manager, "d2");
  theirs = load (other, "d3");
  g_assert_cmpuint (tnk_plan_count_promises (tnk_plan_view_get_plan (view), tnk_plan_lookup (tnk_plan_view_get_plan (view), "A0002")), ==, 1);
  g_assert_cmpuint (tnk_plan_count_promises (tnk_plan_view_get_plan (theirs), tnk_plan_lookup (tnk_plan_view_get_plan (theirs), "A0002")), ==, 0);
}

/* --- steps --- */

static const struct
{
  const char *person;
  const char *department;
  const char *action;
  TnkActionStatus status;
  int code; /* -1: it is allowed */
} steps[] = {
  {"p2", "d2", "A0001", TNK_ACTION_STATUS_UNDER_WAY, -1},
  {"p2", "d2", "A0002", TNK_ACTION_STATUS_UNDER_WAY, TNK_ERROR_REFUSED},
  {"p2", "d2", "A0003", TNK_ACTION_STATUS_UNDER_WAY, TNK_ERROR_NOT_FOUND},
  {"p2", "d3", "A0003", TNK_ACTION_STATUS_UNDER_WAY, TNK_ERROR_REFUSED},
  {"p2", NULL, "A0001", TNK_ACTION_STATUS_UNDER_WAY, TNK_ERROR_REFUSED},
  {"p2", "d2", "A0004", TNK_ACTION_STATUS_UNDER_WAY, -1},
  {"p2", "d2", "A0004", TNK_ACTION_STATUS_DONE, -1},
  {"p2", "d2", "A0004", TNK_ACTION_STATUS_WITHDRAWN, TNK_ERROR_REFUSED},
  {"p5", "d3", "A0002", TNK_ACTION_STATUS_DONE, -1},
  {"p5", "d3", "A0002", TNK_ACTION_STATUS_PROPOSED, TNK_ERROR_REFUSED},
  {"p5", "d3", "A0003", TNK_ACTION_STATUS_WITHDRAWN, -1},
  {"p3", NULL, "A0002", TNK_ACTION_STATUS_DONE, -1},
  {"p4", NULL, "A0002", TNK_ACTION_STATUS_DONE, -1},
  {"p4", "d3", "A0001", TNK_ACTION_STATUS_DONE, TNK_ERROR_NOT_FOUND},
};

static void
test_move (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) desk = NULL;
  g_autoptr (TnkAction) stored = NULL;
  g_autoptr (TnkPlanView) view = NULL;
  g_autoptr (GError) error = NULL;
  TnkAction *seen;

  init (&test);
  desk = sit_down (&test, steps[i].person);
  view = tnk_desk_load_plan (desk, "2026", steps[i].department, NULL);
  seen = view != NULL ? tnk_plan_lookup (tnk_plan_view_get_plan (view), steps[i].action) : NULL;
  /* the view tells beforehand what the verb will say */
  g_assert_cmpint (seen != NULL && tnk_plan_view_may_move (view, seen, steps[i].status), ==, steps[i].code < 0);
  stored = tnk_desk_move_action (desk, "2026", steps[i].department, steps[i].action, 0, steps[i].status, "理由", &error);
  if (steps[i].code >= 0)
    tnk_test_store_refused (stored != NULL, &error, steps[i].code, "");
  else {
    g_assert_no_error (error);
    g_assert_cmpstr (tnk_action_get (stored, TNK_ACTION_FIELD_DONE_BY), ==, steps[i].status == TNK_ACTION_STATUS_DONE ? steps[i].person : "");
    g_assert_cmpstr (tnk_action_get_note_writer (stored, 0), ==, steps[i].person);
  }
  tnk_test_store_verify (test.store);
}

static TnkAction *
take (TnkDesk *desk,
      const char *department,
      const char *id)
{
  g_autoptr (TnkPlanView) view = load (desk, department);

  return tnk_action_copy (tnk_plan_lookup (tnk_plan_view_get_plan (view), id));
}

/* Who reported an action, who owns it and whoever holds the role that owns it: none of them verifies it, by no door. */
static void
test_verify (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, secretariat = NULL, committee = NULL;
  g_autoptr (TnkPlanView) view = NULL, all = NULL;
  g_autoptr (TnkAction) done = NULL, forged = NULL, verified = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  manager = sit_down (&test, "p2");
  secretariat = sit_down (&test, "p4");
  committee = sit_down (&test, "p3");
  done = tnk_desk_move_action (secretariat, "2026", NULL, "A0001", 0, TNK_ACTION_STATUS_DONE, NULL, &error);
  g_assert_no_error (error);
  tnk_test_store_refused (tnk_desk_move_action (secretariat, "2026", NULL, "A0001", 0, TNK_ACTION_STATUS_VERIFIED, NULL, &error) != NULL, &error,
                          TNK_ERROR_REFUSED, "p4");
  tnk_test_store_refused (tnk_desk_move_action (manager, "2026", "d2", "A0001", 0, TNK_ACTION_STATUS_VERIFIED, NULL, &error) != NULL, &error,
                          TNK_ERROR_REFUSED, "p2");
  view = load (manager, "d2");
  g_assert_false (tnk_plan_view_may_move (view, tnk_plan_lookup (tnk_plan_view_get_plan (view), "A0001"), TNK_ACTION_STATUS_VERIFIED));
  all = load (committee, NULL);
  g_assert_true (tnk_plan_view_may_move (all, tnk_plan_lookup (tnk_plan_view_get_plan (all), "A0001"), TNK_ACTION_STATUS_VERIFIED));
  forged = take (manager, "d2", "A0001");
  g_assert_true (tnk_action_move (forged, TNK_ACTION_STATUS_VERIFIED, "p3", NULL));
  tnk_test_store_refused (tnk_desk_save_action (manager, "d2", forged, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "p2");
  verified = tnk_desk_move_action (committee, "2026", NULL, "A0001", 0, TNK_ACTION_STATUS_VERIFIED, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tnk_action_get (verified, TNK_ACTION_FIELD_VERIFIED_BY), ==, "p3");
  g_assert_cmpstr (tnk_action_get (verified, TNK_ACTION_FIELD_DONE_BY), ==, "p4");
  tnk_test_store_verify (test.store);
}

/* --- saving --- */

static void
test_save (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL;
  g_autoptr (TnkAction) own = NULL, shared = NULL, stored = NULL, late = NULL, newer = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  manager = sit_down (&test, "p2");
  own = take (manager, "d2", "A0001");
  late = tnk_action_copy (own);
  g_assert_true (tnk_action_set (own, TNK_ACTION_FIELD_DUE, "2026-10-31", NULL));
  g_assert_true (tnk_action_add_note (own, "1999-01-01", "p3", "決めました", NULL));
  stored = tnk_desk_save_action (manager, "d2", own, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tnk_action_get_note_writer (stored, 0), ==, "p2");
  g_assert_cmpstr (tnk_action_get_note_time (stored, 0), ==, TNK_TEST_STORE_NOW);
  g_assert_true (tnk_action_set (late, TNK_ACTION_FIELD_DUE, "2026-11-30", NULL));
  tnk_test_store_refused (tnk_desk_save_action (manager, "d2", late, &newer, &error) != NULL, &error, TNK_ERROR_STATE, "2026-10-31");
  g_assert_cmpuint (tnk_action_get_revision (newer), ==, 2);
  /* neither an action that is somebody else’s too, nor one that would become so */
  shared = take (manager, "d2", "A0002");
  g_assert_true (tnk_action_set (shared, TNK_ACTION_FIELD_DEPARTMENTS, "d2", NULL));
  tnk_test_store_refused (tnk_desk_save_action (manager, "d2", shared, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "A0002");
  g_assert_true (tnk_action_set (newer, TNK_ACTION_FIELD_DEPARTMENTS, "d2\nd1", NULL));
  tnk_test_store_refused (tnk_desk_save_action (manager, "d2", newer, NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "A0001");
  tnk_test_store_verify (test.store);
}

/* Whoever reports an action done is named for it, whatever he or she writes there. */
static void
test_signed (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL;
  g_autoptr (TnkAction) action = NULL, stored = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  manager = sit_down (&test, "p2");
  action = take (manager, "d2", "A0001");
  g_assert_true (tnk_action_move (action, TNK_ACTION_STATUS_DONE, "p5", NULL));
  stored = tnk_desk_save_action (manager, "d2", action, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tnk_action_get (stored, TNK_ACTION_FIELD_DONE_BY), ==, "p2");
  /* nor does a note afterwards change who it was */
  again = tnk_action_copy (stored);
  g_assert_true (tnk_action_set (again, TNK_ACTION_FIELD_DONE_BY, "p5", NULL));
  g_assert_true (tnk_action_add_note (again, NULL, NULL, "記録を保管した", NULL));
  g_clear_object (&stored);
  stored = tnk_desk_save_action (manager, "d2", again, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tnk_action_get (stored, TNK_ACTION_FIELD_DONE_BY), ==, "p2");
}

static void
test_note (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL;
  g_autoptr (TnkAction) own = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  manager = sit_down (&test, "p2");
  own = tnk_desk_note_action (manager, "2026", "d2", "A0004", "着手しました", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tnk_action_get_note_text (own, 0), ==, "着手しました");
  tnk_test_store_refused (tnk_desk_note_action (manager, "2026", "d2", "A0002", "見ました", &error) != NULL, &error, TNK_ERROR_REFUSED, "A0002");
  tnk_test_store_refused (tnk_desk_note_action (manager, "2026", "d2", "A0003", "見ました", &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "A0003");
  tnk_test_store_refused (tnk_desk_note_action (manager, "2026", "d2", "A0001", " ", &error) != NULL, &error, TNK_ERROR_INVALID, "note");
}

static void
test_merge (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, secretariat = NULL;
  g_autoptr (TnkAction) merged = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  manager = sit_down (&test, "p2");
  secretariat = sit_down (&test, "p4");
  tnk_test_store_refused (tnk_desk_merge_actions (manager, "2026", "d2", "A0001", "A0002", &error) != NULL, &error, TNK_ERROR_REFUSED, "A0002");
  merged = tnk_desk_merge_actions (secretariat, "2026", NULL, "A0001", "A0002", &error);
  g_assert_no_error (error);
  g_assert_true (tnk_action_has_department (merged, "d3"));
  tnk_test_store_verify (test.store);
}

/* --- proposals and what is late --- */

static void
test_propose (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL;
  g_autoptr (GPtrArray) shown = NULL, added = NULL, again = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  manager = sit_down (&test, "p2");
  tnk_test_store_refused (tnk_desk_list_proposals (manager, "2026", NULL, "ja", NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "whole body");
  tnk_test_store_refused (tnk_desk_propose_actions (manager, "2026", "d3", "ja", NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "d3");
  shown = tnk_desk_list_proposals (manager, "2026", "d2", "ja", NULL, &error);
  added = tnk_desk_propose_actions (manager, "2026", "d2", "ja", NULL, &error);
  again = tnk_desk_propose_actions (manager, "2026", "d2", "ja", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (shown->len, ==, 2);
  g_assert_cmpuint (added->len, ==, 2);
  g_assert_cmpuint (again->len, ==, 0);
  for (guint i = 0; i < added->len; i++)
    for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
      g_assert_cmpstr (tnk_action_get (shown->pdata[i], field), ==, tnk_action_get (added->pdata[i], field));
}

/* "2026: 3 (1)": how many are unfinished, how many of them overdue. */
static char *
list_unfinished (TnkDesk *desk,
                 const char *campaign,
                 const char *department)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = tnk_desk_list_unfinished (desk, campaign, department, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (text, "%s%s: %u (%u)", i > 0 ? ", " : "", tnk_unfinished_get_campaign_id (list->pdata[i]),
                            tnk_unfinished_get_n_actions (list->pdata[i]), tnk_unfinished_get_n_overdue (list->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
assert_unfinished (TnkDesk *desk,
                   const char *campaign,
                   const char *department,
                   const char *expected)
{
  g_autofree char *text = list_unfinished (desk, campaign, department);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_unfinished (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, committee = NULL;
  g_autoptr (GError) error = NULL;

  init (&test);
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");
  assert_unfinished (manager, "2026", "d2", "2026: 2 (1)");
  assert_unfinished (committee, "2026", NULL, "2026: 4 (2)");
  assert_unfinished (committee, "2026", "d0", "2026: 4 (2)");
  tnk_test_store_refused (tnk_desk_list_unfinished (manager, "2026", "d3", &error) != NULL, &error, TNK_ERROR_REFUSED, "d3");
  tnk_test_store_refused (tnk_desk_list_unfinished (manager, "2026", NULL, &error) != NULL, &error, TNK_ERROR_REFUSED, "whole body");
  tnk_test_store_refused (tnk_desk_list_unfinished (committee, "2025", NULL, &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "2025");
  /* the last day is not late yet */
  tnk_test_store_stop_clock (test.store, "2026-05-31T23:00:00+09:00");
  assert_unfinished (committee, "2026", NULL, "2026: 4 (1)");
}

/* Next year's campaign has no plan yet; the promises of this year stand, and are not forgotten. */
static void
test_unfinished_earlier (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, committee = NULL;
  g_autoptr (TnkCampaign) before = NULL, campaign = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *added = NULL;
  guint n;

  init (&test);
  before = tnk_store_load_campaign (test.store, "2026", &error);
  g_assert_no_error (error);
  campaign = tnk_campaign_new ("2027", tnk_campaign_get_catalog (before));
  tnk_test_store_create_campaign (&test, campaign);
  g_assert_true (tnk_store_open_campaign (test.store, "2027", &n, &error));
  g_assert_no_error (error);
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");
  assert_unfinished (manager, "2027", "d2", "2026: 2 (1)");
  assert_unfinished (committee, "2027", NULL, "2026: 4 (2)");
  /* looking back, what came later says nothing */
  assert_unfinished (committee, "2026", NULL, "2026: 4 (2)");
  tnk_test_store_refused (tnk_desk_list_unfinished (manager, "2027", "d3", &error) != NULL, &error, TNK_ERROR_REFUSED, "d3");
}

/* --- the sheet --- */

static void
add_row (TnkPlanEdits *edits,
         const char *id,
         TnkActionField field,
         const char *base,
         const char *value,
         const char *verified_by)
{
  TnkAction *action = tnk_plan_lookup (tnk_plan_edits_get_plan (edits), id);
  TnkPlanRow row = {.where = id, .action = action, .control = tnk_action_get_control (action)};
  g_autoptr (GError) error = NULL;

  row.values[field] = value;
  row.bases[field] = base;
  if (verified_by != NULL) {
    row.values[TNK_ACTION_FIELD_VERIFIED_BY] = verified_by;
    row.bases[TNK_ACTION_FIELD_VERIFIED_BY] = "";
  }
  g_assert_true (tnk_plan_edits_add_row (edits, &row, &error));
  g_assert_no_error (error);
}

static TnkPlanEdits *
edit (TnkDesk *desk,
      const char *department)
{
  g_autoptr (TnkPlanView) view = load (desk, department);

  return tnk_plan_edits_new (tnk_plan_view_get_plan (view));
}

static void
test_apply (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL;
  g_autoptr (TnkPlanEdits) edits = NULL, mixed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL, *after = NULL;
  guint n = 0;

  init (&test);
  manager = sit_down (&test, "p2");
  mixed = edit (manager, "d2");
  add_row (mixed, "A0001", TNK_ACTION_FIELD_DUE, "2026-05-31", "2026-08-01", NULL);
  add_row (mixed, "A0002", TNK_ACTION_FIELD_DUE, "2026-12-31", "2026-08-01", NULL);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_refused (tnk_desk_apply_plan (manager, "d2", mixed, &n, NULL, NULL, NULL, &error), &error, TNK_ERROR_REFUSED, "A0002");
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
  edits = edit (manager, "d2");
  add_row (edits, "A0001", TNK_ACTION_FIELD_STATUS, "planned", "done", NULL);
  g_assert_true (tnk_desk_apply_plan (manager, "d2", edits, &n, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 1);
  tnk_test_store_assert_rows (test.path, "SELECT status, done_by FROM action WHERE id = 'A0001'", "done|p2");
  tnk_test_store_verify (test.store);
}

/* An owner who writes somebody else’s number into the sheet has verified nothing. */
static void
test_apply_verified (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) manager = NULL, committee = NULL;
  g_autoptr (TnkPlanEdits) own = NULL, other = NULL;
  g_autoptr (TnkAction) done = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  init (&test);
  manager = sit_down (&test, "p2");
  committee = sit_down (&test, "p3");
  done = tnk_desk_move_action (manager, "2026", "d2", "A0001", 0, TNK_ACTION_STATUS_DONE, NULL, &error);
  g_assert_no_error (error);
  own = edit (manager, "d2");
  add_row (own, "A0001", TNK_ACTION_FIELD_STATUS, "done", "verified", "p5");
  tnk_test_store_refused (tnk_desk_apply_plan (manager, "d2", own, &n, NULL, NULL, NULL, &error), &error, TNK_ERROR_REFUSED, "p2");
  other = edit (committee, NULL);
  add_row (other, "A0001", TNK_ACTION_FIELD_STATUS, "done", "verified", "p4");
  g_assert_true (tnk_desk_apply_plan (committee, NULL, other, &n, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  tnk_test_store_assert_rows (test.path, "SELECT status, done_by, verified_by FROM action WHERE id = 'A0001'", "verified|p2|p4");
}

/* What the sheet and the plan say could each stand, but not both: that is to be decided, and no fault of the sheet. */
static void
test_apply_stale (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkDesk) committee = NULL;
  g_autoptr (TnkPlanEdits) edits = NULL;
  g_autoptr (TnkAction) done = NULL;
  g_autoptr (GError) error = NULL;
  TnkPlanRow row = {.where = "A0001"};
  guint n = 9;

  init (&test);
  committee = sit_down (&test, "p3");
  done = tnk_desk_move_action (committee, "2026", NULL, "A0001", 0, TNK_ACTION_STATUS_DONE, NULL, &error);
  g_assert_no_error (error);
  edits = edit (committee, NULL);
  row.action = tnk_plan_lookup (tnk_plan_edits_get_plan (edits), "A0001");
  row.control = tnk_action_get_control (row.action);
  row.values[TNK_ACTION_FIELD_DUE] = "2026-09-30";
  row.bases[TNK_ACTION_FIELD_DUE] = "2026-05-31";
  row.values[TNK_ACTION_FIELD_STATUS] = row.bases[TNK_ACTION_FIELD_STATUS] = "done";
  tnk_test_store_refused (tnk_plan_edits_add_row (edits, &row, &error), &error, TNK_ERROR_STATE, "stays as it is");
  row.values[TNK_ACTION_FIELD_STATUS] = row.bases[TNK_ACTION_FIELD_STATUS] = "planned";
  g_assert_true (tnk_plan_edits_add_row (edits, &row, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_plan_edits_count_undecided (edits), ==, 1);
  g_assert_nonnull (strstr (tnk_plan_edit_get_refusal (tnk_plan_edits_get_edit (edits, 0)), "stays as it is"));
  tnk_plan_edits_decide_all (edits, TNK_PLAN_DECISION_SHEET);
  tnk_test_store_refused (tnk_desk_apply_plan (committee, NULL, edits, &n, NULL, NULL, NULL, &error), &error, TNK_ERROR_STATE, "A0001");
  tnk_plan_edits_decide_all (edits, TNK_PLAN_DECISION_STORE);
  g_assert_true (tnk_desk_apply_plan (committee, NULL, edits, &n, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Desk/plan/load", test_load);
  g_test_add_func ("/Tenken/Desk/plan/promises", test_promises);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/Desk/plan/move/%s-%s-%s-%s", steps[i].person,
                                             steps[i].department != NULL ? steps[i].department : "all", steps[i].action,
                                             tnk_action_status_to_string (steps[i].status));
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_move);
  }
  g_test_add_func ("/Tenken/Desk/plan/verify", test_verify);
  g_test_add_func ("/Tenken/Desk/plan/save", test_save);
  g_test_add_func ("/Tenken/Desk/plan/signed", test_signed);
  g_test_add_func ("/Tenken/Desk/plan/note", test_note);
  g_test_add_func ("/Tenken/Desk/plan/merge", test_merge);
  g_test_add_func ("/Tenken/Desk/plan/propose", test_propose);
  g_test_add_func ("/Tenken/Desk/plan/unfinished", test_unfinished);
  g_test_add_func ("/Tenken/Desk/plan/unfinished-earlier", test_unfinished_earlier);
  g_test_add_func ("/Tenken/Desk/plan/apply", test_apply);
  g_test_add_func ("/Tenken/Desk/plan/apply-verified", test_apply_verified);
  g_test_add_func ("/Tenken/Desk/plan/apply-stale", test_apply_stale);
  return g_test_run ();
}
