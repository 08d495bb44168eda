/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* GTK hides the focus three seconds after a key. Whoever works by keys alone needs to see it for as long as that: it stays
 * until the pointer or a finger is used. */
void tenken_focus_keep_visible (GtkWindow *window);

G_END_DECLS
