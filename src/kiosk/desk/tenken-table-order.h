/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-table.h"

G_BEGIN_DECLS

/* A button with the columns to sort by, for its actions “table.sort” and “table.descending”: the headings of the view cannot be
 * reached by keys, this can. */
GtkWidget *tenken_table_order_new (const TenkenTableColumn *columns, guint n_columns);

G_END_DECLS
