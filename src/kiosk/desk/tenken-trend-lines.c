/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-trend-lines.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-standing.h"

/* Those of a part of the controls: who handed in says nothing about them. */
#define FIRST_RATE_OF_CHAPTER 2

typedef TnkScore *(*GetScore) (TnkTrend *trend, guint point, guint index);

static TnkScore *
get_whole (TnkTrend *trend,
           guint point,
           guint index)
{
  return tnk_trend_get_score (trend, point);
}

/* --- the axis --- */

static gboolean
is_taken (GPtrArray *labels,
          const char *label)
{
  for (guint i = 0; i < labels->len; i++)
    if (g_str_equal (labels->pdata[i], label))
      return TRUE;
  return FALSE;
}

/* In fiscal years; a second campaign of one year is told by its id. */
static void
set_times (TenkenTrend *chart,
           TnkTrend *trend)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < tnk_trend_get_n_points (trend); i++) {
    TnkCampaign *campaign = tnk_trend_get_campaign (trend, i);
    g_autofree char *year = tnk_campaign_get_opens (campaign) != NULL ? tenken_format_fiscal_year (tnk_campaign_get_opens (campaign))
                                                                      : g_strdup (tnk_campaign_get_id (campaign));

    g_ptr_array_add (labels, is_taken (labels, year) ? g_strdup_printf ("%s (%s)", year, tnk_campaign_get_id (campaign))
                                                     : g_steal_pointer (&year));
  }
  g_ptr_array_add (labels, NULL);
  tenken_trend_set_times (chart, (const char *const *) labels->pdata);
}

/* --- lines --- */

/* Values and n/N of each time, as a line has them. */
typedef struct
{
  guint n;
  double *values;
  char **details;
} Line;

static void
line_init (Line *self,
           guint n)
{
  self->n = n;
  self->values = g_new (double, n);
  self->details = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++) {
    self->values[i] = NAN;
    self->details[i] = g_strdup ("");
  }
}

static void
line_set (Line *self,
          guint i,
          double value,
          gint64 n,
          gint64 of)
{
  self->values[i] = value;
  g_free (self->details[i]);
  self->details[i] = g_strdup_printf ("%d/%d", (int) n, (int) of);
}

static void
line_add (Line *self,
          TenkenTrend *chart,
          const char *name)
{
  tenken_trend_add_line (chart, name, self->values, (const char *const *) self->details);
  g_free (self->values);
  g_strfreev (self->details);
}

static void
add_points (TenkenTrend *chart,
            TnkTrend *trend,
            GetScore get,
            guint index)
{
  Line line;

  line_init (&line, tnk_trend_get_n_points (trend));
  for (guint i = 0; i < line.n; i++) {
    TnkScore *score = get (trend, i, index);

    if (score != NULL)
      line_set (&line, i, tenken_score_get_figure (score), tnk_score_get_count (score, "controls_full"), tnk_score_get_count (score, "controls"));
  }
  line_add (&line, chart, _ ("Points"));
}

static void
add_rate (TenkenTrend *chart,
          TnkTrend *trend,
          GetScore get,
          guint index,
          TnkRate *rate)
{
  Line line;

  line_init (&line, tnk_trend_get_n_points (trend));
  for (guint i = 0; i < line.n; i++) {
    TnkScore *score = get (trend, i, index);
    gint64 n, of;
    double percent;

    if (score != NULL && tnk_rate_of (rate, score, &percent, &n, &of))
      line_set (&line, i, percent, n, of);
  }
  line_add (&line, chart, tenken_text (tnk_rate_get_name (rate)));
}

void
tenken_trend_lines_show_whole (TenkenTrend *chart,
                               TnkTrend *trend,
                               GPtrArray *rates)
{
  set_times (chart, trend);
  add_points (chart, trend, get_whole, 0);
  for (guint i = 0; i < MIN (rates->len, 4); i++)
    add_rate (chart, trend, get_whole, 0, rates->pdata[i]);
}

void
tenken_trend_lines_show_chapter (TenkenTrend *chart,
                                 TnkTrend *trend,
                                 GPtrArray *rates,
                                 guint chapter)
{
  set_times (chart, trend);
  add_points (chart, trend, tnk_trend_get_chapter_score, chapter);
  for (guint i = FIRST_RATE_OF_CHAPTER; i < MIN (rates->len, 4); i++)
    add_rate (chart, trend, tnk_trend_get_chapter_score, chapter, rates->pdata[i]);
}

/* --- a control --- */

static void
set_control (Line *line,
             TnkTrend *trend,
             guint point,
             guint control)
{
  TnkScore *score = tnk_trend_get_control_score (trend, point, control);

  if (score != NULL)
    line_set (line, point, tenken_score_get_figure (score), tnk_score_get_count (score, "implemented"),
              tnk_score_get_count (score, "implemented") + tnk_score_get_count (score, "partial") + tnk_score_get_count (score, "not_implemented"));
}

/* From one point up to the next at which it changed; of the last stretch it is the control as it is now. */
static guint
add_stretch (TenkenTrend *chart,
             TnkTrend *trend,
             guint control,
             guint end)
{
  guint n = tnk_trend_get_n_points (trend), first = end - 1;
  Line line;

  line_init (&line, n);
  set_control (&line, trend, first, control);
  while (first > 0 && !tnk_trend_is_broken (trend, first, control))
    set_control (&line, trend, --first, control);
  line_add (&line, chart, end == n ? _ ("Points") : _ ("Points before its text changed"));
  return first;
}

void
tenken_trend_lines_show_control (TenkenTrend *chart,
                                 TnkTrend *trend,
                                 guint control)
{
  guint end = tnk_trend_get_n_points (trend);

  set_times (chart, trend);
  /* A chart has no more lines; what is older is left out. */
  for (guint i = 0; i < 6 && end > 0; i++)
    end = add_stretch (chart, trend, control, end);
}
