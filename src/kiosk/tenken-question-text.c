/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-question-text.h"

#include <glib/gi18n.h>

#include "tenken-answer-sign.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

/* Of more than these nobody would read the question. */
#define MOST_ELSEWHERE 2

struct _TenkenQuestionText
{
  GtkWidget parent_instance;

  GtkLabel *question;
  TenkenWrapBox *chips;
  GtkLabel *clause;
  GtkLabel *level;
  GtkWidget *unscored;
  GtkLabel *carry;
  GtkLabel *elsewhere;
  GtkToggleButton *why;
  GtkWidget *because;
  GtkLabel *guidance;
  GtkWidget *evidence_title;
  GtkLabel *evidence;
};

G_DEFINE_FINAL_TYPE (TenkenQuestionText, tenken_question_text, GTK_TYPE_WIDGET)

static void
update (TenkenQuestionText *self)
{
  gboolean open = gtk_toggle_button_get_active (self->why);

  gtk_widget_set_visible (self->because, open);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->why), GTK_ACCESSIBLE_STATE_EXPANDED, open, -1);
}

const char *
tenken_carry_describe (TnkQuestionnaire *questionnaire,
                       guint item)
{
  if (tnk_questionnaire_has_lapsed (questionnaire, item))
    return _ ("The exception has ended: please answer anew");
  switch (tnk_questionnaire_get_carry (questionnaire, item)) {
  case TNK_CARRY_ANEW:
    return _ ("Changed since last year: please answer anew");
  case TNK_CARRY_NEW:
    return _ ("New this year");
  case TNK_CARRY_NONE:
  case TNK_CARRY_KEPT:
  case TNK_CARRY_GONE:
  default:
    return NULL;
  }
}

void
tenken_question_text_show (TenkenQuestionText *self,
                           TnkDuty *duty,
                           const char *carried)
{
  TnkControl *control;
  const char *evidence;
  gboolean scored;

  g_return_if_fail (TENKEN_IS_QUESTION_TEXT (self) && TNK_IS_DUTY (duty));

  control = tnk_duty_get_control (duty);
  evidence = tenken_text (tnk_duty_get_evidence (duty));
  scored = tnk_duty_is_scored (duty);
  gtk_label_set_text (self->question, tenken_text (tnk_question_get_text (tnk_duty_get_question (duty))));
  gtk_label_set_text (self->clause, tnk_control_get_clause (control));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->clause), tnk_control_get_clause (control));
  gtk_label_set_text (self->level,
                      tnk_control_get_level (control) == TNK_LEVEL_REQUIRED ? _ ("Required") : _ ("Recommended"));
  gtk_widget_set_visible (GTK_WIDGET (self->level), scored);
  gtk_widget_set_visible (self->unscored, !scored);
  gtk_label_set_text (self->carry, carried != NULL ? carried : "");
  gtk_widget_set_visible (GTK_WIDGET (self->carry), carried != NULL);
  gtk_label_set_text (self->guidance, tenken_text (tnk_duty_get_guidance (duty)));
  gtk_label_set_text (self->evidence, evidence);
  gtk_widget_set_visible (self->evidence_title, *evidence != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->evidence), *evidence != '\0');
  gtk_toggle_button_set_active (self->why, FALSE);
}

static char *
describe_elsewhere (TnkElsewhere *elsewhere)
{
  TnkControl *control = tnk_duty_get_control (tnk_elsewhere_get_duty (elsewhere));
  const char *answer = tenken_answer_get_word (tnk_elsewhere_get_answer (elsewhere));
  const char *title = tnk_campaign_get_title (tnk_elsewhere_get_campaign (elsewhere)), *comment = tnk_elsewhere_get_comment (elsewhere);
  const char *clause = tnk_control_get_clause (control);

  if (comment == NULL)
    /* Translators: another campaign, on other rules; a clause of those; the answer */
    return g_strdup_printf (_ ("In “%s” you answered %s: %s"), title, clause, answer);
  /* Translators: the same, and what was written with the answer */
  return g_strdup_printf (_ ("In “%s” you answered %s: %s “%s”"), title, clause, answer, comment);
}

void
tenken_question_text_show_elsewhere (TenkenQuestionText *self,
                                     TnkQuestionnaire *questionnaire,
                                     guint item)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;

  g_return_if_fail (TENKEN_IS_QUESTION_TEXT (self) && TNK_IS_QUESTIONNAIRE (questionnaire));

  n = MIN (tnk_questionnaire_get_n_elsewhere (questionnaire, item), MOST_ELSEWHERE);
  for (guint i = 0; i < n; i++) {
    g_autofree char *line = describe_elsewhere (tnk_questionnaire_get_elsewhere (questionnaire, item, i));

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
  }
  gtk_label_set_text (self->elsewhere, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->elsewhere), n > 0);
}

static void
tenken_question_text_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (tenken_question_text_parent_class)->dispose (object);
}

static void
tenken_question_text_class_init (TenkenQuestionTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_question_text_dispose;
  g_type_ensure (TENKEN_TYPE_WRAP_BOX);
  gtk_widget_class_set_css_name (widget_class, "questiontext");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/tenken/Tenken/tenken-question-text.ui");
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, question);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, chips);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, clause);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, level);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, unscored);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, carry);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, elsewhere);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, why);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, because);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, guidance);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, evidence_title);
  gtk_widget_class_bind_template_child (widget_class, TenkenQuestionText, evidence);
}

static void
tenken_question_text_init (TenkenQuestionText *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  g_signal_connect_swapped (self->why, "toggled", G_CALLBACK (update), self);
  update (self);
}

void
tenken_question_text_add (TenkenQuestionText *self,
                          GtkWidget *widget)
{
  g_return_if_fail (TENKEN_IS_QUESTION_TEXT (self));

  tenken_wrap_box_append (self->chips, widget);
}
