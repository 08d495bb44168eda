/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>

#include "tenken-language.h"
#include "tenken-month-picker.h"
#include "tenken-promise-card.h"

typedef struct
{
  TenkenRound *round;
  GtkWidget *window;
  GtkWidget *card;
} Fixture;

/* A round in memory, whose first question is answered so that something is left to do. Nobody is signed in, so nothing of
 * it can be stored. */
static void
set_up (Fixture *self,
        TnkAnswerValue value,
        TnkQuestionnaireState state)
{
  const char *roles[] = {"staff", NULL};
  g_autofree char *path = g_build_filename (g_getenv ("TENKEN_DATA_DIR"), "catalogs", "mic-2020.json", NULL);
  g_autoptr (TnkCatalog) catalog = tnk_catalog_load_file (path, NULL, NULL);
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new ("2026", catalog);
  g_autoptr (TnkQuestionnaire) questionnaire = NULL;
  g_autoptr (TnkSession) session = g_object_new (TNK_TYPE_SESSION, NULL);

  tnk_campaign_set_state (campaign, TNK_CAMPAIGN_STATE_OPEN);
  questionnaire = tnk_questionnaire_new (campaign, "p1", roles);
  g_assert_true (tnk_questionnaire_set_answer (questionnaire, 0, value, NULL, FALSE, NULL));
  tnk_questionnaire_set_state (questionnaire, state);
  self->round = tenken_round_new (session, questionnaire);
  self->card = tenken_promise_card_new (self->round, 0);
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), self->card);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture *self)
{
  GtkWidget *card = g_object_ref (self->card);

  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (card);
  /* What is on its way comes back first. */
  while (tenken_round_get_save_state (self->round) == TENKEN_SAVE_RUNNING)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (self->round);
}

static const char *
get_promise (Fixture *self)
{
  return tnk_questionnaire_get_promise (tenken_round_get_questionnaire (self->round), tenken_round_get_item (self->round, 0));
}

static GtkWidget *
find (GtkWidget *widget,
      GType type,
      const char *text)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget) &&
      (text == NULL || g_strcmp0 (GTK_IS_BUTTON (widget) ? gtk_button_get_label (GTK_BUTTON (widget))
                                                         : gtk_label_get_text (GTK_LABEL (widget)),
                                  text) == 0))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, text);
  return found;
}

static void
click (Fixture *self,
       const char *label)
{
  GtkWidget *button = find (self->card, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_promise (void)
{
  Fixture self;

  set_up (&self, TNK_ANSWER_VALUE_PARTIAL, TNK_QUESTIONNAIRE_STATE_DRAFT);
  g_assert_nonnull (find (self.card, GTK_TYPE_LABEL, "Partly implemented"));
  g_assert_null (find (self.card, TENKEN_TYPE_MONTH_PICKER, NULL));
  click (&self, "Promise this");
  g_assert_null (find (self.card, GTK_TYPE_BUTTON, "Promise this"));
  g_assert_null (get_promise (&self));
  g_signal_emit_by_name (find (self.card, TENKEN_TYPE_MONTH_PICKER, NULL), "picked", "2027-03");
  g_assert_cmpstr (get_promise (&self), ==, "2027-03");
  g_assert_null (find (self.card, TENKEN_TYPE_MONTH_PICKER, NULL));
  g_assert_nonnull (find (self.card, GTK_TYPE_LABEL, "You promised this by March 2027."));
  click (&self, "Take the promise back");
  g_assert_null (get_promise (&self));
  g_assert_nonnull (find (self.card, GTK_TYPE_BUTTON, "Promise this"));
  tear_down (&self);
}

/* Keys go on where they were, not at the top of the page. */
static void
test_focus (void)
{
  Fixture self;

  set_up (&self, TNK_ANSWER_VALUE_NOT_IMPLEMENTED, TNK_QUESTIONNAIRE_STATE_DRAFT);
  click (&self, "Promise this");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self.window)),
                                         find (self.card, TENKEN_TYPE_MONTH_PICKER, NULL)));
  g_signal_emit_by_name (find (self.card, TENKEN_TYPE_MONTH_PICKER, NULL), "picked", "2027-03");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self.window)) ==
                 find (self.card, GTK_TYPE_BUTTON, "Take the promise back"));
  click (&self, "Take the promise back");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (self.window)) == find (self.card, GTK_TYPE_BUTTON, "Promise this"));
  tear_down (&self);
}

/* What is handed in is only looked at. */
static void
test_closed (void)
{
  Fixture self;

  set_up (&self, TNK_ANSWER_VALUE_NOT_IMPLEMENTED, TNK_QUESTIONNAIRE_STATE_SUBMITTED);
  g_assert_nonnull (find (self.card, GTK_TYPE_LABEL, "Not implemented"));
  g_assert_null (find (self.card, GTK_TYPE_BUTTON, NULL));
  tear_down (&self);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  adw_init ();
  g_test_add_func ("/Tenken/PromiseCard/promise", test_promise);
  g_test_add_func ("/Tenken/PromiseCard/focus", test_focus);
  g_test_add_func ("/Tenken/PromiseCard/closed", test_closed);
  return g_test_run ();
}
