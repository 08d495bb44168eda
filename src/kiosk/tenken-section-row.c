/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-section-row.h"

#include <glib/gi18n.h>

#include "tenken-answer-choice.h"
#include "tenken-language.h"
#include "tenken-question-page.h"
#include "tenken-question-text.h"
#include "tenken-search.h"
#include "tenken-wrap-box.h"

struct _TenkenSectionRow
{
  GtkWidget parent_instance;

  GtkWidget *open; /* the question, a button */
  TenkenAnswerChoice *choice;
  GtkToggleButton *later;
  TenkenRound *round;
  guint step;
  char *folded; /* all that a search looks at; NULL until the first search */
};

G_DEFINE_FINAL_TYPE (TenkenSectionRow, tenken_section_row, GTK_TYPE_WIDGET)

static TnkQuestionnaire *
get_questionnaire (TenkenSectionRow *self)
{
  return tenken_round_get_questionnaire (self->round);
}

static guint
get_item (TenkenSectionRow *self)
{
  return tenken_round_get_item (self->round, self->step);
}

/* --- what is shown --- */

void
tenken_section_row_update (TenkenSectionRow *self)
{
  g_return_if_fail (TENKEN_IS_SECTION_ROW (self));

  tenken_answer_choice_set_value (self->choice, tenken_round_get_answer (self->round, self->step));
  gtk_toggle_button_set_active (self->later, tnk_questionnaire_get_flagged (get_questionnaire (self), get_item (self)));
}

static char *
fold (TenkenSectionRow *self)
{
  TnkDuty *duty = tenken_round_get_duty (self->round, self->step);
  TnkControl *control = tnk_duty_get_control (duty);
  g_autofree char *all = g_strjoin ("\n", tenken_text (tnk_question_get_text (tnk_duty_get_question (duty))),
                                    tenken_text (tnk_control_get_title (control)), tnk_control_get_clause (control),
                                    tnk_control_get_id (control), NULL);

  return tenken_search_fold (all);
}

gboolean
tenken_section_row_matches (TenkenSectionRow *self,
                            const char *typed)
{
  g_return_val_if_fail (TENKEN_IS_SECTION_ROW (self) && typed != NULL, FALSE);

  if (self->folded == NULL)
    self->folded = fold (self);
  return tenken_search_matches (self->folded, typed);
}

guint
tenken_section_row_get_step (TenkenSectionRow *self)
{
  g_return_val_if_fail (TENKEN_IS_SECTION_ROW (self), 0);
  return self->step;
}

/* --- what is done --- */

static void
open_question (TenkenSectionRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.question", "u", self->step);
}

/* “Not applicable” as last year has its reason already; another is asked for where there is room. */
static void
choose_not_applicable (TenkenSectionRow *self)
{
  TnkQuestionnaire *questionnaire = get_questionnaire (self);
  const char *reason = tnk_questionnaire_get_previous_comment (questionnaire, get_item (self));

  if (tnk_questionnaire_get_previous (questionnaire, get_item (self)) == TNK_ANSWER_VALUE_NOT_APPLICABLE &&
      tenken_round_answer (self->round, self->step, TNK_ANSWER_VALUE_NOT_APPLICABLE, reason, NULL))
    return;
  tenken_question_page_want_reason (self->round, self->step);
  open_question (self);
}

static gboolean
takes_note (TnkAnswerValue value)
{
  return value == TNK_ANSWER_VALUE_PARTIAL || value == TNK_ANSWER_VALUE_NOT_IMPLEMENTED ||
         value == TNK_ANSWER_VALUE_EXCEPTED;
}

void
tenken_section_row_choose (TenkenSectionRow *self,
                           TnkAnswerValue value)
{
  TnkAnswerValue before;
  const char *comment;

  g_return_if_fail (TENKEN_IS_SECTION_ROW (self));

  before = tenken_round_get_answer (self->round, self->step);
  if (value == before || tenken_round_is_closed (self->round) || !tenken_answer_choice_offers (self->choice, value))
    return;
  if (value == TNK_ANSWER_VALUE_NOT_APPLICABLE) {
    choose_not_applicable (self);
    return;
  }
  /* What is missing from a partial answer is missing from none as well. */
  comment = takes_note (before) && takes_note (value)
              ? tnk_questionnaire_get_comment (get_questionnaire (self), get_item (self))
              : NULL;
  tenken_round_answer (self->round, self->step, value, comment, NULL);
}

