/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-pages.h"

#include "tenken-check-button.h"
#include "tenken-check-page.h"
#include "tenken-done-page.h"
#include "tenken-idle.h"
#include "tenken-overview-page.h"
#include "tenken-question-page.h"
#include "tenken-result-page.h"
#include "tenken-section-page.h"
#include "tenken-sign-in-page.h"
#include "tenken-welcome-page.h"
#include "tnk-ui-body.h"
#include "tnk-ui-desk.h"

#define DONE_SECONDS 30

static GtkWidget *
get_child (TnkUi *ui,
           const char *name)
{
  GtkWidget *page = tnk_ui_get_page (ui);

  return GTK_WIDGET (gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), name));
}

/* --- nobody is signed in --- */

static void
show_welcome (TnkUi *ui,
              TenkenRound *round)
{
  tenken_welcome_page_set_n_questions (TENKEN_WELCOME_PAGE (tnk_ui_get_page (ui)), 77);
}

static void
show_welcome_loading (TnkUi *ui,
                      TenkenRound *round)
{
  tnk_ui_show (ui, tenken_welcome_page_new (ui->settings, FALSE));
}

static void
show_welcome_trouble (TnkUi *ui,
                      TenkenRound *round)
{
  tenken_welcome_page_show_trouble (TENKEN_WELCOME_PAGE (tnk_ui_get_page (ui)),
                                    "/var/lib/tenken/tenken.db: unable to open database file");
}

static void
show_sign_in (TnkUi *ui,
              TenkenRound *round)
{
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.start", NULL);
}

static void
show_letters (TnkUi *ui,
              TenkenRound *round)
{
  GtkWidget *keypad, *stack;

  show_sign_in (ui, round);
  keypad = get_child (ui, "keypad");
  stack = tnk_ui_find (keypad, GTK_TYPE_STACK);
  gtk_stack_set_visible_child (GTK_STACK (stack),
                               gtk_widget_get_last_child (stack));
}

static void
type (TnkUi *ui,
      const char *entry,
      const char *text)
{
  GtkWidget *editable = get_child (ui, entry);

  gtk_editable_set_text (GTK_EDITABLE (editable), text);
  g_signal_emit_by_name (editable, "activate");
}

static void
show_pin (TnkUi *ui,
          TenkenRound *round)
{
  show_sign_in (ui, round);
  type (ui, "number", TNK_UI_NEWCOMER);
}

static gboolean
is_at_rest (gpointer user_data)
{
  return !gtk_widget_get_visible (get_child (user_data, "spinner"));
}

static void
show_refused (TnkUi *ui,
              TenkenRound *round)
{
  show_sign_in (ui, round);
  /* A number that nobody has: after a few tries it is one to wait for. */
  for (guint i = 0; i < 5; i++) {
    type (ui, "number", "P9999");
    type (ui, "pin", "000000");
    tnk_ui_wait (is_at_rest, ui, "the refusal");
  }
}

static void
show_first_pin (TnkUi *ui,
                TenkenRound *round)
{
  show_pin (ui, round);
  type (ui, "pin", ui->newcomer_pins[ui->body]);
  tnk_ui_wait (is_at_rest, ui, "the sign-in");
}

static void
show_bad_pin (TnkUi *ui,
              TenkenRound *round)
{
  show_first_pin (ui, round);
  type (ui, "pin", "123456");
  tnk_ui_wait (is_at_rest, ui, "the refusal");
}

static void
show_pin_again (TnkUi *ui,
                TenkenRound *round)
{
  show_first_pin (ui, round);
  type (ui, "pin", TNK_UI_BODY_PIN);
}

static void
show_exit (TnkUi *ui,
           TenkenRound *round)
{
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.exit", NULL);
}

/* --- somebody is --- */

static void
show_overview (TnkUi *ui,
               TenkenRound *round)
{
  tnk_ui_show (ui, tenken_overview_page_new (round));
}

static void
show_overview_closed (TnkUi *ui,
                      TenkenRound *round)
{
  tnk_questionnaire_set_department_closed (tenken_round_get_questionnaire (round), TRUE);
  show_overview (ui, round);
}

static void
show_question (TnkUi *ui,
               TenkenRound *round)
{
  tnk_ui_show (ui, tenken_question_page_new (round, ui->settings));
}

static guint
find_step (TenkenRound *round,
           TnkAnswerValue value)
{
  for (guint step = 0; step < tenken_round_get_n_steps (round); step++)
    if (tenken_round_get_answer (round, step) == value)
      return step;
  g_error ("no question is answered like this");
}

static void
show_question_with (TnkUi *ui,
                    TenkenRound *round,
                    TnkAnswerValue value)
{
  tenken_round_set_position (round, find_step (round, value));
  show_question (ui, round);
}

