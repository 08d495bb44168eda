/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-check-page.h"
#include "tenken-question-page.h"
#include "tenken-radio.h"
#include "tenken-reasons.h"
#include "tenken-save-status.h"
#include "tnk-ui-answers.h"

static void
show_question (TnkUiAnswers *fixture,
               guint step)
{
  tenken_round_set_position (fixture->round, step);
  fixture->page = tenken_question_page_new (fixture->round, tnk_ui_answers_get_ui ()->settings);
  tnk_ui_show (tnk_ui_answers_get_ui (), fixture->page);
}

static TenkenAnswerChoice *
get_choice (TnkUiAnswers *fixture)
{
  return TENKEN_ANSWER_CHOICE (tnk_ui_get (fixture->page, TENKEN_TYPE_ANSWER_CHOICE));
}

static TenkenNote *
get_note (TnkUiAnswers *fixture)
{
  return TENKEN_NOTE (tnk_ui_get (GTK_WIDGET (get_choice (fixture)), TENKEN_TYPE_NOTE));
}

static gboolean
is_saved (gpointer user_data)
{
  TnkUiAnswers *fixture = user_data;

  return tenken_round_get_save_state (fixture->round) == TENKEN_SAVE_DONE;
}

/* --- one question --- */

/* From the first to the last by one key, each answer once, and then to the check. */
static void
test_all_by_keys (TnkUiAnswers *fixture,
                  gconstpointer data)
{
  guint n = tenken_round_get_n_steps (fixture->round);

  show_question (fixture, 0);
  for (guint step = 0; step < n; step++) {
    g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, step);
    g_assert_true (tnk_ui_press (GDK_KEY_1));
    tnk_ui_assert_answer (fixture, step, TNK_ANSWER_VALUE_IMPLEMENTED, NULL);
  }
  g_assert_cmpuint (n, >, 70);
  g_assert_true (TENKEN_IS_CHECK_PAGE (tnk_ui_get_page (tnk_ui_answers_get_ui ())));
  tnk_ui_wait (is_saved, fixture, "the disk");
}

static void
test_move (TnkUiAnswers *fixture,
           gconstpointer data)
{
  show_question (fixture, 0);
  tnk_ui_press (GDK_KEY_Return);
  tnk_ui_press (GDK_KEY_Right);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 2);
  g_assert_nonnull (tnk_ui_find_text (fixture->page, "3 / 86"));
  tnk_ui_press (GDK_KEY_BackSpace);
  tnk_ui_press (GDK_KEY_Left);
  tnk_ui_press (GDK_KEY_Left);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 0);
  tnk_ui_press (GDK_KEY_1);
  tnk_ui_press (GDK_KEY_1);
  tnk_ui_press (GDK_KEY_Left);
  tnk_ui_press (GDK_KEY_Left);
  tnk_ui_press (GDK_KEY_n);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 2);
  tnk_ui_click (fixture, "Back");
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 1);
  tnk_ui_click (fixture, "Next open");
  tnk_ui_click (fixture, "Next");
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 3);
}

/* The page stays, and the focus is on the chosen answer or on the first. */
static void
test_focus (TnkUiAnswers *fixture,
            gconstpointer data)
{
  GtkRoot *root = GTK_ROOT (tnk_ui_answers_get_ui ()->window);

  show_question (fixture, 0);
  g_assert_true (gtk_root_get_focus (root) == tnk_ui_get_card (get_choice (fixture), TNK_ANSWER_VALUE_IMPLEMENTED));
  tnk_ui_press (GDK_KEY_3);
  g_assert_true (gtk_root_get_focus (root) == tnk_ui_get_card (get_choice (fixture), TNK_ANSWER_VALUE_NOT_IMPLEMENTED));
  tnk_ui_press (GDK_KEY_Return);
  g_assert_true (gtk_root_get_focus (root) == tnk_ui_get_card (get_choice (fixture), TNK_ANSWER_VALUE_IMPLEMENTED));
  tenken_round_set_position (fixture->round, 0);
  g_assert_true (gtk_root_get_focus (root) == tnk_ui_get_card (get_choice (fixture), TNK_ANSWER_VALUE_NOT_IMPLEMENTED));
  g_assert_true (tnk_ui_get_page (tnk_ui_answers_get_ui ()) == fixture->page);
}

