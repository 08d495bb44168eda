/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include "tnk-mark.h"
#include "tnk-role.h"
#include "tnk-text.h"

G_BEGIN_DECLS

#define TNK_TYPE_QUESTION (tnk_question_get_type ())

/**
 * TnkQuestion:
 *
 * A question: what some roles are asked about one control, in words that they understand. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkQuestion, tnk_question, TNK, QUESTION, GObject)

const char *tnk_question_get_id (TnkQuestion *self);
TnkQuestionKind tnk_question_get_kind (TnkQuestion *self);
TnkText *tnk_question_get_text (TnkQuestion *self);
TnkText *tnk_question_get_guidance (TnkQuestion *self);
TnkText *tnk_question_get_evidence (TnkQuestion *self);
TnkText *tnk_question_get_improvement (TnkQuestion *self);
const char *tnk_question_get_ask_if (TnkQuestion *self);
gboolean tnk_question_asks (TnkQuestion *self, TnkRole *role);
TnkText *tnk_question_get_anchor (TnkQuestion *self, TnkAnswerValue value);
guint tnk_question_get_n_reasons (TnkQuestion *self);
TnkText *tnk_question_get_reason (TnkQuestion *self, guint position);
guint tnk_question_get_n_choices (TnkQuestion *self);
const char *tnk_question_get_choice_id (TnkQuestion *self, guint position);
TnkText *tnk_question_get_choice (TnkQuestion *self, guint position);
const char *const *tnk_question_get_ask_if_answers (TnkQuestion *self);

G_END_DECLS
