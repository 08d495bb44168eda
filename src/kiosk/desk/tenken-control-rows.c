/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-control-rows.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-change.h"
#include "tenken-distribution.h"
#include "tenken-format.h"
#include "tenken-language.h"

typedef struct
{
  TnkControl *control; /* a reference */
  TnkCounts counts;
  double now;
  double change;
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
tenken_control_rows_get_control (gpointer item)
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

static char *
get_level (gpointer item,
           gpointer user_data)
{
  TnkControl *control = get_row (item)->control;

  if (tnk_control_is_critical (control))
    return g_strdup (_ ("Critical"));
  return g_strdup (tnk_control_get_level (control) == TNK_LEVEL_REQUIRED ? _ ("Required") : _ ("Adopted"));
}

static double
get_rank (gpointer item,
          gpointer user_data)
{
  TnkControl *control = get_row (item)->control;

  return tnk_control_is_critical (control) ? 0 : 1 + (tnk_control_get_level (control) != TNK_LEVEL_REQUIRED);
}

static char *
get_answers (gpointer item,
             gpointer user_data)
{
  return tenken_distribution_describe (&get_row (item)->counts);
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

/* Worst first is what one looks for: by how much is missing, in how many items. */
static double
get_missing (gpointer item,
             gpointer user_data)
{
  const Row *row = get_row (item);

  return (double) tnk_control_get_weight (row->control) * (2 * row->counts.denominator - row->counts.half_points);
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

const TenkenTableColumn tenken_control_columns[] = {
  {"clause", N_ ("Clause"), get_clause, get_index, FALSE, 7, NULL, NULL},
  {"title", N_ ("Control"), get_title, NULL, FALSE, 0, NULL, NULL},
  {"level", N_ ("Level"), get_level, get_rank, FALSE, 6, NULL, NULL},
  {"points", N_ ("Points"), get_points, get_now, TRUE, 5, NULL, NULL},
  {"change", N_ ("Change"), get_changed, get_change, TRUE, 6, NULL, NULL},
  {"kept", N_ ("Implemented"), get_kept, get_share, TRUE, 6, NULL, NULL},
  {"answers", N_ ("Answers"), get_answers, get_missing, FALSE, 11, make_bar, bind_bar},
};
const guint tenken_control_n_columns = G_N_ELEMENTS (tenken_control_columns);

/* --- rows --- */

static gboolean
is_wanted (const TenkenStanding *standing,
           const TenkenCommitteeTarget *target,
           TnkControl *control,
           TnkRole *role)
{
  TnkCatalog *catalog = tenken_standing_get_catalog (standing);
  TnkChapter *chapter = tnk_catalog_get_chapter (catalog, tnk_control_get_chapter_index (control));

  if (!tnk_campaign_requires (tenken_standing_get_campaign (standing), control))
    return FALSE;
  if (target->chapter != NULL && !g_str_equal (target->chapter, tnk_chapter_get_id (chapter)))
    return FALSE;
  return role == NULL || tnk_control_find_duty (control, role) != NULL;
}

static void
add_row (GListStore *rows,
         const TenkenStanding *standing,
         const TenkenCommitteeTarget *target,
         TnkControl *control,
         TnkDepartment *department,
         TnkRole *role)
{
  TnkCounts counts, before;
  double now = tenken_standing_score_control (standing, control, department, role, FALSE, &counts);
  double last = tenken_standing_score_control (standing, control, department, role, TRUE, &before);
  g_autoptr (TenkenTableItem) item = NULL;
  Row *row;

  /* A department or a role is not asked about everything. */
  if (counts.items == 0 && (department != NULL || role != NULL))
    return;
  if (target->gaps && (counts.denominator == 0 || counts.half_points == 2 * counts.denominator))
    return;
  row = g_new0 (Row, 1);
  row->control = g_object_ref (control);
  row->counts = counts;
  row->now = now;
  row->change = tenken_change_between (now, last);
  item = tenken_table_item_new (row, row_free);
  g_list_store_append (rows, item);
}

GListModel *
tenken_control_rows_new (const TenkenStanding *standing,
                         const TenkenCommitteeTarget *target)
{
  TnkCatalog *catalog = tenken_standing_get_catalog (standing);
  TnkRole *role = target->role != NULL ? tnk_catalog_lookup_role (catalog, target->role) : NULL;
  TnkDepartment *department =
    target->department != NULL ? tnk_body_lookup_department (tnk_tally_get_body (standing->now), target->department) : NULL;
  GListStore *rows = g_list_store_new (TENKEN_TYPE_TABLE_ITEM);

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);

    if (is_wanted (standing, target, control, role))
      add_row (rows, standing, target, control, department, role);
  }
  return G_LIST_MODEL (rows);
}
