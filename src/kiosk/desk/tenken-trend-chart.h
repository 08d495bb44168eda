/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The drawn part of a trend. For a screen reader it is an image whose label says every value. */

#define TENKEN_TYPE_TREND_CHART (tenken_trend_chart_get_type ())
G_DECLARE_FINAL_TYPE (TenkenTrendChart, tenken_trend_chart, TENKEN, TREND_CHART, GtkWidget)

GtkWidget *tenken_trend_chart_new (const char *title);
void tenken_trend_chart_set_times (TenkenTrendChart *self, const char *const *labels);
void tenken_trend_chart_add_line (TenkenTrendChart *self, const char *name, const double *values);

G_END_DECLS
