/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "tnk-error.h"
#include "tnk-test-workbook.h"
#include "tnk-test-xlsx.h"
#include "tnk-workbook-xlsx-private.h"

static void
test_library (void)
{
  /* Debian’s xlsxwriter.pc carries the soname, so meson cannot ask for the version. */
  g_assert_cmpuint (lxw_version_id (), >=, 114);
}

static void
test_whole (TnkTestBook *fixture,
            gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
  TnkSheet *first = tnk_workbook_add_sheet (book, "総括");
  TnkSheet *second = tnk_workbook_add_sheet (book, "部署×章");

  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
  tnk_sheet_merge (first, 0, 0, 3, TNK_STYLE_TITLE, "見出し");
  tnk_sheet_text (second, 0, 0, TNK_STYLE_HEADER, "部署");
  tnk_sheet_number (first, 1, 0, TNK_STYLE_FIGURE, 72.5);
  tnk_sheet_integer (first, 1, 1, TNK_STYLE_INTEGER, -3);
  tnk_sheet_formula (first, 1, 2, TNK_STYLE_FIGURE, "=A2*2", 145);
  tnk_sheet_formula_text (first, 1, 3, TNK_STYLE_CENTRED, "=IF(A2>80,\"B\",\"C\")", "C");
  tnk_sheet_blank (first, 1, 4, TNK_STYLE_TEXT);
  tnk_test_book_close_well (book, 6);

  g_autofree char *sheet = tnk_test_xlsx_part (fixture->file, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (sheet, "<f>A2*2</f><v>145</v>"));
  g_assert_nonnull (strstr (sheet, "<v>72.5</v>"));
  g_assert_nonnull (strstr (sheet, "<mergeCell ref=\"A1:D1\"/>"));
  g_autofree char *names = tnk_test_xlsx_part (fixture->file, "xl/workbook.xml");
  g_assert_nonnull (strstr (names, "部署×章"));
}

static void
test_hostile_texts (TnkTestBook *fixture,
                    gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *stored;
  } texts[] = {
    {"=HYPERLINK(\"x\")", "=HYPERLINK(&quot;x&quot;)"},
    {"+81-3-1234", "+81-3-1234"},
    {"-1+1", "-1+1"},
    {"@SUM(A1)", "@SUM(A1)"},
    {"{=A1}", "{=A1}"},
    {"https://example.invalid/", "https://example.invalid/"},
    {"0123", "0123"},
    {"a\001b\033c\177d", "abcd"},
    {"壊れた\xe3\x81文字", "壊れた\xef\xbf\xbd\xef\xbf\xbd文字"},
    {"<&>", "&lt;&amp;&gt;"},
    {"_x0041_", "_x005F_x0041_"},
    {"_x004_", "_x004_"},
    {"\xef\xbf\xbe\xef\xbf\xbfz", "z"},
    {"\xc2\x85z", "z"},
    {"一行目\r\n二行目\r三行目", "一行目\n二行目\n三行目"},
    {"𠮷野家🍜", "𠮷野家🍜"},
  };
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
  TnkSheet *sheet = tnk_workbook_add_sheet (book, "職員");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tnk_sheet_text (sheet, i, 0, TNK_STYLE_TEXT, texts[i].typed);
  tnk_test_book_close_well (book, G_N_ELEMENTS (texts));

  g_autofree char *part = tnk_test_xlsx_part (fixture->file, "xl/worksheets/sheet1.xml");
  g_assert_true (g_utf8_validate (part, -1, NULL));
  g_assert_null (strstr (part, "<f>"));
  g_assert_null (strstr (part, "hyperlink"));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *quoted = g_strdup_printf ("<t>%s</t>", texts[i].stored);
    g_auto (GStrv) pieces = g_strsplit (quoted, "&quot;", -1);
    g_autofree char *plain = g_strjoinv ("\"", pieces);

    g_test_message ("%s", quoted);
    g_assert_true (strstr (part, quoted) != NULL || strstr (part, plain) != NULL);
  }
}

