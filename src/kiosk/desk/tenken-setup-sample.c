/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-setup-sample.h"

#include <glib/gi18n.h>

#include "tenken-answer-choice.h"
#include "tenken-desk-parts.h"
#include "tenken-language.h"
#include "tenken-question-text.h"

#define TENKEN_TYPE_SETUP_SAMPLE (tenken_setup_sample_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSetupSample, tenken_setup_sample, TENKEN, SETUP_SAMPLE, AdwWindow)

struct _TenkenSetupSample
{
  AdwWindow parent_instance;

  TnkQuestionnaire *questionnaire;
  guint item;
  GtkLabel *place;
  GtkLabel *section;
  TenkenQuestionText *text;
  TenkenAnswerChoice *choice;
  GtkWidget *back;
  GtkWidget *next;
};

G_DEFINE_FINAL_TYPE (TenkenSetupSample, tenken_setup_sample, ADW_TYPE_WINDOW)

static void
tenken_setup_sample_dispose (GObject *object)
{
  g_clear_object (&TENKEN_SETUP_SAMPLE (object)->questionnaire);
  G_OBJECT_CLASS (tenken_setup_sample_parent_class)->dispose (object);
}

static void
tenken_setup_sample_class_init (TenkenSetupSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_setup_sample_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
update (TenkenSetupSample *self)
{
  guint n = tnk_questionnaire_get_n_items (self->questionnaire);
  TnkDuty *duty = tnk_questionnaire_get_duty (self->questionnaire, self->item);
  TnkControl *control = tnk_duty_get_control (duty);
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_questionnaire_get_campaign (self->questionnaire));
  g_autofree char *place = g_strdup_printf ("%u / %u", self->item + 1, n);

  gtk_label_set_text (self->place, place);
  gtk_label_set_text (self->section,
                      tenken_text (tnk_section_get_title (tnk_catalog_get_section (catalog, tnk_control_get_section_index (control)))));
  tenken_question_text_show (self->text, duty, tenken_carry_describe (self->questionnaire, self->item));
  tenken_answer_choice_set_question (self->choice, tnk_questionnaire_get_question (self->questionnaire, self->item),
                                     TNK_ANSWER_VALUE_UNANSWERED);
  gtk_widget_set_sensitive (self->back, self->item > 0);
  gtk_widget_set_sensitive (self->next, self->item + 1 < n);
}

static void
go_back (TenkenSetupSample *self)
{
  self->item--;
  update (self);
}

static void
go_next (TenkenSetupSample *self)
{
  self->item++;
  update (self);
}

static GtkWidget *
make_foot (TenkenSetupSample *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->back = gtk_button_new_with_label (_ ("Back"));
  self->next = gtk_button_new_with_label (_ ("Next"));
  g_signal_connect_object (self->back, "clicked", G_CALLBACK (go_back), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->next, "clicked", G_CALLBACK (go_next), self, G_CONNECT_SWAPPED);
  gtk_box_set_homogeneous (GTK_BOX (foot), TRUE);
  gtk_widget_add_css_class (foot, "setup-foot");
  gtk_box_append (GTK_BOX (foot), self->back);
  gtk_box_append (GTK_BOX (foot), self->next);
  return foot;
}

static void
tenken_setup_sample_init (TenkenSetupSample *self)
{
  GtkWidget *box = tenken_desk_column_new (0), *column, *scroller = tenken_desk_scroller_new (&column);
  GtkWidget *bar = adw_header_bar_new ();

  self->place = GTK_LABEL (tenken_desk_text_new ("", "figures"));
  self->section = GTK_LABEL (tenken_desk_heading_new ("", "section-title"));
  self->text = g_object_new (TENKEN_TYPE_QUESTION_TEXT, NULL);
  self->choice = TENKEN_ANSWER_CHOICE (tenken_answer_choice_new (FALSE));
  tenken_answer_choice_set_editable (self->choice, FALSE);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->place));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->section));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->choice));
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), make_foot (self));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 860, 560);
}

void
tenken_setup_sample_present (GtkWindow *parent,
                             const char *title,
                             TnkQuestionnaire *questionnaire)
{
  TenkenSetupSample *self = g_object_new (TENKEN_TYPE_SETUP_SAMPLE, "transient-for", parent, "modal", TRUE, "title", title,
                                          "destroy-with-parent", TRUE, NULL);

  self->questionnaire = g_object_ref (questionnaire);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
}
