/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-audit-people.h"
#include "tenken-desk.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_AUDIT_CONFLICTS (tenken_audit_conflicts_get_type ())

/* Which auditors are not independent of what they are to audit, what can be done about it, and a field for the reason where it
 * cannot be avoided. Signal "changed": a reason was typed. */
G_DECLARE_FINAL_TYPE (TenkenAuditConflicts, tenken_audit_conflicts, TENKEN, AUDIT_CONFLICTS, AdwBin)

GtkWidget *tenken_audit_conflicts_new (TenkenDesk *desk, TenkenAuditPeople *people);
/* Asks anew; what was typed stays. */
void tenken_audit_conflicts_show (TenkenAuditConflicts *self, TnkAudit *audit);
/* Writes the reasons into an audit, and takes out those that are not needed any more. */
gboolean tenken_audit_conflicts_take (TenkenAuditConflicts *self, TnkAudit *audit, GError **error);

/* Newly allocated. */
char *tenken_audit_word_conflict (TnkConflict *conflict, TnkBody *tree, TenkenAuditPeople *people);

G_END_DECLS
