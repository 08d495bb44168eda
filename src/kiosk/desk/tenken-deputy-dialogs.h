/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-edit-dialog.h"

G_BEGIN_DECLS

/* What the role is called. */
const char *tenken_deputy_get_role_name (TenkenDesk *desk, const char *role);
/* Asks who is to stand in for the person: for one of these roles, which the person holds. */
void tenken_deputy_name (GtkWidget *owner, TenkenDesk *desk, const char *const *roles, const char *today);
/* Asks whether somebody is no longer to. */
void tenken_deputy_end (GtkWidget *owner, TenkenDesk *desk, TnkDeputy *deputy);

G_END_DECLS
