/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-format.h"
#include "tenken-language.h"

static void
assert_year (const char *day,
             const char *japanese,
             const char *english)
{
  const char *const expected[][2] = {{"ja", japanese}, {"en", english}};

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *year = NULL;

    tenken_language_set (expected[i][0]);
    year = tenken_format_fiscal_year (day);
    g_assert_cmpstr (year, ==, expected[i][1]);
  }
}

/* A fiscal year begins in April. */
static void
test_fiscal_year (void)
{
  assert_year ("2026-10-01", "令和8年度", "FY2026");
  assert_year ("2027-03-31", "令和8年度", "FY2026");
  assert_year ("2027-04-01", "令和9年度", "FY2027");
  assert_year ("2019-04-01", "令和元年度", "FY2019");
  assert_year ("2019-03-31", "2018年度", "FY2018");
  assert_year ("some day", "some day", "some day");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  g_test_add_func ("/Tenken/Format/fiscal-year", test_fiscal_year);
  return g_test_run ();
}
