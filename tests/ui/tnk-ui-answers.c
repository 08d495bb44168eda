/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-answers.h"

#include "tenken-answer-card.h"

static TnkUi ui;

/* What an earlier test has stored is not there for the next. */
static void
clear (TnkQuestionnaire *questionnaire)
{
  tnk_questionnaire_set_state (questionnaire, TNK_QUESTIONNAIRE_STATE_DRAFT);
  for (guint item = 0; item < tnk_questionnaire_get_n_items (questionnaire); item++) {
    tnk_questionnaire_set_answer (questionnaire, item, TNK_ANSWER_VALUE_UNANSWERED, NULL, FALSE, NULL);
    tnk_questionnaire_set_evidence (questionnaire, item, NULL, NULL);
    tnk_questionnaire_set_flagged (questionnaire, item, FALSE);
    tnk_questionnaire_set_previous (questionnaire, item, TNK_ANSWER_VALUE_UNANSWERED, NULL);
    tnk_questionnaire_set_may_except (questionnaire, item, FALSE);
  }
}

TnkUi *
tnk_ui_answers_get_ui (void)
{
  return &ui;
}

static void
set_up (TnkUiAnswers *fixture,
        gconstpointer person)
{
  tnk_ui_open (&ui, TNK_UI_PLAIN, "en", FALSE);
  tnk_ui_sign_in (&ui, person);
  g_settings_reset (ui.settings, "advance");
  g_settings_set_uint (ui.settings, "advance-delay", 0);
  fixture->round = tnk_ui_make_round (&ui, TNK_UI_FRESH);
  fixture->questionnaire = tenken_round_get_questionnaire (fixture->round);
  clear (fixture->questionnaire);
}

static void
tear_down (TnkUiAnswers *fixture,
           gconstpointer data)
{
  tnk_ui_close (&ui);
  g_assert_finalize_object (fixture->round);
}

/* --- keys and widgets --- */

static GtkEventController *
find_keys (GtkPropagationPhase phase)
{
  GtkWidget *place = tnk_ui_get_page (&ui);
  g_autoptr (GListModel) controllers = NULL;

  while (gtk_widget_get_parent (place) != GTK_WIDGET (ui.window))
    place = gtk_widget_get_parent (place);
  controllers = gtk_widget_observe_controllers (place);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == phase)
      return controller;
  }
  g_error ("nobody listens to the keys");
}

gboolean
tnk_ui_press (guint keyval)
{
  g_autoptr (GtkEventController) keys = g_object_ref (find_keys (GTK_PHASE_CAPTURE));
  gboolean handled = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", keyval, 0, 0, &handled);
  /* Unless the page is gone. */
  if (gtk_event_controller_get_widget (keys) != NULL)
    g_signal_emit_by_name (keys, "key-released", keyval, 0, 0);
  return handled;
}

GtkWidget *
tnk_ui_get (GtkWidget *below,
            GType type)
{
  GtkWidget *found = tnk_ui_find (below, type);

  if (found == NULL)
    g_error ("there is no %s", g_type_name (type));
  return found;
}

GtkWidget *
tnk_ui_get_card (TenkenAnswerChoice *choice,
                 TnkAnswerValue value)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (choice)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TENKEN_IS_ANSWER_CARD (child) && tenken_answer_card_get_value (TENKEN_ANSWER_CARD (child)) == value)
      return child;
  g_assert_not_reached ();
}

void
tnk_ui_type (TenkenNote *note,
             const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (tnk_ui_get (GTK_WIDGET (note), GTK_TYPE_TEXT_VIEW));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

/* The button or label that shows a text; NULL: none. */
GtkWidget *
tnk_ui_find_text (GtkWidget *below,
                  const char *text)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (below))
    return NULL;
  if (GTK_IS_LABEL (below) && g_str_equal (gtk_label_get_text (GTK_LABEL (below)), text))
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = tnk_ui_find_text (child, text);
  return found;
}

void
tnk_ui_click (TnkUiAnswers *fixture,
              const char *text)
{
  GtkWidget *label = tnk_ui_find_text (fixture->page, text);

  if (label == NULL)
    g_error ("“%s” is not shown", text);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

void
tnk_ui_assert_answer (TnkUiAnswers *fixture,
                      guint step,
                      TnkAnswerValue value,
                      const char *comment)
{
  g_assert_cmpint (tenken_round_get_answer (fixture->round, step), ==, value);
  g_assert_cmpstr (tnk_questionnaire_get_comment (fixture->questionnaire, tenken_round_get_item (fixture->round, step)), ==,
                   comment);
}

void
tnk_ui_set_previous (TnkUiAnswers *fixture,
                     guint step,
                     TnkAnswerValue value,
                     const char *comment)
{
  tnk_questionnaire_set_previous (fixture->questionnaire, tenken_round_get_item (fixture->round, step), value, comment);
}

static gboolean
stop_waiting (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
tnk_ui_wait_for (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, stop_waiting, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

int
tnk_ui_answers_run (void)
{
  int status;

  tnk_ui_init (&ui);
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}

void
tnk_ui_answers_add (const char *path,
                    const char *person_id,
                    void (*test) (TnkUiAnswers *, gconstpointer))
{
  g_test_add (path, TnkUiAnswers, person_id, set_up, test, tear_down);
}
