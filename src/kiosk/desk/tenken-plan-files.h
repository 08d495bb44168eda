/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* Asks where to, and writes the plan of what is looked at as a workbook. owner: a widget of the window. */
void tenken_plan_export (GtkWidget *owner, TenkenDesk *desk);
/* Asks for an edited workbook, and goes on with tenken_plan_import_file (). */
void tenken_plan_import (GtkWidget *owner, TenkenDesk *desk);

G_END_DECLS
