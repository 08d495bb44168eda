/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-steady-layout.h"

struct _TenkenSteadyLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TenkenSteadyLayout, tenken_steady_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
tenken_steady_layout_get_request_mode (GtkLayoutManager *layout,
                                       GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
tenken_steady_layout_measure (GtkLayoutManager *layout,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
}

static void
tenken_steady_layout_allocate (GtkLayoutManager *layout,
                               GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int needed;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  /* In a window that is lower than all of the page but its scrolled part, the end is cut off rather than the lines run
   * into one another. */
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &needed, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){.width = width, .height = MAX (height, needed)}, -1);
}

static void
tenken_steady_layout_class_init (TenkenSteadyLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = tenken_steady_layout_get_request_mode;
  layout_class->measure = tenken_steady_layout_measure;
  layout_class->allocate = tenken_steady_layout_allocate;
}

static void
tenken_steady_layout_init (TenkenSteadyLayout *self)
{
}

GtkLayoutManager *
tenken_steady_layout_new (void)
{
  return g_object_new (TENKEN_TYPE_STEADY_LAYOUT, NULL);
}
