/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-catalog-loader-private.h"
#include "tnk-day-private.h"
#include "tnk-error.h"
#include "tnk-json-file-private.h"

typedef TnkCatalogLoader Loader;

/* --- controls --- */

static const char *const control_members[] = {
  "id", "clause", "level", "weight", "critical", "title", "guidance", "evidence", "improvement", "tags", "duties",
  "questions", "note", NULL};

static void
load_level (Loader *self,
            JsonObject *object,
            TnkControl *control)
{
  g_autofree char *level = tnk_json_reader_string (&self->reader, object, "level", TRUE);

  if (level != NULL && !tnk_level_from_string (level, &control->level))
    tnk_json_reader_fault_at (&self->reader, "level", "the level “%s” is not known; use required or recommended", level);
}

/* Rows of a printed matrix can share one clause; their ids then say so: 5.1-1-4-a.1, .2, .3. */
static gboolean
are_rows_of_one_clause (const char *id,
                        const char *other)
{
  const char *dot = strrchr (id, '.');
  gsize stem = dot != NULL ? dot - id : 0;

  return dot != NULL && strncmp (id, other, stem + 1) == 0 && dot[1] != '\0' && other[stem + 1] != '\0' &&
         strspn (dot + 1, "0123456789") == strlen (dot + 1) &&
         strspn (other + stem + 1, "0123456789") == strlen (other + stem + 1);
}

static void
check_clause (Loader *self,
              TnkControl *control)
{
  const char *other;

  if (control->clause == NULL)
    return;
  other = g_hash_table_lookup (self->clauses, control->clause);
  if (other != NULL && !are_rows_of_one_clause (control->id, other))
    tnk_json_reader_fault (&self->reader, "the clause “%s” is that of “%s” already; clauses must differ, or the ids "
                                          "end in .1, .2, …",
                           control->clause, other);
  g_hash_table_insert (self->clauses, control->clause, control->id);
}

static void
load_control (Loader *self,
              JsonObject *object,
              guint chapter,
              guint section)
{
  TnkControl *control = g_object_new (TNK_TYPE_CONTROL, NULL);

  control->index = self->catalog->controls->len;
  control->chapter_index = chapter;
  control->section_index = section;
  control->questions = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (self->catalog->controls, control);

  tnk_json_reader_check_members (&self->reader, object, control_members);
  control->id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  if (control->id == NULL)
    control->id = g_strdup_printf ("#%u", control->index);
  if (!g_hash_table_insert (self->catalog->controls_by_id, control->id, control))
    tnk_json_reader_fault (&self->reader, "another control has the id “%s”; ids must differ", control->id);
  control->clause = tnk_json_reader_string (&self->reader, object, "clause", TRUE);
  check_clause (self, control);
  load_level (self, object, control);
  control->weight = tnk_json_reader_integer (&self->reader, object, "weight", 1, 100, 1);
  control->critical = tnk_json_reader_boolean (&self->reader, object, "critical");
  control->title = tnk_json_reader_text (&self->reader, object, "title", TRUE, self->english);
  control->guidance = tnk_json_reader_text (&self->reader, object, "guidance", TRUE, self->english);
  control->evidence = tnk_json_reader_text (&self->reader, object, "evidence", TRUE, self->english);
  control->improvement = tnk_json_reader_text (&self->reader, object, "improvement", TRUE, self->english);
  control->note = tnk_json_reader_text (&self->reader, object, "note", FALSE, self->english);
  control->tags = tnk_json_reader_strings (&self->reader, object, "tags", FALSE);
  tnk_catalog_loader_read_questions (self, object, control);
  tnk_catalog_loader_read_duties (self, object, control);
}

/* --- sections and chapters --- */

typedef void (*LoadObject) (Loader *self,
                            JsonObject *object,
                            gpointer data);

