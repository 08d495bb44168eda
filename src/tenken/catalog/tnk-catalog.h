/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-chapter.h"
#include "tnk-control.h"
#include "tnk-duty.h"
#include "tnk-role.h"
#include "tnk-section.h"

G_BEGIN_DECLS

/**
 * TNK_CATALOG_MAX_ROLES:
 *
 * The most roles that a catalog can have, so that a set of roles fits into 64 bits.
 *
 * Since: 0.1
 */
#define TNK_CATALOG_MAX_ROLES 64

#define TNK_TYPE_CATALOG (tnk_catalog_get_type ())

/**
 * TnkCatalog:
 *
 * A catalog (基準カタログ): one published set of rules, in one edition: roles, chapters, sections, controls, duties
 * and questions. Immutable, so that it can be used from any thread.
 *
 * Everything has an index in catalog order, and arrays that go with a catalog are indexed by it.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCatalog, tnk_catalog, TNK, CATALOG, GObject)

TnkCatalog *tnk_catalog_load_file (const char *filename, GPtrArray **problems, GError **error);
TnkCatalog *tnk_catalog_load_data (const char *name, const char *data, gssize length, GPtrArray **problems, GError **error);
char *tnk_catalog_to_data (TnkCatalog *self);
gboolean tnk_catalog_save (TnkCatalog *self, const char *filename, GError **error);
gboolean tnk_catalog_equal (TnkCatalog *self, TnkCatalog *other);

const char *tnk_catalog_get_id (TnkCatalog *self);
const char *tnk_catalog_get_edition (TnkCatalog *self);
TnkText *tnk_catalog_get_title (TnkCatalog *self);
TnkText *tnk_catalog_get_publisher (TnkCatalog *self);
TnkText *tnk_catalog_get_source (TnkCatalog *self);
TnkText *tnk_catalog_get_licence (TnkCatalog *self);
const char *tnk_catalog_get_effective (TnkCatalog *self);
const char *const *tnk_catalog_get_languages (TnkCatalog *self);
const char *tnk_catalog_get_fingerprint (TnkCatalog *self);

guint tnk_catalog_get_n_roles (TnkCatalog *self);
TnkRole *tnk_catalog_get_role (TnkCatalog *self, guint index);
TnkRole *tnk_catalog_lookup_role (TnkCatalog *self, const char *id);
guint tnk_catalog_get_n_chapters (TnkCatalog *self);
TnkChapter *tnk_catalog_get_chapter (TnkCatalog *self, guint index);
TnkChapter *tnk_catalog_lookup_chapter (TnkCatalog *self, const char *id);
guint tnk_catalog_get_n_sections (TnkCatalog *self);
TnkSection *tnk_catalog_get_section (TnkCatalog *self, guint index);
guint tnk_catalog_get_n_controls (TnkCatalog *self);
TnkControl *tnk_catalog_get_control (TnkCatalog *self, guint index);
TnkControl *tnk_catalog_lookup_control (TnkCatalog *self, const char *id);
guint tnk_catalog_get_n_duties (TnkCatalog *self);
TnkDuty *tnk_catalog_get_duty (TnkCatalog *self, guint index);
TnkDuty *tnk_catalog_find_duty (TnkCatalog *self, const char *control_id, const char *role_id);
guint tnk_catalog_get_n_reasons (TnkCatalog *self);
const char *tnk_catalog_get_reason_id (TnkCatalog *self, guint index);
TnkText *tnk_catalog_get_reason (TnkCatalog *self, guint index);

G_END_DECLS
