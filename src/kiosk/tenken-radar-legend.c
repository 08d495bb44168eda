/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-radar-legend.h"

#include "tenken-radar-labels.h"

void
tenken_radar_legend_clear (TenkenRadarLegend *self)
{
  for (guint series = 0; series < TENKEN_RADAR_N_SERIES; series++)
    g_clear_object (&self->names[series]);
  self->height = 0;
}

void
tenken_radar_legend_arrange (TenkenRadarLegend *self,
                             GtkWidget *widget,
                             const char *const *names,
                             int width)
{
  int line = tenken_radar_labels_line_height (widget), sample = TENKEN_RADAR_SAMPLE_LINES * line, x = 0, y = 0;

  tenken_radar_legend_clear (self);
  for (guint series = 0; series < TENKEN_RADAR_N_SERIES; series++) {
    int text_width, text_height;

    if (names[series] == NULL)
      continue;
    self->names[series] = gtk_widget_create_pango_layout (widget, names[series]);
    pango_layout_set_wrap (self->names[series], PANGO_WRAP_WORD_CHAR);
    pango_layout_set_width (self->names[series], MAX (width - sample, line) * PANGO_SCALE);
    pango_layout_get_pixel_size (self->names[series], &text_width, &text_height);
    if (x > 0 && x + sample + text_width > width) {
      x = 0;
      y = self->height;
    }
    self->places[series] = GRAPHENE_POINT_INIT (x, y);
    self->height = y + text_height;
    x += sample + text_width + line;
  }
}
