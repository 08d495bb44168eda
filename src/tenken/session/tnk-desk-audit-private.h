/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-desk-audit.h"
#include "tnk-desk-private.h"

G_BEGIN_DECLS

/* tnk-desk-audit-enter.c says who may, tnk-desk-audit.c reads audits, tnk-desk-audit-changes.c changes them, tnk-desk-audit-answers.c
 * answers and attaches. The store checks
 * once more, under its lock, what may be done; what is checked here is who comes in at all. */

typedef enum {
  TNK_DESK_AUDIT_READ, /* secretariat, committee, audit, and the auditors of the audit */
  TNK_DESK_AUDIT_JUDGE, /* audit, and the auditors of the audit */
  TNK_DESK_AUDIT_DECIDE, /* committee */
  TNK_DESK_AUDIT_SPREAD, /* audit, its auditors, committee */
} TnkDeskAuditNeed;

/* Everything about an audit, for one of these. The same refusal for an audit that is not there as for one that is somebody else's. */
TnkAuditBook *tnk_desk_enter_audit (TnkDesk *self, TnkDeskAuditNeed need, const char *audit_id, GError **error);
/* What whoever answers for a department may see of it, when the person does; department_id NULL: all departments of the person. */
TnkAuditBook *tnk_desk_enter_audit_department (TnkDesk *self, const char *audit_id, const char *department_id, GError **error);
/* For who plans audits; and for who may know who is who. */
gboolean tnk_desk_enter_audit_planning (TnkDesk *self, GError **error);
gboolean tnk_desk_enter_audit_people (TnkDesk *self, GError **error);

G_END_DECLS
