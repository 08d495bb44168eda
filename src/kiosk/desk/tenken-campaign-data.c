/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-campaign-data.h"

void
tenken_campaign_data_free (gpointer data)
{
  TenkenCampaignData *self = data;

  g_clear_pointer (&self->campaigns, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_object (&self->tree);
  g_free (self->counts);
  g_free (self->n_lapsed);
  g_free (self->today);
  g_free (self);
}

static gboolean
read_chosen (TenkenCampaignData *self,
             TnkDesk *desk,
             const char *id,
             GError **error)
{
  for (guint i = 0; id != NULL && i < self->campaigns->len; i++)
    if (g_str_equal (tnk_campaign_get_id (self->campaigns->pdata[i]), id))
      self->chosen = i;
  if (self->chosen < 0)
    return TRUE;
  self->steps = tnk_desk_list_campaign_steps (desk, id, error);
  self->tree = self->steps != NULL ? tnk_desk_load_tree (desk, id, error) : NULL;
  return self->tree != NULL;
}

/* What the secretariat sees first. */
static gboolean
read_due (TenkenCampaignData *self,
          TnkDesk *desk,
          GCancellable *cancellable,
          GError **error)
{
  if (!tenken_records_due_read (desk, NULL, NULL, cancellable, &self->due, error))
    return FALSE;
  self->n_lapsed = g_new0 (guint, self->campaigns->len + 1);
  for (guint i = 0; i < self->campaigns->len; i++) {
    TnkCampaign *campaign = self->campaigns->pdata[i];
    g_autoptr (GPtrArray) lapses = NULL;

    if (tnk_campaign_get_state (campaign) != TNK_CAMPAIGN_STATE_OPEN)
      continue;
    lapses = tenken_records_due_list_lapsed (desk, tnk_campaign_get_id (campaign), NULL, cancellable, error);
    if (lapses == NULL)
      return FALSE;
    self->n_lapsed[i] = tenken_records_due_count_lapsed (lapses);
  }
  return TRUE;
}

gpointer
tenken_campaign_data_read (TnkDesk *desk,
                           gpointer data,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (TenkenCampaignData) self = g_new0 (TenkenCampaignData, 1);

  self->chosen = -1;
  self->today = tnk_desk_dup_today (desk);
  self->campaigns = tnk_desk_list_all_campaigns (desk, error);
  if (self->campaigns == NULL)
    return NULL;
  self->counts = g_new0 (TnkCampaignCounts, self->campaigns->len + 1);
  for (guint i = 0; i < self->campaigns->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !tnk_desk_count_campaign (desk, tnk_campaign_get_id (self->campaigns->pdata[i]), &self->counts[i], error))
      return NULL;
  return read_due (self, desk, cancellable, error) && read_chosen (self, desk, data, error) ? g_steal_pointer (&self) : NULL;
}
