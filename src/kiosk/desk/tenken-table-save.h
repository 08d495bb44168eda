/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where to, and saves a CSV file there. owner: a widget of the window that asks. */
void tenken_table_save (GtkWidget *owner, const char *name, const char *csv);

G_END_DECLS
