/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-audit-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One audit: how far it is, what can be done with it, its plan, how its verdicts and the self-check agree, and what was done. The
 * result takes care of what it needs of the data, which must not change. */
GtkWidget *tenken_audit_view_new (TenkenDesk *desk, const TenkenAuditData *data);

G_END_DECLS
