/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-view.h"

#include <glib/gi18n.h>

#include "tenken-agreement-table.h"
#include "tenken-audit-dialogs.h"
#include "tenken-audit-facts.h"
#include "tenken-audit-job.h"
#include "tenken-audit-words.h"
#include "tenken-button.h"
#include "tenken-desk-parts.h"
#include "tenken-export-file.h"
#include "tenken-figure.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

#define TENKEN_TYPE_AUDIT_VIEW (tenken_audit_view_get_type ())
G_DECLARE_FINAL_TYPE (TenkenAuditView, tenken_audit_view, TENKEN, AUDIT_VIEW, AdwBin)

struct _TenkenAuditView
{
  AdwBin parent_instance;

  TenkenDesk *desk;
  TnkAuditBook *book;
  TnkAudit *audit; /* of it */
  TenkenAuditPeople *people;
  char *today;
  GtkWidget *column;
};

G_DEFINE_FINAL_TYPE (TenkenAuditView, tenken_audit_view, ADW_TYPE_BIN)

static void
tenken_audit_view_finalize (GObject *object)
{
  TenkenAuditView *self = TENKEN_AUDIT_VIEW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->book);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_free (self->today);
  G_OBJECT_CLASS (tenken_audit_view_parent_class)->finalize (object);
}

static void
tenken_audit_view_class_init (TenkenAuditViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tenken_audit_view_finalize;
}

static void
tenken_audit_view_init (TenkenAuditView *self)
{
  self->column = tenken_desk_column_new (12);
  adw_bin_set_child (ADW_BIN (self), self->column);
}

static void
append (TenkenAuditView *self,
        GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->column), widget);
}

static gboolean
is_office (TenkenAuditView *self,
           TnkRights office)
{
  return tenken_desk_get_office (self->desk) == office;
}

/* --- what can be done --- */

static void
go_back (TenkenAuditView *self)
{
  tenken_desk_go (self->desk, "audit");
}

static void
go_to (TenkenAuditView *self,
       const char *place)
{
  g_autofree char *target = g_strdup_printf ("%s/%s", place, tnk_audit_get_id (self->audit));

  tenken_desk_go (self->desk, target);
}

static void
go_to_papers (TenkenAuditView *self)
{
  go_to (self, "papers");
}

static void
go_to_findings (TenkenAuditView *self)
{
  go_to (self, "findings");
}

static void
change_plan (TenkenAuditView *self)
{
  tenken_audit_edit_plan (GTK_WIDGET (self), self->desk, self->audit, self->people, self->today);
}

static void
change_summary (TenkenAuditView *self)
{
  tenken_audit_edit_summary (GTK_WIDGET (self), self->desk, self->audit);
}

