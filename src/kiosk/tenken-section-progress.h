/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far one is in a section: its title, "7 / 12", a bar, the minutes left; a sign when all is answered, another when
 * something is left for later. */

#define TENKEN_TYPE_SECTION_PROGRESS (tenken_section_progress_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSectionProgress, tenken_section_progress, TENKEN, SECTION_PROGRESS, GtkWidget)

GtkWidget *tenken_section_progress_new (const char *title);
void tenken_section_progress_set_title (TenkenSectionProgress *self, const char *title);
void tenken_section_progress_set (TenkenSectionProgress *self, guint n_answered, guint n, guint n_flagged, guint minutes_left);
/* All that is shown, as a sentence. */
const char *tenken_section_progress_describe (TenkenSectionProgress *self);

G_END_DECLS
