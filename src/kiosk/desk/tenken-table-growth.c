/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-table-growth.h"

/* As many as a large screen shows, and how many more come in a frame. */
#define FIRST_ROWS 30
#define MORE_ROWS 20
/* The view makes no more than these at once, however many there are. */
#define MOST_AT_ONCE 200

static gboolean
grow (GtkWidget *view,
      GdkFrameClock *clock,
      gpointer user_data)
{
  GtkSliceListModel *self = user_data;
  guint size = gtk_slice_list_model_get_size (self);
  gboolean painted = g_object_get_data (G_OBJECT (self), "painted") != NULL;

  if (size == 0 || size >= MOST_AT_ONCE) {
    g_object_set_data (G_OBJECT (self), "painted", NULL);
    return G_SOURCE_REMOVE;
  }
  /* The first time is before the first rows are painted. */
  if (painted)
    gtk_slice_list_model_set_size (self, size + MORE_ROWS < MOST_AT_ONCE ? size + MORE_ROWS : G_MAXUINT);
  g_object_set_data (G_OBJECT (self), "painted", self);
  return G_SOURCE_CONTINUE;
}

static void
begin (GtkSliceListModel *self,
       GtkWidget *view)
{
  if (gtk_slice_list_model_get_size (self) > 0 || g_list_model_get_n_items (gtk_slice_list_model_get_model (self)) == 0)
    return;
  gtk_slice_list_model_set_size (self, FIRST_ROWS);
  gtk_widget_add_tick_callback (view, grow, g_object_ref (self), g_object_unref);
}

static void
mapped (GtkWidget *view,
        GtkSliceListModel *self)
{
  begin (self, view);
}

/* Where there were none, they begin anew; where some come and go, the view keeps its place. */
static void
changed (GListModel *rows,
         guint position,
         guint removed,
         guint added,
         GtkWidget *view)
{
  GtkSliceListModel *self = g_object_get_data (G_OBJECT (view), "growth");

  if (g_list_model_get_n_items (rows) == 0)
    gtk_slice_list_model_set_size (self, 0);
  else if (gtk_widget_get_mapped (view))
    begin (self, view);
}

GtkSliceListModel *
tenken_table_growth_new (GListModel *rows)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  return gtk_slice_list_model_new (g_object_ref (rows), 0, 0);
}

void
tenken_table_growth_watch (GtkSliceListModel *self,
                           GtkWidget *view)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (self) && GTK_IS_WIDGET (view));

  g_object_set_data_full (G_OBJECT (view), "growth", g_object_ref (self), g_object_unref);
  g_signal_connect_object (view, "map", G_CALLBACK (mapped), self, 0);
  g_signal_connect_object (gtk_slice_list_model_get_model (self), "items-changed", G_CALLBACK (changed), view, 0);
}

void
tenken_table_growth_finish (GtkSliceListModel *self)
{
  g_return_if_fail (GTK_IS_SLICE_LIST_MODEL (self));
  gtk_slice_list_model_set_size (self, G_MAXUINT);
}
