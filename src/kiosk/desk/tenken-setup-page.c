/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-setup-page.h"

#include <string.h>

#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-desk-parts.h"
#include "tenken-desk-task.h"
#include "tenken-setup-problems.h"
#include "tenken-setup-steps.h"
#include "tenken-wrap-box.h"

struct _TenkenSetupPage
{
  TenkenDeskPage parent_instance;

  TenkenSetup *setup; /* NULL until it is read */
  char *target;
  GtkWidget *title;
  GtkWidget *bar;
  GtkStack *steps;
  GtkWidget *scroller; /* around the head and the steps */
  GtkWidget *problem;
  GtkWidget *back;
  GtkWidget *next;
  GtkWidget *keep; /* the last step: keeps it in preparation */
  GtkWidget *start_text;
  guint step;
  guint furthest;
};

G_DEFINE_FINAL_TYPE (TenkenSetupPage, tenken_setup_page, TENKEN_TYPE_DESK_PAGE)

static const struct
{
  const char *title;
  GtkWidget *(*make) (TenkenSetup *setup); /* NULL: the last one, which is made here */
} steps[TENKEN_SETUP_N_STEPS] = {
  {N_ ("Rules"), tenken_setup_catalog_new},
  {N_ ("Controls"), tenken_setup_controls_new},
  {N_ ("Who is asked"), tenken_setup_population_new},
  {N_ ("Period and visibility"), tenken_setup_settings_new},
  {N_ ("Check"), tenken_setup_check_new},
  {N_ ("Start"), NULL},
};

/* --- what it looks like follows from the set-up and the step --- */

/* The first step before this one in which something is to be mended, or this one; -1 if there is none. */
static int
find_trouble (TenkenSetupPage *self,
              guint step,
              char **problem)
{
  for (guint i = 0; i <= step; i++) {
    *problem = tenken_setup_find_problem (self->setup, i);
    if (*problem != NULL)
      return i;
  }
  return -1;
}

static void
update_bar (TenkenSetupPage *self)
{
  guint i = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (self->bar); button != NULL; button = gtk_widget_get_next_sibling (button)) {
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == self->step);
    gtk_widget_set_sensitive (button, i <= self->furthest);
    i++;
  }
}

static void
update_start (TenkenSetupPage *self)
{
  TnkCampaignPreview *preview = tenken_setup_get_preview (self->setup);
  g_autofree char *text = NULL;
  guint n;

  if (preview == NULL)
    return;
  n = tnk_campaign_preview_count_people (preview, -1, -1);
  text = g_strdup_printf (
    ngettext ("If you open the campaign now, %u person can answer from this moment on. Catalog, controls and who is asked are settled then; the last day and what departments see can still be changed.",
              "If you open the campaign now, %u people can answer from this moment on. Catalog, controls and who is asked are settled then; the last day and what departments see can still be changed.",
              n),
    n);
  gtk_label_set_text (GTK_LABEL (self->start_text), text);
}

static void
update (TenkenSetupPage *self)
{
  gboolean last = self->step == TENKEN_SETUP_STEP_START;
  g_autofree char *problem = NULL, *words = NULL;
  int trouble = find_trouble (self, self->step, &problem);

  if (trouble >= 0 && trouble != (int) self->step)
    words = g_strdup_printf ("%s: %s", _ (steps[trouble].title), problem);
  gtk_label_set_text (GTK_LABEL (self->problem), words != NULL ? words : problem != NULL ? problem
                                                                                         : "");
  gtk_widget_set_visible (self->problem, problem != NULL);
  gtk_widget_set_sensitive (self->back, self->step > 0);
  gtk_widget_set_sensitive (self->next, problem == NULL);
  gtk_widget_set_sensitive (self->keep, problem == NULL);
  gtk_widget_set_visible (self->keep, last);
  gtk_button_set_label (GTK_BUTTON (self->next), last ? _ ("Open it now") : _ ("Next"));
  tenken_button_wrap (self->next);
  if (last)
    update_start (self);
  update_bar (self);
}

static void
show_step (TenkenSetupPage *self,
           guint step)
{
  self->step = step;
  self->furthest = MAX (self->furthest, step);
  gtk_stack_set_visible_child_name (self->steps, steps[step].title);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
  update (self);
}

void
tenken_setup_page_go (TenkenSetupPage *self,
                      guint step)
{
  g_return_if_fail (TENKEN_IS_SETUP_PAGE (self) && step < TENKEN_SETUP_N_STEPS);

  if (self->setup != NULL)
    show_step (self, step);
}

TenkenSetup *
tenken_setup_page_get_setup (TenkenSetupPage *self)
{
  g_return_val_if_fail (TENKEN_IS_SETUP_PAGE (self), NULL);
  return self->setup;
}

static void
clicked_step (TenkenSetupPage *self,
              GtkWidget *button)
{
  show_step (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "step")));
}

static void
go_back (TenkenSetupPage *self)
{
  show_step (self, self->step - 1);
}

/* --- storing --- */

