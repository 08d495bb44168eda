/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-roles-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-change.h"
#include "tenken-committee-frame.h"
#include "tenken-committee-target.h"
#include "tenken-distribution.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-standing.h"
#include "tenken-table.h"

struct _TenkenCommitteeRolesPage
{
  TenkenDeskPage parent_instance;

  TenkenTable *table;
};

G_DEFINE_FINAL_TYPE (TenkenCommitteeRolesPage, tenken_committee_roles_page, TENKEN_TYPE_DESK_PAGE)

/* --- rows --- */

typedef struct
{
  TnkRole *role;
  TnkScore *score;
  double change;
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_object_unref (row->role);
  g_object_unref (row->score);
  g_free (row);
}

static Row *
get_row (gpointer item)
{
  return tenken_table_item_get (item);
}

static int
count (gpointer item,
       const char *name)
{
  return tnk_score_get_count (get_row (item)->score, name);
}

static char *
get_name (gpointer item,
          gpointer user_data)
{
  return g_strdup (tenken_text (tnk_role_get_name (get_row (item)->role)));
}

static double
get_index (gpointer item,
           gpointer user_data)
{
  return tnk_role_get_index (get_row (item)->role);
}

static char *
get_people (gpointer item,
            gpointer user_data)
{
  return g_strdup_printf ("%d/%d", count (item, "people_submitted"), count (item, "people_asked"));
}

static double
get_submission (gpointer item,
                gpointer user_data)
{
  int asked = count (item, "people_asked");

  return asked > 0 ? (double) count (item, "people_submitted") / asked : NAN;
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
  return g_strdup_printf ("%d/%d", count (item, "controls_full"), count (item, "controls"));
}

static double
get_full (gpointer item,
          gpointer user_data)
{
  int n = count (item, "controls");

  return n > 0 ? (double) count (item, "controls_full") / n : NAN;
}

static TnkCounts
get_counts (gpointer item)
{
  return (TnkCounts){.items = count (item, "items"),
                     .implemented = count (item, "implemented"),
                     .partial = count (item, "partial"),
                     .not_implemented = count (item, "not_implemented"),
                     .not_applicable = count (item, "not_applicable"),
                     .excepted = count (item, "excepted")};
}

static char *
get_answers (gpointer item,
             gpointer user_data)
{
  TnkCounts counts = get_counts (item);

  return tenken_distribution_describe (&counts);
}

static double
get_items (gpointer item,
           gpointer user_data)
{
  return count (item, "items");
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
  TnkCounts counts = get_counts (item);

  tenken_distribution_set_counts (TENKEN_DISTRIBUTION (bar), &counts);
}

static const TenkenTableColumn columns[] = {
  {"name", N_ ("Role"), get_name, get_index, FALSE, 0, NULL, NULL},
  {"people", N_ ("Handed in"), get_people, get_submission, TRUE, 7, NULL, NULL},
  {"points", N_ ("Points"), get_points, get_score, TRUE, 5, NULL, NULL},
  {"change", N_ ("Change"), get_changed, get_change, TRUE, 6, NULL, NULL},
  {"kept", N_ ("Controls fully kept"), get_kept, get_full, TRUE, 9, NULL, NULL},
  {"answers", N_ ("Answers"), get_answers, get_items, FALSE, 12, make_bar, bind_bar},
};

/* --- what is read --- */

static void
add_row (GListStore *rows,
         const TenkenStanding *standing,
         TnkRole *role)
{
  g_autoptr (TnkScore) now = tenken_standing_score_role (standing, role, FALSE), before = tenken_standing_score_role (standing, role, TRUE);
  g_autoptr (TenkenTableItem) item = NULL;
  Row *row;

  /* Nobody holds it, or it is asked nothing. */
  if (tnk_score_get_count (now, "items") == 0)
    return;
  row = g_new0 (Row, 1);
  row->role = g_object_ref (role);
  row->change = tenken_change_between (tenken_score_get_figure (now), tenken_score_get_figure (before));
  row->score = g_steal_pointer (&now);
  item = tenken_table_item_new (row, row_free);
  g_list_store_append (rows, item);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer request,
       GCancellable *cancellable,
       GError **error)
{
  TenkenStanding standing = {0};
  GListStore *rows = NULL;

  if (tenken_standing_load (&standing, desk, request, cancellable, error)) {
    TnkCatalog *catalog = tenken_standing_get_catalog (&standing);

    rows = g_list_store_new (TENKEN_TYPE_TABLE_ITEM);
    for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++)
      add_row (rows, &standing, tnk_catalog_get_role (catalog, i));
  }
  tenken_standing_clear (&standing);
  return rows;
}

static void
show (TenkenDeskPage *page,
      gpointer rows)
{
  tenken_table_set_model (TENKEN_COMMITTEE_ROLES_PAGE (page)->table, rows);
}

static void
open_role (TenkenCommitteeRolesPage *self,
           gpointer item)
{
  TenkenCommitteeTarget target = {.role = (char *) tnk_role_get_id (get_row (item)->role)};
  g_autofree char *place = tenken_committee_target_write (&target, "controls");

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

/* --- the class --- */

static void
tenken_committee_roles_page_class_init (TenkenCommitteeRolesPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  page_class->fetch = fetch;
  page_class->result_free = g_object_unref;
  page_class->show = show;
}

static void
tenken_committee_roles_page_init (TenkenCommitteeRolesPage *self)
{
  GtkBox *box = tenken_committee_frame_make (TENKEN_DESK_PAGE (self), _ ("Roles"));
  GtkWidget *table = tenken_table_new ("roles", _ ("Roles"), columns, G_N_ELEMENTS (columns));

  self->table = TENKEN_TABLE (table);
  tenken_table_set_empty_text (self->table, _ ("Nobody of this part is asked anything."));
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (box, tenken_distribution_legend_new ());
  gtk_box_append (box, table);
  g_signal_connect_object (table, "open", G_CALLBACK (open_role), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tenken_committee_roles_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_COMMITTEE_ROLES_PAGE, "desk", desk, NULL);
}
