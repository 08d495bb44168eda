/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the command line and the store call a thing, and how people read it. */
typedef struct
{
  const char *word;
  const char *ja;
  const char *en;
} TnkWord;

static inline gboolean
tnk_word_find (const TnkWord *words,
               guint n,
               const char *text,
               guint *found)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i].word, text)) {
      *found = i;
      return TRUE;
    }
  return FALSE;
}

static inline const char *
tnk_word_get_label (const TnkWord *word,
                    const char *language)
{
  return language != NULL && g_str_has_prefix (language, "en") ? word->en : word->ja;
}

G_END_DECLS
