/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-plan-private.h"

/* What can stand in a plan, and what can become of what stood there. */

#define PERSON "person:"
#define ROLE "role:"

static gboolean throw (GError * *error,
                       TnkError code,
                       const char *message)
{
  g_set_error_literal (error, TNK_ERROR, code, message);
  return FALSE;
}

/* Whether a person’s department, or one above it, is among those of the action. */
static gboolean
is_inside (TnkAction *action,
           TnkPerson *person)
{
  for (TnkDepartment *d = tnk_person_get_department (person); d != NULL; d = tnk_department_get_parent (d))
    if (tnk_action_has_department (action, tnk_department_get_id (d)))
      return TRUE;
  return FALSE;
}

static void
add_holder (GHashTable *holders,
            const char *role_id,
            TnkDepartment *department)
{
  GHashTable *departments = g_hash_table_lookup (holders, role_id);

  if (departments == NULL) {
    departments = g_hash_table_new (g_str_hash, g_str_equal);
    g_hash_table_insert (holders, g_strdup (role_id), departments);
  }
  for (TnkDepartment *d = department; d != NULL; d = tnk_department_get_parent (d))
    if (!g_hash_table_add (departments, (gpointer) tnk_department_get_id (d)))
      return;
}

/* Asked for every action, it must not cost a walk over everybody. */
GHashTable *
tnk_plan_index_holders (TnkBody *roster)
{
  GHashTable *holders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);

  for (guint i = 0; i < tnk_body_get_n_people (roster); i++) {
    TnkPerson *person = tnk_body_get_person (roster, i);
    const char *const *roles = tnk_person_get_roles (person);

    for (guint r = 0; roles[r] != NULL; r++)
      add_holder (holders, roles[r], tnk_person_get_department (person));
  }
  return holders;
}

static gboolean
has_holder_inside (TnkPlan *self,
                   TnkAction *action,
                   const char *role_id)
{
  GHashTable *departments = g_hash_table_lookup (self->holders, role_id);
  const char *const *ids = tnk_action_get_departments (action);

  for (guint i = 0; departments != NULL && ids[i] != NULL; i++)
    if (g_hash_table_contains (departments, ids[i]))
      return TRUE;
  return FALSE;
}

/**
 * tnk_plan_is_owner:
 * @self: a plan
 * @action: one of its actions
 * @person_id: a staff number
 *
 * Tells whether a person owns an action: as the person named, or as one who holds the role named within the action’s
 * departments; where nobody there holds it, everybody who does is an owner.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_plan_is_owner (TnkPlan *self,
                   TnkAction *action,
                   const char *person_id)
{
  const char *owner;
  TnkPerson *person;

  g_return_val_if_fail (TNK_IS_PLAN (self) && TNK_IS_ACTION (action) && person_id != NULL, FALSE);

  owner = tnk_action_get (action, TNK_ACTION_FIELD_OWNER);
  if (g_str_has_prefix (owner, PERSON))
    return g_str_equal (owner + strlen (PERSON), person_id);
  person = tnk_body_lookup_person (self->roster, person_id);
  if (*owner == '\0' || person == NULL || !tnk_person_has_role (person, owner + strlen (ROLE)))
    return FALSE;
  return is_inside (action, person) || !has_holder_inside (self, action, owner + strlen (ROLE));
}

static gboolean
check_departments (TnkPlan *self,
                   TnkAction *action,
                   GError **error)
{
  const char *const *ids = tnk_action_get_departments (action);

  for (guint i = 0; ids[i] != NULL; i++)
    if (tnk_body_lookup_department (self->body, ids[i]) == NULL) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign “%s” has no department “%s”",
                   tnk_campaign_get_id (self->campaign), ids[i]);
      return FALSE;
    }
  if (ids[0] == NULL)
    return throw (error, TNK_ERROR_INVALID, "an action must be about a department at least; name one");
  return TRUE;
}

static gboolean
check_known (TnkPlan *self,
             const char *person_id,
             GError **error)
{
  if (tnk_body_lookup_person (self->roster, person_id) != NULL)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "nobody in the roster has the staff number “%s”", person_id);
  return FALSE;
}

static gboolean
is_same (TnkAction *action,
         TnkAction *before,
         TnkActionField field)
{
  return before != NULL && g_str_equal (tnk_action_get (action, field), tnk_action_get (before, field));
}

/* An owner who left since stays in what is not touched. */
static gboolean
check_owner (TnkPlan *self,
             TnkAction *action,
             TnkAction *before,
             GError **error)
{
  const char *owner = tnk_action_get (action, TNK_ACTION_FIELD_OWNER);

  if (!g_str_has_prefix (owner, PERSON) || is_same (action, before, TNK_ACTION_FIELD_OWNER))
    return TRUE;
  return check_known (self, owner + strlen (PERSON), error);
}

static gboolean
check_content (TnkPlan *self,
               TnkAction *action,
               TnkAction *before,
               GError **error)
{
  if (*tnk_action_get (action, TNK_ACTION_FIELD_WHAT) == '\0')
    return throw (error, TNK_ERROR_INVALID, "an action must say what will be done; write it");
  if (tnk_action_status_is_agreed (tnk_action_get_status (action)) &&
      (*tnk_action_get (action, TNK_ACTION_FIELD_OWNER) == '\0' || *tnk_action_get (action, TNK_ACTION_FIELD_DUE) == '\0'))
    return throw (error, TNK_ERROR_INVALID, "an action that is more than a proposal needs an owner and a day; give both");
  return check_departments (self, action, error) && check_owner (self, action, before, error);
}

