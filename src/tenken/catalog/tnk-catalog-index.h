/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog-hit.h"
#include "tnk-catalog-query.h"

G_BEGIN_DECLS

#define TNK_TYPE_CATALOG_INDEX (tnk_catalog_index_get_type ())

/**
 * TnkCatalogIndex:
 *
 * Finds words in the controls of any number of catalogs, quickly enough for every letter that is typed. Japanese and English
 * are found alike, however width, case and kana are written.
 *
 * Once all catalogs are added it can be used from any thread.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCatalogIndex, tnk_catalog_index, TNK, CATALOG_INDEX, GObject)

TnkCatalogIndex *tnk_catalog_index_new (void);
void tnk_catalog_index_add (TnkCatalogIndex *self, TnkCatalog *catalog);
guint tnk_catalog_index_get_n_catalogs (TnkCatalogIndex *self);
TnkCatalog *tnk_catalog_index_get_catalog (TnkCatalogIndex *self, guint index);
GPtrArray *tnk_catalog_index_find (TnkCatalogIndex *self, TnkCatalogQuery *query, guint limit);
guint tnk_catalog_index_count (TnkCatalogIndex *self, TnkCatalogQuery *query, guint *counts);

G_END_DECLS
