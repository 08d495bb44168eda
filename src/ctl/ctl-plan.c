/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-plan.h"
#include "ctl-table.h"

static char *by, *control, *department, *departments, *due, *note, *owner, *priority, *resources, *status, *what;
static gboolean overdue = FALSE;
static int revision = 0;

#define BY_ENTRY \
  { \
    "by", 0, 0, G_OPTION_ARG_STRING, &by, "The staff number of who does it", "PERSON" \
  }
#define NOTE_ENTRY \
  { \
    "note", 0, 0, G_OPTION_ARG_STRING, &note, "A progress note", "TEXT" \
  }
#define REVISION_ENTRY \
  { \
    "revision", 0, 0, G_OPTION_ARG_INT, &revision, "Refuse if the action was changed since this revision", "N" \
  }
#define FIELD_ENTRIES \
  {"departments", 0, 0, G_OPTION_ARG_STRING, &departments, "The departments, joined by ;", "IDS"}, \
    {"what", 0, 0, G_OPTION_ARG_STRING, &what, "What will be done", "TEXT"}, \
    {"owner", 0, 0, G_OPTION_ARG_STRING, &owner, "Who answers for it: role:ID or person:NUMBER", "OWNER"}, \
    {"due", 0, 0, G_OPTION_ARG_STRING, &due, "Until when", "DATE"}, \
    {"priority", 0, 0, G_OPTION_ARG_STRING, &priority, "1 (high), 2 or 3", "N"}, \
  { \
    "resources", 0, 0, G_OPTION_ARG_STRING, &resources, "What it takes", "TEXT" \
  }

static char *
join_lines (const char *lines)
{
  g_auto (GStrv) parts = g_strsplit (lines, "\n", -1);

  return g_strjoinv (";", parts);
}

/* --- listing --- */

static const char *const all_columns[] = {"id", "control", "clause", "title", "departments", "what", "owner", "due", "priority", "resources",
                                          "status", "overdue", "done_by", "verified_by", "promises", "notes", "revision", NULL};

static void
add_full_row (CtlCall *call,
              CtlTable *table,
              TnkPlan *plan,
              TnkAction *action,
              const char *today)
{
  TnkControl *about = tnk_action_get_control (action);
  g_autofree char *joined = join_lines (tnk_action_get (action, TNK_ACTION_FIELD_DEPARTMENTS));

  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_action_get_id (action));
  ctl_table_add_text (table, tnk_control_get_id (about));
  ctl_table_add_text (table, tnk_control_get_clause (about));
  ctl_table_add_text (table, ctl_text (call, tnk_control_get_title (about)));
  ctl_table_add_text (table, joined);
  ctl_table_add_text (table, tnk_action_get (action, TNK_ACTION_FIELD_WHAT));
  ctl_table_add_text (table, tnk_action_get (action, TNK_ACTION_FIELD_OWNER));
  ctl_table_add_text (table, tnk_action_get (action, TNK_ACTION_FIELD_DUE));
  ctl_table_add_int (table, tnk_action_get_priority (action));
  ctl_table_add_text (table, tnk_action_get (action, TNK_ACTION_FIELD_RESOURCES));
  ctl_table_add_text (table, tnk_action_get (action, TNK_ACTION_FIELD_STATUS));
  ctl_table_add_text (table, tnk_action_is_overdue (action, today) ? "yes" : "no");
  ctl_table_add_text (table, tnk_action_get (action, TNK_ACTION_FIELD_DONE_BY));
  ctl_table_add_text (table, tnk_action_get (action, TNK_ACTION_FIELD_VERIFIED_BY));
  ctl_table_add_int (table, tnk_plan_count_promises (plan, action));
  ctl_table_add_int (table, tnk_action_get_n_notes (action));
  ctl_table_add_int (table, tnk_action_get_revision (action));
}

/* For people: what fits on a line. */
static void
add_short_row (CtlCall *call,
               CtlTable *table,
               TnkAction *action,
               const char *today)
{
  g_autofree char *joined = join_lines (tnk_action_get (action, TNK_ACTION_FIELD_DEPARTMENTS));
  g_autofree char *shown = g_strdup_printf ("%s%s", tnk_action_status_get_label (tnk_action_get_status (action), call->language),
                                            !tnk_action_is_overdue (action, today)    ? ""
                                            : g_str_has_prefix (call->language, "en") ? " (overdue)"
                                                                                      : "（期限超過）");

  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_action_get_id (action));
  ctl_table_add_text (table, tnk_control_get_clause (tnk_action_get_control (action)));
  ctl_table_add_text (table, joined);
  ctl_table_add_text (table, tnk_action_get (action, TNK_ACTION_FIELD_WHAT));
  ctl_table_add_text (table, tnk_action_get (action, TNK_ACTION_FIELD_OWNER));
  ctl_table_add_text (table, tnk_action_get (action, TNK_ACTION_FIELD_DUE));
  ctl_table_add_int (table, tnk_action_get_priority (action));
  ctl_table_add_text (table, shown);
}

