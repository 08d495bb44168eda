/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-pin.h"
#include "tnk-secret-private.h"
#include "tnk-try-private.h"

/**
 * tnk_store_set_kiosk_pin:
 * @self: an open store
 * @pin: the PIN
 * @error: return location for an error: [error@Tenken.Error] `INVALID` or `STORE`
 *
 * Sets the PIN by which the secretariat ends the kiosk mode of a terminal, and forgives the wrong tries before. Only a
 * hash is kept.
 *
 * Returns: `TRUE` if it is set
 *
 * Since: 0.1
 */
gboolean
tnk_store_set_kiosk_pin (TnkStore *self,
                         const char *pin,
                         GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autofree char *hash = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && pin != NULL, FALSE);

  if (tnk_pin_check (pin, NULL) != TNK_PIN_FAULT_NONE) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID,
                         "this PIN is too easy to guess; choose 6 to 12 digits that are no date and no pattern");
    return FALSE;
  }
  hash = tnk_secret_hash (pin, error);
  return hash != NULL && tnk_change_begin (&change, self, error) &&
         tnk_connection_run (self->connection, error,
                             "INSERT INTO meta (name, value) VALUES ('kiosk_pin', $1) "
                             "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                             "t", hash) &&
         tnk_try_forgive (self, TNK_TRY_KIOSK, error) &&
         tnk_change_log (&change, "kiosk.pin-set", self->body_name, "{}", error) && tnk_change_commit (&change, error);
}

static gboolean
read_hash (TnkStore *self,
           char **hash,
           GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error, "SELECT value FROM meta WHERE name = 'kiosk_pin'", "");
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  *hash = row ? g_strdup (tnk_statement_text (statement, 0)) : NULL;
  return TRUE;
}

/**
 * tnk_store_has_kiosk_pin:
 * @self: an open store
 * @has: (out): whether a PIN was set
 * @error: return location for an error: [error@Tenken.Error] `STORE`
 *
 * Tells whether there is a PIN that ends the kiosk mode of a terminal.
 *
 * Returns: `TRUE` if the store could be read
 *
 * Since: 0.1
 */
gboolean
tnk_store_has_kiosk_pin (TnkStore *self,
                         gboolean *has,
                         GError **error)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && has != NULL, FALSE);

  if (!read_hash (self, &hash, error))
    return FALSE;
  *has = hash != NULL;
  return TRUE;
}

static gboolean
forgive (TnkStore *self,
         GError **error)
{
  g_auto (TnkChange) change = {0};

  return tnk_change_begin (&change, self, error) && tnk_try_forgive (self, TNK_TRY_KIOSK, error) &&
         tnk_change_commit (&change, error);
}

/**
 * tnk_store_check_kiosk_pin:
 * @self: an open store
 * @pin: what was typed
 * @wait: (out): the seconds until a next try is looked at, 0 for none
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` if no PIN was set, `REFUSED` or `STORE`
 *
 * Checks the PIN that ends the kiosk mode of a terminal. Three wrong tries are free; after each further one the next is
 * looked at only after a time that doubles, up to an hour.
 *
 * Returns: `TRUE` if it is the right one
 *
 * Since: 0.1
 */
gboolean
tnk_store_check_kiosk_pin (TnkStore *self,
                           const char *pin,
                           guint *wait,
                           GError **error)
{
  const TnkTry attempt = {.key = TNK_TRY_KIOSK, .blocks = FALSE};
  g_autofree char *hash = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && pin != NULL && wait != NULL, FALSE);

  *wait = 0;
  if (!read_hash (self, &hash, error))
    return FALSE;
  if (hash == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND,
                 "%s: no PIN for the kiosk was set; set one with “tenkenctl kiosk pin”", tnk_store_get_name (self));
    return FALSE;
  }
  if (!tnk_try_count (&attempt, self, wait, error))
    return FALSE;
  if (tnk_secret_verify (hash, pin)) {
    *wait = 0;
    return forgive (self, error);
  }
  if (tnk_store_note (self, "kiosk.refused", self->actor, error))
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_REFUSED, "the PIN is not right");
  return FALSE;
}
