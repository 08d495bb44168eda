/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-papers-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-audit-cells.h"
#include "tenken-audit-chooser.h"
#include "tenken-audit-words.h"
#include "tenken-desk-parts.h"
#include "tenken-distribution.h"
#include "tenken-drop-down.h"
#include "tenken-figure.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-table.h"
#include "tenken-wrap-box.h"

struct _TenkenAuditPapersPage
{
  TenkenDeskPage parent_instance;

  char *target;
  TnkAudit *audit; /* the one that is shown */
  GListModel *cells;
  TenkenDeskChooser *chooser;
  GtkWidget *examined;
  GtkWidget *failing;
  GtkWidget *agreement;
  GtkWidget *filter;
  GtkWidget *import;
  TenkenTable *table;
};

G_DEFINE_FINAL_TYPE (TenkenAuditPapersPage, tenken_audit_papers_page, TENKEN_TYPE_DESK_PAGE)

/* --- what is read --- */

typedef struct
{
  TenkenAuditData *data;
  GListModel *cells; /* NULL: there is no audit */
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  g_clear_pointer (&self->data, tenken_audit_data_free);
  g_clear_object (&self->cells);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static gpointer
make_request (TenkenDeskPage *page)
{
  return tenken_audit_request_new (tenken_desk_page_get_desk (page), TENKEN_AUDIT_PAPERS_PAGE (page)->target);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer request,
       GCancellable *cancellable,
       GError **error)
{
  g_autoptr (Result) result = g_new0 (Result, 1);
  g_autoptr (TnkTally) tally = NULL;
  g_autoptr (GError) local = NULL;

  result->data = tenken_audit_data_read (desk, request, TENKEN_AUDIT_READ_BOOK | TENKEN_AUDIT_READ_NEWEST, cancellable, error);
  if (result->data == NULL)
    return NULL;
  if (result->data->book == NULL)
    return g_steal_pointer (&result);
  /* Who is named as an auditor and nothing else sees what the auditors wrote, and the answers control by control. */
  tally = tnk_desk_load_tally (desk, ((TenkenAuditRequest *) request)->query->campaign_id, NULL, cancellable, &local);
  if (tally == NULL && !g_error_matches (local, TNK_ERROR, TNK_ERROR_REFUSED)) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  result->cells = tenken_audit_cells_new (result->data->book, tally, result->data->people);
  return g_steal_pointer (&result);
}

/* --- the columns --- */

static char *
get_department (gpointer item,
                gpointer user_data)
{
  return g_strdup (tnk_department_get_name (TENKEN_AUDIT_CELL (item)->department));
}

static double
rank_department (gpointer item,
                 gpointer user_data)
{
  return tnk_department_get_index (TENKEN_AUDIT_CELL (item)->department);
}

static char *
get_control (gpointer item,
             gpointer user_data)
{
  TnkControl *control = TENKEN_AUDIT_CELL (item)->control;

  return g_strdup_printf ("%s %s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
}

static double
rank_control (gpointer item,
              gpointer user_data)
{
  return tnk_control_get_index (TENKEN_AUDIT_CELL (item)->control);
}

static char *
get_verdict (gpointer item,
             gpointer user_data)
{
  return tenken_verdict_describe (tenken_audit_cell_get_verdict (item));
}

static double
rank_verdict (gpointer item,
              gpointer user_data)
{
  return tenken_audit_cell_get_verdict (item);
}

static GtkWidget *
make_verdict (gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
bind_verdict (GtkWidget *cell,
              gpointer item,
              gpointer user_data)
{
  g_autofree char *text = get_verdict (item, user_data);
  const char *const classes[] = {"verdict", tenken_verdict_get_css (tenken_audit_cell_get_verdict (item)), NULL};

  gtk_label_set_text (GTK_LABEL (cell), text);
  gtk_widget_set_css_classes (cell, (const char **) classes);
  gtk_widget_set_tooltip_text (cell, text);
}

static char *
get_answers (gpointer item,
             gpointer user_data)
{
  return TENKEN_AUDIT_CELL (item)->counted ? tenken_distribution_describe (&TENKEN_AUDIT_CELL (item)->counts) : g_strdup ("–");
}

/* How much of what was answered is kept. */
static double
rank_answers (gpointer item,
              gpointer user_data)
{
  const TnkCounts *counts = &TENKEN_AUDIT_CELL (item)->counts;
  guint n = counts->implemented + counts->partial + counts->not_implemented;

  return n > 0 ? (double) counts->implemented / n : NAN;
}

static GtkWidget *
make_answers (gpointer user_data)
{
  return tenken_distribution_new ();
}

static void
bind_answers (GtkWidget *cell,
              gpointer item,
              gpointer user_data)
{
  tenken_distribution_set_counts (TENKEN_DISTRIBUTION (cell), &TENKEN_AUDIT_CELL (item)->counts);
}

static char *
get_agreement (gpointer item,
               gpointer user_data)
{
  const TnkAgreementCounts *counts = &TENKEN_AUDIT_CELL (item)->agreement;

  return counts->answers > 0 ? g_strdup_printf ("%u/%u", counts->agreeing, counts->answers) : g_strdup ("–");
}

static double
rank_agreement (gpointer item,
                gpointer user_data)
{
  const TnkAgreementCounts *counts = &TENKEN_AUDIT_CELL (item)->agreement;

  return counts->answers > 0 ? (double) counts->agreeing / counts->answers : NAN;
}

static char *
get_seen (gpointer item,
          gpointer user_data)
{
  TnkWorkPaper *paper = TENKEN_AUDIT_CELL (item)->paper;

  return tenken_audit_in_line (paper != NULL ? tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_SEEN) : "");
}

static char *
get_auditor (gpointer item,
             gpointer user_data)
{
  return g_strdup (TENKEN_AUDIT_CELL (item)->auditor);
}

static char *
get_day (gpointer item,
         gpointer user_data)
{
  TnkWorkPaper *paper = TENKEN_AUDIT_CELL (item)->paper;

  return g_strdup (paper != NULL ? tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_DAY) : "");
}

static const TenkenTableColumn columns[] = {
  {"department", N_ ("Department"), get_department, rank_department, FALSE, 9, NULL, NULL},
  {"control", N_ ("Control"), get_control, rank_control, FALSE, 17, NULL, NULL},
  {"verdict", N_ ("Verdict"), get_verdict, rank_verdict, FALSE, 9, make_verdict, bind_verdict},
  {"answers", N_ ("Self-check"), get_answers, rank_answers, FALSE, 9, make_answers, bind_answers},
  {"agreement", N_ ("Agreement"), get_agreement, rank_agreement, TRUE, 6, NULL, NULL},
  {"seen", N_ ("What was seen"), get_seen, NULL, FALSE, 0, NULL, NULL},
  {"auditor", N_ ("Auditor"), get_auditor, NULL, FALSE, 8, NULL, NULL},
  {"day", N_ ("Day"), get_day, NULL, FALSE, 7, NULL, NULL},
};

/* --- what is shown --- */

/* The first choice is all of them; then comes each verdict. */
static gboolean
is_seen (gpointer item,
         gpointer user_data)
{
  TenkenAuditPapersPage *self = user_data;
  guint choice = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->filter));

  return choice == 0 || choice == GTK_INVALID_LIST_POSITION || tenken_audit_cell_get_verdict (item) == choice - 1;
}

