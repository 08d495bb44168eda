/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-report.h"

#include "ctl-coverage.h"
#include "ctl-table.h"

static char *by = NULL;
static char *against = NULL;
static char *output = NULL;
static char *department = NULL;
static char *person = NULL;
static char *classification = NULL;
static char *audit = NULL;

/* --- scores --- */

#define N_COUNTS 9

/* The columns that scripts read: every figure unrounded, every count by itself. */
static GPtrArray *
list_columns (GPtrArray *rates,
              gboolean by_campaign)
{
  static const char *const of_campaign[] = {"campaign", "title", "score", "grade", NULL};
  static const char *const of_scope[] = {"scope", "id", "name", "score", "grade", NULL};
  const char *const *before = by_campaign ? of_campaign : of_scope;
  static const char *const after[N_COUNTS] = {"items", "answered", "implemented", "partial", "not_implemented",
                                              "not_applicable", "excepted", "controls", "controls_full"};
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; before[i] != NULL; i++)
    g_ptr_array_add (columns, g_strdup (before[i]));
  for (guint i = 0; i < rates->len; i++)
    g_ptr_array_add (columns, g_strdup_printf ("%s_rate", tnk_rate_get_id (g_ptr_array_index (rates, i))));
  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    g_ptr_array_add (columns, g_strdup (after[i]));
  g_ptr_array_add (columns, NULL);
  return columns;
}

static void
add_score (CtlTable *table,
           TnkScore *score,
           GPtrArray *rates,
           GPtrArray *columns)
{
  char grade[2] = {tnk_score_get_grade (score), '\0'};
  guint first = columns->len - 1 - N_COUNTS;

  ctl_table_add_figure (table, tnk_score_get_score (score));
  ctl_table_add_text (table, grade[0] != '\0' ? grade : NULL);
  for (guint i = 0; i < rates->len; i++) {
    double percent = G_MAXDOUBLE;
    gboolean defined = tnk_rate_of (g_ptr_array_index (rates, i), score, &percent, NULL, NULL);
    ctl_table_add_figure (table, defined ? percent : CTL_NO_FIGURE);
  }
  for (guint i = first; g_ptr_array_index (columns, i) != NULL; i++)
    ctl_table_add_int (table, tnk_score_get_count (score, g_ptr_array_index (columns, i)));
}

/* campaigns: of each score, where they differ; else NULL. */
static void
print_for_scripts (CtlCall *call,
                   GPtrArray *scores,
                   GPtrArray *campaigns,
                   GPtrArray *rates)
{
  g_autoptr (GPtrArray) columns = list_columns (rates, campaigns != NULL);
  g_autoptr (CtlTable) table = ctl_table_new ((const char *const *) columns->pdata);

  for (guint i = 0; i < scores->len; i++) {
    TnkScore *score = g_ptr_array_index (scores, i);

    ctl_table_begin_row (table);
    if (campaigns == NULL)
      ctl_table_add_text (table, tnk_scope_kind_to_string (tnk_score_get_scope (score)));
    ctl_table_add_text (table, campaigns != NULL ? tnk_campaign_get_id (campaigns->pdata[i]) : tnk_score_get_id (score));
    ctl_table_add_text (table, campaigns != NULL ? tnk_campaign_get_title (campaigns->pdata[i]) : tnk_score_get_name (score));
    add_score (table, score, rates, columns);
  }
  ctl_table_print (table, call->format);
}

static GPtrArray *
list_columns_for_people (CtlCall *call,
                         GPtrArray *rates,
                         gboolean by_campaign)
{
  GPtrArray *columns = g_ptr_array_new ();

  g_ptr_array_add (columns, (gpointer) (by_campaign ? "campaign" : "id"));
  g_ptr_array_add (columns, (gpointer) (by_campaign ? "title" : "name"));
  g_ptr_array_add (columns, (gpointer) "score");
  g_ptr_array_add (columns, (gpointer) "grade");
  for (guint i = 0; i < rates->len; i++) {
    g_ptr_array_add (columns, (gpointer) ctl_text (call, tnk_rate_get_name (g_ptr_array_index (rates, i))));
    g_ptr_array_add (columns, (gpointer) "n/N");
  }
  g_ptr_array_add (columns, (gpointer) "gaps");
  g_ptr_array_add (columns, NULL);
  return columns;
}

