/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk-plan.h"
#include "tnk-desk-private.h"

G_BEGIN_DECLS

/* What a verb about the plan needs to know, once it is allowed. */
typedef struct
{
  TnkDeskScope scope;
  TnkPlan *plan; /* all of it */
  gboolean *own; /* by the place of a department: whether the person answers for it */
  const char *person_id;
} TnkDeskPlan;

gboolean tnk_desk_enter_plan (TnkDesk *self, TnkDeskNeed need, const char *campaign_id, const char *department_id, TnkDeskPlan *all, GError **error);
/* Whether the person may change an action in any way: all that it is about must be the person’s. */
gboolean tnk_desk_plan_covers (TnkDeskPlan *self, TnkAction *action);
/* Whether the person may take an action to a status: who may change it, and its owner while it is agreed. That an owner does
 * not verify is for all. */
gboolean tnk_desk_plan_may_move (TnkDeskPlan *self, TnkAction *action, TnkActionStatus status);
gboolean tnk_desk_plan_throw (TnkAction *action, GError **error);
/* The plan as the person may see it. */
TnkPlan *tnk_desk_plan_make_part (TnkDeskPlan *self, TnkDesk *desk, GError **error);
void tnk_desk_plan_clear (TnkDeskPlan *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkDeskPlan, tnk_desk_plan_clear)

TnkPlanView *tnk_plan_view_new (TnkDeskPlan *all, TnkPlan *part, const char *today);

G_END_DECLS
