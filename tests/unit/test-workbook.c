/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tnk-error.h"
#include "tnk-workbook-package-private.h"
#include "tnk-workbook-xlsx-private.h"

/* Each test has a folder of its own. It lies in the folder for temporary files, which is this program’s own too, so
 * that anything left behind is seen. */
typedef struct
{
  char *folder;
  char *file;
} Fixture;

static guint
count_entries (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("test-workbook-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->file = g_build_filename (fixture->folder, "book.xlsx", NULL);
}

/* Nothing may be left behind: beside the workbook, or where it was made. */
static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_unlink (fixture->file);
  g_assert_cmpuint (count_entries (fixture->folder), ==, 0);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_assert_cmpuint (count_entries (g_get_tmp_dir ()), ==, 0);
  g_free (fixture->file);
  g_free (fixture->folder);
}

static TnkWorkbook *
open_book (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  TnkWorkbook *book = tnk_workbook_new (fixture->file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (book);
  return book;
}

static void
close_well (TnkWorkbook *book,
            guint64 n_cells)
{
  g_autoptr (GError) error = NULL;
  guint64 n = 0;

  g_assert_true (tnk_workbook_close (book, NULL, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_cells);
}

/* The workbook must fail with one line that holds @part, and no file may arise. */
static void
close_badly (Fixture *fixture,
             TnkWorkbook *book,
             const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_workbook_close (book, NULL, NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_EXPORT);
  g_assert_nonnull (strstr (error->message, fixture->file));
  g_assert_nonnull (strstr (error->message, part));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
}

/* The text of a part of the workbook. */
static char *
read_part (const char *filename,
           const char *part)
{
  char *argv[] = {"unzip", "-p", (char *) filename, (char *) part, NULL};
  char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (text), >, 0);
  return text;
}

static void
test_library (void)
{
  /* Debian’s xlsxwriter.pc carries the soname, so meson cannot ask for the version. */
  g_assert_cmpuint (lxw_version_id (), >=, 114);
}

static void
test_whole (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = open_book (fixture);
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
  close_well (book, 6);

  g_autofree char *sheet = read_part (fixture->file, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (sheet, "<f>A2*2</f><v>145</v>"));
  g_assert_nonnull (strstr (sheet, "<v>72.5</v>"));
  g_assert_nonnull (strstr (sheet, "<mergeCell ref=\"A1:D1\"/>"));
  g_autofree char *names = read_part (fixture->file, "xl/workbook.xml");
  g_assert_nonnull (strstr (names, "部署×章"));
}

static void
test_hostile_texts (Fixture *fixture,
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
  g_autoptr (TnkWorkbook) book = open_book (fixture);
  TnkSheet *sheet = tnk_workbook_add_sheet (book, "職員");

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    tnk_sheet_text (sheet, i, 0, TNK_STYLE_TEXT, texts[i].typed);
  close_well (book, G_N_ELEMENTS (texts));

  g_autofree char *part = read_part (fixture->file, "xl/worksheets/sheet1.xml");
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
test_long_texts (Fixture *fixture,
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
    g_autoptr (TnkWorkbook) book = open_book (fixture);
    TnkSheet *sheet = tnk_workbook_add_sheet (book, "コメント");

    tnk_sheet_text (sheet, 4, 2, TNK_STYLE_WRAPPED, text);
    if (i == 0) {
      close_well (book, 1);
      g_unlink (fixture->file);
    } else
      close_badly (fixture, book, "sheet “コメント”, cell C5: the text is longer");
  }
}

static void
test_sheet_names (Fixture *fixture,
                  gconstpointer data)
{
  static const char *const names[] = {
    "", "a/b", "a\\b", "a[b]", "a:b", "a*b", "a?b", "'a", "a'", "History", "総括", "a\tb", "\xe3\x81",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二"};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (TnkWorkbook) book = open_book (fixture);

    tnk_sheet_text (tnk_workbook_add_sheet (book, "総括"), 0, 0, TNK_STYLE_TEXT, "a");
    tnk_sheet_text (tnk_workbook_add_sheet (book, names[i]), 0, 0, TNK_STYLE_TEXT, "b");
    close_badly (fixture, book, "cannot be the name of a sheet: ");
  }
}

static void
test_order (Fixture *fixture,
            gconstpointer data)
{
  static const guint places[][2] = {{3, 2}, {3, 1}, {2, 5}};

  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autoptr (TnkWorkbook) book = open_book (fixture);
    TnkSheet *sheet = tnk_workbook_add_sheet (book, "集計");

    tnk_sheet_merge (sheet, 3, 1, 2, TNK_STYLE_TEXT, "a");
    tnk_sheet_number (sheet, places[i][0], places[i][1], TNK_STYLE_FIGURE, 1);
    close_badly (fixture, book, "sheet “集計”, cell ");
  }
}