/* For people: n/N stands beside every figure, and the gaps beside the score. */
static void
add_for_people (CtlTable *table,
                const char *id,
                const char *name,
                TnkScore *score,
                GPtrArray *rates)
{
  char grade[2] = {tnk_score_get_grade (score), '\0'};

  ctl_table_begin_row (table);
  ctl_table_add_text (table, id);
  ctl_table_add_text (table, name);
  ctl_table_add_figure (table, tnk_score_get_score (score));
  ctl_table_add_text (table, grade[0] != '\0' ? grade : "–");
  for (guint r = 0; r < rates->len; r++) {
    gint64 above, below;
    double percent;
    gboolean defined = tnk_rate_of (g_ptr_array_index (rates, r), score, &percent, &above, &below);
    g_autofree char *share = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, above, below);

    ctl_table_add_figure (table, defined ? percent : CTL_NO_FIGURE);
    ctl_table_add_text (table, share);
  }
  ctl_table_add_int (table, tnk_score_get_count (score, "controls_gap"));
}

void
ctl_print_scores (CtlCall *call,
                  GPtrArray *scores,
                  GPtrArray *rates)
{
  g_autoptr (GPtrArray) columns = list_columns_for_people (call, rates, FALSE);
  g_autoptr (CtlTable) table = ctl_table_new ((const char *const *) columns->pdata);

  for (guint i = 0; i < scores->len; i++) {
    TnkScore *score = g_ptr_array_index (scores, i);
    add_for_people (table, tnk_score_get_id (score), tnk_score_get_name (score), score, rates);
  }
  ctl_table_print (table, call->format);
}

static int
run_score (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"by", 0, 0, G_OPTION_ARG_STRING, &by, "organisation (as without), department, chapter, section, role or control", "SCOPE"},
    {"against", 0, 0, G_OPTION_ARG_STRING, &against, "Instead: what the answers say about another catalog", "CATALOG"},
    {NULL}};
  TnkScopeKind kind = TNK_SCOPE_KIND_ORGANISATION;
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkTally) tally = NULL;
  g_autoptr (GPtrArray) rates = NULL;
  g_autoptr (GPtrArray) scores = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (by != NULL && against != NULL)
    return ctl_usage (call, "--by and --against do not go together; take one of them");
  if (by != NULL && !tnk_scope_kind_from_string (by, &kind))
    return ctl_usage (call, "--by=%s is not known; use organisation, department, chapter, section, role or control", by);
  rates = tnk_rate_load_default (&error);
  store = rates != NULL ? ctl_open_store (ctl_argument (call, 0), &error) : NULL;
  tally = store != NULL ? tnk_store_tally (store, ctl_argument (call, 1), NULL, &error) : NULL;
  if (tally == NULL)
    return ctl_fail (error);
  if (against != NULL)
    return ctl_coverage_print (call, tally, against);
  scores = tnk_tally_score_all (tally, kind, call->language);
  if (call->format == CTL_FORMAT_TABLE)
    ctl_print_scores (call, scores, rates);
  else
    print_for_scripts (call, scores, NULL, rates);
  return CTL_DONE;
}

/* --- the trend --- */

