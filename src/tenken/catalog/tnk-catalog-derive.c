/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-derive.h"

#include <string.h>

#include "tnk-catalog-draft-private.h"
#include "tnk-error.h"
#include "tnk-json-reader-private.h"
#include "tnk-json-scan-private.h"

/* Reads the file of changes that a body makes in another catalog. What a member may hold is left to the loader, which the
 * whole goes through in the end; here is found out what is changed where. */

#define MAX_FILE (16 * 1024 * 1024)

typedef struct
{
  TnkCatalogDraft *draft;
  TnkJsonReader reader;
  GHashTable *done; /* (element-type TnkDraftEntry): controls that an entry of the file was about */
} Reader;

/* Puts the members of one object in the place of those of another. */
static void
take_members (TnkDraftEntry *entry,
              JsonObject *object,
              const char *const *but)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *at = members; at != NULL; at = at->next)
    if (!g_strv_contains (but, at->data) && !g_str_equal (at->data, "$comment"))
      json_object_set_member (entry, at->data, json_node_copy (json_object_get_member (object, at->data)));
}

static TnkDraftEntry *
find_control (Reader *self,
              JsonObject *object,
              const char *member)
{
  g_autofree char *id = tnk_json_reader_id (&self->reader, object, member, TRUE);
  TnkDraftEntry *control = id != NULL ? tnk_catalog_draft_find_control (self->draft, id) : NULL;

  if (id != NULL && control == NULL)
    tnk_json_reader_fault_at (&self->reader, member, "the base has no control “%s”; see “tenkenctl catalog show”", id);
  return control;
}

/* The same for a control that nothing was said of yet. */
static TnkDraftEntry *
take_control (Reader *self,
              JsonObject *object,
              const char *member)
{
  TnkDraftEntry *control = find_control (self, object, member);

  if (control == NULL || g_hash_table_add (self->done, control))
    return control;
  tnk_json_reader_fault_at (&self->reader, member, "an entry before this one is about the same control; put both into one");
  return NULL;
}

static TnkDraftEntry *
find_section (Reader *self,
              JsonObject *object)
{
  g_autofree char *id = tnk_json_reader_id (&self->reader, object, "section", TRUE);
  TnkDraftEntry *section = id != NULL ? tnk_catalog_draft_find_section (self->draft, id) : NULL;

  if (id != NULL && section == NULL)
    tnk_json_reader_fault_at (&self->reader, "section", "the base has no section “%s”", id);
  return section;
}

static void
change_control (Reader *self,
                JsonObject *object)
{
  static const char *const allowed[] = {"change", "clause", "level", "weight", "critical", "title", "guidance", "evidence", "improvement",
                                        "tags", "duties", "questions", "note", "id", NULL};
  static const char *const but[] = {"change", "id", NULL};
  TnkDraftEntry *control = take_control (self, object, "change");
  g_autofree char *id = tnk_json_reader_id (&self->reader, object, "id", FALSE);

  if (!tnk_json_reader_check_members (&self->reader, object, allowed) || control == NULL)
    return;
  take_members (control, object, but);
  if (id != NULL)
    tnk_catalog_draft_renumber (self->draft, control, id);
}

static void
remove_control (Reader *self,
                JsonObject *object)
{
  static const char *const allowed[] = {"remove", NULL};
  TnkDraftEntry *control = take_control (self, object, "remove");

  if (tnk_json_reader_check_members (&self->reader, object, allowed) && control != NULL)
    tnk_catalog_draft_remove_control (self->draft, control);
}

static void
add_control (Reader *self,
             JsonObject *object)
{
  static const char *const allowed[] = {"add", "section", "after", NULL}, *const none[] = {NULL};
  JsonNode *node = tnk_json_reader_member (&self->reader, object, "add", TRUE);
  TnkDraftEntry *section = find_section (self, object);
  TnkDraftEntry *after = json_object_has_member (object, "after") ? find_control (self, object, "after") : NULL;
  JsonObject *control = node != NULL ? tnk_json_reader_object (&self->reader, node) : NULL;

  if (tnk_json_reader_check_members (&self->reader, object, allowed) && section != NULL && control != NULL)
    take_members (tnk_catalog_draft_add_control (self->draft, section, after), control, none);
}

static void
read_edit (Reader *self,
           JsonObject *object)
{
  if (json_object_has_member (object, "remove"))
    remove_control (self, object);
  else if (json_object_has_member (object, "add"))
    add_control (self, object);
  else if (json_object_has_member (object, "change"))
    change_control (self, object);
  else
    tnk_json_reader_fault (&self->reader, "say what is done: “change” or “remove” with the id of a control of the base, or “add” with a control");
}

