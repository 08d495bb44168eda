/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-loader-private.h"

typedef TnkFormLoader Loader;

static gboolean
is_known (TnkForm *form,
          const char *name)
{
  static const char *const own[] = {"@id", "@applicant", "@department", "@started", NULL};
  TnkFormField *field = tnk_form_lookup_field (form, name);

  return g_strv_contains (own, name) || (field != NULL && field->kind != TNK_FORM_FIELD_KIND_NOTE);
}

/* A line can be empty on purpose: among lines it parts two of them, among words it is a second blank. */
static gboolean
is_empty (JsonObject *object,
          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && g_strcmp0 (json_node_get_string (node), "") == 0;
}

static char *
load_template (Loader *self,
               JsonObject *object,
               const char *name)
{
  g_autofree char *text = is_empty (object, name) ? g_strdup ("") : tnk_json_reader_string (&self->reader, object, name, FALSE);
  g_auto (GStrv) names = NULL;
  const char *fault = NULL;

  if (text == NULL)
    return NULL;
  names = tnk_template_list_names (text, &fault);
  if (names == NULL)
    tnk_json_reader_fault_at (&self->reader, name, "%s", fault);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (!is_known (self->form, names[i]))
      tnk_json_reader_fault_at (&self->reader, name, "the form has no field “%s”; also known are @id, @applicant, @department and @started", names[i]);
  return g_steal_pointer (&text);
}

static TnkFormLine *
add_line (Loader *self,
          JsonObject *object,
          GPtrArray *lines)
{
  TnkFormLine *line = g_new0 (TnkFormLine, 1);

  g_ptr_array_add (lines, line);
  line->text = load_template (self, object, "text");
  line->only_if = tnk_form_loader_read_condition (self, object, "only_if", G_MAXUINT);
  return line;
}

static void
load_piece (Loader *self,
            JsonObject *object,
            guint index,
            gpointer data)
{
  static const char *const members[] = {"text", "only_if", NULL};

  tnk_json_reader_check_members (&self->reader, object, members);
  tnk_json_reader_member (&self->reader, object, "text", TRUE);
  add_line (self, object, data);
}

static void
load_line (Loader *self,
           JsonObject *object,
           guint index,
           gpointer data)
{
  static const char *const members[] = {"text", "lead", "pieces", "only_if", NULL};
  gboolean in_pieces = json_object_has_member (object, "pieces");
  TnkFormLine *line;

  tnk_json_reader_check_members (&self->reader, object, members);
  line = add_line (self, object, data);
  if (in_pieces == json_object_has_member (object, "text") || (json_object_has_member (object, "lead") && !in_pieces)) {
    tnk_json_reader_fault (&self->reader, "a line is either “text”, or “pieces” with or without a “lead”");
    return;
  }
  if (!in_pieces)
    return;
  line->lead = tnk_json_reader_string (&self->reader, object, "lead", FALSE);
  line->pieces = g_ptr_array_new_with_free_func (tnk_form_line_free);
  tnk_form_loader_each (self, object, "pieces", TRUE, TRUE, load_piece, line->pieces);
}

void
tnk_form_loader_read_short_text (Loader *self,
                                 JsonObject *root)
{
  static const char *const members[] = {"join", "lines", NULL};
  static const char *const joins[] = {"space", "line", NULL};
  JsonNode *node = json_object_get_member (root, "short_text");
  JsonObject *object;
  gsize mark;

  if (node == NULL)
    return;
  mark = tnk_json_reader_enter (&self->reader, "short_text");
  object = tnk_json_reader_object (&self->reader, node);
  if (object != NULL) {
    tnk_json_reader_check_members (&self->reader, object, members);
    self->form->short_text = g_ptr_array_new_with_free_func (tnk_form_line_free);
    self->form->short_text_lines = tnk_form_loader_word (self, object, "join", joins, 1) == 1;
    tnk_form_loader_each (self, object, "lines", TRUE, TRUE, load_line, self->form->short_text);
  }
  tnk_json_reader_leave (&self->reader, mark);
}
