/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-findings-page.h"

#include <glib/gi18n.h>

#include "tenken-audit-chooser.h"
#include "tenken-desk-parts.h"
#include "tenken-drop-down.h"
#include "tenken-figure.h"
#include "tenken-finding-rows.h"
#include "tenken-wrap-box.h"

/* What the list can be cut down to. */
enum {
  SEE_ALL,
  SEE_OPEN,
  SEE_FOR_DEPARTMENT,
  SEE_FOR_AUDITOR,
  SEE_OVERDUE,
  N_SIGHTS
};

struct _TenkenFindingsPage
{
  TenkenDeskPage parent_instance;

  char *target; /* the id of an audit; NULL: of all */
  GListModel *rows;
  TenkenDeskChooser *chooser;
  GtkWidget *figures[N_SIGHTS]; /* but for all */
  GtkWidget *filter;
  TenkenTable *table;
};

G_DEFINE_FINAL_TYPE (TenkenFindingsPage, tenken_findings_page, TENKEN_TYPE_DESK_PAGE)

/* --- what is read --- */

typedef struct
{
  TenkenAuditData *data;
  GListModel *rows;
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  g_clear_pointer (&self->data, tenken_audit_data_free);
  g_clear_object (&self->rows);
  g_free (self);
}

static gpointer
make_request (TenkenDeskPage *page)
{
  return tenken_audit_request_new (tenken_desk_page_get_desk (page), TENKEN_FINDINGS_PAGE (page)->target);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer request,
       GCancellable *cancellable,
       GError **error)
{
  TenkenAuditData *data = tenken_audit_data_read (desk, request, TENKEN_AUDIT_READ_BOOKS, cancellable, error);
  Result *result;

  if (data == NULL)
    return NULL;
  result = g_new0 (Result, 1);
  result->data = data;
  result->rows = tenken_finding_rows_new (data);
  return result;
}

/* --- what is shown --- */

static gboolean
is_seen (TenkenFindingRow *row,
         guint sight)
{
  switch (sight) {
  case SEE_OPEN:
    return tenken_finding_row_is_open (row);
  case SEE_FOR_DEPARTMENT:
    return tenken_finding_row_waits_for_department (row);
  case SEE_FOR_AUDITOR:
    return tenken_finding_row_waits_for_auditor (row);
  case SEE_OVERDUE:
    return row->overdue;
  case SEE_ALL:
  default:
    return TRUE;
  }
}

static void
show_list (TenkenFindingsPage *self)
{
  guint sight = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter));
  g_autoptr (GListStore) seen = g_list_store_new (TENKEN_TYPE_FINDING_ROW);

  for (guint i = 0; self->rows != NULL && i < g_list_model_get_n_items (self->rows); i++) {
    g_autoptr (TenkenFindingRow) row = g_list_model_get_item (self->rows, i);

    if (is_seen (row, sight))
      g_list_store_append (seen, row);
  }
  tenken_table_set_model (self->table, G_LIST_MODEL (seen));
}

static void
show_figures (TenkenFindingsPage *self)
{
  guint counts[N_SIGHTS] = {0};

  for (guint i = 0; i < g_list_model_get_n_items (self->rows); i++) {
    g_autoptr (TenkenFindingRow) row = g_list_model_get_item (self->rows, i);

    for (guint sight = 0; sight < N_SIGHTS; sight++)
      counts[sight] += is_seen (row, sight);
  }
  for (guint sight = SEE_OPEN; sight < N_SIGHTS; sight++) {
    g_autofree char *value = g_strdup_printf ("%u", counts[sight]);

    tenken_figure_set_value (TENKEN_FIGURE (self->figures[sight]), value, NULL);
  }
  tenken_figure_set_alarm (TENKEN_FIGURE (self->figures[SEE_OVERDUE]), counts[SEE_OVERDUE] > 0 ? _ ("Past their day") : NULL);
}

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenFindingsPage *self = TENKEN_FINDINGS_PAGE (page);
  const Result *result = data;
  gboolean manager = tenken_desk_get_office (tenken_desk_page_get_desk (page)) == TNK_RIGHTS_DEPARTMENT;

  g_set_object (&self->rows, result->rows);
  tenken_audit_chooser_show (self->chooser, result->data->audits, result->data->book != NULL ? result->data->audit_id : NULL, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->chooser), result->data->audits->len > 0);
  tenken_table_set_empty_text (self->table, manager ? _ ("There is no such finding about your departments, and nothing that they are asked.") : _ ("There is no such finding."));
  show_figures (self);
  show_list (self);
}

