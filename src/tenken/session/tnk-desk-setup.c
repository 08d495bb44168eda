/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-setup.h"

#include "tnk-catalog-library.h"
#include "tnk-desk-private.h"

/**
 * tnk_desk_list_catalogs:
 * @self: a desk
 * @cancellable: (nullable): stops it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, or cancelled
 *
 * Reads every catalog that a campaign can be made on. A file that is no catalog is passed over: “tenkenctl catalog
 * validate” says what is wrong with it.
 *
 * Returns: (transfer full) (element-type TnkCatalog): the catalogs
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_catalogs (TnkDesk *self,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) catalogs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TnkCatalogLibrary) library = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self), NULL);

  if (!tnk_desk_enter_office (self, error))
    return NULL;
  library = tnk_catalog_library_new ();
  for (guint i = 0; i < tnk_catalog_library_get_n_entries (library); i++) {
    TnkCatalog *catalog;

    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return NULL;
    catalog = tnk_catalog_library_load (library, i, NULL);
    if (catalog != NULL)
      g_ptr_array_add (catalogs, catalog);
  }
  return g_steal_pointer (&catalogs);
}

/**
 * tnk_desk_list_all_campaigns:
 * @self: a desk
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Reads every campaign with all that is set in it, those in preparation too.
 *
 * Returns: (transfer full) (element-type TnkCampaign): the campaigns, in the order in which they were made
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_all_campaigns (TnkDesk *self,
                             GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self), NULL);
  return tnk_desk_enter_office (self, error) ? tnk_store_list_campaigns (self->store, error) : NULL;
}

/**
 * tnk_desk_load_roster:
 * @self: a desk
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Reads the departments and people of today.
 *
 * Returns: (transfer full): the roster
 *
 * Since: 0.1
 */
TnkBody *
tnk_desk_load_roster (TnkDesk *self,
                      GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self), NULL);
  return tnk_desk_enter_office (self, error) ? tnk_store_load_body (self->store, error) : NULL;
}

/**
 * tnk_desk_count_campaign:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @counts: (out caller-allocates): how far its people are
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`
 *
 * Does what [method@Store.count_campaign] does, for the secretariat.
 *
 * Returns: `TRUE` if it was counted
 *
 * Since: 0.1
 */
gboolean
tnk_desk_count_campaign (TnkDesk *self,
                         const char *campaign_id,
                         TnkCampaignCounts *counts,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && counts != NULL, FALSE);
  return tnk_desk_enter_office (self, error) && tnk_store_count_campaign (self->store, campaign_id, counts, error);
}

/**
 * tnk_desk_list_campaign_steps:
 * @self: a desk
 * @campaign_id: the id of a campaign
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `NOT_FOUND` or `STORE`
 *
 * Does what [method@Store.list_campaign_steps] does, for the secretariat.
 *
 * Returns: (transfer full) (element-type TnkCampaignStep): the steps, the first one first
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_campaign_steps (TnkDesk *self,
                              const char *campaign_id,
                              GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, NULL);
  return tnk_desk_enter_office (self, error) ? tnk_store_list_campaign_steps (self->store, campaign_id, error) : NULL;
}

/* --- setting up --- */

/**
 * tnk_desk_create_campaign:
 * @self: a desk
 * @campaign: the campaign
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, or those of [method@Store.create_campaign]
 *
 * Does what [method@Store.create_campaign] does, for the secretariat.
 *
 * Returns: `TRUE` if it is there
 *
 * Since: 0.1
 */
gboolean
tnk_desk_create_campaign (TnkDesk *self,
                          TnkCampaign *campaign,
                          GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && TNK_IS_CAMPAIGN (campaign), FALSE);
  return tnk_desk_enter_office (self, error) && tnk_store_create_campaign (self->store, campaign, error);
}

/**
 * tnk_desk_change_campaign:
 * @self: a desk
 * @campaign: the campaign as it shall be; its id says which one is meant
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, or those of [method@Store.change_campaign]
 *
 * Does what [method@Store.change_campaign] does, for the secretariat.
 *
 * Returns: `TRUE` if it is changed
 *
 * Since: 0.1
 */
gboolean
tnk_desk_change_campaign (TnkDesk *self,
                          TnkCampaign *campaign,
                          GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && TNK_IS_CAMPAIGN (campaign), FALSE);
  return tnk_desk_enter_office (self, error) && tnk_store_change_campaign (self->store, campaign, error);
}

