/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-day-private.h"
#include "tnk-lapses-private.h"
#include "tnk-store-private.h"
#include "tnk-store-setup.h"
#include "tnk-strings-private.h"

/* Opening a campaign, and what of it can change afterwards. Closing stands in tnk-store-campaign-closing.c. */

gboolean
tnk_store_set_state (TnkStore *self,
                     gint64 no,
                     TnkCampaignState state,
                     GError **error)
{
  return tnk_connection_run (self->connection, error, "UPDATE campaign SET state = $2 WHERE no = $1", "it", no,
                             tnk_campaign_state_to_string (state));
}

gboolean
tnk_store_check_state (TnkStore *self,
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

gboolean
tnk_change_begin_campaign (TnkChange *change,
                           TnkStore *self,
                           const char *id,
                           TnkCampaignState should_be,
                           const char *what,
                           gint64 *no,
                           GError **error)
{
  TnkCampaignState state;

  return tnk_change_begin (change, self, error) && tnk_store_find_campaign (self, id, no, &state, error) &&
         tnk_store_check_state (self, id, state, should_be, what, error);
}

/* --- opening --- */

/**
 * tnk_store_open_campaign:
 * @self: an open store
 * @id: the id of a campaign in preparation
 * @n_people: (out): how many people are asked
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` or `STORE`
 *
 * Opens a campaign: keeps the tree of departments as it is today, and gives everybody who holds a role that is asked
 * something a questionnaire, but for the departments and roles that the campaign leaves out.
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
  return tnk_store_open_campaign_full (self, id, n_people, NULL, NULL, NULL, error);
}

/**
 * tnk_store_open_campaign_full:
 * @self: an open store
 * @id: the id of a campaign in preparation
 * @n_people: (out): how many people are asked
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; nothing is changed then
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` or `STORE`, or cancelled
 *
 * Does what [method@Store.open_campaign] does, and says how far it is.
 *
 * Returns: `TRUE` if it is open
 *
 * Since: 0.1
 */
gboolean
tnk_store_open_campaign_full (TnkStore *self,
                              const char *id,
                              guint *n_people,
                              TnkProgressFunc progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autofree char *detail = NULL, *basis = NULL;
  TnkWatch watch = {progress, user_data, cancellable};
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL && n_people != NULL, FALSE);

  if (!tnk_change_begin_campaign (&change, self, id, TNK_CAMPAIGN_STATE_PREPARED, "opened", &no, error))
    return FALSE;
  campaign = tnk_store_load_campaign (self, id, error);
  if (campaign == NULL || !tnk_store_set_state (self, no, TNK_CAMPAIGN_STATE_OPEN, error) ||
      !tnk_store_sync_population (self, &change, campaign, no, n_people, &watch, error))
    return FALSE;
  if (*n_people == 0) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
                 "%s: nobody would be asked anything in the campaign “%s”; import the roster first, or leave fewer "
                 "departments and roles out",
                 tnk_store_get_name (self), id);
    return FALSE;
  }
  basis = tnk_store_describe_basis (self, no, id, error);
  if (basis == NULL)
    return FALSE;
  detail = g_strdup_printf ("{\"people\":%u,%s}", *n_people, basis);
  return tnk_change_log (&change, "campaign.opened", id, detail, error) && tnk_change_commit (&change, error);
}

/* --- reopening, extending, showing --- */

static gboolean
check_reason (const char *reason,
              GError **error)
{
  if (!tnk_check_harmless ("reason", reason, TRUE, error))
    return FALSE;
  if (!tnk_is_blank (reason))
    return TRUE;
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "say why the campaign is opened again; the reason stays in the log");
  return FALSE;
}

/* A round that came after compares itself with this one, and people can answer only one of them at a time. */
static gboolean
check_last (TnkStore *self,
            const char *id,
            gint64 no,
            GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (
    self->connection, error,
    "SELECT c.id FROM campaign c JOIN catalog k ON k.no = c.catalog_no WHERE c.no > $1 AND c.state <> 'prepared' "
    "AND k.id = (SELECT k2.id FROM campaign c2 JOIN catalog k2 ON k2.no = c2.catalog_no WHERE c2.no = $1) "
    "ORDER BY c.no DESC LIMIT 1",
    "i", no);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE,
               "%s: the campaign “%s” cannot be opened again: “%s” was opened since, and is compared with it",
               tnk_store_get_name (self), id, tnk_statement_text (statement, 0));
  return FALSE;
}

