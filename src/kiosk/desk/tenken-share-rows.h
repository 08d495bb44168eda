/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-standing.h"
#include "tenken-table.h"

G_BEGIN_DECLS

/* How the answers to one control are spread over the departments or the roles, as rows of a table. */

/* Those that are asked about it; department and role: of these only, or NULL. (element-type TenkenTableItem). */
GListModel *tenken_share_rows_new_departments (const TenkenStanding *standing, TnkControl *control, TnkDepartment *department, TnkRole *role);
GListModel *tenken_share_rows_new_roles (const TenkenStanding *standing, TnkControl *control, TnkDepartment *department);
/* The id of the department or of the role. */
const char *tenken_share_rows_get_id (gpointer item);

extern const TenkenTableColumn tenken_share_department_columns[];
extern const TenkenTableColumn tenken_share_role_columns[];
extern const guint tenken_share_n_columns;

G_END_DECLS