static void
test_long_texts (TnkTestBook *fixture,
                 gconstpointer data)
{
  g_autofree char *fits = g_strnfill (32767, 'a');
  g_autofree char *too_long = g_strnfill (32768, 'a');
  g_autoptr (GString) pairs = g_string_new (NULL);

  /* 16,384 characters, but Excel counts each as two. */
  for (guint i = 0; i < 16384; i++)
    g_string_append (pairs, "𠮷");
  for (guint i = 0; i < 3; i++) {
    const char *text = i == 0 ? fits : i == 1 ? too_long
                                              : pairs->str;
    g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
    TnkSheet *sheet = tnk_workbook_add_sheet (book, "コメント");

    tnk_sheet_text (sheet, 4, 2, TNK_STYLE_WRAPPED, text);
    if (i == 0) {
      tnk_test_book_close_well (book, 1);
      g_unlink (fixture->file);
    } else
      tnk_test_book_close_badly (fixture, book, "sheet “コメント”, cell C5: the text is longer");
  }
}

static void
test_sheet_names (TnkTestBook *fixture,
                  gconstpointer data)
{
  static const char *const names[] = {
    "", "a/b", "a\\b", "a[b]", "a:b", "a*b", "a?b", "'a", "a'", "History", "総括", "a\tb", "\xe3\x81",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);

    tnk_sheet_text (tnk_workbook_add_sheet (book, "総括"), 0, 0, TNK_STYLE_TEXT, "a");
    tnk_sheet_text (tnk_workbook_add_sheet (book, names[i]), 0, 0, TNK_STYLE_TEXT, "b");
    tnk_test_book_close_badly (fixture, book, "cannot be the name of a sheet: ");
  }
}

static void
test_order (TnkTestBook *fixture,
            gconstpointer data)
{
  static const guint places[][2] = {{3, 2}, {3, 1}, {2, 5}};

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
    TnkSheet *sheet = tnk_workbook_add_sheet (book, "集計");

    tnk_sheet_merge (sheet, 3, 1, 2, TNK_STYLE_TEXT, "a");
    tnk_sheet_number (sheet, places[i][0], places[i][1], TNK_STYLE_FIGURE, 1);
    tnk_test_book_close_badly (fixture, book, "sheet “集計”, cell ");
  }
}

static void
test_limits (TnkTestBook *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < 6; i++) {
    g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
    TnkSheet *sheet = tnk_workbook_add_sheet (book, "集計");

    tnk_sheet_text (sheet, 0, 0, TNK_STYLE_TEXT, "a");
    if (i == 0)
      tnk_sheet_number (sheet, 1, 0, TNK_STYLE_FIGURE, NAN);
    else if (i == 1)
      tnk_sheet_formula (sheet, 1, 0, TNK_STYLE_FIGURE, "=A1", HUGE_VAL);
    else if (i == 2)
      tnk_sheet_integer (sheet, 1, 0, TNK_STYLE_FIGURE, G_MAXINT64);
    else if (i == 3)
      tnk_sheet_number (sheet, 1048576, 0, TNK_STYLE_FIGURE, 1);
    else if (i == 4)
      tnk_sheet_number (sheet, 1, 16384, TNK_STYLE_FIGURE, 1);
    else
      tnk_sheet_text (sheet, 1, 0, TNK_STYLE_TEXT, NULL);
    tnk_test_book_close_badly (fixture, book, "sheet “集計”, cell ");
  }
}

static void
test_nothing_in_it (TnkTestBook *fixture,
                    gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);

  tnk_test_book_close_badly (fixture, book, "has no sheet");
  g_clear_pointer (&book, tnk_workbook_free);
  book = tnk_test_book_open (fixture);
  tnk_sheet_text (tnk_workbook_add_sheet (book, "総括"), 0, 0, TNK_STYLE_TEXT, "a");
  tnk_workbook_add_sheet (book, "空");
  tnk_test_book_close_badly (fixture, book, "“空” is empty");
}

