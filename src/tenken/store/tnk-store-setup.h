/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-carry-over.h"
#include "tnk-store.h"

G_BEGIN_DECLS

/**
 * TnkCampaignCounts:
 * @people: who is asked
 * @submitted: who handed in, accepted ones among them
 * @drafts: who began and has not handed in
 * @untouched: who has not begun
 *
 * How far the people of a campaign are.
 *
 * Since: 0.1
 */
typedef struct
{
  guint people;
  guint submitted;
  guint drafts;
  guint untouched;
} TnkCampaignCounts;

gboolean tnk_store_count_campaign (TnkStore *self, const char *id, TnkCampaignCounts *counts, GError **error);

gboolean tnk_store_load_carry_over (TnkStore *self, const char *id, TnkCarryOver **carry_over, GError **error);

gboolean tnk_store_change_campaign (TnkStore *self, TnkCampaign *campaign, GError **error);
gboolean tnk_store_discard_campaign (TnkStore *self, const char *id, GError **error);
gboolean tnk_store_open_campaign_full (TnkStore *self, const char *id, guint *n_people, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_store_close_campaign_full (TnkStore *self, const char *id, gboolean take_drafts, guint *n_taken, TnkCampaignCounts *counts, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_store_reopen_campaign (TnkStore *self, const char *id, const char *reason, const char *closes, GError **error);
gboolean tnk_store_set_closing_day (TnkStore *self, const char *id, const char *closes, GError **error);
gboolean tnk_store_set_visibility (TnkStore *self, const char *id, TnkVisibility visibility, GError **error);

gboolean tnk_store_verify_full (TnkStore *self, gint64 *n_entries, gint64 *n_questionnaires, char **head, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);
gboolean tnk_store_backup_full (TnkStore *self, const char *filename, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, GError **error);

gboolean tnk_store_get_default_visibility (TnkStore *self, TnkVisibility *visibility, GError **error);
gboolean tnk_store_set_default_visibility (TnkStore *self, TnkVisibility visibility, GError **error);

G_END_DECLS
