/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-action-writer-private.h"

/* How an action stands in the log: as a digest, so that nobody can change it behind the log. */

void
tnk_action_digest_init (TnkActionDigest *self)
{
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
}

/* Each text goes in with its length, so that no two different actions give the same bytes. */
void
tnk_action_digest_add (TnkActionDigest *self,
                       const char *text)
{
  gsize length = strlen (text);
  char head[32];

  g_checksum_update (self->checksum, (const guchar *) head, g_snprintf (head, sizeof head, "%" G_GSIZE_FORMAT ":", length));
  g_checksum_update (self->checksum, (const guchar *) text, length);
}

void
tnk_action_digest_clear (TnkActionDigest *self)
{
  g_clear_pointer (&self->checksum, g_checksum_free);
}

char *
tnk_action_make_digest (TnkAction *action)
{
  g_auto (TnkActionDigest) digest = {0};
  g_autofree char *revision = g_strdup_printf ("%u", tnk_action_get_revision (action));

  tnk_action_digest_init (&digest);
  tnk_action_digest_add (&digest, tnk_action_get_id (action));
  tnk_action_digest_add (&digest, tnk_control_get_id (tnk_action_get_control (action)));
  tnk_action_digest_add (&digest, revision);
  for (guint field = TNK_ACTION_FIELD_WHAT; field < TNK_N_ACTION_FIELDS; field++)
    tnk_action_digest_add (&digest, tnk_action_get (action, field));
  for (guint i = 0; tnk_action_get_departments (action)[i] != NULL; i++)
    tnk_action_digest_add (&digest, tnk_action_get_departments (action)[i]);
  tnk_action_digest_add (&digest, "");
  for (guint i = 0; i < tnk_action_get_n_notes (action); i++) {
    tnk_action_digest_add (&digest, tnk_action_get_note_time (action, i));
    tnk_action_digest_add (&digest, tnk_action_get_note_writer (action, i));
    tnk_action_digest_add (&digest, tnk_action_get_note_text (action, i));
  }
  return g_strdup (g_checksum_get_string (digest.checksum));
}

/* --- verifying --- */

/* The digest that the log keeps of every action: that of the last entry about it. */
static GHashTable *
read_logged (TnkStore *self,
             GError **error)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT subject, detail FROM log WHERE kind IN ('action.added', 'action.changed') "
                                    "ORDER BY seq",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    const char *at;

    if (!row)
      return g_steal_pointer (&digests);
    at = strstr (tnk_statement_text (statement, 1), "\"digest\":\"");
    g_hash_table_insert (digests, g_strdup (tnk_statement_text (statement, 0)),
                         at != NULL ? tnk_read_json_string (at + strlen ("\"digest\":")) : g_strdup (""));
  }
  return NULL;
}

/* Adds every column of every row that belongs to an action. */
static gboolean
add_rows (TnkStatement *rows,
          gint64 no,
          int n_columns,
          TnkActionDigest *digest,
          GError **error)
{
  gboolean row;

  if (!tnk_statement_bind (rows, error, "i", no))
    return FALSE;
  while (tnk_statement_step (rows, &row, error)) {
    if (!row)
      return TRUE;
    for (int i = 0; i < n_columns; i++)
      tnk_action_digest_add (digest, tnk_statement_text (rows, i));
  }
  return FALSE;
}

static gboolean
compare_digest (TnkStore *self,
                GHashTable *logged,
                const char *subject,
                TnkActionDigest *digest,
                GError **error)
{
  const char *expected = g_hash_table_lookup (logged, subject);
  gboolean same = expected != NULL && g_str_equal (expected, g_checksum_get_string (digest->checksum));

  g_hash_table_remove (logged, subject);
  if (!same)
    g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: the action %s of the improvement plan was changed behind the log",
                 tnk_store_get_name (self), subject);
  return same;
}

typedef struct
{
  TnkStatement *actions;
  TnkStatement *departments;
  TnkStatement *notes;
} Rows;

static void
rows_clear (Rows *self)
{
  g_clear_pointer (&self->actions, tnk_statement_finish);
  g_clear_pointer (&self->departments, tnk_statement_finish);
  g_clear_pointer (&self->notes, tnk_statement_finish);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static gboolean
rows_open (Rows *self,
           TnkConnection *connection,
           GError **error)
{
  self->actions = tnk_connection_query (
    connection, error,
    "SELECT a.no, c.id, a.id, a.control_id, a.revision, a.what, a.owner, a.due, a.priority, a.resources, a.status, a.done_by, "
    "a.verified_by FROM action a JOIN campaign c ON c.no = a.campaign_no ORDER BY a.no",
    "");
  if (self->actions != NULL)
    self->departments = tnk_connection_prepare (connection, error,
                                                "SELECT department_id FROM action_department WHERE action_no = $1 ORDER BY position");
  if (self->departments != NULL)
    self->notes = tnk_connection_prepare (connection, error,
                                          "SELECT at, writer, text FROM action_note WHERE action_no = $1 ORDER BY position");
  return self->notes != NULL;
}

static gboolean
check_action (TnkStore *self,
              Rows *rows,
              GHashTable *logged,
              GError **error)
{
  g_auto (TnkActionDigest) digest = {0};
  gint64 no = tnk_statement_int (rows->actions, 0);
  g_autofree char *subject = g_strdup_printf ("%s/%s", tnk_statement_text (rows->actions, 1), tnk_statement_text (rows->actions, 2));

  tnk_action_digest_init (&digest);
  for (int i = 2; i < 13; i++)
    tnk_action_digest_add (&digest, tnk_statement_text (rows->actions, i));
  if (!add_rows (rows->departments, no, 1, &digest, error))
    return FALSE;
  tnk_action_digest_add (&digest, "");
  return add_rows (rows->notes, no, 3, &digest, error) && compare_digest (self, logged, subject, &digest, error);
}

static gboolean
check_completeness (TnkStore *self,
                    GHashTable *logged,
                    GError **error)
{
  g_autoptr (GList) left = NULL;

  if (g_hash_table_size (logged) == 0)
    return TRUE;
  left = g_list_sort (g_hash_table_get_keys (logged), (GCompareFunc) strcmp);
  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: the log knows of the action %s, but it is not there",
               tnk_store_get_name (self), (const char *) left->data);
  return FALSE;
}

/* Compares every action with the last entry of the log about it. */
gboolean
tnk_store_verify_actions (TnkStore *self,
                          GError **error)
{
  g_autoptr (GHashTable) logged = read_logged (self, error);
  g_auto (Rows) rows = {0};
  gboolean row;

  if (logged == NULL || !rows_open (&rows, self->connection, error))
    return FALSE;
  while (tnk_statement_step (rows.actions, &row, error)) {
    if (!row)
      return check_completeness (self, logged, error);
    if (!check_action (self, &rows, logged, error))
      return FALSE;
  }
  return FALSE;
}
