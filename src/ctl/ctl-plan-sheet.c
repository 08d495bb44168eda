/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-plan.h"
#include "ctl-table.h"

/* The workbook of the plan, out and back in. */

static char *by, *department, *output, *prefer;
static gboolean dry_run = FALSE;

static int
run_export (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The workbook to write", "FILE.xlsx"},
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "Only actions about a department, or one below it", "ID"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  guint64 n_cells;
  int index, result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (output == NULL)
    return ctl_usage (call, "-o FILE.xlsx is needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  plan = store != NULL && ctl_check_output (store, output, &error) ? tnk_store_load_plan (store, ctl_argument (call, 1), &error) : NULL;
  if (plan == NULL || !ctl_find_department (tnk_plan_get_body (plan), ctl_argument (call, 1), department, &index, &error))
    return ctl_fail (error);
  today = tnk_store_dup_today (store);
  if (!tnk_plan_write (plan, index, tnk_store_get_body_name (store), today, output, NULL, &n_cells, &error))
    return ctl_fail (error);
  g_print ("%s: %" G_GUINT64_FORMAT " cells were written\n", output, n_cells);
  return CTL_DONE;
}

/* --- showing what a sheet changes --- */

static void
add_row (CtlTable *table,
         TnkPlanEdit *edit,
         const char *field,
         const char *old,
         const char *new,
         const char *stored,
         const char *kind)
{
  TnkAction *action = tnk_plan_edit_get_action (edit);

  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_plan_edit_get_where (edit));
  ctl_table_add_text (table, action != NULL ? tnk_action_get_id (action) : NULL);
  ctl_table_add_text (table, tnk_control_get_id (tnk_plan_edit_get_control (edit)));
  ctl_table_add_text (table, field);
  ctl_table_add_text (table, old);
  ctl_table_add_text (table, new);
  ctl_table_add_text (table, stored);
  ctl_table_add_text (table, kind);
}

static const char *
kind_of (TnkPlanEdit *edit,
         guint position)
{
  if (tnk_plan_edit_is_conflict (edit, position))
    return "conflict";
  return tnk_plan_edit_get_action (edit) != NULL ? "change" : "new";
}

static void
add_edit (CtlTable *table,
          TnkPlanEdit *edit)
{
  for (guint i = 0; i < tnk_plan_edit_get_n_fields (edit); i++)
    add_row (table, edit, tnk_action_field_to_string (tnk_plan_edit_get_field (edit, i)), tnk_plan_edit_get_old (edit, i),
             tnk_plan_edit_get_new (edit, i), tnk_plan_edit_get_stored (edit, i), kind_of (edit, i));
  if (tnk_plan_edit_get_note (edit) != NULL)
    add_row (table, edit, "note", NULL, tnk_plan_edit_get_note (edit), NULL, tnk_plan_edit_get_action (edit) != NULL ? "change" : "new");
}

/* Rows that were taken out change nothing; who took them out may think otherwise. */
static void
add_missing (CtlTable *table,
             TnkPlan *plan,
             const char *id)
{
  TnkAction *action = tnk_plan_lookup (plan, id);

  ctl_table_begin_row (table);
  ctl_table_add_text (table, NULL);
  ctl_table_add_text (table, id);
  ctl_table_add_text (table, action != NULL ? tnk_control_get_id (tnk_action_get_control (action)) : NULL);
  for (guint i = 0; i < 4; i++)
    ctl_table_add_text (table, NULL);
  ctl_table_add_text (table, "missing");
}

static void
print_edits (CtlCall *call,
             TnkPlanEdits *edits)
{
  static const char *const columns[] = {"where", "action", "control", "field", "old", "new", "store", "kind", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);
  g_autoptr (GPtrArray) missing = tnk_plan_edits_list_missing (edits);

  for (guint i = 0; i < tnk_plan_edits_get_n_edits (edits); i++)
    add_edit (table, tnk_plan_edits_get_edit (edits, i));
  for (guint i = 0; i < missing->len; i++)
    add_missing (table, tnk_plan_edits_get_plan (edits), g_ptr_array_index (missing, i));
  ctl_table_print (table, call->format);
}

/* Rows are for scripts; the sentence is for people. */
static void
print_sum (CtlCall *call,
           guint n)
{
  if (call->format == CTL_FORMAT_TABLE)
    g_print (dry_run ? "%u actions would be changed or added\n" : "%u actions were changed or added\n", n);
}

static int
fail_undecided (TnkPlanEdits *edits,
                const char *filename)
{
  g_autoptr (GError) error = NULL;

  g_set_error (&error, TNK_ERROR, TNK_ERROR_STATE,
               "%s: %u values were changed both in the sheet and in the plan, and nothing was taken in; see the list, then use --prefer=sheet or --prefer=store",
               filename, tnk_plan_edits_count_undecided (edits));
  return ctl_fail (error);
}

static int
apply (CtlCall *call,
       TnkStore *store,
       TnkPlanEdits *edits)
{
  g_autoptr (GError) error = NULL;
  guint n = tnk_plan_edits_get_n_edits (edits);

  if (prefer != NULL)
    tnk_plan_edits_decide_all (edits, g_str_equal (prefer, "sheet") ? TNK_PLAN_DECISION_SHEET : TNK_PLAN_DECISION_STORE);
  print_edits (call, edits);
  if (tnk_plan_edits_count_undecided (edits) > 0)
    return fail_undecided (edits, ctl_argument (call, 2));
  if (!dry_run && !tnk_store_apply_plan (store, edits, by, &n, ctl_progress, (gpointer) "changing the plan", NULL, &error))
    return ctl_fail (error);
  ctl_progress_end ();
  print_sum (call, n);
  return CTL_DONE;
}

static int
run_import (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, "Show what would change, and change nothing", NULL},
    {"prefer", 0, 0, G_OPTION_ARG_STRING, &prefer, "Which side wins where both were changed: sheet or store", "SIDE"},
    {"by", 0, 0, G_OPTION_ARG_STRING, &by, "The staff number of who brings the sheet back", "PERSON"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (TnkPlanEdits) edits = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 3, 3);

  if (result != CTL_DONE)
    return result;
  if (prefer != NULL && !g_str_equal (prefer, "sheet") && !g_str_equal (prefer, "store"))
    return ctl_usage (call, "--prefer=%s is not known; use sheet or store", prefer);
  store = ctl_open_store (ctl_argument (call, 0), &error);
  plan = store != NULL ? tnk_store_load_plan (store, ctl_argument (call, 1), &error) : NULL;
  if (plan == NULL)
    return ctl_fail (error);
  edits = tnk_plan_read (ctl_argument (call, 2), plan, &problems, ctl_progress, (gpointer) "reading the sheet", NULL, &error);
  ctl_progress_end ();
  return edits != NULL ? apply (call, store, edits) : ctl_fail_with_problems (problems, error);
}

const CtlCommand ctl_plan_sheet_commands[] = {
  {"export plan", "STORE ID -o FILE.xlsx [--department=D]", "Write the improvement plan as a workbook to be edited", run_export},
  {"plan import", "STORE ID FILE.xlsx [--dry-run] [--prefer=sheet|store] [--by=P] [OPTION…]", "Take an edited plan in", run_import},
  {NULL}};
