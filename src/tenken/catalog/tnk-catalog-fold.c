/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-catalog-fold-private.h"

#include "tnk-fold.h"

#define PROLONGED 0x30fc /* ー */
#define HIRAGANA_FIRST 0x3041
#define HIRAGANA_LAST 0x3096
#define DASH_FIRST 0x2010
#define DASH_LAST 0x2015
#define MINUS 0x2212

static gboolean
is_hiragana (gunichar c)
{
  return c >= HIRAGANA_FIRST && c <= HIRAGANA_LAST;
}

/* What becomes of a letter after another; 0: it is left out. A Japanese keyboard gives ー for the hyphen between figures. */
static gunichar
fold_letter (gunichar c,
             gunichar before)
{
  if ((c >= DASH_FIRST && c <= DASH_LAST) || c == MINUS)
    return '-';
  if (c != PROLONGED)
    return c;
  return is_hiragana (before) ? 0 : before < 0x80 && g_ascii_isalnum (before) ? '-'
                                                                              : c;
}

char *
tnk_catalog_fold (const char *text)
{
  g_autofree char *folded = tnk_fold_text (text);
  GString *result = g_string_new (NULL);
  gunichar before = 0;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = fold_letter (g_utf8_get_char (p), before);

    if (c == 0)
      continue;
    g_string_append_unichar (result, c);
    before = c;
  }
  return g_string_free (result, FALSE);
}

char *
tnk_catalog_fold_number (const char *text)
{
  char *folded = tnk_catalog_fold (text), *end = folded;

  for (const char *p = folded; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      *end++ = *p;
  *end = '\0';
  return folded;
}
