/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-action-writer-private.h"
#include "tnk-store-plan.h"

/* Changes of several actions at once: every one or none. */

typedef struct
{
  TnkStore *store;
  TnkChange change;
  TnkActionWriter writer;
  TnkPlan *plan;
} Batch;

static void
batch_clear (Batch *self)
{
  tnk_action_writer_close (&self->writer);
  tnk_change_end (&self->change);
  g_clear_object (&self->plan);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Batch, batch_clear)

static gboolean
batch_begin (Batch *self,
             TnkStore *store,
             const char *campaign_id,
             const char *by,
             GError **error)
{
  gint64 campaign_no;

  self->store = store;
  self->plan = tnk_store_open_plan (store, campaign_id, &campaign_no, error);
  return self->plan != NULL && tnk_change_begin (&self->change, store, error) &&
         tnk_store_read_actions (store, campaign_no, NULL, self->plan, error) &&
         tnk_action_writer_open (&self->writer, &self->change, self->plan, campaign_no, by, error);
}

static gboolean
batch_commit (Batch *self,
              GError **error)
{
  tnk_action_writer_close (&self->writer);
  return tnk_change_commit (&self->change, error);
}

static TnkAction *
find_action (Batch *self,
             const char *id,
             GError **error)
{
  TnkAction *action = tnk_plan_lookup (self->plan, id);

  if (action == NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: the plan of “%s” has no action “%s”; see “tenkenctl plan list”",
                 tnk_store_get_name (self->store), tnk_campaign_get_id (tnk_plan_get_campaign (self->plan)), id);
  return action;
}

/**
 * tnk_store_merge_actions:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @action_id: the action that stays
 * @other_id: another about the same control, which is withdrawn
 * @by: (nullable): the staff number of who merges them
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `NOT_FOUND`, `STATE` or `STORE`
 *
 * Merges several departments’ same gap into one action, see [method@Action.absorb].
 *
 * Returns: (transfer full): the action that stays
 *
 * Since: 0.1
 */
TnkAction *
tnk_store_merge_actions (TnkStore *self,
                         const char *campaign_id,
                         const char *action_id,
                         const char *other_id,
                         const char *by,
                         GError **error)
{
  g_auto (Batch) batch = {0};
  g_autoptr (TnkAction) action = NULL, other = NULL, stored = NULL, withdrawn = NULL;
  TnkAction *before, *other_before;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, NULL);
  g_return_val_if_fail (action_id != NULL && other_id != NULL, NULL);

  if (!batch_begin (&batch, self, campaign_id, by, error))
    return NULL;
  before = find_action (&batch, action_id, error);
  other_before = before != NULL ? find_action (&batch, other_id, error) : NULL;
  if (other_before == NULL)
    return NULL;
  action = tnk_action_copy (before);
  other = tnk_action_copy (other_before);
  if (!tnk_action_absorb (action, other, error))
    return NULL;
  stored = tnk_action_writer_write (&batch.writer, action, before, error);
  withdrawn = stored != NULL ? tnk_action_writer_write (&batch.writer, other, other_before, error) : NULL;
  return withdrawn != NULL && batch_commit (&batch, error) ? g_steal_pointer (&stored) : NULL;
}

/* --- what came back in a sheet --- */

static gboolean
check_decided (TnkPlanEdits *edits,
               GError **error)
{
  guint n = tnk_plan_edits_count_undecided (edits);

  if (n == 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
               "%u values were changed both in the sheet and in the plan; decide for each which one stays", n);
  return FALSE;
}

/* The edits were shown against the plan as it was when they were read. If it changed since, they must be shown again. */
static gboolean
find_before (Batch *self,
             TnkAction *seen,
             TnkAction **before,
             GError **error)
{
  *before = NULL;
  if (seen == NULL)
    return TRUE;
  *before = find_action (self, tnk_action_get_id (seen), error);
  if (*before == NULL)
    return FALSE;
  if (tnk_action_get_revision (*before) == tnk_action_get_revision (seen))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
               "%s: somebody changed the action “%s” since the sheet was compared with the plan; read the sheet again",
               tnk_store_get_name (self->store), tnk_action_get_id (seen));
  return FALSE;
}

static gboolean
is_unchanged (TnkAction *action,
              TnkAction *before)
{
  if (before == NULL || tnk_action_get_n_notes (action) != tnk_action_get_n_notes (before))
    return FALSE;
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    if (!g_str_equal (tnk_action_get (action, field), tnk_action_get (before, field)))
      return FALSE;
  return TRUE;
}

static gboolean
apply (Batch *self,
       TnkPlanEdit *edit,
       guint *n_stored,
       GError **error)
{
  g_autoptr (TnkAction) action = NULL, stored = NULL;
  TnkAction *before;

  if (!find_before (self, tnk_plan_edit_get_action (edit), &before, error))
    return FALSE;
  action = tnk_plan_edit_make_action (edit, error);
  if (action != NULL && is_unchanged (action, before))
    return TRUE;
  stored = action != NULL ? tnk_action_writer_write (&self->writer, action, before, error) : NULL;
  if (stored == NULL) {
    g_prefix_error (error, "%s: ", tnk_plan_edit_get_where (edit));
    return FALSE;
  }
  *n_stored += 1;
  return TRUE;
}

static gboolean
apply_all (Batch *self,
           TnkPlanEdits *edits,
           guint *n_stored,
           TnkProgressFunc progress,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  guint n = tnk_plan_edits_get_n_edits (edits);

  for (guint i = 0; i < n; i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !apply (self, tnk_plan_edits_get_edit (edits, i), n_stored, error))
      return FALSE;
    if (progress != NULL)
      progress (i + 1, n, user_data);
  }
  return TRUE;
}

/**
 * tnk_store_apply_plan:
 * @self: an open store
 * @edits: what a sheet changes, with every conflict decided
 * @by: (nullable): the staff number of who brings the sheet back
 * @n_stored: (out): how many actions were added or changed
 * @progress: (nullable) (scope call): hears how far it is
 * @user_data: the data of @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `STATE` if a conflict is not decided, or if the plan was
 *   changed since the sheet was compared with it; `INVALID`, `NOT_FOUND`, `REFUSED` or `STORE`, or cancelled
 *
 * Puts what a sheet changes into the plan: all of it or, if anything fails, nothing.
 *
 * Returns: `TRUE` if the plan is as decided
 *
 * Since: 0.1
 */
gboolean
tnk_store_apply_plan (TnkStore *self,
                      TnkPlanEdits *edits,
                      const char *by,
                      guint *n_stored,
                      TnkProgressFunc progress,
                      gpointer user_data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Batch) batch = {0};
  const char *campaign_id;
  guint n = 0;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_PLAN_EDITS (edits) && n_stored != NULL, FALSE);

  campaign_id = tnk_campaign_get_id (tnk_plan_get_campaign (tnk_plan_edits_get_plan (edits)));
  if (!check_decided (edits, error) || !batch_begin (&batch, self, campaign_id, by, error) ||
      !apply_all (&batch, edits, &n, progress, user_data, cancellable, error))
    return FALSE;
  if (n > 0 && !batch_commit (&batch, error))
    return FALSE;
  *n_stored = n;
  return TRUE;
}
