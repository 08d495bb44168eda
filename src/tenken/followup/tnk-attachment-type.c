/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-attachment-private.h"
#include "tnk-error.h"

/* Which files may be attached. What a file is must show both in its name and in its content, so that nobody opens as a picture
 * what is a program. */

#define MAX_NAME 150 /* bytes: with its ending it fits into every file system */
#define MAX_ENDING 10

typedef gboolean (*Fits) (const guint8 *content, gsize length, const char *sign);

static gboolean
begins_with (const guint8 *content,
             gsize length,
             const char *sign)
{
  return length >= strlen (sign) && memcmp (content, sign, strlen (sign)) == 0;
}

static gboolean
contains (const guint8 *content,
          gsize length,
          const char *text)
{
  return memmem (content, length, text, strlen (text)) != NULL;
}

/* A workbook or document of Office: a package with the part that its kind has, and without macros. */
static gboolean
is_office (const guint8 *content,
           gsize length,
           const char *part)
{
  return begins_with (content, length, "PK\x03\x04") && contains (content, length, "[Content_Types].xml") && contains (content, length, part) &&
         !contains (content, length, "vbaProject.bin");
}

static gboolean
is_plain (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_iscntrl (c) && c != '\t' && c != '\n' && c != '\r' && c != '\f')
      return FALSE;
  }
  return TRUE;
}

/* UTF-8, or what Excel in Japan writes. */
static gboolean
is_text (const guint8 *content,
         gsize length,
         const char *sign)
{
  g_autofree char *utf8 = NULL;

  if (memchr (content, '\0', length) != NULL)
    return FALSE;
  if (g_utf8_validate ((const char *) content, length, NULL))
    utf8 = g_strndup ((const char *) content, length);
  else
    utf8 = g_convert ((const char *) content, length, "UTF-8", "CP932", NULL, NULL, NULL);
  return utf8 != NULL && is_plain (utf8);
}

static const struct
{
  const char *ending;
  const char *media_type;
  Fits fits;
  const char *sign;
} types[] = {
  {"pdf", "application/pdf", begins_with, "%PDF-"},
  {"png", "image/png", begins_with, "\x89PNG\r\n\x1a\n"},
  {"jpg", "image/jpeg", begins_with, "\xff\xd8\xff"},
  {"jpeg", "image/jpeg", begins_with, "\xff\xd8\xff"},
  {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", is_office, "xl/workbook.xml"},
  {"docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", is_office, "word/document.xml"},
  {"pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation", is_office, "ppt/presentation.xml"},
  {"txt", "text/plain", is_text, NULL},
  {"log", "text/plain", is_text, NULL},
  {"csv", "text/csv", is_text, NULL},
};

/**
 * tnk_attachment_list_endings:
 *
 * Lists how the names of files end that can be attached.
 *
 * Returns: (array zero-terminated=1) (transfer none): the endings, without a dot
 *
 * Since: 0.1
 */
const char *const *
tnk_attachment_list_endings (void)
{
  static const char *endings[G_N_ELEMENTS (types) + 1];
  static gsize made = 0;

  if (g_once_init_enter (&made)) {
    for (guint i = 0; i < G_N_ELEMENTS (types); i++)
      endings[i] = types[i].ending;
    g_once_init_leave (&made, 1);
  }
  return endings;
}

static const char *
find_ending (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot > name ? dot + 1 : "";
}

const char *
tnk_attachment_find_type (const char *name,
                          const guint8 *content,
                          gsize length,
                          GError **error)
{
  const char *ending = find_ending (name);
  g_autofree char *all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_ascii_strcasecmp (types[i].ending, ending) == 0) {
      if (types[i].fits (content, length, types[i].sign))
        return types[i].media_type;
      g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s: the content is not what the name says (%s); save the file anew as what it is", name,
                   types[i].ending);
      return NULL;
    }
  all = g_strjoinv (", ", (char **) tnk_attachment_list_endings ());
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s: files of this kind cannot be attached; save it as one of %s", name, all);
  return NULL;
}

/* --- names --- */

/* Those that systems give a meaning of their own, whatever follows the first dot. */
static gboolean
is_reserved (const char *name)
{
  static const char *const names[] = {"con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
                                      "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", NULL};
  g_autofree char *stem = g_ascii_strdown (name, strcspn (name, "."));

  return g_strv_contains (names, g_strchomp (stem));
}

static gboolean
is_harmful (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT || type == G_UNICODE_LINE_SEPARATOR || type == G_UNICODE_PARAGRAPH_SEPARATOR ||
         type == G_UNICODE_UNASSIGNED || type == G_UNICODE_PRIVATE_USE || type == G_UNICODE_SURROGATE || (c < 0x80 && strchr ("<>:\"|?*/\\", c) != NULL);
}

static char *
replace_harmful (const char *text)
{
  GString *clean = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    g_string_append_unichar (clean, is_harmful (c) ? '_' : c);
  }
  return g_string_free (clean, FALSE);
}

/* Neither hidden nor ended by what some systems cut off. */
static void
trim (char *name)
{
  gsize start = strspn (name, ". ");

  memmove (name, name + start, strlen (name + start) + 1);
  for (gsize n = strlen (name); n > 0 && (name[n - 1] == '.' || name[n - 1] == ' '); n--)
    name[n - 1] = '\0';
}

/* What is too long loses its middle, not its ending. */
static char *
shorten (const char *name)
{
  const char *ending = find_ending (name);
  gsize keep = strlen (ending) > 0 && strlen (ending) <= MAX_ENDING ? strlen (ending) + 1 : 0;
  const char *end = name + MAX_NAME - keep;

  if (strlen (name) <= MAX_NAME)
    return g_strdup (name);
  while ((*end & 0xc0) == 0x80)
    end--;
  return g_strdup_printf ("%.*s%s", (int) (end - name), name, keep > 0 ? ending - 1 : "");
}

char *
tnk_attachment_clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  g_autofree char *clean = NULL, *shorter = NULL;
  const char *last = normal;

  for (const char *p = normal; *p != '\0'; p++)
    if (*p == '/' || *p == '\\')
      last = p + 1;
  clean = replace_harmful (last);
  trim (clean);
  shorter = shorten (clean);
  if (*shorter == '\0' || is_reserved (shorter))
    return g_strconcat ("_", shorter, NULL);
  return g_steal_pointer (&shorter);
}
