/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-try-private.h"

#define FREE_TRIES 3
#define FIRST_WAIT 30
#define LONGEST_WAIT 3600
#define MOST_FAILURES 10

/* How long it takes after so many failures until the next try is looked at. */
static gint64
get_delay (gint64 failures)
{
  if (failures < FREE_TRIES)
    return 0;
  return failures - FREE_TRIES > 6 ? LONGEST_WAIT : (gint64) FIRST_WAIT << (failures - FREE_TRIES);
}

typedef struct
{
  gint64 failures;
  gint64 not_before;
} Tries;

static gboolean
read_tries (const TnkTry *self,
            TnkStore *store,
            Tries *tries,
            GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (store->connection, error,
                                    "SELECT failures, not_before FROM sign_in_try WHERE person_id = $1", "t", self->key);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  *tries = row ? (Tries){tnk_statement_int (statement, 0), tnk_statement_int (statement, 1)} : (Tries){0, 0};
  return TRUE;
}

/* Of numbers that nobody has, the newest thousand are kept: made-up ones must not fill the disk. It is done on every try,
 * so that such a number does not show by the time that it takes. */
static gboolean
write_tries (const TnkTry *self,
             TnkStore *store,
             const Tries *tries,
             GError **error)
{
  return tnk_connection_run (store->connection, error,
                             "INSERT INTO sign_in_try (person_id, failures, not_before) VALUES ($1, $2, $3) "
                             "ON CONFLICT (person_id) DO UPDATE SET failures = excluded.failures, "
                             "not_before = excluded.not_before",
                             "tii", self->key, tries->failures, tries->not_before) &&
         tnk_connection_run (store->connection, error,
                             "DELETE FROM sign_in_try WHERE person_id IN (SELECT t.person_id FROM sign_in_try t "
                             "WHERE t.person_id <> $1 AND t.person_id NOT LIKE '*%' "
                             "AND NOT EXISTS (SELECT 1 FROM person p WHERE p.id = t.person_id) "
                             "ORDER BY t.not_before DESC, t.person_id LIMIT 1000 OFFSET 999)",
                             "t", self->key);
}

/* No wait is longer than the one that these failures bring: where it seems to be, the clock was set back. */
static void
mend_clock (Tries *tries,
            gint64 now)
{
  tries->not_before = MIN (tries->not_before, now + get_delay (tries->failures));
}

static void
set_wait (const TnkTry *self,
          const Tries *tries,
          gint64 now,
          guint *wait)
{
  if (self->blocks && tries->failures >= MOST_FAILURES)
    *wait = G_MAXUINT;
  else
    *wait = MAX (tries->not_before - now, 0);
}

static void
throw_wait (guint wait,
            GError **error)
{
  if (wait == G_MAXUINT)
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_REFUSED,
                         "there were too many wrong tries; have the secretariat issue a new PIN");
  else
    g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "there were too many wrong tries; try again in %u seconds", wait);
}

gboolean
tnk_try_count (const TnkTry *self,
               TnkStore *store,
               guint *wait,
               GError **error)
{
  g_auto (TnkChange) change = {0};
  gint64 now = tnk_store_get_unix_time (store);
  gboolean refused;
  Tries tries;

  *wait = 0;
  if (!tnk_change_begin (&change, store, error) || !read_tries (self, store, &tries, error))
    return FALSE;
  mend_clock (&tries, now);
  set_wait (self, &tries, now, wait);
  refused = *wait > 0;
  if (!refused) {
    tries.failures++;
    tries.not_before = now + get_delay (tries.failures);
  }
  if (!write_tries (self, store, &tries, error) || !tnk_change_commit (&change, error))
    return FALSE;
  if (refused)
    throw_wait (*wait, error);
  else
    set_wait (self, &tries, now, wait);
  return !refused;
}

/* Called within the change that lets the person in. */
gboolean
tnk_try_forgive (TnkStore *store,
                 const char *key,
                 GError **error)
{
  return tnk_connection_run (store->connection, error, "DELETE FROM sign_in_try WHERE person_id = $1", "t", key);
}
