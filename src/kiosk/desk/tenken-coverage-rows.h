/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

#include "tenken-table.h"

G_BEGIN_DECLS

/* What a campaign says about another catalog, as rows of a table: of each control how far it is spoken for, and by what. The
 * items are TnkCoverageRow. */
extern const TenkenTableColumn tenken_coverage_columns[];
extern const guint tenken_coverage_n_columns;

GListModel *tenken_coverage_rows_new (TnkCoverage *coverage);
const char *tenken_coverage_describe_kind (TnkCoverageKind kind);

G_END_DECLS
