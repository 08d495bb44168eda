/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-loader-private.h"

#include <string.h>

#include "tnk-error.h"
#include "tnk-json-file-private.h"

typedef TnkFormLoader Loader;

/* A form with more is no form: whoever fills it sees every field. */
#define MAX_ENTRIES 1000

void
tnk_form_loader_each (Loader *self,
                      JsonObject *object,
                      const char *name,
                      gboolean required,
                      gboolean first,
                      TnkFormLoadFunc func,
                      gpointer data)
{
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array = first ? tnk_json_reader_array (&self->reader, object, name, required)
                           : (node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL);
  guint length = array != NULL ? json_array_get_length (array) : 0, n = 0;
  gsize mark = tnk_json_reader_enter (&self->reader, name);

  if (first && array != NULL && ((required && length == 0) || length > MAX_ENTRIES))
    tnk_json_reader_fault (&self->reader, "from %d to %d entries are expected here", required, MAX_ENTRIES);
  for (guint i = 0; i < MIN (length, MAX_ENTRIES); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    JsonNode *element = json_array_get_element (array, i);

    if (JSON_NODE_HOLDS_OBJECT (element))
      func (self, json_node_get_object (element), n++, data);
    else if (first)
      tnk_json_reader_object (&self->reader, element);
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

int
tnk_form_loader_word (Loader *self,
                      JsonObject *object,
                      const char *name,
                      const char *const *words,
                      int fallback)
{
  g_autofree char *word = tnk_json_reader_string (&self->reader, object, name, FALSE);
  g_autofree char *known = NULL;

  if (word == NULL)
    return fallback;
  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], word))
      return i;
  known = g_strjoinv (", ", (char **) words);
  tnk_json_reader_fault_at (&self->reader, name, "“%s” is not known here; known are %s", word, known);
  return -1;
}

/* --- sections and states --- */

static void
load_section (Loader *self,
              JsonObject *object,
              guint index,
              gpointer data)
{
  static const char *const members[] = {"id", "title", "note", "only_if", "fields", NULL};
  TnkFormSection *section = g_object_new (TNK_TYPE_FORM_SECTION, NULL);

  tnk_json_reader_check_members (&self->reader, object, members);
  section->id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  if (section->id == NULL)
    section->id = g_strdup_printf ("#%u", index);
  else if (tnk_form_lookup_section (self->form, section->id) != NULL)
    tnk_json_reader_fault_at (&self->reader, "id", "another section has the id “%s”; ids must differ", section->id);
  section->title = tnk_json_reader_text (&self->reader, object, "title", TRUE, self->english);
  section->note = tnk_json_reader_text (&self->reader, object, "note", FALSE, self->english);
  g_ptr_array_add (self->form->sections, section);
  tnk_form_loader_each (self, object, "fields", TRUE, TRUE, tnk_form_loader_read_field, section);
}

static void
load_section_rules (Loader *self,
                    JsonObject *object,
                    guint index,
                    gpointer data)
{
  TnkFormSection *section = self->form->sections->pdata[index];
  guint first = section->fields->len > 0 ? ((TnkFormField *) section->fields->pdata[0])->index : 0;

  section->only_if = tnk_form_loader_read_condition (self, object, "only_if", first);
  tnk_form_loader_each (self, object, "fields", TRUE, FALSE, tnk_form_loader_read_field_rules, section);
}

static void
load_state (Loader *self,
            JsonObject *object,
            guint index,
            gpointer data)
{
  static const char *const members[] = {"id", "title", "kind", NULL};
  static const char *const kinds[] = {"draft", "open", "approved", "refused", "ended", NULL};
  TnkFormState *state = g_object_new (TNK_TYPE_FORM_STATE, NULL);

  tnk_json_reader_check_members (&self->reader, object, members);
  state->id = tnk_json_reader_id (&self->reader, object, "id", TRUE);
  if (state->id == NULL)
    state->id = g_strdup_printf ("#%u", index);
  else if (tnk_form_lookup_state (self->form, state->id) != NULL)
    tnk_json_reader_fault_at (&self->reader, "id", "another state has the id “%s”; ids must differ", state->id);
  state->title = tnk_json_reader_text (&self->reader, object, "title", TRUE, self->english);
  tnk_json_reader_member (&self->reader, object, "kind", TRUE);
  state->kind = MAX (tnk_form_loader_word (self, object, "kind", kinds, TNK_FORM_STATE_KIND_OPEN), 0);
  if ((state->kind == TNK_FORM_STATE_KIND_DRAFT) != (index == 0))
    tnk_json_reader_fault_at (&self->reader, "kind", "the first state is of the kind “draft”, and no other is");
  g_ptr_array_add (self->form->states, state);
}

