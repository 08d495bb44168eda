/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-coverage-row.h"

G_BEGIN_DECLS

typedef struct
{
  TnkControl *control; /* of the campaign's catalog */
  TnkRelation relation; /* of that control to the one that the row is about */
  gboolean in_force;
  TnkCounts counts; /* nothing where it is not in force */
} TnkCoverageSource;

/* catalog, own: what keeps alive the controls of the row, and of its sources. sources: (element-type TnkCoverageSource), taken. */
TnkCoverageRow *tnk_coverage_row_new (TnkCatalog *catalog, TnkCatalog *own, TnkControl *control, GArray *sources);

G_END_DECLS
