/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-plan-private.h"
#include "tnk-plan-edits-private.h"
#include "tnk-plan-sheet.h"
#include "tnk-store-plan.h"

/* The workbook of the plan that comes back. */

/**
 * tnk_desk_write_plan_sheet:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department, with all below it; `NULL` for the whole body
 * @filename: where to write the workbook (.xlsx)
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND`, `STORE` or `EXPORT`, or cancelled
 *
 * Writes the actions about a department as a workbook to be edited, see [method@Plan.write].
 *
 * Returns: `TRUE` if the file was written
 *
 * Since: 0.1
 */
gboolean
tnk_desk_write_plan_sheet (TnkDesk *self,
                           const char *campaign_id,
                           const char *department_id,
                           const char *filename,
                           GCancellable *cancellable,
                           GError **error)
{
  g_auto (TnkDeskPlan) all = {0};
  g_autoptr (TnkPlan) part = NULL;
  g_autofree char *today = NULL;
  guint64 n_cells;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && filename != NULL, FALSE);

  if (!tnk_desk_enter_plan (self, TNK_DESK_NEED_FIGURES, campaign_id, department_id, &all, error))
    return FALSE;
  part = tnk_desk_plan_make_part (&all, self, error);
  if (part == NULL)
    return FALSE;
  today = tnk_store_dup_today (self->store);
  return tnk_plan_write (part, all.scope.department, tnk_store_get_body_name (self->store), today, filename, cancellable, &n_cells, error);
}

/**
 * tnk_desk_read_plan_sheet:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department, with all below it; `NULL` for the whole body
 * @filename: a workbook (.xlsx) that was made of this plan and edited
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault with its sheet and cell
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`, or as of [method@Plan.read]
 *
 * Compares an edited workbook with the plan as the person may see it. Nothing is changed by this.
 *
 * Returns: (transfer full): what the workbook changes, for whoever must decide
 *
 * Since: 0.1
 */
TnkPlanEdits *
tnk_desk_read_plan_sheet (TnkDesk *self,
                          const char *campaign_id,
                          const char *department_id,
                          const char *filename,
                          GPtrArray **problems,
                          TnkProgressFunc progress,
                          gpointer user_data,
                          GCancellable *cancellable,
                          GError **error)
{
  g_auto (TnkDeskPlan) all = {0};
  g_autoptr (TnkPlan) part = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && filename != NULL, NULL);

  if (problems != NULL)
    *problems = NULL;
  if (!tnk_desk_enter_plan (self, TNK_DESK_NEED_PLAN, campaign_id, department_id, &all, error))
    return NULL;
  part = tnk_desk_plan_make_part (&all, self, error);
  return part != NULL ? tnk_plan_read (filename, part, problems, progress, user_data, cancellable, error) : NULL;
}

/* Each action must be the person’s as it is and as it would be. */
static gboolean
check_edit (TnkDeskPlan *all,
            TnkPlanEdit *edit,
            GError **error)
{
  TnkAction *seen = tnk_plan_edit_get_action (edit);
  TnkAction *before = seen != NULL ? tnk_plan_lookup (all->plan, tnk_action_get_id (seen)) : NULL;
  g_autoptr (TnkAction) after = tnk_plan_edit_make_action (edit, error);

  if (after != NULL && tnk_desk_plan_covers (all, after) && (seen == NULL || (before != NULL && tnk_desk_plan_covers (all, before))))
    return TRUE;
  if (after != NULL)
    tnk_desk_plan_throw (after, error);
  g_prefix_error (error, "%s: ", tnk_plan_edit_get_where (edit));
  return FALSE;
}

/**
 * tnk_desk_apply_plan:
 * @self: a desk
 * @department_id: (nullable): the department in which the person works now; `NULL` for the whole body
 * @edits: what a workbook changes, with every conflict decided
 * @n_stored: (out): how many actions were added or changed
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if a row changes an action of which a department is
 *   somebody else’s, or verifies one that the person owns; otherwise as of [method@Store.apply_plan]
 *
 * Puts what a workbook changes into the plan: all of it or, if anything fails, nothing.
 *
 * Returns: `TRUE` if the plan is as decided
 *
 * Since: 0.1
 */
gboolean
tnk_desk_apply_plan (TnkDesk *self,
                     const char *department_id,
                     TnkPlanEdits *edits,
                     guint *n_stored,
                     TnkProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_auto (TnkDeskPlan) all = {0};
  const char *campaign_id;

  g_return_val_if_fail (TNK_IS_DESK (self) && TNK_IS_PLAN_EDITS (edits) && n_stored != NULL, FALSE);

  campaign_id = tnk_campaign_get_id (tnk_plan_get_campaign (tnk_plan_edits_get_plan (edits)));
  if (!tnk_desk_enter_plan (self, TNK_DESK_NEED_PLAN, campaign_id, department_id, &all, error))
    return FALSE;
  for (guint i = 0; i < tnk_plan_edits_get_n_edits (edits); i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) || !check_edit (&all, tnk_plan_edits_get_edit (edits, i), error))
      return FALSE;
  return tnk_store_apply_plan (self->store, edits, self->person_id, n_stored, progress, user_data, cancellable, error);
}
