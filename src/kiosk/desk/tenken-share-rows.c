/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-share-rows.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-change.h"
#include "tenken-department-rows.h"
#include "tenken-distribution.h"
#include "tenken-format.h"
#include "tenken-language.h"

typedef struct
{
  char *id;
  char *name;
  guint index;
  TnkCounts counts;
  double now;
  double change;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->id);
  g_free (row->name);
  g_free (row);
}

static Row *
get_row (gpointer item)
{
  return tenken_table_item_get (item);
}

const char *
tenken_share_rows_get_id (gpointer item)
{
  return get_row (item)->id;
}

/* --- columns --- */

static char *
get_name (gpointer item,
          gpointer user_data)
{
  return g_strdup (get_row (item)->name);
}

static double
get_index (gpointer item,
           gpointer user_data)
{
  return get_row (item)->index;
}

static char *
get_points (gpointer item,
            gpointer user_data)
{
  return tenken_format_figure (get_row (item)->now);
}

static double
get_now (gpointer item,
         gpointer user_data)
{
  return get_row (item)->now;
}

static char *
get_changed (gpointer item,
             gpointer user_data)
{
  return tenken_change_write (get_row (item)->change);
}

static double
get_change (gpointer item,
            gpointer user_data)
{
  return get_row (item)->change;
}

static char *
get_kept (gpointer item,
          gpointer user_data)
{
  const TnkCounts *counts = &get_row (item)->counts;

  return g_strdup_printf ("%u/%u", counts->implemented, counts->denominator);
}

static double
get_share (gpointer item,
           gpointer user_data)
{
  const TnkCounts *counts = &get_row (item)->counts;

  return counts->denominator > 0 ? (double) counts->implemented / counts->denominator : NAN;
}

static char *
get_answers (gpointer item,
             gpointer user_data)
{
  return tenken_distribution_describe (&get_row (item)->counts);
}

static double
get_items (gpointer item,
           gpointer user_data)
{
  return get_row (item)->counts.items;
}

static GtkWidget *
make_bar (gpointer user_data)
{
  return tenken_distribution_new ();
}

static void
bind_bar (GtkWidget *bar,
          gpointer item,
          gpointer user_data)
{
  tenken_distribution_set_counts (TENKEN_DISTRIBUTION (bar), &get_row (item)->counts);
}

#define COLUMNS(title) \
  { \
    {"name", title, get_name, get_index, FALSE, 0, NULL, NULL}, \
      {"points", N_ ("Points"), get_points, get_now, TRUE, 5, NULL, NULL}, \
      {"change", N_ ("Change"), get_changed, get_change, TRUE, 6, NULL, NULL}, \
      {"kept", N_ ("Implemented"), get_kept, get_share, TRUE, 7, NULL, NULL}, \
      {"answers", N_ ("Answers"), get_answers, get_items, FALSE, 14, make_bar, bind_bar}, \
  }

const TenkenTableColumn tenken_share_department_columns[] = COLUMNS (N_ ("Department"));
const TenkenTableColumn tenken_share_role_columns[] = COLUMNS (N_ ("Role"));
const guint tenken_share_n_columns = G_N_ELEMENTS (tenken_share_role_columns);

/* --- rows --- */

/* Takes no row where nobody is asked. */
static void
add_row (GListStore *rows,
         const TenkenStanding *standing,
         TnkControl *control,
         TnkDepartment *department,
         TnkRole *role,
         Row row)
{
  TnkCounts before;
  double last = tenken_standing_score_control (standing, control, department, role, TRUE, &before);
  g_autoptr (TenkenTableItem) item = NULL;

  row.now = tenken_standing_score_control (standing, control, department, role, FALSE, &row.counts);
  row.change = tenken_change_between (row.now, last);
  if (row.counts.items == 0)
    return;
  row.id = g_strdup (row.id);
  row.name = g_strdup (row.name);
  item = tenken_table_item_new (g_memdup2 (&row, sizeof row), row_free);
  g_list_store_append (rows, item);
}

GListModel *
tenken_share_rows_new_departments (const TenkenStanding *standing,
                                   TnkControl *control,
                                   TnkDepartment *department,
                                   TnkRole *role)
{
  TnkBody *body = tnk_tally_get_body (standing->now);
  GListStore *rows = g_list_store_new (TENKEN_TYPE_TABLE_ITEM);
  guint first, end;

  tenken_department_rows_get_range (standing, &first, &end);
  if (department != NULL) {
    first = tnk_department_get_index (department);
    end = tnk_body_get_subtree_end (body, first);
  }
  for (guint i = first; i < end; i++) {
    TnkDepartment *of = tnk_body_get_department (body, i);
    guint depth = tnk_department_get_depth (of) - tnk_department_get_depth (tnk_body_get_department (body, first));
    g_autofree char *name = tenken_department_rows_name (of, depth);

    add_row (rows, standing, control, of, role, (Row){.id = (char *) tnk_department_get_id (of), .name = name, .index = i});
  }
  return G_LIST_MODEL (rows);
}

GListModel *
tenken_share_rows_new_roles (const TenkenStanding *standing,
                             TnkControl *control,
                             TnkDepartment *department)
{
  TnkCatalog *catalog = tenken_standing_get_catalog (standing);
  GListStore *rows = g_list_store_new (TENKEN_TYPE_TABLE_ITEM);

  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkRole *of = tnk_catalog_get_role (catalog, i);

    add_row (rows, standing, control, department, of,
             (Row){.id = (char *) tnk_role_get_id (of), .name = (char *) tenken_text (tnk_role_get_name (of)), .index = i});
  }
  return G_LIST_MODEL (rows);
}
