/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-cross-reference.h"

G_BEGIN_DECLS

/* note: may be NULL. place: where it stands in its file, "references[3]"; line: the line there, 0 if it comes from no file. */
TnkCrossReference *tnk_cross_reference_new (const char *from, TnkRelation relation, const char *to, TnkText *note);
void tnk_cross_reference_set_place (TnkCrossReference *self, const char *place, guint line);
const char *tnk_cross_reference_get_place (TnkCrossReference *self);
guint tnk_cross_reference_get_line (TnkCrossReference *self);

G_END_DECLS
