/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-plan.h"

G_BEGIN_DECLS

#define TNK_TYPE_PLAN_VIEW (tnk_plan_view_get_type ())

/**
 * TnkPlanView:
 *
 * The improvement plan as one person sees it, with what this person may do about each action. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkPlanView, tnk_plan_view, TNK, PLAN_VIEW, GObject)

TnkPlan *tnk_plan_view_get_plan (TnkPlanView *self);
int tnk_plan_view_get_department (TnkPlanView *self);
const char *tnk_plan_view_get_today (TnkPlanView *self);
guint tnk_plan_view_get_n_overdue (TnkPlanView *self);
gboolean tnk_plan_view_may_add (TnkPlanView *self);
gboolean tnk_plan_view_may_change (TnkPlanView *self, TnkAction *action);
gboolean tnk_plan_view_may_note (TnkPlanView *self, TnkAction *action);
gboolean tnk_plan_view_may_move (TnkPlanView *self, TnkAction *action, TnkActionStatus status);
gboolean tnk_plan_view_is_owner (TnkPlanView *self, TnkAction *action);
gboolean tnk_plan_view_may_concern (TnkPlanView *self, guint department);

G_END_DECLS
