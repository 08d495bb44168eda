/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <adwaita.h>
#include <string.h>

#include "tenken-paper-view.h"
#include "tenken-table.h"
#include "tenken-turnout-people.h"
#include "tenken-turnout-view.h"
#include "tnk-ui-desk.h"

/* What is done about who has handed in, by pressing what is on the screen, on the store of a made-up city. */

static TnkUi ui;

static void
open_desk (TnkRights office,
           const char *place)
{
  tnk_ui_open (&ui, TNK_UI_DEMO, "en", FALSE);
  tnk_ui_desk_open (&ui, office, place);
}

static GtkWidget *
page (void)
{
  return GTK_WIDGET (tnk_ui_desk_get_page (&ui));
}

static GtkWidget *
find_button (GtkWidget *below,
             const char *label)
{
  if (GTK_IS_BUTTON (below) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (below)), label) == 0)
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = gtk_widget_get_visible (child) ? find_button (child, label) : NULL;

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
press (const char *label)
{
  GtkWidget *button = find_button (page (), label);

  if (button == NULL)
    g_error ("there is no button “%s”", label);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
has_dialog (gpointer user_data)
{
  return tnk_ui_find_dialog (&ui) != NULL;
}

static GtkWidget *
await_dialog (void)
{
  tnk_ui_wait (has_dialog, NULL, "the dialog");
  return GTK_WIDGET (tnk_ui_find_dialog (&ui));
}

static void
respond (const char *response)
{
  GtkWidget *dialog = await_dialog ();

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static TnkTurnout *
load (void)
{
  g_autoptr (GError) error = NULL;
  TnkTurnout *turnout = tnk_store_load_turnout (ui.stores[ui.body], tenken_desk_get_campaign_id (tnk_ui_desk_get (&ui)),
                                                tenken_desk_get_department_id (tnk_ui_desk_get (&ui)), TRUE, NULL, &error);

  g_assert_no_error (error);
  return turnout;
}

static guint
count (TnkTurnoutState state)
{
  g_autoptr (TnkTurnout) turnout = load ();
  TnkTurnoutCounts counts;

  tnk_turnout_count (turnout, -1, &counts);
  return tnk_turnout_counts_get (&counts, state);
}

static char *
dup_first (TnkTurnoutState state)
{
  g_autoptr (TnkTurnout) turnout = load ();
  g_autoptr (GPtrArray) people = tnk_turnout_list_people (turnout, -1, 1u << state);
  g_autofree char *own = tnk_ui_desk_find_person (&ui, TNK_RIGHTS_DEPARTMENT);

  for (guint i = 0; i < people->len; i++)
    if (!g_str_equal (tnk_turnout_person_get_id (people->pdata[i]), own))
      return g_strdup (tnk_turnout_person_get_id (people->pdata[i]));
  g_error ("nobody is in the state %u", state);
}

typedef struct
{
  TnkTurnoutState state;
  guint n;
} Expected;

static gboolean
has_come (gpointer user_data)
{
  const Expected *expected = user_data;

  return count (expected->state) == expected->n;
}

static void
wait_for (TnkTurnoutState state,
          guint n)
{
  Expected expected = {state, n};

  tnk_ui_wait (has_come, &expected, tnk_turnout_state_to_string (state));
  tnk_ui_desk_settle (&ui);
}

static GtkWidget *
get_paper (void)
{
  return tnk_ui_find (page (), TENKEN_TYPE_PAPER_VIEW);
}

static gboolean
shows_paper (gpointer user_data)
{
  return gtk_widget_get_mapped (get_paper ()) && tenken_paper_view_get_person (TENKEN_PAPER_VIEW (get_paper ())) != NULL;
}

static gboolean
shows_people (gpointer user_data)
{
  return !gtk_widget_get_mapped (get_paper ());
}

static void
open_paper (const char *person)
{
  tenken_turnout_view_open (TENKEN_TURNOUT_VIEW (tnk_ui_find (page (), TENKEN_TYPE_TURNOUT_VIEW)), person);
  tnk_ui_wait (shows_paper, NULL, "what was handed in");
}

static guint
count_rows (void)
{
  return g_list_model_get_n_items (tenken_table_get_seen (TENKEN_TABLE (tnk_ui_find (page (), TENKEN_TYPE_TABLE))));
}

/* --- the manager --- */

static void
test_accept (void)
{
  g_autofree char *person = NULL;
  guint n;

  open_desk (TNK_RIGHTS_DEPARTMENT, "turnout");
  n = count (TNK_TURNOUT_STATE_ACCEPTED);
  person = dup_first (TNK_TURNOUT_STATE_SUBMITTED);
  open_paper (person);
  press ("Accept");
  wait_for (TNK_TURNOUT_STATE_ACCEPTED, n + 1);
  tnk_ui_wait (shows_people, NULL, "the people again");
}

/* Nothing is sent back without a word. */
static void
test_return (void)
{
  g_autofree char *person = NULL;
  g_autoptr (TnkTurnout) turnout = NULL;
  GtkTextView *text;
  GtkWidget *dialog;

  open_desk (TNK_RIGHTS_DEPARTMENT, "turnout");
  person = dup_first (TNK_TURNOUT_STATE_SUBMITTED);
  open_paper (person);
  press ("Send back…");
  dialog = await_dialog ();
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go"));
  text = GTK_TEXT_VIEW (tnk_ui_find (dialog, GTK_TYPE_TEXT_VIEW));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), " \n", -1);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (text), "もう一度", -1);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go"));
  respond ("go");
  wait_for (TNK_TURNOUT_STATE_RETURNED, 1);
  turnout = load ();
  g_assert_cmpstr (tnk_turnout_person_get_remark (tnk_turnout_lookup_person (turnout, person)), ==, "もう一度");
}

