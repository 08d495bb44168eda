/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Shows which actions would be proposed from the gaps, and adds them when the person says so. owner: a widget of the window,
 * which must live as long as the view is shown. */
void tenken_plan_propose (GtkWidget *owner, TenkenDesk *desk, TnkPlanView *view);

G_END_DECLS
