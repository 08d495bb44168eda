/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-catalog.h"

G_BEGIN_DECLS

/**
 * TnkCatalogChangeKind:
 * @TNK_CATALOG_CHANGE_KIND_ADDED: the new catalog has a control that the old one has not
 * @TNK_CATALOG_CHANGE_KIND_REMOVED: the old catalog has a control that the new one has not
 * @TNK_CATALOG_CHANGE_KIND_CHANGED: both have it, and say different things of it
 *
 * How two catalogs differ in a control.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_CATALOG_CHANGE_KIND_ADDED,
  TNK_CATALOG_CHANGE_KIND_REMOVED,
  TNK_CATALOG_CHANGE_KIND_CHANGED,
} TnkCatalogChangeKind;

const char *tnk_catalog_change_kind_to_string (TnkCatalogChangeKind kind);

#define TNK_TYPE_CATALOG_CHANGE (tnk_catalog_change_get_type ())

/**
 * TnkCatalogChange:
 *
 * One control in which two catalogs differ. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCatalogChange, tnk_catalog_change, TNK, CATALOG_CHANGE, GObject)

GPtrArray *tnk_catalog_diff (TnkCatalog *old_catalog, TnkCatalog *new_catalog);
TnkCatalogChangeKind tnk_catalog_change_get_kind (TnkCatalogChange *self);
TnkControl *tnk_catalog_change_get_old (TnkCatalogChange *self);
TnkControl *tnk_catalog_change_get_new (TnkCatalogChange *self);
const char *const *tnk_catalog_change_get_members (TnkCatalogChange *self);

G_END_DECLS
