/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-test-store.h"

#include "tnk-log-private.h"
#include "tnk-schema-private.h"

#define AT "2026-06-01T09:00:00+09:00"
#define NO_HASH "0000000000000000000000000000000000000000000000000000000000000000"

/* Three entries, whose hashes were computed by another program from the rule alone: SHA-256 over seq, at, actor, kind,
 * subject, detail and the hash before, each as its length in bytes, “:” and itself. */
static const struct
{
  const char *kind;
  const char *subject;
  const char *detail;
  const char *hash;
} entries[] = {
  {"store.created", "点検市", "{}", "300badb2701ec8c248ae92e7a9bfaa97f23ba55ef39d50a269190a0bd7069d6a"},
  {"roster.imported", "", "{\"before\":[\"1:2\"]}", "3cd6e4115496828130149977e071cf0e88feda6ace8bfaab4e8f48c57ac57530"},
  {"campaign.opened", "2026", "", "28350675b388ff26340f3f72f18cb710db624798bec2c48e72ffdd631d6c62e4"},
};

typedef struct
{
  char *path;
  TnkConnection *connection;
} Fixture;

static gboolean
append (TnkLog *log,
        guint i)
{
  g_autoptr (GError) error = NULL;
  gboolean done = tnk_log_append (log, AT, "係", entries[i].kind, entries[i].subject, entries[i].detail, &error);

  g_assert_no_error (error);
  return done;
}

static void
set_up (Fixture *self,
        gconstpointer data)
{
  g_autofree char *dir = tnk_test_dir ();
  g_autoptr (GError) error = NULL;
  g_auto (TnkLog) log = {0};

  self->path = g_build_filename (dir, "store.db", NULL);
  self->connection = tnk_sqlite_connection_open (self->path, TRUE, &error);
  g_assert_no_error (error);
  g_assert_true (tnk_schema_create (self->connection, &error));
  g_assert_no_error (error);
  g_assert_true (tnk_log_open (&log, self->connection, &error));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_assert_true (append (&log, i));
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_clear_pointer (&self->connection, tnk_connection_close);
  g_free (self->path);
}

static void
assert_sound (Fixture *self,
              gint64 n_expected,
              const char *head_expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  gint64 n = -1;

  g_assert_true (tnk_log_verify (self->connection, &n, &head, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, n_expected);
  g_assert_cmpstr (head, ==, head_expected);
}

static void
assert_tampered (Fixture *self,
                 const char *sql,
                 const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  gint64 n = -1;

  g_test_message ("%s", sql);
  tnk_test_store_meddle (self->path, sql);
  tnk_test_store_refused (tnk_log_verify (self->connection, &n, &head, &error), &error, TNK_ERROR_TAMPERED, words);
  g_assert_null (head);
}

/* --- a sound log --- */

static void
test_empty (void)
{
  g_autofree char *dir = tnk_test_dir ();
  Fixture fixture = {.path = g_build_filename (dir, "store.db", NULL)};

  fixture.connection = tnk_sqlite_connection_open (fixture.path, TRUE, NULL);
  g_assert_true (tnk_schema_create (fixture.connection, NULL));
  assert_sound (&fixture, 0, NO_HASH);
  tear_down (&fixture, NULL);
}

static void
test_chain (Fixture *self,
            gconstpointer data)
{
  const char *previous = NO_HASH;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    g_autofree char *sql = g_strdup_printf ("SELECT at, actor, kind, subject, detail, previous, hash FROM log WHERE seq = %u", i + 1);
    g_autofree char *row = g_strjoin ("|", AT, "係", entries[i].kind, entries[i].subject, entries[i].detail, previous,
                                      entries[i].hash, NULL);
    tnk_test_store_assert_rows (self->path, sql, row);
    previous = entries[i].hash;
  }
  assert_sound (self, 3, entries[2].hash);
}

