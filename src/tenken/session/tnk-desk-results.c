/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-results.h"

#include "tnk-desk-private.h"
#include "tnk-store-items-private.h"

/* The counts of what was entered, as this person may see them. */
static TnkTally *
count_scope (TnkDesk *self,
             const TnkDeskScope *scope,
             GCancellable *cancellable,
             GError **error)
{
  return tnk_tally_cache_count (self->tallies, scope->round->no, scope->campaign, scope->tree, scope->department, scope->few_withheld,
                                cancellable, error);
}

/* @few says whether figures of too few people are withheld from a campaign that this one is compared with; then they are from this one
 * too, or unlike things would be compared. */
static TnkTally *
count (TnkDesk *self,
       const char *campaign_id,
       const char *department_id,
       gboolean *few,
       GCancellable *cancellable,
       GError **error)
{
  g_auto (TnkDeskScope) scope = {0};

  if (!tnk_desk_enter (self, TNK_DESK_NEED_FIGURES, campaign_id, department_id, &scope, error))
    return NULL;
  *few = scope.few_withheld |= *few;
  return count_scope (self, &scope, cancellable, error);
}

/* An earlier campaign in which the department was not there, or was not one of this person's, is not compared with. */
static TnkTally *
count_earlier (TnkDesk *self,
               const char *campaign_id,
               const char *department_id,
               gboolean *few,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GError) local = NULL;
  TnkTally *tally = count (self, campaign_id, department_id, few, cancellable, &local);

  if (local != NULL && !g_error_matches (local, TNK_ERROR, TNK_ERROR_NOT_FOUND) &&
      !g_error_matches (local, TNK_ERROR, TNK_ERROR_REFUSED))
    g_propagate_error (error, g_steal_pointer (&local));
  return tally;
}

/**
 * tnk_desk_load_tally:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): a department with all below it, or `NULL` for the whole body
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Counts the answers that count. Of a department it holds that department with all below it, and all others are empty: their
 * indices are those of the whole tree, and whoever has the tally cannot tell anything about them. Where the campaign shows counts
 * only, those who only answer for the department get no figure of fewer than %TNK_TALLY_FEWEST_SHOWN people, nor any that such a one
 * can be reckoned from: see [method@Score.is_withheld].
 *
 * Returns: (transfer full): the counts, from which every score is made
 *
 * Since: 0.1
 */
TnkTally *
tnk_desk_load_tally (TnkDesk *self,
                     const char *campaign_id,
                     const char *department_id,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (TnkReading) reading = {0};
  gboolean few = FALSE;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);

  if (!tnk_reading_begin (&reading, self->store, error))
    return NULL;
  return count (self, campaign_id, department_id, &few, cancellable, error);
}

/**
 * tnk_desk_load_previous_tally:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): a department with all below it, or `NULL` for the whole body
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Counts the answers of the campaign to compare with, see [method@Store.find_previous_campaign]. Its departments have their own
 * places in its own tree: look them up by their id.
 *
 * Returns: (transfer full) (nullable): the counts; `NULL` if there is no such campaign or the department was not one of the
 *   person’s in it, or with @error set
 *
 * Since: 0.1
 */
TnkTally *
tnk_desk_load_previous_tally (TnkDesk *self,
                              const char *campaign_id,
                              const char *department_id,
                              GCancellable *cancellable,
                              GError **error)
{
  g_auto (TnkReading) reading = {0};
  g_auto (TnkDeskScope) scope = {0};
  g_autofree char *previous = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);

  if (!tnk_reading_begin (&reading, self->store, error) ||
      !tnk_desk_enter (self, TNK_DESK_NEED_FIGURES, campaign_id, department_id, &scope, error))
    return NULL;
  previous = tnk_store_find_previous_campaign (self->store, campaign_id, error);
  return previous != NULL ? count_earlier (self, previous, department_id, &scope.few_withheld, cancellable, error) : NULL;
}

/* Goes back from campaign to campaign; each compares with the last closed one on the same catalog. */
static gboolean
add_earlier (TnkDesk *self,
             const char *campaign_id,
             const char *department_id,
             gboolean few,
             GPtrArray *tallies,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *id = g_strdup (campaign_id);
  g_autoptr (GError) local = NULL;

  while (local == NULL) {
    g_autofree char *previous = tnk_store_find_previous_campaign (self->store, id, &local);
    g_autoptr (TnkTally) tally = NULL;

    if (previous == NULL)
      break;
    tally = count_earlier (self, previous, department_id, &few, cancellable, &local);
    if (tally != NULL)
      g_ptr_array_insert (tallies, 0, g_steal_pointer (&tally));
    g_free (id);
    id = g_steal_pointer (&previous);
  }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * tnk_desk_load_trend:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): a department with all below it, or `NULL` for the whole body
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Works out how the figures went up to a campaign, over all closed campaigns on the same catalog. Those in which the department
 * was not one of the person’s are left out.
 *
 * Returns: (transfer full): the trend
 *
 * Since: 0.1
 */
