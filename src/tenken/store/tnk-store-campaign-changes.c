/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-store-private.h"
#include "tnk-strings-private.h"

/* --- creating --- */

/* Keeps the catalog once, whatever number of campaigns ask it. */
static gboolean
keep_catalog (TnkStore *self,
              TnkCatalog *catalog,
              gint64 *no,
              GError **error)
{
  const char *fingerprint = tnk_catalog_get_fingerprint (catalog);
  g_autofree char *content = NULL;

  if (!tnk_connection_query_int (self->connection, no, 0, error, "SELECT no FROM catalog WHERE fingerprint = $1", "t",
                                 fingerprint))
    return FALSE;
  if (*no != 0)
    return TRUE;
  if (!tnk_connection_query_int (self->connection, no, 0, error, "SELECT coalesce (max (no), 0) + 1 FROM catalog", ""))
    return FALSE;
  content = tnk_catalog_to_data (catalog);
  return tnk_connection_run (self->connection, error,
                             "INSERT INTO catalog (no, id, edition, fingerprint, content) VALUES ($1, $2, $3, $4, $5)",
                             "itttt", *no, tnk_catalog_get_id (catalog), tnk_catalog_get_edition (catalog), fingerprint,
                             content);
}

static gboolean
write_choices (TnkStore *self,
               TnkCampaign *campaign,
               gint64 no,
               GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  static const char *const sql =
    "INSERT INTO campaign_control (campaign_no, control_id, choice, reason) VALUES ($1, $2, $3, $4)";

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    const char *reason = tnk_campaign_get_left_out_reason (campaign, control);

    if (tnk_campaign_is_adopted (campaign, control) &&
        !tnk_connection_run (self->connection, error, sql, "ittt", no, tnk_control_get_id (control), "adopted", NULL))
      return FALSE;
    if (reason != NULL &&
        !tnk_connection_run (self->connection, error, sql, "ittt", no, tnk_control_get_id (control), "left_out", reason))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_campaign (TnkStore *self,
                TnkCampaign *campaign,
                gint64 *no,
                GError **error)
{
  gint64 catalog_no;

  if (!keep_catalog (self, tnk_campaign_get_catalog (campaign), &catalog_no, error) ||
      !tnk_connection_query_int (self->connection, no, 0, error, "SELECT coalesce (max (no), 0) + 1 FROM campaign", ""))
    return FALSE;
  return tnk_connection_run (
    self->connection, error,
    "INSERT INTO campaign (" TNK_CAMPAIGN_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    "ittitttiddddt", *no, tnk_campaign_get_id (campaign), tnk_campaign_get_title (campaign), catalog_no, "prepared",
    tnk_campaign_get_opens (campaign), tnk_campaign_get_closes (campaign),
    (gint64) tnk_campaign_get_asks_informed (campaign), tnk_campaign_get_grade_line (campaign, 'A'),
    tnk_campaign_get_grade_line (campaign, 'B'), tnk_campaign_get_grade_line (campaign, 'C'),
    tnk_campaign_get_attainment_line (campaign), tnk_visibility_to_string (tnk_campaign_get_visibility (campaign)));
}

static gboolean
is_campaign_id (const char *id)
{
  if (!g_ascii_isalnum (*id) || strlen (id) > 64)
    return FALSE;
  for (; *id != '\0'; id++)
    if (!g_ascii_isalnum (*id) && strchr ("-._", *id) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
check_reasons (TnkCampaign *campaign,
               GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++)
    if (!tnk_check_harmless ("reason", tnk_campaign_get_left_out_reason (campaign, tnk_catalog_get_control (catalog, i)),
                             TRUE, error))
      return FALSE;
  return TRUE;
}

static gboolean
check_new_campaign (TnkStore *self,
                    TnkCampaign *campaign,
                    GError **error)
{
  const char *id = tnk_campaign_get_id (campaign);
  gint64 there;

  if (!tnk_check_harmless ("title", tnk_campaign_get_title (campaign), FALSE, error) || !check_reasons (campaign, error))
    return FALSE;
  if (!is_campaign_id (id)) {
    g_autofree char *shown = tnk_one_line (id);
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
                 "“%s” cannot be the id of a campaign; use letters A-Z and a-z, digits and - . _, at most 64 of them", shown);
    return FALSE;
  }
  if (!tnk_connection_query_int (self->connection, &there, 0, error, "SELECT no FROM campaign WHERE id = $1", "t", id))
    return FALSE;
  if (there == 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_EXISTS, "%s: there is a campaign “%s” already; choose another id",
               tnk_store_get_name (self), id);
  return FALSE;
}

/**
 * tnk_store_create_campaign:
 * @self: an open store
 * @campaign: the campaign
 * @error: return location for an error: [error@Tenken.Error] `EXISTS`, `INVALID` or `STORE`
 *
 * Puts a new campaign into the store, in preparation, with a copy of its catalog.
 *
 * Returns: `TRUE` if it is there
 *
 * Since: 0.1
 */
gboolean
tnk_store_create_campaign (TnkStore *self,
                           TnkCampaign *campaign,
                           GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autofree char *detail = NULL, *basis = NULL;
  TnkCatalog *catalog;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_CAMPAIGN (campaign), FALSE);

  catalog = tnk_campaign_get_catalog (campaign);
  if (!tnk_change_begin (&change, self, error) || !check_new_campaign (self, campaign, error) ||
      !write_campaign (self, campaign, &no, error) || !write_choices (self, campaign, no, error))
    return FALSE;
  basis = tnk_store_describe_basis (self, no, tnk_campaign_get_id (campaign), error);
  if (basis == NULL)
    return FALSE;
  detail = g_strdup_printf ("{\"catalog\":\"%s\",\"fingerprint\":\"%s\",%s}", tnk_catalog_get_id (catalog),
                            tnk_catalog_get_fingerprint (catalog), basis);
  return tnk_change_log (&change, "campaign.created", tnk_campaign_get_id (campaign), detail, error) &&
         tnk_change_commit (&change, error);
}

