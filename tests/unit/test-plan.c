/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-plan-edits-private.h"

/* Two managers and three staff; d3 lies below d2, all below d0. */
#define DEPARTMENTS "department_id,name,parent_id\nd0,市,\nd1,総務課,d0\nd2,税務部,d0\nd3,税務課,d2\n"
#define PEOPLE \
  "person_id,name,department_id,roles\n" \
  "m1,課長一,d1,manager;staff\n" \
  "m3,課長三,d3,manager\n" \
  "s1,職員一,d1,staff\n" \
  "s2,職員二,d2,staff\n" \
  "c0,責任者,d0,ciso\n"

static TnkPlan *
sample (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *departments = tnk_test_write (dir, "d.csv", DEPARTMENTS, -1);
  g_autofree char *people = tnk_test_write (dir, "p.csv", PEOPLE, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkBody) roster = tnk_body_read_roster (departments, people, NULL, NULL, &error);
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);

  g_assert_no_error (error);
  return tnk_plan_new (campaign, roster, roster);
}

static void
set (TnkAction *action,
     TnkActionField field,
     const char *value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_action_set (action, field, value, &error));
  g_assert_no_error (error);
}

static TnkAction *
make (TnkPlan *plan,
      const char *departments,
      const char *owner,
      const char *status)
{
  TnkCampaign *campaign = tnk_plan_get_campaign (plan);
  TnkAction *action = tnk_action_new (campaign, tnk_catalog_lookup_control (tnk_campaign_get_catalog (campaign), "2.1-1"));

  set (action, TNK_ACTION_FIELD_DEPARTMENTS, departments);
  set (action, TNK_ACTION_FIELD_WHAT, "画面を閉じる設定");
  set (action, TNK_ACTION_FIELD_OWNER, owner);
  set (action, TNK_ACTION_FIELD_DUE, "2026-12-31");
  set (action, TNK_ACTION_FIELD_STATUS, status);
  return action;
}

/* --- who may verify --- */

typedef struct
{
  const char *departments;
  const char *owner;
  const char *done_by;
  const char *verifier;
  int code; /* -1: may */
} Verifying;

static const Verifying verifyings[] = {
  {"d1", "person:s1", "", "s1", TNK_ERROR_REFUSED},
  {"d1", "person:s1", "", "m1", -1},
  {"d1", "person:s1", "m1", "m1", TNK_ERROR_REFUSED}, /* who reported it done */
  {"d1", "person:s1", "", "", TNK_ERROR_REFUSED},
  {"d1", "person:s1", "", "nobody", TNK_ERROR_NOT_FOUND},
  {"d1", "role:manager", "", "m1", TNK_ERROR_REFUSED},
  {"d1", "role:manager", "", "m3", -1}, /* a manager of another department */
  {"d1\nd3", "role:manager", "", "m3", TNK_ERROR_REFUSED},
  {"d2", "role:manager", "", "m3", TNK_ERROR_REFUSED}, /* d3 lies below d2 */
  {"d1", "role:ciso", "", "c0", TNK_ERROR_REFUSED}, /* nobody in d1 is one, so all are owners */
  {"d1", "role:ciso", "", "m1", -1},
  {"d1", "role:staff", "", "m1", TNK_ERROR_REFUSED},
  {"d1", "role:staff", "", "s2", -1},
};

static void
test_verifying (gconstpointer data)
{
  const Verifying *row = data;
  g_autoptr (TnkPlan) plan = sample ();
  g_autoptr (TnkAction) before = make (plan, row->departments, row->owner, "done");
  g_autoptr (TnkAction) action = NULL;
  g_autoptr (GError) error = NULL;

  set (before, TNK_ACTION_FIELD_DONE_BY, row->done_by);
  action = tnk_action_copy (before);
  g_assert_true (tnk_action_move (action, TNK_ACTION_STATUS_VERIFIED, row->verifier, NULL));
  g_assert_cmpint (tnk_plan_check (plan, action, before, &error), ==, row->code < 0);
  if (row->code < 0)
    g_assert_no_error (error);
  else
    g_assert_error (error, TNK_ERROR, row->code);
}

