/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-department-report.h"
#include "tnk-item-private.h"
#include "tnk-test-tally.h"
#include "tnk-test-xlsx.h"

static TnkTally *
make_tally (void)
{
  g_autoptr (TnkCampaign) campaign = tnk_test_campaign (TNK_CAMPAIGN_STATE_CLOSED);
  TnkTally *tally = tnk_test_tally (campaign);

  tnk_test_add_people (tally, 1, "staff", 10, 9);
  tnk_test_add_people (tally, 3, "manager;staff", 2, 1);
  tnk_test_add_answers (tally, 1, "1.1-2", "staff", IMPLEMENTED, 9);
  tnk_test_add_answers (tally, 3, "1.1-2", "manager", PARTIAL, 1);
  return tally;
}

static char *
write_report (TnkDepartmentReport *report)
{
  g_autofree char *dir = tnk_test_dir ();
  char *file = g_build_filename (dir, "department.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  guint64 n_cells = 0;

  tnk_department_report_set_body_name (report, "点検市");
  tnk_department_report_set_made_on (report, "2026-11-21");
  g_assert_true (tnk_department_report_write (report, file, NULL, NULL, NULL, &n_cells, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, >, 100);
  return file;
}

static char *
write_department (TnkTally *tally,
                  guint department)
{
  g_autoptr (TnkDepartmentReport) report = tnk_department_report_new (tally, department);

  return write_report (report);
}

static void
test_figures (void)
{
  g_autoptr (TnkTally) tally = make_tally ();

  for (guint department = 0; department < 4; department++) {
    g_autofree char *file = write_department (tally, department);
    g_autofree char *overview = tnk_test_xlsx_sheet (file, "概要");
    g_autofree char *found = tnk_test_xlsx_cell (overview, "A5");
    g_autofree char *formula = tnk_test_xlsx_formula (overview, "A5");
    g_autoptr (TnkScore) score = tnk_tally_score_department (tally, department);

    g_assert_nonnull (formula);
    g_assert_cmpfloat_with_epsilon (g_ascii_strtod (found, NULL), tnk_score_get_score (score), 1e-9);
  }
}

/* One that has others below it has a sheet more; and none says a word about a department beside it. */
static void
test_sheets (void)
{
  g_autoptr (TnkTally) tally = make_tally ();
  g_autofree char *large = write_department (tally, 2);
  g_autofree char *small = write_department (tally, 1);
  g_autofree char *large_sheets = tnk_test_xlsx_sheets (large);
  g_autofree char *small_sheets = tnk_test_xlsx_sheets (small);
  g_autofree char *counts = tnk_test_xlsx_sheet (large, "集計");

  g_assert_cmpstr (large_sheets, ==, "概要 部署 章・節 管理策 不備 集計 集計_提出");
  g_assert_cmpstr (small_sheets, ==, "概要 章・節 管理策 不備 集計 集計_提出");
  g_assert_nonnull (strstr (counts, "部署3"));
  g_assert_null (strstr (counts, "部署1"));
}

/* Last year's figures are those of the same department, and of nobody where it was not there. */
static void
test_previous (void)
{
  g_autoptr (TnkTally) tally = make_tally ();
  g_autoptr (TnkTally) previous = make_tally ();
  g_autoptr (TnkDepartmentReport) report = tnk_department_report_new (tally, 1);
  g_autoptr (TnkScore) score = NULL;

  tnk_test_add_answers (previous, 1, "2.1-1", "staff", NOT_IMPLEMENTED, 9);
  score = tnk_tally_score_department (previous, 1);
  tnk_department_report_set_previous (report, previous);
  g_autofree char *file = write_report (report);
  g_autofree char *overview = tnk_test_xlsx_sheet (file, "概要");
  g_autofree char *found = tnk_test_xlsx_cell (overview, "D5");
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (found, NULL), tnk_score_get_score (score), 1e-9);
}

/* A chapter with its sections, and only those about which somebody of the department is asked. */
static void
test_sections (void)
{
  g_autoptr (TnkTally) tally = make_tally ();
  g_autofree char *file = write_department (tally, 1);
  g_autofree char *sections = tnk_test_xlsx_sheet (file, "章・節");
  g_autoptr (TnkScore) score = tnk_tally_score_part (tally, 1, TNK_SCOPE_KIND_CHAPTER, 0, "ja");
  g_autofree char *id = tnk_test_xlsx_cell (sections, "B5");
  g_autofree char *below = tnk_test_xlsx_cell (sections, "B6");
  g_autofree char *found = tnk_test_xlsx_cell (sections, "C5");
  g_autofree char *formula = tnk_test_xlsx_formula (sections, "C5");

  g_assert_cmpstr (id, ==, "1");
  g_assert_cmpstr (below, ==, "1.1");
  g_assert_nonnull (formula);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (found, NULL), tnk_score_get_score (score), 1e-9);
}

