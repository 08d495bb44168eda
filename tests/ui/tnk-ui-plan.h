/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-ui-desk.h"

G_BEGIN_DECLS

/* The improvement plan in the tests of the desks. */

/* The plan as the person who is signed in sees it. */
TnkPlanView *tnk_ui_plan_load (TnkUi *ui);
/* Writes the plan, changes cells of the workbook as another program would, and returns its path. edits: “ID field value”,
 * see edit_plan.py. */
char *tnk_ui_plan_edit (TnkUi *ui, const char *const *edits);
/* Somebody else is faster: sets a field of an action in the store. */
void tnk_ui_plan_meddle (TnkUi *ui, const char *id, TnkActionField field, const char *value);

/* For the list of pages. */
void tnk_ui_plan_fill (TnkUi *ui, TenkenRound *round);
void tnk_ui_plan_open_action (TnkUi *ui, TenkenRound *round);
void tnk_ui_plan_open_new (TnkUi *ui, TenkenRound *round);
void tnk_ui_plan_open_proposals (TnkUi *ui, TenkenRound *round);
void tnk_ui_plan_open_conflict (TnkUi *ui, TenkenRound *round);
void tnk_ui_plan_open_preview (TnkUi *ui, TenkenRound *round);
void tnk_ui_plan_open_problems (TnkUi *ui, TenkenRound *round);

G_END_DECLS
