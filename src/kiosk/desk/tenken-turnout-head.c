/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-turnout-head.h"

#include <glib/gi18n.h>

#include "tenken-figure.h"
#include "tenken-format.h"
#include "tenken-turnout-bar.h"
#include "tenken-wrap-box.h"

/* The rate, which stands for all, and the states. */
#define N_FIGURES (1 + TNK_N_TURNOUT_STATES)

struct _TenkenTurnoutHead
{
  GtkBox parent_instance;

  TenkenFigure *figures[N_FIGURES];
  TenkenTurnoutBar *bar;
  GtkLabel *days;
};

enum {
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenTurnoutHead, tenken_turnout_head, GTK_TYPE_BOX)

/* What a figure is about; the rate is about everybody. */
static guint
states_of (guint figure)
{
  return figure == 0 ? TNK_TURNOUT_ANY_STATE : 1u << (figure - 1);
}

static void
pick (TenkenTurnoutHead *self,
      TenkenFigure *figure)
{
  guint i = 0;

  while (i + 1 < N_FIGURES && self->figures[i] != figure)
    i++;
  g_signal_emit (self, signals[PICKED], 0, states_of (i));
}

static char *
describe_days (TnkTurnout *turnout,
               const char *today)
{
  const char *closes = tnk_campaign_get_closes (tnk_turnout_get_campaign (turnout));
  g_autofree char *day = closes != NULL ? tenken_format_day (closes) : NULL;
  int days = closes != NULL ? tenken_days_between (today, closes) : G_MININT;

  if (tnk_campaign_get_state (tnk_turnout_get_campaign (turnout)) != TNK_CAMPAIGN_STATE_OPEN)
    return g_strdup (_ ("The campaign is not open: nothing is handed in, returned or accepted."));
  if (days == G_MININT)
    return g_strdup (_ ("The campaign has no closing day."));
  if (days < 0)
    return g_strdup_printf (ngettext ("The last day was %s; that is %d day ago.", "The last day was %s; that is %d days ago.", -days), day, -days);
  if (days == 0)
    return g_strdup_printf (_ ("The last day is today, %s."), day);
  return g_strdup_printf (ngettext ("The last day is %s; %d day is left.", "The last day is %s; %d days are left.", days), day, days);
}

static void
show_days (TenkenTurnoutHead *self,
           TnkTurnout *turnout,
           const char *today,
           guint n_missing)
{
  const char *closes = tnk_campaign_get_closes (tnk_turnout_get_campaign (turnout));
  g_autofree char *text = describe_days (turnout, today);
  gboolean late = n_missing > 0 && closes != NULL && g_strcmp0 (closes, today) < 0;

  gtk_label_set_text (self->days, text);
  if (late)
    gtk_widget_add_css_class (GTK_WIDGET (self->days), "late");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->days), "late");
}

void
tenken_turnout_head_show (TenkenTurnoutHead *self,
                          TnkTurnout *turnout,
                          const char *today,
                          gboolean picks)
{
  TnkTurnoutCounts counts;

  g_return_if_fail (TENKEN_IS_TURNOUT_HEAD (self) && TNK_IS_TURNOUT (turnout) && today != NULL);

  tnk_turnout_count (turnout, -1, &counts);
  tenken_figure_set_rate (self->figures[0], tnk_turnout_counts_get_handed_in (&counts), counts.asked);
  for (guint i = 1; i < N_FIGURES; i++) {
    g_autofree char *number = g_strdup_printf ("%u", tnk_turnout_counts_get (&counts, i - 1));

    tenken_figure_set_value (self->figures[i], number, NULL);
  }
  for (guint i = 0; i < N_FIGURES; i++)
    tenken_figure_set_plain (self->figures[i], !picks);
  tenken_turnout_bar_set_counts (self->bar, &counts);
  show_days (self, turnout, today, tnk_turnout_counts_get_missing (&counts));
}

void
tenken_turnout_head_mark (TenkenTurnoutHead *self,
                          guint states)
{
  g_return_if_fail (TENKEN_IS_TURNOUT_HEAD (self));

  for (guint i = 0; i < N_FIGURES; i++) {
    gboolean marked = states_of (i) == states;

    if (marked)
      gtk_widget_add_css_class (GTK_WIDGET (self->figures[i]), "picked");
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->figures[i]), "picked");
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->figures[i]), GTK_ACCESSIBLE_STATE_PRESSED, marked, -1);
  }
}

/* --- the class --- */

static void
tenken_turnout_head_class_init (TenkenTurnoutHeadClass *klass)
{
  signals[PICKED] = g_signal_new ("picked", TENKEN_TYPE_TURNOUT_HEAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
add_figures (TenkenTurnoutHead *self)
{
  GtkWidget *box = tenken_wrap_box_new (0, 8);

  for (guint i = 0; i < N_FIGURES; i++) {
    GtkWidget *figure = tenken_figure_new (i == 0 ? _ ("Turnout") : tenken_turnout_get_word (i - 1));

    self->figures[i] = TENKEN_FIGURE (figure);
    gtk_widget_set_hexpand (figure, TRUE);
    g_signal_connect_object (figure, "clicked", G_CALLBACK (pick), self, G_CONNECT_SWAPPED);
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), figure);
  }
  gtk_box_append (GTK_BOX (self), box);
}

static void
tenken_turnout_head_init (TenkenTurnoutHead *self)
{
  GtkWidget *days = gtk_label_new (NULL), *bar = tenken_turnout_bar_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_widget_add_css_class (GTK_WIDGET (self), "turnout-head");
  self->days = GTK_LABEL (days);
  self->bar = TENKEN_TURNOUT_BAR (bar);
  gtk_label_set_wrap (self->days, TRUE);
  gtk_label_set_wrap_mode (self->days, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->days, 0);
  add_figures (self);
  gtk_box_append (GTK_BOX (self), bar);
  gtk_box_append (GTK_BOX (self), days);
}

GtkWidget *
tenken_turnout_head_new (void)
{
  return g_object_new (TENKEN_TYPE_TURNOUT_HEAD, NULL);
}
