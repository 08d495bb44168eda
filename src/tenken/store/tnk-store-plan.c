/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-store-plan.h"

#include "tnk-action-writer-private.h"

/* Counts the promises of those whose answers count. */
static gboolean
read_promises (TnkStore *self,
               gint64 campaign_no,
               TnkPlan *plan,
               GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_plan_get_campaign (plan));
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT q.department, p.duty, count (*) FROM questionnaire q "
                                    "JOIN promise p ON p.questionnaire_no = q.no "
                                    "WHERE q.campaign_no = $1 AND q.state IN ('submitted', 'accepted') "
                                    "GROUP BY q.department, p.duty",
                                    "i", campaign_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    TnkDuty *duty;

    if (!row)
      return TRUE;
    duty = tnk_store_get_duty (self, catalog, tnk_statement_int (statement, 1), error);
    if (duty == NULL)
      return FALSE;
    if (tnk_statement_int (statement, 0) < 0 || tnk_statement_int (statement, 0) >= tnk_body_get_n_departments (tnk_plan_get_body (plan)))
      return tnk_store_throw_damaged (self, error);
    tnk_plan_add_promises (plan, tnk_statement_int (statement, 0), tnk_duty_get_control (duty), tnk_statement_int (statement, 2));
  }
  return FALSE;
}

/**
 * tnk_store_load_plan:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Reads the improvement plan of a campaign, with what people promised when they answered.
 *
 * Returns: (transfer full): the plan
 *
 * Since: 0.1
 */
TnkPlan *
tnk_store_load_plan (TnkStore *self,
                     const char *campaign_id,
                     GError **error)
{
  g_autoptr (TnkPlan) plan = NULL;
  gint64 campaign_no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, NULL);

  plan = tnk_store_open_plan (self, campaign_id, &campaign_no, error);
  if (plan == NULL || !tnk_store_read_actions (self, campaign_no, NULL, plan, error) ||
      !read_promises (self, campaign_no, plan, error))
    return NULL;
  return g_steal_pointer (&plan);
}

/* --- changing --- */

/* What differs, side by side: “due: 2026-10-01 there, 2026-12-01 here”. */
static char *
compare (TnkAction *there,
         TnkAction *here)
{
  GString *text = g_string_new (NULL);

  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    if (!g_str_equal (tnk_action_get (there, field), tnk_action_get (here, field)))
      g_string_append_printf (text, "; %s: “%s” there, “%s” here", tnk_action_field_to_string (field), tnk_action_get (there, field),
                              tnk_action_get (here, field));
  return g_string_free (text, FALSE);
}

static gboolean
throw_newer (TnkStore *self,
             TnkAction *there,
             TnkAction *here,
             TnkAction **newer,
             GError **error)
{
  g_autofree char *differences = compare (there, here);

  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: somebody changed the action “%s” in the meantime (revision %u, yours is %u)%s",
               tnk_store_get_name (self), tnk_action_get_id (there), tnk_action_get_revision (there), tnk_action_get_revision (here),
               differences);
  if (newer != NULL)
    *newer = g_object_ref (there);
  return FALSE;
}

/* An action without an id is new, and there is nothing before it. */
static gboolean
find_before (TnkStore *self,
             TnkPlan *plan,
             gint64 campaign_no,
             TnkAction *action,
             TnkAction **before,
             TnkAction **newer,
             GError **error)
{
  const char *id = tnk_action_get_id (action);

  *before = NULL;
  if (id == NULL)
    return TRUE;
  if (!tnk_store_read_actions (self, campaign_no, id, plan, error))
    return FALSE;
  *before = tnk_plan_lookup (plan, id);
  if (*before == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: the plan of “%s” has no action “%s”; see “tenkenctl plan list”",
                 tnk_store_get_name (self), tnk_campaign_get_id (tnk_plan_get_campaign (plan)), id);
    return FALSE;
  }
  if (tnk_action_get_revision (*before) == tnk_action_get_revision (action))
    return TRUE;
  return throw_newer (self, *before, action, newer, error);
}

