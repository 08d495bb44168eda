/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "bench-scroll.h"

#include <math.h>
#include <stdio.h>
#include <time.h>

#define PATIENCE_US (60 * G_USEC_PER_SEC)
#define N_FRAMES 120
#define FRAME_MS (1000 / 60.0)

static gint64
read_clock (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

BenchTime
bench_time_now (void)
{
  return (BenchTime){g_get_monotonic_time (), read_clock (CLOCK_PROCESS_CPUTIME_ID), read_clock (CLOCK_THREAD_CPUTIME_ID)};
}

void
bench_time_print (const char *place,
                  const char *name,
                  BenchTime start,
                  BenchTime end)
{
  printf ("%s.%s.ms=%.3f\n%s.%s.cpu=%.3f\n%s.%s.screen=%.3f\n", place, name, (end.wall - start.wall) / 1e3, place, name,
          (end.cpu - start.cpu) / 1e3, place, name, (end.screen - start.screen) / 1e3);
}

/* --- frames --- */

typedef struct
{
  GtkAdjustment *adjustment;
  double step;
  guint n;
  BenchTime begun;
  GArray *wall;
  GArray *screen;
} Scroll;

static void
before_frame (GdkFrameClock *clock,
              Scroll *scroll)
{
  scroll->begun = bench_time_now ();
}

static void
after_frame (GdkFrameClock *clock,
             Scroll *scroll)
{
  BenchTime end = bench_time_now ();
  double wall = (end.wall - scroll->begun.wall) / 1e3, screen = (end.screen - scroll->begun.screen) / 1e3;

  g_array_append_val (scroll->wall, wall);
  g_array_append_val (scroll->screen, screen);
}

/* One notch of the wheel a frame; back from the end. */
static gboolean
scroll_on (GtkWidget *widget,
           GdkFrameClock *clock,
           gpointer user_data)
{
  Scroll *scroll = user_data;
  GtkAdjustment *adjustment = scroll->adjustment;
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);

  if (value + scroll->step > last || value + scroll->step < 0)
    scroll->step = -scroll->step;
  gtk_adjustment_set_value (adjustment, value + scroll->step);
  return ++scroll->n < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
print_frames (const char *place,
              const char *name,
              GArray *times)
{
  guint late = 0;

  for (guint i = 0; i < times->len; i++)
    late += g_array_index (times, double, i) > FRAME_MS;
  bench_window_sort (times);
  printf ("%s.%s.p50=%.3f\n%s.%s.p99=%.3f\n%s.%s.late=%.4f\n", place, name, bench_window_get_percentile (times, 50), place, name,
          bench_window_get_percentile (times, 99), place, name, (double) late / times->len);
}

void
bench_scroll (BenchWindow *window,
              const char *place,
              GtkWidget *scroller)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (scroller);
  g_autoptr (GArray) wall = g_array_new (FALSE, FALSE, sizeof (double)), screen = g_array_new (FALSE, FALSE, sizeof (double));
  Scroll scroll = {.adjustment = adjustment, .step = pow (gtk_adjustment_get_page_size (adjustment), 2.0 / 3), .wall = wall, .screen = screen};
  gulong before = g_signal_connect (clock, "before-paint", G_CALLBACK (before_frame), &scroll);
  gulong after = g_signal_connect (clock, "after-paint", G_CALLBACK (after_frame), &scroll);
  gint64 start = g_get_monotonic_time ();

  scroll.begun = bench_time_now ();
  gtk_widget_add_tick_callback (scroller, scroll_on, &scroll, NULL);
  while (scroll.n < N_FRAMES) {
    g_main_context_iteration (NULL, TRUE);
    if (g_get_monotonic_time () > start + PATIENCE_US)
      g_error ("waited for frames of %s in vain", place);
  }
  bench_window_wait_for_frame (window);
  g_signal_handler_disconnect (clock, before);
  g_signal_handler_disconnect (clock, after);
  print_frames (place, "frame", wall);
  print_frames (place, "frame_cpu", screen);
}
