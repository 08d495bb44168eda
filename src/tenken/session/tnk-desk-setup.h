/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-campaign-preview.h"
#include "tnk-campaign-step.h"
#include "tnk-desk.h"
#include "tnk-store-setup.h"

G_BEGIN_DECLS

GPtrArray *tnk_desk_list_catalogs (TnkDesk *self, GCancellable *cancellable, GError **error);
GPtrArray *tnk_desk_list_all_campaigns (TnkDesk *self, GError **error);
TnkBody *tnk_desk_load_roster (TnkDesk *self, GError **error);
gboolean tnk_desk_count_campaign (TnkDesk *self, const char *campaign_id, TnkCampaignCounts *counts, GError **error);
GPtrArray *tnk_desk_list_campaign_steps (TnkDesk *self, const char *campaign_id, GError **error);

gboolean tnk_desk_create_campaign (TnkDesk *self, TnkCampaign *campaign, GError **error);
gboolean tnk_desk_change_campaign (TnkDesk *self, TnkCampaign *campaign, GError **error);
gboolean tnk_desk_discard_campaign (TnkDesk *self, const char *campaign_id, GError **error);
gboolean tnk_desk_open_campaign (TnkDesk *self, const char *campaign_id, guint *n_people, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_desk_close_campaign (TnkDesk *self, const char *campaign_id, gboolean take_drafts, guint *n_taken, TnkCampaignCounts *counts, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_desk_reopen_campaign (TnkDesk *self, const char *campaign_id, const char *reason, const char *closes, GError **error);
gboolean tnk_desk_set_closing_day (TnkDesk *self, const char *campaign_id, const char *closes, GError **error);
gboolean tnk_desk_set_visibility (TnkDesk *self, const char *campaign_id, TnkVisibility visibility, GError **error);

G_END_DECLS
