/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-cross-references-private.h"

#include "tnk-error.h"
#include "tnk-problems-private.h"

G_DEFINE_FINAL_TYPE (TnkCrossReferences, tnk_cross_references, G_TYPE_OBJECT)

void
tnk_cross_gap_free (gpointer data)
{
  TnkCrossGap *self = data;

  g_clear_pointer (&self->note, tnk_text_unref);
  g_free (self->reason);
  g_free (self->place);
  g_free (self);
}

static void
tnk_cross_references_finalize (GObject *object)
{
  TnkCrossReferences *self = TNK_CROSS_REFERENCES (object);

  g_hash_table_unref (self->by_from);
  g_hash_table_unref (self->by_to);
  g_hash_table_unref (self->gaps);
  g_ptr_array_unref (self->list);
  g_free (self->filename);
  g_free (self->from_id);
  g_free (self->from_edition);
  g_free (self->to_id);
  g_free (self->to_edition);
  G_OBJECT_CLASS (tnk_cross_references_parent_class)->finalize (object);
}

static void
tnk_cross_references_class_init (TnkCrossReferencesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_cross_references_finalize;
}

static void
tnk_cross_references_init (TnkCrossReferences *self)
{
  self->list = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_from = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->by_to = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->gaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, tnk_cross_gap_free);
}

TnkCrossReferences *
tnk_cross_references_new (const char *from_id,
                          const char *from_edition,
                          const char *to_id,
                          const char *to_edition)
{
  TnkCrossReferences *self = g_object_new (TNK_TYPE_CROSS_REFERENCES, NULL);

  self->from_id = g_strdup (from_id);
  self->from_edition = g_strdup (from_edition);
  self->to_id = g_strdup (to_id);
  self->to_edition = g_strdup (to_edition);
  return self;
}

static void
index_reference (GHashTable *index,
                 const char *control_id,
                 TnkCrossReference *reference)
{
  GPtrArray *list = g_hash_table_lookup (index, control_id);

  if (list == NULL) {
    list = g_ptr_array_new_with_free_func (g_object_unref);
    g_hash_table_insert (index, (gpointer) control_id, list);
  }
  g_ptr_array_add (list, g_object_ref (reference));
}

gboolean
tnk_cross_references_take (TnkCrossReferences *self,
                           TnkCrossReference *reference)
{
  const char *from = tnk_cross_reference_get_from (reference), *to = tnk_cross_reference_get_to (reference);
  GPtrArray *present = g_hash_table_lookup (self->by_from, from);

  for (guint i = 0; present != NULL && i < present->len; i++)
    if (g_str_equal (tnk_cross_reference_get_to (g_ptr_array_index (present, i)), to)) {
      g_object_unref (reference);
      return FALSE;
    }
  g_ptr_array_add (self->list, reference);
  index_reference (self->by_from, from, reference);
  index_reference (self->by_to, to, reference);
  return TRUE;
}

/* --- what there is --- */

/**
 * tnk_cross_references_get_from_id:
 * @self: cross-references
 *
 * Gets the catalog whose controls refer.
 *
 * Returns: its id
 *
 * Since: 0.1
 */
const char *
tnk_cross_references_get_from_id (TnkCrossReferences *self)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self), NULL);
  return self->from_id;
}

/**
 * tnk_cross_references_get_from_edition:
 * @self: cross-references
 *
 * Gets the edition of the catalog whose controls refer.
 *
 * Returns: the edition
 *
 * Since: 0.1
 */
const char *
tnk_cross_references_get_from_edition (TnkCrossReferences *self)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self), NULL);
  return self->from_edition;
}

/**
 * tnk_cross_references_get_to_id:
 * @self: cross-references
 *
 * Gets the catalog whose controls are referred to.
 *
 * Returns: its id
 *
 * Since: 0.1
 */
const char *
tnk_cross_references_get_to_id (TnkCrossReferences *self)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self), NULL);
  return self->to_id;
}

/**
 * tnk_cross_references_get_to_edition:
 * @self: cross-references
 *
 * Gets the edition of the catalog whose controls are referred to.
 *
 * Returns: the edition
 *
 * Since: 0.1
 */
const char *
tnk_cross_references_get_to_edition (TnkCrossReferences *self)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self), NULL);
  return self->to_edition;
}

