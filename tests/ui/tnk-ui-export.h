/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-ui-desk.h"

G_BEGIN_DECLS

/* The export page of the desk that is shown has a kind of workbook written, and rests. Returns where; it goes with tnk_ui_export_clean (). */
const char *tnk_ui_export_write (TnkUi *ui, const char *kind);
void tnk_ui_export_clean (void);

/* For the list of pages: a scorecard was written. */
void tnk_ui_export_show_saved (TnkUi *ui, TenkenRound *round);

G_END_DECLS
