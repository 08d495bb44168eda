/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-heat-data.h"

G_BEGIN_DECLS

/* How large the parts of a heat map are in the letters of a widget, and how they are drawn. Texts are laid out once: what is
 * scrolled is only put elsewhere. */
typedef struct _TenkenHeatPainter TenkenHeatPainter;

typedef struct
{
  int head_width; /* of the names of the rows */
  int head_height; /* of the headings */
  int cell_width;
  int cell_height;
} TenkenHeatSizes;

TenkenHeatPainter *tenken_heat_painter_new (GtkWidget *widget, const TenkenHeatData *data);
void tenken_heat_painter_free (TenkenHeatPainter *self);
/* For a width that is there; cells are never narrower than their figures. */
void tenken_heat_painter_measure (TenkenHeatPainter *self, int width, TenkenHeatSizes *sizes);
/* x and y: how far it is scrolled. */
void tenken_heat_painter_paint (TenkenHeatPainter *self, GtkSnapshot *snapshot, int width, int height, double x, double y);
/* The colour of a score on the ground of a widget, and of the ink on it: black or white, at 4.5 to 1 or more. */
void tenken_heat_painter_get_colors (GtkWidget *widget, double score, GdkRGBA *ground, GdkRGBA *ink);

G_END_DECLS
