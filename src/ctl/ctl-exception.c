/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-table.h"

static int within = -1;
static char *control, *department, *reason, *substitute, *starts, *ends, *applicant, *approver;

static int
run_add (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"control", 0, 0, G_OPTION_ARG_STRING, &control, "The control that may be deviated from", "ID"},
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "The department that may, with all below it", "ID"},
    {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why", "TEXT"},
    {"substitute", 0, 0, G_OPTION_ARG_STRING, &substitute, "What is done instead", "TEXT"},
    {"starts", 0, 0, G_OPTION_ARG_STRING, &starts, "The first day", "DATE"},
    {"ends", 0, 0, G_OPTION_ARG_STRING, &ends, "The last day", "DATE"},
    {"applicant", 0, 0, G_OPTION_ARG_STRING, &applicant, "The staff number of who applied", "PERSON"},
    {"approver", 0, 0, G_OPTION_ARG_STRING, &approver, "The staff number of who approved", "PERSON"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  for (guint i = 0; entries[i].long_name != NULL; i++)
    if (*(char **) entries[i].arg_data == NULL)
      return ctl_usage (call, "--%s is needed", entries[i].long_name);
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_add_exception (store, control, department, reason, substitute, starts, ends, applicant,
                                                 approver, &error))
    return ctl_fail (error);
  g_print ("the exception from “%s” for “%s” runs from %s to %s\n", control, department, starts, ends);
  return CTL_DONE;
}

static void
add_exception (CtlTable *table,
               TnkException *exception,
               const char *today)
{
  static const char *const states[] = {"ahead", "live", "expired"};

  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_exception_get_control_id (exception));
  ctl_table_add_text (table, tnk_exception_get_department_id (exception));
  ctl_table_add_text (table, states[tnk_exception_get_state (exception, today)]);
  ctl_table_add_int (table, tnk_exception_get_days_left (exception, today));
  ctl_table_add_text (table, tnk_exception_get_starts (exception));
  ctl_table_add_text (table, tnk_exception_get_ends (exception));
  ctl_table_add_text (table, tnk_exception_get_revoked (exception));
  ctl_table_add_text (table, tnk_exception_get_applicant (exception));
  ctl_table_add_text (table, tnk_exception_get_approver (exception));
  ctl_table_add_text (table, tnk_exception_get_record_id (exception));
  ctl_table_add_text (table, tnk_exception_get_reason (exception));
  ctl_table_add_text (table, tnk_exception_get_substitute (exception));
}

static gboolean
is_ending (TnkException *exception,
           const char *today)
{
  int left = tnk_exception_get_days_left (exception, today);

  return within < 0 || (tnk_exception_get_state (exception, today) != TNK_EXCEPTION_STATE_EXPIRED && left <= within);
}

static int
run_list (CtlCall *call)
{
  static const char *const columns[] = {"control", "department", "state", "days_left", "starts", "ends", "revoked", "applicant", "approver",
                                        "record", "reason", "substitute", NULL};
  const GOptionEntry entries[] = {
    {"ending-within", 0, 0, G_OPTION_ARG_INT, &within, "Only those that hold or will, and end within so many days", "DAYS"}, {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) exceptions = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = NULL;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  exceptions = store != NULL ? tnk_store_list_exceptions (store, &error) : NULL;
  if (exceptions == NULL)
    return ctl_fail (error);
  today = tnk_store_dup_today (store);
  table = ctl_table_new (columns);
  for (guint i = 0; i < exceptions->len; i++)
    if (is_ending (exceptions->pdata[i], today))
      add_exception (table, exceptions->pdata[i], today);
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static int
run_lapsed (CtlCall *call)
{
  static const char *const columns[] = {"person", "name", "department", "role", "control", "clause", NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  items = store != NULL ? tnk_store_list_lapsed (store, ctl_argument (call, 1), &error) : NULL;
  if (items == NULL)
    return ctl_fail (error);
  table = ctl_table_new (columns);
  for (guint i = 0; i < items->len; i++) {
    TnkItem *item = items->pdata[i];

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_item_get_person_id (item));
    ctl_table_add_text (table, tnk_item_get_person_name (item));
    ctl_table_add_text (table, tnk_department_get_id (tnk_item_get_department (item)));
    ctl_table_add_text (table, tnk_role_get_id (tnk_item_get_role (item)));
    ctl_table_add_text (table, tnk_control_get_id (tnk_item_get_control (item)));
    ctl_table_add_text (table, tnk_control_get_clause (tnk_item_get_control (item)));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

/* --- deputies --- */

static int
run_deputies (CtlCall *call)
{
  static const char *const columns[] = {"role", "person", "starts", "ends", NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) deputies = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 1, 1);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  deputies = store != NULL ? tnk_store_list_deputies (store, &error) : NULL;
  if (deputies == NULL)
    return ctl_fail (error);
  table = ctl_table_new (columns);
  for (guint i = 0; i < deputies->len; i++) {
    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_deputy_get_role (deputies->pdata[i]));
    ctl_table_add_text (table, tnk_deputy_get_person_id (deputies->pdata[i]));
    ctl_table_add_text (table, tnk_deputy_get_starts (deputies->pdata[i]));
    ctl_table_add_text (table, tnk_deputy_get_ends (deputies->pdata[i]));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static int
run_name (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"starts", 0, 0, G_OPTION_ARG_STRING, &starts, "The first day; today as without", "DATE"},
    {"ends", 0, 0, G_OPTION_ARG_STRING, &ends, "The last day; without an end as without", "DATE"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 3, 3);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_name_deputy (store, ctl_argument (call, 1), ctl_argument (call, 2), starts, ends, &error))
    return ctl_fail (error);
  g_print ("“%s” stands in for the role “%s”\n", ctl_argument (call, 2), ctl_argument (call, 1));
  return CTL_DONE;
}

static int
run_drop (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 3, 3);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_drop_deputy (store, ctl_argument (call, 1), ctl_argument (call, 2), &error))
    return ctl_fail (error);
  g_print ("“%s” does not stand in for the role “%s” any more\n", ctl_argument (call, 2), ctl_argument (call, 1));
  return CTL_DONE;
}

const CtlCommand ctl_exception_commands[] = {
  {"exception add", "STORE --control=ID --department=ID --reason=TEXT --substitute=TEXT --starts=DATE --ends=DATE "
                    "--applicant=P --approver=P",
   "Enter an approved exception", run_add},
  {"exception list", "[OPTION…] STORE", "Print the register of exceptions", run_list},
  {"exception lapsed", "[OPTION…] STORE ID", "List the answers of a campaign whose exception has ended", run_lapsed},
  {"deputy list", "[OPTION…] STORE", "Print who stands in for those who hold a role", run_deputies},
  {"deputy name", "STORE ROLE PERSON [--starts=DATE --ends=DATE]", "Name who stands in for those who hold a role", run_name},
  {"deputy drop", "STORE ROLE PERSON", "End that somebody stands in", run_drop},
  {NULL}};
