/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-trend-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-format.h"
#include "tenken-text-width.h"
#include "tenken-trend-line.h"

/* In em. */
#define UNITS 18.0
#define HEIGHT 17.0
#define NARROWEST 18.0
#define WIDEST_SLOT 15.0
#define ABOVE 1.4
#define GAP 0.5

#define STEP 20 /* between two lines of the grid */

typedef struct
{
  char *name;
  double *values;
} Line;

struct _TenkenTrendChart
{
  GtkWidget parent_instance;

  char *title;
  GPtrArray *times; /* (element-type utf8) */
  GArray *lines; /* (element-type Line) */
};

G_DEFINE_FINAL_TYPE (TenkenTrendChart, tenken_trend_chart, GTK_TYPE_WIDGET)

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_free (line->name);
  g_free (line->values);
}

/* --- what a screen reader says --- */

static void
describe_line (TenkenTrendChart *self,
               const Line *line,
               GString *text)
{
  for (guint i = 0; i < self->times->len; i++) {
    g_autofree char *figure = tenken_format_figure (line->values[i]);

    if (isnan (line->values[i]))
      /* Translators: a time, such as a fiscal year */
      g_string_append_printf (text, _ (", %s no figure"), (const char *) self->times->pdata[i]);
    else
      /* Translators: a time, such as a fiscal year, and the figure of that time */
      g_string_append_printf (text, _ (", %s %s"), (const char *) self->times->pdata[i], figure);
  }
}

static void
describe (TenkenTrendChart *self)
{
  g_autoptr (GString) text = g_string_new (self->title);

  for (guint i = 0; i < self->lines->len; i++) {
    const Line *line = &g_array_index (self->lines, Line, i);

    g_string_append (text, i == 0 ? _ (": ") : _ ("; "));
    g_string_append (text, line->name);
    describe_line (self, line, text);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

/* --- drawing --- */

typedef struct
{
  TenkenTrendChart *chart;
  GtkWidget *widget;
  GtkSnapshot *snapshot;
  GdkRGBA foreground;
  double em;
  double slot; /* the width that a time has */
  graphene_rect_t plot;
  GArray *labels; /* (element-type graphene_rect_t): where labels are already */
} Drawing;

static double
get_x (Drawing *drawing,
       guint time)
{
  return drawing->plot.origin.x + (time + 0.5) * drawing->slot;
}

static double
get_y (Drawing *drawing,
       double value)
{
  return drawing->plot.origin.y + drawing->plot.size.height * (1 - CLAMP (value, 0, 100) / 100);
}

static void
put_layout (Drawing *drawing,
            PangoLayout *layout,
            double x,
            double y)
{
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot, &GRAPHENE_POINT_INIT (round (x), round (y)));
  gtk_snapshot_append_layout (drawing->snapshot, layout, &drawing->foreground);
  gtk_snapshot_restore (drawing->snapshot);
}

static void
draw_grid (Drawing *drawing)
{
  GdkRGBA color = drawing->foreground;

  for (int value = 0; value <= 100; value += STEP) {
    g_autofree char *text = g_strdup_printf ("%d", value);
    g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (drawing->widget, text);
    double y = round (get_y (drawing, value));
    int width, height;

    color.alpha = value == 0 ? 0.8 : 0.22;
    gtk_snapshot_append_color (drawing->snapshot, &color, &GRAPHENE_RECT_INIT (drawing->plot.origin.x, y, drawing->plot.size.width, 1));
    pango_layout_get_pixel_size (layout, &width, &height);
    put_layout (drawing, layout, drawing->plot.origin.x - width - GAP * drawing->em, y - height / 2.0);
  }
}

static PangoLayout *
lay_out_time (TenkenTrendChart *self,
              guint time,
              double slot,
              double em)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), g_ptr_array_index (self->times, time));

  pango_layout_set_width (layout, MAX (slot - GAP * em, em) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  return layout;
}

static int
measure_times (TenkenTrendChart *self,
               double slot,
               double em)
{
  int highest = em;

  for (guint i = 0; i < self->times->len; i++) {
    g_autoptr (PangoLayout) layout = lay_out_time (self, i, slot, em);
    int height;

    pango_layout_get_pixel_size (layout, NULL, &height);
    highest = MAX (highest, height);
  }
  return highest;
}

static void
draw_times (Drawing *drawing)
{
  for (guint i = 0; i < drawing->chart->times->len; i++) {
    g_autoptr (PangoLayout) layout = lay_out_time (drawing->chart, i, drawing->slot, drawing->em);

    put_layout (drawing, layout, get_x (drawing, i) - drawing->slot / 2 + GAP * drawing->em / 2,
                drawing->plot.origin.y + drawing->plot.size.height + GAP * drawing->em);
  }
}

static void
draw_line (Drawing *drawing,
           cairo_t *cr,
           guint number)
{
  const Line *line = &g_array_index (drawing->chart->lines, Line, number);
  double unit = drawing->em / UNITS;

  for (guint i = 0; i + 1 < drawing->chart->times->len; i++) {
    if (isnan (line->values[i]) || isnan (line->values[i + 1]))
      continue;
    cairo_move_to (cr, get_x (drawing, i), get_y (drawing, line->values[i]));
    cairo_line_to (cr, get_x (drawing, i + 1), get_y (drawing, line->values[i + 1]));
  }
  tenken_trend_line_stroke (cr, drawing->widget, number, unit);
  for (guint i = 0; i < drawing->chart->times->len; i++)
    if (!isnan (line->values[i]))
      tenken_trend_line_mark (cr, drawing->widget, number, unit, get_x (drawing, i), get_y (drawing, line->values[i]));
}

