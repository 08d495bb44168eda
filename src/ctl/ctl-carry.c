/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-carry.h"
#include "ctl-table.h"

/* What a campaign does with the answers of the one before. */

static void
add_control (CtlCall *call,
             CtlTable *table,
             TnkControl *control,
             TnkControl *before,
             TnkCarry carry)
{
  ctl_table_begin_row (table);
  ctl_table_add_text (table, control != NULL ? tnk_control_get_id (control) : NULL);
  ctl_table_add_text (table, control != NULL ? tnk_control_get_clause (control) : NULL);
  ctl_table_add_text (table, before != NULL ? tnk_control_get_id (before) : NULL);
  ctl_table_add_text (table, before != NULL ? tnk_control_get_clause (before) : NULL);
  ctl_table_add_text (table, tnk_carry_to_string (carry));
  ctl_table_add_text (table, ctl_text (call, tnk_control_get_title (control != NULL ? control : before)));
}

static void
print_controls (CtlCall *call,
                TnkCarryOver *carry_over)
{
  static const char *const columns[] = {"control", "clause", "before", "before_clause", "answers", "title", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);
  TnkCatalog *catalog = carry_over != NULL ? tnk_campaign_get_catalog (tnk_carry_over_get_campaign (carry_over)) : NULL;
  g_autoptr (GPtrArray) gone = carry_over != NULL ? tnk_carry_over_list_gone (carry_over) : NULL;

  for (guint i = 0; catalog != NULL && i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    TnkCarry carry = tnk_carry_over_get (carry_over, control);

    if (carry != TNK_CARRY_NONE && carry != TNK_CARRY_GONE)
      add_control (call, table, control, tnk_carry_over_trace (carry_over, control), carry);
  }
  for (guint i = 0; gone != NULL && i < gone->len; i++)
    add_control (call, table, NULL, gone->pdata[i], TNK_CARRY_GONE);
  ctl_table_print (table, call->format);
}

/* Rows are for scripts; the sentence is for people. */
void
ctl_print_carry_over (TnkCarryOver *carry_over)
{
  if (carry_over == NULL) {
    g_print ("no campaign before it can be compared with: everything is asked for the first time\n");
    return;
  }
  g_print ("answers of “%s”: suggested for %u controls; %u changed and are asked anew, %u are new, %u are gone\n",
           tnk_campaign_get_id (tnk_carry_over_get_previous (carry_over)), tnk_carry_over_count (carry_over, TNK_CARRY_KEPT),
           tnk_carry_over_count (carry_over, TNK_CARRY_ANEW), tnk_carry_over_count (carry_over, TNK_CARRY_NEW),
           tnk_carry_over_count (carry_over, TNK_CARRY_GONE));
}

static int
run_carry_over (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkCarryOver) carry_over = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_load_carry_over (store, ctl_argument (call, 1), &carry_over, &error))
    return ctl_fail (error);
  print_controls (call, carry_over);
  if (call->format == CTL_FORMAT_TABLE)
    ctl_print_carry_over (carry_over);
  return CTL_DONE;
}

const CtlCommand ctl_carry_commands[] = {
  {"campaign carried", "[OPTION…] STORE ID", "Show which controls suggest last year’s answers and which are asked anew", run_carry_over},
  {NULL}};
