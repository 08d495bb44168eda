/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkHitKind:
 * @TNK_HIT_KIND_DEPARTMENT: a department
 * @TNK_HIT_KIND_CONTROL: a control
 * @TNK_HIT_KIND_PERSON: a person
 *
 * What was found.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_HIT_KIND_DEPARTMENT,
  TNK_HIT_KIND_CONTROL,
  TNK_HIT_KIND_PERSON,
} TnkHitKind;

#define TNK_TYPE_HIT (tnk_hit_get_type ())

/**
 * TnkHit:
 *
 * Something that was searched for at a desk, and found. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkHit, tnk_hit, TNK, HIT, GObject)

TnkHitKind tnk_hit_get_kind (TnkHit *self);
const char *tnk_hit_get_id (TnkHit *self);
const char *tnk_hit_get_text (TnkHit *self);
const char *tnk_hit_get_detail (TnkHit *self);
const char *tnk_hit_get_department_id (TnkHit *self);

G_END_DECLS
