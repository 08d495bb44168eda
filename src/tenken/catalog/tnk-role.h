/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include "tnk-text.h"

G_BEGIN_DECLS

#define TNK_TYPE_ROLE (tnk_role_get_type ())

/**
 * TnkRole:
 *
 * A role: a column of the responsibility matrix. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkRole, tnk_role, TNK, ROLE, GObject)

const char *tnk_role_get_id (TnkRole *self);
TnkText *tnk_role_get_name (TnkRole *self);
TnkText *tnk_role_get_description (TnkRole *self);
guint tnk_role_get_index (TnkRole *self);

G_END_DECLS
