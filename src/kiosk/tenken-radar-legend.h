/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TENKEN_RADAR_N_SERIES 2
/* The sample of a line before each name, as wide as so many lines of text are high. */
#define TENKEN_RADAR_SAMPLE_LINES 2

/* The names of the series of a radar, side by side, or below one another where they are too long for that. */
typedef struct
{
  PangoLayout *names[TENKEN_RADAR_N_SERIES]; /* NULL for a series that is not drawn */
  graphene_point_t places[TENKEN_RADAR_N_SERIES]; /* of the samples */
  int height;
} TenkenRadarLegend;

/* Of the names those that are NULL are left out. */
void tenken_radar_legend_arrange (TenkenRadarLegend *self, GtkWidget *widget, const char *const *names, int width);
void tenken_radar_legend_clear (TenkenRadarLegend *self);

G_END_DECLS
