/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-paper-list.h"

#include <glib/gi18n.h>

#include "tenken-answer-sign.h"
#include "tenken-language.h"

/* As many as a large screen shows; the rest comes once they are painted, some in each frame. */
#define FIRST_ROWS 12
#define MORE_ROWS 4
/* How narrow a text may become. Without a bound the narrowest is measured, a line for each letter, which takes longer than all else. */
#define LEAST_CHARS 10

static GtkWidget *
new_label (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), LEAST_CHARS);
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
  if (tnk_questionnaire_has_lapsed (questionnaire, item))
    add_words (GTK_BOX (texts), _ ("It was answered as excepted, and the exception has ended."));
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

/* What is still to be added to a list. */
typedef struct
{
  TnkQuestionnaire *questionnaire;
  gboolean only_notable;
  guint item; /* the next one */
  TnkSection *section; /* of the last row; NULL: there is none yet */
  GtkBox *rows; /* of that section */
  gboolean painted; /* what was there first */
} Growth;

static void
growth_free (gpointer data)
{
  Growth *self = data;

  g_object_unref (self->questionnaire);
  g_free (self);
}

/* FALSE: nothing is left. */
static gboolean
add_rows (GtkBox *list,
          Growth *self,
          guint n)
{
  for (; n > 0 && self->item < tnk_questionnaire_get_n_items (self->questionnaire); self->item++) {
    TnkSection *section = get_section (self->questionnaire, self->item);

    if (self->only_notable && !is_notable (self->questionnaire, self->item))
      continue;
    if (section != self->section)
      self->rows = GTK_BOX (add_section (list, section));
    self->section = section;
    gtk_box_append (self->rows, make_row (self->questionnaire, self->item));
    n--;
  }
  return self->item < tnk_questionnaire_get_n_items (self->questionnaire);
}

static gboolean
grow (GtkWidget *list,
      GdkFrameClock *clock,
      gpointer user_data)
{
  Growth *self = user_data;

  if (!self->painted) {
    self->painted = TRUE;
    return G_SOURCE_CONTINUE;
  }
  return add_rows (GTK_BOX (list), self, MORE_ROWS) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* Which answers are open again, so that they need not be looked for among all. */
static void
add_lapsed (GtkBox *list,
            TnkQuestionnaire *questionnaire)
{
  g_autoptr (GString) clauses = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint item = 0; item < tnk_questionnaire_get_n_items (questionnaire); item++)
    if (tnk_questionnaire_has_lapsed (questionnaire, item))
      g_string_append_printf (clauses, "%s%s", clauses->len > 0 ? _ (", ") : "",
                              tnk_control_get_clause (tnk_duty_get_control (tnk_questionnaire_get_duty (questionnaire, item))));
  if (clauses->len == 0)
    return;
  /* Translators: clauses */
  text = g_strdup_printf (_ ("⚠ Open again, since the exception has ended: %s"), clauses->str);
  gtk_box_append (list, new_label (text, "paper-answer"));
}

GtkWidget *
tenken_paper_list_new (TnkQuestionnaire *questionnaire,
                       gboolean only_notable)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  Growth *growth = g_new0 (Growth, 1);

  growth->questionnaire = g_object_ref (questionnaire);
  growth->only_notable = only_notable;
  add_lapsed (GTK_BOX (list), questionnaire);
  if (add_rows (GTK_BOX (list), growth, FIRST_ROWS))
    gtk_widget_add_tick_callback (list, grow, growth, growth_free);
  else
    growth_free (growth);
  if (gtk_widget_get_first_child (list) == NULL)
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
