/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

#define TENKEN_TYPE_CATALOGS (tenken_catalogs_get_type ())

/* The catalogs of this machine, read once for all pages that show them, with an index to find words in them. */
G_DECLARE_FINAL_TYPE (TenkenCatalogs, tenken_catalogs, TENKEN, CATALOGS, GObject)

/* Reads them, or gives those again that were read before, unless a file has changed since. Not on the main thread. A damaged
 * file is left out; what it is wrong with it, the command line says. */
TenkenCatalogs *tenken_catalogs_load (void);
TnkCatalogIndex *tenken_catalogs_get_index (TenkenCatalogs *self);
/* NULL: it is not among them. Borrowed. edition: NULL: any. */
TnkCatalog *tenken_catalogs_find (TenkenCatalogs *self, const char *id, const char *edition);
/* How the controls of one stand to those of the other; NULL where nothing is known. Not on the main thread. */
TnkCrossReferences *tenken_catalogs_find_references (TenkenCatalogs *self, TnkCatalog *from, TnkCatalog *to);

/* (element-type TnkCatalog): those to whose controls something is known from this one's. Not on the main thread. */
GPtrArray *tenken_catalogs_list_related (TenkenCatalogs *self, TnkCatalog *from);

/* As a catalog is named in the target of a place: ID@EDITION. Newly allocated. */
char *tenken_catalogs_name (TnkCatalog *catalog);

G_END_DECLS