static void
take_step (TenkenAuditView *self,
           GtkWidget *button)
{
  tenken_audit_take_step (GTK_WIDGET (self), self->desk, self->audit, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step")));
}

static void
saved (GtkWidget *owner,
       gpointer result,
       const GError *error,
       gpointer user_data)
{
  TenkenAuditView *self = user_data;

  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The file could not be written"), error);
  else
    tenken_desk_say (self->desk, _ ("The file was written"));
}

static void
write_report (GtkWidget *owner,
              const char *filename,
              gpointer user_data)
{
  TenkenAuditView *self = user_data;
  TenkenAuditJob *job = tenken_audit_job_new (TENKEN_AUDIT_EXPORT, tnk_audit_get_id (self->audit));

  job->filename = g_strdup (filename);
  tenken_desk_task_run (owner, self->desk, _ ("The report of the audit is being written"), tenken_audit_job_run, job, tenken_audit_job_free, NULL, saved, self);
}

static void
save_report (TenkenAuditView *self)
{
  g_autofree char *name = g_strdup_printf (_ ("Audit report %s.xlsx"), tnk_audit_get_id (self->audit));

  tenken_export_choose_target (GTK_WIDGET (self), _ ("Save the report…"), g_strdelimit (name, "/\\:*?\"<>|\n\t", '_'), write_report, self);
}

static GtkWidget *
make_button (TenkenAuditView *self,
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

static const struct
{
  TnkAuditStep step;
  TnkRights office;
  const char *label;
  const char *css;
} deeds[] = {
  {TNK_AUDIT_STEP_SUBMIT, TNK_RIGHTS_AUDIT, N_ ("Submit to the committee…"), "suggested-action"},
  {TNK_AUDIT_STEP_APPROVE, TNK_RIGHTS_COMMITTEE, N_ ("Approve the plan…"), "suggested-action"},
  {TNK_AUDIT_STEP_RETURN, TNK_RIGHTS_COMMITTEE, N_ ("Send the plan back…"), NULL},
  {TNK_AUDIT_STEP_START, TNK_RIGHTS_AUDIT, N_ ("Start the audit…"), "suggested-action"},
  {TNK_AUDIT_STEP_REVISE, TNK_RIGHTS_AUDIT, N_ ("Change the approved plan…"), NULL},
  {TNK_AUDIT_STEP_REPORT, TNK_RIGHTS_AUDIT, N_ ("Report to the committee…"), "suggested-action"},
  {TNK_AUDIT_STEP_RESUME, TNK_RIGHTS_COMMITTEE, N_ ("Have it examined again…"), NULL},
  {TNK_AUDIT_STEP_CLOSE, TNK_RIGHTS_AUDIT, N_ ("Close the audit…"), NULL},
};

static void
add_steps (TenkenAuditView *self,
           GtkWidget *box)
{
  for (guint i = 0; i < G_N_ELEMENTS (deeds); i++) {
    GtkWidget *button;

    if (!is_office (self, deeds[i].office) || !tnk_audit_can_take (self->audit, deeds[i].step))
      continue;
    button = make_button (self, _ (deeds[i].label), deeds[i].css, G_CALLBACK (take_step));
    g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (deeds[i].step));
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), button);
  }
}

static void
add_deeds (TenkenAuditView *self)
{
  GtkWidget *box = tenken_wrap_box_new (0, 6);
  TnkAuditState state = tnk_audit_get_state (self->audit);
  gboolean audits = is_office (self, TNK_RIGHTS_AUDIT);

  if (audits && state == TNK_AUDIT_STATE_DRAFT)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_button (self, _ ("Change the plan…"), NULL, G_CALLBACK (change_plan)));
  add_steps (self, box);
  if (audits && state == TNK_AUDIT_STATE_UNDER_WAY)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_button (self, _ ("Write the result as a whole…"), NULL, G_CALLBACK (change_summary)));
  if (audits && state >= TNK_AUDIT_STATE_UNDER_WAY)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_button (self, _ ("Work papers"), NULL, G_CALLBACK (go_to_papers)));
  if (state >= TNK_AUDIT_STATE_UNDER_WAY)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_button (self, _ ("Findings"), NULL, G_CALLBACK (go_to_findings)));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_button (self, _ ("Save the report…"), NULL, G_CALLBACK (save_report)));
  append (self, box);
}

/* --- exemptions --- */

static void
let_pass (TenkenAuditView *self,
          GtkWidget *button)
{
  guint exemption = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "exemption"));
  const char *who = tenken_audit_people_get (self->people, tnk_audit_get_exemption_auditor (self->audit, exemption));
  g_autofree char *where = tenken_audit_word_department (tnk_audit_book_get_tree (self->book), tnk_audit_get_exemption_department (self->audit, exemption));

  tenken_audit_let_pass (GTK_WIDGET (self), self->desk, self->audit, exemption, who, where);
}

