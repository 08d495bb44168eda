/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-coverage-row-private.h"

struct _TnkCoverageRow
{
  GObject parent_instance;

  TnkCatalog *catalog;
  TnkCatalog *own;
  TnkControl *control; /* borrowed from the catalog */
  GArray *sources; /* (element-type TnkCoverageSource): their controls are borrowed from “own” */
};

G_DEFINE_FINAL_TYPE (TnkCoverageRow, tnk_coverage_row, G_TYPE_OBJECT)

static const char *const kinds[TNK_N_COVERAGE_KINDS] = {"covered", "partly", "related", "none"};

/**
 * tnk_coverage_kind_to_string:
 * @kind: a kind
 *
 * Gets the word that the command line uses for a kind of coverage.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_coverage_kind_to_string (TnkCoverageKind kind)
{
  g_return_val_if_fail ((guint) kind < TNK_N_COVERAGE_KINDS, NULL);
  return kinds[kind];
}

static void
tnk_coverage_row_finalize (GObject *object)
{
  TnkCoverageRow *self = TNK_COVERAGE_ROW (object);

  g_array_unref (self->sources);
  g_object_unref (self->catalog);
  g_object_unref (self->own);
  G_OBJECT_CLASS (tnk_coverage_row_parent_class)->finalize (object);
}

static void
tnk_coverage_row_class_init (TnkCoverageRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_coverage_row_finalize;
}

static void
tnk_coverage_row_init (TnkCoverageRow *self)
{
}

TnkCoverageRow *
tnk_coverage_row_new (TnkCatalog *catalog,
                      TnkCatalog *own,
                      TnkControl *control,
                      GArray *sources)
{
  TnkCoverageRow *self = g_object_new (TNK_TYPE_COVERAGE_ROW, NULL);

  self->catalog = g_object_ref (catalog);
  self->own = g_object_ref (own);
  self->control = control;
  self->sources = sources;
  return self;
}

static TnkCoverageSource *
source_at (TnkCoverageRow *self,
           guint index)
{
  return &g_array_index (self->sources, TnkCoverageSource, index);
}

/**
 * tnk_coverage_row_get_control:
 * @self: a row
 *
 * Gets the control that is spoken for.
 *
 * Returns: (transfer none): the control of the other catalog
 *
 * Since: 0.1
 */
TnkControl *
tnk_coverage_row_get_control (TnkCoverageRow *self)
{
  g_return_val_if_fail (TNK_IS_COVERAGE_ROW (self), NULL);
  return self->control;
}

static TnkCoverageKind
kind_of (const TnkCoverageSource *source)
{
  if (!source->in_force)
    return TNK_COVERAGE_KIND_NONE;
  if (tnk_relation_covers (source->relation))
    return TNK_COVERAGE_KIND_COVERED;
  return source->relation == TNK_RELATION_PART ? TNK_COVERAGE_KIND_PARTLY : TNK_COVERAGE_KIND_RELATED;
}

/**
 * tnk_coverage_row_get_kind:
 * @self: a row
 *
 * Gets how far the campaign speaks for the control: as far as the best of its sources.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkCoverageKind
tnk_coverage_row_get_kind (TnkCoverageRow *self)
{
  TnkCoverageKind best = TNK_COVERAGE_KIND_NONE;

  g_return_val_if_fail (TNK_IS_COVERAGE_ROW (self), TNK_COVERAGE_KIND_NONE);

  for (guint i = 0; i < self->sources->len; i++)
    best = MIN (best, kind_of (source_at (self, i)));
  return best;
}

/**
 * tnk_coverage_row_get_n_sources:
 * @self: a row
 *
 * Counts the controls of the campaign’s catalog that have to do with it, in force or not.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_coverage_row_get_n_sources (TnkCoverageRow *self)
{
  g_return_val_if_fail (TNK_IS_COVERAGE_ROW (self), 0);
  return self->sources->len;
}

/**
 * tnk_coverage_row_get_source:
 * @self: a row
 * @index: which of the sources
 *
 * Gets a control of the campaign’s catalog that has to do with it.
 *
 * Returns: (transfer none): the control
 *
 * Since: 0.1
 */
TnkControl *
tnk_coverage_row_get_source (TnkCoverageRow *self,
                             guint index)
{
  g_return_val_if_fail (TNK_IS_COVERAGE_ROW (self) && index < self->sources->len, NULL);
  return source_at (self, index)->control;
}

/**
 * tnk_coverage_row_get_relation:
 * @self: a row
 * @index: which of the sources
 *
 * Gets how a source stands to the control of the row.
 *
 * Returns: the relation
 *
 * Since: 0.1
 */
TnkRelation
tnk_coverage_row_get_relation (TnkCoverageRow *self,
                               guint index)
{
  g_return_val_if_fail (TNK_IS_COVERAGE_ROW (self) && index < self->sources->len, TNK_RELATION_RELATED);
  return source_at (self, index)->relation;
}

/**
 * tnk_coverage_row_is_in_force:
 * @self: a row
 * @index: which of the sources
 *
 * Tells whether the campaign requires a source. One that it does not speaks for nothing.
 *
 * Returns: `TRUE` if it does
 *
 * Since: 0.1
 */
gboolean
tnk_coverage_row_is_in_force (TnkCoverageRow *self,
                              guint index)
{
  g_return_val_if_fail (TNK_IS_COVERAGE_ROW (self) && index < self->sources->len, FALSE);
  return source_at (self, index)->in_force;
}

/**
 * tnk_coverage_row_get_counts:
 * @self: a row
 * @index: which of the sources
 * @counts: (out caller-allocates): the counts
 *
 * Gets what was answered to a source, as its own score counts it.
 *
 * Since: 0.1
 */
void
tnk_coverage_row_get_counts (TnkCoverageRow *self,
                             guint index,
                             TnkCounts *counts)
{
  g_return_if_fail (TNK_IS_COVERAGE_ROW (self) && index < self->sources->len && counts != NULL);
  *counts = source_at (self, index)->counts;
}
