/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "tenken-language.h"
#include "tenken-trend-chart.h"
#include "tenken-trend.h"

static const char *const years[] = {"FY2024", "FY2025", "FY2026", NULL};
static const double points[] = {60, NAN, 72.46}, rates[] = {80, 90, 100};
static const char *const details[] = {"6/10", "0/0", "18/24"};

static GtkWidget *
find (GtkWidget *widget,
      GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

static TenkenTrend *
trend_of (void)
{
  TenkenTrend *trend = TENKEN_TREND (tenken_trend_new ("Points"));

  tenken_trend_set_times (trend, years);
  tenken_trend_add_line (trend, "Score", points, details);
  tenken_trend_add_line (trend, "Submission", rates, NULL);
  return trend;
}

static void
test_says (void)
{
  TenkenTrend *trend = g_object_ref_sink (trend_of ());
  GtkWidget *chart = find (GTK_WIDGET (trend), TENKEN_TYPE_TREND_CHART);

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Points: Score, FY2024 60.0, FY2025 no figure, FY2026 72.5; Submission, FY2024 80.0, FY2025 90.0, FY2026 100.0");
  g_assert_finalize_object (trend);
}

static void
assert_cell (GtkGrid *table,
             int column,
             int row,
             const char *shown,
             const char *read)
{
  GtkWidget *cell = gtk_grid_get_child_at (table, column, row);

  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (cell)), ==, shown);
  if (read != NULL)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, read);
}

/* The same as a table, which a button opens. */
static void
test_table (void)
{
  TenkenTrend *trend = g_object_ref_sink (trend_of ());
  GtkWidget *button = find (GTK_WIDGET (trend), GTK_TYPE_TOGGLE_BUTTON), *table = find (GTK_WIDGET (trend), GTK_TYPE_GRID);

  g_assert_false (gtk_widget_is_visible (table));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  g_assert_true (gtk_widget_is_visible (table));
  assert_cell (GTK_GRID (table), 1, 0, "Score", NULL);
  assert_cell (GTK_GRID (table), 0, 3, "FY2026", NULL);
  assert_cell (GTK_GRID (table), 1, 3, "72.5 (18/24)", "FY2026, Score: 72.5 (18/24)");
  assert_cell (GTK_GRID (table), 1, 2, "–", "FY2025, Score: –");
  assert_cell (GTK_GRID (table), 2, 1, "80.0", "FY2024, Submission: 80.0");
  g_assert_finalize_object (trend);
}

/* Other times, other lines: nothing of the old ones is left. */
static void
test_anew (void)
{
  TenkenTrend *trend = g_object_ref_sink (trend_of ());
  const char *const one[] = {"FY2026", NULL};
  GtkWidget *chart = find (GTK_WIDGET (trend), TENKEN_TYPE_TREND_CHART), *table = find (GTK_WIDGET (trend), GTK_TYPE_GRID);

  tenken_trend_set_times (trend, one);
  tenken_trend_add_line (trend, "Score", points, NULL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chart), GTK_ACCESSIBLE_PROPERTY_LABEL, "Points: Score, FY2026 60.0");
  g_assert_null (gtk_grid_get_child_at (GTK_GRID (table), 2, 0));
  g_assert_null (gtk_grid_get_child_at (GTK_GRID (table), 0, 2));
  g_assert_finalize_object (trend);
}

/* --- what is drawn --- */

/* The pixels of the first line's colour between two times, as a share of the width. */
static guint
count_ink (const double *values,
           double from,
           double to)
{
  GtkWidget *window = gtk_window_new (), *chart = tenken_trend_chart_new ("Points");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autofree guchar *pixels = NULL;
  int width, height;
  guint ink = 0;
  GdkRGBA accent;

  tenken_trend_chart_set_times (TENKEN_TREND_CHART (chart), years);
  tenken_trend_chart_add_line (TENKEN_TREND_CHART (chart), "Score", values);
  gtk_window_set_child (GTK_WINDOW (window), chart);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  width = gtk_widget_get_width (chart);
  height = gtk_widget_get_height (chart);
  paintable = gtk_widget_paintable_new (chart);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  pixels = g_malloc (width * height * 4);
  gdk_texture_download (texture, pixels, width * 4);
  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (chart), "accent_color", &accent));
  for (int y = 0; y < height; y++)
    for (int x = from * width; x < to * width; x++) {
      const guchar *pixel = pixels + (y * width + x) * 4; /* blue, green, red, alpha */

      ink += pixel[3] > 250 && ABS (pixel[0] - accent.blue * 255) < 3 && ABS (pixel[1] - accent.green * 255) < 3;
    }
  gtk_window_destroy (GTK_WINDOW (window));
  return ink;
}

/* What has no figure is no zero: no line leads to it. */
static void
test_gap (void)
{
  const double gap[] = {60, NAN, 72}, zero[] = {60, 0, 72}, none[] = {NAN, NAN, NAN};

  g_assert_cmpuint (count_ink (zero, 0.45, 0.65), >, 50);
  g_assert_cmpuint (count_ink (gap, 0.45, 0.65), ==, 0);
  g_assert_cmpuint (count_ink (gap, 0, 1), >, 20);
  g_assert_cmpuint (count_ink (none, 0, 1), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  adw_init ();
  g_test_add_func ("/Tenken/Trend/says", test_says);
  g_test_add_func ("/Tenken/Trend/table", test_table);
  g_test_add_func ("/Tenken/Trend/anew", test_anew);
  g_test_add_func ("/Tenken/Trend/gap", test_gap);
  return g_test_run ();
}
