/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-catalogs.h"

#include <glib/gstdio.h>

struct _TenkenCatalogs
{
  GObject parent_instance;

  TnkCatalogLibrary *library;
  TnkCrossLibrary *cross;
  TnkCatalogIndex *index;
  char *stamp; /* of the files */
};

G_DEFINE_FINAL_TYPE (TenkenCatalogs, tenken_catalogs, G_TYPE_OBJECT)

static void
tenken_catalogs_finalize (GObject *object)
{
  TenkenCatalogs *self = TENKEN_CATALOGS (object);

  g_clear_object (&self->cross);
  g_clear_object (&self->library);
  g_clear_object (&self->index);
  g_free (self->stamp);
  G_OBJECT_CLASS (tenken_catalogs_parent_class)->finalize (object);
}

static void
tenken_catalogs_class_init (TenkenCatalogsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_catalogs_finalize;
}

static void
tenken_catalogs_init (TenkenCatalogs *self)
{
  self->library = tnk_catalog_library_new ();
  self->cross = tnk_cross_library_new (self->library);
  self->index = tnk_catalog_index_new ();
}

static void
stamp_file (GString *stamp,
            const char *filename)
{
  GStatBuf info;

  if (g_stat (filename, &info) == 0)
    g_string_append_printf (stamp, "%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", filename, (gint64) info.st_mtime, (gint64) info.st_size);
}

/* Something else once a file is added, changed or removed. */
static char *
make_stamp (TenkenCatalogs *self)
{
  GString *stamp = g_string_new (NULL);

  for (guint i = 0; i < tnk_catalog_library_get_n_entries (self->library); i++)
    stamp_file (stamp, tnk_catalog_library_get_filename (self->library, i));
  for (guint i = 0; i < tnk_cross_library_get_n_entries (self->cross); i++)
    stamp_file (stamp, tnk_cross_library_get_filename (self->cross, i));
  return g_string_free (stamp, FALSE);
}

/* A user's file of the same id and edition stands in the place of the one that ships. */
static void
fill_index (TenkenCatalogs *self)
{
  for (guint i = 0; i < tnk_catalog_library_get_n_entries (self->library); i++) {
    g_autoptr (TnkCatalog) catalog = tnk_catalog_library_load (self->library, i, NULL);
    g_autoptr (TnkCatalog) meant = NULL;

    if (catalog == NULL)
      continue;
    meant = tnk_catalog_library_find (self->library, tnk_catalog_get_id (catalog), tnk_catalog_get_edition (catalog), NULL);
    if (meant == catalog)
      tnk_catalog_index_add (self->index, catalog);
  }
}

TenkenCatalogs *
tenken_catalogs_load (void)
{
  static GMutex mutex;
  static TenkenCatalogs *known = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autoptr (TenkenCatalogs) self = g_object_new (TENKEN_TYPE_CATALOGS, NULL);

  self->stamp = make_stamp (self);
  if (known == NULL || !g_str_equal (known->stamp, self->stamp)) {
    fill_index (self);
    g_set_object (&known, self);
  }
  return g_object_ref (known);
}

TnkCatalogIndex *
tenken_catalogs_get_index (TenkenCatalogs *self)
{
  g_return_val_if_fail (TENKEN_IS_CATALOGS (self), NULL);
  return self->index;
}

TnkCatalog *
tenken_catalogs_find (TenkenCatalogs *self,
                      const char *id,
                      const char *edition)
{
  g_return_val_if_fail (TENKEN_IS_CATALOGS (self) && id != NULL, NULL);

  for (guint i = 0; i < tnk_catalog_index_get_n_catalogs (self->index); i++) {
    TnkCatalog *catalog = tnk_catalog_index_get_catalog (self->index, i);

    if (g_str_equal (tnk_catalog_get_id (catalog), id) && (edition == NULL || g_str_equal (tnk_catalog_get_edition (catalog), edition)))
      return catalog;
  }
  return NULL;
}

TnkCrossReferences *
tenken_catalogs_find_references (TenkenCatalogs *self,
                                 TnkCatalog *from,
                                 TnkCatalog *to)
{
  g_return_val_if_fail (TENKEN_IS_CATALOGS (self), NULL);
  return tnk_cross_library_find (self->cross, from, to, NULL);
}

GPtrArray *
tenken_catalogs_list_related (TenkenCatalogs *self,
                              TnkCatalog *from)
{
  GPtrArray *related = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TENKEN_IS_CATALOGS (self), related);

  for (guint i = 0; i < tnk_catalog_index_get_n_catalogs (self->index); i++) {
    TnkCatalog *other = tnk_catalog_index_get_catalog (self->index, i);
    g_autoptr (TnkCrossReferences) references = tenken_catalogs_find_references (self, from, other);

    if (references != NULL && tnk_cross_references_get_n (references) > 0)
      g_ptr_array_add (related, g_object_ref (other));
  }
  return related;
}

char *
tenken_catalogs_name (TnkCatalog *catalog)
{
  return g_strdup_printf ("%s@%s", tnk_catalog_get_id (catalog), tnk_catalog_get_edition (catalog));
}
