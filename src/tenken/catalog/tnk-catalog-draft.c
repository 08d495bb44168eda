/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-draft-tree-private.h"

#include <string.h>

#include "tnk-catalog-private.h"
#include "tnk-error.h"

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

const char *
tnk_draft_get_id (TnkDraftEntry *object)
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

    if (g_strcmp0 (tnk_draft_get_id (entry), id) == 0)
      return entry;
  }
  return NULL;
}

void
tnk_catalog_draft_for_each_control (TnkCatalogDraft *self,
                                    TnkDraftEachControl each,
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
  char *id = g_strdup (tnk_draft_get_id (control));

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
  tnk_catalog_draft_for_each_control (self, note_control, NULL);
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
    const char *id = tnk_draft_get_id (questions->pdata[i]);
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

void
tnk_catalog_draft_apply_numbers (TnkCatalogDraft *self)
{
  g_autoptr (GHashTable) renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free); /* questions */
  GHashTableIter iter;
  gpointer control, id;

  g_hash_table_iter_init (&iter, self->numbers);
  while (g_hash_table_iter_next (&iter, &control, &id)) {
    rename_questions (control, g_hash_table_lookup (self->origins, control), id, renamed);
    json_object_set_string_member (control, "id", id);
  }
  tnk_catalog_draft_for_each_control (self, follow_conditions, renamed);
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
