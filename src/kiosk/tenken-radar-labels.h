/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the circle of a radar is, and the labels around it. */
typedef struct
{
  double x;
  double y;
  double radius;
  GPtrArray *layouts; /* (element-type PangoLayout): of each axis; empty where no label has room */
  GArray *areas; /* (element-type graphene_rect_t): of each layout */
} TenkenRadarLabels;

/* Finds the largest circle for which all labels stand around it without touching anything; where there is none, does the
 * same with the short ones, which are numbers, and where even those have no room, leaves them away. */
TenkenRadarLabels *tenken_radar_labels_new (GtkWidget *widget,
                                            const char *const *texts,
                                            const char *const *short_texts,
                                            guint n,
                                            int width,
                                            int height);
void tenken_radar_labels_free (TenkenRadarLabels *self);
/* The height of a line of text in the font of a widget. */
int tenken_radar_labels_line_height (GtkWidget *widget);

G_END_DECLS
