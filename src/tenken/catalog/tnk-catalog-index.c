/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-index.h"

#include <string.h>

#include "tnk-catalog-entry-private.h"
#include "tnk-catalog-fold-private.h"
#include "tnk-catalog-hit-private.h"
#include "tnk-catalog-private.h"
#include "tnk-catalog-query-private.h"

/* Which controls hold a word at all is narrowed down by every two letters of it that follow each other: Japanese has no spaces
 * between words, and two letters are what its words are mostly made of. */

typedef TnkCatalogEntry Entry;

struct _TnkCatalogIndex
{
  GObject parent_instance;

  GPtrArray *catalogs;
  GArray *entries; /* (element-type Entry) */
  GHashTable *pairs; /* (element-type guint GArray): two letters → the entries that hold them, in order */
};

G_DEFINE_FINAL_TYPE (TnkCatalogIndex, tnk_catalog_index, G_TYPE_OBJECT)

static void
tnk_catalog_index_finalize (GObject *object)
{
  TnkCatalogIndex *self = TNK_CATALOG_INDEX (object);

  g_hash_table_unref (self->pairs);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->catalogs);
  G_OBJECT_CLASS (tnk_catalog_index_parent_class)->finalize (object);
}

static void
tnk_catalog_index_class_init (TnkCatalogIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_catalog_index_finalize;
}

static void
tnk_catalog_index_init (TnkCatalogIndex *self)
{
  self->catalogs = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, tnk_catalog_entry_clear);
  self->pairs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
}

/**
 * tnk_catalog_index_new:
 *
 * Makes an index without any catalog.
 *
 * Returns: (transfer full): the index
 *
 * Since: 0.1
 */
TnkCatalogIndex *
tnk_catalog_index_new (void)
{
  return g_object_new (TNK_TYPE_CATALOG_INDEX, NULL);
}

static Entry *
entry_at (TnkCatalogIndex *self,
          guint index)
{
  return &g_array_index (self->entries, Entry, index);
}

/* --- making it --- */

/* Two letters, or one and nothing, as one number. That two pairs may share one only means that an entry is looked at in vain. */
static gpointer
make_pair (gunichar first,
           gunichar second)
{
  return GUINT_TO_POINTER (first * 0x9e3779b1u ^ second);
}

static void
note_pair (TnkCatalogIndex *self,
           gpointer pair,
           guint entry)
{
  GArray *entries = g_hash_table_lookup (self->pairs, pair);

  if (entries == NULL) {
    entries = g_array_new (FALSE, FALSE, sizeof (guint));
    g_hash_table_insert (self->pairs, pair, entries);
  }
  if (entries->len == 0 || g_array_index (entries, guint, entries->len - 1) != entry)
    g_array_append_val (entries, entry);
}

static void
note_pairs (TnkCatalogIndex *self,
            const char *folded,
            guint entry)
{
  gunichar before = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    note_pair (self, make_pair (c, 0), entry);
    if (before != 0)
      note_pair (self, make_pair (before, c), entry);
    before = c;
  }
}

static void
add_control (TnkCatalogIndex *self,
             TnkCatalog *catalog,
             TnkControl *control)
{
  Entry entry;

  tnk_catalog_entry_init (&entry, catalog, self->catalogs->len - 1, control);
  note_pairs (self, entry.folded, self->entries->len);
  g_array_append_val (self->entries, entry);
}

/**
 * tnk_catalog_index_add:
 * @self: an index
 * @catalog: a catalog
 *
 * Adds all controls of a catalog. Not while another thread looks for something.
 *
 * Since: 0.1
 */
void
tnk_catalog_index_add (TnkCatalogIndex *self,
                       TnkCatalog *catalog)
{
  g_return_if_fail (TNK_IS_CATALOG_INDEX (self) && TNK_IS_CATALOG (catalog));

  g_ptr_array_add (self->catalogs, g_object_ref (catalog));
  for (guint i = 0; i < catalog->controls->len; i++)
    add_control (self, catalog, g_ptr_array_index (catalog->controls, i));
}

