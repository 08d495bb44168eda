/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-comparison.h"

#include "tnk-catalog-private.h"
#include "tnk-comparison-private.h"
#include "tnk-error.h"

struct _TnkComparison
{
  GObject parent_instance;

  TnkCatalog *old_catalog;
  TnkCatalog *new_catalog;
  GPtrArray *rows; /* (element-type TnkComparisonRow) */
};

G_DEFINE_FINAL_TYPE (TnkComparison, tnk_comparison, G_TYPE_OBJECT)

static void
tnk_comparison_finalize (GObject *object)
{
  TnkComparison *self = TNK_COMPARISON (object);

  g_clear_object (&self->old_catalog);
  g_clear_object (&self->new_catalog);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (tnk_comparison_parent_class)->finalize (object);
}

static void
tnk_comparison_class_init (TnkComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_comparison_finalize;
}

static void
tnk_comparison_init (TnkComparison *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/* --- the order of the rows --- */

static void
add_row (TnkComparison *self,
         TnkControl *old,
         TnkControl *new,
         TnkRevisionKind kind,
         guint chapter_index)
{
  const TnkComparedControl compared = {self->old_catalog, old, self->new_catalog, new};

  g_ptr_array_add (self->rows, tnk_comparison_row_new (&compared, kind, chapter_index));
}

/* Removed controls stand behind the one that stood before them, as in a printed table. */
static void
add_removed_after (TnkComparison *self,
                   GHashTable *removed,
                   int before,
                   guint chapter_index)
{
  for (guint i = before + 1; i < self->old_catalog->controls->len; i++) {
    TnkControl *old = g_ptr_array_index (self->old_catalog->controls, i);

    if (!g_hash_table_contains (removed, old))
      return;
    add_row (self, old, NULL, TNK_REVISION_KIND_REMOVED, chapter_index);
  }
}

static GHashTable *
collect_removed (TnkComparison *self)
{
  g_autoptr (GPtrArray) list = tnk_catalog_list_removed (self->new_catalog, self->old_catalog);
  GHashTable *removed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (removed, list->pdata[i]);
  return removed;
}

static void
add_rows (TnkComparison *self)
{
  g_autoptr (GHashTable) removed = collect_removed (self);

  add_removed_after (self, removed, -1, 0);
  for (guint i = 0; i < self->new_catalog->controls->len; i++) {
    TnkControl *new = g_ptr_array_index (self->new_catalog->controls, i);
    TnkRevisionKind kind;
    TnkControl *old = tnk_catalog_trace_control (self->new_catalog, new, self->old_catalog, &kind);

    add_row (self, old, new, kind, new->chapter_index);
    if (old != NULL)
      add_removed_after (self, removed, old->index, new->chapter_index);
  }
}

static gboolean
check_order (TnkCatalog *old_catalog,
             TnkCatalog *new_catalog,
             GError **error)
{
  if (tnk_catalog_follows (new_catalog, old_catalog))
    return TRUE;
  if (tnk_catalog_follows (old_catalog, new_catalog))
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s, edition %s, comes after %s, edition %s; name the older one first", old_catalog->id,
                 old_catalog->edition, new_catalog->id, new_catalog->edition);
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
                 "%s, edition %s, does not revise %s, edition %s; choose an edition and one whose revision map leads to it", new_catalog->id,
                 new_catalog->edition, old_catalog->id, old_catalog->edition);
  return FALSE;
}

/**
 * tnk_comparison_new:
 * @old_catalog: a catalog
 * @new_catalog: a later edition of it, or one whose revision map leads to it
 * @error: return location for an error: [error@Tenken.Error] `INVALID` if @new_catalog does not follow @old_catalog
 *
 * Compares two editions, see [method@Catalog.follows].
 *
 * Returns: (transfer full): the comparison
 *
 * Since: 0.1
 */
TnkComparison *
tnk_comparison_new (TnkCatalog *old_catalog,
                    TnkCatalog *new_catalog,
                    GError **error)
{
  TnkComparison *self;

  g_return_val_if_fail (TNK_IS_CATALOG (old_catalog) && TNK_IS_CATALOG (new_catalog), NULL);

  if (!check_order (old_catalog, new_catalog, error))
    return NULL;
  self = g_object_new (TNK_TYPE_COMPARISON, NULL);
  self->old_catalog = g_object_ref (old_catalog);
  self->new_catalog = g_object_ref (new_catalog);
  add_rows (self);
  return self;
}

