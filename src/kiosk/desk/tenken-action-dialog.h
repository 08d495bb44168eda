/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Shows an action of the improvement plan, and lets the person change what is his or hers to change. What was stored emits
 * "changed" of the desk. */
#define TENKEN_TYPE_ACTION_DIALOG (tenken_action_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TenkenActionDialog, tenken_action_dialog, TENKEN, ACTION_DIALOG, AdwWindow)

/* action: of the view; NULL for a new one. */
GtkWidget *tenken_action_dialog_new (GtkWindow *parent, TenkenDesk *desk, TnkPlanView *view, TnkAction *action);

G_END_DECLS
