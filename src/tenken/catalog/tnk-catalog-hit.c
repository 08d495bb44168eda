/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-hit-private.h"

struct _TnkCatalogHit
{
  GObject parent_instance;

  TnkCatalog *catalog; /* keeps alive what the others point to */
  TnkControl *control;
  TnkText *text;
  TnkCatalogField field;
};

G_DEFINE_FINAL_TYPE (TnkCatalogHit, tnk_catalog_hit, G_TYPE_OBJECT)

static const char *const fields[TNK_N_CATALOG_FIELDS] = {"number", "clause", "title", "question", "advice"};

/**
 * tnk_catalog_field_to_string:
 * @field: a field
 *
 * Gets the word that the command line uses for a field.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_catalog_field_to_string (TnkCatalogField field)
{
  g_return_val_if_fail ((guint) field < TNK_N_CATALOG_FIELDS, NULL);
  return fields[field];
}

static void
tnk_catalog_hit_finalize (GObject *object)
{
  g_object_unref (TNK_CATALOG_HIT (object)->catalog);
  G_OBJECT_CLASS (tnk_catalog_hit_parent_class)->finalize (object);
}

static void
tnk_catalog_hit_class_init (TnkCatalogHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_catalog_hit_finalize;
}

static void
tnk_catalog_hit_init (TnkCatalogHit *self)
{
}

TnkCatalogHit *
tnk_catalog_hit_new (TnkCatalog *catalog,
                     TnkControl *control,
                     TnkCatalogField field,
                     TnkText *text)
{
  TnkCatalogHit *self = g_object_new (TNK_TYPE_CATALOG_HIT, NULL);

  self->catalog = g_object_ref (catalog);
  self->control = control;
  self->field = field;
  self->text = text;
  return self;
}

/**
 * tnk_catalog_hit_get_catalog:
 * @self: a hit
 *
 * Gets the catalog in which it is.
 *
 * Returns: (transfer none): the catalog
 *
 * Since: 0.1
 */
TnkCatalog *
tnk_catalog_hit_get_catalog (TnkCatalogHit *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG_HIT (self), NULL);
  return self->catalog;
}

/**
 * tnk_catalog_hit_get_control:
 * @self: a hit
 *
 * Gets the control in which the words stand.
 *
 * Returns: (transfer none): the control
 *
 * Since: 0.1
 */
TnkControl *
tnk_catalog_hit_get_control (TnkCatalogHit *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG_HIT (self), NULL);
  return self->control;
}

/**
 * tnk_catalog_hit_get_field:
 * @self: a hit
 *
 * Gets where the words stand: of several words, that of the one that stands in the last place.
 *
 * Returns: the field
 *
 * Since: 0.1
 */
TnkCatalogField
tnk_catalog_hit_get_field (TnkCatalogHit *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG_HIT (self), TNK_CATALOG_FIELD_ADVICE);
  return self->field;
}

/**
 * tnk_catalog_hit_get_text:
 * @self: a hit
 *
 * Gets the text in which the word stands that decided about the field.
 *
 * Returns: (transfer none) (nullable): the text, in whichever of its languages the word is; `NULL` if it stands in an id, a
 *   clause or a tag
 *
 * Since: 0.1
 */
TnkText *
tnk_catalog_hit_get_text (TnkCatalogHit *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG_HIT (self), NULL);
  return self->text;
}
