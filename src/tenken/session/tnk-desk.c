/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-private.h"

G_DEFINE_FINAL_TYPE (TnkDesk, tnk_desk, G_TYPE_OBJECT)

static void
tnk_desk_finalize (GObject *object)
{
  TnkDesk *self = TNK_DESK (object);

  g_clear_pointer (&self->tallies, tnk_tally_cache_free);
  g_clear_object (&self->store);
  g_free (self->person_id);
  G_OBJECT_CLASS (tnk_desk_parent_class)->finalize (object);
}

static void
tnk_desk_class_init (TnkDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_desk_finalize;
}

static void
tnk_desk_init (TnkDesk *self)
{
}

/**
 * tnk_desk_new:
 * @store: an open store
 * @person_id: the staff number of somebody of the roster
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if the person has no right at any desk, and no form
 *   and no record is for him or her, or `STORE`
 *
 * Makes the desk of a person. Whether it is this person who asks is for the caller to know: see [class@Session].
 *
 * Returns: (transfer full): the desk
 *
 * Since: 0.1
 */
TnkDesk *
tnk_desk_new (TnkStore *store,
              const char *person_id,
              GError **error)
{
  g_autoptr (TnkDesk) self = NULL;
  TnkRights rights;

  g_return_val_if_fail (TNK_IS_STORE (store) && person_id != NULL, NULL);

  self = g_object_new (TNK_TYPE_DESK, NULL);
  self->store = g_object_ref (store);
  self->person_id = g_strdup (person_id);
  self->tallies = tnk_tally_cache_new (store);
  return tnk_desk_enter_own (self, &rights, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * tnk_desk_get_person_id:
 * @self: a desk
 *
 * Gets whose desk it is.
 *
 * Returns: the staff number
 *
 * Since: 0.1
 */
const char *
tnk_desk_get_person_id (TnkDesk *self)
{
  g_return_val_if_fail (TNK_IS_DESK (self), NULL);
  return self->person_id;
}

/**
 * tnk_desk_read_rights:
 * @self: a desk
 * @rights: (out): what the person may do now
 * @departments: (out) (optional) (transfer full): ids of the departments that the person answers for, each with all below it
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Reads what the person may do.
 *
 * Returns: `TRUE` if it was read
 *
 * Since: 0.1
 */
gboolean
tnk_desk_read_rights (TnkDesk *self,
                      TnkRights *rights,
                      GStrv *departments,
                      GError **error)
{
  g_auto (TnkHeldRights) held = {0};

  g_return_val_if_fail (TNK_IS_DESK (self) && rights != NULL, FALSE);

  if (!tnk_held_rights_read (&held, self->store, self->person_id, error) || !tnk_held_rights_add_own (&held, self->store, self->person_id, error))
    return FALSE;
  *rights = held.rights;
  if (departments != NULL)
    *departments = tnk_held_rights_dup_departments (&held);
  return TRUE;
}

/**
 * tnk_desk_dup_today:
 * @self: a desk
 *
 * Gets the day by the clock of the store.
 *
 * Returns: (transfer full): ISO 8601
 *
 * Since: 0.1
 */
char *
tnk_desk_dup_today (TnkDesk *self)
{
  g_return_val_if_fail (TNK_IS_DESK (self), NULL);
  return tnk_store_dup_today (self->store);
}

/**
 * tnk_desk_load_tree:
 * @self: a desk
 * @campaign_id: (nullable): the id of a campaign, or `NULL` for the departments of today
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `REFUSED` if the person has no right at any desk,
 *   or `STORE`
 *
 * Reads the departments of the body, which are no secret to anybody at a desk.
 *
 * Returns: (transfer full): the body, without its people
 *
 * Since: 0.1
 */
TnkBody *
tnk_desk_load_tree (TnkDesk *self,
                    const char *campaign_id,
                    GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self), NULL);
  return tnk_desk_enter_any (self, error) ? tnk_store_load_tree (self->store, campaign_id, error) : NULL;
}

/* --- who may --- */

static const struct
{
  TnkRights everywhere; /* who may in the whole body */
  gboolean in_department; /* whether who answers for a department may there */
  const char *who;
} needs[] = {
  [TNK_DESK_NEED_FIGURES] = {TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT, TRUE,
                             "whoever answers for the department, the secretariat, the committee and the auditors"},
  [TNK_DESK_NEED_PAPERS] = {TNK_RIGHTS_SECRETARIAT, TRUE, "whoever answers for the department, and the secretariat"},
  [TNK_DESK_NEED_PLAN] = {TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE, TRUE,
                          "whoever answers for the department, the secretariat and the committee"},
  [TNK_DESK_NEED_OFFICE] = {TNK_RIGHTS_SECRETARIAT, FALSE, "the secretariat"},
};

/* A department of the person that is not in the tree is one that this campaign did not have: it opens nothing. */
static gboolean
answers_for (const TnkHeldRights *held,
             TnkBody *tree,
             TnkDepartment *department)
{
  for (guint i = 0; i < held->departments->len; i++) {
    TnkDepartment *own = tnk_body_lookup_department (tree, held->departments->pdata[i]);

    if (own != NULL && tnk_department_is_within (department, own))
      return TRUE;
  }
  return FALSE;
}

static gboolean
throw_refused (TnkDeskNeed need,
               const char *department_id,
               GError **error)
{
  if (department_id != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "department “%s”: this is for %s", department_id, needs[need].who);
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "the whole body: this is for %s", needs[need].who);
  return FALSE;
}

