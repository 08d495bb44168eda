/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-cross-references-private.h"
#include "tnk-revision.h"

/* Cross-references the other way round, and of another edition. */

/**
 * tnk_cross_references_invert:
 * @self: cross-references
 *
 * Turns the references round. Why controls refer to none is no part of the result: nothing is known about that from the other
 * side.
 *
 * Returns: (transfer full): the same references from the second catalog to the first
 *
 * Since: 0.1
 */
TnkCrossReferences *
tnk_cross_references_invert (TnkCrossReferences *self)
{
  TnkCrossReferences *inverse;

  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self), NULL);

  inverse = tnk_cross_references_new (self->to_id, self->to_edition, self->from_id, self->from_edition);
  for (guint i = 0; i < self->list->len; i++) {
    TnkCrossReference *reference = g_ptr_array_index (self->list, i);

    tnk_cross_references_take (inverse, tnk_cross_reference_new (tnk_cross_reference_get_to (reference),
                                                                 tnk_relation_invert (tnk_cross_reference_get_relation (reference)),
                                                                 tnk_cross_reference_get_from (reference),
                                                                 tnk_cross_reference_get_note (reference)));
  }
  return inverse;
}

/* What a control of one edition was in the other, whichever of the two is the newer. */
static TnkControl *
find_counterpart (TnkCatalog *from,
                  TnkCatalog *edition,
                  TnkControl *control,
                  TnkRevisionKind *kind)
{
  TnkControl *newer;

  if (tnk_catalog_get_revised_id (from) == NULL || g_strcmp0 (tnk_catalog_get_revised_id (from), tnk_catalog_get_id (edition)) != 0 ||
      g_strcmp0 (tnk_catalog_get_revised_edition (from), tnk_catalog_get_edition (edition)) != 0)
    return tnk_catalog_trace_control (edition, control, from, kind);
  newer = tnk_catalog_find_successor (from, control, edition);
  if (newer != NULL)
    tnk_catalog_trace_control (from, newer, edition, kind);
  return newer;
}

static void
follow_control (TnkCrossReferences *self,
                TnkCrossReferences *result,
                const char *id,
                const char *known_id,
                TnkRelation step)
{
  g_autoptr (GPtrArray) references = tnk_cross_references_list_from (self, known_id);
  TnkCrossGap *gap = g_hash_table_lookup (self->gaps, known_id);

  for (guint i = 0; i < references->len; i++) {
    TnkCrossReference *reference = g_ptr_array_index (references, i);
    TnkRelation relation = tnk_relation_combine (step, tnk_cross_reference_get_relation (reference));

    tnk_cross_references_take (result, tnk_cross_reference_new (id, relation, tnk_cross_reference_get_to (reference),
                                                                tnk_cross_reference_get_note (reference)));
  }
  if (gap != NULL && step == TNK_RELATION_SAME) {
    TnkCrossGap *copy = g_new0 (TnkCrossGap, 1);

    copy->reason = g_strdup (gap->reason);
    copy->note = gap->note != NULL ? tnk_text_ref (gap->note) : NULL;
    g_hash_table_insert (result->gaps, g_strdup (id), copy);
  }
}

/**
 * tnk_cross_references_follow:
 * @self: cross-references
 * @from: the catalog that they start at
 * @edition: an edition that follows it, or that it follows, see [method@Catalog.follows]
 *
 * Carries the references over to another edition, or to a body’s own catalog that was derived from this one. A control that was
 * kept or renumbered refers to what it referred to; of one that was reworded only the matter is known to be the same; one that
 * was added refers to nothing.
 *
 * Returns: (transfer full): the references of the controls of @edition
 *
 * Since: 0.1
 */
TnkCrossReferences *
tnk_cross_references_follow (TnkCrossReferences *self,
                             TnkCatalog *from,
                             TnkCatalog *edition)
{
  TnkCrossReferences *result;

  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self) && TNK_IS_CATALOG (from) && TNK_IS_CATALOG (edition), NULL);

  result = tnk_cross_references_new (tnk_catalog_get_id (edition), tnk_catalog_get_edition (edition), self->to_id, self->to_edition);
  for (guint i = 0; i < tnk_catalog_get_n_controls (edition); i++) {
    TnkControl *control = tnk_catalog_get_control (edition, i);
    TnkRevisionKind kind;
    TnkControl *known = find_counterpart (from, edition, control, &kind);

    if (known != NULL)
      follow_control (self, result, tnk_control_get_id (control), tnk_control_get_id (known),
                      tnk_revision_kind_goes_on (kind) ? TNK_RELATION_SAME : TNK_RELATION_RELATED);
  }
  return result;
}
