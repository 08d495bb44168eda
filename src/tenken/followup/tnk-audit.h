/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-audit-words.h"
#include "tnk-body.h"
#include "tnk-campaign.h"

G_BEGIN_DECLS

/**
 * TnkAuditField:
 * @TNK_AUDIT_FIELD_TITLE: what it is called, one line
 * @TNK_AUDIT_FIELD_PURPOSE: 目的
 * @TNK_AUDIT_FIELD_METHOD: 方法, also what is done so that work does not stop
 * @TNK_AUDIT_FIELD_STARTS: the first day, ISO 8601, or empty
 * @TNK_AUDIT_FIELD_ENDS: the last day, ISO 8601, or empty
 * @TNK_AUDIT_FIELD_SUMMARY: 総括, what the report says as a whole; written while the audit is under way
 *
 * What is written into the plan of an audit.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_AUDIT_FIELD_TITLE,
  TNK_AUDIT_FIELD_PURPOSE,
  TNK_AUDIT_FIELD_METHOD,
  TNK_AUDIT_FIELD_STARTS,
  TNK_AUDIT_FIELD_ENDS,
  TNK_AUDIT_FIELD_SUMMARY,
} TnkAuditField;

/**
 * TNK_N_AUDIT_FIELDS:
 *
 * How many fields there are.
 *
 * Since: 0.1
 */
#define TNK_N_AUDIT_FIELDS 6

const char *tnk_audit_field_to_string (TnkAuditField field);

#define TNK_TYPE_AUDIT (tnk_audit_get_type ())

/**
 * TnkAudit:
 *
 * An audit (監査): its plan — purpose, method, departments and controls, auditors, days — and how far it is.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkAudit, tnk_audit, TNK, AUDIT, GObject)

TnkAudit *tnk_audit_new (TnkCampaign *campaign);
TnkAudit *tnk_audit_copy (TnkAudit *self);
TnkCampaign *tnk_audit_get_campaign (TnkAudit *self);
const char *tnk_audit_get_id (TnkAudit *self);
guint tnk_audit_get_revision (TnkAudit *self);
TnkAuditState tnk_audit_get_state (TnkAudit *self);
const char *tnk_audit_get (TnkAudit *self, TnkAuditField field);
gboolean tnk_audit_set (TnkAudit *self, TnkAuditField field, const char *value, GError **error);

const char *const *tnk_audit_get_departments (TnkAudit *self);
gboolean tnk_audit_set_departments (TnkAudit *self, const char *const *departments, GError **error);
const char *const *tnk_audit_get_controls (TnkAudit *self);
gboolean tnk_audit_set_controls (TnkAudit *self, const char *const *controls, GError **error);
gboolean tnk_audit_has_control (TnkAudit *self, const char *control_id);
gboolean tnk_audit_covers (TnkAudit *self, TnkDepartment *department);
const char *const *tnk_audit_get_auditors (TnkAudit *self);
gboolean tnk_audit_set_auditors (TnkAudit *self, const char *const *auditors, GError **error);
gboolean tnk_audit_has_auditor (TnkAudit *self, const char *person_id);

guint tnk_audit_get_n_exemptions (TnkAudit *self);
const char *tnk_audit_get_exemption_auditor (TnkAudit *self, guint exemption);
const char *tnk_audit_get_exemption_department (TnkAudit *self, guint exemption);
const char *tnk_audit_get_exemption_reason (TnkAudit *self, guint exemption);
const char *tnk_audit_get_exemption_approver (TnkAudit *self, guint exemption);
gboolean tnk_audit_find_exemption (TnkAudit *self, const char *person_id, const char *department_id, guint *exemption);
gboolean tnk_audit_ask_exemption (TnkAudit *self, const char *person_id, const char *department_id, const char *reason, GError **error);
gboolean tnk_audit_approve_exemption (TnkAudit *self, const char *person_id, const char *department_id, const char *approver, GError **error);

guint tnk_audit_get_n_steps (TnkAudit *self);
TnkAuditStep tnk_audit_get_step (TnkAudit *self, guint step);
const char *tnk_audit_get_step_time (TnkAudit *self, guint step);
const char *tnk_audit_get_step_writer (TnkAudit *self, guint step);
const char *tnk_audit_get_step_remark (TnkAudit *self, guint step);
const char *tnk_audit_find_writer (TnkAudit *self, TnkAuditStep step);

gboolean tnk_audit_can_take (TnkAudit *self, TnkAuditStep step);
gboolean tnk_audit_take (TnkAudit *self, TnkAuditStep step, const char *person_id, const char *remark, GError **error);
gboolean tnk_audit_check (TnkAudit *self, TnkBody *tree, GError **error);
gboolean tnk_audit_check_decider (TnkAudit *self, const char *person_id, GError **error);

G_END_DECLS
