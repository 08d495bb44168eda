/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-campaign-fields-private.h"
#include "tnk-store-private.h"
#include "tnk-store-setup.h"
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
write_outside (TnkStore *self,
               TnkCampaign *campaign,
               gint64 no,
               GError **error)
{
  static const char *const sql = "INSERT INTO campaign_outside (campaign_no, kind, id) VALUES ($1, $2, $3)";
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  const char *const *departments = tnk_campaign_get_departments_outside (campaign);

  for (guint i = 0; departments[i] != NULL; i++)
    if (!tnk_connection_run (self->connection, error, sql, "itt", no, "department", departments[i]))
      return FALSE;
  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (catalog, i);

    if (tnk_campaign_is_role_outside (campaign, role) &&
        !tnk_connection_run (self->connection, error, sql, "itt", no, "role", tnk_role_get_id (role)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_campaign (TnkStore *self,
                TnkCampaign *campaign,
                gint64 no,
                GError **error)
{
  gint64 catalog_no;

  if (!keep_catalog (self, tnk_campaign_get_catalog (campaign), &catalog_no, error))
    return FALSE;
  if (!tnk_connection_run (
        self->connection, error,
        "INSERT INTO campaign (" TNK_CAMPAIGN_COLUMNS ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        "ittitttiddddt", no, tnk_campaign_get_id (campaign), tnk_campaign_get_title (campaign), catalog_no, "prepared",
        tnk_campaign_get_opens (campaign), tnk_campaign_get_closes (campaign),
        (gint64) tnk_campaign_get_asks_informed (campaign), tnk_campaign_get_grade_line (campaign, 'A'),
        tnk_campaign_get_grade_line (campaign, 'B'), tnk_campaign_get_grade_line (campaign, 'C'),
        tnk_campaign_get_attainment_line (campaign), tnk_visibility_to_string (tnk_campaign_get_visibility (campaign))))
    return FALSE;
  return write_choices (self, campaign, no, error) && write_outside (self, campaign, no, error);
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

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    const char *reason = tnk_campaign_get_left_out_reason (campaign, control);

    if (!tnk_check_harmless ("reason", reason, TRUE, error))
      return FALSE;
    if (reason != NULL && tnk_is_blank (reason)) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the control “%s” is left out without a reason; give one",
                   tnk_control_get_id (control));
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
check_outside (TnkStore *self,
               TnkCampaign *campaign,
               GError **error)
{
  const char *const *departments = tnk_campaign_get_departments_outside (campaign);

  for (guint i = 0; departments[i] != NULL; i++) {
    g_autofree char *shown = tnk_one_line (departments[i]);
    gint64 n;

    if (!tnk_connection_query_int (self->connection, &n, 0, error, "SELECT count (*) FROM department WHERE id = $1", "t",
                                   departments[i]))
      return FALSE;
    if (n == 0) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND,
                   "%s: there is no department “%s” to leave out; see the ids in the roster", tnk_store_get_name (self), shown);
      return FALSE;
    }
  }
  return TRUE;
}

/* What must hold of a campaign, whether it is new or changed. */
static gboolean
check_campaign (TnkStore *self,
                TnkCampaign *campaign,
                GError **error)
{
  return tnk_check_harmless ("title", tnk_campaign_get_title (campaign), FALSE, error) && check_reasons (campaign, error) &&
         check_outside (self, campaign, error);
}

static gboolean
check_new_campaign (TnkStore *self,
                    TnkCampaign *campaign,
                    GError **error)
{
  const char *id = tnk_campaign_get_id (campaign);
  gint64 there;

  if (!check_campaign (self, campaign, error))
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

/* The entry in the log says on which catalog the campaign is now, and what its figures rest on. */
static gboolean
log_campaign (TnkChange *change,
              TnkCampaign *campaign,
              gint64 no,
              const char *kind,
              const char *changes,
              GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  g_autofree char *basis = tnk_store_describe_basis (change->store, no, tnk_campaign_get_id (campaign), error);
  g_autofree char *detail = NULL;

  if (basis == NULL)
    return FALSE;
  detail = g_strdup_printf ("{\"catalog\":\"%s\",\"fingerprint\":\"%s\"%s,%s}", tnk_catalog_get_id (catalog),
                            tnk_catalog_get_fingerprint (catalog), changes, basis);
  return tnk_change_log (change, kind, tnk_campaign_get_id (campaign), detail, error);
}

/**
 * tnk_store_create_campaign:
 * @self: an open store
 * @campaign: the campaign
 * @error: return location for an error: [error@Tenken.Error] `EXISTS`, `INVALID`, `NOT_FOUND` if a department that is left
 *   out is not there, or `STORE`
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
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_CAMPAIGN (campaign), FALSE);

  return tnk_change_begin (&change, self, error) && check_new_campaign (self, campaign, error) &&
         tnk_connection_query_int (self->connection, &no, 0, error, "SELECT coalesce (max (no), 0) + 1 FROM campaign", "") &&
         write_campaign (self, campaign, no, error) &&
         log_campaign (&change, campaign, no, "campaign.created", "", error) && tnk_change_commit (&change, error);
}

/* --- changing and discarding --- */

/* Plan items can be there before the campaign opens; they would be about controls that it may not have afterwards. */
static gboolean
check_prepared (TnkStore *self,
                const char *id,
                const char *what,
                gint64 *no,
                GError **error)
{
  TnkCampaignState state;
  gint64 n_actions;

  if (!tnk_store_find_campaign (self, id, no, &state, error) ||
      !tnk_store_check_state (self, id, state, TNK_CAMPAIGN_STATE_PREPARED, what, error) ||
      !tnk_connection_query_int (self->connection, &n_actions, 0, error,
                                 "SELECT count (*) FROM action WHERE campaign_no = $1", "i", *no))
    return FALSE;
  if (n_actions == 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%s: the campaign “%s” has an improvement plan already and cannot be %s",
               tnk_store_get_name (self), id, what);
  return FALSE;
}

static gboolean
remove_campaign (TnkStore *self,
                 gint64 no,
                 GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM campaign_control WHERE campaign_no = $1",
    "DELETE FROM campaign_outside WHERE campaign_no = $1",
    "DELETE FROM campaign WHERE no = $1",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    if (!tnk_connection_run (self->connection, error, statements[i], "i", no))
      return FALSE;
  return TRUE;
}

/**
 * tnk_store_change_campaign:
 * @self: an open store
 * @campaign: the campaign as it shall be; its id says which one is meant
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` if it is not in preparation any more,
 *   `INVALID` or `STORE`
 *
 * Changes a campaign that is in preparation: its catalog, its controls, its population, its days and lines. The log keeps
 * what was before and what is now.
 *
 * Returns: `TRUE` if it is changed
 *
 * Since: 0.1
 */
gboolean
tnk_store_change_campaign (TnkStore *self,
                           TnkCampaign *campaign,
                           GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autoptr (TnkCampaign) before = NULL;
  g_autofree char *changes = NULL;
  const char *id;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && TNK_IS_CAMPAIGN (campaign), FALSE);

  id = tnk_campaign_get_id (campaign);
  if (!tnk_change_begin (&change, self, error) || !check_prepared (self, id, "changed", &no, error) ||
      !check_campaign (self, campaign, error))
    return FALSE;
  before = tnk_store_load_campaign (self, id, error);
  if (before == NULL)
    return FALSE;
  changes = tnk_campaign_describe_changes (before, campaign);
  if (*changes == '\0')
    return TRUE;
  return remove_campaign (self, no, error) && write_campaign (self, campaign, no, error) &&
         log_campaign (&change, campaign, no, "campaign.changed", changes, error) && tnk_change_commit (&change, error);
}

/**
 * tnk_store_discard_campaign:
 * @self: an open store
 * @id: the id of a campaign in preparation
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` if it is not in preparation any more, or
 *   `STORE`
 *
 * Takes a campaign that nobody was asked in out of the store. The log keeps that it was there.
 *
 * Returns: `TRUE` if it is gone
 *
 * Since: 0.1
 */
gboolean
tnk_store_discard_campaign (TnkStore *self,
                            const char *id,
                            GError **error)
{
  g_auto (TnkChange) change = {0};
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL, FALSE);

  return tnk_change_begin (&change, self, error) && check_prepared (self, id, "discarded", &no, error) &&
         remove_campaign (self, no, error) && tnk_change_log (&change, "campaign.discarded", id, "{}", error) &&
         tnk_change_commit (&change, error);
}
