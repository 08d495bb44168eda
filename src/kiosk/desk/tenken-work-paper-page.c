/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-work-paper-page.h"

#include <glib/gi18n.h>

#include "tenken-attachment-list.h"
#include "tenken-audit-data.h"
#include "tenken-audit-words.h"
#include "tenken-button.h"
#include "tenken-control-text.h"
#include "tenken-desk-parts.h"
#include "tenken-distribution.h"
#include "tenken-finding-dialogs.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

struct _TenkenWorkPaperPage
{
  TenkenDeskPage parent_instance;

  char *target;
  GtkWidget *column;
  GtkWidget *scroller;
  TnkAuditBook *book; /* what is shown, as what follows */
  TnkControl *control;
  char *department_id;
  char *today;
};

G_DEFINE_FINAL_TYPE (TenkenWorkPaperPage, tenken_work_paper_page, TENKEN_TYPE_DESK_PAGE)

static TenkenDesk *
get_desk (TenkenWorkPaperPage *self)
{
  return tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
}

static TnkAudit *
get_audit (TenkenWorkPaperPage *self)
{
  return tnk_audit_book_get_audit (self->book);
}

static TnkWorkPaper *
get_paper (TenkenWorkPaperPage *self)
{
  return tnk_audit_book_lookup_paper (self->book, tnk_control_get_id (self->control), self->department_id);
}

/* --- what is read --- */

typedef struct
{
  TenkenAuditData *data;
  char *control_id;
  char *department_id;
  TnkCounts counts;
} Result;

static void
result_free (gpointer data)
{
  Result *self = data;

  g_clear_pointer (&self->data, tenken_audit_data_free);
  g_free (self->control_id);
  g_free (self->department_id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Result, result_free)

static gpointer
make_request (TenkenDeskPage *page)
{
  return tenken_audit_request_new (tenken_desk_page_get_desk (page), TENKEN_WORK_PAPER_PAGE (page)->target);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer data,
       GCancellable *cancellable,
       GError **error)
{
  const TenkenAuditRequest *request = data;
  g_autoptr (Result) result = g_new0 (Result, 1);
  g_auto (GStrv) parts = g_strsplit (request->thing != NULL ? request->thing : "", "@", 2);

  result->data = tenken_audit_data_read (desk, data, TENKEN_AUDIT_READ_BOOK, cancellable, error);
  if (result->data == NULL)
    return NULL;
  if (result->data->book == NULL || g_strv_length (parts) < 2)
    return g_steal_pointer (&result);
  result->control_id = g_strdup (parts[0]);
  result->department_id = g_strdup (parts[1]);
  if (!tnk_desk_count_self_answers (desk, request->audit_id, parts[0], parts[1], &result->counts, error))
    return NULL;
  return g_steal_pointer (&result);
}

/* --- what can be done --- */

static void
go_back (TenkenWorkPaperPage *self)
{
  g_autofree char *place = g_strconcat ("papers/", tnk_audit_get_id (get_audit (self)), NULL);

  tenken_desk_go (get_desk (self), place);
}

static void
edit (TenkenWorkPaperPage *self)
{
  tenken_work_paper_edit (GTK_WIDGET (self), get_desk (self), get_audit (self), self->control, self->department_id, get_paper (self), self->today);
}

static void
attach (TenkenWorkPaperPage *self)
{
  tenken_attachment_add (GTK_WIDGET (self), get_desk (self), tnk_audit_get_id (get_audit (self)), NULL, tnk_control_get_id (self->control),
                         self->department_id);
}

static void
add_finding (TenkenWorkPaperPage *self)
{
  tenken_finding_edit (GTK_WIDGET (self), get_desk (self), tnk_audit_get_id (get_audit (self)), NULL, self->control, self->department_id, get_paper (self),
                       self->today);
}

static void
open_finding (TenkenWorkPaperPage *self,
              GtkWidget *button)
{
  g_autofree char *place = g_strdup_printf ("finding/%s/%s", tnk_audit_get_id (get_audit (self)), (char *) g_object_get_data (G_OBJECT (button), "id"));

  tenken_desk_go (get_desk (self), place);
}

static GtkWidget *
make_button (TenkenWorkPaperPage *self,
             const char *label,
             const char *css,
             GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tenken_button_wrap (button);
  if (css != NULL)
    gtk_widget_add_css_class (button, css);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

/* Only who audits writes, and only while the audit is under way. */
static gboolean
may_write (TenkenWorkPaperPage *self)
{
  TnkRights office = tenken_desk_get_office (get_desk (self));

  return (office == TNK_RIGHTS_AUDIT || office == TNK_RIGHTS_AUDITOR) && tnk_audit_get_state (get_audit (self)) == TNK_AUDIT_STATE_UNDER_WAY;
}

/* --- what is shown --- */

static void
append (TenkenWorkPaperPage *self,
        GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->column), widget);
}