static void
print_actions (CtlCall *call,
               TnkPlan *plan,
               GPtrArray *actions,
               const char *today)
{
  static const char *const columns[] = {"id", "clause", "departments", "what", "owner", "due", "priority", "status", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (call->format == CTL_FORMAT_TABLE ? columns : all_columns);

  for (guint i = 0; i < actions->len; i++)
    if (call->format == CTL_FORMAT_TABLE)
      add_short_row (call, table, g_ptr_array_index (actions, i), today);
    else
      add_full_row (call, table, plan, g_ptr_array_index (actions, i), today);
  ctl_table_print (table, call->format);
}

/* Finds the department asked for; -1 where none was. */
gboolean
ctl_find_department (TnkBody *body,
                     const char *campaign,
                     const char *id,
                     int *index,
                     GError **error)
{
  TnkDepartment *entry = id != NULL ? tnk_body_lookup_department (body, id) : NULL;

  *index = entry != NULL ? (int) tnk_department_get_index (entry) : -1;
  if (id == NULL || entry != NULL)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign “%s” has no department “%s”", campaign, id);
  return FALSE;
}

static int
run_list (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "Only actions about a department, or one below it", "ID"},
    {"status", 0, 0, G_OPTION_ARG_STRING, &status, "Only those that far: proposed, planned, under_way, done, verified or withdrawn", "STATUS"},
    {"owner", 0, 0, G_OPTION_ARG_STRING, &owner, "Only those of an owner: role:ID or person:NUMBER", "OWNER"},
    {"overdue", 0, 0, G_OPTION_ARG_NONE, &overdue, "Only those that are late", NULL},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  TnkActionStatus wanted = TNK_ACTION_STATUS_PROPOSED;
  int index, result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (status != NULL && !tnk_action_status_from_string (status, &wanted))
    return ctl_usage (call, "--status=%s is not known; use proposed, planned, under_way, done, verified or withdrawn", status);
  store = ctl_open_store (ctl_argument (call, 0), &error);
  plan = store != NULL ? tnk_store_load_plan (store, ctl_argument (call, 1), &error) : NULL;
  if (plan == NULL || !ctl_find_department (tnk_plan_get_body (plan), ctl_argument (call, 1), department, &index, &error))
    return ctl_fail (error);
  today = tnk_store_dup_today (store);
  actions = tnk_plan_list (plan, index, status != NULL ? 1u << wanted : TNK_PLAN_ANY_STATUS, owner, overdue ? today : NULL);
  print_actions (call, plan, actions, today);
  return CTL_DONE;
}

/* --- changing --- */

static int
run_propose (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "Only gaps of a department and those below it", "ID"},
    BY_ENTRY,
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  added = store != NULL ? tnk_store_propose_actions (store, ctl_argument (call, 1), department, call->language, by, NULL, &error) : NULL;
  if (added == NULL)
    return ctl_fail (error);
  g_print ("%u actions were proposed\n", added->len);
  return CTL_DONE;
}

/* Sets what the options say. The first fault ends it. */
static gboolean
set_fields (TnkAction *action,
            GError **error)
{
  g_autofree char *lines = g_strdelimit (g_strdup (departments != NULL ? departments : ""), ";", '\n');
  const struct
  {
    TnkActionField field;
    const char *value;
  } values[] = {
    {TNK_ACTION_FIELD_DEPARTMENTS, departments != NULL ? lines : NULL},
    {TNK_ACTION_FIELD_WHAT, what},
    {TNK_ACTION_FIELD_OWNER, owner},
    {TNK_ACTION_FIELD_DUE, due},
    {TNK_ACTION_FIELD_PRIORITY, priority},
    {TNK_ACTION_FIELD_RESOURCES, resources},
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].value != NULL && !tnk_action_set (action, values[i].field, values[i].value, error))
      return FALSE;
  return note == NULL || tnk_action_add_note (action, NULL, by, note, error);
}

static int
report_stored (TnkAction *stored,
               GError *error)
{
  if (stored == NULL)
    return ctl_fail (error);
  g_print ("%s: %s, revision %u\n", tnk_action_get_id (stored), tnk_action_get (stored, TNK_ACTION_FIELD_STATUS), tnk_action_get_revision (stored));
  return CTL_DONE;
}

