/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window about a table shows: a sentence and the table, which scroll together where letters are large, and below them
 * what can be done. foot: NULL if nothing. Returns the box that holds them all. */
GtkWidget *tenken_table_window_fill (AdwWindow *window, const char *text, GtkWidget *table, GtkWidget *foot);

G_END_DECLS
