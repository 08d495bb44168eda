/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

G_BEGIN_DECLS

/* The language of the screen: "ja" or "en". Widgets take their texts when they are made, so a change is followed by
 * making them anew. */
void tenken_language_init (void);
void tenken_language_set (const char *language);
const char *tenken_language_get (void);

/* A text of the catalog in the language of the screen. The text may be NULL. */
const char *tenken_text (TnkText *text);

G_END_DECLS
