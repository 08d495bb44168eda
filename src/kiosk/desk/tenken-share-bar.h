/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a bar that is divided in proportion is drawn; what its parts look like is up to the widget. */

#define TENKEN_SHARE_BAR_MOST 8

/* In units of which the bar is TENKEN_ANSWER_PAINT_SIDE high; width is that of the part. */
typedef void (*TenkenShareBarDraw) (GtkWidget *widget, cairo_t *cr, guint part, double width);

/* counts: of each part, in the order of the bar, at most TENKEN_SHARE_BAR_MOST; all: what the whole width stands for. */
void tenken_share_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot, const guint *counts, guint n_parts, guint all, TenkenShareBarDraw draw);

G_END_DECLS
