/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>

#include "tenken-keys.h"
#include "tenken-language.h"
#include "tenken-radio.h"

/* --- what a key means --- */

static void
assert_key (guint keyval,
            TenkenKey expected,
            TnkAnswerValue expected_value)
{
  TnkAnswerValue value = TNK_ANSWER_VALUE_UNANSWERED;

  g_test_message ("key %s", gdk_keyval_name (keyval));
  g_assert_cmpint (tenken_keys_read (keyval, &value), ==, expected);
  g_assert_cmpint (value, ==, expected_value);
}

static guint
wide (gunichar character)
{
  return gdk_unicode_to_keyval (character);
}

static void
test_digits (void)
{
  for (int digit = 1; digit <= 5; digit++) {
    assert_key (GDK_KEY_0 + digit, TENKEN_KEY_ANSWER, digit);
    assert_key (GDK_KEY_KP_0 + digit, TENKEN_KEY_ANSWER, digit);
    assert_key (wide (0xff10 + digit), TENKEN_KEY_ANSWER, digit);
  }
  assert_key (GDK_KEY_0, TENKEN_KEY_AS_LAST_YEAR, 0);
  assert_key (GDK_KEY_KP_0, TENKEN_KEY_AS_LAST_YEAR, 0);
  assert_key (wide (0xff10), TENKEN_KEY_AS_LAST_YEAR, 0);
  assert_key (GDK_KEY_6, TENKEN_KEY_NONE, 0);
  assert_key (GDK_KEY_KP_9, TENKEN_KEY_NONE, 0);
}

static void
test_letters (void)
{
  const guint later[] = {GDK_KEY_f, GDK_KEY_F, wide (0xff46), wide (0xff26)};
  const guint open[] = {GDK_KEY_n, GDK_KEY_N, wide (0xff4e), wide (0xff2e)};
  const guint help[] = {GDK_KEY_question, GDK_KEY_F1, wide (0xff1f)};

  for (guint i = 0; i < G_N_ELEMENTS (later); i++)
    assert_key (later[i], TENKEN_KEY_LATER, 0);
  for (guint i = 0; i < G_N_ELEMENTS (open); i++)
    assert_key (open[i], TENKEN_KEY_NEXT_OPEN, 0);
  for (guint i = 0; i < G_N_ELEMENTS (help); i++)
    assert_key (help[i], TENKEN_KEY_HELP, 0);
  assert_key (GDK_KEY_a, TENKEN_KEY_NONE, 0);
  assert_key (wide (0x3042), TENKEN_KEY_NONE, 0);
  assert_key (GDK_KEY_Shift_L, TENKEN_KEY_NONE, 0);
  assert_key (GDK_KEY_Tab, TENKEN_KEY_NONE, 0);
}

static void
test_named (void)
{
  assert_key (GDK_KEY_Return, TENKEN_KEY_NEXT, 0);
  assert_key (GDK_KEY_KP_Enter, TENKEN_KEY_NEXT, 0);
  assert_key (GDK_KEY_BackSpace, TENKEN_KEY_BACK, 0);
  assert_key (GDK_KEY_Left, TENKEN_KEY_LEFT, 0);
  assert_key (GDK_KEY_Right, TENKEN_KEY_RIGHT, 0);
  assert_key (GDK_KEY_Up, TENKEN_KEY_UP, 0);
  assert_key (GDK_KEY_Down, TENKEN_KEY_DOWN, 0);
  assert_key (GDK_KEY_Escape, TENKEN_KEY_LEAVE, 0);
}

/* --- where it counts --- */

typedef struct
{
  GtkWidget *window;
  GtkWidget *page;
  GtkWidget *entry;
  GtkWidget *button;
  GtkWidget *radio;
} Fixture;

static TenkenKey last_key;
static guint n_keys;

static gboolean
note_key (GtkWidget *page,
          TenkenKey key,
          TnkAnswerValue value)
{
  last_key = key;
  n_keys++;
  return TRUE;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  n_keys = 0;
  last_key = TENKEN_KEY_NONE;
  fixture->window = gtk_window_new ();
  fixture->page = adw_bin_new ();
  fixture->entry = gtk_entry_new ();
  fixture->button = gtk_button_new_with_label ("button");
  fixture->radio = tenken_radio_new ();
  gtk_box_append (GTK_BOX (box), fixture->entry);
  gtk_box_append (GTK_BOX (box), fixture->button);
  gtk_box_append (GTK_BOX (box), fixture->radio);
  adw_bin_set_child (ADW_BIN (fixture->page), box);
  tenken_keys_attach (fixture->page, note_key);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static GtkEventController *
find_controller (Fixture *fixture,
                 GtkPropagationPhase phase)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (fixture->page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

    if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == phase)
      return controller;
  }
  return NULL;
}

static gboolean
press (Fixture *fixture,
       GtkPropagationPhase phase,
       guint keyval,
       GdkModifierType state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (find_controller (fixture, phase), "key-pressed", keyval, 0, state, &handled);
  return handled;
}

