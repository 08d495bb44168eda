/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* How an answer is drawn: its colour, over it its pattern, and on top its sign. All measures are those of a sign of this side;
 * scale the context for others. */
#define TENKEN_ANSWER_PAINT_SIDE 16.0

/* Fills the path, which may be wider than it is high; with no pattern and no fill for no answer, but a dashed outline. */
void tenken_answer_paint_path (cairo_t *cr, TnkAnswerValue value, const GdkRGBA *color, double width);
/* The sign of the answer, on a square at the origin. */
void tenken_answer_paint_sign (cairo_t *cr, TnkAnswerValue value, const GdkRGBA *color);
/* How light a colour is, as WCAG measures it, from 0 to 1. */
double tenken_answer_paint_luminance (const GdkRGBA *color);
/* The colour of an answer as the look of the screen has it. */
void tenken_answer_paint_get_color (GtkWidget *widget, TnkAnswerValue value, GdkRGBA *color);

G_END_DECLS
