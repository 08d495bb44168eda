/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkAuditState:
 * @TNK_AUDIT_STATE_DRAFT: 起案中, the plan is being written
 * @TNK_AUDIT_STATE_SUBMITTED: 承認待ち, the committee has the plan
 * @TNK_AUDIT_STATE_APPROVED: 承認済み
 * @TNK_AUDIT_STATE_UNDER_WAY: 実施中, the auditors look
 * @TNK_AUDIT_STATE_REPORTED: 報告済み, the committee has the report, and the findings are followed up
 * @TNK_AUDIT_STATE_CLOSED: 完了, nothing changes any more
 *
 * How far an audit is.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_AUDIT_STATE_DRAFT,
  TNK_AUDIT_STATE_SUBMITTED,
  TNK_AUDIT_STATE_APPROVED,
  TNK_AUDIT_STATE_UNDER_WAY,
  TNK_AUDIT_STATE_REPORTED,
  TNK_AUDIT_STATE_CLOSED,
} TnkAuditState;

/**
 * TNK_N_AUDIT_STATES:
 *
 * How many states of an audit there are.
 *
 * Since: 0.1
 */
#define TNK_N_AUDIT_STATES 6

const char *tnk_audit_state_to_string (TnkAuditState state);
gboolean tnk_audit_state_from_string (const char *text, TnkAuditState *state);
const char *tnk_audit_state_get_label (TnkAuditState state, const char *language);

/**
 * TnkAuditStep:
 * @TNK_AUDIT_STEP_DRAFT: 起案, the plan was begun
 * @TNK_AUDIT_STEP_CHANGE: 変更, the draft was changed
 * @TNK_AUDIT_STEP_SUBMIT: 提出, to the committee
 * @TNK_AUDIT_STEP_RETURN: 差戻し, by the committee
 * @TNK_AUDIT_STEP_EXEMPT: 特例承認, the committee lets an auditor audit what he is not independent of
 * @TNK_AUDIT_STEP_APPROVE: 承認, by the committee
 * @TNK_AUDIT_STEP_REVISE: 計画変更, an approved plan is a draft again
 * @TNK_AUDIT_STEP_START: 開始
 * @TNK_AUDIT_STEP_REPORT: 報告, to the committee
 * @TNK_AUDIT_STEP_RESUME: 再開, the committee wants the auditors to look again
 * @TNK_AUDIT_STEP_CLOSE: 完了
 *
 * What was done with an audit.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_AUDIT_STEP_DRAFT,
  TNK_AUDIT_STEP_CHANGE,
  TNK_AUDIT_STEP_SUBMIT,
  TNK_AUDIT_STEP_RETURN,
  TNK_AUDIT_STEP_EXEMPT,
  TNK_AUDIT_STEP_APPROVE,
  TNK_AUDIT_STEP_REVISE,
  TNK_AUDIT_STEP_START,
  TNK_AUDIT_STEP_REPORT,
  TNK_AUDIT_STEP_RESUME,
  TNK_AUDIT_STEP_CLOSE,
} TnkAuditStep;

/**
 * TNK_N_AUDIT_STEPS:
 *
 * How many steps there are.
 *
 * Since: 0.1
 */
#define TNK_N_AUDIT_STEPS 11

const char *tnk_audit_step_to_string (TnkAuditStep step);
gboolean tnk_audit_step_from_string (const char *text, TnkAuditStep *step);
const char *tnk_audit_step_get_label (TnkAuditStep step, const char *language);
gboolean tnk_audit_step_is_for_committee (TnkAuditStep step);

/**
 * TnkVerdict:
 * @TNK_VERDICT_NOT_EXAMINED: 未確認, nobody looked
 * @TNK_VERDICT_CONFORMS: 適合
 * @TNK_VERDICT_OBSERVATION: 観察事項, it conforms, but something is worth saying
 * @TNK_VERDICT_MINOR: 軽微な不適合
 * @TNK_VERDICT_MAJOR: 重大な不適合
 *
 * What an auditor says of a control in a department.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_VERDICT_NOT_EXAMINED,
  TNK_VERDICT_CONFORMS,
  TNK_VERDICT_OBSERVATION,
  TNK_VERDICT_MINOR,
  TNK_VERDICT_MAJOR,
} TnkVerdict;

/**
 * TNK_N_VERDICTS:
 *
 * How many verdicts there are.
 *
 * Since: 0.1
 */
#define TNK_N_VERDICTS 5

const char *tnk_verdict_to_string (TnkVerdict verdict);
gboolean tnk_verdict_from_string (const char *text, TnkVerdict *verdict);
const char *tnk_verdict_get_label (TnkVerdict verdict, const char *language);
gboolean tnk_verdict_is_nonconformity (TnkVerdict verdict);

G_END_DECLS
