/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-plan-private.h"
#include "tnk-error.h"
#include "tnk-store-plan.h"

/* Changing single actions. The store checks once more, under its lock, what can stand in the plan; what is checked here is
 * whose it is. An action that the person may not see is as one that is not there. */

static TnkAction *
find_action (TnkDesk *self,
             TnkDeskPlan *all,
             const char *id,
             GError **error)
{
  g_autoptr (TnkPlan) part = tnk_desk_plan_make_part (all, self, error);
  TnkAction *action = part != NULL ? tnk_plan_lookup (part, id) : NULL;

  if (part != NULL && action == NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the plan has no action “%s” here; somebody may have changed what it is about", id);
  return action;
}

/* --- saving --- */

/* Whoever takes the step is named for it, whatever the caller wrote there. */
static gboolean
sign_step (TnkDesk *self,
           TnkAction *action,
           TnkAction *before,
           GError **error)
{
  TnkActionStatus status = tnk_action_get_status (action);
  gboolean moved = before == NULL || status != tnk_action_get_status (before);
  const char *done_by = before != NULL ? tnk_action_get (before, TNK_ACTION_FIELD_DONE_BY) : "";
  const char *verified_by = before != NULL ? tnk_action_get (before, TNK_ACTION_FIELD_VERIFIED_BY) : "";

  if (moved) {
    done_by = status == TNK_ACTION_STATUS_DONE ? self->person_id : status == TNK_ACTION_STATUS_VERIFIED ? done_by
                                                                                                        : "";
    verified_by = status == TNK_ACTION_STATUS_VERIFIED ? self->person_id : "";
  }
  return tnk_action_set (action, TNK_ACTION_FIELD_DONE_BY, done_by, error) &&
         tnk_action_set (action, TNK_ACTION_FIELD_VERIFIED_BY, verified_by, error);
}

/**
 * tnk_desk_save_action:
 * @self: a desk
 * @department_id: (nullable): the department in which the person works now; `NULL` for the whole body
 * @action: a copy of an action, changed since it was read; or a new one
 * @newer: (out) (optional) (nullable) (transfer full): the action as it is in the store, if somebody else was faster
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if one of its departments is somebody else’s, before
 *   or after; otherwise as of [method@Store.save_action]
 *
 * Stores an action with its new notes. Steps and notes are signed with the person’s own number.
 *
 * Returns: (transfer full): the action as it is stored
 *
 * Since: 0.1
 */
TnkAction *
tnk_desk_save_action (TnkDesk *self,
                      const char *department_id,
                      TnkAction *action,
                      TnkAction **newer,
                      GError **error)
{
  g_auto (TnkDeskPlan) all = {0};
  g_autoptr (TnkAction) signed_action = NULL;
  TnkAction *before = NULL;
  const char *id;

  g_return_val_if_fail (TNK_IS_DESK (self) && TNK_IS_ACTION (action), NULL);

  if (newer != NULL)
    *newer = NULL;
  if (!tnk_desk_enter_plan (self, TNK_DESK_NEED_PLAN, tnk_campaign_get_id (tnk_action_get_campaign (action)), department_id, &all, error))
    return NULL;
  id = tnk_action_get_id (action);
  before = id != NULL ? find_action (self, &all, id, error) : NULL;
  if (id != NULL && before == NULL)
    return NULL;
  if (!tnk_desk_plan_covers (&all, action) || (before != NULL && !tnk_desk_plan_covers (&all, before))) {
    tnk_desk_plan_throw (action, error);
    return NULL;
  }
  signed_action = tnk_action_copy (action);
  if (!sign_step (self, signed_action, before, error))
    return NULL;
  return tnk_store_save_action (self->store, signed_action, self->person_id, newer, error);
}

/* --- steps and notes --- */

/**
 * tnk_desk_move_action:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department in which the person works now; `NULL` for the whole body
 * @action_id: the id of an action
 * @revision: the revision that the person saw; 0 for whatever is there
 * @status: where the action shall go
 * @note: (nullable): a progress note; needed to withdraw an action or to take it up again
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person, who may own the
 *   action and wants to verify it; otherwise as of [method@Store.move_action]
 *
 * Takes an action a step further or back. Its owner may take it under way and report it done, wherever he or she works.
 *
 * Returns: (transfer full): the action as it is stored
 *
 * Since: 0.1
 */
TnkAction *
tnk_desk_move_action (TnkDesk *self,
                      const char *campaign_id,
                      const char *department_id,
                      const char *action_id,
                      guint revision,
                      TnkActionStatus status,
                      const char *note,
                      GError **error)
{
  g_auto (TnkDeskPlan) all = {0};
  TnkAction *action;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && action_id != NULL, NULL);
  g_return_val_if_fail ((guint) status < TNK_N_ACTION_STATUSES, NULL);

  if (!tnk_desk_enter_plan (self, TNK_DESK_NEED_PLAN, campaign_id, department_id, &all, error))
    return NULL;
  action = find_action (self, &all, action_id, error);
  if (action == NULL)
    return NULL;
  if (!tnk_desk_plan_covers (&all, action) && !tnk_desk_plan_may_move (&all, action, status)) {
    tnk_desk_plan_throw (action, error);
    return NULL;
  }
  return tnk_store_move_action (self->store, campaign_id, action_id, revision != 0 ? revision : tnk_action_get_revision (action), status,
                                self->person_id, note, error);
}

