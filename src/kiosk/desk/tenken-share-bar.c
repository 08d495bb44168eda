/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-share-bar.h"

#include "tenken-answer-paint.h"

#define GAP 1.5
#define LEAST 4.0 /* pixels: one of five thousand is still to be seen */

/* Widths in proportion, but none that there is too narrow to be seen. */
static void
share_out (const guint *counts,
           guint n_parts,
           guint all,
           double width,
           double *widths)
{
  double least = 0, rest = 0;

  for (guint i = 0; i < n_parts; i++) {
    widths[i] = width * counts[i] / MAX (all, 1);
    if (counts[i] > 0 && widths[i] < LEAST)
      least += widths[i] = LEAST;
    else
      rest += widths[i];
  }
  for (guint i = 0; i < n_parts; i++)
    if (widths[i] > LEAST && rest > 0)
      widths[i] *= MAX (width - least, 0) / rest;
}

void
tenken_share_bar_snapshot (GtkWidget *widget,
                           GtkSnapshot *snapshot,
                           const guint *counts,
                           guint n_parts,
                           guint all,
                           TenkenShareBarDraw draw)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double widths[TENKEN_SHARE_BAR_MOST], scale = height / TENKEN_ANSWER_PAINT_SIDE;
  cairo_t *cr;

  g_return_if_fail (n_parts <= TENKEN_SHARE_BAR_MOST);

  if (all == 0 || height == 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_scale (cr, scale, scale);
  share_out (counts, n_parts, all, width, widths);
  for (guint i = 0; i < n_parts; i++) {
    if (widths[i] == 0)
      continue;
    draw (widget, cr, i, (widths[i] - GAP) / scale);
    cairo_translate (cr, widths[i] / scale, 0);
  }
  cairo_destroy (cr);
}
