/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-controls-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-button.h"
#include "tenken-chapter-chooser.h"
#include "tenken-committee-frame.h"
#include "tenken-committee-summary.h"
#include "tenken-control-rows.h"
#include "tenken-distribution.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

struct _TenkenCommitteeControlsPage
{
  TenkenDeskPage parent_instance;

  TenkenCommitteeTarget target;
  GtkBox *scope; /* of what these are the controls */
  TenkenDeskChooser *chapters;
  GtkToggleButton *gaps;
  TenkenTable *table;
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
  return tenken_committee_request_new (tenken_desk_page_get_desk (page), &TENKEN_COMMITTEE_CONTROLS_PAGE (page)->target);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  const TenkenCommitteeRequest *request = data;
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
  g_autofree char *place = tenken_committee_target_write (&self->target, "controls");

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
chose_chapter (TenkenCommitteeControlsPage *self,
               const char *chapter)
{
  g_free (self->target.chapter);
  self->target.chapter = *chapter != '\0' ? g_strdup (chapter) : NULL;
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
show_filters (TenkenCommitteeControlsPage *self,
              TnkCatalog *catalog)
{
  self->is_showing = TRUE;
  tenken_chapter_chooser_show (self->chapters, catalog, self->target.chapter);
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
  tenken_committee_frame_clear (self->scope);
  gtk_box_append (self->scope, tenken_committee_summary_new (&result->standing, &self->target, "controls"));
  tenken_table_set_empty_text (self->table, self->target.gaps ? _ ("All of these controls are fully kept.") : _ ("There are no required controls here."));
  tenken_table_set_model (self->table, result->rows);
}

static void
open_control (TenkenCommitteeControlsPage *self,
              gpointer item)
{
  TenkenCommitteeTarget target = {.id = (char *) tnk_control_get_id (tenken_control_rows_get_control (item)),
                                  .department = self->target.department,
                                  .role = self->target.role};
  g_autofree char *place = tenken_committee_target_write (&target, "control");

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenCommitteeControlsPage *self = TENKEN_COMMITTEE_CONTROLS_PAGE (page);
  gboolean had_gaps = self->target.gaps;

  tenken_committee_target_read (&self->target, target);
  /* Who asks for the gaps wants the worst first, and may sort them otherwise afterwards. */
  if (self->target.gaps && !had_gaps)
    tenken_table_sort_by (self->table, "answers", GTK_SORT_DESCENDING);
  tenken_desk_page_reload (page);
}

/* --- the class --- */

static void
tenken_committee_controls_page_finalize (GObject *object)
{
  TenkenCommitteeControlsPage *self = TENKEN_COMMITTEE_CONTROLS_PAGE (object);

  tenken_committee_target_clear (&self->target);
  G_OBJECT_CLASS (tenken_committee_controls_page_parent_class)->finalize (object);
}

static void
tenken_committee_controls_page_class_init (TenkenCommitteeControlsPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_committee_controls_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = tenken_committee_request_free;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
  page_class->aim = aim;
}

static void
make_table (TenkenCommitteeControlsPage *self)
{
  GtkWidget *table = tenken_table_new ("controls", _ ("Controls"), tenken_control_columns, tenken_control_n_columns);
  GtkWidget *gaps = gtk_toggle_button_new_with_label (_ ("Only what is not fully kept"));

  self->table = TENKEN_TABLE (table);
  self->chapters = tenken_chapter_chooser_new ();
  self->gaps = GTK_TOGGLE_BUTTON (gaps);
  tenken_button_wrap (gaps);
  tenken_table_add_tool (self->table, GTK_WIDGET (self->chapters));
  tenken_table_add_tool (self->table, gaps);
  g_signal_connect_object (self->chapters, "chosen", G_CALLBACK (chose_chapter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gaps, "toggled", G_CALLBACK (chose_gaps), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (table, "open", G_CALLBACK (open_control), self, G_CONNECT_SWAPPED);
}

static void
tenken_committee_controls_page_init (TenkenCommitteeControlsPage *self)
{
  GtkBox *box = tenken_committee_frame_make (TENKEN_DESK_PAGE (self), _ ("Controls"));

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
