/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <string.h>

#include "tnk-plan-edits-private.h"
#include "tnk-store-plan.h"

static void
assert_no_error (GError **error)
{
  g_assert_no_error (*error);
  g_clear_error (error);
}

static guint
propose (TnkTestStore *test,
         const char *department)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) added = tnk_store_propose_actions (test->store, "2026", department, "ja", "p2", NULL, &error);

  assert_no_error (&error);
  return added != NULL ? added->len : G_MAXUINT;
}

static TnkPlan *
load (TnkTestStore *test)
{
  g_autoptr (GError) error = NULL;
  TnkPlan *plan = tnk_store_load_plan (test->store, "2026", &error);

  assert_no_error (&error);
  return plan;
}

static TnkAction *
load_copy (TnkTestStore *test,
           const char *id)
{
  g_autoptr (TnkPlan) plan = load (test);

  return tnk_action_copy (tnk_plan_lookup (plan, id));
}

#define ACTIONS "SELECT id, control_id, owner, due, priority, status, revision FROM action ORDER BY no"

static void
test_propose (void)
{
  g_auto (TnkTestStore) test = {0};

  tnk_test_store_init_answers (&test);
  g_assert_cmpuint (propose (&test, "d1"), ==, 3);
  tnk_test_store_assert_rows (test.path, ACTIONS,
                              "A0001|2.1-2.1|role:staff||1|proposed|1\n"
                              "A0002|2.1-1|role:staff||2|proposed|1\n"
                              "A0003|2.1-2.2|role:manager||1|proposed|1");
  tnk_test_store_assert_rows (test.path, "SELECT action_no, position, department_id FROM action_department", "1|0|d2\n2|0|d2\n3|0|d2");
  tnk_test_store_assert_rows (test.path,
                              "SELECT subject, detail ->> '$.by', detail ->> '$.fields.departments' FROM log WHERE kind = 'action.added' LIMIT 1",
                              "2026/A0001|p2|d2");
  g_assert_cmpuint (propose (&test, NULL), ==, 0);
  g_assert_cmpuint (propose (&test, "d1"), ==, 0);
  tnk_test_store_verify (test.store);
}

static void
test_propose_nowhere (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL, *after = NULL;

  tnk_test_store_init_answers (&test);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_refused (tnk_store_propose_actions (test.store, "2026", "d9", "ja", NULL, NULL, &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "d9");
  tnk_test_store_refused (tnk_store_propose_actions (test.store, "2031", NULL, "ja", NULL, NULL, &error) != NULL, &error, TNK_ERROR_NOT_FOUND, "2031");
  g_cancellable_cancel (cancellable);
  tnk_test_store_cancelled (tnk_store_propose_actions (test.store, "2026", NULL, "ja", NULL, cancellable, &error) != NULL, &error);
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
}

static void
set (TnkAction *action,
     TnkActionField field,
     const char *value)
{
  g_assert_true (tnk_action_set (action, field, value, NULL));
}

static TnkAction *
save (TnkTestStore *test,
      TnkAction *action)
{
  g_autoptr (GError) error = NULL;
  TnkAction *stored = tnk_store_save_action (test->store, action, "p2", NULL, &error);

  assert_no_error (&error);
  return stored;
}

static void
test_change (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAction) action = NULL, stored = NULL, again = NULL;

  tnk_test_store_init_answers (&test);
  propose (&test, NULL);
  action = load_copy (&test, "A0001");
  set (action, TNK_ACTION_FIELD_DUE, "2026-12-31");
  set (action, TNK_ACTION_FIELD_DEPARTMENTS, "d3\nd2");
  set (action, TNK_ACTION_FIELD_WHAT, "'; DROP TABLE action; --\n\"２\"");
  g_assert_true (tnk_action_add_note (action, NULL, NULL, "課で相談した", NULL));
  stored = save (&test, action);
  g_assert_cmpuint (tnk_action_get_revision (stored), ==, 2);
  again = load_copy (&test, "A0001");
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    g_assert_cmpstr (tnk_action_get (again, field), ==, tnk_action_get (action, field));
  g_assert_cmpstr (tnk_action_get_note_time (again, 0), ==, TNK_TEST_STORE_NOW);
  g_assert_cmpstr (tnk_action_get_note_writer (again, 0), ==, "p2");
  tnk_test_store_assert_rows (test.path,
                              "SELECT detail ->> '$.replaced.due', detail ->> '$.replaced.departments', detail ->> '$.revision', "
                              "detail ->> '$.replaced.owner' IS NULL FROM log WHERE kind = 'action.changed'",
                              "|d2|2|1");
  tnk_test_store_verify (test.store);
  g_clear_object (&stored);
  g_assert_finalize_object (g_steal_pointer (&again));
}

