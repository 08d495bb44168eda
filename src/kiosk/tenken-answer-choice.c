/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-answer-choice.h"

#include <glib/gi18n.h>

#include "tenken-answer-card.h"
#include "tenken-answer-sign.h"
#include "tenken-language.h"

#define FIRST TNK_ANSWER_VALUE_IMPLEMENTED
#define LAST TNK_ANSWER_VALUE_EXCEPTED

struct _TenkenAnswerChoice
{
  GtkWidget parent_instance;

  TenkenAnswerCard *cards[TNK_N_ANSWER_VALUES]; /* none for UNANSWERED */
  GtkWidget *detail; /* owned; NULL: none */
  TnkAnswerValue value;
  TnkAnswerValue detail_value;
  gboolean compact;
  gboolean may_except;
  gboolean editable;
};

enum {
  PROP_0,
  PROP_COMPACT,
  PROP_VALUE,
  N_PROPS
};

enum {
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (TenkenAnswerChoice, tenken_answer_choice, GTK_TYPE_WIDGET)

static void
card_chosen (TenkenAnswerChoice *self,
             TenkenAnswerCard *card)
{
  if (self->editable)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) tenken_answer_card_get_value (card));
}

static void
show_value (TenkenAnswerChoice *self)
{
  gboolean excepted = self->may_except || self->value == TNK_ANSWER_VALUE_EXCEPTED;

  for (TnkAnswerValue value = FIRST; value <= LAST; value++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->cards[value]), value == self->value);
  gtk_widget_set_visible (GTK_WIDGET (self->cards[TNK_ANSWER_VALUE_EXCEPTED]), excepted);
}

static gboolean
tenken_answer_choice_grab_focus (GtkWidget *widget)
{
  TenkenAnswerChoice *self = TENKEN_ANSWER_CHOICE (widget);
  TnkAnswerValue value = self->value != TNK_ANSWER_VALUE_UNANSWERED ? self->value : FIRST;

  return gtk_widget_grab_focus (GTK_WIDGET (self->cards[value]));
}

