/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-radar.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-format.h"
#include "tenken-radar-labels.h"
#include "tenken-radar-legend.h"

#define NARROWEST 280
#define N_RINGS 5
#define N_SERIES TENKEN_RADAR_N_SERIES

typedef struct
{
  char *label;
  char *short_label;
  double figures[N_SERIES]; /* of now and of before; NAN: there is none */
} Axis;

struct _TenkenRadar
{
  GtkWidget parent_instance;

  char *title;
  char *names[N_SERIES];
  GArray *axes; /* (element-type Axis) */
  TenkenRadarLabels *labels; /* NULL before a size is known */
  TenkenRadarLegend legend;
};

G_DEFINE_FINAL_TYPE (TenkenRadar, tenken_radar, GTK_TYPE_WIDGET)

static void
axis_clear (gpointer data)
{
  Axis *axis = data;

  g_free (axis->label);
  g_free (axis->short_label);
}

static Axis *
get_axis (TenkenRadar *self,
          guint i)
{
  return &g_array_index (self->axes, Axis, i);
}

static gboolean
has_series (TenkenRadar *self,
            guint series)
{
  for (guint i = 0; i < self->axes->len; i++)
    if (!isnan (get_axis (self, i)->figures[series]))
      return TRUE;
  return FALSE;
}

/* --- what a screen reader says --- */

static void
describe_figure (TenkenRadar *self,
                 GString *text,
                 const Axis *axis,
                 guint series)
{
  g_autofree char *figure = tenken_format_figure (axis->figures[series]);

  if (isnan (axis->figures[series]))
    /* Translators: the name of a series, such as “last time” */
    g_string_append_printf (text, _ (", %s no figure"), self->names[series]);
  else
    /* Translators: the name of a series, such as “last time”, and its figure */
    g_string_append_printf (text, _ (", %s %s"), self->names[series], figure);
}

static void
describe (TenkenRadar *self)
{
  g_autoptr (GString) text = g_string_new (self->title);

  for (guint i = 0; i < self->axes->len; i++) {
    /* Translators: between what a chart says of one thing and of the next */
    g_string_append (text, i == 0 ? _ (": ") : _ ("; "));
    g_string_append (text, get_axis (self, i)->label);
    for (guint series = 0; series < N_SERIES; series++)
      if (series == 0 || has_series (self, series))
        describe_figure (self, text, get_axis (self, i), series);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
}

/* --- where things are --- */

static void
arrange (TenkenRadar *self,
         int width,
         int height)
{
  g_autofree const char **texts = g_new0 (const char *, self->axes->len + 1);
  g_autofree const char **short_texts = g_new0 (const char *, self->axes->len + 1);
  const char *names[N_SERIES];

  for (guint i = 0; i < self->axes->len; i++) {
    texts[i] = get_axis (self, i)->label;
    short_texts[i] = get_axis (self, i)->short_label;
  }
  for (guint series = 0; series < N_SERIES; series++)
    names[series] = has_series (self, series) ? self->names[series] : NULL;
  tenken_radar_legend_arrange (&self->legend, GTK_WIDGET (self), names, width);
  g_clear_pointer (&self->labels, tenken_radar_labels_free);
  self->labels = tenken_radar_labels_new (GTK_WIDGET (self), texts, short_texts, self->axes->len, width,
                                          MAX (height - self->legend.height, 1));
}

static void
tenken_radar_size_allocate (GtkWidget *widget,
                            int width,
                            int height,
                            int baseline)
{
  arrange (TENKEN_RADAR (widget), width, height);
}

static void
tenken_radar_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  int line = tenken_radar_labels_line_height (widget);

  *minimum = NARROWEST;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *natural = MAX (14 * line, NARROWEST);
    return;
  }
  *natural = MAX (NARROWEST, for_size > 0 ? MIN (for_size, 16 * line) : 14 * line);
  *minimum = *natural;
}

static GtkSizeRequestMode
tenken_radar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* --- drawing --- */

typedef struct
{
  TenkenRadar *radar;
  cairo_t *cairo;
  double unit; /* a twentieth of a line of text */
  GdkRGBA foreground;
  GdkRGBA background;
  GdkRGBA accent;
} Drawing;

static void
get_point (TenkenRadar *self,
           guint axis,
           double figure,
           double *x,
           double *y)
{
  double angle = 2 * G_PI * axis / self->axes->len, out = self->labels->radius * figure / 100;

  *x = self->labels->x + sin (angle) * out;
  *y = self->labels->y - cos (angle) * out;
}

static void
set_color (Drawing *drawing,
           const GdkRGBA *color,
           double alpha)
{
  cairo_set_source_rgba (drawing->cairo, color->red, color->green, color->blue, color->alpha * alpha);
}

