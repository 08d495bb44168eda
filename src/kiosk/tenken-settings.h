/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The settings of the program. A program that runs from the build tree takes their schema from there. */
GSettings *tenken_settings_new (void);

/* A copy that is forgotten with the program: what one person at a kiosk chooses for the eyes, the next one, and the
 * machine, do not get. */
GSettings *tenken_settings_new_copy (GSettings *settings);
/* Gives the keys of a copy the values of the original again. */
void tenken_settings_restore (GSettings *copy, GSettings *settings, const char *const *keys);

G_END_DECLS
