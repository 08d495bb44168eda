/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>
#include <tenken.h>

#include "tenken-language.h"
#include "tenken-note.h"

typedef struct
{
  GtkWidget *window;
  TenkenNote *note;
  GtkTextView *view;
  char *stored; /* what was stored last */
  guint n_stored;
} Fixture;

static gboolean
store (const char *text,
       gpointer user_data,
       GError **error)
{
  Fixture *fixture = user_data;

  if (!tnk_answer_check (TNK_ANSWER_VALUE_PARTIAL, text, FALSE, error))
    return FALSE;
  g_free (fixture->stored);
  fixture->stored = g_strdup (text);
  fixture->n_stored++;
  return TRUE;
}

static GtkWidget *
find (GtkWidget *below,
      GType type,
      const char *css_class)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (below, type) && (css_class == NULL || gtk_widget_has_css_class (below, css_class)))
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, css_class);
  return found;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->window = gtk_window_new ();
  fixture->note = TENKEN_NOTE (tenken_note_new (store, fixture));
  tenken_note_set_title (fixture->note, "What is missing?");
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->note));
  fixture->view = GTK_TEXT_VIEW (find (GTK_WIDGET (fixture->note), GTK_TYPE_TEXT_VIEW, NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_free (fixture->stored);
}

static void
type (Fixture *fixture,
      const char *text)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (fixture->view), text, -1);
}

static const char *
get_trouble (Fixture *fixture)
{
  GtkWidget *trouble = find (GTK_WIDGET (fixture->note), GTK_TYPE_LABEL, "trouble");

  return gtk_widget_get_visible (trouble) ? gtk_label_get_text (GTK_LABEL (trouble)) : "";
}

static void
assert_text (Fixture *fixture,
             const char *expected)
{
  g_autofree char *text = tenken_note_dup_text (fixture->note);

  g_assert_cmpstr (text, ==, expected);
}

static gboolean
stop_waiting (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, stop_waiting, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_accessible (Fixture *fixture,
                 gconstpointer data)
{
  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_LABEL, "What is missing?");
}

/* Once, after the last key. */
static void
test_rest (Fixture *fixture,
           gconstpointer data)
{
  type (fixture, "鍵");
  wait (200);
  type (fixture, "がない");
  wait (350);
  g_assert_cmpuint (fixture->n_stored, ==, 0);
  wait (300);
  g_assert_cmpuint (fixture->n_stored, ==, 1);
  g_assert_cmpstr (fixture->stored, ==, "鍵がない");
  wait (600);
  g_assert_cmpuint (fixture->n_stored, ==, 1);
}

static void
test_flush (Fixture *fixture,
            gconstpointer data)
{
  g_assert_true (tenken_note_flush (fixture->note));
  g_assert_cmpuint (fixture->n_stored, ==, 0);
  type (fixture, "a\nb");
  g_assert_true (tenken_note_flush (fixture->note));
  g_assert_cmpstr (fixture->stored, ==, "a\nb");
  g_assert_true (tenken_note_flush (fixture->note));
  g_assert_cmpuint (fixture->n_stored, ==, 1);
}

/* What comes from the store is not stored again, and what stood before does not come back. */
static void
test_set_text (Fixture *fixture,
               gconstpointer data)
{
  type (fixture, "the words of another question");
  tenken_note_set_text (fixture->note, "<b>&%n");
  wait (600);
  g_assert_cmpuint (fixture->n_stored, ==, 0);
  assert_text (fixture, "<b>&%n");
  g_assert_false (gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (fixture->view)));
  tenken_note_set_text (fixture->note, NULL);
  assert_text (fixture, "");
}

static void
test_too_long (Fixture *fixture,
               gconstpointer data)
{
  g_autofree char *text = g_strnfill (4003, 'x'), *fits = g_strnfill (4000, 'x');

  type (fixture, text);
  g_assert_false (tenken_note_flush (fixture->note));
  g_assert_cmpuint (fixture->n_stored, ==, 0);
  assert_text (fixture, text);
  g_assert_cmpstr (get_trouble (fixture), ==,
                   "Not saved yet: the text is 3 characters too long. Up to 4000 fit.");
  gtk_test_accessible_assert_state (fixture->view, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (fixture->view), fits, -1);
  g_assert_true (tenken_note_flush (fixture->note));
  g_assert_cmpstr (fixture->stored, ==, fits);
  g_assert_cmpstr (get_trouble (fixture), ==, "");
}

static void
test_unseen (Fixture *fixture,
             gconstpointer data)
{
  type (fixture, "鍵\xe2\x80\xaeがない");
  g_assert_false (tenken_note_flush (fixture->note));
  g_assert_cmpstr (get_trouble (fixture), ==,
                   "Not saved yet: character 2 cannot be kept, it is not to be seen. Please delete it.");
  assert_text (fixture, "鍵\xe2\x80\xaeがない");
  tenken_note_set_text (fixture->note, NULL);
  g_assert_cmpstr (get_trouble (fixture), ==, "");
}

/* Any other writing is what it is. */
static void
test_writing (Fixture *fixture,
              gconstpointer data)
{
  const char *text = "هل تغلق 👩🏽‍💻 <b>&amp;</b> %n %s";

  type (fixture, text);
  g_assert_true (tenken_note_flush (fixture->note));
  g_assert_cmpstr (fixture->stored, ==, text);
}

/* A book is not taken in, and is no reason to stand still. */
static void
test_huge (Fixture *fixture,
           gconstpointer data)
{
  g_autofree char *text = g_strnfill (100000, 'x');
  gint64 start = g_get_monotonic_time ();

  type (fixture, "short");
  type (fixture, text);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  wait (600);
  assert_text (fixture, "short");
  g_assert_cmpstr (get_trouble (fixture), ==,
                   "The pasted text has 100000 characters, which is too long to take in. Up to 4000 fit.");
  g_assert_cmpstr (fixture->stored, ==, "short");
  type (fixture, "er");
  wait (600);
  g_assert_cmpstr (get_trouble (fixture), ==, "");
}

/* To go away is to leave the field; nothing comes after that. */
static void
test_gone (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (TenkenNote) note = g_object_ref (fixture->note);

  type (fixture, "a");
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (g_steal_pointer (&note));
  g_assert_cmpstr (fixture->stored, ==, "a");
  wait (600);
  g_assert_cmpuint (fixture->n_stored, ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  tenken_language_init ();
  tenken_language_set ("en");
  adw_init ();
  g_test_add ("/Tenken/Note/accessible", Fixture, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/Tenken/Note/rest", Fixture, NULL, set_up, test_rest, tear_down);
  g_test_add ("/Tenken/Note/flush", Fixture, NULL, set_up, test_flush, tear_down);
  g_test_add ("/Tenken/Note/set-text", Fixture, NULL, set_up, test_set_text, tear_down);
  g_test_add ("/Tenken/Note/too-long", Fixture, NULL, set_up, test_too_long, tear_down);
  g_test_add ("/Tenken/Note/unseen", Fixture, NULL, set_up, test_unseen, tear_down);
  g_test_add ("/Tenken/Note/writing", Fixture, NULL, set_up, test_writing, tear_down);
  g_test_add ("/Tenken/Note/huge", Fixture, NULL, set_up, test_huge, tear_down);
  g_test_add ("/Tenken/Note/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
