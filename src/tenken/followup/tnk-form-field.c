/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-private.h"

G_DEFINE_FINAL_TYPE (TnkFormField, tnk_form_field, G_TYPE_OBJECT)

static const char *const kinds[TNK_N_FORM_FIELD_KINDS] = {
  "yes-no", "single", "multiple", "checklist", "number", "date", "date-time",
  "short-text", "long-text", "person", "department", "control", "looked-up", "note"};

/**
 * tnk_form_field_kind_to_string:
 * @kind: a kind
 *
 * Gets the word that form files use for what stands in a field.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_form_field_kind_to_string (TnkFormFieldKind kind)
{
  g_return_val_if_fail ((guint) kind < TNK_N_FORM_FIELD_KINDS, NULL);
  return kinds[kind];
}

/**
 * tnk_form_field_kind_from_string:
 * @text: a word
 * @kind: (out): the kind
 *
 * Reads the word that form files use for what stands in a field.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_form_field_kind_from_string (const char *text,
                                 TnkFormFieldKind *kind)
{
  g_return_val_if_fail (text != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < TNK_N_FORM_FIELD_KINDS; i++)
    if (g_str_equal (kinds[i], text)) {
      *kind = i;
      return TRUE;
    }
  return FALSE;
}

void
tnk_form_choice_free (gpointer data)
{
  TnkFormChoice *choice = data;

  g_free (choice->id);
  g_free (choice->brief);
  g_clear_pointer (&choice->text, tnk_text_unref);
  g_clear_pointer (&choice->help, tnk_text_unref);
  g_clear_pointer (&choice->clause, tnk_text_unref);
  g_free (choice);
}

void
tnk_form_forbidden_free (gpointer data)
{
  TnkFormForbidden *forbidden = data;

  g_clear_pointer (&forbidden->condition, tnk_condition_free);
  g_clear_pointer (&forbidden->reason, tnk_text_unref);
  g_free (forbidden);
}

static void
tnk_form_field_finalize (GObject *object)
{
  TnkFormField *self = TNK_FORM_FIELD (object);

  g_free (self->id);
  g_free (self->number);
  g_clear_pointer (&self->label, tnk_text_unref);
  g_clear_pointer (&self->clause, tnk_text_unref);
  g_clear_pointer (&self->help, tnk_text_unref);
  g_clear_pointer (&self->unit, tnk_text_unref);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->forbidden);
  g_clear_pointer (&self->only_if, tnk_condition_free);
  g_free (self->table);
  g_free (self->key);
  g_free (self->column);
  G_OBJECT_CLASS (tnk_form_field_parent_class)->finalize (object);
}

static void
tnk_form_field_class_init (TnkFormFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_form_field_finalize;
}

static void
tnk_form_field_init (TnkFormField *self)
{
  self->choices = g_ptr_array_new_with_free_func (tnk_form_choice_free);
  self->forbidden = g_ptr_array_new_with_free_func (tnk_form_forbidden_free);
}

/**
 * tnk_form_field_get_id:
 * @self: a field
 *
 * Gets the id, unique in the form.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_form_field_get_id (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), NULL);
  return self->id;
}

/**
 * tnk_form_field_get_kind:
 * @self: a field
 *
 * Gets what stands in the field.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkFormFieldKind
tnk_form_field_get_kind (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), TNK_FORM_FIELD_KIND_NOTE);
  return self->kind;
}

/**
 * tnk_form_field_get_number:
 * @self: a field
 *
 * Gets the number that the printed form gives the field, such as ①.
 *
 * Returns: (nullable): the number, or `NULL` if it has none
 *
 * Since: 0.1
 */
const char *
tnk_form_field_get_number (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), NULL);
  return self->number;
}

/**
 * tnk_form_field_get_label:
 * @self: a field
 *
 * Gets what the field is called; of a note, the sentence.
 *
 * Returns: (transfer none): the label
 *
 * Since: 0.1
 */
TnkText *
tnk_form_field_get_label (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), NULL);
  return self->label;
}

/**
 * tnk_form_field_get_clause:
 * @self: a field
 *
 * Gets the clause that the field follows, as it is printed.
 *
 * Returns: (transfer none) (nullable): the clause, or `NULL`
 *
 * Since: 0.1
 */
TnkText *
tnk_form_field_get_clause (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), NULL);
  return self->clause;
}

/**
 * tnk_form_field_get_help:
 * @self: a field
 *
 * Gets how to fill it.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL`
 *
 * Since: 0.1
 */
TnkText *
tnk_form_field_get_help (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), NULL);
  return self->help;
}

/**
 * tnk_form_field_get_unit:
 * @self: a field
 *
 * Gets what a number counts.
 *
 * Returns: (transfer none) (nullable): the unit, or `NULL`
 *
 * Since: 0.1
 */
