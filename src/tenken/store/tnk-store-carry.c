/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-round-private.h"
#include "tnk-store-setup.h"

/**
 * tnk_store_load_carry_over:
 * @self: an open store
 * @id: the id of a campaign
 * @carry_over: (out) (transfer full) (nullable): what becomes of the answers of the campaign before, see
 *   [method@Store.find_previous_campaign]; `NULL` if there is none
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Finds out what a campaign carries over, asks anew and leaves behind.
 *
 * Returns: `TRUE` if that is known
 *
 * Since: 0.1
 */
gboolean
tnk_store_load_carry_over (TnkStore *self,
                           const char *id,
                           TnkCarryOver **carry_over,
                           GError **error)
{
  g_autoptr (TnkRound) round = NULL;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL && carry_over != NULL, FALSE);

  *carry_over = NULL;
  round = tnk_round_load (self, id, error);
  if (round == NULL)
    return FALSE;
  g_set_object (carry_over, round->carry_over);
  return TRUE;
}
