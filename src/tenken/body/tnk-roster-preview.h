/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-body.h"
#include "tnk-roster-row.h"

G_BEGIN_DECLS

#define TNK_TYPE_ROSTER_PREVIEW (tnk_roster_preview_get_type ())

/**
 * TnkRosterPreview:
 *
 * What a new roster changes, before anything is changed: every department and person that is added, changed or removed, and
 * what follows from it in the campaigns that are open.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkRosterPreview, tnk_roster_preview, TNK, ROSTER_PREVIEW, GObject)

TnkRosterPreview *tnk_roster_preview_new (TnkBody *before, TnkBody *after);
TnkBody *tnk_roster_preview_get_before (TnkRosterPreview *self);
TnkBody *tnk_roster_preview_get_after (TnkRosterPreview *self);
guint tnk_roster_preview_get_n_rows (TnkRosterPreview *self);
TnkRosterRow *tnk_roster_preview_get_row (TnkRosterPreview *self, guint position);
guint tnk_roster_preview_count (TnkRosterPreview *self, TnkRosterKind kind);
guint tnk_roster_preview_count_lost_answers (TnkRosterPreview *self);

G_END_DECLS
