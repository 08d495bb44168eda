/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-action-writer-private.h"
#include "tnk-store-plan.h"

/* What gaps make of the plan, and what of it is late. */

static gboolean
find_department (TnkBody *body,
                 const char *campaign_id,
                 const char *department_id,
                 int *index,
                 GError **error)
{
  TnkDepartment *department;

  *index = -1;
  if (department_id == NULL)
    return TRUE;
  department = tnk_body_lookup_department (body, department_id);
  if (department != NULL) {
    *index = tnk_department_get_index (department);
    return TRUE;
  }
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign “%s” has no department “%s”", campaign_id, department_id);
  return FALSE;
}

static GPtrArray *
write_all (TnkActionWriter *writer,
           GPtrArray *actions,
           GError **error)
{
  g_autoptr (GPtrArray) stored = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < actions->len; i++) {
    TnkAction *action = tnk_action_writer_write (writer, g_ptr_array_index (actions, i), NULL, error);

    if (action == NULL)
      return NULL;
    g_ptr_array_add (stored, action);
  }
  return g_steal_pointer (&stored);
}

GPtrArray *
tnk_store_propose_from (TnkStore *self,
                        TnkTally *tally,
                        int department,
                        const char *language,
                        const char *by,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (TnkChange) change = {0};
  g_auto (TnkActionWriter) writer = {0};
  g_autoptr (TnkPlan) plan = NULL;
  g_autoptr (GPtrArray) proposals = NULL, stored = NULL;
  gint64 campaign_no;

  plan = tnk_store_open_plan (self, tnk_campaign_get_id (tnk_tally_get_campaign (tally)), &campaign_no, error);
  if (plan == NULL || !tnk_change_begin (&change, self, error) || !tnk_store_read_actions (self, campaign_no, NULL, plan, error) ||
      !tnk_action_writer_open (&writer, &change, plan, campaign_no, by, error))
    return NULL;
  proposals = tnk_plan_propose (plan, tally, department, language);
  stored = write_all (&writer, proposals, error);
  tnk_action_writer_close (&writer);
  if (stored == NULL || g_cancellable_set_error_if_cancelled (cancellable, error) || (stored->len > 0 && !tnk_change_commit (&change, error)))
    return NULL;
  return g_steal_pointer (&stored);
}

GPtrArray *
tnk_store_list_proposals_from (TnkStore *self,
                               TnkTally *tally,
                               int department,
                               const char *language,
                               GError **error)
{
  g_autoptr (TnkPlan) plan = NULL;
  gint64 campaign_no;

  plan = tnk_store_open_plan (self, tnk_campaign_get_id (tnk_tally_get_campaign (tally)), &campaign_no, error);
  if (plan == NULL || !tnk_store_read_actions (self, campaign_no, NULL, plan, error))
    return NULL;
  return tnk_plan_propose (plan, tally, department, language);
}

/**
 * tnk_store_propose_actions:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department whose gaps, and of all below it, are looked at; `NULL` for the whole body
 * @language: (nullable): the language of the proposals, `ja` or `en`
 * @by: (nullable): the staff number of who asks for it
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`, or cancelled
 *
 * Puts proposals made from the gaps into the plan, see [method@Plan.propose]. What the plan holds already is neither
 * doubled nor overwritten.
 *
 * Returns: (transfer container) (element-type TnkAction): what was added
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_propose_actions (TnkStore *self,
                           const char *campaign_id,
                           const char *department_id,
                           const char *language,
                           const char *by,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (TnkTally) tally = NULL;
  int department;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, NULL);

  tally = tnk_store_tally (self, campaign_id, cancellable, error);
  if (tally == NULL || !find_department (tnk_tally_get_body (tally), campaign_id, department_id, &department, error))
    return NULL;
  return tnk_store_propose_from (self, tally, department, language, by, cancellable, error);
}

/**
 * tnk_store_list_proposals:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department whose gaps, and of all below it, are looked at; `NULL` for the whole body
 * @language: (nullable): the language of the proposals, `ja` or `en`
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`, or cancelled
 *
 * Shows what [method@Store.propose_actions] would add now.
 *
 * Returns: (transfer container) (element-type TnkAction): the proposals, which are not stored
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_proposals (TnkStore *self,
                          const char *campaign_id,
                          const char *department_id,
                          const char *language,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (TnkTally) tally = NULL;
  int department;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, NULL);

  tally = tnk_store_tally (self, campaign_id, cancellable, error);
  if (tally == NULL || !find_department (tnk_tally_get_body (tally), campaign_id, department_id, &department, error))
    return NULL;
  return tnk_store_list_proposals_from (self, tally, department, language, error);
}

/* --- what is left to do --- */

