/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test.h"

#include <glib/gstdio.h>
#include <string.h>

#include "tnk-error.h"
#include "tnk-reminders.h"
#include "tnk-test-xlsx.h"
#include "tnk-turnout-private.h"

/* d0 over d1 with d2 below, and d3. In d1 one is missing of two, in d2 one, in d3, which is closed, one. */
static TnkTurnout *
make (gboolean has_people)
{
  static const int parents[] = {-1, 0, 1, 0};
  static const TnkTurnoutRow rows[] = {
    {"1001", "山田　太郎", 1, 0xffff, TNK_TURNOUT_STATE_RETURNED, "2026-06-01T09:00:00+09:00", "x", "2.1-1 を\n詳しく", 2},
    {"1002", "鈴木　花子", 1, 0xffff, TNK_TURNOUT_STATE_SUBMITTED, NULL, NULL, NULL, 3},
    {"1003", "=1+1", 2, 0xffff, TNK_TURNOUT_STATE_NOT_BEGUN, NULL, NULL, NULL, 0},
    {"1004", "高橋　三郎", 3, 0xffff, TNK_TURNOUT_STATE_DRAFT, NULL, NULL, NULL, 1},
  };
  g_autoptr (TnkCatalog) catalog = tnk_test_small_catalog ();
  g_autoptr (TnkCampaign) campaign = tnk_campaign_new ("2026", catalog);
  g_autoptr (TnkBody) body = tnk_test_body (parents, G_N_ELEMENTS (parents));
  TnkTurnout *turnout = tnk_turnout_new (campaign, body, -1, has_people);

  tnk_campaign_set_title (campaign, "令和8年度 自己点検");
  g_assert_true (tnk_campaign_set_period (campaign, "2026-06-01", "2026-06-30", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (has_people)
      tnk_turnout_add_person (turnout, &rows[i]);
    else
      tnk_turnout_add (turnout, rows[i].department, rows[i].state, 1);
  tnk_turnout_set_closed (turnout, 3, "2026-06-03T12:00:00+09:00", "1004");
  return turnout;
}

static char *
write_workbook (TnkTurnout *turnout,
                int department)
{
  g_autofree char *dir = tnk_test_dir ();
  char *file = g_build_filename (dir, "reminders.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_reminders_write (turnout, department, "点検市", "2026-06-10", file, NULL, &error));
  g_assert_no_error (error);
  return file;
}

static void
assert_cell (const char *sheet,
             const char *cell,
             const char *text)
{
  g_autofree char *found = tnk_test_xlsx_cell (sheet, cell);

  g_assert_cmpstr (found, ==, text);
}

static void
test_text (void)
{
  g_autoptr (TnkTurnout) turnout = make (TRUE);
  g_autofree char *ja = tnk_reminders_make_text (turnout, -1, "点検市", "2026-06-10", NULL);
  g_autofree char *en = tnk_reminders_make_text (turnout, 2, "点検市", "2026-07-02", "en_GB.UTF-8");
  guint n_items = tnk_turnout_person_get_n_items (tnk_turnout_get_person (turnout, 0));
  g_autofree char *expected_ja = g_strdup_printf ("点検市　令和8年度 自己点検\n"
                                                  "まだ提出していない人（2026年6月10日（水）現在）：2人\n"
                                                  "提出期限：2026年6月30日（火）（あと20日）\n"
                                                  "\n部署1　1人\n　1001　山田　太郎　差し戻し（未回答%u問）：2.1-1 を　詳しく\n"
                                                  "\n部署2　1人\n　1003　=1+1　未着手（未回答%u問）\n",
                                                  n_items - 2, n_items);
  g_autofree char *expected_en = g_strdup_printf ("点検市　令和8年度 自己点検\n"
                                                  "Not handed in yet, as of 2 July 2026: 1 person\n"
                                                  "Last day: 30 June 2026 (2 days overdue)\n"
                                                  "\n部署2: 1 person\n　1003　=1+1　Not begun (%u questions open)\n",
                                                  n_items);

  g_assert_cmpstr (ja, ==, expected_ja);
  g_assert_cmpstr (en, ==, expected_en);
}

/* Where names may not be shown. */
static void
test_counts (void)
{
  g_autoptr (TnkTurnout) turnout = make (FALSE);
  g_autofree char *text = tnk_reminders_make_text (turnout, -1, NULL, "2026-06-30", "ja");
  g_autofree char *file = write_workbook (turnout, -1);
  g_autofree char *sheets = tnk_test_xlsx_sheets (file);

  g_assert_nonnull (strstr (text, "（今日まで）"));
  g_assert_true (g_str_has_suffix (text, "\n部署1　1人\n\n部署2　1人\n"));
  g_assert_cmpstr (sheets, ==, "部署");
}

static void
test_workbook (void)
{
  g_autoptr (TnkTurnout) turnout = make (TRUE);
  g_autofree char *file = write_workbook (turnout, -1);
  g_autofree char *sheets = tnk_test_xlsx_sheets (file);
  g_autofree char *people = tnk_test_xlsx_sheet (file, "未提出者");
  g_autofree char *departments = tnk_test_xlsx_sheet (file, "部署");
  g_autofree char *book = tnk_test_xlsx_part (file, "xl/workbook.xml");
  struct stat status;

  g_assert_cmpstr (sheets, ==, "未提出者 部署");
  assert_cell (people, "A4", "部署1");
  assert_cell (people, "B4", "1001");
  assert_cell (people, "C4", "山田　太郎");
  assert_cell (people, "D4", "差し戻し");
  assert_cell (people, "F4", "20");
  assert_cell (people, "G4", "2.1-1 を\n詳しく");
  assert_cell (people, "C5", "=1+1");
  assert_cell (people, "A6", NULL);
  assert_cell (departments, "B4", "4");
  assert_cell (departments, "C4", "1");
  assert_cell (departments, "D4", "25");
  assert_cell (departments, "H5", "2");
  assert_cell (departments, "I7", "締切済み");
  g_assert_nonnull (strstr (people, "機密性２"));
  g_assert_nonnull (strstr (book, "Print_Titles"));
  g_assert_cmpint (g_stat (file, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0600);
}

static void
test_department (void)
{
  g_autoptr (TnkTurnout) turnout = make (TRUE);
  g_autofree char *file = write_workbook (turnout, 2);
  g_autofree char *people = tnk_test_xlsx_sheet (file, "未提出者");
  g_autofree char *departments = tnk_test_xlsx_sheet (file, "部署");

  assert_cell (people, "B4", "1003");
  assert_cell (people, "B5", NULL);
  assert_cell (departments, "A4", "部署2");
  assert_cell (departments, "A5", NULL);
}

static void
test_fails (void)
{
  g_autoptr (TnkTurnout) turnout = make (TRUE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *file = g_build_filename (dir, "reminders.xlsx", NULL);
  g_autofree char *nowhere = g_build_filename (dir, "none", "reminders.xlsx", NULL);
  g_autoptr (GError) error = NULL, cancelled = NULL;

  g_assert_false (tnk_reminders_write (turnout, -1, NULL, "2026-06-10", nowhere, NULL, &error));
  g_assert_nonnull (error);
  g_cancellable_cancel (cancellable);
  g_assert_false (tnk_reminders_write (turnout, -1, NULL, "2026-06-10", file, cancellable, &cancelled));
  g_assert_error (cancelled, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (tnk_test_count_entries (dir), ==, 0);
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Reminders/text", test_text);
  g_test_add_func ("/Tenken/Reminders/counts", test_counts);
  g_test_add_func ("/Tenken/Reminders/workbook", test_workbook);
  g_test_add_func ("/Tenken/Reminders/department", test_department);
  g_test_add_func ("/Tenken/Reminders/fails", test_fails);
  return g_test_run ();
}