/**
 * tnk_comparison_get_old_catalog:
 * @self: a comparison
 *
 * Gets the edition that is compared with.
 *
 * Returns: (transfer none): the catalog
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_comparison_get_old_catalog (TnkComparison *self)
{
  g_return_val_if_fail (TNK_IS_COMPARISON (self), NULL);
  return self->old_catalog;
}

/**
 * tnk_comparison_get_new_catalog:
 * @self: a comparison
 *
 * Gets the edition that follows.
 *
 * Returns: (transfer none): the catalog
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_comparison_get_new_catalog (TnkComparison *self)
{
  g_return_val_if_fail (TNK_IS_COMPARISON (self), NULL);
  return self->new_catalog;
}

/**
 * tnk_comparison_get_n_rows:
 * @self: a comparison
 *
 * Counts the rows: the controls of the new edition, and those that it no longer has.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_comparison_get_n_rows (TnkComparison *self)
{
  g_return_val_if_fail (TNK_IS_COMPARISON (self), 0);
  return self->rows->len;
}

/**
 * tnk_comparison_get_row:
 * @self: a comparison
 * @index: which of them
 *
 * Gets a row. They stand in the order of the new edition; what was removed stands behind what stood before it.
 *
 * Returns: (transfer none): the row
 *
 * Since: 0.1
 */
TnkComparisonRow *
tnk_comparison_get_row (TnkComparison *self,
                        guint index)
{
  g_return_val_if_fail (TNK_IS_COMPARISON (self) && index < self->rows->len, NULL);
  return g_ptr_array_index (self->rows, index);
}

/**
 * tnk_comparison_count:
 * @self: a comparison
 * @kind: a kind of revision
 *
 * Counts the rows of a kind.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_comparison_count (TnkComparison *self,
                      TnkRevisionKind kind)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_COMPARISON (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    n += tnk_comparison_row_get_kind (g_ptr_array_index (self->rows, i)) == kind;
  return n;
}

/**
 * tnk_comparison_count_changed:
 * @self: a comparison
 *
 * Counts the rows in which the editions differ at all, see [method@ComparisonRow.is_changed].
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_comparison_count_changed (TnkComparison *self)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_COMPARISON (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    n += tnk_comparison_row_is_changed (g_ptr_array_index (self->rows, i));
  return n;
}

/* --- roles --- */

static TnkText *
name_of (TnkRole *role)
{
  return role != NULL ? tnk_text_ref (role->name) : NULL;
}

static void
add_role (GPtrArray *fields,
          TnkRole *old,
          TnkRole *new)
{
  TnkRole *role = new != NULL ? new : old;

  if (old == NULL || new == NULL || !tnk_text_equal (old->name, new->name))
    g_ptr_array_add (fields, tnk_comparison_field_new ("roles", tnk_text_new (role->id, NULL), name_of (old), name_of (new)));
  if (old != NULL && new != NULL && !tnk_text_equal (old->description, new->description))
    g_ptr_array_add (fields, tnk_comparison_field_new ("roles", tnk_text_new (role->id, NULL), tnk_text_ref (old->description), tnk_text_ref (new->description)));
}

/**
 * tnk_comparison_list_roles:
 * @self: a comparison
 *
 * Lists in what the columns of the two matrices differ. The label of a field is the id of the role.
 *
 * Returns: (transfer full) (element-type TnkComparisonField): names and descriptions that differ, none if all are as before
 *
 * Since: 0.1
 */
GPtrArray *
tnk_comparison_list_roles (TnkComparison *self)
{
  GPtrArray *fields;

  g_return_val_if_fail (TNK_IS_COMPARISON (self), NULL);

  fields = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_comparison_field_unref);
  for (guint i = 0; i < self->new_catalog->roles->len; i++) {
    TnkRole *new = g_ptr_array_index (self->new_catalog->roles, i);

    add_role (fields, tnk_catalog_lookup_role (self->old_catalog, new->id), new);
  }
  for (guint i = 0; i < self->old_catalog->roles->len; i++) {
    TnkRole *old = g_ptr_array_index (self->old_catalog->roles, i);

    if (tnk_catalog_lookup_role (self->new_catalog, old->id) == NULL)
      add_role (fields, old, NULL);
  }
  return fields;
}
