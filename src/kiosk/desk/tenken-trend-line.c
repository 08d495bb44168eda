/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-trend-line.h"

#include "tenken-text-width.h"

/* Of a thin line are so many in an em. */
#define UNITS 18.0

typedef struct
{
  const char *color;
  double dashes[4]; /* in units; 0: none */
  guint corners; /* of the marker; 0: a circle */
  gboolean hollow;
} Style;

static const Style styles[TENKEN_TREND_MOST_LINES] = {
  {"accent_color", {0}, 0, FALSE},
  {"answer_not_implemented", {8, 4}, 4, FALSE},
  {"view_fg_color", {2, 3}, 3, FALSE},
  {"answer_excepted", {10, 3, 2, 3}, 0, TRUE},
  {"answer_implemented", {5, 3}, 4, TRUE},
  {"answer_not_applicable", {12, 6}, 3, TRUE},
};

static void
set_color (cairo_t *cr,
           GtkWidget *widget,
           const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, name, &color))
    gtk_style_context_get_color (context, &color);
  gdk_cairo_set_source_rgba (cr, &color);
}

void
tenken_trend_line_stroke (cairo_t *cr,
                          GtkWidget *widget,
                          guint line,
                          double unit)
{
  const Style *style = &styles[line];
  double dashes[G_N_ELEMENTS (style->dashes)];
  int n = 0;

  for (; n < (int) G_N_ELEMENTS (dashes) && style->dashes[n] > 0; n++)
    dashes[n] = style->dashes[n] * unit;
  set_color (cr, widget, style->color);
  cairo_set_line_width (cr, 2.4 * unit);
  cairo_set_dash (cr, dashes, n, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
add_marker (cairo_t *cr,
            guint corners,
            double unit,
            double x,
            double y)
{
  double size = 4 * unit;

  if (corners == 0)
    cairo_arc (cr, x, y, size, 0, 2 * G_PI);
  else if (corners == 4)
    cairo_rectangle (cr, x - size, y - size, 2 * size, 2 * size);
  else {
    cairo_move_to (cr, x, y - 1.3 * size);
    cairo_line_to (cr, x + 1.2 * size, y + 0.9 * size);
    cairo_line_to (cr, x - 1.2 * size, y + 0.9 * size);
    cairo_close_path (cr);
  }
}

void
tenken_trend_line_mark (cairo_t *cr,
                        GtkWidget *widget,
                        guint line,
                        double unit,
                        double x,
                        double y)
{
  const Style *style = &styles[line];

  cairo_new_path (cr);
  add_marker (cr, style->corners, unit, x, y);
  set_color (cr, widget, style->hollow ? "view_bg_color" : style->color);
  cairo_fill_preserve (cr);
  set_color (cr, widget, style->color);
  cairo_set_line_width (cr, 1.8 * unit);
  cairo_stroke (cr);
}

/* --- the sample --- */

struct _TenkenTrendSample
{
  GtkWidget parent_instance;

  guint line;
};

G_DEFINE_FINAL_TYPE (TenkenTrendSample, tenken_trend_sample, GTK_TYPE_WIDGET)

static void
tenken_trend_sample_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  guint line = TENKEN_TREND_SAMPLE (widget)->line;
  double unit = tenken_text_get_em (widget) / UNITS;

  cairo_move_to (cr, 0, height / 2.0);
  cairo_line_to (cr, width, height / 2.0);
  tenken_trend_line_stroke (cr, widget, line, unit);
  tenken_trend_line_mark (cr, widget, line, unit, width / 2.0, height / 2.0);
  cairo_destroy (cr);
}

static void
tenken_trend_sample_class_init (TenkenTrendSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tenken_trend_sample_snapshot;
  gtk_widget_class_set_css_name (widget_class, "trendsample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
tenken_trend_sample_init (TenkenTrendSample *self)
{
}

GtkWidget *
tenken_trend_sample_new (guint line)
{
  TenkenTrendSample *self = g_object_new (TENKEN_TYPE_TREND_SAMPLE, NULL);

  g_return_val_if_fail (line < TENKEN_TREND_MOST_LINES, NULL);

  self->line = line;
  return GTK_WIDGET (self);
}
