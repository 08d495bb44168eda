/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Lets fonts, text size and colours follow the settings from now on. Needs a display. */
void tenken_looks_follow (GSettings *settings);

G_END_DECLS
