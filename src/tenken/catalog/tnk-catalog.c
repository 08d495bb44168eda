/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-private.h"

G_DEFINE_FINAL_TYPE (TnkCatalog, tnk_catalog, G_TYPE_OBJECT)

/* Somebody can hold an entry for longer than its catalog. It then knows of no other entry, instead of pointing at what is
 * gone. */
static void
orphan_entries (TnkCatalog *self)
{
  for (guint i = 0; i < self->controls->len; i++) {
    TnkControl *control = g_ptr_array_index (self->controls, i);

    control->duties = NULL;
    control->n_duties = 0;
  }
  for (guint i = 0; i < self->duties->len; i++) {
    TnkDuty *duty = g_ptr_array_index (self->duties, i);

    duty->control = NULL;
    duty->role = NULL;
    duty->question = NULL;
  }
}

static void
tnk_catalog_finalize (GObject *object)
{
  TnkCatalog *self = TNK_CATALOG (object);

  g_free (self->id);
  g_free (self->edition);
  g_free (self->effective);
  g_free (self->fingerprint);
  g_clear_pointer (&self->title, tnk_text_unref);
  g_clear_pointer (&self->publisher, tnk_text_unref);
  g_clear_pointer (&self->source, tnk_text_unref);
  g_clear_pointer (&self->licence, tnk_text_unref);
  g_strfreev (self->languages);
  orphan_entries (self);
  g_hash_table_unref (self->controls_by_id);
  g_ptr_array_unref (self->duties);
  g_ptr_array_unref (self->controls);
  g_ptr_array_unref (self->sections);
  g_ptr_array_unref (self->chapters);
  g_ptr_array_unref (self->roles);
  g_ptr_array_unref (self->reason_ids);
  g_ptr_array_unref (self->reasons);
  g_clear_pointer (&self->revises, tnk_revision_map_free);
  G_OBJECT_CLASS (tnk_catalog_parent_class)->finalize (object);
}

static void
tnk_catalog_class_init (TnkCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_catalog_finalize;
}

static void
tnk_catalog_init (TnkCatalog *self)
{
  self->roles = g_ptr_array_new_with_free_func (g_object_unref);
  self->chapters = g_ptr_array_new_with_free_func (g_object_unref);
  self->sections = g_ptr_array_new_with_free_func (g_object_unref);
  self->controls = g_ptr_array_new_with_free_func (g_object_unref);
  self->duties = g_ptr_array_new_with_free_func (g_object_unref);
  self->reason_ids = g_ptr_array_new_with_free_func (g_free);
  self->reasons = g_ptr_array_new_with_free_func ((GDestroyNotify) tnk_text_unref);
  self->controls_by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/* For the loader, which fills it and then seals it. */
TnkCatalog *
tnk_catalog_new_empty (void)
{
  return g_object_new (TNK_TYPE_CATALOG, NULL);
}

/* Called once everything stands in the arrays: from here on the catalog does not change. */
void
tnk_catalog_seal (TnkCatalog *self)
{
  g_autofree char *data = NULL;

  for (guint i = 0; i < self->controls->len; i++) {
    TnkControl *control = g_ptr_array_index (self->controls, i);
    control->duties = (TnkDuty **) self->duties->pdata + control->first_duty;
  }
  data = tnk_catalog_to_data (self);
  self->fingerprint = g_compute_checksum_for_string (G_CHECKSUM_SHA256, data, -1);
}

/**
 * tnk_catalog_equal:
 * @self: a catalog
 * @other: another
 *
 * Compares two catalogs in everything that they say.
 *
 * Returns: `TRUE` if they say the same
 *
 * Since: 0.1
 */
gboolean
tnk_catalog_equal (TnkCatalog *self,
                   TnkCatalog *other)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && TNK_IS_CATALOG (other), FALSE);
  return g_str_equal (self->fingerprint, other->fingerprint);
}

/**
 * tnk_catalog_get_languages:
 * @self: a catalog
 *
 * Gets the languages that every text of the catalog has.
 *
 * Returns: (transfer none) (array zero-terminated=1): the languages, `ja` always among them
 *
 * Since: 0.1
 */
const char *const *
tnk_catalog_get_languages (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);
  return (const char *const *) self->languages;
}

/**
 * tnk_catalog_get_id:
 * @self: a catalog
 *
 * Gets the id, such as `mic-2020`.
 *
 * Returns: the id, such as `mic-2020`
 *
 * Since: 0.1
 */
const char *
tnk_catalog_get_id (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);
  return self->id;
}

/**
 * tnk_catalog_get_edition:
 * @self: a catalog
 *
 * Gets the edition.
 *
 * Returns: the edition; of two catalogs with one id, each edition is a catalog of its own
 *
 * Since: 0.1
 */
const char *
tnk_catalog_get_edition (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);
  return self->edition;
}

/**
 * tnk_catalog_get_title:
 * @self: a catalog
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
TnkText *
tnk_catalog_get_title (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);
  return self->title;
}

/**
 * tnk_catalog_get_publisher:
 * @self: a catalog
 *
 * Gets who publishes the rules.
 *
 * Returns: (transfer none): who publishes the rules
 *
 * Since: 0.1
 */
TnkText *
tnk_catalog_get_publisher (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);
  return self->publisher;
}

/**
 * tnk_catalog_get_source:
 * @self: a catalog
 *
 * Gets the document that the rules come from.
 *
 * Returns: (transfer none): the document that the rules come from
 *
 * Since: 0.1
 */
TnkText *
tnk_catalog_get_source (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);
  return self->source;
}

/**
 * tnk_catalog_get_licence:
 * @self: a catalog
 *
 * Gets under which terms the texts can be used.
 *
 * Returns: (transfer none): under which terms the texts can be used
 *
 * Since: 0.1
 */
TnkText *
tnk_catalog_get_licence (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);
  return self->licence;
}

/**
 * tnk_catalog_get_effective:
 * @self: a catalog
 *
 * Gets the day from which the rules hold, ISO 8601.
 *
 * Returns: the day from which the rules hold, ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_catalog_get_effective (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);
  return self->effective;
}

/**
 * tnk_catalog_get_fingerprint:
 * @self: a catalog
 *
 * Gets the SHA-256 of everything that the catalog says, in hexadecimal.
 *
 * Returns: the SHA-256 of everything that the catalog says, in hexadecimal
 *
 * Since: 0.1
 */
const char *
tnk_catalog_get_fingerprint (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), NULL);
  return self->fingerprint;
}

/**
 * tnk_catalog_get_n_reasons:
 * @self: a catalog
 *
 * Counts the ready reasons for not applicable that every question offers.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_catalog_get_n_reasons (TnkCatalog *self)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self), 0);
  return self->reasons->len;
}

/**
 * tnk_catalog_get_reason_id:
 * @self: a catalog
 * @index: which of them
 *
 * Gets the id of a ready reason for not applicable.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_catalog_get_reason_id (TnkCatalog *self,
                           guint index)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && index < self->reason_ids->len, NULL);
  return g_ptr_array_index (self->reason_ids, index);
}

/**
 * tnk_catalog_get_reason:
 * @self: a catalog
 * @index: which of them
 *
 * Gets a ready reason for not applicable.
 *
 * Returns: (transfer none): the wording
 *
 * Since: 0.1
 */
TnkText *
tnk_catalog_get_reason (TnkCatalog *self,
                        guint index)
{
  g_return_val_if_fail (TNK_IS_CATALOG (self) && index < self->reasons->len, NULL);
  return g_ptr_array_index (self->reasons, index);
}
