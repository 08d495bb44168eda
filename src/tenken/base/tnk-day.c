/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-day-private.h"

#include <stdlib.h>
#include <string.h>

/* Days are written as 2026-11-21 everywhere, so that they sort as text; of ISO 8601's other forms none is taken. */
gboolean
tnk_is_day (const char *text)
{
  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (int i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (text[i]))
      return FALSE;
  return g_date_valid_dmy (atoi (text + 8), atoi (text + 5), atoi (text));
}

#define MAX_DAY 3652059 /* 9999-12-31 */

static guint32
parse_day (const char *day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, atoi (day + 8), atoi (day + 5), atoi (day));
  return g_date_get_julian (&date);
}

char *
tnk_day_add (const char *day,
             gint64 n)
{
  gint64 number = (gint64) parse_day (day) + CLAMP (n, -MAX_DAY, MAX_DAY);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, CLAMP (number, 1, MAX_DAY));
  return g_strdup_printf ("%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
}

int
tnk_day_count (const char *from,
               const char *to)
{
  return (int) parse_day (to) - (int) parse_day (from);
}
