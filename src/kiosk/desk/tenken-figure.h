/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A figure as a button, a GtkButton: caption, large value, n/N under it, change against last time. Pressed ("clicked", or its
 * action-name), it opens what it is made of. Without a handler and an action, make it insensitive to the pointer with
 * tenken_figure_set_plain (). */

#define TENKEN_TYPE_FIGURE (tenken_figure_get_type ())
G_DECLARE_FINAL_TYPE (TenkenFigure, tenken_figure, TENKEN, FIGURE, GtkButton)

GtkWidget *tenken_figure_new (const char *caption);
/* unit: "%", "点", "人"; NULL: none. value NULL: there is no figure, shown as “–”. */
void tenken_figure_set_value (TenkenFigure *self, const char *value, const char *unit);
/* A figure with one decimal; NAN: there is none. */
void tenken_figure_set_number (TenkenFigure *self, double number, const char *unit);
/* A percentage of two counts with one decimal and n/N under it; of 0 there is no figure. */
void tenken_figure_set_rate (TenkenFigure *self, gint64 n, gint64 of);
/* The line under the value, “18/24”; NULL: none. */
void tenken_figure_set_detail (TenkenFigure *self, const char *detail);
/* Against last time: ▲ 2.3 or ▼ 2.3 or no change, and what it was. NAN for either: nothing is said. */
void tenken_figure_set_change (TenkenFigure *self, double now, double before, guint decimals, gboolean less_is_better);
/* A word beside the value, such as that of a grade; NULL: none. */
void tenken_figure_set_word (TenkenFigure *self, const char *word);
/* Needs attention: marked with a sign and colour; reason is read aloud and stands below. NULL: no. */
void tenken_figure_set_alarm (TenkenFigure *self, const char *reason);
/* Only a figure: it opens nothing and takes no focus. */
void tenken_figure_set_plain (TenkenFigure *self, gboolean plain);
/* All of it in one sentence, as it is read aloud. */
const char *tenken_figure_describe (TenkenFigure *self);

G_END_DECLS
