/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-table.h"

/* Who has handed in, whom to remind, and departments that are closed. */

static char *by, *department, *output, *reason;

#define DEPARTMENT_ENTRY(text) \
  { \
    "department", 0, 0, G_OPTION_ARG_STRING, &department, text, "ID" \
  }

/* --- who has handed in --- */

static void
add_department (CtlTable *table,
                TnkTurnout *turnout,
                TnkDepartment *entry)
{
  guint index = tnk_department_get_index (entry);
  TnkTurnoutCounts counts;

  tnk_turnout_count (turnout, index, &counts);
  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_department_get_id (entry));
  ctl_table_add_text (table, tnk_department_get_name (entry));
  ctl_table_add_int (table, counts.asked);
  for (guint state = 0; state < TNK_N_TURNOUT_STATES; state++)
    ctl_table_add_int (table, tnk_turnout_counts_get (&counts, state));
  ctl_table_add_text (table, tnk_turnout_is_closed (turnout, index) ? "yes" : "no");
}

static CtlTable *
list_departments (TnkTurnout *turnout)
{
  static const char *const columns[] = {"department", "name", "asked", "not_begun", "draft", "returned", "submitted", "accepted",
                                        "closed", NULL};
  CtlTable *table = ctl_table_new (columns);
  TnkBody *body = tnk_turnout_get_body (turnout);
  int top = tnk_turnout_get_department (turnout);
  guint end = top < 0 ? tnk_body_get_n_departments (body) : tnk_body_get_subtree_end (body, top);

  for (guint i = MAX (top, 0); i < end; i++)
    add_department (table, turnout, tnk_body_get_department (body, i));
  return table;
}

static CtlTable *
list_people (TnkTurnout *turnout)
{
  static const char *const columns[] = {"person", "name", "department", "state", "handed_in_at", "items", "answered", "open",
                                        "remark", NULL};
  CtlTable *table = ctl_table_new (columns);

  for (guint i = 0; i < tnk_turnout_get_n_people (turnout); i++) {
    TnkTurnoutPerson *person = tnk_turnout_get_person (turnout, i);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_turnout_person_get_id (person));
    ctl_table_add_text (table, tnk_turnout_person_get_name (person));
    ctl_table_add_text (table, tnk_department_get_id (tnk_turnout_person_get_department (person)));
    ctl_table_add_text (table, tnk_turnout_state_to_string (tnk_turnout_person_get_state (person)));
    ctl_table_add_text (table, tnk_turnout_person_get_handed_in_at (person));
    ctl_table_add_int (table, tnk_turnout_person_get_n_items (person));
    ctl_table_add_int (table, tnk_turnout_person_get_n_answered (person));
    ctl_table_add_int (table, tnk_turnout_person_get_n_open (person));
    ctl_table_add_text (table, tnk_turnout_person_get_remark (person));
  }
  return table;
}

static int
run_turnout (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"by", 0, 0, G_OPTION_ARG_STRING, &by, "What a row is about: department (as without) or person", "WHAT"},
    DEPARTMENT_ENTRY ("Only a department and those below it"),
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkTurnout) turnout = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  gboolean people;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  people = g_strcmp0 (by, "person") == 0;
  if (by != NULL && !people && !g_str_equal (by, "department"))
    return ctl_usage (call, "--by=%s is not known; use department or person", by);
  store = ctl_open_store (ctl_argument (call, 0), &error);
  turnout = store != NULL ? tnk_store_load_turnout (store, ctl_argument (call, 1), department, people, NULL, &error) : NULL;
  if (turnout == NULL)
    return ctl_fail (error);
  table = people ? list_people (turnout) : list_departments (turnout);
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

/* --- whom to remind --- */

static int
write_reminders (TnkStore *store,
                 TnkTurnout *turnout,
                 const char *today,
                 GError **error)
{
  if (!ctl_check_output (store, output, error) ||
      !tnk_reminders_write (turnout, -1, tnk_store_get_body_name (store), today, output, NULL, error))
    return ctl_fail (*error);
  g_print ("%s: written\n", output);
  return CTL_DONE;
}

