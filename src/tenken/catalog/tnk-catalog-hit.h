/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"

G_BEGIN_DECLS

/**
 * TnkCatalogField:
 * @TNK_CATALOG_FIELD_NUMBER: the id or the clause is just what was typed
 * @TNK_CATALOG_FIELD_CLAUSE: the id or the clause
 * @TNK_CATALOG_FIELD_TITLE: the title
 * @TNK_CATALOG_FIELD_QUESTION: a question or what its answers look like
 * @TNK_CATALOG_FIELD_ADVICE: guidance, evidence, suggested improvement, note or tag
 *
 * Where words stand in a control, the best first.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_CATALOG_FIELD_NUMBER,
  TNK_CATALOG_FIELD_CLAUSE,
  TNK_CATALOG_FIELD_TITLE,
  TNK_CATALOG_FIELD_QUESTION,
  TNK_CATALOG_FIELD_ADVICE,
} TnkCatalogField;

/**
 * TNK_N_CATALOG_FIELDS:
 *
 * How many values [enum@Tenken.CatalogField] has.
 *
 * Since: 0.1
 */
#define TNK_N_CATALOG_FIELDS 5

const char *tnk_catalog_field_to_string (TnkCatalogField field);

#define TNK_TYPE_CATALOG_HIT (tnk_catalog_hit_get_type ())

/**
 * TnkCatalogHit:
 *
 * A control in which what was looked for stands. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCatalogHit, tnk_catalog_hit, TNK, CATALOG_HIT, GObject)

TnkCatalog *tnk_catalog_hit_get_catalog (TnkCatalogHit *self);
TnkControl *tnk_catalog_hit_get_control (TnkCatalogHit *self);
TnkCatalogField tnk_catalog_hit_get_field (TnkCatalogHit *self);
TnkText *tnk_catalog_hit_get_text (TnkCatalogHit *self);

G_END_DECLS
