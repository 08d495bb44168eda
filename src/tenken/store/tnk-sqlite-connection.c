/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "tnk-connection-private.h"
#include "tnk-file-lock-private.h"
#include "tnk-strings-private.h"

/* The one file that includes sqlite3.h. */
/* “Tnkn” in the header of the file tells a store of Tenken from any other SQLite file. */
#define APPLICATION_ID 0x546e6b6e
/* Of a copy, between two looks at who waits for it. */
#define PAGES_AT_ONCE 1024
#define BUSY_TIMEOUT_MS 10000
#define MAX_ARGUMENTS 16
/* Without a lock at every column: a connection belongs to one thread at a time. */
#define OPEN_FLAGS (SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX)

typedef struct
{
  TnkConnection parent;
  sqlite3 *db;
} SqliteConnection;

typedef struct
{
  TnkStatement parent;
  sqlite3_stmt *stmt;
  int places[MAX_ARGUMENTS + 1]; /* by the number that follows the $ */
} SqliteStatement;

static const char *
advice (int code)
{
  switch (code & 0xff) {
  case SQLITE_FULL:
    return "the disk is full; nothing was changed; make room and try again";
  case SQLITE_READONLY:
  case SQLITE_PERM:
    return "the file or its folder cannot be written; nothing was changed; check who may write there";
  case SQLITE_CANTOPEN:
    return "the file cannot be opened; check the folder and who may read and write there";
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return "another program is writing to the store; nothing was changed; try again in a moment";
  case SQLITE_NOTADB:
    return "the file is not a store of Tenken";
  case SQLITE_CORRUPT:
    return "the file is damaged; restore a backup";
  case SQLITE_IOERR:
    return "the disk reported a fault; look what is there before you try again";
  case SQLITE_INTERRUPT:
    return "cancelled; nothing was changed";
  default:
    return NULL;
  }
}

static gboolean throw (TnkConnection * connection,
                       GError **error)
{
  sqlite3 *db = ((SqliteConnection *) connection)->db;
  int code = sqlite3_extended_errcode (db);
  const char *hint = advice (code);

  if (hint != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_STORE, "%s: %s (%s)", connection->name, hint, sqlite3_errmsg (db));
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_STORE, "%s: %s", connection->name, sqlite3_errmsg (db));
  return FALSE;
}

static void
sqlite_close (TnkConnection *connection)
{
  SqliteConnection *self = (SqliteConnection *) connection;

  sqlite3_close_v2 (self->db);
  g_free (connection->name);
  g_free (self);
}

static gboolean
sqlite_execute (TnkConnection *connection,
                const char *sql,
                GError **error)
{
  return sqlite3_exec (((SqliteConnection *) connection)->db, sql, NULL, NULL, NULL) == SQLITE_OK || throw (connection, error);
}

/* Takes the write lock at once: two that first read and then both want to write would block each other. */
static gboolean
sqlite_begin (TnkConnection *connection,
              GError **error)
{
  return sqlite_execute (connection, "BEGIN IMMEDIATE", error);
}

static gboolean
sqlite_commit (TnkConnection *connection,
               GError **error)
{
  return sqlite_execute (connection, "COMMIT", error);
}

static void
sqlite_roll_back (TnkConnection *connection)
{
  /* A failed statement can have rolled back by itself already. */
  if (!sqlite3_get_autocommit (((SqliteConnection *) connection)->db))
    sqlite_execute (connection, "ROLLBACK", NULL);
}

static gboolean
read_pragma (TnkConnection *connection,
             const char *sql,
             int *value,
             GError **error)
{
  SqliteConnection *self = (SqliteConnection *) connection;
  sqlite3_stmt *stmt = NULL;
  gboolean ok = sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL) == SQLITE_OK && sqlite3_step (stmt) == SQLITE_ROW;

  if (ok)
    *value = sqlite3_column_int (stmt, 0);
  else
    throw (connection, error);
  sqlite3_finalize (stmt);
  return ok;
}

static gboolean
sqlite_get_version (TnkConnection *connection,
                    int *version,
                    GError **error)
{
  return read_pragma (connection, "PRAGMA user_version", version, error);
}

