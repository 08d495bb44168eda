/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-answer-private.h"
#include "tnk-questionnaire-private.h"
#include "tnk-strings-private.h"

/**
 * tnk_questionnaire_get_question:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Gets the question that the item asks.
 *
 * Returns: (transfer none) (nullable): the question, or `NULL` if the catalog has none for this duty
 *
 * Since: 0.1
 */
TnkQuestion *
tnk_questionnaire_get_question (TnkQuestionnaire *self,
                                guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, NULL);
  return tnk_duty_get_question (tnk_questionnaire_item_at (self, item)->duty);
}

/**
 * tnk_questionnaire_count_answered:
 * @self: a questionnaire
 *
 * Counts the items that are answered.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_questionnaire_count_answered (TnkQuestionnaire *self)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    n += tnk_questionnaire_item_at (self, i)->value != TNK_ANSWER_VALUE_UNANSWERED;
  return n;
}

/**
 * tnk_questionnaire_get_evidence:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Gets the note where the evidence for an answer can be seen.
 *
 * Returns: (nullable): the note as it was typed
 *
 * Since: 0.1
 */
const char *
tnk_questionnaire_get_evidence (TnkQuestionnaire *self,
                                guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, NULL);
  return tnk_questionnaire_item_at (self, item)->evidence;
}

/* Sets what a person wrote; an empty text is none. */
static void
set_words (char **place,
           const char *words)
{
  tnk_set_string (place, words != NULL && *words != '\0' ? words : NULL);
}

/**
 * tnk_questionnaire_set_evidence:
 * @self: a questionnaire
 * @item: which item, from 0
 * @evidence: (nullable): the note
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Sets the note where the evidence for an answer can be seen.
 *
 * Returns: `TRUE` if the note can stand and was set
 *
 * Since: 0.1
 */
gboolean
tnk_questionnaire_set_evidence (TnkQuestionnaire *self,
                                guint item,
                                const char *evidence,
                                GError **error)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, FALSE);

  if (!tnk_answer_check_evidence (evidence, error))
    return FALSE;
  set_words (&tnk_questionnaire_item_at (self, item)->evidence, evidence);
  return TRUE;
}

/**
 * tnk_questionnaire_get_flagged:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Tells whether the person left the item for later.
 *
 * Returns: `TRUE` if it is flagged
 *
 * Since: 0.1
 */
gboolean
tnk_questionnaire_get_flagged (TnkQuestionnaire *self,
                               guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, FALSE);
  return tnk_questionnaire_item_at (self, item)->flagged;
}

/**
 * tnk_questionnaire_set_flagged:
 * @self: a questionnaire
 * @item: which item, from 0
 * @flagged: whether it is left for later
 *
 * Marks an item as left for later, or takes the mark away.
 *
 * Since: 0.1
 */
void
tnk_questionnaire_set_flagged (TnkQuestionnaire *self,
                               guint item,
                               gboolean flagged)
{
  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len);
  tnk_questionnaire_item_at (self, item)->flagged = flagged;
}

/**
 * tnk_questionnaire_get_previous:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Gets what the person answered to the same question in the campaign before.
 *
 * Returns: the answer; unanswered where there is none
 *
 * Since: 0.1
 */
TnkAnswerValue
tnk_questionnaire_get_previous (TnkQuestionnaire *self,
                                guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, TNK_ANSWER_VALUE_UNANSWERED);
  return tnk_questionnaire_item_at (self, item)->previous;
}

/**
 * tnk_questionnaire_get_previous_comment:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Gets the comment that went with the answer of the campaign before.
 *
 * Returns: (nullable): the comment
 *
 * Since: 0.1
 */
const char *
tnk_questionnaire_get_previous_comment (TnkQuestionnaire *self,
                                        guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, NULL);
  return tnk_questionnaire_item_at (self, item)->previous_comment;
}

/**
 * tnk_questionnaire_get_carry:
 * @self: a questionnaire
 * @item: which item
 *
 * Gets what the campaign does with the answers of the one before about this control: whether it is new, or changed so that it is
 * asked anew. Whether this person has such an answer is another matter, see [method@Questionnaire.get_previous].
 *
 * Returns: what happens
 *
 * Since: 0.1
 */
TnkCarry
tnk_questionnaire_get_carry (TnkQuestionnaire *self,
                             guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, TNK_CARRY_NONE);
  return tnk_questionnaire_item_at (self, item)->carry;
}