static void
add_exemption (TenkenAuditView *self,
               GtkWidget *box,
               guint i)
{
  const char *approver = tnk_audit_get_exemption_approver (self->audit, i);
  const char *who = tenken_audit_people_get (self->people, tnk_audit_get_exemption_auditor (self->audit, i));
  g_autofree char *where = tenken_audit_word_department (tnk_audit_book_get_tree (self->book), tnk_audit_get_exemption_department (self->audit, i));
  g_autofree char *text = g_strdup_printf (_ ("%s would audit “%s” without being independent of it."), who, where);
  g_autofree char *state = approver != NULL ? g_strdup_printf (_ ("Let pass by %s"), tenken_audit_people_get (self->people, approver))
                                            : g_strdup (_ ("Not let pass yet"));
  GtkWidget *row = tenken_desk_column_new (3), *button;

  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (text, "setup-name"));
  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (tnk_audit_get_exemption_reason (self->audit, i), "quote"));
  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (state, approver != NULL ? "dim-label" : "fault"));
  if (approver == NULL && is_office (self, TNK_RIGHTS_COMMITTEE) && tnk_audit_can_take (self->audit, TNK_AUDIT_STEP_EXEMPT)) {
    button = make_button (self, _ ("Let it pass…"), NULL, G_CALLBACK (let_pass));
    g_object_set_data (G_OBJECT (button), "exemption", GUINT_TO_POINTER (i));
    gtk_widget_set_halign (button, GTK_ALIGN_START);
    gtk_box_append (GTK_BOX (row), button);
  }
  gtk_widget_add_css_class (row, "setup-row");
  gtk_box_append (GTK_BOX (box), row);
}

static void
add_exemptions (TenkenAuditView *self)
{
  guint n = tnk_audit_get_n_exemptions (self->audit);
  GtkWidget *box;

  if (n == 0)
    return;
  box = tenken_desk_column_new (6);
  append (self, tenken_desk_heading_new (_ ("Auditors who are not independent"), "section-title"));
  for (guint i = 0; i < n; i++)
    add_exemption (self, box, i);
  append (self, box);
}

/* --- figures and agreement --- */

static GtkWidget *
add_count (GtkWidget *line,
           const char *caption,
           guint n)
{
  GtkWidget *figure = tenken_figure_new (caption);
  g_autofree char *value = g_strdup_printf ("%u", n);

  tenken_figure_set_value (TENKEN_FIGURE (figure), value, NULL);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), figure);
  return figure;
}

static void
add_findings_figures (TenkenAuditView *self,
                      GtkWidget *line)
{
  guint late = tnk_audit_book_count_overdue (self->book, self->today);
  GtkWidget *open = add_count (line, _ ("Open findings"), tnk_audit_book_count_open_findings (self->book));
  GtkWidget *overdue = add_count (line, _ ("Overdue"), late);

  tenken_figure_set_alarm (TENKEN_FIGURE (overdue), late > 0 ? _ ("Past their day") : NULL);
  g_signal_connect_object (open, "clicked", G_CALLBACK (go_to_findings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (overdue, "clicked", G_CALLBACK (go_to_findings), self, G_CONNECT_SWAPPED);
}

static void
add_figures (TenkenAuditView *self,
             const TenkenAuditData *data)
{
  GtkWidget *line = tenken_wrap_box_new (0, 12), *figure;
  guint cells = tnk_audit_book_count_cells (self->book), left = tnk_audit_book_count_papers (self->book, TNK_VERDICT_NOT_EXAMINED);
  TnkAgreementCounts counts = {0};

  if (data->agreement_whole == NULL)
    return;
  if (data->agreement_whole->len > 0)
    tnk_agreement_get_counts (data->agreement_whole->pdata[0], &counts);
  figure = tenken_figure_new (_ ("Examined"));
  tenken_figure_set_rate (TENKEN_FIGURE (figure), MIN (tnk_audit_book_get_n_papers (self->book) - left, cells), cells);
  tenken_figure_set_plain (TENKEN_FIGURE (figure), TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), figure);
  figure = add_count (line, _ ("Not conforming"), tnk_audit_book_count_papers (self->book, TNK_VERDICT_MINOR) + tnk_audit_book_count_papers (self->book, TNK_VERDICT_MAJOR));
  tenken_figure_set_plain (TENKEN_FIGURE (figure), TRUE);
  figure = tenken_figure_new (_ ("Agreement with the self-check"));
  tenken_figure_set_rate (TENKEN_FIGURE (figure), counts.agreeing, counts.answers);
  tenken_figure_set_plain (TENKEN_FIGURE (figure), TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), figure);
  add_findings_figures (self, line);
  append (self, line);
}

