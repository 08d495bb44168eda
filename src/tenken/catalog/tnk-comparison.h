/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"
#include "tnk-comparison-field.h"
#include "tnk-comparison-row.h"

G_BEGIN_DECLS

#define TNK_TYPE_COMPARISON (tnk_comparison_get_type ())

/**
 * TnkComparison:
 *
 * Two editions side by side (新旧対照表): every control of either, once, with what became of it. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkComparison, tnk_comparison, TNK, COMPARISON, GObject)

TnkComparison *tnk_comparison_new (TnkCatalog *old_catalog, TnkCatalog *new_catalog, GError **error);
TnkCatalog *tnk_comparison_get_old_catalog (TnkComparison *self);
TnkCatalog *tnk_comparison_get_new_catalog (TnkComparison *self);
guint tnk_comparison_get_n_rows (TnkComparison *self);
TnkComparisonRow *tnk_comparison_get_row (TnkComparison *self, guint index);
guint tnk_comparison_count (TnkComparison *self, TnkRevisionKind kind);
guint tnk_comparison_count_changed (TnkComparison *self);
GPtrArray *tnk_comparison_list_roles (TnkComparison *self);

G_END_DECLS
