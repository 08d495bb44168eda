/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Watches a window for signs of life. When there was none for the set time, a dialog counts down; when that runs out
 * too, "expired" is emitted. Key, pointer and touch are signs of life, and so is what assistive technology does. */

#define TENKEN_TYPE_IDLE (tenken_idle_get_type ())
G_DECLARE_FINAL_TYPE (TenkenIdle, tenken_idle, TENKEN, IDLE, GObject)

TenkenIdle *tenken_idle_new (GtkWindow *window);
/* Begins to watch, or begins anew. Seconds until the dialog comes, and seconds that it counts down. */
void tenken_idle_start (TenkenIdle *self, guint seconds, guint warning_seconds);
void tenken_idle_stop (TenkenIdle *self);
/* Somebody is there, though no event says so. */
void tenken_idle_touch (TenkenIdle *self);

G_END_DECLS
