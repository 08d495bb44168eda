/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

#include "tenken-table.h"

G_BEGIN_DECLS

/* A table of actions: of the plan, or of proposals, which have less to say. name, title: see tenken_table_new (). */
GtkWidget *tenken_plan_table_new (const char *name, const char *title);
GtkWidget *tenken_plan_table_new_for_proposals (const char *name, const char *title);
/* actions: (element-type TnkAction), of the view's plan or about its departments. */
void tenken_plan_table_show (TenkenTable *table, TnkPlanView *view, GPtrArray *actions);

G_END_DECLS
