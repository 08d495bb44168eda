/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-query-private.h"

#include "tnk-strings-private.h"

struct _TnkCatalogQuery
{
  GObject parent_instance;

  char *words;
  char *catalog_id; /* NULL: any */
  char *edition; /* NULL: any */
  char *chapter_id;
  char *role_id;
  TnkMark mark; /* TNK_MARK_NONE: any */
};

G_DEFINE_FINAL_TYPE (TnkCatalogQuery, tnk_catalog_query, G_TYPE_OBJECT)

static void
tnk_catalog_query_finalize (GObject *object)
{
  TnkCatalogQuery *self = TNK_CATALOG_QUERY (object);

  g_free (self->words);
  g_free (self->catalog_id);
  g_free (self->edition);
  g_free (self->chapter_id);
  g_free (self->role_id);
  G_OBJECT_CLASS (tnk_catalog_query_parent_class)->finalize (object);
}

static void
tnk_catalog_query_class_init (TnkCatalogQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_catalog_query_finalize;
}

static void
tnk_catalog_query_init (TnkCatalogQuery *self)
{
}

/**
 * tnk_catalog_query_new:
 * @words: words, of which all must be there; the empty text looks for nothing in particular
 *
 * Makes a query for words in all catalogs.
 *
 * Returns: (transfer full): the query
 *
 * Since: 0.1
 */
TnkCatalogQuery *
tnk_catalog_query_new (const char *words)
{
  TnkCatalogQuery *self;

  g_return_val_if_fail (words != NULL, NULL);

  self = g_object_new (TNK_TYPE_CATALOG_QUERY, NULL);
  self->words = g_strdup (words);
  return self;
}

/**
 * tnk_catalog_query_get_words:
 * @self: a query
 *
 * Gets the words that are looked for.
 *
 * Returns: the words as they were typed
 *
 * Since: 0.1
 */
const char *
tnk_catalog_query_get_words (TnkCatalogQuery *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG_QUERY (self), NULL);
  return self->words;
}

/**
 * tnk_catalog_query_set_catalog:
 * @self: a query
 * @catalog_id: (nullable): the id of a catalog; `NULL`: any
 * @edition: (nullable): its edition; `NULL`: any
 *
 * Looks in one catalog only.
 *
 * Since: 0.1
 */
void
tnk_catalog_query_set_catalog (TnkCatalogQuery *self,
                               const char *catalog_id,
                               const char *edition)
{
  g_return_if_fail (TNK_IS_CATALOG_QUERY (self));
  tnk_set_string (&self->catalog_id, catalog_id);
  tnk_set_string (&self->edition, edition);
}

/**
 * tnk_catalog_query_set_chapter:
 * @self: a query
 * @chapter_id: (nullable): the id of a chapter; `NULL`: any
 *
 * Looks in one chapter only.
 *
 * Since: 0.1
 */
void
tnk_catalog_query_set_chapter (TnkCatalogQuery *self,
                               const char *chapter_id)
{
  g_return_if_fail (TNK_IS_CATALOG_QUERY (self));
  tnk_set_string (&self->chapter_id, chapter_id);
}

/**
 * tnk_catalog_query_set_role:
 * @self: a query
 * @role_id: (nullable): the id of a role; `NULL`: any
 *
 * Looks for controls in which a role has a mark: the one of [method@CatalogQuery.set_mark], else any.
 *
 * Since: 0.1
 */
void
tnk_catalog_query_set_role (TnkCatalogQuery *self,
                            const char *role_id)
{
  g_return_if_fail (TNK_IS_CATALOG_QUERY (self));
  tnk_set_string (&self->role_id, role_id);
}

/**
 * tnk_catalog_query_set_mark:
 * @self: a query
 * @mark: a mark; `TNK_MARK_NONE`: any
 *
 * Looks for controls in which this mark stands: for the role of [method@CatalogQuery.set_role], else for any.
 *
 * Since: 0.1
 */
void
tnk_catalog_query_set_mark (TnkCatalogQuery *self,
                            TnkMark mark)
{
  g_return_if_fail (TNK_IS_CATALOG_QUERY (self));
  self->mark = mark;
}

gboolean
tnk_catalog_query_allows (TnkCatalogQuery *self,
                          TnkCatalog *catalog)
{
  return (self->catalog_id == NULL || g_str_equal (self->catalog_id, tnk_catalog_get_id (catalog))) &&
         (self->edition == NULL || g_str_equal (self->edition, tnk_catalog_get_edition (catalog)));
}

static gboolean
has_mark (TnkCatalogQuery *self,
          TnkControl *control)
{
  for (guint i = 0; i < tnk_control_get_n_duties (control); i++) {
    TnkDuty *duty = tnk_control_get_duty (control, i);

    if ((self->role_id == NULL || g_str_equal (self->role_id, tnk_role_get_id (tnk_duty_get_role (duty)))) &&
        (self->mark == TNK_MARK_NONE || self->mark == tnk_duty_get_mark (duty)))
      return TRUE;
  }
  return FALSE;
}

gboolean
tnk_catalog_query_admits (TnkCatalogQuery *self,
                          TnkCatalog *catalog,
                          TnkControl *control)
{
  if (self->chapter_id != NULL &&
      !g_str_equal (self->chapter_id, tnk_chapter_get_id (tnk_catalog_get_chapter (catalog, tnk_control_get_chapter_index (control)))))
    return FALSE;
  return (self->role_id == NULL && self->mark == TNK_MARK_NONE) || has_mark (self, control);
}