gboolean
tnk_plan_check_verifier (TnkPlan *self,
                         TnkAction *action,
                         const char *person_id,
                         GError **error)
{
  if (!tnk_plan_is_owner (self, action, person_id) && !g_str_equal (person_id, tnk_action_get (action, TNK_ACTION_FIELD_DONE_BY)))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "“%s” owns this action or reported it done and cannot verify it; somebody else must",
               person_id);
  return FALSE;
}

/* Done is not verified: somebody else must have looked. The owner is the one from before: what is done is fixed. */
static gboolean
check_verifier (TnkPlan *self,
                TnkAction *action,
                TnkAction *before,
                GError **error)
{
  const char *verifier = tnk_action_get (action, TNK_ACTION_FIELD_VERIFIED_BY);

  if (*verifier == '\0')
    return throw (error, TNK_ERROR_REFUSED, "an action is verified by a person; give the staff number of who verified it");
  if (!is_same (action, before, TNK_ACTION_FIELD_DONE_BY))
    return throw (error, TNK_ERROR_STATE, "who reported an action done cannot be changed when it is verified; take it up again first");
  return check_known (self, verifier, error) && tnk_plan_check_verifier (self, before, verifier, error);
}

static gboolean
needs_reason (TnkActionStatus from,
              TnkActionStatus to)
{
  return to == TNK_ACTION_STATUS_WITHDRAWN || from >= TNK_ACTION_STATUS_VERIFIED ||
         (from == TNK_ACTION_STATUS_DONE && to == TNK_ACTION_STATUS_UNDER_WAY);
}

static gboolean
check_move (TnkPlan *self,
            TnkAction *action,
            TnkAction *before,
            GError **error)
{
  TnkActionStatus from = tnk_action_get_status (before), to = tnk_action_get_status (action);

  if (!tnk_action_status_can_become (from, to)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "an action that is %s cannot become %s", tnk_action_status_to_string (from),
                 tnk_action_status_to_string (to));
    return FALSE;
  }
  if (needs_reason (from, to) && tnk_action_get_n_notes (action) <= tnk_action_get_n_notes (before))
    return throw (error, TNK_ERROR_INVALID, "to withdraw an action or to take one up again needs a progress note that says why");
  return to != TNK_ACTION_STATUS_VERIFIED || check_verifier (self, action, before, error);
}

/* What is done waits for the one who verifies it, who must see what was agreed; what is verified or withdrawn is over. */
static gboolean
check_fixed (TnkAction *action,
             TnkAction *before,
             GError **error)
{
  if (tnk_action_status_is_open (tnk_action_get_status (before)))
    return TRUE;
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    if (field != TNK_ACTION_FIELD_STATUS && field != TNK_ACTION_FIELD_VERIFIED_BY && field != TNK_ACTION_FIELD_DONE_BY &&
        !is_same (action, before, field)) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
                   "an action that is %s stays as it is; take it up again first, and change it (%s) then",
                   tnk_action_status_to_string (tnk_action_get_status (before)), tnk_action_field_to_string (field));
      return FALSE;
    }
  return TRUE;
}

/* A staff number stands only where it says something. */
static gboolean
check_marks (TnkAction *action,
             GError **error)
{
  TnkActionStatus status = tnk_action_get_status (action);

  if (status != TNK_ACTION_STATUS_VERIFIED && *tnk_action_get (action, TNK_ACTION_FIELD_VERIFIED_BY) != '\0')
    return throw (error, TNK_ERROR_INVALID, "somebody is named who verified the action, but it is not verified; change one of the two");
  if (status != TNK_ACTION_STATUS_VERIFIED && status != TNK_ACTION_STATUS_DONE &&
      *tnk_action_get (action, TNK_ACTION_FIELD_DONE_BY) != '\0')
    return throw (error, TNK_ERROR_INVALID, "somebody is named who reported the action done, but it is not done; change one of the two");
  return TRUE;
}

static gboolean
check_first (TnkAction *action,
             GError **error)
{
  if (tnk_action_status_is_open (tnk_action_get_status (action)))
    return TRUE;
  return throw (error, TNK_ERROR_STATE, "a new action is proposed, planned or under way; what follows comes later");
}

/* Who verified it, and who said that it is done, change only together with the status. */
static gboolean
check_standing (TnkAction *action,
                TnkAction *before,
                GError **error)
{
  if (is_same (action, before, TNK_ACTION_FIELD_VERIFIED_BY) && is_same (action, before, TNK_ACTION_FIELD_DONE_BY))
    return TRUE;
  return throw (error, TNK_ERROR_STATE, "who reported or verified an action cannot be changed afterwards; take it up again first");
}

/**
 * tnk_plan_check:
 * @self: a plan
 * @action: an action as it would be
 * @before: (nullable): the same action as it is, or `NULL` for a new one
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `NOT_FOUND` for a department or a person,
 *   `STATE` where the status cannot change so, or `REFUSED` where the wrong person verifies
 *
 * Checks whether an action can stand in the plan, and may become so from what it was.
 *
 * Returns: `TRUE` if it can
 *
 * Since: 0.1
 */
gboolean
tnk_plan_check (TnkPlan *self,
                TnkAction *action,
                TnkAction *before,
                GError **error)
{
  g_return_val_if_fail (TNK_IS_PLAN (self) && TNK_IS_ACTION (action) && (before == NULL || TNK_IS_ACTION (before)), FALSE);

  if (!check_content (self, action, before, error) || !check_marks (action, error))
    return FALSE;
  if (before == NULL)
    return check_first (action, error);
  if (!check_fixed (action, before, error))
    return FALSE;
  if (is_same (action, before, TNK_ACTION_FIELD_STATUS))
    return check_standing (action, before, error);
  return check_move (self, action, before, error);
}
