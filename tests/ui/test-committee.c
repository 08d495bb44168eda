/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tenken-committee-control-page.h"
#include "tenken-committee-controls-page.h"
#include "tenken-figure.h"
#include "tenken-format.h"
#include "tenken-heat-map.h"
#include "tenken-table.h"
#include "tenken-trend-chart.h"
#include "tnk-ui-desk.h"

/* What the committee sees is what the library counts, and every figure leads to what it is made of. */

static TnkUi ui;

static void
open_place (const char *place)
{
  tnk_ui_open (&ui, TNK_UI_DEMO, "en", FALSE);
  tnk_ui_desk_open (&ui, TNK_RIGHTS_COMMITTEE, place);
}

static void
go (const char *place)
{
  tenken_desk_go (tnk_ui_desk_get (&ui), place);
  tnk_ui_desk_settle (&ui);
}

static TnkTally *
count (void)
{
  g_autoptr (GError) error = NULL;
  TnkTally *tally = tnk_store_tally (tnk_ui_get_store (&ui, TNK_UI_DEMO), "2026", NULL, &error);

  g_assert_no_error (error);
  return tally;
}

/* Those of a type below a widget, in the order of the tree. */
static void
find_all (GtkWidget *widget,
          GType type,
          GPtrArray *found)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_all (child, type, found);
}

static GtkWidget *
find (GType type)
{
  GtkWidget *found = tnk_ui_find (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), type);

  g_assert_nonnull (found);
  return found;
}

static gboolean
shows (const char *text)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  find_all (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), GTK_TYPE_LABEL, labels);
  for (guint i = 0; i < labels->len; i++)
    if (strstr (gtk_label_get_text (labels->pdata[i]), text) != NULL)
      return TRUE;
  return FALSE;
}

static const char *
get_place (void)
{
  return tenken_desk_view_get_place (tnk_ui_desk_get_view (&ui));
}

/* --- figures --- */

static TenkenFigure *
find_figure (const char *caption)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();

  find_all (GTK_WIDGET (tnk_ui_desk_get_page (&ui)), TENKEN_TYPE_FIGURE, figures);
  for (guint i = 0; i < figures->len; i++)
    if (g_str_has_prefix (tenken_figure_describe (figures->pdata[i]), caption))
      return figures->pdata[i];
  g_error ("there is no figure “%s”", caption);
}

static void
assert_figure (const char *caption,
               const char *expected)
{
  const char *says = tenken_figure_describe (find_figure (caption));

  g_test_message ("%s", says);
  if (strstr (says, expected) == NULL)
    g_error ("“%s” does not say “%s”", says, expected);
}

static void
test_figures (void)
{
  g_autoptr (TnkTally) tally = NULL;
  g_autoptr (TnkScore) score = NULL;
  g_autoptr (GPtrArray) gaps = NULL;
  g_autofree char *figure = NULL, *points = NULL, *gap = NULL, *submitted = NULL;

  open_place ("home");
  tally = count ();
  score = tnk_tally_score_organisation (tally);
  gaps = tnk_gap_list (tally, -1);
  figure = tenken_format_figure (tnk_score_get_score (score));
  points = g_strdup_printf ("%s points", figure);
  gap = g_strdup_printf ("%u/%d", gaps->len, (int) tnk_score_get_count (score, "controls"));
  submitted = g_strdup_printf ("%d/%d", (int) tnk_score_get_count (score, "people_submitted"), (int) tnk_score_get_count (score, "people_asked"));
  assert_figure ("Score", points);
  assert_figure ("Required controls not fully kept", gap);
  assert_figure ("Submission rate", submitted);
  g_assert_cmpuint (gaps->len, ==, tnk_score_get_count (score, "controls_gap"));
  tnk_ui_close (&ui);
}

static void
test_ways (void)
{
  static const char *const ways[][2] = {{"Score", "controls"}, {"Required controls not fully kept", "controls/gaps=1"}, {"Submission rate", "heat/list"}, {"Answer rate", "heat/list"}, {"Implementation rate", "controls"}, {"Attainment rate", "controls"}, {"Improvement actions", "plan"}, {"Overdue", "plan/overdue"}};

  open_place ("home");
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_signal_emit_by_name (find_figure (ways[i][0]), "clicked");
    tnk_ui_desk_settle (&ui);
    g_assert_cmpstr (get_place (), ==, ways[i][1]);
    go ("home");
  }
  tnk_ui_close (&ui);
}

/* --- from a score down to the answers --- */

