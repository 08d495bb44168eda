/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-cross-library.h"

#include "tnk-data-private.h"
#include "tnk-error.h"
#include "tnk-revision.h"

/* No body has as many editions as this; where there are more, the maps lead in a circle. */
#define MAX_EDITIONS 32

typedef struct
{
  char *filename;
  const char *origin; /* "user", "machine" or "shipped" */
  TnkCrossReferences *references; /* once they were asked for */
} Entry;

struct _TnkCrossLibrary
{
  GObject parent_instance;

  TnkCatalogLibrary *catalogs;
  GArray *entries; /* (element-type Entry): shipped ones first, by name */
};

G_DEFINE_FINAL_TYPE (TnkCrossLibrary, tnk_cross_library, G_TYPE_OBJECT)

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_free (entry->filename);
  g_clear_object (&entry->references);
}

static void
tnk_cross_library_finalize (GObject *object)
{
  TnkCrossLibrary *self = TNK_CROSS_LIBRARY (object);

  g_array_unref (self->entries);
  g_clear_object (&self->catalogs);
  G_OBJECT_CLASS (tnk_cross_library_parent_class)->finalize (object);
}

static void
tnk_cross_library_class_init (TnkCrossLibraryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_cross_library_finalize;
}

static void
tnk_cross_library_init (TnkCrossLibrary *self)
{
  g_autofree char *folder = g_build_filename ("catalogs", "cross", NULL);
  g_autoptr (GArray) files = tnk_data_list_files (folder);

  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  for (guint i = 0; i < files->len; i++) {
    TnkDataFile *file = &g_array_index (files, TnkDataFile, i);
    Entry entry = {.filename = g_strdup (file->filename), .origin = file->origin};

    g_array_append_val (self->entries, entry);
  }
}

/**
 * tnk_cross_library_new:
 * @catalogs: the catalogs of this machine
 *
 * Looks which files of cross-references there are. None is read yet.
 *
 * Returns: (transfer full): the new library
 *
 * Since: 0.1
 */
TnkCrossLibrary *
tnk_cross_library_new (TnkCatalogLibrary *catalogs)
{
  TnkCrossLibrary *self;

  g_return_val_if_fail (TNK_IS_CATALOG_LIBRARY (catalogs), NULL);

  self = g_object_new (TNK_TYPE_CROSS_LIBRARY, NULL);
  self->catalogs = g_object_ref (catalogs);
  return self;
}

static Entry *
entry_at (TnkCrossLibrary *self,
          guint index)
{
  return &g_array_index (self->entries, Entry, index);
}

/**
 * tnk_cross_library_get_n_entries:
 * @self: a library
 *
 * Counts the files.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_cross_library_get_n_entries (TnkCrossLibrary *self)
{
  g_return_val_if_fail (TNK_IS_CROSS_LIBRARY (self), 0);
  return self->entries->len;
}

/**
 * tnk_cross_library_get_filename:
 * @self: a library
 * @index: which of them
 *
 * Gets one of the files.
 *
 * Returns: (type filename): the file
 *
 * Since: 0.1
 */
const char *
tnk_cross_library_get_filename (TnkCrossLibrary *self,
                                guint index)
{
  g_return_val_if_fail (TNK_IS_CROSS_LIBRARY (self) && index < self->entries->len, NULL);
  return entry_at (self, index)->filename;
}

/**
 * tnk_cross_library_get_origin:
 * @self: a library
 * @index: which of them
 *
 * Gets who put a file there.
 *
 * Returns: `shipped`, `machine` or `user`
 *
 * Since: 0.1
 */
const char *
tnk_cross_library_get_origin (TnkCrossLibrary *self,
                              guint index)
{
  g_return_val_if_fail (TNK_IS_CROSS_LIBRARY (self) && index < self->entries->len, NULL);
  return entry_at (self, index)->origin;
}

/**
 * tnk_cross_library_load:
 * @self: a library
 * @index: which of them
 * @error: return location for an error, see [ctor@CrossReferences.load_file]
 *
 * Reads a file, or gives its references again if it was read before.
 *
 * Returns: (transfer full): the references
 *
 * Since: 0.1
 */
TnkCrossReferences *
tnk_cross_library_load (TnkCrossLibrary *self,
                        guint index,
                        GError **error)
{
  Entry *entry;

  g_return_val_if_fail (TNK_IS_CROSS_LIBRARY (self) && index < self->entries->len, NULL);

  entry = entry_at (self, index);
  if (entry->references == NULL)
    entry->references = tnk_cross_references_load_file (entry->filename, NULL, error);
  return entry->references != NULL ? g_object_ref (entry->references) : NULL;
}

/* --- finding a way from one catalog to another --- */

/* A catalog and the editions before it, as far as they are at hand: (element-type TnkCatalog). */
static GPtrArray *
list_editions (TnkCrossLibrary *self,
               TnkCatalog *catalog)
{
  GPtrArray *editions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (TnkCatalog) edition = g_object_ref (catalog);

  while (edition != NULL && editions->len < MAX_EDITIONS) {
    const char *id = tnk_catalog_get_revised_id (edition);
    TnkCatalog *before = id != NULL ? tnk_catalog_library_find (self->catalogs, id, tnk_catalog_get_revised_edition (edition), NULL) : NULL;

    g_ptr_array_add (editions, edition);
    edition = before;
  }
  return editions;
}