static void
print_trend (CtlCall *call,
             TnkTrend *trend,
             GPtrArray *rates)
{
  g_autoptr (GPtrArray) scores = g_ptr_array_new (), campaigns = g_ptr_array_new ();
  g_autoptr (GPtrArray) columns = list_columns_for_people (call, rates, TRUE);
  g_autoptr (CtlTable) table = ctl_table_new ((const char *const *) columns->pdata);

  for (guint i = 0; i < tnk_trend_get_n_points (trend); i++) {
    g_ptr_array_add (scores, tnk_trend_get_score (trend, i));
    g_ptr_array_add (campaigns, tnk_trend_get_campaign (trend, i));
  }
  if (call->format != CTL_FORMAT_TABLE) {
    print_for_scripts (call, scores, campaigns, rates);
    return;
  }
  for (guint i = 0; i < scores->len; i++)
    add_for_people (table, tnk_campaign_get_id (campaigns->pdata[i]), tnk_campaign_get_title (campaigns->pdata[i]), scores->pdata[i], rates);
  ctl_table_print (table, call->format);
}

/* One control, followed back by the revision maps. From a campaign that is marked the control asks something else. */
static int
print_control_trend (CtlCall *call,
                     TnkTrend *trend,
                     const char *id)
{
  static const char *const columns[] = {"campaign", "title", "control", "score", "asked", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);
  guint n = tnk_trend_get_n_points (trend);
  TnkCampaign *last = tnk_trend_get_campaign (trend, n - 1);
  TnkControl *now = tnk_catalog_lookup_control (tnk_campaign_get_catalog (last), id);
  g_autoptr (GError) error = NULL;

  if (now == NULL) {
    g_set_error (&error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the catalog of the campaign “%s” has no control “%s”; see “tenkenctl catalog show”",
                 tnk_campaign_get_id (last), id);
    return ctl_fail (error);
  }
  for (guint i = 0; i < n; i++) {
    TnkScore *score = tnk_trend_get_control_score (trend, i, tnk_control_get_index (now));

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_campaign_get_id (tnk_trend_get_campaign (trend, i)));
    ctl_table_add_text (table, tnk_campaign_get_title (tnk_trend_get_campaign (trend, i)));
    ctl_table_add_text (table, score != NULL ? tnk_score_get_id (score) : NULL);
    ctl_table_add_figure (table, score != NULL ? tnk_score_get_score (score) : CTL_NO_FIGURE);
    ctl_table_add_text (table, tnk_trend_is_broken (trend, i, tnk_control_get_index (now)) ? "anew" : "");
  }
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static int
run_trend (CtlCall *call)
{
  static char *control = NULL;
  const GOptionEntry entries[] = {
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "Only a department with all below it", "ID"},
    {"control", 0, 0, G_OPTION_ARG_STRING, &control, "The score of one control, followed back to what it was in each campaign", "ID"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) rates = NULL;
  g_autoptr (GPtrArray) tallies = NULL;
  g_autoptr (TnkTrend) trend = NULL;
  g_autoptr (GError) error = NULL;
  TnkBody *body;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  rates = tnk_rate_load_default (&error);
  store = rates != NULL ? ctl_open_store (ctl_argument (call, 0), &error) : NULL;
  tallies = store != NULL ? tnk_store_list_tallies (store, ctl_argument (call, 1), NULL, &error) : NULL;
  if (tallies == NULL)
    return ctl_fail (error);
  body = tnk_tally_get_body (tallies->pdata[tallies->len - 1]);
  if (department != NULL && tnk_body_lookup_department (body, department) == NULL) {
    g_set_error (&error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign “%s” has no department “%s”; see “tenkenctl score --by=department”",
                 ctl_argument (call, 1), department);
    return ctl_fail (error);
  }
  trend = tnk_trend_new (tallies, department);
  if (control != NULL)
    return print_control_trend (call, trend, control);
  print_trend (call, trend, rates);
  return CTL_DONE;
}

/* --- workbooks --- */

static int
report_written (const char *filename,
                guint64 n_cells)
{
  ctl_progress_end ();
  g_print ("%s: %" G_GUINT64_FORMAT " cells were written\n", filename, n_cells);
  return CTL_DONE;
}