TnkTrend *
tnk_desk_load_trend (TnkDesk *self,
                     const char *campaign_id,
                     const char *department_id,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (TnkReading) reading = {0};
  g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func (g_object_unref);
  gboolean few = FALSE;
  TnkTally *tally;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);

  if (!tnk_reading_begin (&reading, self->store, error))
    return NULL;
  tally = count (self, campaign_id, department_id, &few, cancellable, error);
  if (tally == NULL)
    return NULL;
  g_ptr_array_add (tallies, tally);
  if (!add_earlier (self, campaign_id, department_id, few, tallies, cancellable, error))
    return NULL;
  return tnk_trend_new (tallies, department_id);
}

/* --- what figures are made of --- */

static gboolean
find_control (const TnkDeskScope *scope,
              const char *control_id,
              TnkControl **control,
              GError **error)
{
  *control = tnk_catalog_lookup_control (tnk_campaign_get_catalog (scope->campaign), control_id);
  if (*control != NULL)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign’s catalog has no control “%s”", control_id);
  return FALSE;
}

static gboolean
find_role (const TnkDeskScope *scope,
           const char *role_id,
           TnkRole **role,
           GError **error)
{
  *role = role_id != NULL ? tnk_catalog_lookup_role (tnk_campaign_get_catalog (scope->campaign), role_id) : NULL;
  if (*role != NULL || role_id == NULL)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign’s catalog has no role “%s”", role_id);
  return FALSE;
}

static gboolean
check_names (const TnkDeskScope *scope,
             GError **error)
{
  if (scope->names)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED,
               "the campaign “%s” shows counts only; single answers are for the secretariat",
               tnk_campaign_get_id (scope->campaign));
  return FALSE;
}

/**
 * tnk_desk_list_items:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): a department with all below it, or `NULL` for the whole body
 * @control_id: the id of a control
 * @role_id: (nullable): the id of a role, or `NULL` for all that are asked about the control
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, also where the campaign shows counts only, `NOT_FOUND`
 *   or `STORE`, or cancelled
 *
 * Lists what the counts of a control are made of: one item for each person and role that is asked, with the answer if it counts.
 *
 * Returns: (transfer container) (element-type TnkItem): the items, role by role, in the order of the departments
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_items (TnkDesk *self,
                     const char *campaign_id,
                     const char *department_id,
                     const char *control_id,
                     const char *role_id,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (TnkReading) reading = {0};
  g_auto (TnkDeskScope) scope = {0};
  TnkControl *control;
  TnkRole *role;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && control_id != NULL, NULL);

  if (!tnk_reading_begin (&reading, self->store, error) ||
      !tnk_desk_enter (self, TNK_DESK_NEED_PAPERS, campaign_id, department_id, &scope, error) || !check_names (&scope, error) ||
      !find_control (&scope, control_id, &control, error) || !find_role (&scope, role_id, &role, error))
    return NULL;
  return tnk_store_read_items (self->store, &(TnkItemScope){scope.round, scope.tree, scope.department, NULL}, control, role, cancellable,
                               error);
}

/**
 * tnk_desk_list_comments:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): a department with all below it, or `NULL` for the whole body
 * @control_id: (nullable): the id of a control, or `NULL` for all
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`, or cancelled
 *
 * Lists what people wrote to their answers that count. Who may see names gets whole items; others get the control and the
 * text alone, in an order that comes from the texts. What comes from too few people to be in a figure is left out, see
 * [method@Desk.load_tally].
 *
 * Returns: (transfer container) (element-type TnkItem): the items, in catalog order
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_comments (TnkDesk *self,
                        const char *campaign_id,
                        const char *department_id,
                        const char *control_id,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (TnkReading) reading = {0};
  g_auto (TnkDeskScope) scope = {0};
  g_autoptr (TnkTally) shown = NULL;
  TnkControl *control = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);

  if (!tnk_reading_begin (&reading, self->store, error) ||
      !tnk_desk_enter (self, TNK_DESK_NEED_FIGURES, campaign_id, department_id, &scope, error) ||
      (control_id != NULL && !find_control (&scope, control_id, &control, error)))
    return NULL;
  shown = scope.few_withheld ? count_scope (self, &scope, cancellable, error) : NULL;
  if (scope.few_withheld && shown == NULL)
    return NULL;
  return tnk_store_read_comments (self->store, &(TnkItemScope){scope.round, scope.tree, scope.department, shown}, control, scope.names,
                                  cancellable, error);
}
