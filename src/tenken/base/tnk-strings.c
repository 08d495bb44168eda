/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-strings-private.h"

#include <string.h>

#include "tnk-error.h"

/* Whether there is nothing to read: NULL, or white space alone, also the wide one. */
gboolean
tnk_is_blank (const char *text)
{
  if (text == NULL)
    return TRUE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* A copy without the white space around it, also the wide one that Japanese lists are padded with. */
char *
tnk_strip (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, end - text);
}

/* A copy that is safe to print on one line: what came out of a file can hold line ends and what a terminal obeys. */
char *
tnk_one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    g_string_append_unichar (line, c == '\n' || c == '\r' || c == '\t' ? ' ' : g_unichar_iscntrl (c) ? 0xfffd
                                                                                                     : c);
  }
  return g_string_free (line, FALSE);
}

/* Direction marks can make one text look like another. */
static gboolean
is_direction_mark (gunichar c)
{
  return c == 0x061c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Whether a text is UTF-8 and holds nothing that is obeyed instead of shown: control characters and direction marks. Line
 * ends and tabs are harmless where a text may have several lines. */
gboolean
tnk_is_harmless (const char *text,
                 gboolean lines)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (lines && (c == '\n' || c == '\r' || c == '\t'))
      continue;
    if (g_unichar_iscntrl (c) || is_direction_mark (c))
      return FALSE;
  }
  return TRUE;
}

/* The same, with an error that names the text. */
gboolean
tnk_check_harmless (const char *what,
                    const char *text,
                    gboolean lines,
                    GError **error)
{
  if (text == NULL || tnk_is_harmless (text, lines))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID,
               lines ? "the %s holds a control character or a direction mark, or is not UTF-8; remove it"
                     : "the %s holds a control character, a direction mark or a line end, or is not UTF-8; remove it",
               what);
  return FALSE;
}

/* Sets a string that the value may be a part of; what it was before is overwritten. */
void
tnk_set_string (char **place,
                const char *value)
{
  char *copy = g_strdup (value);

  tnk_wipe_string (place);
  *place = copy;
}

/* Forgets a string: its bytes are overwritten before the memory is given back. */
void
tnk_wipe_string (char **place)
{
  if (*place != NULL)
    explicit_bzero (*place, strlen (*place));
  g_clear_pointer (place, g_free);
}
