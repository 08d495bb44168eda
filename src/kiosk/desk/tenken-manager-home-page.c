/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-manager-home-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-figure.h"
#include "tenken-format.h"
#include "tenken-grade.h"
#include "tenken-manager-home.h"
#include "tenken-step.h"
#include "tenken-wrap-box.h"

#define WIDEST 900

struct _TenkenManagerHomePage
{
  TenkenDeskPage parent_instance;

  AdwBin *place; /* what is shown, made anew each time */
};

G_DEFINE_FINAL_TYPE (TenkenManagerHomePage, tenken_manager_home_page, TENKEN_TYPE_DESK_PAGE)

static void
go_action (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  tenken_desk_go (tenken_desk_page_get_desk (TENKEN_DESK_PAGE (widget)), g_variant_get_string (parameter, NULL));
}

static void
lead_to (GtkWidget *button,
         const char *place)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "home.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_heading (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "title-4");
  return label;
}

/* --- one number, one bar --- */

static GtkWidget *
make_bar (guint handed_in,
          guint asked)
{
  GtkWidget *bar = gtk_progress_bar_new ();
  g_autofree char *text = g_strdup_printf (ngettext ("%u of %u person has handed in", "%u of %u people have handed in", asked), handed_in, asked);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), asked > 0 ? (double) handed_in / asked : 0);
  gtk_widget_add_css_class (bar, "home-bar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return bar;
}

static GtkWidget *
make_turnout (const TenkenManagerHome *home)
{
  GtkWidget *figure = tenken_figure_new (_ ("Handed in"));

  tenken_figure_set_rate (TENKEN_FIGURE (figure), tnk_turnout_counts_get_handed_in (&home->counts), home->counts.asked);
  gtk_widget_add_css_class (figure, "home-number");
  lead_to (figure, "turnout");
  return figure;
}

static GtkWidget *
make_score (const TenkenManagerHome *home)
{
  g_autoptr (TnkScore) score = tenken_results_score (home->results);
  GtkWidget *figure = tenken_figure_new (_ ("Score"));
  char letter[2] = {tnk_score_get_grade (score), '\0'};
  g_autofree char *word = g_strconcat (letter, " ", tenken_grade_get_word (letter[0]), NULL);

  tenken_figure_set_number (TENKEN_FIGURE (figure), tnk_score_get_score (score), _ ("points"));
  tenken_figure_set_word (TENKEN_FIGURE (figure), letter[0] != '\0' ? word : NULL);
  if (tnk_score_is_withheld (score))
    tenken_figure_set_detail (TENKEN_FIGURE (figure), _ ("too few people to show"));
  gtk_widget_add_css_class (figure, "home-number");
  lead_to (figure, "results");
  return figure;
}

/* Who has handed in, while that is what matters; then how the department did. */
static void
add_number (GtkBox *box,
            const TenkenManagerHome *home)
{
  gboolean open = tnk_campaign_get_state (tenken_results_get_campaign (home->results)) == TNK_CAMPAIGN_STATE_OPEN;
  guint handed_in = tnk_turnout_counts_get_handed_in (&home->counts);
  GtkWidget *figures = tenken_wrap_box_new (2, 12);

  tenken_wrap_box_append (TENKEN_WRAP_BOX (figures), open ? make_turnout (home) : make_score (home));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (figures), open ? make_score (home) : make_turnout (home));
  gtk_box_append (box, figures);
  gtk_box_append (box, make_bar (handed_in, home->counts.asked));
}

/* --- what to do next --- */

static GtkWidget *
make_step (const TenkenManagerStep *step)
{
  GtkWidget *button = tenken_step_new (step->icon_name, step->text, step->hint);

  lead_to (button, step->place);
  return button;
}

static void
add_steps (GtkBox *box,
           TenkenDesk *desk,
           const TenkenManagerHome *home)
{
  g_autoptr (GArray) steps = tenken_manager_home_list_steps (home);
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (box, make_heading (_ ("What to do next")));
  if (steps->len == 0 && !tenken_step_has_unfinished (desk, home->unfinished))
    gtk_box_append (box, make_label (_ ("Nothing waits for you."), "home-step"));
  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "results-lines");
  gtk_widget_set_visible (list, steps->len > 0);
  for (guint i = 0; i < steps->len; i++)
    gtk_box_append (GTK_BOX (list), make_step (&g_array_index (steps, TenkenManagerStep, i)));
  gtk_box_append (box, list);
  gtk_box_append (box, tenken_step_list_unfinished (desk, home->unfinished));
}

/* --- what holds --- */

static void
add_closing (GtkBox *box,
             const TenkenManagerHome *home)
{
  g_autofree char *closing = tenken_manager_home_describe_closing (home);

  if (home->closed != NULL) {
    const char *at = tnk_turnout_get_closed_at (home->turnout, tnk_department_get_index (home->closed));
    g_autofree char *moment = tenken_format_moment (at != NULL ? at : "");
    /* Translators: a department, and when it was closed */
    g_autofree char *text = g_strdup_printf (_ ("%s is closed since %s; nobody hands in any more."), tnk_department_get_name (home->closed), moment);

    gtk_box_append (box, make_label (text, "home-closing"));
  } else if (closing != NULL)
    gtk_box_append (box, make_label (closing, "home-closing"));
}

/* --- the class --- */

static void
tenken_manager_home_page_show (TenkenDeskPage *page,
                               gpointer result)
{
  TenkenManagerHomePage *self = TENKEN_MANAGER_HOME_PAGE (page);
  const TenkenManagerHome *home = result;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  if (home->counts.asked == 0) {
    tenken_desk_page_set_empty (page, "system-users-symbolic", _ ("Nobody is asked here"),
                                _ ("In this campaign nobody of the department is asked anything, or it has not been opened."), NULL, NULL);
    return;
  }
  add_closing (GTK_BOX (box), home);
  add_number (GTK_BOX (box), home);
  add_steps (GTK_BOX (box), tenken_desk_page_get_desk (page), home);
  gtk_widget_add_css_class (box, "results");
  adw_bin_set_child (self->place, box);
}

static void
tenken_manager_home_page_class_init (TenkenManagerHomePageClass *klass)
{
  TenkenDeskPageClass *page_class = TENKEN_DESK_PAGE_CLASS (klass);

  page_class->fetch = tenken_manager_home_load;
  page_class->result_free = tenken_manager_home_free;
  page_class->show = tenken_manager_home_page_show;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "home.go", "s", go_action);
}

static void
tenken_manager_home_page_init (TenkenManagerHomePage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->place = ADW_BIN (adw_bin_new ());
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDEST);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (self->place));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  tenken_desk_page_set_content (TENKEN_DESK_PAGE (self), scroller);
}

GtkWidget *
tenken_manager_home_page_new (TenkenDesk *desk)
{
  return g_object_new (TENKEN_TYPE_MANAGER_HOME_PAGE, "desk", desk, NULL);
}
