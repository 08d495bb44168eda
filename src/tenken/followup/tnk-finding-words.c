/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-finding-words.h"

#include "tnk-word-private.h"

static const TnkWord finding_kinds[TNK_N_FINDING_KINDS] = {
  [TNK_FINDING_KIND_FINDING] = {"finding", "指摘", "Finding"},
  [TNK_FINDING_KIND_OPINION] = {"opinion", "意見", "Opinion"},
};

/**
 * tnk_finding_kind_to_string:
 * @kind: a kind of findings
 *
 * Gets the word that the command line and the store use for a kind of findings.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_finding_kind_to_string (TnkFindingKind kind)
{
  g_return_val_if_fail ((guint) kind < TNK_N_FINDING_KINDS, NULL);
  return finding_kinds[kind].word;
}

/**
 * tnk_finding_kind_from_string:
 * @text: a word
 * @kind: (out): what it says
 *
 * Reads the word that the command line and the store use for a kind of findings.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_finding_kind_from_string (const char *text,
                              TnkFindingKind *kind)
{
  guint found = 0;

  g_return_val_if_fail (text != NULL && kind != NULL, FALSE);

  if (!tnk_word_find (finding_kinds, TNK_N_FINDING_KINDS, text, &found))
    return FALSE;
  *kind = found;
  return TRUE;
}

/**
 * tnk_finding_kind_get_label:
 * @kind: a kind of findings
 * @language: (nullable): the language, `ja` or `en`
 *
 * Gets how people read a kind of findings.
 *
 * Returns: the label
 *
 * Since: 0.1
 */
const char *
tnk_finding_kind_get_label (TnkFindingKind kind,
                            const char *language)
{
  g_return_val_if_fail ((guint) kind < TNK_N_FINDING_KINDS, NULL);
  return tnk_word_get_label (&finding_kinds[kind], language);
}

static const TnkWord finding_states[TNK_N_FINDING_STATES] = {
  [TNK_FINDING_STATE_DRAFT] = {"draft", "起案中", "Draft"},
  [TNK_FINDING_STATE_ISSUED] = {"issued", "通知済み", "Issued"},
  [TNK_FINDING_STATE_ANSWERED] = {"answered", "回答済み", "Answered"},
  [TNK_FINDING_STATE_CLOSED] = {"closed", "完了", "Closed"},
  [TNK_FINDING_STATE_WITHDRAWN] = {"withdrawn", "取下げ", "Withdrawn"},
};

/**
 * tnk_finding_state_to_string:
 * @state: how far a finding is
 *
 * Gets the word that the command line and the store use for how far a finding is.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_finding_state_to_string (TnkFindingState state)
{
  g_return_val_if_fail ((guint) state < TNK_N_FINDING_STATES, NULL);
  return finding_states[state].word;
}

/**
 * tnk_finding_state_from_string:
 * @text: a word
 * @state: (out): what it says
 *
 * Reads the word that the command line and the store use for how far a finding is.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_finding_state_from_string (const char *text,
                               TnkFindingState *state)
{
  guint found = 0;

  g_return_val_if_fail (text != NULL && state != NULL, FALSE);

  if (!tnk_word_find (finding_states, TNK_N_FINDING_STATES, text, &found))
    return FALSE;
  *state = found;
  return TRUE;
}

/**
 * tnk_finding_state_get_label:
 * @state: how far a finding is
 * @language: (nullable): the language, `ja` or `en`
 *
 * Gets how people read how far a finding is.
 *
 * Returns: the label
 *
 * Since: 0.1
 */
const char *
tnk_finding_state_get_label (TnkFindingState state,
                             const char *language)
{
  g_return_val_if_fail ((guint) state < TNK_N_FINDING_STATES, NULL);
  return tnk_word_get_label (&finding_states[state], language);
}

