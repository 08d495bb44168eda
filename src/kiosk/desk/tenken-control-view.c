/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-control-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "tenken-desk-ask.h"
#include "tenken-distribution.h"
#include "tenken-figure.h"
#include "tenken-language.h"
#include "tenken-results-tables.h"
#include "tenken-results-tabs.h"
#include "tenken-wrap-box.h"

struct _TenkenControlView
{
  AdwBin parent_instance;

  TenkenDesk *desk;
  TenkenResults *results;
  guint control;
  char *shown_tab; /* stays from one control to the next */
  GtkWidget *answers; /* where the single answers go; a bin */
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (TenkenControlView, tenken_control_view, ADW_TYPE_BIN)

static TnkControl *
get_control (TenkenControlView *self)
{
  return tnk_catalog_get_control (tenken_results_get_catalog (self->results), self->control);
}

/* --- the single answers --- */

typedef struct
{
  TenkenDeskQuery *query;
  char *control_id;
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  tenken_desk_query_free (self->query);
  g_free (self->control_id);
  g_free (self);
}

/* Whole items where they may be seen; else what was written. */
static gpointer
read_answers (TnkDesk *desk,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  Question *question = data;
  const char *campaign = question->query->campaign_id, *department = question->query->department_id;
  g_autoptr (GError) local = NULL;
  GPtrArray *items = tnk_desk_list_items (desk, campaign, department, question->control_id, NULL, cancellable, &local);

  if (items != NULL)
    return items;
  if (g_error_matches (local, TNK_ERROR, TNK_ERROR_REFUSED))
    return tnk_desk_list_comments (desk, campaign, department, question->control_id, cancellable, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static GtkWidget *
make_note (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "results-note");
  return label;
}

/* A list that names nobody is one of comments. */
static void
show_items (TenkenControlView *self,
            GPtrArray *items)
{
  gboolean whole = items->len > 0 && tnk_item_get_person_id (items->pdata[0]) != NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *table = whole ? tenken_results_items_table_new () : tenken_results_comments_table_new (FALSE);
  g_autoptr (GListStore) rows = g_list_store_new (TNK_TYPE_ITEM);

  g_list_store_splice (rows, 0, 0, items->pdata, items->len);
  tenken_table_set_model (TENKEN_TABLE (table), G_LIST_MODEL (rows));
  if (!whole)
    gtk_box_append (GTK_BOX (box), make_note (_ ("Single answers are not shown here, only what people wrote, without saying who.")));
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (box), table);
  adw_bin_set_child (ADW_BIN (self->answers), box);
}

static void
take_answers (GtkWidget *owner,
              gpointer result,
              const GError *error,
              gpointer user_data)
{
  TenkenControlView *self = TENKEN_CONTROL_VIEW (owner);

  if (error == NULL)
    show_items (self, result);
  else {
    g_autofree char *text = tenken_desk_describe_error (error);
    adw_bin_set_child (ADW_BIN (self->answers), make_note (text));
  }
}

static void
ask_answers (TenkenControlView *self)
{
  Question *question = g_new0 (Question, 1);

  question->query = tenken_desk_query_new (self->desk);
  question->control_id = g_strdup (tnk_control_get_id (get_control (self)));
  self->asking = g_cancellable_new ();
  tenken_desk_ask (GTK_WIDGET (self), self->desk, read_answers, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                   self->asking, take_answers, NULL);
}

/* --- what stands above --- */

static GtkWidget *
make_text (const char *text,
           const char *css_class)
{
  GtkWidget *label = make_note (text);

  gtk_widget_remove_css_class (label, "results-note");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Back, and for a gap on to the plan. */
static GtkWidget *
make_ways (TenkenResultsRow *row)
{
  GtkWidget *ways = tenken_wrap_box_new (0, 12), *back = gtk_button_new_with_label (_ ("Back to the results"));
  GtkWidget *plan;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (back), "results.back");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (ways), back);
  if (row->n_gaps == 0)
    return ways;
  plan = gtk_button_new_with_label (_ ("To the improvement plan"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (plan), "results.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (plan), "s", "/plan");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (ways), plan);
  return ways;
}

static void
add_heading (TenkenControlView *self,
             GtkBox *box,
             TenkenResultsRow *row)
{
  TnkControl *control = get_control (self);
  g_autofree char *name = tenken_results_row_dup_name (row);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE, "xalign", 0.0, NULL);

  gtk_label_set_text (GTK_LABEL (heading), name);
  gtk_widget_add_css_class (heading, "title-3");
  gtk_box_append (box, heading);
  if (tnk_control_is_critical (control))
    gtk_box_append (box, make_text (_ ("A critical control: unless it is fully kept, the grade is C at best."), "results-note"));
  if (tnk_control_get_guidance (control) != NULL)
    gtk_box_append (box, make_text (tenken_text (tnk_control_get_guidance (control)), NULL));
}

static GtkWidget *
add_figure (GtkWidget *figures,
            const char *caption)
{
  GtkWidget *figure = tenken_figure_new (caption);

  tenken_figure_set_plain (TENKEN_FIGURE (figure), TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (figures), figure);
  return figure;
}

static void
add_figures (GtkBox *box,
             TenkenResultsRow *row)
{
  GtkWidget *figures = tenken_wrap_box_new (4, 12), *bar = tenken_distribution_new (), *figure;
  guint open = tenken_distribution_get_count (&row->counts, TNK_ANSWER_VALUE_UNANSWERED);
  g_autofree char *n_open = g_strdup_printf ("%u", open), *n_items = g_strdup_printf ("%u", row->counts.items);

  figure = add_figure (figures, _ ("Score"));
  tenken_figure_set_number (TENKEN_FIGURE (figure), row->score, _ ("points"));
  tenken_figure_set_change (TENKEN_FIGURE (figure), row->score, row->before, 1, FALSE);
  figure = add_figure (figures, _ ("Kept"));
  tenken_figure_set_rate (TENKEN_FIGURE (figure), row->counts.implemented, tenken_results_row_get_n_rated (row));
  figure = add_figure (figures, _ ("Asked"));
  tenken_figure_set_value (TENKEN_FIGURE (figure), n_items, NULL);
  figure = add_figure (figures, _ ("Without an answer"));
  tenken_figure_set_value (TENKEN_FIGURE (figure), n_open, NULL);
  gtk_box_append (box, figures);
  tenken_distribution_set_counts (TENKEN_DISTRIBUTION (bar), &row->counts);
  gtk_widget_add_css_class (bar, "results-whole-bar");
  gtk_box_append (box, bar);
  gtk_box_append (box, tenken_distribution_legend_new ());
}

/* --- the tables --- */

static GtkWidget *
fill (GtkWidget *table,
      GListModel *rows)
{
  tenken_table_set_model (TENKEN_TABLE (table), rows);
  g_object_unref (rows);
  return table;
}

static void
keep_tab (TenkenControlView *self,
          GParamSpec *pspec,
          TenkenResultsTabs *tabs)
{
  g_free (self->shown_tab);
  self->shown_tab = g_strdup (tenken_results_tabs_get_shown (tabs));
}

static void
add_tables (TenkenControlView *self,
            GtkBox *box)
{
  GtkWidget *tabs = tenken_results_tabs_new ();
  TenkenResultsTabs *all = TENKEN_RESULTS_TABS (tabs);

  self->answers = adw_bin_new ();
  tenken_results_tabs_add (all, "roles", _ ("By role"),
                           fill (tenken_results_roles_table_new (), tenken_results_list_roles_of (self->results, self->control)));
  tenken_results_tabs_add (all, "departments", _ ("By department"),
                           fill (tenken_results_departments_table_new (), tenken_results_list_departments_of (self->results, self->control)));
  tenken_results_tabs_add (all, "answers", _ ("Answers and comments"), self->answers);
  tenken_results_tabs_show (all, self->shown_tab);
  g_signal_connect_object (tabs, "notify::shown", G_CALLBACK (keep_tab), self, G_CONNECT_SWAPPED);
  gtk_widget_set_vexpand (tabs, TRUE);
  gtk_box_append (box, tabs);
}

/* --- the class --- */

static void
stop_asking (TenkenControlView *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
tenken_control_view_dispose (GObject *object)
{
  TenkenControlView *self = TENKEN_CONTROL_VIEW (object);

  stop_asking (self);
  g_clear_object (&self->results);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->shown_tab, g_free);
  G_OBJECT_CLASS (tenken_control_view_parent_class)->dispose (object);
}

static void
tenken_control_view_class_init (TenkenControlViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_control_view_dispose;
}

static void
tenken_control_view_init (TenkenControlView *self)
{
  self->shown_tab = g_strdup ("answers");
}

GtkWidget *
tenken_control_view_new (TenkenDesk *desk)
{
  TenkenControlView *self = g_object_new (TENKEN_TYPE_CONTROL_VIEW, NULL);

  g_return_val_if_fail (TENKEN_IS_DESK (desk), NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

void
tenken_control_view_show (TenkenControlView *self,
                          TenkenResults *results,
                          guint control)
{
  g_autoptr (TenkenResultsRow) row = NULL;
  GtkWidget *box;

  g_return_if_fail (TENKEN_IS_CONTROL_VIEW (self) && TENKEN_IS_RESULTS (results));

  stop_asking (self);
  g_set_object (&self->results, results);
  self->control = control;
  row = tenken_results_make_row (results, TNK_SCOPE_KIND_CONTROL, control);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_append (GTK_BOX (box), make_ways (row));
  add_heading (self, GTK_BOX (box), row);
  add_figures (GTK_BOX (box), row);
  add_tables (self, GTK_BOX (box));
  adw_bin_set_child (ADW_BIN (self), box);
  ask_answers (self);
}

void
tenken_control_view_clear (TenkenControlView *self)
{
  g_return_if_fail (TENKEN_IS_CONTROL_VIEW (self));

  stop_asking (self);
  g_clear_object (&self->results);
  adw_bin_set_child (ADW_BIN (self), NULL);
}
