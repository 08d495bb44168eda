/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-xlsx-parts-private.h"

#include <math.h>
#include <string.h>

/* A date in a sheet is a number that is shown as one, so it takes the styles to tell them apart. */

#define MAX_STYLES 100000

/* The formats that every program knows by their number; 27 to 36 and 50 to 58 are dates in Japan and China. 46 is a
 * length of time. */
static gboolean
is_known_date (guint number)
{
  return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || number == 45 || number == 47 || (number >= 50 && number <= 58);
}

/* Whether "[…]" counts hours, minutes or seconds beyond their usual end: a length of time. */
static gboolean
is_elapsed (const char *from,
            const char *to)
{
  if (from == to)
    return FALSE;
  for (const char *at = from; at < to; at++)
    if (strchr ("hmsHMS", *at) == NULL)
      return FALSE;
  return TRUE;
}

/* Passes over what is shown as it stands. Returns where to go on, or NULL if nothing of that kind is at @at. */
static const char *
skip_literal (const char *at)
{
  const char *end;

  switch (*at) {
  case '\\':
  case '_':
  case '*':
    return at[1] != '\0' ? g_utf8_next_char (at + 1) : at + 1;
  case '"':
    end = strchr (at + 1, '"');
    break;
  case '[':
    end = strchr (at, ']');
    break;
  default:
    return NULL;
  }
  return end != NULL ? end + 1 : at + strlen (at);
}

/* Whether a format of the user’s own shows a number as a date: its first section has a sign for a part of one. */
gboolean
tnk_xlsx_format_is_date (const char *format)
{
  gboolean date = FALSE;

  for (const char *at = format, *next; *at != '\0' && *at != ';'; at = next) {
    if (*at == '[' && strchr (at, ']') != NULL && is_elapsed (at + 1, strchr (at, ']')))
      return FALSE;
    next = skip_literal (at);
    if (next != NULL)
      continue;
    if (g_ascii_strncasecmp (at, "General", 7) == 0)
      return FALSE;
    /* “E” is a power of ten beside digits, and a year of an era elsewhere. */
    if (strchr ("0#?", *at) != NULL && !date)
      return FALSE;
    if (strchr ("ymdhsegaYMDHSEGA", *at) != NULL)
      date = TRUE;
    next = g_utf8_next_char (at);
  }
  return date;
}

/* The last day that there is, and the day that there never was: 29 February 1900, which was kept for the sake of
 * Lotus 1-2-3. */
#define LAST_SERIAL 2958466.0
#define LOTUS_DAY 60

/* The date that a number stands for: “2026-11-21”, “2026-11-21T09:30:00”, or “09:30:00” where it has no day. NULL if it
 * stands for none. */
char *
tnk_xlsx_format_date (double serial,
                      gboolean from_1904)
{
  g_autoptr (GDateTime) start = NULL;
  g_autoptr (GDateTime) time = NULL;
  gint64 seconds, days;

  if (!(serial >= 0 && serial < LAST_SERIAL))
    return NULL;
  seconds = (gint64) floor (serial * 86400 + 0.5);
  days = seconds / 86400;
  if (!from_1904 && days == LOTUS_DAY)
    return NULL;
  if (days == 0 && !from_1904)
    return g_strdup_printf ("%02d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60), (int) (seconds % 60));
  start = from_1904 ? g_date_time_new_utc (1904, 1, 1, 0, 0, 0) : g_date_time_new_utc (1899, 12, days < LOTUS_DAY ? 31 : 30, 0, 0, 0);
  time = g_date_time_add_seconds (start, seconds);
  if (time == NULL)
    return NULL;
  return g_date_time_format (time, seconds % 86400 == 0 ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%S");
}

typedef struct
{
  GHashTable *formats; /* (element-type uint uint): number of a format of the user’s own → 1 + whether it is a date */
  GArray *numbers; /* (element-type guint): of the format of each style */
} Styles;

static guint
read_number (TnkXlsxXml *xml)
{
  const char *text = tnk_xlsx_xml_attribute (xml, "numFmtId");

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 0;
}

static gboolean
read_style (Styles *self,
            TnkXlsxXml *xml,
            gboolean in_cells,
            GError **error)
{
  guint number = read_number (xml);

  if (self->numbers->len >= MAX_STYLES || g_hash_table_size (self->formats) >= MAX_STYLES)
    return tnk_xlsx_xml_throw (xml, error, "holds more than %d styles", MAX_STYLES);
  if (tnk_xlsx_xml_starts (xml, "numFmt")) {
    const char *format = tnk_xlsx_xml_attribute (xml, "formatCode");

    g_hash_table_insert (self->formats, GUINT_TO_POINTER (number), GUINT_TO_POINTER (1 + (format != NULL && tnk_xlsx_format_is_date (format))));
  } else if (in_cells && tnk_xlsx_xml_starts (xml, "xf")) {
    g_array_append_val (self->numbers, number);
  }
  return TRUE;
}

static gboolean
read_styles (Styles *self,
             TnkXlsxXml *xml,
             GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean in_cells = FALSE;

  while (tnk_xlsx_xml_next (xml, &local)) {
    if (tnk_xlsx_xml_starts (xml, "cellXfs"))
      in_cells = TRUE;
    else if (tnk_xlsx_xml_ends (xml, 2))
      in_cells = FALSE;
    else if (!read_style (self, xml, in_cells, error))
      return FALSE;
  }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static GByteArray *
judge_styles (Styles *self)
{
  GByteArray *dates = g_byte_array_sized_new (self->numbers->len);

  for (guint i = 0; i < self->numbers->len; i++) {
    guint number = g_array_index (self->numbers, guint, i);
    guint own = GPOINTER_TO_UINT (g_hash_table_lookup (self->formats, GUINT_TO_POINTER (number)));
    guint8 date = own > 0 ? own == 2 : is_known_date (number);

    g_byte_array_append (dates, &date, 1);
  }
  return dates;
}

GByteArray *
tnk_xlsx_styles_read (TnkXlsxPackage *package,
                      const char *part,
                      GError **error)
{
  g_autoptr (TnkXlsxXml) xml = tnk_xlsx_xml_open (package, part, "styleSheet", error);
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  Styles self = {formats, numbers};

  return xml != NULL && read_styles (&self, xml, error) ? judge_styles (&self) : NULL;
}