static void
load_section_object (Loader *self,
                     JsonObject *object,
                     gpointer data)
{
  static const char *const members[] = {"id", "title", "controls", NULL};
  TnkChapter *chapter = data;
  TnkSection *section = g_object_new (TNK_TYPE_SECTION, NULL);
  JsonArray *controls;
  gsize mark;

  section->index = self->catalog->sections->len;
  section->chapter_index = chapter->index;
  section->first_control = self->catalog->controls->len;
  g_ptr_array_add (self->catalog->sections, section);
  tnk_json_reader_check_members (&self->reader, object, members);
  section->id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  if (section->id != NULL && !g_hash_table_add (self->section_ids, section->id))
    tnk_json_reader_fault (&self->reader, "another section has the id “%s”; ids must differ", section->id);
  section->title = tnk_json_reader_text (&self->reader, object, "title", TRUE, self->english);
  controls = tnk_json_reader_array (&self->reader, object, "controls", TRUE);
  mark = tnk_json_reader_enter (&self->reader, "controls");
  for (guint i = 0; controls != NULL && i < json_array_get_length (controls); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    JsonObject *control = tnk_json_reader_object (&self->reader, json_array_get_element (controls, i));
    if (control != NULL)
      load_control (self, control, chapter->index, section->index);
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
  section->n_controls = self->catalog->controls->len - section->first_control;
  chapter->n_sections++;
}

/* An included file must lie beside the catalog or below it: a catalog from elsewhere must not read what it likes. */
static gboolean
is_safe_include (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "/", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || g_str_equal (parts[i], "..") || g_str_equal (parts[i], "."))
      return FALSE;
  return strchr (name, '\\') == NULL;
}

/* What of a file is read next, and into what. */
typedef struct
{
  Loader *loader;
  LoadObject load;
  gpointer data;
} Step;

static void
take_step (JsonObject *root,
           gpointer data)
{
  Step *step = data;

  step->load (step->loader, root, step->data);
}

static void
load_text (Loader *self,
           const char *filename,
           const char *text,
           gsize length,
           LoadObject load,
           gpointer data)
{
  Step step = {self, load, data};

  tnk_json_file_read (&self->reader, filename, text, length, take_step, &step);
}

static void
include_section (Loader *self,
                 const char *name,
                 TnkChapter *chapter)
{
  g_autofree char *filename = NULL, *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (self->directory == NULL || !is_safe_include (name)) {
    tnk_json_reader_fault (&self->reader, "“%s” cannot be included; name a file beside the catalog or in a folder "
                                          "below it",
                           name);
    return;
  }
  filename = g_build_filename (self->directory, name, NULL);
  if (!tnk_json_file_get (filename, &text, &length, &error))
    tnk_json_reader_fault (&self->reader, "cannot be read: %s", error->message);
  else
    load_text (self, filename, text, length, load_section_object, chapter);
}

static void
load_section (Loader *self,
              JsonObject *object,
              TnkChapter *chapter)
{
  static const char *const members[] = {"include", NULL};
  g_autofree char *name = NULL;

  if (!json_object_has_member (object, "include")) {
    load_section_object (self, object, chapter);
    return;
  }
  tnk_json_reader_check_members (&self->reader, object, members);
  name = tnk_json_reader_string (&self->reader, object, "include", TRUE);
  if (name != NULL)
    include_section (self, name, chapter);
}