static void
open_row (TenkenFindingsPage *self,
          gpointer item)
{
  TenkenFindingRow *row = item;
  g_autofree char *place = g_strdup_printf ("finding/%s/%s", tnk_audit_get_id (row->audit), tnk_finding_get_id (row->finding));

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
chose_audit (TenkenFindingsPage *self,
             const char *id)
{
  g_free (self->target);
  self->target = *id != '\0' ? g_strdup (id) : NULL;
  tenken_desk_page_reload (TENKEN_DESK_PAGE (self));
}

/* A figure shows in the list what it counts. */
static void
see (TenkenFindingsPage *self,
     GtkWidget *figure)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filter), GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (figure), "sight")));
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenFindingsPage *self = TENKEN_FINDINGS_PAGE (page);

  if (target == NULL || g_strcmp0 (self->target, target) == 0)
    return;
  g_free (self->target);
  self->target = *target != '\0' ? g_strdup (target) : NULL;
  tenken_desk_page_reload (page);
}

/* --- the class --- */

static void
tenken_findings_page_finalize (GObject *object)
{
  TenkenFindingsPage *self = TENKEN_FINDINGS_PAGE (object);

  g_free (self->target);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (tenken_findings_page_parent_class)->finalize (object);
}

static void
tenken_findings_page_class_init (TenkenFindingsPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_findings_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = tenken_audit_request_free;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
  page_class->aim = aim;
}

static GtkWidget *
make_figures (TenkenFindingsPage *self,
              const char *const *words)
{
  GtkWidget *line = tenken_wrap_box_new (0, 12);

  for (guint sight = SEE_OPEN; sight < N_SIGHTS; sight++) {
    self->figures[sight] = tenken_figure_new (words[sight]);
    g_object_set_data (G_OBJECT (self->figures[sight]), "sight", GUINT_TO_POINTER (sight));
    g_signal_connect_object (self->figures[sight], "clicked", G_CALLBACK (see), self, G_CONNECT_SWAPPED);
    tenken_wrap_box_append (TENKEN_WRAP_BOX (line), self->figures[sight]);
  }
  return line;
}

static void
make_table (TenkenFindingsPage *self,
            const char *const *words)
{
  self->table = TENKEN_TABLE (tenken_finding_table_new ("findings", _ ("Findings of the audit")));
  self->filter = tenken_drop_down_new (gtk_string_list_new (words), _ ("State"));
  g_signal_connect_object (self->filter, "notify::selected", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  tenken_table_add_tool (self->table, self->filter);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_row), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
}

static void
tenken_findings_page_init (TenkenFindingsPage *self)
{
  const char *const words[] = {_ ("All findings"), _ ("Open findings"), _ ("The department is to answer"), _ ("The auditor is to follow up"), _ ("Overdue"), NULL};
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *scroller = gtk_scrolled_window_new ();

  self->chooser = tenken_audit_chooser_new ();
  gtk_widget_set_halign (GTK_WIDGET (self->chooser), GTK_ALIGN_START);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chose_audit), self, G_CONNECT_SWAPPED);
  make_table (self, words);
  gtk_box_append (GTK_BOX (box), tenken_desk_heading_new (_ ("Findings of the audit"), "page-title"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (box), make_figures (self, words));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  gtk_widget_add_css_class (box, "plan-page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), scroller);
}

GtkWidget *
tenken_findings_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_FINDINGS_PAGE, "desk", desk, NULL);
}

GtkWidget *
tenken_follow_up_page_new (TenkenDesk *desk)
{
  GtkWidget *page = tenken_findings_page_new (desk);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (TENKEN_FINDINGS_PAGE (page)->filter), SEE_FOR_AUDITOR);
  return page;
}
