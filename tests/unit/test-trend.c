/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-trend.h"

#include "tnk-test-tally.h"

static TnkCatalog *
edition (const char *from,
         const char *to)
{
  g_autofree char *filename = tnk_test_fixture ("small-catalog.json");
  g_autofree char *text = tnk_test_read (filename);
  g_autofree char *changed = from != NULL ? tnk_test_replace (text, from, to) : g_strdup (text);
  g_autoptr (GError) error = NULL;
  TnkCatalog *catalog = tnk_catalog_load_data ("small", changed, -1, NULL, &error);

  g_assert_no_error (error);
  return catalog;
}

/* Ten people of d1 answer 2.1-1, so many of them well; consumes nothing. */
static TnkTally *
round_of (TnkCatalog *catalog,
          const char *id,
          guint n_departments,
          guint n_well)
{
  static const int parents[] = {-1, 0, 0, 2};
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new (id, catalog);
  g_autoptr (TnkBody) body = tnk_test_body (parents, n_departments);
  TnkTally *tally = tnk_tally_new (campaign, body);

  tnk_test_add_people (tally, 1, "staff", 10, 10);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", IMPLEMENTED, n_well);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", NOT_IMPLEMENTED, 10 - n_well);
  return tally;
}

static TnkTrend *
trend_of (TnkCatalog *first,
          TnkCatalog *second,
          const char *department)
{
  g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (tallies, round_of (first, "2025", 3, 4));
  g_ptr_array_add (tallies, round_of (second, "2026", 4, 9));
  return tnk_trend_new (tallies, department);
}

static guint
index_of (TnkTrend *trend,
          const char *control)
{
  guint last = tnk_trend_get_n_points (trend) - 1;

  return tnk_control_get_index (tnk_catalog_lookup_control (tnk_campaign_get_catalog (tnk_trend_get_campaign (trend, last)), control));
}

static void
test_points (void)
{
  g_autoptr (TnkCatalog) catalog = edition (NULL, NULL);
  g_autoptr (TnkTrend) trend = trend_of (catalog, catalog, NULL);
  guint control = index_of (trend, "2.1-1");

  g_assert_cmpuint (tnk_trend_get_n_points (trend), ==, 2);
  g_assert_cmpstr (tnk_campaign_get_id (tnk_trend_get_campaign (trend, 0)), ==, "2025");
  g_assert_cmpstr (tnk_campaign_get_id (tnk_trend_get_campaign (trend, 1)), ==, "2026");
  g_assert_cmpfloat (tnk_score_get_score (tnk_trend_get_score (trend, 0)), ==, 40);
  g_assert_cmpfloat (tnk_score_get_score (tnk_trend_get_score (trend, 1)), ==, 90);
  g_assert_cmpuint (tnk_score_get_scope (tnk_trend_get_score (trend, 1)), ==, TNK_SCOPE_KIND_ORGANISATION);
  g_assert_cmpfloat (tnk_score_get_score (tnk_trend_get_chapter_score (trend, 0, 1)), ==, 40);
  g_assert_false (tnk_score_is_defined (tnk_trend_get_chapter_score (trend, 0, 0)));
  g_assert_cmpfloat (tnk_score_get_score (tnk_trend_get_control_score (trend, 0, control)), ==, 40);
  g_assert_cmpfloat (tnk_score_get_score (tnk_trend_get_control_score (trend, 1, control)), ==, 90);
  g_assert_null (tnk_trend_get_control_score (trend, 1, index_of (trend, "1.2-1")));
  g_assert_false (tnk_trend_is_broken (trend, 0, control));
  g_assert_false (tnk_trend_is_broken (trend, 1, control));
  g_assert_finalize_object (g_steal_pointer (&trend));
  g_assert_finalize_object (g_steal_pointer (&catalog));
}

static void
test_department (void)
{
  g_autoptr (TnkCatalog) catalog = edition (NULL, NULL);
  g_autoptr (TnkTrend) asked = trend_of (catalog, catalog, "d1");
  g_autoptr (TnkTrend) other = trend_of (catalog, catalog, "d2");
  g_autoptr (TnkTrend) new = trend_of (catalog, catalog, "d3");
  g_autoptr (TnkTrend) none = trend_of (catalog, catalog, "d9");

  g_assert_cmpfloat (tnk_score_get_score (tnk_trend_get_score (asked, 0)), ==, 40);
  g_assert_cmpstr (tnk_score_get_id (tnk_trend_get_score (asked, 0)), ==, "d1");
  g_assert_cmpfloat (tnk_score_get_score (tnk_trend_get_control_score (asked, 1, index_of (asked, "2.1-1"))), ==, 90);
  g_assert_cmpuint (tnk_trend_get_n_points (other), ==, 2);
  g_assert_false (tnk_score_is_defined (tnk_trend_get_score (other, 0)));
  g_assert_cmpuint (tnk_trend_get_n_points (new), ==, 1);
  g_assert_cmpstr (tnk_campaign_get_id (tnk_trend_get_campaign (new, 0)), ==, "2026");
  g_assert_cmpuint (tnk_trend_get_n_points (none), ==, 0);
}

