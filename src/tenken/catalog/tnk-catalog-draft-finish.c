/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-draft-tree-private.h"
#include "tnk-catalog-private.h"
#include "tnk-error.h"

/* A draft is read back as any catalog is, once to compare it with its base, and once more with the map of what changed. */

/* A text is an object with “ja”. */
static gboolean
lacks_english (JsonNode *node)
{
  g_autoptr (GList) members = NULL;
  JsonArray *list;

  if (JSON_NODE_HOLDS_ARRAY (node)) {
    list = json_node_get_array (node);
    for (guint i = 0; i < json_array_get_length (list); i++)
      if (lacks_english (json_array_get_element (list, i)))
        return TRUE;
    return FALSE;
  }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  if (json_object_has_member (json_node_get_object (node), "ja") && !json_object_has_member (json_node_get_object (node), "en"))
    return TRUE;
  members = json_object_get_values (json_node_get_object (node));
  for (GList *at = members; at != NULL; at = at->next)
    if (lacks_english (at->data))
      return TRUE;
  return FALSE;
}

/* English is one of its languages as long as every text has it; what has it keeps it in any case. */
static void
set_languages (TnkCatalogDraft *self)
{
  static const char *const both[] = {"ja", "en", NULL}, *const japanese[] = {"ja", NULL};

  tnk_draft_set_strings (self->head, "languages", lacks_english (self->root) ? japanese : both);
}

static TnkCatalog *
read_back (TnkCatalogDraft *self,
           GPtrArray **problems,
           GError **error)
{
  g_autofree char *text = json_to_string (self->root, TRUE);

  return tnk_catalog_load_data (tnk_draft_get_id (self->head), text, -1, problems, error);
}

typedef struct
{
  TnkCatalog *catalog; /* read back, without its map */
  JsonArray *rows;
} Map;

static void
add_row (Map *map,
         TnkRevisionKind kind,
         const char *from,
         const char *to)
{
  JsonObject *row = json_object_new ();

  json_object_set_string_member (row, "change", tnk_revision_kind_to_string (kind));
  if (from != NULL)
    json_object_set_string_member (row, "from", from);
  if (to != NULL)
    json_object_set_string_member (row, "to", to);
  json_array_add_object_element (map->rows, row);
}

/* What is kept under its id need not be named. */
static void
map_control (TnkCatalogDraft *self,
             JsonObject *section,
             JsonObject *control,
             gpointer data)
{
  Map *map = data;
  const char *origin = g_hash_table_lookup (self->origins, control), *id = tnk_draft_get_id (control);
  TnkRevisionKind kind;

  if (origin == NULL) {
    add_row (map, TNK_REVISION_KIND_ADDED, NULL, id);
    return;
  }
  kind = tnk_revision_judge (tnk_catalog_lookup_control (self->base, origin), tnk_catalog_lookup_control (map->catalog, id), self->base, map->catalog);
  if (kind != TNK_REVISION_KIND_KEPT)
    add_row (map, kind, origin, id);
}

static void
map_removed (TnkCatalogDraft *self,
             Map *map)
{
  for (guint i = 0; i < self->base->controls->len; i++) {
    const char *id = ((TnkControl *) g_ptr_array_index (self->base->controls, i))->id;

    if (!g_hash_table_contains (self->sections, g_hash_table_lookup (self->controls, id)))
      add_row (map, TNK_REVISION_KIND_REMOVED, id, NULL);
  }
}

static void
set_map (TnkCatalogDraft *self,
         TnkCatalog *catalog)
{
  JsonObject *revises = json_object_new ();
  Map map = {catalog, json_array_new ()};

  tnk_catalog_draft_for_each_control (self, map_control, &map);
  map_removed (self, &map);
  json_object_set_string_member (revises, "catalog", self->base->id);
  json_object_set_string_member (revises, "edition", self->base->edition);
  json_object_set_array_member (revises, "controls", map.rows);
  json_object_set_object_member (self->head, "revises", revises);
}

/* Two catalogs of one name could not be told apart. */
static gboolean
check_name (TnkCatalogDraft *self,
            TnkCatalog *catalog,
            GError **error)
{
  if (!g_str_equal (catalog->id, self->base->id) || !g_str_equal (catalog->edition, self->base->edition))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s, edition %s, is the base itself; give the new catalog another id, or another edition", catalog->id, catalog->edition);
  return FALSE;
}

TnkCatalog *
tnk_catalog_draft_finish (TnkCatalogDraft *self,
                          GPtrArray **problems,
                          GError **error)
{
  g_autoptr (TnkCatalog) unmapped = NULL, catalog = NULL;

  tnk_catalog_draft_apply_numbers (self);
  set_languages (self);
  unmapped = read_back (self, problems, error);
  if (unmapped == NULL || !check_name (self, unmapped, error))
    return NULL;
  /* The list of the first reading is empty; the second one makes its own. */
  if (problems != NULL)
    g_clear_pointer (problems, g_ptr_array_unref);
  set_map (self, unmapped);
  catalog = read_back (self, problems, error);
  if (catalog == NULL || !tnk_catalog_check_revision (catalog, self->base, error))
    return NULL;
  return g_steal_pointer (&catalog);
}
