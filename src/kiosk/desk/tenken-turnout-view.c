/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-turnout-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-desk-task.h"
#include "tenken-paper-view.h"
#include "tenken-remind-window.h"
#include "tenken-turnout-acts.h"
#include "tenken-turnout-head.h"
#include "tenken-turnout-people.h"
#include "tenken-wrap-box.h"

struct _TenkenTurnoutView
{
  GtkBox parent_instance;

  TenkenDesk *desk;
  GtkStack *stack; /* "people" or "paper" */
  GtkLabel *title;
  GtkLabel *note;
  TenkenTurnoutHead *head;
  GtkWidget *ways;
  GtkWidget *remind;
  GtkWidget *accept_all;
  GtkWidget *close;
  GtkWidget *reopen;
  TenkenTurnoutPeople *people;
  TenkenPaperView *paper;

  TnkTurnout *turnout; /* NULL: nothing is shown */
  guint states;
};

G_DEFINE_FINAL_TYPE (TenkenTurnoutView, tenken_turnout_view, GTK_TYPE_BOX)

/* --- one questionnaire --- */

static gboolean
is_department_open (TenkenTurnoutView *self,
                    TnkTurnoutPerson *person)
{
  return !tnk_turnout_is_closed (self->turnout, tnk_department_get_index (tnk_turnout_person_get_department (person)));
}

static void
leave_paper (TenkenTurnoutView *self)
{
  gboolean was_shown = gtk_widget_get_mapped (GTK_WIDGET (self->paper));

  gtk_stack_set_visible_child_name (self->stack, "people");
  tenken_paper_view_clear (self->paper);
  if (was_shown)
    gtk_widget_child_focus (GTK_WIDGET (self->people), GTK_DIR_TAB_FORWARD);
}

typedef struct
{
  char *campaign_id;
  char *person_id;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_free (self->campaign_id);
  g_free (self->person_id);
  g_free (self);
}

static gpointer
read_paper (TnkDesk *desk,
            gpointer data,
            TnkProgressFunc progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  Request *request = data;

  return tnk_desk_load_questionnaire (desk, request->campaign_id, request->person_id, error);
}

static void
take_paper (GtkWidget *owner,
            gpointer result,
            const GError *error,
            gpointer user_data)
{
  TenkenTurnoutView *self = TENKEN_TURNOUT_VIEW (owner);
  TnkTurnoutPerson *person;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The answers cannot be shown"), error);
    tenken_desk_changed (self->desk);
    return;
  }
  person = self->turnout != NULL ? tnk_turnout_lookup_person (self->turnout, tnk_questionnaire_get_person_id (result)) : NULL;
  if (person == NULL)
    return;
  tenken_paper_view_show (self->paper, person, result, is_department_open (self, person));
  gtk_stack_set_visible_child_name (self->stack, "paper");
  gtk_widget_child_focus (GTK_WIDGET (self->paper), GTK_DIR_TAB_FORWARD);
}

static void
open_person (TenkenTurnoutView *self,
             TnkTurnoutPerson *person)
{
  Request *request;

  if (tnk_turnout_person_is_missing (person)) {
    tenken_desk_say (self->desk, _ ("It is not handed in: only the person who answers sees it."));
    return;
  }
  request = g_new (Request, 1);
  request->campaign_id = g_strdup (tenken_desk_get_campaign_id (self->desk));
  request->person_id = g_strdup (tnk_turnout_person_get_id (person));
  tenken_desk_task_run (GTK_WIDGET (self), self->desk, _ ("The answers are being read"), read_paper, request, request_free, g_object_unref, take_paper, NULL);
}

void
tenken_turnout_view_open (TenkenTurnoutView *self,
                          const char *person_id)
{
  TnkTurnoutPerson *person;

  g_return_if_fail (TENKEN_IS_TURNOUT_VIEW (self) && person_id != NULL);

  person = self->turnout != NULL ? tnk_turnout_lookup_person (self->turnout, person_id) : NULL;
  if (person != NULL)
    open_person (self, person);
}