/* Names come from the roster: what a terminal would obey does not reach it. */
static void
print_reminders (CtlCall *call,
                 TnkStore *store,
                 TnkTurnout *turnout,
                 const char *today)
{
  g_autofree char *text = tnk_reminders_make_text (turnout, -1, tnk_store_get_body_name (store), today, call->language);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL && lines[i + 1] != NULL; i++) {
    g_autofree char *line = ctl_printable (lines[i]);
    g_print ("%s\n", line);
  }
}

static int
run_reminders (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The workbook to write; else the text is printed", "FILE.xlsx"},
    DEPARTMENT_ENTRY ("Only a department and those below it"),
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkTurnout) turnout = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  turnout = store != NULL ? tnk_store_load_turnout (store, ctl_argument (call, 1), department, TRUE, NULL, &error) : NULL;
  if (turnout == NULL)
    return ctl_fail (error);
  today = tnk_store_dup_today (store);
  if (output != NULL)
    return write_reminders (store, turnout, today, &error);
  print_reminders (call, store, turnout, today);
  return CTL_DONE;
}

/* --- whole departments --- */

static int
run_accept (CtlCall *call)
{
  const GOptionEntry entries[] = {
    DEPARTMENT_ENTRY ("The department, with all below it"),
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint n_accepted = 0, n_left = 0;
  gboolean done;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (department == NULL)
    return ctl_usage (call, "--department is needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  done = store != NULL && tnk_store_accept_all (store, ctl_argument (call, 1), department, NULL, &n_accepted, &n_left,
                                                ctl_progress, (gpointer) "accepting", NULL, &error);
  ctl_progress_end ();
  if (!done)
    return ctl_fail (error);
  g_print ("%u questionnaires were accepted\n", n_accepted);
  return CTL_DONE;
}

static int
run_close (CtlCall *call)
{
  const GOptionEntry entries[] = {
    DEPARTMENT_ENTRY ("The department, with all below it"),
    {"by", 0, 0, G_OPTION_ARG_STRING, &by, "The staff number of who closes it", "PERSON"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkTurnout) turnout = NULL;
  g_autoptr (GError) error = NULL;
  TnkTurnoutCounts counts;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (department == NULL)
    return ctl_usage (call, "--department is needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  turnout = store != NULL ? tnk_store_close_department (store, ctl_argument (call, 1), department, by, FALSE, NULL, &error) : NULL;
  if (turnout == NULL)
    return ctl_fail (error);
  tnk_turnout_count (turnout, -1, &counts);
  g_print ("the department “%s” is closed; %u of %u people handed in\n", department, tnk_turnout_counts_get_handed_in (&counts),
           counts.asked);
  return CTL_DONE;
}

static int
run_reopen (CtlCall *call)
{
  const GOptionEntry entries[] = {
    DEPARTMENT_ENTRY ("The department"),
    {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why; the log keeps it", "TEXT"},
    {"by", 0, 0, G_OPTION_ARG_STRING, &by, "The staff number of who reopens it", "PERSON"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (department == NULL || reason == NULL)
    return ctl_usage (call, "--department and --reason are needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_reopen_department (store, ctl_argument (call, 1), department, by, reason, &error))
    return ctl_fail (error);
  g_print ("the department “%s” is open again\n", department);
  return CTL_DONE;
}

const CtlCommand ctl_turnout_commands[] = {
  {"turnout", "STORE ID [--by=department|person] [--department=D] [OPTION…]", "Print who has handed in", run_turnout},
  {"reminders", "STORE ID [--department=D] [-o FILE.xlsx]", "List the people to remind, as text or as a workbook", run_reminders},
  {"department accept", "STORE ID --department=D", "Accept every questionnaire that is handed in", run_accept},
  {"department close", "STORE ID --department=D [--by=P]", "Close a department: nobody there hands in any more", run_close},
  {"department reopen", "STORE ID --department=D --reason=TEXT [--by=P]", "Reopen a department", run_reopen},
  {NULL}};
