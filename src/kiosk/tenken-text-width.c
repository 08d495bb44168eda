/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-text-width.h"

#define DPI (96 * 1024) /* of gtk-xft-dpi at 100 % */

static gboolean
scale (GBinding *binding,
       const GValue *from,
       GValue *to,
       gpointer user_data)
{
  int dpi = g_value_get_int (from), width = GPOINTER_TO_INT (user_data);

  g_value_set_int (to, dpi > 0 ? (gint64) width * dpi / DPI : width);
  return TRUE;
}

void
tenken_text_width_follow (AdwClamp *clamp,
                          int width)
{
  GtkSettings *settings = gtk_settings_get_default ();

  g_object_bind_property_full (settings, "gtk-xft-dpi", clamp, "maximum-size", G_BINDING_SYNC_CREATE, scale, NULL,
                               GINT_TO_POINTER (width), NULL);
  g_object_bind_property_full (settings, "gtk-xft-dpi", clamp, "tightening-threshold", G_BINDING_SYNC_CREATE, scale,
                               NULL, GINT_TO_POINTER (width), NULL);
}

double
tenken_text_get_em (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / 72;
  return size > 0 ? size : 16;
}
