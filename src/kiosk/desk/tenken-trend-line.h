/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How each line of a trend is drawn: a colour, a stroke and a marker of its own, so that nobody needs the colour. */
#define TENKEN_TREND_MOST_LINES 6

/* Draws the path that is there in the stroke of a line. unit: the width of a thin line, in pixels. */
void tenken_trend_line_stroke (cairo_t *cr, GtkWidget *widget, guint line, double unit);
void tenken_trend_line_mark (cairo_t *cr, GtkWidget *widget, guint line, double unit, double x, double y);

/* A sample for the legend. For eyes only. */
#define TENKEN_TYPE_TREND_SAMPLE (tenken_trend_sample_get_type ())
G_DECLARE_FINAL_TYPE (TenkenTrendSample, tenken_trend_sample, TENKEN, TREND_SAMPLE, GtkWidget)
GtkWidget *tenken_trend_sample_new (guint line);

G_END_DECLS
