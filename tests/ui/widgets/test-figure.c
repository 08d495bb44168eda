/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "tenken-figure.h"
#include "tenken-language.h"

static TenkenFigure *
figure_of (const char *caption)
{
  return TENKEN_FIGURE (g_object_ref_sink (tenken_figure_new (caption)));
}

static void
assert_says (TenkenFigure *figure,
             const char *expected)
{
  g_assert_cmpstr (tenken_figure_describe (figure), ==, expected);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (figure), GTK_ACCESSIBLE_PROPERTY_LABEL, expected);
}

static void
test_says (void)
{
  TenkenFigure *figure = figure_of ("Score");

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (figure), GTK_ACCESSIBLE_ROLE_BUTTON);
  assert_says (figure, "Score: no figure");
  tenken_figure_set_number (figure, 72.45, "points");
  assert_says (figure, "Score: 72.5 points");
  tenken_figure_set_word (figure, "C needs work");
  tenken_figure_set_detail (figure, "18/24");
  tenken_figure_set_alarm (figure, "3 overdue");
  assert_says (figure, "Score: 72.5 points, C needs work, 18/24, 3 overdue");
  tenken_figure_set_alarm (figure, NULL);
  tenken_figure_set_number (figure, NAN, "points");
  assert_says (figure, "Score: no figure, C needs work, 18/24");
  g_assert_finalize_object (figure);
}

static void
test_rate (void)
{
  TenkenFigure *figure = figure_of ("Submission rate");

  tenken_figure_set_rate (figure, 1, 3);
  assert_says (figure, "Submission rate: 33.3%, 1/3");
  tenken_figure_set_rate (figure, 0, 0);
  assert_says (figure, "Submission rate: no figure, 0/0");
  g_assert_finalize_object (figure);
}

static void
assert_change (double now,
               double before,
               guint decimals,
               const char *expected)
{
  TenkenFigure *figure = figure_of ("Score");
  g_autofree char *whole = g_strdup_printf ("Score: no figure%s", expected);

  /* What was said before is forgotten. */
  tenken_figure_set_change (figure, 1, 2, 0, TRUE);
  tenken_figure_set_change (figure, now, before, decimals, FALSE);
  assert_says (figure, whole);
  g_assert_finalize_object (figure);
}

static void
test_change (void)
{
  assert_change (72.5, 70, 1, ", 2.5 more than last time, which was 70.0");
  assert_change (70, 72.5, 1, ", 2.5 less than last time, which was 72.5");
  assert_change (3, 5, 0, ", 2 less than last time, which was 5");
  /* The difference of what is shown: 72.5 and 72.5. */
  assert_change (72.46, 72.54, 1, ", as last time");
  assert_change (NAN, 70, 1, "");
  assert_change (70, NAN, 1, "");
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_pressed (void)
{
  TenkenFigure *figure = figure_of ("Score");
  guint n = 0;

  g_signal_connect_swapped (figure, "clicked", G_CALLBACK (count), &n);
  g_signal_emit_by_name (figure, "clicked");
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (gtk_widget_get_focusable (GTK_WIDGET (figure)));
  g_assert_finalize_object (figure);
}

static void
test_plain (void)
{
  TenkenFigure *figure = figure_of ("Score");

  tenken_figure_set_plain (figure, TRUE);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (figure)));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (figure), GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_finalize_object (figure);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  adw_init ();
  g_test_add_func ("/Tenken/Figure/says", test_says);
  g_test_add_func ("/Tenken/Figure/rate", test_rate);
  g_test_add_func ("/Tenken/Figure/change", test_change);
  g_test_add_func ("/Tenken/Figure/pressed", test_pressed);
  g_test_add_func ("/Tenken/Figure/plain", test_plain);
  return g_test_run ();
}
