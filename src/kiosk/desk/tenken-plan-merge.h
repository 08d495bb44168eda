/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Merges actions about the same control into the first of them, once the person has agreed; or says why they cannot be.
 * actions: (element-type TnkAction), of the view. owner: a widget of the window. */
void tenken_plan_merge (GtkWidget *owner, TenkenDesk *desk, TnkPlanView *view, GPtrArray *actions);
/* Why they cannot be merged; NULL if they can. */
const char *tenken_plan_merge_hindrance (TnkPlanView *view, GPtrArray *actions);

G_END_DECLS