static gboolean
has_state (GPtrArray *reached,
           GPtrArray *states)
{
  for (guint i = 0; i < states->len; i++)
    if (g_ptr_array_find (reached, states->pdata[i], NULL))
      return TRUE;
  return FALSE;
}

/* A state that no record can ever be in is a step that somebody forgot. */
static void
check_reached (Loader *self,
               JsonObject *object,
               guint index,
               gpointer data)
{
  TnkFormState *state = self->form->states->pdata[index];

  if (!g_ptr_array_find (data, state, NULL))
    tnk_json_reader_fault (&self->reader, "no step leads to the state “%s”", state->id);
}

static GPtrArray *
find_reached (TnkForm *form)
{
  GPtrArray *reached = g_ptr_array_new ();
  guint before = 0;

  if (form->states->len > 0)
    g_ptr_array_add (reached, form->states->pdata[0]);
  while (reached->len > before) {
    before = reached->len;
    for (guint i = 0; i < form->steps->len; i++) {
      TnkFormStep *step = form->steps->pdata[i];

      if (step->to != NULL && has_state (reached, step->from) && !g_ptr_array_find (reached, step->to, NULL))
        g_ptr_array_add (reached, step->to);
    }
  }
  return reached;
}

static void
check_states (Loader *self,
              JsonObject *root)
{
  g_autoptr (GPtrArray) reached = find_reached (self->form);
  gboolean submits = FALSE;

  for (guint i = 0; i < self->form->steps->len; i++)
    submits |= ((TnkFormStep *) self->form->steps->pdata[i])->kind == TNK_FORM_STEP_KIND_SUBMIT;
  if (!submits && self->form->steps->len > 0)
    tnk_json_reader_fault_at (&self->reader, "steps", "no step is of the kind “submit”: a record could never leave its draft");
  tnk_form_loader_each (self, root, "states", TRUE, FALSE, check_reached, reached);
}

/* --- what it permits --- */

static const char *const permit_members[] = {"controls", "departments", "reason", "substitute", "starts", "ends", NULL};

static gboolean
fits_permit (TnkFormField *field,
             TnkFormPermit permit)
{
  switch (permit) {
  case TNK_FORM_PERMIT_CONTROLS:
    return field->kind == TNK_FORM_FIELD_KIND_CONTROL;
  case TNK_FORM_PERMIT_DEPARTMENTS:
    return field->kind == TNK_FORM_FIELD_KIND_DEPARTMENT;
  case TNK_FORM_PERMIT_STARTS:
  case TNK_FORM_PERMIT_ENDS:
    return field->kind == TNK_FORM_FIELD_KIND_DATE;
  default:
    return field->kind == TNK_FORM_FIELD_KIND_SHORT_TEXT || field->kind == TNK_FORM_FIELD_KIND_LONG_TEXT;
  }
}

/* What was permitted must not change afterwards: only the applicant before, and who permits it, may write it. */
static gboolean
is_settled (TnkForm *form,
            TnkFormField *field)
{
  for (guint i = 0; i < form->steps->len; i++) {
    TnkFormStep *step = form->steps->pdata[i];
    if (step->kind != TNK_FORM_STEP_KIND_APPROVE && g_ptr_array_find (step->fields, field, NULL))
      return FALSE;
  }
  return TRUE;
}

static void
load_permit (Loader *self,
             JsonObject *permits,
             TnkFormPermit permit)
{
  const char *name = permit_members[permit];
  g_autofree char *id = tnk_json_reader_string (&self->reader, permits, name, TRUE);
  gsize mark = tnk_json_reader_enter (&self->reader, name);
  TnkFormField *field = id != NULL ? tnk_form_loader_find_field (self, id) : NULL;

  if (field != NULL && !fits_permit (field, permit))
    tnk_json_reader_fault (&self->reader, "a field of the kind “%s” cannot say this", tnk_form_field_kind_to_string (field->kind));
  else if (field != NULL && (!field->required || field->only_if != NULL))
    tnk_json_reader_fault (&self->reader, "the field “%s” must be required, without “only_if”", id);
  else if (field != NULL && !is_settled (self->form, field))
    tnk_json_reader_fault (&self->reader, "the field “%s” is written by a step that does not permit", id);
  self->form->permits[permit] = field;
  tnk_json_reader_leave (&self->reader, mark);
}

