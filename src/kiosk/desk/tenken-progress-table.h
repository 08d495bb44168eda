/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* How far each department is, as a table: the one with most people missing first, or in the order of the tree.
 *
 * Signal "open" (string): the id of a department whose row was activated. */

#define TENKEN_TYPE_PROGRESS_TABLE (tenken_progress_table_get_type ())
G_DECLARE_FINAL_TYPE (TenkenProgressTable, tenken_progress_table, TENKEN, PROGRESS_TABLE, GtkBox)

GtkWidget *tenken_progress_table_new (void);
void tenken_progress_table_show (TenkenProgressTable *self, TnkTurnout *turnout);

G_END_DECLS