static void
show_list (TenkenAuditPapersPage *self)
{
  g_autoptr (GListStore) seen = g_list_store_new (TENKEN_TYPE_AUDIT_CELL);

  for (guint i = 0; self->cells != NULL && i < g_list_model_get_n_items (self->cells); i++) {
    g_autoptr (TenkenAuditCell) cell = g_list_model_get_item (self->cells, i);

    if (is_seen (cell, self))
      g_list_store_append (seen, cell);
  }
  tenken_table_set_model (self->table, G_LIST_MODEL (seen));
}

static void
show_figures (TenkenAuditPapersPage *self)
{
  guint n = g_list_model_get_n_items (self->cells), examined = 0, failing = 0, answers = 0, agreeing = 0;
  g_autofree char *value = NULL;

  for (guint i = 0; i < n; i++) {
    g_autoptr (TenkenAuditCell) cell = g_list_model_get_item (self->cells, i);
    TnkVerdict verdict = tenken_audit_cell_get_verdict (cell);

    examined += verdict != TNK_VERDICT_NOT_EXAMINED;
    failing += tnk_verdict_is_nonconformity (verdict);
    answers += cell->agreement.answers;
    agreeing += cell->agreement.agreeing;
  }
  value = g_strdup_printf ("%u", failing);
  tenken_figure_set_rate (TENKEN_FIGURE (self->examined), examined, n);
  tenken_figure_set_value (TENKEN_FIGURE (self->failing), value, NULL);
  tenken_figure_set_rate (TENKEN_FIGURE (self->agreement), agreeing, answers);
}

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenAuditPapersPage *self = TENKEN_AUDIT_PAPERS_PAGE (page);
  Result *result = data;

  if (result->cells == NULL) {
    tenken_desk_page_set_empty (page, "x-office-document-symbolic", _ ("There is no audit here yet"),
                                _ ("Work papers are written once an audit is under way."), _ ("To the audit plans"), "audit");
    return;
  }
  g_set_object (&self->audit, tnk_audit_book_get_audit (result->data->book));
  g_set_object (&self->cells, result->cells);
  tenken_audit_chooser_show (self->chooser, result->data->audits, result->data->audit_id, FALSE);
  gtk_widget_set_visible (self->import, tnk_audit_get_state (self->audit) == TNK_AUDIT_STATE_UNDER_WAY);
  show_figures (self);
  show_list (self);
}

