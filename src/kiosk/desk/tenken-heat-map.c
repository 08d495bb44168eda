/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-heat-map.h"

#include <glib/gi18n.h>

#include "tenken-heat-data.h"
#include "tenken-heat-field.h"

struct _TenkenHeatMap
{
  GtkWidget parent_instance;

  TenkenHeatData *data;
  GtkWidget *scroller;
  TenkenHeatField *field;
};

G_DEFINE_FINAL_TYPE (TenkenHeatMap, tenken_heat_map, GTK_TYPE_WIDGET)

enum {
  OPEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
open_cell (TenkenHeatMap *self,
           guint row,
           guint column)
{
  g_signal_emit (self, signals[OPEN], 0, row, column);
}

static void
tenken_heat_map_dispose (GObject *object)
{
  TenkenHeatMap *self = TENKEN_HEAT_MAP (object);

  self->field = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (tenken_heat_map_parent_class)->dispose (object);
}

static void
tenken_heat_map_finalize (GObject *object)
{
  tenken_heat_data_free (TENKEN_HEAT_MAP (object)->data);
  G_OBJECT_CLASS (tenken_heat_map_parent_class)->finalize (object);
}

static void
tenken_heat_map_class_init (TenkenHeatMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_heat_map_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_heat_map_finalize;
  signals[OPEN] = g_signal_new ("open", TENKEN_TYPE_HEAT_MAP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "heatmap");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
tenken_heat_map_init (TenkenHeatMap *self)
{
  GtkWidget *field;

  self->data = tenken_heat_data_new ();
  field = tenken_heat_field_new (self->data);
  self->field = TENKEN_HEAT_FIELD (field);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), field);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  /* A bar that lies over the last column would hide its figures. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->scroller), FALSE);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (field, "open", G_CALLBACK (open_cell), self);
}

GtkWidget *
tenken_heat_map_new (const char *title)
{
  TenkenHeatMap *self = g_object_new (TENKEN_TYPE_HEAT_MAP, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Arrow keys go from cell to cell, Enter opens one"), -1);
  return GTK_WIDGET (self);
}

void
tenken_heat_map_set_columns (TenkenHeatMap *self,
                             const char *const *labels)
{
  g_return_if_fail (TENKEN_IS_HEAT_MAP (self));

  tenken_heat_data_set_columns (self->data, labels);
  tenken_heat_field_changed (self->field);
}

guint
tenken_heat_map_add_row (TenkenHeatMap *self,
                         const char *label,
                         guint depth,
                         const TenkenHeatCell *cells)
{
  g_return_val_if_fail (TENKEN_IS_HEAT_MAP (self), 0);

  tenken_heat_data_add_row (self->data, label, depth, cells);
  tenken_heat_field_changed (self->field);
  return self->data->rows->len - 1;
}

void
tenken_heat_map_set_rows (TenkenHeatMap *self,
                          const char *const *labels,
                          const TenkenHeatCell *cells)
{
  g_return_if_fail (TENKEN_IS_HEAT_MAP (self));

  tenken_heat_data_clear_rows (self->data);
  for (guint row = 0; labels[row] != NULL; row++)
    tenken_heat_data_add_row (self->data, labels[row], 0, cells + row * self->data->columns->len);
  tenken_heat_field_changed (self->field);
}

guint
tenken_heat_map_get_n_rows (TenkenHeatMap *self)
{
  g_return_val_if_fail (TENKEN_IS_HEAT_MAP (self), 0);

  return self->data->rows->len;
}

void
tenken_heat_map_set_current (TenkenHeatMap *self,
                             guint row,
                             guint column)
{
  g_return_if_fail (TENKEN_IS_HEAT_MAP (self));

  tenken_heat_field_go_to (self->field, row, column);
}

void
tenken_heat_map_go_to (TenkenHeatMap *self,
                       guint row,
                       guint column)
{
  g_return_if_fail (TENKEN_IS_HEAT_MAP (self));

  tenken_heat_field_go_to (self->field, row, column);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

void
tenken_heat_map_get_current (TenkenHeatMap *self,
                             guint *row,
                             guint *column)
{
  g_return_if_fail (TENKEN_IS_HEAT_MAP (self));

  tenken_heat_field_get_current (self->field, row, column);
}

char *
tenken_heat_map_describe_cell (TenkenHeatMap *self,
                               guint row,
                               guint column)
{
  g_return_val_if_fail (TENKEN_IS_HEAT_MAP (self), NULL);

  return tenken_heat_data_describe (self->data, row, column);
}