typedef struct
{
  TnkCampaign *campaign;
  gboolean changing;
  gboolean open;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_object_unref (self->campaign);
  g_free (self);
}

static gpointer
store (TnkDesk *desk,
       gpointer data,
       TnkProgressFunc progress,
       gpointer progress_data,
       GCancellable *cancellable,
       GError **error)
{
  const Job *job = data;
  g_autofree guint *n_people = g_new0 (guint, 1);

  if (!(job->changing ? tnk_desk_change_campaign (desk, job->campaign, error)
                      : tnk_desk_create_campaign (desk, job->campaign, error)))
    return NULL;
  if (job->open && !tnk_desk_open_campaign (desk, tnk_campaign_get_id (job->campaign), n_people, progress, progress_data,
                                            cancellable, error)) {
    g_prefix_error (error, "%s: ", tnk_campaign_get_id (job->campaign));
    return NULL;
  }
  return g_steal_pointer (&n_people);
}

static void
forget (TenkenSetupPage *self)
{
  for (guint i = 0; i < TENKEN_SETUP_STEP_START; i++) {
    GtkWidget *child = gtk_stack_get_child_by_name (self->steps, steps[i].title);
    if (child != NULL)
      gtk_stack_remove (self->steps, child);
  }
  if (self->setup != NULL)
    g_signal_handlers_disconnect_by_data (self->setup, self);
  g_clear_object (&self->setup);
  self->furthest = self->step = 0;
}

static void
stored (GtkWidget *owner,
        gpointer result,
        const GError *error,
        gpointer user_data)
{
  TenkenSetupPage *self = TENKEN_SETUP_PAGE (owner);
  TenkenDesk *desk = tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self));
  g_autofree char *place = g_strconcat ("campaign/", tenken_setup_get_text (self->setup, TENKEN_SETUP_TEXT_ID), NULL);
  const guint *n_people = result;
  g_autofree char *said = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("The campaign could not be set up so"), error);
    tenken_desk_refresh (desk);
    return;
  }
  said = *n_people > 0 ? g_strdup_printf (ngettext ("The campaign is open: %u person is asked.", "The campaign is open: %u people are asked.", *n_people), *n_people)
                       : g_strdup (_ ("The campaign is kept in preparation."));
  forget (self);
  tenken_desk_refresh (desk);
  tenken_desk_changed (desk);
  tenken_desk_say (desk, said);
  tenken_desk_go (desk, place);
}

static void
run (TenkenSetupPage *self,
     gboolean open)
{
  Job *job;
  TnkCampaign *campaign = tenken_setup_make (self->setup);

  if (campaign == NULL)
    return;
  job = g_new0 (Job, 1);
  *job = (Job){.campaign = campaign, .changing = tenken_setup_get_changing (self->setup) != NULL, .open = open};
  tenken_desk_task_run (GTK_WIDGET (self), tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)),
                        open ? _ ("The campaign is being opened") : _ ("The campaign is being stored"), store, job, job_free,
                        g_free, stored, NULL);
}

static void
go_next (TenkenSetupPage *self)
{
  if (self->step == TENKEN_SETUP_STEP_START)
    run (self, TRUE);
  else
    show_step (self, self->step + 1);
}

static void
keep (TenkenSetupPage *self)
{
  run (self, FALSE);
}

/* --- leaving --- */

static void
answered_leave (TenkenSetupPage *self,
                const char *response)
{
  if (!g_str_equal (response, "leave"))
    return;
  forget (self);
  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (self)), "campaign");
}

