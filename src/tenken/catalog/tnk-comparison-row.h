/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-control.h"
#include "tnk-revision.h"

G_BEGIN_DECLS

#define TNK_TYPE_COMPARISON_ROW (tnk_comparison_row_get_type ())

/**
 * TnkComparisonRow:
 *
 * A row of a comparison of two editions: what became of one control. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkComparisonRow, tnk_comparison_row, TNK, COMPARISON_ROW, GObject)

TnkRevisionKind tnk_comparison_row_get_kind (TnkComparisonRow *self);
TnkControl *tnk_comparison_row_get_old (TnkComparisonRow *self);
TnkControl *tnk_comparison_row_get_new (TnkComparisonRow *self);
guint tnk_comparison_row_get_chapter_index (TnkComparisonRow *self);
const char *const *tnk_comparison_row_get_members (TnkComparisonRow *self);
gboolean tnk_comparison_row_is_changed (TnkComparisonRow *self);
gboolean tnk_comparison_row_is_asked_anew (TnkComparisonRow *self);
GPtrArray *tnk_comparison_row_list_fields (TnkComparisonRow *self);

G_END_DECLS
