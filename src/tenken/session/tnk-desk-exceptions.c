/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-deputy.h"
#include "tnk-desk-private.h"
#include "tnk-desk-records.h"
#include "tnk-exception.h"
#include "tnk-form-library.h"
#include "tnk-held-actor-private.h"
#include "tnk-store-lapsed-private.h"

/* The register of exceptions, what rested on them, and who stands in for those who permit them. */

#define SEES_ALL (TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE | TNK_RIGHTS_AUDIT)

/* An exception of a department touches those below it and is of interest to those above. */
static gboolean
touches (TnkBody *tree,
         const TnkHeldRights *held,
         const char *department_id)
{
  TnkDepartment *department = tnk_body_lookup_department (tree, department_id);

  for (guint i = 0; department != NULL && i < held->departments->len; i++) {
    TnkDepartment *own = tnk_body_lookup_department (tree, held->departments->pdata[i]);

    if (own != NULL && (tnk_department_is_within (department, own) || tnk_department_is_within (own, department)))
      return TRUE;
  }
  return FALSE;
}

/**
 * tnk_desk_list_exceptions:
 * @self: a desk
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Reads the register of exceptions: all of it for the secretariat, the committee and the auditors; for whoever answers for a
 * department those that touch it.
 *
 * Returns: (transfer full) (element-type TnkException): the exceptions, in the order in which they were entered
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_exceptions (TnkDesk *self,
                          GError **error)
{
  g_auto (TnkHeldRights) held = {0};
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (TnkBody) tree = NULL;
  GPtrArray *seen;

  g_return_val_if_fail (TNK_IS_DESK (self), NULL);

  if (!tnk_desk_enter_any (self, error) || !tnk_held_rights_read (&held, self->store, self->person_id, error))
    return NULL;
  tree = tnk_store_load_tree (self->store, NULL, error);
  all = tree != NULL ? tnk_store_list_exceptions (self->store, error) : NULL;
  if (all == NULL)
    return NULL;
  seen = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < all->len; i++)
    if ((held.rights & SEES_ALL) != 0 || touches (tree, &held, tnk_exception_get_department_id (all->pdata[i])))
      g_ptr_array_add (seen, g_object_ref (all->pdata[i]));
  return seen;
}

/**
 * tnk_desk_list_lapsed:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): a department with all below it, or `NULL` for the whole body
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Lists the answers “excepted” of what is handed in whose exception has ended, see [method@Store.list_lapsed]: one by one where names
 * may be shown, otherwise how many rest on each exception. What comes from too few people to be in a figure is left out, see
 * [method@Desk.load_tally].
 *
 * Returns: (transfer full) (element-type TnkLapse): the answers
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_lapsed (TnkDesk *self,
                      const char *campaign_id,
                      const char *department_id,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (TnkReading) reading = {0};
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (TnkTally) shown = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);

  if (!tnk_reading_begin (&reading, self->store, error) ||
      !tnk_desk_enter (self, TNK_DESK_NEED_FIGURES, campaign_id, department_id, &scope, error))
    return NULL;
  if (scope.few_withheld) {
    shown = tnk_tally_cache_count (self->tallies, scope.round->no, scope.campaign, scope.tree, scope.department, TRUE, cancellable, error);
    if (shown == NULL)
      return NULL;
  }
  return tnk_store_read_lapsed (self->store, &(TnkItemScope){scope.round, scope.tree, scope.department, shown}, scope.names, error);
}

/**
 * tnk_desk_list_deputies:
 * @self: a desk
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Does what [method@Store.list_deputies] does, for everybody at a desk: who decides is no secret.
 *
 * Returns: (transfer full) (element-type TnkDeputy): the deputies
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_deputies (TnkDesk *self,
                        GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self), NULL);
  return tnk_desk_enter_any (self, error) ? tnk_store_list_deputies (self->store, error) : NULL;
}

/* Only who holds a role lends it, so that nobody chooses who decides about his or her own application. */
static gboolean
check_holder (TnkDesk *self,
              const char *role,
              GError **error)
{
  g_auto (TnkHeldActor) held = {0};

  if (!tnk_desk_enter_any (self, error) || !tnk_held_actor_read (&held, self->store, self->person_id, error))
    return FALSE;
  if (g_strv_contains ((const char *const *) held.roles, role))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "the deputies of the role “%s” are for who holds it to name", role);
  return FALSE;
}

static gboolean
takes_deputies (GPtrArray *forms,
                const char *role)
{
  for (guint i = 0; i < forms->len; i++)
    if (tnk_form_takes_deputies (forms->pdata[i], role))
      return TRUE;
  return FALSE;
}

static GPtrArray *
load_forms (void)
{
  g_autoptr (TnkFormLibrary) library = tnk_form_library_new ();
  GPtrArray *forms = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tnk_form_library_get_n_entries (library); i++) {
    TnkForm *form = tnk_form_library_load (library, i, NULL);
    if (form != NULL)
      g_ptr_array_add (forms, form);
  }
  return forms;
}

/**
 * tnk_desk_list_roles_to_lend:
 * @self: a desk
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Lists the roles of the person for which some form lets a deputy take a step: those for which naming one means something.
 *
 * Returns: (transfer full): the ids of the roles, in the order of the roster
 *
 * Since: 0.1
 */
GStrv
tnk_desk_list_roles_to_lend (TnkDesk *self,
                             GError **error)
{
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();
  g_autoptr (GPtrArray) forms = NULL;
  g_auto (TnkHeldActor) held = {0};

  g_return_val_if_fail (TNK_IS_DESK (self), NULL);

  if (!tnk_desk_enter_any (self, error) || !tnk_held_actor_read (&held, self->store, self->person_id, error))
    return NULL;
  forms = load_forms ();
  for (guint i = 0; held.roles[i] != NULL; i++)
    if (takes_deputies (forms, held.roles[i]))
      g_strv_builder_add (roles, held.roles[i]);
  return g_strv_builder_end (roles);
}

/**
 * tnk_desk_name_deputy:
 * @self: a desk
 * @role: the id of a role that the person holds
 * @person_id: the staff number of who stands in
 * @starts: (nullable): the first day, ISO 8601; `NULL` for today
 * @ends: (nullable): the last day, ISO 8601; `NULL` for no end
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if the person does not hold the role; otherwise as of
 *   [method@Store.name_deputy]
 *
 * Names somebody who stands in for the person.
 *
 * Returns: `TRUE` if it is so now
 *
 * Since: 0.1
 */
gboolean
tnk_desk_name_deputy (TnkDesk *self,
                      const char *role,
                      const char *person_id,
                      const char *starts,
                      const char *ends,
                      GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && role != NULL && person_id != NULL, FALSE);
  return check_holder (self, role, error) && tnk_store_name_deputy (self->store, role, person_id, starts, ends, error);
}

/**
 * tnk_desk_drop_deputy:
 * @self: a desk
 * @role: the id of a role that the person holds
 * @person_id: a staff number
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if the person does not hold the role, `NOT_FOUND` or
 *   `STORE`
 *
 * Ends that somebody stands in.
 *
 * Returns: `TRUE` if it is so now
 *
 * Since: 0.1
 */
gboolean
tnk_desk_drop_deputy (TnkDesk *self,
                      const char *role,
                      const char *person_id,
                      GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && role != NULL && person_id != NULL, FALSE);
  return check_holder (self, role, error) && tnk_store_drop_deputy (self->store, role, person_id, error);
}
