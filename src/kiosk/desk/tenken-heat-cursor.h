/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cell of a drawn table that has the focus, as a widget, for a screen reader: its name is what the cell says, its action
 * opens it. It draws nothing but its outline. Signal "open". */

#define TENKEN_TYPE_HEAT_CURSOR (tenken_heat_cursor_get_type ())
G_DECLARE_FINAL_TYPE (TenkenHeatCursor, tenken_heat_cursor, TENKEN, HEAT_CURSOR, GtkWidget)

GtkWidget *tenken_heat_cursor_new (void);

G_END_DECLS