/* Nobody becomes somebody else by handing over at the same moment. */
static void
test_hand_over (void)
{
  g_autoptr (TnkPlan) plan = sample ();
  g_autoptr (TnkAction) before = make (plan, "d1", "person:s1", "done");
  g_autoptr (TnkAction) action = tnk_action_copy (before);
  g_autoptr (GError) error = NULL;

  set (action, TNK_ACTION_FIELD_OWNER, "person:m1");
  g_assert_false (tnk_plan_check (plan, action, before, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_STATE);
  g_clear_error (&error);
  g_assert_true (tnk_action_move (action, TNK_ACTION_STATUS_VERIFIED, "s1", NULL));
  g_assert_false (tnk_plan_check (plan, action, before, &error));
}

static void
assert_refused (TnkPlan *plan,
                TnkAction *action,
                TnkAction *before,
                int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_plan_check (plan, action, before, &error));
  g_assert_error (error, TNK_ERROR, code);
}

static void
test_content (void)
{
  g_autoptr (TnkPlan) plan = sample ();
  g_autoptr (TnkAction) good = make (plan, "d1", "", "proposed");
  g_autoptr (TnkAction) nowhere = make (plan, "d9", "", "proposed");
  g_autoptr (TnkAction) unowned = make (plan, "d1", "", "planned");
  g_autoptr (TnkAction) stranger = make (plan, "d1", "person:x", "proposed");
  g_autoptr (TnkAction) undated = make (plan, "d1", "role:staff", "planned");
  g_autoptr (TnkAction) done = make (plan, "d1", "role:staff", "done");
  g_autoptr (TnkAction) marked = make (plan, "d1", "role:staff", "planned");

  set (undated, TNK_ACTION_FIELD_DUE, "");
  set (marked, TNK_ACTION_FIELD_VERIFIED_BY, "c0");
  g_assert_true (tnk_plan_check (plan, good, NULL, NULL));
  assert_refused (plan, nowhere, NULL, TNK_ERROR_NOT_FOUND);
  assert_refused (plan, unowned, NULL, TNK_ERROR_INVALID);
  assert_refused (plan, stranger, NULL, TNK_ERROR_NOT_FOUND);
  assert_refused (plan, undated, NULL, TNK_ERROR_INVALID);
  assert_refused (plan, done, NULL, TNK_ERROR_STATE);
  assert_refused (plan, marked, NULL, TNK_ERROR_INVALID);
  /* who left since stays in what is not touched */
  g_assert_true (tnk_plan_check (plan, stranger, stranger, NULL));
}

static void
test_reasons (void)
{
  static const char *const moves[][2] = {{"planned", "withdrawn"}, {"done", "under_way"}, {"verified", "under_way"}, {"withdrawn", "proposed"}};
  g_autoptr (TnkPlan) plan = sample ();

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++) {
    g_autoptr (TnkAction) before = make (plan, "d1", "role:staff", moves[i][0]);
    g_autoptr (TnkAction) action = tnk_action_copy (before);
    TnkActionStatus status;

    g_assert_true (tnk_action_status_from_string (moves[i][1], &status));
    g_assert_true (tnk_action_move (action, status, NULL, NULL));
    assert_refused (plan, action, before, TNK_ERROR_INVALID);
    g_assert_true (tnk_action_add_note (action, NULL, NULL, "理由", NULL));
    g_assert_true (tnk_plan_check (plan, action, before, NULL));
  }
}

/* --- lists --- */

static char *
list (TnkPlan *plan,
      int department,
      guint statuses,
      const char *owner,
      const char *overdue_on)
{
  g_autoptr (GPtrArray) found = tnk_plan_list (plan, department, statuses, owner, overdue_on);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++)
    for (guint k = 0; k < tnk_plan_get_n_actions (plan); k++)
      if (tnk_plan_get_action (plan, k) == g_ptr_array_index (found, i))
        g_string_append_printf (text, "%u", k);
  return g_string_free (text, FALSE);
}

