/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-draft-private.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "tnk-catalog-private.h"
#include "tnk-error.h"

struct _TnkCatalogDraft
{
  TnkCatalog *base;
  JsonNode *root;
  JsonObject *head; /* of the root */
  GPtrArray *kept; /* (element-type JsonObject): all that are known below by their address, also those that were taken out */
  GHashTable *controls; /* (element-type utf8 JsonObject): by the ids of the base */
  GHashTable *origins; /* (element-type JsonObject utf8): the other way round */
  GHashTable *sections; /* (element-type JsonObject JsonObject): control → section */
  GHashTable *numbers; /* (element-type JsonObject utf8): control → the id that it is to have */
};

/* --- walking the tree --- */

static JsonArray *
list_of (JsonObject *object,
         const char *member)
{
  return json_object_get_array_member (object, member);
}

/* What was put into a draft can be anything until it is read back. */
static const char *
string_of (JsonObject *object,
           const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
}

static const char *
id_of (JsonObject *object)
{
  return string_of (object, "id");
}

/* The entries of a list, as far as it is one and they are objects. */
static GPtrArray *
objects_of (JsonObject *object,
            const char *member)
{
  GPtrArray *objects = g_ptr_array_new ();
  JsonNode *node = json_object_get_member (object, member);
  JsonArray *list = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    JsonNode *entry = json_array_get_element (list, i);

    if (JSON_NODE_HOLDS_OBJECT (entry))
      g_ptr_array_add (objects, json_node_get_object (entry));
  }
  return objects;
}

static JsonObject *
find_in (JsonArray *list,
         const char *id)
{
  for (guint i = 0; i < json_array_get_length (list); i++) {
    JsonObject *entry = json_array_get_object_element (list, i);

    if (g_strcmp0 (id_of (entry), id) == 0)
      return entry;
  }
  return NULL;
}

typedef void (*EachControl) (TnkCatalogDraft *self, JsonObject *section, JsonObject *control, gpointer data);

static void
for_each_control (TnkCatalogDraft *self,
                  EachControl each,
                  gpointer data)
{
  JsonArray *chapters = list_of (self->head, "chapters");

  for (guint c = 0; c < json_array_get_length (chapters); c++) {
    JsonArray *sections = list_of (json_array_get_object_element (chapters, c), "sections");

    for (guint s = 0; s < json_array_get_length (sections); s++) {
      JsonObject *section = json_array_get_object_element (sections, s);
      JsonArray *controls = list_of (section, "controls");

      for (guint i = 0; i < json_array_get_length (controls); i++)
        each (self, section, json_array_get_object_element (controls, i), data);
    }
  }
}

static void
note_control (TnkCatalogDraft *self,
              JsonObject *section,
              JsonObject *control,
              gpointer data)
{
  char *id = g_strdup (id_of (control));

  g_ptr_array_add (self->kept, json_object_ref (control));
  g_hash_table_insert (self->controls, id, control);
  g_hash_table_insert (self->origins, control, id);
  g_hash_table_insert (self->sections, control, section);
}

/* --- the draft --- */

/* What a new edition says of itself until somebody says otherwise. */
static void
set_head (TnkCatalogDraft *self,
          const char *id)
{
  TnkCatalog *base = self->base;
  g_autofree char *ja = g_strdup_printf ("「%s」（%s %s）を基にした", tnk_text_get (base->title, "ja"), base->id, base->edition);
  g_autofree char *en = g_strdup_printf ("Made from “%s” (%s, edition %s)", tnk_text_get (base->title, "en"), base->id, base->edition);

  tnk_draft_set_string (self->head, "id", id);
  tnk_draft_set_string (self->head, "edition", "1");
  tnk_draft_set_text (self->head, "source", ja, en);
  json_object_remove_member (self->head, "revises");
}

TnkCatalogDraft *
tnk_catalog_draft_new (TnkCatalog *base,
                       const char *id)
{
  TnkCatalogDraft *self = g_new0 (TnkCatalogDraft, 1);
  g_autofree char *data = tnk_catalog_to_data (base);

  self->base = g_object_ref (base);
  self->root = json_from_string (data, NULL);
  g_assert (self->root != NULL);
  self->head = json_node_get_object (self->root);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  self->controls = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->origins = g_hash_table_new (NULL, NULL);
  self->sections = g_hash_table_new (NULL, NULL);
  self->numbers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for_each_control (self, note_control, NULL);
  set_head (self, id);
  return self;
}

