/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include "tnk-day-private.h"

static void
test_days (void)
{
  static const char *const days[] = {"2026-11-21", "0001-01-01", "9999-12-31", "2024-02-29", "2000-02-29", "2026-04-30"};

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    if (!tnk_is_day (days[i]))
      g_test_message ("“%s” was not taken for a day", days[i]);
    g_assert_true (tnk_is_day (days[i]));
  }
}

/* Of the other forms of ISO 8601 none is taken: days are compared as text. */
static void
test_other_texts (void)
{
  static const char *const texts[] = {
    "", "2026", "2026-11", "2026-11-2", "2026-11-211", "20261121", "2026-11/21", "2026/11-21", "2026/11/21", "2026-W47-6", "2026-325", "2026-11-21T00:00:00Z",
    "2026-00-01", "2026-13-01", "2026-01-00", "2026-01-32", "2026-04-31", "2026-02-29", "1900-02-29", "0000-01-01", "-026-01-01",
    "2026--1-01", "+026-01-01", " 2026-1-01", "2026-01- 1", "2026-01-1 ", "２０２６", "2026-1１"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    if (tnk_is_day (texts[i]))
      g_test_message ("“%s” was taken for a day", texts[i]);
    g_assert_false (tnk_is_day (texts[i]));
  }
}

static void
test_add (void)
{
  static const struct
  {
    const char *day;
    gint64 n;
    const char *expected;
  } cases[] = {
    {"2026-11-21", 0, "2026-11-21"},
    {"2024-02-28", 1, "2024-02-29"},
    {"2026-02-28", 1, "2026-03-01"},
    {"2026-12-31", 1, "2027-01-01"},
    {"2026-01-01", -1, "2025-12-31"},
    {"2026-11-21", 365, "2027-11-21"},
    /* what cannot be written as a day is the nearest that can */
    {"9999-12-31", 1, "9999-12-31"},
    {"0001-01-01", -1, "0001-01-01"},
    {"2026-11-21", G_MAXINT64, "9999-12-31"},
    {"2026-11-21", G_MININT64, "0001-01-01"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *day = tnk_day_add (cases[i].day, cases[i].n);
    g_assert_cmpstr (day, ==, cases[i].expected);
  }
}

/* Adding and counting are the opposite of each other. */
static void
test_count (void)
{
  for (int n = -800; n <= 800; n++) {
    g_autofree char *day = tnk_day_add ("2026-06-01", n);

    g_assert_cmpint (tnk_day_count ("2026-06-01", day), ==, n);
    g_assert_cmpint (tnk_day_count (day, "2026-06-01"), ==, -n);
    g_assert_true (tnk_is_day (day));
  }
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Day/days", test_days);
  g_test_add_func ("/Tenken/Day/other-texts", test_other_texts);
  g_test_add_func ("/Tenken/Day/add", test_add);
  g_test_add_func ("/Tenken/Day/count", test_count);
  return g_test_run ();
}
