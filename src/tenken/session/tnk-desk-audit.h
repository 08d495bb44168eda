/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk.h"
#include "tnk-store-audit.h"

G_BEGIN_DECLS

GPtrArray *tnk_desk_list_audits (TnkDesk *self, const char *campaign_id, const char *department_id, GError **error);
TnkAuditBook *tnk_desk_load_audit (TnkDesk *self, const char *audit_id, const char *department_id, GError **error);
gboolean tnk_desk_count_self_answers (TnkDesk *self, const char *audit_id, const char *control_id, const char *department_id, TnkCounts *counts, GError **error);
GPtrArray *tnk_desk_list_agreement (TnkDesk *self, const char *audit_id, TnkScopeKind by, const char *language, GCancellable *cancellable, GError **error);
GPtrArray *tnk_desk_list_conflicts (TnkDesk *self, TnkAudit *audit, GError **error);
TnkBody *tnk_desk_search_people (TnkDesk *self, const char *words, guint most, GCancellable *cancellable, GError **error);
TnkBody *tnk_desk_look_up_people (TnkDesk *self, const char *const *person_ids, GError **error);

TnkAudit *tnk_desk_save_audit (TnkDesk *self, TnkAudit *audit, GError **error);
TnkAudit *tnk_desk_move_audit (TnkDesk *self, const char *audit_id, guint revision, TnkAuditStep step, const char *remark, GError **error);
TnkAudit *tnk_desk_exempt_auditor (TnkDesk *self, const char *audit_id, guint revision, const char *auditor, const char *department_id, GError **error);

TnkWorkPaper *tnk_desk_save_work_paper (TnkDesk *self, const char *audit_id, TnkWorkPaper *paper, GError **error);
gboolean tnk_desk_save_work_papers (TnkDesk *self, const char *audit_id, GPtrArray *papers, GError **error);
GPtrArray *tnk_desk_preview_work_papers (TnkDesk *self, const char *audit_id, const char *filename, GPtrArray **problems, GError **error);
gboolean tnk_desk_import_work_papers (TnkDesk *self, const char *audit_id, const char *filename, guint *n_papers, GPtrArray **problems, GError **error);

TnkFinding *tnk_desk_save_finding (TnkDesk *self, const char *audit_id, TnkFinding *finding, GError **error);
TnkFinding *tnk_desk_issue_finding (TnkDesk *self, const char *audit_id, const char *finding_id, guint revision, GError **error);
TnkFinding *tnk_desk_withdraw_finding (TnkDesk *self, const char *audit_id, const char *finding_id, guint revision, const char *remark, GError **error);
gboolean tnk_desk_respond_finding (TnkDesk *self, const char *audit_id, const char *finding_id, guint revision, const char *text, const char *action, const char *due, GError **error);
TnkFinding *tnk_desk_follow_up_finding (TnkDesk *self, const char *audit_id, const char *finding_id, guint revision, TnkFollowUp verdict, const char *seen, GError **error);
TnkFinding *tnk_desk_spread_finding (TnkDesk *self, const char *audit_id, const char *finding_id, guint revision, const char *const *departments, const char *question, const char *due, GError **error);
gboolean tnk_desk_answer_spread (TnkDesk *self, const char *audit_id, const char *finding_id, const char *department_id, guint revision, TnkSpreadAnswer answer, const char *text, const char *action, const char *action_due, GError **error);

TnkAttachment *tnk_desk_attach_to_paper (TnkDesk *self, const char *audit_id, const char *control_id, const char *department_id, const char *filename, GError **error);
TnkAttachment *tnk_desk_attach_to_finding (TnkDesk *self, const char *audit_id, const char *finding_id, const char *filename, GError **error);
gboolean tnk_desk_export_attachment (TnkDesk *self, const char *audit_id, const char *attachment_id, const char *filename, GError **error);

G_END_DECLS
