/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks whether to leave for now, and activates the action of the window if so. */
void tenken_dialogs_ask_to_leave (GtkWindow *window, const char *action);
/* Closes whatever dialog stands before a window, and before those, without an answer. */
void tenken_dialogs_close (GtkWindow *window);

G_END_DECLS
