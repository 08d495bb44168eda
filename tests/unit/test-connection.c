/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-connection.h"

#include <float.h>
#include <string.h>

/* --- arguments --- */

/* $2 before $1, and $1 twice: the numbers count, not the places. */
static void
test_numbered_arguments (TnkTestConnection *self,
                         gconstpointer data)
{
  g_autoptr (TnkStatement) row = NULL;
  g_autoptr (GError) error = NULL;

  tnk_test_connection_add (self->connection, 1, "old");
  g_assert_true (tnk_connection_run (self->connection, &error, "UPDATE thing SET name = $2, kind = $3 WHERE id = $1", "itt",
                                     (gint64) 1, "second", "third"));
  g_assert_no_error (error);
  row = tnk_connection_query (self->connection, &error,
                              "SELECT name || $3 || kind || $1 || $2 || $1 || '$2' FROM thing WHERE id = $4", "ttti", "a",
                              "b", "c", (gint64) 1);
  g_assert_nonnull (row);
  gboolean there = FALSE;
  g_assert_true (tnk_statement_step (row, &there, &error));
  g_assert_true (there);
  g_assert_cmpstr (tnk_statement_text (row, 0), ==, "secondcthirdaba$2");
}

static void
test_many_arguments (TnkTestConnection *self,
                     gconstpointer data)
{
  g_autoptr (TnkStatement) row = NULL;
  g_autoptr (GError) error = NULL;
  gboolean there = FALSE;

  row = tnk_connection_query (
    self->connection, &error,
    "SELECT $16 || $15 || $14 || $13 || $12 || $11 || $10 || $9 || $8 || $7 || $6 || $5 || $4 || $3 || $2 || $1",
    "tttttttttttttttt", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f", "g");
  g_assert_no_error (error);
  g_assert_true (tnk_statement_step (row, &there, &error));
  g_assert_cmpstr (tnk_statement_text (row, 0), ==, "gfedcba987654321");
}

static void
test_integers (TnkTestConnection *self,
               gconstpointer data)
{
  static const gint64 values[] = {0, -1, G_MAXINT32, G_MININT32, G_GINT64_CONSTANT (9007199254740993), G_MAXINT64, G_MININT64};
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    gint64 value = 7;
    tnk_test_connection_add (self->connection, values[i], NULL);
    g_assert_true (tnk_connection_query_int (self->connection, &value, 7, &error, "SELECT id FROM thing WHERE id = $1", "i",
                                             values[i]));
    g_assert_no_error (error);
    g_assert_cmpint (value, ==, values[i]);
  }
  g_assert_cmpint (tnk_test_connection_count (self->connection, "thing"), ==, G_N_ELEMENTS (values));
}

/* Lines and figures come back to the last bit. */
static void
test_doubles (TnkTestConnection *self,
              gconstpointer data)
{
  static const double values[] = {0, 0.1, -1.0 / 3, 95, 1e308, DBL_MIN, DBL_EPSILON, -99.95};
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autoptr (TnkStatement) row = NULL;
    g_assert_true (tnk_connection_run (self->connection, &error, "DELETE FROM thing", ""));
    g_assert_true (tnk_connection_run (self->connection, &error, "INSERT INTO thing (id, size) VALUES (1, $1)", "d", values[i]));
    g_assert_no_error (error);
    row = tnk_test_connection_first_row (self->connection, "SELECT size FROM thing");
    g_assert_cmpfloat (tnk_statement_double (row, 0), ==, values[i]);
  }
}

static void
test_texts (TnkTestConnection *self,
            gconstpointer data)
{
  g_autofree char *long_text = g_strnfill (1000 * 1000, 'x');
  const char *const values[] = {"", " ", "点検、髙﨑・神\xef\xa8\x99", "e\xcc\x81 \xf0\x9f\x97\xbe", "it's \"quoted\"; DROP TABLE thing; --", "a\nb\r\nc\td", "\x01\x1f", long_text};

  for (guint i = 0; i < G_N_ELEMENTS (values); i++) {
    g_autoptr (TnkStatement) row = NULL;
    tnk_test_connection_run (self->connection, "DELETE FROM thing");
    tnk_test_connection_add (self->connection, 1, values[i]);
    row = tnk_test_connection_first_row (self->connection, "SELECT name FROM thing");
    g_assert_cmpstr (tnk_statement_text (row, 0), ==, values[i]);
  }
}

