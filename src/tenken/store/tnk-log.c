/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-log-private.h"

#include <string.h>

/* The hash of “no entry”. */
#define NO_HASH "0000000000000000000000000000000000000000000000000000000000000000"

/* Reads where the log ends. Called within the transaction that will append. */
gboolean
tnk_log_open (TnkLog *self,
              TnkConnection *connection,
              GError **error)
{
  g_autoptr (TnkStatement) last = NULL;
  gboolean row;

  *self = (TnkLog){.connection = connection};
  g_strlcpy (self->head, NO_HASH, sizeof self->head);
  last = tnk_connection_query (connection, error, "SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1", "");
  if (last == NULL || !tnk_statement_step (last, &row, error))
    return FALSE;
  if (row) {
    self->seq = tnk_statement_int (last, 0);
    g_strlcpy (self->head, tnk_statement_text (last, 1), sizeof self->head);
  }
  self->insert = tnk_connection_prepare (connection, error,
                                         "INSERT INTO log (seq, at, actor, kind, subject, detail, previous, hash) "
                                         "VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
  return self->insert != NULL;
}

void
tnk_log_close (TnkLog *self)
{
  g_clear_pointer (&self->insert, tnk_statement_finish);
}

/* Each field goes into the hash with its length, so that no two different entries give the same bytes. */
static void
hash_field (GChecksum *checksum,
            const char *text)
{
  gsize length = strlen (text);
  char prefix[32];

  g_checksum_update (checksum, (const guchar *) prefix,
                     g_snprintf (prefix, sizeof prefix, "%" G_GSIZE_FORMAT ":", length));
  g_checksum_update (checksum, (const guchar *) text, length);
}

static char *
hash_entry (gint64 seq,
            const char *at,
            const char *actor,
            const char *kind,
            const char *subject,
            const char *detail,
            const char *previous)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const char *fields[] = {at, actor, kind, subject, detail, previous};
  char number[32];

  g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, seq);
  hash_field (checksum, number);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    hash_field (checksum, fields[i]);
  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
tnk_log_append (TnkLog *self,
                const char *at,
                const char *actor,
                const char *kind,
                const char *subject,
                const char *detail,
                GError **error)
{
  g_autofree char *hash = hash_entry (self->seq + 1, at, actor, kind, subject, detail, self->head);

  if (!tnk_statement_run (self->insert, error, "ittttttt", self->seq + 1, at, actor, kind, subject, detail, self->head,
                          hash))
    return FALSE;
  self->seq++;
  g_strlcpy (self->head, hash, sizeof self->head);
  return TRUE;
}

static gboolean
check_entry (TnkStatement *entry,
             gint64 seq,
             const char *previous,
             const char *store,
             GError **error)
{
  g_autofree char *hash = hash_entry (tnk_statement_int (entry, 0), tnk_statement_text (entry, 1),
                                      tnk_statement_text (entry, 2), tnk_statement_text (entry, 3),
                                      tnk_statement_text (entry, 4), tnk_statement_text (entry, 5),
                                      tnk_statement_text (entry, 6));

  if (tnk_statement_int (entry, 0) != seq)
    g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: the log lacks entry %" G_GINT64_FORMAT, store, seq);
  else if (!g_str_equal (tnk_statement_text (entry, 6), previous))
    g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED,
                 "%s: entry %" G_GINT64_FORMAT " of the log does not follow the one before it", store, seq);
  else if (!g_str_equal (tnk_statement_text (entry, 7), hash))
    g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED,
                 "%s: entry %" G_GINT64_FORMAT " of the log was changed after it was written", store, seq);
  else
    return TRUE;
  return FALSE;
}

/* Reads the whole log and recomputes every hash. */
gboolean
tnk_log_verify (TnkConnection *connection,
                gint64 *n_entries,
                char **head,
                GError **error)
{
  g_autoptr (TnkStatement) entries = NULL;
  g_autofree char *previous = g_strdup (NO_HASH);
  gint64 seq = 0;
  gboolean row;

  entries = tnk_connection_query (connection, error,
                                  "SELECT seq, at, actor, kind, subject, detail, previous, hash FROM log ORDER BY seq",
                                  "");
  if (entries == NULL)
    return FALSE;
  for (;;) {
    if (!tnk_statement_step (entries, &row, error))
      return FALSE;
    if (!row)
      break;
    if (!check_entry (entries, ++seq, previous, connection->name, error))
      return FALSE;
    g_free (previous);
    previous = g_strdup (tnk_statement_text (entries, 7));
  }
  *n_entries = seq;
  *head = g_steal_pointer (&previous);
  return TRUE;
}
