/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tnk_is_blank (const char *text);
char *tnk_strip (const char *text);
char *tnk_one_line (const char *text);
gboolean tnk_is_harmless (const char *text, gboolean lines);
gboolean tnk_check_harmless (const char *what, const char *text, gboolean lines, GError **error);
void tnk_set_string (char **place, const char *value);
void tnk_wipe_string (char **place);

G_END_DECLS
