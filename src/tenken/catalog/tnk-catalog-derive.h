/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"

G_BEGIN_DECLS

TnkCatalog *tnk_catalog_derive (TnkCatalog *base, const char *id, const char *filename, GPtrArray **problems, GError **error);

G_END_DECLS
