/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-library.h"

#include <string.h>

#include "tnk-data-private.h"
#include "tnk-error.h"

typedef struct
{
  char *filename;
  const char *origin; /* "user", "machine" or "shipped" */
  TnkCatalog *catalog; /* once it was asked for */
} Entry;

struct _TnkCatalogLibrary
{
  GObject parent_instance;

  GArray *entries; /* (element-type Entry): shipped ones first, by name */
};

G_DEFINE_FINAL_TYPE (TnkCatalogLibrary, tnk_catalog_library, G_TYPE_OBJECT)

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->filename);
  g_clear_object (&entry->catalog);
}

static void
tnk_catalog_library_finalize (GObject *object)
{
  TnkCatalogLibrary *self = TNK_CATALOG_LIBRARY (object);

  g_array_unref (self->entries);
  G_OBJECT_CLASS (tnk_catalog_library_parent_class)->finalize (object);
}

static void
tnk_catalog_library_class_init (TnkCatalogLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_catalog_library_finalize;
}

static void
tnk_catalog_library_init (TnkCatalogLibrary *self)
{
  g_autoptr (GArray) files = tnk_data_list_files ("catalogs");

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  for (guint i = 0; i < files->len; i++) {
    TnkDataFile *file = &g_array_index (files, TnkDataFile, i);
    Entry entry = {.filename = g_strdup (file->filename), .origin = file->origin};

    g_array_append_val (self->entries, entry);
  }
}

/**
 * tnk_catalog_library_new:
 *
 * Looks which catalog files there are. None is read yet.
 *
 * Returns: (transfer full): the new library
 *
 * Since: 0.1
 */
TnkCatalogLibrary *
tnk_catalog_library_new (void)
{
  return g_object_new (TNK_TYPE_CATALOG_LIBRARY, NULL);
}

/**
 * tnk_catalog_library_get_n_entries:
 * @self: a library
 *
 * Counts the catalog files.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_catalog_library_get_n_entries (TnkCatalogLibrary *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG_LIBRARY (self), 0);
  return self->entries->len;
}

static Entry *
entry_at (TnkCatalogLibrary *self,
          guint index)
{
  return &g_array_index (self->entries, Entry, index);
}

/**
 * tnk_catalog_library_get_filename:
 * @self: a library
 * @index: which of them
 *
 * Gets the file of a catalog.
 *
 * Returns: (type filename): the file
 *
 * Since: 0.1
 */
const char *
tnk_catalog_library_get_filename (TnkCatalogLibrary *self,
                                  guint index)
{
  g_return_val_if_fail (TNK_IS_CATALOG_LIBRARY (self) && index < self->entries->len, NULL);
  return entry_at (self, index)->filename;
}

/**
 * tnk_catalog_library_get_origin:
 * @self: a library
 * @index: which of them
 *
 * Gets who put a catalog there.
 *
 * Returns: `shipped`, `machine` or `user`
 *
 * Since: 0.1
 */
const char *
tnk_catalog_library_get_origin (TnkCatalogLibrary *self,
                                guint index)
{
  g_return_val_if_fail (TNK_IS_CATALOG_LIBRARY (self) && index < self->entries->len, NULL);
  return entry_at (self, index)->origin;
}

/**
 * tnk_catalog_library_load:
 * @self: a library
 * @index: which of them
 * @error: return location for an error, see [ctor@Catalog.load_file]
 *
 * Reads a catalog, or gives it again if it was read before.
 *
 * Returns: (transfer full): the catalog
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_catalog_library_load (TnkCatalogLibrary *self,
                          guint index,
                          GError **error)
{
  Entry *entry;

  g_return_val_if_fail (TNK_IS_CATALOG_LIBRARY (self) && index < self->entries->len, NULL);

  entry = entry_at (self, index);
  if (entry->catalog == NULL)
    entry->catalog = tnk_catalog_load_file (entry->filename, NULL, error);
  return entry->catalog != NULL ? g_object_ref (entry->catalog) : NULL;
}

static gboolean
fits (TnkCatalog *catalog,
      const char *id,
      const char *edition)
{
  return g_str_equal (tnk_catalog_get_id (catalog), id) &&
         (edition == NULL || g_str_equal (tnk_catalog_get_edition (catalog), edition));
}

static gboolean
is_named_after (const char *filename,
                const char *id)
{
  g_autofree char *name = g_path_get_basename (filename);

  return strstr (name, id) != NULL;
}

/**
 * tnk_catalog_library_find:
 * @self: a library
 * @id: the id of a catalog
 * @edition: (nullable): the edition that is meant
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, or why a file that bears that name cannot be
 *   read
 *
 * Finds a catalog by its id. Without an edition the shipped catalog wins, so that a file that somebody put into a
 * folder never takes its place unseen. With an edition the user’s catalog wins over the machine’s, and that over the
 * shipped one.
 *
 * Returns: (transfer full): the catalog
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_catalog_library_find (TnkCatalogLibrary *self,
                          const char *id,
                          const char *edition,
                          GError **error)
{
  g_autoptr (GError) damaged = NULL;

  g_return_val_if_fail (TNK_IS_CATALOG_LIBRARY (self) && id != NULL, NULL);

  for (guint i = 0; i < self->entries->len; i++) {
    guint index = edition != NULL ? self->entries->len - 1 - i : i;
    g_autoptr (GError) local = NULL;
    g_autoptr (TnkCatalog) catalog = tnk_catalog_library_load (self, index, &local);

    if (catalog != NULL && fits (catalog, id, edition))
      return g_steal_pointer (&catalog);
    /* A damaged catalog of another name is none of the caller's business; one named after the id is. */
    if (catalog == NULL && damaged == NULL && is_named_after (entry_at (self, index)->filename, id))
      damaged = g_steal_pointer (&local);
  }
  if (damaged != NULL)
    g_propagate_error (error, g_steal_pointer (&damaged));
  else if (edition != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND,
                 "there is no catalog “%s” in edition “%s”; see “tenkenctl catalog list”", id, edition);
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "there is no catalog “%s”; see “tenkenctl catalog list”", id);
  return NULL;
}
