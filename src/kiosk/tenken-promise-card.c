/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-promise-card.h"

#include <glib/gi18n.h>

#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-month-picker.h"
#include "tenken-wrap-box.h"

struct _TenkenPromiseCard
{
  GtkWidget parent_instance;

  GtkLabel *promised;
  GtkWidget *promise;
  GtkWidget *withdraw;
  GtkWidget *question; /* by when? */
  GtkWidget *months;

  TenkenRound *round;
  guint step;
  gboolean choosing; /* a month */
};

G_DEFINE_FINAL_TYPE (TenkenPromiseCard, tenken_promise_card, GTK_TYPE_WIDGET)

static void
tenken_promise_card_dispose (GObject *object)
{
  TenkenPromiseCard *self = TENKEN_PROMISE_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->round);
  G_OBJECT_CLASS (tenken_promise_card_parent_class)->dispose (object);
}

static void
tenken_promise_card_class_init (TenkenPromiseCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_promise_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "promisecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tenken_promise_card_init (TenkenPromiseCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

/* --- what is shown --- */

static const char *
get_promise (TenkenPromiseCard *self)
{
  return tnk_questionnaire_get_promise (tenken_round_get_questionnaire (self->round),
                                        tenken_round_get_item (self->round, self->step));
}

static void
update (TenkenPromiseCard *self)
{
  const char *due = get_promise (self);
  gboolean closed = tenken_round_is_closed (self->round);
  g_autofree char *month = due != NULL ? tenken_format_month (due) : NULL;
  /* Translators: a month */
  g_autofree char *line = month != NULL ? g_strdup_printf (_ ("You promised this by %s."), month) : g_strdup ("");

  gtk_label_set_text (self->promised, line);
  gtk_widget_set_visible (GTK_WIDGET (self->promised), due != NULL);
  gtk_widget_set_visible (self->withdraw, due != NULL && !closed);
  gtk_widget_set_visible (self->promise, due == NULL && !closed && !self->choosing);
  gtk_widget_set_visible (self->question, due == NULL && !closed && self->choosing);
  gtk_widget_set_visible (self->months, due == NULL && !closed && self->choosing);
}

static void
choose_month (TenkenPromiseCard *self)
{
  self->choosing = TRUE;
  update (self);
  gtk_widget_child_focus (self->months, GTK_DIR_TAB_FORWARD);
}

static void
month_picked (TenkenPromiseCard *self,
              const char *month)
{
  self->choosing = FALSE;
  tenken_round_promise (self->round, self->step, month);
  update (self);
  gtk_widget_grab_focus (self->withdraw);
}

static void
withdraw (TenkenPromiseCard *self)
{
  tenken_round_promise (self->round, self->step, NULL);
  update (self);
  gtk_widget_grab_focus (self->promise);
}

static void
round_changed (TenkenPromiseCard *self,
               guint step)
{
  if (step == self->step)
    update (self);
}

/* --- what it is made of --- */

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
add (TenkenPromiseCard *self,
     GtkWidget *child)
{
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return child;
}

/* The answer, with its sign, and where the question comes from. */
static GtkWidget *
make_head (TenkenPromiseCard *self)
{
  TnkControl *control = tnk_duty_get_control (tenken_round_get_duty (self->round, self->step));
  gboolean partial = tenken_round_get_answer (self->round, self->step) == TNK_ANSWER_VALUE_PARTIAL;
  gboolean required = tnk_control_get_level (control) == TNK_LEVEL_REQUIRED;
  GtkWidget *head = tenken_wrap_box_new (0, 12), *answer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  /* Translators: the number of a clause, and whether it is required */
  g_autofree char *origin = g_strdup_printf (_ ("%s, %s"), tnk_control_get_clause (control),
                                             required ? _ ("required") : _ ("recommended"));
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                  partial ? "tnk-partial-symbolic" : "tnk-not-implemented-symbolic", NULL);

  gtk_box_append (GTK_BOX (answer), sign);
  gtk_box_append (GTK_BOX (answer), make_label (partial ? _ ("Partly implemented") : _ ("Not implemented"), NULL));
  gtk_widget_add_css_class (answer, "promise-answer");
  gtk_widget_add_css_class (answer, partial ? "partial" : "not-implemented");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), answer);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), make_label (origin, NULL));
  return head;
}

static GtkWidget *
make_button (TenkenPromiseCard *self,
             const char *label,
             const char *subject,
             GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "pill");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subject, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static void
add_promise (TenkenPromiseCard *self,
             const char *subject)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  self->promised = GTK_LABEL (add (self, make_label ("", "promised")));
  self->promise = add (self, make_button (self, _ ("Promise this"), subject, G_CALLBACK (choose_month)));
  self->withdraw = add (self, make_button (self, _ ("Take the promise back"), subject, G_CALLBACK (withdraw)));
  self->question = add (self, make_label (_ ("By when?"), "promise-question"));
  self->months = add (self, tenken_month_picker_new (g_date_time_get_year (now), g_date_time_get_month (now)));
  g_signal_connect_object (self->months, "picked", G_CALLBACK (month_picked), self, G_CONNECT_SWAPPED);
}

GtkWidget *
tenken_promise_card_new (TenkenRound *round,
                         guint step)
{
  TenkenPromiseCard *self = g_object_new (TENKEN_TYPE_PROMISE_CARD, NULL);
  const char *question = tenken_text (tnk_question_get_text (tenken_round_get_question (round, step)));
  const char *improvement = tenken_text (tnk_duty_get_improvement (tenken_round_get_duty (round, step)));
  /* Translators: what somebody can do about a weak point */
  g_autofree char *help = g_strdup_printf (_ ("What would help: %s"), improvement);

  self->round = g_object_ref (round);
  self->step = step;
  add (self, make_head (self));
  add (self, make_label (question, NULL));
  gtk_widget_set_visible (add (self, make_label (help, "improvement")), *improvement != '\0');
  add_promise (self, question);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
  g_signal_connect_object (round, "changed", G_CALLBACK (round_changed), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
