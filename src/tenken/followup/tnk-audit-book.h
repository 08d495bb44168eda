/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-attachment.h"
#include "tnk-audit.h"
#include "tnk-finding.h"
#include "tnk-work-paper.h"

G_BEGIN_DECLS

#define TNK_TYPE_AUDIT_BOOK (tnk_audit_book_get_type ())

/**
 * TnkAuditBook:
 *
 * Everything about one audit: its plan, work papers, findings and attachments, or what somebody may see of them.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkAuditBook, tnk_audit_book, TNK, AUDIT_BOOK, GObject)

TnkAuditBook *tnk_audit_book_new (TnkAudit *audit, TnkBody *tree);
TnkAudit *tnk_audit_book_get_audit (TnkAuditBook *self);
TnkBody *tnk_audit_book_get_tree (TnkAuditBook *self);

void tnk_audit_book_add_paper (TnkAuditBook *self, TnkWorkPaper *paper);
guint tnk_audit_book_get_n_papers (TnkAuditBook *self);
TnkWorkPaper *tnk_audit_book_get_paper (TnkAuditBook *self, guint position);
TnkWorkPaper *tnk_audit_book_lookup_paper (TnkAuditBook *self, const char *control_id, const char *department_id);
guint tnk_audit_book_count_papers (TnkAuditBook *self, TnkVerdict verdict);
guint tnk_audit_book_count_cells (TnkAuditBook *self);

void tnk_audit_book_add_finding (TnkAuditBook *self, TnkFinding *finding);
guint tnk_audit_book_get_n_findings (TnkAuditBook *self);
TnkFinding *tnk_audit_book_get_finding (TnkAuditBook *self, guint position);
TnkFinding *tnk_audit_book_lookup_finding (TnkAuditBook *self, const char *finding_id);
guint tnk_audit_book_count_findings (TnkAuditBook *self, TnkFindingKind kind, TnkFindingState state);
guint tnk_audit_book_count_open_findings (TnkAuditBook *self);
guint tnk_audit_book_count_open_spreads (TnkAuditBook *self);
guint tnk_audit_book_count_overdue (TnkAuditBook *self, const char *today);

void tnk_audit_book_add_attachment (TnkAuditBook *self, TnkAttachment *attachment);
guint tnk_audit_book_get_n_attachments (TnkAuditBook *self);
TnkAttachment *tnk_audit_book_get_attachment (TnkAuditBook *self, guint position);
TnkAttachment *tnk_audit_book_lookup_attachment (TnkAuditBook *self, const char *attachment_id);
GPtrArray *tnk_audit_book_list_paper_attachments (TnkAuditBook *self, TnkWorkPaper *paper);
GPtrArray *tnk_audit_book_list_finding_attachments (TnkAuditBook *self, TnkFinding *finding);

gboolean tnk_audit_book_check_report (TnkAuditBook *self, GError **error);
gboolean tnk_audit_book_check_close (TnkAuditBook *self, GError **error);

G_END_DECLS
