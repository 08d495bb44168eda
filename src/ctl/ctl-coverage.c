/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-coverage.h"

#include <math.h>

#include "ctl-table.h"

/* What a campaign says about another catalog. */

static double
score_of (const TnkCounts *counts)
{
  return counts->denominator > 0 ? 100.0 * counts->half_points / (2.0 * counts->denominator) : NAN;
}

static void
add_control (CtlTable *table,
             CtlCall *call,
             TnkControl *control)
{
  ctl_table_add_text (table, tnk_control_get_id (control));
  ctl_table_add_text (table, tnk_control_get_clause (control));
  ctl_table_add_text (table, ctl_text (call, tnk_control_get_title (control)));
}

static void
begin_row (CtlTable *table,
           CtlCall *call,
           TnkCoverageRow *row)
{
  TnkControl *control = tnk_coverage_row_get_control (row);

  ctl_table_begin_row (table);
  add_control (table, call, control);
  ctl_table_add_text (table, tnk_level_to_string (tnk_control_get_level (control)));
  ctl_table_add_text (table, tnk_coverage_kind_to_string (tnk_coverage_row_get_kind (row)));
}

/* The figures of a source are those that "score --by=control" prints for it. */
static void
add_source (CtlTable *table,
            CtlCall *call,
            TnkCoverageRow *row,
            guint index)
{
  gboolean in_force = tnk_coverage_row_is_in_force (row, index);
  g_autofree char *share = NULL;
  TnkCounts counts;

  tnk_coverage_row_get_counts (row, index, &counts);
  share = g_strdup_printf ("%u/%u", counts.implemented, counts.denominator);
  add_control (table, call, tnk_coverage_row_get_source (row, index));
  ctl_table_add_text (table, tnk_relation_to_string (tnk_coverage_row_get_relation (row, index)));
  ctl_table_add_text (table, in_force ? "yes" : "no");
  ctl_table_add_figure (table, score_of (&counts));
  ctl_table_add_text (table, in_force ? share : NULL);
}

static void
add_rows (CtlTable *table,
          CtlCall *call,
          TnkCoverageRow *row)
{
  guint n = tnk_coverage_row_get_n_sources (row);

  for (guint i = 0; i < n; i++) {
    begin_row (table, call, row);
    add_source (table, call, row, i);
  }
  if (n > 0)
    return;
  begin_row (table, call, row);
  for (guint i = 0; i < 5; i++)
    ctl_table_add_text (table, NULL);
  ctl_table_add_figure (table, NAN);
  ctl_table_add_text (table, NULL);
}

static void
print_sums (TnkCoverage *coverage)
{
  static const TnkLevel levels[] = {TNK_LEVEL_REQUIRED, TNK_LEVEL_RECOMMENDED};

  g_print ("\n");
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++) {
    guint n[TNK_N_COVERAGE_KINDS], all = 0;

    for (guint kind = 0; kind < TNK_N_COVERAGE_KINDS; kind++)
      all += n[kind] = tnk_coverage_count (coverage, kind, levels[i]);
    g_print ("%s controls: ", tnk_level_to_string (levels[i]));
    for (guint kind = 0; kind < TNK_N_COVERAGE_KINDS; kind++)
      g_print ("%s%s %u/%u", kind > 0 ? ", " : "", tnk_coverage_kind_to_string (kind), n[kind], all);
    g_print ("\n");
  }
}

static void
print (CtlCall *call,
       TnkCoverage *coverage)
{
  static const char *const columns[] = {"control", "clause", "title", "level", "coverage", "own", "own_clause", "own_title", "relation",
                                        "in_force", "score", "n/N", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);

  for (guint i = 0; i < tnk_coverage_get_n_rows (coverage); i++)
    add_rows (table, call, tnk_coverage_get_row (coverage, i));
  ctl_table_print (table, call->format);
  if (call->format == CTL_FORMAT_TABLE)
    print_sums (coverage);
}

int
ctl_coverage_print (CtlCall *call,
                    TnkTally *tally,
                    const char *against)
{
  g_autoptr (TnkCatalogLibrary) catalogs = tnk_catalog_library_new ();
  g_autoptr (TnkCrossLibrary) library = tnk_cross_library_new (catalogs);
  g_autoptr (TnkCatalog) catalog = NULL;
  g_autoptr (TnkCrossReferences) references = NULL;
  g_autoptr (TnkCoverage) coverage = NULL;
  g_autoptr (GError) error = NULL;

  catalog = ctl_take_catalog (catalogs, against, &error);
  if (catalog != NULL)
    references = tnk_cross_library_find (library, tnk_campaign_get_catalog (tnk_tally_get_campaign (tally)), catalog, &error);
  coverage = references != NULL ? tnk_coverage_new (tally, catalog, references, -1, &error) : NULL;
  if (coverage == NULL)
    return ctl_fail (error);
  print (call, coverage);
  return CTL_DONE;
}
