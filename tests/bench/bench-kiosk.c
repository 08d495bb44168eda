/* SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The stop-watch inside the kiosk: what a person waits for, from outside of its own code.
 *
 *   bench-kiosk empty                        an empty window, the floor
 *   bench-kiosk start STORE                  the kiosk until its first frame
 *   bench-kiosk way STORE NUMBER PIN [NEW]   sign-in until the first question, then every question of the questionnaire
 *
 * BENCH_START_US in the environment is the monotonic clock at which the process was started. */
#include "config.h"

#include <adwaita.h>
#include <malloc.h>
#include <stdio.h>
#include <tenken.h>

#include "tenken-application.h"
#include "tenken-language.h"
#include "tenken-round.h"
#include "tenken-window.h"

/* What a person would wait at most before giving up on the machine. */
#define PATIENCE_US (60 * G_USEC_PER_SEC)

/* Long enough for the screen to be at rest. */
#define READING_MS 60

typedef struct
{
  const char *number;
  const char *pin;
  const char *new_pin;
  GtkWindow *window;
  gint64 painted; /* when the last frame was on its way to the screen */
  gboolean way;
} Bench;

static gint64
get_start (void)
{
  const char *text = g_getenv ("BENCH_START_US");

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : g_get_monotonic_time ();
}

static void
print_memory (const char *name)
{
  g_autofree char *status = NULL, *line = NULL;

  g_file_get_contents ("/proc/self/status", &status, NULL, NULL);
  line = status != NULL ? strstr (status, "VmRSS:") : NULL;
  if (line != NULL)
    printf ("%s.resident_kib=%ld\n", name, strtol (line + strlen ("VmRSS:"), NULL, 10));
  line = NULL;
}

/* --- waiting for what is seen --- */

static GtkWidget *
find_widget (GtkWidget *widget,
             GType type)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

static GtkWidget *
find (Bench *bench,
      const char *type)
{
  GType wanted = g_type_from_name (type);

  return wanted != 0 ? find_widget (GTK_WIDGET (bench->window), wanted) : NULL;
}

static GtkWidget *
wait_for (Bench *bench,
          const char *type)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  GtkWidget *widget;

  while ((widget = find (bench, type)) == NULL) {
    if (g_get_monotonic_time () > end)
      g_error ("waited for a %s in vain", type);
    g_main_context_iteration (NULL, TRUE);
  }
  return widget;
}

/* A frame after now. */
static void
wait_for_frame (Bench *bench)
{
  gint64 before = g_get_monotonic_time ();

  gtk_widget_queue_draw (GTK_WIDGET (bench->window));
  while (bench->painted < before)
    g_main_context_iteration (NULL, TRUE);
}

