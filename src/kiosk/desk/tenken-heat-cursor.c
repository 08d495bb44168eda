/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-heat-cursor.h"

struct _TenkenHeatCursor
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TenkenHeatCursor, tenken_heat_cursor, GTK_TYPE_WIDGET)

enum {
  OPEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
open_cell (GtkWidget *widget,
           const char *action_name,
           GVariant *parameter)
{
  g_signal_emit (widget, signals[OPEN], 0);
}

static void
tenken_heat_cursor_class_init (TenkenHeatCursorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const guint keys[] = {GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space, GDK_KEY_KP_Space};

  signals[OPEN] = g_signal_new ("open", TENKEN_TYPE_HEAT_CURSOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "heatcursor");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_widget_class_install_action (widget_class, "cell.open", NULL, open_cell);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], 0, "cell.open", NULL);
}

static void
tenken_heat_cursor_init (TenkenHeatCursor *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  /* A press is for the cell below it, like any other. */
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
tenken_heat_cursor_new (void)
{
  return g_object_new (TENKEN_TYPE_HEAT_CURSOR, NULL);
}