static const TnkWord follow_ups[TNK_N_FOLLOW_UPS] = {
  [TNK_FOLLOW_UP_IMPROVED] = {"improved", "改善済み", "Improved"},
  [TNK_FOLLOW_UP_PARTLY] = {"partly", "一部改善", "Partly improved"},
  [TNK_FOLLOW_UP_NOT_IMPROVED] = {"not_improved", "未改善", "Not improved"},
  [TNK_FOLLOW_UP_ACCEPTED] = {"accepted", "了承", "Accepted"},
};

/**
 * tnk_follow_up_to_string:
 * @verdict: the verdict of a follow-up
 *
 * Gets the word that the command line and the store use for the verdict of a follow-up.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_follow_up_to_string (TnkFollowUp verdict)
{
  g_return_val_if_fail ((guint) verdict < TNK_N_FOLLOW_UPS, NULL);
  return follow_ups[verdict].word;
}

/**
 * tnk_follow_up_from_string:
 * @text: a word
 * @verdict: (out): what it says
 *
 * Reads the word that the command line and the store use for the verdict of a follow-up.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_follow_up_from_string (const char *text,
                           TnkFollowUp *verdict)
{
  guint found = 0;

  g_return_val_if_fail (text != NULL && verdict != NULL, FALSE);

  if (!tnk_word_find (follow_ups, TNK_N_FOLLOW_UPS, text, &found))
    return FALSE;
  *verdict = found;
  return TRUE;
}

/**
 * tnk_follow_up_get_label:
 * @verdict: the verdict of a follow-up
 * @language: (nullable): the language, `ja` or `en`
 *
 * Gets how people read the verdict of a follow-up.
 *
 * Returns: the label
 *
 * Since: 0.1
 */
const char *
tnk_follow_up_get_label (TnkFollowUp verdict,
                         const char *language)
{
  g_return_val_if_fail ((guint) verdict < TNK_N_FOLLOW_UPS, NULL);
  return tnk_word_get_label (&follow_ups[verdict], language);
}

static const TnkWord spread_answers[TNK_N_SPREAD_ANSWERS] = {
  [TNK_SPREAD_ANSWER_OPEN] = {"open", "未回答", "Not answered"},
  [TNK_SPREAD_ANSWER_SAME] = {"same", "同じ問題あり", "Same problem"},
  [TNK_SPREAD_ANSWER_NONE] = {"none", "問題なし", "No problem"},
  [TNK_SPREAD_ANSWER_NOT_APPLICABLE] = {"not_applicable", "該当なし", "Not applicable"},
};

/**
 * tnk_spread_answer_to_string:
 * @answer: the answer to a spread
 *
 * Gets the word that the command line and the store use for the answer to a spread.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_spread_answer_to_string (TnkSpreadAnswer answer)
{
  g_return_val_if_fail ((guint) answer < TNK_N_SPREAD_ANSWERS, NULL);
  return spread_answers[answer].word;
}

/**
 * tnk_spread_answer_from_string:
 * @text: a word
 * @answer: (out): what it says
 *
 * Reads the word that the command line and the store use for the answer to a spread.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_spread_answer_from_string (const char *text,
                               TnkSpreadAnswer *answer)
{
  guint found = 0;

  g_return_val_if_fail (text != NULL && answer != NULL, FALSE);

  if (!tnk_word_find (spread_answers, TNK_N_SPREAD_ANSWERS, text, &found))
    return FALSE;
  *answer = found;
  return TRUE;
}

/**
 * tnk_spread_answer_get_label:
 * @answer: the answer to a spread
 * @language: (nullable): the language, `ja` or `en`
 *
 * Gets how people read the answer to a spread.
 *
 * Returns: the label
 *
 * Since: 0.1
 */
const char *
tnk_spread_answer_get_label (TnkSpreadAnswer answer,
                             const char *language)
{
  g_return_val_if_fail ((guint) answer < TNK_N_SPREAD_ANSWERS, NULL);
  return tnk_word_get_label (&spread_answers[answer], language);
}