void
tenken_section_row_take_last_year (TenkenSectionRow *self)
{
  TnkAnswerValue previous;

  g_return_if_fail (TENKEN_IS_SECTION_ROW (self));

  previous = tnk_questionnaire_get_previous (get_questionnaire (self), get_item (self));
  if (tenken_round_is_closed (self->round) || !tenken_answer_choice_offers (self->choice, previous) ||
      tenken_round_get_answer (self->round, self->step) != TNK_ANSWER_VALUE_UNANSWERED)
    return;
  if (!tenken_round_answer (self->round, self->step, previous,
                            tnk_questionnaire_get_previous_comment (get_questionnaire (self), get_item (self)), NULL))
    tenken_section_row_choose (self, previous);
}

void
tenken_section_row_mark_later (TenkenSectionRow *self)
{
  g_return_if_fail (TENKEN_IS_SECTION_ROW (self));

  if (!tenken_round_is_closed (self->round))
    tenken_round_set_flagged (self->round, self->step,
                              !tnk_questionnaire_get_flagged (get_questionnaire (self), get_item (self)));
  tenken_section_row_update (self);
}

/* --- the widget --- */

static gboolean
tenken_section_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TENKEN_SECTION_ROW (widget)->open);
}

static void
tenken_section_row_dispose (GObject *object)
{
  TenkenSectionRow *self = TENKEN_SECTION_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->round);
  g_clear_pointer (&self->folded, g_free);
  G_OBJECT_CLASS (tenken_section_row_parent_class)->dispose (object);
}

static void
tenken_section_row_class_init (TenkenSectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_section_row_dispose;
  widget_class->grab_focus = tenken_section_row_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "sectionrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
tenken_section_row_init (TenkenSectionRow *self)
{
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

/* The natural width lets the answers stand beside the question where letters are small enough, else below it. */
static GtkWidget *
make_open (TenkenSectionRow *self)
{
  TnkDuty *duty = tenken_round_get_duty (self->round, self->step);
  const char *text = tenken_text (tnk_question_get_text (tnk_duty_get_question (duty)));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *button = gtk_button_new ();
  GtkWidget *question = make_label (text, "row-question");
  const char *carry = tenken_carry_describe (get_questionnaire (self), get_item (self));

  gtk_label_set_max_width_chars (GTK_LABEL (question), 34);
  gtk_box_append (GTK_BOX (box), make_label (tnk_control_get_clause (tnk_duty_get_control (duty)), "row-clause"));
  gtk_box_append (GTK_BOX (box), question);
  if (carry != NULL)
    gtk_box_append (GTK_BOX (box), make_label (carry, "row-carry"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (carry != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, carry, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (open_question), self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
make_choice (TenkenSectionRow *self)
{
  TnkQuestionnaire *questionnaire = get_questionnaire (self);
  TnkQuestion *question = tenken_round_get_question (self->round, self->step);

  self->choice = TENKEN_ANSWER_CHOICE (tenken_answer_choice_new (TRUE));
  tenken_answer_choice_set_question (self->choice, question,
                                     tnk_questionnaire_get_previous (questionnaire, get_item (self)));
  tenken_answer_choice_set_may_except (self->choice, tnk_questionnaire_may_except (questionnaire, get_item (self)));
  tenken_answer_choice_set_editable (self->choice, !tenken_round_is_closed (self->round));
  gtk_widget_set_valign (GTK_WIDGET (self->choice), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tenken_text (tnk_question_get_text (question)), -1);
  g_signal_connect_object (self->choice, "chosen", G_CALLBACK (tenken_section_row_choose), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->choice);
}

static GtkWidget *
make_later (TenkenSectionRow *self)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), "tnk-later-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Mark for later (F)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Later"), -1);
  gtk_widget_set_sensitive (button, !tenken_round_is_closed (self->round));
  g_signal_connect_object (button, "clicked", G_CALLBACK (tenken_section_row_mark_later), self, G_CONNECT_SWAPPED);
  self->later = GTK_TOGGLE_BUTTON (button);
  return button;
}

GtkWidget *
tenken_section_row_new (TenkenRound *round,
                        guint step)
{
  TenkenSectionRow *self = g_object_new (TENKEN_TYPE_SECTION_ROW, NULL);
  GtkWidget *line = tenken_wrap_box_new (0, 6), *controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->round = g_object_ref (round);
  self->step = step;
  self->open = make_open (self);
  gtk_box_append (GTK_BOX (controls), make_choice (self));
  gtk_box_append (GTK_BOX (controls), make_later (self));
  gtk_widget_set_halign (controls, GTK_ALIGN_END);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), self->open);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), controls);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  if (!tenken_round_is_scored (round, step))
    gtk_widget_add_css_class (GTK_WIDGET (self), "unscored");
  tenken_section_row_update (self);
  return GTK_WIDGET (self);
}