/* A paper that is looked at is left once it is no longer what was handed in then. */
static void
settle_paper (TenkenTurnoutView *self)
{
  TnkTurnoutPerson *shown = tenken_paper_view_get_person (self->paper), *now;

  if (shown == NULL)
    return;
  now = tnk_turnout_lookup_person (self->turnout, tnk_turnout_person_get_id (shown));
  if (now == NULL || tnk_turnout_person_get_state (now) != tnk_turnout_person_get_state (shown) ||
      g_strcmp0 (tnk_turnout_person_get_reference (now), tnk_turnout_person_get_reference (shown)) != 0)
    leave_paper (self);
}

/* --- the department --- */

static void
set_states (TenkenTurnoutView *self,
            guint states)
{
  self->states = states;
  tenken_turnout_people_set_states (self->people, states);
  tenken_turnout_head_mark (self->head, states);
}

void
tenken_turnout_view_pick (TenkenTurnoutView *self,
                          guint states)
{
  g_return_if_fail (TENKEN_IS_TURNOUT_VIEW (self));

  if (self->turnout == NULL || !tnk_turnout_has_people (self->turnout))
    return;
  leave_paper (self);
  set_states (self, states);
}

/* A figure that is pressed once more shows all again. */
static void
picked (TenkenTurnoutView *self,
        guint states)
{
  set_states (self, states == self->states ? TNK_TURNOUT_ANY_STATE : states);
}

static char *
describe_note (TenkenTurnoutView *self)
{
  TnkDepartment *department = tenken_turnout_get_department (self->turnout);
  TnkDepartment *closed = department != NULL ? tnk_turnout_find_closed (self->turnout, tnk_department_get_index (department)) : NULL;

  if (closed != NULL && closed != department)
    return g_strdup_printf (_ ("It is closed with %s above it."), tnk_department_get_name (closed));
  if (closed != NULL)
    return g_strdup (_ ("It is closed: nobody hands in, and nothing is sent back, until it is reopened."));
  if (!tnk_turnout_has_people (self->turnout))
    return g_strdup (_ ("This campaign shows counts only: who has handed in is known to the secretariat alone."));
  return NULL;
}

static void
show_acts (TenkenTurnoutView *self)
{
  TnkDepartment *department = tenken_turnout_get_department (self->turnout);
  gboolean open = tnk_campaign_get_state (tnk_turnout_get_campaign (self->turnout)) == TNK_CAMPAIGN_STATE_OPEN;
  TnkDepartment *closed = department != NULL ? tnk_turnout_find_closed (self->turnout, tnk_department_get_index (department)) : NULL;
  TnkTurnoutCounts counts;

  tnk_turnout_count (self->turnout, -1, &counts);
  gtk_widget_set_visible (self->remind, open && tnk_turnout_counts_get_missing (&counts) > 0 && closed == NULL);
  gtk_widget_set_visible (self->accept_all, open && counts.submitted > 0);
  gtk_widget_set_visible (self->close, open && department != NULL && closed == NULL);
  gtk_widget_set_visible (self->reopen, open && closed != NULL && closed == department);
}

void
tenken_turnout_view_show (TenkenTurnoutView *self,
                          TnkTurnout *turnout,
                          const char *today)
{
  TnkDepartment *department;
  g_autofree char *note = NULL;

  g_return_if_fail (TENKEN_IS_TURNOUT_VIEW (self) && TNK_IS_TURNOUT (turnout) && today != NULL);

  g_set_object (&self->turnout, turnout);
  department = tenken_turnout_get_department (turnout);
  note = describe_note (self);
  gtk_label_set_text (self->title, department != NULL ? tnk_department_get_name (department) : _ ("The whole body"));
  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  tenken_turnout_head_show (self->head, turnout, today, tnk_turnout_has_people (turnout));
  tenken_turnout_head_mark (self->head, tnk_turnout_has_people (turnout) ? self->states : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->people), tnk_turnout_has_people (turnout));
  tenken_turnout_people_show (self->people, turnout);
  show_acts (self);
  settle_paper (self);
}