static void
load_chapter (Loader *self,
              JsonObject *object)
{
  static const char *const members[] = {"id", "title", "sections", NULL};
  TnkChapter *chapter = g_object_new (TNK_TYPE_CHAPTER, NULL);
  JsonArray *sections;
  gsize mark;

  tnk_json_reader_check_members (&self->reader, object, members);
  chapter->index = self->catalog->chapters->len;
  chapter->first_control = self->catalog->controls->len;
  chapter->first_section = self->catalog->sections->len;
  chapter->id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  if (chapter->id == NULL)
    chapter->id = g_strdup_printf ("#%u", chapter->index);
  else if (tnk_catalog_lookup_chapter (self->catalog, chapter->id) != NULL)
    tnk_json_reader_fault (&self->reader, "another chapter has the id “%s”; ids must differ", chapter->id);
  g_ptr_array_add (self->catalog->chapters, chapter);
  chapter->title = tnk_json_reader_text (&self->reader, object, "title", TRUE, self->english);
  sections = tnk_json_reader_array (&self->reader, object, "sections", TRUE);
  mark = tnk_json_reader_enter (&self->reader, "sections");
  for (guint i = 0; sections != NULL && i < json_array_get_length (sections); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    JsonObject *section = tnk_json_reader_object (&self->reader, json_array_get_element (sections, i));
    if (section != NULL)
      load_section (self, section, chapter);
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
  chapter->n_controls = self->catalog->controls->len - chapter->first_control;
}

/* --- the head --- */

static void
load_role (Loader *self,
           JsonObject *object)
{
  static const char *const members[] = {"id", "name", "description", NULL};
  TnkRole *role = g_object_new (TNK_TYPE_ROLE, NULL);

  tnk_json_reader_check_members (&self->reader, object, members);
  role->index = self->catalog->roles->len;
  role->id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  if (role->id == NULL)
    role->id = g_strdup_printf ("#%u", role->index);
  if (!g_hash_table_insert (self->role_ids, role->id, role))
    tnk_json_reader_fault (&self->reader, "another role has the id “%s”; ids must differ", role->id);
  role->name = tnk_json_reader_text (&self->reader, object, "name", TRUE, self->english);
  role->description = tnk_json_reader_text (&self->reader, object, "description", TRUE, self->english);
  g_ptr_array_add (self->catalog->roles, role);
}

/* Calls load for each object of a list that must not be empty. */
static void
load_each (Loader *self,
           JsonObject *object,
           const char *name,
           guint most,
           void (*load) (Loader *self, JsonObject *object))
{
  JsonArray *array = tnk_json_reader_array (&self->reader, object, name, TRUE);
  gsize mark;

  if (array == NULL)
    return;
  mark = tnk_json_reader_enter (&self->reader, name);
  if (json_array_get_length (array) == 0 || json_array_get_length (array) > most)
    tnk_json_reader_fault (&self->reader, "from 1 to %u entries are expected here", most);
  for (guint i = 0; i < MIN (json_array_get_length (array), most); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    JsonObject *entry = tnk_json_reader_object (&self->reader, json_array_get_element (array, i));
    if (entry != NULL)
      load (self, entry);
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

static void
load_language (Loader *self,
               JsonArray *languages,
               guint index,
               GStrvBuilder *list)
{
  g_autofree char *language = tnk_json_reader_element_string (&self->reader, languages, index);
  gsize mark = tnk_json_reader_enter_element (&self->reader, index);

  if (language != NULL && !g_str_equal (language, "ja") && !g_str_equal (language, "en"))
    tnk_json_reader_fault (&self->reader, "the language “%s” is not known; known are ja and en", language);
  else if (language != NULL)
    g_strv_builder_add (list, language);
  tnk_json_reader_leave (&self->reader, mark);
}

static void
load_languages (Loader *self,
                JsonObject *root)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  JsonArray *languages = tnk_json_reader_array (&self->reader, root, "languages", TRUE);
  gsize mark = tnk_json_reader_enter (&self->reader, "languages");

  for (guint i = 0; languages != NULL && i < json_array_get_length (languages); i++)
    load_language (self, languages, i, list);
  self->catalog->languages = g_strv_builder_end (list);
  self->english = g_strv_contains ((const char *const *) self->catalog->languages, "en");
  if (languages != NULL && !g_strv_contains ((const char *const *) self->catalog->languages, "ja"))
    tnk_json_reader_fault (&self->reader, "“ja” must be among the languages");
  tnk_json_reader_leave (&self->reader, mark);
}

static void
load_effective (Loader *self,
                JsonObject *root)
{
  self->catalog->effective = tnk_json_reader_string (&self->reader, root, "effective", TRUE);
  if (self->catalog->effective != NULL && !tnk_is_day (self->catalog->effective))
    tnk_json_reader_fault_at (&self->reader, "effective", "the effective date “%s” is not a day; write it as 2020-12-31",
                              self->catalog->effective);
}

static void
load_root (Loader *self,
           JsonObject *root,
           gpointer data)
{
  static const char *const members[] = {
    "$schema", "format", "id", "edition", "title", "publisher", "effective", "source", "licence", "languages", "roles",
    "not_applicable_reasons", "chapters", "revises", NULL};
  TnkCatalog *catalog = self->catalog;

  tnk_json_reader_member (&self->reader, root, "format", TRUE);
  if (tnk_json_reader_integer (&self->reader, root, "format", 1, 1, 0) != 1)
    return;
  tnk_json_reader_check_members (&self->reader, root, members);
  load_languages (self, root);
  catalog->id = tnk_json_reader_id (&self->reader, root, "id", TRUE);
  catalog->edition = tnk_json_reader_string (&self->reader, root, "edition", TRUE);
  catalog->title = tnk_json_reader_text (&self->reader, root, "title", TRUE, self->english);
  catalog->publisher = tnk_json_reader_text (&self->reader, root, "publisher", TRUE, self->english);
  catalog->source = tnk_json_reader_text (&self->reader, root, "source", TRUE, self->english);
  catalog->licence = tnk_json_reader_text (&self->reader, root, "licence", TRUE, self->english);
  load_effective (self, root);
  load_each (self, root, "roles", TNK_CATALOG_MAX_ROLES, load_role);
  if (self->head_only)
    return;
  tnk_catalog_loader_read_choices (self, root, "not_applicable_reasons", catalog->reason_ids, catalog->reasons);
  load_each (self, root, "chapters", 1000, load_chapter);
  tnk_catalog_loader_read_revision (self, root);
}

/* What is read, from where, and how much of it. */
typedef struct
{
  const char *filename, *directory;
  gboolean head_only;
} Source;

static TnkCatalog *
load (const Source *source,
      const char *text,
      gsize length,
      GPtrArray **problems,
      GError **error)
{
  g_auto (TnkProblems) found = {0};
  g_autoptr (TnkCatalog) catalog = tnk_catalog_new_empty ();
  g_autoptr (GHashTable) role_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) section_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) question_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) clauses = g_hash_table_new (g_str_hash, g_str_equal);
  Loader self = {
    .catalog = catalog, .reader = {.problems = &found}, .directory = source->directory, .head_only = source->head_only, .role_ids = role_ids, .section_ids = section_ids, .question_ids = question_ids, .clauses = clauses};

  tnk_problems_init (&found);
  load_text (&self, source->filename, text, length, load_root, NULL);
  if (!tnk_problems_throw (&found, problems, TNK_ERROR_INVALID, error))
    return NULL;
  if (!source->head_only)
    tnk_catalog_seal (catalog);
  return g_steal_pointer (&catalog);
}

