/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tenken-check-page.h"
#include "tenken-done-page.h"
#include "tenken-question-page.h"
#include "tenken-welcome-page.h"
#include "tnk-ui.h"

/* What the page before submitting lets through, and what the page after it does by itself. */

#define ROWS_AT_FIRST 8

static TnkUi ui;

static GtkWidget *
get_child (const char *name)
{
  GtkWidget *page = tnk_ui_get_page (&ui);

  return GTK_WIDGET (gtk_widget_get_template_child (page, G_OBJECT_TYPE (page), name));
}

static TenkenRound *
open_round (TnkUiState state)
{
  tnk_ui_open (&ui, TNK_UI_PLAIN, "ja", TRUE);
  tnk_ui_sign_in (&ui, TNK_UI_STAFF);
  return tnk_ui_make_round (&ui, state);
}

static TenkenRound *
open_check (TnkUiState state)
{
  TenkenRound *round = open_round (state);

  tnk_ui_show (&ui, tenken_check_page_new (round));
  return round;
}

static guint
count_children (const char *name)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (get_child (name)); row != NULL; row = gtk_widget_get_next_sibling (row))
    n++;
  return n;
}

static void
test_lets_through_when_told (void)
{
  g_autoptr (TenkenRound) round = open_check (TNK_UI_HALF);

  g_assert_false (gtk_widget_get_sensitive (get_child ("forward")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_child ("aware")), TRUE);
  g_assert_true (gtk_widget_get_sensitive (get_child ("forward")));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_child ("aware")), FALSE);
  g_assert_false (gtk_widget_get_sensitive (get_child ("forward")));
  tnk_ui_close (&ui);
}

static void
test_lets_through_when_all_is_answered (void)
{
  g_autoptr (TenkenRound) round = open_check (TNK_UI_FULL);

  g_assert_true (gtk_widget_get_sensitive (get_child ("forward")));
  g_assert_false (gtk_widget_get_visible (get_child ("aware")));
  g_assert_false (gtk_widget_get_visible (get_child ("open")));
  g_assert_true (gtk_widget_get_visible (get_child ("not_applicable")));
  tnk_ui_close (&ui);
}

/* The last open one answered: the page follows. */
static void
test_follows_the_round (void)
{
  g_autoptr (TenkenRound) round = open_check (TNK_UI_FRESH);
  g_autoptr (GError) error = NULL;

  for (guint step = 0; step < tenken_round_get_n_steps (round); step++) {
    g_assert_false (gtk_widget_get_sensitive (get_child ("forward")));
    g_assert_true (tenken_round_answer (round, step, TNK_ANSWER_VALUE_IMPLEMENTED, NULL, &error));
    g_assert_no_error (error);
  }
  g_assert_true (gtk_widget_get_sensitive (get_child ("forward")));
  g_assert_true (gtk_widget_get_visible (get_child ("all_well")));
  tnk_ui_close (&ui);
}

static void
test_shows_more (void)
{
  g_autoptr (TenkenRound) round = open_check (TNK_UI_FRESH);
  guint n = tenken_round_get_n_steps (round);

  g_assert_cmpuint (n, >, ROWS_AT_FIRST);
  g_assert_cmpuint (count_children ("open_rows"), ==, ROWS_AT_FIRST);
  while (gtk_widget_get_visible (get_child ("open_more")))
    g_signal_emit_by_name (get_child ("open_more"), "clicked");
  g_assert_cmpuint (count_children ("open_rows"), ==, n);
  tnk_ui_close (&ui);
}

static gboolean
shows_question (gpointer user_data)
{
  return TENKEN_IS_QUESTION_PAGE (tnk_ui_get_page (user_data));
}

static void
test_leads_back (void)
{
  g_autoptr (TenkenRound) round = open_check (TNK_UI_FRESH);

  g_assert_true (gtk_widget_activate (gtk_widget_get_first_child (get_child ("open_rows"))));
  tnk_ui_wait (shows_question, &ui, "the question");
  tnk_ui_close (&ui);
}

static void
test_lists_nothing_to_do_when_submitted (void)
{
  g_autoptr (TenkenRound) round = open_check (TNK_UI_SUBMITTED);

  g_assert_false (gtk_widget_get_visible (get_child ("aware")));
  g_assert_true (gtk_widget_get_sensitive (get_child ("forward")));
  tnk_ui_close (&ui);
}

static gboolean
shows_welcome (gpointer user_data)
{
  return TENKEN_IS_WELCOME_PAGE (tnk_ui_get_page (user_data));
}

static void
test_signs_out_by_itself (void)
{
  g_autoptr (TenkenRound) round = open_round (TNK_UI_SUBMITTED);

  tnk_ui_show (&ui, tenken_done_page_new (round, 2));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (get_child ("reference"))), ==,
                   tnk_questionnaire_get_reference (tenken_round_get_questionnaire (round)));
  tnk_ui_wait (shows_welcome, &ui, "the sign-out");
  tnk_ui_close (&ui);
}

static gboolean
is_over (gpointer user_data)
{
  return g_get_monotonic_time () > *(gint64 *) user_data;
}

/* Without "Stay longer" the page would be gone by the time at which this looks. */
static void
test_stays_longer (void)
{
  g_autoptr (TenkenRound) round = open_round (TNK_UI_SUBMITTED);
  gint64 later = g_get_monotonic_time () + 2 * G_USEC_PER_SEC;

  tnk_ui_show (&ui, tenken_done_page_new (round, 3));
  tnk_ui_wait (is_over, &later, "two seconds");
  g_signal_emit_by_name (get_child ("stay"), "clicked");
  later += 2 * G_USEC_PER_SEC;
  tnk_ui_wait (is_over, &later, "two more");
  g_assert_true (TENKEN_IS_DONE_PAGE (tnk_ui_get_page (&ui)));
  tnk_ui_wait (shows_welcome, &ui, "the sign-out");
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/CheckPage/lets-through-when-told", test_lets_through_when_told);
  g_test_add_func ("/Tenken/CheckPage/lets-through-when-all-is-answered", test_lets_through_when_all_is_answered);
  g_test_add_func ("/Tenken/CheckPage/shows-more", test_shows_more);
  g_test_add_func ("/Tenken/CheckPage/leads-back", test_leads_back);
  g_test_add_func ("/Tenken/CheckPage/lists-nothing-to-do-when-submitted", test_lists_nothing_to_do_when_submitted);
  g_test_add_func ("/Tenken/DonePage/signs-out-by-itself", test_signs_out_by_itself);
  g_test_add_func ("/Tenken/DonePage/stays-longer", test_stays_longer);
  /* The last one: its answers are in the store from then on. */
  g_test_add_func ("/Tenken/CheckPage/follows-the-round", test_follows_the_round);
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
