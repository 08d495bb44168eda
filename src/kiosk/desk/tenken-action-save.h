/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* On the main thread: the action as it is stored; or, if somebody was faster, the action as he left it; or why it failed. */
typedef void (*TenkenActionSaved) (GtkWidget *owner, TnkAction *stored, TnkAction *newer, const GError *error);

/* Stores an action as far as the person may: wholly, or only its step and its note. before: as it was read; NULL: a new one.
 * note: NULL if none is added. */
void tenken_action_save (GtkWidget *owner, TenkenDesk *desk, TnkAction *action, TnkAction *before, gboolean wholly, const char *note, TenkenActionSaved saved);

G_END_DECLS
