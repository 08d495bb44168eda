/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

/* The improvement plan (改善計画), the same for manager, secretariat and committee, each within their rights. Targets:
 * "overdue", "mine", or the number of an action. */
#define TENKEN_TYPE_PLAN_PAGE (tenken_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (TenkenPlanPage, tenken_plan_page, TENKEN, PLAN_PAGE, TenkenDeskPage)

GtkWidget *tenken_plan_page_new (TenkenDesk *desk);

G_END_DECLS
