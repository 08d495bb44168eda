/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-answer-edit-private.h"

#include "tnk-strings-private.h"

G_DEFINE_FINAL_TYPE (TnkAnswerEdit, tnk_answer_edit, G_TYPE_OBJECT)

static void
said_clear (TnkAnswerSaid *said)
{
  g_free (said->comment);
  g_free (said->evidence);
}

static void
answer_clear (gpointer data)
{
  TnkEditedAnswer *answer = data;

  g_free (answer->place);
  said_clear (&answer->sheet);
  said_clear (&answer->store);
}

static void
tnk_answer_edit_finalize (GObject *object)
{
  TnkAnswerEdit *self = TNK_ANSWER_EDIT (object);

  g_free (self->person_id);
  g_free (self->person_name);
  g_free (self->department_id);
  g_free (self->filename);
  g_free (self->made);
  g_array_unref (self->answers);
  g_array_unref (self->rows);
  G_OBJECT_CLASS (tnk_answer_edit_parent_class)->finalize (object);
}

static void
tnk_answer_edit_class_init (TnkAnswerEditClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_answer_edit_finalize;
}

static void
tnk_answer_edit_init (TnkAnswerEdit *self)
{
  self->answers = g_array_new (FALSE, FALSE, sizeof (TnkEditedAnswer));
  g_array_set_clear_func (self->answers, answer_clear);
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

TnkAnswerEdit *
tnk_answer_edit_new (const char *person_id,
                     const char *filename,
                     const char *made)
{
  TnkAnswerEdit *self = g_object_new (TNK_TYPE_ANSWER_EDIT, NULL);

  self->person_id = g_strdup (person_id);
  self->filename = g_strdup (filename);
  self->made = g_strdup (made);
  return self;
}

/* --- comparing --- */

static TnkAnswerSaid
hear (const TnkGivenAnswer *answer)
{
  return (TnkAnswerSaid){
    .value = answer->value,
    .comment = g_strdup (answer->comment != NULL ? answer->comment : ""),
    .evidence = g_strdup (answer->evidence != NULL ? answer->evidence : ""),
  };
}

/* Spreadsheets change line ends, and blanks at the ends cannot be seen. */
static gboolean
texts_equal (const char *one,
             const char *other)
{
  g_autofree char *left = tnk_strip (one);
  g_autofree char *right = tnk_strip (other);
  g_auto (GStrv) left_lines = g_strsplit (left, "\r\n", -1);
  g_auto (GStrv) right_lines = g_strsplit (right, "\r\n", -1);
  g_autofree char *left_text = g_strjoinv ("\n", left_lines);
  g_autofree char *right_text = g_strjoinv ("\n", right_lines);

  return g_str_equal (left_text, right_text);
}

static gboolean
says_the_same (const TnkAnswerSaid *one,
               const TnkAnswerSaid *other)
{
  return one->value == other->value && texts_equal (one->comment, other->comment) && texts_equal (one->evidence, other->evidence);
}

void
tnk_answer_edit_add_answer (TnkAnswerEdit *self,
                            const TnkGivenAnswer *given,
                            const char *place)
{
  static const TnkGivenAnswer none = {0};
  TnkEditedAnswer answer = {.duty = given->duty, .place = g_strdup (place), .sheet = hear (given), .store = hear (&none)};

  g_array_append_val (self->answers, answer);
}

void
tnk_answer_edit_get_answer (TnkAnswerEdit *self,
                            guint position,
                            TnkGivenAnswer *given)
{
  const TnkEditedAnswer *answer = tnk_answer_edit_at (self, position);

  *given = (TnkGivenAnswer){
    .duty = answer->duty,
    .value = answer->sheet.value,
    .comment = answer->sheet.comment,
    .evidence = answer->sheet.evidence,
  };
}

const char *
tnk_answer_edit_get_answer_place (TnkAnswerEdit *self,
                                  guint position)
{
  return tnk_answer_edit_at (self, position)->place;
}

void
tnk_answer_edit_set_stored (TnkAnswerEdit *self,
                            guint position,
                            const TnkGivenAnswer *stored,
                            gboolean newer)
{
  TnkEditedAnswer *answer = tnk_answer_edit_at (self, position);

  said_clear (&answer->store);
  answer->store = hear (stored);
  answer->newer = newer;
}

gboolean
tnk_answer_edit_still_has (TnkAnswerEdit *self,
                           guint position,
                           const TnkGivenAnswer *stored)
{
  const TnkEditedAnswer *answer = tnk_answer_edit_at (self, position);

  return answer->store.value == stored->value &&
         g_str_equal (answer->store.comment, stored->comment != NULL ? stored->comment : "") &&
         g_str_equal (answer->store.evidence, stored->evidence != NULL ? stored->evidence : "");
}

/* What is handed in was meant so, whenever that was. What nobody answered contradicts nobody. */
static void
settle_answer (TnkAnswerEdit *self,
               TnkEditedAnswer *answer)
{
  gboolean handed_in = tnk_questionnaire_state_counts (self->state);

  answer->conflict = self->lock != TNK_ANSWER_LOCK_NONE || handed_in ||
                     (answer->newer && answer->store.value != TNK_ANSWER_VALUE_UNANSWERED);
  if (self->lock != TNK_ANSWER_LOCK_NONE)
    answer->decision = TNK_ANSWER_DECISION_STORE;
  else
    answer->decision = answer->conflict ? TNK_ANSWER_DECISION_NONE : TNK_ANSWER_DECISION_SHEET;
}

void
tnk_answer_edit_settle (TnkAnswerEdit *self,
                        const char *person_name,
                        const char *department_id,
                        TnkQuestionnaireState state,
                        TnkAnswerLock lock,
                        gboolean draft)
{
  tnk_set_string (&self->person_name, person_name);
  tnk_set_string (&self->department_id, department_id);
  self->state = state;
  self->lock = lock;
  self->draft = draft;
  g_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->answers->len; i++) {
    TnkEditedAnswer *answer = tnk_answer_edit_at (self, i);

    answer->conflict = FALSE;
    answer->decision = TNK_ANSWER_DECISION_NONE;
    if (says_the_same (&answer->sheet, &answer->store))
      continue;
    settle_answer (self, answer);
    g_array_append_val (self->rows, i);
  }
}