/**
 * tnk_cross_references_get_n:
 * @self: cross-references
 *
 * Counts the references.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_cross_references_get_n (TnkCrossReferences *self)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self), 0);
  return self->list->len;
}

/**
 * tnk_cross_references_get:
 * @self: cross-references
 * @index: which of them, in the order of the file
 *
 * Gets one of the references.
 *
 * Returns: (transfer none): the reference
 *
 * Since: 0.1
 */
TnkCrossReference *
tnk_cross_references_get (TnkCrossReferences *self,
                          guint index)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self) && index < self->list->len, NULL);
  return g_ptr_array_index (self->list, index);
}

static GPtrArray *
list_of (GHashTable *index,
         const char *control_id)
{
  GPtrArray *list = g_hash_table_lookup (index, control_id);

  return list != NULL ? g_ptr_array_ref (list) : g_ptr_array_new ();
}

/**
 * tnk_cross_references_list_from:
 * @self: cross-references
 * @control_id: the id of a control of the catalog that refers
 *
 * Lists what a control refers to.
 *
 * Returns: (transfer container) (element-type TnkCrossReference): the references, none if there are none; not to be changed
 *
 * Since: 0.1
 */
GPtrArray *
tnk_cross_references_list_from (TnkCrossReferences *self,
                                const char *control_id)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self) && control_id != NULL, NULL);
  return list_of (self->by_from, control_id);
}

/**
 * tnk_cross_references_list_to:
 * @self: cross-references
 * @control_id: the id of a control of the catalog that is referred to
 *
 * Lists what refers to a control.
 *
 * Returns: (transfer container) (element-type TnkCrossReference): the references, none if there are none; not to be changed
 *
 * Since: 0.1
 */
GPtrArray *
tnk_cross_references_list_to (TnkCrossReferences *self,
                              const char *control_id)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self) && control_id != NULL, NULL);
  return list_of (self->by_to, control_id);
}

/**
 * tnk_cross_references_get_reason:
 * @self: cross-references
 * @control_id: the id of a control of the catalog that refers
 *
 * Gets why a control refers to none.
 *
 * Returns: (nullable): `beyond`, `not-held` or `procedure`, see the schema of the file; `NULL` if it refers to one, or nothing
 *   is said about it
 *
 * Since: 0.1
 */
const char *
tnk_cross_references_get_reason (TnkCrossReferences *self,
                                 const char *control_id)
{
  TnkCrossGap *gap;

  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self) && control_id != NULL, NULL);

  gap = g_hash_table_lookup (self->gaps, control_id);
  return gap != NULL ? gap->reason : NULL;
}

/**
 * tnk_cross_references_get_reason_note:
 * @self: cross-references
 * @control_id: the id of a control of the catalog that refers
 *
 * Gets what is said about why a control refers to none.
 *
 * Returns: (transfer none) (nullable): the note
 *
 * Since: 0.1
 */
TnkText *
tnk_cross_references_get_reason_note (TnkCrossReferences *self,
                                      const char *control_id)
{
  TnkCrossGap *gap;

  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self) && control_id != NULL, NULL);

  gap = g_hash_table_lookup (self->gaps, control_id);
  return gap != NULL ? gap->note : NULL;
}

/* --- whether they are true --- */

static gboolean
is_edition (TnkCatalog *catalog,
            const char *id,
            const char *edition)
{
  return g_str_equal (tnk_catalog_get_id (catalog), id) && g_str_equal (tnk_catalog_get_edition (catalog), edition);
}