/* No text is not the same as an empty one. */
static void
test_null (TnkTestConnection *self,
           gconstpointer data)
{
  g_autoptr (TnkStatement) row = NULL;

  tnk_test_connection_add (self->connection, 1, NULL);
  tnk_test_connection_add (self->connection, 2, "");
  row = tnk_test_connection_first_row (self->connection, "SELECT name FROM thing WHERE id = 1");
  g_assert_null (tnk_statement_text (row, 0));
  g_clear_pointer (&row, tnk_statement_finish);
  row = tnk_test_connection_first_row (self->connection, "SELECT id, name FROM thing WHERE name IS NOT NULL");
  g_assert_cmpint (tnk_statement_int (row, 0), ==, 2);
  g_assert_cmpstr (tnk_statement_text (row, 1), ==, "");
}

/* --- statements --- */

static void
test_rows (TnkTestConnection *self,
           gconstpointer data)
{
  g_autoptr (TnkStatement) rows = NULL;
  g_autoptr (GError) error = NULL;
  gboolean row = FALSE;
  gint64 n = 0;

  for (gint64 i = 1; i <= 3; i++)
    tnk_test_connection_add (self->connection, i, "x");
  rows = tnk_connection_query (self->connection, &error, "SELECT id, name FROM thing WHERE id > $1 ORDER BY id", "i", (gint64) 1);
  while (tnk_statement_step (rows, &row, &error) && row)
    g_assert_cmpint (tnk_statement_int (rows, 0), ==, 2 + n++);
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 2);
}

static void
test_query_int (TnkTestConnection *self,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  g_assert_true (tnk_connection_query_int (self->connection, &value, -5, &error, "SELECT id FROM thing", ""));
  g_assert_no_error (error);
  g_assert_cmpint (value, ==, -5);
  tnk_test_connection_refused (self, tnk_connection_query_int (self->connection, &value, -5, &error, "SELECT no FROM thing", ""), &error);
}

/* A statement takes new arguments for each turn, also in the middle of its rows. */
static void
test_reuse (TnkTestConnection *self,
            gconstpointer data)
{
  g_autoptr (TnkStatement) insert = NULL;
  g_autoptr (TnkStatement) from = NULL;
  g_autoptr (GError) error = NULL;
  gboolean row = FALSE;

  insert = tnk_connection_prepare (self->connection, &error, "INSERT INTO thing (id, size, name) VALUES ($1, $3, $2)");
  g_assert_no_error (error);
  for (gint64 i = 1; i <= 100; i++)
    g_assert_true (tnk_statement_run (insert, &error, "itd", i, i % 2 ? "odd" : NULL, i / 2.0));
  g_assert_no_error (error);
  from = tnk_connection_prepare (self->connection, &error, "SELECT id, name, size FROM thing WHERE id >= $1 ORDER BY id");
  for (gint64 i = 100; i > 0; i -= 33) {
    g_assert_true (tnk_statement_bind (from, &error, "i", i));
    g_assert_true (tnk_statement_step (from, &row, &error));
    g_assert_true (row);
    g_assert_cmpint (tnk_statement_int (from, 0), ==, i);
    g_assert_cmpstr (tnk_statement_text (from, 1), ==, i % 2 ? "odd" : NULL);
    g_assert_cmpfloat (tnk_statement_double (from, 2), ==, i / 2.0);
  }
}

