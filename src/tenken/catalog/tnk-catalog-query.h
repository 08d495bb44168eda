/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include "tnk-mark.h"

G_BEGIN_DECLS

#define TNK_TYPE_CATALOG_QUERY (tnk_catalog_query_get_type ())

/**
 * TnkCatalogQuery:
 *
 * What is looked for in the catalogs: words, and what the controls have to have.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCatalogQuery, tnk_catalog_query, TNK, CATALOG_QUERY, GObject)

TnkCatalogQuery *tnk_catalog_query_new (const char *words);
const char *tnk_catalog_query_get_words (TnkCatalogQuery *self);
void tnk_catalog_query_set_catalog (TnkCatalogQuery *self, const char *catalog_id, const char *edition);
void tnk_catalog_query_set_chapter (TnkCatalogQuery *self, const char *chapter_id);
void tnk_catalog_query_set_role (TnkCatalogQuery *self, const char *role_id);
void tnk_catalog_query_set_mark (TnkCatalogQuery *self, TnkMark mark);

G_END_DECLS