/* After a failure every verb must be harmless, and the first failure be the one that is told. */
static void
test_after_failure (TnkTestBook *fixture,
                    gconstpointer data)
{
  const TnkRange range = {0, 0, 1, 1};
  const TnkSeries series = {"s", 1, 0, FALSE};
  const TnkChart chart = {TNK_CHART_RADAR, "t", "章", "d", 0, 1, 0, 100, 100, &series, 1};
  const TnkWorkbookProperties properties = {0};
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
  TnkSheet *sheet = tnk_workbook_add_sheet (book, "a:b");

  g_assert_true (tnk_workbook_has_failed (book));
  tnk_workbook_set_properties (book, &properties);
  tnk_workbook_define_name (book, "名", sheet, 0, 0);
  tnk_sheet_columns (sheet, 0, 1, 10);
  tnk_sheet_row_height (sheet, 0, 10);
  tnk_sheet_text (sheet, 0, 0, TNK_STYLE_TEXT, "a");
  tnk_sheet_number (sheet, 0, 0, TNK_STYLE_TEXT, 1);
  tnk_sheet_formula (sheet, 0, 0, TNK_STYLE_TEXT, "=1", 1);
  tnk_sheet_formula_text (sheet, 0, 0, TNK_STYLE_TEXT, "=1", "1");
  tnk_sheet_merge (sheet, 0, 0, 1, TNK_STYLE_TEXT, "a");
  tnk_sheet_freeze (sheet, 1, 1);
  tnk_sheet_repeat_rows (sheet, 0, 1);
  tnk_sheet_autofilter (sheet, &range);
  tnk_sheet_page (sheet, TNK_PAPER_A4_PORTRAIT);
  tnk_sheet_colour_scale (sheet, &range, 0, 50, 100);
  tnk_sheet_tint (sheet, &range, 0, 100);
  tnk_sheet_chart (sheet, 0, 0, &chart);
  tnk_test_book_close_badly (fixture, book, "a:b");
}

static void
test_features (TnkTestBook *fixture,
               gconstpointer data)
{
  const TnkRange range = {1, 0, 3, 1};
  const TnkSeries series[] = {{"今回", 1, TNK_COLOUR_IMPLEMENTED, FALSE}, {"前回", 1, TNK_COLOUR_LAST_YEAR, TRUE}};
  TnkChart chart = {TNK_CHART_RADAR, "章別", "章", "章ごとの点数", 1, 3, 0, 480, 360, series, 2};
  const TnkWorkbookProperties properties = {"点検 & 結果", "題", "市", "語", "注", "2026-11-21"};
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);

  tnk_workbook_set_properties (book, &properties);
  tnk_workbook_set_page_texts (book, "A&B市", "機密性２", "2026年11月21日（土）");
  TnkSheet *sheet = tnk_workbook_add_sheet (book, "章");
  tnk_sheet_page (sheet, TNK_PAPER_A3_LANDSCAPE);
  tnk_sheet_columns (sheet, 0, 1, 12);
  tnk_sheet_freeze (sheet, 1, 1);
  tnk_sheet_repeat_rows (sheet, 0, 0);
  tnk_sheet_row_height (sheet, 0, 30);
  tnk_sheet_text (sheet, 0, 0, TNK_STYLE_HEADER, "章");
  tnk_sheet_text (sheet, 0, 1, TNK_STYLE_HEADER, "点数");
  for (guint i = 1; i <= 3; i++) {
    tnk_sheet_text (sheet, i, 0, TNK_STYLE_STRONG (TNK_STYLE_INDENTED (TNK_STYLE_TEXT, i)), "章");
    tnk_sheet_number (sheet, i, 1, TNK_STYLE_FIGURE, 30 * i);
  }
  tnk_sheet_autofilter (sheet, &range);
  tnk_sheet_colour_scale (sheet, &range, 60, 80, 100);
  tnk_sheet_tint (sheet, &range, TNK_COLOUR_IMPLEMENTED, 100);
  tnk_workbook_define_name (book, "等級線A", sheet, 1, 1);
  tnk_sheet_chart (sheet, 5, 0, &chart);
  chart.kind = TNK_CHART_BAR;
  tnk_sheet_chart (sheet, 30, 0, &chart);
  tnk_test_book_close_well (book, 8);

  g_autofree char *part = tnk_test_xlsx_part (fixture->file, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (part, "A&amp;&amp;B市"));
  g_assert_nonnull (strstr (part, "&amp;P / &amp;N"));
  g_assert_nonnull (strstr (part, "paperSize=\"8\""));
  g_assert_nonnull (strstr (part, "state=\"frozen\""));
  g_autofree char *names = tnk_test_xlsx_part (fixture->file, "xl/workbook.xml");
  g_assert_nonnull (strstr (names, "Print_Titles"));
  g_assert_nonnull (strstr (names, "等級線A"));
  g_autofree char *core = tnk_test_xlsx_part (fixture->file, "docProps/core.xml");
  g_assert_nonnull (strstr (core, "2026-11-21T00:00:00Z"));
}