/* The same refusal for a department that is not there as for one that is somebody else's. */
static gboolean
enter_department (const TnkHeldRights *held,
                  TnkDeskNeed need,
                  const char *department_id,
                  TnkDeskScope *scope,
                  GError **error)
{
  TnkDepartment *department = tnk_body_lookup_department (scope->tree, department_id);
  gboolean everywhere = (held->rights & needs[need].everywhere) != 0;

  if (department == NULL && everywhere) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign has no department “%s”", department_id);
    return FALSE;
  }
  if (!everywhere && (department == NULL || !needs[need].in_department || !answers_for (held, scope->tree, department)))
    return throw_refused (need, department_id, error);
  scope->department = tnk_department_get_index (department);
  return TRUE;
}

/* Names are for those who deal with single papers, unless the campaign says counts only: then for the secretariat alone. */
static gboolean
shows_names (const TnkHeldRights *held,
             const TnkDeskScope *scope)
{
  if (held->rights & TNK_RIGHTS_SECRETARIAT)
    return TRUE;
  return scope->department >= 0 && tnk_campaign_get_visibility (scope->campaign) == TNK_VISIBILITY_NAMES &&
         answers_for (held, scope->tree, tnk_body_get_department (scope->tree, scope->department));
}

/* Whoever answers for a department and has no office, where the campaign shows counts only. The offices that compile and judge the
 * whole body see every figure. */
static gboolean
withholds_few (const TnkHeldRights *held,
               const TnkDeskScope *scope)
{
  return scope->department >= 0 && (held->rights & needs[TNK_DESK_NEED_FIGURES].everywhere) == 0 &&
         tnk_campaign_get_visibility (scope->campaign) == TNK_VISIBILITY_COUNTS;
}

static gboolean
begin (TnkDesk *self,
       const char *campaign_id,
       TnkHeldRights *held,
       TnkDeskScope *scope,
       GError **error)
{
  if (!tnk_held_rights_read (held, self->store, self->person_id, error))
    return FALSE;
  scope->round = tnk_round_load (self->store, campaign_id, error);
  scope->tree = scope->round != NULL ? tnk_store_load_tree (self->store, campaign_id, error) : NULL;
  if (scope->tree == NULL)
    return FALSE;
  scope->campaign = scope->round->campaign;
  scope->rights = held->rights;
  scope->department = -1;
  return TRUE;
}

gboolean
tnk_desk_enter (TnkDesk *self,
                TnkDeskNeed need,
                const char *campaign_id,
                const char *department_id,
                TnkDeskScope *scope,
                GError **error)
{
  g_auto (TnkHeldRights) held = {0};

  if (!begin (self, campaign_id, &held, scope, error))
    return FALSE;
  if (department_id == NULL && (held.rights & needs[need].everywhere) == 0)
    return throw_refused (need, NULL, error);
  if (department_id != NULL && !enter_department (&held, need, department_id, scope, error))
    return FALSE;
  scope->names = shows_names (&held, scope);
  scope->few_withheld = withholds_few (&held, scope);
  return TRUE;
}

static gboolean
throw_no_office (TnkDesk *self,
                 GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "“%s” answers for no department and holds no office here",
               self->person_id);
  return FALSE;
}

/* Only what was granted, or comes from the plan of an audit, opens this. */
gboolean
tnk_desk_enter_any (TnkDesk *self,
                    GError **error)
{
  g_auto (TnkHeldRights) held = {0};

  if (!tnk_held_rights_read (&held, self->store, self->person_id, error))
    return FALSE;
  return held.rights != TNK_RIGHTS_NONE || throw_no_office (self, error);
}

gboolean
tnk_desk_enter_own (TnkDesk *self,
                    TnkRights *rights,
                    GError **error)
{
  if (!tnk_desk_read_rights (self, rights, NULL, error))
    return FALSE;
  return *rights != TNK_RIGHTS_NONE || throw_no_office (self, error);
}

void
tnk_desk_scope_clear (TnkDeskScope *self)
{
  g_clear_pointer (&self->round, tnk_round_unref);
  g_clear_object (&self->tree);
}

gboolean
tnk_desk_enter_office (TnkDesk *self,
                       GError **error)
{
  g_auto (TnkHeldRights) held = {0};

  if (!tnk_held_rights_read (&held, self->store, self->person_id, error))
    return FALSE;
  return (held.rights & needs[TNK_DESK_NEED_OFFICE].everywhere) != 0 || throw_refused (TNK_DESK_NEED_OFFICE, NULL, error);
}

/* Who deals with single papers in the department where the person was asked. The same refusal for somebody who is not
 * asked as for somebody of another department: whether a number exists is nobody's business. */
gboolean
tnk_desk_enter_person (TnkDesk *self,
                       const char *campaign_id,
                       const char *person_id,
                       TnkDeskScope *scope,
                       GError **error)
{
  g_auto (TnkHeldRights) held = {0};
  g_auto (TnkSheet) sheet = {0};
  g_autoptr (GError) local = NULL;
  gboolean everywhere, found;

  if (!begin (self, campaign_id, &held, scope, error))
    return FALSE;
  everywhere = (held.rights & needs[TNK_DESK_NEED_PAPERS].everywhere) != 0;
  found = tnk_sheet_find (&sheet, self->store, scope->round->no, campaign_id, person_id, &local);
  if (!found && (everywhere || !g_error_matches (local, TNK_ERROR, TNK_ERROR_NOT_FOUND))) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  if (found)
    scope->department = sheet.department;
  scope->names = found && shows_names (&held, scope);
  if (everywhere || scope->names)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "person “%s”: this is for %s", person_id, needs[TNK_DESK_NEED_PAPERS].who);
  return FALSE;
}
