/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-audit-book.h"
#include "tnk-progress.h"
#include "tnk-tally.h"

G_BEGIN_DECLS

#define TNK_TYPE_AUDIT_REPORT (tnk_audit_report_get_type ())

/**
 * TnkAuditReport:
 *
 * The workbook of an audit (監査報告書): cover, plan, verdicts by department and chapter beside the self-check, work papers,
 * findings, what was answered and followed up, and what other departments were asked.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkAuditReport, tnk_audit_report, TNK, AUDIT_REPORT, GObject)

TnkAuditReport *tnk_audit_report_new (TnkAuditBook *book, TnkTally *tally);
void tnk_audit_report_set_roster (TnkAuditReport *self, TnkBody *roster);
void tnk_audit_report_set_body_name (TnkAuditReport *self, const char *name);
void tnk_audit_report_set_classification (TnkAuditReport *self, const char *classification);
void tnk_audit_report_set_made_on (TnkAuditReport *self, const char *date);
void tnk_audit_report_set_source (TnkAuditReport *self, const char *source);
gboolean tnk_audit_report_write (TnkAuditReport *self, const char *filename, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, guint64 *n_cells, GError **error);

G_END_DECLS
