/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "bench-window.h"

G_BEGIN_DECLS

/* Microseconds. */
typedef struct
{
  gint64 wall;
  gint64 cpu; /* of the whole program */
  gint64 screen; /* of the thread of the screen alone */
} BenchTime;

BenchTime bench_time_now (void);
/* Three figures: NAME.ms on the clock on the wall, NAME.cpu of the whole program, NAME.screen of this thread. */
void bench_time_print (const char *place, const char *name, BenchTime start, BenchTime end);

/* Scrolls through what a scrolled window holds, a notch of the wheel in each frame, and prints what the frames took. */
void bench_scroll (BenchWindow *window, const char *place, GtkWidget *scroller);

G_END_DECLS
