/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-question-page.h"

#include <glib/gi18n.h>

#include "tenken-answer-pane.h"
#include "tenken-keys.h"
#include "tenken-language.h"
#include "tenken-question-text.h"
#include "tenken-save-status.h"
#include "tenken-section-picker.h"
#include "tenken-steady-layout.h"
#include "tenken-text-width.h"
#include "tenken-wrap-box.h"

/* Of a round: one more than the step whose reason is wanted. */
#define WANTED_REASON "tenken-wanted-reason"

/* The width of the text at 100 %, in pixels: about 34 Japanese characters of a question. */
#define TEXT_WIDTH 1000

struct _TenkenQuestionPage
{
  AdwBin parent_instance;

  GtkLabel *role;
  GtkLabel *section;
  GtkLabel *count;
  GtkProgressBar *progress;
  GtkWidget *closed;
  GtkScrolledWindow *scroller;
  TenkenQuestionText *text;
  TenkenAnswerPane *answer;
  GtkWidget *back;
  GtkToggleButton *later;
  GtkWidget *next_open;
  TenkenSaveStatus *status;
  GtkWidget *list;
  GtkWidget *help;
  GtkWidget *next;
  AdwClamp *clamp;
  AdwClamp *foot_clamp;

  TenkenRound *round;
  GSettings *settings;
  guint step; /* that is shown */
  guint advance; /* waits for the blink after an answer */
  TnkAnswerValue advance_value; /* that answer */
};

G_DEFINE_FINAL_TYPE (TenkenQuestionPage, tenken_question_page, ADW_TYPE_BIN)

/* --- what is shown --- */

static gboolean
is_flagged (TenkenQuestionPage *self)
{
  return tnk_questionnaire_get_flagged (tenken_round_get_questionnaire (self->round),
                                        tenken_round_get_item (self->round, self->step));
}

static void
show_place (TenkenQuestionPage *self)
{
  guint number = tenken_round_find_part (self->round, self->step);
  const TenkenPart *part = tenken_round_get_part (self->round, number);
  g_autofree char *count = g_strdup_printf ("%u / %u", self->step + 1, tenken_round_get_n_steps (self->round));

  gtk_label_set_text (self->role, tenken_text (tnk_role_get_name (part->role)));
  gtk_label_set_text (self->section, tenken_section_picker_name (self->round, number));
  gtk_label_set_text (self->count, count);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->list), "u", number);
}

static void
update (TenkenQuestionPage *self)
{
  guint n = tenken_round_get_n_steps (self->round), answered = tenken_round_count_answered (self->round, -1);
  g_autofree char *text = g_strdup_printf (_ ("%u of %u answered"), answered, n);

  gtk_progress_bar_set_fraction (self->progress, (double) answered / n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_toggle_button_set_active (self->later, is_flagged (self));
  gtk_widget_set_sensitive (self->back, self->step > 0);
  gtk_widget_set_sensitive (self->next_open, tenken_round_next_open (self->round, self->step) >= 0);
}

static void
show_step (TenkenQuestionPage *self)
{
  g_clear_handle_id (&self->advance, g_source_remove);
  self->step = tenken_round_get_position (self->round);
  show_place (self);
  tenken_question_text_show (self->text, tenken_round_get_duty (self->round, self->step),
                             tenken_carry_describe (tenken_round_get_questionnaire (self->round),
                                                    tenken_round_get_item (self->round, self->step)));
  tenken_question_text_show_elsewhere (self->text, tenken_round_get_questionnaire (self->round), tenken_round_get_item (self->round, self->step));
  tenken_answer_pane_show (self->answer, self->step);
  update (self);
}

/* Takes up what another page left here to do. */
static void
take_wanted_reason (TenkenQuestionPage *self)
{
  guint wanted = GPOINTER_TO_UINT (g_object_steal_data (G_OBJECT (self->round), WANTED_REASON));

  if (wanted == self->step + 1) {
    tenken_answer_pane_choose (self->answer, TNK_ANSWER_VALUE_NOT_APPLICABLE);
    return;
  }
  gtk_widget_grab_focus (GTK_WIDGET (self->answer));
  /* The focus draws the answers into sight, but the question is read first. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
position_changed (TenkenQuestionPage *self)
{
  show_step (self);
  take_wanted_reason (self);
}

/* --- going on --- */

static void
go_to (TenkenQuestionPage *self,
       guint step)
{
  if (tenken_answer_pane_flush (self->answer))
    tenken_round_set_position (self->round, step);
}

static void
go_next (TenkenQuestionPage *self)
{
  g_clear_handle_id (&self->advance, g_source_remove);
  if (self->step + 1 < tenken_round_get_n_steps (self->round))
    go_to (self, self->step + 1);
  else if (tenken_answer_pane_flush (self->answer))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.check", NULL);
}

static void
go_back (TenkenQuestionPage *self)
{
  if (self->step > 0)
    go_to (self, self->step - 1);
}

static void
go_next_open (TenkenQuestionPage *self)
{
  int step = tenken_round_next_open (self->round, self->step);

  if (step >= 0)
    go_to (self, step);
}

static gboolean
advance (gpointer user_data)
{
  TenkenQuestionPage *self = user_data;

  self->advance = 0;
  go_next (self);
  return G_SOURCE_REMOVE;
}

/* After a blink, in which the answer is seen to be taken. */
static void
answer_complete (TenkenQuestionPage *self)
{
  guint delay = g_settings_get_uint (self->settings, "advance-delay");

  if (!g_settings_get_boolean (self->settings, "advance") || self->advance != 0)
    return;
  if (delay == 0) {
    go_next (self);
    return;
  }
  self->advance_value = tenken_round_get_answer (self->round, self->step);
  self->advance = g_timeout_add (delay, advance, self);
}

/* Whoever corrects the answer within the blink wants to see it. */
static void
round_changed (TenkenQuestionPage *self,
               guint step)
{
  if (step == self->step && tenken_round_get_answer (self->round, step) != self->advance_value)
    g_clear_handle_id (&self->advance, g_source_remove);
  update (self);
}

static void
mark_later (TenkenQuestionPage *self)
{
  if (!tenken_round_is_closed (self->round))
    tenken_round_set_flagged (self->round, self->step, !is_flagged (self));
  update (self);
}

static gboolean
key_pressed (GtkWidget *page,
             TenkenKey key,
             TnkAnswerValue value)
{
  TenkenQuestionPage *self = TENKEN_QUESTION_PAGE (page);

  switch (key) {
  case TENKEN_KEY_ANSWER:
    tenken_answer_pane_choose (self->answer, value);
    break;
  case TENKEN_KEY_AS_LAST_YEAR:
    tenken_answer_pane_take_last_year (self->answer);
    break;
  case TENKEN_KEY_NEXT:
  case TENKEN_KEY_RIGHT:
    go_next (self);
    break;
  case TENKEN_KEY_BACK:
  case TENKEN_KEY_LEFT:
    go_back (self);
    break;
  case TENKEN_KEY_LATER:
    mark_later (self);
    break;
  case TENKEN_KEY_NEXT_OPEN:
    go_next_open (self);
    break;
  case TENKEN_KEY_HELP:
    tenken_keys_show_help (page);
    break;
  case TENKEN_KEY_LEAVE:
    gtk_widget_activate_action (page, "win.leave", NULL);
    break;
  case TENKEN_KEY_LEAVE_TEXT:
    gtk_widget_grab_focus (GTK_WIDGET (self->answer));
    break;
  default:
    return FALSE;
  }
  return TRUE;
}

/* --- the page --- */

static void
tenken_question_page_map (GtkWidget *widget)
{
  TenkenQuestionPage *self = TENKEN_QUESTION_PAGE (widget);

  GTK_WIDGET_CLASS (tenken_question_page_parent_class)->map (widget);
  take_wanted_reason (self);
}

static void
tenken_question_page_dispose (GObject *object)
{
  TenkenQuestionPage *self = TENKEN_QUESTION_PAGE (object);

  g_clear_handle_id (&self->advance, g_source_remove);
  g_clear_object (&self->settings);
  g_clear_object (&self->round);
  G_OBJECT_CLASS (tenken_question_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-question-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, role);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, section);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, count);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, progress);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, closed);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, text);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, answer);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, back);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, later);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, next_open);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, status);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, list);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, help);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, next);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, clamp);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionPage, foot_clamp);
}

