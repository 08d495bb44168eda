/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-controls-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-button.h"
#include "tenken-control-rows.h"
#include "tenken-distribution.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-results-frame.h"
#include "tenken-results-summary.h"
#include "tenken-wrap-box.h"

struct _TenkenCommitteeControlsPage
{
  TenkenDeskPage parent_instance;

  TenkenResultsTarget target;
  GtkBox *scope; /* of what these are the controls */
  GtkDropDown *chapters;
  GtkToggleButton *gaps;
  TenkenTable *table;
  TnkCatalog *catalog; /* whose chapters the list has; NULL before the first */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (TenkenCommitteeControlsPage, tenken_committee_controls_page, TENKEN_TYPE_DESK_PAGE)

/* --- what is read --- */

typedef struct
{
  TenkenStanding standing;
  GListModel *rows;
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  tenken_standing_clear (&self->standing);
  g_clear_object (&self->rows);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static gpointer
make_request (TenkenDeskPage *page)
{
  return tenken_results_request_new (tenken_desk_page_get_desk (page), &TENKEN_COMMITTEE_CONTROLS_PAGE (page)->target);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  const TenkenResultsRequest *request = data;
  g_autoptr (Result) result = g_new0 (Result, 1);

  if (!tenken_standing_load (&result->standing, desk, request->query, cancellable, error))
    return NULL;
  result->rows = tenken_control_rows_new (&result->standing, &request->target);
  return g_steal_pointer (&result);
}

/* --- filters --- */

static void
go (TenkenCommitteeControlsPage *self)
{
  g_autofree char *place = tenken_results_target_write (&self->target, "controls");

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
chose_chapter (TenkenCommitteeControlsPage *self)
{
  guint chosen = gtk_drop_down_get_selected (self->chapters);
  TnkChapter *chapter;

  if (self->is_showing || self->catalog == NULL || chosen == GTK_INVALID_LIST_POSITION)
    return;
  chapter = chosen > 0 ? tnk_catalog_get_chapter (self->catalog, chosen - 1) : NULL;
  g_free (self->target.chapter);
  self->target.chapter = chapter != NULL ? g_strdup (tnk_chapter_get_id (chapter)) : NULL;
  go (self);
}

static void
chose_gaps (TenkenCommitteeControlsPage *self)
{
  if (self->is_showing)
    return;
  self->target.gaps = gtk_toggle_button_get_active (self->gaps);
  go (self);
}

static void
list_chapters (TenkenCommitteeControlsPage *self,
               TnkCatalog *catalog)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  if (!g_set_object (&self->catalog, catalog))
    return;
  gtk_string_list_append (names, _ ("All chapters"));
  for (guint i = 0; i < tnk_catalog_get_n_chapters (catalog); i++) {
    TnkChapter *chapter = tnk_catalog_get_chapter (catalog, i);
    g_autofree char *name = g_strdup_printf ("%s %s", tnk_chapter_get_id (chapter), tenken_text (tnk_chapter_get_title (chapter)));

    gtk_string_list_append (names, name);
  }
  gtk_drop_down_set_model (self->chapters, G_LIST_MODEL (names));
}

static void
show_filters (TenkenCommitteeControlsPage *self,
              TnkCatalog *catalog)
{
  TnkChapter *chapter = self->target.chapter != NULL ? tnk_catalog_lookup_chapter (catalog, self->target.chapter) : NULL;

  self->is_showing = TRUE;
  list_chapters (self, catalog);
  gtk_drop_down_set_selected (self->chapters, chapter != NULL ? tnk_chapter_get_index (chapter) + 1 : 0);
  gtk_toggle_button_set_active (self->gaps, self->target.gaps);
  self->is_showing = FALSE;
}

/* --- what is shown --- */

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenCommitteeControlsPage *self = TENKEN_COMMITTEE_CONTROLS_PAGE (page);
  const Result *result = data;

  show_filters (self, tenken_standing_get_catalog (&result->standing));
  tenken_results_frame_clear (self->scope);
  gtk_box_append (self->scope, tenken_results_summary_new (&result->standing, &self->target, "controls"));
  tenken_table_set_empty_text (self->table, self->target.gaps ? _ ("All of these controls are fully kept.") : _ ("There are no required controls here."));
  tenken_table_set_model (self->table, result->rows);
}

static void
open_control (TenkenCommitteeControlsPage *self,
              gpointer item)
{
  TenkenResultsTarget target = {.id = (char *) tnk_control_get_id (tenken_control_rows_get_control (item)),
                                .department = self->target.department,
                                .role = self->target.role};
  g_autofree char *place = tenken_results_target_write (&target, "control");

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenCommitteeControlsPage *self = TENKEN_COMMITTEE_CONTROLS_PAGE (page);
  gboolean had_gaps = self->target.gaps;

  tenken_results_target_read (&self->target, target);
  /* Who asks for the gaps wants the worst first, and may sort them otherwise afterwards. */
  if (self->target.gaps && !had_gaps)
    tenken_table_sort_by (self->table, "answers", GTK_SORT_DESCENDING);
}

/* --- the class --- */

static void
tenken_committee_controls_page_finalize (GObject *object)
{
  TenkenCommitteeControlsPage *self = TENKEN_COMMITTEE_CONTROLS_PAGE (object);

  tenken_results_target_clear (&self->target);
  g_clear_object (&self->catalog);
  G_OBJECT_CLASS (tenken_committee_controls_page_parent_class)->finalize (object);
}

static void
tenken_committee_controls_page_class_init (TenkenCommitteeControlsPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_committee_controls_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = tenken_results_request_free;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
  page_class->aim = aim;
}

static void
make_table (TenkenCommitteeControlsPage *self)
{
  GtkWidget *table = tenken_table_new ("controls", _ ("Controls"), tenken_control_columns, tenken_control_n_columns);
  GtkWidget *chapters = gtk_drop_down_new (NULL, NULL), *gaps = gtk_toggle_button_new_with_label (_ ("Only what is not fully kept"));

  self->table = TENKEN_TABLE (table);
  self->chapters = GTK_DROP_DOWN (chapters);
  self->gaps = GTK_TOGGLE_BUTTON (gaps);
  tenken_button_wrap (gaps);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chapters), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Chapter"), -1);
  tenken_table_add_tool (self->table, chapters);
  tenken_table_add_tool (self->table, gaps);
  g_signal_connect_object (chapters, "notify::selected", G_CALLBACK (chose_chapter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gaps, "toggled", G_CALLBACK (chose_gaps), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "open", G_CALLBACK (open_control), self, G_CONNECT_SWAPPED);
}

static void
tenken_committee_controls_page_init (TenkenCommitteeControlsPage *self)
{
  GtkBox *box = tenken_results_frame_make (TENKEN_DESK_PAGE (self), _ ("Controls"));

  self->scope = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  make_table (self);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (box, GTK_WIDGET (self->scope));
  gtk_box_append (box, tenken_distribution_legend_new ());
  gtk_box_append (box, GTK_WIDGET (self->table));
}

GtkWidget *
tenken_committee_controls_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_COMMITTEE_CONTROLS_PAGE, "desk", desk, NULL);
}
