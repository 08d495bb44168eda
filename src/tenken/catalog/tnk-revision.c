/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-revision-private.h"

#include "tnk-catalog-change.h"
#include "tnk-catalog-private.h"
#include "tnk-error.h"

static const char *const kinds[] = {"kept", "renumbered", "reworded", "added", "removed"};

/**
 * tnk_revision_kind_to_string:
 * @kind: a kind
 *
 * Gets the word that catalogs and the command line use for a kind of revision.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_revision_kind_to_string (TnkRevisionKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kinds), NULL);
  return kinds[kind];
}

/**
 * tnk_revision_kind_from_string:
 * @text: a word
 * @kind: (out): the kind
 *
 * Reads the word that catalogs and the command line use for a kind of revision.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_revision_kind_from_string (const char *text,
                               TnkRevisionKind *kind)
{
  g_return_val_if_fail (text != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i], text)) {
      *kind = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * tnk_revision_kind_goes_on:
 * @kind: a kind
 *
 * Tells whether last year’s answer still answers what is asked now.
 *
 * Returns: `TRUE` if the control was kept or renumbered
 *
 * Since: 0.1
 */
gboolean
tnk_revision_kind_goes_on (TnkRevisionKind kind)
{
  return kind == TNK_REVISION_KIND_KEPT || kind == TNK_REVISION_KIND_RENUMBERED;
}

/* --- the map --- */

void
tnk_revision_row_free (gpointer data)
{
  TnkRevisionRow *self = data;

  g_free (self->from);
  g_free (self->to);
  g_free (self);
}

TnkRevisionMap *
tnk_revision_map_new (const char *catalog_id,
                      const char *edition)
{
  TnkRevisionMap *self = g_new0 (TnkRevisionMap, 1);

  self->catalog_id = g_strdup (catalog_id);
  self->edition = g_strdup (edition);
  self->rows = g_ptr_array_new_with_free_func (tnk_revision_row_free);
  self->by_new = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_old = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

void
tnk_revision_map_free (TnkRevisionMap *self)
{
  g_hash_table_unref (self->by_new);
  g_hash_table_unref (self->by_old);
  g_ptr_array_unref (self->rows);
  g_free (self->catalog_id);
  g_free (self->edition);
  g_free (self);
}

gboolean
tnk_revision_map_add (TnkRevisionMap *self,
                      TnkRevisionRow *row)
{
  if ((row->to != NULL && g_hash_table_contains (self->by_new, row->to)) ||
      (row->from != NULL && g_hash_table_contains (self->by_old, row->from)))
    return FALSE;
  g_ptr_array_add (self->rows, row);
  if (row->to != NULL)
    g_hash_table_insert (self->by_new, row->to, row);
  if (row->from != NULL)
    g_hash_table_insert (self->by_old, row->from, row);
  return TRUE;
}

/* --- following it --- */

/**
 * tnk_catalog_get_revised_id:
 * @self: a catalog
 *
 * Gets the catalog that this one is a new edition of, by its revision map.
 *
 * Returns: (nullable): the id, or `NULL` if it has no map
 *
 * Since: 0.1
 */
const char *
tnk_catalog_get_revised_id (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);
  return self->revises != NULL ? self->revises->catalog_id : NULL;
}

/**
 * tnk_catalog_get_revised_edition:
 * @self: a catalog
 *
 * Gets the edition that this one revises.
 *
 * Returns: (nullable): the edition, or `NULL` if it has no revision map
 *
 * Since: 0.1
 */
const char *
tnk_catalog_get_revised_edition (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);
  return self->revises != NULL ? self->revises->edition : NULL;
}

static gboolean
is_mapped (TnkCatalog *self,
           TnkCatalog *old_catalog)
{
  return self->revises != NULL && g_str_equal (self->revises->catalog_id, old_catalog->id) &&
         g_str_equal (self->revises->edition, old_catalog->edition);
}

/**
 * tnk_catalog_follows:
 * @self: a catalog
 * @old_catalog: another
 *
 * Tells whether figures of the two can be compared: they have the same id, or the revision map of one leads to the other.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_catalog_follows (TnkCatalog *self,
                     TnkCatalog *old_catalog)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && TNK_IS_CATALOG (old_catalog), FALSE);
  return is_mapped (self, old_catalog) || g_str_equal (self->id, old_catalog->id);
}

/* Without a map the words decide. What is asked of whom makes a control what it is; a better hint, another weight or another
 * place in the text does not. */