/* As if the same person had answered something to another catalog; the words are what is to be seen. */
static void
show_elsewhere (TnkUi *ui,
                TenkenRound *round)
{
  TnkQuestionnaire *questionnaire = tenken_round_get_questionnaire (round);
  guint item = tenken_round_get_item (round, tenken_round_get_position (round));
  TnkDuty *duty = tnk_questionnaire_get_duty (questionnaire, item);
  g_autoptr (TnkElsewhere) kept = tnk_elsewhere_new (tnk_questionnaire_get_campaign (questionnaire), duty, TNK_RELATION_SAME,
                                                     TNK_ANSWER_VALUE_IMPLEMENTED, NULL);
  g_autoptr (TnkElsewhere) in_part = tnk_elsewhere_new (tnk_questionnaire_get_campaign (questionnaire), duty, TNK_RELATION_PART,
                                                        TNK_ANSWER_VALUE_PARTIAL, "持ち出しの記録に日付のないものがあるため、様式を直している");

  tnk_questionnaire_add_elsewhere (questionnaire, item, kept);
  tnk_questionnaire_add_elsewhere (questionnaire, item, in_part);
  show_question (ui, round);
}

static void
show_partial (TnkUi *ui,
              TenkenRound *round)
{
  show_question_with (ui, round, TNK_ANSWER_VALUE_PARTIAL);
}

static void
show_not_applicable (TnkUi *ui,
                     TenkenRound *round)
{
  show_question_with (ui, round, TNK_ANSWER_VALUE_NOT_APPLICABLE);
}

static void
show_unscored (TnkUi *ui,
               TenkenRound *round)
{
  guint step = 0;

  while (step + 1 < tenken_round_get_n_steps (round) && tenken_round_is_scored (round, step))
    step++;
  tenken_round_set_position (round, step);
  show_question (ui, round);
}

/* With all that can be unfolded, such as the guidance. */
static void
unfold (GtkWidget *below)
{
  if (GTK_IS_TOGGLE_BUTTON (below) && gtk_widget_get_visible (below))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (below), TRUE);
  if (GTK_IS_EXPANDER (below))
    gtk_expander_set_expanded (GTK_EXPANDER (below), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

static void
show_unfolded (TnkUi *ui,
               TenkenRound *round)
{
  show_question_with (ui, round, TNK_ANSWER_VALUE_NOT_IMPLEMENTED);
  unfold (tnk_ui_get_page (ui));
}

/* As if the first question had been another one, or none, a year ago. */
static void
show_carried (TnkUi *ui,
              TenkenRound *round,
              gboolean is_new)
{
  TnkQuestionnaire *questionnaire = tenken_round_get_questionnaire (round);
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_questionnaire_get_campaign (questionnaire));
  TnkControl *control = tnk_duty_get_control (tenken_round_get_duty (round, 0));
  g_autofree char *data = tnk_catalog_to_data (catalog), *before = g_strdup_printf ("\"id\" : \"%s\"", tnk_control_get_id (control));
  g_auto (GStrv) parts = g_strsplit (data, is_new ? before : tnk_text_get (tnk_control_get_title (control), "ja"), 2);
  g_autofree char *text = g_strjoinv (is_new ? "\"id\" : \"gone\"" : "別の題", parts);
  g_autoptr (TnkCatalog) other = tnk_catalog_load_data ("before.json", text, -1, NULL, NULL);
  g_autoptr (TnkCampaign) previous = tnk_campaign_new ("before", other);
  g_autoptr (TnkCarryOver) carry_over = tnk_carry_over_new (tnk_questionnaire_get_campaign (questionnaire), previous);

  tnk_questionnaire_set_carry_over (questionnaire, carry_over);
  g_assert_cmpint (tnk_questionnaire_get_carry (questionnaire, tenken_round_get_item (round, 0)), ==, is_new ? TNK_CARRY_NEW : TNK_CARRY_ANEW);
  tenken_round_set_position (round, 0);
}

static void
show_changed (TnkUi *ui,
              TenkenRound *round)
{
  show_carried (ui, round, FALSE);
  show_question (ui, round);
}

static void
show_new (TnkUi *ui,
          TenkenRound *round)
{
  show_carried (ui, round, TRUE);
  show_question (ui, round);
}

static void
show_section (TnkUi *ui,
              TenkenRound *round)
{
  tnk_ui_show (ui, tenken_section_page_new (round, 0));
}

static void
show_section_changed (TnkUi *ui,
                      TenkenRound *round)
{
  show_carried (ui, round, FALSE);
  show_section (ui, round);
}