static void
test_limits (Fixture *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < 6; i++) {
    g_autoptr (TnkWorkbook) book = open_book (fixture);
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
    close_badly (fixture, book, "sheet “集計”, cell ");
  }
}

static void
test_nothing_in_it (Fixture *fixture,
                    gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = open_book (fixture);

  close_badly (fixture, book, "has no sheet");
  g_clear_pointer (&book, tnk_workbook_free);
  book = open_book (fixture);
  tnk_sheet_text (tnk_workbook_add_sheet (book, "総括"), 0, 0, TNK_STYLE_TEXT, "a");
  tnk_workbook_add_sheet (book, "空");
  close_badly (fixture, book, "“空” is empty");
}

/* After a failure every verb must be harmless, and the first failure be the one that is told. */
static void
test_after_failure (Fixture *fixture,
                    gconstpointer data)
{
  const TnkRange range = {0, 0, 1, 1};
  const TnkSeries series = {"s", 1, 0, FALSE};
  const TnkChart chart = {TNK_CHART_RADAR, "t", "章", "d", 0, 1, 0, 100, 100, &series, 1};
  const TnkWorkbookProperties properties = {0};
  g_autoptr (TnkWorkbook) book = open_book (fixture);
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
  close_badly (fixture, book, "a:b");
}

static void
test_features (Fixture *fixture,
               gconstpointer data)
{
  const TnkRange range = {1, 0, 3, 1};
  const TnkSeries series[] = {{"今回", 1, TNK_COLOUR_IMPLEMENTED, FALSE}, {"前回", 1, TNK_COLOUR_LAST_YEAR, TRUE}};
  TnkChart chart = {TNK_CHART_RADAR, "章別", "章", "章ごとの点数", 1, 3, 0, 480, 360, series, 2};
  const TnkWorkbookProperties properties = {"点検 & 結果", "題", "市", "語", "注", "2026-11-21"};
  g_autoptr (TnkWorkbook) book = open_book (fixture);

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
  close_well (book, 8);

  g_autofree char *part = read_part (fixture->file, "xl/worksheets/sheet1.xml");
  g_assert_nonnull (strstr (part, "A&amp;&amp;B市"));
  g_assert_nonnull (strstr (part, "&amp;P / &amp;N"));
  g_assert_nonnull (strstr (part, "paperSize=\"8\""));
  g_assert_nonnull (strstr (part, "state=\"frozen\""));
  g_autofree char *names = read_part (fixture->file, "xl/workbook.xml");
  g_assert_nonnull (strstr (names, "Print_Titles"));
  g_assert_nonnull (strstr (names, "等級線A"));
  g_autofree char *core = read_part (fixture->file, "docProps/core.xml");
  g_assert_nonnull (strstr (core, "2026-11-21T00:00:00Z"));
}

static void
write_small (TnkWorkbook *book)
{
  TnkSheet *sheet = tnk_workbook_add_sheet (book, "総括");
  const TnkWorkbookProperties properties = {.title = "点検", .date = "2026-11-21"};

  tnk_workbook_set_properties (book, &properties);
  tnk_sheet_number (sheet, 0, 0, TNK_STYLE_FIGURE, 0.5);
}

static void
test_same_bytes (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *bytes[2] = {NULL, NULL};
  gsize lengths[2];

  for (guint i = 0; i < 2; i++) {
    g_autoptr (TnkWorkbook) book = open_book (fixture);

    write_small (book);
    close_well (book, 1); /* which also replaces the first one by the second */
    g_assert_true (g_file_get_contents (fixture->file, &bytes[i], &lengths[i], NULL));
  }
  g_assert_cmpmem (bytes[0], lengths[0], bytes[1], lengths[1]);
  g_clear_pointer (&bytes[1], g_free);
}

