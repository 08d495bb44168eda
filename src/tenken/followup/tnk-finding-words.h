/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkFindingKind:
 * @TNK_FINDING_KIND_FINDING: 指摘, must be put right
 * @TNK_FINDING_KIND_OPINION: 意見, should be thought about
 *
 * How binding a finding is.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_FINDING_KIND_FINDING,
  TNK_FINDING_KIND_OPINION,
} TnkFindingKind;

/**
 * TNK_N_FINDING_KINDS:
 *
 * How many kinds of findings there are.
 *
 * Since: 0.1
 */
#define TNK_N_FINDING_KINDS 2

const char *tnk_finding_kind_to_string (TnkFindingKind kind);
gboolean tnk_finding_kind_from_string (const char *text, TnkFindingKind *kind);
const char *tnk_finding_kind_get_label (TnkFindingKind kind, const char *language);

/**
 * TnkFindingState:
 * @TNK_FINDING_STATE_DRAFT: 起案中, only the auditors see it
 * @TNK_FINDING_STATE_ISSUED: 通知済み, the department must answer
 * @TNK_FINDING_STATE_ANSWERED: 回答済み, the department said what it does
 * @TNK_FINDING_STATE_CLOSED: 完了, the follow-up found it put right
 * @TNK_FINDING_STATE_WITHDRAWN: 取下げ
 *
 * How far a finding is.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_FINDING_STATE_DRAFT,
  TNK_FINDING_STATE_ISSUED,
  TNK_FINDING_STATE_ANSWERED,
  TNK_FINDING_STATE_CLOSED,
  TNK_FINDING_STATE_WITHDRAWN,
} TnkFindingState;

/**
 * TNK_N_FINDING_STATES:
 *
 * How many states of a finding there are.
 *
 * Since: 0.1
 */
#define TNK_N_FINDING_STATES 5

const char *tnk_finding_state_to_string (TnkFindingState state);
gboolean tnk_finding_state_from_string (const char *text, TnkFindingState *state);
const char *tnk_finding_state_get_label (TnkFindingState state, const char *language);

/**
 * TnkFollowUp:
 * @TNK_FOLLOW_UP_IMPROVED: 改善済み, closes the finding
 * @TNK_FOLLOW_UP_PARTLY: 一部改善, the department must answer again
 * @TNK_FOLLOW_UP_NOT_IMPROVED: 未改善, the department must answer again
 * @TNK_FOLLOW_UP_ACCEPTED: 了承, closes an opinion; a 指摘 is closed by what was put right alone
 *
 * What the follow-up audit (フォローアップ監査) says of a finding.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_FOLLOW_UP_IMPROVED,
  TNK_FOLLOW_UP_PARTLY,
  TNK_FOLLOW_UP_NOT_IMPROVED,
  TNK_FOLLOW_UP_ACCEPTED,
} TnkFollowUp;

/**
 * TNK_N_FOLLOW_UPS:
 *
 * How many verdicts of a follow-up there are.
 *
 * Since: 0.1
 */
#define TNK_N_FOLLOW_UPS 4

const char *tnk_follow_up_to_string (TnkFollowUp verdict);
gboolean tnk_follow_up_from_string (const char *text, TnkFollowUp *verdict);
const char *tnk_follow_up_get_label (TnkFollowUp verdict, const char *language);

/**
 * TnkSpreadAnswer:
 * @TNK_SPREAD_ANSWER_OPEN: 未回答
 * @TNK_SPREAD_ANSWER_SAME: 同じ問題あり
 * @TNK_SPREAD_ANSWER_NONE: 問題なし
 * @TNK_SPREAD_ANSWER_NOT_APPLICABLE: 該当なし, the department has nothing of the kind
 *
 * What another department says when it is asked whether it has the same problem.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_SPREAD_ANSWER_OPEN,
  TNK_SPREAD_ANSWER_SAME,
  TNK_SPREAD_ANSWER_NONE,
  TNK_SPREAD_ANSWER_NOT_APPLICABLE,
} TnkSpreadAnswer;

/**
 * TNK_N_SPREAD_ANSWERS:
 *
 * How many answers of a spread there are.
 *
 * Since: 0.1
 */
#define TNK_N_SPREAD_ANSWERS 4

const char *tnk_spread_answer_to_string (TnkSpreadAnswer answer);
gboolean tnk_spread_answer_from_string (const char *text, TnkSpreadAnswer *answer);
const char *tnk_spread_answer_get_label (TnkSpreadAnswer answer, const char *language);

G_END_DECLS
