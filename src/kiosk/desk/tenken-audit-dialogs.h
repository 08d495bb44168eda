/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-audit-people.h"
#include "tenken-edit-dialog.h"

G_BEGIN_DECLS

/* Dialogs about an audit and its plan. owner: a widget of the window; all are shown before these return. */

/* audit: NULL for a new one, of the campaign that is looked at. */
void tenken_audit_edit_plan (GtkWidget *owner, TenkenDesk *desk, TnkAudit *audit, TenkenAuditPeople *people, const char *today);
void tenken_audit_edit_summary (GtkWidget *owner, TenkenDesk *desk, TnkAudit *audit);
/* Asks whether, and what is to be said with it. */
void tenken_audit_take_step (GtkWidget *owner, TenkenDesk *desk, TnkAudit *audit, TnkAuditStep step);
/* The committee lets an auditor audit what he is not independent of. */
void tenken_audit_let_pass (GtkWidget *owner, TenkenDesk *desk, TnkAudit *audit, guint exemption, const char *who, const char *where);

G_END_DECLS
