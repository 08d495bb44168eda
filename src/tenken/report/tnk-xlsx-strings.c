/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-xlsx-parts-private.h"

#include <string.h>

struct _TnkXlsxStrings
{
  GString *text; /* all of them, each with its zero byte */
  GArray *starts; /* (element-type guint32) */
};

void
tnk_xlsx_strings_free (TnkXlsxStrings *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->starts);
  g_free (self);
}

/* The number in “_x005F_”, or -1. */
static int
read_escape (const char *at)
{
  int unit = 0;

  if (at[0] != '_' || at[1] != 'x')
    return -1;
  for (guint i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit (at[i]))
      return -1;
    unit = unit * 16 + g_ascii_xdigit_value (at[i]);
  }
  return at[6] == '_' ? unit : -1;
}

#define ESCAPE_LENGTH 7
#define IS_HIGH(unit) ((unit) >= 0xd800 && (unit) < 0xdc00)
#define IS_LOW(unit) ((unit) >= 0xdc00 && (unit) < 0xe000)

/* What XML cannot hold stands in a cell as the number of a UTF-16 unit: _x000D_ is a carriage return. Undoes that in
 * @text from a place on. */
void
tnk_xlsx_unescape (GString *text,
                   gsize from)
{
  g_autofree char *raw = NULL;

  if (strstr (text->str + from, "_x") == NULL)
    return;
  raw = g_strdup (text->str + from);
  g_string_truncate (text, from);
  for (const char *at = raw; *at != '\0';) {
    int unit = read_escape (at);
    int low = IS_HIGH (unit) ? read_escape (at + ESCAPE_LENGTH) : -1;

    if (unit < 0) {
      g_string_append_c (text, *at++);
      continue;
    }
    at += ESCAPE_LENGTH;
    if (IS_LOW (low)) {
      unit = 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
      at += ESCAPE_LENGTH;
    }
    g_string_append_unichar (text, unit == 0 || IS_HIGH (unit) || IS_LOW (unit) ? 0xfffd : unit);
  }
}

/* Reads the text of the element that began here, which may come in runs that look different. How it is to be pronounced
 * stands there too, and is none of it. */
gboolean
tnk_xlsx_rich_text_read (TnkXlsxXml *xml,
                         GString *text,
                         GError **error)
{
  guint depth = tnk_xlsx_xml_get_depth (xml);

  while (tnk_xlsx_xml_next (xml, error)) {
    gsize from = text->len;

    if (tnk_xlsx_xml_ends (xml, depth))
      return TRUE;
    if (tnk_xlsx_xml_starts (xml, "rPh") && !tnk_xlsx_xml_skip (xml, error))
      return FALSE;
    if (!tnk_xlsx_xml_starts (xml, "t"))
      continue;
    if (!tnk_xlsx_xml_append_text (xml, text, error))
      return FALSE;
    tnk_xlsx_unescape (text, from);
  }
  return FALSE;
}

static gboolean
add_string (TnkXlsxStrings *self,
            TnkXlsxXml *xml,
            const TnkXlsxLimits *limits,
            GString *text,
            GError **error)
{
  guint32 start = self->text->len;

  if (self->starts->len >= limits->n_strings)
    return tnk_xlsx_xml_throw (xml, error, "holds more than %u texts", limits->n_strings);
  g_string_truncate (text, 0);
  if (!tnk_xlsx_rich_text_read (xml, text, error))
    return FALSE;
  g_array_append_val (self->starts, start);
  g_string_append_len (self->text, text->str, text->len + 1);
  return TRUE;
}

static gboolean
read_strings (TnkXlsxStrings *self,
              TnkXlsxXml *xml,
              const TnkXlsxLimits *limits,
              GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) local = NULL;

  while (tnk_xlsx_xml_next (xml, &local))
    if (tnk_xlsx_xml_starts (xml, "si") && !add_string (self, xml, limits, text, error))
      return FALSE;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

TnkXlsxStrings *
tnk_xlsx_strings_read (TnkXlsxPackage *package,
                       const char *part,
                       GError **error)
{
  g_autoptr (TnkXlsxXml) xml = tnk_xlsx_xml_open (package, part, "sst", error);
  g_autoptr (TnkXlsxStrings) self = NULL;

  if (xml == NULL)
    return NULL;
  self = g_new0 (TnkXlsxStrings, 1);
  self->text = g_string_new (NULL);
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!read_strings (self, xml, tnk_xlsx_package_get_limits (package), error))
    return NULL;
  return g_steal_pointer (&self);
}

/* A text by its number, or NULL if there is none of it. */
const char *
tnk_xlsx_strings_get (TnkXlsxStrings *self,
                      guint64 index)
{
  if (index >= self->starts->len)
    return NULL;
  return self->text->str + g_array_index (self->starts, guint32, index);
}
