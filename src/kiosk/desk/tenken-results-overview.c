/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-results-overview.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-distribution.h"
#include "tenken-figure.h"
#include "tenken-grade.h"
#include "tenken-language.h"
#include "tenken-results-line.h"
#include "tenken-wrap-box.h"

#define OPEN "results.open"
/* So many gaps stand here; the others are a click away. */
#define WORST 5

struct _TenkenResultsOverview
{
  AdwBin parent_instance;

  TenkenResults *results; /* during show */
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (TenkenResultsOverview, tenken_results_overview, ADW_TYPE_BIN)

/* --- figures --- */

static void
add_figure (GtkWidget *figures,
            GtkWidget *figure,
            const char *target)
{
  gtk_actionable_set_action_name (GTK_ACTIONABLE (figure), OPEN);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (figure), "s", target);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (figures), figure);
}

static GtkWidget *
make_score (TnkScore *score,
            TnkScore *before)
{
  GtkWidget *figure = tenken_figure_new (_ ("Score"));
  char letter[2] = {tnk_score_get_grade (score), '\0'};
  g_autofree char *word = g_strconcat (letter, " ", tenken_grade_get_word (letter[0]), NULL);

  tenken_figure_set_number (TENKEN_FIGURE (figure), tnk_score_get_score (score), _ ("points"));
  tenken_figure_set_word (TENKEN_FIGURE (figure), letter[0] != '\0' ? word : NULL);
  tenken_figure_set_change (TENKEN_FIGURE (figure), tnk_score_get_score (score), before != NULL ? tnk_score_get_score (before) : NAN, 1,
                            FALSE);
  return figure;
}

/* While people still answer, fewer have than had when the last campaign was over; to say so would only frighten. */
static gboolean
compares (TenkenResultsOverview *self,
          TnkRate *rate)
{
  const char *id = tnk_rate_get_id (rate);

  return tnk_campaign_get_state (tenken_results_get_campaign (self->results)) == TNK_CAMPAIGN_STATE_CLOSED ||
         !(g_str_equal (id, "submission") || g_str_equal (id, "answer"));
}

static GtkWidget *
make_rate (TnkRate *rate,
           TnkScore *score,
           TnkScore *before)
{
  GtkWidget *figure = tenken_figure_new (tenken_text (tnk_rate_get_name (rate)));
  double percent = NAN, percent_before = NAN;
  gint64 above = 0, below = 0;

  if (!tnk_rate_of (rate, score, &percent, &above, &below))
    percent = NAN;
  if (before == NULL || !tnk_rate_of (rate, before, &percent_before, NULL, NULL))
    percent_before = NAN;
  tenken_figure_set_rate (TENKEN_FIGURE (figure), above, below);
  tenken_figure_set_change (TENKEN_FIGURE (figure), percent, percent_before, 1, FALSE);
  gtk_widget_set_tooltip_text (figure, tenken_text (tnk_rate_get_definition (rate)));
  return figure;
}

static GtkWidget *
make_gaps (TnkScore *score,
           TnkScore *before)
{
  GtkWidget *figure = tenken_figure_new (_ ("Gaps"));
  gint64 gaps = tnk_score_get_count (score, "controls_gap"), controls = tnk_score_get_count (score, "controls");
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, gaps);
  /* Translators: gaps, of so many controls */
  g_autofree char *detail = g_strdup_printf (ngettext ("of %u control", "of %u controls", controls), (guint) controls);

  tenken_figure_set_value (TENKEN_FIGURE (figure), value, NULL);
  tenken_figure_set_detail (TENKEN_FIGURE (figure), detail);
  tenken_figure_set_change (TENKEN_FIGURE (figure), gaps, before != NULL ? tnk_score_get_count (before, "controls_gap") : NAN, 0, TRUE);
  return figure;
}

