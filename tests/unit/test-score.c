/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <locale.h>
#include <math.h>

#include "tnk-score-private.h"

static void
test_fields (void)
{
  TnkFigures figures = {.items = 10, .answered = 7, .people_asked = G_GINT64_CONSTANT (5000000000)};
  g_autoptr (TnkScore) score = tnk_score_new (TNK_SCOPE_KIND_DEPARTMENT, "d1", "総務部", &figures, 82.5, 'B');

  figures.items = 99;
  g_assert_cmpuint (tnk_score_get_scope (score), ==, TNK_SCOPE_KIND_DEPARTMENT);
  g_assert_cmpstr (tnk_score_get_id (score), ==, "d1");
  g_assert_cmpstr (tnk_score_get_name (score), ==, "総務部");
  g_assert_true (tnk_score_is_defined (score));
  g_assert_cmpfloat (tnk_score_get_score (score), ==, 82.5);
  g_assert_cmpint (tnk_score_get_grade (score), ==, 'B');
  g_assert_cmpint (tnk_score_get_count (score, "items"), ==, 10);
  g_assert_cmpint (tnk_score_get_count (score, "people_asked"), ==, G_GINT64_CONSTANT (5000000000));
  g_assert_finalize_object (g_steal_pointer (&score));
}

static void
test_undefined (void)
{
  TnkFigures figures = {0};
  g_autoptr (TnkScore) score = tnk_score_new (TNK_SCOPE_KIND_ROLE, "ciso", "最高責任者", &figures, NAN, 0);

  g_assert_false (tnk_score_is_defined (score));
  g_assert_true (isnan (tnk_score_get_score (score)));
  g_assert_cmpint (tnk_score_get_grade (score), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&score));
}

/* Each name leads to its own field. */
static void
test_counts (void)
{
  TnkFigures figures = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  static const char *const names[] = {
    "people_asked", "people_submitted", "items", "answered", "implemented", "partial", "not_implemented", "not_applicable",
    "excepted", "controls", "controls_full", "controls_gap", "controls_rated", "controls_attained"};
  g_autoptr (TnkScore) score = tnk_score_new (TNK_SCOPE_KIND_ORGANISATION, "organisation", "全体", &figures, 0, 'D');

  /* The last field is for no rate. */
  g_assert_cmpuint (sizeof figures / sizeof (gint64), ==, G_N_ELEMENTS (names) + 1);
  g_assert_false (tnk_score_has_count ("withheld"));
  g_assert_cmpint (tnk_score_get_n_withheld (score), ==, 15);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_assert_true (tnk_score_has_count (names[i]));
    g_assert_cmpint (tnk_score_get_count (score, names[i]), ==, i + 1);
  }
  g_assert_false (tnk_score_has_count ("score"));
  g_assert_false (tnk_score_has_count (""));
  g_test_expect_message ("tenken", G_LOG_LEVEL_CRITICAL, "*should not be reached*");
  g_assert_cmpint (tnk_score_get_count (score, "score"), ==, 0);
  g_test_assert_expected_messages ();
  g_assert_finalize_object (g_steal_pointer (&score));
}

static void
test_scope_words (void)
{
  static const char *const words[] = {"organisation", "department", "chapter", "section", "role", "control"};
  TnkScopeKind kind = 99;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_assert_cmpstr (tnk_scope_kind_to_string (i), ==, words[i]);
    g_assert_true (tnk_scope_kind_from_string (words[i], &kind));
    g_assert_cmpuint (kind, ==, i);
  }
  g_assert_false (tnk_scope_kind_from_string ("organization", &kind));
}

