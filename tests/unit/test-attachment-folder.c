/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "tnk-attachment-folder-private.h"
#include "tnk-attachment.h"

#define LONG (8 * 1024 * 1024)

/* --- reading what is to be attached --- */

static void
assert_refused (const char *path,
                int code,
                const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = tnk_attachment_read_source (path, &error);

  g_assert_null (content);
  g_assert_error (error, TNK_ERROR, code);
  tnk_test_assert_line (error->message, path, words);
}

static void
test_source (void)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *file = tnk_test_write (dir, "a", "abc", -1), *empty = tnk_test_write (dir, "empty", "", 0);
  g_autofree char *link = g_build_filename (dir, "link", NULL), *pipe = g_build_filename (dir, "pipe", NULL), *none = g_build_filename (dir, "none", NULL);
  g_autofree char *at_most = tnk_test_write (dir, "most", "", 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = tnk_attachment_read_source (file, &error), most = NULL;

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), "abc", 3);
  g_assert_cmpint (symlink ("a", link), ==, 0);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (link, TNK_ERROR_INVALID, "link");
  assert_refused (pipe, TNK_ERROR_INVALID, "regular file");
  assert_refused (dir, TNK_ERROR_INVALID, "regular file");
  assert_refused (empty, TNK_ERROR_INVALID, "empty");
  assert_refused (none, TNK_ERROR_STORE, "cannot be read");
  g_assert_cmpint (truncate (at_most, TNK_ATTACHMENT_MAX_SIZE), ==, 0);
  most = tnk_attachment_read_source (at_most, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (most), ==, TNK_ATTACHMENT_MAX_SIZE);
  g_assert_cmpint (truncate (at_most, TNK_ATTACHMENT_MAX_SIZE + 1), ==, 0);
  assert_refused (at_most, TNK_ERROR_INVALID, "MiB");
}

typedef struct
{
  const char *path;
  const char *other;
  gint stop;
} Writer;

/* Somebody saves the file over and over while it is read. */
static gpointer
append (gpointer data)
{
  Writer *self = data;
  int fd = open (self->path, O_WRONLY | O_APPEND);

  while (!g_atomic_int_get (&self->stop) && write (fd, "x", 1) == 1)
    continue;
  close (fd);
  return NULL;
}

static gpointer
replace (gpointer data)
{
  Writer *self = data;

  while (!g_atomic_int_get (&self->stop)) {
    g_autofree char *old = g_strconcat (self->path, ".old", NULL);

    if (rename (self->path, old) != 0 || rename (self->other, self->path) != 0 || rename (old, self->other) != 0)
      break;
  }
  return NULL;
}

/* What comes out is a whole file, or the word that it changed. */
static void
test_changing (gconstpointer how)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autofree char *text = g_strnfill (LONG, 'a'), *other_text = g_strnfill (LONG, 'b');
  g_autofree char *path = tnk_test_write (dir, "a", text, -1), *other = tnk_test_write (dir, "b", other_text, -1);
  Writer writer = {path, other, 0};
  GThread *thread = g_thread_new ("writer", how == NULL ? append : replace, &writer);
  guint n_changed = 0;

  for (guint i = 0; i < 20000 && n_changed < 3; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) content = tnk_attachment_read_source (path, &error);
    gsize length = 0;
    const char *bytes = content != NULL ? g_bytes_get_data (content, &length) : NULL;

    if (bytes != NULL)
      g_assert_cmpint (bytes[0] == bytes[LONG - 1] || how == NULL, ==, TRUE);
    else if (g_error_matches (error, TNK_ERROR, TNK_ERROR_STATE)) {
      tnk_test_assert_line (error->message, path, "changed while it was read");
      n_changed++;
    } else /* between two renames the name is nobody's */
      tnk_test_assert_line (error->message, path, g_strerror (ENOENT));
  }
  g_atomic_int_set (&writer.stop, 1);
  g_thread_join (thread);
  g_assert_cmpuint (n_changed, ==, 3);
}

/* --- the folder --- */

