/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-progress-page.h"

#include <glib/gi18n.h>

#include "tenken-desk-watch.h"
#include "tenken-progress-table.h"
#include "tenken-remind-window.h"
#include "tenken-turnout-acts.h"
#include "tenken-turnout-data.h"
#include "tenken-turnout-head.h"
#include "tenken-turnout-view.h"
#include "tenken-wrap-box.h"

struct _TenkenProgressPage
{
  TenkenDeskPage parent_instance;

  GtkStack *stack; /* "all" or "part" */
  TenkenTurnoutHead *head;
  GtkWidget *remind;
  GtkWidget *accept_all;
  TenkenProgressTable *table;
  TenkenTurnoutView *view;
  TenkenDeskWatch *watch;

  TnkTurnout *all; /* NULL until it is there */
  char *part_id; /* the department whose people are looked at; NULL: none */
  char *person_id; /* who of it is to be shown once it is there; NULL: nobody */
  gboolean wants_focus; /* once what is asked for is there */
};

G_DEFINE_FINAL_TYPE (TenkenProgressPage, tenken_progress_page, TENKEN_TYPE_DESK_PAGE)

/* --- reading --- */

static gpointer
make_query (TenkenDeskPage *page)
{
  TenkenDesk *desk = tenken_desk_page_get_desk (page);
  TenkenTurnoutQuery *query = g_new0 (TenkenTurnoutQuery, 1);

  query->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  query->wants_all = TRUE;
  query->all_id = g_strdup (tenken_desk_get_department_id (desk));
  query->part_id = g_strdup (TENKEN_PROGRESS_PAGE (page)->part_id);
  return query;
}

static void
show_all (TenkenProgressPage *self,
          const char *today)
{
  gboolean open = tnk_campaign_get_state (tnk_turnout_get_campaign (self->all)) == TNK_CAMPAIGN_STATE_OPEN;
  TnkTurnoutCounts counts;

  tnk_turnout_count (self->all, -1, &counts);
  tenken_turnout_head_show (self->head, self->all, today, FALSE);
  gtk_widget_set_visible (self->remind, open && tnk_turnout_counts_get_missing (&counts) > 0);
  gtk_widget_set_visible (self->accept_all, open && counts.submitted > 0);
  tenken_progress_table_show (self->table, self->all);
}

static void
show_part (TenkenProgressPage *self,
           const TenkenTurnoutData *data)
{
  g_autofree char *person_id = g_steal_pointer (&self->person_id);

  if (data->part == NULL) {
    g_clear_pointer (&self->part_id, g_free);
    tenken_turnout_view_clear (self->view);
    gtk_stack_set_visible_child_name (self->stack, "all");
    return;
  }
  tenken_turnout_view_show (self->view, data->part, data->today);
  gtk_stack_set_visible_child_name (self->stack, "part");
  if (person_id != NULL)
    tenken_turnout_view_open (self->view, person_id);
}

static void
show (TenkenDeskPage *page,
      gpointer result)
{
  TenkenProgressPage *self = TENKEN_PROGRESS_PAGE (page);
  const TenkenTurnoutData *data = result;
  TnkTurnoutCounts counts;

  g_set_object (&self->all, data->all);
  tenken_desk_watch_set_mark (self->watch, data->mark);
  tnk_turnout_count (data->all, -1, &counts);
  if (counts.asked == 0) {
    tenken_desk_page_set_empty (page, "system-users-symbolic", _ ("Nobody is asked yet"),
                                _ ("People are asked once the campaign is opened."), _ ("To the campaigns"), "campaign");
    return;
  }
  show_all (self, data->today);
  show_part (self, data);
  if (self->wants_focus)
    gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
  self->wants_focus = FALSE;
}

/* --- into a department and out again --- */

static void
look_at (TenkenProgressPage *self,
         const char *department_id)
{
  g_free (self->part_id);
  self->part_id = g_strdup (department_id);
  self->wants_focus = TRUE;
  tenken_turnout_view_clear (self->view);
  tenken_desk_page_reload (TENKEN_DESK_PAGE (self));
}

static void
open_department (TenkenProgressPage *self,
                 const char *department_id)
{
  look_at (self, department_id);
}

