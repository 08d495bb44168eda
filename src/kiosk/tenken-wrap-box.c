/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-wrap-box.h"

struct _TenkenWrapBox
{
  GtkWidget parent_instance;

  guint columns; /* 0: none */
  guint spacing;
};

typedef struct
{
  GtkWidget *widget;
  int width;
} Cell;

enum {
  PROP_0,
  PROP_COLUMNS,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (TenkenWrapBox, tenken_wrap_box, GTK_TYPE_WIDGET)

/* --- the children and their widths --- */

static GArray *
list_cells (TenkenWrapBox *self,
            int width)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (Cell));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    Cell cell = {.widget = child};

    if (!gtk_widget_should_layout (child))
      continue;
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &cell.width, NULL, NULL);
    cell.width = MIN (cell.width, width);
    g_array_append_val (cells, cell);
  }
  return cells;
}

static int
get_widest (GArray *cells)
{
  int widest = 0;

  for (guint i = 0; i < cells->len; i++)
    widest = MAX (widest, g_array_index (cells, Cell, i).width);
  return widest;
}

/* Makes all cells of one width. */
static void
set_columns (TenkenWrapBox *self,
             GArray *cells,
             int width)
{
  int spacing = self->spacing, widest = MAX (get_widest (cells), 1);
  int n = CLAMP ((width + spacing) / (widest + spacing), 1, (int) self->columns);

  for (guint i = 0; i < cells->len; i++)
    g_array_index (cells, Cell, i).width = (width - (n - 1) * spacing) / n;
}

/* Gives what a line leaves over to those of its cells that expand. */
static void
spread (GArray *cells,
        guint first,
        guint end,
        int left)
{
  int n = 0;

  for (guint i = first; i < end; i++)
    n += gtk_widget_compute_expand (g_array_index (cells, Cell, i).widget, GTK_ORIENTATION_HORIZONTAL);
  for (guint i = first; n > 0 && i < end; i++) {
    Cell *cell = &g_array_index (cells, Cell, i);

    if (gtk_widget_compute_expand (cell->widget, GTK_ORIENTATION_HORIZONTAL))
      cell->width += left / n;
  }
}

/* The end of the line that begins with a cell. */
static guint
end_line (TenkenWrapBox *self,
          GArray *cells,
          guint first,
          int width)
{
  int used = g_array_index (cells, Cell, first).width;
  guint end = first + 1;

  while (end < cells->len && used + (int) self->spacing + g_array_index (cells, Cell, end).width <= width)
    used += self->spacing + g_array_index (cells, Cell, end++).width;
  if (self->columns == 0)
    spread (cells, first, end, width - used);
  return end;
}

/* --- lines --- */

static int
measure_line (GArray *cells,
              guint first,
              guint end)
{
  int height = 0;

  for (guint i = first; i < end; i++) {
    Cell *cell = &g_array_index (cells, Cell, i);
    int natural;

    gtk_widget_measure (cell->widget, GTK_ORIENTATION_VERTICAL, cell->width, NULL, &natural, NULL, NULL);
    height = MAX (height, natural);
  }
  return height;
}

static void
place_line (TenkenWrapBox *self,
            GArray *cells,
            guint first,
            guint end,
            int y,
            int height)
{
  int x = 0;

  for (guint i = first; i < end; i++) {
    Cell *cell = &g_array_index (cells, Cell, i);
    GtkAllocation area = {.x = x, .y = y, .width = cell->width, .height = height};

    gtk_widget_size_allocate (cell->widget, &area, -1);
    x += cell->width + self->spacing;
  }
}

/* Returns the height of all lines. */
static int
lay_out (TenkenWrapBox *self,
         int width,
         gboolean place)
{
  g_autoptr (GArray) cells = list_cells (self, width);
  int y = 0;

  if (self->columns > 0)
    set_columns (self, cells, width);
  for (guint first = 0, end; first < cells->len; first = end) {
    int height;

    end = end_line (self, cells, first, width);
    height = measure_line (cells, first, end);
    if (place)
      place_line (self, cells, first, end, y, height);
    y += height + (end < cells->len ? self->spacing : 0);
  }
  return y;
}

/* --- the widget --- */

static void
measure_width (TenkenWrapBox *self,
               int *minimum,
               int *natural)
{
  g_autoptr (GArray) cells = list_cells (self, G_MAXINT);
  guint n = self->columns > 0 ? MIN (self->columns, cells->len) : cells->len;

  *minimum = *natural = 0;
  for (guint i = 0; i < cells->len; i++) {
    int narrowest;

    gtk_widget_measure (g_array_index (cells, Cell, i).widget, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL,
                        NULL);
    *minimum = MAX (*minimum, narrowest);
    *natural += g_array_index (cells, Cell, i).width;
  }
  if (self->columns > 0)
    *natural = get_widest (cells) * n;
  *natural += n > 1 ? (n - 1) * self->spacing : 0;
}

static void
tenken_wrap_box_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  TenkenWrapBox *self = TENKEN_WRAP_BOX (widget);
  int narrowest, width;

  measure_width (self, &narrowest, &width);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = narrowest;
    *natural = width;
  } else {
    *minimum = *natural = lay_out (self, for_size < 0 ? width : MAX (for_size, narrowest), FALSE);
  }
}

static void
tenken_wrap_box_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  lay_out (TENKEN_WRAP_BOX (widget), width, TRUE);
}

static GtkSizeRequestMode
tenken_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
tenken_wrap_box_get_property (GObject *object,
                              guint id,
                              GValue *value,
                              GParamSpec *pspec)
{
  TenkenWrapBox *self = TENKEN_WRAP_BOX (object);

  switch (id) {
  case PROP_COLUMNS:
    g_value_set_uint (value, self->columns);
    break;
  case PROP_SPACING:
    g_value_set_uint (value, self->spacing);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
tenken_wrap_box_set_property (GObject *object,
                              guint id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  TenkenWrapBox *self = TENKEN_WRAP_BOX (object);

  switch (id) {
  case PROP_COLUMNS:
    self->columns = g_value_get_uint (value);
    break;
  case PROP_SPACING:
    self->spacing = g_value_get_uint (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
tenken_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenken_wrap_box_parent_class)->dispose (object);
}

static void
tenken_wrap_box_class_init (TenkenWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tenken_wrap_box_get_property;
  object_class->set_property = tenken_wrap_box_set_property;
  object_class->dispose = tenken_wrap_box_dispose;
  widget_class->measure = tenken_wrap_box_measure;
  widget_class->size_allocate = tenken_wrap_box_size_allocate;
  widget_class->get_request_mode = tenken_wrap_box_get_request_mode;

  props[PROP_COLUMNS] =
    g_param_spec_uint ("columns", NULL, NULL, 0, G_MAXINT16, 0, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SPACING] =
    g_param_spec_uint ("spacing", NULL, NULL, 0, G_MAXINT16, 0, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tenken_wrap_box_init (TenkenWrapBox *self)
{
}

GtkWidget *
tenken_wrap_box_new (guint columns,
                     guint spacing)
{
  return g_object_new (TENKEN_TYPE_WRAP_BOX, "columns", columns, "spacing", spacing, NULL);
}

void
tenken_wrap_box_append (TenkenWrapBox *self,
                        GtkWidget *child)
{
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
