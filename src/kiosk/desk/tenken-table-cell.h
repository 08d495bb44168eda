/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The first cell of a row. Rows of a GtkColumnView have neither a name nor an action for a screen reader; this has both. */

#define TENKEN_TYPE_TABLE_CELL (tenken_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (TenkenTableCell, tenken_table_cell, TENKEN, TABLE_CELL, GtkWidget)

/* content: what is shown. */
GtkWidget *tenken_table_cell_new (GtkWidget *content);
GtkWidget *tenken_table_cell_get_content (TenkenTableCell *self);
/* Which row it stands for now, and how that is read aloud. */
void tenken_table_cell_bind (TenkenTableCell *self, guint position, const char *name);

G_END_DECLS
