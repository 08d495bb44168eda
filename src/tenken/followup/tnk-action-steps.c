/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-action-private.h"
#include "tnk-error.h"
#include "tnk-strings-private.h"

/* How an action goes on. */

/**
 * tnk_action_has_department:
 * @self: an action
 * @department_id: the id of a department
 *
 * Tells whether the action is about a department’s gap.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
tnk_action_has_department (TnkAction *self,
                           const char *department_id)
{
  g_return_val_if_fail (TNK_IS_ACTION (self) && department_id != NULL, FALSE);
  return g_strv_contains ((const char *const *) self->departments, department_id);
}

/**
 * tnk_action_get_priority:
 * @self: an action
 *
 * Gets the priority.
 *
 * Returns: 1 (high) to 3
 *
 * Since: 0.1
 */
guint
tnk_action_get_priority (TnkAction *self)
{
  g_return_val_if_fail (TNK_IS_ACTION (self), 2);
  return self->fields[TNK_ACTION_FIELD_PRIORITY][0] - '0';
}

/**
 * tnk_action_get_status:
 * @self: an action
 *
 * Gets how far the action is.
 *
 * Returns: the status
 *
 * Since: 0.1
 */
TnkActionStatus
tnk_action_get_status (TnkAction *self)
{
  TnkActionStatus status = TNK_ACTION_STATUS_PROPOSED;

  g_return_val_if_fail (TNK_IS_ACTION (self), status);
  tnk_action_status_from_string (self->fields[TNK_ACTION_FIELD_STATUS], &status);
  return status;
}

/**
 * tnk_action_is_overdue:
 * @self: an action
 * @today: the day, ISO 8601
 *
 * Tells whether the action should have been done before today, and is not.
 *
 * Returns: `TRUE` if it is late
 *
 * Since: 0.1
 */
gboolean
tnk_action_is_overdue (TnkAction *self,
                       const char *today)
{
  const char *due;

  g_return_val_if_fail (TNK_IS_ACTION (self) && today != NULL, FALSE);

  due = self->fields[TNK_ACTION_FIELD_DUE];
  return *due != '\0' && strcmp (due, today) < 0 && tnk_action_status_is_open (tnk_action_get_status (self));
}

/* Sets a staff number; nobody where it is NULL. */
static gboolean
set_person (TnkAction *self,
            TnkActionField field,
            const char *person_id,
            GError **error)
{
  return tnk_action_set (self, field, person_id != NULL ? person_id : "", error);
}

/**
 * tnk_action_move:
 * @self: an action
 * @status: the status to go to
 * @person_id: (nullable): the staff number of who reports or verifies it
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, or `STATE` if the action cannot go there from
 *   where it is
 *
 * Takes an action a step further or back, and notes who said that it is done and who verified it. Whether that person
 * may verify it is for [method@Plan.check] to say.
 *
 * Returns: `TRUE` if it is there now
 *
 * Since: 0.1
 */
gboolean
tnk_action_move (TnkAction *self,
                 TnkActionStatus status,
                 const char *person_id,
                 GError **error)
{
  TnkActionStatus from;

  g_return_val_if_fail (TNK_IS_ACTION (self) && (guint) status < TNK_N_ACTION_STATUSES, FALSE);

  from = tnk_action_get_status (self);
  if (!tnk_action_status_can_become (from, status)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "an action that is %s cannot become %s", tnk_action_status_to_string (from),
                 tnk_action_status_to_string (status));
    return FALSE;
  }
  if (status != TNK_ACTION_STATUS_VERIFIED &&
      !set_person (self, TNK_ACTION_FIELD_DONE_BY, status == TNK_ACTION_STATUS_DONE ? person_id : NULL, error))
    return FALSE;
  return set_person (self, TNK_ACTION_FIELD_VERIFIED_BY, status == TNK_ACTION_STATUS_VERIFIED ? person_id : NULL, error) &&
         tnk_action_set (self, TNK_ACTION_FIELD_STATUS, tnk_action_status_to_string (status), error);
}

static gboolean
check_absorb (TnkAction *self,
              TnkAction *other,
              GError **error)
{
  if (self == other || (self->id != NULL && g_strcmp0 (self->id, other->id) == 0))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "an action cannot be merged with itself; name two");
  else if (!g_str_equal (tnk_control_get_id (self->control), tnk_control_get_id (other->control)))
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
                 "actions about “%s” and “%s” cannot be merged; only those about the same control can",
                 tnk_control_get_id (self->control), tnk_control_get_id (other->control));
  else if (!tnk_action_status_is_open (tnk_action_get_status (self)) || !tnk_action_status_is_open (tnk_action_get_status (other)))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_STATE, "only actions that are proposed, planned or under way can be merged");
  else
    return TRUE;
  return FALSE;
}

static GStrv
join_departments (TnkAction *self,
                  TnkAction *other)
{
  g_autofree char *all = g_strjoin ("\n", self->fields[TNK_ACTION_FIELD_DEPARTMENTS], other->fields[TNK_ACTION_FIELD_DEPARTMENTS], NULL);

  return g_strsplit (all, "\n", -1);
}

/**
 * tnk_action_absorb:
 * @self: an action
 * @other: another about the same control
 * @error: return location for an error: [error@Tenken.Error] `INVALID` or `STATE`
 *
 * Merges several departments’ same gap into one action: @self is about the departments of both afterwards, and @other is
 * withdrawn with a note that says where it went.
 *
 * Returns: `TRUE` if they are merged
 *
 * Since: 0.1
 */
gboolean
tnk_action_absorb (TnkAction *self,
                   TnkAction *other,
                   GError **error)
{
  g_autofree char *note = NULL;
  g_auto (GStrv) departments = NULL;

  g_return_val_if_fail (TNK_IS_ACTION (self) && TNK_IS_ACTION (other), FALSE);

  if (!check_absorb (self, other, error))
    return FALSE;
  departments = join_departments (self, other);
  note = g_strdup_printf ("→ %s", self->id != NULL ? self->id : tnk_control_get_clause (self->control));
  return tnk_action_set_departments (self, (const char *const *) departments, error) &&
         tnk_action_add_note (other, NULL, NULL, note, error) &&
         tnk_action_move (other, TNK_ACTION_STATUS_WITHDRAWN, NULL, error);
}