/* The cell of the map, the controls behind it and their sum say the same n/N. */
static void
test_cell (void)
{
  g_autoptr (TnkTally) tally = NULL;
  g_autoptr (TnkScore) score = NULL;
  g_autofree char *cell = NULL, *kept = NULL, *expected = NULL, *figure = NULL, *place = NULL;
  TenkenHeatMap *map;

  open_place ("heat");
  tally = count ();
  map = TENKEN_HEAT_MAP (find (TENKEN_TYPE_HEAT_MAP));
  g_assert_cmpuint (tenken_heat_map_get_n_rows (map), ==, tnk_body_get_n_departments (tnk_tally_get_body (tally)));
  /* The second department, the sixth chapter; the first column is all chapters. */
  score = tnk_tally_score_department_chapter (tally, 1, 5);
  figure = tenken_format_figure (tnk_score_get_score (score));
  expected = g_strdup_printf ("%s points, %d of %d controls", figure, (int) tnk_score_get_count (score, "controls_full"), (int) tnk_score_get_count (score, "controls"));
  cell = tenken_heat_map_describe_cell (map, 1, 6);
  g_assert_true (g_str_has_suffix (cell, expected));
  g_signal_emit_by_name (map, "open", 1, 6);
  tnk_ui_desk_settle (&ui);
  place = g_strdup_printf ("controls/chapter=6&department=%s", tnk_department_get_id (tnk_body_get_department (tnk_tally_get_body (tally), 1)));
  g_assert_cmpstr (get_place (), ==, place);
  kept = g_strdup_printf ("%s points. %d/%d controls fully kept.", figure, (int) tnk_score_get_count (score, "controls_full"), (int) tnk_score_get_count (score, "controls"));
  g_assert_true (shows (kept));
  g_assert_true (shows (tnk_department_get_name (tnk_body_get_department (tnk_tally_get_body (tally), 1))));
  tnk_ui_close (&ui);
}

/* As many rows as the campaign requires controls; of the gaps, as many as there are, the worst first. */
static void
test_controls (void)
{
  g_autoptr (TnkTally) tally = NULL;
  g_autoptr (GPtrArray) gaps = NULL;
  g_autofree char *csv = NULL;
  const char *clause;

  open_place ("controls");
  tally = count ();
  gaps = tnk_gap_list (tally, -1);
  g_assert_cmpuint (g_list_model_get_n_items (tenken_table_get_seen (TENKEN_TABLE (find (TENKEN_TYPE_TABLE)))), >, gaps->len);
  go ("controls/gaps=1");
  g_assert_cmpuint (g_list_model_get_n_items (tenken_table_get_seen (TENKEN_TABLE (find (TENKEN_TYPE_TABLE)))), ==, gaps->len);
  csv = tenken_table_dup_csv (TENKEN_TABLE (find (TENKEN_TYPE_TABLE)));
  clause = tnk_control_get_clause (tnk_gap_get_control (gaps->pdata[0]));
  g_assert_true (g_str_has_prefix (strstr (csv, "\r\n") + 2, clause));
  tnk_ui_close (&ui);
}

static void
test_control (void)
{
  g_autoptr (TnkTally) tally = NULL;
  g_autoptr (GPtrArray) gaps = NULL;
  g_autofree char *place = NULL, *expected = NULL;
  TnkCounts counts;

  open_place ("home");
  tally = count ();
  gaps = tnk_gap_list (tally, -1);
  tnk_gap_get_counts (gaps->pdata[0], &counts);
  place = g_strdup_printf ("control/id=%s", tnk_control_get_id (tnk_gap_get_control (gaps->pdata[0])));
  expected = g_strdup_printf ("%u/%u implemented", counts.implemented, counts.denominator);
  go (place);
  assert_figure ("Points", expected);
  /* The committee has figures: no table of single answers, whatever the campaign shows to others. */
  g_assert_true (shows ("Single answers are not shown here"));
  tnk_ui_close (&ui);
}

static void
test_trend (void)
{
  open_place ("trend");
  g_assert_true (gtk_widget_get_mapped (find (TENKEN_TYPE_TREND_CHART)));
  g_assert_true (shows ("FY2025"));
  g_assert_true (shows ("FY2026"));
  go ("trend/id=5.4-3-1");
  g_assert_true (shows ("5.4 (3) ①"));
  tnk_ui_close (&ui);
}

/* Another department in the window's head: the same page, with its figures. */
static void
test_department (void)
{
  g_autoptr (TnkTally) tally = NULL;
  g_autoptr (TnkScore) score = NULL;
  g_autofree char *figure = NULL;

  open_place ("home");
  tally = count ();
  score = tnk_tally_score_department (tally, 1);
  tenken_desk_set_department_id (tnk_ui_desk_get (&ui), tnk_department_get_id (tnk_body_get_department (tnk_tally_get_body (tally), 1)));
  tnk_ui_desk_settle (&ui);
  figure = tenken_format_figure (tnk_score_get_score (score));
  assert_figure ("Score", figure);
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/Committee/figures", test_figures);
  g_test_add_func ("/Tenken/Committee/ways", test_ways);
  g_test_add_func ("/Tenken/Committee/cell", test_cell);
  g_test_add_func ("/Tenken/Committee/controls", test_controls);
  g_test_add_func ("/Tenken/Committee/control", test_control);
  g_test_add_func ("/Tenken/Committee/trend", test_trend);
  g_test_add_func ("/Tenken/Committee/department", test_department);
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
