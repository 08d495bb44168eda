/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-item-private.h"
#include "tnk-lapses-private.h"
#include "tnk-store-record.h"

static TnkItem *
make_item (TnkCatalog *catalog,
           TnkBody *tree,
           TnkDuty *duty,
           const TnkLapsedAnswer *lapsed)
{
  TnkItemOwner owner = {tnk_body_get_department (tree, lapsed->department), lapsed->person_id, lapsed->person_name};
  TnkItemAnswer answer = {.value = TNK_ANSWER_VALUE_UNANSWERED};

  return tnk_item_new (catalog, tree, tnk_duty_get_control (duty), tnk_duty_get_role (duty), &owner, &answer);
}

/**
 * tnk_store_list_lapsed:
 * @self: an open store
 * @campaign_id: the id of a campaign
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Lists the answers “excepted” whose exception has ended. They count as unanswered: while the campaign is open, until they are
 * answered anew or another exception covers them; when it is closed, for good.
 *
 * Returns: (transfer full) (element-type TnkItem): the items, with whose they are
 *
 * Since: 0.1
 */
GPtrArray *
tnk_store_list_lapsed (TnkStore *self,
                       const char *campaign_id,
                       GError **error)
{
  g_auto (TnkLapses) lapses = {0};
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (TnkBody) tree = NULL;
  TnkCampaignState state;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && campaign_id != NULL, NULL);

  campaign = tnk_store_load_campaign (self, campaign_id, error);
  tree = campaign != NULL ? tnk_store_load_tree (self, campaign_id, error) : NULL;
  if (tree == NULL || !tnk_store_find_campaign (self, campaign_id, &no, &state, error) || !tnk_lapses_read (&lapses, self, no, 0, error))
    return NULL;
  items = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < lapses.list->len; i++) {
    const TnkLapsedAnswer *lapsed = &g_array_index (lapses.list, TnkLapsedAnswer, i);
    TnkDuty *duty = tnk_store_get_duty (self, tnk_campaign_get_catalog (campaign), lapsed->duty, error);

    if (duty == NULL)
      return NULL;
    g_ptr_array_add (items, make_item (tnk_campaign_get_catalog (campaign), tree, duty, lapsed));
  }
  return g_steal_pointer (&items);
}