/**
 * tnk_catalog_index_get_n_catalogs:
 * @self: an index
 *
 * Counts the catalogs.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_catalog_index_get_n_catalogs (TnkCatalogIndex *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG_INDEX (self), 0);
  return self->catalogs->len;
}

/**
 * tnk_catalog_index_get_catalog:
 * @self: an index
 * @index: which of them, in the order in which they were added
 *
 * Gets one of the catalogs.
 *
 * Returns: (transfer none): the catalog
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_catalog_index_get_catalog (TnkCatalogIndex *self,
                               guint index)
{
  g_return_val_if_fail (TNK_IS_CATALOG_INDEX (self) && index < self->catalogs->len, NULL);
  return g_ptr_array_index (self->catalogs, index);
}

/* --- looking for something --- */

typedef struct
{
  TnkCatalogIndex *index;
  TnkCatalogQuery *query;
  char *number; /* all that was typed, without spaces */
  char **words;
  gboolean *allowed; /* by catalog */
} Search;

static void
search_init (Search *self,
             TnkCatalogIndex *index,
             TnkCatalogQuery *query)
{
  g_autofree char *folded = tnk_catalog_fold (tnk_catalog_query_get_words (query));

  self->index = index;
  self->query = query;
  self->number = tnk_catalog_fold_number (tnk_catalog_query_get_words (query));
  self->words = g_strsplit_set (folded, " \t\r\n", -1);
  self->allowed = g_new (gboolean, index->catalogs->len);
  for (guint i = 0; i < index->catalogs->len; i++)
    self->allowed[i] = tnk_catalog_query_allows (query, g_ptr_array_index (index->catalogs, i));
}

