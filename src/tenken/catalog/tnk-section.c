/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-entries-private.h"

G_DEFINE_FINAL_TYPE (TnkSection, tnk_section, G_TYPE_OBJECT)

static void
tnk_section_finalize (GObject *object)
{
  TnkSection *self = TNK_SECTION (object);

  g_free (self->id);
  g_clear_pointer (&self->title, tnk_text_unref);
  G_OBJECT_CLASS (tnk_section_parent_class)->finalize (object);
}

static void
tnk_section_class_init (TnkSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_section_finalize;
}

static void
tnk_section_init (TnkSection *self)
{
}

/**
 * tnk_section_get_id:
 * @self: a section
 *
 * Gets the id, such as `5.4`.
 *
 * Returns: the id, such as `5.4`
 *
 * Since: 0.1
 */
const char *
tnk_section_get_id (TnkSection *self)
{
  g_return_val_if_fail (TNK_IS_SECTION (self), NULL);
  return self->id;
}

/**
 * tnk_section_get_title:
 * @self: a section
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
TnkText *
tnk_section_get_title (TnkSection *self)
{
  g_return_val_if_fail (TNK_IS_SECTION (self), NULL);
  return self->title;
}

/**
 * tnk_section_get_index:
 * @self: a section
 *
 * Gets the place among the sections, from 0.
 *
 * Returns: the place among the sections, from 0
 *
 * Since: 0.1
 */
guint
tnk_section_get_index (TnkSection *self)
{
  g_return_val_if_fail (TNK_IS_SECTION (self), 0);
  return self->index;
}

/**
 * tnk_section_get_chapter_index:
 * @self: a section
 *
 * Gets the index of the chapter that it stands in.
 *
 * Returns: the index of the chapter that it stands in
 *
 * Since: 0.1
 */
guint
tnk_section_get_chapter_index (TnkSection *self)
{
  g_return_val_if_fail (TNK_IS_SECTION (self), 0);
  return self->chapter_index;
}

/**
 * tnk_section_get_first_control:
 * @self: a section
 *
 * Gets the index of the first control.
 *
 * Returns: the index of the first control
 *
 * Since: 0.1
 */
guint
tnk_section_get_first_control (TnkSection *self)
{
  g_return_val_if_fail (TNK_IS_SECTION (self), 0);
  return self->first_control;
}

/**
 * tnk_section_get_n_controls:
 * @self: a section
 *
 * Gets how many controls the section holds.
 *
 * Returns: how many controls the section holds
 *
 * Since: 0.1
 */
guint
tnk_section_get_n_controls (TnkSection *self)
{
  g_return_val_if_fail (TNK_IS_SECTION (self), 0);
  return self->n_controls;
}