void
tnk_catalog_draft_free (TnkCatalogDraft *self)
{
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->sections);
  g_hash_table_unref (self->origins);
  g_hash_table_unref (self->controls);
  g_ptr_array_unref (self->kept);
  json_node_unref (self->root);
  g_object_unref (self->base);
  g_free (self);
}

TnkCatalog *
tnk_catalog_draft_get_base (TnkCatalogDraft *self)
{
  return self->base;
}

TnkDraftEntry *
tnk_catalog_draft_get_head (TnkCatalogDraft *self)
{
  return self->head;
}

TnkDraftEntry *
tnk_catalog_draft_find_role (TnkCatalogDraft *self,
                             const char *id)
{
  return find_in (list_of (self->head, "roles"), id);
}

TnkDraftEntry *
tnk_catalog_draft_find_chapter (TnkCatalogDraft *self,
                                const char *id)
{
  return find_in (list_of (self->head, "chapters"), id);
}

TnkDraftEntry *
tnk_catalog_draft_find_section (TnkCatalogDraft *self,
                                const char *id)
{
  JsonArray *chapters = list_of (self->head, "chapters");

  for (guint i = 0; i < json_array_get_length (chapters); i++) {
    JsonObject *found = find_in (list_of (json_array_get_object_element (chapters, i), "sections"), id);
    if (found != NULL)
      return found;
  }
  return NULL;
}

TnkDraftEntry *
tnk_catalog_draft_find_control (TnkCatalogDraft *self,
                                const char *id)
{
  return g_hash_table_lookup (self->controls, id);
}

TnkDraftEntry *
tnk_catalog_draft_find_question (TnkCatalogDraft *self,
                                 TnkDraftEntry *control,
                                 const char *id)
{
  return find_in (list_of (control, "questions"), id);
}

/* --- controls --- */

static int
find_place (JsonArray *list,
            JsonObject *entry)
{
  for (guint i = 0; entry != NULL && i < json_array_get_length (list); i++)
    if (json_array_get_object_element (list, i) == entry)
      return i;
  return -1;
}

/* JSON arrays cannot be added to in their middle, so the list is made anew. */
static void
insert (TnkCatalogDraft *self,
        JsonObject *section,
        JsonObject *control,
        JsonObject *after)
{
  JsonArray *before = list_of (section, "controls"), *list = json_array_new ();
  int place = find_place (before, after);
  guint at = place < 0 ? json_array_get_length (before) : (guint) place + 1;

  for (guint i = 0; i <= json_array_get_length (before); i++) {
    if (i == at)
      json_array_add_object_element (list, control);
    if (i < json_array_get_length (before))
      json_array_add_object_element (list, json_object_ref (json_array_get_object_element (before, i)));
  }
  json_object_set_array_member (section, "controls", list);
  g_hash_table_insert (self->sections, control, section);
}

static void
take_out (TnkCatalogDraft *self,
          JsonObject *control)
{
  JsonArray *list = list_of (g_hash_table_lookup (self->sections, control), "controls");

  json_array_remove_element (list, find_place (list, control));
}

TnkDraftEntry *
tnk_catalog_draft_add_control (TnkCatalogDraft *self,
                               TnkDraftEntry *section,
                               TnkDraftEntry *after)
{
  JsonObject *control = json_object_new ();

  json_object_set_object_member (control, "duties", json_object_new ());
  json_object_set_array_member (control, "questions", json_array_new ());
  json_object_set_array_member (control, "tags", json_array_new ());
  g_ptr_array_add (self->kept, json_object_ref (control));
  insert (self, section, control, after);
  return control;
}

void
tnk_catalog_draft_move_control (TnkCatalogDraft *self,
                                TnkDraftEntry *control,
                                TnkDraftEntry *section,
                                TnkDraftEntry *after)
{
  json_object_ref (control);
  take_out (self, control);
  insert (self, section, control, after);
}

void
tnk_catalog_draft_remove_control (TnkCatalogDraft *self,
                                  TnkDraftEntry *control)
{
  take_out (self, control);
  g_hash_table_remove (self->sections, control);
}

/* --- numbers --- */

/* Numbers of controls of the base can be passed on in a ring, so that all change at once, in the end. */
void
tnk_catalog_draft_renumber (TnkCatalogDraft *self,
                            TnkDraftEntry *control,
                            const char *id)
{
  if (g_hash_table_contains (self->origins, control))
    g_hash_table_insert (self->numbers, control, g_strdup (id));
  else
    tnk_draft_set_string (control, "id", id);
}

