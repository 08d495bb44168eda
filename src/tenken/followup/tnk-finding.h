/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-control.h"
#include "tnk-finding-words.h"
#include "tnk-spread.h"

G_BEGIN_DECLS

/**
 * TnkFindingField:
 * @TNK_FINDING_FIELD_TITLE: what it is about, one line
 * @TNK_FINDING_FIELD_FACT: what was found
 * @TNK_FINDING_FIELD_CAUSE: why it came to that
 * @TNK_FINDING_FIELD_RECOMMENDATION: what should be done
 * @TNK_FINDING_FIELD_DUE: until when, ISO 8601; a 指摘 has one
 * @TNK_FINDING_FIELD_REMARK: why it was withdrawn, else empty
 *
 * What is written into a finding.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_FINDING_FIELD_TITLE,
  TNK_FINDING_FIELD_FACT,
  TNK_FINDING_FIELD_CAUSE,
  TNK_FINDING_FIELD_RECOMMENDATION,
  TNK_FINDING_FIELD_DUE,
  TNK_FINDING_FIELD_REMARK,
} TnkFindingField;

/**
 * TNK_N_FINDING_FIELDS:
 *
 * How many fields there are.
 *
 * Since: 0.1
 */
#define TNK_N_FINDING_FIELDS 6

const char *tnk_finding_field_to_string (TnkFindingField field);

#define TNK_TYPE_FINDING (tnk_finding_get_type ())

/**
 * TnkFinding:
 *
 * A finding of an audit (監査の指摘事項・意見): what is wrong in a department, what the department answers, and what the
 * follow-up says of that.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkFinding, tnk_finding, TNK, FINDING, GObject)

TnkFinding *tnk_finding_new (TnkFindingKind kind, TnkControl *control, const char *department_id);
TnkFinding *tnk_finding_copy (TnkFinding *self);
const char *tnk_finding_get_id (TnkFinding *self);
guint tnk_finding_get_revision (TnkFinding *self);
TnkFindingKind tnk_finding_get_kind (TnkFinding *self);
void tnk_finding_set_kind (TnkFinding *self, TnkFindingKind kind);
TnkControl *tnk_finding_get_control (TnkFinding *self);
const char *tnk_finding_get_department_id (TnkFinding *self);
TnkFindingState tnk_finding_get_state (TnkFinding *self);
const char *tnk_finding_get_issued_at (TnkFinding *self);
gboolean tnk_finding_is_open (TnkFinding *self);
gboolean tnk_finding_is_overdue (TnkFinding *self, const char *today);
const char *tnk_finding_get (TnkFinding *self, TnkFindingField field);
gboolean tnk_finding_set (TnkFinding *self, TnkFindingField field, const char *value, GError **error);
gboolean tnk_finding_check (TnkFinding *self, GError **error);

gboolean tnk_finding_issue (TnkFinding *self, GError **error);
gboolean tnk_finding_withdraw (TnkFinding *self, const char *remark, GError **error);

guint tnk_finding_get_n_responses (TnkFinding *self);
const char *tnk_finding_get_response_time (TnkFinding *self, guint response);
const char *tnk_finding_get_response_writer (TnkFinding *self, guint response);
const char *tnk_finding_get_response_text (TnkFinding *self, guint response);
const char *tnk_finding_get_response_action (TnkFinding *self, guint response);
const char *tnk_finding_get_response_due (TnkFinding *self, guint response);
gboolean tnk_finding_respond (TnkFinding *self, const char *person_id, const char *text, const char *action, const char *due, GError **error);

guint tnk_finding_get_n_follow_ups (TnkFinding *self);
const char *tnk_finding_get_follow_up_time (TnkFinding *self, guint follow_up);
const char *tnk_finding_get_follow_up_writer (TnkFinding *self, guint follow_up);
TnkFollowUp tnk_finding_get_follow_up_verdict (TnkFinding *self, guint follow_up);
const char *tnk_finding_get_follow_up_seen (TnkFinding *self, guint follow_up);
gboolean tnk_finding_follow_up (TnkFinding *self, const char *person_id, TnkFollowUp verdict, const char *seen, GError **error);

guint tnk_finding_get_n_spreads (TnkFinding *self);
TnkSpread *tnk_finding_get_spread (TnkFinding *self, guint spread);
TnkSpread *tnk_finding_lookup_spread (TnkFinding *self, const char *department_id);
guint tnk_finding_count_spreads (TnkFinding *self, TnkSpreadAnswer answer);

G_END_DECLS
