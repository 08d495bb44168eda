/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-audit-people.h"
#include "tenken-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Attached files, each with a button that writes a copy of it. files: (element-type TnkAttachment). */
GtkWidget *tenken_attachment_list_new (TenkenDesk *desk, const char *audit_id, GPtrArray *files, TenkenAuditPeople *people);

G_END_DECLS
