/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog-hit.h"

G_BEGIN_DECLS

/* text: of the control or one of its questions; NULL where it is no text. */
TnkCatalogHit *tnk_catalog_hit_new (TnkCatalog *catalog, TnkControl *control, TnkCatalogField field, TnkText *text);

G_END_DECLS
