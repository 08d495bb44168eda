/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TNK_TYPE_TEXT (tnk_text_get_type ())

/**
 * TnkText:
 *
 * A piece of wording in every language of a catalog, immutable and reference counted.
 *
 * Japanese is always there; English is there for all that Tenken ships.
 *
 * Since: 0.1
 */
typedef struct _TnkText TnkText;

GType tnk_text_get_type (void) G_GNUC_CONST;
TnkText *tnk_text_new (const char *ja,
                       const char *en);
TnkText *tnk_text_ref (TnkText *self);
void tnk_text_unref (TnkText *self);
const char *tnk_text_get (TnkText *self,
                          const char *language);
gboolean tnk_text_has (TnkText *self,
                       const char *language);
gboolean tnk_text_equal (TnkText *self,
                         TnkText *other);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkText, tnk_text_unref)

G_END_DECLS