/**
 * tnk_store_save_action:
 * @self: an open store
 * @action: an action, changed since it was read; or a new one
 * @by: (nullable): the staff number of who changes it; `NULL`: whoever works with the store
 * @newer: (out) (optional) (nullable) (transfer full): the action as it is in the store, if somebody else was faster
 * @error: return location for an error: [error@Tenken.Error] `STATE` if the store holds a newer revision than the one
 *   that the writer saw, or the status cannot change so; `INVALID`, `NOT_FOUND`, `REFUSED` or `STORE`
 *
 * Stores an action with its new notes. What was there before stays readable in the log.
 *
 * Returns: (transfer full): the action as it is stored, with its id and its new revision
 *
 * Since: 0.1
 */
TnkAction *
tnk_store_save_action (TnkStore *self,
                       TnkAction *action,
                       const char *by,
                       TnkAction **newer,
                       GError **error)
{
  g_auto (TnkChange) change = {0};
  g_auto (TnkActionWriter) writer = {0};
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (TnkAction) stored = NULL;
  TnkAction *before;
  gint64 campaign_no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_ACTION (action), NULL);

  if (newer != NULL)
    *newer = NULL;
  plan = tnk_store_open_plan (self, tnk_campaign_get_id (tnk_action_get_campaign (action)), &campaign_no, error);
  if (plan == NULL || !tnk_change_begin (&change, self, error) ||
      !find_before (self, plan, campaign_no, action, &before, newer, error) ||
      !tnk_action_writer_open (&writer, &change, plan, campaign_no, by, error))
    return NULL;
  stored = tnk_action_writer_write (&writer, action, before, error);
  tnk_action_writer_close (&writer);
  if (stored == NULL || !tnk_change_commit (&change, error))
    return NULL;
  return g_steal_pointer (&stored);
}

/* A copy of a stored action, to be changed. */
static TnkAction *
take_copy (TnkStore *self,
           TnkPlan *plan,
           const char *action_id,
           GError **error)
{
  TnkAction *action = tnk_plan_lookup (plan, action_id);

  if (action != NULL)
    return tnk_action_copy (action);
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: the plan of “%s” has no action “%s”; see “tenkenctl plan list”",
               tnk_store_get_name (self), tnk_campaign_get_id (tnk_plan_get_campaign (plan)), action_id);
  return NULL;
}

static gboolean
check_revision (TnkStore *self,
                TnkAction *action,
                guint revision,
                GError **error)
{
  if (revision == 0 || revision == tnk_action_get_revision (action))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: somebody changed the action “%s” in the meantime (revision %u, yours is %u)",
               tnk_store_get_name (self), tnk_action_get_id (action), tnk_action_get_revision (action), revision);
  return FALSE;
}

/**
 * tnk_store_move_action:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @action_id: the id of an action
 * @revision: the revision that the writer saw; 0 for whatever is there
 * @status: where the action shall go
 * @by: (nullable): the staff number of who takes the step; needed to verify
 * @note: (nullable): a progress note; needed to withdraw an action or to take it up again
 * @error: return location for an error: [error@Tenken.Error] `STATE`, `INVALID`, `NOT_FOUND`, `STORE`, or `REFUSED` if an
 *   owner wants to verify
 *
 * Takes an action a step further or back.
 *
 * Returns: (transfer full): the action as it is stored
 *
 * Since: 0.1
 */
TnkAction *
tnk_store_move_action (TnkStore *self,
                       const char *campaign_id,
                       const char *action_id,
                       guint revision,
                       TnkActionStatus status,
                       const char *by,
                       const char *note,
                       GError **error)
{
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (TnkAction) action = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL && action_id != NULL, NULL);

  plan = tnk_store_load_plan (self, campaign_id, error);
  action = plan != NULL ? take_copy (self, plan, action_id, error) : NULL;
  if (action == NULL || !check_revision (self, action, revision, error) || !tnk_action_move (action, status, by, error) ||
      (note != NULL && !tnk_action_add_note (action, NULL, by, note, error)))
    return NULL;
  return tnk_store_save_action (self, action, by, NULL, error);
}