static void
test_add (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (TnkAction) action = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  plan = load (&test);
  action = tnk_action_new (tnk_plan_get_campaign (plan), tnk_catalog_lookup_control (tnk_campaign_get_catalog (tnk_plan_get_campaign (plan)), "1.1-1"));
  tnk_test_store_refused (tnk_store_save_action (test.store, action, NULL, NULL, &error) != NULL, &error, TNK_ERROR_INVALID, "what will be done");
  set (action, TNK_ACTION_FIELD_WHAT, "方針を見直す");
  tnk_test_store_refused (tnk_store_save_action (test.store, action, NULL, NULL, &error) != NULL, &error, TNK_ERROR_INVALID, "department");
  set (action, TNK_ACTION_FIELD_DEPARTMENTS, "d0");
  stored = save (&test, action);
  g_assert_cmpstr (tnk_action_get_id (stored), ==, "A0001");
  g_assert_cmpuint (tnk_action_get_revision (stored), ==, 1);
  tnk_test_store_verify (test.store);
}

/* Two people read the same revision; the second is told what the first did, and nothing is lost. */
static void
test_conflict (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAction) one = NULL, other = NULL, stored = NULL, newer = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  propose (&test, NULL);
  one = load_copy (&test, "A0002");
  other = load_copy (&test, "A0002");
  set (one, TNK_ACTION_FIELD_DUE, "2026-10-01");
  set (other, TNK_ACTION_FIELD_DUE, "2026-12-01");
  stored = save (&test, one);
  tnk_test_store_refused (tnk_store_save_action (test.store, other, "p3", &newer, &error) != NULL, &error, TNK_ERROR_STATE,
                          "due: “2026-10-01” there, “2026-12-01” here");
  g_assert_cmpstr (tnk_action_get (newer, TNK_ACTION_FIELD_DUE), ==, "2026-10-01");
  g_assert_cmpuint (tnk_action_get_revision (newer), ==, 2);
  tnk_test_store_assert_rows (test.path, "SELECT due, revision FROM action WHERE id = 'A0002'", "2026-10-01|2");
}

static void
move (TnkTestStore *test,
      TnkActionStatus status,
      const char *by,
      const char *note,
      int code,
      const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkAction) stored = tnk_store_move_action (test->store, "2026", "A0001", 0, status, by, note, &error);

  if (words != NULL)
    tnk_test_store_refused (stored != NULL, &error, code, words);
  else
    assert_no_error (&error);
}

static void
test_moves (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAction) action = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  propose (&test, NULL);
  move (&test, TNK_ACTION_STATUS_PLANNED, "p2", NULL, TNK_ERROR_INVALID, "an owner and a day");
  action = load_copy (&test, "A0001");
  set (action, TNK_ACTION_FIELD_OWNER, "person:p1");
  set (action, TNK_ACTION_FIELD_DUE, "2026-12-31");
  stored = save (&test, action);
  move (&test, TNK_ACTION_STATUS_PLANNED, "p2", NULL, 0, NULL);
  move (&test, TNK_ACTION_STATUS_VERIFIED, "p2", NULL, TNK_ERROR_STATE, "cannot become verified");
  move (&test, TNK_ACTION_STATUS_DONE, "p1", "終えた", 0, NULL);
  move (&test, TNK_ACTION_STATUS_VERIFIED, "p1", NULL, TNK_ERROR_REFUSED, "somebody else must");
  move (&test, TNK_ACTION_STATUS_VERIFIED, NULL, NULL, TNK_ERROR_REFUSED, "staff number");
  move (&test, TNK_ACTION_STATUS_VERIFIED, "p9", NULL, TNK_ERROR_NOT_FOUND, "p9");
  move (&test, TNK_ACTION_STATUS_VERIFIED, "p2", NULL, 0, NULL);
  tnk_test_store_assert_rows (test.path, "SELECT status, done_by, verified_by, revision FROM action WHERE id = 'A0001'", "verified|p1|p2|5");
  tnk_test_store_assert_rows (test.path, "SELECT position, writer, text FROM action_note", "0|p1|終えた");
  tnk_test_store_refused (tnk_store_move_action (test.store, "2026", "A0001", 3, TNK_ACTION_STATUS_UNDER_WAY, "p2", "効果がない", &error) != NULL,
                          &error, TNK_ERROR_STATE, "revision 5, yours is 3");
  tnk_test_store_refused (tnk_store_move_action (test.store, "2026", "A0099", 0, TNK_ACTION_STATUS_DONE, "p2", NULL, &error) != NULL,
                          &error, TNK_ERROR_NOT_FOUND, "A0099");
  tnk_test_store_verify (test.store);
}