static TnkAction *
make_action (TnkPlan *plan,
             GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_plan_get_campaign (plan));
  TnkControl *entry = tnk_catalog_lookup_control (catalog, control);

  if (entry != NULL)
    return tnk_action_new (tnk_plan_get_campaign (plan), entry);
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the catalog “%s” has no control “%s”", tnk_catalog_get_id (catalog), control);
  return NULL;
}

static int
run_add (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"control", 0, 0, G_OPTION_ARG_STRING, &control, "The control that is not fully kept", "ID"},
    FIELD_ENTRIES,
    NOTE_ENTRY,
    BY_ENTRY,
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (TnkAction) action = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (control == NULL || departments == NULL || what == NULL)
    return ctl_usage (call, "--control, --departments and --what are needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  plan = store != NULL ? tnk_store_load_plan (store, ctl_argument (call, 1), &error) : NULL;
  action = plan != NULL ? make_action (plan, &error) : NULL;
  if (action != NULL && set_fields (action, &error))
    stored = tnk_store_save_action (store, action, by, NULL, &error);
  return report_stored (stored, error);
}

/* A copy to be changed, if it is still the revision that the caller saw. */
static TnkAction *
take_copy (TnkPlan *plan,
           const char *id,
           GError **error)
{
  TnkAction *action = tnk_plan_lookup (plan, id);

  if (action == NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the plan has no action “%s”; see “tenkenctl plan list”", id);
  else if (revision != 0 && tnk_action_get_revision (action) != (guint) revision)
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "somebody changed the action “%s” in the meantime (revision %u, yours is %d)", id,
                 tnk_action_get_revision (action), revision);
  else
    return tnk_action_copy (action);
  return NULL;
}

static int
run_change (CtlCall *call)
{
  const GOptionEntry entries[] = {
    FIELD_ENTRIES,
    NOTE_ENTRY,
    REVISION_ENTRY,
    BY_ENTRY,
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (TnkAction) action = NULL, stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 3, 3);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  plan = store != NULL ? tnk_store_load_plan (store, ctl_argument (call, 1), &error) : NULL;
  action = plan != NULL ? take_copy (plan, ctl_argument (call, 2), &error) : NULL;
  if (action != NULL && set_fields (action, &error))
    stored = tnk_store_save_action (store, action, by, NULL, &error);
  return report_stored (stored, error);
}

static int
run_move (CtlCall *call)
{
  const GOptionEntry entries[] = {
    NOTE_ENTRY,
    REVISION_ENTRY,
    BY_ENTRY,
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAction) stored = NULL;
  g_autoptr (GError) error = NULL;
  TnkActionStatus wanted;
  int result = ctl_parse (call, entries, 4, 4);

  if (result != CTL_DONE)
    return result;
  if (!tnk_action_status_from_string (ctl_argument (call, 3), &wanted))
    return ctl_usage (call, "“%s” is no status; use proposed, planned, under_way, done, verified or withdrawn", ctl_argument (call, 3));
  if (revision < 0)
    return ctl_usage (call, "--revision=%d is not one; revisions count from 1", revision);
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store != NULL)
    stored = tnk_store_move_action (store, ctl_argument (call, 1), ctl_argument (call, 2), revision, wanted, by, note, &error);
  return report_stored (stored, error);
}

static int
run_merge (CtlCall *call)
{
  const GOptionEntry entries[] = {
    BY_ENTRY,
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkAction) stored = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 4, 4);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store != NULL)
    stored = tnk_store_merge_actions (store, ctl_argument (call, 1), ctl_argument (call, 2), ctl_argument (call, 3), by, &error);
  return report_stored (stored, error);
}

const CtlCommand ctl_plan_commands[] = {
  {"plan list", "STORE ID [--department=D] [--status=STATUS] [--owner=OWNER] [--overdue] [OPTION…]", "Print the improvement plan", run_list},
  {"plan propose", "STORE ID [--department=D] [--by=P]", "Put proposals made from the gaps into the plan", run_propose},
  {"plan add", "STORE ID --control=C --departments=IDS --what=TEXT [OPTION…]", "Add an action", run_add},
  {"plan change", "STORE ID ACTION [--what=TEXT] [--owner=OWNER] [--due=DATE] [OPTION…]", "Change an action", run_change},
  {"plan move", "STORE ID ACTION STATUS [--by=P] [--note=TEXT] [--revision=N]", "Take an action a step further or back", run_move},
  {"plan merge", "STORE ID ACTION OTHER [--by=P]", "Merge two actions about the same control", run_merge},
  {NULL}};