static void
rename_role (Reader *self,
             JsonObject *object)
{
  static const char *const allowed[] = {"id", "name", "description", NULL}, *const but[] = {"id", NULL};
  g_autofree char *id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  TnkDraftEntry *role = id != NULL ? tnk_catalog_draft_find_role (self->draft, id) : NULL;

  if (id != NULL && role == NULL)
    tnk_json_reader_fault_at (&self->reader, "id", "the base has no role “%s”; roles can be renamed, not added", id);
  else if (tnk_json_reader_check_members (&self->reader, object, allowed) && role != NULL)
    take_members (role, object, but);
}

static void
read_list (Reader *self,
           JsonObject *root,
           const char *name,
           void (*read) (Reader *self, JsonObject *object))
{
  JsonArray *list = tnk_json_reader_array (&self->reader, root, name, FALSE);
  gsize mark = tnk_json_reader_enter (&self->reader, name);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    JsonObject *object = tnk_json_reader_object (&self->reader, json_array_get_element (list, i));

    if (object != NULL)
      read (self, object);
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

static void
read_root (Reader *self,
           JsonObject *root)
{
  static const char *const allowed[] = {"format", "edition", "title", "publisher", "effective", "source", "licence", "roles", "controls", NULL};
  static const char *const but[] = {"format", "roles", "controls", NULL};

  if (tnk_json_reader_member (&self->reader, root, "format", TRUE) == NULL || tnk_json_reader_integer (&self->reader, root, "format", 1, 1, 0) != 1)
    return;
  if (tnk_json_reader_check_members (&self->reader, root, allowed))
    take_members (tnk_catalog_draft_get_head (self->draft), root, but);
  read_list (self, root, "roles", rename_role);
  read_list (self, root, "controls", read_edit);
}

static gboolean
read_text (Reader *self,
           GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  TnkProblem *problem = tnk_json_scan_find_problem (self->reader.filename, self->reader.text, self->reader.length);
  JsonObject *root;

  if (problem != NULL) {
    tnk_problems_take (self->reader.problems, problem);
    return TRUE;
  }
  if (!json_parser_load_from_data (parser, self->reader.text, self->reader.length, error))
    return FALSE;
  root = tnk_json_reader_object (&self->reader, json_parser_get_root (parser));
  if (root != NULL)
    read_root (self, root);
  g_clear_pointer (&self->reader.lines, g_hash_table_unref);
  return TRUE;
}

static gboolean
read_file (TnkCatalogDraft *draft,
           const char *filename,
           GPtrArray **problems,
           GError **error)
{
  g_auto (TnkProblems) found = {0};
  g_autoptr (GString) path = g_string_new (NULL);
  g_autoptr (GHashTable) done = g_hash_table_new (NULL, NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (filename, &text, &length, error)) {
    g_prefix_error (error, "%s: ", filename);
    return FALSE;
  }
  if (length > MAX_FILE) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s: the file is larger than %d bytes; is it a file of changes?", filename, MAX_FILE);
    return FALSE;
  }
  tnk_problems_init (&found);
  Reader self = {draft, {&found, filename, text, length, path, NULL}, done};
  return read_text (&self, error) && tnk_problems_throw (&found, problems, TNK_ERROR_INVALID, error);
}

/**
 * tnk_catalog_derive:
 * @base: a catalog
 * @id: the id that the new one is to have
 * @filename: (nullable): a file of changes, JSON; `NULL` for a copy
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault
 * @error: return location for an error: a file error, or [error@Tenken.Error] `INVALID`, which names the first fault
 *
 * Makes a body’s own catalog from another one: with controls changed, renumbered, removed and added. It has a revision map to
 * the base, so that answers and trends of campaigns on the base go on.
 *
 * English is among its languages as long as every text has it. Where a text is changed and only the Japanese is given, the
 * English of before goes.
 *
 * Returns: (transfer full): the new catalog
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_catalog_derive (TnkCatalog *base,
                    const char *id,
                    const char *filename,
                    GPtrArray **problems,
                    GError **error)
{
  g_autoptr (TnkCatalogDraft) draft = NULL;

  g_return_val_if_fail (TNK_IS_CATALOG (base) && id != NULL, NULL);

  if (problems != NULL)
    *problems = NULL;
  draft = tnk_catalog_draft_new (base, id);
  if (filename != NULL && !read_file (draft, filename, problems, error))
    return NULL;
  /* A file without a fault hands an empty list over; what follows makes its own. */
  if (problems != NULL)
    g_clear_pointer (problems, g_ptr_array_unref);
  return tnk_catalog_draft_finish (draft, problems, error);
}