/* A pressed answer is seen for a blink; what is pressed meanwhile does not skip a question. */
static void
test_blink (TnkUiAnswers *fixture,
            gconstpointer data)
{
  g_settings_set_uint (tnk_ui_answers_get_ui ()->settings, "advance-delay", 150);
  show_question (fixture, 0);
  tnk_ui_press (GDK_KEY_1);
  tnk_ui_press (GDK_KEY_1);
  tnk_ui_press (GDK_KEY_f);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 0);
  tnk_ui_wait_for (300);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 1);
  tnk_ui_press (GDK_KEY_1);
  tnk_ui_press (GDK_KEY_Return);
  tnk_ui_wait_for (300);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 2);
  tnk_ui_press (GDK_KEY_1);
  tnk_ui_press (GDK_KEY_2);
  tnk_ui_wait_for (300);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 2);
  tnk_ui_assert_answer (fixture, 2, TNK_ANSWER_VALUE_PARTIAL, NULL);
  g_settings_set_boolean (tnk_ui_answers_get_ui ()->settings, "advance", FALSE);
  tnk_ui_press (GDK_KEY_1);
  tnk_ui_wait_for (300);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 2);
}

/* With the pointer the first answer goes on, and a corrected one stays. */
static void
test_pointer (TnkUiAnswers *fixture,
              gconstpointer data)
{
  show_question (fixture, 0);
  gtk_widget_activate (tnk_ui_get_card (get_choice (fixture), TNK_ANSWER_VALUE_IMPLEMENTED));
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 1);
  gtk_widget_activate (tnk_ui_get_card (get_choice (fixture), TNK_ANSWER_VALUE_PARTIAL));
  gtk_widget_activate (tnk_ui_get_card (get_choice (fixture), TNK_ANSWER_VALUE_IMPLEMENTED));
  tnk_ui_assert_answer (fixture, 1, TNK_ANSWER_VALUE_IMPLEMENTED, NULL);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 1);
}

/* The note goes with the answer, and stays when only the answer changes. */
static void
test_note (TnkUiAnswers *fixture,
           gconstpointer data)
{
  const char *words = "<b>鍵</b> & %n هل";

  show_question (fixture, 0);
  g_assert_null (tnk_ui_find (GTK_WIDGET (get_choice (fixture)), TENKEN_TYPE_NOTE));
  tnk_ui_press (GDK_KEY_2);
  tnk_ui_type (get_note (fixture), words);
  tnk_ui_press (GDK_KEY_3);
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_NOT_IMPLEMENTED, words);
  tnk_ui_press (GDK_KEY_Return);
  tnk_ui_press (GDK_KEY_2);
  tnk_ui_assert_answer (fixture, 1, TNK_ANSWER_VALUE_PARTIAL, NULL);
  tnk_ui_type (get_note (fixture), "another");
  tnk_ui_press (GDK_KEY_Left);
  tnk_ui_assert_answer (fixture, 1, TNK_ANSWER_VALUE_PARTIAL, "another");
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_NOT_IMPLEMENTED, words);
  tnk_ui_press (GDK_KEY_1);
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_IMPLEMENTED, NULL);
}

/* A note that cannot stand holds the person until it is mended. */
static void
test_bad_note (TnkUiAnswers *fixture,
               gconstpointer data)
{
  g_autofree char *text = g_strnfill (4001, 'x');

  show_question (fixture, 0);
  tnk_ui_press (GDK_KEY_2);
  tnk_ui_type (get_note (fixture), text);
  tnk_ui_press (GDK_KEY_Right);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 0);
  g_assert_nonnull (tnk_ui_find_text (fixture->page, "Not saved yet: the text is 1 character too long. Up to 4000 fit."));
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_PARTIAL, NULL);
  tnk_ui_type (get_note (fixture), text + 1);
  gtk_widget_grab_focus (GTK_WIDGET (get_choice (fixture)));
  tnk_ui_press (GDK_KEY_Right);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 1);
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_PARTIAL, text + 1);
}

/* What was typed last is stored when the page goes. */
static void
test_going (TnkUiAnswers *fixture,
            gconstpointer data)
{
  show_question (fixture, 0);
  tnk_ui_press (GDK_KEY_2);
  tnk_ui_type (get_note (fixture), "last words");
  tnk_ui_show (tnk_ui_answers_get_ui (), adw_bin_new ());
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_PARTIAL, "last words");
}

/* --- not applicable --- */