static void
search_clear (Search *self)
{
  g_free (self->number);
  g_strfreev (self->words);
  g_free (self->allowed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

/* What is in both; both are in order. */
static void
keep_common (GArray *kept,
             const GArray *other)
{
  guint n = 0;

  for (guint i = 0, j = 0; i < kept->len && j < other->len;) {
    guint one = g_array_index (kept, guint, i), two = g_array_index (other, guint, j);

    if (one == two)
      g_array_index (kept, guint, n++) = one;
    i += one <= two;
    j += two <= one;
  }
  g_array_set_size (kept, n);
}

/* Keeps the candidates that may hold a word. kept: NULL means all. */
static GArray *
narrow (TnkCatalogIndex *self,
        GArray *kept,
        const char *word)
{
  gunichar before = 0;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean is_only = before == 0 && *g_utf8_next_char (p) == '\0';
    GArray *entries;

    if (before != 0 || is_only) {
      entries = g_hash_table_lookup (self->pairs, is_only ? make_pair (c, 0) : make_pair (before, c));
      if (kept == NULL)
        kept = entries != NULL ? g_array_copy (entries) : g_array_new (FALSE, FALSE, sizeof (guint));
      else if (entries != NULL)
        keep_common (kept, entries);
      else
        g_array_set_size (kept, 0);
    }
    before = c;
  }
  return kept;
}

static GArray *
list_candidates (const Search *self)
{
  GArray *kept = NULL;

  for (guint i = 0; self->words[i] != NULL; i++)
    kept = narrow (self->index, kept, self->words[i]);
  if (kept != NULL)
    return kept;
  kept = g_array_sized_new (FALSE, FALSE, sizeof (guint), self->index->entries->len);
  for (guint i = 0; i < self->index->entries->len; i++)
    g_array_append_val (kept, i);
  return kept;
}

/* Where the words stand in an entry: of each the best place, of these the last. FALSE: one is not there. */
static gboolean
find_words (const Search *self,
            const Entry *entry,
            TnkCatalogField *field,
            TnkText **text)
{
  guint last = 0;

  for (guint i = 0; self->words[i] != NULL; i++) {
    const char *place = strstr (entry->folded, self->words[i]);

    if (place == NULL)
      return FALSE;
    last = MAX (last, (guint) (place - entry->folded));
  }
  tnk_catalog_entry_look_up (entry, last, field, text);
  if (g_str_equal (self->number, entry->numbers[0]) || g_str_equal (self->number, entry->numbers[1]))
    *field = TNK_CATALOG_FIELD_NUMBER;
  return TRUE;
}

static gboolean
matches (const Search *self,
         const Entry *entry,
         TnkCatalogField *field,
         TnkText **text)
{
  return self->allowed[entry->catalog_index] && find_words (self, entry, field, text) &&
         tnk_catalog_query_admits (self->query, entry->catalog, entry->control);
}

static void
add_hits (GPtrArray *hits,
          GPtrArray *more,
          guint limit)
{
  for (guint i = 0; i < more->len && hits->len < limit; i++)
    g_ptr_array_add (hits, g_object_ref (g_ptr_array_index (more, i)));
}

/**
 * tnk_catalog_index_find:
 * @self: an index
 * @query: what is looked for
 * @limit: the most hits
 *
 * Finds the controls in which all words stand, each anywhere: the ones whose number is just that first, then by where the words
 * stand (see [enum@Tenken.CatalogField]), then in the order of the catalogs.
 *
 * Returns: (transfer container) (element-type TnkCatalogHit): the hits
 *
 * Since: 0.1
 */
GPtrArray *
tnk_catalog_index_find (TnkCatalogIndex *self,
                        TnkCatalogQuery *query,
                        guint limit)
{
  g_auto (Search) search = {0};
  g_autoptr (GArray) candidates = NULL;
  GPtrArray *by_field[TNK_N_CATALOG_FIELDS], *hits;

  g_return_val_if_fail (TNK_IS_CATALOG_INDEX (self) && TNK_IS_CATALOG_QUERY (query), NULL);

  search_init (&search, self, query);
  candidates = list_candidates (&search);
  for (guint i = 0; i < TNK_N_CATALOG_FIELDS; i++)
    by_field[i] = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < candidates->len; i++) {
    const Entry *entry = entry_at (self, g_array_index (candidates, guint, i));
    TnkCatalogField field;
    TnkText *text;

    if (matches (&search, entry, &field, &text) && by_field[field]->len < limit)
      g_ptr_array_add (by_field[field], tnk_catalog_hit_new (entry->catalog, entry->control, field, text));
  }
  hits = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < TNK_N_CATALOG_FIELDS; i++) {
    add_hits (hits, by_field[i], limit);
    g_ptr_array_unref (by_field[i]);
  }
  return hits;
}

/**
 * tnk_catalog_index_count:
 * @self: an index
 * @query: what is looked for
 * @counts: (out caller-allocates) (nullable) (array): how many there are in each catalog; as many places as there are catalogs
 *
 * Counts the controls in which all words stand.
 *
 * Returns: how many there are in all
 *
 * Since: 0.1
 */
guint
tnk_catalog_index_count (TnkCatalogIndex *self,
                         TnkCatalogQuery *query,
                         guint *counts)
{
  g_auto (Search) search = {0};
  g_autoptr (GArray) candidates = NULL;
  guint n = 0;

  g_return_val_if_fail (TNK_IS_CATALOG_INDEX (self) && TNK_IS_CATALOG_QUERY (query), 0);

  search_init (&search, self, query);
  candidates = list_candidates (&search);
  for (guint i = 0; counts != NULL && i < self->catalogs->len; i++)
    counts[i] = 0;
  for (guint i = 0; i < candidates->len; i++) {
    const Entry *entry = entry_at (self, g_array_index (candidates, guint, i));
    TnkCatalogField field;
    TnkText *text;

    if (!matches (&search, entry, &field, &text))
      continue;
    n++;
    if (counts != NULL)
      counts[entry->catalog_index]++;
  }
  return n;
}
