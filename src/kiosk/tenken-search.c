/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-search.h"

#include <string.h>

#define KATAKANA_FIRST 0x30a1
#define KATAKANA_LAST 0x30f6
#define KATAKANA_TO_HIRAGANA 0x60

char *
tenken_search_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  GString *result = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (result, c >= KATAKANA_FIRST && c <= KATAKANA_LAST ? c - KATAKANA_TO_HIRAGANA : c);
  }
  return g_string_free (result, FALSE);
}

gboolean
tenken_search_matches (const char *folded,
                       const char *typed)
{
  g_autofree char *wanted = tenken_search_fold (typed);
  g_auto (GStrv) words = g_strsplit_set (wanted, " \t\n", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
