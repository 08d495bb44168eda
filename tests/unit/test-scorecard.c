/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <math.h>
#include <string.h>

#include "tnk-error.h"
#include "tnk-exception.h"
#include "tnk-scorecard.h"
#include "tnk-test-tally.h"
#include "tnk-test-xlsx.h"

#define SHEETS "表紙 総括 部署 章 部署×章 役割 管理策 不備 集計 集計_役割 集計_提出"

static TnkTally *
make_tally (TnkCampaignState state,
            guint good)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (state);
  TnkTally *tally;

  tnk_campaign_set_period (campaign, "2026-10-01", "2026-11-30", NULL);
  tally = tnk_test_tally (campaign);
  tnk_test_add_people (tally, 0, "ciso", 1, 1);
  tnk_test_add_people (tally, 1, "staff", 10, 9);
  tnk_test_add_people (tally, 3, "manager;staff", 2, 1);
  tnk_test_add_answers (tally, 0, "1.1-1", "ciso", IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", IMPLEMENTED, good);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", PARTIAL, 9 - good);
  tnk_test_add_answers (tally, 3, "1.1-2", "manager", NOT_IMPLEMENTED, 1);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", NOT_APPLICABLE, 2);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", IMPLEMENTED, 7);
  return tally;
}

static char *
write_to (TnkScorecard *scorecard,
          const char *name)
{
  g_autofree char *dir = tnk_test_dir ();
  char *file = g_build_filename (dir, name, NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  tnk_scorecard_set_made_on (scorecard, "2026-11-21");
  g_assert_true (tnk_scorecard_write (scorecard, file, NULL, NULL, NULL, &n_cells, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, >, 500);
  g_assert_cmpuint (tnk_test_count_entries (dir), ==, 1);
  return file;
}

static void
assert_cell (const char *file,
             const char *sheet,
             const char *cell,
             const char *expected)
{
  g_autofree char *xml = tnk_test_xlsx_sheet (file, sheet);
  g_autofree char *found = tnk_test_xlsx_cell (xml, cell);

  g_assert_cmpstr (found, ==, expected);
}

/* A figure that must be a formula, and whose stored result must be what the library says. */
static void
assert_figure (const char *file,
               const char *sheet,
               const char *cell,
               double expected)
{
  g_autofree char *xml = tnk_test_xlsx_sheet (file, sheet);
  g_autofree char *formula = tnk_test_xlsx_formula (xml, cell);
  g_autofree char *found = tnk_test_xlsx_cell (xml, cell);

  g_assert_nonnull (formula);
  g_assert_nonnull (found);
  if (found != NULL)
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (found, NULL), expected, 1e-9);
}

static void
test_figures (void)
{
  for (guint closed = 0; closed < 2; closed++) {
    g_autoptr (TnkTally) tally = make_tally (closed ? TNK_CAMPAIGN_STATE_CLOSED : TNK_CAMPAIGN_STATE_OPEN, 6);
    g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);
    g_autoptr (TnkScore) whole = tnk_tally_score_organisation (tally);
    g_autoptr (TnkScore) chapter = tnk_tally_score_chapter (tally, 0);
    g_autofree char *file = write_to (scorecard, "scorecard.xlsx");
    g_autofree char *sheets = tnk_test_xlsx_sheets (file);

    g_assert_cmpstr (sheets, ==, SHEETS);
    assert_figure (file, "総括", "A5", tnk_score_get_score (whole));
    assert_figure (file, "部署", "C5", tnk_score_get_score (whole));
    assert_figure (file, "章", "C5", tnk_score_get_score (chapter));
    assert_figure (file, "部署×章", "C4", tnk_score_get_score (chapter));
    assert_figure (file, "総括", "G5", tnk_score_get_count (whole, "controls_gap"));
    assert_cell (file, "総括", "D5", "–");
  }
}

/* The fixture’s critical control is fully kept; one whose CISO does not keep it caps the grade. */
static void
test_critical (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_OPEN);
  g_autoptr (TnkTally) tally = tnk_test_tally (campaign);
  g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);

  tnk_test_add_people (tally, 0, "ciso", 1, 1);
  tnk_test_add_people (tally, 1, "staff", 100, 100);
  tnk_test_add_answers (tally, 0, "1.1-1", "ciso", PARTIAL, 1);
  tnk_test_add_answers (tally, 1, "2.1-1", "staff", IMPLEMENTED, 100);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", IMPLEMENTED, 100);

  g_autofree char *file = write_to (scorecard, "scorecard.xlsx");
  g_autoptr (TnkScore) whole = tnk_tally_score_organisation (tally);
  g_assert_cmpint (tnk_score_get_grade (whole), ==, 'C');
  assert_cell (file, "総括", "B5", "C 要改善");
  assert_figure (file, "総括", "H5", 1);
}

