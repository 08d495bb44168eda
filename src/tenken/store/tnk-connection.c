/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-connection-private.h"

void
tnk_connection_close (TnkConnection *self)
{
  self->backend->close (self);
}

gboolean
tnk_connection_execute (TnkConnection *self,
                        const char *sql,
                        GError **error)
{
  return self->backend->execute (self, sql, error);
}

gboolean
tnk_connection_begin (TnkConnection *self,
                      GError **error)
{
  return self->backend->begin (self, error);
}

gboolean
tnk_connection_begin_reading (TnkConnection *self,
                              GError **error)
{
  return self->backend->execute (self, "SAVEPOINT reading", error);
}

void
tnk_connection_end_reading (TnkConnection *self)
{
  /* A failed statement can have ended it already. */
  self->backend->execute (self, "RELEASE reading", NULL);
}

gboolean
tnk_connection_commit (TnkConnection *self,
                       GError **error)
{
  return self->backend->commit (self, error);
}

void
tnk_connection_roll_back (TnkConnection *self)
{
  self->backend->roll_back (self);
}

TnkStatement *
tnk_connection_prepare (TnkConnection *self,
                        GError **error,
                        const char *sql)
{
  return self->backend->prepare (self, sql, error);
}

static void
bind_all (TnkStatement *self,
          const char *types,
          va_list args)
{
  const TnkBackend *backend = self->connection->backend;

  for (int i = 0; types[i] != '\0'; i++)
    switch (types[i]) {
    case 'i':
      backend->bind_int (self, i + 1, va_arg (args, gint64));
      break;
    case 'd':
      backend->bind_double (self, i + 1, va_arg (args, double));
      break;
    case 't':
      backend->bind_text (self, i + 1, va_arg (args, const char *));
      break;
    default:
      g_assert_not_reached ();
    }
}

static TnkStatement *
query (TnkConnection *self,
       GError **error,
       const char *sql,
       const char *types,
       va_list args)
{
  TnkStatement *statement = tnk_connection_prepare (self, error, sql);

  if (statement != NULL)
    bind_all (statement, types, args);
  return statement;
}

/* Prepares a statement and binds its arguments; the caller steps through the rows. */
TnkStatement *
tnk_connection_query (TnkConnection *self,
                      GError **error,
                      const char *sql,
                      const char *types,
                      ...)
{
  TnkStatement *statement;
  va_list args;

  va_start (args, types);
  statement = query (self, error, sql, types, args);
  va_end (args);
  return statement;
}

/* Runs a statement that gives no row that anybody wants. */
gboolean
tnk_connection_run (TnkConnection *self,
                    GError **error,
                    const char *sql,
                    const char *types,
                    ...)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;
  va_list args;

  va_start (args, types);
  statement = query (self, error, sql, types, args);
  va_end (args);
  return statement != NULL && tnk_statement_step (statement, &row, error);
}

gboolean
tnk_connection_query_int (TnkConnection *self,
                          gint64 *value,
                          gint64 fallback,
                          GError **error,
                          const char *sql,
                          const char *types,
                          ...)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;
  va_list args;

  va_start (args, types);
  statement = query (self, error, sql, types, args);
  va_end (args);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  *value = row ? tnk_statement_int (statement, 0) : fallback;
  return TRUE;
}

void
tnk_statement_finish (TnkStatement *self)
{
  self->connection->backend->finish (self);
}

/* Makes a prepared statement ready for a new turn, with new arguments. */
gboolean
tnk_statement_bind (TnkStatement *self,
                    GError **error,
                    const char *types,
                    ...)
{
  va_list args;

  if (!self->connection->backend->reset (self, error))
    return FALSE;
  va_start (args, types);
  bind_all (self, types, args);
  va_end (args);
  return TRUE;
}

/* Runs a prepared statement once more with new arguments. */
gboolean
tnk_statement_run (TnkStatement *self,
                   GError **error,
                   const char *types,
                   ...)
{
  gboolean row;
  va_list args;

  if (!self->connection->backend->reset (self, error))
    return FALSE;
  va_start (args, types);
  bind_all (self, types, args);
  va_end (args);
  return tnk_statement_step (self, &row, error);
}

gboolean
tnk_watch_report (const TnkWatch *self,
                  guint64 done,
                  guint64 total,
                  GError **error)
{
  if (done % 64 != 0 && done != total)
    return TRUE;
  if (self->progress != NULL)
    self->progress (done, total, self->user_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}
