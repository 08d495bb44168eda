/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-workbook.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "tnk-error.h"
#include "tnk-test-xlsx.h"
#include "tnk-test.h"

void
tnk_test_book_set_up (TnkTestBook *self,
                      gconstpointer data)
{
  self->folder = g_dir_make_tmp ("test-workbook-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->file = g_build_filename (self->folder, "book.xlsx", NULL);
}

/* Nothing may be left behind: beside the workbook, or where it was made. */
void
tnk_test_book_tear_down (TnkTestBook *self,
                         gconstpointer data)
{
  g_unlink (self->file);
  g_assert_cmpuint (tnk_test_count_entries (self->folder), ==, 0);
  g_assert_no_errno (g_rmdir (self->folder));
  g_assert_cmpuint (tnk_test_count_entries (g_get_tmp_dir ()), ==, 0);
  g_free (self->file);
  g_free (self->folder);
}

TnkWorkbook *
tnk_test_book_open (TnkTestBook *self)
{
  g_autoptr (GError) error = NULL;
  TnkWorkbook *book = tnk_workbook_new (self->file, &error);

  g_assert_no_error (error);
  g_assert_nonnull (book);
  return book;
}

void
tnk_test_book_write_small (TnkWorkbook *book)
{
  TnkSheet *sheet = tnk_workbook_add_sheet (book, "総括");
  const TnkWorkbookProperties properties = {.title = "点検", .date = "2026-11-21"};

  tnk_workbook_set_properties (book, &properties);
  tnk_sheet_number (sheet, 0, 0, TNK_STYLE_FIGURE, 0.5);
}

void
tnk_test_book_close_well (TnkWorkbook *book,
                          guint64 n_cells)
{
  g_autoptr (GError) error = NULL;
  guint64 n = 0;

  g_assert_true (tnk_workbook_close (book, NULL, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_cells);
}

void
tnk_test_book_close_badly (TnkTestBook *self,
                           TnkWorkbook *book,
                           const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (tnk_workbook_close (book, NULL, NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_EXPORT);
  g_assert_nonnull (strstr (error->message, self->file));
  g_assert_nonnull (strstr (error->message, words));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_false (g_file_test (self->file, G_FILE_TEST_EXISTS));
}

int
tnk_test_book_run (int argc,
                   char **argv,
                   void (*add) (void))
{
  setlocale (LC_ALL, "");
  tnk_test_isolate ();
  g_test_init (&argc, &argv, NULL);
  add ();
  return g_test_run ();
}
