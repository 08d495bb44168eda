/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include "tnk-text.h"

G_BEGIN_DECLS

#define TNK_TYPE_CHAPTER (tnk_chapter_get_type ())

/**
 * TnkChapter:
 *
 * A chapter of a catalog: a run of sections. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkChapter, tnk_chapter, TNK, CHAPTER, GObject)

const char *tnk_chapter_get_id (TnkChapter *self);
TnkText *tnk_chapter_get_title (TnkChapter *self);
guint tnk_chapter_get_index (TnkChapter *self);
guint tnk_chapter_get_first_control (TnkChapter *self);
guint tnk_chapter_get_n_controls (TnkChapter *self);
guint tnk_chapter_get_first_section (TnkChapter *self);
guint tnk_chapter_get_n_sections (TnkChapter *self);

G_END_DECLS