static void
test_keep (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3), read = NULL, wrong = NULL;
  g_autofree char *hash = NULL, *again = NULL, *folder = NULL, *files = NULL;
  g_autoptr (GError) error = NULL;
  gboolean created;

  tnk_test_store_init (&test);
  folder = g_strconcat (test.path, ".files", NULL);
  g_assert_true (tnk_attachment_folder_keep (test.path, content, &hash, &created, &error));
  g_assert_true (created);
  g_assert_cmpstr (hash, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_true (tnk_attachment_folder_keep (test.path, content, &again, &created, &error));
  g_assert_false (created);
  g_assert_cmpstr (hash, ==, again);
  files = tnk_test_store_list_dir (folder);
  g_assert_cmpstr (files, ==, hash);
  read = tnk_attachment_folder_read (test.path, hash, 3, &error);
  g_assert_true (g_bytes_equal (read, content));
  wrong = tnk_attachment_folder_read (test.path, hash, 4, &error);
  tnk_test_store_refused (wrong != NULL, &error, TNK_ERROR_TAMPERED, "not the one that was kept");
  tnk_attachment_folder_forget (test.path, hash);
  tnk_test_store_refused (tnk_attachment_folder_read (test.path, hash, 3, &error) != NULL, &error, TNK_ERROR_TAMPERED, "not there");
}

/* What the store names leads nowhere else. */
static void
test_hostile_hash (void)
{
  static const char *const hashes[] = {"", "../store.db", "/etc/passwd", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a",
                                       "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                                       "../../../../../../../../../../../../../../../../../../etc/passwd"};
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3);
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  gboolean created;

  tnk_test_store_init (&test);
  g_assert_true (tnk_attachment_folder_keep (test.path, content, &hash, &created, &error));
  for (guint i = 0; i < G_N_ELEMENTS (hashes); i++)
    tnk_test_store_refused (tnk_attachment_folder_read (test.path, hashes[i], 3, &error) != NULL, &error, TNK_ERROR_TAMPERED, "no hash");
}

/* Beside the file itself, also where the store is opened by a link to it. */
static void
test_linked_store (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3), read = NULL;
  g_autofree char *dir = tnk_test_dir (), *link = g_build_filename (dir, "linked.db", NULL);
  g_autofree char *hash = NULL, *files = NULL;
  g_autoptr (GError) error = NULL;
  gboolean created;

  tnk_test_store_init (&test);
  g_assert_cmpint (symlink (test.path, link), ==, 0);
  g_assert_true (tnk_attachment_folder_keep (link, content, &hash, &created, &error));
  files = tnk_test_store_list_dir (dir);
  g_assert_cmpstr (files, ==, "linked.db");
  read = tnk_attachment_folder_read (test.path, hash, 3, &error);
  g_assert_no_error (error);
}

static void
test_copy (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3), read = NULL;
  g_autofree char *target = NULL, *hash = NULL, *kept = NULL;
  g_autoptr (GError) error = NULL;
  gboolean created;

  tnk_test_store_init (&test);
  target = g_build_filename (test.dir, "copy.db", NULL);
  g_assert_true (tnk_attachment_folder_keep (test.path, content, &hash, &created, &error));
  g_assert_true (tnk_attachment_folder_copy (test.path, target, hash, 3, &error));
  read = tnk_attachment_folder_read (target, hash, 3, &error);
  g_assert_true (g_bytes_equal (read, content));
  kept = g_strdup_printf ("%s.files/%s", test.path, hash);
  g_assert_true (g_file_set_contents (kept, "abd", 3, &error));
  tnk_test_store_refused (tnk_attachment_folder_copy (test.path, target, hash, 3, &error), &error, TNK_ERROR_TAMPERED, "not the one that was kept");
  /* what was damaged is put right by the file that it was */
  g_free (g_steal_pointer (&hash));
  g_assert_true (tnk_attachment_folder_keep (test.path, content, &hash, &created, &error));
  g_assert_false (created);
  g_assert_true (tnk_attachment_folder_copy (test.path, target, hash, 3, &error));
}

static void
test_holds (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autoptr (GBytes) content = g_bytes_new_static ("abc", 3);
  g_autofree char *hash = NULL, *inside = NULL, *roundabout = NULL;
  gboolean created;

  tnk_test_store_init (&test);
  inside = g_strconcat (test.path, ".files/x", NULL);
  roundabout = g_strconcat (test.path, ".files/../store.db.files/x", NULL);
  g_assert_false (tnk_attachment_folder_holds (test.path, inside));
  g_assert_true (tnk_attachment_folder_keep (test.path, content, &hash, &created, NULL));
  g_assert_true (tnk_attachment_folder_holds (test.path, inside));
  g_assert_true (tnk_attachment_folder_holds (test.path, roundabout));
  g_assert_false (tnk_attachment_folder_holds (test.path, test.path));
}