static TnkCrossReferences *
follow_down (TnkCrossReferences *references,
             GPtrArray *editions,
             guint at,
             gboolean newer)
{
  g_autoptr (TnkCrossReferences) result = g_object_ref (references);

  for (guint i = 0; i < at; i++) {
    TnkCatalog *from = g_ptr_array_index (editions, newer ? at - i : i);
    TnkCatalog *edition = g_ptr_array_index (editions, newer ? at - i - 1 : i + 1);
    g_autoptr (TnkCrossReferences) next = tnk_cross_references_follow (result, from, edition);

    g_set_object (&result, next);
  }
  return g_steal_pointer (&result);
}

/* The references, carried over to the catalog that is asked about, which is their own, a later or an earlier edition of it.
 * NULL: it is none of them. */
static TnkCrossReferences *
start_at (TnkCrossLibrary *self,
          TnkCrossReferences *references,
          TnkCatalog *catalog)
{
  g_autoptr (GPtrArray) editions = list_editions (self, catalog);
  g_autoptr (GPtrArray) own = NULL;
  g_autoptr (TnkCatalog) start = NULL;

  for (guint i = 0; i < editions->len; i++)
    if (tnk_cross_references_starts_at (references, g_ptr_array_index (editions, i)))
      return follow_down (references, editions, i, TRUE);
  start = tnk_catalog_library_find (self->catalogs, tnk_cross_references_get_from_id (references),
                                    tnk_cross_references_get_from_edition (references), NULL);
  if (start == NULL)
    return NULL;
  own = list_editions (self, start);
  for (guint i = 1; i < own->len; i++) {
    TnkCatalog *before = g_ptr_array_index (own, i);

    if (g_str_equal (tnk_catalog_get_id (before), tnk_catalog_get_id (catalog)) &&
        g_str_equal (tnk_catalog_get_edition (before), tnk_catalog_get_edition (catalog)))
      return follow_down (references, own, i, FALSE);
  }
  return NULL;
}

static TnkCrossReferences *
join (TnkCrossLibrary *self,
      TnkCrossReferences *references,
      TnkCatalog *from,
      TnkCatalog *to)
{
  g_autoptr (TnkCrossReferences) started = start_at (self, references, from);
  g_autoptr (TnkCrossReferences) inverse = NULL;
  g_autoptr (TnkCrossReferences) led = NULL;

  if (started == NULL || tnk_cross_references_leads_to (started, to))
    return g_steal_pointer (&started);
  inverse = tnk_cross_references_invert (started);
  led = start_at (self, inverse, to);
  return led != NULL ? tnk_cross_references_invert (led) : NULL;
}

static TnkCrossReferences *
find_in_entry (TnkCrossLibrary *self,
               guint index,
               TnkCatalog *from,
               TnkCatalog *to,
               gboolean exact)
{
  g_autoptr (TnkCrossReferences) references = tnk_cross_library_load (self, index, NULL);
  g_autoptr (TnkCrossReferences) inverse = NULL;
  TnkCrossReferences *found;

  if (references == NULL)
    return NULL;
  inverse = tnk_cross_references_invert (references);
  if (!exact) {
    found = join (self, references, from, to);
    return found != NULL ? found : join (self, inverse, from, to);
  }
  if (tnk_cross_references_starts_at (references, from) && tnk_cross_references_leads_to (references, to))
    return g_steal_pointer (&references);
  if (tnk_cross_references_starts_at (inverse, from) && tnk_cross_references_leads_to (inverse, to))
    return g_steal_pointer (&inverse);
  return NULL;
}

/**
 * tnk_cross_library_find:
 * @self: a library
 * @from: a catalog
 * @to: another
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`
 *
 * Finds how the controls of one catalog stand to those of another: by a file about just these two, either way round, else by
 * one about other editions of them, along their revision maps. The user’s file wins over the machine’s, and that over the
 * shipped one.
 *
 * Returns: (transfer full): the references from @from to @to
 *
 * Since: 0.1
 */
TnkCrossReferences *
tnk_cross_library_find (TnkCrossLibrary *self,
                        TnkCatalog *from,
                        TnkCatalog *to,
                        GError **error)
{
  g_return_val_if_fail (TNK_IS_CROSS_LIBRARY (self) && TNK_IS_CATALOG (from) && TNK_IS_CATALOG (to), NULL);

  for (int exact = TRUE; exact >= FALSE; exact--)
    for (guint i = self->entries->len; i > 0; i--) {
      TnkCrossReferences *found = find_in_entry (self, i - 1, from, to, exact);

      if (found != NULL)
        return found;
    }
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND,
               "there are no cross-references from “%s” to “%s”; put a file with them into the folder catalogs/cross",
               tnk_catalog_get_id (from), tnk_catalog_get_id (to));
  return NULL;
}
