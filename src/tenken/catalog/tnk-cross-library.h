/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog-library.h"
#include "tnk-cross-references.h"

G_BEGIN_DECLS

#define TNK_TYPE_CROSS_LIBRARY (tnk_cross_library_get_type ())

/**
 * TnkCrossLibrary:
 *
 * The cross-references that can be found on this machine: the files in the folder `cross` beside the catalogs. Putting a file
 * there is all that it takes to add one, so that a body’s own catalog can bring its own along.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCrossLibrary, tnk_cross_library, TNK, CROSS_LIBRARY, GObject)

TnkCrossLibrary *tnk_cross_library_new (TnkCatalogLibrary *catalogs);
guint tnk_cross_library_get_n_entries (TnkCrossLibrary *self);
const char *tnk_cross_library_get_filename (TnkCrossLibrary *self, guint index);
const char *tnk_cross_library_get_origin (TnkCrossLibrary *self, guint index);
TnkCrossReferences *tnk_cross_library_load (TnkCrossLibrary *self, guint index, GError **error);
TnkCrossReferences *tnk_cross_library_find (TnkCrossLibrary *self, TnkCatalog *from, TnkCatalog *to, GError **error);

G_END_DECLS
