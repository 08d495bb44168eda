/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-relation.h"
#include "tnk-text.h"

G_BEGIN_DECLS

#define TNK_TYPE_CROSS_REFERENCE (tnk_cross_reference_get_type ())

/**
 * TnkCrossReference:
 *
 * How one control of a catalog stands to one control of another. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCrossReference, tnk_cross_reference, TNK, CROSS_REFERENCE, GObject)

const char *tnk_cross_reference_get_from (TnkCrossReference *self);
const char *tnk_cross_reference_get_to (TnkCrossReference *self);
TnkRelation tnk_cross_reference_get_relation (TnkCrossReference *self);
TnkText *tnk_cross_reference_get_note (TnkCrossReference *self);

G_END_DECLS
