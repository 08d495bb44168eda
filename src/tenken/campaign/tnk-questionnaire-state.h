/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkQuestionnaireState:
 * @TNK_QUESTIONNAIRE_STATE_DRAFT: 下書き, being answered
 * @TNK_QUESTIONNAIRE_STATE_SUBMITTED: 提出済み
 * @TNK_QUESTIONNAIRE_STATE_RETURNED: 差し戻し, to be answered again; counts like a draft
 * @TNK_QUESTIONNAIRE_STATE_ACCEPTED: 受理
 *
 * How far a questionnaire is.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_QUESTIONNAIRE_STATE_DRAFT,
  TNK_QUESTIONNAIRE_STATE_SUBMITTED,
  TNK_QUESTIONNAIRE_STATE_RETURNED,
  TNK_QUESTIONNAIRE_STATE_ACCEPTED,
} TnkQuestionnaireState;

const char *tnk_questionnaire_state_to_string (TnkQuestionnaireState state);
gboolean tnk_questionnaire_state_from_string (const char *text, TnkQuestionnaireState *state);
gboolean tnk_questionnaire_state_counts (TnkQuestionnaireState state);
gboolean tnk_questionnaire_state_can_become (TnkQuestionnaireState from, TnkQuestionnaireState to);

G_END_DECLS