/* The first counts what others commit, the second what this connection changes. */
static gboolean
sqlite_get_mark (TnkConnection *connection,
                 gint64 *mark,
                 GError **error)
{
  int others;

  if (!read_pragma (connection, "PRAGMA data_version", &others, error))
    return FALSE;
  *mark = others + sqlite3_total_changes64 (((SqliteConnection *) connection)->db);
  return TRUE;
}

/* The identity is set with the version, so that a file is a store of Tenken only once it is one. */
static gboolean
sqlite_set_version (TnkConnection *connection,
                    int version,
                    GError **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID, version);

  return sqlite_execute (connection, sql, error);
}

static gboolean
is_same_file (const char *one,
              const char *other)
{
  GStatBuf first, second;

  return g_stat (one, &first) == 0 && g_stat (other, &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

/* Removes a database that did not become whole, with what SQLite keeps beside it. */
static void
remove_database (const char *filename)
{
  static const char *const endings[] = {"", "-journal", "-wal", "-shm"};

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *name = g_strconcat (filename, endings[i], NULL);
    g_unlink (name);
  }
}

static void
sqlite_remove (TnkConnection *connection)
{
  g_autofree char *filename = g_strdup (connection->name);

  sqlite_close (connection);
  remove_database (filename);
}

static gboolean
report (sqlite3_backup *backup,
        const TnkWatch *watch,
        GError **error)
{
  int total = sqlite3_backup_pagecount (backup);

  if (watch->progress != NULL)
    watch->progress (total - sqlite3_backup_remaining (backup), total, watch->user_data);
  return !g_cancellable_set_error_if_cancelled (watch->cancellable, error);
}

/* Copies the store as it is at this moment, while others may go on writing. */
static gboolean
sqlite_backup (TnkConnection *connection,
               const char *filename,
               const TnkWatch *watch,
               GError **error)
{
  SqliteConnection *self = (SqliteConnection *) connection;
  g_autofree char *unfinished = g_strconcat (filename, ".unfinished", NULL);
  sqlite3 *target = NULL;
  sqlite3_backup *backup = NULL;
  gboolean stopped = FALSE;
  int code;

  if (is_same_file (connection->name, filename)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STORE, "%s: the store cannot be its own backup; name another file",
                 filename);
    return FALSE;
  }
  remove_database (unfinished);
  code = sqlite3_open_v2 (unfinished, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  if (code == SQLITE_OK)
    backup = sqlite3_backup_init (target, "main", self->db, "main");
  if (backup != NULL) {
    for (int tries = 0; (code = sqlite3_backup_step (backup, PAGES_AT_ONCE)) != SQLITE_DONE; tries++)
      if (code == SQLITE_OK && !report (backup, watch, error)) {
        stopped = TRUE;
        break;
      } else if (code == SQLITE_OK)
        tries = -1;
      else if ((code != SQLITE_BUSY && code != SQLITE_LOCKED) || tries >= BUSY_TIMEOUT_MS / 100)
        break;
      else
        sqlite3_sleep (100);
    sqlite3_backup_finish (backup);
  }
  sqlite3_close_v2 (target);
  if (code == SQLITE_DONE && g_rename (unfinished, filename) == 0)
    return TRUE;
  if (!stopped)
    g_set_error (error, TNK_ERROR, TNK_ERROR_STORE, "%s: the backup cannot be written: %s", filename,
                 code == SQLITE_DONE ? g_strerror (errno) : advice (code) != NULL ? advice (code)
                                                                                  : sqlite3_errstr (code));
  remove_database (unfinished);
  return FALSE;
}

static gboolean
sqlite_check (TnkConnection *connection,
              GError **error)
{
  SqliteConnection *self = (SqliteConnection *) connection;
  static const char *const pragmas[] = {"PRAGMA integrity_check (1)", "PRAGMA foreign_key_check"};

  for (guint i = 0; i < G_N_ELEMENTS (pragmas); i++) {
    sqlite3_stmt *stmt = NULL;
    gboolean sound = sqlite3_prepare_v2 (self->db, pragmas[i], -1, &stmt, NULL) == SQLITE_OK;
    int code = sound ? sqlite3_step (stmt) : SQLITE_ERROR;

    if (code == SQLITE_ROW && !g_str_equal ((const char *) sqlite3_column_text (stmt, 0), "ok")) {
      g_autofree char *what = tnk_one_line ((const char *) sqlite3_column_text (stmt, 0));
      g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: the file is damaged: %s", connection->name, what);
      sound = FALSE;
    } else if (code != SQLITE_ROW && code != SQLITE_DONE)
      sound = throw (connection, error);
    sqlite3_finalize (stmt);
    if (!sound)
      return FALSE;
  }
  return TRUE;
}

/* WAL and FULL: readers never wait for a writer, and an answer is on the disk before the screen says so. Called once the
 * version is known to be ours, since it changes the file. */
static gboolean
sqlite_settle (TnkConnection *connection,
               GError **error)
{
  return sqlite_execute (connection,
                         "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -2048", error);
}

static void
sqlite_cancel (TnkConnection *connection)
{
  sqlite3_interrupt (((SqliteConnection *) connection)->db);
}

static const char *
sqlite_expand (const char *token)
{
  static const char *const tokens[] = {
    "strict", "STRICT", "by_key", "STRICT, WITHOUT ROWID", "int", "INTEGER", "real", "REAL"};

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i += 2)
    if (g_str_equal (tokens[i], token))
      return tokens[i + 1];
  return NULL;
}

