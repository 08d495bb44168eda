/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-reveal.h"

static double
choose_value (GtkAdjustment *adjustment,
              const graphene_rect_t *bounds)
{
  double value = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);

  value = MAX (value, bounds->origin.y + bounds->size.height - page);
  return MIN (value, bounds->origin.y);
}

static gboolean
reveal (GtkWidget *widget,
        GdkFrameClock *clock,
        gpointer user_data)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  gint64 first = GPOINTER_TO_SIZE (user_data);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  /* The first frame gives it its place, after this. */
  if (gdk_frame_clock_get_frame_counter (clock) <= first || (viewport != NULL && gtk_widget_get_height (widget) == 0))
    return G_SOURCE_CONTINUE;
  if (viewport == NULL || !gtk_widget_compute_bounds (widget, gtk_widget_get_first_child (viewport), &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  /* To set the value also ends a movement that the focus began. */
  gtk_adjustment_set_value (adjustment, choose_value (adjustment, &bounds));
  return G_SOURCE_REMOVE;
}

void
tenken_reveal (GtkWidget *widget)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 frame = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : -1;

  gtk_widget_add_tick_callback (widget, reveal, GSIZE_TO_POINTER (frame + 1), NULL);
}
