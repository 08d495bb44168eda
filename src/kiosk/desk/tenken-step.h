/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk.h"

G_BEGIN_DECLS

/* A line that says what waits, and leads there. What it does is connected by whoever makes it. */
GtkWidget *tenken_step_new (const char *icon_name, const char *text, const char *hint);

/* Such a line for each plan of the list that is of another campaign than the one that is looked at, in a list of its own; it leads to
 * that campaign’s plan. Empty and unseen where there is none. unfinished: (element-type TnkUnfinished). */
GtkWidget *tenken_step_list_unfinished (TenkenDesk *desk, GPtrArray *unfinished);
/* Whether there is one. */
gboolean tenken_step_has_unfinished (TenkenDesk *desk, GPtrArray *unfinished);

G_END_DECLS
