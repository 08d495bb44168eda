/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-body-private.h"

G_DEFINE_FINAL_TYPE (TnkDepartment, tnk_department, G_TYPE_OBJECT)

static void
tnk_department_finalize (GObject *object)
{
  TnkDepartment *self = TNK_DEPARTMENT (object);

  g_free (self->id);
  g_free (self->name);
  G_OBJECT_CLASS (tnk_department_parent_class)->finalize (object);
}

static void
tnk_department_class_init (TnkDepartmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_department_finalize;
}

static void
tnk_department_init (TnkDepartment *self)
{
}

/**
 * tnk_department_get_id:
 * @self: a department
 *
 * Gets the id that the roster gives the department.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_department_get_id (TnkDepartment *self)
{
  g_return_val_if_fail (TNK_IS_DEPARTMENT (self), NULL);
  return self->id;
}

/**
 * tnk_department_get_name:
 * @self: a department
 *
 * Gets the name.
 *
 * Returns: the name as the roster writes it
 *
 * Since: 0.1
 */
const char *
tnk_department_get_name (TnkDepartment *self)
{
  g_return_val_if_fail (TNK_IS_DEPARTMENT (self), NULL);
  return self->name;
}

/**
 * tnk_department_get_parent:
 * @self: a department
 *
 * Gets the department above.
 *
 * Returns: (transfer none) (nullable): the department above, `NULL` for a top department
 *
 * Since: 0.1
 */
TnkDepartment *
tnk_department_get_parent (TnkDepartment *self)
{
  g_return_val_if_fail (TNK_IS_DEPARTMENT (self), NULL);
  return self->parent;
}

/**
 * tnk_department_get_index:
 * @self: a department
 *
 * Gets the place in tree order.
 *
 * Returns: the index in its [class@Body]
 *
 * Since: 0.1
 */
guint
tnk_department_get_index (TnkDepartment *self)
{
  g_return_val_if_fail (TNK_IS_DEPARTMENT (self), 0);
  return self->index;
}

/**
 * tnk_department_get_depth:
 * @self: a department
 *
 * Counts the departments above this one.
 *
 * Returns: 0 for a top department
 *
 * Since: 0.1
 */
guint
tnk_department_get_depth (TnkDepartment *self)
{
  g_return_val_if_fail (TNK_IS_DEPARTMENT (self), 0);
  return self->depth;
}

/**
 * tnk_department_is_within:
 * @self: a department
 * @ancestor: a department of the same body
 *
 * Tells whether a department is another or stands below it.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_department_is_within (TnkDepartment *self,
                          TnkDepartment *ancestor)
{
  g_return_val_if_fail (TNK_IS_DEPARTMENT (self) && TNK_IS_DEPARTMENT (ancestor), FALSE);
  return self->index >= ancestor->index && self->index < ancestor->subtree_end;
}
