/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-campaigns.h"

#include "tnk-desk-private.h"

/**
 * tnk_desk_list_campaigns:
 * @self: a desk
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if the person has no right at any desk, or `STORE`
 *
 * Reads every campaign: what it is called, how far it is, on which catalog. That is no secret to anybody at a desk.
 *
 * Returns: (transfer container) (element-type TnkCampaign): the campaigns, in the order in which they were made
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_campaigns (TnkDesk *self,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self), NULL);
  return tnk_desk_enter_any (self, error) ? tnk_store_list_campaigns (self->store, error) : NULL;
}
