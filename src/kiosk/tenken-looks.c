/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-looks.h"

#include <adwaita.h>

/* 15 points are 20 pixels at 96 dots per inch; all other sizes are in proportion to it. By name, so that Japanese is
 * never drawn with the shapes of another language. */
#define FONT "Noto Sans CJK JP, Noto Sans JP, IPAexGothic, IPAGothic, TakaoGothic, Sans 15"

#define DPI_UNIT 1024 /* of gtk-xft-dpi */
#define DPI 96

static int base_dpi = DPI * DPI_UNIT;
static GtkCssProvider *high_contrast = NULL;

static void
apply_scale (GSettings *settings)
{
  int scale = g_settings_get_int (settings, "text-scale");

  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", base_dpi / 100 * scale, NULL);
}

/* libadwaita follows the contrast of the desktop only, so what it would change is said here for those who choose it. */
static void
show_high_contrast (gboolean high)
{
  GdkDisplay *display = gdk_display_get_default ();

  if (high == (high_contrast != NULL))
    return;
  if (high) {
    high_contrast = gtk_css_provider_new ();
    gtk_css_provider_load_from_resource (high_contrast, "/io/github/tenken/Tenken/high-contrast.css");
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (high_contrast),
                                                GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  } else {
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (high_contrast));
    g_clear_object (&high_contrast);
  }
}

static void
apply_contrast (GSettings *settings)
{
  g_autofree char *contrast = g_settings_get_string (settings, "contrast");
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean high = g_str_equal (contrast, "high") || adw_style_manager_get_high_contrast (manager);

  adw_style_manager_set_color_scheme (manager, g_str_equal (contrast, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                              : ADW_COLOR_SCHEME_FORCE_LIGHT);
  show_high_contrast (high);
}

void
tenken_looks_follow (GSettings *settings)
{
  GtkSettings *gtk = gtk_settings_get_default ();
  int dpi;

  g_object_get (gtk, "gtk-xft-dpi", &dpi, NULL);
  if (dpi > 0)
    base_dpi = dpi;
  g_object_set (gtk, "gtk-font-name", FONT, NULL);
  g_signal_connect (settings, "changed::text-scale", G_CALLBACK (apply_scale), NULL);
  g_signal_connect (settings, "changed::contrast", G_CALLBACK (apply_contrast), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (apply_contrast),
                           settings, G_CONNECT_SWAPPED);
  apply_scale (settings);
  apply_contrast (settings);
}
