/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"

G_BEGIN_DECLS

#define TNK_TYPE_CATALOG_LIBRARY (tnk_catalog_library_get_type ())

/**
 * TnkCatalogLibrary:
 *
 * The catalogs that can be found on this machine: those that ship, those in `/etc/tenken/catalogs`, and those in
 * `$XDG_DATA_HOME/tenken/catalogs`. Putting a file there is all that it takes to add one.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCatalogLibrary, tnk_catalog_library, TNK, CATALOG_LIBRARY, GObject)

TnkCatalogLibrary *tnk_catalog_library_new (void);
guint tnk_catalog_library_get_n_entries (TnkCatalogLibrary *self);
const char *tnk_catalog_library_get_filename (TnkCatalogLibrary *self, guint index);
const char *tnk_catalog_library_get_origin (TnkCatalogLibrary *self, guint index);
TnkCatalog *tnk_catalog_library_load (TnkCatalogLibrary *self, guint index, GError **error);
TnkCatalog *tnk_catalog_library_find (TnkCatalogLibrary *self, const char *id, const char *edition, GError **error);
GStrv tnk_catalog_library_list_roles (TnkCatalogLibrary *self);

G_END_DECLS
