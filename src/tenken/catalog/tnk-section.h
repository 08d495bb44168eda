/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

#include "tnk-text.h"

G_BEGIN_DECLS

#define TNK_TYPE_SECTION (tnk_section_get_type ())

/**
 * TnkSection:
 *
 * A section of a catalog: a run of controls within one chapter. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkSection, tnk_section, TNK, SECTION, GObject)

const char *tnk_section_get_id (TnkSection *self);
TnkText *tnk_section_get_title (TnkSection *self);
guint tnk_section_get_index (TnkSection *self);
guint tnk_section_get_chapter_index (TnkSection *self);
guint tnk_section_get_first_control (TnkSection *self);
guint tnk_section_get_n_controls (TnkSection *self);

G_END_DECLS
