/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-table.h"

#include <tenken.h>

G_BEGIN_DECLS

/* The departments as they stand below one another, with how many people they have and how many of these have no PIN. Its rows
 * are of TnkDepartment. */
GtkWidget *tenken_roster_tree_new (void);
/* pins: (element-type utf8 TnkPinState) */
void tenken_roster_tree_set (GtkWidget *self, TnkBody *body, GHashTable *pins);

G_END_DECLS
