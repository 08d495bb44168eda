/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-audit-log-private.h"
#include "tnk-audit-rows-private.h"
#include "tnk-independence.h"
#include "tnk-right-private.h"

G_BEGIN_DECLS

/* One change of an audit, under the lock of the store: what there is, who changes it, and whether that person may. */
typedef struct
{
  TnkStore *store;
  TnkChange change;
  gint64 no;
  gint64 campaign_no;
  TnkAuditBook *book;
  TnkAudit *audit; /* of the book */
  TnkIndependence *independence; /* NULL until it is asked for */
  TnkHeldRights held;
  char *by;
} TnkAuditWork;

gboolean tnk_audit_work_begin (TnkAuditWork *self, TnkStore *store, const char *audit_id, const char *by, GError **error);
/* The same for an audit that is not there yet. */
gboolean tnk_audit_work_begin_new (TnkAuditWork *self, TnkStore *store, TnkAudit *audit, const char *by, GError **error);
gboolean tnk_audit_work_commit (TnkAuditWork *self, GError **error);
void tnk_audit_work_clear (TnkAuditWork *self);

/* Whether the person has one of the rights. */
gboolean tnk_audit_work_check_right (TnkAuditWork *self, TnkRights right, GError **error);
/* Whoever has the right to audit, and the auditors of this audit; the auditors alone. */
gboolean tnk_audit_work_check_auditing (TnkAuditWork *self, GError **error);
gboolean tnk_audit_work_check_named (TnkAuditWork *self, GError **error);
/* Somebody of the committee who neither wrote the plan nor audits. */
gboolean tnk_audit_work_check_committee (TnkAuditWork *self, GError **error);
gboolean tnk_audit_work_answers_for (TnkAuditWork *self, const char *department_id);
gboolean tnk_audit_work_check_answerer (TnkAuditWork *self, const char *department_id, GError **error);
/* An auditor of this audit who is independent, of what is within its scope. */
gboolean tnk_audit_work_check_judge (TnkAuditWork *self, const char *department_id, TnkControl *control, GError **error);
/* states: as bits, of 1 << state. */
gboolean tnk_audit_work_check_state (TnkAuditWork *self, guint states, const char *what, GError **error);
/* revision 0: whatever is there. */
gboolean tnk_audit_work_check_revision (TnkAuditWork *self, const char *what, guint there, guint seen, GError **error);

TnkIndependence *tnk_store_load_independence (TnkStore *self, gint64 campaign_no, TnkBody *tree, TnkAudit *audit, GError **error);

/* Writing, within the change. What is returned is what is stored then. */
gboolean tnk_audit_work_write_plan (TnkAuditWork *self, TnkAudit *audit, const char *what, GError **error);
gboolean tnk_audit_work_write_paper (TnkAuditWork *self, TnkWorkPaper *paper, GError **error);
gboolean tnk_audit_work_write_finding (TnkAuditWork *self, TnkFinding *finding, const char *what, GError **error);
gboolean tnk_audit_work_write_attachment (TnkAuditWork *self, TnkAttachment *attachment, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkAuditWork, tnk_audit_work_clear)

G_END_DECLS
