/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-turnout-bar.h"

#include <glib/gi18n.h>

#include "tenken-answer-paint.h"
#include "tenken-language.h"
#include "tenken-share-bar.h"

#define SIDE TENKEN_ANSWER_PAINT_SIDE

struct _TenkenTurnoutBar
{
  GtkWidget parent_instance;

  TnkTurnoutCounts counts;
};

G_DEFINE_FINAL_TYPE (TenkenTurnoutBar, tenken_turnout_bar, GTK_TYPE_WIDGET)

/* From what is settled to what is not even begun. */
static const TnkTurnoutState order[TNK_N_TURNOUT_STATES] = {
  TNK_TURNOUT_STATE_ACCEPTED,
  TNK_TURNOUT_STATE_SUBMITTED,
  TNK_TURNOUT_STATE_RETURNED,
  TNK_TURNOUT_STATE_DRAFT,
  TNK_TURNOUT_STATE_NOT_BEGUN};

static const struct
{
  const char *color; /* a named one of the style */
  TnkAnswerValue pattern; /* of which answer it is */
} looks[TNK_N_TURNOUT_STATES] = {
  [TNK_TURNOUT_STATE_ACCEPTED] = {"answer_implemented", TNK_ANSWER_VALUE_IMPLEMENTED},
  [TNK_TURNOUT_STATE_SUBMITTED] = {"answer_implemented", TNK_ANSWER_VALUE_PARTIAL},
  [TNK_TURNOUT_STATE_RETURNED] = {"answer_not_implemented", TNK_ANSWER_VALUE_NOT_IMPLEMENTED},
  [TNK_TURNOUT_STATE_DRAFT] = {"answer_partial", TNK_ANSWER_VALUE_EXCEPTED},
  [TNK_TURNOUT_STATE_NOT_BEGUN] = {"answer_not_applicable", TNK_ANSWER_VALUE_UNANSWERED},
};

/* --- words --- */

const char *
tenken_turnout_get_word (TnkTurnoutState state)
{
  return tnk_turnout_state_get_label (state, tenken_language_get ());
}

char *
tenken_turnout_describe (const TnkTurnoutCounts *counts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    guint n = tnk_turnout_counts_get (counts, order[i]);

    if (n > 0)
      /* Translators: how many people are how far, in a list: the state, the number */
      g_string_append_printf (text, text->len > 0 ? _ (", %s %u") : _ ("%s %u"), tenken_turnout_get_word (order[i]), n);
  }
  if (text->len == 0)
    g_string_append (text, _ ("asked of nobody"));
  return g_string_free (text, FALSE);
}

/* --- drawing --- */

static void
draw_state (GtkWidget *widget,
            cairo_t *cr,
            guint part,
            double width)
{
  TnkTurnoutState state = order[part];
  double inset = state == TNK_TURNOUT_STATE_NOT_BEGUN ? 0.7 : 0;
  GdkRGBA color;

  if (width <= 2 * inset)
    return;
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), looks[state].color, &color))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cairo_rectangle (cr, inset, inset, width - 2 * inset, SIDE - 2 * inset);
  tenken_answer_paint_path (cr, looks[state].pattern, &color, width);
}

static void
tenken_turnout_bar_snapshot (GtkWidget *widget,
                             GtkSnapshot *snapshot)
{
  TenkenTurnoutBar *self = TENKEN_TURNOUT_BAR (widget);
  guint counts[TNK_N_TURNOUT_STATES];

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    counts[i] = tnk_turnout_counts_get (&self->counts, order[i]);
  tenken_share_bar_snapshot (widget, snapshot, counts, G_N_ELEMENTS (order), self->counts.asked, draw_state);
}

/* --- the class --- */

static void
tenken_turnout_bar_class_init (TenkenTurnoutBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = tenken_turnout_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "turnoutbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
tenken_turnout_bar_init (TenkenTurnoutBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
tenken_turnout_bar_new (void)
{
  const TnkTurnoutCounts none = {0};
  GtkWidget *self = g_object_new (TENKEN_TYPE_TURNOUT_BAR, NULL);

  tenken_turnout_bar_set_counts (TENKEN_TURNOUT_BAR (self), &none);
  return self;
}

void
tenken_turnout_bar_set_counts (TenkenTurnoutBar *self,
                               const TnkTurnoutCounts *counts)
{
  g_autofree char *text = NULL;

  g_return_if_fail (TENKEN_IS_TURNOUT_BAR (self) && counts != NULL);

  self->counts = *counts;
  text = tenken_turnout_describe (counts);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A bar of one person, which is a square. The word beside it says the same. */
GtkWidget *
tenken_turnout_sign_new (TnkTurnoutState state)
{
  TnkTurnoutCounts counts = {.asked = 1};
  GtkWidget *sign = tenken_turnout_bar_new ();

  counts.not_begun = state == TNK_TURNOUT_STATE_NOT_BEGUN;
  counts.draft = state == TNK_TURNOUT_STATE_DRAFT;
  counts.returned = state == TNK_TURNOUT_STATE_RETURNED;
  counts.submitted = state == TNK_TURNOUT_STATE_SUBMITTED;
  counts.accepted = state == TNK_TURNOUT_STATE_ACCEPTED;
  tenken_turnout_bar_set_counts (TENKEN_TURNOUT_BAR (sign), &counts);
  gtk_widget_add_css_class (sign, "sign");
  gtk_accessible_update_state (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  return sign;
}