/**
 * tnk_questionnaire_set_carry_over:
 * @self: a questionnaire
 * @carry_over: (nullable): what becomes of the answers of the campaign before; `NULL` if there is none
 *
 * Sets what is told of every item, see [method@Questionnaire.get_carry].
 *
 * Since: 0.1
 */
void
tnk_questionnaire_set_carry_over (TnkQuestionnaire *self,
                                  TnkCarryOver *carry_over)
{
  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self) && (carry_over == NULL || TNK_IS_CARRY_OVER (carry_over)));

  for (guint i = 0; i < self->items->len; i++) {
    TnkQuestionnaireItem *item = tnk_questionnaire_item_at (self, i);

    item->carry = carry_over != NULL ? tnk_carry_over_get (carry_over, tnk_duty_get_control (item->duty)) : TNK_CARRY_NONE;
  }
}

/**
 * tnk_questionnaire_set_previous:
 * @self: a questionnaire
 * @item: which item, from 0
 * @value: the answer
 * @comment: (nullable): the comment
 *
 * Sets what the person answered in the campaign before.
 *
 * Since: 0.1
 */
void
tnk_questionnaire_set_previous (TnkQuestionnaire *self,
                                guint item,
                                TnkAnswerValue value,
                                const char *comment)
{
  TnkQuestionnaireItem *place;

  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len);
  g_return_if_fail ((guint) value < TNK_N_ANSWER_VALUES);

  place = tnk_questionnaire_item_at (self, item);
  place->previous = value;
  set_words (&place->previous_comment, comment);
}

/**
 * tnk_questionnaire_get_n_elsewhere:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Counts what the person answered in campaigns on other catalogs to controls that have to do with this one.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_questionnaire_get_n_elsewhere (TnkQuestionnaire *self,
                                   guint item)
{
  GPtrArray *list;

  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, 0);

  list = tnk_questionnaire_item_at (self, item)->elsewhere;
  return list != NULL ? list->len : 0;
}

/**
 * tnk_questionnaire_get_elsewhere:
 * @self: a questionnaire
 * @item: which item, from 0
 * @index: which of the notes
 *
 * Gets what the person answered in a campaign on another catalog: the newest first.
 *
 * Returns: (transfer none): the note
 *
 * Since: 0.1
 */
TnkElsewhere *
tnk_questionnaire_get_elsewhere (TnkQuestionnaire *self,
                                 guint item,
                                 guint index)
{
  g_return_val_if_fail (index < tnk_questionnaire_get_n_elsewhere (self, item), NULL);
  return g_ptr_array_index (tnk_questionnaire_item_at (self, item)->elsewhere, index);
}

/**
 * tnk_questionnaire_add_elsewhere:
 * @self: a questionnaire
 * @item: which item, from 0
 * @elsewhere: a note
 *
 * Adds what the person answered in a campaign on another catalog.
 *
 * Since: 0.1
 */
void
tnk_questionnaire_add_elsewhere (TnkQuestionnaire *self,
                                 guint item,
                                 TnkElsewhere *elsewhere)
{
  TnkQuestionnaireItem *place;

  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len && TNK_IS_ELSEWHERE (elsewhere));

  place = tnk_questionnaire_item_at (self, item);
  if (place->elsewhere == NULL)
    place->elsewhere = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (place->elsewhere, g_object_ref (elsewhere));
}

/**
 * tnk_questionnaire_may_except:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Tells whether an approved exception covers the item today, so that “excepted” can be answered.
 *
 * Returns: `TRUE` if one does
 *
 * Since: 0.1
 */
gboolean
tnk_questionnaire_may_except (TnkQuestionnaire *self,
                              guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, FALSE);
  return tnk_questionnaire_item_at (self, item)->may_except;
}

/**
 * tnk_questionnaire_set_may_except:
 * @self: a questionnaire
 * @item: which item, from 0
 * @may: whether a live approved exception covers it
 *
 * Sets whether “excepted” can be answered.
 *
 * Since: 0.1
 */
void
tnk_questionnaire_set_may_except (TnkQuestionnaire *self,
                                  guint item,
                                  gboolean may)
{
  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len);
  tnk_questionnaire_item_at (self, item)->may_except = may;
}

