/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-audit-people.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The plan of an audit, to be read. */
GtkWidget *tenken_audit_facts_new (TnkAudit *audit, TnkBody *tree, TenkenAuditPeople *people);

G_END_DECLS