void
tenken_turnout_view_clear (TenkenTurnoutView *self)
{
  g_return_if_fail (TENKEN_IS_TURNOUT_VIEW (self));

  g_clear_object (&self->turnout);
  tenken_turnout_people_clear (self->people);
  tenken_paper_view_clear (self->paper);
  gtk_stack_set_visible_child_name (self->stack, "people");
  set_states (self, TNK_TURNOUT_ANY_STATE);
}

/* --- what is done --- */

static void
remind (TenkenTurnoutView *self)
{
  TnkDepartment *department = tenken_turnout_get_department (self->turnout);

  tenken_remind_window_open (GTK_WIDGET (self), self->desk, department != NULL ? tnk_department_get_id (department) : NULL);
}

static void
accept_all (TenkenTurnoutView *self)
{
  tenken_turnout_accept_all (GTK_WIDGET (self), self->desk, self->turnout);
}

static void
close_department (TenkenTurnoutView *self)
{
  tenken_turnout_close (GTK_WIDGET (self), self->desk, self->turnout);
}

static void
reopen_department (TenkenTurnoutView *self)
{
  tenken_turnout_reopen (GTK_WIDGET (self), self->desk, self->turnout);
}

/* --- the class --- */

static void
tenken_turnout_view_dispose (GObject *object)
{
  TenkenTurnoutView *self = TENKEN_TURNOUT_VIEW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->turnout);
  G_OBJECT_CLASS (tenken_turnout_view_parent_class)->dispose (object);
}

static void
tenken_turnout_view_class_init (TenkenTurnoutViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_turnout_view_dispose;
}

static GtkWidget *
add_button (TenkenTurnoutView *self,
            const char *label,
            void (*func) (TenkenTurnoutView *self))
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", G_CALLBACK (func), self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (self->ways), button);
  return button;
}

static void
add_buttons (TenkenTurnoutView *self,
             GtkBox *box)
{
  self->ways = tenken_wrap_box_new (0, 8);
  self->remind = add_button (self, _ ("Remind…"), remind);
  self->accept_all = add_button (self, _ ("Accept all…"), accept_all);
  self->close = add_button (self, _ ("Close the department…"), close_department);
  self->reopen = add_button (self, _ ("Reopen…"), reopen_department);
  gtk_box_append (box, self->ways);
}

static GtkLabel *
add_label (GtkBox *box,
           GtkAccessibleRole role,
           const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkWidget *
make_people (TenkenTurnoutView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *window = gtk_scrolled_window_new ();
  GtkWidget *head = tenken_turnout_head_new (), *people = tenken_turnout_people_new ();

  self->head = TENKEN_TURNOUT_HEAD (head);
  self->people = TENKEN_TURNOUT_PEOPLE (people);
  self->title = add_label (GTK_BOX (box), GTK_ACCESSIBLE_ROLE_HEADING, "title-2");
  gtk_box_append (GTK_BOX (box), head);
  self->note = add_label (GTK_BOX (box), GTK_ACCESSIBLE_ROLE_LABEL, "notice-line");
  add_buttons (self, GTK_BOX (box));
  gtk_box_append (GTK_BOX (box), people);
  g_signal_connect_object (head, "picked", G_CALLBACK (picked), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (people, "open", G_CALLBACK (open_person), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "turnout");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), box);
  return window;
}

static void
tenken_turnout_view_init (TenkenTurnoutView *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->states = TNK_TURNOUT_ANY_STATE;
  self->stack = GTK_STACK (stack);
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_hexpand (stack, TRUE);
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_box_append (GTK_BOX (self), stack);
  gtk_stack_add_named (self->stack, make_people (self), "people");
  tenken_turnout_head_mark (self->head, self->states);
}

GtkWidget *
tenken_turnout_view_new (TenkenDesk *desk)
{
  TenkenTurnoutView *self = g_object_new (TENKEN_TYPE_TURNOUT_VIEW, NULL);
  GtkWidget *paper = tenken_paper_view_new (desk);

  self->desk = g_object_ref (desk);
  self->paper = TENKEN_PAPER_VIEW (paper);
  gtk_widget_add_css_class (paper, "turnout");
  gtk_stack_add_named (self->stack, paper, "paper");
  g_signal_connect_object (paper, "back", G_CALLBACK (leave_paper), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