/**
 * tnk_desk_note_action:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department in which the person works now; `NULL` for the whole body
 * @action_id: the id of an action
 * @text: what to note
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `INVALID`, `NOT_FOUND` or `STORE`
 *
 * Adds a progress note, which never changes: for who may change the action, and for its owner.
 *
 * Returns: (transfer full): the action as it is stored
 *
 * Since: 0.1
 */
TnkAction *
tnk_desk_note_action (TnkDesk *self,
                      const char *campaign_id,
                      const char *department_id,
                      const char *action_id,
                      const char *text,
                      GError **error)
{
  g_auto (TnkDeskPlan) all = {0};
  g_autoptr (TnkAction) noted = NULL;
  TnkAction *action;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && action_id != NULL && text != NULL, NULL);

  if (!tnk_desk_enter_plan (self, TNK_DESK_NEED_PLAN, campaign_id, department_id, &all, error))
    return NULL;
  action = find_action (self, &all, action_id, error);
  if (action == NULL)
    return NULL;
  if (!tnk_desk_plan_covers (&all, action) && !tnk_plan_is_owner (all.plan, action, self->person_id)) {
    tnk_desk_plan_throw (action, error);
    return NULL;
  }
  noted = tnk_action_copy (action);
  if (!tnk_action_add_note (noted, NULL, NULL, text, error))
    return NULL;
  return tnk_store_save_action (self->store, noted, self->person_id, NULL, error);
}

/**
 * tnk_desk_merge_actions:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department in which the person works now; `NULL` for the whole body
 * @action_id: the action that stays
 * @other_id: another about the same control, which is withdrawn
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if one of their departments is somebody else’s;
 *   otherwise as of [method@Store.merge_actions]
 *
 * Merges several departments’ same gap into one action.
 *
 * Returns: (transfer full): the action that stays
 *
 * Since: 0.1
 */
TnkAction *
tnk_desk_merge_actions (TnkDesk *self,
                        const char *campaign_id,
                        const char *department_id,
                        const char *action_id,
                        const char *other_id,
                        GError **error)
{
  g_auto (TnkDeskPlan) all = {0};
  TnkAction *action, *other;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && action_id != NULL && other_id != NULL, NULL);

  if (!tnk_desk_enter_plan (self, TNK_DESK_NEED_PLAN, campaign_id, department_id, &all, error))
    return NULL;
  action = find_action (self, &all, action_id, error);
  other = action != NULL ? find_action (self, &all, other_id, error) : NULL;
  if (other == NULL)
    return NULL;
  if (!tnk_desk_plan_covers (&all, action) || !tnk_desk_plan_covers (&all, other)) {
    tnk_desk_plan_throw (tnk_desk_plan_covers (&all, action) ? other : action, error);
    return NULL;
  }
  return tnk_store_merge_actions (self->store, campaign_id, action_id, other_id, self->person_id, error);
}