static TnkCatalog *
load_file (const char *filename,
           gboolean head_only,
           GPtrArray **problems,
           GError **error)
{
  g_autofree char *text = NULL, *directory = g_path_get_dirname (filename);
  Source source = {.filename = filename, .directory = directory, .head_only = head_only};
  gsize length;

  if (!tnk_json_file_get (filename, &text, &length, error))
    return NULL;
  return load (&source, text, length, problems, error);
}

TnkCatalog *
tnk_catalog_load_head (const char *filename,
                       GError **error)
{
  return load_file (filename, TRUE, NULL, error);
}

/**
 * tnk_catalog_load_data: (constructor)
 * @name: what to call the text in messages
 * @data: the text of a catalog
 * @length: its length in bytes, or -1 if it ends with a NUL
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault, in the order of
 *   the file
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, which names the first fault
 *
 * Reads a catalog from a text that includes no other file.
 *
 * Returns: (transfer full): the catalog
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_catalog_load_data (const char *name,
                       const char *data,
                       gssize length,
                       GPtrArray **problems,
                       GError **error)
{
  Source source = {.filename = name};

  g_return_val_if_fail (name != NULL && data != NULL, NULL);
  return load (&source, data, length < 0 ? strlen (data) : (gsize) length, problems, error);
}

/**
 * tnk_catalog_load_file: (constructor)
 * @filename: the file
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault, in the order of
 *   the files
 * @error: return location for an error: a file error, or [error@Tenken.Error] `INVALID`, which names the first fault
 *
 * Reads a catalog from a file and from the section files that it includes.
 *
 * Returns: (transfer full): the catalog
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_catalog_load_file (const char *filename,
                       GPtrArray **problems,
                       GError **error)
{
  g_return_val_if_fail (filename != NULL, NULL);

  if (problems != NULL)
    *problems = NULL;
  return load_file (filename, FALSE, problems, error);
}