/**
 * tnk_cross_references_starts_at:
 * @self: cross-references
 * @catalog: a catalog
 *
 * Tells whether it is the controls of this catalog, in this edition, that refer.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_cross_references_starts_at (TnkCrossReferences *self,
                                TnkCatalog *catalog)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self) && TNK_IS_CATALOG (catalog), FALSE);
  return is_edition (catalog, self->from_id, self->from_edition);
}

/**
 * tnk_cross_references_leads_to:
 * @self: cross-references
 * @catalog: a catalog
 *
 * Tells whether it is the controls of this catalog, in this edition, that are referred to.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_cross_references_leads_to (TnkCrossReferences *self,
                               TnkCatalog *catalog)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self) && TNK_IS_CATALOG (catalog), FALSE);
  return is_edition (catalog, self->to_id, self->to_edition);
}

static const char *
name_file (TnkCrossReferences *self)
{
  return self->filename != NULL ? self->filename : self->from_id;
}

static void
check_reference (TnkCrossReferences *self,
                 TnkCrossReference *reference,
                 TnkCatalog *from,
                 TnkCatalog *to,
                 TnkProblems *found)
{
  const char *from_id = tnk_cross_reference_get_from (reference), *to_id = tnk_cross_reference_get_to (reference);
  const char *place = tnk_cross_reference_get_place (reference);
  guint line = tnk_cross_reference_get_line (reference);

  if (tnk_catalog_lookup_control (from, from_id) == NULL)
    tnk_problems_add (found, name_file (self), line, place, "there is no control “%s” in %s; see “tenkenctl catalog show %s”",
                      from_id, self->from_id, self->from_id);
  if (tnk_catalog_lookup_control (to, to_id) == NULL)
    tnk_problems_add (found, name_file (self), line, place, "there is no control “%s” in %s; see “tenkenctl catalog show %s”",
                      to_id, self->to_id, self->to_id);
}

static void
check_gaps (TnkCrossReferences *self,
            TnkCatalog *from,
            TnkProblems *found)
{
  GHashTableIter iter;
  gpointer id, gap;

  g_hash_table_iter_init (&iter, self->gaps);
  while (g_hash_table_iter_next (&iter, &id, &gap))
    if (tnk_catalog_lookup_control (from, id) == NULL)
      tnk_problems_add (found, name_file (self), ((TnkCrossGap *) gap)->line, ((TnkCrossGap *) gap)->place,
                        "there is no control “%s” in %s; see “tenkenctl catalog show %s”", (const char *) id, self->from_id,
                        self->from_id);
}

static void
check_whole (TnkCrossReferences *self,
             TnkCatalog *from,
             TnkProblems *found)
{
  for (guint i = 0; i < tnk_catalog_get_n_controls (from); i++) {
    const char *id = tnk_control_get_id (tnk_catalog_get_control (from, i));

    if (!g_hash_table_contains (self->by_from, id) && !g_hash_table_contains (self->gaps, id))
      tnk_problems_add (found, name_file (self), 0, "references",
                        "the control “%s” is not named; say what it refers to, or “none” with a reason", id);
  }
}

static void
check_editions (TnkCrossReferences *self,
                TnkCatalog *from,
                TnkCatalog *to,
                TnkProblems *found)
{
  if (!tnk_cross_references_starts_at (self, from))
    tnk_problems_add (found, name_file (self), 0, "from", "it is about %s, edition %s, not about %s, edition %s", self->from_id,
                      self->from_edition, tnk_catalog_get_id (from), tnk_catalog_get_edition (from));
  if (!tnk_cross_references_leads_to (self, to))
    tnk_problems_add (found, name_file (self), 0, "to", "it leads to %s, edition %s, not to %s, edition %s", self->to_id,
                      self->to_edition, tnk_catalog_get_id (to), tnk_catalog_get_edition (to));
}

/**
 * tnk_cross_references_check:
 * @self: cross-references
 * @from: the catalog whose controls refer
 * @to: the catalog whose controls are referred to
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every fault
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, which names the first fault
 *
 * Compares the references with the two catalogs: every control that is named is there, and every control of the first one is
 * named, with what it refers to or why it refers to none.
 *
 * Returns: `TRUE` if the references are true and whole
 *
 * Since: 0.1
 */
gboolean
tnk_cross_references_check (TnkCrossReferences *self,
                            TnkCatalog *from,
                            TnkCatalog *to,
                            GPtrArray **problems,
                            GError **error)
{
  g_auto (TnkProblems) found = {0};

  g_return_val_if_fail (TNK_IS_CROSS_REFERENCES (self) && TNK_IS_CATALOG (from) && TNK_IS_CATALOG (to), FALSE);

  tnk_problems_init (&found);
  check_editions (self, from, to, &found);
  /* Of other catalogs everything would be wrong, which helps nobody. */
  if (found.n == 0) {
    for (guint i = 0; i < self->list->len; i++)
      check_reference (self, g_ptr_array_index (self->list, i), from, to, &found);
    check_gaps (self, from, &found);
    check_whole (self, from, &found);
  }
  return tnk_problems_throw (&found, problems, TNK_ERROR_INVALID, error);
}