static void
leave (TenkenSetupPage *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Leave the set-up?"),
                                              _ ("What you chose is not kept. Nothing was changed in the store."));

  gtk_widget_add_css_class (dialog, "desk");
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _ ("Stay"), "leave", _ ("Leave the set-up"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave", ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_leave), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- the page --- */

static void
begin (TenkenSetupPage *self,
       TenkenSetupSource *source)
{
  const char *target = self->target != NULL ? self->target : "";
  const char *changing = g_str_has_prefix (target, "change/") ? strchr (target, '/') + 1 : NULL;
  const char *like = g_str_has_prefix (target, "like/") ? strchr (target, '/') + 1 : NULL;

  self->setup = tenken_setup_new (source, changing, like);
  gtk_label_set_text (GTK_LABEL (self->title), tenken_setup_get_changing (self->setup) != NULL ? _ ("Change the campaign")
                                                                                               : _ ("Set a campaign up"));
  for (guint i = 0; i < TENKEN_SETUP_STEP_START; i++)
    gtk_stack_add_named (self->steps, steps[i].make (self->setup), steps[i].title);
  g_signal_connect_object (self->setup, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->furthest = tenken_setup_get_changing (self->setup) != NULL ? TENKEN_SETUP_STEP_START : 0;
  show_step (self, 0);
}

/* What the person has chosen is not taken away by what is read anew. */
static void
tenken_setup_page_show (TenkenDeskPage *page,
                        gpointer result)
{
  TenkenSetupPage *self = TENKEN_SETUP_PAGE (page);

  if (self->setup == NULL)
    begin (self, result);
}

static void
tenken_setup_page_aim (TenkenDeskPage *page,
                       const char *target)
{
  TenkenSetupPage *self = TENKEN_SETUP_PAGE (page);

  if (g_strcmp0 (self->target, target) == 0)
    return;
  g_free (self->target);
  self->target = g_strdup (target);
  forget (self);
  tenken_desk_page_reload (page);
}

static gpointer
no_request (TenkenDeskPage *self)
{
  return NULL;
}

static void
tenken_setup_page_dispose (GObject *object)
{
  TenkenSetupPage *self = TENKEN_SETUP_PAGE (object);

  g_clear_object (&self->setup);
  g_clear_pointer (&self->target, g_free);
  G_OBJECT_CLASS (tenken_setup_page_parent_class)->dispose (object);
}

static void
tenken_setup_page_class_init (TenkenSetupPageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_setup_page_dispose;
  page_class->make_request = no_request;
  page_class->fetch = tenken_setup_source_read;
  page_class->result_free = tenken_setup_source_free;
  page_class->show = tenken_setup_page_show;
  page_class->aim = tenken_setup_page_aim;
  page_class->without_campaign = TRUE;
}

static GtkWidget *
make_bar (TenkenSetupPage *self)
{
  GtkWidget *bar = tenken_wrap_box_new (0, 3);

  for (guint i = 0; i < TENKEN_SETUP_N_STEPS; i++) {
    g_autofree char *text = g_strdup_printf ("%u  %s", i + 1, _ (steps[i].title));
    GtkWidget *button = gtk_toggle_button_new_with_label (text);

    if (i > 0)
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (bar)));
    gtk_widget_add_css_class (button, "flat");
    gtk_widget_add_css_class (button, "setup-step");
    g_object_set_data (G_OBJECT (button), "step", GUINT_TO_POINTER (i));
    g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_step), self, G_CONNECT_SWAPPED);
    tenken_wrap_box_append (TENKEN_WRAP_BOX (bar), button);
  }
  return bar;
}

static GtkWidget *
add_button (TenkenSetupPage *self,
            GtkWidget *box,
            const char *label,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tenken_button_wrap (button);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), button);
  return button;
}

static GtkWidget *
make_foot (TenkenSetupPage *self)
{
  GtkWidget *foot = tenken_desk_column_new (6), *buttons = tenken_wrap_box_new (0, 12);

  self->problem = tenken_desk_text_new ("", "trouble");
  g_object_set (self->problem, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
  add_button (self, buttons, _ ("Leave the set-up"), G_CALLBACK (leave));
  self->back = add_button (self, buttons, _ ("Back"), G_CALLBACK (go_back));
  self->keep = add_button (self, buttons, _ ("Keep it in preparation"), G_CALLBACK (keep));
  self->next = add_button (self, buttons, _ ("Next"), G_CALLBACK (go_next));
  gtk_widget_set_hexpand (self->next, TRUE);
  gtk_widget_add_css_class (self->next, "suggested-action");
  gtk_widget_add_css_class (foot, "setup-foot");
  gtk_box_append (GTK_BOX (foot), self->problem);
  gtk_box_append (GTK_BOX (foot), buttons);
  return foot;
}

static GtkWidget *
make_start (TenkenSetupPage *self)
{
  GtkWidget *column, *clamp = tenken_desk_clamp_new (&column);

  self->start_text = tenken_desk_text_new ("", NULL);
  gtk_box_append (GTK_BOX (column), tenken_desk_heading_new (_ ("Open it, or keep it in preparation"), "section-title"));
  gtk_box_append (GTK_BOX (column), self->start_text);
  gtk_box_append (GTK_BOX (column), tenken_desk_text_new (_ ("In preparation it can be changed, discarded, and opened on any day. Nobody is asked until then."), NULL));
  return clamp;
}

static void
tenken_setup_page_init (TenkenSetupPage *self)
{
  GtkWidget *box = tenken_desk_column_new (0), *inner = tenken_desk_column_new (0), *head = tenken_desk_column_new (6);
  GtkWidget *stack = gtk_stack_new ();

  self->title = tenken_desk_heading_new ("", "page-title");
  self->bar = make_bar (self);
  self->steps = GTK_STACK (stack);
  gtk_stack_set_hhomogeneous (self->steps, FALSE);
  gtk_stack_set_vhomogeneous (self->steps, FALSE);
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_stack_add_named (self->steps, make_start (self), steps[TENKEN_SETUP_STEP_START].title);
  gtk_widget_add_css_class (head, "setup-head");
  gtk_box_append (GTK_BOX (head), self->title);
  gtk_box_append (GTK_BOX (head), self->bar);
  /* In large letters the head takes half of a small window: it scrolls away with the step. */
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), inner);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  gtk_box_append (GTK_BOX (inner), head);
  gtk_box_append (GTK_BOX (inner), stack);
  gtk_box_append (GTK_BOX (box), self->scroller);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), box);
}

GtkWidget *
tenken_setup_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_SETUP_PAGE, "desk", desk, NULL);
}
