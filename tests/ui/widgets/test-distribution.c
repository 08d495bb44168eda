/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>

#include "tenken-distribution.h"
#include "tenken-language.h"

#define WIDTH 400
#define HEIGHT 24

static const TnkCounts all = {.items = 100, .implemented = 50, .partial = 20, .not_implemented = 10, .not_applicable = 5, .excepted = 3};

static void
assert_says (const TnkCounts *counts,
             const char *expected)
{
  GtkWidget *bar = g_object_ref_sink (tenken_distribution_new ());

  tenken_distribution_set_counts (TENKEN_DISTRIBUTION (bar), counts);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
  g_assert_finalize_object (bar);
}

static void
test_says (void)
{
  const TnkCounts some = {.items = 3, .not_implemented = 1}, none = {0};

  assert_says (&all, "Implemented 50, Partly implemented 20, Not implemented 10, Excepted 3, Not applicable 5, Not answered 12");
  assert_says (&some, "Not implemented 1, Not answered 2");
  assert_says (&none, "asked of nobody");
}

/* The whole bar as it is drawn: pixels of four bytes. */
static guchar *
draw (const TnkCounts *counts)
{
  GtkWidget *window = gtk_window_new (), *bar = tenken_distribution_new ();
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  guchar *pixels = g_malloc0 (WIDTH * HEIGHT * 4);

  gtk_css_provider_load_from_data (css, "distribution { min-width: 400px; min-height: 24px; }", -1);
  gtk_style_context_add_provider (gtk_widget_get_style_context (bar), GTK_STYLE_PROVIDER (css), 900);
  tenken_distribution_set_counts (TENKEN_DISTRIBUTION (bar), counts);
  gtk_widget_set_halign (bar, GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (window), bar);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpint (gtk_widget_get_width (bar), ==, WIDTH);
  paintable = gtk_widget_paintable_new (bar);
  gdk_paintable_snapshot (paintable, snapshot, WIDTH, HEIGHT);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL) {
    texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &GRAPHENE_RECT_INIT (0, 0, WIDTH, HEIGHT));
    gdk_texture_download (texture, pixels, WIDTH * 4);
  }
  gtk_window_destroy (GTK_WINDOW (window));
  return pixels;
}

/* How wide the fill of a colour reaches in the middle line; of the patterned ones, how many pixels are near enough. */
static guint
count_near (const guchar *pixels,
            const char *color)
{
  guint n = 0;
  GdkRGBA wanted;

  g_assert_true (gdk_rgba_parse (&wanted, color));
  for (guint x = 0; x < WIDTH; x++) {
    const guchar *pixel = pixels + (1 * WIDTH + x) * 4; /* above the sign: blue, green, red, alpha */

    n += pixel[3] > 250 && ABS (pixel[2] - wanted.red * 255) < 4 && ABS (pixel[1] - wanted.green * 255) < 4 && ABS (pixel[0] - wanted.blue * 255) < 4;
  }
  return n;
}

static void
test_widths (void)
{
  const TnkCounts half = {.items = 100, .implemented = 50, .not_applicable = 50}, rare = {.items = 50000, .implemented = 49999, .not_applicable = 1};
  const TnkCounts none = {0};
  g_autofree guchar *halves = draw (&half), *rarely = draw (&rare), *nothing = draw (&none);

  g_assert_cmpint (ABS ((int) count_near (halves, "#0072b2") - WIDTH / 2), <=, 3);
  g_assert_cmpint (ABS ((int) count_near (halves, "#767676") - WIDTH / 2), <=, 3);
  /* One of fifty thousand is still there to be seen. */
  g_assert_cmpuint (count_near (rarely, "#767676"), >=, 2);
  g_assert_cmpuint (count_near (rarely, "#0072b2"), >, WIDTH - 12);
  g_assert_cmpuint (count_near (nothing, "#0072b2"), ==, 0);
}

static void
test_counts (void)
{
  guint sum = 0;

  for (guint value = 0; value < TNK_N_ANSWER_VALUES; value++)
    sum += tenken_distribution_get_count (&all, value);
  g_assert_cmpuint (sum, ==, all.items);
}

int
main (int argc,
      char *argv[])
{
  g_autoptr (GtkCssProvider) css = NULL;

  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  adw_init ();
  css = gtk_css_provider_new ();
  /* The colours of the program. */
  gtk_css_provider_load_from_resource (css, "/io/github/tenken/Tenken/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_test_add_func ("/Tenken/Distribution/says", test_says);
  g_test_add_func ("/Tenken/Distribution/widths", test_widths);
  g_test_add_func ("/Tenken/Distribution/counts", test_counts);
  return g_test_run ();
}
