/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-trend.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-format.h"
#include "tenken-trend-chart.h"
#include "tenken-trend-line.h"
#include "tenken-wrap-box.h"

struct _TenkenTrend
{
  GtkWidget parent_instance;

  TenkenTrendChart *chart;
  GtkWidget *legend_place; /* a box that holds the legend */
  GtkWidget *legend;
  GtkWidget *button; /* opens the table */
  GtkWidget *table_place;
  GtkGrid *table;
  GPtrArray *times; /* (element-type utf8) */
  guint n_lines;
};

G_DEFINE_FINAL_TYPE (TenkenTrend, tenken_trend, GTK_TYPE_WIDGET)

/* --- the table behind --- */

static GtkWidget *
make_cell (const char *text,
           gboolean is_head,
           double xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, is_head ? "table-head" : "figures");
  return label;
}

/* A figure is read together with what it is a figure of. */
static void
add_figure (TenkenTrend *self,
            guint time,
            const char *line,
            double value,
            const char *detail)
{
  g_autofree char *figure = isnan (value) ? g_strdup ("–") : tenken_format_figure (value);
  g_autofree char *text = detail != NULL && !isnan (value) ? g_strdup_printf ("%s (%s)", figure, detail) : g_strdup (figure);
  GtkWidget *cell = make_cell (text, FALSE, 1);
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", (const char *) self->times->pdata[time], line, text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_grid_attach (self->table, cell, self->n_lines + 1, time + 1, 1, 1);
}

static void
show_table (TenkenTrend *self)
{
  gboolean open = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->button));

  gtk_widget_set_visible (self->table_place, open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

/* --- the legend --- */

static void
add_to_legend (TenkenTrend *self,
               const char *name)
{
  GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (entry), tenken_trend_sample_new (self->n_lines));
  gtk_box_append (GTK_BOX (entry), gtk_label_new (name));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (self->legend), entry);
}

static void
clear (TenkenTrend *self)
{
  GtkWidget *child;

  self->n_lines = 0;
  g_ptr_array_set_size (self->times, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, child);
  if (self->legend != NULL)
    gtk_box_remove (GTK_BOX (self->legend_place), self->legend);
  self->legend = tenken_wrap_box_new (0, 16);
  gtk_box_append (GTK_BOX (self->legend_place), self->legend);
}

/* --- the class --- */

static void
tenken_trend_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenken_trend_parent_class)->dispose (object);
}

static void
tenken_trend_finalize (GObject *object)
{
  g_ptr_array_unref (TENKEN_TREND (object)->times);
  G_OBJECT_CLASS (tenken_trend_parent_class)->finalize (object);
}

static void
tenken_trend_class_init (TenkenTrendClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_trend_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_trend_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "trend");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
make_table (TenkenTrend *self)
{
  self->button = gtk_toggle_button_new_with_label (_ ("As a table"));
  self->table = GTK_GRID (gtk_grid_new ());
  /* Many campaigns and large letters: the table scrolls by itself. */
  self->table_place = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->table_place), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->table_place), GTK_WIDGET (self->table));
  gtk_grid_set_column_spacing (self->table, 16);
  gtk_grid_set_row_spacing (self->table, 6);
  gtk_widget_set_halign (self->button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "fold");
  gtk_widget_add_css_class (GTK_WIDGET (self->table), "trend-table");
  g_signal_connect_swapped (self->button, "toggled", G_CALLBACK (show_table), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_parent (self->table_place, GTK_WIDGET (self));
  show_table (self);
}

static void
tenken_trend_init (TenkenTrend *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->times = g_ptr_array_new_with_free_func (g_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
}

GtkWidget *
tenken_trend_new (const char *title)
{
  TenkenTrend *self = g_object_new (TENKEN_TYPE_TREND, NULL);
  GtkWidget *chart = tenken_trend_chart_new (title);

  self->chart = TENKEN_TREND_CHART (chart);
  self->legend_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (chart, GTK_WIDGET (self));
  gtk_widget_set_parent (self->legend_place, GTK_WIDGET (self));
  make_table (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  clear (self);
  return GTK_WIDGET (self);
}

void
tenken_trend_set_times (TenkenTrend *self,
                        const char *const *labels)
{
  g_return_if_fail (TENKEN_IS_TREND (self));

  clear (self);
  tenken_trend_chart_set_times (self->chart, labels);
  gtk_grid_attach (self->table, make_cell (_ ("Time"), TRUE, 0), 0, 0, 1, 1);
  for (guint i = 0; labels[i] != NULL; i++) {
    g_ptr_array_add (self->times, g_strdup (labels[i]));
    gtk_grid_attach (self->table, make_cell (labels[i], TRUE, 0), 0, i + 1, 1, 1);
  }
}

void
tenken_trend_add_line (TenkenTrend *self,
                       const char *name,
                       const double *values,
                       const char *const *details)
{
  g_return_if_fail (TENKEN_IS_TREND (self) && self->n_lines < TENKEN_TREND_MOST_LINES);

  tenken_trend_chart_add_line (self->chart, name, values);
  add_to_legend (self, name);
  gtk_grid_attach (self->table, make_cell (name, TRUE, 1), self->n_lines + 1, 0, 1, 1);
  for (guint i = 0; i < self->times->len; i++)
    add_figure (self, i, name, values[i], details != NULL ? details[i] : NULL);
  self->n_lines++;
}
