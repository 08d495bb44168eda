/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-table.h"

G_BEGIN_DECLS

/* Every fault of the files that were read: file, line or cell, what is wrong and how to mend it. A row that is opened says all of it.
 * one: there is one file, a workbook, and its name is said elsewhere; the place in it is enough. */
GtkWidget *tenken_problem_table_new (const char *name, gboolean one);
/* (element-type TnkProblem) */
void tenken_problem_table_set (TenkenTable *self, GPtrArray *problems);

G_END_DECLS
