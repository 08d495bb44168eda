/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-page.h"

#include <glib/gi18n.h>

#include "tenken-audit-data.h"
#include "tenken-audit-dialogs.h"
#include "tenken-audit-view.h"
#include "tenken-audit-words.h"
#include "tenken-button.h"
#include "tenken-desk-parts.h"
#include "tenken-format.h"
#include "tenken-wrap-box.h"

struct _TenkenAuditPage
{
  TenkenDeskPage parent_instance;

  char *target;
  GtkWidget *column;
  GtkWidget *scroller;
  TenkenAuditPeople *people; /* of what is shown */
  char *today;
};

G_DEFINE_FINAL_TYPE (TenkenAuditPage, tenken_audit_page, TENKEN_TYPE_DESK_PAGE)

static TenkenDesk *
get_desk (TenkenAuditPage *self)
{
  return tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
}

/* --- the list --- */

static void
make_new (TenkenAuditPage *self)
{
  tenken_audit_edit_plan (GTK_WIDGET (self), get_desk (self), NULL, self->people, self->today);
}

static void
show_one (TenkenAuditPage *self,
          GtkWidget *button)
{
  g_autofree char *place = g_strconcat ("audit/", g_object_get_data (G_OBJECT (button), "id"), NULL);

  tenken_desk_go (get_desk (self), place);
}

static char *
describe_scope (TnkAudit *audit)
{
  guint departments = g_strv_length ((GStrv) tnk_audit_get_departments (audit)), controls = g_strv_length ((GStrv) tnk_audit_get_controls (audit));
  g_autofree char *first = g_strdup_printf (ngettext ("%u department", "%u departments", departments), departments);
  g_autofree char *second = g_strdup_printf (ngettext ("%u control", "%u controls", controls), controls);

  return g_strdup_printf ("%s · %s", first, second);
}

static GtkWidget *
make_row (TenkenAuditPage *self,
          TnkAudit *audit)
{
  GtkWidget *button = gtk_button_new (), *box = tenken_desk_column_new (3), *line = tenken_wrap_box_new (0, 12);
  const char *title = tnk_audit_get (audit, TNK_AUDIT_FIELD_TITLE), *state = tenken_audit_state_get_name (tnk_audit_get_state (audit));
  GtkWidget *name = tenken_desk_text_new (title, "setup-name");
  g_autofree char *scope = describe_scope (audit), *starts = tenken_format_day (tnk_audit_get (audit, TNK_AUDIT_FIELD_STARTS));
  g_autofree char *spoken = g_strdup_printf ("%s, %s", title, state);

  gtk_widget_set_hexpand (name, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), name);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), tenken_desk_text_new (state, "setup-state"));
  gtk_box_append (GTK_BOX (box), line);
  if (*starts != '\0')
    gtk_box_append (GTK_BOX (box), tenken_desk_text_new (starts, NULL));
  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (scope, "figures"));
  tenken_button_set_content (button, box, spoken);
  gtk_widget_add_css_class (button, "setup-campaign");
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (tnk_audit_get_id (audit)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_one), self, G_CONNECT_SWAPPED);
  return button;
}

static void
show_list (TenkenAuditPage *self,
           const TenkenAuditData *data)
{
  GtkWidget *head = tenken_wrap_box_new (0, 12), *title = tenken_desk_heading_new (_ ("Audits"), "page-title"), *button;
  gboolean audits = tenken_desk_get_office (get_desk (self)) == TNK_RIGHTS_AUDIT;

  gtk_widget_set_hexpand (title, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), title);
  if (audits) {
    button = gtk_button_new_with_label (_ ("Plan a new one…"));
    tenken_button_wrap (button);
    gtk_widget_add_css_class (button, "suggested-action");
    g_signal_connect_object (button, "clicked", G_CALLBACK (make_new), self, G_CONNECT_SWAPPED);
    tenken_wrap_box_append (TENKEN_WRAP_BOX (head), button);
  }
  gtk_box_append (GTK_BOX (self->column), head);
  if (data->audits->len == 0)
    gtk_box_append (GTK_BOX (self->column),
                    tenken_desk_text_new (audits ? _ ("There is no audit of this campaign yet. Plan the first one: the committee approves it before it starts.")
                                                 : _ ("There is no audit of this campaign yet."),
                                          NULL));
  for (guint i = data->audits->len; i-- > 0;)
    gtk_box_append (GTK_BOX (self->column), make_row (self, data->audits->pdata[i]));
}

/* --- the page --- */

static gpointer
make_request (TenkenDeskPage *page)
{
  return tenken_audit_request_new (tenken_desk_page_get_desk (page), TENKEN_AUDIT_PAGE (page)->target);
}

static gpointer
fetch (TnkDesk *desk,
       gpointer request,
       GCancellable *cancellable,
       GError **error)
{
  return tenken_audit_data_read (desk, request, TENKEN_AUDIT_READ_BOOK | TENKEN_AUDIT_READ_AGREEMENT, cancellable, error);
}

static void
tenken_audit_page_show (TenkenDeskPage *page,
                        gpointer result)
{
  TenkenAuditPage *self = TENKEN_AUDIT_PAGE (page);
  const TenkenAuditData *data = result;

  tenken_desk_empty_box (self->column);
  g_clear_pointer (&self->people, g_hash_table_unref);
  self->people = g_hash_table_ref (data->people);
  g_free (self->today);
  self->today = g_strdup (data->today);
  if (data->book != NULL)
    gtk_box_append (GTK_BOX (self->column), tenken_audit_view_new (get_desk (self), data));
  else if (data->audit_id != NULL)
    tenken_desk_page_set_empty (page, "dialog-information-symbolic", _ ("This audit is not there"), _ ("Somebody may have looked at it in another campaign."),
                                _ ("All audits"), "audit");
  else
    show_list (self, data);
}

static void
tenken_audit_page_aim (TenkenDeskPage *page,
                       const char *target)
{
  TenkenAuditPage *self = TENKEN_AUDIT_PAGE (page);

  if (g_strcmp0 (self->target, target) == 0)
    return;
  g_free (self->target);
  self->target = g_strdup (target);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  tenken_desk_page_reload (page);
}

static void
tenken_audit_page_finalize (GObject *object)
{
  TenkenAuditPage *self = TENKEN_AUDIT_PAGE (object);

  g_free (self->target);
  g_free (self->today);
  g_clear_pointer (&self->people, g_hash_table_unref);
  G_OBJECT_CLASS (tenken_audit_page_parent_class)->finalize (object);
}

static void
tenken_audit_page_class_init (TenkenAuditPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_audit_page_finalize;
  page_class->make_request = make_request;
  page_class->request_free = tenken_audit_request_free;
  page_class->fetch = fetch;
  page_class->result_free = tenken_audit_data_free;
  page_class->show = tenken_audit_page_show;
  page_class->aim = tenken_audit_page_aim;
}

static void
tenken_audit_page_init (TenkenAuditPage *self)
{
  self->scroller = tenken_desk_scroller_new (&self->column);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), self->scroller);
}

GtkWidget *
tenken_audit_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_AUDIT_PAGE, "desk", desk, NULL);
}
