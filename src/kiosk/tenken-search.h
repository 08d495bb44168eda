/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as it is searched: full and half width, capitals and small letters, hiragana and katakana are the same. */
char *tenken_search_fold (const char *text);
/* Whether a folded text holds every word of what was typed; of nothing typed it does. */
gboolean tenken_search_matches (const char *folded, const char *typed);

G_END_DECLS
