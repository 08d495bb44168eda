/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-file-lock-private.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "tnk-connection-private.h"
#include "tnk-test.h"

typedef struct
{
  char *dir;
  char *file;
} Place;

static void
set_up (Place *self,
        gconstpointer data)
{
  self->dir = g_dir_make_tmp ("test-file-lock-XXXXXX", NULL);
  self->file = g_build_filename (self->dir, "a.db", NULL);
}

static void
tear_down (Place *self,
           gconstpointer data)
{
  static const char *const endings[] = {"", "-wal", "-shm"};

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *file = g_strconcat (self->file, endings[i], NULL);
    g_unlink (file);
  }
  g_assert_cmpint (g_rmdir (self->dir), ==, 0);
  g_free (self->file);
  g_free (self->dir);
}

/* As somebody does who only wants to know what a file is. */
static void
look_into (const char *file)
{
  int fd = g_open (file, O_RDONLY);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
}

/* Whether another process can lock the file for writing now. */
static gboolean
can_be_locked (const char *file)
{
  int status;
  pid_t pid = fork ();

  if (pid == 0) {
    struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    int fd = open (file, O_RDWR);
    _exit (fd >= 0 && fcntl (fd, F_SETLK, &whole) == 0 ? 0 : 1);
  }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  return status == 0;
}

static void
test_second_look (Place *self,
                  gconstpointer data)
{
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_pid = 77};
  int fd = g_open (self->file, O_RDWR | O_CREAT, 0600);

  g_assert_true (can_be_locked (self->file));
  g_assert_cmpint (tnk_file_lock (fd, F_SETLK, &whole), ==, 0);
  g_assert_false (can_be_locked (self->file));
  look_into (self->file);
  g_assert_false (can_be_locked (self->file));
  whole.l_type = F_UNLCK;
  g_assert_cmpint (tnk_file_lock (fd, F_SETLK, &whole), ==, 0);
  g_assert_true (can_be_locked (self->file));
  close (fd);
}

static void
test_question (Place *self,
               gconstpointer data)
{
  struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  int one = g_open (self->file, O_RDWR | O_CREAT, 0600), other = g_open (self->file, O_RDWR);

  g_assert_cmpint (tnk_file_lock (one, F_SETLK, &whole), ==, 0);
  g_assert_cmpint (tnk_file_lock (other, F_GETLK, &whole), ==, 0);
  g_assert_cmpint (whole.l_type, ==, F_WRLCK);
  g_assert_cmpint (tnk_file_lock (other, F_GETFD, NULL), >=, 0);
  close (one);
  whole.l_type = F_WRLCK;
  g_assert_cmpint (tnk_file_lock (other, F_GETLK, &whole), ==, 0);
  g_assert_cmpint (whole.l_type, ==, F_UNLCK);
  close (other);
}

/* --- the store, to which all of it happened --- */

static void
add (TnkConnection *connection,
     gint64 id)
{
  g_autoptr (GError) error = NULL;

  tnk_connection_run (connection, &error, "INSERT INTO thing (id) VALUES ($1)", "i", id);
  g_assert_no_error (error);
}

static gint64
count (const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkConnection) connection = tnk_sqlite_connection_open (file, FALSE, &error);
  gint64 n = -1;

  g_assert_no_error (error);
  tnk_connection_query_int (connection, &n, -1, &error, "SELECT count (*) FROM thing", "");
  g_assert_no_error (error);
  return n;
}

static void
make_store (const char *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkConnection) connection = tnk_sqlite_connection_open (file, TRUE, &error);

  g_assert_no_error (error);
  tnk_connection_execute (connection, "CREATE TABLE thing (id INTEGER)", &error);
  g_assert_no_error (error);
  g_assert_true (connection->backend->set_version (connection, 1, &error));
  g_assert_true (connection->backend->settle (connection, &error));
}

/* Another program comes, writes, and is the last to go, as it believes. */
static void
test_other_program (void)
{
  const char *file = g_getenv ("TENKEN_TEST_FILE");
  g_autoptr (TnkConnection) connection = NULL;

  if (file == NULL)
    return;
  connection = tnk_sqlite_connection_open (file, FALSE, NULL);
  add (connection, 2);
}

static void
visit (const char *file)
{
  g_setenv ("TENKEN_TEST_FILE", file, TRUE);
  g_test_trap_subprocess ("/Tenken/FileLock/store/subprocess", 0, 0);
  g_test_trap_assert_passed ();
  g_unsetenv ("TENKEN_TEST_FILE");
}

static void
test_store (Place *self,
            gconstpointer data)
{
  static const char *const endings[] = {"", "-wal", "-shm"};
  g_autoptr (TnkConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  make_store (self->file);
  connection = tnk_sqlite_connection_open (self->file, FALSE, &error);
  g_assert_no_error (error);
  add (connection, 1);
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *file = g_strconcat (self->file, endings[i], NULL);
    look_into (file);
  }
  visit (self->file);
  add (connection, 3);
  visit (self->file);
  g_assert_cmpint (count (self->file), ==, 4);
  g_clear_pointer (&connection, tnk_connection_close);
  g_assert_cmpint (count (self->file), ==, 4);
}

/* Two connections of one process, in any order of going: none leaves a lock behind. */
static void
test_two_connections (Place *self,
                      gconstpointer data)
{
  for (int first = 0; first < 2; first++) {
    TnkConnection *connections[2];

    if (first == 0)
      make_store (self->file);
    for (int i = 0; i < 2; i++) {
      connections[i] = tnk_sqlite_connection_open (self->file, FALSE, NULL);
      add (connections[i], i);
    }
    tnk_connection_close (connections[first]);
    add (connections[!first], 2);
    tnk_connection_close (connections[!first]);
    g_assert_true (can_be_locked (self->file));
    g_assert_cmpint (count (self->file), ==, 3 * (first + 1));
  }
}

int
main (int argc,
      char *argv[])
{
  tnk_test_init (&argc, &argv);
  g_test_add ("/Tenken/FileLock/second-look", Place, NULL, set_up, test_second_look, tear_down);
  g_test_add ("/Tenken/FileLock/question", Place, NULL, set_up, test_question, tear_down);
  g_test_add ("/Tenken/FileLock/store", Place, NULL, set_up, test_store, tear_down);
  g_test_add ("/Tenken/FileLock/two-connections", Place, NULL, set_up, test_two_connections, tear_down);
  g_test_add_func ("/Tenken/FileLock/store/subprocess", test_other_program);
  return g_test_run ();
}
