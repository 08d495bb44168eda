/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-questionnaire-state.h"

static const char *const states[] = {"draft", "submitted", "returned", "accepted"};

/**
 * tnk_questionnaire_state_to_string:
 * @state: a state
 *
 * Gets the word that files use for a state.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_questionnaire_state_to_string (TnkQuestionnaireState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (states), NULL);
  return states[state];
}

/**
 * tnk_questionnaire_state_from_string:
 * @text: a word
 * @state: (out): the state
 *
 * Reads the word that files use for a state.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_questionnaire_state_from_string (const char *text,
                                     TnkQuestionnaireState *state)
{
  g_return_val_if_fail (text != NULL && state != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i], text)) {
      *state = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * tnk_questionnaire_state_counts:
 * @state: a state
 *
 * Tells whether the answers of a questionnaire in this state count for everybody: those of submitted and accepted ones
 * do.
 *
 * Returns: `TRUE` if they do
 *
 * Since: 0.1
 */
gboolean
tnk_questionnaire_state_counts (TnkQuestionnaireState state)
{
  return state == TNK_QUESTIONNAIRE_STATE_SUBMITTED || state == TNK_QUESTIONNAIRE_STATE_ACCEPTED;
}

/**
 * tnk_questionnaire_state_can_become:
 * @from: a state
 * @to: another state
 *
 * Tells whether a questionnaire can be moved from one state to the other: a draft or returned one is submitted, a
 * submitted one is accepted or returned, an accepted one is returned.
 *
 * Returns: `TRUE` if it can
 *
 * Since: 0.1
 */
gboolean
tnk_questionnaire_state_can_become (TnkQuestionnaireState from,
                                    TnkQuestionnaireState to)
{
  switch (to) {
  case TNK_QUESTIONNAIRE_STATE_SUBMITTED:
    return from == TNK_QUESTIONNAIRE_STATE_DRAFT || from == TNK_QUESTIONNAIRE_STATE_RETURNED;
  case TNK_QUESTIONNAIRE_STATE_RETURNED:
    return from == TNK_QUESTIONNAIRE_STATE_SUBMITTED || from == TNK_QUESTIONNAIRE_STATE_ACCEPTED;
  case TNK_QUESTIONNAIRE_STATE_ACCEPTED:
    return from == TNK_QUESTIONNAIRE_STATE_SUBMITTED;
  case TNK_QUESTIONNAIRE_STATE_DRAFT:
  default:
    return FALSE;
  }
}
