/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-paper-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-check-button.h"
#include "tenken-distribution.h"
#include "tenken-format.h"
#include "tenken-paper-list.h"
#include "tenken-scroll-keys.h"
#include "tenken-turnout-acts.h"
#include "tenken-turnout-bar.h"
#include "tenken-wrap-box.h"

struct _TenkenPaperView
{
  GtkBox parent_instance;

  TenkenDesk *desk;
  GtkWidget *back;
  GtkLabel *name;
  GtkLabel *about;
  GtkLabel *note;
  TenkenDistribution *distribution;
  GtkCheckButton *only_notable;
  AdwBin *list;
  GtkWidget *send_back;
  GtkWidget *accept;

  TnkTurnoutPerson *person; /* NULL: nothing is shown */
  TnkQuestionnaire *questionnaire;
};

enum {
  BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenPaperView, tenken_paper_view, GTK_TYPE_BOX)

/* --- what is shown --- */

static char *
describe (TenkenPaperView *self)
{
  const char *moment = tnk_turnout_person_get_handed_in_at (self->person);
  const char *department = tnk_department_get_name (tnk_turnout_person_get_department (self->person));
  g_autofree char *when = moment != NULL ? tenken_format_moment (moment) : g_strdup ("");

  /* Translators: staff number, department, state, when it was handed in, reference code */
  return g_strdup_printf (_ ("%s · %s · %s · %s · reference code %s"), tnk_turnout_person_get_id (self->person), department,
                          tenken_turnout_get_word (tnk_turnout_person_get_state (self->person)), when,
                          tnk_questionnaire_get_reference (self->questionnaire));
}

static gboolean
is_own (TenkenPaperView *self)
{
  TnkSession *session = tenken_desk_get_session (self->desk);

  return session != NULL && g_str_equal (tnk_person_get_id (tnk_session_get_person (session)), tnk_turnout_person_get_id (self->person));
}

/* Why something cannot be done; NULL: all can. */
static const char *
find_obstacle (TenkenPaperView *self,
               gboolean may_return)
{
  if (tnk_campaign_get_state (tnk_questionnaire_get_campaign (self->questionnaire)) != TNK_CAMPAIGN_STATE_OPEN)
    return _ ("The campaign is not open: it is neither accepted nor sent back.");
  if (is_own (self))
    return _ ("This is your own. Whoever answers for a department above, or the secretariat, accepts it.");
  if (!may_return)
    return _ ("The department is closed: nothing is sent back until it is reopened.");
  return NULL;
}

static void
show_acts (TenkenPaperView *self,
           gboolean may_return)
{
  const char *obstacle = find_obstacle (self, may_return);
  gboolean open = tnk_campaign_get_state (tnk_questionnaire_get_campaign (self->questionnaire)) == TNK_CAMPAIGN_STATE_OPEN;
  gboolean others = open && !is_own (self);

  gtk_label_set_text (self->note, obstacle != NULL ? obstacle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), obstacle != NULL);
  gtk_widget_set_visible (self->send_back, others && may_return);
  gtk_widget_set_visible (self->accept, others && tnk_turnout_person_get_state (self->person) == TNK_TURNOUT_STATE_SUBMITTED);
}

static void
show_list (TenkenPaperView *self)
{
  if (self->questionnaire != NULL)
    adw_bin_set_child (self->list, tenken_paper_list_new (self->questionnaire, gtk_check_button_get_active (self->only_notable)));
}

void
tenken_paper_view_show (TenkenPaperView *self,
                        TnkTurnoutPerson *person,
                        TnkQuestionnaire *questionnaire,
                        gboolean may_return)
{
  g_autofree char *about = NULL;
  TnkCounts counts;

  g_return_if_fail (TENKEN_IS_PAPER_VIEW (self) && TNK_IS_TURNOUT_PERSON (person) && TNK_IS_QUESTIONNAIRE (questionnaire));

  g_set_object (&self->person, person);
  g_set_object (&self->questionnaire, questionnaire);
  about = describe (self);
  tenken_paper_count (questionnaire, &counts);
  gtk_label_set_text (self->name, tnk_turnout_person_get_name (person));
  gtk_label_set_text (self->about, about);
  tenken_distribution_set_counts (self->distribution, &counts);
  show_acts (self, may_return);
  show_list (self);
}

