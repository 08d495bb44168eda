/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog-query.h"
#include "tnk-catalog.h"

G_BEGIN_DECLS

/* Whether it may be in this catalog at all, and whether a control of it has what is wanted; the words are not looked at. */
gboolean tnk_catalog_query_allows (TnkCatalogQuery *self, TnkCatalog *catalog);
gboolean tnk_catalog_query_admits (TnkCatalogQuery *self, TnkCatalog *catalog, TnkControl *control);

G_END_DECLS