static void
test_same_bytes (TnkTestBook *fixture,
                 gconstpointer data)
{
  g_autofree char *bytes[2] = {NULL, NULL};
  gsize lengths[2];

  for (guint i = 0; i < 2; i++) {
    g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);

    tnk_test_book_write_small (book);
    tnk_test_book_close_well (book, 1); /* which also replaces the first one by the second */
    g_assert_true (g_file_get_contents (fixture->file, &bytes[i], &lengths[i], NULL));
  }
  g_assert_cmpmem (bytes[0], lengths[0], bytes[1], lengths[1]);
  g_clear_pointer (&bytes[1], g_free);
}

static void
test_cancelled (TnkTestBook *fixture,
                gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  tnk_test_book_write_small (book);
  g_cancellable_cancel (cancellable);
  g_assert_false (tnk_workbook_close (book, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
}

static void
test_forgotten (TnkTestBook *fixture,
                gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);

  tnk_test_book_write_small (book);
}

/* A locale with a decimal comma must not reach the file. */
static void
test_comma (TnkTestBook *fixture,
            gconstpointer data)
{
  g_autofree char *place = g_build_filename (fixture->folder, "de_DE.UTF-8", NULL);
  g_autofree char *command = g_strdup_printf ("localedef -i de_DE -f UTF-8 %s", place);
  g_autofree char *sweep = g_strdup_printf ("rm -rf %s", place);
  g_autofree char *shown = NULL;

  g_setenv ("LOCPATH", fixture->folder, TRUE);
  if (!g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL) || setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    g_test_skip ("no locale with a decimal comma can be made here; install locales");
  else {
    g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);

    shown = g_strdup_printf ("%.1f", 0.5);
    g_assert_cmpstr (shown, ==, "0,5");
    tnk_test_book_write_small (book);
    tnk_sheet_columns (g_ptr_array_index (book->sheets, 0), 0, 0, 12.5);
    tnk_test_book_close_well (book, 1);
    g_autofree char *part = tnk_test_xlsx_part (fixture->file, "xl/worksheets/sheet1.xml");
    g_assert_nonnull (strstr (part, "<v>0.5</v>"));
    g_assert_null (strstr (part, "0,5"));
    g_free (shown);
    shown = g_strdup_printf ("%.1f", 0.5);
    g_assert_cmpstr (shown, ==, "0,5");
  }
  setlocale (LC_NUMERIC, "C");
  g_unsetenv ("LOCPATH");
  g_assert_true (g_spawn_command_line_sync (sweep, NULL, NULL, NULL, NULL));
}

/* The roles of mic-2020 are 365 bytes long, which is more than libxlsxwriter reserves. */
static void
test_lists (TnkTestBook *fixture,
            gconstpointer data)
{
  static const char *const roles[] = {
    "情報セキュリティ委員会", "CISO（最高情報セキュリティ責任者）", "統括情報セキュリティ責任者", "情報セキュリティ責任者",
    "情報セキュリティ管理者", "情報システム管理者", "情報システム担当者", "一,二", "情報セキュリティ監査統括責任者", NULL};
  const TnkRange range = {1, 0, 9, 0};
  g_autofree char *longest = g_strnfill (254, 'x');
  const char *const many[] = {"短い", longest, "次", NULL};
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
  TnkSheet *sheet = tnk_workbook_add_sheet (book, "一");

  tnk_sheet_text (sheet, 0, 0, TNK_STYLE_HEADER, "担当");
  tnk_sheet_choices (sheet, &range, roles + 8, "題", "文");
  tnk_sheet_suggest (sheet, &range, roles);
  tnk_sheet_suggest (sheet, &range, many);
  tnk_test_book_close_well (book, 1);

  g_autofree char *xml = tnk_test_xlsx_part (fixture->file, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (xml, "<formula1>\"情報セキュリティ監査統括責任者\"</formula1>"));
  g_assert_nonnull (strstr (xml, "<formula1>\"情報セキュリティ委員会,CISO"));
  g_assert_nonnull (strstr (xml, "情報システム担当者,情報セキュリティ監査統括責任者\"</formula1>"));
  g_assert_nonnull (strstr (xml, "<formula1>\"短い,次\"</formula1>"));
}

