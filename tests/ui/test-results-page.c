/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <string.h>

#include "tenken-control-view.h"
#include "tenken-figure.h"
#include "tenken-format.h"
#include "tenken-manager-home.h"
#include "tenken-plan-page.h"
#include "tenken-results-page.h"
#include "tenken-results-tabs.h"
#include "tenken-table.h"
#include "tnk-ui-desk.h"

/* Results at a manager's desk in the city of the demonstration: the figures are those of the library, and each of them opens
 * what it is made of. */

#define CAMPAIGN "2026"
#define CONTROL "5.1-1-1"

static TnkUi ui;

static TnkStore *
get_store (void)
{
  return tnk_ui_get_store (&ui, TNK_UI_DEMO);
}

static void
open_page (TnkRights office,
           const char *place)
{
  tnk_ui_open (&ui, TNK_UI_DEMO, "en", FALSE);
  tnk_ui_desk_open (&ui, office, place);
}

static GtkWidget *
get_page (void)
{
  return GTK_WIDGET (tnk_ui_desk_get_page (&ui));
}

static const char *
get_department (void)
{
  return tenken_desk_get_department_id (tnk_ui_desk_get (&ui));
}

/* What the library says without any desk. */
static TnkTally *
count (int *department)
{
  g_autoptr (GError) error = NULL;
  TnkTally *tally = tnk_store_tally (get_store (), CAMPAIGN, NULL, &error);

  g_assert_no_error (error);
  *department = tnk_department_get_index (tnk_body_lookup_department (tnk_tally_get_body (tally), get_department ()));
  return tally;
}

static void
open_target (const char *target)
{
  GtkWidget *inside = tnk_ui_find (get_page (), TENKEN_TYPE_RESULTS_TABS);

  g_assert_true (gtk_widget_activate_action (inside, "results.open", "s", target));
  tnk_ui_desk_settle (&ui);
}

