/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-catalog.h"

G_BEGIN_DECLS

gboolean tnk_catalog_sheet_write (TnkCatalog *self, const char *filename, GCancellable *cancellable, guint64 *n_cells, GError **error);
TnkCatalog *tnk_catalog_sheet_derive (const char *filename, TnkCatalog *base, const char *id, GPtrArray **problems, GError **error);

G_END_DECLS
