/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-words.h"

#include "tnk-word-private.h"

static const TnkWord audit_states[TNK_N_AUDIT_STATES] = {
  [TNK_AUDIT_STATE_DRAFT] = {"draft", "起案中", "Draft"},
  [TNK_AUDIT_STATE_SUBMITTED] = {"submitted", "承認待ち", "Submitted"},
  [TNK_AUDIT_STATE_APPROVED] = {"approved", "承認済み", "Approved"},
  [TNK_AUDIT_STATE_UNDER_WAY] = {"under_way", "実施中", "Under way"},
  [TNK_AUDIT_STATE_REPORTED] = {"reported", "報告済み", "Reported"},
  [TNK_AUDIT_STATE_CLOSED] = {"closed", "完了", "Closed"},
};

/**
 * tnk_audit_state_to_string:
 * @state: how far an audit is
 *
 * Gets the word that the command line and the store use for how far an audit is.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_audit_state_to_string (TnkAuditState state)
{
  g_return_val_if_fail ((guint) state < TNK_N_AUDIT_STATES, NULL);
  return audit_states[state].word;
}

/**
 * tnk_audit_state_from_string:
 * @text: a word
 * @state: (out): what it says
 *
 * Reads the word that the command line and the store use for how far an audit is.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_audit_state_from_string (const char *text,
                             TnkAuditState *state)
{
  guint found = 0;

  g_return_val_if_fail (text != NULL && state != NULL, FALSE);

  if (!tnk_word_find (audit_states, TNK_N_AUDIT_STATES, text, &found))
    return FALSE;
  *state = found;
  return TRUE;
}

/**
 * tnk_audit_state_get_label:
 * @state: how far an audit is
 * @language: (nullable): the language, `ja` or `en`
 *
 * Gets how people read how far an audit is.
 *
 * Returns: the label
 *
 * Since: 0.1
 */
const char *
tnk_audit_state_get_label (TnkAuditState state,
                           const char *language)
{
  g_return_val_if_fail ((guint) state < TNK_N_AUDIT_STATES, NULL);
  return tnk_word_get_label (&audit_states[state], language);
}

static const TnkWord audit_steps[TNK_N_AUDIT_STEPS] = {
  [TNK_AUDIT_STEP_DRAFT] = {"draft", "起案", "Drafted"},
  [TNK_AUDIT_STEP_CHANGE] = {"change", "変更", "Changed"},
  [TNK_AUDIT_STEP_SUBMIT] = {"submit", "提出", "Submitted"},
  [TNK_AUDIT_STEP_RETURN] = {"return", "差戻し", "Returned"},
  [TNK_AUDIT_STEP_EXEMPT] = {"exempt", "特例承認", "Exemption approved"},
  [TNK_AUDIT_STEP_APPROVE] = {"approve", "承認", "Approved"},
  [TNK_AUDIT_STEP_REVISE] = {"revise", "計画変更", "Revised"},
  [TNK_AUDIT_STEP_START] = {"start", "開始", "Started"},
  [TNK_AUDIT_STEP_REPORT] = {"report", "報告", "Reported"},
  [TNK_AUDIT_STEP_RESUME] = {"resume", "再開", "Resumed"},
  [TNK_AUDIT_STEP_CLOSE] = {"close", "完了", "Closed"},
};

/**
 * tnk_audit_step_to_string:
 * @step: a step of an audit
 *
 * Gets the word that the command line and the store use for a step of an audit.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_audit_step_to_string (TnkAuditStep step)
{
  g_return_val_if_fail ((guint) step < TNK_N_AUDIT_STEPS, NULL);
  return audit_steps[step].word;
}

/**
 * tnk_audit_step_from_string:
 * @text: a word
 * @step: (out): what it says
 *
 * Reads the word that the command line and the store use for a step of an audit.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_audit_step_from_string (const char *text,
                            TnkAuditStep *step)
{
  guint found = 0;

  g_return_val_if_fail (text != NULL && step != NULL, FALSE);

  if (!tnk_word_find (audit_steps, TNK_N_AUDIT_STEPS, text, &found))
    return FALSE;
  *step = found;
  return TRUE;
}

/**
 * tnk_audit_step_get_label:
 * @step: a step of an audit
 * @language: (nullable): the language, `ja` or `en`
 *
 * Gets how people read a step of an audit.
 *
 * Returns: the label
 *
 * Since: 0.1
 */
const char *
tnk_audit_step_get_label (TnkAuditStep step,
                          const char *language)
{
  g_return_val_if_fail ((guint) step < TNK_N_AUDIT_STEPS, NULL);
  return tnk_word_get_label (&audit_steps[step], language);
}

static const TnkWord verdicts[TNK_N_VERDICTS] = {
  [TNK_VERDICT_NOT_EXAMINED] = {"not_examined", "未確認", "Not examined"},
  [TNK_VERDICT_CONFORMS] = {"conforms", "適合", "Conforms"},
  [TNK_VERDICT_OBSERVATION] = {"observation", "観察事項", "Observation"},
  [TNK_VERDICT_MINOR] = {"minor", "軽微な不適合", "Minor nonconformity"},
  [TNK_VERDICT_MAJOR] = {"major", "重大な不適合", "Major nonconformity"},
};

/**
 * tnk_verdict_to_string:
 * @verdict: a verdict
 *
 * Gets the word that the command line and the store use for a verdict.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_verdict_to_string (TnkVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < TNK_N_VERDICTS, NULL);
  return verdicts[verdict].word;
}

/**
 * tnk_verdict_from_string:
 * @text: a word
 * @verdict: (out): what it says
 *
 * Reads the word that the command line and the store use for a verdict.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_verdict_from_string (const char *text,
                         TnkVerdict *verdict)
{
  guint found = 0;

  g_return_val_if_fail (text != NULL && verdict != NULL, FALSE);

  if (!tnk_word_find (verdicts, TNK_N_VERDICTS, text, &found))
    return FALSE;
  *verdict = found;
  return TRUE;
}

/**
 * tnk_verdict_get_label:
 * @verdict: a verdict
 * @language: (nullable): the language, `ja` or `en`
 *
 * Gets how people read a verdict.
 *
 * Returns: the label
 *
 * Since: 0.1
 */
const char *
tnk_verdict_get_label (TnkVerdict verdict,
                       const char *language)
{
  g_return_val_if_fail ((guint) verdict < TNK_N_VERDICTS, NULL);
  return tnk_word_get_label (&verdicts[verdict], language);
}

/**
 * tnk_audit_step_is_for_committee:
 * @step: a step
 *
 * Says whether the committee takes the step; the others are for whoever audits.
 *
 * Returns: `TRUE` if it is the committee’s
 *
 * Since: 0.1
 */
gboolean
tnk_audit_step_is_for_committee (TnkAuditStep step)
{
  return step == TNK_AUDIT_STEP_RETURN || step == TNK_AUDIT_STEP_EXEMPT || step == TNK_AUDIT_STEP_APPROVE ||
         step == TNK_AUDIT_STEP_RESUME;
}

/**
 * tnk_verdict_is_nonconformity:
 * @verdict: a verdict
 *
 * Says whether the control is not kept.
 *
 * Returns: `TRUE` for a minor and for a major nonconformity
 *
 * Since: 0.1
 */
gboolean
tnk_verdict_is_nonconformity (TnkVerdict verdict)
{
  return verdict == TNK_VERDICT_MINOR || verdict == TNK_VERDICT_MAJOR;
}