/* --- opening and closing --- */

static gboolean
set_state (TnkStore *self,
           gint64 no,
           const char *state,
           GError **error)
{
  return tnk_connection_run (self->connection, error, "UPDATE campaign SET state = $2 WHERE no = $1", "it", no, state);
}

static gboolean
check_state (TnkStore *self,
             const char *id,
             TnkCampaignState is,
             TnkCampaignState should_be,
             const char *what,
             GError **error)
{
  if (is == should_be)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: the campaign “%s” is %s; only one that is %s can be %s",
               tnk_store_get_name (self), id, tnk_campaign_state_to_string (is),
               tnk_campaign_state_to_string (should_be), what);
  return FALSE;
}

/**
 * tnk_store_open_campaign:
 * @self: an open store
 * @id: the id of a campaign in preparation
 * @n_people: (out): how many people are asked
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` or `STORE`
 *
 * Opens a campaign: keeps the tree of departments as it is today, and gives everybody who holds a role that is asked
 * something a questionnaire.
 *
 * Returns: `TRUE` if it is open
 *
 * Since: 0.1
 */
gboolean
tnk_store_open_campaign (TnkStore *self,
                         const char *id,
                         guint *n_people,
                         GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autofree char *detail = NULL, *basis = NULL;
  TnkCampaignState state;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL && n_people != NULL, FALSE);

  if (!tnk_change_begin (&change, self, error) || !tnk_store_find_campaign (self, id, &no, &state, error) ||
      !check_state (self, id, state, TNK_CAMPAIGN_STATE_PREPARED, "opened", error))
    return FALSE;
  campaign = tnk_store_load_campaign (self, id, error);
  if (campaign == NULL || !set_state (self, no, "open", error) ||
      !tnk_store_sync_population (self, &change, campaign, no, n_people, error))
    return FALSE;
  if (*n_people == 0) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
                 "%s: nobody would be asked anything in the campaign “%s”; import the roster first",
                 tnk_store_get_name (self), id);
    return FALSE;
  }
  basis = tnk_store_describe_basis (self, no, id, error);
  if (basis == NULL)
    return FALSE;
  detail = g_strdup_printf ("{\"people\":%u,%s}", *n_people, basis);
  return tnk_change_log (&change, "campaign.opened", id, detail, error) && tnk_change_commit (&change, error);
}

static gboolean
count_handed_in (TnkStore *self,
                 gint64 no,
                 guint *n_submitted,
                 guint *n_people,
                 GError **error)
{
  gint64 people, submitted;

  if (!tnk_connection_query_int (self->connection, &people, 0, error,
                                 "SELECT count (*) FROM questionnaire WHERE campaign_no = $1", "i", no) ||
      !tnk_connection_query_int (self->connection, &submitted, 0, error,
                                 "SELECT count (*) FROM questionnaire WHERE campaign_no = $1 "
                                 "AND state IN ('submitted', 'accepted')",
                                 "i", no))
    return FALSE;
  *n_people = people;
  *n_submitted = submitted;
  return TRUE;
}

/**
 * tnk_store_close_campaign:
 * @self: an open store
 * @id: the id of an open campaign
 * @n_submitted: (out): how many people submitted
 * @n_people: (out): how many were asked
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` or `STORE`
 *
 * Closes a campaign. From now on what is unanswered counts 0; drafts stay as they are and do not count.
 *
 * Returns: `TRUE` if it is closed
 *
 * Since: 0.1
 */
gboolean
tnk_store_close_campaign (TnkStore *self,
                          const char *id,
                          guint *n_submitted,
                          guint *n_people,
                          GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autofree char *detail = NULL;
  TnkCampaignState state;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL, FALSE);
  g_return_val_if_fail (n_submitted != NULL && n_people != NULL, FALSE);

  if (!tnk_change_begin (&change, self, error) || !tnk_store_find_campaign (self, id, &no, &state, error) ||
      !check_state (self, id, state, TNK_CAMPAIGN_STATE_OPEN, "closed", error) ||
      !set_state (self, no, "closed", error) || !count_handed_in (self, no, n_submitted, n_people, error))
    return FALSE;
  detail = g_strdup_printf ("{\"submitted\":%u,\"people\":%u}", *n_submitted, *n_people);
  return tnk_change_log (&change, "campaign.closed", id, detail, error) && tnk_change_commit (&change, error);
}