/* A log that is opened again goes on where it ended. */
static void
test_goes_on (Fixture *self,
              gconstpointer data)
{
  g_auto (TnkLog) log = {0};
  g_autoptr (GError) error = NULL;

  g_assert_true (tnk_log_open (&log, self->connection, &error));
  g_assert_no_error (error);
  g_assert_cmpint (log.seq, ==, 3);
  g_assert_cmpstr (log.head, ==, entries[2].hash);
  g_assert_true (append (&log, 0));
  assert_sound (self, 4, log.head);
}

/* What was rolled back leaves no gap. */
static void
test_rolled_back (Fixture *self,
                  gconstpointer data)
{
  for (guint i = 0; i < 2; i++) {
    g_auto (TnkLog) log = {0};
    g_assert_true (tnk_connection_begin (self->connection, NULL));
    g_assert_true (tnk_log_open (&log, self->connection, NULL));
    g_assert_true (append (&log, 1));
    tnk_log_close (&log);
    if (i == 0)
      tnk_connection_roll_back (self->connection);
    else
      g_assert_true (tnk_connection_commit (self->connection, NULL));
  }
  tnk_test_store_assert_rows (self->path, "SELECT max (seq), count (*) FROM log", "4|4");
}

/* A field cannot lend its end to the next one. */
static void
test_borders (Fixture *self,
              gconstpointer data)
{
  static const char *const texts[][2] = {{"ab", ""}, {"a", "b"}, {"", "ab"}, {"2:ab", ""}};
  g_autoptr (GHashTable) hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_auto (TnkLog) log = {0};
    g_assert_true (tnk_connection_begin (self->connection, NULL));
    g_assert_true (tnk_log_open (&log, self->connection, NULL));
    g_assert_true (tnk_log_append (&log, AT, "係", texts[i][0], texts[i][1], "", NULL));
    g_hash_table_add (hashes, g_strdup (log.head));
    tnk_log_close (&log);
    tnk_connection_roll_back (self->connection);
  }
  g_assert_cmpuint (g_hash_table_size (hashes), ==, G_N_ELEMENTS (texts));
}

static void
test_append_only (Fixture *self,
                  gconstpointer data)
{
  static const char *const sqls[] = {
    "UPDATE log SET actor = 'x' WHERE seq = 2", "UPDATE log SET seq = 9 WHERE seq = 3", "UPDATE log SET detail = detail",
    "DELETE FROM log WHERE seq = 3", "DELETE FROM log", "REPLACE INTO log SELECT * FROM log WHERE seq = 3",
    "INSERT INTO log VALUES (3, '', '', '', '', '', '', '')", "INSERT INTO log VALUES (4, NULL, '', '', '', '', '', '')",
    "INSERT INTO log (seq, at, actor, kind, subject, detail, previous, hash) SELECT seq, at, 'x', kind, subject, detail, "
    "previous, hash FROM log WHERE true ON CONFLICT (seq) DO UPDATE SET actor = excluded.actor"};
  GError *error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sqls); i++) {
    g_test_message ("%s", sqls[i]);
    tnk_test_store_refused (tnk_connection_execute (self->connection, sqls[i], &error), &error, TNK_ERROR_STORE, self->path);
  }
  assert_sound (self, 3, entries[2].hash);
}

/* --- a log that somebody changed behind the library’s back --- */

static void
test_changed_columns (Fixture *self,
                      gconstpointer data)
{
  static const char *const columns[] = {"at", "actor", "kind", "subject", "detail", "hash"};

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    g_autofree char *kept = g_strdup_printf ("SELECT %s FROM log WHERE seq = 2", columns[i]);
    g_autofree char *was = tnk_test_store_ask (self->path, kept);
    g_autofree char *sql = g_strdup_printf ("UPDATE log SET %s = %s || ' ' WHERE seq = 2", columns[i], columns[i]);
    g_autofree char *back = g_strdup_printf ("UPDATE log SET %s = '%s' WHERE seq = 2", columns[i], was);
    assert_tampered (self, sql, "entry 2 of the log was changed");
    tnk_test_store_meddle (self->path, back);
    assert_sound (self, 3, entries[2].hash);
  }
  assert_tampered (self, "UPDATE log SET previous = hash WHERE seq = 2", "entry 2 of the log does not follow");
}

