/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-format.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <tenken.h>

#include "tenken-language.h"

static const char *const weekdays_ja[] = {"月", "火", "水", "木", "金", "土", "日"};
static const char *const weekdays_en[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
static const char *const months_en[] = {"January", "February", "March", "April", "May", "June", "July",
                                        "August", "September", "October", "November", "December"};

static gboolean
is_japanese (void)
{
  return g_str_equal (tenken_language_get (), "ja");
}

/* Reads "2026-11-21". */
static gboolean
read_day (const char *text,
          GDate *day)
{
  int year, month, number, end = 0;

  if (text == NULL || sscanf (text, "%4d-%2d-%2d%n", &year, &month, &number, &end) != 3 || text[end] != '\0' ||
      !g_date_valid_dmy (number, month, year))
    return FALSE;
  g_date_clear (day, 1);
  g_date_set_dmy (day, number, month, year);
  return TRUE;
}

static char *
write_day (const GDate *day)
{
  int year = g_date_get_year (day), month = g_date_get_month (day), number = g_date_get_day (day);
  int weekday = g_date_get_weekday (day) - 1;

  if (is_japanese ())
    return g_strdup_printf ("%d年%d月%d日（%s）", year, month, number, weekdays_ja[weekday]);
  return g_strdup_printf ("%s %d %s %d", weekdays_en[weekday], number, months_en[month - 1], year);
}

char *
tenken_format_day (const char *day)
{
  GDate date;

  return read_day (day, &date) ? write_day (&date) : g_strdup (day);
}

#define FIRST_MONTH_OF_FISCAL_YEAR 4
#define FIRST_YEAR_OF_REIWA 2019

char *
tenken_format_fiscal_year (const char *day)
{
  GDate date;
  int year;

  if (!read_day (day, &date))
    return g_strdup (day);
  year = g_date_get_year (&date) - (g_date_get_month (&date) < FIRST_MONTH_OF_FISCAL_YEAR);
  if (!is_japanese ())
    return g_strdup_printf ("FY%d", year);
  if (year < FIRST_YEAR_OF_REIWA)
    return g_strdup_printf ("%d年度", year);
  if (year == FIRST_YEAR_OF_REIWA)
    return g_strdup ("令和元年度");
  return g_strdup_printf ("令和%d年度", year - FIRST_YEAR_OF_REIWA + 1);
}

char *
tenken_format_month (const char *month)
{
  int year, number, end = 0;

  if (month == NULL || sscanf (month, "%4d-%2d%n", &year, &number, &end) != 2 || month[end] != '\0' || number < 1 ||
      number > 12)
    return g_strdup (month);
  if (is_japanese ())
    return g_strdup_printf ("%d年%d月", year, number);
  return g_strdup_printf ("%s %d", months_en[number - 1], year);
}

char *
tenken_format_time (GDateTime *time)
{
  return g_strdup_printf ("%d:%02d", g_date_time_get_hour (time), g_date_time_get_minute (time));
}

char *
tenken_format_moment (const char *moment)
{
  g_autoptr (GDateTime) time = moment != NULL ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
  g_autoptr (GDateTime) local = time != NULL ? g_date_time_to_local (time) : NULL;
  g_autofree char *day = NULL, *clock = NULL;
  GDate date;

  if (local == NULL)
    return g_strdup (moment);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (local), g_date_time_get_month (local),
                  g_date_time_get_year (local));
  day = write_day (&date);
  clock = tenken_format_time (local);
  return g_strdup_printf (is_japanese () ? "%s%s" : "%s, %s", day, clock);
}

char *
tenken_format_minutes (guint minutes)
{
  /* Translators: an estimate of how long something takes */
  return g_strdup_printf (ngettext ("about %u minute", "about %u minutes", minutes), minutes);
}

char *
tenken_format_figure (double figure)
{
  return tnk_format_figure (figure);
}

int
tenken_days_between (const char *from,
                     const char *to)
{
  GDate first, second;

  if (!read_day (from, &first) || !read_day (to, &second))
    return G_MININT;
  return g_date_days_between (&first, &second);
}