/* A turn that failed spoils nothing of the next. */
static void
test_reuse_after_failure (TnkTestConnection *self,
                          gconstpointer data)
{
  g_autoptr (TnkStatement) insert = NULL;
  g_autoptr (GError) error = NULL;

  insert = tnk_connection_prepare (self->connection, &error, "INSERT INTO thing (id, name, kind) VALUES ($1, $2, $3)");
  g_assert_true (tnk_statement_run (insert, &error, "itt", (gint64) 1, "a", "good"));
  tnk_test_connection_refused (self, tnk_statement_run (insert, &error, "itt", (gint64) 1, "b", "good"), &error);
  g_assert_true (tnk_statement_run (insert, &error, "itt", (gint64) 2, "b", "good"));
  g_assert_no_error (error);
  g_clear_error (&error);
  tnk_test_connection_refused (self, tnk_statement_run (insert, &error, "itt", (gint64) 3, "b", "bad"), &error);
  g_assert_true (tnk_statement_bind (insert, &error, "itt", (gint64) 3, "c", "good"));
  g_assert_no_error (error);
  g_clear_error (&error);
  g_assert_cmpint (tnk_test_connection_count (self->connection, "thing"), ==, 2);
}

static void
test_on_conflict (TnkTestConnection *self,
                  gconstpointer data)
{
  static const char *const sql = "INSERT INTO thing (id, name, size) VALUES ($1, $2, $3) "
                                 "ON CONFLICT (id) DO UPDATE SET name = excluded.name";
  g_autoptr (TnkStatement) row = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_connection_run (self->connection, &error, sql, "itd", (gint64) 1, "first", 1.5));
  g_assert_true (tnk_connection_run (self->connection, &error, sql, "itd", (gint64) 1, "second", 2.5));
  g_assert_true (tnk_connection_run (self->connection, &error, "INSERT INTO thing (id) VALUES (1) ON CONFLICT (id) DO NOTHING", ""));
  g_assert_no_error (error);
  row = tnk_test_connection_first_row (self->connection, "SELECT name, size FROM thing");
  g_assert_cmpstr (tnk_statement_text (row, 0), ==, "second");
  g_assert_cmpfloat (tnk_statement_double (row, 1), ==, 1.5);
}

static void
test_returning (TnkTestConnection *self,
                gconstpointer data)
{
  g_autoptr (TnkStatement) row = NULL;
  g_autoptr (GError) error = NULL;
  gboolean there = FALSE;

  row = tnk_connection_query (self->connection, &error, "INSERT INTO thing (id, name) VALUES ($1, $2) RETURNING name, id", "it",
                              (gint64) 9, "nine");
  g_assert_no_error (error);
  g_assert_true (tnk_statement_step (row, &there, &error));
  g_assert_true (there);
  g_assert_cmpstr (tnk_statement_text (row, 0), ==, "nine");
  g_assert_cmpint (tnk_statement_int (row, 1), ==, 9);
  g_assert_true (tnk_statement_step (row, &there, &error));
  g_assert_false (there);
  g_assert_cmpint (tnk_test_connection_count (self->connection, "thing"), ==, 1);
}

static void
test_bad_statement (TnkTestConnection *self,
                    gconstpointer data)
{
  GError *error = NULL;

  tnk_test_connection_refused (self, tnk_connection_execute (self->connection, "CREATE TABLE thing (id)", &error), &error);
  tnk_test_connection_refused (self, tnk_connection_prepare (self->connection, &error, "SELECT nothing FROM nowhere") != NULL, &error);
  tnk_test_connection_refused (self, tnk_connection_run (self->connection, &error, "SELEKT 1", ""), &error);
  tnk_test_connection_add (self->connection, 1, "still alive");
}

static const TnkTestConnectionCase cases[] = {
  {"numbered-arguments", test_numbered_arguments},
  {"many-arguments", test_many_arguments},
  {"integers", test_integers},
  {"doubles", test_doubles},
  {"texts", test_texts},
  {"null", test_null},
  {"rows", test_rows},
  {"query-int", test_query_int},
  {"reuse", test_reuse},
  {"reuse-after-failure", test_reuse_after_failure},
  {"on-conflict", test_on_conflict},
  {"returning", test_returning},
  {"bad-statement", test_bad_statement},
};

int
main (int argc,
      char **argv)
{
  return tnk_test_connection_main (argc, argv, cases, G_N_ELEMENTS (cases));
}
