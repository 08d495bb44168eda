/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-private.h"

G_DEFINE_FINAL_TYPE (TnkForm, tnk_form, G_TYPE_OBJECT)

void
tnk_form_line_free (gpointer data)
{
  TnkFormLine *line = data;

  g_free (line->text);
  g_free (line->lead);
  g_clear_pointer (&line->pieces, g_ptr_array_unref);
  g_clear_pointer (&line->only_if, tnk_condition_free);
  g_free (line);
}

static void
tnk_form_finalize (GObject *object)
{
  TnkForm *self = TNK_FORM (object);

  g_free (self->id);
  g_free (self->edition);
  g_clear_pointer (&self->title, tnk_text_unref);
  g_clear_pointer (&self->clause, tnk_text_unref);
  g_clear_pointer (&self->source, tnk_text_unref);
  g_free (self->content);
  g_free (self->fingerprint);
  g_ptr_array_unref (self->start);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->deadlines);
  g_ptr_array_unref (self->tables);
  g_clear_pointer (&self->output_title, tnk_text_unref);
  g_ptr_array_unref (self->output_sections);
  g_ptr_array_unref (self->output_notes);
  g_clear_pointer (&self->short_text, g_ptr_array_unref);
  G_OBJECT_CLASS (tnk_form_parent_class)->finalize (object);
}

static void
tnk_form_class_init (TnkFormClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_form_finalize;
}

static void
tnk_form_init (TnkForm *self)
{
  self->start = g_ptr_array_new_with_free_func (tnk_who_free);
  self->sections = g_ptr_array_new_with_free_func (g_object_unref);
  self->fields = g_ptr_array_new ();
  self->states = g_ptr_array_new_with_free_func (g_object_unref);
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
  self->deadlines = g_ptr_array_new_with_free_func (g_object_unref);
  self->tables = g_ptr_array_new_with_free_func (tnk_form_table_free);
  self->output_sections = g_ptr_array_new ();
  self->output_notes = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_text_unref);
}

TnkForm *
tnk_form_new_empty (void)
{
  return g_object_new (TNK_TYPE_FORM, NULL);
}

/**
 * tnk_form_get_id:
 * @self: a form
 *
 * Gets the id.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_form_get_id (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), NULL);
  return self->id;
}

/**
 * tnk_form_get_edition:
 * @self: a form
 *
 * Gets the edition.
 *
 * Returns: the edition
 *
 * Since: 0.1
 */
const char *
tnk_form_get_edition (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), NULL);
  return self->edition;
}

/**
 * tnk_form_get_title:
 * @self: a form
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
TnkText *
tnk_form_get_title (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), NULL);
  return self->title;
}

/**
 * tnk_form_get_clause:
 * @self: a form
 *
 * Gets the rule that it follows.
 *
 * Returns: (transfer none): the clause
 *
 * Since: 0.1
 */
TnkText *
tnk_form_get_clause (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), NULL);
  return self->clause;
}

/**
 * tnk_form_get_source:
 * @self: a form
 *
 * Gets the document that it follows.
 *
 * Returns: (transfer none): the name of the document
 *
 * Since: 0.1
 */
TnkText *
tnk_form_get_source (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), NULL);
  return self->source;
}

/**
 * tnk_form_get_content:
 * @self: a form
 *
 * Gets the text of the file.
 *
 * Returns: the text
 *
 * Since: 0.1
 */
const char *
tnk_form_get_content (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), NULL);
  return self->content;
}

/**
 * tnk_form_get_fingerprint:
 * @self: a form
 *
 * Gets the SHA-256 of the text.
 *
 * Returns: the hash, in hexadecimal
 *
 * Since: 0.1
 */
const char *
tnk_form_get_fingerprint (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), NULL);
  return self->fingerprint;
}

/**
 * tnk_form_permits:
 * @self: a form
 *
 * Tells whether an approved record is an exception, on which answers can rest.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_form_permits (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), FALSE);
  return self->permits[TNK_FORM_PERMIT_CONTROLS] != NULL;
}

/**
 * tnk_form_get_n_sections:
 * @self: a form
 *
 * Counts the sections.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_form_get_n_sections (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), 0);
  return self->sections->len;
}

/**
 * tnk_form_get_section:
 * @self: a form
 * @index: which of them
 *
 * Gets a section.
 *
 * Returns: (transfer none): the section
 *
 * Since: 0.1
 */
TnkFormSection *
tnk_form_get_section (TnkForm *self,
                      guint index)
{
  g_return_val_if_fail (TNK_IS_FORM (self) && index < self->sections->len, NULL);
  return self->sections->pdata[index];
}

/**
 * tnk_form_lookup_section:
 * @self: a form
 * @id: an id
 *
 * Finds a section.
 *
 * Returns: (transfer none) (nullable): the section, or `NULL` if there is none with that id
 *
 * Since: 0.1
 */
