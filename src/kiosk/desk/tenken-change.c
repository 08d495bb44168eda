/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-change.h"

#include <glib/gi18n.h>
#include <math.h>
#include <tenken.h>

#include "tenken-format.h"

double
tenken_change_between (double now,
                       double before)
{
  return tnk_round_figure (tnk_round_figure (now) - tnk_round_figure (before));
}

char *
tenken_change_write (double change)
{
  g_autofree char *amount = tenken_format_figure (fabs (change));

  if (isnan (change))
    return g_strdup ("–");
  if (change == 0)
    return g_strdup_printf ("± %s", amount);
  return g_strdup_printf (change > 0 ? "▲ +%s" : "▼ −%s", amount);
}

char *
tenken_change_say (double change)
{
  g_autofree char *amount = tenken_format_figure (fabs (change));

  if (isnan (change))
    return g_strdup (_ ("nothing to compare with"));
  if (change == 0)
    return g_strdup (_ ("as last time"));
  return g_strdup_printf (change > 0 ? _ ("%s more than last time") : _ ("%s less than last time"), amount);
}
