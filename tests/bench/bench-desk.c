/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What somebody at a desk waits for until the first figures are there: bench-desk STORE CAMPAIGN PERSON DEPARTMENT CONTROL,
 * where the person is of the secretariat. Each part is asked for once, and then once more, as when a page is opened again. */

#include <locale.h>

#include "bench-clock.h"
#include "tenken.h"

typedef struct
{
  const char *campaign;
  const char *department;
  const char *control;
} Question;

static void
fail (GError *error)
{
  g_printerr ("bench-desk: %s\n", error->message);
  exit (1);
}

/* What a page of results shows first: the score with its rates, every chapter and every control, the gaps. */
static guint
look_at (TnkTally *tally,
         const char *department_id)
{
  TnkDepartment *entry = department_id != NULL ? tnk_body_lookup_department (tnk_tally_get_body (tally), department_id) : NULL;
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));
  int department = entry != NULL ? (int) tnk_department_get_index (entry) : -1;
  g_autoptr (TnkScore) whole = entry != NULL ? tnk_tally_score_department (tally, department) : tnk_tally_score_organisation (tally);
  g_autoptr (GPtrArray) gaps = tnk_gap_list (tally, department);
  guint n = gaps->len + tnk_score_is_defined (whole);

  for (TnkScopeKind kind = TNK_SCOPE_KIND_CHAPTER; kind <= TNK_SCOPE_KIND_SECTION; kind++)
    for (guint i = 0; i < (kind == TNK_SCOPE_KIND_CHAPTER ? tnk_catalog_get_n_chapters (catalog) : tnk_catalog_get_n_sections (catalog)); i++) {
      g_autoptr (TnkScore) score = tnk_tally_score_part (tally, department, kind, i, "ja");
      n += tnk_score_is_defined (score);
    }
  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkCounts counts;
    tnk_tally_count_control (tally, department, -1, i, &counts);
    n += counts.items > 0;
  }
  return n;
}

static guint
open_page (TnkDesk *desk,
           const char *campaign,
           const char *department,
           GError **error)
{
  g_autoptr (TnkTally) tally = tnk_desk_load_tally (desk, campaign, department, NULL, error);

  return tally != NULL ? look_at (tally, department) : 0;
}

static guint
open_whole (TnkDesk *desk,
            const Question *question,
            GError **error)
{
  return open_page (desk, question->campaign, NULL, error);
}

static guint
open_department (TnkDesk *desk,
                 const Question *question,
                 GError **error)
{
  return open_page (desk, question->campaign, question->department, error);
}

static guint
load_trend (TnkDesk *desk,
            const Question *question,
            GError **error)
{
  g_autoptr (TnkTrend) trend = tnk_desk_load_trend (desk, question->campaign, NULL, NULL, error);

  return trend != NULL ? tnk_trend_get_n_points (trend) : 0;
}

static guint
list_items (TnkDesk *desk,
            const Question *question,
            GError **error)
{
  g_autoptr (GPtrArray) items = tnk_desk_list_items (desk, question->campaign, NULL, question->control, NULL, NULL, error);

  return items != NULL ? items->len : 0;
}

static guint
list_comments (TnkDesk *desk,
               const Question *question,
               GError **error)
{
  g_autoptr (GPtrArray) items = tnk_desk_list_comments (desk, question->campaign, question->department, NULL, NULL, error);

  return items != NULL ? items->len : 0;
}

static const struct
{
  const char *name;
  guint (*ask) (TnkDesk *desk, const Question *question, GError **error);
} parts[] = {
  {"whole", open_whole},
  {"department", open_department},
  {"trend", load_trend},
  {"items", list_items},
  {"comments", list_comments},
};

/* A desk of its own for each part, so that none finds what another one counted. */
static void
measure (TnkStore *store,
         const char *person,
         const Question *question,
         guint part)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkDesk) desk = tnk_desk_new (store, person, &error);

  for (guint turn = 0; desk != NULL && turn < 2; turn++) {
    g_autofree char *name = g_strconcat (parts[part].name, turn > 0 ? ".again" : "", NULL);
    BenchClock start = bench_clock_now ();
    guint n = parts[part].ask (desk, question, &error);

    if (error != NULL)
      break;
    bench_clock_print (start, name);
    printf ("%s.n=%u\n", name, n);
  }
  if (error != NULL)
    fail (error);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  BenchClock start;

  setlocale (LC_ALL, "");
  if (argc < 6) {
    g_printerr ("usage: bench-desk STORE CAMPAIGN PERSON DEPARTMENT CONTROL\n");
    return 2;
  }
  const Question question = {argv[2], argv[4], argv[5]};

  start = bench_clock_now ();
  store = tnk_store_open (argv[1], "bench", &error);
  /* The terminal read the catalog when somebody signed in. */
  campaign = store != NULL ? tnk_store_load_campaign (store, argv[2], &error) : NULL;
  if (campaign == NULL)
    fail (error);
  bench_clock_print (start, "open");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    measure (store, argv[3], &question, i);
  return 0;
}
