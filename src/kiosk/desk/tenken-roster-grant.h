/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks who shall get which right, and grants it. */
void tenken_roster_grant_ask (GtkWidget *owner, TenkenDesk *desk, TnkBody *body);
/* Asks whether, and takes a right away. */
void tenken_roster_revoke_ask (GtkWidget *owner, TenkenDesk *desk, TnkRight *right, const char *holder);
const char *tenken_roster_right_get_name (TnkRights kind);

G_END_DECLS
