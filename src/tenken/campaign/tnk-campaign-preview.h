/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-body.h"
#include "tnk-campaign.h"
#include "tnk-questionnaire.h"

G_BEGIN_DECLS

#define TNK_TYPE_CAMPAIGN_PREVIEW (tnk_campaign_preview_get_type ())

/**
 * TnkCampaignPreview:
 *
 * What a campaign would ask of whom, by a roster: how many people of which departments and roles, how many questions, and
 * what single questionnaires would look like. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCampaignPreview, tnk_campaign_preview, TNK, CAMPAIGN_PREVIEW, GObject)

TnkCampaignPreview *tnk_campaign_preview_new (TnkCampaign *campaign, TnkBody *roster);
TnkCampaign *tnk_campaign_preview_get_campaign (TnkCampaignPreview *self);
guint tnk_campaign_preview_count_people (TnkCampaignPreview *self, int department, int role);
guint tnk_campaign_preview_count_roster (TnkCampaignPreview *self, int department, int role);
guint tnk_campaign_preview_count_controls (TnkCampaignPreview *self);
guint tnk_campaign_preview_count_questions (TnkCampaignPreview *self, int role);
guint64 tnk_campaign_preview_count_items (TnkCampaignPreview *self);
guint tnk_campaign_preview_get_minutes (TnkCampaignPreview *self, int role);
guint tnk_campaign_preview_get_n_samples (TnkCampaignPreview *self);
TnkRole *tnk_campaign_preview_get_sample_role (TnkCampaignPreview *self, guint sample);
TnkQuestionnaire *tnk_campaign_preview_make_sample (TnkCampaignPreview *self, guint sample);

guint tnk_estimate_minutes (guint n_questions);

G_END_DECLS
