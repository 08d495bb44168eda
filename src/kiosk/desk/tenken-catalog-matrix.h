/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

#include "tenken-heat-map.h"

G_BEGIN_DECLS

/* The responsibility matrix of a catalog as a field of signs: a row for each control, with its clause and title, and a column
 * for the level and for each role. */
void tenken_catalog_matrix_set_columns (TenkenHeatMap *map, TnkCatalog *catalog);
/* controls: (element-type TnkControl), in the order of the rows. */
void tenken_catalog_matrix_set_rows (TenkenHeatMap *map, TnkCatalog *catalog, GPtrArray *controls);

G_END_DECLS
