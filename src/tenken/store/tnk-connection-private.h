/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-error.h"
#include "tnk-progress.h"

G_BEGIN_DECLS

/* What the store needs of a database, and nothing more: SQLite now, PostgreSQL later. Each backend is the one file that
 * includes its client library. Statements use $1, $2, … and are written to run on both.
 *
 * FALSE or NULL is returned if and only if the error is set. A connection belongs to one thread at a time; only
 * cancel() may be called from another. */

/* Who hears how far long work is, and may stop it. */
typedef struct
{
  TnkProgressFunc progress; /* NULL: nobody */
  gpointer user_data;
  GCancellable *cancellable;
} TnkWatch;

/* Says so now and then. FALSE with an error where it was stopped. */
gboolean tnk_watch_report (const TnkWatch *self, guint64 done, guint64 total, GError **error);

typedef struct _TnkConnection TnkConnection;
typedef struct _TnkStatement TnkStatement;

typedef struct
{
  const char *dialect; /* the suffix of schema files that are for this backend alone */
  void (*close) (TnkConnection *self);
  void (*remove) (TnkConnection *self); /* closes it, and removes what this connection created */
  gboolean (*execute) (TnkConnection *self, const char *sql, GError **error);
  gboolean (*begin) (TnkConnection *self, GError **error);
  gboolean (*commit) (TnkConnection *self, GError **error);
  void (*roll_back) (TnkConnection *self);
  gboolean (*get_version) (TnkConnection *self, int *version, GError **error);
  gboolean (*set_version) (TnkConnection *self, int version, GError **error);
  gboolean (*get_mark) (TnkConnection *self, gint64 *mark, GError **error); /* a number that grows with every change */
  gboolean (*backup) (TnkConnection *self, const char *filename, const TnkWatch *watch, GError **error);
  gboolean (*check) (TnkConnection *self, GError **error);
  gboolean (*settle) (TnkConnection *self, GError **error); /* once the version is known to be ours */
  void (*cancel) (TnkConnection *self);
  const char *(*expand) (const char *token);

  TnkStatement *(*prepare) (TnkConnection *self, const char *sql, GError **error);
  void (*bind_int) (TnkStatement *statement, int position, gint64 value);
  void (*bind_double) (TnkStatement *statement, int position, double value);
  void (*bind_text) (TnkStatement *statement, int position, const char *value);
  gboolean (*step) (TnkStatement *statement, gboolean *row, GError **error);
  gboolean (*reset) (TnkStatement *statement, GError **error);
  int (*count_columns) (TnkStatement *statement);
  gint64 (*column_int) (TnkStatement *statement, int column);
  double (*column_double) (TnkStatement *statement, int column);
  const char *(*column_text) (TnkStatement *statement, int column);
  void (*finish) (TnkStatement *statement);
} TnkBackend;

struct _TnkConnection
{
  const TnkBackend *backend;
  char *name; /* what to call the store in messages */
};

struct _TnkStatement
{
  TnkConnection *connection;
};

TnkConnection *tnk_sqlite_connection_open (const char *filename, gboolean create, GError **error);

void tnk_connection_close (TnkConnection *self);
gboolean tnk_connection_execute (TnkConnection *self, const char *sql, GError **error);
gboolean tnk_connection_begin (TnkConnection *self, GError **error);
/* Until it ends, everything is read as it was at one moment; also within a change, or another reading. A backend sees to it in
 * settle () where its database does not do so by itself. */
gboolean tnk_connection_begin_reading (TnkConnection *self, GError **error);
void tnk_connection_end_reading (TnkConnection *self);
gboolean tnk_connection_commit (TnkConnection *self, GError **error);
void tnk_connection_roll_back (TnkConnection *self);

/* The types of the arguments are given as letters: i gint64, d double, t text or NULL. */
TnkStatement *tnk_connection_prepare (TnkConnection *self, GError **error, const char *sql);
TnkStatement *tnk_connection_query (TnkConnection *self, GError **error, const char *sql, const char *types, ...);
gboolean tnk_connection_run (TnkConnection *self, GError **error, const char *sql, const char *types, ...);
/* The first column of the first row; the fallback where there is no row. */
gboolean tnk_connection_query_int (TnkConnection *self, gint64 *value, gint64 fallback, GError **error, const char *sql, const char *types, ...);

void tnk_statement_finish (TnkStatement *self);
gboolean tnk_statement_run (TnkStatement *self, GError **error, const char *types, ...);
gboolean tnk_statement_bind (TnkStatement *self, GError **error, const char *types, ...);

static inline gboolean
tnk_statement_step (TnkStatement *self,
                    gboolean *row,
                    GError **error)
{
  return self->connection->backend->step (self, row, error);
}

static inline int
tnk_statement_count_columns (TnkStatement *self)
{
  return self->connection->backend->count_columns (self);
}

static inline gint64
tnk_statement_int (TnkStatement *self,
                   int column)
{
  return self->connection->backend->column_int (self, column);
}

static inline double
tnk_statement_double (TnkStatement *self,
                      int column)
{
  return self->connection->backend->column_double (self, column);
}

/* Borrowed until the next step. NULL where the column holds none. */
static inline const char *
tnk_statement_text (TnkStatement *self,
                    int column)
{
  return self->connection->backend->column_text (self, column);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkConnection, tnk_connection_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkStatement, tnk_statement_finish)

G_END_DECLS
