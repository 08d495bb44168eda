/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-coverage-rows.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-catalog-words.h"
#include "tenken-format.h"
#include "tenken-language.h"

const char *
tenken_coverage_describe_kind (TnkCoverageKind kind)
{
  switch (kind) {
  case TNK_COVERAGE_KIND_COVERED:
    return _ ("Covered");
  case TNK_COVERAGE_KIND_PARTLY:
    return _ ("Covered in part");
  case TNK_COVERAGE_KIND_RELATED:
    return _ ("Same matter only");
  case TNK_COVERAGE_KIND_NONE:
  default:
    return _ ("Not covered");
  }
}

static TnkControl *
get_control (gpointer item)
{
  return tnk_coverage_row_get_control (item);
}

static char *
get_clause (gpointer item,
            gpointer user_data)
{
  return g_strdup (tnk_control_get_clause (get_control (item)));
}

static double
get_index (gpointer item,
           gpointer user_data)
{
  return tnk_control_get_index (get_control (item));
}

static char *
get_title (gpointer item,
           gpointer user_data)
{
  return g_strdup (tenken_text (tnk_control_get_title (get_control (item))));
}

static char *
get_level (gpointer item,
           gpointer user_data)
{
  return g_strdup (tenken_catalog_words_level (tnk_control_get_level (get_control (item))));
}

static char *
get_kind (gpointer item,
          gpointer user_data)
{
  return g_strdup (tenken_coverage_describe_kind (tnk_coverage_row_get_kind (item)));
}

static double
get_kind_number (gpointer item,
                 gpointer user_data)
{
  return tnk_coverage_row_get_kind (item);
}

static double
score_source (gpointer item,
              guint source)
{
  TnkCounts counts;

  tnk_coverage_row_get_counts (item, source, &counts);
  return counts.denominator > 0 ? 100.0 * counts.half_points / (2.0 * counts.denominator) : NAN;
}

/* A source in words, with its own figure: 第46条第2項第1号（同じことを求める、87.5点、7/8）. */
static char *
describe_source (gpointer item,
                 guint source)
{
  const char *clause = tnk_control_get_clause (tnk_coverage_row_get_source (item, source));
  const char *relation = tenken_catalog_words_relation (tnk_coverage_row_get_relation (item, source));
  double score = score_source (item, source);
  g_autofree char *figure = NULL;
  TnkCounts counts;

  if (!tnk_coverage_row_is_in_force (item, source))
    /* Translators: a clause of the own rules, and how it stands to the other catalog */
    return g_strdup_printf (_ ("%s (%s, not in force)"), clause, relation);
  if (isnan (score))
    return g_strdup_printf (_ ("%s (%s, no answers)"), clause, relation);
  figure = tenken_format_figure (score);
  tnk_coverage_row_get_counts (item, source, &counts);
  /* Translators: a clause, how it stands to the other catalog, its points, how many of how many keep it */
  return g_strdup_printf (_ ("%s (%s, %s points, %u/%u)"), clause, relation, figure, counts.implemented, counts.denominator);
}

static char *
get_sources (gpointer item,
             gpointer user_data)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_coverage_row_get_n_sources (item); i++) {
    g_autofree char *source = describe_source (item, i);

    g_string_append_printf (text, "%s%s", i > 0 ? _ ("; ") : "", source);
  }
  return g_string_free (text, FALSE);
}

/* The least of the sources that cover it: where one of them is not kept, that is what is to be seen. */
static double
get_least (gpointer item,
           gpointer user_data)
{
  double least = NAN;

  for (guint i = 0; i < tnk_coverage_row_get_n_sources (item); i++)
    if (tnk_coverage_row_is_in_force (item, i) && tnk_coverage_row_get_relation (item, i) != TNK_RELATION_RELATED)
      least = fmin (least, score_source (item, i));
  return least;
}

static char *
get_least_text (gpointer item,
                gpointer user_data)
{
  double least = get_least (item, user_data);

  return isnan (least) ? g_strdup ("–") : tenken_format_figure (least);
}

const TenkenTableColumn tenken_coverage_columns[] = {
  {"clause", N_ ("Clause"), get_clause, get_index, FALSE, 7, NULL, NULL},
  {"title", N_ ("Control"), get_title, NULL, FALSE, 15, NULL, NULL},
  {"level", N_ ("Level"), get_level, NULL, FALSE, 5, NULL, NULL},
  {"coverage", N_ ("Coverage"), get_kind, get_kind_number, FALSE, 8, NULL, NULL},
  {"least", N_ ("Lowest"), get_least_text, get_least, TRUE, 5, NULL, NULL},
  {"by", N_ ("By own clauses"), get_sources, NULL, FALSE, 0, NULL, NULL},
};
const guint tenken_coverage_n_columns = G_N_ELEMENTS (tenken_coverage_columns);

GListModel *
tenken_coverage_rows_new (TnkCoverage *coverage)
{
  GListStore *rows = g_list_store_new (TNK_TYPE_COVERAGE_ROW);

  for (guint i = 0; i < tnk_coverage_get_n_rows (coverage); i++)
    g_list_store_append (rows, tnk_coverage_get_row (coverage, i));
  return G_LIST_MODEL (rows);
}