/* --- statements --- */

/* SQLite takes $1 for a name and numbers names as they come, so that in “SET a = $2 WHERE b = $1” the second would be the
 * first. */
static void
find_places (SqliteStatement *self)
{
  int n = sqlite3_bind_parameter_count (self->stmt);

  for (int i = 1; i <= n; i++) {
    int number = atoi (sqlite3_bind_parameter_name (self->stmt, i) + 1);
    g_assert (number >= 1 && number <= MAX_ARGUMENTS);
    self->places[number] = i;
  }
}

static TnkStatement *
sqlite_prepare (TnkConnection *connection,
                const char *sql,
                GError **error)
{
  SqliteConnection *self = (SqliteConnection *) connection;
  SqliteStatement *statement;
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL) != SQLITE_OK) {
    throw (connection, error);
    return NULL;
  }
  statement = g_new0 (SqliteStatement, 1);
  statement->parent.connection = connection;
  statement->stmt = stmt;
  find_places (statement);
  return &statement->parent;
}

static inline sqlite3_stmt *
stmt_of (TnkStatement *statement)
{
  return ((SqliteStatement *) statement)->stmt;
}

static inline int
place_of (TnkStatement *statement,
          int position)
{
  return ((SqliteStatement *) statement)->places[position];
}

static void
sqlite_bind_int (TnkStatement *statement,
                 int position,
                 gint64 value)
{
  sqlite3_bind_int64 (stmt_of (statement), place_of (statement, position), value);
}

static void
sqlite_bind_double (TnkStatement *statement,
                    int position,
                    double value)
{
  sqlite3_bind_double (stmt_of (statement), place_of (statement, position), value);
}

static void
sqlite_bind_text (TnkStatement *statement,
                  int position,
                  const char *value)
{
  sqlite3_bind_text (stmt_of (statement), place_of (statement, position), value, -1, SQLITE_TRANSIENT);
}

static gboolean
sqlite_step (TnkStatement *statement,
             gboolean *row,
             GError **error)
{
  int code = sqlite3_step (stmt_of (statement));

  *row = code == SQLITE_ROW;
  return code == SQLITE_ROW || code == SQLITE_DONE || throw (statement->connection, error);
}

static gboolean
sqlite_reset (TnkStatement *statement,
              GError **error)
{
  /* What this returns is the fault of the turn before, which was told then. */
  sqlite3_reset (stmt_of (statement));
  return TRUE;
}

static int
sqlite_count_columns (TnkStatement *statement)
{
  return sqlite3_column_count (stmt_of (statement));
}

static gint64
sqlite_column_int (TnkStatement *statement,
                   int column)
{
  return sqlite3_column_int64 (stmt_of (statement), column);
}

static double
sqlite_column_double (TnkStatement *statement,
                      int column)
{
  return sqlite3_column_double (stmt_of (statement), column);
}

