/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

/* The stop-watch of the benchmark programs. A figure is a line "name=value"; tests/bench/measure.py reads them. */
typedef struct
{
  double wall;
  double cpu;
} BenchClock;

static inline double
bench_seconds (struct timeval time)
{
  return time.tv_sec + time.tv_usec / 1e6;
}

static inline BenchClock
bench_clock_now (void)
{
  struct timespec wall;
  struct rusage usage;

  clock_gettime (CLOCK_MONOTONIC, &wall);
  getrusage (RUSAGE_SELF, &usage);
  return (BenchClock){wall.tv_sec + wall.tv_nsec / 1e9, bench_seconds (usage.ru_utime) + bench_seconds (usage.ru_stime)};
}

/* Prints what passed since @start, and the most memory that the program has held so far. */
static inline void
bench_clock_print (BenchClock start,
                   const char *name)
{
  BenchClock now = bench_clock_now ();
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  printf ("%s.wall=%.6f\n%s.cpu=%.6f\n%s.peak=%ld\n", name, now.wall - start.wall, name, now.cpu - start.cpu, name,
          usage.ru_maxrss);
}
