/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A radar chart: an axis for each of a few things, from 0 in the middle to 100, and on them the figures of this time,
 * solid, and of the last, dashed. A figure that does not exist (NAN) leaves a gap, for it is not a zero.
 *
 * For a screen reader it is an image whose label says every figure. Who draws one puts the same as a table beside it. */

#define TENKEN_TYPE_RADAR (tenken_radar_get_type ())
G_DECLARE_FINAL_TYPE (TenkenRadar, tenken_radar, TENKEN, RADAR, GtkWidget)

/* The names are those of the chart and of its two series. */
GtkWidget *tenken_radar_new (const char *title, const char *now, const char *before);
/* short_label stands at the axis where label has no room: a number that the table has too. */
void tenken_radar_add_axis (TenkenRadar *self, const char *label, const char *short_label, double now, double before);
/* Where a label is drawn; FALSE where it has no room. */
gboolean tenken_radar_get_label_area (TenkenRadar *self, guint axis, graphene_rect_t *area);

G_END_DECLS
