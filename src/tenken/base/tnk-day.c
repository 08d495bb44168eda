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