static void
test_previous (void)
{
  g_autoptr (TnkTally) tally = make_tally (TNK_CAMPAIGN_STATE_OPEN, 6);
  g_autoptr (TnkTally) previous = make_tally (TNK_CAMPAIGN_STATE_CLOSED, 2);
  g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);
  g_autoptr (TnkScore) now = tnk_tally_score_organisation (tally);
  g_autoptr (TnkScore) before = tnk_tally_score_organisation (previous);

  tnk_scorecard_set_previous (scorecard, previous);
  g_autofree char *file = write_to (scorecard, "scorecard.xlsx");
  assert_figure (file, "総括", "F5", tnk_score_get_score (now) - tnk_score_get_score (before));
  assert_figure (file, "部署", "F5", tnk_score_get_score (now) - tnk_score_get_score (before));
}

/* A body in which nobody is asked anything still has a scorecard, without a figure and without an error. */
static void
test_nobody (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  g_autoptr (TnkTally) tally = tnk_test_tally (campaign);
  g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);
  g_autofree char *file = write_to (scorecard, "scorecard.xlsx");

  assert_cell (file, "総括", "A5", "–");
  assert_cell (file, "総括", "B5", "–");
  assert_cell (file, "不備", "A4", "不備のある管理策はありません。");
}

static void
add_exception (GPtrArray *list,
               const char *control,
               const char *department,
               const char *starts,
               const char *ends)
{
  g_ptr_array_add (list, tnk_exception_new (control, department, "=理由", "別の方法", starts, ends, "p1", "p2"));
}

/* The day of the workbook is 2026-11-21: the first and the last day belong to an exception. */
static void
test_exceptions (void)
{
  static const char *const expected[][3] = {{"D4", "部署0", "有効"}, {"D5", "部署3", "有効"}, {"D6", "部署1", "開始前"}, {"D7", "gone", "期限切れ"}};
  g_autoptr (TnkTally) tally = make_tally (TNK_CAMPAIGN_STATE_OPEN, 6);
  g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);
  g_autoptr (GPtrArray) exceptions = g_ptr_array_new_with_free_func (g_object_unref);

  tnk_test_add_answers (tally, 3, "2.1-1", "staff", EXCEPTED, 1);
  add_exception (exceptions, "9.9-9", "gone", "2026-04-01", "2026-11-20");
  add_exception (exceptions, "2.1-1", "d1", "2026-11-22", "2027-03-31");
  add_exception (exceptions, "2.1-1", "d3", "2026-11-21", "2027-03-31");
  add_exception (exceptions, "2.1-1", "d0", "2026-04-01", "2026-11-21");
  tnk_scorecard_set_exceptions (scorecard, exceptions);

  g_autofree char *file = write_to (scorecard, "scorecard.xlsx");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *state = g_strdup_printf ("I%u", i + 4);

    assert_cell (file, "例外措置", expected[i][0], expected[i][1]);
    assert_cell (file, "例外措置", state, expected[i][2]);
  }
  assert_cell (file, "例外措置", "E4", "=理由");
  assert_cell (file, "例外措置", "A7", "–");
  assert_cell (file, "例外措置", "J7", "–");
  assert_figure (file, "例外措置", "J4", 1);
  assert_figure (file, "例外措置", "J5", 1);
  assert_figure (file, "例外措置", "J6", 0);
}

/* A register without an entry is shown all the same: that there is none is worth saying. */
static void
test_no_exceptions (void)
{
  g_autoptr (TnkTally) tally = make_tally (TNK_CAMPAIGN_STATE_OPEN, 6);
  g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);
  g_autoptr (GPtrArray) exceptions = g_ptr_array_new_with_free_func (g_object_unref);

  tnk_scorecard_set_exceptions (scorecard, exceptions);
  g_autofree char *file = write_to (scorecard, "scorecard.xlsx");
  assert_cell (file, "例外措置", "A4", "認められた例外措置はありません。");
}

/* Two campaigns: what is of this one are formulas, what is of the earlier one are figures. */
static void
test_trend (void)
{
  g_autoptr (TnkTally) tally = make_tally (TNK_CAMPAIGN_STATE_OPEN, 6);
  g_autoptr (TnkTally) before = make_tally (TNK_CAMPAIGN_STATE_CLOSED, 2);
  g_autoptr (GPtrArray) tallies = g_ptr_array_new ();
  g_autoptr (TnkTrend) trend = NULL;
  g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);
  g_autoptr (TnkScore) then = tnk_tally_score_organisation (before), now = tnk_tally_score_organisation (tally);

  g_ptr_array_add (tallies, before);
  g_ptr_array_add (tallies, tally);
  trend = tnk_trend_new (tallies, NULL);
  tnk_scorecard_set_trend (scorecard, trend);
  g_autofree char *file = write_to (scorecard, "scorecard.xlsx");
  g_autofree char *xml = tnk_test_xlsx_sheet (file, "推移");
  g_autofree char *formula = tnk_test_xlsx_formula (xml, "C5");
  g_autofree char *found = tnk_test_xlsx_cell (xml, "C5");
  g_autofree char *drawing = tnk_test_xlsx_part (file, "xl/charts/chart4.xml");
  g_assert_null (formula);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (found, NULL), tnk_score_get_score (then), 1e-9);
  assert_figure (file, "推移", "C6", tnk_score_get_score (now));
  assert_figure (file, "推移", "E6", tnk_score_get_score (now) - tnk_score_get_score (then));
  assert_cell (file, "推移", "E5", "–");
  g_assert_nonnull (strstr (drawing, "<c:lineChart>"));
}

