/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tnk-error.h"
#include "tnk-test-workbook.h"
#include "tnk-test-xlsx.h"
#include "tnk-workbook-package-private.h"
#include "tnk-workbook-xlsx-private.h"

/* What was there before a failure is still there after it. */
static void
test_keeps_old (TnkTestBook *fixture,
                gconstpointer data)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->file, "old", -1, NULL));
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
  tnk_sheet_number (tnk_workbook_add_sheet (book, "総括"), 0, 0, TNK_STYLE_FIGURE, NAN);
  g_assert_false (tnk_workbook_close (book, NULL, NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_EXPORT);
  g_assert_true (g_file_get_contents (fixture->file, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "old");
}

static void
test_symlink (TnkTestBook *fixture,
              gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "link.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->file, "old", -1, NULL));
  g_assert_no_errno (symlink (fixture->file, link));
  g_autoptr (TnkWorkbook) book = tnk_workbook_new (link, &error);
  g_assert_no_error (error);
  tnk_test_book_write_small (book);
  tnk_test_book_close_well (book, 1);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_autofree char *part = tnk_test_xlsx_part (fixture->file, "xl/workbook.xml");
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
test_bad_places (TnkTestBook *fixture,
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
test_read_only (TnkTestBook *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0) {
    g_autoptr (TnkWorkbook) book = tnk_workbook_new ("/proc/book.xlsx", &error);

    if (book != NULL) {
      tnk_test_book_write_small (book);
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
close_with_limit (TnkTestBook *fixture,
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
test_full_on_the_way (TnkTestBook *fixture,
                      gconstpointer data)
{
  static const rlim_t more[] = {50, 300, 700};

  signal (SIGXFSZ, SIG_IGN);
  {
    g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);

    write_much (book);
    close_with_limit (fixture, book, 1000, "set TMPDIR");
  }
  for (guint i = 0; i < G_N_ELEMENTS (more); i++) {
    g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);

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

  g_assert_true (mount_tiny (folder));
  g_autoptr (TnkWorkbook) book = tnk_workbook_new (file, &error);
  g_assert_no_error (error);
  write_much (book);
  g_assert_false (tnk_workbook_close (book, NULL, NULL, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_EXPORT);
  g_assert_nonnull (strstr (error->message, g_strerror (ENOSPC)));
  g_assert_cmpuint (tnk_test_count_entries (folder), ==, 0);
  g_clear_pointer (&book, tnk_workbook_free);
  umount2 (folder, MNT_DETACH);
  g_rmdir (folder);
}

/* Whether this machine lets us have one: tried in a process that then goes away with it. */
static gboolean
can_mount_tiny (void)
{
  g_autofree char *folder = g_dir_make_tmp ("test-workbook-XXXXXX", NULL);
  int status = 1;
  pid_t pid = fork ();

  if (pid == 0)
    _exit (!mount_tiny (folder));
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_rmdir (folder);
  return status == 0;
}

static void
test_full_disk (void)
{
  if (!can_mount_tiny ()) {
    g_test_skip ("no tiny disk can be had here");
    return;
  }
  g_test_trap_subprocess ("/Tenken/WorkbookPackage/full-disk/subprocess", 0, 0);
  g_test_trap_assert_passed ();
}

static void
test_verify (TnkTestBook *fixture,
             gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
  g_autofree char *bytes = NULL;
  gsize length;
  guint64 n = 1;

  tnk_test_book_write_small (book);
  tnk_test_book_close_well (book, 1);
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

/* The file gets the rights that any new file of this person would get. */
static void
test_mode (TnkTestBook *fixture,
           gconstpointer data)
{
  g_autoptr (TnkWorkbook) book = tnk_test_book_open (fixture);
  mode_t old = umask (027);
  GStatBuf info;

  tnk_test_book_write_small (book);
  tnk_test_book_close_well (book, 1);
  umask (old);
  g_assert_no_errno (g_stat (fixture->file, &info));
  g_assert_cmpuint (info.st_mode & 0777, ==, 0640);
}

static void
add_tests (void)
{
  TNK_TEST_BOOK ("/Tenken/WorkbookPackage/keeps-old", test_keeps_old);
  TNK_TEST_BOOK ("/Tenken/WorkbookPackage/symlink", test_symlink);
  TNK_TEST_BOOK ("/Tenken/WorkbookPackage/bad-places", test_bad_places);
  TNK_TEST_BOOK ("/Tenken/WorkbookPackage/read-only", test_read_only);
  TNK_TEST_BOOK ("/Tenken/WorkbookPackage/full-on-the-way", test_full_on_the_way);
  TNK_TEST_BOOK ("/Tenken/WorkbookPackage/verify", test_verify);
  TNK_TEST_BOOK ("/Tenken/WorkbookPackage/mode", test_mode);
  g_test_add_func ("/Tenken/WorkbookPackage/full-disk", test_full_disk);
  g_test_add_func ("/Tenken/WorkbookPackage/full-disk/subprocess", test_full_disk_inside);
}

int
main (int argc,
      char **argv)
{
  return tnk_test_book_run (argc, argv, add_tests);
}
