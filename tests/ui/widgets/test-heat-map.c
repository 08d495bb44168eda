/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "tenken-answer-paint.h"
#include "tenken-heat-cursor.h"
#include "tenken-heat-map.h"
#include "tenken-heat-painter.h"
#include "tenken-language.h"

#define MANY 300
#define N_COLUMNS 9

static const char *const chapters[] = {"Organisation", "Classification", "Whole system", "Physical security", "People", "Technical security", "Operation", "Outsourcing", "Review", NULL};

static TenkenHeatMap *
map_of (guint n_rows)
{
  TenkenHeatMap *map = TENKEN_HEAT_MAP (tenken_heat_map_new ("Departments by chapter"));

  tenken_heat_map_set_columns (map, chapters);
  for (guint row = 0; row < n_rows; row++) {
    g_autofree char *name = g_strdup_printf ("総務部第%u課", row);
    TenkenHeatCell cells[N_COLUMNS];

    for (guint column = 0; column < N_COLUMNS; column++)
      cells[column] = (TenkenHeatCell){.score = column == 8 ? NAN : 72.46, .n = 18, .of = 24};
    g_assert_cmpuint (tenken_heat_map_add_row (map, name, row % 3, cells), ==, row);
  }
  return map;
}

static GtkWidget *
open_window (TenkenHeatMap *map)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (map));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  return window;
}

static void
assert_cell (TenkenHeatMap *map,
             guint row,
             guint column,
             const char *expected)
{
  g_autofree char *text = tenken_heat_map_describe_cell (map, row, column);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_says (void)
{
  TenkenHeatMap *map = g_object_ref_sink (map_of (2));

  assert_cell (map, 1, 5, "総務部第1課, Technical security, 72.5 points, 18 of 24 controls");
  assert_cell (map, 0, 8, "総務部第0課, Review, no figure");
  assert_cell (map, 0, TENKEN_HEAT_MAP_WHOLE, "総務部第0課, whole row");
  assert_cell (map, TENKEN_HEAT_MAP_WHOLE, 4, "People, whole column");
  g_assert_cmpuint (tenken_heat_map_get_n_rows (map), ==, 2);
  g_assert_finalize_object (map);
}

/* What has the focus is a widget whose name is the cell; with every step it is another one, so that it is read aloud. */
static void
assert_focus (GtkWidget *window,
              const char *expected,
              GtkWidget **before)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  g_assert_true (TENKEN_IS_HEAT_CURSOR (focus));
  g_assert_true (focus != *before);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
  *before = focus;
}

