/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-json-scan-private.h"

#include <string.h>

#include "tnk-error.h"

/* json-glib builds the tree but keeps no positions, takes comments and lets the last of two equal members win. This
 * scanner reads the same text strictly (RFC 8259, no member twice) and knows the line of every path. */

#define MAX_DEPTH 64

typedef struct
{
  const char *filename;
  const char *p;
  const char *end;
  guint line;
  guint depth;
  GString *path; /* where the scanner stands: chapters[0].controls[3].id */
  GHashTable *lines; /* (element-type utf8 uint): the line of every path, if they are wanted */
  GString *string; /* the last string, decoded */
  TnkProblem *problem; /* the first fault */
} Scan;

static gboolean scan_value (Scan *scan);

static gboolean
fail (Scan *scan,
      const char *what)
{
  if (scan->problem == NULL)
    scan->problem = tnk_problem_new (scan->filename != NULL ? scan->filename : "", scan->line, scan->path->str, what);
  return FALSE;
}

static void
skip_space (Scan *scan)
{
  for (; scan->p < scan->end && strchr (" \t\r\n", *scan->p) != NULL && *scan->p != '\0'; scan->p++)
    if (*scan->p == '\n')
      scan->line++;
}

static gboolean
take (Scan *scan,
      char c)
{
  skip_space (scan);
  if (scan->p >= scan->end || *scan->p != c)
    return FALSE;
  scan->p++;
  return TRUE;
}

/* Reads four hexadecimal digits after \u. */
static gboolean
scan_code (Scan *scan,
           gunichar *code)
{
  *code = 0;
  for (int i = 1; i <= 4; i++) {
    if (scan->p + i >= scan->end || !g_ascii_isxdigit (scan->p[i]))
      return fail (scan, "\\u must be followed by four hexadecimal digits");
    *code = *code * 16 + g_ascii_xdigit_value (scan->p[i]);
  }
  scan->p += 4;
  return TRUE;
}

/* A character beyond the first 65,536 is written as a pair of halves; one half alone is no character, and a NUL would
 * end the text for whoever reads it next. */
static gboolean
scan_unicode (Scan *scan)
{
  gunichar code, second;

  if (!scan_code (scan, &code))
    return FALSE;
  if (code == 0)
    return fail (scan, "\\u0000 cannot stand in a text");
  if (code >= 0xd800 && code < 0xdc00) {
    if (scan->end - scan->p < 3 || scan->p[1] != '\\' || scan->p[2] != 'u')
      return fail (scan, "\\u gives half a character; its other half is missing");
    scan->p += 2;
    if (!scan_code (scan, &second))
      return FALSE;
    if (second < 0xdc00 || second >= 0xe000)
      return fail (scan, "\\u gives half a character; its other half is missing");
    code = 0x10000 + ((code - 0xd800) << 10) + (second - 0xdc00);
  } else if (code >= 0xdc00 && code < 0xe000)
    return fail (scan, "\\u gives half a character; its other half is missing");
  g_string_append_unichar (scan->string, code);
  return TRUE;
}

static gboolean
scan_escape (Scan *scan)
{
  static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
  const char *name;

  scan->p++;
  if (scan->p >= scan->end)
    return fail (scan, "the file ends within a string; it is cut off");
  name = *scan->p != '\0' ? strchr (names, *scan->p) : NULL;
  if (*scan->p == 'u') {
    if (!scan_unicode (scan))
      return FALSE;
  } else if (name != NULL)
    g_string_append_c (scan->string, values[name - names]);
  else
    return fail (scan, "a backslash must be followed by one of \" \\ / b f n r t u");
  scan->p++;
  return TRUE;
}

/* Leaves the text between the quotation marks in scan->string. */
static gboolean
scan_string (Scan *scan)
{
  scan->p++;
  g_string_truncate (scan->string, 0);
  while (scan->p < scan->end && *scan->p != '"') {
    if (*scan->p == '\\') {
      if (!scan_escape (scan))
        return FALSE;
    } else if ((guchar) *scan->p < 0x20)
      return fail (scan, "a string must end on its line; a closing quotation mark is missing, "
                         "or a control character stands in the string");
    else
      g_string_append_c (scan->string, *scan->p++);
  }
  if (scan->p >= scan->end)
    return fail (scan, "the file ends within a string; it is cut off");
  scan->p++;
  return TRUE;
}

static void
note_line (Scan *scan)
{
  if (scan->lines != NULL && !g_hash_table_contains (scan->lines, scan->path->str))
    g_hash_table_insert (scan->lines, g_strdup (scan->path->str), GUINT_TO_POINTER (scan->line));
}

static gboolean
scan_member (Scan *scan,
             GHashTable *seen)
{
  gsize length = scan->path->len;

  skip_space (scan);
  if (scan->p >= scan->end || *scan->p != '"')
    return fail (scan, scan->p >= scan->end ? "the file ends here; it is cut off"
                                            : "a member name in quotation marks is expected here "
                                              "(is there a comma too many?)");
  if (!scan_string (scan))
    return FALSE;
  if (scan->path->len > 0)
    g_string_append_c (scan->path, '.');
  g_string_append_len (scan->path, scan->string->str, scan->string->len);
  if (!g_hash_table_add (seen, g_strdup (scan->string->str)))
    return fail (scan, "the member stands here twice; remove one");
  note_line (scan);
  if (!take (scan, ':'))
    return fail (scan, "a colon is expected after the member name");
  if (!scan_value (scan))
    return FALSE;
  g_string_truncate (scan->path, length);
  return TRUE;
}

static gboolean
scan_object (Scan *scan)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  scan->p++;
  if (take (scan, '}'))
    return TRUE;
  do
    if (!scan_member (scan, seen))
      return FALSE;
  while (take (scan, ','));
  if (take (scan, '}'))
    return TRUE;
  return fail (scan, scan->p >= scan->end ? "the file ends within an object; it is cut off"
                                          : "a comma or a closing brace is expected here");
}