static void
test_rich_text (TnkTestBook *fixture,
                gconstpointer data)
{
  static const TnkRichText texts[] = {{"旧", TNK_STYLE_RUN_LABEL}, {"", TNK_STYLE_RUN}, {" a<&>_x0041_\001\n", TNK_STYLE_RUN}, {"=1+1", TNK_STYLE_UNDERLINED (TNK_STYLE_RUN_ADDED)}};
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
  TnkSheet *sheet = tnk_workbook_add_sheet (book, "対照");

  tnk_sheet_rich_text (sheet, 0, 0, TNK_STYLE_SIDE, texts, G_N_ELEMENTS (texts));
  tnk_sheet_rich_text (sheet, 0, 1, TNK_STYLE_SIDE, texts, 2);
  tnk_sheet_rich_text (sheet, 0, 2, TNK_STYLE_SIDE, texts, 0);
  tnk_test_book_close_well (book, 2);

  g_autofree char *xml = tnk_test_xlsx_part (fixture->file, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (xml, "<t xml:space=\"preserve\"> a&lt;&amp;&gt;_x005F_x0041_\n</t>"));
  g_assert_nonnull (strstr (xml, "<u/>"));
  g_assert_nonnull (strstr (xml, "<t>=1+1</t>"));
  g_assert_null (strstr (xml, "<f>"));
}

/* A text that is too long is too long in pieces, too. */
static void
test_rich_limit (TnkTestBook *fixture,
                 gconstpointer data)
{
  g_autofree char *half = g_strnfill (20000, 'x');
  const TnkRichText texts[] = {{half, TNK_STYLE_RUN}, {half, TNK_STYLE_RUN_ADDED}};
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);

  tnk_sheet_rich_text (tnk_workbook_add_sheet (book, "対照"), 0, 0, TNK_STYLE_SIDE, texts, G_N_ELEMENTS (texts));
  tnk_test_book_close_badly (fixture, book, "32,767");
}

static void
add_tests (void)
{
  g_test_add_func ("/Tenken/Workbook/library", test_library);
  TNK_TEST_BOOK ("/Tenken/Workbook/whole", test_whole);
  TNK_TEST_BOOK ("/Tenken/Workbook/hostile-texts", test_hostile_texts);
  TNK_TEST_BOOK ("/Tenken/Workbook/long-texts", test_long_texts);
  TNK_TEST_BOOK ("/Tenken/Workbook/sheet-names", test_sheet_names);
  TNK_TEST_BOOK ("/Tenken/Workbook/order", test_order);
  TNK_TEST_BOOK ("/Tenken/Workbook/limits", test_limits);
  TNK_TEST_BOOK ("/Tenken/Workbook/nothing-in-it", test_nothing_in_it);
  TNK_TEST_BOOK ("/Tenken/Workbook/after-failure", test_after_failure);
  TNK_TEST_BOOK ("/Tenken/Workbook/features", test_features);
  TNK_TEST_BOOK ("/Tenken/Workbook/same-bytes", test_same_bytes);
  TNK_TEST_BOOK ("/Tenken/Workbook/cancelled", test_cancelled);
  TNK_TEST_BOOK ("/Tenken/Workbook/forgotten", test_forgotten);
  TNK_TEST_BOOK ("/Tenken/Workbook/comma", test_comma);
  TNK_TEST_BOOK ("/Tenken/Workbook/lists", test_lists);
  TNK_TEST_BOOK ("/Tenken/Workbook/rich-text", test_rich_text);
  TNK_TEST_BOOK ("/Tenken/Workbook/rich-limit", test_rich_limit);
}

int
main (int argc,
      char **argv)
{
  return tnk_test_book_run (argc, argv, add_tests);
}
