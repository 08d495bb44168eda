/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-ui.h"

G_BEGIN_DECLS

/* The roster and the sheets in each state that they have. */
void tnk_ui_roster_show_grant (TnkUi *ui, TenkenRound *round);
void tnk_ui_roster_show_pins (TnkUi *ui, TenkenRound *round);
void tnk_ui_roster_show_faults (TnkUi *ui, TenkenRound *round);
void tnk_ui_roster_show_preview (TnkUi *ui, TenkenRound *round);
void tnk_ui_sheets_show_faults (TnkUi *ui, TenkenRound *round);
void tnk_ui_sheets_show_preview (TnkUi *ui, TenkenRound *round);
/* The first sheet has a fault, and no other. */
void tnk_ui_sheets_show_one_fault (TnkUi *ui);

/* Does what the page has an action for, and waits until it shows that step. */
void tnk_ui_roster_act (TnkUi *ui, const char *action, const char *step);

G_END_DECLS
