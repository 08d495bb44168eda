/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define TNK_TYPE_DEPARTMENT (tnk_department_get_type ())

/**
 * TnkDepartment:
 *
 * A department (部署): a node of the tree of a body. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkDepartment, tnk_department, TNK, DEPARTMENT, GObject)

const char *tnk_department_get_id (TnkDepartment *self);
const char *tnk_department_get_name (TnkDepartment *self);
TnkDepartment *tnk_department_get_parent (TnkDepartment *self);
guint tnk_department_get_index (TnkDepartment *self);
guint tnk_department_get_depth (TnkDepartment *self);
gboolean tnk_department_is_within (TnkDepartment *self, TnkDepartment *ancestor);

G_END_DECLS
