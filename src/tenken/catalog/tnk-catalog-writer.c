/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <json-glib/json-glib.h>

#include "tnk-catalog-private.h"
#include "tnk-error.h"

/* Writes a catalog in the order in which the schema lists the members, in one file. Members that hold their default are
 * left out, so that reading and writing again gives the same text. */

static void
add_string (JsonBuilder *builder,
            const char *name,
            const char *text)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, text);
}

static void
add_text_value (JsonBuilder *builder,
                TnkText *text)
{
  json_builder_begin_object (builder);
  add_string (builder, "ja", tnk_text_get (text, "ja"));
  if (tnk_text_has (text, "en"))
    add_string (builder, "en", tnk_text_get (text, "en"));
  json_builder_end_object (builder);
}

static void
add_text (JsonBuilder *builder,
          const char *name,
          TnkText *text)
{
  if (text == NULL)
    return;
  json_builder_set_member_name (builder, name);
  add_text_value (builder, text);
}

static void
begin_array (JsonBuilder *builder,
             const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
add_strings (JsonBuilder *builder,
             const char *name,
             char **strings)
{
  begin_array (builder, name);
  for (guint i = 0; strings[i] != NULL; i++)
    json_builder_add_string_value (builder, strings[i]);
  json_builder_end_array (builder);
}

static void
add_choices (JsonBuilder *builder,
             const char *name,
             GPtrArray *ids,
             GPtrArray *texts)
{
  begin_array (builder, name);
  for (guint i = 0; i < texts->len; i++) {
    json_builder_begin_object (builder);
    add_string (builder, "id", g_ptr_array_index (ids, i));
    add_text (builder, "text", g_ptr_array_index (texts, i));
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_anchors (JsonBuilder *builder,
             TnkQuestion *question)
{
  if (question->anchors[0] == NULL)
    return;
  json_builder_set_member_name (builder, "anchors");
  json_builder_begin_object (builder);
  for (guint i = 0; i < G_N_ELEMENTS (question->anchors); i++)
    add_text (builder, tnk_answer_value_to_string (TNK_ANSWER_VALUE_IMPLEMENTED + i), question->anchors[i]);
  json_builder_end_object (builder);
}

static void
add_ask_if (JsonBuilder *builder,
            TnkQuestion *question)
{
  if (question->ask_if == NULL)
    return;
  json_builder_set_member_name (builder, "ask_if");
  json_builder_begin_object (builder);
  add_string (builder, "question", question->ask_if);
  add_strings (builder, "answers", question->ask_if_answers);
  json_builder_end_object (builder);
}

static void
add_question (JsonBuilder *builder,
              TnkCatalog *self,
              TnkQuestion *question)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", question->id);
  if (question->kind != TNK_QUESTION_KIND_SCALE)
    add_string (builder, "kind", tnk_question_kind_to_string (question->kind));
  begin_array (builder, "roles");
  for (guint i = 0; i < self->roles->len; i++)
    if ((question->role_bits >> i) & 1)
      json_builder_add_string_value (builder, tnk_role_get_id (g_ptr_array_index (self->roles, i)));
  json_builder_end_array (builder);
  add_text (builder, "text", question->text);
  add_anchors (builder, question);
  add_text (builder, "guidance", question->guidance);
  add_text (builder, "evidence", question->evidence);
  add_text (builder, "improvement", question->improvement);
  if (question->choices->len > 0)
    add_choices (builder, "choices", question->choice_ids, question->choices);
  if (question->reasons->len > 0) {
    begin_array (builder, "reasons");
    for (guint i = 0; i < question->reasons->len; i++)
      add_text_value (builder, g_ptr_array_index (question->reasons, i));
    json_builder_end_array (builder);
  }
  add_ask_if (builder, question);
  json_builder_end_object (builder);
}

static void
add_duties (JsonBuilder *builder,
            TnkCatalog *self,
            TnkControl *control)
{
  json_builder_set_member_name (builder, "duties");
  json_builder_begin_object (builder);
  for (guint i = 0; i < control->n_duties; i++) {
    TnkDuty *duty = g_ptr_array_index (self->duties, control->first_duty + i);
    add_string (builder, duty->role->id, tnk_mark_to_string (duty->mark));
  }
  json_builder_end_object (builder);
}

static void
add_control (JsonBuilder *builder,
             TnkCatalog *self,
             TnkControl *control)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", control->id);
  add_string (builder, "clause", control->clause);
  add_string (builder, "level", tnk_level_to_string (control->level));
  if (control->weight != 1) {
    json_builder_set_member_name (builder, "weight");
    json_builder_add_int_value (builder, control->weight);
  }
  if (control->critical) {
    json_builder_set_member_name (builder, "critical");
    json_builder_add_boolean_value (builder, TRUE);
  }
  add_text (builder, "title", control->title);
  add_text (builder, "guidance", control->guidance);
  add_text (builder, "evidence", control->evidence);
  add_text (builder, "improvement", control->improvement);
  add_strings (builder, "tags", control->tags);
  add_duties (builder, self, control);
  begin_array (builder, "questions");
  for (guint i = 0; i < control->questions->len; i++)
    add_question (builder, self, g_ptr_array_index (control->questions, i));
  json_builder_end_array (builder);
  add_text (builder, "note", control->note);
  json_builder_end_object (builder);
}

static void
add_section (JsonBuilder *builder,
             TnkCatalog *self,
             TnkSection *section)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", section->id);
  add_text (builder, "title", section->title);
  begin_array (builder, "controls");
  for (guint i = 0; i < section->n_controls; i++)
    add_control (builder, self, g_ptr_array_index (self->controls, section->first_control + i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_chapters (JsonBuilder *builder,
              TnkCatalog *self)
{
  begin_array (builder, "chapters");
  for (guint i = 0; i < self->chapters->len; i++) {
    TnkChapter *chapter = g_ptr_array_index (self->chapters, i);

    json_builder_begin_object (builder);
    add_string (builder, "id", chapter->id);
    add_text (builder, "title", chapter->title);
    begin_array (builder, "sections");
    for (guint s = 0; s < chapter->n_sections; s++)
      add_section (builder, self, g_ptr_array_index (self->sections, chapter->first_section + s));
    json_builder_end_array (builder);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_roles (JsonBuilder *builder,
           TnkCatalog *self)
{
  begin_array (builder, "roles");
  for (guint i = 0; i < self->roles->len; i++) {
    TnkRole *role = g_ptr_array_index (self->roles, i);

    json_builder_begin_object (builder);
    add_string (builder, "id", role->id);
    add_text (builder, "name", role->name);
    add_text (builder, "description", role->description);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_revision (JsonBuilder *builder,
              const TnkRevisionMap *revises)
{
  if (revises == NULL)
    return;
  json_builder_set_member_name (builder, "revises");
  json_builder_begin_object (builder);
  add_string (builder, "catalog", revises->catalog_id);
  add_string (builder, "edition", revises->edition);
  begin_array (builder, "controls");
  for (guint i = 0; i < revises->rows->len; i++) {
    const TnkRevisionRow *row = g_ptr_array_index (revises->rows, i);

    json_builder_begin_object (builder);
    add_string (builder, "change", tnk_revision_kind_to_string (row->kind));
    if (row->from != NULL)
      add_string (builder, "from", row->from);
    if (row->to != NULL)
      add_string (builder, "to", row->to);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_head (JsonBuilder *builder,
          TnkCatalog *self)
{
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, 1);
  add_string (builder, "id", self->id);
  add_string (builder, "edition", self->edition);
  add_text (builder, "title", self->title);
  add_text (builder, "publisher", self->publisher);
  add_string (builder, "effective", self->effective);
  add_text (builder, "source", self->source);
  add_text (builder, "licence", self->licence);
  add_strings (builder, "languages", self->languages);
}

/**
 * tnk_catalog_to_data:
 * @self: a catalog
 *
 * Writes the catalog as one text in the format that [ctor@Catalog.load_data] reads.
 *
 * Returns: (transfer full): JSON, UTF-8, ended by a line end
 *
 * Since: 0.1
 */
char *
tnk_catalog_to_data (TnkCatalog *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);

  json_builder_begin_object (builder);
  add_head (builder, self);
  add_roles (builder, self);
  add_choices (builder, "not_applicable_reasons", self->reason_ids, self->reasons);
  add_chapters (builder, self);
  add_revision (builder, self->revises);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  return g_strconcat (text, "\n", NULL);
}

/**
 * tnk_catalog_save:
 * @self: a catalog
 * @filename: the file to write
 * @error: return location for an error
 *
 * Writes the catalog into a file, whole or not at all.
 *
 * Returns: `TRUE` if it was written
 *
 * Since: 0.1
 */
gboolean
tnk_catalog_save (TnkCatalog *self,
                  const char *filename,
                  GError **error)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && filename != NULL, FALSE);

  g_autofree char *data = tnk_catalog_to_data (self);
  return g_file_set_contents_full (filename, data, -1, G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0644, error);
}
