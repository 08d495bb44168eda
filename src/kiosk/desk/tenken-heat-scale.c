/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-heat-scale.h"

#include <glib/gi18n.h>

#include "tenken-heat-painter.h"

struct _TenkenHeatScale
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (TenkenHeatScale, tenken_heat_scale, GTK_TYPE_WIDGET)

static const int scores[] = {30, 50, 60, 70, 80, 90, 95, 100};

static void
draw_score (GtkWidget *widget,
            GtkSnapshot *snapshot,
            int score,
            const graphene_rect_t *area)
{
  g_autofree char *text = g_strdup_printf ("%d", score);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  GdkRGBA ground, ink;
  int width, height;

  tenken_heat_painter_get_colors (widget, score, &ground, &ink);
  gtk_snapshot_append_color (snapshot, &ground, area);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (area->origin.x + (area->size.width - width) / 2, (area->size.height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
tenken_heat_scale_snapshot (GtkWidget *widget,
                            GtkSnapshot *snapshot)
{
  double width = gtk_widget_get_width (widget) / (double) G_N_ELEMENTS (scores), height = gtk_widget_get_height (widget);

  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    draw_score (widget, snapshot, scores[i], &GRAPHENE_RECT_INIT (i * width, 0, width, height));
}

static void
tenken_heat_scale_class_init (TenkenHeatScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tenken_heat_scale_snapshot;
  gtk_widget_class_set_css_name (widget_class, "heatscale");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tenken_heat_scale_init (TenkenHeatScale *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Colours from vermilion for few points over white for 80 to blue for 100"), -1);
}

GtkWidget *
tenken_heat_scale_new (void)
{
  return g_object_new (TENKEN_TYPE_HEAT_SCALE, NULL);
}
