/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-paper-list.h"

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

static TnkSection *
get_section (TnkQuestionnaire *questionnaire,
             guint item)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_questionnaire_get_campaign (questionnaire));

  return tnk_catalog_get_section (catalog, tnk_control_get_section_index (tnk_duty_get_control (tnk_questionnaire_get_duty (questionnaire, item))));
}

static const char *
get_question (TnkQuestionnaire *questionnaire,
              guint item)
{
  TnkQuestion *question = tnk_questionnaire_get_question (questionnaire, item);

  return tenken_text (question != NULL ? tnk_question_get_text (question)
                                       : tnk_control_get_title (tnk_duty_get_control (tnk_questionnaire_get_duty (questionnaire, item))));
}

static gboolean
has_words (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_notable (TnkQuestionnaire *questionnaire,
            guint item)
{
  return tnk_questionnaire_get_answer (questionnaire, item) != TNK_ANSWER_VALUE_IMPLEMENTED ||
         has_words (tnk_questionnaire_get_comment (questionnaire, item)) ||
         has_words (tnk_questionnaire_get_evidence (questionnaire, item));
}

/* The clause, and in which role it was asked. */
static char *
describe_place (TnkQuestionnaire *questionnaire,
                guint item)
{
  TnkDuty *duty = tnk_questionnaire_get_duty (questionnaire, item);

  /* Translators: a clause, and the role in which it is asked */
  return g_strdup_printf (_ ("%s · %s"), tnk_control_get_clause (tnk_duty_get_control (duty)),
                          tenken_text (tnk_role_get_name (tnk_duty_get_role (duty))));
}

static void
add_words (GtkBox *box,
           const char *words)
{
  gtk_box_append (box, new_label (words, "paper-words"));
}

/* What the person wrote to an answer, and where the evidence is to be seen. */
static void
add_notes (GtkBox *box,
           const char *comment,
           const char *evidence)
{
  if (has_words (comment))
    add_words (box, comment);
  if (has_words (evidence)) {
    g_autofree char *text = g_strdup_printf (_ ("Evidence: %s"), evidence);
    add_words (box, text);
  }
}

static GtkWidget *
make_row (TnkQuestionnaire *questionnaire,
          guint item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  TnkAnswerValue value = tnk_questionnaire_get_answer (questionnaire, item);
  GtkWidget *sign = tenken_answer_sign_new (value), *word = new_label (tenken_answer_get_word (value), "paper-answer");
  g_autofree char *place = describe_place (questionnaire, item);

  /* The word says the same. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (sign), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_valign (sign, GTK_ALIGN_START);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), new_label (get_question (questionnaire, item), NULL));
  gtk_box_append (GTK_BOX (texts), word);
  add_notes (GTK_BOX (texts), tnk_questionnaire_get_comment (questionnaire, item), tnk_questionnaire_get_evidence (questionnaire, item));
  gtk_box_append (GTK_BOX (texts), new_label (place, "dim-label"));
  gtk_box_append (GTK_BOX (row), sign);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_widget_add_css_class (row, "paper-row");
  return row;
}

static GtkWidget *
add_section (GtkBox *list,
             TnkSection *section)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", tenken_text (tnk_section_get_title (section)), "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);
  GtkWidget *rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (heading, "paper-section");
  gtk_widget_add_css_class (rows, "paper-rows");
  gtk_box_append (list, heading);
  gtk_box_append (list, rows);
  return rows;
}

GtkWidget *
tenken_paper_list_new (TnkQuestionnaire *questionnaire,
                       gboolean only_notable)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *rows = NULL;
  TnkSection *shown = NULL;

  for (guint item = 0; item < tnk_questionnaire_get_n_items (questionnaire); item++) {
    TnkSection *section = get_section (questionnaire, item);

    if (only_notable && !is_notable (questionnaire, item))
      continue;
    if (section != shown)
      rows = add_section (GTK_BOX (list), section);
    shown = section;
    gtk_box_append (GTK_BOX (rows), make_row (questionnaire, item));
  }
  if (shown == NULL)
    gtk_box_append (GTK_BOX (list), new_label (_ ("Everything is answered as implemented, without a comment."), NULL));
  return list;
}

void
tenken_paper_count (TnkQuestionnaire *questionnaire,
                    TnkCounts *counts)
{
  *counts = (TnkCounts){.items = tnk_questionnaire_get_n_items (questionnaire)};
  for (guint item = 0; item < counts->items; item++) {
    TnkAnswerValue value = tnk_questionnaire_get_answer (questionnaire, item);

    counts->implemented += value == TNK_ANSWER_VALUE_IMPLEMENTED;
    counts->partial += value == TNK_ANSWER_VALUE_PARTIAL;
    counts->not_implemented += value == TNK_ANSWER_VALUE_NOT_IMPLEMENTED;
    counts->not_applicable += value == TNK_ANSWER_VALUE_NOT_APPLICABLE;
    counts->excepted += value == TNK_ANSWER_VALUE_EXCEPTED;
  }
}