void
tenken_paper_view_clear (TenkenPaperView *self)
{
  g_return_if_fail (TENKEN_IS_PAPER_VIEW (self));

  g_clear_object (&self->person);
  g_clear_object (&self->questionnaire);
  adw_bin_set_child (self->list, NULL);
  gtk_label_set_text (self->name, "");
  gtk_label_set_text (self->about, "");
}

TnkTurnoutPerson *
tenken_paper_view_get_person (TenkenPaperView *self)
{
  g_return_val_if_fail (TENKEN_IS_PAPER_VIEW (self), NULL);
  return self->person;
}

/* --- what is done --- */

static void
go_back (TenkenPaperView *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static void
send_back (TenkenPaperView *self)
{
  tenken_turnout_return (GTK_WIDGET (self), self->desk, self->person);
}

static void
accept_it (TenkenPaperView *self)
{
  tenken_turnout_accept (GTK_WIDGET (self), self->desk, self->person);
}

/* --- the class --- */

static void
tenken_paper_view_dispose (GObject *object)
{
  TenkenPaperView *self = TENKEN_PAPER_VIEW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->person);
  g_clear_object (&self->questionnaire);
  G_OBJECT_CLASS (tenken_paper_view_parent_class)->dispose (object);
}

static void
tenken_paper_view_class_init (TenkenPaperViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_paper_view_dispose;
  tenken_scroll_keys_install (GTK_WIDGET_CLASS (klass));
  signals[BACK] = g_signal_new ("back", TENKEN_TYPE_PAPER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
add_label (GtkBox *box,
           const char *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (label, 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (box, GTK_WIDGET (label));
  return label;
}

static GtkWidget *
make_button (TenkenPaperView *self,
             const char *label,
             void (*func) (TenkenPaperView *self))
{
  GtkWidget *button = gtk_button_new_with_label (label);

  g_signal_connect_object (button, "clicked", G_CALLBACK (func), self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_top (TenkenPaperView *self)
{
  GtkWidget *box = tenken_wrap_box_new (0, 8), *room = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->back = make_button (self, _ ("← All people"), go_back);
  self->send_back = make_button (self, _ ("Send back…"), send_back);
  self->accept = make_button (self, _ ("Accept"), accept_it);
  gtk_widget_add_css_class (self->accept, "suggested-action");
  gtk_widget_set_hexpand (room, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), self->back);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), room);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), self->send_back);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), self->accept);
  gtk_box_append (GTK_BOX (self), box);
}

/* What scrolls: in large letters there is no room for anything that stays. */
static GtkWidget *
make_content (TenkenPaperView *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *only = g_object_new (TENKEN_TYPE_CHECK_BUTTON, NULL);
  GtkWidget *distribution = tenken_distribution_new (), *list = adw_bin_new ();

  self->name = add_label (GTK_BOX (content), "title-2");
  self->about = add_label (GTK_BOX (content), NULL);
  self->note = add_label (GTK_BOX (content), "notice-line");
  self->distribution = TENKEN_DISTRIBUTION (distribution);
  self->only_notable = GTK_CHECK_BUTTON (only);
  self->list = ADW_BIN (list);
  tenken_check_button_set_text (TENKEN_CHECK_BUTTON (only), _ ("Only what is not simply implemented, or has a comment"));
  g_signal_connect_object (only, "toggled", G_CALLBACK (show_list), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (content), distribution);
  gtk_box_append (GTK_BOX (content), only);
  gtk_box_append (GTK_BOX (content), list);
  return content;
}

static void
tenken_paper_view_init (TenkenPaperView *self)
{
  GtkWidget *window = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  add_top (self);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 1000);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), 1000);
  adw_clamp_set_child (ADW_CLAMP (clamp), make_content (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), clamp);
  gtk_widget_set_vexpand (window, TRUE);
  gtk_box_append (GTK_BOX (self), window);
}

GtkWidget *
tenken_paper_view_new (TenkenDesk *desk)
{
  TenkenPaperView *self = g_object_new (TENKEN_TYPE_PAPER_VIEW, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}
