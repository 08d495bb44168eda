/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-coverage.h"

#include "tnk-coverage-row-private.h"
#include "tnk-error.h"

struct _TnkCoverage
{
  GObject parent_instance;

  TnkCatalog *catalog;
  GPtrArray *rows; /* (element-type TnkCoverageRow), by control of the catalog */
};

G_DEFINE_FINAL_TYPE (TnkCoverage, tnk_coverage, G_TYPE_OBJECT)

static void
tnk_coverage_finalize (GObject *object)
{
  TnkCoverage *self = TNK_COVERAGE (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->catalog);
  G_OBJECT_CLASS (tnk_coverage_parent_class)->finalize (object);
}

static void
tnk_coverage_class_init (TnkCoverageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_coverage_finalize;
}

static void
tnk_coverage_init (TnkCoverage *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_source (GArray *sources,
            TnkTally *tally,
            TnkControl *control,
            TnkRelation relation,
            int department)
{
  TnkCoverageSource source = {.control = control, .relation = relation};

  source.in_force = tnk_campaign_requires (tnk_tally_get_campaign (tally), control);
  if (source.in_force)
    tnk_tally_count_control (tally, department, -1, tnk_control_get_index (control), &source.counts);
  g_array_append_val (sources, source);
}

/* Those that cover it first, then those that ask a part of it, then the others; within that in the order of the catalog. */
static int
compare_sources (gconstpointer a,
                 gconstpointer b)
{
  static const int ranks[TNK_N_RELATIONS] = {
    [TNK_RELATION_SAME] = 0, [TNK_RELATION_WIDER] = 1, [TNK_RELATION_PART] = 2, [TNK_RELATION_RELATED] = 3};
  const TnkCoverageSource *one = a, *other = b;

  if (one->relation != other->relation)
    return ranks[one->relation] - ranks[other->relation];
  return tnk_control_get_index (one->control) < tnk_control_get_index (other->control) ? -1 : 1;
}

static void
add_row (TnkCoverage *self,
         TnkTally *tally,
         TnkControl *control,
         TnkCrossReferences *references,
         int department)
{
  TnkCatalog *own = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));
  g_autoptr (GPtrArray) list = tnk_cross_references_list_to (references, tnk_control_get_id (control));
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (TnkCoverageSource));

  for (guint i = 0; i < list->len; i++) {
    TnkControl *source = tnk_catalog_lookup_control (own, tnk_cross_reference_get_from (list->pdata[i]));

    if (source != NULL)
      add_source (sources, tally, source, tnk_cross_reference_get_relation (list->pdata[i]), department);
  }
  g_array_sort (sources, compare_sources);
  g_ptr_array_add (self->rows, tnk_coverage_row_new (self->catalog, own, control, sources));
}

/**
 * tnk_coverage_new:
 * @tally: the counted answers of a campaign
 * @catalog: another catalog
 * @references: how the controls of the campaign’s catalog stand to those of @catalog
 * @department: a department by its index in the body of the tally, with all below it; -1: the whole body
 * @error: return location for an error: [error@Tenken.Error] `INVALID`
 *
 * Finds for each control of another catalog which controls of a campaign speak for it.
 *
 * Returns: (transfer full): the coverage
 *
 * Since: 0.1
 */
TnkCoverage *
tnk_coverage_new (TnkTally *tally,
                  TnkCatalog *catalog,
                  TnkCrossReferences *references,
                  int department,
                  GError **error)
{
  TnkCatalog *own;
  TnkCoverage *self;

  g_return_val_if_fail (TNK_IS_TALLY (tally) && TNK_IS_CATALOG (catalog) && TNK_IS_CROSS_REFERENCES (references), NULL);

  own = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));
  if (!tnk_cross_references_starts_at (references, own) || !tnk_cross_references_leads_to (references, catalog)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the cross-references do not lead from %s, edition %s, to %s, edition %s",
                 tnk_catalog_get_id (own), tnk_catalog_get_edition (own), tnk_catalog_get_id (catalog), tnk_catalog_get_edition (catalog));
    return NULL;
  }
  self = g_object_new (TNK_TYPE_COVERAGE, NULL);
  self->catalog = g_object_ref (catalog);
  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++)
    add_row (self, tally, tnk_catalog_get_control (catalog, i), references, department);
  return self;
}

/**
 * tnk_coverage_get_catalog:
 * @self: a coverage
 *
 * Gets the catalog that is reported against.
 *
 * Returns: (transfer none): the catalog
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_coverage_get_catalog (TnkCoverage *self)
{
  g_return_val_if_fail (TNK_IS_COVERAGE (self), NULL);
  return self->catalog;
}

/**
 * tnk_coverage_get_n_rows:
 * @self: a coverage
 *
 * Counts the rows.
 *
 * Returns: one for each control of the catalog
 *
 * Since: 0.1
 */
guint
tnk_coverage_get_n_rows (TnkCoverage *self)
{
  g_return_val_if_fail (TNK_IS_COVERAGE (self), 0);
  return self->rows->len;
}

/**
 * tnk_coverage_get_row:
 * @self: a coverage
 * @index: which of them, in the order of the catalog
 *
 * Gets one of the rows.
 *
 * Returns: (transfer none): the row
 *
 * Since: 0.1
 */
TnkCoverageRow *
tnk_coverage_get_row (TnkCoverage *self,
                      guint index)
{
  g_return_val_if_fail (TNK_IS_COVERAGE (self) && index < self->rows->len, NULL);
  return g_ptr_array_index (self->rows, index);
}

/**
 * tnk_coverage_count:
 * @self: a coverage
 * @kind: a kind
 * @level: a level
 *
 * Counts the controls of the catalog that have this level and are spoken for so far.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_coverage_count (TnkCoverage *self,
                    TnkCoverageKind kind,
                    TnkLevel level)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_COVERAGE (self), 0);

  for (guint i = 0; i < self->rows->len; i++) {
    TnkCoverageRow *row = g_ptr_array_index (self->rows, i);

    n += tnk_coverage_row_get_kind (row) == kind && tnk_control_get_level (tnk_coverage_row_get_control (row)) == level;
  }
  return n;
}
