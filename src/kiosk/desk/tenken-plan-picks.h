/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

#include "tenken-pick-list.h"

G_BEGIN_DECLS

/* What there is to choose for an action: fills a list with what matches the words typed. */
void tenken_plan_list_controls (TenkenPickList *list, TnkPlanView *view, const char *typed);
/* Departments of which the person may make it, and those that it is about already. */
void tenken_plan_list_departments (TenkenPickList *list, TnkPlanView *view, TnkAction *action, const char *typed);
/* Roles, and the people of the view’s roster, whose names one must begin to type. Ids are owners in their text form. */
void tenken_plan_list_owners (TenkenPickList *list, TnkPlanView *view, TnkAction *action, const char *typed);

G_END_DECLS
