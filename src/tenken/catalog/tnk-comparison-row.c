/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-comparison-row.h"

#include "tnk-catalog-private.h"
#include "tnk-comparison-private.h"

struct _TnkComparisonRow
{
  GObject parent_instance;

  TnkRevisionKind kind;
  TnkComparedControl compared;
  guint chapter_index;
  char **members;
};

G_DEFINE_FINAL_TYPE (TnkComparisonRow, tnk_comparison_row, G_TYPE_OBJECT)

static void
tnk_comparison_row_finalize (GObject *object)
{
  TnkComparisonRow *self = TNK_COMPARISON_ROW (object);

  g_clear_object (&self->compared.old);
  g_clear_object (&self->compared.new);
  g_clear_object (&self->compared.old_catalog);
  g_clear_object (&self->compared.new_catalog);
  g_strfreev (self->members);
  G_OBJECT_CLASS (tnk_comparison_row_parent_class)->finalize (object);
}

static void
tnk_comparison_row_class_init (TnkComparisonRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_comparison_row_finalize;
}

static void
tnk_comparison_row_init (TnkComparisonRow *self)
{
}

TnkComparisonRow *
tnk_comparison_row_new (const TnkComparedControl *compared,
                        TnkRevisionKind kind,
                        guint chapter_index)
{
  TnkComparisonRow *self = g_object_new (TNK_TYPE_COMPARISON_ROW, NULL);

  self->kind = kind;
  self->chapter_index = chapter_index;
  g_set_object (&self->compared.old, compared->old);
  g_set_object (&self->compared.new, compared->new);
  /* They keep alive what the controls point to. */
  self->compared.old_catalog = g_object_ref (compared->old_catalog);
  self->compared.new_catalog = g_object_ref (compared->new_catalog);
  self->members = compared->old != NULL && compared->new != NULL
                    ? tnk_catalog_compare_controls (compared->old_catalog, compared->old, compared->new_catalog, compared->new)
                    : g_new0 (char *, 1);
  return self;
}

/**
 * tnk_comparison_row_get_kind:
 * @self: a row
 *
 * Gets what became of the control.
 *
 * Returns: the kind
 *
 * Since: 0.1
 */
TnkRevisionKind
tnk_comparison_row_get_kind (TnkComparisonRow *self)
{
  g_return_val_if_fail (TNK_IS_COMPARISON_ROW (self), TNK_REVISION_KIND_KEPT);
  return self->kind;
}

/**
 * tnk_comparison_row_get_old:
 * @self: a row
 *
 * Gets the control as the old edition has it.
 *
 * Returns: (transfer none) (nullable): the control, or `NULL` if it was added
 *
 * Since: 0.1
 */
TnkControl *
tnk_comparison_row_get_old (TnkComparisonRow *self)
{
  g_return_val_if_fail (TNK_IS_COMPARISON_ROW (self), NULL);
  return self->compared.old;
}

/**
 * tnk_comparison_row_get_new:
 * @self: a row
 *
 * Gets the control as the new edition has it.
 *
 * Returns: (transfer none) (nullable): the control, or `NULL` if it was removed
 *
 * Since: 0.1
 */
TnkControl *
tnk_comparison_row_get_new (TnkComparisonRow *self)
{
  g_return_val_if_fail (TNK_IS_COMPARISON_ROW (self), NULL);
  return self->compared.new;
}

/**
 * tnk_comparison_row_get_chapter_index:
 * @self: a row
 *
 * Gets the chapter of the new edition in which the row stands. One that was removed stands where it would have stood.
 *
 * Returns: the index of the chapter
 *
 * Since: 0.1
 */
guint
tnk_comparison_row_get_chapter_index (TnkComparisonRow *self)
{
  g_return_val_if_fail (TNK_IS_COMPARISON_ROW (self), 0);
  return self->chapter_index;
}

/**
 * tnk_comparison_row_get_members:
 * @self: a row
 *
 * Gets in what the two differ, see [method@CatalogChange.get_members].
 *
 * Returns: (transfer none) (array zero-terminated=1): the names, empty if the control was added or removed
 *
 * Since: 0.1
 */
const char *const *
tnk_comparison_row_get_members (TnkComparisonRow *self)
{
  g_return_val_if_fail (TNK_IS_COMPARISON_ROW (self), NULL);
  return (const char *const *) self->members;
}

/**
 * tnk_comparison_row_is_changed:
 * @self: a row
 *
 * Tells whether the two editions differ in it at all. A control that was kept can have a better hint.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_comparison_row_is_changed (TnkComparisonRow *self)
{
  g_return_val_if_fail (TNK_IS_COMPARISON_ROW (self), FALSE);
  return self->kind != TNK_REVISION_KIND_KEPT || self->members[0] != NULL;
}

/**
 * tnk_comparison_row_is_asked_anew:
 * @self: a row
 *
 * Tells whether last year’s answers are not carried over.
 *
 * Returns: `TRUE` if the control was reworded or added
 *
 * Since: 0.1
 */
gboolean
tnk_comparison_row_is_asked_anew (TnkComparisonRow *self)
{
  g_return_val_if_fail (TNK_IS_COMPARISON_ROW (self), FALSE);
  return self->compared.new != NULL && !tnk_revision_kind_goes_on (self->kind);
}

/**
 * tnk_comparison_row_list_fields:
 * @self: a row
 *
 * Lists what the two editions say of the control: clause, title, level, duties and questions always, anything else where they
 * differ in it.
 *
 * Returns: (transfer full) (element-type TnkComparisonField): the fields, in the order in which they are read
 *
 * Since: 0.1
 */
GPtrArray *
tnk_comparison_row_list_fields (TnkComparisonRow *self)
{
  g_return_val_if_fail (TNK_IS_COMPARISON_ROW (self), NULL);
  return tnk_comparison_list_fields (&self->compared);
}
