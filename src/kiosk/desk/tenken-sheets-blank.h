/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Blank sheets to hand out: asks where to, and writes them with a bar. For the campaign and the department of the desk. */

/* One workbook with the questions of all roles, nobody’s in particular. */
void tenken_sheets_blank_write_role (GtkWidget *owner, TenkenDesk *desk);
/* One for each person who is asked in the department, into a folder. */
void tenken_sheets_blank_write_all (GtkWidget *owner, TenkenDesk *desk);

G_END_DECLS