static void
load_permits (Loader *self,
              JsonObject *root)
{
  JsonNode *node = json_object_get_member (root, "permits");
  JsonObject *permits;
  gsize mark;

  if (node == NULL)
    return;
  mark = tnk_json_reader_enter (&self->reader, "permits");
  permits = tnk_json_reader_object (&self->reader, node);
  if (permits != NULL) {
    tnk_json_reader_check_members (&self->reader, permits, permit_members);
    for (guint i = 0; i < TNK_N_FORM_PERMITS; i++)
      load_permit (self, permits, i);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

/* --- the print-out --- */

static void
load_output_sections (Loader *self,
                      JsonObject *output)
{
  g_auto (GStrv) ids = tnk_json_reader_strings (&self->reader, output, "sections", TRUE);
  gsize mark = tnk_json_reader_enter (&self->reader, "sections");

  for (guint i = 0; ids[i] != NULL; i++) {
    TnkFormSection *section = tnk_form_lookup_section (self->form, ids[i]);
    if (section == NULL)
      tnk_json_reader_fault (&self->reader, "the form has no section “%s”", ids[i]);
    else
      g_ptr_array_add (self->form->output_sections, section);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

static void
load_output_notes (Loader *self,
                   JsonObject *output)
{
  JsonArray *notes = tnk_json_reader_array (&self->reader, output, "notes", FALSE);
  gsize mark = tnk_json_reader_enter (&self->reader, "notes");

  for (guint i = 0; notes != NULL && i < json_array_get_length (notes); i++) {
    gsize at = tnk_json_reader_enter_element (&self->reader, i);
    TnkText *note = tnk_json_reader_text_node (&self->reader, json_array_get_element (notes, i), self->english);

    if (note != NULL)
      g_ptr_array_add (self->form->output_notes, note);
    tnk_json_reader_leave (&self->reader, at);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

static void
load_output (Loader *self,
             JsonObject *root)
{
  static const char *const members[] = {"title", "sections", "notes", "history", NULL};
  JsonNode *node = tnk_json_reader_member (&self->reader, root, "output", TRUE);
  JsonObject *output;
  gsize mark;

  if (node == NULL)
    return;
  mark = tnk_json_reader_enter (&self->reader, "output");
  output = tnk_json_reader_object (&self->reader, node);
  if (output != NULL) {
    tnk_json_reader_check_members (&self->reader, output, members);
    self->form->output_title = tnk_json_reader_text (&self->reader, output, "title", TRUE, self->english);
    self->form->output_history = tnk_json_reader_boolean (&self->reader, output, "history");
    load_output_sections (self, output);
    load_output_notes (self, output);
  }
  tnk_json_reader_leave (&self->reader, mark);
}

/* --- the head --- */

static void
load_languages (Loader *self,
                JsonObject *root)
{
  g_auto (GStrv) languages = tnk_json_reader_strings (&self->reader, root, "languages", TRUE);

  for (guint i = 0; languages[i] != NULL; i++)
    if (!g_str_equal (languages[i], "ja") && !g_str_equal (languages[i], "en"))
      tnk_json_reader_fault_at (&self->reader, "languages", "the language “%s” is not known; known are ja and en", languages[i]);
  self->english = g_strv_contains ((const char *const *) languages, "en");
  if (json_object_has_member (root, "languages") && !g_strv_contains ((const char *const *) languages, "ja"))
    tnk_json_reader_fault_at (&self->reader, "languages", "“ja” must be among the languages");
}

static void
load_head (Loader *self,
           JsonObject *root)
{
  TnkForm *form = self->form;

  load_languages (self, root);
  form->id = tnk_json_reader_id (&self->reader, root, "id", TRUE);
  /* The id stands in those of the records and in names of files. */
  if (form->id != NULL && strchr (form->id, '/') != NULL)
    tnk_json_reader_fault_at (&self->reader, "id", "the id of a form cannot hold a “/”");
  form->edition = tnk_json_reader_string (&self->reader, root, "edition", TRUE);
  form->title = tnk_json_reader_text (&self->reader, root, "title", TRUE, self->english);
  form->clause = tnk_json_reader_text (&self->reader, root, "clause", TRUE, self->english);
  form->source = tnk_json_reader_text (&self->reader, root, "source", TRUE, self->english);
}

/* First everything that others can refer to, then what refers to it. */
static void
load_root (JsonObject *root,
           gpointer user_data)
{
  static const char *const members[] = {
    "$schema", "format", "id", "edition", "title", "languages", "clause", "source", "start", "sections", "tables", "states",
    "steps", "deadlines", "permits", "output", "short_text", NULL};
  Loader *self = user_data;

  tnk_json_reader_member (&self->reader, root, "format", TRUE);
  if (tnk_json_reader_integer (&self->reader, root, "format", 1, 1, 0) != 1)
    return;
  tnk_json_reader_check_members (&self->reader, root, members);
  load_head (self, root);
  tnk_form_loader_each (self, root, "tables", FALSE, TRUE, tnk_form_loader_read_table, NULL);
  tnk_form_loader_each (self, root, "sections", TRUE, TRUE, load_section, NULL);
  tnk_form_loader_each (self, root, "states", TRUE, TRUE, load_state, NULL);
  tnk_form_loader_each (self, root, "steps", TRUE, TRUE, tnk_form_loader_read_step, NULL);
  tnk_form_loader_each (self, root, "sections", TRUE, FALSE, load_section_rules, NULL);
  tnk_form_loader_each (self, root, "steps", TRUE, FALSE, tnk_form_loader_read_step_rules, NULL);
  tnk_form_loader_each (self, root, "steps", TRUE, FALSE, tnk_form_loader_check_step, NULL);
  tnk_form_loader_each (self, root, "deadlines", FALSE, TRUE, tnk_form_loader_read_deadline, NULL);
  tnk_form_loader_read_who (self, root, "start", self->form->start);
  check_states (self, root);
  load_permits (self, root);
  load_output (self, root);
  tnk_form_loader_read_short_text (self, root);
}

static TnkForm *
load (const char *name,
      const char *text,
      gsize length,
      GPtrArray **problems,
      GError **error)
{
  g_auto (TnkProblems) found = {0};
  g_autoptr (TnkForm) form = tnk_form_new_empty ();
  Loader self = {.form = form, .reader = {.problems = &found}};

  tnk_problems_init (&found);
  tnk_json_file_read (&self.reader, name, text, length, load_root, &self);
  if (!tnk_problems_throw (&found, problems, TNK_ERROR_INVALID, error))
    return NULL;
  form->content = g_strndup (text, length);
  form->fingerprint = g_compute_checksum_for_string (G_CHECKSUM_SHA256, form->content, -1);
  return g_steal_pointer (&form);
}

/**
 * tnk_form_load_data: (constructor)
 * @name: what to call the text in messages
 * @data: the text of a form
 * @length: its length in bytes, or -1 if it ends with a NUL
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, which names the first fault
 *
 * Reads a form from a text.
 *
 * Returns: (transfer full): the form
 *
 * Since: 0.1
 */
TnkForm *
tnk_form_load_data (const char *name,
                    const char *data,
                    gssize length,
                    GPtrArray **problems,
                    GError **error)
{
  g_return_val_if_fail (name != NULL && data != NULL, NULL);
  return load (name, data, length < 0 ? strlen (data) : (gsize) length, problems, error);
}

/**
 * tnk_form_load_file: (constructor)
 * @filename: the file
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault
 * @error: return location for an error: a file error, or [error@Tenken.Error] `INVALID`, which names the first fault
 *
 * Reads a form from a file.
 *
 * Returns: (transfer full): the form
 *
 * Since: 0.1
 */
TnkForm *
tnk_form_load_file (const char *filename,
                    GPtrArray **problems,
                    GError **error)
{
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (filename != NULL, NULL);

  if (problems != NULL)
    *problems = NULL;
  if (!tnk_json_file_get (filename, &text, &length, error))
    return NULL;
  return load (filename, text, length, problems, error);
}
