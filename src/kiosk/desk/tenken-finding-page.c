/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-finding-page.h"

#include <glib/gi18n.h>

#include "tenken-attachment-list.h"
#include "tenken-audit-data.h"
#include "tenken-audit-words.h"
#include "tenken-button.h"
#include "tenken-desk-parts.h"
#include "tenken-finding-dialogs.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

struct _TenkenFindingPage
{
  TenkenDeskPage parent_instance;

  char *target;
  GtkWidget *column;
  GtkWidget *scroller;
  TnkAuditBook *book; /* what is shown, as what follows */
  TnkFinding *finding;
  TenkenAuditPeople *people;
  char *today;
};

G_DEFINE_FINAL_TYPE (TenkenFindingPage, tenken_finding_page, TENKEN_TYPE_DESK_PAGE)

static TenkenDesk *
get_desk (TenkenFindingPage *self)
{
  return tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
}

static const char *
get_audit_id (TenkenFindingPage *self)
{
  return tnk_audit_get_id (tnk_audit_book_get_audit (self->book));
}

static gboolean
is_department (TenkenFindingPage *self)
{
  return tenken_desk_get_office (get_desk (self)) == TNK_RIGHTS_DEPARTMENT;
}

/* A department reads nothing of a finding that is not its own but what it is asked. */
static gboolean
is_own (TenkenFindingPage *self)
{
  return *tnk_finding_get_department_id (self->finding) != '\0';
}

/* Findings are followed up once the committee has the report. */
static gboolean
is_reported (TenkenFindingPage *self)
{
  return tnk_audit_get_state (tnk_audit_book_get_audit (self->book)) == TNK_AUDIT_STATE_REPORTED;
}

/* --- what can be done --- */

static void
go_back (TenkenFindingPage *self)
{
  tenken_desk_go (get_desk (self), "findings");
}

static void
edit (TenkenFindingPage *self)
{
  tenken_finding_edit (GTK_WIDGET (self), get_desk (self), get_audit_id (self), self->finding, NULL, NULL, NULL, self->today);
}

static void
issue (TenkenFindingPage *self)
{
  tenken_finding_issue (GTK_WIDGET (self), get_desk (self), get_audit_id (self), self->finding);
}

static void
withdraw (TenkenFindingPage *self)
{
  tenken_finding_withdraw (GTK_WIDGET (self), get_desk (self), get_audit_id (self), self->finding);
}

static void
respond (TenkenFindingPage *self)
{
  tenken_finding_respond (GTK_WIDGET (self), get_desk (self), get_audit_id (self), self->finding, self->today);
}

static void
follow_up (TenkenFindingPage *self)
{
  tenken_finding_follow_up (GTK_WIDGET (self), get_desk (self), get_audit_id (self), self->finding);
}

static void
spread (TenkenFindingPage *self)
{
  tenken_finding_spread (GTK_WIDGET (self), get_desk (self), get_audit_id (self), self->finding, self->today);
}

static void
attach (TenkenFindingPage *self)
{
  tenken_attachment_add (GTK_WIDGET (self), get_desk (self), get_audit_id (self), tnk_finding_get_id (self->finding), NULL, NULL);
}

static void
answer_spread (TenkenFindingPage *self,
               GtkWidget *button)
{
  TnkSpread *asked = g_object_get_data (G_OBJECT (button), "spread");
  g_autofree char *where = tenken_audit_word_department (tnk_audit_book_get_tree (self->book), tnk_spread_get_department_id (asked));

  tenken_spread_answer (GTK_WIDGET (self), get_desk (self), get_audit_id (self), self->finding, asked, where, self->today);
}