/**
 * tnk_questionnaire_get_place:
 * @self: a questionnaire
 *
 * Gets the item at which the person was last.
 *
 * Returns: the item, or -1
 *
 * Since: 0.1
 */
int
tnk_questionnaire_get_place (TnkQuestionnaire *self)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self), -1);
  return self->place;
}

/**
 * tnk_questionnaire_set_place:
 * @self: a questionnaire
 * @item: an item, or -1
 *
 * Sets the item at which the person was last.
 *
 * Since: 0.1
 */
void
tnk_questionnaire_set_place (TnkQuestionnaire *self,
                             int item)
{
  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self) && item >= -1 && item < (int) self->items->len);
  self->place = item;
}

/**
 * tnk_questionnaire_get_promise:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Gets the month by which the person promised to do what is suggested.
 *
 * Returns: (nullable): the month, `YYYY-MM`
 *
 * Since: 0.1
 */
const char *
tnk_questionnaire_get_promise (TnkQuestionnaire *self,
                               guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, NULL);
  return tnk_questionnaire_item_at (self, item)->promise;
}

/**
 * tnk_questionnaire_set_promise:
 * @self: a questionnaire
 * @item: which item, from 0
 * @due: (nullable): the month, `YYYY-MM`
 *
 * Sets the month by which the person promised to do what is suggested.
 *
 * Since: 0.1
 */
void
tnk_questionnaire_set_promise (TnkQuestionnaire *self,
                               guint item,
                               const char *due)
{
  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len);
  tnk_set_string (&tnk_questionnaire_item_at (self, item)->promise, due);
}

/**
 * tnk_questionnaire_get_remark:
 * @self: a questionnaire
 *
 * Gets the remark with which the questionnaire was returned.
 *
 * Returns: (nullable): the newest remark, `NULL` if it does not stand returned
 *
 * Since: 0.1
 */
const char *
tnk_questionnaire_get_remark (TnkQuestionnaire *self)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self), NULL);
  return self->remark;
}

/**
 * tnk_questionnaire_set_remark:
 * @self: a questionnaire
 * @remark: (nullable): the remark
 *
 * Sets the remark with which the questionnaire was returned.
 *
 * Since: 0.1
 */
void
tnk_questionnaire_set_remark (TnkQuestionnaire *self,
                              const char *remark)
{
  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self));
  set_words (&self->remark, remark);
}

/**
 * tnk_questionnaire_get_department_closed:
 * @self: a questionnaire
 *
 * Tells whether the department in which the person is asked was closed, so that the questionnaire cannot be handed in.
 *
 * Returns: `TRUE` if it was
 *
 * Since: 0.1
 */
gboolean
tnk_questionnaire_get_department_closed (TnkQuestionnaire *self)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self), FALSE);
  return self->department_closed;
}

/**
 * tnk_questionnaire_set_department_closed:
 * @self: a questionnaire
 * @closed: whether it was
 *
 * Sets whether the department in which the person is asked was closed.
 *
 * Since: 0.1
 */
void
tnk_questionnaire_set_department_closed (TnkQuestionnaire *self,
                                         gboolean closed)
{
  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self));
  self->department_closed = closed;
}

/**
 * tnk_questionnaire_has_lapsed:
 * @self: a questionnaire
 * @item: which item, from 0
 *
 * Tells whether the person had answered “excepted”, and the exception has ended since: the item is open again, and counts as
 * unanswered until it is answered anew or a new exception covers it. What is answered anew has not lapsed.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_questionnaire_has_lapsed (TnkQuestionnaire *self,
                              guint item)
{
  g_return_val_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len, FALSE);
  return tnk_questionnaire_item_at (self, item)->lapsed && tnk_questionnaire_item_at (self, item)->value == TNK_ANSWER_VALUE_UNANSWERED;
}

/**
 * tnk_questionnaire_set_lapsed:
 * @self: a questionnaire
 * @item: which item, from 0
 * @lapsed: whether its exception has ended
 *
 * Sets whether the answer “excepted” that was given does not stand any more.
 *
 * Since: 0.1
 */
void
tnk_questionnaire_set_lapsed (TnkQuestionnaire *self,
                              guint item,
                              gboolean lapsed)
{
  g_return_if_fail (TNK_IS_QUESTIONNAIRE (self) && item < self->items->len);
  tnk_questionnaire_item_at (self, item)->lapsed = lapsed;
}