TnkFormSection *
tnk_form_lookup_section (TnkForm *self,
                         const char *id)
{
  g_return_val_if_fail (TNK_IS_FORM (self) && id != NULL, NULL);

  for (guint i = 0; i < self->sections->len; i++)
    if (g_strcmp0 (tnk_form_section_get_id (self->sections->pdata[i]), id) == 0)
      return self->sections->pdata[i];
  return NULL;
}

/**
 * tnk_form_get_n_fields:
 * @self: a form
 *
 * Counts the fields.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_form_get_n_fields (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), 0);
  return self->fields->len;
}

/**
 * tnk_form_get_field:
 * @self: a form
 * @index: which of them
 *
 * Gets a field.
 *
 * Returns: (transfer none): the field
 *
 * Since: 0.1
 */
TnkFormField *
tnk_form_get_field (TnkForm *self,
                    guint index)
{
  g_return_val_if_fail (TNK_IS_FORM (self) && index < self->fields->len, NULL);
  return self->fields->pdata[index];
}

/**
 * tnk_form_lookup_field:
 * @self: a form
 * @id: an id
 *
 * Finds a field.
 *
 * Returns: (transfer none) (nullable): the field, or `NULL` if there is none with that id
 *
 * Since: 0.1
 */
TnkFormField *
tnk_form_lookup_field (TnkForm *self,
                       const char *id)
{
  g_return_val_if_fail (TNK_IS_FORM (self) && id != NULL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    if (g_strcmp0 (tnk_form_field_get_id (self->fields->pdata[i]), id) == 0)
      return self->fields->pdata[i];
  return NULL;
}

/**
 * tnk_form_get_n_states:
 * @self: a form
 *
 * Counts the states.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_form_get_n_states (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), 0);
  return self->states->len;
}

/**
 * tnk_form_get_state:
 * @self: a form
 * @index: which of them
 *
 * Gets a state.
 *
 * Returns: (transfer none): the state
 *
 * Since: 0.1
 */
TnkFormState *
tnk_form_get_state (TnkForm *self,
                    guint index)
{
  g_return_val_if_fail (TNK_IS_FORM (self) && index < self->states->len, NULL);
  return self->states->pdata[index];
}

/**
 * tnk_form_lookup_state:
 * @self: a form
 * @id: an id
 *
 * Finds a state.
 *
 * Returns: (transfer none) (nullable): the state, or `NULL` if there is none with that id
 *
 * Since: 0.1
 */
TnkFormState *
tnk_form_lookup_state (TnkForm *self,
                       const char *id)
{
  g_return_val_if_fail (TNK_IS_FORM (self) && id != NULL, NULL);

  for (guint i = 0; i < self->states->len; i++)
    if (g_strcmp0 (tnk_form_state_get_id (self->states->pdata[i]), id) == 0)
      return self->states->pdata[i];
  return NULL;
}

/**
 * tnk_form_get_n_steps:
 * @self: a form
 *
 * Counts the steps.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_form_get_n_steps (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), 0);
  return self->steps->len;
}

/**
 * tnk_form_get_step:
 * @self: a form
 * @index: which of them
 *
 * Gets a step.
 *
 * Returns: (transfer none): the step
 *
 * Since: 0.1
 */
TnkFormStep *
tnk_form_get_step (TnkForm *self,
                   guint index)
{
  g_return_val_if_fail (TNK_IS_FORM (self) && index < self->steps->len, NULL);
  return self->steps->pdata[index];
}

/**
 * tnk_form_lookup_step:
 * @self: a form
 * @id: an id
 *
 * Finds a step.
 *
 * Returns: (transfer none) (nullable): the step, or `NULL` if there is none with that id
 *
 * Since: 0.1
 */
TnkFormStep *
tnk_form_lookup_step (TnkForm *self,
                      const char *id)
{
  g_return_val_if_fail (TNK_IS_FORM (self) && id != NULL, NULL);

  for (guint i = 0; i < self->steps->len; i++)
    if (g_strcmp0 (tnk_form_step_get_id (self->steps->pdata[i]), id) == 0)
      return self->steps->pdata[i];
  return NULL;
}

/**
 * tnk_form_get_n_deadlines:
 * @self: a form
 *
 * Counts the deadlines.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_form_get_n_deadlines (TnkForm *self)
{
  g_return_val_if_fail (TNK_IS_FORM (self), 0);
  return self->deadlines->len;
}

/**
 * tnk_form_get_deadline:
 * @self: a form
 * @index: which of them
 *
 * Gets a deadline.
 *
 * Returns: (transfer none): the deadline
 *
 * Since: 0.1
 */
TnkFormDeadline *
tnk_form_get_deadline (TnkForm *self,
                       guint index)
{
  g_return_val_if_fail (TNK_IS_FORM (self) && index < self->deadlines->len, NULL);
  return self->deadlines->pdata[index];
}
