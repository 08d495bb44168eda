/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-table.h"

G_BEGIN_DECLS

/* The columns of a table in its view: their cells, their widths, which a person can change, and which of them the rows are in
 * the order of. */
typedef struct _TenkenTableColumns TenkenTableColumns;

TenkenTableColumns *tenken_table_columns_new (GtkColumnView *view, const char *table, const TenkenTableColumn *columns, guint n_columns);
/* The view goes. */
void tenken_table_columns_close (TenkenTableColumns *self);
void tenken_table_columns_free (TenkenTableColumns *self);
void tenken_table_columns_set_user_data (TenkenTableColumns *self, gpointer user_data);
/* Anew, where the size of the letters changed. */
void tenken_table_columns_set_widths (TenkenTableColumns *self);
/* -1: none. */
int tenken_table_columns_get_order (TenkenTableColumns *self, gboolean *descending);
void tenken_table_columns_set_order (TenkenTableColumns *self, guint column, GtkSortType order);

G_END_DECLS
