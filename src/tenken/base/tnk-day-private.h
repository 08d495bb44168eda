/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tnk_is_day (const char *text);
/* The day so many days later, or earlier; clamped to the years that a day can be written in. */
char *tnk_day_add (const char *day, gint64 n);
/* How many days lie between two days. */
int tnk_day_count (const char *from, const char *to);

G_END_DECLS