static GtkWidget *
make_button (TenkenFindingPage *self,
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

static void
append (TenkenFindingPage *self,
        GtkWidget *widget)
{
  gtk_box_append (GTK_BOX (self->column), widget);
}

/* Who may do what in which state; whether it is allowed is for the library to say. */
static const struct
{
  guint states;
  TnkRights offices;
  const char *label;
  const char *css;
  void (*clicked) (TenkenFindingPage *self);
} deeds[] = {
#define IN(state) (1u << TNK_FINDING_STATE_##state)
#define AUDITORS (TNK_RIGHTS_AUDIT | TNK_RIGHTS_AUDITOR)
  {IN (DRAFT), AUDITORS, N_ ("Change the finding…"), NULL, edit},
  {IN (DRAFT), AUDITORS, N_ ("Tell the department…"), "suggested-action", issue},
  {IN (ANSWERED), TNK_RIGHTS_AUDIT, N_ ("Follow up…"), "suggested-action", follow_up},
  {IN (ISSUED) | IN (ANSWERED), TNK_RIGHTS_DEPARTMENT, N_ ("Answer…"), "suggested-action", respond},
  {IN (ISSUED) | IN (ANSWERED) | IN (CLOSED), AUDITORS | TNK_RIGHTS_COMMITTEE, N_ ("Ask other departments…"), NULL, spread},
  {IN (DRAFT) | IN (ISSUED) | IN (ANSWERED), AUDITORS | TNK_RIGHTS_DEPARTMENT, N_ ("Attach a file…"), NULL, attach},
  {IN (DRAFT) | IN (ISSUED) | IN (ANSWERED), AUDITORS, N_ ("Withdraw the finding…"), NULL, withdraw},
#undef AUDITORS
#undef IN
};

static void
add_deeds (TenkenFindingPage *self)
{
  GtkWidget *line = tenken_wrap_box_new (0, 6);
  guint state = 1u << tnk_finding_get_state (self->finding);

  for (guint i = 0; i < G_N_ELEMENTS (deeds) && is_own (self); i++)
    if ((deeds[i].states & state) && (deeds[i].offices & tenken_desk_get_office (get_desk (self))) &&
        (deeds[i].clicked != follow_up || is_reported (self)))
      tenken_wrap_box_append (TENKEN_WRAP_BOX (line), make_button (self, _ (deeds[i].label), deeds[i].css, G_CALLBACK (deeds[i].clicked)));
  append (self, line);
  if (tnk_finding_get_state (self->finding) == TNK_FINDING_STATE_ANSWERED && is_own (self) && !is_reported (self))
    append (self, tenken_desk_text_new (_ ("The follow-up comes once the audit is reported to the committee."), "dim-label"));
}

/* --- what is shown --- */

static void
add_head (TenkenFindingPage *self)
{
  GtkWidget *back = make_button (self, _ ("All findings"), "flat", G_CALLBACK (go_back)), *line = tenken_wrap_box_new (0, 12), *title;
  const char *name = tnk_finding_get (self->finding, TNK_FINDING_FIELD_TITLE);
  g_autofree char *kind = g_strdup_printf ("%s %s", tenken_finding_kind_get_name (tnk_finding_get_kind (self->finding)), tnk_finding_get_id (self->finding));

  gtk_widget_set_halign (back, GTK_ALIGN_START);
  title = tenken_desk_heading_new (*name != '\0' ? name : _ ("A question to your department"), "page-title");
  gtk_widget_set_hexpand (title, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), title);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), tenken_desk_text_new (kind, "setup-state"));
  if (is_own (self))
    tenken_wrap_box_append (TENKEN_WRAP_BOX (line), tenken_desk_text_new (tenken_finding_state_get_name (tnk_finding_get_state (self->finding)), "setup-state"));
  append (self, back);
  append (self, line);
  if (tnk_finding_is_overdue (self->finding, self->today)) {
    g_autofree char *late = g_strdup_printf ("⚠ %s", _ ("The day by which it was to be put right is past."));

    append (self, tenken_desk_text_new (late, "overdue"));
  }
}

static void
add_fact (TenkenFindingPage *self,
          const char *name,
          const char *value)
{
  append (self, tenken_desk_fact_new (name, value != NULL && *value != '\0' ? value : "–"));
}