/* Also in the first entry and the last, and by one letter. */
static void
test_changed_ends (Fixture *self,
                   gconstpointer data)
{
  assert_tampered (self, "UPDATE log SET subject = '点検町' WHERE seq = 1", "entry 1 of the log was changed");
  tnk_test_store_meddle (self->path, "UPDATE log SET subject = '点検市' WHERE seq = 1");
  assert_tampered (self, "UPDATE log SET subject = '2027' WHERE seq = 3", "entry 3 of the log was changed");
}

/* Moving text from one field to its neighbour changes the entry too. */
static void
test_moved_text (Fixture *self,
                 gconstpointer data)
{
  assert_tampered (self, "UPDATE log SET kind = kind || subject, subject = '' WHERE seq = 3", "entry 3 of the log was changed");
}

static void
test_gap (Fixture *self,
          gconstpointer data)
{
  assert_tampered (self, "DELETE FROM log WHERE seq = 2", "the log lacks entry 2");
  assert_tampered (self, "UPDATE log SET seq = 2 WHERE seq = 3", "entry 2 of the log does not follow");
}

static void
test_gap_at_start (Fixture *self,
                   gconstpointer data)
{
  assert_tampered (self, "DELETE FROM log WHERE seq = 1", "the log lacks entry 1");
  assert_tampered (self, "UPDATE log SET seq = seq - 1", "entry 1 of the log does not follow");
}

static void
test_order (Fixture *self,
            gconstpointer data)
{
  assert_tampered (self, "UPDATE log SET seq = -seq; UPDATE log SET seq = CASE seq WHEN -2 THEN 3 WHEN -3 THEN 2 ELSE 1 END",
                   "entry 2 of the log does not follow");
}

/* Who recomputes the hash of the entry that he changed still leaves the next one that does not follow. */
static void
test_rehashed (Fixture *self,
               gconstpointer data)
{
  g_autofree char *sql = NULL;
  g_auto (TnkLog) log = {0};

  tnk_test_store_meddle (self->path, "CREATE TABLE kept AS SELECT * FROM log WHERE seq = 3; DELETE FROM log WHERE seq > 1");
  g_assert_true (tnk_log_open (&log, self->connection, NULL));
  g_assert_true (tnk_log_append (&log, AT, "係", entries[1].kind, entries[1].subject, "{\"before\":[]}", NULL));
  assert_tampered (self, "INSERT INTO log SELECT * FROM kept", "entry 3 of the log does not follow");
}

/* A log that was cut short hangs together; only the hash that somebody noted elsewhere tells. */
static void
test_cut_short (Fixture *self,
                gconstpointer data)
{
  tnk_test_store_meddle (self->path, "DELETE FROM log WHERE seq = 3");
  assert_sound (self, 2, entries[1].hash);
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Fixture *self, gconstpointer data);
  } tests[] = {
    {"/Tenken/Log/chain", test_chain},
    {"/Tenken/Log/goes-on", test_goes_on},
    {"/Tenken/Log/rolled-back", test_rolled_back},
    {"/Tenken/Log/borders", test_borders},
    {"/Tenken/Log/append-only", test_append_only},
    {"/Tenken/Log/changed-columns", test_changed_columns},
    {"/Tenken/Log/changed-ends", test_changed_ends},
    {"/Tenken/Log/moved-text", test_moved_text},
    {"/Tenken/Log/gap", test_gap},
    {"/Tenken/Log/gap-at-start", test_gap_at_start},
    {"/Tenken/Log/order", test_order},
    {"/Tenken/Log/rehashed", test_rehashed},
    {"/Tenken/Log/cut-short", test_cut_short},
  };

  tnk_test_init (&argc, &argv);
  g_test_add_func ("/Tenken/Log/empty", test_empty);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
