/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-item-private.h"
#include "tnk-lapse-private.h"
#include "tnk-lapses-private.h"
#include "tnk-store-lapsed-private.h"
#include "tnk-store-record.h"
#include "tnk-tally-private.h"

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

/* --- at a desk --- */

typedef struct
{
  const TnkItemScope *scope;
  gboolean names;
  GPtrArray *exceptions;
  char *today;
  GPtrArray *lapses;
} Gathering;

static void
gathering_clear (Gathering *self)
{
  g_clear_pointer (&self->exceptions, g_ptr_array_unref);
  g_clear_pointer (&self->lapses, g_ptr_array_unref);
  g_free (self->today);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathering, gathering_clear)

static gboolean
is_within (const TnkItemScope *scope,
           gint64 department)
{
  return scope->department < 0 || (department >= scope->department && department < tnk_body_get_subtree_end (scope->tree, scope->department));
}

static TnkLapse *
find (GPtrArray *lapses,
      TnkControl *control,
      const TnkLapseOwner *owner,
      TnkException *exception)
{
  for (guint i = 0; i < lapses->len; i++)
    if (tnk_lapse_is_of (lapses->pdata[i], control, owner, exception))
      return lapses->pdata[i];
  return NULL;
}

static void
gather (Gathering *self,
        TnkDuty *duty,
        const TnkLapsedAnswer *lapsed)
{
  const TnkItemScope *scope = self->scope;
  TnkControl *control = tnk_duty_get_control (duty);
  TnkDepartment *department = tnk_body_get_department (scope->tree, lapsed->department);
  TnkException *exception = tnk_lapse_find_exception (self->exceptions, control, department, self->today);
  TnkLapseOwner owner = {.department = scope->shown == NULL ? department : NULL};
  TnkLapse *there;

  if (self->names)
    owner = (TnkLapseOwner){department, tnk_duty_get_role (duty), lapsed->person_id, lapsed->person_name};
  there = self->names ? NULL : find (self->lapses, control, &owner, exception);
  if (there != NULL)
    tnk_lapse_add (there);
  else
    g_ptr_array_add (self->lapses, tnk_lapse_new (tnk_campaign_get_catalog (scope->round->campaign), scope->tree, control, &owner, exception));
}

static gboolean
gather_all (Gathering *self,
            TnkStore *store,
            const TnkLapses *lapses,
            GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (self->scope->round->campaign);

  for (guint i = 0; i < lapses->list->len; i++) {
    const TnkLapsedAnswer *lapsed = &g_array_index (lapses->list, TnkLapsedAnswer, i);
    TnkDuty *duty = tnk_store_get_duty (store, catalog, lapsed->duty, error);

    if (duty == NULL)
      return FALSE;
    if (lapsed->handed_in && is_within (self->scope, lapsed->department) &&
        (self->scope->shown == NULL || tnk_tally_shows (self->scope->shown, lapsed->department, tnk_duty_get_role (duty))))
      gather (self, duty, lapsed);
  }
  return TRUE;
}

GPtrArray *
tnk_store_read_lapsed (TnkStore *self,
                       const TnkItemScope *scope,
                       gboolean names,
                       GError **error)
{
  g_auto (TnkLapses) lapses = {0};
  g_auto (Gathering) gathering = {.scope = scope, .names = names};

  gathering.exceptions = tnk_store_list_exceptions (self, error);
  if (gathering.exceptions == NULL || !tnk_lapses_read (&lapses, self, scope->round->no, 0, error))
    return NULL;
  gathering.today = tnk_store_dup_today (self);
  gathering.lapses = g_ptr_array_new_with_free_func (g_object_unref);
  return gather_all (&gathering, self, &lapses, error) ? g_steal_pointer (&gathering.lapses) : NULL;
}
