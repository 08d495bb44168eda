/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-coverage-row.h"
#include "tnk-cross-references.h"
#include "tnk-tally.h"

G_BEGIN_DECLS

#define TNK_TYPE_COVERAGE (tnk_coverage_get_type ())

/**
 * TnkCoverage:
 *
 * What the answers of a campaign say about another catalog: a body on rules of its own reports against the national guideline.
 *
 * It is a table, and no score of its own: each control of the other catalog with the controls that speak for it and the figures
 * of those. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCoverage, tnk_coverage, TNK, COVERAGE, GObject)

TnkCoverage *tnk_coverage_new (TnkTally *tally, TnkCatalog *catalog, TnkCrossReferences *references, int department, GError **error);
TnkCatalog *tnk_coverage_get_catalog (TnkCoverage *self);
guint tnk_coverage_get_n_rows (TnkCoverage *self);
TnkCoverageRow *tnk_coverage_get_row (TnkCoverage *self, guint index);
guint tnk_coverage_count (TnkCoverage *self, TnkCoverageKind kind, TnkLevel level);

G_END_DECLS