static void
assert_list (TnkPlan *plan,
             int department,
             guint statuses,
             const char *owner,
             const char *overdue_on,
             const char *expected)
{
  g_autofree char *found = list (plan, department, statuses, owner, overdue_on);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_lists (void)
{
  static const char *const rows[][3] = {{"d1", "role:staff", "proposed"}, {"d3", "person:s1", "planned"}, {"d0\nd1", "role:ciso", "done"}};
  g_autoptr (TnkPlan) plan = sample ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TnkAction) action = make (plan, rows[i][0], rows[i][1], rows[i][2]);
    tnk_plan_add (plan, action);
  }
  assert_list (plan, -1, TNK_PLAN_ANY_STATUS, NULL, NULL, "012");
  assert_list (plan, 0, TNK_PLAN_ANY_STATUS, NULL, NULL, "012");
  assert_list (plan, 1, TNK_PLAN_ANY_STATUS, NULL, NULL, "02");
  assert_list (plan, 2, TNK_PLAN_ANY_STATUS, NULL, NULL, "1");
  assert_list (plan, 3, TNK_PLAN_ANY_STATUS, NULL, NULL, "1");
  assert_list (plan, -1, 1u << TNK_ACTION_STATUS_DONE, NULL, NULL, "2");
  assert_list (plan, -1, TNK_PLAN_ANY_STATUS, "person:s1", NULL, "1");
  assert_list (plan, -1, TNK_PLAN_ANY_STATUS, NULL, "2027-01-01", "01");
  assert_list (plan, -1, TNK_PLAN_ANY_STATUS, NULL, "2026-12-31", "");
  g_assert_cmpuint (tnk_plan_count_overdue (plan, 2, "2027-01-01"), ==, 1);
}

static void
test_promises (void)
{
  g_autoptr (TnkPlan) plan = sample ();
  g_autoptr (TnkAction) action = make (plan, "d1\nd3", "", "proposed");
  TnkControl *control = tnk_action_get_control (action);
  TnkControl *other = tnk_catalog_lookup_control (tnk_campaign_get_catalog (tnk_plan_get_campaign (plan)), "1.1-1");

  tnk_plan_add_promises (plan, 1, control, 2);
  tnk_plan_add_promises (plan, 1, control, 1);
  tnk_plan_add_promises (plan, 3, control, 4);
  tnk_plan_add_promises (plan, 2, control, 8);
  tnk_plan_add_promises (plan, 1, other, 16);
  g_assert_cmpuint (tnk_plan_count_promises (plan, action), ==, 7);
}

/* --- proposals --- */

static TnkTally *
tally_of (TnkPlan *plan)
{
  TnkTally *tally = tnk_tally_new (tnk_plan_get_campaign (plan), tnk_plan_get_body (plan));

  tnk_test_add_people (tally, 0, "ciso", 1, 1);
  tnk_test_add_people (tally, 1, "staff", 2, 2);
  tnk_test_add_people (tally, 3, "staff", 1, 1);
  tnk_test_add_answers (tally, 0, "1.1-1", "ciso", PARTIAL, 1);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", NOT_IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 3, "2.1-1", "staff", IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 3, "1.1-2", "staff", PARTIAL, 1);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", PARTIAL, 1);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", IMPLEMENTED, 1);
  return tally;
}

static char *
describe (GPtrArray *actions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++) {
    TnkAction *action = g_ptr_array_index (actions, i);
    g_autofree char *departments = g_strjoinv ("+", (GStrv) tnk_action_get_departments (action));

    g_string_append_printf (text, "%s%s %s %s %s", i > 0 ? ", " : "", tnk_control_get_id (tnk_action_get_control (action)), departments,
                            tnk_action_get (action, TNK_ACTION_FIELD_OWNER), tnk_action_get (action, TNK_ACTION_FIELD_PRIORITY));
  }
  return g_string_free (text, FALSE);
}

