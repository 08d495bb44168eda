/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Who may do what: a table, and the ways to grant and to take away. */
#define TENKEN_TYPE_ROSTER_RIGHTS (tenken_roster_rights_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRosterRights, tenken_roster_rights, TENKEN, ROSTER_RIGHTS, AdwBin)

GtkWidget *tenken_roster_rights_new (TenkenDesk *desk);
/* rights: (element-type TnkRight) */
void tenken_roster_rights_set (TenkenRosterRights *self, GPtrArray *rights, TnkBody *body);
/* Actions: "rights.grant", "rights.revoke" (of the selected one). */

G_END_DECLS
