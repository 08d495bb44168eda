/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-roster-preview.h"

G_BEGIN_DECLS

/* What follows, which the store alone knows. Strings may be NULL. */
void tnk_roster_preview_add (TnkRosterPreview *self, TnkRosterKind kind, const char *campaign_id, const char *person_id, const char *name, guint n_answers);
/* Whether both say the same about the same roster. */
gboolean tnk_roster_preview_equal (TnkRosterPreview *self, TnkRosterPreview *other);

G_END_DECLS
