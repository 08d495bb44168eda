/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "tenken-language.h"
#include "tenken-radar.h"

#define MOST_AXES 12

static const char *const chapters[MOST_AXES] = {
  "1 組織体制", "2 情報資産の分類と管理", "3 情報システム全体の強靭性", "4 物理的セキュリティ",
  "5 人的セキュリティ", "6 技術的セキュリティ", "7 運用", "8 外部サービスの利用",
  "9 評価・見直し", "10 Development and maintenance", "11 Incident response", "12 Continuity"};
static const char *const numbers[MOST_AXES] = {"1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"};

static TenkenRadar *
radar_of (const double *now,
          const double *before,
          guint n)
{
  TenkenRadar *radar = TENKEN_RADAR (tenken_radar_new ("Points", "this time", "last time"));

  for (guint i = 0; i < n; i++)
    tenken_radar_add_axis (radar, chapters[i], numbers[i], now[i], before != NULL ? before[i] : NAN);
  return radar;
}

/* --- what a screen reader says --- */

static void
assert_label (const double *now,
              const double *before,
              const char *expected)
{
  TenkenRadar *radar = g_object_ref_sink (radar_of (now, before, 2));

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (radar), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (radar), GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
  g_assert_finalize_object (radar);
}

static void
test_says (void)
{
  const double full[] = {72.46, 100}, gap[] = {NAN, 60};

  assert_label (full, full,
                "Points: 1 組織体制, this time 72.5, last time 72.5; 2 情報資産の分類と管理, this time 100.0, last time 100.0");
  assert_label (gap, full,
                "Points: 1 組織体制, this time no figure, last time 72.5; 2 情報資産の分類と管理, this time 60.0, last time 100.0");
  assert_label (full, NULL, "Points: 1 組織体制, this time 72.5; 2 情報資産の分類と管理, this time 100.0");
}

/* --- where the labels are --- */

static GtkWidget *
window_of (TenkenRadar *radar,
           int font,
           GtkCssProvider *css)
{
  GtkWidget *window = gtk_window_new ();
  g_autofree char *style = g_strdup_printf ("radar { font-size: %dpx; }", font);

  gtk_css_provider_load_from_data (css, style, -1);
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (radar)), GTK_STYLE_PROVIDER (css), 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (radar));
  return window;
}

static void
allocate (TenkenRadar *radar,
          int size)
{
  int natural;

  gtk_widget_measure (GTK_WIDGET (radar), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (radar), GTK_ORIENTATION_VERTICAL, size, NULL, &natural, NULL, NULL);
  gtk_widget_allocate (GTK_WIDGET (radar), size, natural, -1, NULL);
}

/* Returns how many labels there are; none may touch another or stick out. */
static guint
check_labels (TenkenRadar *radar,
              guint n,
              int size)
{
  graphene_rect_t areas[MOST_AXES], bounds = GRAPHENE_RECT_INIT (-1, -1, size + 2, gtk_widget_get_height (GTK_WIDGET (radar)) + 2);
  guint shown = 0;

  for (guint i = 0; i < n; i++) {
    if (!tenken_radar_get_label_area (radar, i, &areas[shown]))
      continue;
    g_assert_true (graphene_rect_contains_rect (&bounds, &areas[shown]));
    for (guint other = 0; other < shown; other++)
      g_assert_false (graphene_rect_intersection (&areas[other], &areas[shown], NULL));
    shown++;
  }
  return shown;
}

/* All labels or none, whatever the size of the chart and of the text. */
static void
test_labels (void)
{
  const int fonts[] = {12, 20, 40}, sizes[] = {280, 320, 450, 600, 900};
  double figures[MOST_AXES] = {50};
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();

  for (guint font = 0; font < G_N_ELEMENTS (fonts); font++)
    for (guint n = 1; n <= MOST_AXES; n++) {
      TenkenRadar *radar = radar_of (figures, figures, n);
      GtkWidget *window = window_of (radar, fonts[font], css);

      for (guint size = 0; size < G_N_ELEMENTS (sizes); size++) {
        guint shown;

        allocate (radar, sizes[size]);
        shown = check_labels (radar, n, sizes[size]);
        g_test_message ("%u axes, text of %d px, %d px wide: %u labels", n, fonts[font], sizes[size], shown);
        g_assert_true (shown == n || (shown == 0 && sizes[size] < 12 * fonts[font]));
      }
      gtk_window_destroy (GTK_WINDOW (window));
    }
}

/* --- what is drawn --- */

/* The pixels in the colour of this time that are in a part of the picture; all from 0 to 1. */
static guint
count_ink (const double *figures,
           guint n,
           graphene_rect_t part)
{
  TenkenRadar *radar = radar_of (figures, NULL, n);
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  GtkWidget *window = window_of (radar, 24, css);
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autofree guchar *pixels = NULL;
  guint ink = 0;
  GdkRGBA accent;
  int width, height;

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 500, 500);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  width = gtk_widget_get_width (GTK_WIDGET (radar));
  height = gtk_widget_get_height (GTK_WIDGET (radar));
  paintable = gtk_widget_paintable_new (GTK_WIDGET (radar));
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  pixels = g_malloc (width * height * 4);
  gdk_texture_download (texture, pixels, width * 4);
  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (radar)), "accent_color", &accent));
  graphene_rect_scale (&part, width, height, &part);
  for (int y = part.origin.y; y < part.origin.y + part.size.height; y++)
    for (int x = part.origin.x; x < part.origin.x + part.size.width; x++) {
      const guchar *pixel = pixels + (y * width + x) * 4; /* blue, green, red, alpha */

      ink += pixel[3] > 250 && ABS (pixel[0] - accent.blue * 255) < 3 && ABS (pixel[1] - accent.green * 255) < 3;
    }
  gtk_window_destroy (GTK_WINDOW (window));
  return ink;
}

/* What has no figure is no zero: nothing is drawn to it, neither outwards nor to the middle. */
static void
test_gap (void)
{
  const graphene_rect_t left = GRAPHENE_RECT_INIT (0, 0, 0.45, 0.75), right = GRAPHENE_RECT_INIT (0.55, 0, 0.45, 0.75), to_middle = GRAPHENE_RECT_INIT (0.48, 0.3, 0.04, 0.08);
  const double gap[] = {80, NAN, 80, 80}, zero[] = {80, 0, 80, 80}, full[] = {80, 80, 80, 80}, none[] = {NAN, NAN, NAN, NAN};

  g_assert_cmpuint (count_ink (full, 4, right), >, 100);
  g_assert_cmpuint (count_ink (zero, 4, to_middle), >, 20);
  g_assert_cmpuint (count_ink (gap, 4, left), ==, count_ink (full, 4, left));
  g_assert_cmpuint (count_ink (gap, 4, right), ==, 0);
  g_assert_cmpuint (count_ink (gap, 4, to_middle), ==, 0);
  g_assert_cmpuint (count_ink (none, 4, GRAPHENE_RECT_INIT (0, 0, 1, 1)), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  adw_init ();
  g_test_add_func ("/Tenken/Radar/says", test_says);
  g_test_add_func ("/Tenken/Radar/labels", test_labels);
  g_test_add_func ("/Tenken/Radar/gap", test_gap);
  return g_test_run ();
}
