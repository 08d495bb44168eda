/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-heat-page.h"

#include <glib/gi18n.h>

#include "tenken-committee-frame.h"
#include "tenken-committee-target.h"
#include "tenken-department-rows.h"
#include "tenken-heat-map.h"
#include "tenken-heat-scale.h"
#include "tenken-language.h"

struct _TenkenCommitteeHeatPage
{
  TenkenDeskPage parent_instance;

  GtkStack *views; /* "map" and "list" */
  TenkenHeatMap *map;
  TenkenTable *list;
  GPtrArray *departments; /* (element-type utf8): the id of each row; NULL: the whole body */
  GPtrArray *chapters; /* (element-type utf8): the id of each column; NULL: all */
};

G_DEFINE_FINAL_TYPE (TenkenCommitteeHeatPage, tenken_committee_heat_page, TENKEN_TYPE_DESK_PAGE)

/* --- what is read --- */

typedef struct
{
  TenkenStanding standing;
  GListModel *rows;
  GPtrArray *departments; /* (element-type TnkDepartment) (nullable elements) */
  GArray *cells; /* (element-type TenkenHeatCell): row by row, the whole first */
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  tenken_standing_clear (&self->standing);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static void
add_cell (Result *result,
          TnkScore *score)
{
  const TenkenHeatCell cell = {.score = tenken_score_get_figure (score),
                               .n = tnk_score_get_count (score, "controls_full"),
                               .of = tnk_score_get_count (score, "controls")};

  g_array_append_val (result->cells, cell);
}

static void
add_department (Result *result,
                TnkDepartment *department)
{
  TnkTally *tally = result->standing.now;
  TnkCatalog *catalog = tenken_standing_get_catalog (&result->standing);
  g_autoptr (TnkScore) whole =
    department != NULL ? tnk_tally_score_department (tally, tnk_department_get_index (department)) : g_object_ref (result->standing.score);

  g_ptr_array_add (result->departments, department);
  add_cell (result, whole);
  for (guint chapter = 0; chapter < tnk_catalog_get_n_chapters (catalog); chapter++) {
    g_autoptr (TnkScore) score = department != NULL ? tnk_tally_score_department_chapter (tally, tnk_department_get_index (department), chapter)
                                                    : tnk_tally_score_chapter (tally, chapter);

    add_cell (result, score);
  }
}

static void
add_departments (Result *result)
{
  TnkBody *body = tnk_tally_get_body (result->standing.now);
  guint first, end;

  tenken_department_rows_get_range (&result->standing, &first, &end);
  /* Where one department stands above all others, it is the whole already. */
  if (result->standing.department < 0 && tnk_body_get_n_departments (body) > 0 && tnk_body_get_subtree_end (body, 0) < end)
    add_department (result, NULL);
  for (guint i = first; i < end; i++)
    add_department (result, tnk_body_get_department (body, i));
}

static gpointer
fetch (TnkDesk *desk,
       gpointer request,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (Result) result = g_new0 (Result, 1);

  if (!tenken_standing_load (&result->standing, desk, request, cancellable, error))
    return NULL;
  result->departments = g_ptr_array_new ();
  result->cells = g_array_new (FALSE, FALSE, sizeof (TenkenHeatCell));
  add_departments (result);
  result->rows = tenken_department_rows_new (&result->standing);
  return g_steal_pointer (&result);
}

/* --- what is shown --- */

static void
show_columns (TenkenCommitteeHeatPage *self,
              TnkCatalog *catalog)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  g_ptr_array_set_size (self->chapters, 0);
  g_ptr_array_add (self->chapters, NULL);
  g_ptr_array_add (labels, (gpointer) _ ("All chapters"));
  for (guint i = 0; i < tnk_catalog_get_n_chapters (catalog); i++) {
    TnkChapter *chapter = tnk_catalog_get_chapter (catalog, i);

    g_ptr_array_add (self->chapters, g_strdup (tnk_chapter_get_id (chapter)));
    g_ptr_array_add (labels, (gpointer) tenken_text (tnk_chapter_get_title (chapter)));
  }
  g_ptr_array_add (labels, NULL);
  tenken_heat_map_set_columns (self->map, (const char *const *) labels->pdata);
}