/* A question that was called after its control still is. */
static void
rename_questions (JsonObject *control,
                  const char *before,
                  const char *now,
                  GHashTable *renamed)
{
  g_autoptr (GPtrArray) questions = objects_of (control, "questions");
  gsize length = strlen (before);

  for (guint i = 0; i < questions->len; i++) {
    const char *id = id_of (questions->pdata[i]);
    g_autofree char *next = NULL;

    if (id == NULL || strncmp (id, before, length) != 0 || id[length] != '/')
      continue;
    next = g_strconcat (now, id + length, NULL);
    g_hash_table_insert (renamed, g_strdup (id), g_strdup (next));
    json_object_set_string_member (questions->pdata[i], "id", next);
  }
}

static void
follow_conditions (TnkCatalogDraft *self,
                   JsonObject *section,
                   JsonObject *control,
                   gpointer renamed)
{
  g_autoptr (GPtrArray) questions = objects_of (control, "questions");

  for (guint i = 0; i < questions->len; i++) {
    JsonNode *node = json_object_get_member (questions->pdata[i], "ask_if");
    const char *asked = node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? string_of (json_node_get_object (node), "question") : NULL;
    const char *now = asked != NULL ? g_hash_table_lookup (renamed, asked) : NULL;

    if (now != NULL)
      json_object_set_string_member (json_node_get_object (node), "question", now);
  }
}

static void
apply_numbers (TnkCatalogDraft *self)
{
  g_autoptr (GHashTable) renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free); /* questions */
  GHashTableIter iter;
  gpointer control, id;

  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, &control, &id)) {
    rename_questions (control, g_hash_table_lookup (self->origins, control), id, renamed);
    json_object_set_string_member (control, "id", id);
  }
  for_each_control (self, follow_conditions, renamed);
}

/* --- questions --- */

TnkDraftEntry *
tnk_catalog_draft_add_question (TnkCatalogDraft *self,
                                TnkDraftEntry *control)
{
  JsonObject *question = json_object_new ();

  json_array_add_object_element (list_of (control, "questions"), question);
  return question;
}

void
tnk_catalog_draft_remove_question (TnkCatalogDraft *self,
                                   TnkDraftEntry *control,
                                   TnkDraftEntry *question)
{
  JsonArray *questions = list_of (control, "questions");

  json_array_remove_element (questions, find_place (questions, question));
}

/* --- members --- */

void
tnk_draft_set_string (TnkDraftEntry *entry,
                      const char *member,
                      const char *text)
{
  if (text != NULL)
    json_object_set_string_member (entry, member, text);
  else
    json_object_remove_member (entry, member);
}

void
tnk_draft_set_strings (TnkDraftEntry *entry,
                       const char *member,
                       const char *const *texts)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (list, texts[i]);
  json_object_set_array_member (entry, member, list);
}

void
tnk_draft_set_integer (TnkDraftEntry *entry,
                       const char *member,
                       gint64 number)
{
  json_object_set_int_member (entry, member, number);
}

void
tnk_draft_set_boolean (TnkDraftEntry *entry,
                       const char *member,
                       gboolean value)
{
  json_object_set_boolean_member (entry, member, value);
}

void
tnk_draft_set_text (TnkDraftEntry *entry,
                    const char *member,
                    const char *ja,
                    const char *en)
{
  JsonObject *text;

  if (ja == NULL) {
    json_object_remove_member (entry, member);
    return;
  }
  text = json_object_new ();
  json_object_set_string_member (text, "ja", ja);
  if (en != NULL)
    json_object_set_string_member (text, "en", en);
  json_object_set_object_member (entry, member, text);
}

TnkDraftEntry *
tnk_draft_open (TnkDraftEntry *entry,
                const char *member)
{
  if (!json_object_has_member (entry, member))
    json_object_set_object_member (entry, member, json_object_new ());
  return json_object_get_object_member (entry, member);
}

/* --- reading it back --- */

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

  return tnk_catalog_load_data (id_of (self->head), text, -1, problems, error);
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
  const char *origin = g_hash_table_lookup (self->origins, control), *id = id_of (control);
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

  for_each_control (self, map_control, &map);
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

  apply_numbers (self);
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
