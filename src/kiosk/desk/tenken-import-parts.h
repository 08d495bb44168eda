/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"
#include "tenken-table.h"

G_BEGIN_DECLS

/* What the pages that take files in and those of the roster are made of. */

/* A box with room around it. */
GtkWidget *tenken_import_box_new (void);
/* The same over the whole width, for a table, which is as high as there is room. */
GtkWidget *tenken_import_fill_new (GtkWidget *box);
/* Buttons side by side; the box that is made around them is returned. */
GtkWidget *tenken_import_buttons_new (void);
GtkWidget *tenken_import_add_button (GtkWidget *buttons, const char *label, const char *action, const char *css_class);
/* A text that is not there takes no room. */
void tenken_import_set_text (GtkWidget *label, const char *text);

/* A cell of a table whose text is read whole: it wraps, and what is longer still is in a tooltip. */
GtkWidget *tenken_import_cell_new (gpointer user_data);
void tenken_import_cell_set (GtkWidget *cell, const char *text);

G_END_DECLS
