/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-radar-labels.h"

#include <math.h>

#define MOST_LINES 4
/* In lines of text: a circle that is smaller is too small for its labels, or for numbers in their place. */
#define LEAST_LINES 3.0
#define LEAST_LINES_SHORT 1.0
#define SHRINK 0.95
/* How far from the upright an axis may be for its label to stand in the middle above or below. */
#define UPRIGHT 0.3

int
tenken_radar_labels_line_height (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (height, 1);
}

void
tenken_radar_labels_free (TenkenRadarLabels *self)
{
  g_ptr_array_unref (self->layouts);
  g_array_unref (self->areas);
  g_free (self);
}

/* --- one label --- */

/* The width that a label has at a point of the circle. */
static double
get_room (double x,
          double sine,
          int width)
{
  if (fabs (sine) < UPRIGHT)
    return MIN (2 * MIN (x, width - x), width / 2.0);
  return sine > 0 ? width - x : x;
}

static graphene_rect_t
put_at (double x,
        double y,
        double sine,
        double cosine,
        int width,
        int height)
{
  double left = fabs (sine) < UPRIGHT ? x - width / 2.0 : (sine > 0 ? x : x - width);

  return GRAPHENE_RECT_INIT (left, y - height / 2.0 - cosine * height / 2.0, width, height);
}

static double
get_distance (const graphene_rect_t *area,
              double x,
              double y)
{
  double dx = x - CLAMP (x, area->origin.x, area->origin.x + area->size.width);
  double dy = y - CLAMP (y, area->origin.y, area->origin.y + area->size.height);

  return hypot (dx, dy);
}

/* Moves a label away from the circle until it does not touch it. */
static gboolean
place_label (TenkenRadarLabels *self,
             PangoLayout *layout,
             double angle,
             double gap,
             int width,
             graphene_rect_t *area)
{
  double sine = sin (angle), cosine = cos (angle), out = self->radius + gap;
  double room = get_room (self->x + sine * out, sine, width);
  int text_width, text_height;

  pango_layout_set_width (layout, MAX (room, 1) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  if (text_width > room || pango_layout_get_line_count (layout) > MOST_LINES)
    return FALSE;
  do
    *area = put_at (self->x + sine * out, self->y - cosine * out, sine, cosine, text_width, text_height);
  while (get_distance (area, self->x, self->y) < self->radius + gap && ++out < self->radius + gap + text_height);
  return get_distance (area, self->x, self->y) >= self->radius + gap;
}

/* --- all labels --- */

static gboolean
is_free (TenkenRadarLabels *self,
         const graphene_rect_t *area,
         int width,
         int height)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (-0.5, -0.5, width + 1, height + 1);

  if (!graphene_rect_contains_rect (&bounds, area))
    return FALSE;
  for (guint i = 0; i < self->areas->len; i++) {
    graphene_rect_t other = g_array_index (self->areas, graphene_rect_t, i);

    graphene_rect_inset (&other, -2, -1);
    if (graphene_rect_intersection (&other, area, NULL))
      return FALSE;
  }
  return TRUE;
}

static gboolean
place_all (TenkenRadarLabels *self,
           double gap,
           int width,
           int height)
{
  g_array_set_size (self->areas, 0);
  for (guint i = 0; i < self->layouts->len; i++) {
    graphene_rect_t area;

    if (!place_label (self, g_ptr_array_index (self->layouts, i), 2 * G_PI * i / self->layouts->len, gap, width, &area) ||
        !is_free (self, &area, width, height))
      return FALSE;
    g_array_append_val (self->areas, area);
  }
  return TRUE;
}

static PangoAlignment
get_alignment (double sine)
{
  if (fabs (sine) < UPRIGHT)
    return PANGO_ALIGN_CENTER;
  return sine > 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
}

static void
make_layouts (TenkenRadarLabels *self,
              GtkWidget *widget,
              const char *const *texts,
              guint n)
{
  g_ptr_array_set_size (self->layouts, 0);
  for (guint i = 0; i < n; i++) {
    PangoLayout *layout = gtk_widget_create_pango_layout (widget, texts[i]);

    pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
    pango_layout_set_alignment (layout, get_alignment (sin (2 * G_PI * i / n)));
    g_ptr_array_add (self->layouts, layout);
  }
}

static gboolean
fit (TenkenRadarLabels *self,
     GtkWidget *widget,
     const char *const *texts,
     guint n,
     double least_lines,
     int width,
     int height)
{
  double line = tenken_radar_labels_line_height (widget), least = least_lines * line;

  make_layouts (self, widget, texts, n);
  for (self->radius = MIN (width, height) / 2.0; self->radius >= least; self->radius *= SHRINK)
    if (place_all (self, line / 3, width, height))
      return TRUE;
  return FALSE;
}

TenkenRadarLabels *
tenken_radar_labels_new (GtkWidget *widget,
                         const char *const *texts,
                         const char *const *short_texts,
                         guint n,
                         int width,
                         int height)
{
  TenkenRadarLabels *self = g_new0 (TenkenRadarLabels, 1);

  self->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  self->areas = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  self->x = width / 2.0;
  self->y = height / 2.0;
  if (fit (self, widget, texts, n, LEAST_LINES, width, height) || fit (self, widget, short_texts, n, LEAST_LINES_SHORT, width, height))
    return self;
  g_ptr_array_set_size (self->layouts, 0);
  g_array_set_size (self->areas, 0);
  self->radius = MIN (width, height) * 0.45;
  return self;
}
