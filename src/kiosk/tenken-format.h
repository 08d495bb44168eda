/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Days, months and counts as the language of the screen writes them. All return newly allocated text; text that is not
 * ISO 8601 comes back as it is. */
char *tenken_format_day (const char *day); /* "2026-11-21": 2026年11月21日（土）, Saturday 21 November 2026 */
char *tenken_format_fiscal_year (const char *day); /* the year from April on: 令和8年度, FY2026 */
char *tenken_format_month (const char *month); /* "2027-03": 2027年3月, March 2027 */
char *tenken_format_moment (const char *moment); /* "2026-11-21T09:05:00+09:00": 2026年11月21日（土）9時05分 */
char *tenken_format_time (GDateTime *time); /* 9:05 */
char *tenken_format_minutes (guint minutes); /* 約10分, about 10 minutes */
char *tenken_format_figure (double figure); /* one decimal, halves away from zero */
/* Days from one day to another; G_MININT where one of them is no day. */
int tenken_days_between (const char *from, const char *to);

G_END_DECLS
