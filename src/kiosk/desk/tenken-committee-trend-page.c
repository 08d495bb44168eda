/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-trend-page.h"

#include <glib/gi18n.h>

#include "tenken-chapter-chooser.h"
#include "tenken-committee-frame.h"
#include "tenken-committee-target.h"
#include "tenken-language.h"
#include "tenken-trend-lines.h"
#include "tenken-trend-rows.h"
#include "tenken-trend.h"
#include "tenken-wrap-box.h"

struct _TenkenCommitteeTrendPage
{
  TenkenDeskPage parent_instance;

  TenkenCommitteeTarget target;
  TenkenDeskChooser *parts; /* the whole, or a chapter */
  GtkLabel *subject;
  GtkWidget *back; /* from a control to the whole */
  GtkWidget *lonely; /* there is nothing to compare with yet */
  GtkBox *chart_place;
  TenkenTable *table;
};

G_DEFINE_FINAL_TYPE (TenkenCommitteeTrendPage, tenken_committee_trend_page, TENKEN_TYPE_DESK_PAGE)

/* --- what is read --- */

typedef struct
{
  TnkTrend *trend;
  GPtrArray *rates;
  GListModel *rows;
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  g_clear_object (&self->trend);
  g_clear_pointer (&self->rates, g_ptr_array_unref);
  g_clear_object (&self->rows);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static gpointer
fetch (TnkDesk *desk,
       gpointer request,
       GCancellable *cancellable,
       GError **error)
{
  const TenkenDeskQuery *query = request;
  g_autoptr (Result) result = g_new0 (Result, 1);

  result->trend = tnk_desk_load_trend (desk, query->campaign_id, query->department_id, cancellable, error);
  if (result->trend == NULL)
    return NULL;
  result->rates = tnk_rate_load_default (error);
  if (result->rates == NULL)
    return NULL;
  result->rows = tenken_trend_rows_new (result->trend);
  return g_steal_pointer (&result);
}

/* --- of what it is --- */

static void
go (TenkenCommitteeTrendPage *self,
    const TenkenCommitteeTarget *target)
{
  g_autofree char *place = tenken_committee_target_write (target, "trend");

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
chose_part (TenkenCommitteeTrendPage *self,
            const char *chapter)
{
  TenkenCommitteeTarget target = {.chapter = *chapter != '\0' ? (char *) chapter : NULL};

  go (self, &target);
}

/* --- what is shown --- */

static const char *
show_subject (TenkenCommitteeTrendPage *self,
              TnkChapter *chapter,
              TnkControl *control)
{
  const char *name = _ ("All chapters");
  g_autofree char *subject = NULL;

  if (control != NULL) {
    name = tenken_text (tnk_control_get_title (control));
    subject = g_strdup_printf ("%s %s", tnk_control_get_clause (control), name);
  } else if (chapter != NULL)
    name = tenken_text (tnk_chapter_get_title (chapter));
  gtk_label_set_text (self->subject, subject != NULL ? subject : name);
  gtk_widget_set_visible (self->back, control != NULL);
  return name;
}

static void
show_chart (TenkenCommitteeTrendPage *self,
            const Result *result,
            TnkCatalog *catalog)
{
  TnkControl *control = self->target.id != NULL ? tnk_catalog_lookup_control (catalog, self->target.id) : NULL;
  TnkChapter *chapter = self->target.chapter != NULL ? tnk_catalog_lookup_chapter (catalog, self->target.chapter) : NULL;
  GtkWidget *chart = tenken_trend_new (show_subject (self, chapter, control));

  if (control != NULL)
    tenken_trend_lines_show_control (TENKEN_TREND (chart), result->trend, tnk_control_get_index (control));
  else if (chapter != NULL)
    tenken_trend_lines_show_chapter (TENKEN_TREND (chart), result->trend, result->rates, tnk_chapter_get_index (chapter));
  else
    tenken_trend_lines_show_whole (TENKEN_TREND (chart), result->trend, result->rates);
  tenken_committee_frame_clear (self->chart_place);
  gtk_box_append (self->chart_place, chart);
}

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenCommitteeTrendPage *self = TENKEN_COMMITTEE_TREND_PAGE (page);
  const Result *result = data;
  guint n = tnk_trend_get_n_points (result->trend);
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_trend_get_campaign (result->trend, n - 1));

  tenken_chapter_chooser_show (self->parts, catalog, self->target.chapter);
  gtk_widget_set_visible (self->lonely, n == 1);
  show_chart (self, result, catalog);
  tenken_table_set_model (self->table, result->rows);
}

static void
open_control (TenkenCommitteeTrendPage *self,
              gpointer item)
{
  TenkenCommitteeTarget target = {.id = (char *) tnk_control_get_id (tenken_trend_rows_get_control (item))};

  go (self, &target);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  tenken_committee_target_read (&TENKEN_COMMITTEE_TREND_PAGE (page)->target, target);
  tenken_desk_page_reload (page);
}

/* --- the class --- */

static void
tenken_committee_trend_page_finalize (GObject *object)
{
  TenkenCommitteeTrendPage *self = TENKEN_COMMITTEE_TREND_PAGE (object);

  tenken_committee_target_clear (&self->target);
  G_OBJECT_CLASS (tenken_committee_trend_page_parent_class)->finalize (object);
}

static void
tenken_committee_trend_page_class_init (TenkenCommitteeTrendPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_committee_trend_page_finalize;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
  page_class->aim = aim;
}

static GtkWidget *
make_line (TenkenCommitteeTrendPage *self)
{
  GtkWidget *line = tenken_wrap_box_new (0, 12);
  GtkWidget *subject = tenken_committee_frame_make_line ("", FALSE);

  self->parts = tenken_chapter_chooser_new ();
  self->subject = GTK_LABEL (subject);
  self->back = tenken_committee_frame_make_way (_ ("Show all chapters"), "trend");
  gtk_widget_add_css_class (subject, "section-title");
  gtk_widget_set_hexpand (subject, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), subject);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), self->back);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), GTK_WIDGET (self->parts));
  g_signal_connect_object (self->parts, "chosen", G_CALLBACK (chose_part), self, G_CONNECT_SWAPPED);
  return line;
}

static void
tenken_committee_trend_page_init (TenkenCommitteeTrendPage *self)
{
  GtkBox *box = tenken_committee_frame_make (TENKEN_DESK_PAGE (self), _ ("Trend")), *part;
  GtkWidget *table = tenken_table_new ("trend", _ ("Trend of the controls"), tenken_trend_columns, tenken_trend_n_columns);

  self->table = TENKEN_TABLE (table);
  self->chart_place = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->lonely = tenken_committee_frame_make_line (_ ("There is no earlier campaign on this catalog to compare with."), FALSE);
  gtk_box_append (box, make_line (self));
  gtk_box_append (box, self->lonely);
  gtk_box_append (box, GTK_WIDGET (self->chart_place));
  part = tenken_committee_frame_add_part (box, _ ("Control by control"));
  gtk_widget_set_vexpand (GTK_WIDGET (part), TRUE);
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (part, table);
  g_signal_connect_object (table, "open", G_CALLBACK (open_control), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tenken_committee_trend_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_COMMITTEE_TREND_PAGE, "desk", desk, NULL);
}