static void
add_figures (TenkenResultsOverview *self)
{
  GtkWidget *figures = tenken_wrap_box_new (6, 12);
  g_autoptr (TnkScore) score = tenken_results_score (self->results), before = tenken_results_score_before (self->results);
  GPtrArray *rates = tenken_results_get_rates (self->results);

  add_figure (figures, make_score (score, before), "controls");
  for (guint i = 0; i < rates->len; i++) {
    TnkRate *rate = g_ptr_array_index (rates, i);
    gboolean people = g_str_equal (tnk_rate_get_id (rate), "submission");

    add_figure (figures, make_rate (rate, score, compares (self, rate) ? before : NULL), people ? "/turnout" : "controls");
  }
  add_figure (figures, make_gaps (score, before), "gaps");
  gtk_box_append (self->box, figures);
}

/* The others who see this campaign see these answers too: a figure that differs from theirs must say why. */
static void
add_withheld (TenkenResultsOverview *self)
{
  g_autofree char *text = tenken_results_dup_withheld (self->results);
  GtkWidget *label;

  if (text == NULL)
    return;
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "results-note");
  gtk_box_append (self->box, label);
}

/* --- lists --- */

static void
add_heading (TenkenResultsOverview *self,
             const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "title-4");
  gtk_box_append (self->box, label);
}

static void
add_lines (TenkenResultsOverview *self,
           GListModel *rows,
           guint most,
           const char *kind)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  TenkenResultsLines lines;

  tenken_results_lines_init (&lines);
  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "results-lines");
  for (guint i = 0; i < MIN (most, g_list_model_get_n_items (rows)); i++) {
    g_autoptr (TenkenResultsRow) row = g_list_model_get_item (rows, i);
    g_autofree char *target = g_strdup_printf ("%s/%s", kind, row->id);

    gtk_box_append (GTK_BOX (list), tenken_results_line_new (&lines, row, OPEN, target));
  }
  tenken_results_lines_clear (&lines);
  gtk_box_append (self->box, list);
}

static GtkWidget *
make_way (const char *label,
          const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_label_set_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), OPEN);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}

static void
add_gaps (TenkenResultsOverview *self)
{
  g_autoptr (GListModel) gaps = tenken_results_list_gaps (self->results);
  guint n = g_list_model_get_n_items (gaps);
  GtkWidget *ways = tenken_wrap_box_new (0, 12);
  g_autofree char *all = g_strdup_printf (ngettext ("The gap by itself", "All %u gaps", n), n);

  if (n == 0)
    return;
  add_heading (self, _ ("Gaps, worst first"));
  add_lines (self, gaps, WORST, "control");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (ways), make_way (all, "gaps"));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (ways), make_way (_ ("To the improvement plan"), "/plan"));
  gtk_box_append (self->box, ways);
}

static void
add_chapters (TenkenResultsOverview *self)
{
  g_autoptr (GListModel) chapters = tenken_results_list (self->results, TNK_SCOPE_KIND_CHAPTER, TNK_SCOPE_KIND_ORGANISATION, 0);

  add_heading (self, _ ("By chapter"));
  gtk_box_append (self->box, tenken_distribution_legend_new ());
  add_lines (self, chapters, G_MAXUINT, "chapter");
}

static void
add_comparison (TenkenResultsOverview *self)
{
  TnkCampaign *previous = tenken_results_get_previous_campaign (self->results);
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (previous == NULL)
    return;
  /* Translators: the title of a campaign */
  text = g_strdup_printf (_ ("Compared with “%s”"), tnk_campaign_get_title (previous));
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "results-note");
  gtk_box_append (self->box, label);
}

/* --- the class --- */

static void
tenken_results_overview_class_init (TenkenResultsOverviewClass *klass)
{
}

static void
tenken_results_overview_init (TenkenResultsOverview *self)
{
}

GtkWidget *
tenken_results_overview_new (void)
{
  return g_object_new (TENKEN_TYPE_RESULTS_OVERVIEW, NULL);
}

void
tenken_results_overview_show (TenkenResultsOverview *self,
                              TenkenResults *results)
{
  g_return_if_fail (TENKEN_IS_RESULTS_OVERVIEW (self) && TENKEN_IS_RESULTS (results));

  self->results = results;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  add_figures (self);
  add_withheld (self);
  add_comparison (self);
  add_chapters (self);
  add_gaps (self);
  self->results = NULL;
}