TnkRevisionKind
tnk_revision_judge (TnkControl *old,
                    TnkControl *new,
                    TnkCatalog *old_catalog,
                    TnkCatalog *new_catalog)
{
  static const char *const asked[] = {"title", "duties", "questions"};
  g_auto (GStrv) members = tnk_catalog_compare_controls (old_catalog, old, new_catalog, new);

  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (g_strv_contains ((const char *const *) members, asked[i]))
      return TNK_REVISION_KIND_REWORDED;
  if (g_strv_contains ((const char *const *) members, "id") || g_strv_contains ((const char *const *) members, "clause"))
    return TNK_REVISION_KIND_RENUMBERED;
  return TNK_REVISION_KIND_KEPT;
}

/**
 * tnk_catalog_trace_control:
 * @self: a catalog
 * @control: one of its controls
 * @old_catalog: an edition that it follows, see [method@Catalog.follows]
 * @kind: (out) (optional): what became of it
 *
 * Finds what a control was in the edition before: by the revision map where there is one, else by its id.
 *
 * Returns: (transfer none) (nullable): the control of @old_catalog, or `NULL` if it was added
 *
 * Since: 0.1
 */
TnkControl *
tnk_catalog_trace_control (TnkCatalog *self,
                           TnkControl *control,
                           TnkCatalog *old_catalog,
                           TnkRevisionKind *kind)
{
  TnkRevisionKind found = TNK_REVISION_KIND_ADDED;
  TnkRevisionRow *row = NULL;
  TnkControl *old = NULL;

  g_return_val_if_fail (TNK_IS_CATALOG (self) && TNK_IS_CONTROL (control) && TNK_IS_CATALOG (old_catalog), NULL);

  if (is_mapped (self, old_catalog))
    row = g_hash_table_lookup (self->revises->by_new, control->id);
  if (row != NULL)
    old = row->from != NULL ? tnk_catalog_lookup_control (old_catalog, row->from) : NULL;
  else if (tnk_catalog_follows (self, old_catalog))
    old = tnk_catalog_lookup_control (old_catalog, control->id);
  if (old != NULL)
    found = row != NULL ? row->kind : self == old_catalog ? TNK_REVISION_KIND_KEPT
                                                          : tnk_revision_judge (old, control, old_catalog, self);
  if (kind != NULL)
    *kind = found;
  return old;
}

/**
 * tnk_catalog_find_successor:
 * @self: a catalog
 * @old: a control of the edition before
 * @old_catalog: that edition
 *
 * Finds what became of a control, the other way round than [method@Catalog.trace_control].
 *
 * Returns: (transfer none) (nullable): the control of @self, or `NULL` if it was removed
 *
 * Since: 0.1
 */
TnkControl *
tnk_catalog_find_successor (TnkCatalog *self,
                            TnkControl *old,
                            TnkCatalog *old_catalog)
{
  TnkRevisionRow *row = NULL;

  g_return_val_if_fail (TNK_IS_CATALOG (self) && TNK_IS_CONTROL (old) && TNK_IS_CATALOG (old_catalog), NULL);

  if (!tnk_catalog_follows (self, old_catalog))
    return NULL;
  if (is_mapped (self, old_catalog)) {
    row = g_hash_table_lookup (self->revises->by_old, old->id);
    if (row == NULL && g_hash_table_contains (self->revises->by_new, old->id))
      return NULL;
  }
  if (row != NULL && row->to == NULL)
    return NULL;
  return tnk_catalog_lookup_control (self, row != NULL ? row->to : old->id);
}

/**
 * tnk_catalog_list_removed:
 * @self: a catalog
 * @old_catalog: an edition that it follows
 *
 * Lists the controls of the edition before that are no longer there.
 *
 * Returns: (transfer container) (element-type TnkControl): the controls of @old_catalog, in its order
 *
 * Since: 0.1
 */
