/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Runs a program and writes what it cost into a file: bench-run FIGURES PROGRAM [ARGUMENT…]
 *
 * A shell or Python would not do: a process inherits the peak memory of the one that it was forked from, and what is
 * measured here needs less than either. */

#define _GNU_SOURCE
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench-clock.h"

static int
write_figures (const char *filename,
               double wall,
               const struct rusage *usage)
{
  FILE *file = fopen (filename, "w");

  if (file == NULL)
    return -1;
  fprintf (file, "wall=%.6f\nuser=%.6f\nsystem=%.6f\npeak=%ld\nwritten=%ld\n", wall, bench_seconds (usage->ru_utime),
           bench_seconds (usage->ru_stime), usage->ru_maxrss, usage->ru_oublock * 512);
  return fclose (file);
}

int
main (int argc,
      char **argv)
{
  double start;
  struct rusage usage;
  int status;
  pid_t child;

  if (argc < 3) {
    fprintf (stderr, "usage: bench-run FIGURES PROGRAM [ARGUMENT...]\n");
    return 2;
  }
  start = bench_clock_now ().wall;
  child = fork ();
  if (child == 0) {
    execvp (argv[2], argv + 2);
    perror (argv[2]);
    _exit (127);
  }
  if (child < 0 || wait4 (child, &status, 0, &usage) != child ||
      write_figures (argv[1], bench_clock_now ().wall - start, &usage) != 0) {
    perror ("bench-run");
    return 1;
  }
  return WIFEXITED (status) ? WEXITSTATUS (status) : 1;
}
