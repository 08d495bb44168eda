/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-private.h"

G_DEFINE_FINAL_TYPE (TnkFormStep, tnk_form_step, G_TYPE_OBJECT)

static const char *const kinds[TNK_N_FORM_STEP_KINDS] = {
  "submit", "advise", "report", "approve", "refuse", "return", "notify", "name", "use", "end", "withdraw", "other"};

/**
 * tnk_form_step_kind_to_string:
 * @kind: a kind
 *
 * Gets the word that form files use for what a step does.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_form_step_kind_to_string (TnkFormStepKind kind)
{
  g_return_val_if_fail ((guint) kind < TNK_N_FORM_STEP_KINDS, NULL);
  return kinds[kind];
}

/**
 * tnk_form_step_kind_from_string:
 * @text: a word
 * @kind: (out): the kind
 *
 * Reads the word that form files use for what a step does.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_form_step_kind_from_string (const char *text,
                                TnkFormStepKind *kind)
{
  g_return_val_if_fail (text != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < TNK_N_FORM_STEP_KINDS; i++)
    if (g_str_equal (kinds[i], text)) {
      *kind = i;
      return TRUE;
    }
  return FALSE;
}

void
tnk_who_free (gpointer data)
{
  TnkWho *who = data;

  g_free (who->id);
  g_free (who);
}

static void
tnk_form_step_finalize (GObject *object)
{
  TnkFormStep *self = TNK_FORM_STEP (object);

  g_free (self->id);
  g_clear_pointer (&self->title, tnk_text_unref);
  g_clear_pointer (&self->clause, tnk_text_unref);
  g_ptr_array_unref (self->from);
  g_ptr_array_unref (self->who);
  g_strfreev (self->apart_from);
  g_strfreev (self->needs);
  g_clear_pointer (&self->only_if, tnk_condition_free);
  g_ptr_array_unref (self->fields);
  g_ptr_array_unref (self->required);
  G_OBJECT_CLASS (tnk_form_step_parent_class)->finalize (object);
}

static void
tnk_form_step_class_init (TnkFormStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_form_step_finalize;
}

static void
tnk_form_step_init (TnkFormStep *self)
{
  self->from = g_ptr_array_new ();
  self->who = g_ptr_array_new_with_free_func (tnk_who_free);
  self->fields = g_ptr_array_new ();
  self->required = g_ptr_array_new ();
}

/**
 * tnk_form_step_get_id:
 * @self: a step
 *
 * Gets the id, unique in the form.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_form_step_get_id (TnkFormStep *self)
{
  g_return_val_if_fail (TNK_IS_FORM_STEP (self), NULL);
  return self->id;
}

/**
 * tnk_form_step_get_title:
 * @self: a step
 *
 * Gets what the step is called, as a button says it.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
TnkText *
tnk_form_step_get_title (TnkFormStep *self)
{
  g_return_val_if_fail (TNK_IS_FORM_STEP (self), NULL);
  return self->title;
}

/**
 * tnk_form_step_get_clause:
 * @self: a step
 *
 * Gets the clause that the step follows, as it is printed.
 *
 * Returns: (transfer none) (nullable): the clause, or `NULL`
 *
 * Since: 0.1
 */
TnkText *
tnk_form_step_get_clause (TnkFormStep *self)
{
  g_return_val_if_fail (TNK_IS_FORM_STEP (self), NULL);
  return self->clause;
}

/**
 * tnk_form_step_get_kind:
 * @self: a step
 *
 * Gets what the step does.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkFormStepKind
tnk_form_step_get_kind (TnkFormStep *self)
{
  g_return_val_if_fail (TNK_IS_FORM_STEP (self), TNK_FORM_STEP_KIND_OTHER);
  return self->kind;
}

/**
 * tnk_form_step_get_note:
 * @self: a step
 *
 * Gets whether a note is written with it.
 *
 * Returns: whether it is
 *
 * Since: 0.1
 */
TnkFormStepNote
tnk_form_step_get_note (TnkFormStep *self)
{
  g_return_val_if_fail (TNK_IS_FORM_STEP (self), TNK_FORM_STEP_NOTE_NONE);
  return self->note;
}

/**
 * tnk_form_step_get_to:
 * @self: a step
 *
 * Gets the state to which it leads.
 *
 * Returns: (transfer none) (nullable): the state, or `NULL` if the record stays in its state
 *
 * Since: 0.1
 */
TnkFormState *
tnk_form_step_get_to (TnkFormStep *self)
{
  g_return_val_if_fail (TNK_IS_FORM_STEP (self), NULL);
  return self->to;
}

/**
 * tnk_form_step_begins_in:
 * @self: a step
 * @state: a state of the same form
 *
 * Tells whether it can be taken in a state.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_form_step_begins_in (TnkFormStep *self,
                         TnkFormState *state)
{
  g_return_val_if_fail (TNK_IS_FORM_STEP (self) && TNK_IS_FORM_STATE (state), FALSE);
  return g_ptr_array_find (self->from, state, NULL);
}

/**
 * tnk_form_step_get_n_fields:
 * @self: a step
 *
 * Counts the fields that are filled at it.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_form_step_get_n_fields (TnkFormStep *self)
{
  g_return_val_if_fail (TNK_IS_FORM_STEP (self), 0);
  return self->fields->len;
}

/**
 * tnk_form_step_get_field:
 * @self: a step
 * @position: which of them
 *
 * Gets a field that is filled at it.
 *
 * Returns: (transfer none): the field
 *
 * Since: 0.1
 */
TnkFormField *
tnk_form_step_get_field (TnkFormStep *self,
                         guint position)
{
  g_return_val_if_fail (TNK_IS_FORM_STEP (self) && position < self->fields->len, NULL);
  return self->fields->pdata[position];
}

/**
 * tnk_form_step_requires:
 * @self: a step
 * @field: a field of the same form
 *
 * Tells whether a field must be filled at this step, where it is asked.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_form_step_requires (TnkFormStep *self,
                        TnkFormField *field)
{
  g_return_val_if_fail (TNK_IS_FORM_STEP (self) && TNK_IS_FORM_FIELD (field), FALSE);
  return (tnk_form_field_is_required (field) && g_ptr_array_find (self->fields, field, NULL)) || g_ptr_array_find (self->required, field, NULL);
}