/* The table that is seen, of those on the page. */
static GtkWidget *
find_table (GtkWidget *below)
{
  if (TENKEN_IS_TABLE (below) && gtk_widget_get_mapped (below))
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_table (child);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static GListModel *
get_rows (void)
{
  GtkWidget *table = find_table (get_page ());

  g_assert_nonnull (table);
  return tenken_table_get_seen (TENKEN_TABLE (table));
}

static guint
count_rows (void)
{
  return g_list_model_get_n_items (get_rows ());
}

static gboolean
has_figure (GtkWidget *below,
            const char *words)
{
  if (TENKEN_IS_FIGURE (below) && strstr (tenken_figure_describe (TENKEN_FIGURE (below)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_figure (child, words))
      return TRUE;
  return FALSE;
}

static GtkWidget *
find_label (GtkWidget *below,
            const char *words)
{
  if (GTK_IS_LABEL (below) && strstr (gtk_label_get_text (GTK_LABEL (below)), words) != NULL)
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_label (child, words);
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* --- the tests --- */

static void
test_figures (void)
{
  g_autoptr (TnkTally) tally = NULL;
  g_autoptr (TnkScore) score = NULL;
  g_autofree char *points = NULL, *gaps = NULL, *rate = NULL;
  int department;

  open_page (TNK_RIGHTS_DEPARTMENT, "results");
  tally = count (&department);
  score = tnk_tally_score_department (tally, department);
  points = tnk_format_figure (tnk_score_get_score (score));
  gaps = g_strdup_printf ("Gaps: %d", (int) tnk_score_get_count (score, "controls_gap"));
  rate = g_strdup_printf ("%d/%d", (int) tnk_score_get_count (score, "people_submitted"), (int) tnk_score_get_count (score, "people_asked"));
  g_assert_true (has_figure (get_page (), points));
  g_assert_true (has_figure (get_page (), gaps));
  g_assert_true (has_figure (get_page (), rate));
  g_assert_true (has_figure (get_page (), "last time"));
  g_assert_false (has_figure (get_page (), "Gaps: 0"));
  tnk_ui_close (&ui);
}

static void
test_gaps (void)
{
  g_autoptr (TnkTally) tally = NULL;
  g_autoptr (GPtrArray) gaps = NULL;
  int department;

  open_page (TNK_RIGHTS_DEPARTMENT, "results");
  tally = count (&department);
  gaps = tnk_gap_list (tally, department);
  open_target ("gaps");
  g_assert_cmpuint (count_rows (), ==, gaps->len);
  for (guint i = 0; i < gaps->len; i++) {
    g_autoptr (TenkenResultsRow) row = g_list_model_get_item (get_rows (), i);
    TnkCounts counts;

    tnk_gap_get_counts (gaps->pdata[i], &counts);
    g_assert_cmpstr (row->id, ==, tnk_control_get_id (tnk_gap_get_control (gaps->pdata[i])));
    g_assert_cmpmem (&row->counts, sizeof counts, &counts, sizeof counts);
  }
  tnk_ui_close (&ui);
}

/* A chapter leads to its controls alone, and from there to all again. */
static void
test_chapter (void)
{
  guint all, some;

  open_page (TNK_RIGHTS_DEPARTMENT, "results/controls");
  all = count_rows ();
  open_target ("chapter/5");
  some = count_rows ();
  g_assert_cmpuint (some, >, 0);
  g_assert_cmpuint (some, <, all);
  for (guint i = 0; i < some; i++) {
    g_autoptr (TenkenResultsRow) row = g_list_model_get_item (get_rows (), i);
    g_assert_true (g_str_has_prefix (row->id, "5."));
  }
  tnk_ui_close (&ui);
}

/* From a control to the answers that it is made of, and back. */
static void
test_control (void)
{
  g_autoptr (TnkTally) tally = NULL;
  TnkControl *control;
  TnkCounts counts;
  guint values[TNK_N_ANSWER_VALUES] = {0};
  int department;

  open_page (TNK_RIGHTS_DEPARTMENT, "results/control/" CONTROL);
  tally = count (&department);
  control = tnk_catalog_lookup_control (tnk_campaign_get_catalog (tnk_tally_get_campaign (tally)), CONTROL);
  tnk_tally_count_control (tally, department, -1, tnk_control_get_index (control), &counts);
  g_assert_cmpuint (count_rows (), ==, counts.items);
  for (guint i = 0; i < counts.items; i++) {
    g_autoptr (TnkItem) item = g_list_model_get_item (get_rows (), i);

    g_assert_nonnull (tnk_item_get_person_name (item));
    values[tnk_item_get_answer (item)]++;
  }
  g_assert_cmpuint (values[TNK_ANSWER_VALUE_IMPLEMENTED], ==, counts.implemented);
  g_assert_cmpuint (values[TNK_ANSWER_VALUE_PARTIAL], ==, counts.partial);
  g_assert_cmpuint (values[TNK_ANSWER_VALUE_NOT_IMPLEMENTED], ==, counts.not_implemented);

  gtk_widget_activate_action (tnk_ui_find (get_page (), TENKEN_TYPE_CONTROL_VIEW), "results.back", NULL);
  g_assert_null (find_table (tnk_ui_find (get_page (), TENKEN_TYPE_CONTROL_VIEW)));
  tnk_ui_close (&ui);
}

/* Where a campaign shows counts only, a manager finds no name, and no single answer, anywhere on the page. */
static void
test_counts_only (void)
{
  g_autoptr (GError) error = NULL;
  guint n;

  g_assert_true (tnk_store_set_visibility (get_store (), CAMPAIGN, TNK_VISIBILITY_COUNTS, &error));
  g_assert_no_error (error);
  open_page (TNK_RIGHTS_DEPARTMENT, "results/control/" CONTROL);
  n = count_rows ();
  open_target ("comments");
  gtk_widget_activate_action (tnk_ui_find (get_page (), TENKEN_TYPE_CONTROL_VIEW), "results.back", NULL);
  tnk_ui_desk_settle (&ui);
  g_assert_cmpuint (count_rows (), >, n);
  for (guint i = 0; i < count_rows (); i++) {
    g_autoptr (TnkItem) item = g_list_model_get_item (get_rows (), i);

    g_assert_null (tnk_item_get_person_id (item));
    g_assert_null (tnk_item_get_person_name (item));
    g_assert_null (tnk_item_get_department (item));
    g_assert_cmpint (tnk_item_get_answer (item), ==, TNK_ANSWER_VALUE_UNANSWERED);
    g_assert_nonnull (tnk_item_get_comment (item));
  }
  tnk_ui_close (&ui);
  g_assert_true (tnk_store_set_visibility (get_store (), CAMPAIGN, TNK_VISIBILITY_NAMES, &error));
  g_assert_no_error (error);
}

/* --- the first page of a manager --- */

static const char *
find_place (GArray *steps,
            const char *words)
{
  for (guint i = 0; i < steps->len; i++)
    if (strstr (g_array_index (steps, TenkenManagerStep, i).text, words) != NULL)
      return g_array_index (steps, TenkenManagerStep, i).place;
  return NULL;
}

static gpointer
load_home (TnkDesk *desk,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  return tenken_manager_home_load (desk, data, cancellable, error);
}

static void
take_home (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(gpointer *) user_data = tnk_session_call_finish (TNK_SESSION (source), result, &error);
  g_assert_no_error (error);
}

static gboolean
has_come (gpointer user_data)
{
  return *(gpointer *) user_data != NULL;
}

static void
test_home (void)
{
  g_autoptr (TenkenManagerHome) home = NULL;
  g_autoptr (GArray) steps = NULL, then = NULL;
  g_autofree char *missing = NULL;

  open_page (TNK_RIGHTS_DEPARTMENT, "home");
  tnk_session_call_async (ui.session, load_home, tenken_desk_query_new (tnk_ui_desk_get (&ui)), tenken_desk_query_free, tenken_manager_home_free,
                          NULL, take_home, &home);
  tnk_ui_wait (has_come, &home, "what the page is about");
  steps = tenken_manager_home_list_steps (home);
  missing = g_strdup_printf ("%u people have not handed in", home->counts.not_begun + home->counts.draft);
  g_assert_cmpuint (home->counts.asked, >, tnk_turnout_counts_get_handed_in (&home->counts));
  g_assert_cmpstr (find_place (steps, missing), ==, "turnout/missing");
  g_assert_cmpstr (find_place (steps, "wait to be accepted"), ==, "turnout/submitted");
  g_assert_cmpstr (find_place (steps, "gaps were found"), ==, "plan");
  g_assert_null (find_place (steps, "Everybody"));

  home->counts = (TnkTurnoutCounts){.asked = 3, .accepted = 3};
  g_ptr_array_set_size (home->unfinished, 0);
  g_ptr_array_add (home->unfinished, tnk_unfinished_new (CAMPAIGN, 5, 2));
  g_ptr_array_add (home->unfinished, tnk_unfinished_new ("2025", 9, 4)); /* says so by itself */
  then = tenken_manager_home_list_steps (home);
  g_assert_cmpstr (find_place (then, "2 actions of the plan are overdue"), ==, "plan/overdue");
  g_assert_cmpstr (find_place (then, "Everybody"), ==, "turnout");
  g_assert_null (find_place (then, "have not handed in"));
  tnk_ui_close (&ui);
}

/* A button below whose words hold these. */
static GtkWidget *
find_button (GtkWidget *below,
             const char *words)
{
  GtkWidget *label = GTK_IS_BUTTON (below) ? find_label (below, words) : NULL;

  if (label != NULL)
    return below;
  for (GtkWidget *child = gtk_widget_get_first_child (below); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_button (child, words);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
assert_leads_to_earlier_plan (TnkRights office,
                              const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkUnfinished) left = NULL;
  g_autofree char *late = NULL;
  GtkWidget *button;

  open_page (office, place);
  left = tnk_store_count_unfinished (get_store (), "2025", get_department (), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tnk_unfinished_get_n_overdue (left), >, 0);
  late = g_strdup_printf ("%u of them", tnk_unfinished_get_n_overdue (left));
  button = find_button (get_page (), late);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  tnk_ui_desk_settle (&ui);
  g_assert_cmpstr (tenken_desk_get_campaign_id (tnk_ui_desk_get (&ui)), ==, "2025");
  g_assert_true (TENKEN_IS_PLAN_PAGE (get_page ()));
  g_assert_cmpuint (count_rows (), ==, tnk_unfinished_get_n_overdue (left));
  g_assert_null (find_button (get_page (), "not finished"));
  tnk_ui_close (&ui);
}

/* While this year’s campaign is looked at, last year’s promises stand. */
static void
test_earlier_plan (void)
{
  assert_leads_to_earlier_plan (TNK_RIGHTS_DEPARTMENT, "home");
  assert_leads_to_earlier_plan (TNK_RIGHTS_DEPARTMENT, "plan");
  assert_leads_to_earlier_plan (TNK_RIGHTS_COMMITTEE, "home");
  assert_leads_to_earlier_plan (TNK_RIGHTS_SECRETARIAT, "plan");
}

/* What is to be done leads to those whom it is about. */
static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkTurnout) turnout = NULL;
  TnkTurnoutCounts counts;

  open_page (TNK_RIGHTS_DEPARTMENT, "turnout/missing");
  turnout = tnk_store_load_turnout (get_store (), CAMPAIGN, get_department (), FALSE, NULL, &error);
  g_assert_no_error (error);
  tnk_turnout_count (turnout, tnk_turnout_get_department (turnout), &counts);
  g_assert_cmpuint (counts.submitted, >, 0);
  g_assert_cmpuint (count_rows (), ==, counts.not_begun + counts.draft);
  tenken_desk_go (tnk_ui_desk_get (&ui), "turnout/submitted");
  tnk_ui_desk_settle (&ui);
  g_assert_cmpuint (count_rows (), ==, counts.submitted);
  tnk_ui_close (&ui);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  tnk_ui_init (&ui);
  g_test_add_func ("/Tenken/ResultsPage/figures", test_figures);
  g_test_add_func ("/Tenken/ResultsPage/gaps", test_gaps);
  g_test_add_func ("/Tenken/ResultsPage/chapter", test_chapter);
  g_test_add_func ("/Tenken/ResultsPage/control", test_control);
  g_test_add_func ("/Tenken/ResultsPage/counts-only", test_counts_only);
  g_test_add_func ("/Tenken/ManagerHome/steps", test_home);
  g_test_add_func ("/Tenken/ManagerHome/earlier-plan", test_earlier_plan);
  g_test_add_func ("/Tenken/ManagerHome/missing", test_missing);
  result = g_test_run ();
  tnk_ui_clear (&ui);
  return result;
}
