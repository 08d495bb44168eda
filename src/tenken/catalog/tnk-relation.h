/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkRelation:
 * @TNK_RELATION_SAME: it asks the same; who keeps one keeps the other
 * @TNK_RELATION_PART: it asks a part of what the other asks; who keeps it keeps that part
 * @TNK_RELATION_WIDER: it asks all that the other asks, and more; who keeps it keeps the other
 * @TNK_RELATION_RELATED: it is about the same matter; neither follows from the other
 *
 * How a control stands to a control of another catalog. Which post answers for it may differ, since bodies call their posts
 * differently; where roles that the other asks are left out, it is a part.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_RELATION_SAME,
  TNK_RELATION_PART,
  TNK_RELATION_WIDER,
  TNK_RELATION_RELATED,
} TnkRelation;

/**
 * TNK_N_RELATIONS:
 *
 * How many values [enum@Tenken.Relation] has.
 *
 * Since: 0.1
 */
#define TNK_N_RELATIONS 4

const char *tnk_relation_to_string (TnkRelation relation);
gboolean tnk_relation_from_string (const char *text, TnkRelation *relation);
TnkRelation tnk_relation_invert (TnkRelation relation);
TnkRelation tnk_relation_combine (TnkRelation first, TnkRelation second);
gboolean tnk_relation_covers (TnkRelation relation);

G_END_DECLS
