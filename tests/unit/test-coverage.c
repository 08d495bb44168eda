/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-tally.h"

#include "tnk-coverage.h"
#include "tnk-error.h"

/* 1.1-1 is covered twice over, 1.1-2 in part, 1.2-1 by a recommended control, 2.1-1 by one that is left out, 2.1-2.1 is only
 * about the same, and the rest has nothing. */
#define REFERENCES \
  "{\"format\": 1, \"from\": {\"catalog\": \"small\", \"edition\": \"2026-1\"}, \"to\": {\"catalog\": \"other\", \"edition\": \"1\"}," \
  " \"references\": [" \
  "{\"from\": \"1.1-2\", \"relation\": \"wider\", \"to\": \"1.1-1\"}," \
  "{\"from\": \"1.1-1\", \"relation\": \"same\", \"to\": \"1.1-1\"}," \
  "{\"from\": \"1.1-1\", \"relation\": \"related\", \"to\": \"1.1-2\"}," \
  "{\"from\": \"2.1-1\", \"relation\": \"part\", \"to\": \"1.1-2\"}," \
  "{\"from\": \"1.2-1\", \"relation\": \"same\", \"to\": \"1.2-1\"}," \
  "{\"from\": \"2.1-2.1\", \"relation\": \"same\", \"to\": \"2.1-1\"}," \
  "{\"from\": \"2.1-1\", \"relation\": \"related\", \"to\": \"2.1-2.1\"}" \
  "]}"

static TnkCatalog *
load_other (void)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json"), *text = tnk_test_read (filename);
  g_autofree char *named = tnk_test_replace (text, "\"id\": \"small\"", "\"id\": \"other\"");
  g_autofree char *dated = tnk_test_replace (named, "\"edition\": \"2026-1\"", "\"edition\": \"1\"");

  return tnk_catalog_load_data ("other.json", dated, -1, NULL, NULL);
}

/* Two staff in d1, of whom one keeps 2.1-1; a CISO in d0 who keeps 1.1-1 in part. */
static TnkTally *
sample (TnkCampaign *campaign)
{
  TnkTally *tally = tnk_test_tally (campaign);

  tnk_test_add_people (tally, 0, "ciso", 1, 1);
  tnk_test_add_people (tally, 1, "staff", 2, 2);
  tnk_test_add_answers (tally, 0, "1.1-1", "ciso", PARTIAL, 1);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", NOT_IMPLEMENTED, 1);
  return tally;
}

static TnkCoverage *
make (TnkCampaign *campaign,
      int department)
{
  g_autoptr (TnkTally) tally = sample (campaign);
  g_autoptr (TnkCatalog) other = load_other ();
  g_autoptr (TnkCrossReferences) references = tnk_cross_references_load_data ("x.json", REFERENCES, -1, NULL, NULL);
  g_autoptr (GError) error = NULL;
  TnkCoverage *coverage = tnk_coverage_new (tally, other, references, department, &error);

  g_assert_no_error (error);
  return coverage;
}

static char *
describe (TnkCoverage *coverage)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_coverage_get_n_rows (coverage); i++) {
    TnkCoverageRow *row = tnk_coverage_get_row (coverage, i);

    g_string_append_printf (text, "%s%s %s", i > 0 ? "; " : "", tnk_control_get_id (tnk_coverage_row_get_control (row)),
                            tnk_coverage_kind_to_string (tnk_coverage_row_get_kind (row)));
    for (guint s = 0; s < tnk_coverage_row_get_n_sources (row); s++)
      g_string_append_printf (text, " %s%s %s", tnk_coverage_row_is_in_force (row, s) ? "" : "!",
                              tnk_relation_to_string (tnk_coverage_row_get_relation (row, s)),
                              tnk_control_get_id (tnk_coverage_row_get_source (row, s)));
  }
  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkCoverage) coverage = NULL;
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_campaign_leave_out (campaign, "2.1-2.1", "no such media", &error));
  coverage = make (campaign, -1);
  found = describe (coverage);
  g_assert_cmpstr (found, ==,
                   "1.1-1 covered same 1.1-1 wider 1.1-2; 1.1-2 partly part 2.1-1 related 1.1-1; 1.2-1 none !same 1.2-1; "
                   "2.1-1 none !same 2.1-2.1; 2.1-2.1 related related 2.1-1; 2.1-2.2 none; 2.1-3 none");
  g_assert_cmpstr (tnk_catalog_get_id (tnk_coverage_get_catalog (coverage)), ==, "other");
  g_assert_finalize_object (g_steal_pointer (&coverage));
}

