/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-entries-private.h"

G_DEFINE_FINAL_TYPE (TnkRole, tnk_role, G_TYPE_OBJECT)

static void
tnk_role_finalize (GObject *object)
{
  TnkRole *self = TNK_ROLE (object);

  g_free (self->id);
  g_clear_pointer (&self->name, tnk_text_unref);
  g_clear_pointer (&self->description, tnk_text_unref);
  G_OBJECT_CLASS (tnk_role_parent_class)->finalize (object);
}

static void
tnk_role_class_init (TnkRoleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_role_finalize;
}

static void
tnk_role_init (TnkRole *self)
{
}

/**
 * tnk_role_get_id:
 * @self: a role
 *
 * Gets the stable id, such as `system-manager`.
 *
 * Returns: the stable id, such as `system-manager`
 *
 * Since: 0.1
 */
const char *
tnk_role_get_id (TnkRole *self)
{
  g_return_val_if_fail (TNK_IS_ROLE (self), NULL);
  return self->id;
}

/**
 * tnk_role_get_name:
 * @self: a role
 *
 * Gets the name.
 *
 * Returns: (transfer none): the name
 *
 * Since: 0.1
 */
TnkText *
tnk_role_get_name (TnkRole *self)
{
  g_return_val_if_fail (TNK_IS_ROLE (self), NULL);
  return self->name;
}

/**
 * tnk_role_get_description:
 * @self: a role
 *
 * Gets one sentence: who holds the role and what for.
 *
 * Returns: (transfer none): one sentence: who holds the role and what for
 *
 * Since: 0.1
 */
TnkText *
tnk_role_get_description (TnkRole *self)
{
  g_return_val_if_fail (TNK_IS_ROLE (self), NULL);
  return self->description;
}

/**
 * tnk_role_get_index:
 * @self: a role
 *
 * Gets the column, from 0.
 *
 * Returns: the column, from 0
 *
 * Since: 0.1
 */
guint
tnk_role_get_index (TnkRole *self)
{
  g_return_val_if_fail (TNK_IS_ROLE (self), 0);
  return self->index;
}