/* The one of the reasons that is shown as given. */
static void
assert_reason (TnkUiAnswers *fixture,
               const char *text)
{
  GtkWidget *radio = gtk_widget_get_ancestor (tnk_ui_find_text (fixture->page, text), TENKEN_TYPE_RADIO);

  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (radio)));
}

static void
test_reason (TnkUiAnswers *fixture,
             gconstpointer data)
{
  const char *missing = "This answer is saved as soon as you give a reason.";

  show_question (fixture, 0);
  tnk_ui_press (GDK_KEY_4);
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_UNANSWERED, NULL);
  g_assert_cmpint (tenken_answer_choice_get_value (get_choice (fixture)), ==, TNK_ANSWER_VALUE_NOT_APPLICABLE);
  g_assert_nonnull (tnk_ui_find_text (fixture->page, missing));
  gtk_widget_activate (gtk_widget_get_ancestor (tnk_ui_find_text (fixture->page, "It is not part of my work"), TENKEN_TYPE_RADIO));
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_NOT_APPLICABLE, "It is not part of my work");
  g_assert_null (tnk_ui_find_text (fixture->page, missing));
  tnk_ui_press (GDK_KEY_Right);
  tnk_ui_press (GDK_KEY_4);
  tnk_ui_press (GDK_KEY_Right);
  tnk_ui_assert_answer (fixture, 1, TNK_ANSWER_VALUE_UNANSWERED, NULL);
  tnk_ui_press (GDK_KEY_Left);
  g_assert_cmpint (tenken_answer_choice_get_value (get_choice (fixture)), ==, TNK_ANSWER_VALUE_UNANSWERED);
  tnk_ui_press (GDK_KEY_Left);
  assert_reason (fixture, "It is not part of my work");
}

static TenkenNote *
get_own_words (TnkUiAnswers *fixture)
{
  return TENKEN_NOTE (tnk_ui_get (tnk_ui_get (fixture->page, TENKEN_TYPE_REASONS), TENKEN_TYPE_NOTE));
}

static void
test_own_words (TnkUiAnswers *fixture,
                gconstpointer data)
{
  show_question (fixture, 0);
  tnk_ui_press (GDK_KEY_4);
  gtk_widget_activate (gtk_widget_get_ancestor (tnk_ui_find_text (fixture->page, "Other (please say)"), TENKEN_TYPE_RADIO));
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_UNANSWERED, NULL);
  tnk_ui_type (get_own_words (fixture), "　 \n");
  g_assert_true (tenken_note_flush (get_own_words (fixture)));
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_UNANSWERED, NULL);
  tnk_ui_type (get_own_words (fixture), "窓口がありません");
  tenken_round_set_position (fixture->round, 1);
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_NOT_APPLICABLE, "窓口がありません");
  tenken_round_set_position (fixture->round, 0);
  assert_reason (fixture, "Other (please say)");
}

/* Last year's reason comes along, and one that was given in the other language is recognised. */
static void
test_reason_again (TnkUiAnswers *fixture,
                   gconstpointer data)
{
  tnk_ui_set_previous (fixture, 0, TNK_ANSWER_VALUE_NOT_APPLICABLE, "担当ではない");
  show_question (fixture, 0);
  tnk_ui_press (GDK_KEY_4);
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_NOT_APPLICABLE, "担当ではない");
  assert_reason (fixture, "It is not part of my work");
}

/* --- last year, exceptions, flags --- */

/* Somebody who finds no answer of last year to confirm is told why. */
static void
test_carry (TnkUiAnswers *fixture,
            gconstpointer data)
{
  TnkQuestionnaire *questionnaire = tenken_round_get_questionnaire (fixture->round);
  TnkCampaign *campaign = tnk_questionnaire_get_campaign (questionnaire);
  TnkControl *control = tnk_duty_get_control (tenken_round_get_duty (fixture->round, 0));
  g_autoptr (TnkCampaign) previous = tnk_campaign_copy (campaign);
  g_autoptr (TnkCarryOver) carry_over = NULL;

  g_assert_true (tnk_campaign_leave_out (previous, tnk_control_get_id (control), "x", NULL));
  carry_over = tnk_carry_over_new (campaign, previous);
  tnk_questionnaire_set_carry_over (questionnaire, carry_over);
  show_question (fixture, 0);
  g_assert_nonnull (tnk_ui_find_text (fixture->page, "New this year"));
}

