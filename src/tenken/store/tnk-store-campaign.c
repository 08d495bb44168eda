/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-revision.h"
#include "tnk-store-private.h"

gboolean
tnk_store_find_campaign (TnkStore *self,
                         const char *id,
                         gint64 *no,
                         TnkCampaignState *state,
                         GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error, "SELECT no, state FROM campaign WHERE id = $1", "t", id);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (row && tnk_campaign_state_from_string (tnk_statement_text (statement, 1), state)) {
    *no = tnk_statement_int (statement, 0);
    return TRUE;
  }
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND,
               "%s: there is no campaign “%s”; see “tenkenctl campaign list”", tnk_store_get_name (self), id);
  return FALSE;
}

gboolean
tnk_store_check_open (TnkStore *self,
                      const char *id,
                      TnkCampaignState state,
                      GError **error)
{
  if (state == TNK_CAMPAIGN_STATE_OPEN)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: the campaign “%s” is %s; answers are taken while it is open",
               tnk_store_get_name (self), id, tnk_campaign_state_to_string (state));
  return FALSE;
}

TnkStatement *
tnk_store_query_open_campaign (TnkStore *self,
                               GError **error)
{
  return tnk_connection_query (self->connection, error,
                               "SELECT c.id, c.title, c.closes FROM campaign c WHERE c.state = 'open' "
                               "ORDER BY coalesce ((SELECT max (l.seq) FROM log l WHERE l.kind IN ('campaign.opened', "
                               "'campaign.reopened') "
                               "AND l.subject = c.id), 0) DESC, c.no DESC LIMIT 1",
                               "");
}

static TnkCatalog *
read_catalog (TnkStore *self,
              gint64 no,
              GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error, "SELECT id, content FROM catalog WHERE no = $1", "i", no);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return NULL;
  if (row)
    return tnk_catalog_load_data (tnk_statement_text (statement, 0), tnk_statement_text (statement, 1), -1, NULL, error);
  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: a campaign’s catalog is missing", tnk_store_get_name (self));
  return NULL;
}

/* Reading one takes longer than anything else that is done with a campaign, so each is read once. */
TnkCatalog *
tnk_store_load_catalog (TnkStore *self,
                        gint64 no,
                        GError **error)
{
  TnkCatalog *catalog = g_hash_table_lookup (self->catalogs, &no);

  if (catalog != NULL)
    return g_object_ref (catalog);
  catalog = read_catalog (self, no, error);
  if (catalog != NULL)
    g_hash_table_insert (self->catalogs, g_memdup2 (&no, sizeof no), g_object_ref (catalog));
  return catalog;
}

static gboolean
read_choices (TnkStore *self,
              gint64 no,
              TnkCampaign *campaign,
              GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row, ok = TRUE;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT control_id, choice, reason FROM campaign_control WHERE campaign_no = $1",
                                    "i", no);
  while (statement != NULL && ok) {
    if (!tnk_statement_step (statement, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    if (g_str_equal (tnk_statement_text (statement, 1), "adopted"))
      ok = tnk_campaign_adopt (campaign, tnk_statement_text (statement, 0), error);
    else
      ok = tnk_campaign_leave_out (campaign, tnk_statement_text (statement, 0), tnk_statement_text (statement, 2), error);
  }
  return FALSE;
}

static gboolean
read_outside (TnkStore *self,
              gint64 no,
              TnkCampaign *campaign,
              GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error, "SELECT kind, id FROM campaign_outside WHERE campaign_no = $1",
                                    "i", no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    const char *id;

    if (!row)
      return TRUE;
    id = tnk_statement_text (statement, 1);
    if (*id == '\0')
      return tnk_store_throw_damaged (self, error);
    if (g_str_equal (tnk_statement_text (statement, 0), "department"))
      tnk_campaign_set_department_outside (campaign, id, TRUE);
    else if (!tnk_campaign_set_role_outside (campaign, id, TRUE, error))
      return FALSE;
  }
  return FALSE;
}

static TnkCampaign *
read_campaign (TnkStore *self,
               TnkStatement *row,
               TnkCatalog *catalog,
               GError **error)
{
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new (tnk_statement_text (row, 1), catalog);
  TnkCampaignState state = TNK_CAMPAIGN_STATE_PREPARED;
  TnkVisibility visibility;

  tnk_campaign_set_title (campaign, tnk_statement_text (row, 2));
  tnk_campaign_state_from_string (tnk_statement_text (row, 4), &state);
  tnk_campaign_set_state (campaign, state);
  tnk_campaign_set_asks_informed (campaign, tnk_statement_int (row, 7) != 0);
  if (tnk_visibility_from_string (tnk_statement_text (row, 12), &visibility))
    tnk_campaign_set_visibility (campaign, visibility);
  if (!tnk_campaign_set_period (campaign, tnk_statement_text (row, 5), tnk_statement_text (row, 6), error) ||
      !tnk_campaign_set_grade_lines (campaign, tnk_statement_double (row, 8), tnk_statement_double (row, 9),
                                     tnk_statement_double (row, 10), error) ||
      !tnk_campaign_set_attainment_line (campaign, tnk_statement_double (row, 11), error) ||
      !read_choices (self, tnk_statement_int (row, 0), campaign, error) ||
      !read_outside (self, tnk_statement_int (row, 0), campaign, error))
    return NULL;
  return g_steal_pointer (&campaign);
}