static void
draw_grid (Drawing *drawing)
{
  TenkenRadarLabels *labels = drawing->radar->labels;
  double x, y;

  set_color (drawing, &drawing->foreground, 0.25);
  cairo_set_line_width (drawing->cairo, drawing->unit);
  for (guint ring = 1; ring <= N_RINGS; ring++) {
    cairo_new_sub_path (drawing->cairo);
    cairo_arc (drawing->cairo, labels->x, labels->y, labels->radius * ring / N_RINGS, 0, 2 * G_PI);
  }
  for (guint i = 0; i < drawing->radar->axes->len; i++) {
    get_point (drawing->radar, i, 100, &x, &y);
    cairo_move_to (drawing->cairo, labels->x, labels->y);
    cairo_line_to (drawing->cairo, x, y);
  }
  cairo_stroke (drawing->cairo);
}

/* Calls a function for each axis where it and the next one have a figure. */
static void
for_each_side (Drawing *drawing,
               guint series,
               void (*draw) (Drawing *drawing, double x1, double y1, double x2, double y2))
{
  TenkenRadar *self = drawing->radar;

  for (guint i = 0; i < self->axes->len; i++) {
    guint next = (i + 1) % self->axes->len;
    double from = get_axis (self, i)->figures[series], to = get_axis (self, next)->figures[series], x1, y1, x2, y2;

    if (isnan (from) || isnan (to))
      continue;
    get_point (self, i, from, &x1, &y1);
    get_point (self, next, to, &x2, &y2);
    draw (drawing, x1, y1, x2, y2);
  }
}

static void
add_line (Drawing *drawing,
          double x1,
          double y1,
          double x2,
          double y2)
{
  cairo_move_to (drawing->cairo, x1, y1);
  cairo_line_to (drawing->cairo, x2, y2);
}

static void
add_triangle (Drawing *drawing,
              double x1,
              double y1,
              double x2,
              double y2)
{
  cairo_move_to (drawing->cairo, drawing->radar->labels->x, drawing->radar->labels->y);
  cairo_line_to (drawing->cairo, x1, y1);
  cairo_line_to (drawing->cairo, x2, y2);
  cairo_close_path (drawing->cairo);
}

static void
stroke (Drawing *drawing,
        guint series)
{
  const double dashes[] = {6 * drawing->unit, 4 * drawing->unit};

  set_color (drawing, series == 0 ? &drawing->accent : &drawing->foreground, 1);
  cairo_set_line_width (drawing->cairo, (series == 0 ? 3 : 2) * drawing->unit);
  cairo_set_dash (drawing->cairo, dashes, series == 0 ? 0 : G_N_ELEMENTS (dashes), 0);
  cairo_stroke (drawing->cairo);
  cairo_set_dash (drawing->cairo, NULL, 0, 0);
}

/* ● now, ○ before. */
static void
draw_marker (Drawing *drawing,
             guint series,
             double x,
             double y)
{
  cairo_new_sub_path (drawing->cairo);
  cairo_arc (drawing->cairo, x, y, (series == 0 ? 4.5 : 5.5) * drawing->unit, 0, 2 * G_PI);
  set_color (drawing, series == 0 ? &drawing->accent : &drawing->background, 1);
  cairo_fill_preserve (drawing->cairo);
  set_color (drawing, series == 0 ? &drawing->background : &drawing->foreground, 1);
  cairo_set_line_width (drawing->cairo, (series == 0 ? 1 : 2) * drawing->unit);
  cairo_stroke (drawing->cairo);
}

static void
draw_series (Drawing *drawing,
             guint series)
{
  TenkenRadar *self = drawing->radar;

  if (series == 0) {
    for_each_side (drawing, series, add_triangle);
    set_color (drawing, &drawing->accent, 0.16);
    cairo_fill (drawing->cairo);
  }
  for_each_side (drawing, series, add_line);
  stroke (drawing, series);
  for (guint i = 0; i < self->axes->len; i++) {
    double figure = get_axis (self, i)->figures[series], x, y;

    if (isnan (figure))
      continue;
    get_point (self, i, figure, &x, &y);
    draw_marker (drawing, series, x, y);
  }
}

static void
draw_layout (GtkSnapshot *snapshot,
             PangoLayout *layout,
             const GdkRGBA *color,
             double x,
             double y)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_labels (Drawing *drawing,
             GtkSnapshot *snapshot)
{
  TenkenRadarLabels *labels = drawing->radar->labels;

  for (guint i = 0; i < labels->layouts->len; i++) {
    PangoLayout *layout = g_ptr_array_index (labels->layouts, i);
    graphene_rect_t *area = &g_array_index (labels->areas, graphene_rect_t, i);
    PangoRectangle ink;

    /* A layout that is aligned to the right or to the middle begins where its text does not. */
    pango_layout_get_pixel_extents (layout, NULL, &ink);
    draw_layout (snapshot, layout, &drawing->foreground, area->origin.x - ink.x, area->origin.y);
  }
}

