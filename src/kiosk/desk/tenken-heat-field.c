/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-heat-field.h"

#include <math.h>

#include "tenken-heat-cursor.h"
#include "tenken-heat-painter.h"

/* How many rows are there at least, in the lowest window. */
#define LEAST_ROWS 4
/* Before the first row and the first column are the names. */
#define HEADING (-1)

struct _TenkenHeatField
{
  GtkWidget parent_instance;

  const TenkenHeatData *data;
  TenkenHeatPainter *painter; /* NULL until it is asked for anew */
  TenkenHeatSizes sizes;
  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];
  GtkWidget *cursors[2]; /* one has the focus, the other gets it with the next cell, so that each is read aloud */
  guint cursor;
  int row;
  int column;
};

enum {
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY
};

enum {
  OPEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (TenkenHeatField, tenken_heat_field, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static TenkenHeatPainter *
get_painter (TenkenHeatField *self)
{
  if (self->painter == NULL)
    self->painter = tenken_heat_painter_new (GTK_WIDGET (self), self->data);
  return self->painter;
}

static double
get_scrolled (TenkenHeatField *self,
              GtkOrientation orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? round (gtk_adjustment_get_value (adjustment)) : 0;
}

static int
n_rows (TenkenHeatField *self)
{
  return self->data->rows->len;
}

static int
n_columns (TenkenHeatField *self)
{
  return self->data->columns->len;
}

/* --- where a cell is --- */

static graphene_rect_t
get_area (TenkenHeatField *self,
          int row,
          int column)
{
  double x = 0, y = 0, width = self->sizes.head_width, height = self->sizes.head_height;

  if (column != HEADING) {
    x = width + column * self->sizes.cell_width - get_scrolled (self, GTK_ORIENTATION_HORIZONTAL);
    width = self->sizes.cell_width;
  }
  if (row != HEADING) {
    y = height + row * self->sizes.cell_height - get_scrolled (self, GTK_ORIENTATION_VERTICAL);
    height = self->sizes.cell_height;
  }
  return GRAPHENE_RECT_INIT (x, y, width, height);
}

/* The cell at a point; FALSE where there is none. */
static gboolean
find_cell (TenkenHeatField *self,
           double x,
           double y,
           int *row,
           int *column)
{
  *row = *column = HEADING;
  if (x >= self->sizes.head_width)
    *column = (x - self->sizes.head_width + get_scrolled (self, GTK_ORIENTATION_HORIZONTAL)) / MAX (self->sizes.cell_width, 1);
  if (y >= self->sizes.head_height)
    *row = (y - self->sizes.head_height + get_scrolled (self, GTK_ORIENTATION_VERTICAL)) / MAX (self->sizes.cell_height, 1);
  return *row < n_rows (self) && *column < n_columns (self) && (*row != HEADING || *column != HEADING);
}

static void
bring_into_view (TenkenHeatField *self)
{
  if (self->column != HEADING && self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_HORIZONTAL], self->column * self->sizes.cell_width,
                               (self->column + 1) * self->sizes.cell_width);
  if (self->row != HEADING && self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_clamp_page (self->adjustments[GTK_ORIENTATION_VERTICAL], self->row * self->sizes.cell_height,
                               (self->row + 1) * self->sizes.cell_height);
}

/* --- the cell that has the focus --- */

static void
name_cursor (TenkenHeatField *self)
{
  g_autofree char *name = NULL;

  if (n_rows (self) == 0)
    return;
  name = tenken_heat_data_describe (self->data, self->row, self->column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cursors[self->cursor]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
tenken_heat_field_go_to (TenkenHeatField *self,
                         guint row,
                         guint column)
{
  GtkWidget *old = self->cursors[self->cursor];
  gboolean has_focus = gtk_widget_has_focus (old);

  g_return_if_fail (TENKEN_IS_HEAT_FIELD (self));

  if (n_rows (self) == 0 || ((int) row == HEADING && (int) column == HEADING))
    return;
  self->row = CLAMP ((int) row, HEADING, n_rows (self) - 1);
  self->column = CLAMP ((int) column, HEADING, n_columns (self) - 1);
  self->cursor = !self->cursor;
  name_cursor (self);
  bring_into_view (self);
  gtk_widget_set_visible (self->cursors[self->cursor], TRUE);
  if (has_focus)
    gtk_widget_grab_focus (self->cursors[self->cursor]);
  gtk_widget_set_visible (old, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
tenken_heat_field_get_current (TenkenHeatField *self,
                               guint *row,
                               guint *column)
{
  *row = self->row;
  *column = self->column;
}

static void
open_current (TenkenHeatField *self)
{
  if (n_rows (self) > 0)
    g_signal_emit (self, signals[OPEN], 0, (guint) self->row, (guint) self->column);
}

/* --- keys and the mouse --- */

static void
move (TenkenHeatField *self,
      int rows,
      int columns)
{
  int row = CLAMP (self->row + rows, HEADING, n_rows (self) - 1), column = CLAMP (self->column + columns, HEADING, n_columns (self) - 1);

  /* The corner holds nothing. */
  if (row == HEADING && column == HEADING)
    return;
  tenken_heat_field_go_to (self, row, column);
}

static int
get_page (TenkenHeatField *self)
{
  return MAX (1, (gtk_widget_get_height (GTK_WIDGET (self)) - self->sizes.head_height) / MAX (self->sizes.cell_height, 1) - 1);
}

static gboolean
key_pressed (GtkEventControllerKey *keys,
             guint keyval,
             guint keycode,
             GdkModifierType modifiers,
             TenkenHeatField *self)
{
  gboolean far = (modifiers & GDK_CONTROL_MASK) != 0;

  switch (keyval) {
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    move (self, far ? -n_rows (self) : -1, 0);
    return TRUE;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    move (self, far ? n_rows (self) : 1, 0);
    return TRUE;
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    move (self, 0, far ? -n_columns (self) : -1);
    return TRUE;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    move (self, 0, far ? n_columns (self) : 1);
    return TRUE;
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    tenken_heat_field_go_to (self, far ? 0 : self->row, 0);
    return TRUE;
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    tenken_heat_field_go_to (self, far ? n_rows (self) - 1 : self->row, n_columns (self) - 1);
    return TRUE;
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    move (self, -MIN (get_page (self), MAX (self->row, 0)), 0);
    return TRUE;
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    move (self, get_page (self), 0);
    return TRUE;
  default:
    return FALSE;
  }
}

static void
pressed (GtkGestureClick *click,
         int n,
         double x,
         double y,
         TenkenHeatField *self)
{
  int row, column;

  if (!find_cell (self, x, y, &row, &column))
    return;
  tenken_heat_field_go_to (self, row, column);
  gtk_widget_grab_focus (self->cursors[self->cursor]);
}

static void
released (GtkGestureClick *click,
          int n,
          double x,
          double y,
          TenkenHeatField *self)
{
  int row, column;

  if (find_cell (self, x, y, &row, &column) && row == self->row && column == self->column)
    open_current (self);
}

static gboolean
tenken_heat_field_query_tooltip (GtkWidget *widget,
                                 int x,
                                 int y,
                                 gboolean by_keys,
                                 GtkTooltip *tooltip)
{
  TenkenHeatField *self = TENKEN_HEAT_FIELD (widget);
  g_autofree char *text = NULL;
  int row = self->row, column = self->column;

  if (n_rows (self) == 0 || (!by_keys && !find_cell (self, x, y, &row, &column)))
    return FALSE;
  text = tenken_heat_data_describe (self->data, row, column);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/* --- size --- */

static void
configure (TenkenHeatField *self,
           GtkOrientation orientation,
           int all,
           int room,
           int step)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment != NULL)
    gtk_adjustment_configure (adjustment, MIN (gtk_adjustment_get_value (adjustment), MAX (all - room, 0)), 0, MAX (all, room),
                              step, MAX (room - step, step), MAX (room, 0));
}

static void
tenken_heat_field_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  TenkenHeatField *self = TENKEN_HEAT_FIELD (widget);
  graphene_rect_t area;
  GskTransform *place;

  tenken_heat_painter_measure (get_painter (self), width, &self->sizes);
  configure (self, GTK_ORIENTATION_HORIZONTAL, n_columns (self) * self->sizes.cell_width, width - self->sizes.head_width, self->sizes.cell_width);
  configure (self, GTK_ORIENTATION_VERTICAL, n_rows (self) * self->sizes.cell_height, height - self->sizes.head_height, self->sizes.cell_height);
  area = get_area (self, self->row, self->column);
  place = gsk_transform_translate (NULL, &area.origin);
  gtk_widget_allocate (self->cursors[self->cursor], MAX (area.size.width - 1, 1), MAX (area.size.height - 1, 1), -1, place);
}

static void
tenken_heat_field_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  TenkenHeatField *self = TENKEN_HEAT_FIELD (widget);
  TenkenHeatSizes sizes;
  int least;

  tenken_heat_painter_measure (get_painter (self), for_size > 0 && orientation == GTK_ORIENTATION_VERTICAL ? for_size : 1000, &sizes);
  /* A widget is asked even where it is not shown. */
  gtk_widget_measure (self->cursors[self->cursor], orientation, -1, &least, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = sizes.head_width + 2 * sizes.cell_width;
    *natural = MAX (*minimum, sizes.head_width + n_columns (self) * sizes.cell_width);
  } else {
    *minimum = sizes.head_height + MIN (LEAST_ROWS, n_rows (self)) * sizes.cell_height;
    *natural = sizes.head_height + n_rows (self) * sizes.cell_height;
  }
  *minimum = MAX (*minimum, least);
}

/* --- drawing --- */

static void
tenken_heat_field_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  TenkenHeatField *self = TENKEN_HEAT_FIELD (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  int left = self->column != HEADING ? self->sizes.head_width : 0, top = self->row != HEADING ? self->sizes.head_height : 0;

  tenken_heat_painter_paint (get_painter (self), snapshot, width, height, get_scrolled (self, GTK_ORIENTATION_HORIZONTAL),
                             get_scrolled (self, GTK_ORIENTATION_VERTICAL));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, top, width - left, height - top));
  gtk_widget_snapshot_child (widget, self->cursors[self->cursor], snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
tenken_heat_field_css_changed (GtkWidget *widget,
                               GtkCssStyleChange *change)
{
  TenkenHeatField *self = TENKEN_HEAT_FIELD (widget);

  GTK_WIDGET_CLASS (tenken_heat_field_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->painter, tenken_heat_painter_free);
  gtk_widget_queue_resize (widget);
}

/* --- the class --- */

static void
set_adjustment (TenkenHeatField *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustments[orientation], self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tenken_heat_field_set_property (GObject *object,
                                guint property,
                                const GValue *value,
                                GParamSpec *pspec)
{
  TenkenHeatField *self = TENKEN_HEAT_FIELD (object);

  if (property == PROP_HADJUSTMENT || property == PROP_VADJUSTMENT)
    set_adjustment (self, property == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
  else
    self->policies[property == PROP_HSCROLL_POLICY ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
}

static void
tenken_heat_field_get_property (GObject *object,
                                guint property,
                                GValue *value,
                                GParamSpec *pspec)
{
  TenkenHeatField *self = TENKEN_HEAT_FIELD (object);

  if (property == PROP_HADJUSTMENT || property == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[property == PROP_HADJUSTMENT ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL]);
  else
    g_value_set_enum (value, self->policies[property == PROP_HSCROLL_POLICY ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL]);
}

static void
tenken_heat_field_dispose (GObject *object)
{
  TenkenHeatField *self = TENKEN_HEAT_FIELD (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++)
    g_clear_pointer (&self->cursors[i], gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    g_clear_object (&self->adjustments[i]);
  g_clear_pointer (&self->painter, tenken_heat_painter_free);
  G_OBJECT_CLASS (tenken_heat_field_parent_class)->dispose (object);
}

static void
tenken_heat_field_class_init (TenkenHeatFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tenken_heat_field_dispose;
  object_class->set_property = tenken_heat_field_set_property;
  object_class->get_property = tenken_heat_field_get_property;
  widget_class->measure = tenken_heat_field_measure;
  widget_class->size_allocate = tenken_heat_field_size_allocate;
  widget_class->snapshot = tenken_heat_field_snapshot;
  widget_class->css_changed = tenken_heat_field_css_changed;
  widget_class->query_tooltip = tenken_heat_field_query_tooltip;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  signals[OPEN] = g_signal_new ("open", TENKEN_TYPE_HEAT_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "heatfield");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
tenken_heat_field_init (TenkenHeatField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  for (guint i = 0; i < G_N_ELEMENTS (self->cursors); i++) {
    self->cursors[i] = tenken_heat_cursor_new ();
    gtk_widget_set_parent (self->cursors[i], GTK_WIDGET (self));
    gtk_widget_set_visible (self->cursors[i], i == 0);
    g_signal_connect_swapped (self->cursors[i], "open", G_CALLBACK (open_current), self);
  }
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "pointer");
}

GtkWidget *
tenken_heat_field_new (const TenkenHeatData *data)
{
  TenkenHeatField *self = g_object_new (TENKEN_TYPE_HEAT_FIELD, NULL);

  self->data = data;
  return GTK_WIDGET (self);
}

void
tenken_heat_field_changed (TenkenHeatField *self)
{
  g_return_if_fail (TENKEN_IS_HEAT_FIELD (self));

  g_clear_pointer (&self->painter, tenken_heat_painter_free);
  self->row = CLAMP (self->row, HEADING, MAX (n_rows (self) - 1, 0));
  self->column = CLAMP (self->column, HEADING, MAX (n_columns (self) - 1, 0));
  gtk_widget_set_visible (self->cursors[self->cursor], n_rows (self) > 0);
  name_cursor (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