/* Once it is adopted, a recommended control is in force. */
static void
test_adopted (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkCoverage) coverage = NULL;

  tnk_campaign_adopt_all (campaign);
  coverage = make (campaign, -1);
  g_assert_cmpint (tnk_coverage_row_get_kind (tnk_coverage_get_row (coverage, 2)), ==, TNK_COVERAGE_KIND_COVERED);
  g_assert_cmpint (tnk_coverage_row_get_kind (tnk_coverage_get_row (coverage, 3)), ==, TNK_COVERAGE_KIND_COVERED);
}

static void
test_count (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkCoverage) coverage = make (campaign, -1);
  guint n = 0;

  g_assert_cmpuint (tnk_coverage_count (coverage, TNK_COVERAGE_KIND_COVERED, TNK_LEVEL_REQUIRED), ==, 2);
  g_assert_cmpuint (tnk_coverage_count (coverage, TNK_COVERAGE_KIND_PARTLY, TNK_LEVEL_REQUIRED), ==, 1);
  g_assert_cmpuint (tnk_coverage_count (coverage, TNK_COVERAGE_KIND_RELATED, TNK_LEVEL_REQUIRED), ==, 1);
  g_assert_cmpuint (tnk_coverage_count (coverage, TNK_COVERAGE_KIND_NONE, TNK_LEVEL_REQUIRED), ==, 2);
  g_assert_cmpuint (tnk_coverage_count (coverage, TNK_COVERAGE_KIND_NONE, TNK_LEVEL_RECOMMENDED), ==, 1);
  for (guint kind = 0; kind < TNK_N_COVERAGE_KINDS; kind++)
    n += tnk_coverage_count (coverage, kind, TNK_LEVEL_REQUIRED) + tnk_coverage_count (coverage, kind, TNK_LEVEL_RECOMMENDED);
  g_assert_cmpuint (n, ==, tnk_coverage_get_n_rows (coverage));
}

/* The figures are those of the own control, in the scope that is looked at; what is not in force has none. */
static void
test_counts (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkCoverage) coverage = make (campaign, -1);
  g_autoptr (TnkCoverage) department = make (campaign, 2);
  TnkCounts counts;

  tnk_coverage_row_get_counts (tnk_coverage_get_row (coverage, 0), 0, &counts);
  g_assert_cmpuint (counts.half_points, ==, 1);
  g_assert_cmpuint (counts.denominator, ==, 1);
  tnk_coverage_row_get_counts (tnk_coverage_get_row (coverage, 1), 0, &counts);
  g_assert_cmpuint (counts.half_points, ==, 2);
  g_assert_cmpuint (counts.denominator, ==, 2);
  tnk_coverage_row_get_counts (tnk_coverage_get_row (department, 1), 0, &counts);
  g_assert_cmpuint (counts.denominator, ==, 0);
  tnk_coverage_row_get_counts (tnk_coverage_get_row (coverage, 2), 0, &counts);
  g_assert_cmpuint (counts.items, ==, 0);
}

static void
test_strange_references (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = sample (campaign);
  g_autoptr (TnkCatalog) other = load_other ();
  g_autoptr (TnkCatalog) next = tnk_test_next_catalog ();
  g_autoptr (TnkCrossReferences) references = tnk_cross_references_load_data ("x.json", REFERENCES, -1, NULL, NULL);
  g_autoptr (TnkCrossReferences) inverse = tnk_cross_references_invert (references);
  g_autoptr (GError) error = NULL, again = NULL;

  g_assert_null (tnk_coverage_new (tally, other, inverse, -1, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_INVALID);
  g_assert_null (tnk_coverage_new (tally, next, references, -1, &again));
  g_assert_error (again, TNK_ERROR, TNK_ERROR_INVALID);
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);

  g_test_add_func ("/Tenken/Coverage/rows", test_rows);
  g_test_add_func ("/Tenken/Coverage/adopted", test_adopted);
  g_test_add_func ("/Tenken/Coverage/count", test_count);
  g_test_add_func ("/Tenken/Coverage/counts", test_counts);
  g_test_add_func ("/Tenken/Coverage/strange-references", test_strange_references);

  return g_test_run ();
}
