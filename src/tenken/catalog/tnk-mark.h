/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkMark:
 * @TNK_MARK_NONE: the role has no part in the control
 * @TNK_MARK_RESPONSIBLE: ○, the role must keep the control; gives a scored question
 * @TNK_MARK_INFORMED: △, the role is told or named; gives an unscored question
 * @TNK_MARK_PERMITS: 許, the role gives permission; gives a scored question
 * @TNK_MARK_APPROVES: 承, the role gives approval; gives a scored question
 *
 * The marks of the responsibility matrix (権限・責任等一覧表).
 *
 * Since: 0.1
 */
typedef enum {
  TNK_MARK_NONE,
  TNK_MARK_RESPONSIBLE,
  TNK_MARK_INFORMED,
  TNK_MARK_PERMITS,
  TNK_MARK_APPROVES,
} TnkMark;

/**
 * TnkLevel:
 * @TNK_LEVEL_REQUIRED: 必須, everybody must keep it
 * @TNK_LEVEL_RECOMMENDED: 推奨, required once the body adopts it
 *
 * How binding a control is.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_LEVEL_REQUIRED,
  TNK_LEVEL_RECOMMENDED,
} TnkLevel;

/**
 * TnkQuestionKind:
 * @TNK_QUESTION_KIND_SCALE: the five answers; the only kind that is scored
 * @TNK_QUESTION_KIND_SINGLE: one of several choices
 * @TNK_QUESTION_KIND_MULTIPLE: any of several choices
 * @TNK_QUESTION_KIND_NUMBER: a number
 * @TNK_QUESTION_KIND_DATE: a date, ISO 8601
 * @TNK_QUESTION_KIND_SHORT_TEXT: a line of text
 * @TNK_QUESTION_KIND_LONG_TEXT: several lines of text
 *
 * How a question is answered.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_QUESTION_KIND_SCALE,
  TNK_QUESTION_KIND_SINGLE,
  TNK_QUESTION_KIND_MULTIPLE,
  TNK_QUESTION_KIND_NUMBER,
  TNK_QUESTION_KIND_DATE,
  TNK_QUESTION_KIND_SHORT_TEXT,
  TNK_QUESTION_KIND_LONG_TEXT,
} TnkQuestionKind;

/**
 * TnkAnswerValue:
 * @TNK_ANSWER_VALUE_UNANSWERED: 未回答
 * @TNK_ANSWER_VALUE_IMPLEMENTED: 実施済み, two half-points
 * @TNK_ANSWER_VALUE_PARTIAL: 一部実施, one half-point
 * @TNK_ANSWER_VALUE_NOT_IMPLEMENTED: 未実施, no half-point
 * @TNK_ANSWER_VALUE_NOT_APPLICABLE: 対象外, leaves the denominator; needs a reason
 * @TNK_ANSWER_VALUE_EXCEPTED: 例外措置, leaves the denominator; needs a live exception
 *
 * The five answers, and none.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_ANSWER_VALUE_UNANSWERED,
  TNK_ANSWER_VALUE_IMPLEMENTED,
  TNK_ANSWER_VALUE_PARTIAL,
  TNK_ANSWER_VALUE_NOT_IMPLEMENTED,
  TNK_ANSWER_VALUE_NOT_APPLICABLE,
  TNK_ANSWER_VALUE_EXCEPTED,
} TnkAnswerValue;

/**
 * TNK_N_ANSWER_VALUES:
 *
 * How many values [enum@TnkAnswerValue] has.
 *
 * Since: 0.1
 */
#define TNK_N_ANSWER_VALUES 6

const char *tnk_mark_to_string (TnkMark mark);
const char *tnk_mark_to_symbol (TnkMark mark);
gboolean tnk_mark_from_string (const char *text,
                               TnkMark *mark);
gboolean tnk_mark_is_scored (TnkMark mark);
const char *tnk_level_to_string (TnkLevel level);
gboolean tnk_level_from_string (const char *text,
                                TnkLevel *level);
const char *tnk_question_kind_to_string (TnkQuestionKind kind);
gboolean tnk_question_kind_from_string (const char *text,
                                        TnkQuestionKind *kind);
const char *tnk_answer_value_to_string (TnkAnswerValue value);
gboolean tnk_answer_value_from_string (const char *text,
                                       TnkAnswerValue *value);

G_END_DECLS