/* Nor is it left open without a word what an exception had answered. */
static void
test_lapsed (TnkUiAnswers *fixture,
             gconstpointer data)
{
  tnk_questionnaire_set_lapsed (fixture->questionnaire, tenken_round_get_item (fixture->round, 0), TRUE);
  show_question (fixture, 0);
  g_assert_nonnull (tnk_ui_find_text (fixture->page, "The exception has ended: please answer anew"));
  tnk_ui_press (GDK_KEY_2);
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_PARTIAL, NULL);
  g_assert_false (tnk_questionnaire_has_lapsed (fixture->questionnaire, tenken_round_get_item (fixture->round, 0)));
}

static void
test_last_year (TnkUiAnswers *fixture,
                gconstpointer data)
{
  tnk_ui_set_previous (fixture, 0, TNK_ANSWER_VALUE_PARTIAL, "鍵がない");
  tnk_ui_set_previous (fixture, 1, TNK_ANSWER_VALUE_IMPLEMENTED, NULL);
  tnk_ui_set_previous (fixture, 2, TNK_ANSWER_VALUE_EXCEPTED, NULL);
  show_question (fixture, 0);
  g_assert_nonnull (tnk_ui_find_text (fixture->page, "Same as last year: Partly implemented “鍵がない”"));
  tnk_ui_press (GDK_KEY_0);
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_PARTIAL, "鍵がない");
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 1);
  tnk_ui_click (fixture, "Same as last year: Implemented");
  tnk_ui_assert_answer (fixture, 1, TNK_ANSWER_VALUE_IMPLEMENTED, NULL);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 2);
  tnk_ui_press (GDK_KEY_0);
  tnk_ui_assert_answer (fixture, 2, TNK_ANSWER_VALUE_UNANSWERED, NULL);
  tnk_ui_press (GDK_KEY_Right);
  tnk_ui_press (GDK_KEY_0);
  tnk_ui_assert_answer (fixture, 3, TNK_ANSWER_VALUE_UNANSWERED, NULL);
}

static void
test_excepted (TnkUiAnswers *fixture,
               gconstpointer data)
{
  show_question (fixture, 0);
  tnk_ui_press (GDK_KEY_5);
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_UNANSWERED, NULL);
  tnk_questionnaire_set_may_except (fixture->questionnaire, tenken_round_get_item (fixture->round, 1), TRUE);
  tnk_ui_press (GDK_KEY_Right);
  tnk_ui_press (GDK_KEY_5);
  tnk_ui_assert_answer (fixture, 1, TNK_ANSWER_VALUE_EXCEPTED, NULL);
}

static void
test_later (TnkUiAnswers *fixture,
            gconstpointer data)
{
  show_question (fixture, 0);
  tnk_ui_press (GDK_KEY_f);
  g_assert_true (tnk_questionnaire_get_flagged (fixture->questionnaire, tenken_round_get_item (fixture->round, 0)));
  tnk_ui_press (GDK_KEY_Right);
  tnk_ui_click (fixture, "Later");
  g_assert_true (tnk_questionnaire_get_flagged (fixture->questionnaire, tenken_round_get_item (fixture->round, 1)));
  tnk_ui_click (fixture, "Later");
  g_assert_false (tnk_questionnaire_get_flagged (fixture->questionnaire, tenken_round_get_item (fixture->round, 1)));
}

static void
test_evidence (TnkUiAnswers *fixture,
               gconstpointer data)
{
  guint item = tenken_round_get_item (fixture->round, 0);
  GtkWidget *fold;

  show_question (fixture, 0);
  g_assert_null (tnk_ui_find_text (fixture->page, "Note on evidence (optional)"));
  tnk_ui_press (GDK_KEY_3);
  fold = gtk_widget_get_ancestor (tnk_ui_find_text (fixture->page, "Note on evidence (optional)"), GTK_TYPE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (fold), TRUE);
  tnk_ui_type (TENKEN_NOTE (gtk_widget_get_next_sibling (fold)), "棚の3段目");
  g_assert_false (tnk_ui_press (GDK_KEY_Right));
  tnk_ui_click (fixture, "Next");
  g_assert_cmpstr (tnk_questionnaire_get_evidence (fixture->questionnaire, item), ==, "棚の3段目");
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_NOT_IMPLEMENTED, NULL);
  tnk_ui_press (GDK_KEY_Left);
  g_assert_nonnull (tnk_ui_find_text (fixture->page, "Note on evidence (filled in)"));
}

/* --- what cannot be changed --- */

