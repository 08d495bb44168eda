/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"
#include "tenken-table.h"

G_BEGIN_DECLS

/* What the pages that take files in have in common. */

/* A box with room around it; a label that wraps, with a class of style; a heading. */
GtkWidget *tenken_import_box_new (void);
GtkWidget *tenken_import_label_new (const char *text, const char *css_class);
GtkWidget *tenken_import_heading_new (const char *text);
/* The same in the middle, with a scroll bar where it ends. */
GtkWidget *tenken_import_scroll_new (GtkWidget *box);
/* The same over the whole width, for a table, which is as high as there is room. */
GtkWidget *tenken_import_fill_new (GtkWidget *box);
/* Buttons side by side; the box that is made around them is returned. */
GtkWidget *tenken_import_buttons_new (void);
GtkWidget *tenken_import_add_button (GtkWidget *buttons, const char *label, const char *action, const char *css_class);
void tenken_import_set_text (GtkWidget *label, const char *text);

/* A cell of a table whose text is read whole: it wraps, and what is longer still is in a tooltip. */
GtkWidget *tenken_import_cell_new (gpointer user_data);
void tenken_import_cell_set (GtkWidget *cell, const char *text);

/* Every fault of the files that were read: file, line or cell, what is wrong. */
GtkWidget *tenken_problem_table_new (const char *name);
/* (element-type TnkProblem) */
void tenken_problem_table_set (TenkenTable *self, GPtrArray *problems);

G_END_DECLS
