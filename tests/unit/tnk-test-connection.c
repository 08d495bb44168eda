/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-connection.h"

static const TnkTestConnectionBackend backends[] = {
  {"sqlite", tnk_sqlite_connection_open},
};

TnkConnection *
tnk_test_connection_connect (TnkTestConnection *self,
                             const char *place,
                             gboolean create)
{
  g_autoptr (GError) error = NULL;
  TnkConnection *connection = self->backend->connect (place, create, &error);

  if (connection == NULL)
    g_error ("%s: %s", place, error->message);
  return connection;
}

void
tnk_test_connection_run (TnkConnection *connection,
                         const char *sql)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_connection_execute (connection, sql, &error));
  g_assert_no_error (error);
}

static void
set_up (TnkTestConnection *self,
        gconstpointer data)
{
  const char *(*expand) (const char *);
  g_autofree char *ddl = NULL;

  self->backend = data;
  self->dir = tnk_test_dir ();
  self->place = g_build_filename (self->dir, "place", NULL);
  self->connection = tnk_test_connection_connect (self, self->place, TRUE);
  /* the version makes it a place that can be opened again */
  g_assert_true (self->connection->backend->set_version (self->connection, 0, NULL));
  g_assert_true (self->connection->backend->settle (self->connection, NULL));
  expand = self->connection->backend->expand;
  ddl = g_strdup_printf ("CREATE TABLE thing (id %s PRIMARY KEY, size %s, name TEXT, kind TEXT CHECK (kind <> 'bad')) %s; "
                         "CREATE TABLE part (thing_id %s NOT NULL REFERENCES thing (id), place %s, PRIMARY KEY (thing_id, place)) %s",
                         expand ("int"), expand ("real"), expand ("strict"), expand ("int"), expand ("int"),
                         expand ("by_key"));
  tnk_test_connection_run (self->connection, ddl);
}

static void
tear_down (TnkTestConnection *self,
           gconstpointer data)
{
  g_clear_pointer (&self->connection, tnk_connection_close);
  g_free (self->place);
  g_free (self->dir);
}

gint64
tnk_test_connection_count (TnkConnection *connection,
                           const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (tnk_connection_query_int (connection, &n, -1, &error, sql, ""));
  g_assert_no_error (error);
  return n;
}

void
tnk_test_connection_add (TnkConnection *connection,
                         gint64 id,
                         const char *name)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_connection_run (connection, &error, "INSERT INTO thing (id, name) VALUES ($1, $2)", "it", id, name));
  g_assert_no_error (error);
}

TnkStatement *
tnk_test_connection_first_row (TnkConnection *connection,
                               const char *sql)
{
  g_autoptr (GError) error = NULL;
  TnkStatement *statement = tnk_connection_query (connection, &error, sql, "");
  gboolean row = FALSE;

  g_assert_no_error (error);
  g_assert_true (tnk_statement_step (statement, &row, &error));
  g_assert_no_error (error);
  g_assert_true (row);
  return statement;
}

void
tnk_test_connection_refused (TnkTestConnection *self,
                             gboolean done,
                             GError **error)
{
  g_assert_false (done);
  g_assert_error (*error, TNK_ERROR, TNK_ERROR_STORE);
  tnk_test_assert_line (*error != NULL ? (*error)->message : NULL, self->connection->name, "");
  g_clear_error (error);
}

int
tnk_test_connection_main (int argc,
                          char **argv,
                          const TnkTestConnectionCase *cases,
                          guint n_cases)
{
  tnk_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (backends); i++)
    for (guint j = 0; j < n_cases; j++) {
      g_autofree char *path = g_strdup_printf ("/Tenken/Connection/%s/%s", backends[i].name, cases[j].name);
      g_test_add (path, TnkTestConnection, &backends[i], set_up, cases[j].run, tear_down);
    }
  return g_test_run ();
}
