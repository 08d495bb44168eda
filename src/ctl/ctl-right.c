/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-table.h"

static char *department = NULL;

static int
run_list (CtlCall *call)
{
  static const char *const columns[] = {"right", "holder", "department", NULL};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) rights = NULL;
  g_autoptr (CtlTable) table = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 1, 1);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  rights = store != NULL ? tnk_store_list_rights (store, &error) : NULL;
  if (rights == NULL)
    return ctl_fail (error);
  table = ctl_table_new (columns);
  for (guint i = 0; i < rights->len; i++) {
    TnkRight *right = rights->pdata[i];

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_rights_to_string (tnk_right_get_kind (right)));
    ctl_table_add_text (table, tnk_right_get_holder (right));
    ctl_table_add_text (table, tnk_right_get_department_id (right));
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

typedef gboolean (*Change) (TnkStore *store, TnkRights kind, const char *holder, const char *department_id, GError **error);

static int
change (CtlCall *call,
        Change func,
        const char *done)
{
  const GOptionEntry entries[] = {
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "The department that the right is about; else the holder’s own", "ID"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  TnkRights kind;
  int result = ctl_parse (call, entries, 3, 3);

  if (result != CTL_DONE)
    return result;
  if (!tnk_rights_from_string (ctl_argument (call, 1), &kind))
    return ctl_usage (call, "“%s” is not a right; use department, secretariat, committee or audit", ctl_argument (call, 1));
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !func (store, kind, ctl_argument (call, 2), department, &error))
    return ctl_fail (error);
  g_print ("the right “%s” was %s “%s”\n", tnk_rights_to_string (kind), done, ctl_argument (call, 2));
  return CTL_DONE;
}

static int
run_grant (CtlCall *call)
{
  return change (call, tnk_store_grant_right, "granted to");
}

static int
run_revoke (CtlCall *call)
{
  return change (call, tnk_store_revoke_right, "taken from");
}

const CtlCommand ctl_right_commands[] = {
  {"right list", "[OPTION…] STORE", "Print who may do what", run_list},
  {"right grant", "STORE RIGHT HOLDER [--department=D]", "Grant a right to role:ID or person:NUMBER", run_grant},
  {"right revoke", "STORE RIGHT HOLDER [--department=D]", "Take a right away", run_revoke},
  {NULL}};