/* What was there before a failure is still there after it. */
static void
test_keeps_old (Fixture *fixture,
                gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->file, "old", -1, NULL));
  g_autoptr (TnkWorkbook) book = open_book (fixture);
  tnk_sheet_number (tnk_workbook_add_sheet (book, "総括"), 0, 0, TNK_STYLE_FIGURE, NAN);
  g_assert_false (tnk_workbook_close (book, NULL, NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_EXPORT);
  g_assert_true (g_file_get_contents (fixture->file, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
}

static void
test_cancelled (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = open_book (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  write_small (book);
  g_cancellable_cancel (cancellable);
  g_assert_false (tnk_workbook_close (book, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
}

static void
test_forgotten (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = open_book (fixture);

  write_small (book);
}

static void
test_symlink (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->file, "old", -1, NULL));
  g_assert_no_errno (symlink (fixture->file, link));
  g_autoptr (TnkWorkbook) book = tnk_workbook_new (link, &error);
  g_assert_no_error (error);
  write_small (book);
  close_well (book, 1);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_autofree char *part = read_part (fixture->file, "xl/workbook.xml");
  g_assert_nonnull (strstr (part, "総括"));
  g_unlink (link);
}

static void
assert_refused (const char *filename)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (tnk_workbook_new (filename, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_EXPORT);
  g_assert_nonnull (strstr (error->message, filename));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_bad_places (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "book.xlsx", NULL);
  g_autofree char *under_file = g_build_filename (fixture->file, "book.xlsx", NULL);
  GStatBuf info;

  assert_refused (nowhere);
  assert_refused (fixture->folder);
  g_assert_true (g_file_set_contents (fixture->file, "old", -1, NULL));
  assert_refused (under_file);
  assert_refused ("/dev/full");
  assert_refused ("/dev/null");
  g_assert_no_errno (g_stat ("/dev/null", &info));
  g_assert_true (S_ISCHR (info.st_mode));
}

/* Root may write into a folder that is closed to others, but not even root into /proc. */
static void
test_read_only (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0) {
    g_autoptr (TnkWorkbook) book = tnk_workbook_new ("/proc/book.xlsx", &error);

    if (book != NULL) {
      write_small (book);
      g_assert_false (tnk_workbook_close (book, NULL, NULL, &error));
    }
    g_assert_error (error, TNK_ERROR, TNK_ERROR_EXPORT);
    return;
  }
  g_assert_no_errno (g_chmod (fixture->folder, 0555));
  assert_refused (fixture->file);
  g_assert_no_errno (g_chmod (fixture->folder, 0755));
}

static void
write_much (TnkWorkbook *book)
{
  TnkSheet *sheet = tnk_workbook_add_sheet (book, "集計");
  guint32 state = 1;

  for (guint i = 0; i < 20000; i++) {
    state = state * 1664525 + 1013904223;
    tnk_sheet_number (sheet, i / 10, i % 10, TNK_STYLE_FIGURE, state / 7.0);
  }
}

/* Lets files grow up to @size bytes, as if the folder on the way were full beyond that. */
static void
close_with_limit (Fixture *fixture,
                  TnkWorkbook *book,
                  rlim_t size,
                  const char *part)
{
  struct rlimit old, small;
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &old));
  small = (struct rlimit){size, old.rlim_max};
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &small));
  gboolean done = tnk_workbook_close (book, NULL, NULL, &error);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &old));
  g_assert_false (done);
  g_assert_error (error, TNK_ERROR, TNK_ERROR_EXPORT);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, part));
  g_assert_false (g_file_test (fixture->file, G_FILE_TEST_EXISTS));
}

/* The folder on the way can be full while the cells go in, and it can be full when the sheet is put together, which
 * libxlsxwriter does not notice. */
static void
test_full_on_the_way (Fixture *fixture,
                      gconstpointer data)
{
  static const rlim_t more[] = {50, 300, 700};

  signal (SIGXFSZ, SIG_IGN);
  {
    g_autoptr (TnkWorkbook) book = open_book (fixture);

    write_much (book);
    close_with_limit (fixture, book, 1000, "set TMPDIR");
  }
  for (guint i = 0; i < G_N_ELEMENTS (more); i++) {
    g_autoptr (TnkWorkbook) book = open_book (fixture);

    write_much (book);
    FILE *file = ((TnkSheet *) g_ptr_array_index (book->sheets, 0))->worksheet->optimize_tmpfile;
    fflush (file);
    close_with_limit (fixture, book, ftello (file) + more[i], "probably because the folder for temporary files is full");
  }
}

static gboolean
mount_tiny (const char *folder)
{
  if (unshare (CLONE_NEWNS) != 0 && unshare (CLONE_NEWUSER | CLONE_NEWNS) != 0)
    return FALSE;
  return mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0 &&
         mount ("tenken-test", folder, "tmpfs", 0, "size=16k") == 0;
}