static void
show_search (TnkUi *ui,
             TenkenRound *round)
{
  tnk_ui_show (ui, tenken_section_page_new (round, G_MAXUINT));
}

static void
show_check (TnkUi *ui,
            TenkenRound *round)
{
  tnk_ui_show (ui, tenken_check_page_new (round));
}

static void
show_check_aware (TnkUi *ui,
                  TenkenRound *round)
{
  show_check (ui, round);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (tnk_ui_find (tnk_ui_get_page (ui), TENKEN_TYPE_CHECK_BUTTON)), TRUE);
}

static void
show_result (TnkUi *ui,
             TenkenRound *round)
{
  tnk_ui_show (ui, tenken_result_page_new (round));
}

static void
show_done (TnkUi *ui,
           TenkenRound *round)
{
  tnk_ui_show (ui, tenken_done_page_new (round, DONE_SECONDS));
}

static void
show_done_desk (TnkUi *ui,
                TenkenRound *round)
{
  show_done (ui, round);
  /* The window's own round is a draft still; as after submitting, there is a receipt to be had. */
  gtk_widget_action_set_enabled (GTK_WIDGET (ui->window), "win.receipt", TRUE);
}

static void
show_leave (TnkUi *ui,
            TenkenRound *round)
{
  gtk_widget_activate_action (GTK_WIDGET (ui->window), "win.leave", NULL);
}

static gboolean
has_dialog (gpointer user_data)
{
  return tnk_ui_find_dialog (user_data) != NULL;
}

static void
show_idle (TnkUi *ui,
           TenkenRound *round)
{
  ui->idle = tenken_idle_new (GTK_WINDOW (ui->window));
  tenken_idle_start (ui->idle, 1, 30);
  tnk_ui_wait (has_dialog, ui, "the warning");
}

/* --- the list --- */

#define NOT_AT_DESK TNK_RIGHTS_NONE, NULL
#define OUT NULL, TRUE, TNK_UI_FRESH, NOT_AT_DESK
#define STAFF(state) TNK_UI_STAFF, TRUE, state, NOT_AT_DESK
#define CHIEF(state) TNK_UI_CHIEF, TRUE, state, NOT_AT_DESK
#define DESK(state) TNK_UI_STAFF, FALSE, state, NOT_AT_DESK

