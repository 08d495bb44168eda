/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-table.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_TABLE_ROWS (tenken_table_rows_get_type ())

/* The rows of a table that are seen: those of a model which hold what was typed, in the order of a column. Every text and
 * every sort key is made once, so that eighty thousand rows are sorted and filtered within a blink. */
G_DECLARE_FINAL_TYPE (TenkenTableRows, tenken_table_rows, TENKEN, TABLE_ROWS, GObject)

TenkenTableRows *tenken_table_rows_new (const TenkenTableColumn *columns, guint n_columns);
void tenken_table_rows_set_user_data (TenkenTableRows *self, gpointer user_data);
void tenken_table_rows_set_source (TenkenTableRows *self, GListModel *source);
void tenken_table_rows_set_filter (TenkenTableRows *self, const char *typed);
/* column -1: the order of the model. */
void tenken_table_rows_set_order (TenkenTableRows *self, int column, gboolean descending);
/* How many there are without the filter. */
guint tenken_table_rows_get_n_all (TenkenTableRows *self);
/* Selects those of some items that are seen, and no others: a new order or filter leaves no place of the selection right. */
void tenken_table_rows_select (TenkenTableRows *self, GtkSelectionModel *selection, GPtrArray *items);

G_END_DECLS
