/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What scoring costs within one program: opens a store, counts its answers once, makes the scores of every scope, and
 * writes the scorecard where a name for it is given: bench-score STORE CAMPAIGN [FILE.xlsx] */

#include <locale.h>

#include "bench-clock.h"
#include "tenken.h"

static const TnkScopeKind kinds[] = {TNK_SCOPE_KIND_ORGANISATION, TNK_SCOPE_KIND_DEPARTMENT, TNK_SCOPE_KIND_CHAPTER,
                                     TNK_SCOPE_KIND_ROLE, TNK_SCOPE_KIND_CONTROL};

static void
fail (GError *error)
{
  g_printerr ("bench-score: %s\n", error->message);
  exit (1);
}

/* The sum keeps the compiler from leaving anything out, and is a check that two runs saw the same store. */
static void
score_all (TnkTally *tally)
{
  double sum = 0;
  guint n = 0;

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++) {
    g_autoptr (GPtrArray) scores = tnk_tally_score_all (tally, kinds[k], "ja");

    n += scores->len;
    for (guint i = 0; i < scores->len; i++)
      if (tnk_score_is_defined (g_ptr_array_index (scores, i)))
        sum += tnk_score_get_score (g_ptr_array_index (scores, i));
  }
  printf ("scores=%u\nsum=%.9f\n", n, sum);
}

static void
write_scorecard (TnkTally *tally,
                 const char *body_name,
                 const char *filename)
{
  g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  tnk_scorecard_set_body_name (scorecard, body_name);
  tnk_scorecard_set_made_on (scorecard, "2026-11-20");
  if (!tnk_scorecard_write (scorecard, filename, NULL, NULL, NULL, &n_cells, &error))
    fail (error);
  printf ("cells=%" G_GUINT64_FORMAT "\n", n_cells);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkTally) tally = NULL;
  BenchClock start;

  setlocale (LC_ALL, "");
  if (argc < 3) {
    g_printerr ("usage: bench-score STORE CAMPAIGN [FILE.xlsx]\n");
    return 2;
  }

  start = bench_clock_now ();
  store = tnk_store_open (argv[1], "bench", &error);
  if (store == NULL)
    fail (error);
  bench_clock_print (start, "open");

  start = bench_clock_now ();
  tally = tnk_store_tally (store, argv[2], NULL, &error);
  if (tally == NULL)
    fail (error);
  bench_clock_print (start, "tally");

  start = bench_clock_now ();
  score_all (tally);
  bench_clock_print (start, "score");

  if (argc > 3) {
    start = bench_clock_now ();
    write_scorecard (tally, tnk_store_get_body_name (store), argv[3]);
    bench_clock_print (start, "write");
  }
  return 0;
}