/* A last day for those who still answer: one that is over would help nobody. */
static gboolean
check_closing_day (TnkStore *self,
                   TnkCampaign *campaign,
                   const char *closes,
                   GError **error)
{
  g_autofree char *today = tnk_store_dup_today (self);

  if (!tnk_campaign_set_period (campaign, tnk_campaign_get_opens (campaign), closes, error))
    return FALSE;
  if (strcmp (closes, today) >= 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the day %s is over; choose today, %s, or a later one", closes, today);
  return FALSE;
}

/* Writes what may change after the opening, and the entry that says what was before. */
static gboolean
write_change (TnkChange *change,
              const char *id,
              gint64 no,
              const char *kind,
              const char *field,
              const char *old_value,
              const char *new_value,
              const char *reason,
              GError **error)
{
  g_autoptr (GString) json = g_string_new ("{");
  g_autofree char *basis = tnk_store_describe_basis (change->store, no, id, error);

  if (basis == NULL)
    return FALSE;
  if (reason != NULL) {
    g_string_append (json, "\"reason\":");
    tnk_append_json_string (json, reason);
    g_string_append_c (json, ',');
  }
  if (g_strcmp0 (old_value, new_value) != 0) {
    g_string_append_printf (json, "\"changes\":{\"%s\":[", field);
    tnk_append_json_string (json, old_value != NULL ? old_value : "");
    g_string_append_c (json, ',');
    tnk_append_json_string (json, new_value);
    g_string_append (json, "]},");
  }
  g_string_append_printf (json, "%s}", basis);
  return tnk_change_log (change, kind, id, json->str, error);
}

/**
 * tnk_store_reopen_campaign:
 * @self: an open store
 * @id: the id of a closed campaign
 * @reason: why; it stays in the log
 * @closes: (nullable): the new last day, ISO 8601; `NULL` leaves it
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` if it is not closed or another one of the
 *   same catalog was opened since, `INVALID` or `STORE`
 *
 * Opens a campaign again. Who is asked, what was handed in and what was taken in stays; drafts can be gone on with, and
 * what is unanswered counts no longer. A department that was closed stays closed.
 *
 * Returns: `TRUE` if it is open
 *
 * Since: 0.1
 */
gboolean
tnk_store_reopen_campaign (TnkStore *self,
                           const char *id,
                           const char *reason,
                           const char *closes,
                           GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autofree char *before = NULL;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL && reason != NULL, FALSE);

  if (!tnk_change_begin_campaign (&change, self, id, TNK_CAMPAIGN_STATE_CLOSED, "opened again", &no, error) || !check_reason (reason, error) ||
      !check_last (self, id, no, error) || !tnk_lapses_forget (&change, no, error))
    return FALSE;
  campaign = tnk_store_load_campaign (self, id, error);
  if (campaign == NULL)
    return FALSE;
  before = g_strdup (tnk_campaign_get_closes (campaign));
  if ((closes != NULL && !check_closing_day (self, campaign, closes, error)) ||
      !tnk_connection_run (self->connection, error, "UPDATE campaign SET state = 'open', closes = $2 WHERE no = $1", "it", no,
                           tnk_campaign_get_closes (campaign)))
    return FALSE;
  return write_change (&change, id, no, "campaign.reopened", "closes", before, tnk_campaign_get_closes (campaign), reason, error) &&
         tnk_change_commit (&change, error);
}

/**
 * tnk_store_set_closing_day:
 * @self: an open store
 * @id: the id of an open campaign
 * @closes: the new last day, ISO 8601, not before today
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` if it is not open, `INVALID` or `STORE`
 *
 * Moves the last day of a campaign.
 *
 * Returns: `TRUE` if it is moved
 *
 * Since: 0.1
 */
