/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-test-workbook.h"
#include "tnk-test-xlsx.h"

static const char *const words[] = {"実施済み", "未実施", NULL};

static void
test_form (TnkTestBook *fixture,
           gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
  TnkSheet *sheet = tnk_workbook_add_sheet (book, "記入");
  TnkSheet *hidden = tnk_workbook_add_sheet (book, "tenken");
  const TnkRange range = {2, 1, 9, 1};

  tnk_sheet_hide_columns (sheet, 0, 0);
  tnk_sheet_hide_row (sheet, 0);
  tnk_sheet_text (sheet, 0, 0, TNK_STYLE_PLAIN, "id");
  tnk_sheet_text (sheet, 2, 0, TNK_STYLE_PLAIN, "staff 1");
  tnk_sheet_blank (sheet, 2, 1, TNK_STYLE_OPEN (TNK_STYLE_CHOICE));
  tnk_sheet_blank (sheet, 2, 2, TNK_STYLE_TEXT);
  tnk_sheet_choices (sheet, &range, words, "一覧から", "どれかを選びます。");
  tnk_sheet_protect (sheet);
  tnk_sheet_text (hidden, 0, 0, TNK_STYLE_PLAIN, "x");
  tnk_sheet_hide (hidden);
  tnk_test_book_close_well (book, 3);

  g_autofree char *xml = tnk_test_xlsx_sheet (fixture->file, "記入");
  g_autofree char *names = tnk_test_xlsx_part (fixture->file, "xl/workbook.xml");
  g_autofree char *styles = tnk_test_xlsx_part (fixture->file, "xl/styles.xml");
  g_assert_nonnull (strstr (xml, "<row r=\"1\" hidden=\"1\">"));
  g_assert_nonnull (strstr (xml, "<col min=\"1\" max=\"1\" width=\"0\" hidden=\"1\""));
  g_assert_nonnull (strstr (xml, "<sheetProtection sheet=\"1\""));
  g_assert_nonnull (strstr (xml, "sqref=\"B3:B10\"><formula1>\"実施済み,未実施\"</formula1>"));
  g_assert_nonnull (strstr (names, "name=\"tenken\" sheetId=\"2\" state=\"hidden\""));
  /* Of the two styles with a box only the open one. */
  g_assert_nonnull (strstr (styles, "<protection locked=\"0\"/>"));
  g_assert_null (strstr (strstr (styles, "<protection locked=\"0\"/>") + 1, "<protection"));
}

/* Excel takes 255 characters of such a list and no more, and parts it at commas. A word that is not in it could not be chosen,
 * and a cell that takes only the words of its list would refuse it. */
static void
test_long_list (TnkTestBook *fixture,
                gconstpointer data)
{
  g_autofree char *word = g_strnfill (300, 'x');
  const char *const lists[][3] = {{"実施済み", word, NULL}, {"実施済み", "一,二", NULL}, {"実施済み", "\"", NULL}};
  const TnkRange range = {0, 0, 1, 0};

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
    TnkSheet *sheet = tnk_workbook_add_sheet (book, "記入");

    tnk_sheet_text (sheet, 0, 0, TNK_STYLE_PLAIN, "x");
    tnk_sheet_choices (sheet, &range, lists[i], "一覧から", "どれかを選びます。");
    tnk_test_book_close_badly (fixture, book, "list of words");
  }
}

/* After a fault nothing more is done. */
static void
test_failed (TnkTestBook *fixture,
             gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
  TnkSheet *sheet = tnk_workbook_add_sheet (book, "記入");
  const TnkRange range = {0, 0, 1, 0};

  tnk_workbook_fail (book, "it was the first");
  tnk_sheet_hide_columns (sheet, 0, 0);
  tnk_sheet_hide_row (sheet, 0);
  tnk_sheet_choices (sheet, &range, words, "", "");
  tnk_sheet_protect (sheet);
  tnk_sheet_hide (sheet);
  tnk_test_book_close_badly (fixture, book, "it was the first");
}

static void
add_tests (void)
{
  TNK_TEST_BOOK ("/Tenken/WorkbookForm/form", test_form);
  TNK_TEST_BOOK ("/Tenken/WorkbookForm/long-list", test_long_list);
  TNK_TEST_BOOK ("/Tenken/WorkbookForm/failed", test_failed);
}

int
main (int argc,
      char **argv)
{
  return tnk_test_book_run (argc, argv, add_tests);
}