/* The shares of the handed in are formulas here too. */
static void
test_people (void)
{
  g_autoptr (TnkTally) tally = make_tally ();
  g_autofree char *file = write_department (tally, 1);
  g_autofree char *overview = tnk_test_xlsx_sheet (file, "概要");
  g_autofree char *formula = tnk_test_xlsx_formula (overview, "C9");
  g_autofree char *found = tnk_test_xlsx_cell (overview, "C9");

  g_assert_cmpstr (formula, ==, "'集計_提出'!$E$4");
  g_assert_cmpstr (found, ==, "9");
}

static GPtrArray *
make_comments (TnkTally *tally,
               gboolean names)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tnk_tally_get_campaign (tally));
  TnkBody *body = tnk_tally_get_body (tally);
  GPtrArray *comments = g_ptr_array_new_with_free_func (g_object_unref);
  const TnkItemAnswer answer = {.value = names ? TNK_ANSWER_VALUE_PARTIAL : TNK_ANSWER_VALUE_UNANSWERED, .comment = "=人手が足りない"};
  const TnkItemOwner owner = {names ? tnk_body_get_department (body, 1) : NULL, names ? "p7" : NULL, names ? "鈴木" : NULL};

  g_ptr_array_add (comments, tnk_item_new (catalog, body, tnk_catalog_lookup_control (catalog, "2.1-1"),
                                           names ? tnk_catalog_lookup_role (catalog, "staff") : NULL, &owner, &answer));
  return comments;
}

/* What the items do not say has no column. */
static void
test_comments (void)
{
  for (guint names = 0; names < 2; names++) {
    g_autoptr (TnkTally) tally = make_tally ();
    g_autoptr (TnkDepartmentReport) report = tnk_department_report_new (tally, 1);
    g_autoptr (GPtrArray) comments = make_comments (tally, names);

    tnk_department_report_set_comments (report, comments);
    g_autofree char *file = write_report (report);
    g_autofree char *sheet = tnk_test_xlsx_sheet (file, "コメント");
    g_autofree char *text = tnk_test_xlsx_cell (sheet, "D4");
    g_assert_cmpstr (text, ==, "=人手が足りない");
    g_assert_cmpint (strstr (sheet, ">p7<") != NULL, ==, names);
    g_assert_cmpint (strstr (sheet, "氏名") != NULL, ==, names);
    g_assert_cmpint (strstr (sheet, "一部実施") != NULL, ==, names);
  }
}

static void
test_cancelled (void)
{
  g_autoptr (TnkTally) tally = make_tally ();
  g_autoptr (TnkDepartmentReport) report = tnk_department_report_new (tally, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *file = g_build_filename (dir, "department.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (tnk_department_report_write (report, file, NULL, NULL, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tnk_test_count_entries (dir), ==, 0);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/DepartmentReport/figures", test_figures);
  g_test_add_func ("/Tenken/DepartmentReport/sheets", test_sheets);
  g_test_add_func ("/Tenken/DepartmentReport/previous", test_previous);
  g_test_add_func ("/Tenken/DepartmentReport/sections", test_sections);
  g_test_add_func ("/Tenken/DepartmentReport/people", test_people);
  g_test_add_func ("/Tenken/DepartmentReport/comments", test_comments);
  g_test_add_func ("/Tenken/DepartmentReport/cancelled", test_cancelled);
  return g_test_run ();
}