const TnkUiPage tnk_ui_pages[] = {
  {"welcome", TNK_UI_PLAIN, OUT, show_welcome},
  {"welcome-loading", TNK_UI_PLAIN, OUT, show_welcome_loading},
  {"welcome-trouble", TNK_UI_PLAIN, OUT, show_welcome_trouble},
  {"welcome-hostile", TNK_UI_HOSTILE, OUT, show_welcome},
  {"sign-in-number", TNK_UI_PLAIN, OUT, show_sign_in},
  {"sign-in-letters", TNK_UI_PLAIN, OUT, show_letters},
  {"sign-in-pin", TNK_UI_PLAIN, OUT, show_pin},
  {"sign-in-refused", TNK_UI_PLAIN, OUT, show_refused},
  {"sign-in-first-pin", TNK_UI_PLAIN, OUT, show_first_pin},
  {"sign-in-bad-pin", TNK_UI_PLAIN, OUT, show_bad_pin},
  {"sign-in-again", TNK_UI_PLAIN, OUT, show_pin_again},
  {"exit", TNK_UI_PLAIN, OUT, show_exit},
  {"overview-fresh", TNK_UI_PLAIN, STAFF (TNK_UI_FRESH), show_overview},
  {"overview-half", TNK_UI_PLAIN, STAFF (TNK_UI_HALF), show_overview},
  {"overview-roles", TNK_UI_PLAIN, CHIEF (TNK_UI_HALF), show_overview},
  {"overview-returned", TNK_UI_PLAIN, STAFF (TNK_UI_RETURNED), show_overview},
  {"overview-closed", TNK_UI_PLAIN, STAFF (TNK_UI_RETURNED), show_overview_closed},
  {"overview-submitted", TNK_UI_PLAIN, DESK (TNK_UI_SUBMITTED), show_overview},
  {"overview-hostile", TNK_UI_HOSTILE, CHIEF (TNK_UI_RETURNED), show_overview},
  {"overview-own", TNK_UI_PLAIN, DESK (TNK_UI_HALF), show_overview},
  {"overview-own-hostile", TNK_UI_HOSTILE, DESK (TNK_UI_RETURNED), show_overview},
  {"question-open", TNK_UI_PLAIN, STAFF (TNK_UI_HALF), show_question},
  {"question-elsewhere", TNK_UI_PLAIN, STAFF (TNK_UI_HALF), show_elsewhere},
  {"question-partial", TNK_UI_PLAIN, STAFF (TNK_UI_HALF), show_partial},
  {"question-not-applicable", TNK_UI_PLAIN, STAFF (TNK_UI_HALF), show_not_applicable},
  {"question-unfolded", TNK_UI_PLAIN, CHIEF (TNK_UI_HALF), show_unfolded},
  {"question-unscored", TNK_UI_PLAIN, CHIEF (TNK_UI_HALF), show_unscored},
  {"question-changed", TNK_UI_PLAIN, STAFF (TNK_UI_FRESH), show_changed},
  {"question-new", TNK_UI_PLAIN, CHIEF (TNK_UI_FRESH), show_new},
  {"section-changed", TNK_UI_PLAIN, STAFF (TNK_UI_FRESH), show_section_changed},
  {"question-submitted", TNK_UI_PLAIN, DESK (TNK_UI_SUBMITTED), show_partial},
  {"question-hostile", TNK_UI_HOSTILE, CHIEF (TNK_UI_HALF), show_unfolded},
  {"question-hostile-reason", TNK_UI_HOSTILE, STAFF (TNK_UI_FULL), show_not_applicable},
  {"section", TNK_UI_PLAIN, STAFF (TNK_UI_HALF), show_section},
  {"section-search", TNK_UI_PLAIN, CHIEF (TNK_UI_HALF), show_search},
  {"section-submitted", TNK_UI_PLAIN, STAFF (TNK_UI_SUBMITTED), show_section},
  {"section-hostile", TNK_UI_HOSTILE, CHIEF (TNK_UI_HALF), show_search},
  {"check-fresh", TNK_UI_PLAIN, STAFF (TNK_UI_FRESH), show_check},
  {"check-half", TNK_UI_PLAIN, CHIEF (TNK_UI_HALF), show_check_aware},
  {"check-full", TNK_UI_PLAIN, STAFF (TNK_UI_FULL), show_check},
  {"check-submitted", TNK_UI_PLAIN, STAFF (TNK_UI_SUBMITTED), show_check},
  {"check-hostile", TNK_UI_HOSTILE, CHIEF (TNK_UI_HALF), show_check},
  {"result-fresh", TNK_UI_PLAIN, STAFF (TNK_UI_FRESH), show_result},
  {"result-full", TNK_UI_PLAIN, STAFF (TNK_UI_FULL), show_result},
  {"result-roles", TNK_UI_PLAIN, CHIEF (TNK_UI_FULL), show_result},
  {"result-submitted", TNK_UI_PLAIN, DESK (TNK_UI_SUBMITTED), show_result},
  {"result-hostile", TNK_UI_HOSTILE, CHIEF (TNK_UI_FULL), show_result},
  {"done", TNK_UI_PLAIN, STAFF (TNK_UI_SUBMITTED), show_done},
  {"done-desk", TNK_UI_HOSTILE, DESK (TNK_UI_SUBMITTED), show_done_desk},
  {"leave", TNK_UI_PLAIN, STAFF (TNK_UI_HALF), show_leave},
  {"idle", TNK_UI_PLAIN, STAFF (TNK_UI_HALF), show_idle},
};
const guint tnk_ui_n_pages = G_N_ELEMENTS (tnk_ui_pages);

const TnkUiPage *
tnk_ui_page_get (guint index)
{
  if (index < tnk_ui_n_pages)
    return &tnk_ui_pages[index];
  index -= tnk_ui_n_pages;
  return index < tnk_ui_n_desk_pages ? &tnk_ui_desk_pages[index] : NULL;
}

const TnkUiPage *
tnk_ui_page_find (const char *name)
{
  const TnkUiPage *page;

  for (guint i = 0; (page = tnk_ui_page_get (i)) != NULL; i++)
    if (g_str_equal (page->name, name))
      return page;
  return NULL;
}

void
tnk_ui_page_open (TnkUi *ui,
                  const TnkUiPage *page,
                  const char *language)
{
  g_autoptr (TenkenRound) round = NULL;

  tnk_ui_open (ui, page->body, language, page->kiosk);
  if (page->office != TNK_RIGHTS_NONE && page->place != NULL)
    tnk_ui_desk_open (ui, page->office, page->place);
  if (page->person_id != NULL) {
    tnk_ui_sign_in (ui, page->person_id);
    round = tnk_ui_make_round (ui, page->state);
  }
  if (page->show != NULL)
    page->show (ui, round);
}

GtkWindow *
tnk_ui_page_renew (TnkUi *ui,
                   const TnkUiPage *page)
{
  if (tnk_ui_find_dialog (ui) == NULL)
    return GTK_WINDOW (ui->window);
  tnk_ui_close_dialogs (ui);
  page->show (ui, NULL);
  return tnk_ui_find_dialog (ui);
}