static void
add_facts (TenkenFindingPage *self)
{
  TnkControl *control = tnk_finding_get_control (self->finding);
  g_autofree char *words = g_strdup_printf ("%s %s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
  g_autofree char *due = tenken_format_day (tnk_finding_get (self->finding, TNK_FINDING_FIELD_DUE)), *department = NULL;

  add_fact (self, _ ("Audit"), tnk_audit_get (tnk_audit_book_get_audit (self->book), TNK_AUDIT_FIELD_TITLE));
  add_fact (self, _ ("Control"), words);
  if (!is_own (self))
    return;
  department = tenken_audit_word_department (tnk_audit_book_get_tree (self->book), tnk_finding_get_department_id (self->finding));
  add_fact (self, _ ("Department"), department);
  for (guint field = TNK_FINDING_FIELD_FACT; field <= TNK_FINDING_FIELD_RECOMMENDATION; field++)
    add_fact (self, tenken_finding_field_get_name (field), tnk_finding_get (self->finding, field));
  add_fact (self, tenken_finding_field_get_name (TNK_FINDING_FIELD_DUE), due);
  if (tnk_finding_get_state (self->finding) == TNK_FINDING_STATE_WITHDRAWN)
    add_fact (self, tenken_finding_field_get_name (TNK_FINDING_FIELD_REMARK), tnk_finding_get (self->finding, TNK_FINDING_FIELD_REMARK));
}

/* --- answers and follow-ups, the newest first --- */

static GtkWidget *
make_entry (TenkenFindingPage *self,
            const char *what,
            const char *text,
            const char *writer,
            const char *time)
{
  GtkWidget *row = tenken_desk_column_new (3);
  g_autofree char *at = tenken_format_moment (time != NULL ? time : "");
  g_autofree char *by = g_strdup_printf ("%s · %s", at, tenken_audit_people_get (self->people, writer));

  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (what, "setup-name"));
  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (text, NULL));
  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (by, "dim-label"));
  gtk_widget_add_css_class (row, "setup-row");
  return row;
}

static GtkWidget *
make_response (TenkenFindingPage *self,
               guint i)
{
  const char *action = tnk_finding_get_response_action (self->finding, i), *due = tnk_finding_get_response_due (self->finding, i);
  g_autofree char *day = tenken_format_day (due != NULL ? due : "");
  g_autoptr (GString) text = g_string_new (tnk_finding_get_response_text (self->finding, i));

  if (action != NULL && *action != '\0')
    /* Translators: what a department will do about a finding */
    g_string_append_printf (text, _ ("\nWill be done: %s"), action);
  if (*day != '\0')
    g_string_append_printf (text, _ ("\nBy: %s"), day);
  return make_entry (self, _ ("Answer of the department"), text->str, tnk_finding_get_response_writer (self->finding, i),
                     tnk_finding_get_response_time (self->finding, i));
}

static GtkWidget *
make_follow_up (TenkenFindingPage *self,
                guint i)
{
  g_autofree char *what = g_strdup_printf (_ ("Follow-up audit: %s"),
                                           tnk_follow_up_get_label (tnk_finding_get_follow_up_verdict (self->finding, i), tenken_language_get ()));

  return make_entry (self, what, tnk_finding_get_follow_up_seen (self->finding, i), tnk_finding_get_follow_up_writer (self->finding, i),
                     tnk_finding_get_follow_up_time (self->finding, i));
}

static void
add_history (TenkenFindingPage *self)
{
  guint r = tnk_finding_get_n_responses (self->finding), f = tnk_finding_get_n_follow_ups (self->finding);

  if (r + f == 0)
    return;
  append (self, tenken_desk_heading_new (_ ("Answers and follow-up"), "section-title"));
  while (r + f > 0) {
    gboolean response = f == 0 || (r > 0 && g_strcmp0 (tnk_finding_get_response_time (self->finding, r - 1),
                                                       tnk_finding_get_follow_up_time (self->finding, f - 1)) > 0);

    append (self, response ? make_response (self, --r) : make_follow_up (self, --f));
  }
}

/* --- whom else it was asked of --- */

static void
add_spread (TenkenFindingPage *self,
            TnkSpread *asked)
{
  GtkWidget *row = tenken_desk_column_new (3), *button;
  g_autofree char *where = tenken_audit_word_department (tnk_audit_book_get_tree (self->book), tnk_spread_get_department_id (asked));
  g_autofree char *due = tenken_format_day (tnk_spread_get (asked, TNK_SPREAD_FIELD_DUE));
  const char *said = tnk_spread_answer_get_label (tnk_spread_get_answer (asked), tenken_language_get ());
  gboolean late = tnk_spread_is_overdue (asked, self->today), open = tnk_spread_get_answer (asked) == TNK_SPREAD_ANSWER_OPEN;
  g_autofree char *head = g_strdup_printf (_ ("%s: %s"), where, said), *until = g_strdup_printf (late ? _ ("⚠ To be answered by %s, which is past") : _ ("To be answered by %s"), due);

  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (head, "setup-name"));
  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (tnk_spread_get (asked, TNK_SPREAD_FIELD_QUESTION), "quote"));
  if (open)
    gtk_box_append (GTK_BOX (row), tenken_desk_text_new (until, late ? "overdue" : "dim-label"));
  for (guint field = TNK_SPREAD_FIELD_TEXT; field <= TNK_SPREAD_FIELD_ACTION; field++)
    if (*tnk_spread_get (asked, field) != '\0')
      gtk_box_append (GTK_BOX (row), tenken_desk_text_new (tnk_spread_get (asked, field), NULL));
  if (is_department (self)) {
    button = make_button (self, open ? _ ("Answer…") : _ ("Answer again…"), open ? "suggested-action" : NULL, G_CALLBACK (answer_spread));
    gtk_widget_set_halign (button, GTK_ALIGN_START);
    g_object_set_data_full (G_OBJECT (button), "spread", g_object_ref (asked), g_object_unref);
    gtk_box_append (GTK_BOX (row), button);
  }
  gtk_widget_add_css_class (row, "setup-row");
  append (self, row);
}