/**
 * tnk_desk_discard_campaign:
 * @self: a desk
 * @campaign_id: the id of a campaign in preparation
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, or those of [method@Store.discard_campaign]
 *
 * Does what [method@Store.discard_campaign] does, for the secretariat.
 *
 * Returns: `TRUE` if it is gone
 *
 * Since: 0.1
 */
gboolean
tnk_desk_discard_campaign (TnkDesk *self,
                           const char *campaign_id,
                           GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, FALSE);
  return tnk_desk_enter_office (self, error) && tnk_store_discard_campaign (self->store, campaign_id, error);
}

/* --- opening, closing and what lies between --- */

/**
 * tnk_desk_open_campaign:
 * @self: a desk
 * @campaign_id: the id of a campaign in preparation
 * @n_people: (out): how many people are asked
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; nothing is changed then
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, or those of [method@Store.open_campaign_full]
 *
 * Does what [method@Store.open_campaign_full] does, for the secretariat.
 *
 * Returns: `TRUE` if it is open
 *
 * Since: 0.1
 */
gboolean
tnk_desk_open_campaign (TnkDesk *self,
                        const char *campaign_id,
                        guint *n_people,
                        TnkProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && n_people != NULL, FALSE);
  return tnk_desk_enter_office (self, error) &&
         tnk_store_open_campaign_full (self->store, campaign_id, n_people, progress, user_data, cancellable, error);
}

/**
 * tnk_desk_close_campaign:
 * @self: a desk
 * @campaign_id: the id of an open campaign
 * @take_drafts: whether drafts are taken in
 * @n_taken: (out): how many were taken in
 * @counts: (out caller-allocates): how far people were in the end
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; nothing is changed then
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, or those of [method@Store.close_campaign_full]
 *
 * Does what [method@Store.close_campaign_full] does, for the secretariat.
 *
 * Returns: `TRUE` if it is closed
 *
 * Since: 0.1
 */
gboolean
tnk_desk_close_campaign (TnkDesk *self,
                         const char *campaign_id,
                         gboolean take_drafts,
                         guint *n_taken,
                         TnkCampaignCounts *counts,
                         TnkProgressFunc progress,
                         gpointer user_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && n_taken != NULL && counts != NULL, FALSE);
  return tnk_desk_enter_office (self, error) &&
         tnk_store_close_campaign_full (self->store, campaign_id, take_drafts, n_taken, counts, progress, user_data,
                                        cancellable, error);
}

/**
 * tnk_desk_reopen_campaign:
 * @self: a desk
 * @campaign_id: the id of a closed campaign
 * @reason: why; it stays in the log
 * @closes: (nullable): the new last day, ISO 8601; `NULL` leaves it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, or those of [method@Store.reopen_campaign]
 *
 * Does what [method@Store.reopen_campaign] does, for the secretariat.
 *
 * Returns: `TRUE` if it is open
 *
 * Since: 0.1
 */
gboolean
tnk_desk_reopen_campaign (TnkDesk *self,
                          const char *campaign_id,
                          const char *reason,
                          const char *closes,
                          GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && reason != NULL, FALSE);
  return tnk_desk_enter_office (self, error) &&
         tnk_store_reopen_campaign (self->store, campaign_id, reason, closes, error);
}

/**
 * tnk_desk_set_closing_day:
 * @self: a desk
 * @campaign_id: the id of an open campaign
 * @closes: the new last day, ISO 8601, not before today
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, or those of [method@Store.set_closing_day]
 *
 * Does what [method@Store.set_closing_day] does, for the secretariat.
 *
 * Returns: `TRUE` if it is moved
 *
 * Since: 0.1
 */
gboolean
tnk_desk_set_closing_day (TnkDesk *self,
                          const char *campaign_id,
                          const char *closes,
                          GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL && closes != NULL, FALSE);
  return tnk_desk_enter_office (self, error) && tnk_store_set_closing_day (self->store, campaign_id, closes, error);
}

/**
 * tnk_desk_set_visibility:
 * @self: a desk
 * @campaign_id: the id of a campaign in any state
 * @visibility: what those who answer for a department see of its people from now on
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, or those of [method@Store.set_visibility]
 *
 * Does what [method@Store.set_visibility] does, for the secretariat.
 *
 * Returns: `TRUE` if it is so now
 *
 * Since: 0.1
 */
gboolean
tnk_desk_set_visibility (TnkDesk *self,
                         const char *campaign_id,
                         TnkVisibility visibility,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && campaign_id != NULL, FALSE);
  return tnk_desk_enter_office (self, error) && tnk_store_set_visibility (self->store, campaign_id, visibility, error);
}
