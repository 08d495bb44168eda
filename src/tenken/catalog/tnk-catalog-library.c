/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-library.h"

#include "tnk-catalog-loader-private.h"
#include "tnk-shelf-private.h"

struct _TnkCatalogLibrary
{
  GObject parent_instance;

  TnkShelf *shelf;
};

G_DEFINE_FINAL_TYPE (TnkCatalogLibrary, tnk_catalog_library, G_TYPE_OBJECT)

static GObject *
load_file (const char *filename,
           GError **error)
{
  return (GObject *) tnk_catalog_load_file (filename, NULL, error);
}

static GObject *
load_head (const char *filename,
           GError **error)
{
  return (GObject *) tnk_catalog_load_head (filename, error);
}

static const char *
get_id (GObject *object)
{
  return tnk_catalog_get_id (TNK_CATALOG (object));
}

static const char *
get_edition (GObject *object)
{
  return tnk_catalog_get_edition (TNK_CATALOG (object));
}

static const TnkShelfKind kind = {
  .folder = "catalogs",
  .name = "catalog",
  .load_file = load_file,
  .load_head = load_head,
  .get_id = get_id,
  .get_edition = get_edition};

static void
tnk_catalog_library_finalize (GObject *object)
{
  TnkCatalogLibrary *self = TNK_CATALOG_LIBRARY (object);

  tnk_shelf_free (self->shelf);
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
  self->shelf = tnk_shelf_new (&kind);
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
  return tnk_shelf_get_n_entries (self->shelf);
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
  g_return_val_if_fail (TNK_IS_CATALOG_LIBRARY (self) && index < tnk_shelf_get_n_entries (self->shelf), NULL);
  return tnk_shelf_get_filename (self->shelf, index);
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
  g_return_val_if_fail (TNK_IS_CATALOG_LIBRARY (self) && index < tnk_shelf_get_n_entries (self->shelf), NULL);
  return tnk_shelf_get_origin (self->shelf, index);
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
  g_return_val_if_fail (TNK_IS_CATALOG_LIBRARY (self) && index < tnk_shelf_get_n_entries (self->shelf), NULL);
  return tnk_shelf_load (self->shelf, index, error);
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
  g_return_val_if_fail (TNK_IS_CATALOG_LIBRARY (self) && id != NULL, NULL);
  return tnk_shelf_find (self->shelf, id, edition, error);
}

/**
 * tnk_catalog_library_list_roles:
 * @self: a library
 *
 * Lists the roles of all catalogs. Only their heads are read; what cannot be read has none.
 *
 * Returns: (transfer full): the ids, each once
 *
 * Since: 0.1
 */
GStrv
tnk_catalog_library_list_roles (TnkCatalogLibrary *self)
{
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (TNK_IS_CATALOG_LIBRARY (self), NULL);

  for (guint i = 0; i < tnk_shelf_get_n_entries (self->shelf); i++) {
    TnkCatalog *catalog = tnk_shelf_peek_head (self->shelf, i, NULL);

    for (guint role = 0; catalog != NULL && role < tnk_catalog_get_n_roles (catalog); role++) {
      const char *id = tnk_role_get_id (tnk_catalog_get_role (catalog, role));

      if (g_hash_table_add (seen, (gpointer) id))
        g_strv_builder_add (roles, id);
    }
  }
  return g_strv_builder_end (roles);
}