static void
test_focus (void)
{
  TenkenHeatMap *map = map_of (MANY);
  GtkWidget *window = open_window (map), *before = NULL;
  guint row, column;

  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  assert_focus (window, "総務部第0課, Organisation, 72.5 points, 18 of 24 controls", &before);
  tenken_heat_map_go_to (map, 299, 7);
  assert_focus (window, "総務部第299課, Outsourcing, 72.5 points, 18 of 24 controls", &before);
  tenken_heat_map_go_to (map, 299, 8);
  assert_focus (window, "総務部第299課, Review, no figure", &before);
  tenken_heat_map_go_to (map, 500, 12);
  tenken_heat_map_get_current (map, &row, &column);
  g_assert_cmpuint (row, ==, 299);
  g_assert_cmpuint (column, ==, 8);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The cell that has the focus is where it is seen. */
static void
test_in_view (void)
{
  TenkenHeatMap *map = map_of (MANY);
  GtkWidget *window = open_window (map);
  graphene_rect_t area;

  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  for (guint row = 0; row < MANY; row += 37) {
    tenken_heat_map_go_to (map, row, row % N_COLUMNS);
    gtk_test_widget_wait_for_draw (window);
    g_assert_true (gtk_widget_compute_bounds (gtk_root_get_focus (GTK_ROOT (window)), GTK_WIDGET (map), &area));
    g_assert_cmpfloat (area.origin.y, >, 0);
    g_assert_cmpfloat (area.origin.y + area.size.height, <=, gtk_widget_get_height (GTK_WIDGET (map)) + 1);
    g_assert_cmpfloat (area.origin.x + area.size.width, <=, gtk_widget_get_width (GTK_WIDGET (map)) + 1);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As if a key were pressed where the focus is. */
static void
press (GtkWidget *window,
       guint key,
       GdkModifierType modifiers)
{
  GtkWidget *field = gtk_widget_get_parent (gtk_root_get_focus (GTK_ROOT (window)));
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (field);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
      g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
  }
  g_assert_true (handled);
}

static void
assert_current (TenkenHeatMap *map,
                guint row,
                guint column)
{
  guint now_row, now_column;

  tenken_heat_map_get_current (map, &now_row, &now_column);
  g_assert_cmpuint (now_row, ==, row);
  g_assert_cmpuint (now_column, ==, column);
}

static void
test_keys (void)
{
  TenkenHeatMap *map = map_of (MANY);
  GtkWidget *window = open_window (map);

  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  press (window, GDK_KEY_Down, 0);
  press (window, GDK_KEY_Right, 0);
  assert_current (map, 1, 1);
  press (window, GDK_KEY_End, 0);
  assert_current (map, 1, N_COLUMNS - 1);
  press (window, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_current (map, MANY - 1, N_COLUMNS - 1);
  press (window, GDK_KEY_Down, 0);
  assert_current (map, MANY - 1, N_COLUMNS - 1);
  press (window, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_current (map, 0, 0);
  /* To the heading, to the name of the row, but never into the corner. */
  press (window, GDK_KEY_Up, 0);
  assert_current (map, TENKEN_HEAT_MAP_WHOLE, 0);
  press (window, GDK_KEY_Left, 0);
  assert_current (map, TENKEN_HEAT_MAP_WHOLE, 0);
  press (window, GDK_KEY_Page_Down, 0);
  press (window, GDK_KEY_Left, 0);
  g_assert_true (TENKEN_IS_HEAT_CURSOR (gtk_root_get_focus (GTK_ROOT (window))));
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 1;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_children (child);
  return n;
}

static void
test_few_widgets (void)
{
  TenkenHeatMap *map = g_object_ref_sink (map_of (MANY));

  g_assert_cmpuint (count_children (GTK_WIDGET (map)), <, 20);
  g_assert_finalize_object (map);
}

static void
take (TenkenHeatMap *map,
      guint row,
      guint column,
      guint *opened)
{
  opened[0] = row;
  opened[1] = column;
}

static void
test_open (void)
{
  TenkenHeatMap *map = map_of (5);
  GtkWidget *window = open_window (map);
  guint opened[2] = {9, 9};

  g_signal_connect (map, "open", G_CALLBACK (take), opened);
  tenken_heat_map_go_to (map, 3, 2);
  g_assert_true (gtk_widget_activate_action (gtk_root_get_focus (GTK_ROOT (window)), "cell.open", NULL));
  g_assert_cmpuint (opened[0], ==, 3);
  g_assert_cmpuint (opened[1], ==, 2);
  tenken_heat_map_go_to (map, 3, TENKEN_HEAT_MAP_WHOLE);
  g_assert_true (gtk_widget_activate_action (gtk_root_get_focus (GTK_ROOT (window)), "cell.open", NULL));
  g_assert_cmpuint (opened[1], ==, TENKEN_HEAT_MAP_WHOLE);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Another model than before, and none at all. */
static void
test_anew (void)
{
  TenkenHeatMap *map = map_of (MANY);
  GtkWidget *window = open_window (map);
  const char *const one[] = {"Only", NULL};
  const TenkenHeatCell cell = {.score = 50, .n = 1, .of = 2};

  tenken_heat_map_go_to (map, 299, 8);
  tenken_heat_map_set_columns (map, one);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (tenken_heat_map_get_n_rows (map), ==, 0);
  tenken_heat_map_add_row (map, "A", 0, &cell);
  gtk_test_widget_wait_for_draw (window);
  tenken_heat_map_go_to (map, 0, 0);
  assert_cell (map, 0, 0, "A, Only, 50.0 points, 1 of 2 controls");
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Signs in place of figures, and all rows at once. */
static void
test_signs (void)
{
  TenkenHeatMap *map = map_of (MANY);
  GtkWidget *window = open_window (map);
  const char *const columns[] = {"Level", "Staff", NULL}, *const rows[] = {"A", "B", NULL}, *const none[] = {NULL};
  const TenkenHeatCell cells[] = {{.sign = "R", .words = "Required"}, {.sign = "○", .words = "keeps it", .stands_out = TRUE}, {.sign = "R", .words = "Required"}, {.sign = "", .words = "no part"}};

  tenken_heat_map_set_columns (map, columns);
  tenken_heat_map_set_rows (map, rows, cells);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (tenken_heat_map_get_n_rows (map), ==, 2);
  tenken_heat_map_go_to (map, 1, 1);
  assert_cell (map, 0, 1, "A, Staff, keeps it");
  assert_cell (map, 1, 1, "B, Staff, no part");
  tenken_heat_map_set_rows (map, none, NULL);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (tenken_heat_map_get_n_rows (map), ==, 0);
  tenken_heat_map_set_rows (map, rows, cells);
  assert_cell (map, 0, 0, "A, Level, Required");
  gtk_window_destroy (GTK_WINDOW (window));
}

static double
get_contrast (const GdkRGBA *a,
              const GdkRGBA *b)
{
  double x = tenken_answer_paint_luminance (a) + 0.05, y = tenken_answer_paint_luminance (b) + 0.05;

  return x > y ? x / y : y / x;
}

/* The figure stands out from every colour that the scale has; worse and better differ in more than brightness. */
static void
test_contrast (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));
  GdkRGBA ground, ink, low, high;

  for (guint tenths = 0; tenths <= 1000; tenths++) {
    tenken_heat_painter_get_colors (label, tenths / 10.0, &ground, &ink);
    g_assert_cmpfloat (get_contrast (&ground, &ink), >=, 4.5);
  }
  tenken_heat_painter_get_colors (label, NAN, &ground, &ink);
  g_assert_cmpfloat (get_contrast (&ground, &ink), >=, 4.5);
  tenken_heat_painter_get_colors (label, 20, &low, &ink);
  tenken_heat_painter_get_colors (label, 100, &high, &ink);
  g_assert_cmpfloat (low.red, >, low.blue + 0.3);
  g_assert_cmpfloat (high.blue, >, high.red + 0.3);
  g_assert_finalize_object (label);
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
  gtk_css_provider_load_from_resource (css, "/io/github/tenken/Tenken/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (css), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_test_add_func ("/Tenken/HeatMap/says", test_says);
  g_test_add_func ("/Tenken/HeatMap/focus", test_focus);
  g_test_add_func ("/Tenken/HeatMap/keys", test_keys);
  g_test_add_func ("/Tenken/HeatMap/in-view", test_in_view);
  g_test_add_func ("/Tenken/HeatMap/few-widgets", test_few_widgets);
  g_test_add_func ("/Tenken/HeatMap/open", test_open);
  g_test_add_func ("/Tenken/HeatMap/anew", test_anew);
  g_test_add_func ("/Tenken/HeatMap/signs", test_signs);
  g_test_add_func ("/Tenken/HeatMap/contrast", test_contrast);
  return g_test_run ();
}
