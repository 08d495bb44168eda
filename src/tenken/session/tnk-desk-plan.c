/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-action-writer-private.h"
#include "tnk-desk-plan-private.h"
#include "tnk-desk-results.h"
#include "tnk-error.h"
#include "tnk-plan-private.h"
#include "tnk-store-plan.h"

/* The improvement plan within the rights of a person. */

#define EVERYWHERE (TNK_RIGHTS_SECRETARIAT | TNK_RIGHTS_COMMITTEE)

void
tnk_desk_plan_clear (TnkDeskPlan *self)
{
  tnk_desk_scope_clear (&self->scope);
  g_clear_object (&self->plan);
  g_clear_pointer (&self->own, g_free);
}

/* A department of the person that this campaign did not have opens nothing. */
static void
mark_own (TnkDeskPlan *self,
          GPtrArray *ids)
{
  TnkBody *tree = tnk_plan_get_body (self->plan);

  for (guint i = 0; i < ids->len; i++) {
    TnkDepartment *department = tnk_body_lookup_department (tree, g_ptr_array_index (ids, i));

    for (guint d = department != NULL ? tnk_department_get_index (department) : G_MAXUINT;
         department != NULL && d < tnk_body_get_subtree_end (tree, tnk_department_get_index (department)); d++)
      self->own[d] = TRUE;
  }
}

gboolean
tnk_desk_enter_plan (TnkDesk *self,
                     TnkDeskNeed need,
                     const char *campaign_id,
                     const char *department_id,
                     TnkDeskPlan *all,
                     GError **error)
{
  g_auto (TnkHeldRights) held = {0};
  guint n;

  if (!tnk_desk_enter (self, need, campaign_id, department_id, &all->scope, error) ||
      !tnk_held_rights_read (&held, self->store, self->person_id, error))
    return FALSE;
  all->plan = tnk_store_load_plan (self->store, campaign_id, error);
  if (all->plan == NULL)
    return FALSE;
  n = tnk_body_get_n_departments (tnk_plan_get_body (all->plan));
  all->person_id = self->person_id;
  all->own = g_new0 (gboolean, n);
  if (all->scope.rights & EVERYWHERE)
    for (guint i = 0; i < n; i++)
      all->own[i] = TRUE;
  else
    mark_own (all, held.departments);
  return TRUE;
}

gboolean
tnk_desk_plan_covers (TnkDeskPlan *self,
                      TnkAction *action)
{
  return tnk_plan_touches (self->plan, action, self->own, TRUE);
}

gboolean
tnk_desk_plan_may_move (TnkDeskPlan *self,
                        TnkAction *action,
                        TnkActionStatus status)
{
  TnkActionStatus from = tnk_action_get_status (action);

  if (!tnk_action_status_can_become (from, status))
    return FALSE;
  if (status == TNK_ACTION_STATUS_VERIFIED && !tnk_plan_check_verifier (self->plan, action, self->person_id, NULL))
    return FALSE;
  return tnk_desk_plan_covers (self, action) ||
         (tnk_action_status_is_agreed (from) && from != TNK_ACTION_STATUS_VERIFIED &&
          (status == TNK_ACTION_STATUS_UNDER_WAY || status == TNK_ACTION_STATUS_DONE) &&
          tnk_plan_is_owner (self->plan, action, self->person_id));
}

gboolean
tnk_desk_plan_throw (TnkAction *action,
                     GError **error)
{
  const char *id = tnk_action_get_id (action);

  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED,
               "action “%s”: this is for whoever answers for all of its departments, the secretariat and the committee", id != NULL ? id : "");
  return FALSE;
}

/* --- reading --- */

/* Whom a manager may choose among: who works today in the departments that he or she answers for. */
static GHashTable *
gather_people (TnkDeskPlan *self,
               const TnkHeldRights *held)
{
  TnkBody *roster = tnk_plan_get_roster (self->plan);
  GHashTable *people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (people, g_strdup (self->person_id));
  for (guint i = 0; i < tnk_body_get_n_people (roster); i++) {
    TnkPerson *person = tnk_body_get_person (roster, i);

    for (TnkDepartment *d = tnk_person_get_department (person); d != NULL; d = tnk_department_get_parent (d))
      if (g_ptr_array_find_with_equal_func (held->departments, tnk_department_get_id (d), g_str_equal, NULL)) {
        g_hash_table_add (people, g_strdup (tnk_person_get_id (person)));
        break;
      }
  }
  return people;
}

static gboolean *
mark_subtree (TnkDeskPlan *self)
{
  TnkBody *tree = tnk_plan_get_body (self->plan);
  gboolean *asked = g_new0 (gboolean, tnk_body_get_n_departments (tree));

  for (guint d = self->scope.department; d < tnk_body_get_subtree_end (tree, self->scope.department); d++)
    asked[d] = TRUE;
  return asked;
}

TnkPlan *
tnk_desk_plan_make_part (TnkDeskPlan *self,
                         TnkDesk *desk,
                         GError **error)
{
  g_auto (TnkHeldRights) held = {0};
  g_autoptr (GHashTable) people = NULL;
  g_autofree gboolean *asked = NULL;
  gboolean everybody = (self->scope.rights & (EVERYWHERE | TNK_RIGHTS_AUDIT)) != 0;

  if (self->scope.department < 0)
    return g_object_ref (self->plan);
  if (!everybody) {
    if (!tnk_held_rights_read (&held, desk->store, desk->person_id, error))
      return NULL;
    people = gather_people (self, &held);
  }
  asked = mark_subtree (self);
  return tnk_plan_make_part (self->plan, asked, everybody ? asked : self->own, self->person_id, people);
}