static const struct
{
  double figure;
  const char *text;
} figures[] = {
  {0, "0.0"},
  {0.04, "0.0"},
  {0.05, "0.1"},
  {0.0499, "0.0"},
  {0.25, "0.3"},
  {0.35, "0.4"},
  {0.45, "0.5"},
  {1.005, "1.0"},
  {1.05, "1.1"},
  {2.5, "2.5"},
  {12.34, "12.3"},
  {12.35, "12.4"},
  {12.45, "12.5"},
  {33.333333333333336, "33.3"},
  {66.66666666666667, "66.7"},
  {99.94, "99.9"},
  {99.949999, "99.9"},
  {99.95, "100.0"},
  {100, "100.0"},
  {-0.05, "-0.1"},
  {-0.25, "-0.3"},
  {-12.35, "-12.4"},
  {-12.34, "-12.3"},
  {-99.95, "-100.0"},
  {1234567.25, "1234567.3"},
};

static void
test_format (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    g_autofree char *text = tnk_format_figure (figures[i].figure);
    g_assert_cmpstr (text, ==, figures[i].text);
    g_assert_cmpfloat (tnk_round_figure (figures[i].figure), ==, g_ascii_strtod (figures[i].text, NULL));
  }
}

/* A change that rounds to nothing is shown as nothing, without a sign. */
static void
test_format_negative_zero (void)
{
  static const double changes[] = {-0.04, -0.0, -1e-12};

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *text = tnk_format_figure (changes[i]);
    g_assert_cmpstr (text, ==, "0.0");
  }
}

static void
test_format_nan (void)
{
  g_autofree char *text = tnk_format_figure (NAN);

  g_assert_cmpstr (text, ==, "–");
  g_assert_true (isnan (tnk_round_figure (NAN)));
}

/* A half that arithmetic left a hair short is still a half, on either side of 0. */
static void
test_hair_short (void)
{
  static const double halves[] = {0.05, 0.25, 12.35, 59.95, 79.95, 99.95};

  for (guint i = 0; i < G_N_ELEMENTS (halves); i++) {
    double expected = tnk_round_figure (halves[i]);

    g_assert_cmpfloat (expected, >, halves[i]);
    g_assert_cmpfloat (tnk_round_figure (nextafter (nextafter (halves[i], 0), 0)), ==, expected);
    g_assert_cmpfloat (tnk_round_figure (-nextafter (nextafter (halves[i], 0), 0)), ==, -expected);
    g_assert_cmpfloat (tnk_round_figure (halves[i] - 1e-6), <, halves[i]);
  }
}

/* Every half of a tenth rounds up, however the binary fraction falls. */
static void
test_every_half (void)
{
  for (int i = 0; i < 1000; i++) {
    double half = (2 * i + 1) / 20.0;
    g_autofree char *text = tnk_format_figure (half);
    g_autofree char *expected = g_strdup_printf ("%d.%d", (i + 1) / 10, (i + 1) % 10);

    g_assert_cmpstr (text, ==, expected);
  }
}

/* The comma of other locales must not reach a file. */
static void
test_format_in_other_locales (void)
{
  static const char *const locales[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "ja_JP.UTF-8"};
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  g_autofree char *text = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (locales) && !found; i++)
    found = setlocale (LC_NUMERIC, locales[i]) != NULL;
  text = tnk_format_figure (12.35);
  setlocale (LC_NUMERIC, before);
  g_assert_cmpstr (text, ==, "12.4");
  if (!found)
    g_test_skip ("none of these locales is installed");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Score/fields", test_fields);
  g_test_add_func ("/Tenken/Score/undefined", test_undefined);
  g_test_add_func ("/Tenken/Score/counts", test_counts);
  g_test_add_func ("/Tenken/Score/scope-words", test_scope_words);
  g_test_add_func ("/Tenken/Figure/format", test_format);
  g_test_add_func ("/Tenken/Figure/negative-zero", test_format_negative_zero);
  g_test_add_func ("/Tenken/Figure/nan", test_format_nan);
  g_test_add_func ("/Tenken/Figure/hair-short", test_hair_short);
  g_test_add_func ("/Tenken/Figure/every-half", test_every_half);
  g_test_add_func ("/Tenken/Figure/other-locales", test_format_in_other_locales);
  return g_test_run ();
}