GPtrArray *
tnk_catalog_list_removed (TnkCatalog *self,
                          TnkCatalog *old_catalog)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  GPtrArray *removed;

  g_return_val_if_fail (TNK_IS_CATALOG (self) && TNK_IS_CATALOG (old_catalog), NULL);

  removed = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->controls->len; i++)
    g_hash_table_add (found, tnk_catalog_trace_control (self, g_ptr_array_index (self->controls, i), old_catalog, NULL));
  for (guint i = 0; i < old_catalog->controls->len; i++)
    if (!g_hash_table_contains (found, g_ptr_array_index (old_catalog->controls, i)))
      g_ptr_array_add (removed, g_object_ref (g_ptr_array_index (old_catalog->controls, i)));
  return removed;
}

/* --- whether the map is true --- */

static gboolean
throw_row (TnkCatalog *self,
           const char *id,
           const char *fault,
           GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s, revises: “%s” %s", self->id, id, fault);
  return FALSE;
}

static gboolean
check_row (TnkCatalog *self,
           TnkCatalog *old_catalog,
           const TnkRevisionRow *row,
           GError **error)
{
  TnkControl *old = row->from != NULL ? tnk_catalog_lookup_control (old_catalog, row->from) : NULL;
  TnkControl *new = row->to != NULL ? tnk_catalog_lookup_control (self, row->to) : NULL;
  TnkRevisionKind kind;

  if (row->from != NULL && old == NULL)
    return throw_row (self, row->from, "is no control of the old edition", error);
  if (old == NULL || new == NULL)
    return TRUE;
  kind = tnk_revision_judge (old, new, old_catalog, self);
  if (kind == TNK_REVISION_KIND_REWORDED && tnk_revision_kind_goes_on (row->kind))
    return throw_row (self, row->to, "asks something else than before; call it reworded", error);
  if (kind != TNK_REVISION_KIND_REWORDED && row->kind == TNK_REVISION_KIND_REWORDED)
    return throw_row (self, row->to, "asks the same as before; do not call it reworded", error);
  return TRUE;
}

/* What the map does not name must be in both editions and ask the same. */
static gboolean
check_unnamed (TnkCatalog *self,
               TnkCatalog *old_catalog,
               GError **error)
{
  for (guint i = 0; i < self->controls->len; i++) {
    TnkControl *new = g_ptr_array_index (self->controls, i);
    TnkControl *old = tnk_catalog_lookup_control (old_catalog, new->id);

    if (g_hash_table_contains (self->revises->by_new, new->id))
      continue;
    if (old == NULL || g_hash_table_contains (self->revises->by_old, new->id))
      return throw_row (self, new->id, "is not named, and not in the old edition; say where it comes from", error);
    if (tnk_revision_judge (old, new, old_catalog, self) == TNK_REVISION_KIND_REWORDED)
      return throw_row (self, new->id, "is not named, but asks something else than before", error);
  }
  for (guint i = 0; i < old_catalog->controls->len; i++) {
    const char *id = ((TnkControl *) g_ptr_array_index (old_catalog->controls, i))->id;

    if (!g_hash_table_contains (self->revises->by_old, id) &&
        (tnk_catalog_lookup_control (self, id) == NULL || g_hash_table_contains (self->revises->by_new, id)))
      return throw_row (self, id, "of the old edition is not named; say what became of it", error);
  }
  return TRUE;
}

/**
 * tnk_catalog_check_revision:
 * @self: a catalog with a revision map
 * @old_catalog: the edition that it revises
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, which names the first fault
 *
 * Compares the revision map with the two editions: every control of both is named or kept, and what is called kept or
 * renumbered asks the same.
 *
 * Returns: `TRUE` if the map is true and whole
 *
 * Since: 0.1
 */
gboolean
tnk_catalog_check_revision (TnkCatalog *self,
                            TnkCatalog *old_catalog,
                            GError **error)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && TNK_IS_CATALOG (old_catalog), FALSE);

  if (!is_mapped (self, old_catalog)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s, edition %s, has no revision map from %s, edition %s", self->id,
                 self->edition, old_catalog->id, old_catalog->edition);
    return FALSE;
  }
  for (guint i = 0; i < self->revises->rows->len; i++)
    if (!check_row (self, old_catalog, g_ptr_array_index (self->revises->rows, i), error))
      return FALSE;
  return check_unnamed (self, old_catalog, error);
}
