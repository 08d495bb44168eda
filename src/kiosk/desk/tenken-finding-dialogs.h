/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-edit-dialog.h"

G_BEGIN_DECLS

/* Dialogs about work papers and findings. owner: a widget of the window; all are shown before these return. */

/* paper: NULL for one that nobody has begun. */
void tenken_work_paper_edit (GtkWidget *owner, TenkenDesk *desk, TnkAudit *audit, TnkControl *control, const char *department_id, TnkWorkPaper *paper, const char *today);
/* finding_id: NULL: the file is about the work paper of the control and the department. */
void tenken_attachment_add (GtkWidget *owner, TenkenDesk *desk, const char *audit_id, const char *finding_id, const char *control_id, const char *department_id);
/* Asks where to, and writes it there. */
void tenken_attachment_save (GtkWidget *owner, TenkenDesk *desk, const char *audit_id, TnkAttachment *attachment);

/* finding: NULL for a new one, about the control and the department; paper: what it may begin with, or NULL. */
void tenken_finding_edit (GtkWidget *owner, TenkenDesk *desk, const char *audit_id, TnkFinding *finding, TnkControl *control, const char *department_id, TnkWorkPaper *paper, const char *today);
void tenken_finding_issue (GtkWidget *owner, TenkenDesk *desk, const char *audit_id, TnkFinding *finding);
void tenken_finding_withdraw (GtkWidget *owner, TenkenDesk *desk, const char *audit_id, TnkFinding *finding);
void tenken_finding_respond (GtkWidget *owner, TenkenDesk *desk, const char *audit_id, TnkFinding *finding, const char *today);
void tenken_finding_follow_up (GtkWidget *owner, TenkenDesk *desk, const char *audit_id, TnkFinding *finding);
void tenken_finding_spread (GtkWidget *owner, TenkenDesk *desk, const char *audit_id, TnkFinding *finding, const char *today);
void tenken_spread_answer (GtkWidget *owner, TenkenDesk *desk, const char *audit_id, TnkFinding *finding, TnkSpread *spread, const char *where, const char *today);

G_END_DECLS