/* Somebody else was quicker: it is said, and what is shown is what is there. */
static void
test_race (void)
{
  g_autofree char *person = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  open_desk (TNK_RIGHTS_DEPARTMENT, "turnout");
  n = count (TNK_TURNOUT_STATE_RETURNED);
  person = dup_first (TNK_TURNOUT_STATE_SUBMITTED);
  open_paper (person);
  g_assert_true (tnk_store_move_questionnaire (ui.stores[ui.body], tenken_desk_get_campaign_id (tnk_ui_desk_get (&ui)), person,
                                               TNK_QUESTIONNAIRE_STATE_RETURNED, "先に", &error));
  g_assert_no_error (error);
  press ("Accept");
  await_dialog ();
  tnk_ui_close_dialogs (&ui);
  tnk_ui_wait (shows_people, NULL, "the people again");
  g_assert_cmpuint (count (TNK_TURNOUT_STATE_RETURNED), ==, n + 1);
}

/* A figure shows those whom it counts, and once more all. */
static void
test_pick (void)
{
  guint n_all, n_missing;
  GtkWidget *people;

  open_desk (TNK_RIGHTS_DEPARTMENT, "turnout");
  people = tnk_ui_find (page (), TENKEN_TYPE_TURNOUT_PEOPLE);
  n_all = count_rows ();
  n_missing = count (TNK_TURNOUT_STATE_NOT_BEGUN);
  g_assert_cmpuint (n_missing, >, 0);
  tenken_turnout_people_set_states (TENKEN_TURNOUT_PEOPLE (people), 1u << TNK_TURNOUT_STATE_NOT_BEGUN);
  g_assert_cmpuint (count_rows (), ==, n_missing);
  tenken_turnout_people_set_states (TENKEN_TURNOUT_PEOPLE (people), TNK_TURNOUT_ANY_STATE);
  g_assert_cmpuint (count_rows (), ==, n_all);
}

static gboolean
is_closed (gpointer user_data)
{
  g_autoptr (TnkTurnout) turnout = load ();

  return tnk_turnout_is_closed (turnout, tnk_turnout_get_department (turnout)) == GPOINTER_TO_INT (user_data);
}

static gboolean
offers (gpointer label)
{
  return find_button (page (), label) != NULL;
}

static void
test_close (void)
{
  GtkWidget *dialog;

  open_desk (TNK_RIGHTS_DEPARTMENT, "turnout");
  press ("Close the department…");
  respond ("cancel");
  g_assert_true (is_closed (GINT_TO_POINTER (FALSE)));
  press ("Close the department…");
  respond ("go");
  tnk_ui_wait (is_closed, GINT_TO_POINTER (TRUE), "the closing");
  tnk_ui_wait (offers, (gpointer) "Reopen…", "the way back");
  g_assert_null (find_button (page (), "Close the department…"));
  press ("Reopen…");
  dialog = await_dialog ();
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (tnk_ui_find (dialog, GTK_TYPE_TEXT_VIEW))), "早すぎた", -1);
  respond ("go");
  tnk_ui_wait (is_closed, GINT_TO_POINTER (FALSE), "the reopening");
  tnk_ui_wait (offers, (gpointer) "Close the department…", "the way there");
}

