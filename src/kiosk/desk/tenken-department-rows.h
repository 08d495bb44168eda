/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-standing.h"
#include "tenken-table.h"

G_BEGIN_DECLS

/* The departments that are looked at, as rows of a table: who handed in, points, change, gaps. */

/* (element-type TenkenTableItem). Can be made on the thread of the store. */
GListModel *tenken_department_rows_new (const TenkenStanding *standing);
const char *tenken_department_rows_get_id (gpointer item);
/* The name of a department, set in as deep as it stands below another. Newly allocated. */
char *tenken_department_rows_name (TnkDepartment *department, guint depth);

/* From which department to which, in the order of the tree, the standing tells of. */
void tenken_department_rows_get_range (const TenkenStanding *standing, guint *first, guint *end);

extern const TenkenTableColumn tenken_department_columns[];
extern const guint tenken_department_n_columns;

G_END_DECLS
