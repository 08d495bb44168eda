/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-department.h"

G_BEGIN_DECLS

#define TNK_TYPE_PERSON (tnk_person_get_type ())

/**
 * TnkPerson:
 *
 * A person (職員): somebody who can be asked, in one department, with any number of roles. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkPerson, tnk_person, TNK, PERSON, GObject)

const char *tnk_person_get_id (TnkPerson *self);
const char *tnk_person_get_name (TnkPerson *self);
TnkDepartment *tnk_person_get_department (TnkPerson *self);
const char *const *tnk_person_get_roles (TnkPerson *self);
gboolean tnk_person_has_role (TnkPerson *self, const char *role_id);

G_END_DECLS
