/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-connection.h"

/* --- constraints --- */

static void
test_constraints (TnkTestConnection *self,
                  gconstpointer data)
{
  static const char *const bad[] = {
    "INSERT INTO thing (id) VALUES (1)", "INSERT INTO thing (id, kind) VALUES (2, 'bad')",
    "INSERT INTO part (thing_id, place) VALUES (2, 1)", "INSERT INTO part (thing_id, place) VALUES (NULL, 1)",
    "INSERT INTO part (thing_id, place) VALUES (1, 1)", "DELETE FROM thing", "INSERT INTO thing (id, size) VALUES (3, 'x')"};
  GError *error = NULL;

  tnk_test_connection_add (self->connection, 1, "one");
  tnk_test_connection_run (self->connection, "INSERT INTO part (thing_id, place) VALUES (1, 1)");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_test_message ("%s", bad[i]);
    tnk_test_connection_refused (self, tnk_connection_run (self->connection, &error, bad[i], ""), &error);
  }
  g_assert_cmpint (tnk_test_connection_count (self->connection, "thing"), ==, 1);
  g_assert_cmpint (tnk_test_connection_count (self->connection, "part"), ==, 1);
}

/* --- transactions --- */

static void
test_commit (TnkTestConnection *self,
             gconstpointer data)
{
  g_autoptr (TnkConnection) other = tnk_test_connection_connect (self, self->place, FALSE);
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_connection_begin (self->connection, &error));
  g_assert_no_error (error);
  tnk_test_connection_add (self->connection, 1, "x");
  /* nobody sees it before the commit, and nobody has to wait */
  g_assert_cmpint (tnk_test_connection_count (other, "thing"), ==, 0);
  g_assert_cmpint (tnk_test_connection_count (self->connection, "thing"), ==, 1);
  g_assert_true (tnk_connection_commit (self->connection, &error));
  g_assert_no_error (error);
  g_assert_cmpint (tnk_test_connection_count (other, "thing"), ==, 1);
}

static void
test_roll_back (TnkTestConnection *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tnk_connection_roll_back (self->connection);
  tnk_test_connection_add (self->connection, 1, "x");
  g_assert_true (tnk_connection_begin (self->connection, &error));
  tnk_test_connection_add (self->connection, 2, "y");
  tnk_test_connection_run (self->connection, "CREATE TABLE more (id TEXT)");
  tnk_test_connection_run (self->connection, "DELETE FROM thing WHERE id = 1");
  tnk_connection_roll_back (self->connection);
  tnk_connection_roll_back (self->connection);
  g_assert_cmpint (tnk_test_connection_count (self->connection, "thing"), ==, 1);
  tnk_test_connection_run (self->connection, "CREATE TABLE more (id TEXT)");
  g_assert_true (tnk_connection_begin (self->connection, &error));
  g_assert_true (tnk_connection_commit (self->connection, &error));
  g_assert_no_error (error);
}

/* A transaction in which something failed can still be taken back, and the connection goes on. */
static void
test_roll_back_after_failure (TnkTestConnection *self,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_connection_begin (self->connection, &error));
  tnk_test_connection_add (self->connection, 1, "x");
  tnk_test_connection_refused (self, tnk_connection_run (self->connection, &error, "INSERT INTO thing (id) VALUES (1)", ""), &error);
  tnk_connection_roll_back (self->connection);
  g_assert_cmpint (tnk_test_connection_count (self->connection, "thing"), ==, 0);
  tnk_test_connection_add (self->connection, 1, "y");
}

/* What is not committed when the connection ends is gone. */
static void
test_close_within (TnkTestConnection *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_connection_begin (self->connection, &error));
  tnk_test_connection_add (self->connection, 1, "x");
  tnk_connection_close (g_steal_pointer (&self->connection));
  self->connection = tnk_test_connection_connect (self, self->place, FALSE);
  g_assert_cmpint (tnk_test_connection_count (self->connection, "thing"), ==, 0);
}

