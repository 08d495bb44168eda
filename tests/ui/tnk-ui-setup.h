/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-ui.h"

G_BEGIN_DECLS

/* The steps of setting a campaign up, and what is asked before something is done with one. */
void tnk_ui_setup_show_controls (TnkUi *ui, TenkenRound *round);
void tnk_ui_setup_show_left_out (TnkUi *ui, TenkenRound *round);
void tnk_ui_setup_show_population (TnkUi *ui, TenkenRound *round);
void tnk_ui_setup_show_settings (TnkUi *ui, TenkenRound *round);
void tnk_ui_setup_show_check (TnkUi *ui, TenkenRound *round);
void tnk_ui_setup_show_start (TnkUi *ui, TenkenRound *round);
/* On an edition after that of a campaign which is closed: what changed can be looked at. */
void tnk_ui_setup_choose_edition (TnkUi *ui);
void tnk_ui_setup_show_edition (TnkUi *ui, TenkenRound *round);
void tnk_ui_setup_show_changes (TnkUi *ui, TenkenRound *round);
void tnk_ui_setup_ask_reopen (TnkUi *ui, TenkenRound *round);
void tnk_ui_setup_ask_visibility (TnkUi *ui, TenkenRound *round);
void tnk_ui_setup_ask_close (TnkUi *ui, TenkenRound *round);

G_END_DECLS