static int export(CtlCall *call,
                  const GOptionEntry *entries,
                  const char *const *needed,
                  const char *needed_name,
                  gboolean (*write) (TnkStore *store, const char *campaign, const char *what, guint64 *n_cells, GError **error))
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (output == NULL)
    return ctl_usage (call, "-o FILE.xlsx is needed");
  if (needed != NULL && *needed == NULL)
    return ctl_usage (call, "--%s is needed", needed_name);
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !ctl_check_output (store, output, &error) ||
      !write (store, ctl_argument (call, 1), needed != NULL ? *needed : NULL, &n_cells, &error))
    return ctl_fail (error);
  return report_written (output, n_cells);
}

static gboolean
write_scorecard (TnkStore *store,
                 const char *campaign,
                 const char *what,
                 guint64 *n_cells,
                 GError **error)
{
  return tnk_export_scorecard (store, campaign, classification, output, ctl_progress, (gpointer) "writing the scorecard", NULL, n_cells, error);
}

static gboolean
write_department (TnkStore *store,
                  const char *campaign,
                  const char *what,
                  guint64 *n_cells,
                  GError **error)
{
  return tnk_export_department (store, campaign, what, output, ctl_progress, (gpointer) "writing the workbook", NULL, n_cells, error);
}

static gboolean
write_person (TnkStore *store,
              const char *campaign,
              const char *what,
              guint64 *n_cells,
              GError **error)
{
  return tnk_export_person (store, campaign, what, output, n_cells, error);
}

static gboolean
write_audit (TnkStore *store,
             const char *campaign,
             const char *what,
             guint64 *n_cells,
             GError **error)
{
  return tnk_export_audit (store, campaign, audit, classification, output, ctl_progress, (gpointer) "writing the workbook", NULL, n_cells, error);
}

#define OUTPUT_ENTRY \
  { \
    "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, "The workbook to write", "FILE.xlsx" \
  }

static int
run_scorecard (CtlCall *call)
{
  const GOptionEntry entries[] = {
    OUTPUT_ENTRY,
    {"classification", 0, 0, G_OPTION_ARG_STRING, &classification, "The mark in the header; else 機密性２", "MARK"},
    {NULL}};

  return export(call, entries, NULL, NULL, write_scorecard);
}

static int
run_department (CtlCall *call)
{
  const GOptionEntry entries[] = {
    OUTPUT_ENTRY,
    {"department", 0, 0, G_OPTION_ARG_STRING, &department, "The department", "ID"},
    {NULL}};

  return export(call, entries, (const char *const *) &department, "department", write_department);
}

static int
run_person (CtlCall *call)
{
  const GOptionEntry entries[] = {
    OUTPUT_ENTRY,
    {"person", 0, 0, G_OPTION_ARG_STRING, &person, "The staff number", "PERSON"},
    {NULL}};

  return export(call, entries, (const char *const *) &person, "person", write_person);
}

static int
run_audit (CtlCall *call)
{
  const GOptionEntry entries[] = {
    OUTPUT_ENTRY,
    {"audit", 0, 0, G_OPTION_ARG_STRING, &audit, "The audit; else the newest", "AUDIT"},
    {"classification", 0, 0, G_OPTION_ARG_STRING, &classification, "The mark in the header; else 機密性２", "MARK"},
    {NULL}};

  return export(call, entries, NULL, NULL, write_audit);
}

const CtlCommand ctl_report_commands[] = {
  {"score", "[--by=SCOPE | --against=CATALOG] [OPTION…] STORE ID", "Print scores and rates", run_score},
  {"trend", "[--department=D] [OPTION…] STORE ID", "Print how the figures went from campaign to campaign", run_trend},
  {"export scorecard", "STORE ID -o FILE.xlsx [OPTION…]", "Write the committee’s workbook", run_scorecard},
  {"export department", "STORE ID --department=D -o FILE.xlsx", "Write a department’s workbook", run_department},
  {"export audit", "STORE ID -o FILE.xlsx [--audit=A]", "Write the report of an audit", run_audit},
  {"export person", "STORE ID --person=P -o FILE.xlsx", "Write a person’s receipt", run_person},
  {NULL}};
