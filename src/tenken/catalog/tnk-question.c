/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-entries-private.h"

G_DEFINE_FINAL_TYPE (TnkQuestion, tnk_question, G_TYPE_OBJECT)

static void
tnk_question_finalize (GObject *object)
{
  TnkQuestion *self = TNK_QUESTION (object);

  g_free (self->id);
  g_clear_pointer (&self->text, tnk_text_unref);
  g_clear_pointer (&self->guidance, tnk_text_unref);
  g_clear_pointer (&self->evidence, tnk_text_unref);
  g_clear_pointer (&self->improvement, tnk_text_unref);
  g_free (self->ask_if);
  for (guint i = 0; i < G_N_ELEMENTS (self->anchors); i++)
    g_clear_pointer (&self->anchors[i], tnk_text_unref);
  g_clear_pointer (&self->reasons, g_ptr_array_unref);
  g_clear_pointer (&self->choice_ids, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_strfreev (self->ask_if_answers);
  G_OBJECT_CLASS (tnk_question_parent_class)->finalize (object);
}

static void
tnk_question_class_init (TnkQuestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_question_finalize;
}

static void
tnk_question_init (TnkQuestion *self)
{
}

/**
 * tnk_question_get_id:
 * @self: a question
 *
 * Gets the id, unique in the catalog.
 *
 * Returns: the id, unique in the catalog
 *
 * Since: 0.1
 */
const char *
tnk_question_get_id (TnkQuestion *self)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self), NULL);
  return self->id;
}

/**
 * tnk_question_get_kind:
 * @self: a question
 *
 * Gets how it is answered.
 *
 * Returns: how it is answered
 *
 * Since: 0.1
 */
TnkQuestionKind
tnk_question_get_kind (TnkQuestion *self)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self), TNK_QUESTION_KIND_SCALE);
  return self->kind;
}

/**
 * tnk_question_get_text:
 * @self: a question
 *
 * Gets the question.
 *
 * Returns: (transfer none): the question
 *
 * Since: 0.1
 */
TnkText *
tnk_question_get_text (TnkQuestion *self)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self), NULL);
  return self->text;
}

/**
 * tnk_question_get_guidance:
 * @self: a question
 *
 * Gets how to keep it, for these roles.
 *
 * Returns: (nullable) (transfer none): how to keep it, for these roles; `NULL` means that the control’s guidance serves
 *
 * Since: 0.1
 */
TnkText *
tnk_question_get_guidance (TnkQuestion *self)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self), NULL);
  return self->guidance;
}

/**
 * tnk_question_get_evidence:
 * @self: a question
 *
 * Gets what could be shown.
 *
 * Returns: (nullable) (transfer none): what could be shown; `NULL` means that the control’s text serves
 *
 * Since: 0.1
 */
TnkText *
tnk_question_get_evidence (TnkQuestion *self)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self), NULL);
  return self->evidence;
}

/**
 * tnk_question_get_improvement:
 * @self: a question
 *
 * Gets a suggested action.
 *
 * Returns: (nullable) (transfer none): a suggested action; `NULL` means that the control’s text serves
 *
 * Since: 0.1
 */
TnkText *
tnk_question_get_improvement (TnkQuestion *self)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self), NULL);
  return self->improvement;
}

/**
 * tnk_question_get_ask_if:
 * @self: a question
 *
 * Gets the id of the question on whose answer it depends whether this one is asked.
 *
 * Returns: (nullable): the id of the question on whose answer it depends whether this one is asked
 *
 * Since: 0.1
 */
const char *
tnk_question_get_ask_if (TnkQuestion *self)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self), NULL);
  return self->ask_if;
}

/**
 * tnk_question_asks:
 * @self: a question
 * @role: a role of the same catalog
 *
 * Tells whether a role is asked this question.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
tnk_question_asks (TnkQuestion *self,
                   TnkRole *role)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self) && TNK_IS_ROLE (role), FALSE);
  return (self->role_bits >> role->index) & 1;
}

/**
 * tnk_question_get_anchor:
 * @self: a question
 * @value: implemented, partial or not implemented
 *
 * Gets the line that says what an answer looks like here.
 *
 * Returns: (transfer none) (nullable): the line, or `NULL` if the answers are self-evident
 *
 * Since: 0.1
 */
TnkText *
tnk_question_get_anchor (TnkQuestion *self,
                         TnkAnswerValue value)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self), NULL);

  if (value < TNK_ANSWER_VALUE_IMPLEMENTED || value > TNK_ANSWER_VALUE_NOT_IMPLEMENTED)
    return NULL;
  return self->anchors[value - TNK_ANSWER_VALUE_IMPLEMENTED];
}

/**
 * tnk_question_get_n_reasons:
 * @self: a question
 *
 * Counts the ready reasons for not applicable that belong to this question alone.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_question_get_n_reasons (TnkQuestion *self)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self), 0);
  return self->reasons->len;
}

/**
 * tnk_question_get_reason:
 * @self: a question
 * @position: which of them, from 0
 *
 * Gets a ready reason for not applicable that belongs to this question alone.
 *
 * Returns: (transfer none): the wording
 *
 * Since: 0.1
 */
TnkText *
tnk_question_get_reason (TnkQuestion *self,
                         guint position)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self) && position < self->reasons->len, NULL);
  return g_ptr_array_index (self->reasons, position);
}

/**
 * tnk_question_get_n_choices:
 * @self: a question
 *
 * Counts the choices of a single or multiple choice question.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_question_get_n_choices (TnkQuestion *self)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self), 0);
  return self->choices->len;
}

/**
 * tnk_question_get_choice:
 * @self: a question
 * @position: which of them, from 0
 *
 * Gets a choice of a single or multiple choice question.
 *
 * Returns: (transfer none): the wording
 *
 * Since: 0.1
 */
TnkText *
tnk_question_get_choice (TnkQuestion *self,
                         guint position)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self) && position < self->choices->len, NULL);
  return g_ptr_array_index (self->choices, position);
}

/**
 * tnk_question_get_choice_id:
 * @self: a question
 * @position: which of them, from 0
 *
 * Gets the id of a choice, as answers store it.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_question_get_choice_id (TnkQuestion *self,
                            guint position)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self) && position < self->choice_ids->len, NULL);
  return g_ptr_array_index (self->choice_ids, position);
}

/**
 * tnk_question_get_ask_if_answers:
 * @self: a question
 *
 * Gets the answers to the question named by [method@Question.get_ask_if] upon which this one is asked.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the answers
 *
 * Since: 0.1
 */
const char *const *
tnk_question_get_ask_if_answers (TnkQuestion *self)
{
  g_return_val_if_fail (TNK_IS_QUESTION (self), NULL);
  return (const char *const *) self->ask_if_answers;
}