static void
add_spreads (TenkenFindingPage *self)
{
  guint n = tnk_finding_get_n_spreads (self->finding);

  if (n == 0)
    return;
  append (self, tenken_desk_heading_new (is_own (self) ? _ ("Asked of other departments") : _ ("What is asked"), "section-title"));
  for (guint i = 0; i < n; i++)
    add_spread (self, tnk_finding_get_spread (self->finding, i));
}

static void
add_files (TenkenFindingPage *self)
{
  g_autoptr (GPtrArray) files = tnk_audit_book_list_finding_attachments (self->book, self->finding);

  if (files == NULL || files->len == 0)
    return;
  append (self, tenken_desk_heading_new (_ ("Attached files"), "section-title"));
  append (self, tenken_attachment_list_new (get_desk (self), get_audit_id (self), files, self->people));
}

/* --- the page --- */

static gpointer
make_request (TenkenDeskPage *page)
{
  return tenken_audit_request_new (tenken_desk_page_get_desk (page), TENKEN_FINDING_PAGE (page)->target);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer request,
       GCancellable *cancellable,
       GError **error)
{
  return tenken_audit_data_read (desk, request, TENKEN_AUDIT_READ_BOOK, cancellable, error);
}

static void
show (TenkenDeskPage *page,
      gpointer result)
{
  TenkenFindingPage *self = TENKEN_FINDING_PAGE (page);
  const TenkenAuditData *data = result;
  TnkFinding *finding = data->book != NULL && data->thing != NULL ? tnk_audit_book_lookup_finding (data->book, data->thing) : NULL;

  tenken_desk_empty_box (self->column);
  if (finding == NULL) {
    tenken_desk_page_set_empty (page, "dialog-information-symbolic", _ ("This finding is not there"), NULL, _ ("All findings"), "findings");
    return;
  }
  g_set_object (&self->book, data->book);
  g_set_object (&self->finding, finding);
  g_clear_pointer (&self->people, g_hash_table_unref);
  self->people = g_hash_table_ref (data->people);
  g_free (self->today);
  self->today = g_strdup (data->today);
  add_head (self);
  add_deeds (self);
  add_facts (self);
  add_history (self);
  add_spreads (self);
  add_files (self);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenFindingPage *self = TENKEN_FINDING_PAGE (page);

  if (g_strcmp0 (self->target, target) == 0)
    return;
  g_free (self->target);
  self->target = g_strdup (target);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  tenken_desk_page_reload (page);
}

static void
tenken_finding_page_finalize (GObject *object)
{
  TenkenFindingPage *self = TENKEN_FINDING_PAGE (object);

  g_free (self->target);
  g_clear_object (&self->book);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->people, g_hash_table_unref);
  g_free (self->today);
  G_OBJECT_CLASS (tenken_finding_page_parent_class)->finalize (object);
}

static void
tenken_finding_page_class_init (TenkenFindingPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_finding_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = tenken_audit_request_free;
  page_class->fetch = fetch;
  page_class->result_free = tenken_audit_data_free;
  page_class->show = show;
  page_class->aim = aim;
}

static void
tenken_finding_page_init (TenkenFindingPage *self)
{
  self->scroller = tenken_desk_scroller_new (&self->column);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), self->scroller);
}

GtkWidget *
tenken_finding_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_FINDING_PAGE, "desk", desk, NULL);
}