static gboolean
is_free (Drawing *drawing,
         const graphene_rect_t *area)
{
  for (guint i = 0; i < drawing->labels->len; i++)
    if (graphene_rect_intersection (&g_array_index (drawing->labels, graphene_rect_t, i), area, NULL))
      return FALSE;
  return area->origin.y >= 0 && area->origin.y + area->size.height <= drawing->plot.origin.y + drawing->plot.size.height;
}

/* Above the point, else below it, else nowhere: the table has them all. */
static void
draw_value (Drawing *drawing,
            guint time,
            double value)
{
  g_autofree char *text = tenken_format_figure (value);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (drawing->widget, text);
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  for (guint below = 0; below < 2; below++) {
    double y = get_y (drawing, value) + (below ? 0.35 * drawing->em : -0.35 * drawing->em - height);
    graphene_rect_t area = GRAPHENE_RECT_INIT (get_x (drawing, time) - width / 2.0, y, width, height);

    if (!is_free (drawing, &area))
      continue;
    g_array_append_val (drawing->labels, area);
    put_layout (drawing, layout, area.origin.x, area.origin.y);
    return;
  }
}

/* No value of one line may lie on the point of another. */
static void
keep_points_free (Drawing *drawing)
{
  double radius = 0.3 * drawing->em;

  for (guint number = 0; number < drawing->chart->lines->len; number++)
    for (guint i = 0; i < drawing->chart->times->len; i++) {
      double value = g_array_index (drawing->chart->lines, Line, number).values[i];
      graphene_rect_t area = GRAPHENE_RECT_INIT (get_x (drawing, i) - radius, get_y (drawing, value) - radius, 2 * radius, 2 * radius);

      if (!isnan (value))
        g_array_append_val (drawing->labels, area);
    }
}

static void
draw_values (Drawing *drawing)
{
  keep_points_free (drawing);
  for (guint number = 0; number < drawing->chart->lines->len; number++)
    for (guint i = 0; i < drawing->chart->times->len; i++) {
      double value = g_array_index (drawing->chart->lines, Line, number).values[i];

      if (!isnan (value))
        draw_value (drawing, i, value);
    }
}

static void
place (Drawing *drawing,
       int width,
       int height)
{
  guint n = MAX (drawing->chart->times->len, 1);
  double left = 2.4 * drawing->em;
  int foot;

  drawing->slot = MIN ((width - left) / n, WIDEST_SLOT * drawing->em);
  foot = measure_times (drawing->chart, drawing->slot, drawing->em) + GAP * drawing->em;
  drawing->plot = GRAPHENE_RECT_INIT (left, ABOVE * drawing->em, drawing->slot * n, MAX (height - foot - ABOVE * drawing->em, 1));
}

static void
tenken_trend_chart_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  Drawing drawing = {.chart = TENKEN_TREND_CHART (widget), .widget = widget, .snapshot = snapshot, .em = tenken_text_get_em (widget)};
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (drawing.chart->times->len == 0)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &drawing.foreground);
  drawing.labels = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  place (&drawing, width, height);
  draw_grid (&drawing);
  draw_times (&drawing);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  /* The first line is the one that matters, so it is drawn on top. */
  for (guint number = drawing.chart->lines->len; number > 0; number--)
    draw_line (&drawing, cr, number - 1);
  cairo_destroy (cr);
  draw_values (&drawing);
  g_array_unref (drawing.labels);
}

/* --- the class --- */

static void
tenken_trend_chart_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  TenkenTrendChart *self = TENKEN_TREND_CHART (widget);
  double em = tenken_text_get_em (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = HEIGHT * em;
  else {
    *minimum = NARROWEST * em;
    *natural = MAX (NARROWEST, 2.4 + WIDEST_SLOT * self->times->len) * em;
  }
}

static void
tenken_trend_chart_css_changed (GtkWidget *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (tenken_trend_chart_parent_class)->css_changed (widget, change);
  gtk_widget_queue_resize (widget);
}

static void
tenken_trend_chart_finalize (GObject *object)
{
  TenkenTrendChart *self = TENKEN_TREND_CHART (object);

  g_free (self->title);
  g_ptr_array_unref (self->times);
  g_array_unref (self->lines);
  G_OBJECT_CLASS (tenken_trend_chart_parent_class)->finalize (object);
}

static void
tenken_trend_chart_class_init (TenkenTrendChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_trend_chart_finalize;
  widget_class->measure = tenken_trend_chart_measure;
  widget_class->snapshot = tenken_trend_chart_snapshot;
  widget_class->css_changed = tenken_trend_chart_css_changed;
  gtk_widget_class_set_css_name (widget_class, "trendchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tenken_trend_chart_init (TenkenTrendChart *self)
{
  self->times = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, clear_line);
}

GtkWidget *
tenken_trend_chart_new (const char *title)
{
  TenkenTrendChart *self = g_object_new (TENKEN_TYPE_TREND_CHART, NULL);

  self->title = g_strdup (title);
  describe (self);
  return GTK_WIDGET (self);
}

void
tenken_trend_chart_set_times (TenkenTrendChart *self,
                              const char *const *labels)
{
  g_return_if_fail (TENKEN_IS_TREND_CHART (self));

  g_array_set_size (self->lines, 0);
  g_ptr_array_set_size (self->times, 0);
  for (guint i = 0; labels[i] != NULL; i++)
    g_ptr_array_add (self->times, g_strdup (labels[i]));
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
tenken_trend_chart_add_line (TenkenTrendChart *self,
                             const char *name,
                             const double *values)
{
  Line line = {0};

  g_return_if_fail (TENKEN_IS_TREND_CHART (self) && self->lines->len < TENKEN_TREND_MOST_LINES);

  line.name = g_strdup (name);
  line.values = g_memdup2 (values, self->times->len * sizeof *values);
  g_array_append_val (self->lines, line);
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