static void
show_row (TenkenCommitteeHeatPage *self,
          const Result *result,
          guint row,
          guint least_depth)
{
  TnkDepartment *department = result->departments->pdata[row];
  const TenkenHeatCell *cells = &g_array_index (result->cells, TenkenHeatCell, row * self->chapters->len);

  g_ptr_array_add (self->departments, department != NULL ? g_strdup (tnk_department_get_id (department)) : NULL);
  if (department == NULL)
    tenken_heat_map_add_row (self->map, _ ("The whole body"), 0, cells);
  else
    tenken_heat_map_add_row (self->map, tnk_department_get_name (department), tnk_department_get_depth (department) - least_depth, cells);
}

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenCommitteeHeatPage *self = TENKEN_COMMITTEE_HEAT_PAGE (page);
  const Result *result = data;
  TnkBody *body = tnk_tally_get_body (result->standing.now);
  guint least_depth = result->standing.department >= 0 ? tnk_department_get_depth (tnk_body_get_department (body, result->standing.department)) : 0;
  guint row, column;

  if (result->departments->len == 0) {
    tenken_desk_page_set_empty (page, "view-grid-symbolic", _ ("There are no departments"), _ ("The roster of this campaign holds none."), NULL, NULL);
    return;
  }
  tenken_heat_map_get_current (self->map, &row, &column);
  show_columns (self, tenken_standing_get_catalog (&result->standing));
  g_ptr_array_set_size (self->departments, 0);
  for (guint i = 0; i < result->departments->len; i++)
    show_row (self, result, i, least_depth);
  /* New figures move nobody to another place. */
  tenken_heat_map_set_current (self->map, row, column);
  tenken_table_set_model (self->list, result->rows);
}

/* --- where it leads --- */

static void
go (TenkenCommitteeHeatPage *self,
    const char *department,
    const char *chapter)
{
  TenkenCommitteeTarget target = {.department = (char *) department, .chapter = (char *) chapter};
  g_autofree char *place = tenken_committee_target_write (&target, "controls");

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
open_cell (TenkenCommitteeHeatPage *self,
           guint row,
           guint column)
{
  go (self, row < self->departments->len ? self->departments->pdata[row] : NULL,
      column < self->chapters->len ? self->chapters->pdata[column] : NULL);
}

static void
open_department (TenkenCommitteeHeatPage *self,
                 gpointer item)
{
  go (self, tenken_department_rows_get_id (item), NULL);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  if (g_strcmp0 (target, "list") == 0)
    gtk_stack_set_visible_child_name (TENKEN_COMMITTEE_HEAT_PAGE (page)->views, "list");
}

/* --- the class --- */

static void
tenken_committee_heat_page_finalize (GObject *object)
{
  TenkenCommitteeHeatPage *self = TENKEN_COMMITTEE_HEAT_PAGE (object);

  g_ptr_array_unref (self->departments);
  g_ptr_array_unref (self->chapters);
  G_OBJECT_CLASS (tenken_committee_heat_page_parent_class)->finalize (object);
}

static void
tenken_committee_heat_page_class_init (TenkenCommitteeHeatPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_committee_heat_page_finalize;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
  page_class->aim = aim;
}

static GtkWidget *
make_map (TenkenCommitteeHeatPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *map = tenken_heat_map_new (_ ("Points of departments by chapter"));

  self->map = TENKEN_HEAT_MAP (map);
  gtk_widget_set_vexpand (map, TRUE);
  gtk_box_append (GTK_BOX (box), tenken_heat_scale_new ());
  gtk_box_append (GTK_BOX (box), map);
  g_signal_connect_object (map, "open", G_CALLBACK (open_cell), self, G_CONNECT_SWAPPED);
  return box;
}

static void
tenken_committee_heat_page_init (TenkenCommitteeHeatPage *self)
{
  GtkBox *box = tenken_committee_frame_make (TENKEN_DESK_PAGE (self), _ ("Departments by chapter"));
  GtkWidget *views = gtk_stack_new (), *switcher = gtk_stack_switcher_new ();
  GtkWidget *list = tenken_table_new ("departments", _ ("Departments"), tenken_department_columns, tenken_department_n_columns);

  self->departments = g_ptr_array_new_with_free_func (g_free);
  self->chapters = g_ptr_array_new_with_free_func (g_free);
  self->views = GTK_STACK (views);
  self->list = TENKEN_TABLE (list);
  gtk_stack_add_titled (self->views, make_map (self), "map", _ ("As a map"));
  gtk_stack_add_titled (self->views, list, "list", _ ("As a list"));
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), self->views);
  gtk_widget_set_halign (switcher, GTK_ALIGN_START);
  gtk_widget_set_vexpand (views, TRUE);
  gtk_box_append (box, switcher);
  gtk_box_append (box, views);
  g_signal_connect_object (list, "open", G_CALLBACK (open_department), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tenken_committee_heat_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_COMMITTEE_HEAT_PAGE, "desk", desk, NULL);
}