#define UNFINISHED "('proposed', 'planned', 'under_way')"

/* Counts actions, of which each can be about several departments of the subtree. */
static gboolean
count_rows (TnkStatement *statement,
            TnkBody *body,
            int department,
            guint *n_actions,
            guint *n_overdue,
            GError **error)
{
  guint end = department < 0 ? 0 : tnk_body_get_subtree_end (body, department);
  gint64 last = 0;
  gboolean row;

  while (tnk_statement_step (statement, &row, error)) {
    TnkDepartment *entry = row ? tnk_body_lookup_department (body, tnk_statement_text (statement, 1)) : NULL;
    guint place = entry != NULL ? tnk_department_get_index (entry) : G_MAXUINT;

    if (!row)
      return TRUE;
    if (tnk_statement_int (statement, 0) == last || (department >= 0 && (place < (guint) department || place >= end)))
      continue;
    last = tnk_statement_int (statement, 0);
    *n_actions += 1;
    *n_overdue += tnk_statement_int (statement, 2) != 0;
  }
  return FALSE;
}

/**
 * tnk_store_count_unfinished:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @department_id: (nullable): the department, with all below it; `NULL` for the whole body
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Counts the actions about a department that are proposed, planned or under way, and what [method@Plan.count_overdue] counts,
 * by the clock of the store, without reading the plan.
 *
 * Returns: (transfer full): what there is
 *
 * Since: 0.1
 */
TnkUnfinished *
tnk_store_count_unfinished (TnkStore *self,
                            const char *campaign_id,
                            const char *department_id,
                            GError **error)
{
  g_autoptr (TnkBody) body = NULL;
  g_autoptr (TnkStatement) statement = NULL;
  g_autofree char *today = NULL;
  TnkCampaignState state;
  gint64 campaign_no;
  int department;
  guint n_actions = 0, n_overdue = 0;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, NULL);

  if (!tnk_store_find_campaign (self, campaign_id, &campaign_no, &state, error))
    return NULL;
  body = tnk_store_load_tree (self, campaign_id, error);
  if (body == NULL || !find_department (body, campaign_id, department_id, &department, error))
    return NULL;
  today = tnk_store_dup_today (self);
  statement = tnk_connection_query (self->connection, error,
                                    "SELECT a.no, d.department_id, a.due <> '' AND a.due < $2 "
                                    "FROM action a JOIN action_department d ON d.action_no = a.no "
                                    "WHERE a.campaign_no = $1 AND a.status IN " UNFINISHED " ORDER BY a.no",
                                    "it", campaign_no, today);
  if (statement == NULL || !count_rows (statement, body, department, &n_actions, &n_overdue, error))
    return NULL;
  return tnk_unfinished_new (campaign_id, n_actions, n_overdue);
}

/**
 * tnk_store_list_unfinished:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Lists the campaigns that were made before this one and whose plans are not finished: nobody looks at them any more, yet their
 * promises stand.
 *
 * Returns: (transfer full): the ids, the newest first
 *
 * Since: 0.1
 */
GStrv
tnk_store_list_unfinished (TnkStore *self,
                           const char *campaign_id,
                           GError **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (TnkStatement) statement = NULL;
  TnkCampaignState state;
  gint64 campaign_no;
  gboolean row;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, NULL);

  if (!tnk_store_find_campaign (self, campaign_id, &campaign_no, &state, error))
    return NULL;
  statement = tnk_connection_query (self->connection, error,
                                    "SELECT c.id FROM campaign c WHERE c.no < $1 AND EXISTS (SELECT 1 FROM action a "
                                    "WHERE a.campaign_no = c.no AND a.status IN " UNFINISHED ") ORDER BY c.no DESC",
                                    "i", campaign_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_strv_builder_end (ids);
    g_strv_builder_add (ids, tnk_statement_text (statement, 0));
  }
  return NULL;
}
