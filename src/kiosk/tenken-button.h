/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Lets the label of a button wrap: in large letters the words of two buttons side by side need more than a line. */
void tenken_button_wrap (GtkWidget *button);
/* Puts what a button shows into it, and says in words what a screen reader calls it: GTK takes no name from what is inside. */
void tenken_button_set_content (GtkWidget *button, GtkWidget *content, const char *name);

G_END_DECLS
