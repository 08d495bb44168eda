/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-results-line.h"

#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-distribution.h"
#include "tenken-wrap-box.h"

void
tenken_results_lines_init (TenkenResultsLines *self)
{
  self->bars = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->figures = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->changes = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
}

void
tenken_results_lines_clear (TenkenResultsLines *self)
{
  g_clear_object (&self->bars);
  g_clear_object (&self->figures);
  g_clear_object (&self->changes);
}

static GtkWidget *
make_name (TenkenResultsRow *row)
{
  g_autofree char *name = tenken_results_row_dup_name (row);
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_figure (const char *text,
             const char *css_class,
             GtkSizeGroup *group)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "figures");
  gtk_widget_add_css_class (label, css_class);
  gtk_size_group_add_widget (group, label);
  return label;
}

static GtkWidget *
make_bar (TenkenResultsLines *lines,
          TenkenResultsRow *row)
{
  GtkWidget *bar = tenken_distribution_new ();

  tenken_distribution_set_counts (TENKEN_DISTRIBUTION (bar), &row->counts);
  gtk_widget_add_css_class (bar, "results-bar");
  gtk_size_group_add_widget (lines->bars, bar);
  return bar;
}

/* A chapter shows its score and how it changed, a gap how many of those who were judged keep it. */
static void
add_figures (GtkWidget *box,
             TenkenResultsLines *lines,
             TenkenResultsRow *row)
{
  g_autofree char *score = tenken_results_row_dup_score (row), *change = tenken_results_row_dup_change (row);
  g_autofree char *implemented = tenken_results_row_dup_implemented (row);

  gtk_box_append (GTK_BOX (box), make_bar (lines, row));
  if (row->place > 0)
    gtk_box_append (GTK_BOX (box), make_figure (implemented, "results-implemented", lines->figures));
  else {
    gtk_box_append (GTK_BOX (box), make_figure (score, "results-score", lines->figures));
    gtk_box_append (GTK_BOX (box), make_figure (change, "results-change", lines->changes));
  }
}

static char *
describe (TenkenResultsRow *row)
{
  g_autofree char *name = tenken_results_row_dup_name (row), *score = tenken_results_row_dup_score (row);
  g_autofree char *counts = tenken_distribution_describe (&row->counts);

  /* Translators: a chapter or a control as it is read aloud: its name, its score, how many gave which answer */
  return g_strdup_printf (_ ("%s: %s points. %s"), name, score, counts);
}

GtkWidget *
tenken_results_line_new (TenkenResultsLines *lines,
                         TenkenResultsRow *row,
                         const char *action,
                         const char *target)
{
  GtkWidget *button = gtk_button_new (), *line = tenken_wrap_box_new (0, 12), *figures = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *description = describe (row);

  add_figures (figures, lines, row);
  gtk_widget_set_halign (figures, GTK_ALIGN_END);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), make_name (row));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), figures);
  tenken_button_set_content (button, line, description);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "results-line");
  return button;
}