static gboolean
scan_array (Scan *scan)
{
  gsize length = scan->path->len;

  scan->p++;
  if (take (scan, ']'))
    return TRUE;
  for (guint i = 0;; i++) {
    g_string_append_printf (scan->path, "[%u]", i);
    if (!scan_value (scan))
      return FALSE;
    g_string_truncate (scan->path, length);
    if (!take (scan, ','))
      break;
  }
  if (take (scan, ']'))
    return TRUE;
  return fail (scan, scan->p >= scan->end ? "the file ends within an array; it is cut off"
                                          : "a comma or a closing bracket is expected here");
}

static gboolean
scan_digits (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
    scan->p++;
  return scan->p > start;
}

static gboolean
scan_number (Scan *scan)
{
  const char *start;

  if (*scan->p == '-')
    scan->p++;
  start = scan->p;
  if (!scan_digits (scan) || (*start == '0' && scan->p - start > 1))
    return fail (scan, "a number must be written in digits, without leading zeros");
  if (scan->p < scan->end && *scan->p == '.') {
    scan->p++;
    if (!scan_digits (scan))
      return fail (scan, "digits are expected after the decimal point");
  }
  if (scan->p < scan->end && (*scan->p == 'e' || *scan->p == 'E')) {
    scan->p++;
    if (scan->p < scan->end && (*scan->p == '+' || *scan->p == '-'))
      scan->p++;
    if (!scan_digits (scan))
      return fail (scan, "digits are expected in the exponent");
  }
  return TRUE;
}

static gboolean
scan_word (Scan *scan)
{
  static const char *const words[] = {"true", "false", "null"};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    gsize len = strlen (words[i]);
    if ((gsize) (scan->end - scan->p) >= len && memcmp (scan->p, words[i], len) == 0) {
      scan->p += len;
      return TRUE;
    }
  }
  return fail (scan, "a value is expected here: a string in quotation marks, a number, true, false, {…} or […]");
}

static gboolean
scan_compound (Scan *scan)
{
  gboolean ok;

  if (++scan->depth > MAX_DEPTH)
    return fail (scan, "the structure is nested too deeply");
  ok = *scan->p == '{' ? scan_object (scan) : scan_array (scan);
  scan->depth--;
  return ok;
}

static gboolean
scan_value (Scan *scan)
{
  skip_space (scan);
  if (scan->p >= scan->end)
    return fail (scan, "the file ends where a value is expected; it is cut off");
  note_line (scan);
  if (*scan->p == '{' || *scan->p == '[')
    return scan_compound (scan);
  if (*scan->p == '"')
    return scan_string (scan);
  if (*scan->p == '-' || g_ascii_isdigit (*scan->p))
    return scan_number (scan);
  return scan_word (scan);
}

static guint
line_of (const char *text,
         const char *at)
{
  guint line = 1;

  for (const char *p = text; p < at; p++)
    line += *p == '\n';
  return line;
}

static gboolean
scan_text (Scan *scan)
{
  if (!scan_value (scan))
    return FALSE;
  skip_space (scan);
  if (scan->p < scan->end)
    return fail (scan, "something follows after the end of the structure");
  return TRUE;
}

static Scan
scan_new (const char *filename,
          const char *text,
          gsize len)
{
  return (Scan){.filename = filename, .p = text, .end = text + len, .line = 1, .path = g_string_new (NULL), .string = g_string_new (NULL)};
}

static void
scan_clear (Scan *scan)
{
  g_string_free (scan->path, TRUE);
  g_string_free (scan->string, TRUE);
  g_clear_pointer (&scan->problem, tnk_problem_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, scan_clear)

/* Checks that a text is strict JSON in UTF-8. Returns the first fault with its line and path, or NULL if there is none. */
TnkProblem *
tnk_json_scan_find_problem (const char *filename,
                            const char *text,
                            gsize len)
{
  g_auto (Scan) scan = scan_new (filename, text, len);
  const char *bad;

  if (!g_utf8_validate (text, len, &bad))
    return tnk_problem_new (filename, line_of (text, bad), NULL, "the line is not UTF-8; save the file as UTF-8");
  scan_text (&scan);
  return g_steal_pointer (&scan.problem);
}

/* The same, for those who want an error. */
gboolean
tnk_json_scan_check (const char *filename,
                     const char *text,
                     gsize len,
                     GError **error)
{
  g_autoptr (TnkProblem) problem = tnk_json_scan_find_problem (filename, text, len);
  g_autofree char *line = problem != NULL ? tnk_problem_to_string (problem) : NULL;

  if (problem != NULL)
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_SYNTAX, line);
  return problem == NULL;
}

/* The line on which every path of a text without fault begins. Made once for a text, since a file can have thousands of
 * faults. */
GHashTable *
tnk_json_scan_index_lines (const char *text,
                           gsize len)
{
  g_auto (Scan) scan = scan_new (NULL, text, len);

  scan.lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  scan_text (&scan);
  return scan.lines;
}

/* The line of a path; for a path that is not there, that of its nearest ancestor, so that a missing member is reported
 * where it should be added. */
guint
tnk_json_scan_get_line (GHashTable *lines,
                        const char *path)
{
  g_autofree char *wanted = g_strdup (path);

  for (;;) {
    guint line = GPOINTER_TO_UINT (g_hash_table_lookup (lines, wanted));
    char *dot = strrchr (wanted, '.'), *bracket = strrchr (wanted, '[');

    if (line > 0)
      return line;
    dot = MAX (dot, bracket);
    if (dot == NULL)
      return 1;
    *dot = '\0';
  }
}
