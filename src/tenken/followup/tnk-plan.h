/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-action.h"
#include "tnk-body.h"
#include "tnk-gap.h"

G_BEGIN_DECLS

#define TNK_TYPE_PLAN (tnk_plan_get_type ())

/**
 * TnkPlan:
 *
 * The improvement plan (改善計画) of a campaign: its actions, and what it takes to judge them.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkPlan, tnk_plan, TNK, PLAN, GObject)

/**
 * TNK_PLAN_ANY_STATUS:
 *
 * Every status, for [method@Plan.list].
 *
 * Since: 0.1
 */
#define TNK_PLAN_ANY_STATUS ((1u << TNK_N_ACTION_STATUSES) - 1)

TnkPlan *tnk_plan_new (TnkCampaign *campaign, TnkBody *body, TnkBody *roster);
TnkCampaign *tnk_plan_get_campaign (TnkPlan *self);
TnkBody *tnk_plan_get_body (TnkPlan *self);
TnkBody *tnk_plan_get_roster (TnkPlan *self);
void tnk_plan_add (TnkPlan *self, TnkAction *action);
guint tnk_plan_get_n_actions (TnkPlan *self);
TnkAction *tnk_plan_get_action (TnkPlan *self, guint position);
TnkAction *tnk_plan_lookup (TnkPlan *self, const char *id);
GPtrArray *tnk_plan_list (TnkPlan *self, int department, guint statuses, const char *owner, const char *overdue_on);
guint tnk_plan_count_overdue (TnkPlan *self, int department, const char *today);
GPtrArray *tnk_plan_propose (TnkPlan *self, TnkTally *tally, int department, const char *language);

void tnk_plan_add_promises (TnkPlan *self, guint department, TnkControl *control, guint n);
guint tnk_plan_count_promises (TnkPlan *self, TnkAction *action);

gboolean tnk_plan_is_owner (TnkPlan *self, TnkAction *action, const char *person_id);
gboolean tnk_plan_check (TnkPlan *self, TnkAction *action, TnkAction *before, GError **error);

G_END_DECLS
