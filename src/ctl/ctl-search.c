/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-table.h"

/* Looking for words in the catalogs of this machine. */

static char *catalog_id = NULL;
static char *role_id = NULL;
static char *chapter_id = NULL;
static char *mark_word = NULL;
static int limit = 50;

static const GOptionEntry entries[] = {
  {"catalog", 0, 0, G_OPTION_ARG_STRING, &catalog_id, "Only in this catalog", "ID[@EDITION]"},
  {"chapter", 0, 0, G_OPTION_ARG_STRING, &chapter_id, "Only in this chapter", "CHAPTER"},
  {"role", 0, 0, G_OPTION_ARG_STRING, &role_id, "Only where this role has a mark", "ROLE"},
  {"mark", 0, 0, G_OPTION_ARG_STRING, &mark_word, "Only this mark: responsible, informed, permits or approves", "MARK"},
  {"limit", 0, 0, G_OPTION_ARG_INT, &limit, "The most rows; else 50", "N"},
  {NULL}};

static TnkCatalogQuery *
make_query (const char *words,
            TnkMark mark)
{
  g_auto (GStrv) parts = catalog_id != NULL ? g_strsplit (catalog_id, "@", 2) : NULL;
  TnkCatalogQuery *query = tnk_catalog_query_new (words);

  if (parts != NULL)
    tnk_catalog_query_set_catalog (query, parts[0], parts[1]);
  tnk_catalog_query_set_chapter (query, chapter_id);
  tnk_catalog_query_set_role (query, role_id);
  tnk_catalog_query_set_mark (query, mark);
  return query;
}

/* One damaged catalog must not hide the others, but it must not be passed over in silence either. */
static int
fill_index (TnkCatalogIndex *index)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  int result = CTL_DONE;

  for (guint i = 0; i < tnk_catalog_library_get_n_entries (library); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TnkCatalog) catalog = tnk_catalog_library_load (library, i, &error);

    if (catalog != NULL)
      tnk_catalog_index_add (index, catalog);
    else
      result = ctl_fail (error);
  }
  return result;
}

static void
print_hits (CtlCall *call,
            GPtrArray *hits)
{
  static const char *const columns[] = {"catalog", "edition", "control", "clause", "title", "where", "text", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);

  for (guint i = 0; i < hits->len; i++) {
    TnkCatalogHit *hit = g_ptr_array_index (hits, i);
    TnkControl *control = tnk_catalog_hit_get_control (hit);
    TnkText *text = tnk_catalog_hit_get_text (hit);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_catalog_get_id (tnk_catalog_hit_get_catalog (hit)));
    ctl_table_add_text (table, tnk_catalog_get_edition (tnk_catalog_hit_get_catalog (hit)));
    ctl_table_add_text (table, tnk_control_get_id (control));
    ctl_table_add_text (table, tnk_control_get_clause (control));
    ctl_table_add_text (table, ctl_text (call, tnk_control_get_title (control)));
    ctl_table_add_text (table, tnk_catalog_field_to_string (tnk_catalog_hit_get_field (hit)));
    ctl_table_add_text (table, text != NULL ? ctl_text (call, text) : NULL);
  }
  ctl_table_print (table, call->format);
}

static int
run_search (CtlCall *call)
{
  g_autoptr (TnkCatalogIndex) index = NULL;
  g_autoptr (TnkCatalogQuery) query = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  TnkMark mark = TNK_MARK_NONE;
  int result = ctl_parse (call, entries, 1, 1);

  if (result != CTL_DONE)
    return result;
  if (mark_word != NULL && !tnk_mark_from_string (mark_word, &mark))
    return ctl_usage (call, "--mark=%s is not known; use responsible, informed, permits or approves", mark_word);
  if (limit < 1)
    return ctl_usage (call, "--limit=%d: at least one row is to be printed", limit);
  index = tnk_catalog_index_new ();
  result = fill_index (index);
  query = make_query (ctl_argument (call, 0), mark);
  hits = tnk_catalog_index_find (index, query, limit);
  print_hits (call, hits);
  return result;
}

const CtlCommand ctl_search_commands[] = {
  {"catalog search", "[OPTION…] WORDS", "Find words in all catalogs of this machine", run_search},
  {NULL}};
