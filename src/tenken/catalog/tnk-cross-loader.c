/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-cross-references-private.h"
#include "tnk-error.h"
#include "tnk-json-file-private.h"
#include "tnk-json-scan-private.h"

typedef struct
{
  TnkCrossReferences *references;
  TnkJsonReader reader;
  GHashTable *lines; /* of the file, by path */
} Loader;

static const char *const reasons[] = {"beyond", "not-held", "procedure", NULL};

static void
read_end (Loader *self,
          JsonObject *root,
          const char *name,
          char **id,
          char **edition)
{
  static const char *const members[] = {"catalog", "edition", NULL};
  JsonNode *node = tnk_json_reader_member (&self->reader, root, name, TRUE);
  gsize mark = tnk_json_reader_enter (&self->reader, name);
  JsonObject *object = node != NULL ? tnk_json_reader_object (&self->reader, node) : NULL;

  if (object != NULL) {
    tnk_json_reader_check_members (&self->reader, object, members);
    *id = tnk_json_reader_id (&self->reader, object, "catalog", TRUE);
    *edition = tnk_json_reader_string (&self->reader, object, "edition", TRUE);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

static guint
find_line (Loader *self)
{
  return tnk_json_scan_get_line (self->lines, self->reader.path->str);
}

static void
read_gap (Loader *self,
          JsonObject *object,
          const char *from)
{
  g_autofree char *reason = tnk_json_reader_string (&self->reader, object, "reason", TRUE);
  TnkCrossGap *gap;

  if (json_object_has_member (object, "to"))
    tnk_json_reader_fault_at (&self->reader, "to", "“none” leads to no control; leave this out");
  if (reason == NULL)
    return;
  if (!g_strv_contains (reasons, reason)) {
    tnk_json_reader_fault_at (&self->reader, "reason", "the reason “%s” is not known; use beyond, not-held or procedure", reason);
    return;
  }
  gap = g_new0 (TnkCrossGap, 1);
  gap->reason = g_steal_pointer (&reason);
  gap->note = tnk_json_reader_text (&self->reader, object, "note", FALSE, FALSE);
  gap->place = g_strdup (self->reader.path->str);
  gap->line = find_line (self);
  g_hash_table_insert (self->references->gaps, g_strdup (from), gap);
}

static void
read_reference (Loader *self,
                JsonObject *object,
                const char *from,
                TnkRelation relation)
{
  g_autofree char *to = tnk_json_reader_id (&self->reader, object, "to", TRUE);
  g_autoptr (TnkText) note = tnk_json_reader_text (&self->reader, object, "note", FALSE, FALSE);
  TnkCrossReference *reference;

  if (json_object_has_member (object, "reason"))
    tnk_json_reader_fault_at (&self->reader, "reason", "a reason belongs to “none” only; leave this out");
  if (to == NULL)
    return;
  reference = tnk_cross_reference_new (from, relation, to, note);
  tnk_cross_reference_set_place (reference, self->reader.path->str, find_line (self));
  if (!tnk_cross_references_take (self->references, reference))
    tnk_json_reader_fault (&self->reader, "“%s” refers to “%s” already; keep one of the two", from, to);
}

static void
read_row (Loader *self,
          JsonObject *object)
{
  static const char *const members[] = {"from", "relation", "to", "reason", "note", NULL};
  g_autofree char *from = NULL, *word = NULL;
  TnkRelation relation;

  tnk_json_reader_check_members (&self->reader, object, members);
  from = tnk_json_reader_id (&self->reader, object, "from", TRUE);
  word = tnk_json_reader_string (&self->reader, object, "relation", TRUE);
  if (from == NULL || word == NULL)
    return;
  if (g_hash_table_contains (self->references->gaps, from) ||
      (g_str_equal (word, "none") && g_hash_table_contains (self->references->by_from, from)))
    tnk_json_reader_fault (&self->reader, "“%s” stands with “none” and with something else; keep one of the two", from);
  else if (g_str_equal (word, "none"))
    read_gap (self, object, from);
  else if (tnk_relation_from_string (word, &relation))
    read_reference (self, object, from, relation);
  else
    tnk_json_reader_fault_at (&self->reader, "relation", "the relation “%s” is not known; use same, part, wider, related or none", word);
}

static void
read_rows (Loader *self,
           JsonObject *root)
{
  JsonArray *rows = tnk_json_reader_array (&self->reader, root, "references", TRUE);
  gsize mark = tnk_json_reader_enter (&self->reader, "references");

  for (guint i = 0; rows != NULL && i < json_array_get_length (rows); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    JsonObject *row = tnk_json_reader_object (&self->reader, json_array_get_element (rows, i));

    if (row != NULL)
      read_row (self, row);
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

static void
read_root (JsonObject *root,
           gpointer data)
{
  static const char *const members[] = {"$schema", "format", "from", "to", "references", NULL};
  Loader *self = data;
  TnkCrossReferences *references = self->references;

  tnk_json_reader_member (&self->reader, root, "format", TRUE);
  if (tnk_json_reader_integer (&self->reader, root, "format", 1, 1, 0) != 1)
    return;
  tnk_json_reader_check_members (&self->reader, root, members);
  read_end (self, root, "from", &references->from_id, &references->from_edition);
  read_end (self, root, "to", &references->to_id, &references->to_edition);
  if (g_strcmp0 (references->from_id, references->to_id) == 0 && references->to_id != NULL)
    tnk_json_reader_fault_at (&self->reader, "to", "both are “%s”; editions of one catalog are joined by a revision map", references->to_id);
  read_rows (self, root);
}

static TnkCrossReferences *
load (const char *filename,
      const char *text,
      gsize length,
      GPtrArray **problems,
      GError **error)
{
  g_auto (TnkProblems) found = {0};
  g_autoptr (TnkCrossReferences) references = tnk_cross_references_new (NULL, NULL, NULL, NULL);
  g_autoptr (GHashTable) lines = tnk_json_scan_index_lines (text, length);
  Loader self = {.references = references, .reader = {.problems = &found}, .lines = lines};

  tnk_problems_init (&found);
  references->filename = g_strdup (filename);
  tnk_json_file_read (&self.reader, filename, text, length, read_root, &self);
  return tnk_problems_throw (&found, problems, TNK_ERROR_INVALID, error) ? g_steal_pointer (&references) : NULL;
}

/* Where a catalog has chapters, such a file has references. */
static void
look_at_root (JsonObject *root,
              gpointer data)
{
  *(gboolean *) data = json_object_has_member (root, "references");
}

/**
 * tnk_cross_references_is_file:
 * @filename: a file
 *
 * Tells whether a file is meant to hold cross-references, not a catalog. It may still be faulty.
 *
 * Returns: `TRUE` if it is; `FALSE` also if it cannot be read at all
 *
 * Since: 0.1
 */
gboolean
tnk_cross_references_is_file (const char *filename)
{
  g_auto (TnkProblems) found = {0};
  TnkJsonReader reader = {.problems = &found};
  g_autofree char *text = NULL;
  gboolean is_meant = FALSE;
  gsize length;

  g_return_val_if_fail (filename != NULL, FALSE);

  tnk_problems_init (&found);
  if (tnk_json_file_get (filename, &text, &length, NULL))
    tnk_json_file_read (&reader, filename, text, length, look_at_root, &is_meant);
  return is_meant;
}

/**
 * tnk_cross_references_load_data: (constructor)
 * @name: what to call the text in messages
 * @data: the text of a file of cross-references
 * @length: its length in bytes, or -1 if it ends with a NUL
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault, in the order of
 *   the file
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, which names the first fault
 *
 * Reads cross-references from a text.
 *
 * Returns: (transfer full): the references, not yet compared with their catalogs; see [method@CrossReferences.check]
 *
 * Since: 0.1
 */
TnkCrossReferences *
tnk_cross_references_load_data (const char *name,
                                const char *data,
                                gssize length,
                                GPtrArray **problems,
                                GError **error)
{
  g_return_val_if_fail (name != NULL && data != NULL, NULL);
  return load (name, data, length < 0 ? strlen (data) : (gsize) length, problems, error);
}

/**
 * tnk_cross_references_load_file: (constructor)
 * @filename: the file
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault, in the order of
 *   the file
 * @error: return location for an error: a file error, or [error@Tenken.Error] `INVALID`, which names the first fault
 *
 * Reads cross-references from a file.
 *
 * Returns: (transfer full): the references, not yet compared with their catalogs; see [method@CrossReferences.check]
 *
 * Since: 0.1
 */
TnkCrossReferences *
tnk_cross_references_load_file (const char *filename,
                                GPtrArray **problems,
                                GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (filename != NULL, NULL);

  if (problems != NULL)
    *problems = NULL;
  return tnk_json_file_get (filename, &text, &length, error) ? load (filename, text, length, problems, error) : NULL;
}
