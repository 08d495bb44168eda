/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-store.h"

G_BEGIN_DECLS

#define TNK_TYPE_DEPUTY (tnk_deputy_get_type ())

/**
 * TnkDeputy:
 *
 * Who stands in for those who hold a role, and from when to when. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkDeputy, tnk_deputy, TNK, DEPUTY, GObject)

const char *tnk_deputy_get_role (TnkDeputy *self);
const char *tnk_deputy_get_person_id (TnkDeputy *self);
const char *tnk_deputy_get_person_name (TnkDeputy *self);
const char *tnk_deputy_get_starts (TnkDeputy *self);
const char *tnk_deputy_get_ends (TnkDeputy *self);

GPtrArray *tnk_store_list_deputies (TnkStore *self, GError **error);
gboolean tnk_store_name_deputy (TnkStore *self, const char *role, const char *person_id, const char *starts, const char *ends, GError **error);
gboolean tnk_store_drop_deputy (TnkStore *self, const char *role, const char *person_id, GError **error);

G_END_DECLS
