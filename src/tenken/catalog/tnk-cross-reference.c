/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-cross-reference-private.h"

struct _TnkCrossReference
{
  GObject parent_instance;

  char *from;
  char *to;
  TnkText *note;
  char *place;
  guint line;
  TnkRelation relation;
};

G_DEFINE_FINAL_TYPE (TnkCrossReference, tnk_cross_reference, G_TYPE_OBJECT)

static void
tnk_cross_reference_finalize (GObject *object)
{
  TnkCrossReference *self = TNK_CROSS_REFERENCE (object);

  g_free (self->from);
  g_free (self->to);
  g_free (self->place);
  g_clear_pointer (&self->note, tnk_text_unref);
  G_OBJECT_CLASS (tnk_cross_reference_parent_class)->finalize (object);
}

static void
tnk_cross_reference_class_init (TnkCrossReferenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_cross_reference_finalize;
}

static void
tnk_cross_reference_init (TnkCrossReference *self)
{
}

TnkCrossReference *
tnk_cross_reference_new (const char *from,
                         TnkRelation relation,
                         const char *to,
                         TnkText *note)
{
  TnkCrossReference *self = g_object_new (TNK_TYPE_CROSS_REFERENCE, NULL);

  self->from = g_strdup (from);
  self->to = g_strdup (to);
  self->relation = relation;
  self->note = note != NULL ? tnk_text_ref (note) : NULL;
  return self;
}

void
tnk_cross_reference_set_place (TnkCrossReference *self,
                               const char *place,
                               guint line)
{
  g_free (self->place);
  self->place = g_strdup (place);
  self->line = line;
}

const char *
tnk_cross_reference_get_place (TnkCrossReference *self)
{
  return self->place;
}

guint
tnk_cross_reference_get_line (TnkCrossReference *self)
{
  return self->line;
}

/**
 * tnk_cross_reference_get_from:
 * @self: a cross-reference
 *
 * Gets the control that refers.
 *
 * Returns: its id in the catalog that the references come from
 *
 * Since: 0.1
 */
const char *
tnk_cross_reference_get_from (TnkCrossReference *self)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCE (self), NULL);
  return self->from;
}

/**
 * tnk_cross_reference_get_to:
 * @self: a cross-reference
 *
 * Gets the control that is referred to.
 *
 * Returns: its id in the catalog that the references lead to
 *
 * Since: 0.1
 */
const char *
tnk_cross_reference_get_to (TnkCrossReference *self)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCE (self), NULL);
  return self->to;
}

/**
 * tnk_cross_reference_get_relation:
 * @self: a cross-reference
 *
 * Gets how the first control stands to the second.
 *
 * Returns: the relation
 *
 * Since: 0.1
 */
TnkRelation
tnk_cross_reference_get_relation (TnkCrossReference *self)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCE (self), TNK_RELATION_RELATED);
  return self->relation;
}

/**
 * tnk_cross_reference_get_note:
 * @self: a cross-reference
 *
 * Gets what is said about it.
 *
 * Returns: (transfer none) (nullable): the note
 *
 * Since: 0.1
 */
TnkText *
tnk_cross_reference_get_note (TnkCrossReference *self)
{
  g_return_val_if_fail (TNK_IS_CROSS_REFERENCE (self), NULL);
  return self->note;
}