static void
draw_legend (Drawing *drawing,
             GtkSnapshot *snapshot,
             int height)
{
  TenkenRadarLegend *legend = &drawing->radar->legend;
  int line = tenken_radar_labels_line_height (GTK_WIDGET (drawing->radar));

  for (guint series = 0; series < N_SERIES; series++) {
    double x = legend->places[series].x, y = height - legend->height + legend->places[series].y;
    double middle = y + line / 2.0, end = x + (TENKEN_RADAR_SAMPLE_LINES - 0.5) * line;

    if (legend->names[series] == NULL)
      continue;
    add_line (drawing, x, middle, end, middle);
    stroke (drawing, series);
    draw_marker (drawing, series, (x + end) / 2, middle);
    draw_layout (snapshot, legend->names[series], &drawing->foreground, x + TENKEN_RADAR_SAMPLE_LINES * line, y);
  }
}

static void
look_up_colors (Drawing *drawing,
                GtkWidget *widget)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  gtk_style_context_get_color (style, &drawing->foreground);
  if (!gtk_style_context_lookup_color (style, "accent_color", &drawing->accent))
    drawing->accent = drawing->foreground;
  if (!gtk_style_context_lookup_color (style, "window_bg_color", &drawing->background))
    drawing->background = (GdkRGBA){0};
}

static void
tenken_radar_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  Drawing drawing = {.radar = TENKEN_RADAR (widget)};
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  if (drawing.radar->labels == NULL || drawing.radar->axes->len == 0)
    return;
  look_up_colors (&drawing, widget);
  drawing.unit = tenken_radar_labels_line_height (widget) / 28.0;
  drawing.cairo = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  draw_grid (&drawing);
  draw_series (&drawing, 1);
  draw_series (&drawing, 0);
  draw_labels (&drawing, snapshot);
  draw_legend (&drawing, snapshot, height);
  cairo_destroy (drawing.cairo);
}

/* --- the class --- */

static void
tenken_radar_dispose (GObject *object)
{
  TenkenRadar *self = TENKEN_RADAR (object);

  g_clear_pointer (&self->labels, tenken_radar_labels_free);
  tenken_radar_legend_clear (&self->legend);
  G_OBJECT_CLASS (tenken_radar_parent_class)->dispose (object);
}

static void
tenken_radar_finalize (GObject *object)
{
  TenkenRadar *self = TENKEN_RADAR (object);

  g_array_unref (self->axes);
  g_free (self->title);
  for (guint series = 0; series < N_SERIES; series++)
    g_free (self->names[series]);
  G_OBJECT_CLASS (tenken_radar_parent_class)->finalize (object);
}

static void
tenken_radar_class_init (TenkenRadarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_radar_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_radar_finalize;
  widget_class->measure = tenken_radar_measure;
  widget_class->size_allocate = tenken_radar_size_allocate;
  widget_class->get_request_mode = tenken_radar_get_request_mode;
  widget_class->snapshot = tenken_radar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "radar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tenken_radar_init (TenkenRadar *self)
{
  self->axes = g_array_new (FALSE, FALSE, sizeof (Axis));
  g_array_set_clear_func (self->axes, axis_clear);
}

GtkWidget *
tenken_radar_new (const char *title,
                  const char *now,
                  const char *before)
{
  TenkenRadar *self = g_object_new (TENKEN_TYPE_RADAR, NULL);

  self->title = g_strdup (title);
  self->names[0] = g_strdup (now);
  self->names[1] = g_strdup (before);
  describe (self);
  return GTK_WIDGET (self);
}

void
tenken_radar_add_axis (TenkenRadar *self,
                       const char *label,
                       const char *short_label,
                       double now,
                       double before)
{
  Axis axis = {.figures = {now, before}};

  g_return_if_fail (TENKEN_IS_RADAR (self) && label != NULL && short_label != NULL);

  axis.label = g_strdup (label);
  axis.short_label = g_strdup (short_label);
  g_array_append_val (self->axes, axis);
  describe (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

gboolean
tenken_radar_get_label_area (TenkenRadar *self,
                             guint axis,
                             graphene_rect_t *area)
{
  g_return_val_if_fail (TENKEN_IS_RADAR (self) && axis < self->axes->len, FALSE);

  if (self->labels == NULL || axis >= self->labels->areas->len)
    return FALSE;
  *area = g_array_index (self->labels->areas, graphene_rect_t, axis);
  return TRUE;
}