static void
add_head (TenkenWorkPaperPage *self)
{
  TnkVerdict verdict = get_paper (self) != NULL ? tnk_work_paper_get_verdict (get_paper (self)) : TNK_VERDICT_NOT_EXAMINED;
  GtkWidget *back = make_button (self, _ ("Back to the work papers"), "flat", G_CALLBACK (go_back)), *line = tenken_wrap_box_new (0, 12), *title, *mark;
  g_autofree char *department = tenken_audit_word_department (tnk_audit_book_get_tree (self->book), self->department_id);
  g_autofree char *said = tenken_verdict_describe (verdict);

  gtk_widget_set_halign (back, GTK_ALIGN_START);
  title = tenken_desk_heading_new (tenken_text (tnk_control_get_title (self->control)), "page-title");
  gtk_widget_set_hexpand (title, TRUE);
  mark = tenken_desk_text_new (said, "verdict");
  gtk_widget_add_css_class (mark, tenken_verdict_get_css (verdict));
  gtk_widget_add_css_class (mark, "large");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), title);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), mark);
  append (self, back);
  append (self, line);
  append (self, tenken_desk_text_new (department, "setup-name"));
}

static void
add_deeds (TenkenWorkPaperPage *self)
{
  GtkWidget *line = tenken_wrap_box_new (0, 6);

  if (!may_write (self))
    return;
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), make_button (self, _ ("Write the work paper…"), "suggested-action", G_CALLBACK (edit)));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), make_button (self, _ ("Attach a file…"), NULL, G_CALLBACK (attach)));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), make_button (self, _ ("New finding…"), NULL, G_CALLBACK (add_finding)));
  append (self, line);
}

static void
add_answers (TenkenWorkPaperPage *self,
             const TnkCounts *counts)
{
  GtkWidget *bar = tenken_distribution_new ();
  g_autofree char *words = tenken_distribution_describe (counts);

  append (self, tenken_desk_heading_new (_ ("What people said in the self-check"), "section-title"));
  tenken_distribution_set_counts (TENKEN_DISTRIBUTION (bar), counts);
  gtk_widget_add_css_class (bar, "results-whole-bar");
  append (self, bar);
  append (self, tenken_desk_text_new (words, NULL));
  append (self, tenken_desk_text_new (_ ("The department with all below it. The verdict stands beside these answers and changes none of them."), "dim-label"));
}

static void
add_paper (TenkenWorkPaperPage *self,
           TenkenAuditPeople *people)
{
  TnkWorkPaper *paper = get_paper (self);
  g_autofree char *day = NULL;

  append (self, tenken_desk_heading_new (_ ("Work paper"), "section-title"));
  if (paper == NULL) {
    append (self, tenken_desk_text_new (_ ("Nobody has examined this yet."), NULL));
    return;
  }
  for (guint field = TNK_WORK_PAPER_FIELD_SEEN; field <= TNK_WORK_PAPER_FIELD_CAUSE; field++) {
    const char *text = tnk_work_paper_get (paper, field);
    append (self, tenken_desk_fact_new (tenken_work_paper_field_get_name (field), *text != '\0' ? text : "–"));
  }
  day = tenken_format_day (tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_DAY));
  append (self, tenken_desk_fact_new (tenken_work_paper_field_get_name (TNK_WORK_PAPER_FIELD_DAY), *day != '\0' ? day : "–"));
  append (self, tenken_desk_fact_new (tenken_work_paper_field_get_name (TNK_WORK_PAPER_FIELD_AUDITOR),
                                      tenken_audit_people_get (people, tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_AUDITOR))));
}