static void
add_agreement (TenkenAuditView *self,
               const TenkenAuditData *data)
{
  if (data->agreement_departments == NULL || data->agreement_departments->len == 0)
    return;
  append (self, tenken_desk_heading_new (_ ("Audit against self-check"), "section-title"));
  append (self, tenken_desk_text_new (_ ("How many of the answers say what the auditor says. Where the auditor found a control kept, “implemented” agrees; where not, “partial” and “not implemented” do."),
                                      "dim-label"));
  append (self, tenken_agreement_table_new ("agreement-departments", _ ("By department"), data->agreement_departments));
  append (self, tenken_agreement_table_new ("agreement-chapters", _ ("By chapter"), data->agreement_chapters));
}

/* --- what was done --- */

static GtkWidget *
make_step (TenkenAuditView *self,
           guint i)
{
  GtkWidget *row = tenken_desk_column_new (3);
  const char *remark = tnk_audit_get_step_remark (self->audit, i), *time = tnk_audit_get_step_time (self->audit, i);
  g_autofree char *at = tenken_format_moment (time != NULL ? time : "");
  g_autofree char *by = g_strdup_printf ("%s · %s", at, tenken_audit_people_get (self->people, tnk_audit_get_step_writer (self->audit, i)));

  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (tnk_audit_step_get_label (tnk_audit_get_step (self->audit, i), tenken_language_get ()), "setup-name"));
  if (*remark != '\0')
    gtk_box_append (GTK_BOX (row), tenken_desk_text_new (remark, NULL));
  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (by, "dim-label"));
  gtk_widget_add_css_class (row, "setup-row");
  return row;
}

static void
add_history (TenkenAuditView *self)
{
  GtkWidget *box = tenken_desk_column_new (6);

  append (self, tenken_desk_heading_new (_ ("What was done"), "section-title"));
  for (guint i = tnk_audit_get_n_steps (self->audit); i > 0; i--)
    gtk_box_append (GTK_BOX (box), make_step (self, i - 1));
  append (self, box);
}

static void
add_head (TenkenAuditView *self)
{
  GtkWidget *head = tenken_wrap_box_new (0, 12), *title = tenken_desk_heading_new (tnk_audit_get (self->audit, TNK_AUDIT_FIELD_TITLE), "page-title");
  GtkWidget *back = make_button (self, _ ("All audits"), "flat", G_CALLBACK (go_back));

  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_widget_set_hexpand (title, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), title);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), tenken_desk_text_new (tenken_audit_state_get_name (tnk_audit_get_state (self->audit)), "setup-state"));
  append (self, back);
  append (self, head);
}

GtkWidget *
tenken_audit_view_new (TenkenDesk *desk,
                       const TenkenAuditData *data)
{
  TenkenAuditView *self = g_object_new (TENKEN_TYPE_AUDIT_VIEW, NULL);

  g_return_val_if_fail (TENKEN_IS_DESK (desk) && data->book != NULL, NULL);

  self->desk = g_object_ref (desk);
  self->book = g_object_ref (data->book);
  self->audit = tnk_audit_book_get_audit (self->book);
  self->people = g_hash_table_ref (data->people);
  self->today = g_strdup (data->today);
  add_head (self);
  add_deeds (self);
  add_exemptions (self);
  if (tnk_audit_get_state (self->audit) >= TNK_AUDIT_STATE_UNDER_WAY)
    add_figures (self, data);
  append (self, tenken_audit_facts_new (self->audit, tnk_audit_book_get_tree (self->book), self->people));
  add_agreement (self, data);
  add_history (self);
  return GTK_WIDGET (self);
}
