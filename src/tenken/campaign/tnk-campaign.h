/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"
#include "tnk-department.h"
#include "tnk-visibility.h"

G_BEGIN_DECLS

/**
 * TnkCampaignState:
 * @TNK_CAMPAIGN_STATE_PREPARED: 準備中, nobody can answer yet
 * @TNK_CAMPAIGN_STATE_OPEN: 実施中
 * @TNK_CAMPAIGN_STATE_CLOSED: 終了, unanswered items count 0
 *
 * How far a campaign is.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_CAMPAIGN_STATE_PREPARED,
  TNK_CAMPAIGN_STATE_OPEN,
  TNK_CAMPAIGN_STATE_CLOSED,
} TnkCampaignState;

const char *tnk_campaign_state_to_string (TnkCampaignState state);
gboolean tnk_campaign_state_from_string (const char *text, TnkCampaignState *state);

#define TNK_TYPE_CAMPAIGN (tnk_campaign_get_type ())

/**
 * TnkCampaign:
 *
 * A campaign (実施回): one round of the self-check, on one edition of a catalog.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCampaign, tnk_campaign, TNK, CAMPAIGN, GObject)

TnkCampaign *tnk_campaign_new (const char *id, TnkCatalog *catalog);
TnkCampaign *tnk_campaign_copy (TnkCampaign *self);
TnkCampaign *tnk_campaign_new_like (TnkCampaign *other, const char *id, TnkCatalog *catalog);
const char *tnk_campaign_get_id (TnkCampaign *self);
TnkCatalog *tnk_campaign_get_catalog (TnkCampaign *self);
const char *tnk_campaign_get_title (TnkCampaign *self);
void tnk_campaign_set_title (TnkCampaign *self, const char *title);
TnkCampaignState tnk_campaign_get_state (TnkCampaign *self);
void tnk_campaign_set_state (TnkCampaign *self, TnkCampaignState state);
const char *tnk_campaign_get_opens (TnkCampaign *self);
const char *tnk_campaign_get_closes (TnkCampaign *self);
gboolean tnk_campaign_set_period (TnkCampaign *self, const char *opens, const char *closes, GError **error);

gboolean tnk_campaign_adopt (TnkCampaign *self, const char *control_id, GError **error);
void tnk_campaign_adopt_all (TnkCampaign *self);
void tnk_campaign_set_adopted (TnkCampaign *self, TnkControl *control, gboolean adopted);
gboolean tnk_campaign_is_adopted (TnkCampaign *self, TnkControl *control);
gboolean tnk_campaign_leave_out (TnkCampaign *self, const char *control_id, const char *reason, GError **error);
void tnk_campaign_set_left_out_reason (TnkCampaign *self, TnkControl *control, const char *reason);
const char *tnk_campaign_get_left_out_reason (TnkCampaign *self, TnkControl *control);
gboolean tnk_campaign_requires (TnkCampaign *self, TnkControl *control);
gboolean tnk_campaign_get_asks_informed (TnkCampaign *self);
void tnk_campaign_set_asks_informed (TnkCampaign *self, gboolean asks);
gboolean tnk_campaign_asks (TnkCampaign *self, TnkDuty *duty);

gboolean tnk_campaign_set_role_outside (TnkCampaign *self, const char *role_id, gboolean outside, GError **error);
gboolean tnk_campaign_is_role_outside (TnkCampaign *self, TnkRole *role);
void tnk_campaign_set_department_outside (TnkCampaign *self, const char *department_id, gboolean outside);
const char *const *tnk_campaign_get_departments_outside (TnkCampaign *self);
gboolean tnk_campaign_is_department_outside (TnkCampaign *self, TnkDepartment *department);

double tnk_campaign_get_grade_line (TnkCampaign *self, char grade);
gboolean tnk_campaign_set_grade_lines (TnkCampaign *self, double a, double b, double c, GError **error);
double tnk_campaign_get_attainment_line (TnkCampaign *self);
gboolean tnk_campaign_set_attainment_line (TnkCampaign *self, double percent, GError **error);
TnkVisibility tnk_campaign_get_visibility (TnkCampaign *self);
void tnk_campaign_set_visibility (TnkCampaign *self, TnkVisibility visibility);

G_END_DECLS
