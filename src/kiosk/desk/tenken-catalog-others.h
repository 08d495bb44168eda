/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Shows in how many controls of which other catalogs something is found, each with a way there; nothing where nothing is, or
 * where query is NULL. */
void tenken_catalog_others_show (GtkBox *box, TenkenDesk *desk, TnkCatalogIndex *index, TnkCatalogQuery *query, TnkCatalog *shown);

G_END_DECLS