/* But for the own one. */
static void
test_accept_all (void)
{
  g_autofree char *own = NULL;
  g_autoptr (TnkTurnout) turnout = NULL;
  TnkTurnoutPerson *person;

  open_desk (TNK_RIGHTS_DEPARTMENT, "turnout");
  own = tnk_ui_desk_find_person (&ui, TNK_RIGHTS_DEPARTMENT);
  turnout = load ();
  person = tnk_turnout_lookup_person (turnout, own);
  g_assert_cmpuint (count (TNK_TURNOUT_STATE_SUBMITTED), >, 1);
  press ("Accept all…");
  respond ("go");
  wait_for (TNK_TURNOUT_STATE_SUBMITTED, person != NULL && tnk_turnout_person_get_state (person) == TNK_TURNOUT_STATE_SUBMITTED);
}

static void
test_remind (void)
{
  g_autoptr (TnkTurnout) turnout = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  GtkTextBuffer *buffer;

  open_desk (TNK_RIGHTS_DEPARTMENT, "turnout");
  press ("Remind…");
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (tnk_ui_find (await_dialog (), GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  turnout = load ();
  missing = tnk_turnout_list_missing (turnout, -1);
  for (guint i = 0; i < missing->len; i++)
    g_assert_nonnull (strstr (text, tnk_turnout_person_get_id (missing->pdata[i])));
  tnk_ui_close_dialogs (&ui);
}

/* --- the secretariat --- */

static gboolean
differs (gpointer user_data)
{
  g_autofree char *csv = tenken_table_dup_csv (TENKEN_TABLE (tnk_ui_find (page (), TENKEN_TYPE_TABLE)));

  return g_strcmp0 (csv, user_data) != 0;
}

/* What others do shows by itself. */
static void
test_live (void)
{
  g_autofree char *before = NULL, *person = NULL;
  g_autoptr (GError) error = NULL;

  open_desk (TNK_RIGHTS_SECRETARIAT, "progress");
  g_assert_cmpuint (count_rows (), >, 1);
  before = tenken_table_dup_csv (TENKEN_TABLE (tnk_ui_find (page (), TENKEN_TYPE_TABLE)));
  person = dup_first (TNK_TURNOUT_STATE_NOT_BEGUN);
  g_assert_true (tnk_store_move_questionnaire (ui.stores[ui.body], tenken_desk_get_campaign_id (tnk_ui_desk_get (&ui)), person,
                                               TNK_QUESTIONNAIRE_STATE_SUBMITTED, NULL, &error));
  g_assert_no_error (error);
  tnk_ui_wait (differs, before, "what others did");
}

static void
test_drill (void)
{
  GtkWidget *table;
  g_autoptr (GObject) first = NULL;

  open_desk (TNK_RIGHTS_SECRETARIAT, "progress");
  table = tnk_ui_find (page (), TENKEN_TYPE_TABLE);
  first = g_list_model_get_item (tenken_table_get_seen (TENKEN_TABLE (table)), 0);
  g_signal_emit_by_name (table, "open", first);
  tnk_ui_desk_settle (&ui);
  g_assert_true (gtk_widget_get_mapped (tnk_ui_find (page (), TENKEN_TYPE_TURNOUT_VIEW)));
  press ("← All departments");
  g_assert_false (gtk_widget_get_mapped (tnk_ui_find (page (), TENKEN_TYPE_TURNOUT_VIEW)));
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/TurnoutPage/accept", test_accept);
  g_test_add_func ("/Tenken/TurnoutPage/return", test_return);
  g_test_add_func ("/Tenken/TurnoutPage/race", test_race);
  g_test_add_func ("/Tenken/TurnoutPage/pick", test_pick);
  g_test_add_func ("/Tenken/TurnoutPage/remind", test_remind);
  g_test_add_func ("/Tenken/TurnoutPage/close", test_close);
  g_test_add_func ("/Tenken/TurnoutPage/accept-all", test_accept_all);
  g_test_add_func ("/Tenken/ProgressPage/live", test_live);
  g_test_add_func ("/Tenken/ProgressPage/drill", test_drill);
  status = g_test_run ();
  tnk_ui_clear (&ui);
  return status;
}