static const char *
sqlite_column_text (TnkStatement *statement,
                    int column)
{
  return (const char *) sqlite3_column_text (stmt_of (statement), column);
}

static void
sqlite_finish (TnkStatement *statement)
{
  sqlite3_finalize (stmt_of (statement));
  g_free (statement);
}

static const TnkBackend sqlite_backend = {
  .dialect = "sqlite",
  .close = sqlite_close,
  .remove = sqlite_remove,
  .execute = sqlite_execute,
  .begin = sqlite_begin,
  .commit = sqlite_commit,
  .roll_back = sqlite_roll_back,
  .get_version = sqlite_get_version,
  .set_version = sqlite_set_version,
  .get_mark = sqlite_get_mark,
  .backup = sqlite_backup,
  .check = sqlite_check,
  .settle = sqlite_settle,
  .cancel = sqlite_cancel,
  .expand = sqlite_expand,
  .prepare = sqlite_prepare,
  .bind_int = sqlite_bind_int,
  .bind_double = sqlite_bind_double,
  .bind_text = sqlite_bind_text,
  .step = sqlite_step,
  .reset = sqlite_reset,
  .count_columns = sqlite_count_columns,
  .column_int = sqlite_column_int,
  .column_double = sqlite_column_double,
  .column_text = sqlite_column_text,
  .finish = sqlite_finish,
};

/* --- opening --- */

/* Before anything is written: is this a store at all? An empty file is none; it would otherwise become one. */
static gboolean
check_identity (SqliteConnection *self,
                GError **error)
{
  int application = 0;

  if (!read_pragma (&self->parent, "PRAGMA application_id", &application, error))
    return FALSE;
  if (application == APPLICATION_ID)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STORE, "%s: the file is not a store of Tenken; it was left alone",
               self->parent.name);
  return FALSE;
}

static gboolean
set_up (SqliteConnection *self,
        gboolean create,
        GError **error)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_busy_timeout (self->db, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  if (!create && !check_identity (self, error))
    return FALSE;
  /* Recursive triggers: a row of the log cannot be replaced either. */
  return sqlite_execute (&self->parent, "PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON", error);
}

/* Once in a process, before its first store. Two connections of one process to one file stay right: SQLite shares their locks
 * itself, and closes no file before the last of them. */
static void
use_own_locks (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done)) {
    sqlite3_vfs *vfs = sqlite3_vfs_find ("unix");

    if (vfs == NULL || vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) tnk_file_lock) != SQLITE_OK)
      g_error ("SQLite takes no locks of our own");
    g_once_init_leave (&done, 1);
  }
}

/* Opens a store, or makes an empty file for one. */
TnkConnection *
tnk_sqlite_connection_open (const char *filename,
                            gboolean create,
                            GError **error)
{
  g_autoptr (TnkConnection) connection = NULL;
  SqliteConnection *self;

  if (!create && !g_file_test (filename, G_FILE_TEST_EXISTS)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: there is no such store; make one with “tenkenctl init”",
                 filename);
    return NULL;
  }
  if (create && (*filename == '\0' || g_str_equal (filename, ":memory:"))) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STORE, "“%s” is no file; a store must have a place to stay", filename);
    return NULL;
  }
  if (create && g_file_test (filename, G_FILE_TEST_EXISTS)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_EXISTS, "%s: the file exists already; it was left alone", filename);
    return NULL;
  }
  /* SQLite would open it for reading alone, and still leave files beside it. */
  if (!create && euidaccess (filename, R_OK | W_OK) != 0) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_STORE, "%s: the file cannot be read and written: %s; check who may",
                 filename, g_strerror (errno));
    return NULL;
  }
  use_own_locks ();
  self = g_new0 (SqliteConnection, 1);
  connection = &self->parent;
  connection->backend = &sqlite_backend;
  connection->name = g_strdup (filename);
  if (sqlite3_open_v2 (filename, &self->db, OPEN_FLAGS | (create ? SQLITE_OPEN_CREATE : 0), NULL) != SQLITE_OK) {
    throw (connection, error);
    return NULL;
  }
  if (!set_up (self, create, error))
    return NULL;
  return g_steal_pointer (&connection);
}
