/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-ui-desk.h"

G_BEGIN_DECLS

/* Answers whose exception has ended, in the tests of the desks. */

/* All staff are asked about it, and no other exception is there for it. */
#define TNK_UI_LAPSED_CONTROL "5.3-1-1"

/* Some of the department of somebody who answers for one, once. */
void tnk_ui_lapsed_make (TnkUi *ui);

/* For the list of pages. */
void tnk_ui_lapsed_show (TnkUi *ui, TenkenRound *round);
void tnk_ui_lapsed_show_counts (TnkUi *ui, TenkenRound *round);
void tnk_ui_lapsed_show_paper (TnkUi *ui, TenkenRound *round);
/* The page that is shown, read anew. */
void tnk_ui_lapsed_show_notice (TnkUi *ui, TenkenRound *round);

G_END_DECLS