/* --- what a crash left --- */

#define OLD ".0123456789abcdef.unfinished"

/* Sets the clock of a file back, of a link its own. */
static void
age (const char *path,
     glong seconds)
{
  const struct timespec then = {.tv_sec = time (NULL) - seconds};
  const struct timespec times[] = {then, then};

  g_assert_cmpint (utimensat (AT_FDCWD, path, times, AT_SYMLINK_NOFOLLOW), ==, 0);
}

static char *
leave (const char *folder,
       const char *name,
       glong seconds)
{
  char *path = tnk_test_write (folder, name, "half", -1);

  age (path, seconds);
  return path;
}

/* Only what bears just such a name, is a file, and has lain there for more than a day. */
static void
test_sweep (void)
{
  static const char *const others[] = {".0123456789abcde.unfinished", ".0123456789abcdef0.unfinished", ".0123456789abcdeg.unfinished", ".0123456789ABCDEF.unfinished",
                                       "0123456789abcdef.unfinished", ".0123456789abcdef.unfinished~", ".unfinished", "notes.unfinished",
                                       "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"};
  g_auto (TnkTestStore) test = {0};
  g_autofree char *folder = NULL, *old = NULL, *recent = NULL, *outside = NULL, *link = NULL, *directory = NULL, *inside = NULL;

  tnk_test_store_init (&test);
  folder = g_strconcat (test.path, ".files", NULL);
  old = leave (folder, OLD, 24 * 60 * 60 + 60);
  recent = leave (folder, ".0123456789abcde0.unfinished", 23 * 60 * 60);
  outside = leave (test.dir, OLD, 48 * 60 * 60);
  link = g_build_filename (folder, ".0123456789abcde1.unfinished", NULL);
  g_assert_cmpint (symlink (outside, link), ==, 0);
  age (link, 48 * 60 * 60);
  directory = g_build_filename (folder, ".0123456789abcde2.unfinished", NULL);
  inside = leave (directory, OLD, 48 * 60 * 60);
  age (directory, 48 * 60 * 60);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_free (leave (folder, others[i], 48 * 60 * 60));
  tnk_test_store_reopen (&test);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (recent, G_FILE_TEST_EXISTS) && g_file_test (outside, G_FILE_TEST_EXISTS) && g_file_test (inside, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *path = g_build_filename (folder, others[i], NULL);

    g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  }
}

/* A folder that is a link leads somewhere else, where nothing is touched; one that is not there is not made. */
static void
test_sweep_elsewhere (void)
{
  g_auto (TnkTestStore) test = {0};
  g_autofree char *folder = NULL, *other = NULL, *theirs = NULL;

  tnk_test_store_init (&test);
  folder = g_strconcat (test.path, ".files", NULL);
  tnk_test_store_reopen (&test);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  other = g_build_filename (test.dir, "other", NULL);
  theirs = leave (other, OLD, 48 * 60 * 60);
  g_assert_cmpint (symlink (other, folder), ==, 0);
  tnk_test_store_reopen (&test);
  g_assert_true (g_file_test (theirs, G_FILE_TEST_EXISTS));
}

int
main (int argc,
      char **argv)
{
  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/AttachmentFolder/source", test_source);
  g_test_add_data_func ("/Tenken/AttachmentFolder/changing/appended", NULL, test_changing);
  g_test_add_data_func ("/Tenken/AttachmentFolder/changing/replaced", "", test_changing);
  g_test_add_func ("/Tenken/AttachmentFolder/keep", test_keep);
  g_test_add_func ("/Tenken/AttachmentFolder/hostile-hash", test_hostile_hash);
  g_test_add_func ("/Tenken/AttachmentFolder/linked-store", test_linked_store);
  g_test_add_func ("/Tenken/AttachmentFolder/copy", test_copy);
  g_test_add_func ("/Tenken/AttachmentFolder/holds", test_holds);
  g_test_add_func ("/Tenken/AttachmentFolder/sweep", test_sweep);
  g_test_add_func ("/Tenken/AttachmentFolder/sweep-elsewhere", test_sweep_elsewhere);
  return g_test_run ();
}
