/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The settings of the program. A program that runs from the build tree takes their schema from there. */
GSettings *tenken_settings_new (void);

G_END_DECLS