static void
leave_department (TenkenProgressPage *self)
{
  g_clear_pointer (&self->part_id, g_free);
  tenken_turnout_view_clear (self->view);
  gtk_stack_set_visible_child_name (self->stack, "all");
  gtk_widget_child_focus (GTK_WIDGET (self->table), GTK_DIR_TAB_FORWARD);
}

static void
aim (TenkenDeskPage *page,
     const char *target)
{
  TenkenProgressPage *self = TENKEN_PROGRESS_PAGE (page);
  g_auto (GStrv) parts = target != NULL ? g_strsplit (target, "/", 2) : NULL;

  g_clear_pointer (&self->part_id, g_free);
  g_clear_pointer (&self->person_id, g_free);
  if (parts == NULL || parts[0] == NULL)
    return;
  self->part_id = g_strdup (parts[0]);
  self->person_id = g_strdup (parts[1]);
}

/* --- what is done --- */

static void
remind (TenkenProgressPage *self)
{
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));

  tenken_remind_window_open (GTK_WIDGET (self->stack), desk, tenken_desk_get_department_id (desk));
}

static void
accept_all (TenkenProgressPage *self)
{
  tenken_turnout_accept_all (GTK_WIDGET (self->stack), tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), self->all);
}

/* --- the class --- */

static GtkWidget *
make_button (TenkenProgressPage *self,
             const char *label,
             void (*func) (TenkenProgressPage *self))
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", G_CALLBACK (func), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_all (TenkenProgressPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *window = gtk_scrolled_window_new (), *ways = tenken_wrap_box_new (0, 8);
  GtkWidget *head = tenken_turnout_head_new (), *table = tenken_progress_table_new ();

  self->head = TENKEN_TURNOUT_HEAD (head);
  self->table = TENKEN_PROGRESS_TABLE (table);
  self->remind = make_button (self, _ ("Remind…"), remind);
  self->accept_all = make_button (self, _ ("Accept all…"), accept_all);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (ways), self->remind);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (ways), self->accept_all);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), ways);
  gtk_box_append (GTK_BOX (box), table);
  gtk_widget_add_css_class (box, "turnout");
  g_signal_connect_object (table, "open", G_CALLBACK (open_department), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), box);
  return window;
}

static GtkWidget *
make_part (TenkenProgressPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *back = make_button (self, _ ("← All departments"), leave_department);
  GtkWidget *view = tenken_turnout_view_new (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)));

  self->view = TENKEN_TURNOUT_VIEW (view);
  gtk_widget_set_halign (back, GTK_ALIGN_START);
  gtk_widget_add_css_class (back, "turnout-back");
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (box), back);
  gtk_box_append (GTK_BOX (box), view);
  return box;
}

static void
tenken_progress_page_dispose (GObject *object)
{
  TenkenProgressPage *self = TENKEN_PROGRESS_PAGE (object);

  g_clear_object (&self->watch);
  g_clear_object (&self->all);
  g_clear_pointer (&self->part_id, g_free);
  g_clear_pointer (&self->person_id, g_free);
  G_OBJECT_CLASS (tenken_progress_page_parent_class)->dispose (object);
}

static void
tenken_progress_page_constructed (GObject *object)
{
  TenkenProgressPage *self = TENKEN_PROGRESS_PAGE (object);

  G_OBJECT_CLASS (tenken_progress_page_parent_class)->constructed (object);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, make_all (self), "all");
  gtk_stack_add_named (self->stack, make_part (self), "part");
  self->watch = tenken_desk_watch_new (TENKEN_DESK_PAGE (self), tenken_desk_watch_read_all);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), GTK_WIDGET (self->stack));
}

static void
tenken_progress_page_class_init (TenkenProgressPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = tenken_progress_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = tenken_progress_page_dispose;
  page_class->make_request = make_query;
  page_class->request_free = tenken_turnout_query_free;
  page_class->fetch = tenken_turnout_data_load;
  page_class->result_free = tenken_turnout_data_free;
  page_class->show = show;
  page_class->aim = aim;
}

static void
tenken_progress_page_init (TenkenProgressPage *self)
{
}

GtkWidget *
tenken_progress_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_PROGRESS_PAGE, "desk", desk, NULL);
}