static void
test_closed (TnkUiAnswers *fixture,
             gconstpointer data)
{
  tnk_questionnaire_set_answer (fixture->questionnaire, tenken_round_get_item (fixture->round, 0),
                                TNK_ANSWER_VALUE_PARTIAL, "words", FALSE, NULL);
  tnk_questionnaire_set_state (fixture->questionnaire, TNK_QUESTIONNAIRE_STATE_SUBMITTED);
  show_question (fixture, 0);
  g_assert_nonnull (tnk_ui_find_text (fixture->page, "You have handed this in. It can be looked at, but not changed any more."));
  tnk_ui_press (GDK_KEY_1);
  tnk_ui_press (GDK_KEY_0);
  tnk_ui_press (GDK_KEY_f);
  gtk_widget_activate (tnk_ui_get_card (get_choice (fixture), TNK_ANSWER_VALUE_NOT_IMPLEMENTED));
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_PARTIAL, "words");
  g_assert_false (tnk_questionnaire_get_flagged (fixture->questionnaire, tenken_round_get_item (fixture->round, 0)));
  tnk_ui_press (GDK_KEY_Right);
  g_assert_cmpuint (tenken_round_get_position (fixture->round), ==, 1);
}

/* Signed out meanwhile, the store refuses: it is said, and the answer stays on the screen. */
static void
test_failed (TnkUiAnswers *fixture,
             gconstpointer data)
{
  GtkWidget *status;

  show_question (fixture, 0);
  tnk_session_sign_out (tnk_ui_answers_get_ui ()->session);
  tnk_ui_press (GDK_KEY_2);
  while (tenken_round_get_save_state (fixture->round) != TENKEN_SAVE_FAILED)
    g_main_context_iteration (NULL, TRUE);
  status = gtk_widget_get_first_child (tnk_ui_get (fixture->page, TENKEN_TYPE_SAVE_STATUS));
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (status)), "Not saved: "));
  g_assert_nonnull (tnk_ui_find_text (fixture->page, "Try again"));
  tnk_ui_assert_answer (fixture, 0, TNK_ANSWER_VALUE_PARTIAL, NULL);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tnk_ui_answers_add ("/Tenken/QuestionPage/all-by-keys", TNK_UI_STAFF, test_all_by_keys);
  tnk_ui_answers_add ("/Tenken/QuestionPage/move", TNK_UI_STAFF, test_move);
  tnk_ui_answers_add ("/Tenken/QuestionPage/focus", TNK_UI_STAFF, test_focus);
  tnk_ui_answers_add ("/Tenken/QuestionPage/blink", TNK_UI_STAFF, test_blink);
  tnk_ui_answers_add ("/Tenken/QuestionPage/pointer", TNK_UI_STAFF, test_pointer);
  tnk_ui_answers_add ("/Tenken/QuestionPage/note", TNK_UI_STAFF, test_note);
  tnk_ui_answers_add ("/Tenken/QuestionPage/bad-note", TNK_UI_STAFF, test_bad_note);
  tnk_ui_answers_add ("/Tenken/QuestionPage/going", TNK_UI_STAFF, test_going);
  tnk_ui_answers_add ("/Tenken/QuestionPage/reason", TNK_UI_STAFF, test_reason);
  tnk_ui_answers_add ("/Tenken/QuestionPage/own-words", TNK_UI_STAFF, test_own_words);
  tnk_ui_answers_add ("/Tenken/QuestionPage/reason-again", TNK_UI_STAFF, test_reason_again);
  tnk_ui_answers_add ("/Tenken/QuestionPage/last-year", TNK_UI_STAFF, test_last_year);
  tnk_ui_answers_add ("/Tenken/QuestionPage/carry", TNK_UI_STAFF, test_carry);
  tnk_ui_answers_add ("/Tenken/QuestionPage/excepted", TNK_UI_STAFF, test_excepted);
  tnk_ui_answers_add ("/Tenken/QuestionPage/lapsed", TNK_UI_STAFF, test_lapsed);
  tnk_ui_answers_add ("/Tenken/QuestionPage/later", TNK_UI_STAFF, test_later);
  tnk_ui_answers_add ("/Tenken/QuestionPage/evidence", TNK_UI_STAFF, test_evidence);
  tnk_ui_answers_add ("/Tenken/QuestionPage/closed", TNK_UI_STAFF, test_closed);
  tnk_ui_answers_add ("/Tenken/QuestionPage/failed", TNK_UI_STAFF, test_failed);
  return tnk_ui_answers_run ();
}