static void
test_merge (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (TnkAction) action = NULL, added = NULL, merged = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_store_init_answers (&test);
  propose (&test, NULL);
  plan = load (&test);
  action = tnk_action_new (tnk_plan_get_campaign (plan), tnk_action_get_control (tnk_plan_lookup (plan, "A0001")));
  set (action, TNK_ACTION_FIELD_WHAT, "税務課でも行う");
  set (action, TNK_ACTION_FIELD_DEPARTMENTS, "d3");
  added = save (&test, action);
  merged = tnk_store_merge_actions (test.store, "2026", "A0001", tnk_action_get_id (added), "p2", &error);
  assert_no_error (&error);
  g_assert_true (tnk_action_has_department (merged, "d3"));
  g_assert_true (tnk_action_has_department (merged, "d2"));
  tnk_test_store_assert_rows (test.path, "SELECT status, revision FROM action WHERE id IN ('A0001', 'A0004') ORDER BY no", "proposed|2\nwithdrawn|2");
  tnk_test_store_refused (tnk_store_merge_actions (test.store, "2026", "A0001", "A0002", NULL, &error) != NULL, &error, TNK_ERROR_INVALID, "same control");
  tnk_test_store_verify (test.store);
}

static void
test_promises (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkPlan) plan = NULL;

  tnk_test_store_init_answers (&test);
  propose (&test, NULL);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_RETURNED, "直してください");
  {
    g_autoptr (TnkCampaign) campaign = tnk_store_load_campaign (test.store, "2026", NULL);
    TnkDuty *duty = tnk_catalog_find_duty (tnk_campaign_get_catalog (campaign), "2.1-1", "staff");
    g_autoptr (GError) error = NULL;

    g_assert_true (tnk_store_promise (test.store, "2026", "p1", duty, "2026-12", &error));
    assert_no_error (&error);
  }
  plan = load (&test);
  g_assert_cmpuint (tnk_plan_count_promises (plan, tnk_plan_lookup (plan, "A0002")), ==, 0);
  g_clear_object (&plan);
  tnk_test_store_move (&test, "p1", TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL);
  plan = load (&test);
  g_assert_cmpuint (tnk_plan_count_promises (plan, tnk_plan_lookup (plan, "A0002")), ==, 1);
  g_assert_cmpuint (tnk_plan_count_promises (plan, tnk_plan_lookup (plan, "A0001")), ==, 0);
}

/* --- meddling --- */

static const struct
{
  const char *name;
  const char *sql;
} meddlings[] = {
  {"due", "UPDATE action SET due = '2030-01-01' WHERE id = 'A0001'"},
  {"status", "UPDATE action SET status = 'verified' WHERE id = 'A0001'"},
  {"revision", "UPDATE action SET revision = 9 WHERE id = 'A0001'"},
  {"control", "UPDATE action SET control_id = '1.1-1' WHERE id = 'A0001'"},
  {"department", "UPDATE action_department SET department_id = 'd0' WHERE action_no = 1"},
  {"more-departments", "INSERT INTO action_department VALUES (1, 7, 'd0')"},
  {"note", "UPDATE action_note SET text = '何も起きていない' WHERE action_no = 1"},
  {"note-gone", "DELETE FROM action_note"},
  {"note-added", "INSERT INTO action_note VALUES (2, 0, 'x', 'y', 'z')"},
  {"gone", "DELETE FROM action_department WHERE action_no = 2; DELETE FROM action WHERE no = 2"},
  {"added", "INSERT INTO action SELECT 99, campaign_no, 'A0099', control_id, what, owner, due, priority, resources, status, done_by, verified_by, 1 FROM action WHERE no = 1"},
};

static void
test_meddling (gconstpointer data)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkAction) action = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  gint64 n, n_sheets;

  tnk_test_store_init_answers (&test);
  propose (&test, NULL);
  action = load_copy (&test, "A0001");
  g_assert_true (tnk_action_add_note (action, NULL, NULL, "始めた", NULL));
  stored = save (&test, action);
  tnk_test_store_verify (test.store);
  tnk_test_store_close (&test);
  tnk_test_store_meddle (test.path, data);
  tnk_test_store_reopen (&test);
  tnk_test_store_refused (tnk_store_verify (test.store, &n, &n_sheets, &head, NULL, &error), &error, TNK_ERROR_TAMPERED, "action");
}

