/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-department-rows.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-change.h"
#include "tenken-format.h"

#define STEP_IN "\u3000" /* an ideographic space for each step of the tree */

typedef struct
{
  TnkDepartment *department;
  TnkScore *score;
  double change;
  guint least_depth; /* of the first row */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->department);
  g_object_unref (row->score);
  g_free (row);
}

static Row *
get_row (gpointer item)
{
  return tenken_table_item_get (item);
}

const char *
tenken_department_rows_get_id (gpointer item)
{
  return tnk_department_get_id (get_row (item)->department);
}

static gint64
count (gpointer item,
       const char *name)
{
  return tnk_score_get_count (get_row (item)->score, name);
}

static char *
write_share (gpointer item,
             const char *name,
             const char *of)
{
  return g_strdup_printf ("%d/%d", (int) count (item, name), (int) count (item, of));
}

static double
get_share_of (gpointer item,
              const char *name,
              const char *of)
{
  gint64 n = count (item, of);

  return n > 0 ? 100.0 * count (item, name) / n : NAN;
}

/* --- columns --- */

char *
tenken_department_rows_name (TnkDepartment *department,
                             guint depth)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (name, STEP_IN);
  g_string_append (name, tnk_department_get_name (department));
  return g_string_free (name, FALSE);
}

static char *
get_name (gpointer item,
          gpointer user_data)
{
  const Row *row = get_row (item);

  return tenken_department_rows_name (row->department, tnk_department_get_depth (row->department) - row->least_depth);
}

static double
get_index (gpointer item,
           gpointer user_data)
{
  return tnk_department_get_index (get_row (item)->department);
}

static char *
get_handed_in (gpointer item,
               gpointer user_data)
{
  return write_share (item, "people_submitted", "people_asked");
}

static double
get_submission (gpointer item,
                gpointer user_data)
{
  return get_share_of (item, "people_submitted", "people_asked");
}

static char *
write_submission (gpointer item,
                  gpointer user_data)
{
  return tenken_format_figure (get_submission (item, NULL));
}

static char *
get_points (gpointer item,
            gpointer user_data)
{
  return tenken_format_figure (tenken_score_get_figure (get_row (item)->score));
}

static double
get_score (gpointer item,
           gpointer user_data)
{
  return tenken_score_get_figure (get_row (item)->score);
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
  return write_share (item, "controls_full", "controls");
}

static double
get_full (gpointer item,
          gpointer user_data)
{
  return get_share_of (item, "controls_full", "controls");
}

const TenkenTableColumn tenken_department_columns[] = {
  {"name", N_ ("Department"), get_name, get_index, FALSE, 0, NULL, NULL},
  {"points", N_ ("Points"), get_points, get_score, TRUE, 5, NULL, NULL},
  {"change", N_ ("Change"), get_changed, get_change, TRUE, 6, NULL, NULL},
  {"kept", N_ ("Controls fully kept"), get_kept, get_full, TRUE, 9, NULL, NULL},
  {"submission", N_ ("Submission rate"), write_submission, get_submission, TRUE, 7, NULL, NULL},
  {"people", N_ ("Handed in"), get_handed_in, get_submission, TRUE, 7, NULL, NULL},
};
const guint tenken_department_n_columns = G_N_ELEMENTS (tenken_department_columns);

/* --- rows --- */

void
tenken_department_rows_get_range (const TenkenStanding *standing,
                                  guint *first,
                                  guint *end)
{
  TnkBody *body = tnk_tally_get_body (standing->now);

  *first = MAX (standing->department, 0);
  *end = standing->department >= 0 ? tnk_body_get_subtree_end (body, standing->department) : tnk_body_get_n_departments (body);
}

GListModel *
tenken_department_rows_new (const TenkenStanding *standing)
{
  GListStore *rows = g_list_store_new (TENKEN_TYPE_TABLE_ITEM);
  guint first, end;

  tenken_department_rows_get_range (standing, &first, &end);
  for (guint i = first; i < end; i++) {
    TnkDepartment *department = tnk_body_get_department (tnk_tally_get_body (standing->now), i);
    g_autoptr (TnkScore) before = tenken_standing_score_department (standing, department, TRUE);
    g_autoptr (TenkenTableItem) item = NULL;
    Row *row = g_new0 (Row, 1);

    row->department = g_object_ref (department);
    row->least_depth = tnk_department_get_depth (tnk_body_get_department (tnk_tally_get_body (standing->now), first));
    row->score = tenken_standing_score_department (standing, department, FALSE);
    row->change = tenken_change_between (tenken_score_get_figure (row->score), tenken_score_get_figure (before));
    item = tenken_table_item_new (row, row_free);
    g_list_store_append (rows, item);
  }
  return G_LIST_MODEL (rows);
}
