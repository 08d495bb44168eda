/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-fold.h"

#include <string.h>

#define KATAKANA_FIRST 0x30a1
#define KATAKANA_LAST 0x30f6
#define KATAKANA_TO_HIRAGANA 0x60

/**
 * tnk_fold_text:
 * @text: any text
 *
 * Makes a text of which others are found that are written in another way: half or full width, large or small, katakana or
 * hiragana.
 *
 * Returns: (transfer full): the text to search in
 *
 * Since: 0.1
 */
char *
tnk_fold_text (const char *text)
{
  g_autofree char *valid = NULL, *composed = NULL, *folded = NULL;
  GString *result;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  composed = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (composed, -1);
  result = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (result, c >= KATAKANA_FIRST && c <= KATAKANA_LAST ? c - KATAKANA_TO_HIRAGANA : c);
  }
  return g_string_free (result, FALSE);
}

/**
 * tnk_fold_matches:
 * @folded: what [func@fold_text] made of a text
 * @typed: what somebody typed to find it
 *
 * Tells whether a text holds every word that was typed.
 *
 * Returns: `TRUE` if it does
 *
 * Since: 0.1
 */
gboolean
tnk_fold_matches (const char *folded,
                  const char *typed)
{
  g_autofree char *wanted = NULL;
  g_auto (GStrv) words = NULL;

  g_return_val_if_fail (folded != NULL && typed != NULL, FALSE);

  wanted = tnk_fold_text (typed);
  words = g_strsplit_set (wanted, " \t\n", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
