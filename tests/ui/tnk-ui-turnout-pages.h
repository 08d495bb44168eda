/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-ui.h"

G_BEGIN_DECLS

/* States of the pages about who has handed in, for the list of pages. */
void tnk_ui_turnout_show_paper (TnkUi *ui, TenkenRound *round);
void tnk_ui_turnout_show_return (TnkUi *ui, TenkenRound *round);
void tnk_ui_turnout_show_close (TnkUi *ui, TenkenRound *round);
void tnk_ui_turnout_show_remind (TnkUi *ui, TenkenRound *round);
void tnk_ui_turnout_show_few (TnkUi *ui, TenkenRound *round);
void tnk_ui_turnout_show_counts (TnkUi *ui, TenkenRound *round);
void tnk_ui_turnout_show_tree (TnkUi *ui, TenkenRound *round);
void tnk_ui_turnout_show_part (TnkUi *ui, TenkenRound *round);

G_END_DECLS