static void
tenken_answer_choice_get_property (GObject *object,
                                   guint id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  TenkenAnswerChoice *self = TENKEN_ANSWER_CHOICE (object);

  switch (id) {
  case PROP_COMPACT:
    g_value_set_boolean (value, self->compact);
    break;
  case PROP_VALUE:
    g_value_set_int (value, self->value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
tenken_answer_choice_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  TenkenAnswerChoice *self = TENKEN_ANSWER_CHOICE (object);

  switch (id) {
  case PROP_COMPACT:
    self->compact = g_value_get_boolean (value);
    break;
  case PROP_VALUE:
    tenken_answer_choice_set_value (self, g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
tenken_answer_choice_constructed (GObject *object)
{
  TenkenAnswerChoice *self = TENKEN_ANSWER_CHOICE (object);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  G_OBJECT_CLASS (tenken_answer_choice_parent_class)->constructed (object);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  self->compact ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), self->compact ? 2 : 6);
  for (TnkAnswerValue value = FIRST; value <= LAST; value++) {
    self->cards[value] = TENKEN_ANSWER_CARD (tenken_answer_card_new (value, self->compact));
    g_signal_connect_object (self->cards[value], "chosen", G_CALLBACK (card_chosen), self, G_CONNECT_SWAPPED);
    gtk_widget_insert_before (GTK_WIDGET (self->cards[value]), GTK_WIDGET (self), NULL);
  }
  show_value (self);
}

static void
tenken_answer_choice_dispose (GObject *object)
{
  TenkenAnswerChoice *self = TENKEN_ANSWER_CHOICE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->detail);
  G_OBJECT_CLASS (tenken_answer_choice_parent_class)->dispose (object);
}

static void
tenken_answer_choice_class_init (TenkenAnswerChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tenken_answer_choice_get_property;
  object_class->set_property = tenken_answer_choice_set_property;
  object_class->constructed = tenken_answer_choice_constructed;
  object_class->dispose = tenken_answer_choice_dispose;
  widget_class->grab_focus = tenken_answer_choice_grab_focus;

  props[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_VALUE] =
    g_param_spec_int ("value", NULL, NULL, TNK_ANSWER_VALUE_UNANSWERED, LAST, TNK_ANSWER_VALUE_UNANSWERED,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", TENKEN_TYPE_ANSWER_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "answerchoice");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
tenken_answer_choice_init (TenkenAnswerChoice *self)
{
  self->editable = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Your answer"), -1);
}

GtkWidget *
tenken_answer_choice_new (gboolean compact)
{
  return g_object_new (TENKEN_TYPE_ANSWER_CHOICE, "compact", compact, NULL);
}

void
tenken_answer_choice_set_question (TenkenAnswerChoice *self,
                                   TnkQuestion *question,
                                   TnkAnswerValue previous)
{
  g_return_if_fail (TENKEN_IS_ANSWER_CHOICE (self));
  g_return_if_fail (question == NULL || TNK_IS_QUESTION (question));

  for (TnkAnswerValue value = FIRST; value <= LAST; value++) {
    const char *anchor = question != NULL ? tenken_text (tnk_question_get_anchor (question, value)) : NULL;

    tenken_answer_card_show (self->cards[value], anchor, value == previous);
  }
}

void
tenken_answer_choice_set_may_except (TenkenAnswerChoice *self,
                                     gboolean may_except)
{
  g_return_if_fail (TENKEN_IS_ANSWER_CHOICE (self));

  self->may_except = may_except;
  show_value (self);
}

TnkAnswerValue
tenken_answer_choice_get_value (TenkenAnswerChoice *self)
{
  g_return_val_if_fail (TENKEN_IS_ANSWER_CHOICE (self), TNK_ANSWER_VALUE_UNANSWERED);
  return self->value;
}

void
tenken_answer_choice_set_value (TenkenAnswerChoice *self,
                                TnkAnswerValue value)
{
  g_return_if_fail (TENKEN_IS_ANSWER_CHOICE (self));
  g_return_if_fail ((guint) value < TNK_N_ANSWER_VALUES);

  if (value == self->value)
    return;
  self->value = value;
  show_value (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALUE]);
}

void
tenken_answer_choice_set_editable (TenkenAnswerChoice *self,
                                   gboolean editable)
{
  g_return_if_fail (TENKEN_IS_ANSWER_CHOICE (self));

  self->editable = editable;
  for (TnkAnswerValue value = FIRST; value <= LAST; value++) {
    gtk_widget_action_set_enabled (GTK_WIDGET (self->cards[value]), "answer.choose", editable);
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->cards[value]), GTK_ACCESSIBLE_STATE_DISABLED, !editable, -1);
  }
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "closed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "closed");
}

void
tenken_answer_choice_set_detail (TenkenAnswerChoice *self,
                                 GtkWidget *detail)
{
  g_return_if_fail (TENKEN_IS_ANSWER_CHOICE (self));
  g_return_if_fail (self->detail == NULL && GTK_IS_WIDGET (detail));

  self->detail = g_object_ref_sink (detail);
}

void
tenken_answer_choice_place_detail (TenkenAnswerChoice *self,
                                   TnkAnswerValue value)
{
  g_return_if_fail (TENKEN_IS_ANSWER_CHOICE (self) && self->detail != NULL);
  g_return_if_fail ((guint) value < TNK_N_ANSWER_VALUES);

  if (value == self->detail_value)
    return;
  self->detail_value = value;
  /* Out and in again: what moves below another card is in the order of the keys there as well. */
  if (gtk_widget_get_parent (self->detail) != NULL)
    gtk_widget_unparent (self->detail);
  if (value != TNK_ANSWER_VALUE_UNANSWERED)
    gtk_widget_insert_after (self->detail, GTK_WIDGET (self), GTK_WIDGET (self->cards[value]));
}

gboolean
tenken_answer_choice_offers (TenkenAnswerChoice *self,
                             TnkAnswerValue value)
{
  g_return_val_if_fail (TENKEN_IS_ANSWER_CHOICE (self), FALSE);
  return (guint) value < TNK_N_ANSWER_VALUES && self->cards[value] != NULL &&
         gtk_widget_get_visible (GTK_WIDGET (self->cards[value]));
}