static void
test_version (TnkTestConnection *self,
              gconstpointer data)
{
  const TnkBackend *backend = self->connection->backend;
  g_autoptr (GError) error = NULL;
  int version = -1;

  g_assert_true (backend->get_version (self->connection, &version, &error));
  g_assert_cmpint (version, ==, 0);
  g_assert_true (backend->set_version (self->connection, 7, &error));
  /* it stands or falls with the step that goes with it */
  g_assert_true (tnk_connection_begin (self->connection, &error));
  g_assert_true (backend->set_version (self->connection, 8, &error));
  tnk_connection_roll_back (self->connection);
  g_assert_true (backend->get_version (self->connection, &version, &error));
  g_assert_no_error (error);
  g_assert_cmpint (version, ==, 7);
}

/* --- the rest --- */

static void
test_backup (TnkTestConnection *self,
             gconstpointer data)
{
  const TnkBackend *backend = self->connection->backend;
  g_autofree char *copy = g_build_filename (self->dir, "copy", NULL);
  g_autofree char *nowhere = g_build_filename (self->dir, "none", "copy", NULL);
  g_autoptr (TnkConnection) copied = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_connection_add (self->connection, 1, "kept");
  g_assert_true (backend->set_version (self->connection, 3, &error));
  g_assert_true (backend->backup (self->connection, copy, &(TnkWatch){0}, &error));
  g_assert_no_error (error);
  tnk_test_connection_add (self->connection, 2, "later");
  copied = tnk_test_connection_connect (self, copy, FALSE);
  g_assert_cmpint (tnk_test_connection_count (copied, "thing"), ==, 1);
  g_assert_true (copied->backend->check (copied, &error));
  g_assert_no_error (error);
  g_assert_false (backend->backup (self->connection, nowhere, &(TnkWatch){0}, &error));
  g_assert_error (error, TNK_ERROR, TNK_ERROR_STORE);
  tnk_test_assert_line (error->message, nowhere, "");
}

static void
test_check (TnkTestConnection *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  tnk_test_connection_add (self->connection, 1, "x");
  tnk_test_connection_run (self->connection, "INSERT INTO part (thing_id, place) VALUES (1, 1)");
  g_assert_true (self->connection->backend->check (self->connection, &error));
  g_assert_no_error (error);
}

static void
test_expand (TnkTestConnection *self,
             gconstpointer data)
{
  static const char *const tokens[] = {"strict", "by_key", "int", "real"};

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    g_assert_nonnull (self->connection->backend->expand (tokens[i]));
  g_assert_null (self->connection->backend->expand ("stric"));
  g_assert_cmpstr (self->connection->backend->dialect, ==, self->backend->name);
}

typedef struct
{
  TnkConnection *connection;
  gint done;
} Watcher;

static gpointer
cancel_until_done (gpointer data)
{
  Watcher *watcher = data;

  /* One that comes before the statement runs has no effect, so it is said again. */
  do {
    g_usleep (20 * 1000);
    watcher->connection->backend->cancel (watcher->connection);
  } while (!g_atomic_int_get (&watcher->done));
  return NULL;
}

static void
test_cancel (TnkTestConnection *self,
             gconstpointer data)
{
  Watcher watcher = {.connection = self->connection};
  GThread *thread = g_thread_new ("cancel", cancel_until_done, &watcher);
  g_autoptr (GError) error = NULL;
  gint64 n;

  tnk_test_connection_refused (self,
                               tnk_connection_query_int (self->connection, &n, 0, &error,
                                                         "WITH RECURSIVE c (n) AS (SELECT $1 UNION ALL SELECT n + 1 FROM c WHERE n < $2) "
                                                         "SELECT count (*) FROM c",
                                                         "ii", (gint64) 1, G_GINT64_CONSTANT (1000000000000)),
                               &error);
  g_atomic_int_set (&watcher.done, 1);
  g_thread_join (thread);
  tnk_test_connection_add (self->connection, 1, "still alive");
}

static const TnkTestConnectionCase cases[] = {
  {"constraints", test_constraints},
  {"commit", test_commit},
  {"roll-back", test_roll_back},
  {"roll-back-after-failure", test_roll_back_after_failure},
  {"close-within", test_close_within},
  {"version", test_version},
  {"backup", test_backup},
  {"check", test_check},
  {"expand", test_expand},
  {"cancel", test_cancel},
};

int
main (int argc,
      char **argv)
{
  return tnk_test_connection_main (argc, argv, cases, G_N_ELEMENTS (cases));
}