gboolean
tnk_store_set_closing_day (TnkStore *self,
                           const char *id,
                           const char *closes,
                           GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autofree char *before = NULL;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL && closes != NULL, FALSE);

  if (!tnk_change_begin_campaign (&change, self, id, TNK_CAMPAIGN_STATE_OPEN, "extended", &no, error))
    return FALSE;
  campaign = tnk_store_load_campaign (self, id, error);
  if (campaign == NULL)
    return FALSE;
  before = g_strdup (tnk_campaign_get_closes (campaign));
  if (!check_closing_day (self, campaign, closes, error))
    return FALSE;
  if (g_strcmp0 (before, closes) == 0)
    return TRUE;
  return tnk_connection_run (self->connection, error, "UPDATE campaign SET closes = $2 WHERE no = $1", "it", no, closes) &&
         write_change (&change, id, no, "campaign.extended", "closes", before, closes, NULL, error) &&
         tnk_change_commit (&change, error);
}

/**
 * tnk_store_set_visibility:
 * @self: an open store
 * @id: the id of a campaign in any state
 * @visibility: what those who answer for a department see of its people from now on
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Changes what those who answer for a department see of its people. The log keeps it.
 *
 * Returns: `TRUE` if it is so now
 *
 * Since: 0.1
 */
gboolean
tnk_store_set_visibility (TnkStore *self,
                          const char *id,
                          TnkVisibility visibility,
                          GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autoptr (TnkCampaign) campaign = NULL;
  TnkCampaignState state;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL, FALSE);

  if (!tnk_change_begin (&change, self, error) || !tnk_store_find_campaign (self, id, &no, &state, error))
    return FALSE;
  campaign = tnk_store_load_campaign (self, id, error);
  if (campaign == NULL)
    return FALSE;
  if (tnk_campaign_get_visibility (campaign) == visibility)
    return TRUE;
  return tnk_connection_run (self->connection, error, "UPDATE campaign SET visibility = $2 WHERE no = $1", "it", no,
                             tnk_visibility_to_string (visibility)) &&
         write_change (&change, id, no, "campaign.visibility", "visibility",
                       tnk_visibility_to_string (tnk_campaign_get_visibility (campaign)),
                       tnk_visibility_to_string (visibility), NULL, error) &&
         tnk_change_commit (&change, error);
}

/* --- what a new campaign begins with --- */

/**
 * tnk_store_get_default_visibility:
 * @self: an open store
 * @visibility: (out): what departments see of their people in a new campaign
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Reads what the body has chosen for campaigns to come: names, until it chooses.
 *
 * Returns: `TRUE` if it was read
 *
 * Since: 0.1
 */
gboolean
tnk_store_get_default_visibility (TnkStore *self,
                                  TnkVisibility *visibility,
                                  GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && visibility != NULL, FALSE);

  *visibility = TNK_VISIBILITY_NAMES;
  statement = tnk_connection_query (self->connection, error, "SELECT value FROM meta WHERE name = 'visibility'", "");
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    tnk_visibility_from_string (tnk_statement_text (statement, 0), visibility);
  return TRUE;
}

/**
 * tnk_store_set_default_visibility:
 * @self: an open store
 * @visibility: what departments see of their people in a new campaign
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Chooses what campaigns to come begin with. Those that are there stay as they are.
 *
 * Returns: `TRUE` if it is so now
 *
 * Since: 0.1
 */
gboolean
tnk_store_set_default_visibility (TnkStore *self,
                                  TnkVisibility visibility,
                                  GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autofree char *detail = g_strdup_printf ("{\"visibility\":\"%s\"}", tnk_visibility_to_string (visibility));

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);

  return tnk_change_begin (&change, self, error) &&
         tnk_connection_run (self->connection, error,
                             "INSERT INTO meta (name, value) VALUES ('visibility', $1) "
                             "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                             "t", tnk_visibility_to_string (visibility)) &&
         tnk_change_log (&change, "setting.visibility", self->body_name, detail, error) && tnk_change_commit (&change, error);
}
