/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-department.h"
#include "tnk-person.h"

G_BEGIN_DECLS

#define TNK_TYPE_BODY (tnk_body_get_type ())

/**
 * TnkBody:
 *
 * A public body: its tree of departments and the people in them.
 *
 * Departments stand in tree order: each one is followed by all that are below it, siblings in the order in which they
 * were given. A department’s index is its place in that order, so a subtree is a run of indices.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkBody, tnk_body, TNK, BODY, GObject)

TnkBody *tnk_body_read_roster (const char *departments_file, const char *people_file, const char *const *known_roles, GPtrArray **problems, GError **error);

guint tnk_body_get_n_departments (TnkBody *self);
TnkDepartment *tnk_body_get_department (TnkBody *self, guint index);
TnkDepartment *tnk_body_lookup_department (TnkBody *self, const char *id);
guint tnk_body_get_subtree_end (TnkBody *self, guint index);
guint tnk_body_get_n_people (TnkBody *self);
TnkPerson *tnk_body_get_person (TnkBody *self, guint index);
TnkPerson *tnk_body_lookup_person (TnkBody *self, const char *id);

G_END_DECLS
