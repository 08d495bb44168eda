/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-visibility.h"

static const char *const words[] = {"names", "counts"};

/**
 * tnk_visibility_to_string:
 * @visibility: a visibility
 *
 * Gets the word that the command line and the store use for a visibility.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_visibility_to_string (TnkVisibility visibility)
{
  g_return_val_if_fail ((guint) visibility < G_N_ELEMENTS (words), NULL);
  return words[visibility];
}

/**
 * tnk_visibility_from_string:
 * @text: a word
 * @visibility: (out): the visibility
 *
 * Reads the word that the command line and the store use for a visibility.
 *
 * Returns: `TRUE` if the word is one
 *
 * Since: 0.1
 */
gboolean
tnk_visibility_from_string (const char *text,
                            TnkVisibility *visibility)
{
  g_return_val_if_fail (text != NULL && visibility != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], text)) {
      *visibility = i;
      return TRUE;
    }
  return FALSE;
}
