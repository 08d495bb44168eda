/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"
#include "tnk-cross-reference.h"

G_BEGIN_DECLS

#define TNK_TYPE_CROSS_REFERENCES (tnk_cross_references_get_type ())

/**
 * TnkCrossReferences:
 *
 * How the controls of one catalog stand to those of another: which clause of the guideline an article of a body’s own rules
 * follows, and where there is none, why. Immutable, so that it can be used from any thread.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCrossReferences, tnk_cross_references, TNK, CROSS_REFERENCES, GObject)

gboolean tnk_cross_references_is_file (const char *filename);
TnkCrossReferences *tnk_cross_references_load_file (const char *filename, GPtrArray **problems, GError **error);
TnkCrossReferences *tnk_cross_references_load_data (const char *name, const char *data, gssize length, GPtrArray **problems, GError **error);

const char *tnk_cross_references_get_from_id (TnkCrossReferences *self);
const char *tnk_cross_references_get_from_edition (TnkCrossReferences *self);
const char *tnk_cross_references_get_to_id (TnkCrossReferences *self);
const char *tnk_cross_references_get_to_edition (TnkCrossReferences *self);
guint tnk_cross_references_get_n (TnkCrossReferences *self);
TnkCrossReference *tnk_cross_references_get (TnkCrossReferences *self, guint index);
GPtrArray *tnk_cross_references_list_from (TnkCrossReferences *self, const char *control_id);
GPtrArray *tnk_cross_references_list_to (TnkCrossReferences *self, const char *control_id);
const char *tnk_cross_references_get_reason (TnkCrossReferences *self, const char *control_id);
TnkText *tnk_cross_references_get_reason_note (TnkCrossReferences *self, const char *control_id);

gboolean tnk_cross_references_starts_at (TnkCrossReferences *self, TnkCatalog *catalog);
gboolean tnk_cross_references_leads_to (TnkCrossReferences *self, TnkCatalog *catalog);
gboolean tnk_cross_references_check (TnkCrossReferences *self, TnkCatalog *from, TnkCatalog *to, GPtrArray **problems, GError **error);
TnkCrossReferences *tnk_cross_references_invert (TnkCrossReferences *self);
TnkCrossReferences *tnk_cross_references_follow (TnkCrossReferences *self, TnkCatalog *from, TnkCatalog *edition);

G_END_DECLS