/* In a process of its own, for it goes into a name space of its own to be given a disk that is easily full. */
static void
test_full_disk_inside (void)
{
  g_autofree char *folder = g_dir_make_tmp ("test-workbook-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "book.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  if (!mount_tiny (folder)) {
    g_rmdir (folder);
    g_test_skip ("no tiny disk can be had here");
    return;
  }
  g_autoptr (TnkWorkbook) book = tnk_workbook_new (file, &error);
  g_assert_no_error (error);
  write_much (book);
  g_assert_false (tnk_workbook_close (book, NULL, NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_EXPORT);
  g_assert_nonnull (strstr (error->message, g_strerror (ENOSPC)));
  g_assert_cmpuint (count_entries (folder), ==, 0);
  g_clear_pointer (&book, tnk_workbook_free);
  umount2 (folder, MNT_DETACH);
  g_rmdir (folder);
  g_printerr ("full disk seen");
}

static void
test_full_disk (void)
{
  g_test_trap_subprocess ("/Tenken/Workbook/full-disk/subprocess", 0, 0);
  g_test_trap_assert_passed ();
  if (!g_test_trap_reached_timeout () && access ("/proc/self/ns/mnt", F_OK) == 0 && geteuid () == 0)
    g_test_trap_assert_stderr ("*full disk seen*");
}

/* A locale with a decimal comma must not reach the file. */
static void
test_comma (Fixture *fixture,
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
    g_autoptr (TnkWorkbook) book = open_book (fixture);

    shown = g_strdup_printf ("%.1f", 0.5);
    g_assert_cmpstr (shown, ==, "0,5");
    write_small (book);
    tnk_sheet_columns (g_ptr_array_index (book->sheets, 0), 0, 0, 12.5);
    close_well (book, 1);
    g_autofree char *part = read_part (fixture->file, "xl/worksheets/sheet1.xml");
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

static void
test_verify (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = open_book (fixture);
  g_autofree char *bytes = NULL;
  gsize length;
  guint64 n = 1;

  write_small (book);
  close_well (book, 1);
  g_assert_true (tnk_package_verify (fixture->file, &n, 1, NULL));
  n = 2;
  g_assert_false (tnk_package_verify (fixture->file, &n, 1, NULL));
  n = 1;
  g_assert_false (tnk_package_verify (fixture->file, &n, 2, NULL));
  g_assert_true (g_file_get_contents (fixture->file, &bytes, &length, NULL));
  for (gsize cut = 0; cut < length; cut += length / 23) {
    g_assert_true (g_file_set_contents (fixture->file, bytes, cut, NULL));
    g_assert_false (tnk_package_verify (fixture->file, &n, 1, NULL));
  }
  /* No byte that is turned over may lead out of the file. */
  for (gsize at = 0; at < length; at += 7) {
    bytes[at] ^= 0xff;
    g_assert_true (g_file_set_contents (fixture->file, bytes, length, NULL));
    tnk_package_verify (fixture->file, &n, 1, NULL);
    bytes[at] ^= 0xff;
  }
}

#define ADD(name, function) g_test_add ("/Tenken/Workbook/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  const char *place = g_getenv ("TMPDIR");
  g_autofree char *temporary = g_build_filename (place != NULL ? place : "/tmp", "test-workbook-XXXXXX", NULL);

  /* Before GLib looks for the first time, for it looks only once. */
  g_assert_nonnull (g_mkdtemp (temporary));
  g_setenv ("TMPDIR", temporary, TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/Tenken/Workbook/library", test_library);
  ADD ("whole", test_whole);
  ADD ("hostile-texts", test_hostile_texts);
  ADD ("long-texts", test_long_texts);
  ADD ("sheet-names", test_sheet_names);
  ADD ("order", test_order);
  ADD ("limits", test_limits);
  ADD ("nothing-in-it", test_nothing_in_it);
  ADD ("after-failure", test_after_failure);
  ADD ("features", test_features);
  ADD ("same-bytes", test_same_bytes);
  ADD ("keeps-old", test_keeps_old);
  ADD ("cancelled", test_cancelled);
  ADD ("forgotten", test_forgotten);
  ADD ("symlink", test_symlink);
  ADD ("bad-places", test_bad_places);
  ADD ("read-only", test_read_only);
  ADD ("full-on-the-way", test_full_on_the_way);
  ADD ("comma", test_comma);
  ADD ("verify", test_verify);
  g_test_add_func ("/Tenken/Workbook/full-disk", test_full_disk);
  g_test_add_func ("/Tenken/Workbook/full-disk/subprocess", test_full_disk_inside);

  int status = g_test_run ();
  g_rmdir (temporary);
  return status;
}