/* --- what came back in a sheet --- */

static void
add_row (TnkPlanEdits *edits,
         const char *id,
         TnkActionField field,
         const char *base,
         const char *value)
{
  TnkAction *action = tnk_plan_lookup (tnk_plan_edits_get_plan (edits), id);
  g_autofree char *where = g_strdup_printf ("改善計画!%s", id);
  TnkPlanRow row = {.where = where, .action = action, .control = tnk_action_get_control (action)};
  g_autoptr (GError) error = NULL;

  row.values[field] = value;
  row.bases[field] = base;
  g_assert_true (tnk_plan_edits_add_row (edits, &row, &error));
  assert_no_error (&error);
}

static void
test_apply (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (TnkPlanEdits) edits = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  tnk_test_store_init_answers (&test);
  propose (&test, NULL);
  plan = load (&test);
  edits = tnk_plan_edits_new (plan);
  add_row (edits, "A0001", TNK_ACTION_FIELD_DUE, "", "2026-12-31");
  add_row (edits, "A0002", TNK_ACTION_FIELD_DUE, "2026-01-01", "2026-11-30");
  tnk_test_store_refused (tnk_store_apply_plan (test.store, edits, "p2", &n, NULL, NULL, NULL, &error), &error, TNK_ERROR_STATE, "decide");
  tnk_plan_edits_decide_all (edits, TNK_PLAN_DECISION_STORE);
  g_assert_true (tnk_store_apply_plan (test.store, edits, "p2", &n, NULL, NULL, NULL, &error));
  assert_no_error (&error);
  g_assert_cmpuint (n, ==, 1);
  tnk_test_store_assert_rows (test.path, "SELECT id, due, revision FROM action ORDER BY no", "A0001|2026-12-31|2\nA0002||1\nA0003||1");
  /* the same edits a second time: the plan is another one by now */
  tnk_test_store_refused (tnk_store_apply_plan (test.store, edits, "p2", &n, NULL, NULL, NULL, &error), &error, TNK_ERROR_STATE, "read the sheet again");
  tnk_test_store_verify (test.store);
}

/* Every one or none. */
static void
test_apply_none (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (TnkPlanEdits) edits = NULL;
  g_autoptr (TnkAction) other = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = NULL, *after = NULL;
  guint n = 7;

  tnk_test_store_init_answers (&test);
  propose (&test, NULL);
  plan = load (&test);
  edits = tnk_plan_edits_new (plan);
  add_row (edits, "A0001", TNK_ACTION_FIELD_DUE, "", "2026-12-31");
  add_row (edits, "A0002", TNK_ACTION_FIELD_DUE, "", "2026-12-31");
  tnk_test_store_cancelled (tnk_store_apply_plan (test.store, edits, "p2", &n, tnk_test_store_cancel_cb, cancellable, cancellable, &error), &error);
  other = load_copy (&test, "A0002");
  set (other, TNK_ACTION_FIELD_PRIORITY, "3");
  stored = save (&test, other);
  before = tnk_test_store_dump (test.path);
  tnk_test_store_refused (tnk_store_apply_plan (test.store, edits, "p2", &n, NULL, NULL, NULL, &error), &error, TNK_ERROR_STATE, "A0002");
  after = tnk_test_store_dump (test.path);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (n, ==, 7);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Store/plan/propose", test_propose);
  g_test_add_func ("/Tenken/Store/plan/propose-nowhere", test_propose_nowhere);
  g_test_add_func ("/Tenken/Store/plan/change", test_change);
  g_test_add_func ("/Tenken/Store/plan/add", test_add);
  g_test_add_func ("/Tenken/Store/plan/conflict", test_conflict);
  g_test_add_func ("/Tenken/Store/plan/moves", test_moves);
  g_test_add_func ("/Tenken/Store/plan/merge", test_merge);
  g_test_add_func ("/Tenken/Store/plan/promises", test_promises);
  for (guint i = 0; i < G_N_ELEMENTS (meddlings); i++) {
    g_autofree char *path = g_strdup_printf ("/Tenken/Store/plan/meddling/%s", meddlings[i].name);
    g_test_add_data_func (path, meddlings[i].sql, test_meddling);
  }
  g_test_add_func ("/Tenken/Store/plan/apply", test_apply);
  g_test_add_func ("/Tenken/Store/plan/apply-none", test_apply_none);
  return g_test_run ();
}
