/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-body-private.h"

G_DEFINE_FINAL_TYPE (TnkPerson, tnk_person, G_TYPE_OBJECT)

static void
tnk_person_finalize (GObject *object)
{
  TnkPerson *self = TNK_PERSON (object);

  g_free (self->id);
  g_free (self->name);
  g_strfreev (self->roles);
  G_OBJECT_CLASS (tnk_person_parent_class)->finalize (object);
}

static void
tnk_person_class_init (TnkPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_person_finalize;
}

static void
tnk_person_init (TnkPerson *self)
{
}

/**
 * tnk_person_get_id:
 * @self: a person
 *
 * Gets the staff number.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_person_get_id (TnkPerson *self)
{
  g_return_val_if_fail (TNK_IS_PERSON (self), NULL);
  return self->id;
}

/**
 * tnk_person_get_name:
 * @self: a person
 *
 * Gets the name.
 *
 * Returns: the name as the roster writes it
 *
 * Since: 0.1
 */
const char *
tnk_person_get_name (TnkPerson *self)
{
  g_return_val_if_fail (TNK_IS_PERSON (self), NULL);
  return self->name;
}

/**
 * tnk_person_get_department:
 * @self: a person
 *
 * Gets the department that the person belongs to.
 *
 * Returns: (transfer none) (nullable): the department, `NULL` once the body is gone
 *
 * Since: 0.1
 */
TnkDepartment *
tnk_person_get_department (TnkPerson *self)
{
  g_return_val_if_fail (TNK_IS_PERSON (self), NULL);
  return self->department;
}

/**
 * tnk_person_get_roles:
 * @self: a person
 *
 * Gets the ids of the roles that the person holds.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids, each once
 *
 * Since: 0.1
 */
const char *const *
tnk_person_get_roles (TnkPerson *self)
{
  g_return_val_if_fail (TNK_IS_PERSON (self), NULL);
  return (const char *const *) self->roles;
}

/**
 * tnk_person_has_role:
 * @self: a person
 * @role_id: the id of a role
 *
 * Tells whether the person holds a role.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_person_has_role (TnkPerson *self,
                     const char *role_id)
{
  g_return_val_if_fail (TNK_IS_PERSON (self) && role_id != NULL, FALSE);
  return g_strv_contains ((const char *const *) self->roles, role_id);
}
