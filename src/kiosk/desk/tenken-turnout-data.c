/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-turnout-data.h"

void
tenken_turnout_query_free (gpointer self)
{
  TenkenTurnoutQuery *query = self;

  g_free (query->campaign_id);
  g_free (query->all_id);
  g_free (query->part_id);
  g_free (query);
}

void
tenken_turnout_data_free (gpointer self)
{
  TenkenTurnoutData *data = self;

  g_clear_object (&data->all);
  g_clear_object (&data->part);
  g_free (data->today);
  g_free (data);
}

/* A department that was looked at in another campaign need not be in this one. */
static gboolean
load_part (TenkenTurnoutData *self,
           TnkDesk *desk,
           const TenkenTurnoutQuery *query,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GError) local = NULL;

  self->part = tnk_desk_load_turnout (desk, query->campaign_id, query->part_id, TRUE, cancellable, &local);
  if (local == NULL || (query->wants_all && g_error_matches (local, TNK_ERROR, TNK_ERROR_NOT_FOUND)))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gpointer
tenken_turnout_data_load (TnkDesk *desk,
                          gpointer query,
                          GCancellable *cancellable,
                          GError **error)
{
  const TenkenTurnoutQuery *asked = query;
  g_autoptr (TenkenTurnoutData) self = g_new0 (TenkenTurnoutData, 1);

  self->today = tnk_desk_dup_today (desk);
  if (!tnk_desk_read_mark (desk, &self->mark, error))
    return NULL;
  if (asked->wants_all)
    self->all = tnk_desk_load_turnout (desk, asked->campaign_id, asked->all_id, FALSE, cancellable, error);
  if (asked->wants_all && self->all == NULL)
    return NULL;
  if (asked->part_id != NULL && !load_part (self, desk, asked, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
