/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-private.h"

/* Finding the entries of a catalog, by place and by id. */

static gpointer
find_by_id (GPtrArray *entries,
            const char *id,
            const char *(*get_id) (gpointer))
{
  for (guint i = 0; i < entries->len; i++)
    if (g_str_equal (get_id (g_ptr_array_index (entries, i)), id))
      return g_ptr_array_index (entries, i);
  return NULL;
}

/**
 * tnk_catalog_get_n_roles:
 * @self: a catalog
 *
 * Counts the roles.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_catalog_get_n_roles (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), 0);
  return self->roles->len;
}

/**
 * tnk_catalog_get_role:
 * @self: a catalog
 * @index: which of them, in column order
 *
 * Gets one of the roles.
 *
 * Returns: (transfer none): the role
 *
 * Since: 0.1
 */
TnkRole *
tnk_catalog_get_role (TnkCatalog *self,
                      guint index)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && index < self->roles->len, NULL);
  return g_ptr_array_index (self->roles, index);
}

/**
 * tnk_catalog_get_n_chapters:
 * @self: a catalog
 *
 * Counts the chapters.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_catalog_get_n_chapters (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), 0);
  return self->chapters->len;
}

/**
 * tnk_catalog_get_chapter:
 * @self: a catalog
 * @index: which of them, in catalog order
 *
 * Gets one of the chapters.
 *
 * Returns: (transfer none): the chapter
 *
 * Since: 0.1
 */
TnkChapter *
tnk_catalog_get_chapter (TnkCatalog *self,
                         guint index)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && index < self->chapters->len, NULL);
  return g_ptr_array_index (self->chapters, index);
}

/**
 * tnk_catalog_get_n_sections:
 * @self: a catalog
 *
 * Counts the sections.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_catalog_get_n_sections (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), 0);
  return self->sections->len;
}

/**
 * tnk_catalog_get_section:
 * @self: a catalog
 * @index: which of them, in catalog order
 *
 * Gets one of the sections.
 *
 * Returns: (transfer none): the section
 *
 * Since: 0.1
 */
TnkSection *
tnk_catalog_get_section (TnkCatalog *self,
                         guint index)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && index < self->sections->len, NULL);
  return g_ptr_array_index (self->sections, index);
}

/**
 * tnk_catalog_get_n_controls:
 * @self: a catalog
 *
 * Counts the controls.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_catalog_get_n_controls (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), 0);
  return self->controls->len;
}

/**
 * tnk_catalog_get_control:
 * @self: a catalog
 * @index: which of them, in catalog order
 *
 * Gets one of the controls.
 *
 * Returns: (transfer none): the control
 *
 * Since: 0.1
 */
TnkControl *
tnk_catalog_get_control (TnkCatalog *self,
                         guint index)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && index < self->controls->len, NULL);
  return g_ptr_array_index (self->controls, index);
}

/**
 * tnk_catalog_get_n_duties:
 * @self: a catalog
 *
 * Counts the duties.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_catalog_get_n_duties (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), 0);
  return self->duties->len;
}

/**
 * tnk_catalog_get_duty:
 * @self: a catalog
 * @index: which of them, in catalog order: control by control, within it role by role
 *
 * Gets one of the duties.
 *
 * Returns: (transfer none): the duty
 *
 * Since: 0.1
 */
TnkDuty *
tnk_catalog_get_duty (TnkCatalog *self,
                      guint index)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && index < self->duties->len, NULL);
  return g_ptr_array_index (self->duties, index);
}

/**
 * tnk_catalog_lookup_role:
 * @self: a catalog
 * @id: an id
 *
 * Finds a role by its id.
 *
 * Returns: (transfer none) (nullable): the role, or `NULL` if there is none
 *
 * Since: 0.1
 */
TnkRole *
tnk_catalog_lookup_role (TnkCatalog *self,
                         const char *id)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && id != NULL, NULL);
  return find_by_id (self->roles, id, (const char *(*) (gpointer)) tnk_role_get_id);
}

/**
 * tnk_catalog_lookup_chapter:
 * @self: a catalog
 * @id: an id
 *
 * Finds a chapter by its id.
 *
 * Returns: (transfer none) (nullable): the chapter, or `NULL` if there is none
 *
 * Since: 0.1
 */
TnkChapter *
tnk_catalog_lookup_chapter (TnkCatalog *self,
                            const char *id)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && id != NULL, NULL);
  return find_by_id (self->chapters, id, (const char *(*) (gpointer)) tnk_chapter_get_id);
}

/**
 * tnk_catalog_lookup_control:
 * @self: a catalog
 * @id: an id
 *
 * Finds a control by its id.
 *
 * Returns: (transfer none) (nullable): the control, or `NULL` if there is none
 *
 * Since: 0.1
 */
TnkControl *
tnk_catalog_lookup_control (TnkCatalog *self,
                            const char *id)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && id != NULL, NULL);
  return g_hash_table_lookup (self->controls_by_id, id);
}

/**
 * tnk_catalog_find_duty:
 * @self: a catalog
 * @control_id: the id of a control
 * @role_id: the id of a role
 *
 * Finds a duty by its control and its role.
 *
 * Returns: (transfer none) (nullable): the duty, or `NULL` if that role has no mark there
 *
 * Since: 0.1
 */
TnkDuty *
tnk_catalog_find_duty (TnkCatalog *self,
                       const char *control_id,
                       const char *role_id)
{
  TnkControl *control = tnk_catalog_lookup_control (self, control_id);
  TnkRole *role = tnk_catalog_lookup_role (self, role_id);

  return control != NULL && role != NULL ? tnk_control_find_duty (control, role) : NULL;
}
