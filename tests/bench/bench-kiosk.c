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

#include "bench-window.h"
#include "tenken-application.h"
#include "tenken-language.h"
#include "tenken-round.h"
#include "tenken-window.h"

/* Long enough for the screen to be at rest. */
#define READING_MS 60

typedef struct
{
  BenchWindow window; /* the first, so that who has the one has the other */
  const char *number;
  const char *pin;
  const char *new_pin;
  gboolean started; /* the first frame was painted */
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

/* --- the way of a person --- */

static TenkenRound *
sign_in (Bench *bench)
{
  BenchWindow *window = &bench->window;
  gint64 start = bench_window_sign_in (window, bench->number, bench->pin, bench->new_pin, "TenkenOverviewPage");

  bench_window_wait_for_frame (window);
  printf ("overview.ms=%.3f\n", (g_get_monotonic_time () - start) / 1e3);
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (window->window), "win.question", "u", 0u);
  bench_window_wait_for (window, "TenkenQuestionPage");
  bench_window_wait_for_frame (window);
  printf ("question.ms=%.3f\n", (g_get_monotonic_time () - start) / 1e3);
  return tenken_window_get_round (TENKEN_WINDOW (window->window));
}

/* Answers question after question: the key, the disk, and the next question painted. */
static void
answer_all (Bench *bench,
            TenkenRound *round)
{
  guint n = tenken_round_get_n_steps (round);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint step = 0; step + 1 < n; step++) {
    GtkWidget *card = bench_window_wait_for (&bench->window, "TenkenAnswerCard");
    gint64 start;
    double time;

    /* A person reads; and a frame that follows another at once would be made to wait for the screen. */
    bench_window_rest (READING_MS);
    start = g_get_monotonic_time ();
    gtk_widget_activate_action (card, "answer.choose", NULL);
    while (tenken_round_get_position (round) == step)
      g_main_context_iteration (NULL, TRUE);
    while (bench->window.painted < start || tenken_round_get_save_state (round) == TENKEN_SAVE_RUNNING)
      g_main_context_iteration (NULL, TRUE);
    time = (g_get_monotonic_time () - start) / 1e3;
    g_array_append_val (times, time);
  }
  if (tenken_round_get_save_state (round) != TENKEN_SAVE_DONE || times->len == 0)
    g_error ("not every answer reached the disk: %s", tenken_round_get_save_error (round));
  bench_window_sort (times);
  printf ("answers.n=%u\nanswers.p50_ms=%.3f\nanswers.p99_ms=%.3f\nanswers.most_ms=%.3f\n", times->len,
          bench_window_get_percentile (times, 50), bench_window_get_percentile (times, 99), bench_window_get_percentile (times, 100));
}

static gboolean
walk (gpointer user_data)
{
  Bench *bench = user_data;
  g_autoptr (TenkenRound) round = NULL;

  round = g_object_ref (sign_in (bench));
  answer_all (bench, round);
  print_memory ("way");
  gtk_widget_activate_action (GTK_WIDGET (bench->window.window), "win.sign-out", NULL);
  gtk_window_close (bench->window.window);
  return G_SOURCE_REMOVE;
}

static void
painted (BenchWindow *window)
{
  Bench *bench = (Bench *) window;

  if (bench->started)
    return;
  bench->started = TRUE;
  printf ("first_frame.ms=%.3f\n", (window->painted - get_start ()) / 1e3);
  if (bench->way) {
    g_idle_add (walk, bench);
    return;
  }
  print_memory ("start");
  gtk_window_close (window->window);
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
  bench_window_watch (&bench.window, application, painted);
  return g_application_run (G_APPLICATION (application), arguments[1] != NULL ? 2 : 1, arguments);
}