/* Another number in the new edition is no end of the line; another question is a break. */
static void
test_map (void)
{
  g_autoptr (TnkCatalog) old = edition (NULL, NULL), new = tnk_test_next_catalog ();
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new ("2027", new);
  g_autoptr (TnkTally) first = round_of (old, "2026", 3, 4), second = NULL;
  g_autoptr (GPtrArray) tallies = g_ptr_array_new ();
  g_autoptr (TnkTrend) trend = NULL;
  guint control;

  second = tnk_tally_new (campaign, tnk_tally_get_body (first));
  tnk_test_add_people (second, 1, "staff", 10, 10);
  tnk_test_add_answers (second, 1, "2.9-1", "staff", IMPLEMENTED, 7);
  tnk_test_add_answers (second, 1, "2.9-1", "staff", NOT_IMPLEMENTED, 3);
  g_ptr_array_add (tallies, first);
  g_ptr_array_add (tallies, second);
  trend = tnk_trend_new (tallies, NULL);
  control = index_of (trend, "2.9-1");
  g_assert_cmpfloat (tnk_score_get_score (tnk_trend_get_control_score (trend, 0, control)), ==, 40);
  g_assert_cmpfloat (tnk_score_get_score (tnk_trend_get_control_score (trend, 1, control)), ==, 70);
  g_assert_false (tnk_trend_is_broken (trend, 1, control));
  g_assert_true (tnk_trend_is_broken (trend, 1, index_of (trend, "1.1-2")));
  g_assert_false (tnk_trend_is_broken (trend, 0, index_of (trend, "1.1-2")));
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  gboolean compared; /* whether there is a figure of last time at all */
  gboolean broken;
} Revision;

static const Revision revisions[] = {
  {"kept", NULL, NULL, TRUE, FALSE},
  {"reworded", "\"席を立つときに画面を閉じていますか。\"", "\"離席するときに画面を閉じていますか。\"", TRUE, TRUE},
  {"retitled", "\"画面を閉じる\", \"en\": \"Locking the screen\"", "\"画面と書類\", \"en\": \"Screen and papers\"", TRUE, TRUE},
  {"other-control", "\"媒体を鍵のかかる所に置いていますか。\"", "\"媒体を金庫に置いていますか。\"", TRUE, FALSE},
  {"renumbered", "\"clause\": \"2.1 (1)\"", "\"clause\": \"2.1 (9)\"", TRUE, FALSE},
  {"hint", "\"自動で閉じる設定にする。\"", "\"自動で閉じるようにする。\"", TRUE, FALSE},
  {"added", "\"id\": \"2.1-1\"", "\"id\": \"2.1-9\"", FALSE, FALSE},
};

/* The edition of the last campaign, and an earlier one that says it the other way. */
static void
test_revision (gconstpointer data)
{
  const Revision *revision = data;
  g_autoptr (TnkCatalog) old = edition (revision->from, revision->to);
  g_autoptr (TnkCatalog) new = edition (NULL, NULL);
  g_autoptr (TnkTrend) trend = NULL;
  guint control;

  if (!revision->compared) {
    g_autoptr (GPtrArray) tallies = g_ptr_array_new_with_free_func (g_object_unref);
    static const int parents[] = {-1};
    g_autoptr (TnkCampaign) campaign = tnk_campaign_new ("2025", old);
    g_autoptr (TnkBody) body = tnk_test_body (parents, 1);

    g_ptr_array_add (tallies, tnk_tally_new (campaign, body));
    g_ptr_array_add (tallies, round_of (new, "2026", 4, 9));
    trend = tnk_trend_new (tallies, NULL);
  } else
    trend = trend_of (old, new, NULL);
  control = index_of (trend, "2.1-1");
  g_assert_cmpint (tnk_trend_get_control_score (trend, 0, control) != NULL, ==, revision->compared);
  g_assert_nonnull (tnk_trend_get_control_score (trend, 1, control));
  g_assert_cmpint (tnk_trend_is_broken (trend, 1, control), ==, revision->broken);
  g_assert_false (tnk_trend_is_broken (trend, 0, control));
}

static void
test_other_chapter (void)
{
  g_autoptr (TnkCatalog) old = edition ("\"id\": \"2\",", "\"id\": \"3\",");
  g_autoptr (TnkCatalog) new = edition (NULL, NULL);
  g_autoptr (TnkTrend) trend = trend_of (old, new, NULL);

  g_assert_nonnull (tnk_trend_get_chapter_score (trend, 0, 0));
  g_assert_null (tnk_trend_get_chapter_score (trend, 0, 1));
  g_assert_nonnull (tnk_trend_get_chapter_score (trend, 1, 1));
}

static void
test_guards (void)
{
  g_autoptr (TnkCatalog) catalog = edition (NULL, NULL);
  g_autoptr (TnkTrend) trend = trend_of (catalog, catalog, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  tnk_test_expect_critical ();
  g_assert_null (tnk_trend_new (none, NULL));
  tnk_test_expect_critical ();
  g_assert_null (tnk_trend_get_score (trend, 2));
  tnk_test_expect_critical ();
  g_assert_null (tnk_trend_get_chapter_score (trend, 0, 2));
  tnk_test_expect_critical ();
  g_assert_null (tnk_trend_get_control_score (trend, 0, 99));
  tnk_test_expect_critical ();
  g_assert_false (tnk_trend_is_broken (trend, 0, 99));
  g_test_assert_expected_messages ();
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Trend/points", test_points);
  g_test_add_func ("/Tenken/Trend/department", test_department);
  g_test_add_func ("/Tenken/Trend/map", test_map);
  for (guint i = 0; i < G_N_ELEMENTS (revisions); i++) {
    g_autofree char *path = g_strconcat ("/Tenken/Trend/revision/", revisions[i].name, NULL);
    g_test_add_data_func (path, &revisions[i], test_revision);
  }
  g_test_add_func ("/Tenken/Trend/other-chapter", test_other_chapter);
  g_test_add_func ("/Tenken/Trend/guards", test_guards);
  return g_test_run ();
}
