/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-editions.h"

#include <string.h>

static void
pair_free (gpointer data)
{
  TenkenEditionPair *self = data;

  g_object_unref (self->old_catalog);
  g_object_unref (self->new_catalog);
  g_free (self->name);
  g_free (self);
}

void
tenken_editions_free (gpointer data)
{
  TenkenEditions *self = data;

  g_ptr_array_unref (self->pairs);
  g_clear_object (&self->comparison);
  g_free (self->chosen);
  g_free (self);
}

static char *
name_pair (TnkCatalog *old,
           TnkCatalog *new)
{
  return g_strdup_printf ("%s@%s..%s@%s", tnk_catalog_get_id (old), tnk_catalog_get_edition (old), tnk_catalog_get_id (new),
                          tnk_catalog_get_edition (new));
}

static gboolean
is_same_edition (TnkCatalog *one,
                 TnkCatalog *other)
{
  return g_str_equal (tnk_catalog_get_id (one), tnk_catalog_get_id (other)) && g_str_equal (tnk_catalog_get_edition (one), tnk_catalog_get_edition (other));
}

/* Two editions under one id follow one another either way; the later one is the new one. */
static gboolean
comes_after (TnkCatalog *new,
             TnkCatalog *old)
{
  if (is_same_edition (new, old) || !tnk_catalog_follows (new, old))
    return FALSE;
  return !g_str_equal (tnk_catalog_get_id (new), tnk_catalog_get_id (old)) || strcmp (tnk_catalog_get_effective (new), tnk_catalog_get_effective (old)) > 0;
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const TenkenEditionPair *one = *(TenkenEditionPair *const *) a, *other = *(TenkenEditionPair *const *) b;

  return strcmp (tnk_catalog_get_effective (other->new_catalog), tnk_catalog_get_effective (one->new_catalog));
}

static void
add_pair (TenkenEditions *self,
          TnkCatalog *old,
          TnkCatalog *new)
{
  TenkenEditionPair *pair = g_new (TenkenEditionPair, 1);

  pair->old_catalog = g_object_ref (old);
  pair->new_catalog = g_object_ref (new);
  pair->name = name_pair (old, new);
  g_ptr_array_add (self->pairs, pair);
}

/* A damaged file is none that anybody could compare; the command line says what is wrong with it. */
static GPtrArray *
load_catalogs (void)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  GPtrArray *catalogs = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < tnk_catalog_library_get_n_entries (library); i++) {
    TnkCatalog *catalog = tnk_catalog_library_load (library, i, NULL);

    if (catalog != NULL)
      g_ptr_array_add (catalogs, catalog);
  }
  return catalogs;
}

static gboolean
is_meant (TnkCatalog *catalog,
          const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "@", 2);

  return parts[0] != NULL && g_str_equal (tnk_catalog_get_id (catalog), parts[0]) && (parts[1] == NULL || g_str_equal (tnk_catalog_get_edition (catalog), parts[1]));
}

static TenkenEditionPair *
find_pair (TenkenEditions *self,
           const char *name)
{
  g_auto (GStrv) names = name != NULL ? g_strsplit (name, "..", 2) : NULL;

  for (guint i = 0; i < self->pairs->len; i++) {
    TenkenEditionPair *pair = self->pairs->pdata[i];

    if (names == NULL || (g_strv_length (names) == 2 && is_meant (pair->old_catalog, names[0]) && is_meant (pair->new_catalog, names[1])))
      return pair;
  }
  return NULL;
}

TenkenEditions *
tenken_editions_load (const char *name)
{
  TenkenEditions *self = g_new0 (TenkenEditions, 1);
  g_autoptr (GPtrArray) catalogs = load_catalogs ();
  TenkenEditionPair *chosen;

  self->pairs = g_ptr_array_new_with_free_func (pair_free);
  for (guint i = 0; i < catalogs->len; i++)
    for (guint k = 0; k < catalogs->len; k++)
      if (comes_after (catalogs->pdata[i], catalogs->pdata[k]))
        add_pair (self, catalogs->pdata[k], catalogs->pdata[i]);
  g_ptr_array_sort (self->pairs, compare_pairs);
  chosen = find_pair (self, name);
  if (chosen != NULL) {
    self->comparison = tnk_comparison_new (chosen->old_catalog, chosen->new_catalog, NULL);
    self->chosen = g_strdup (chosen->name);
  }
  return self;
}
