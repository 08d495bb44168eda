/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>
#include <tenken.h>

G_BEGIN_DECLS

/* What filled sheets change, row by row: the answer of now beside that of the sheet. Where both were given since, somebody
 * decides, for rows that are selected or for all. Emits "decided". */
#define TENKEN_TYPE_SHEETS_EDITS (tenken_sheets_edits_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSheetsEdits, tenken_sheets_edits, TENKEN, SHEETS_EDITS, AdwBin)

GtkWidget *tenken_sheets_edits_new (void);
void tenken_sheets_edits_set (TenkenSheetsEdits *self, TnkAnswerEdits *edits);
/* Actions: "edits.sheet", "edits.store" (the selected rows), "edits.all-sheet", "edits.all-store". */

G_END_DECLS