static void
assert_proposals (TnkPlan *plan,
                  TnkTally *tally,
                  int department,
                  const char *expected)
{
  g_autoptr (GPtrArray) proposals = tnk_plan_propose (plan, tally, department, "ja");
  g_autofree char *found = describe (proposals);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_proposals (void)
{
  g_autoptr (TnkPlan) plan = sample ();
  g_autoptr (TnkTally) tally = tally_of (plan);
  g_autoptr (TnkAction) known = make (plan, "d1", "role:staff", "withdrawn");
  g_autoptr (GPtrArray) proposals = tnk_plan_propose (plan, tally, -1, "ja");
  g_autoptr (GPtrArray) english = tnk_plan_propose (plan, tally, -1, "en");

  /* 1.1-1 is critical; of 2.1-1 a third is missing; of 1.1-2 a third too, in two departments */
  assert_proposals (plan, tally, -1, "1.1-1 d0 role:ciso 1, 1.1-2 d1+d3 role:staff 2, 2.1-1 d1 role:staff 2");
  assert_proposals (plan, tally, 3, "1.1-2 d3 role:staff 1");
  g_assert_cmpstr (tnk_action_get (g_ptr_array_index (proposals, 2), TNK_ACTION_FIELD_WHAT), ==, "自動で閉じる設定にする。");
  g_assert_cmpstr (tnk_action_get (g_ptr_array_index (english, 2), TNK_ACTION_FIELD_WHAT), ==, "Set the screen to lock by itself.");
  for (guint i = 0; i < proposals->len; i++)
    g_assert_true (tnk_plan_check (plan, g_ptr_array_index (proposals, i), NULL, NULL));
  /* nothing that is there is doubled, whatever became of it */
  tnk_plan_add (plan, known);
  assert_proposals (plan, tally, -1, "1.1-1 d0 role:ciso 1, 1.1-2 d1+d3 role:staff 2");
}

/* --- what comes back --- */

static TnkPlanEdits *
read_row (TnkPlan *plan,
          TnkAction *action,
          TnkActionField field,
          const char *base,
          const char *value,
          GError **error)
{
  TnkPlanEdits *edits = tnk_plan_edits_new (plan);
  TnkPlanRow row = {.where = "行7", .action = action, .control = tnk_action_get_control (action)};

  row.values[field] = value;
  row.bases[field] = base;
  tnk_plan_edits_add_row (edits, &row, error);
  return edits;
}

typedef struct
{
  const char *stored;
  const char *base;
  const char *value;
  guint n_edits;
  gboolean conflict;
} Merge;

/* Who changed what since the sheet was written. */
static const Merge merges[] = {
  {"2026-10-01", "2026-10-01", "2026-10-01", 0, FALSE}, /* nobody */
  {"2026-10-01", "2026-10-01", "2026-11-01", 1, FALSE}, /* the sheet */
  {"2026-12-01", "2026-10-01", "2026-10-01", 0, FALSE}, /* the plan: an old sheet undoes nothing */
  {"2026-12-01", "2026-10-01", "2026-12-01", 0, FALSE}, /* both, to the same */
  {"2026-12-01", "2026-10-01", "2026-11-01", 1, TRUE}, /* both */
  {"2026-12-01", NULL, "2026-11-01", 1, TRUE}, /* not known */
  {"2026-12-01", NULL, "2026-12-01", 0, FALSE},
};

static void
test_merge (gconstpointer data)
{
  const Merge *merge = data;
  g_autoptr (TnkPlan) plan = sample ();
  g_autoptr (TnkAction) action = make (plan, "d1", "role:staff", "planned");
  g_autoptr (TnkPlanEdits) edits = NULL;
  g_autoptr (TnkAction) result = NULL;
  TnkPlanEdit *edit;

  set (action, TNK_ACTION_FIELD_DUE, merge->stored);
  edits = read_row (plan, action, TNK_ACTION_FIELD_DUE, merge->base, merge->value, NULL);
  g_assert_cmpuint (tnk_plan_edits_get_n_edits (edits), ==, merge->n_edits);
  g_assert_cmpuint (tnk_plan_edits_count_conflicts (edits), ==, merge->conflict);
  g_assert_cmpuint (tnk_plan_edits_count_undecided (edits), ==, merge->conflict);
  if (merge->n_edits == 0)
    return;
  edit = tnk_plan_edits_get_edit (edits, 0);
  g_assert_cmpstr (tnk_plan_edit_get_new (edit, 0), ==, merge->value);
  g_assert_cmpstr (tnk_plan_edit_get_stored (edit, 0), ==, merge->stored);
  tnk_plan_edits_decide_all (edits, TNK_PLAN_DECISION_STORE);
  g_assert_cmpuint (tnk_plan_edits_count_undecided (edits), ==, 0);
  result = tnk_plan_edit_make_action (edit, NULL);
  g_assert_cmpstr (tnk_action_get (result, TNK_ACTION_FIELD_DUE), ==, merge->conflict ? merge->stored : merge->value);
  g_clear_object (&result);
  tnk_plan_edits_decide_all (edits, TNK_PLAN_DECISION_SHEET);
  result = tnk_plan_edit_make_action (edit, NULL);
  g_assert_cmpstr (tnk_action_get (result, TNK_ACTION_FIELD_DUE), ==, merge->value);
}

static void
test_department_order (void)
{
  g_autoptr (TnkPlan) plan = sample ();
  g_autoptr (TnkAction) action = make (plan, "d1\nd3", "role:staff", "planned");
  g_autoptr (TnkPlanEdits) same = read_row (plan, action, TNK_ACTION_FIELD_DEPARTMENTS, "d1\nd3", "d3\nd1", NULL);
  g_autoptr (TnkPlanEdits) more = read_row (plan, action, TNK_ACTION_FIELD_DEPARTMENTS, "d1\nd3", "d3\nd1\nd2", NULL);

  g_assert_cmpuint (tnk_plan_edits_get_n_edits (same), ==, 0);
  g_assert_cmpuint (tnk_plan_edits_get_n_edits (more), ==, 1);
}

/* A row whose outcome cannot stand is told of at once. */
static void
test_bad_rows (void)
{
  g_autoptr (TnkPlan) plan = sample ();
  g_autoptr (TnkAction) action = make (plan, "d1", "role:staff", "planned");
  g_autoptr (TnkPlanEdits) edits = NULL;
  g_autoptr (GError) error = NULL;

  edits = read_row (plan, action, TNK_ACTION_FIELD_STATUS, "planned", "verified", &error);
  g_assert_error (error, TNK_ERROR, TNK_ERROR_STATE);
  g_clear_error (&error);
  g_clear_object (&edits);
  edits = read_row (plan, action, TNK_ACTION_FIELD_VERIFIED_BY, "", "c0", &error);
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_cmpuint (tnk_plan_edits_get_n_edits (edits), ==, 0);
}

static void
test_new_row (void)
{
  g_autoptr (TnkPlan) plan = sample ();
  g_autoptr (TnkAction) model = make (plan, "d1", "role:staff", "planned");
  g_autoptr (TnkPlanEdits) edits = tnk_plan_edits_new (plan);
  TnkPlanRow row = {.where = "行9", .control = tnk_action_get_control (model), .note = "追加"};
  g_autoptr (TnkAction) action = NULL;
  g_autoptr (GError) error = NULL;

  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    row.values[field] = tnk_action_get (model, field);
  g_assert_true (tnk_plan_edits_add_row (edits, &row, &error));
  g_assert_no_error (error);
  action = tnk_plan_edit_make_action (tnk_plan_edits_get_edit (edits, 0), &error);
  g_assert_no_error (error);
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    g_assert_cmpstr (tnk_action_get (action, field), ==, tnk_action_get (model, field));
  g_assert_cmpstr (tnk_action_get_note_text (action, 0), ==, "追加");
  g_clear_object (&action);
  g_assert_finalize_object (g_steal_pointer (&edits));
  g_assert_finalize_object (g_steal_pointer (&model));
  g_assert_finalize_object (g_steal_pointer (&plan));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (verifyings); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/Plan/verifying/%u-%s-%s", i, verifyings[i].owner, verifyings[i].verifier);
    g_test_add_data_func (path, &verifyings[i], test_verifying);
  }
  g_test_add_func ("/Tenken/Plan/hand-over", test_hand_over);
  g_test_add_func ("/Tenken/Plan/content", test_content);
  g_test_add_func ("/Tenken/Plan/reasons", test_reasons);
  g_test_add_func ("/Tenken/Plan/lists", test_lists);
  g_test_add_func ("/Tenken/Plan/promises", test_promises);
  g_test_add_func ("/Tenken/Plan/proposals", test_proposals);
  for (guint i = 0; i < G_N_ELEMENTS (merges); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/PlanEdits/merge/%u", i);
    g_test_add_data_func (path, &merges[i], test_merge);
  }
  g_test_add_func ("/Tenken/PlanEdits/department-order", test_department_order);
  g_test_add_func ("/Tenken/PlanEdits/bad-rows", test_bad_rows);
  g_test_add_func ("/Tenken/PlanEdits/new-row", test_new_row);
  return g_test_run ();
}