static void
type_and_enter (Bench *bench,
                const char *type,
                const char *text)
{
  GtkWidget *entry = wait_for (bench, type);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* --- the way of a person --- */

/* The first time is the first time only: what is measured is every other one. */
static void
choose_pin (Bench *bench)
{
  while (find (bench, "TenkenOverviewPage") == NULL) {
    GtkWidget *entry = find (bench, "GtkPasswordEntry");

    if (entry != NULL && gtk_editable_get_editable (GTK_EDITABLE (entry)) &&
        *gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
      type_and_enter (bench, "GtkPasswordEntry", bench->new_pin);
    g_main_context_iteration (NULL, FALSE);
  }
}

static TenkenRound *
sign_in (Bench *bench)
{
  gint64 start;

  type_and_enter (bench, "GtkEntry", bench->number);
  start = g_get_monotonic_time ();
  type_and_enter (bench, "GtkPasswordEntry", bench->pin);
  if (bench->new_pin != NULL)
    choose_pin (bench);
  wait_for (bench, "TenkenOverviewPage");
  wait_for_frame (bench);
  printf ("overview.ms=%.3f\n", (g_get_monotonic_time () - start) / 1e3);
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.question", "u", 0u);
  wait_for (bench, "TenkenQuestionPage");
  wait_for_frame (bench);
  printf ("question.ms=%.3f\n", (g_get_monotonic_time () - start) / 1e3);
  return tenken_window_get_round (TENKEN_WINDOW (bench->window));
}

static int
compare (gconstpointer one,
         gconstpointer other)
{
  return *(const double *) one < *(const double *) other ? -1 : *(const double *) one > *(const double *) other;
}

static gboolean
stop_waiting (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* A person reads; and a frame that follows another at once would be made to wait for the screen. */
static void
read_question (void)
{
  gboolean read = FALSE;

  g_timeout_add (READING_MS, stop_waiting, &read);
  while (!read)
    g_main_context_iteration (NULL, TRUE);
}

/* Answers question after question: the key, the disk, and the next question painted. */
static void
answer_all (Bench *bench,
            TenkenRound *round)
{
  guint n = tenken_round_get_n_steps (round);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint step = 0; step + 1 < n; step++) {
    GtkWidget *card = wait_for (bench, "TenkenAnswerCard");
    gint64 start;
    double time;

    read_question ();
    start = g_get_monotonic_time ();
    gtk_widget_activate_action (card, "answer.choose", NULL);
    while (tenken_round_get_position (round) == step)
      g_main_context_iteration (NULL, TRUE);
    while (bench->painted < start || tenken_round_get_save_state (round) == TENKEN_SAVE_RUNNING)
      g_main_context_iteration (NULL, TRUE);
    time = (g_get_monotonic_time () - start) / 1e3;
    g_array_append_val (times, time);
  }
  if (tenken_round_get_save_state (round) != TENKEN_SAVE_DONE || times->len == 0)
    g_error ("not every answer reached the disk: %s", tenken_round_get_save_error (round));
  g_array_sort (times, compare);
  printf ("answers.n=%u\nanswers.p50_ms=%.3f\nanswers.p99_ms=%.3f\nanswers.most_ms=%.3f\n", times->len,
          g_array_index (times, double, times->len / 2), g_array_index (times, double, (times->len * 99 - 1) / 100),
          g_array_index (times, double, times->len - 1));
}

static gboolean
walk (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (TenkenRound) round = NULL;

  /* There is no way in before the store is open. */
  while (find (bench, "TenkenSignInPage") == NULL) {
    g_main_context_iteration (NULL, FALSE);
    gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.start", NULL);
  }
  round = g_object_ref (sign_in (bench));
  answer_all (bench, round);
  print_memory ("way");
  gtk_widget_activate_action (GTK_WIDGET (bench->window), "win.sign-out", NULL);
  gtk_window_close (bench->window);
  return G_SOURCE_REMOVE;
}

static void
after_paint (GdkFrameClock *clock,
             Bench *bench)
{
  gboolean first = bench->painted == 0;

  bench->painted = g_get_monotonic_time ();
  if (!first)
    return;
  printf ("first_frame.ms=%.3f\n", (bench->painted - get_start ()) / 1e3);
  if (bench->way) {
    g_idle_add (walk, bench);
    return;
  }
  print_memory ("start");
  gtk_window_close (bench->window);
}

static void
realized (GtkWidget *window,
          Bench *bench)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint), bench);
}

static void
window_added (GtkApplication *application,
              GtkWindow *window,
              Bench *bench)
{
  if (bench->window != NULL)
    return; /* a dialog */
  bench->window = window;
  g_signal_connect (window, "realize", G_CALLBACK (realized), bench);
}

static void
show_empty (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc,
      char **argv)
{
  Bench bench = {0};
  g_autoptr (GtkApplication) application = NULL;
  char *arguments[] = {argv[0], argc > 2 ? argv[2] : NULL, NULL};

  if (argc < 2 || (!g_str_equal (argv[1], "empty") && argc < 3)) {
    g_printerr ("usage: bench-kiosk empty | start STORE | way STORE NUMBER PIN [NEW-PIN]\n");
    return 2;
  }
  tenken_language_init ();
  if (g_str_equal (argv[1], "empty")) {
    application = GTK_APPLICATION (adw_application_new (NULL, G_APPLICATION_NON_UNIQUE));
    g_signal_connect (application, "activate", G_CALLBACK (show_empty), NULL);
  } else {
    mallopt (M_PERTURB, 0x5a); /* as the program itself does */
    application = GTK_APPLICATION (tenken_application_new ());
  }
  bench.way = g_str_equal (argv[1], "way");
  bench.number = argc > 3 ? argv[3] : NULL;
  bench.pin = argc > 4 ? argv[4] : NULL;
  bench.new_pin = argc > 5 ? argv[5] : NULL;
  g_signal_connect (application, "window-added", G_CALLBACK (window_added), &bench);
  return g_application_run (G_APPLICATION (application), arguments[1] != NULL ? 2 : 1, arguments);
}
