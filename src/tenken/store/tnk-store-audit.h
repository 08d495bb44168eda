/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-agreement.h"
#include "tnk-independence.h"
#include "tnk-store.h"

G_BEGIN_DECLS

GPtrArray *tnk_store_list_audits (TnkStore *self, const char *campaign_id, GError **error);
TnkAuditBook *tnk_store_load_audit (TnkStore *self, const char *audit_id, GError **error);
GPtrArray *tnk_store_list_conflicts (TnkStore *self, TnkAudit *audit, GError **error);
GPtrArray *tnk_store_list_agreement (TnkStore *self, const char *audit_id, TnkScopeKind by, const char *language, GCancellable *cancellable, GError **error);

TnkAudit *tnk_store_save_audit (TnkStore *self, TnkAudit *audit, const char *by, GError **error);
TnkAudit *tnk_store_move_audit (TnkStore *self, const char *audit_id, guint revision, TnkAuditStep step, const char *remark, const char *by, GError **error);
TnkAudit *tnk_store_exempt_auditor (TnkStore *self, const char *audit_id, guint revision, const char *auditor, const char *department_id, const char *by, GError **error);

TnkWorkPaper *tnk_store_save_work_paper (TnkStore *self, const char *audit_id, TnkWorkPaper *paper, const char *by, GError **error);
gboolean tnk_store_save_work_papers (TnkStore *self, const char *audit_id, GPtrArray *papers, const char *by, GError **error);
GPtrArray *tnk_store_preview_work_papers (TnkStore *self, const char *audit_id, const char *filename, const char *by, GPtrArray **problems, GError **error);
gboolean tnk_store_import_work_papers (TnkStore *self, const char *audit_id, const char *filename, const char *by, guint *n_papers, GPtrArray **problems, GError **error);

TnkFinding *tnk_store_save_finding (TnkStore *self, const char *audit_id, TnkFinding *finding, const char *by, GError **error);
TnkFinding *tnk_store_issue_finding (TnkStore *self, const char *audit_id, const char *finding_id, guint revision, const char *by, GError **error);
TnkFinding *tnk_store_withdraw_finding (TnkStore *self, const char *audit_id, const char *finding_id, guint revision, const char *remark, const char *by, GError **error);
TnkFinding *tnk_store_respond_finding (TnkStore *self, const char *audit_id, const char *finding_id, guint revision, const char *text, const char *action, const char *due, const char *by, GError **error);
TnkFinding *tnk_store_follow_up_finding (TnkStore *self, const char *audit_id, const char *finding_id, guint revision, TnkFollowUp verdict, const char *seen, const char *by, GError **error);
TnkFinding *tnk_store_spread_finding (TnkStore *self, const char *audit_id, const char *finding_id, guint revision, const char *const *departments, const char *question, const char *due, const char *by, GError **error);
TnkFinding *tnk_store_answer_spread (TnkStore *self, const char *audit_id, const char *finding_id, const char *department_id, guint revision, TnkSpreadAnswer answer, const char *text, const char *action, const char *action_due, const char *by, GError **error);

TnkAttachment *tnk_store_attach_to_paper (TnkStore *self, const char *audit_id, const char *control_id, const char *department_id, const char *filename, const char *by, GError **error);
TnkAttachment *tnk_store_attach_to_finding (TnkStore *self, const char *audit_id, const char *finding_id, const char *filename, const char *by, GError **error);
gboolean tnk_store_export_attachment (TnkStore *self, const char *audit_id, const char *attachment_id, const char *filename, GError **error);

G_END_DECLS
