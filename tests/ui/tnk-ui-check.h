/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is wrong with how a window is laid out and drawn. Faults are added to the list, one line each, with the widget. */

/* Nothing narrower or lower than it needs, no text cut, no siblings over each other, nothing beyond the window, everything
 * that can be pressed 44 pixels wide and high. Returns how many widgets were looked at. */
guint tnk_ui_check_layout (GtkWidget *window, GPtrArray *faults);

/* Text that stands out from its ground by less than 4.5 to 1, by what is really drawn. Returns how many were looked at. */
guint tnk_ui_check_contrast (GtkWidget *window, GdkTexture *picture, GPtrArray *faults);

/* Whether somebody presses this widget, chooses in it or writes into it. */
gboolean tnk_ui_check_is_pressed (GtkWidget *widget);

/* A widget in words: its type, classes and text, and those of the ones around it. */
char *tnk_ui_describe (GtkWidget *widget);

G_END_DECLS
