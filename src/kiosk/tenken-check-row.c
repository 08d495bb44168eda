/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-check-row.h"

#include <glib/gi18n.h>

#include "tenken-answer-sign.h"
#include "tenken-language.h"

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static gboolean
is_flagged (TenkenRound *round,
            guint step)
{
  return tnk_questionnaire_get_flagged (tenken_round_get_questionnaire (round), tenken_round_get_item (round, step));
}

static char *
describe_place (TenkenRound *round,
                guint step)
{
  const TenkenPart *part = tenken_round_get_part (round, tenken_round_find_part (round, step));
  TnkControl *control = tnk_duty_get_control (tenken_round_get_duty (round, step));
  const char *section = part->section != NULL ? tenken_text (tnk_section_get_title (part->section)) : _ ("without points");
  const char *clause = tnk_control_get_clause (control);

  /* Translators: the number of a question, the clause it comes from, and its section */
  return g_strdup_printf (_ ("Question %u · %s · %s"), step + 1, clause, section);
}

/* What stands there now: the answer with what was written to it, and whether it was left for later. NULL: nothing. */
static char *
describe_answer (TenkenRound *round,
                 guint step)
{
  TnkQuestionnaire *questionnaire = tenken_round_get_questionnaire (round);
  const char *comment = tnk_questionnaire_get_comment (questionnaire, tenken_round_get_item (round, step));
  GString *text;

  if (tenken_round_get_answer (round, step) == TNK_ANSWER_VALUE_UNANSWERED)
    return is_flagged (round, step) ? g_strdup (_ ("Left for later")) : NULL;
  text = g_string_new (tenken_answer_get_word (tenken_round_get_answer (round, step)));
  if (comment != NULL && *comment != '\0')
    /* Translators: an answer, and what was written to it */
    g_string_printf (text, _ ("%s: %s"), tenken_answer_get_word (tenken_round_get_answer (round, step)), comment);
  if (is_flagged (round, step))
    g_string_append_printf (text, " (%s)", _ ("left for later"));
  return g_string_free (text, FALSE);
}

/* A comment may be 4000 characters long; here its beginning is enough. */
static GtkWidget *
new_answer_label (const char *text)
{
  GtkWidget *label = new_label (text, "check-answer");

  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  return label;
}

static GtkWidget *
new_content (TenkenRound *round,
             guint step,
             const char *place,
             const char *answer)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sign = tenken_answer_sign_new (tenken_round_get_answer (round, step));
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_label (tenken_text (tnk_question_get_text (tenken_round_get_question (round, step))), NULL));
  if (answer != NULL)
    gtk_box_append (GTK_BOX (texts), new_answer_label (answer));
  gtk_box_append (GTK_BOX (texts), new_label (place, "check-place"));
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), arrow);
  return row;
}

GtkWidget *
tenken_check_row_new (TenkenRound *round,
                      guint step)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *place = describe_place (round, step), *answer = describe_answer (round, step), *name = NULL;

  /* Translators: the number of a question, and the question */
  name = g_strdup_printf (_ ("Question %u: %s"), step + 1,
                          tenken_text (tnk_question_get_text (tenken_round_get_question (round, step))));
  gtk_button_set_child (GTK_BUTTON (button), new_content (round, step, place, answer));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "check-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, answer != NULL ? answer : place, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.question");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", step);
  return button;
}
