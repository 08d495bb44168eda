/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-trend-rows.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-change.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-standing.h"

typedef struct
{
  TnkControl *control;
  double now;
  double before;
  double first; /* the oldest that there is */
  gboolean is_broken; /* what it asks changed since the campaign before */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->control);
  g_free (row);
}

static Row *
get_row (gpointer item)
{
  return tenken_table_item_get (item);
}

TnkControl *
tenken_trend_rows_get_control (gpointer item)
{
  return get_row (item)->control;
}

/* --- columns --- */

static char *
get_clause (gpointer item,
            gpointer user_data)
{
  return g_strdup (tnk_control_get_clause (get_row (item)->control));
}

static double
get_index (gpointer item,
           gpointer user_data)
{
  return tnk_control_get_index (get_row (item)->control);
}

static char *
get_title (gpointer item,
           gpointer user_data)
{
  return g_strdup (tenken_text (tnk_control_get_title (get_row (item)->control)));
}

static double
get_now (gpointer item,
         gpointer user_data)
{
  return get_row (item)->now;
}

static char *
write_now (gpointer item,
           gpointer user_data)
{
  return tenken_format_figure (get_row (item)->now);
}

static double
get_before (gpointer item,
            gpointer user_data)
{
  return get_row (item)->before;
}

static char *
write_before (gpointer item,
              gpointer user_data)
{
  return tenken_format_figure (get_row (item)->before);
}

static double
get_first (gpointer item,
           gpointer user_data)
{
  return get_row (item)->first;
}

static char *
write_first (gpointer item,
             gpointer user_data)
{
  return tenken_format_figure (get_row (item)->first);
}

/* What is not the same any more is not compared. */
static double
get_change (gpointer item,
            gpointer user_data)
{
  const Row *row = get_row (item);

  return row->is_broken ? NAN : tenken_change_between (row->now, row->before);
}

static char *
write_change (gpointer item,
              gpointer user_data)
{
  if (get_row (item)->is_broken)
    return g_strdup (_ ("Text changed"));
  return tenken_change_write (get_change (item, user_data));
}

const TenkenTableColumn tenken_trend_columns[] = {
  {"clause", N_ ("Clause"), get_clause, get_index, FALSE, 7, NULL, NULL},
  {"title", N_ ("Control"), get_title, NULL, FALSE, 0, NULL, NULL},
  {"first", N_ ("First time"), write_first, get_first, TRUE, 6, NULL, NULL},
  {"before", N_ ("Last time"), write_before, get_before, TRUE, 6, NULL, NULL},
  {"now", N_ ("This time"), write_now, get_now, TRUE, 6, NULL, NULL},
  {"change", N_ ("Change"), write_change, get_change, TRUE, 8, NULL, NULL},
};
const guint tenken_trend_n_columns = G_N_ELEMENTS (tenken_trend_columns);

/* --- rows --- */

static double
find_first (TnkTrend *trend,
            guint control)
{
  double first = NAN;

  for (guint point = 0; point < tnk_trend_get_n_points (trend) && isnan (first); point++)
    first = tenken_score_get_figure (tnk_trend_get_control_score (trend, point, control));
  return first;
}

GListModel *
tenken_trend_rows_new (TnkTrend *trend)
{
  guint last = tnk_trend_get_n_points (trend) - 1;
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_trend_get_campaign (trend, last));
  GListStore *rows = g_list_store_new (TENKEN_TYPE_TABLE_ITEM);

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkScore *now = tnk_trend_get_control_score (trend, last, i);
    g_autoptr (TenkenTableItem) item = NULL;
    Row *row;

    if (now == NULL)
      continue;
    row = g_new0 (Row, 1);
    row->control = g_object_ref (tnk_catalog_get_control (catalog, i));
    row->now = tenken_score_get_figure (now);
    row->before = last > 0 ? tenken_score_get_figure (tnk_trend_get_control_score (trend, last - 1, i)) : NAN;
    row->first = find_first (trend, i);
    row->is_broken = last > 0 && tnk_trend_is_broken (trend, last, i);
    item = tenken_table_item_new (row, row_free);
    g_list_store_append (rows, item);
  }
  return G_LIST_MODEL (rows);
}