static void
release (Fixture *fixture,
         guint keyval)
{
  g_signal_emit_by_name (find_controller (fixture, GTK_PHASE_CAPTURE), "key-released", keyval, 0, 0);
}

/* What is typed is text, but for the two keys that lead out of it. */
static void
test_in_text (Fixture *fixture,
              gconstpointer data)
{
  gtk_widget_grab_focus (fixture->entry);
  g_assert_false (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_1, 0));
  g_assert_false (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_f, 0));
  g_assert_false (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_Return, 0));
  g_assert_false (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_BackSpace, 0));
  g_assert_false (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_Escape, 0));
  g_assert_cmpuint (n_keys, ==, 0);
  g_assert_true (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_cmpint (last_key, ==, TENKEN_KEY_NEXT);
  g_assert_true (press (fixture, GTK_PHASE_BUBBLE, GDK_KEY_Escape, 0));
  g_assert_cmpint (last_key, ==, TENKEN_KEY_LEAVE_TEXT);
}

static void
test_elsewhere (Fixture *fixture,
                gconstpointer data)
{
  gtk_widget_grab_focus (fixture->button);
  g_assert_true (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_f, 0));
  g_assert_true (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_Escape, 0));
  g_assert_cmpint (last_key, ==, TENKEN_KEY_LEAVE);
  g_assert_cmpuint (n_keys, ==, 2);
  g_assert_false (press (fixture, GTK_PHASE_BUBBLE, GDK_KEY_Escape, 0));
  g_assert_false (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_f, GDK_ALT_MASK));
  g_assert_false (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_n, GDK_CONTROL_MASK));
  g_assert_cmpuint (n_keys, ==, 2);
}

/* Enter presses a button, and chooses what is not chosen. */
static void
test_enter (Fixture *fixture,
            gconstpointer data)
{
  gtk_widget_grab_focus (fixture->button);
  g_assert_false (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_Return, 0));
  gtk_widget_grab_focus (fixture->radio);
  g_assert_false (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_Return, 0));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fixture->radio), TRUE);
  g_assert_true (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_Return, 0));
  g_assert_cmpuint (n_keys, ==, 1);
}

/* A digit that is held down answers once. */
static void
test_held (Fixture *fixture,
           gconstpointer data)
{
  gtk_widget_grab_focus (fixture->radio);
  for (int i = 0; i < 5; i++)
    g_assert_true (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_1, 0));
  g_assert_cmpuint (n_keys, ==, 1);
  release (fixture, GDK_KEY_1);
  g_assert_true (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_1, 0));
  g_assert_cmpuint (n_keys, ==, 2);
  g_assert_true (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_2, 0));
  g_assert_cmpuint (n_keys, ==, 3);
  for (int i = 0; i < 3; i++)
    g_assert_true (press (fixture, GTK_PHASE_CAPTURE, GDK_KEY_Right, 0));
  g_assert_cmpuint (n_keys, ==, 6);
}

/* A page that is not shown hears nothing. */
static void
test_hidden (Fixture *fixture,
             gconstpointer data)
{
  g_assert_nonnull (find_controller (fixture, GTK_PHASE_CAPTURE));
  gtk_widget_set_visible (fixture->page, FALSE);
  g_assert_null (find_controller (fixture, GTK_PHASE_CAPTURE));
  gtk_widget_set_visible (fixture->page, TRUE);
  g_assert_nonnull (find_controller (fixture, GTK_PHASE_CAPTURE));
}

static void
test_help (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GList) windows = NULL;
  GtkWindow *dialog = NULL;

  tenken_keys_show_help (fixture->page);
  windows = gtk_window_list_toplevels ();
  for (GList *window = windows; window != NULL; window = window->next)
    if (gtk_window_get_transient_for (window->data) == GTK_WINDOW (fixture->window))
      dialog = window->data;
  g_assert_nonnull (dialog);
  g_assert_true (gtk_window_get_modal (dialog));
  gtk_window_destroy (dialog);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  adw_init ();
  g_test_add_func ("/Tenken/Keys/digits", test_digits);
  g_test_add_func ("/Tenken/Keys/letters", test_letters);
  g_test_add_func ("/Tenken/Keys/named", test_named);
  g_test_add ("/Tenken/Keys/in-text", Fixture, NULL, set_up, test_in_text, tear_down);
  g_test_add ("/Tenken/Keys/elsewhere", Fixture, NULL, set_up, test_elsewhere, tear_down);
  g_test_add ("/Tenken/Keys/enter", Fixture, NULL, set_up, test_enter, tear_down);
  g_test_add ("/Tenken/Keys/held", Fixture, NULL, set_up, test_held, tear_down);
  g_test_add ("/Tenken/Keys/hidden", Fixture, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/Tenken/Keys/help", Fixture, NULL, set_up, test_help, tear_down);
  return g_test_run ();
}