/**
 * tnk_desk_load_plan:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department, with all below it; `NULL` for the whole body
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`
 *
 * Reads the actions that are about a department, and those that the person owns. Of the other departments of an action the
 * plan says which they are, and nothing else; its people are those of whoever answers for the department, besides those who
 * are named in the actions.
 *
 * Returns: (transfer full): the plan and what the person may do about it
 *
 * Since: 0.1
 */
TnkPlanView *
tnk_desk_load_plan (TnkDesk *self,
                    const char *campaign_id,
                    const char *department_id,
                    GError **error)
{
  g_auto (TnkDeskPlan) all = {0};
  g_autoptr (TnkPlan) part = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);

  if (!tnk_desk_enter_plan (self, TNK_DESK_NEED_FIGURES, campaign_id, department_id, &all, error))
    return NULL;
  part = tnk_desk_plan_make_part (&all, self, error);
  if (part == NULL)
    return NULL;
  today = tnk_store_dup_today (self->store);
  return tnk_plan_view_new (&all, part, today);
}

/* A campaign that this person may not see into, or that did not have the department, has nothing to tell here. */
static gboolean
is_hidden (const GError *error)
{
  return g_error_matches (error, TNK_ERROR, TNK_ERROR_REFUSED) || g_error_matches (error, TNK_ERROR, TNK_ERROR_NOT_FOUND);
}

static gboolean
add_unfinished (TnkDesk *self,
                const char *campaign_id,
                const char *department_id,
                GPtrArray *list,
                GError **error)
{
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (TnkUnfinished) unfinished = NULL;

  if (!tnk_desk_enter (self, TNK_DESK_NEED_FIGURES, campaign_id, department_id, &scope, error))
    return FALSE;
  unfinished = tnk_store_count_unfinished (self->store, campaign_id, department_id, error);
  if (unfinished == NULL)
    return FALSE;
  if (tnk_unfinished_get_n_actions (unfinished) > 0)
    g_ptr_array_add (list, g_steal_pointer (&unfinished));
  return TRUE;
}

/**
 * tnk_desk_list_unfinished:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department, with all below it; `NULL` for the whole body
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`
 *
 * Counts what is left to do about a department: of the plan of this campaign, and of those that were made before it. Plans
 * without such actions are left out.
 *
 * Returns: (transfer full) (element-type TnkUnfinished): what there is, this campaign first, then the newest
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_unfinished (TnkDesk *self,
                          const char *campaign_id,
                          const char *department_id,
                          GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) earlier = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);

  if (!add_unfinished (self, campaign_id, department_id, list, error))
    return NULL;
  earlier = tnk_store_list_unfinished (self->store, campaign_id, error);
  if (earlier == NULL)
    return NULL;
  for (guint i = 0; earlier[i] != NULL; i++) {
    g_autoptr (GError) local = NULL;

    if (!add_unfinished (self, earlier[i], department_id, list, &local) && !is_hidden (local)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  }
  return g_steal_pointer (&list);
}

/* --- proposals --- */

/* What the proposals say of departments is within what was asked for, and so within the person’s rights. */
static GPtrArray *
propose (TnkDesk *self,
         const char *campaign_id,
         const char *department_id,
         const char *language,
         gboolean store,
         GCancellable *cancellable,
         GError **error)
{
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (TnkTally) tally = NULL;

  if (!tnk_desk_enter (self, TNK_DESK_NEED_PLAN, campaign_id, department_id, &scope, error))
    return NULL;
  /* As this person may see the counts: a proposal says that something is amiss, and with whom. */
  tally = tnk_desk_load_tally (self, campaign_id, department_id, cancellable, error);
  if (tally == NULL)
    return NULL;
  if (store)
    return tnk_store_propose_from (self->store, tally, scope.department, language, self->person_id, cancellable, error);
  return tnk_store_list_proposals_from (self->store, tally, scope.department, language, error);
}

/**
 * tnk_desk_list_proposals:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department, with all below it; `NULL` for the whole body
 * @language: (nullable): the language of the proposals, `ja` or `en`
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Shows what [method@Desk.propose_actions] would add now, worst first.
 *
 * Returns: (transfer container) (element-type TnkAction): the proposals, which are not stored
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_proposals (TnkDesk *self,
                         const char *campaign_id,
                         const char *department_id,
                         const char *language,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);
  return propose (self, campaign_id, department_id, language, FALSE, cancellable, error);
}

/**
 * tnk_desk_propose_actions:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department, with all below it; `NULL` for the whole body
 * @language: (nullable): the language of the proposals, `ja` or `en`
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Puts proposals made from the gaps into the plan, see [method@Store.propose_actions].
 *
 * Returns: (transfer container) (element-type TnkAction): what was added
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_propose_actions (TnkDesk *self,
                          const char *campaign_id,
                          const char *department_id,
                          const char *language,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);
  return propose (self, campaign_id, department_id, language, TRUE, cancellable, error);
}