static void
tenken_question_page_class_init (TenkenQuestionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_question_page_dispose;
  widget_class->map = tenken_question_page_map;
  g_type_ensure (TENKEN_TYPE_ANSWER_PANE);
  g_type_ensure (TENKEN_TYPE_QUESTION_TEXT);
  g_type_ensure (TENKEN_TYPE_SAVE_STATUS);
  g_type_ensure (TENKEN_TYPE_WRAP_BOX);
  bind_template (widget_class);
}

static void
tenken_question_page_init (TenkenQuestionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), tenken_steady_layout_new ());
  tenken_text_width_follow (self->clamp, TEXT_WIDTH);
  tenken_text_width_follow (self->foot_clamp, TEXT_WIDTH);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (go_back), self);
  g_signal_connect_swapped (self->later, "clicked", G_CALLBACK (mark_later), self);
  g_signal_connect_swapped (self->next_open, "clicked", G_CALLBACK (go_next_open), self);
  g_signal_connect_swapped (self->next, "clicked", G_CALLBACK (go_next), self);
  g_signal_connect_swapped (self->help, "clicked", G_CALLBACK (tenken_keys_show_help), self);
  g_signal_connect_swapped (self->answer, "complete", G_CALLBACK (answer_complete), self);
  tenken_keys_attach (GTK_WIDGET (self), key_pressed);
}

GtkWidget *
tenken_question_page_new (TenkenRound *round,
                          GSettings *settings)
{
  TenkenQuestionPage *self = g_object_new (TENKEN_TYPE_QUESTION_PAGE, NULL);

  self->round = g_object_ref (round);
  self->settings = g_object_ref (settings);
  gtk_widget_set_visible (GTK_WIDGET (self->role), tenken_section_picker_has_roles (round));
  gtk_widget_set_visible (self->closed, tenken_round_is_closed (round));
  gtk_widget_set_sensitive (GTK_WIDGET (self->later), !tenken_round_is_closed (round));
  tenken_save_status_set_round (self->status, round);
  tenken_answer_pane_set_round (self->answer, round);
  tenken_question_text_add (self->text, tenken_answer_pane_get_last_year (self->answer));
  g_signal_connect_object (round, "notify::position", G_CALLBACK (position_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (round, "changed", G_CALLBACK (round_changed), self, G_CONNECT_SWAPPED);
  show_step (self);
  return GTK_WIDGET (self);
}

void
tenken_question_page_want_reason (TenkenRound *round,
                                  guint step)
{
  g_object_set_data (G_OBJECT (round), WANTED_REASON, GUINT_TO_POINTER (step + 1));
}