static void
add_files (TenkenWorkPaperPage *self,
           TenkenAuditPeople *people)
{
  g_autoptr (GPtrArray) files = get_paper (self) != NULL ? tnk_audit_book_list_paper_attachments (self->book, get_paper (self)) : NULL;

  if (files == NULL || files->len == 0)
    return;
  append (self, tenken_desk_heading_new (_ ("Attached files"), "section-title"));
  append (self, tenken_attachment_list_new (get_desk (self), tnk_audit_get_id (get_audit (self)), files, people));
}

static GtkWidget *
make_finding (TenkenWorkPaperPage *self,
              TnkFinding *finding)
{
  g_autofree char *text = g_strdup_printf ("%s %s: %s（%s）", tenken_finding_kind_get_name (tnk_finding_get_kind (finding)), tnk_finding_get_id (finding),
                                           tnk_finding_get (finding, TNK_FINDING_FIELD_TITLE), tenken_finding_state_get_name (tnk_finding_get_state (finding)));
  GtkWidget *button = make_button (self, text, "flat", G_CALLBACK (open_finding));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (tnk_finding_get_id (finding)), g_free);
  return button;
}

static void
add_findings (TenkenWorkPaperPage *self)
{
  gboolean first = TRUE;

  for (guint i = 0; i < tnk_audit_book_get_n_findings (self->book); i++) {
    TnkFinding *finding = tnk_audit_book_get_finding (self->book, i);

    if (!g_str_equal (tnk_finding_get_department_id (finding), self->department_id) ||
        !g_str_equal (tnk_control_get_id (tnk_finding_get_control (finding)), tnk_control_get_id (self->control)))
      continue;
    if (first)
      append (self, tenken_desk_heading_new (_ ("Findings"), "section-title"));
    first = FALSE;
    append (self, make_finding (self, finding));
  }
}

/* The control as the book has it; NULL where the plan does not. */
static TnkControl *
find_control (const Result *result)
{
  TnkAudit *audit = result->data->book != NULL ? tnk_audit_book_get_audit (result->data->book) : NULL;

  if (audit == NULL || result->control_id == NULL)
    return NULL;
  return tnk_catalog_lookup_control (tnk_campaign_get_catalog (tnk_audit_get_campaign (audit)), result->control_id);
}

static void
show (TenkenDeskPage *page,
      gpointer data)
{
  TenkenWorkPaperPage *self = TENKEN_WORK_PAPER_PAGE (page);
  const Result *result = data;
  TnkControl *control = find_control (result);

  tenken_desk_empty_box (self->column);
  if (control == NULL) {
    tenken_desk_page_set_empty (page, "dialog-information-symbolic", _ ("This work paper is not there"), NULL, _ ("To the work papers"), "papers");
    return;
  }
  g_set_object (&self->book, result->data->book);
  g_set_object (&self->control, control);
  g_free (self->department_id);
  self->department_id = g_strdup (result->department_id);
  g_free (self->today);
  self->today = g_strdup (result->data->today);
  add_head (self);
  add_deeds (self);
  add_answers (self, &result->counts);
  add_paper (self, result->data->people);
  add_files (self, result->data->people);
  add_findings (self);
  append (self, tenken_desk_heading_new (_ ("The control"), "section-title"));
  append (self, tenken_control_text_new (control));
}

/* --- the class --- */

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenWorkPaperPage *self = TENKEN_WORK_PAPER_PAGE (page);

  if (g_strcmp0 (self->target, target) == 0)
    return;
  g_free (self->target);
  self->target = g_strdup (target);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  tenken_desk_page_reload (page);
}

static void
tenken_work_paper_page_finalize (GObject *object)
{
  TenkenWorkPaperPage *self = TENKEN_WORK_PAPER_PAGE (object);

  g_free (self->target);
  g_clear_object (&self->book);
  g_clear_object (&self->control);
  g_free (self->department_id);
  g_free (self->today);
  G_OBJECT_CLASS (tenken_work_paper_page_parent_class)->finalize (object);
}

static void
tenken_work_paper_page_class_init (TenkenWorkPaperPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_work_paper_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = tenken_audit_request_free;
  page_class->fetch = fetch;
  page_class->result_free = result_free;
  page_class->show = show;
  page_class->aim = aim;
}

static void
tenken_work_paper_page_init (TenkenWorkPaperPage *self)
{
  self->scroller = tenken_desk_scroller_new (&self->column);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), self->scroller);
}

GtkWidget *
tenken_work_paper_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_WORK_PAPER_PAGE, "desk", desk, NULL);
}