gboolean
tnk_answer_edit_takes (TnkAnswerEdit *self,
                       guint position)
{
  const TnkEditedAnswer *answer = tnk_answer_edit_at (self, position);

  return answer->decision == TNK_ANSWER_DECISION_SHEET;
}

/* --- looking --- */

/**
 * tnk_answer_edit_get_person_id:
 * @self: an edit
 *
 * Gets whose sheet it is.
 *
 * Returns: the staff number
 *
 * Since: 0.1
 */
const char *
tnk_answer_edit_get_person_id (TnkAnswerEdit *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self), NULL);
  return self->person_id;
}

/**
 * tnk_answer_edit_get_person_name:
 * @self: an edit
 *
 * Gets the name of the person by the roster.
 *
 * Returns: (nullable): the name, or `NULL` before it was compared with a store
 *
 * Since: 0.1
 */
const char *
tnk_answer_edit_get_person_name (TnkAnswerEdit *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self), NULL);
  return self->person_name;
}

/**
 * tnk_answer_edit_get_department_id:
 * @self: an edit
 *
 * Gets the department in which the person is asked.
 *
 * Returns: (nullable): the id, or `NULL` before it was compared with a store
 *
 * Since: 0.1
 */
const char *
tnk_answer_edit_get_department_id (TnkAnswerEdit *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self), NULL);
  return self->department_id;
}

/**
 * tnk_answer_edit_get_filename:
 * @self: an edit
 *
 * Gets the file that the sheet is.
 *
 * Returns: the name of the file
 *
 * Since: 0.1
 */
const char *
tnk_answer_edit_get_filename (TnkAnswerEdit *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self), NULL);
  return self->filename;
}

/**
 * tnk_answer_edit_get_made:
 * @self: an edit
 *
 * Gets when the blank sheet was made.
 *
 * Returns: (nullable): ISO 8601, or `NULL` if the sheet does not say
 *
 * Since: 0.1
 */
const char *
tnk_answer_edit_get_made (TnkAnswerEdit *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self), NULL);
  return self->made;
}

/**
 * tnk_answer_edit_get_n_answers:
 * @self: an edit
 *
 * Counts the answers of the sheet, also those that the store has already.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_answer_edit_get_n_answers (TnkAnswerEdit *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self), 0);
  return self->answers->len;
}

/**
 * tnk_answer_edit_get_state:
 * @self: an edit
 *
 * Gets how far the questionnaire is in the store.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
TnkQuestionnaireState
tnk_answer_edit_get_state (TnkAnswerEdit *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self), TNK_QUESTIONNAIRE_STATE_DRAFT);
  return self->state;
}

/**
 * tnk_answer_edit_get_lock:
 * @self: an edit
 *
 * Gets why nothing of the sheet can be taken in. Its rows are then decided for the store, and stay so.
 *
 * Returns: the reason, or %TNK_ANSWER_LOCK_NONE
 *
 * Since: 0.1
 */
TnkAnswerLock
tnk_answer_edit_get_lock (TnkAnswerEdit *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self), TNK_ANSWER_LOCK_NONE);
  return self->lock;
}

/**
 * tnk_answer_edit_hands_in:
 * @self: an edit
 *
 * Tells whether the questionnaire is handed in, or handed in anew, when the edit is applied as it is decided.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
tnk_answer_edit_hands_in (TnkAnswerEdit *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self), FALSE);

  if (self->draft || self->lock != TNK_ANSWER_LOCK_NONE)
    return FALSE;
  if (!tnk_questionnaire_state_counts (self->state))
    return TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    if (tnk_answer_edit_row (self, i)->decision == TNK_ANSWER_DECISION_SHEET)
      return TRUE;
  return FALSE;
}

/**
 * tnk_answer_edit_get_n_rows:
 * @self: an edit
 *
 * Counts the answers in which the sheet and the store differ.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_answer_edit_get_n_rows (TnkAnswerEdit *self)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self), 0);
  return self->rows->len;
}
