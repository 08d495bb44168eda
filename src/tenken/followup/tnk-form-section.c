/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-form-private.h"

G_DEFINE_FINAL_TYPE (TnkFormSection, tnk_form_section, G_TYPE_OBJECT)

static void
tnk_form_section_finalize (GObject *object)
{
  TnkFormSection *self = TNK_FORM_SECTION (object);

  g_free (self->id);
  g_clear_pointer (&self->title, tnk_text_unref);
  g_clear_pointer (&self->note, tnk_text_unref);
  g_clear_pointer (&self->only_if, tnk_condition_free);
  g_ptr_array_unref (self->fields);
  G_OBJECT_CLASS (tnk_form_section_parent_class)->finalize (object);
}

static void
tnk_form_section_class_init (TnkFormSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_form_section_finalize;
}

static void
tnk_form_section_init (TnkFormSection *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * tnk_form_section_get_id:
 * @self: a section
 *
 * Gets the id, unique in the form.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_form_section_get_id (TnkFormSection *self)
{
  g_return_val_if_fail (TNK_IS_FORM_SECTION (self), NULL);
  return self->id;
}

/**
 * tnk_form_section_get_title:
 * @self: a section
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
TnkText *
tnk_form_section_get_title (TnkFormSection *self)
{
  g_return_val_if_fail (TNK_IS_FORM_SECTION (self), NULL);
  return self->title;
}

/**
 * tnk_form_section_get_note:
 * @self: a section
 *
 * Gets a sentence about the section.
 *
 * Returns: (transfer none) (nullable): the text, or `NULL`
 *
 * Since: 0.1
 */
TnkText *
tnk_form_section_get_note (TnkFormSection *self)
{
  g_return_val_if_fail (TNK_IS_FORM_SECTION (self), NULL);
  return self->note;
}

/**
 * tnk_form_section_get_n_fields:
 * @self: a section
 *
 * Counts the fields.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_form_section_get_n_fields (TnkFormSection *self)
{
  g_return_val_if_fail (TNK_IS_FORM_SECTION (self), 0);
  return self->fields->len;
}

/**
 * tnk_form_section_get_field:
 * @self: a section
 * @position: which of them
 *
 * Gets a field.
 *
 * Returns: (transfer none): the field
 *
 * Since: 0.1
 */
TnkFormField *
tnk_form_section_get_field (TnkFormSection *self,
                            guint position)
{
  g_return_val_if_fail (TNK_IS_FORM_SECTION (self) && position < self->fields->len, NULL);
  return self->fields->pdata[position];
}
