/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store.h"

G_BEGIN_DECLS

/**
 * TnkCampaignStepKind:
 * @TNK_CAMPAIGN_STEP_KIND_CREATED: it was made
 * @TNK_CAMPAIGN_STEP_KIND_CHANGED: it was changed while it was prepared
 * @TNK_CAMPAIGN_STEP_KIND_OPENED: from here on people answer
 * @TNK_CAMPAIGN_STEP_KIND_EXTENDED: its last day was moved
 * @TNK_CAMPAIGN_STEP_KIND_VISIBILITY: what departments see of their people was changed
 * @TNK_CAMPAIGN_STEP_KIND_CLOSED: from here on nobody answers
 * @TNK_CAMPAIGN_STEP_KIND_REOPENED: people answer again
 *
 * What was done with a campaign.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_CAMPAIGN_STEP_KIND_CREATED,
  TNK_CAMPAIGN_STEP_KIND_CHANGED,
  TNK_CAMPAIGN_STEP_KIND_OPENED,
  TNK_CAMPAIGN_STEP_KIND_EXTENDED,
  TNK_CAMPAIGN_STEP_KIND_VISIBILITY,
  TNK_CAMPAIGN_STEP_KIND_CLOSED,
  TNK_CAMPAIGN_STEP_KIND_REOPENED,
} TnkCampaignStepKind;

#define TNK_TYPE_CAMPAIGN_STEP (tnk_campaign_step_get_type ())

/**
 * TnkCampaignStep:
 *
 * One step of a campaign, as the log has it: when, by whom, what, and why. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCampaignStep, tnk_campaign_step, TNK, CAMPAIGN_STEP, GObject)

TnkCampaignStepKind tnk_campaign_step_get_kind (TnkCampaignStep *self);
const char *tnk_campaign_step_get_at (TnkCampaignStep *self);
const char *tnk_campaign_step_get_actor (TnkCampaignStep *self);
const char *tnk_campaign_step_get_actor_name (TnkCampaignStep *self);
const char *tnk_campaign_step_get_reason (TnkCampaignStep *self);
int tnk_campaign_step_get_count (TnkCampaignStep *self, const char *name);
guint tnk_campaign_step_get_n_changes (TnkCampaignStep *self);
const char *tnk_campaign_step_get_change (TnkCampaignStep *self, guint change, const char **old_value, const char **new_value);

GPtrArray *tnk_store_list_campaign_steps (TnkStore *self, const char *id, GError **error);

G_END_DECLS