/**
 * tnk_store_list_campaigns:
 * @self: an open store
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Reads every campaign. Those on the same edition share one catalog object.
 *
 * Returns: (transfer container) (element-type TnkCampaign): the campaigns, in the order in which they were made
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_campaigns (TnkStore *self,
                          GError **error)
{
  g_autoptr (GPtrArray) campaigns = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, NULL);

  statement = tnk_connection_query (self->connection, error, "SELECT " TNK_CAMPAIGN_COLUMNS " FROM campaign ORDER BY no", "");
  if (statement == NULL)
    return NULL;
  while (tnk_statement_step (statement, &row, error)) {
    g_autoptr (TnkCatalog) catalog = NULL;
    TnkCampaign *campaign;

    if (!row)
      return g_steal_pointer (&campaigns);
    catalog = tnk_store_load_catalog (self, tnk_statement_int (statement, 3), error);
    campaign = catalog != NULL ? read_campaign (self, statement, catalog, error) : NULL;
    if (campaign == NULL)
      return NULL;
    g_ptr_array_add (campaigns, campaign);
  }
  return NULL;
}

/**
 * tnk_store_load_campaign:
 * @self: an open store
 * @id: the id of a campaign
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Reads a campaign, with the catalog as it was when the campaign was made.
 *
 * Returns: (transfer full): the campaign
 *
 * Since: 0.1
 */
TnkCampaign *
tnk_store_load_campaign (TnkStore *self,
                         const char *id,
                         GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  g_autoptr (TnkCatalog) catalog = NULL;
  TnkCampaignState state;
  gint64 no;
  gboolean row;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL, NULL);

  if (!tnk_store_find_campaign (self, id, &no, &state, error))
    return NULL;
  statement = tnk_connection_query (self->connection, error, "SELECT " TNK_CAMPAIGN_COLUMNS " FROM campaign WHERE no = $1",
                                    "i", no);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return NULL;
  catalog = tnk_store_load_catalog (self, tnk_statement_int (statement, 3), error);
  return catalog != NULL ? read_campaign (self, statement, catalog, error) : NULL;
}

/**
 * tnk_store_load_campaign_body:
 * @self: an open store
 * @id: the id of a campaign
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Reads the departments as they are in a campaign: from its opening on it keeps its own tree.
 *
 * Returns: (transfer full): the body, without its people
 *
 * Since: 0.1
 */
TnkBody *
tnk_store_load_campaign_body (TnkStore *self,
                              const char *id,
                              GError **error)
{
  TnkCampaignState state;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL, NULL);

  if (!tnk_store_find_campaign (self, id, &no, &state, error))
    return NULL;
  if (state == TNK_CAMPAIGN_STATE_PREPARED)
    return tnk_store_load_body (self, error);
  return tnk_store_read_campaign_body (self, no, error);
}

/**
 * tnk_store_find_previous_campaign:
 * @self: an open store
 * @id: the id of a campaign
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Finds the campaign to compare with: the last closed one that was made before and asks the same catalog, or the edition that
 * the catalog revises, see [method@Catalog.follows].
 *
 * Returns: (transfer full) (nullable): the id, or `NULL` if there is none, or with @error set
 *
 * Since: 0.1
 */
char *
tnk_store_find_previous_campaign (TnkStore *self,
                                  const char *id,
                                  GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  g_autoptr (TnkCatalog) catalog = NULL;
  TnkCampaignState state;
  gint64 no, catalog_no;
  gboolean row;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL, NULL);

  if (!tnk_store_find_campaign (self, id, &no, &state, error) ||
      !tnk_connection_query_int (self->connection, &catalog_no, 0, error, "SELECT catalog_no FROM campaign WHERE no = $1", "i", no))
    return NULL;
  catalog = tnk_store_load_catalog (self, catalog_no, error);
  if (catalog == NULL)
    return NULL;
  statement = tnk_connection_query (self->connection, error,
                                    "SELECT id, catalog_no FROM campaign WHERE no < $1 AND state = 'closed' ORDER BY no DESC", "i",
                                    no);
  while (statement != NULL && tnk_statement_step (statement, &row, error) && row) {
    g_autoptr (TnkCatalog) earlier = tnk_store_load_catalog (self, tnk_statement_int (statement, 1), error);

    if (earlier == NULL)
      return NULL;
    if (tnk_catalog_follows (catalog, earlier))
      return g_strdup (tnk_statement_text (statement, 0));
  }
  return NULL;
}
