/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-table.h"

G_BEGIN_DECLS

/* Rows of a table as text for other programs. All return newly allocated text, headings included. */

/* Fields between tabs, one row a line; tabs and line ends within a field become spaces. */
char *tenken_table_write_text (const TenkenTableColumn *columns, guint n_columns, GListModel *rows, gpointer user_data);
/* RFC 4180. What a spreadsheet would take for a formula begins with an apostrophe, unless it is a number. */
char *tenken_table_write_csv (const TenkenTableColumn *columns, guint n_columns, GListModel *rows, gpointer user_data);

G_END_DECLS
