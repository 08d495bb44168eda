/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "bench-window.h"

/* What a person would wait at most before giving up on the machine. */
#define PATIENCE_US (60 * G_USEC_PER_SEC)

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

GtkWidget *
bench_window_find (BenchWindow *self,
                   const char *type)
{
  GType wanted = g_type_from_name (type);

  return wanted != 0 ? find_widget (GTK_WIDGET (self->window), wanted) : NULL;
}

GtkWidget *
bench_window_wait_for (BenchWindow *self,
                       const char *type)
{
  gint64 end = g_get_monotonic_time () + PATIENCE_US;
  GtkWidget *widget;

  while ((widget = bench_window_find (self, type)) == NULL) {
    if (g_get_monotonic_time () > end)
      g_error ("waited for a %s in vain", type);
    g_main_context_iteration (NULL, TRUE);
  }
  return widget;
}

void
bench_window_wait_for_frame (BenchWindow *self)
{
  gint64 before = g_get_monotonic_time ();

  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  while (self->painted < before)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
stop_waiting (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

void
bench_window_rest (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add (ms, stop_waiting, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
bench_window_type (BenchWindow *self,
                   const char *type,
                   const char *text)
{
  GtkWidget *entry = bench_window_wait_for (self, type);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

/* --- signing in --- */

/* The first time is the first time only: what is measured is every other one. */
static void
choose_pin (BenchWindow *self,
            const char *new_pin,
            const char *type)
{
  while (bench_window_find (self, type) == NULL) {
    GtkWidget *entry = bench_window_find (self, "GtkPasswordEntry");

    if (entry != NULL && gtk_editable_get_editable (GTK_EDITABLE (entry)) &&
        *gtk_editable_get_text (GTK_EDITABLE (entry)) == '\0')
      bench_window_type (self, "GtkPasswordEntry", new_pin);
    g_main_context_iteration (NULL, FALSE);
  }
}

gint64
bench_window_sign_in (BenchWindow *self,
                      const char *number,
                      const char *pin,
                      const char *new_pin,
                      const char *type)
{
  gint64 start;

  /* There is no way in before the store is open. */
  while (bench_window_find (self, "TenkenSignInPage") == NULL) {
    g_main_context_iteration (NULL, FALSE);
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.start", NULL);
  }
  bench_window_type (self, "GtkEntry", number);
  start = g_get_monotonic_time ();
  bench_window_type (self, "GtkPasswordEntry", pin);
  if (new_pin != NULL)
    choose_pin (self, new_pin, type);
  bench_window_wait_for (self, type);
  return start;
}

/* --- watching --- */

static void
after_paint (GdkFrameClock *clock,
             BenchWindow *self)
{
  self->painted = g_get_monotonic_time ();
  self->func (self);
}

static void
realized (GtkWidget *window,
          BenchWindow *self)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (after_paint), self);
}

static void
window_added (GtkApplication *application,
              GtkWindow *window,
              BenchWindow *self)
{
  if (self->window != NULL)
    return; /* a dialog */
  self->window = window;
  g_signal_connect (window, "realize", G_CALLBACK (realized), self);
}

void
bench_window_watch (BenchWindow *self,
                    GtkApplication *application,
                    BenchPainted func)
{
  self->func = func;
  g_signal_connect (application, "window-added", G_CALLBACK (window_added), self);
}

/* --- figures --- */

static int
compare (gconstpointer one,
         gconstpointer other)
{
  return *(const double *) one < *(const double *) other ? -1 : *(const double *) one > *(const double *) other;
}

void
bench_window_sort (GArray *times)
{
  g_array_sort (times, compare);
}

double
bench_window_get_percentile (GArray *sorted,
                             guint percent)
{
  return g_array_index (sorted, double, ((sorted->len - 1) * percent + 50) / 100);
}
