/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-text.h"

G_BEGIN_DECLS

#define TNK_TYPE_COMPARISON_FIELD (tnk_comparison_field_get_type ())

/**
 * TnkComparisonField:
 *
 * One thing that two editions say of a control: its clause, its title, a question of it, and so on. Immutable and reference
 * counted.
 *
 * Since: 0.1
 */
typedef struct _TnkComparisonField TnkComparisonField;

GType tnk_comparison_field_get_type (void) G_GNUC_CONST;
TnkComparisonField *tnk_comparison_field_ref (TnkComparisonField *self);
void tnk_comparison_field_unref (TnkComparisonField *self);
const char *tnk_comparison_field_get_member (TnkComparisonField *self);
TnkText *tnk_comparison_field_get_label (TnkComparisonField *self);
TnkText *tnk_comparison_field_get_old (TnkComparisonField *self);
TnkText *tnk_comparison_field_get_new (TnkComparisonField *self);
gboolean tnk_comparison_field_is_changed (TnkComparisonField *self);
GPtrArray *tnk_comparison_field_compare (TnkComparisonField *self, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkComparisonField, tnk_comparison_field_unref)

G_END_DECLS