static void
open_cell (TenkenAuditPapersPage *self,
           gpointer item)
{
  g_autofree char *target = tenken_audit_cell_make_target (item, self->audit);
  g_autofree char *place = g_strconcat ("work-paper/", target, NULL);

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
chose_audit (TenkenAuditPapersPage *self,
             const char *id)
{
  g_autofree char *place = g_strconcat ("papers/", id, NULL);

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

static void
import (TenkenAuditPapersPage *self)
{
  g_autofree char *place = g_strconcat ("papers-import/", tnk_audit_get_id (self->audit), NULL);

  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), place);
}

/* Another verdict in the list than before. */
static void
see (TenkenAuditPapersPage *self,
     guint choice)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->filter), choice);
}

static void
see_open (TenkenAuditPapersPage *self)
{
  see (self, 1 + TNK_VERDICT_NOT_EXAMINED);
}

static void
see_failing (TenkenAuditPapersPage *self)
{
  see (self, 0);
  tenken_table_sort_by (self->table, "verdict", GTK_SORT_DESCENDING);
}

static void
see_disagreeing (TenkenAuditPapersPage *self)
{
  see (self, 0);
  tenken_table_sort_by (self->table, "agreement", GTK_SORT_ASCENDING);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenAuditPapersPage *self = TENKEN_AUDIT_PAPERS_PAGE (page);

  if (target == NULL || g_strcmp0 (target, self->target) == 0)
    return;
  g_free (self->target);
  self->target = g_strdup (target);
  tenken_desk_page_reload (page);
}

/* --- the class --- */

static void
tenken_audit_papers_page_finalize (GObject *object)
{
  TenkenAuditPapersPage *self = TENKEN_AUDIT_PAPERS_PAGE (object);

  g_free (self->target);
  g_clear_object (&self->audit);
  g_clear_object (&self->cells);
  G_OBJECT_CLASS (tenken_audit_papers_page_parent_class)->finalize (object);
}

static void
tenken_audit_papers_page_class_init (TenkenAuditPapersPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_audit_papers_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = tenken_audit_request_free;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
  page_class->aim = aim;
}

static GtkWidget *
add_figure (TenkenAuditPapersPage *self,
            GtkWidget *line,
            const char *caption,
            GCallback clicked)
{
  GtkWidget *figure = tenken_figure_new (caption);

  g_signal_connect_object (figure, "clicked", clicked, self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), figure);
  return figure;
}

static void
make_table (TenkenAuditPapersPage *self)
{
  const char *words[TNK_N_VERDICTS + 2] = {_ ("All verdicts")};

  for (guint verdict = 0; verdict < TNK_N_VERDICTS; verdict++)
    words[1 + verdict] = tenken_verdict_get_name (verdict);
  self->table = TENKEN_TABLE (tenken_table_new ("work-papers", _ ("Work papers"), columns, G_N_ELEMENTS (columns)));
  self->filter = tenken_drop_down_new (gtk_string_list_new (words), _ ("Verdict"));
  g_signal_connect_object (self->filter, "notify::selected", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  tenken_table_add_tool (self->table, self->filter);
  self->import = gtk_button_new_with_label (_ ("Take in from a file…"));
  g_signal_connect_object (self->import, "clicked", G_CALLBACK (import), self, G_CONNECT_SWAPPED);
  tenken_table_add_tool (self->table, self->import);
  tenken_table_set_empty_text (self->table, _ ("The plan names no control in any department yet."));
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_cell), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
}

static void
tenken_audit_papers_page_init (TenkenAuditPapersPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9), *scroller = gtk_scrolled_window_new (), *line = tenken_wrap_box_new (0, 12);

  self->chooser = tenken_audit_chooser_new ();
  gtk_widget_set_halign (GTK_WIDGET (self->chooser), GTK_ALIGN_START);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (chose_audit), self, G_CONNECT_SWAPPED);
  self->examined = add_figure (self, line, _ ("Examined"), G_CALLBACK (see_open));
  self->failing = add_figure (self, line, _ ("Not conforming"), G_CALLBACK (see_failing));
  self->agreement = add_figure (self, line, _ ("Agreement with the self-check"), G_CALLBACK (see_disagreeing));
  make_table (self);
  gtk_box_append (GTK_BOX (box), tenken_desk_heading_new (_ ("Work papers"), "page-title"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->chooser));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), tenken_distribution_legend_new ());
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  gtk_widget_add_css_class (box, "plan-page");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), scroller);
}

GtkWidget *
tenken_audit_papers_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_AUDIT_PAPERS_PAGE, "desk", desk, NULL);
}
