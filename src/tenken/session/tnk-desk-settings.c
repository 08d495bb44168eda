/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-settings.h"

#include "tnk-desk-private.h"
#include "tnk-store-setup.h"

/**
 * tnk_desk_dup_body_name:
 * @self: a desk
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`
 *
 * Gets the name of the body, for the secretariat.
 *
 * Returns: (transfer full): the name
 *
 * Since: 0.1
 */
char *
tnk_desk_dup_body_name (TnkDesk *self,
                        GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self), NULL);
  return tnk_desk_enter_office (self, error) ? g_strdup (tnk_store_get_body_name (self->store)) : NULL;
}

/**
 * tnk_desk_get_default_visibility:
 * @self: a desk
 * @visibility: (out): what departments see of their people in a new campaign
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Does what [method@Store.get_default_visibility] does, for the secretariat.
 *
 * Returns: `TRUE` if it was read
 *
 * Since: 0.1
 */
gboolean
tnk_desk_get_default_visibility (TnkDesk *self,
                                 TnkVisibility *visibility,
                                 GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && visibility != NULL, FALSE);
  return tnk_desk_enter_office (self, error) && tnk_store_get_default_visibility (self->store, visibility, error);
}

/**
 * tnk_desk_set_default_visibility:
 * @self: a desk
 * @visibility: what departments see of their people in a new campaign
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Does what [method@Store.set_default_visibility] does, for the secretariat.
 *
 * Returns: `TRUE` if it is so now
 *
 * Since: 0.1
 */
gboolean
tnk_desk_set_default_visibility (TnkDesk *self,
                                 TnkVisibility visibility,
                                 GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self), FALSE);
  return tnk_desk_enter_office (self, error) && tnk_store_set_default_visibility (self->store, visibility, error);
}

/**
 * tnk_desk_has_kiosk_pin:
 * @self: a desk
 * @has: (out): whether a PIN was set
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Does what [method@Store.has_kiosk_pin] does, for the secretariat.
 *
 * Returns: `TRUE` if it was read
 *
 * Since: 0.1
 */
gboolean
tnk_desk_has_kiosk_pin (TnkDesk *self,
                        gboolean *has,
                        GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && has != NULL, FALSE);
  return tnk_desk_enter_office (self, error) && tnk_store_has_kiosk_pin (self->store, has, error);
}

/**
 * tnk_desk_set_kiosk_pin:
 * @self: a desk
 * @pin: the PIN that ends the kiosk mode
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `INVALID` or `STORE`
 *
 * Does what [method@Store.set_kiosk_pin] does, for the secretariat.
 *
 * Returns: `TRUE` if it is set
 *
 * Since: 0.1
 */
gboolean
tnk_desk_set_kiosk_pin (TnkDesk *self,
                        const char *pin,
                        GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && pin != NULL, FALSE);
  return tnk_desk_enter_office (self, error) && tnk_store_set_kiosk_pin (self->store, pin, error);
}

/**
 * tnk_desk_verify:
 * @self: a desk
 * @n_entries: (out): how many entries the log has
 * @n_questionnaires: (out): how many questionnaires were compared with the log
 * @head: (out) (transfer full): the hash of the last entry
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops the check
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`, `TAMPERED` or `STORE`, or cancelled
 *
 * Does what [method@Store.verify] does, for the secretariat.
 *
 * Returns: `TRUE` if everything fits
 *
 * Since: 0.1
 */
gboolean
tnk_desk_verify (TnkDesk *self,
                 gint64 *n_entries,
                 gint64 *n_questionnaires,
                 char **head,
                 TnkProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && n_entries != NULL && n_questionnaires != NULL && head != NULL, FALSE);
  return tnk_desk_enter_office (self, error) &&
         tnk_store_verify_full (self->store, n_entries, n_questionnaires, head, progress, user_data, cancellable, error);
}

/**
 * tnk_desk_backup:
 * @self: a desk
 * @filename: the file to write
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; no file is written then
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` or `STORE`, or cancelled
 *
 * Does what [method@Store.backup] does, for the secretariat. The log says that it was done: the copy holds what everybody
 * answered.
 *
 * Returns: `TRUE` if the copy is whole
 *
 * Since: 0.1
 */
gboolean
tnk_desk_backup (TnkDesk *self,
                 const char *filename,
                 TnkProgressFunc progress,
                 gpointer user_data,
                 GCancellable *cancellable,
                 GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && filename != NULL, FALSE);
  return tnk_desk_enter_office (self, error) &&
         tnk_store_backup_full (self->store, filename, progress, user_data, cancellable, error) &&
         tnk_store_note (self->store, "store.copied", tnk_store_get_body_name (self->store), error);
}
