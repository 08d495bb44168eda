/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The window of the program, as the benchmarks look at it from outside. */
typedef struct _BenchWindow BenchWindow;

/* A frame was painted. */
typedef void (*BenchPainted) (BenchWindow *self);

struct _BenchWindow
{
  GtkWindow *window; /* NULL until there is one */
  gint64 painted; /* when its last frame was on its way to the screen; 0: none was */
  BenchPainted func;
};

void bench_window_watch (BenchWindow *self, GtkApplication *application, BenchPainted func);
/* The first widget that is shown and of a type, by its name; NULL if none. */
GtkWidget *bench_window_find (BenchWindow *self, const char *type);
/* Ends the program if it does not come. */
GtkWidget *bench_window_wait_for (BenchWindow *self, const char *type);
/* A frame after now. */
void bench_window_wait_for_frame (BenchWindow *self);
/* Lets the program work for a while. */
void bench_window_rest (guint ms);
void bench_window_type (BenchWindow *self, const char *type, const char *text);

/* From the start or the welcome to the sign-in, and through it; with a PIN of one's own to choose, unless that is NULL. Returns
 * as soon as a page of the type is shown; the moment at which the PIN was entered. */
gint64 bench_window_sign_in (BenchWindow *self, const char *number, const char *pin, const char *new_pin, const char *type);

double bench_window_get_percentile (GArray *sorted, guint percent);
void bench_window_sort (GArray *times);

G_END_DECLS
