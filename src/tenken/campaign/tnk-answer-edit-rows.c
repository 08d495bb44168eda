/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-answer-edit-private.h"

/* The answers in which a sheet and the store differ. */

/**
 * tnk_answer_edit_get_duty:
 * @self: an edit
 * @row: which row, from 0
 *
 * Gets what was asked.
 *
 * Returns: (transfer none): the duty
 *
 * Since: 0.1
 */
TnkDuty *
tnk_answer_edit_get_duty (TnkAnswerEdit *self,
                          guint row)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self) && row < self->rows->len, NULL);
  return tnk_answer_edit_row (self, row)->duty;
}

/**
 * tnk_answer_edit_get_place:
 * @self: an edit
 * @row: which row, from 0
 *
 * Gets where the answer stands in the file.
 *
 * Returns: the sheet and the cell
 *
 * Since: 0.1
 */
const char *
tnk_answer_edit_get_place (TnkAnswerEdit *self,
                           guint row)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self) && row < self->rows->len, NULL);
  return tnk_answer_edit_row (self, row)->place;
}

/**
 * tnk_answer_edit_get_value:
 * @self: an edit
 * @row: which row, from 0
 *
 * Gets the answer of the sheet.
 *
 * Returns: the answer
 *
 * Since: 0.1
 */
TnkAnswerValue
tnk_answer_edit_get_value (TnkAnswerEdit *self,
                           guint row)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self) && row < self->rows->len, TNK_ANSWER_VALUE_UNANSWERED);
  return tnk_answer_edit_row (self, row)->sheet.value;
}

/**
 * tnk_answer_edit_get_comment:
 * @self: an edit
 * @row: which row, from 0
 *
 * Gets the comment of the sheet.
 *
 * Returns: the comment, empty if there is none
 *
 * Since: 0.1
 */
const char *
tnk_answer_edit_get_comment (TnkAnswerEdit *self,
                             guint row)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self) && row < self->rows->len, NULL);
  return tnk_answer_edit_row (self, row)->sheet.comment;
}

/**
 * tnk_answer_edit_get_evidence:
 * @self: an edit
 * @row: which row, from 0
 *
 * Gets the note on evidence of the sheet.
 *
 * Returns: the note, empty if there is none
 *
 * Since: 0.1
 */
const char *
tnk_answer_edit_get_evidence (TnkAnswerEdit *self,
                              guint row)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self) && row < self->rows->len, NULL);
  return tnk_answer_edit_row (self, row)->sheet.evidence;
}

/**
 * tnk_answer_edit_get_stored_value:
 * @self: an edit
 * @row: which row, from 0
 *
 * Gets the answer of the store.
 *
 * Returns: the answer; unanswered if there is none
 *
 * Since: 0.1
 */
TnkAnswerValue
tnk_answer_edit_get_stored_value (TnkAnswerEdit *self,
                                  guint row)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self) && row < self->rows->len, TNK_ANSWER_VALUE_UNANSWERED);
  return tnk_answer_edit_row (self, row)->store.value;
}

/**
 * tnk_answer_edit_get_stored_comment:
 * @self: an edit
 * @row: which row, from 0
 *
 * Gets the comment of the store.
 *
 * Returns: the comment, empty if there is none
 *
 * Since: 0.1
 */
const char *
tnk_answer_edit_get_stored_comment (TnkAnswerEdit *self,
                                    guint row)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self) && row < self->rows->len, NULL);
  return tnk_answer_edit_row (self, row)->store.comment;
}

/**
 * tnk_answer_edit_get_stored_evidence:
 * @self: an edit
 * @row: which row, from 0
 *
 * Gets the note on evidence of the store.
 *
 * Returns: the note, empty if there is none
 *
 * Since: 0.1
 */
const char *
tnk_answer_edit_get_stored_evidence (TnkAnswerEdit *self,
                                     guint row)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self) && row < self->rows->len, NULL);
  return tnk_answer_edit_row (self, row)->store.evidence;
}

/**
 * tnk_answer_edit_is_conflict:
 * @self: an edit
 * @row: which row, from 0
 *
 * Tells whether the store’s answer was given after the sheet was made, or is handed in.
 *
 * Returns: `TRUE` if somebody must decide, or has decided
 *
 * Since: 0.1
 */
gboolean
tnk_answer_edit_is_conflict (TnkAnswerEdit *self,
                             guint row)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self) && row < self->rows->len, FALSE);
  return tnk_answer_edit_row (self, row)->conflict;
}

/**
 * tnk_answer_edit_get_decision:
 * @self: an edit
 * @row: which row, from 0
 *
 * Gets which side wins.
 *
 * Returns: the decision; for what is no conflict, the sheet
 *
 * Since: 0.1
 */
TnkAnswerDecision
tnk_answer_edit_get_decision (TnkAnswerEdit *self,
                              guint row)
{
  g_return_val_if_fail (TNK_IS_ANSWER_EDIT (self) && row < self->rows->len, TNK_ANSWER_DECISION_NONE);
  return tnk_answer_edit_row (self, row)->decision;
}

/**
 * tnk_answer_edit_decide:
 * @self: an edit
 * @row: which row, from 0
 * @decision: which side wins
 *
 * Decides about a conflict. What is no conflict, or is locked, stays as it is.
 *
 * Since: 0.1
 */
void
tnk_answer_edit_decide (TnkAnswerEdit *self,
                        guint row,
                        TnkAnswerDecision decision)
{
  g_return_if_fail (TNK_IS_ANSWER_EDIT (self) && row < self->rows->len);

  if (tnk_answer_edit_row (self, row)->conflict && self->lock == TNK_ANSWER_LOCK_NONE)
    tnk_answer_edit_row (self, row)->decision = decision;
}