static void
test_hostile_names (void)
{
  g_autoptr (TnkTally) tally = make_tally (TNK_CAMPAIGN_STATE_OPEN, 6);
  g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);

  tnk_campaign_set_title (tnk_tally_get_campaign (tally), "=1+1&\"\001<b>");
  tnk_scorecard_set_body_name (scorecard, "=HYPERLINK(\"http://example.invalid\")");
  tnk_scorecard_set_classification (scorecard, "&P&A 極秘 とても長い区分とても長い区分とても長い区分とても長い区分とても長い区分とても長い区分とても長い区分とても長い区分");
  tnk_scorecard_set_source (scorecard, "+81\n-1");

  g_autofree char *file = write_to (scorecard, "scorecard.xlsx");
  g_autofree char *cover = tnk_test_xlsx_sheet (file, "表紙");
  g_assert_nonnull (strstr (cover, "<t>=HYPERLINK("));
  g_assert_null (strstr (cover, "<f>HYPERLINK"));
  g_assert_null (strstr (cover, "hyperlink"));
  g_assert_nonnull (strstr (cover, "&amp;&amp;P&amp;&amp;A 極秘"));
}

static void
test_same_bytes (void)
{
  g_autofree char *bytes[2] = {NULL, NULL};

  for (guint i = 0; i < 2; i++) {
    g_autoptr (TnkTally) tally = make_tally (TNK_CAMPAIGN_STATE_OPEN, 6);
    g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);
    g_autofree char *file = write_to (scorecard, "scorecard.xlsx");
    gsize length = 0;
    char *text = NULL;

    g_assert_true (g_file_get_contents (file, &text, &length, NULL));
    bytes[i] = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, length);
    g_free (text);
  }
  g_assert_cmpstr (bytes[0], ==, bytes[1]);
  g_clear_pointer (&bytes[1], g_free);
}

typedef struct
{
  GCancellable *cancellable;
  guint64 stop_at;
  guint64 done;
  guint64 total;
} Watch;

static void
watch_cb (guint64 done,
          guint64 total,
          gpointer user_data)
{
  Watch *watch = user_data;

  g_assert_cmpuint (done, ==, watch->done + 1);
  g_assert_cmpuint (done, <=, total);
  watch->done = done;
  watch->total = total;
  if (done == watch->stop_at)
    g_cancellable_cancel (watch->cancellable);
}

static void
test_progress (void)
{
  g_autoptr (TnkTally) tally = make_tally (TNK_CAMPAIGN_STATE_OPEN, 6);
  g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *file = g_build_filename (dir, "scorecard.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  Watch watch = {0};

  g_assert_true (tnk_scorecard_write (scorecard, file, watch_cb, &watch, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (watch.done, ==, watch.total);
  g_assert_cmpuint (watch.done, >, 10);
}

/* Whenever it is cancelled, nothing of it is left. */
static void
test_cancelled (void)
{
  g_autoptr (TnkTally) tally = make_tally (TNK_CAMPAIGN_STATE_OPEN, 6);
  g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *file = g_build_filename (dir, "scorecard.xlsx", NULL);

  for (guint64 stop_at = 1; stop_at < 16; stop_at++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    Watch watch = {.cancellable = cancellable, .stop_at = stop_at};

    g_assert_false (tnk_scorecard_write (scorecard, file, watch_cb, &watch, cancellable, NULL, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_cmpuint (watch.done, ==, stop_at);
    g_assert_cmpuint (tnk_test_count_entries (dir), ==, 0);
  }
}

static void
test_no_folder (void)
{
  g_autoptr (TnkTally) tally = make_tally (TNK_CAMPAIGN_STATE_OPEN, 6);
  g_autoptr (TnkScorecard) scorecard = tnk_scorecard_new (tally);
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *file = g_build_filename (dir, "none", "scorecard.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_scorecard_write (scorecard, file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_EXPORT);
  if (error != NULL)
    tnk_test_assert_line (error->message, "cannot write “", "choose a folder");
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Scorecard/figures", test_figures);
  g_test_add_func ("/Tenken/Scorecard/critical", test_critical);
  g_test_add_func ("/Tenken/Scorecard/previous", test_previous);
  g_test_add_func ("/Tenken/Scorecard/nobody", test_nobody);
  g_test_add_func ("/Tenken/Scorecard/exceptions", test_exceptions);
  g_test_add_func ("/Tenken/Scorecard/no-exceptions", test_no_exceptions);
  g_test_add_func ("/Tenken/Scorecard/trend", test_trend);
  g_test_add_func ("/Tenken/Scorecard/hostile-names", test_hostile_names);
  g_test_add_func ("/Tenken/Scorecard/same-bytes", test_same_bytes);
  g_test_add_func ("/Tenken/Scorecard/progress", test_progress);
  g_test_add_func ("/Tenken/Scorecard/cancelled", test_cancelled);
  g_test_add_func ("/Tenken/Scorecard/no-folder", test_no_folder);
  return g_test_run ();
}
