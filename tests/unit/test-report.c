/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-report-private.h"
#include "tnk-test.h"

static void
assert_text (char *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_dates (void)
{
  assert_text (tnk_format_date ("2026-11-21"), "2026年11月21日（土）");
  assert_text (tnk_format_date ("2024-02-29"), "2024年2月29日（木）");
  assert_text (tnk_format_date ("2026-11-21T10:00:00Z"), "2026年11月21日（土）");
  assert_text (tnk_format_date ("soon"), "soon");
  assert_text (tnk_format_date ("2026-02-30"), "2026-02-30");
  assert_text (tnk_format_date (NULL), "–");
}

static void
test_fiscal_years (void)
{
  assert_text (tnk_format_fiscal_year ("2026-11-21"), "令和8年度");
  assert_text (tnk_format_fiscal_year ("2027-03-31"), "令和8年度");
  assert_text (tnk_format_fiscal_year ("2027-04-01"), "令和9年度");
  assert_text (tnk_format_fiscal_year ("2020-03-31"), "令和元年度");
  assert_text (tnk_format_fiscal_year ("2019-03-31"), "2018年度");
  assert_text (tnk_format_fiscal_year (NULL), "");
  assert_text (tnk_format_fiscal_year (""), "");
}

static void
test_references (void)
{
  assert_text (tnk_ref (NULL, 0, 0), "$A$1");
  assert_text (tnk_ref ("部署×章", 4, 25), "'部署×章'!$Z$5");
  assert_text (tnk_ref (NULL, 9, 26), "$AA$10");
  assert_text (tnk_ref (NULL, 9, 26 * 27), "$AAA$10");
  assert_text (tnk_percent_formula (2, 1, 2), "=IF(C3=0,\"–\",100*B3/C3)");
}

static void
test_counts (void)
{
  static const char *const some[] = {"implemented", "partial", NULL};
  static const char *const people[] = {"people_asked", NULL};
  static const char *const unknown[] = {"implemented", "something", NULL};
  TnkBlock block = {.sheet = "集計", .row = 3, .n = 10, .department = -1, .role = -1};

  assert_text (tnk_block_count_formula (&block, some), "=SUM('集計'!$H$4:$H$13)+SUM('集計'!$I$4:$I$13)");
  g_assert_null (tnk_block_count_formula (&block, unknown));
  g_assert_null (tnk_block_count_formula (&block, people));
  block.people_row = 7;
  assert_text (tnk_block_count_formula (&block, people), "='集計_提出'!$D$8");
  assert_text (tnk_block_critical_formula (&block), "=SUMPRODUCT('集計'!$F$4:$F$13,--('集計'!$O$4:$O$13<2*'集計'!$N$4:$N$13))");
  block.n = 0;
  g_assert_null (tnk_block_count_formula (&block, some));
  assert_text (tnk_block_score_formula (&block, "–"), "=\"–\"");
  assert_text (tnk_block_critical_formula (&block), "=0");
}

/* Every count that a rate may name has a formula; else a summary figure would stand there as a bare number. */
static void
test_all_counts (void)
{
  static const char *const names[] = {
    "people_asked", "people_submitted", "items", "answered", "implemented", "partial", "not_implemented",
    "not_applicable", "excepted", "controls", "controls_full", "controls_gap", "controls_rated", "controls_attained"};
  const TnkBlock block = {.sheet = "集計", .row = 3, .n = 10, .people_row = 1};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *const one[] = {names[i], NULL};
    g_autofree char *formula = tnk_block_count_formula (&block, one);

    g_assert_true (tnk_score_has_count (names[i]));
    g_assert_nonnull (formula);
  }
}

static void
test_lines (void)
{
  g_assert_cmpuint (tnk_count_lines ("", 10), ==, 1);
  g_assert_cmpuint (tnk_count_lines ("あいうえお", 10), ==, 1);
  g_assert_cmpuint (tnk_count_lines ("あいうえおa", 10), ==, 2);
  g_assert_cmpuint (tnk_count_lines ("a\nb\n\nc", 10), ==, 4);
}

static void
test_grades (void)
{
  g_assert_cmpstr (tnk_grade_text ('A'), ==, "A 良好");
  g_assert_cmpstr (tnk_grade_text ('D'), ==, "D 要対策");
  g_assert_cmpstr (tnk_grade_text (0), ==, "–");
  g_assert_cmpstr (tnk_state_text (TNK_CAMPAIGN_STATE_CLOSED), ==, "終了");
}

static void
test_splits (void)
{
  const TnkCounts counts = {.items = 21, .implemented = 1, .partial = 2, .not_implemented = 3, .not_applicable = 4, .excepted = 5};
  const guint expected[TNK_N_ANSWERS] = {1, 2, 3, 4, 5, 6};
  guint parts[TNK_N_ANSWERS];

  tnk_split_counts (&counts, parts);
  g_assert_cmpmem (parts, sizeof parts, expected, sizeof expected);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Report/dates", test_dates);
  g_test_add_func ("/Tenken/Report/fiscal-years", test_fiscal_years);
  g_test_add_func ("/Tenken/Report/references", test_references);
  g_test_add_func ("/Tenken/Report/counts", test_counts);
  g_test_add_func ("/Tenken/Report/all-counts", test_all_counts);
  g_test_add_func ("/Tenken/Report/lines", test_lines);
  g_test_add_func ("/Tenken/Report/grades", test_grades);
  g_test_add_func ("/Tenken/Report/splits", test_splits);
  return g_test_run ();
}
