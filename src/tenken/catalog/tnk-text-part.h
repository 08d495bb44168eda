/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkTextPartKind:
 * @TNK_TEXT_PART_KIND_SAME: stands in both texts
 * @TNK_TEXT_PART_KIND_REMOVED: stands in the old text only
 * @TNK_TEXT_PART_KIND_ADDED: stands in the new text only
 *
 * What became of a part of a text.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_TEXT_PART_KIND_SAME,
  TNK_TEXT_PART_KIND_REMOVED,
  TNK_TEXT_PART_KIND_ADDED,
} TnkTextPartKind;

#define TNK_TYPE_TEXT_PART (tnk_text_part_get_type ())

/**
 * TnkTextPart:
 *
 * A part of two texts that were compared: what stands in both, or in one of them only. Immutable and reference counted.
 *
 * Since: 0.1
 */
typedef struct _TnkTextPart TnkTextPart;

GType tnk_text_part_get_type (void) G_GNUC_CONST;
TnkTextPart *tnk_text_part_ref (TnkTextPart *self);
void tnk_text_part_unref (TnkTextPart *self);
TnkTextPartKind tnk_text_part_get_kind (TnkTextPart *self);
const char *tnk_text_part_get_text (TnkTextPart *self);

GPtrArray *tnk_text_compare (const char *old_text, const char *new_text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkTextPart, tnk_text_part_unref)

G_END_DECLS