TnkText *
tnk_form_field_get_unit (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), NULL);
  return self->unit;
}

/**
 * tnk_form_field_is_required:
 * @self: a field
 *
 * Tells whether the field must be filled, where it is asked.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_form_field_is_required (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), FALSE);
  return self->required;
}

/**
 * tnk_form_field_is_many:
 * @self: a field
 *
 * Tells whether several people, departments or controls may stand in the field.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_form_field_is_many (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), FALSE);
  return self->many;
}

/**
 * tnk_form_field_is_written:
 * @self: a field
 *
 * Tells whether somebody writes the field.
 *
 * Returns: `FALSE` for a note and for what is looked up
 *
 * Since: 0.1
 */
gboolean
tnk_form_field_is_written (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), FALSE);
  return self->kind != TNK_FORM_FIELD_KIND_LOOKED_UP && self->kind != TNK_FORM_FIELD_KIND_NOTE;
}

/**
 * tnk_form_field_is_of_step:
 * @self: a field
 *
 * Tells whether the field is filled at a step, and not by the applicant.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_form_field_is_of_step (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), FALSE);
  return self->of_step;
}

/**
 * tnk_form_field_get_least:
 * @self: a field
 *
 * Gets the smallest number.
 *
 * Returns: the number; `G_MININT64` if there is no end
 *
 * Since: 0.1
 */
gint64
tnk_form_field_get_least (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), 0);
  return self->least;
}

/**
 * tnk_form_field_get_most:
 * @self: a field
 *
 * Gets the greatest number, or how many characters a text may have.
 *
 * Returns: the number; `G_MAXINT64` if there is no end
 *
 * Since: 0.1
 */
gint64
tnk_form_field_get_most (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), 0);
  return self->most;
}

/**
 * tnk_form_field_get_n_choices:
 * @self: a field
 *
 * Counts the choices, or the items of a checklist.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_form_field_get_n_choices (TnkFormField *self)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self), 0);
  return self->choices->len;
}

/**
 * tnk_form_field_get_choice_id:
 * @self: a field
 * @position: which of them
 *
 * Gets the id of a choice.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_form_field_get_choice_id (TnkFormField *self,
                              guint position)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self) && position < self->choices->len, NULL);
  return ((TnkFormChoice *) self->choices->pdata[position])->id;
}

/**
 * tnk_form_field_get_choice:
 * @self: a field
 * @position: which of them
 *
 * Gets what a choice says.
 *
 * Returns: (transfer none): the text
 *
 * Since: 0.1
 */
TnkText *
tnk_form_field_get_choice (TnkFormField *self,
                           guint position)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self) && position < self->choices->len, NULL);
  return ((TnkFormChoice *) self->choices->pdata[position])->text;
}

/**
 * tnk_form_field_get_choice_brief:
 * @self: a field
 * @position: which of them
 *
 * Gets what the short text says for a choice.
 *
 * Returns: (nullable): the words, or `NULL` for those of the choice
 *
 * Since: 0.1
 */
const char *
tnk_form_field_get_choice_brief (TnkFormField *self,
                                 guint position)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self) && position < self->choices->len, NULL);
  return ((TnkFormChoice *) self->choices->pdata[position])->brief;
}

/**
 * tnk_form_field_get_choice_help:
 * @self: a field
 * @position: which of them
 *
 * Gets more about a choice.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL`
 *
 * Since: 0.1
 */
TnkText *
tnk_form_field_get_choice_help (TnkFormField *self,
                                guint position)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self) && position < self->choices->len, NULL);
  return ((TnkFormChoice *) self->choices->pdata[position])->help;
}

/**
 * tnk_form_field_get_choice_clause:
 * @self: a field
 * @position: which of them
 *
 * Gets the clause that a choice or an item follows, as it is printed.
 *
 * Returns: (transfer none) (nullable): the clause, or `NULL`
 *
 * Since: 0.1
 */
TnkText *
tnk_form_field_get_choice_clause (TnkFormField *self,
                                  guint position)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self) && position < self->choices->len, NULL);
  return ((TnkFormChoice *) self->choices->pdata[position])->clause;
}

/**
 * tnk_form_field_find_choice:
 * @self: a field
 * @id: the id of a choice
 * @position: (out) (optional): which it is
 *
 * Finds a choice, or an item of a checklist.
 *
 * Returns: `TRUE` if there is one
 *
 * Since: 0.1
 */
gboolean
tnk_form_field_find_choice (TnkFormField *self,
                            const char *id,
                            guint *position)
{
  g_return_val_if_fail (TNK_IS_FORM_FIELD (self) && id != NULL, FALSE);

  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (tnk_form_field_get_choice_id (self, i), id)) {
      if (position != NULL)
        *position = i;
      return TRUE;
    }
  return FALSE;
}
