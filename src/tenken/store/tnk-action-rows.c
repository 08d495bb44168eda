/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-action-private.h"
#include "tnk-action-writer-private.h"

TnkPlan *
tnk_store_open_plan (TnkStore *self,
                     const char *campaign_id,
                     gint64 *campaign_no,
                     GError **error)
{
  g_autoptr (TnkCampaign) campaign = tnk_store_load_campaign (self, campaign_id, error);
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (TnkBody) roster = NULL;
  TnkCampaignState state;

  if (campaign == NULL || !tnk_store_find_campaign (self, campaign_id, campaign_no, &state, error))
    return NULL;
  body = tnk_store_load_tree (self, campaign_id, error);
  roster = body != NULL ? tnk_store_load_body (self, error) : NULL;
  return roster != NULL ? tnk_plan_new (campaign, body, roster) : NULL;
}

/* The columns from the first on that hold fields as they are; departments stand in a table of their own. */
#define FIRST_FIELD_COLUMN 3

static TnkAction *
read_action (TnkStore *self,
             TnkPlan *plan,
             TnkStatement *row,
             GError **error)
{
  TnkCampaign *campaign = tnk_plan_get_campaign (plan);
  TnkControl *control = tnk_catalog_lookup_control (tnk_campaign_get_catalog (campaign), tnk_statement_text (row, 1));
  g_autoptr (TnkAction) action = NULL;

  if (control != NULL)
    action = tnk_action_new (campaign, control);
  for (guint field = TNK_ACTION_FIELD_WHAT; action != NULL && field < TNK_N_ACTION_FIELDS; field++)
    if (!tnk_action_set (action, field, tnk_statement_text (row, FIRST_FIELD_COLUMN + field - TNK_ACTION_FIELD_WHAT), NULL))
      g_clear_object (&action);
  if (action == NULL) {
    tnk_store_throw_damaged (self, error);
    return NULL;
  }
  tnk_action_set_identity (action, tnk_statement_text (row, 0), tnk_statement_int (row, 2));
  return g_steal_pointer (&action);
}

static gboolean
read_rows (TnkStore *self,
           gint64 campaign_no,
           const char *id,
           TnkPlan *plan,
           GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (
    self->connection, error,
    "SELECT id, control_id, revision, what, owner, due, priority, resources, status, done_by, verified_by FROM action "
    "WHERE campaign_no = $1 AND ($2 = '' OR id = $2) ORDER BY no",
    "it", campaign_no, id);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    g_autoptr (TnkAction) action = NULL;

    if (!row)
      return TRUE;
    action = read_action (self, plan, statement, error);
    if (action == NULL)
      return FALSE;
    tnk_plan_add (plan, action);
  }
  return FALSE;
}

/* Ends the list of departments of one action. */
static gboolean
set_departments (TnkStore *self,
                 TnkAction *action,
                 GPtrArray *ids,
                 GError **error)
{
  gboolean set = TRUE;

  if (action == NULL)
    return TRUE;
  g_ptr_array_add (ids, NULL);
  set = tnk_action_set_departments (action, (const char *const *) ids->pdata, NULL);
  g_ptr_array_set_size (ids, 0);
  return set || tnk_store_throw_damaged (self, error);
}

static gboolean
read_departments (TnkStore *self,
                  gint64 campaign_no,
                  const char *id,
                  TnkPlan *plan,
                  GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TnkStatement) statement = NULL;
  TnkAction *current = NULL;
  gboolean row;

  statement = tnk_connection_query (
    self->connection, error,
    "SELECT a.id, d.department_id FROM action a JOIN action_department d ON d.action_no = a.no "
    "WHERE a.campaign_no = $1 AND ($2 = '' OR a.id = $2) ORDER BY a.no, d.position",
    "it", campaign_no, id);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    TnkAction *action = row ? tnk_plan_lookup (plan, tnk_statement_text (statement, 0)) : NULL;

    if (action != current && !set_departments (self, current, ids, error))
      return FALSE;
    if (!row)
      return TRUE;
    current = action;
    g_ptr_array_add (ids, g_strdup (tnk_statement_text (statement, 1)));
  }
  return FALSE;
}

static gboolean
read_notes (TnkStore *self,
            gint64 campaign_no,
            const char *id,
            TnkPlan *plan,
            GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (
    self->connection, error,
    "SELECT a.id, n.at, n.writer, n.text FROM action a JOIN action_note n ON n.action_no = a.no "
    "WHERE a.campaign_no = $1 AND ($2 = '' OR a.id = $2) ORDER BY a.no, n.position",
    "it", campaign_no, id);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    if (!tnk_action_add_note (tnk_plan_lookup (plan, tnk_statement_text (statement, 0)), tnk_statement_text (statement, 1),
                              tnk_statement_text (statement, 2), tnk_statement_text (statement, 3), NULL))
      return tnk_store_throw_damaged (self, error);
  }
  return FALSE;
}

gboolean
tnk_store_read_actions (TnkStore *self,
                        gint64 campaign_no,
                        const char *id,
                        TnkPlan *plan,
                        GError **error)
{
  g_auto (TnkReading) reading = {0};

  if (id == NULL)
    id = "";
  return tnk_reading_begin (&reading, self, error) && read_rows (self, campaign_no, id, plan, error) && read_departments (self, campaign_no, id, plan, error) &&
         read_notes (self, campaign_no, id, plan, error);
}
