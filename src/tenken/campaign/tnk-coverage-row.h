/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"
#include "tnk-relation.h"
#include "tnk-score.h"

G_BEGIN_DECLS

/**
 * TnkCoverageKind:
 * @TNK_COVERAGE_KIND_COVERED: a control that is in force asks the same or more; who keeps that keeps this
 * @TNK_COVERAGE_KIND_PARTLY: the controls that are in force ask a part of it
 * @TNK_COVERAGE_KIND_RELATED: those that are in force are about the same matter only
 * @TNK_COVERAGE_KIND_NONE: none that is in force has to do with it
 *
 * How far a campaign on one catalog speaks for a control of another. In force are the controls that the campaign requires:
 * those that it leaves out, and recommended ones that it did not adopt, speak for nothing.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_COVERAGE_KIND_COVERED,
  TNK_COVERAGE_KIND_PARTLY,
  TNK_COVERAGE_KIND_RELATED,
  TNK_COVERAGE_KIND_NONE,
} TnkCoverageKind;

/**
 * TNK_N_COVERAGE_KINDS:
 *
 * How many values [enum@Tenken.CoverageKind] has.
 *
 * Since: 0.1
 */
#define TNK_N_COVERAGE_KINDS 4

const char *tnk_coverage_kind_to_string (TnkCoverageKind kind);

#define TNK_TYPE_COVERAGE_ROW (tnk_coverage_row_get_type ())

/**
 * TnkCoverageRow:
 *
 * One control of another catalog, with the controls of the campaign that speak for it and what was answered to those. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCoverageRow, tnk_coverage_row, TNK, COVERAGE_ROW, GObject)

TnkControl *tnk_coverage_row_get_control (TnkCoverageRow *self);
TnkCoverageKind tnk_coverage_row_get_kind (TnkCoverageRow *self);
guint tnk_coverage_row_get_n_sources (TnkCoverageRow *self);
TnkControl *tnk_coverage_row_get_source (TnkCoverageRow *self, guint index);
TnkRelation tnk_coverage_row_get_relation (TnkCoverageRow *self, guint index);
gboolean tnk_coverage_row_is_in_force (TnkCoverageRow *self, guint index);
void tnk_coverage_row_get_counts (TnkCoverageRow *self, guint index, TnkCounts *counts);

G_END_DECLS
