/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-entries-private.h"

G_DEFINE_FINAL_TYPE (TnkChapter, tnk_chapter, G_TYPE_OBJECT)

static void
tnk_chapter_finalize (GObject *object)
{
  TnkChapter *self = TNK_CHAPTER (object);

  g_free (self->id);
  g_clear_pointer (&self->title, tnk_text_unref);
  G_OBJECT_CLASS (tnk_chapter_parent_class)->finalize (object);
}

static void
tnk_chapter_class_init (TnkChapterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_chapter_finalize;
}

static void
tnk_chapter_init (TnkChapter *self)
{
}

/**
 * tnk_chapter_get_id:
 * @self: a chapter
 *
 * Gets the id, such as `5`.
 *
 * Returns: the id, such as `5`
 *
 * Since: 0.1
 */
const char *
tnk_chapter_get_id (TnkChapter *self)
{
  g_return_val_if_fail (TNK_IS_CHAPTER (self), NULL);
  return self->id;
}

/**
 * tnk_chapter_get_title:
 * @self: a chapter
 *
 * Gets the title.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
TnkText *
tnk_chapter_get_title (TnkChapter *self)
{
  g_return_val_if_fail (TNK_IS_CHAPTER (self), NULL);
  return self->title;
}

/**
 * tnk_chapter_get_index:
 * @self: a chapter
 *
 * Gets the place among the chapters, from 0.
 *
 * Returns: the place among the chapters, from 0
 *
 * Since: 0.1
 */
guint
tnk_chapter_get_index (TnkChapter *self)
{
  g_return_val_if_fail (TNK_IS_CHAPTER (self), 0);
  return self->index;
}

/**
 * tnk_chapter_get_first_control:
 * @self: a chapter
 *
 * Gets the index of the first control.
 *
 * Returns: the index of the first control
 *
 * Since: 0.1
 */
guint
tnk_chapter_get_first_control (TnkChapter *self)
{
  g_return_val_if_fail (TNK_IS_CHAPTER (self), 0);
  return self->first_control;
}

/**
 * tnk_chapter_get_n_controls:
 * @self: a chapter
 *
 * Gets how many controls the chapter holds.
 *
 * Returns: how many controls the chapter holds
 *
 * Since: 0.1
 */
guint
tnk_chapter_get_n_controls (TnkChapter *self)
{
  g_return_val_if_fail (TNK_IS_CHAPTER (self), 0);
  return self->n_controls;
}

/**
 * tnk_chapter_get_first_section:
 * @self: a chapter
 *
 * Gets the index of the first section.
 *
 * Returns: the index of the first section
 *
 * Since: 0.1
 */
guint
tnk_chapter_get_first_section (TnkChapter *self)
{
  g_return_val_if_fail (TNK_IS_CHAPTER (self), 0);
  return self->first_section;
}

/**
 * tnk_chapter_get_n_sections:
 * @self: a chapter
 *
 * Gets how many sections the chapter holds.
 *
 * Returns: how many sections the chapter holds
 *
 * Since: 0.1
 */
guint
tnk_chapter_get_n_sections (TnkChapter *self)
{
  g_return_val_if_fail (TNK_IS_CHAPTER (self), 0);
  return self->n_sections;
}
