/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-action-writer-private.h"
#include "tnk-attachment-list-private.h"
#include "tnk-audit-log-private.h"
#include "tnk-closing-private.h"
#include "tnk-exception-writer-private.h"
#include "tnk-lapses-private.h"
#include "tnk-record-rows-private.h"
#include "tnk-store-setup.h"

/* Finds the digest that the log keeps of every questionnaire that was handed in and not sent back since: that of the last
 * entry about it. */
static gboolean
read_logged_digests (TnkStore *self,
                     GHashTable *digests,
                     GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT subject, detail, kind FROM log WHERE kind IN ('questionnaire.submitted', "
                                    "'questionnaire.returned', 'questionnaire.accepted') ORDER BY seq",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    const char *at;

    if (!row)
      return TRUE;
    at = strstr (tnk_statement_text (statement, 1), "\"digest\":\"");
    if (g_str_equal (tnk_statement_text (statement, 2), "questionnaire.returned"))
      g_hash_table_remove (digests, tnk_statement_text (statement, 0));
    else if (at != NULL)
      g_hash_table_insert (digests, g_strdup (tnk_statement_text (statement, 0)),
                           g_strndup (at + strlen ("\"digest\":\""), 64));
  }
  return FALSE;
}

static gboolean
compare_digest (TnkStore *self,
                GHashTable *digests,
                const char *subject,
                TnkAnswerDigest *digest,
                GError **error)
{
  const char *logged = g_hash_table_lookup (digests, subject);

  if (logged != NULL && g_str_equal (logged, tnk_answer_digest_get (digest)))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED,
               logged != NULL ? "%s: the answers of %s were changed after they were handed in"
                              : "%s: the log knows nothing of the answers that %s handed in",
               tnk_store_get_name (self), subject);
  return FALSE;
}

typedef struct
{
  gint64 no;
  char *subject;
} Sheet;

static void
sheet_clear (gpointer data)
{
  g_free (((Sheet *) data)->subject);
}

static GArray *
list_sheets (TnkStore *self,
             GError **error)
{
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (Sheet));
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  g_array_set_clear_func (sheets, sheet_clear);
  statement = tnk_connection_query (self->connection, error,
                                    "SELECT q.no, c.id, p.id FROM questionnaire q JOIN campaign c ON c.no = q.campaign_no "
                                    "JOIN person p ON p.no = q.person_no WHERE q.state IN ('submitted', 'accepted') "
                                    "ORDER BY q.no",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    Sheet sheet;

    if (!row)
      return g_steal_pointer (&sheets);
    sheet.no = tnk_statement_int (statement, 0);
    sheet.subject = g_strdup_printf ("%s/%s", tnk_statement_text (statement, 1), tnk_statement_text (statement, 2));
    g_array_append_val (sheets, sheet);
  }
  return NULL;
}

static gboolean
check_sheet (TnkStore *self,
             TnkStatement *answers,
             const Sheet *sheet,
             GHashTable *digests,
             GError **error)
{
  g_auto (TnkAnswerDigest) digest = {0};
  gboolean row;

  tnk_answer_digest_init (&digest);
  if (!tnk_statement_bind (answers, error, "i", sheet->no))
    return FALSE;
  for (;;) {
    if (!tnk_statement_step (answers, &row, error))
      return FALSE;
    if (!row)
      return compare_digest (self, digests, sheet->subject, &digest, error);
    tnk_answer_digest_add (&digest, tnk_statement_int (answers, 0), tnk_statement_int (answers, 1),
                           tnk_statement_text (answers, 2), tnk_statement_text (answers, 3));
  }
}

/* What the log says was handed in must be there, handed in. */
static gboolean
check_completeness (TnkStore *self,
                    GArray *sheets,
                    GHashTable *digests,
                    GError **error)
{
  g_autoptr (GList) left = NULL;

  for (guint i = 0; i < sheets->len; i++)
    g_hash_table_remove (digests, g_array_index (sheets, Sheet, i).subject);
  if (g_hash_table_size (digests) == 0)
    return TRUE;
  left = g_list_sort (g_hash_table_get_keys (digests), (GCompareFunc) strcmp);
  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED,
               "%s: the log says that %s was handed in, but it is not there as such", tnk_store_get_name (self),
               (const char *) left->data);
  return FALSE;
}

static gboolean
check_sheets (TnkStore *self,
              gint64 *n_sheets,
              const TnkWatch *watch,
              GError **error)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GArray) sheets = list_sheets (self, error);
  g_autoptr (TnkStatement) answers = NULL;

  if (sheets == NULL || !read_logged_digests (self, digests, error))
    return FALSE;
  answers = tnk_connection_prepare (self->connection, error,
                                    "SELECT duty, value, comment, evidence FROM answer WHERE questionnaire_no = $1 ORDER BY duty");
  for (guint i = 0; answers != NULL && i < sheets->len; i++)
    if (!tnk_watch_report (watch, i, sheets->len, error) ||
        !check_sheet (self, answers, &g_array_index (sheets, Sheet, i), digests, error))
      return FALSE;
  *n_sheets = sheets->len;
  return answers != NULL && check_completeness (self, sheets, digests, error);
}

static gboolean
check_catalogs (TnkStore *self,
                GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error, "SELECT id, fingerprint, content FROM catalog", "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    g_autofree char *fingerprint = NULL;

    if (!row)
      return TRUE;
    fingerprint = g_compute_checksum_for_string (G_CHECKSUM_SHA256, tnk_statement_text (statement, 2), -1);
    if (!g_str_equal (fingerprint, tnk_statement_text (statement, 1))) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: the catalog “%s” was changed after it was kept",
                   tnk_store_get_name (self), tnk_statement_text (statement, 0));
      return FALSE;
    }
  }
  return FALSE;
}

/* The fingerprint that the log kept of a campaign's catalog when the campaign was made. Who changes the catalog can make
 * its fingerprint fit, but not the log. */
static gboolean
check_campaigns (TnkStore *self,
                 GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT c.id, k.fingerprint, k.id, coalesce ((SELECT l.detail FROM log l "
                                    "WHERE l.kind IN ('campaign.created', 'campaign.changed') AND l.subject = c.id "
                                    "ORDER BY l.seq DESC LIMIT 1), '') "
                                    "FROM campaign c JOIN catalog k ON k.no = c.catalog_no",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    if (strstr (tnk_statement_text (statement, 3), tnk_statement_text (statement, 1)) == NULL) {
      g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED,
                   *tnk_statement_text (statement, 3) == '\0'
                     ? "%s: the log knows nothing of the campaign “%s” on the catalog “%s”"
                     : "%s: the catalog of the campaign “%s”, “%s”, is not the one that the log knows",
                   tnk_store_get_name (self), tnk_statement_text (statement, 0), tnk_statement_text (statement, 2));
      return FALSE;
    }
  }
  return FALSE;
}

/**
 * tnk_store_verify:
 * @self: an open store
 * @n_entries: (out): how many entries the log has
 * @n_questionnaires: (out): how many questionnaires that were handed in were compared with the log
 * @head: (out) (transfer full): the hash of the last entry; note it elsewhere, and a log that was cut short shows too
 * @cancellable: (nullable): stops the check
 * @error: return location for an error: [error@Tenken.Error] `TAMPERED`, which names what does not fit, or `STORE`
 *
 * Checks the file, every hash of the log, every catalog that a campaign keeps, and that the answers that were handed in
 * and the actions of the improvement plans are still those that the log has a digest of, that those departments are closed
 * that the log says are, that all about the audits is what the log says, and that every attached file is the one that was attached.
 *
 * Returns: `TRUE` if everything fits
 *
 * Since: 0.1
 */
gboolean
tnk_store_verify (TnkStore *self,
                  gint64 *n_entries,
                  gint64 *n_questionnaires,
                  char **head,
                  GCancellable *cancellable,
                  GError **error)
{
  return tnk_store_verify_full (self, n_entries, n_questionnaires, head, NULL, NULL, cancellable, error);
}

/**
 * tnk_store_verify_full:
 * @self: an open store
 * @n_entries: (out): how many entries the log has
 * @n_questionnaires: (out): how many questionnaires that were handed in were compared with the log
 * @head: (out) (transfer full): the hash of the last entry
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops the check
 * @error: return location for an error: [error@Tenken.Error] `TAMPERED` or `STORE`, or cancelled
 *
 * Does what [method@Store.verify] does, and says how far it is.
 *
 * Returns: `TRUE` if everything fits
 *
 * Since: 0.1
 */
gboolean
tnk_store_verify_full (TnkStore *self,
                       gint64 *n_entries,
                       gint64 *n_questionnaires,
                       char **head,
                       TnkProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autofree char *last = NULL;
  TnkWatch watch = {progress, user_data, cancellable};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL, FALSE);
  g_return_val_if_fail (n_entries != NULL && n_questionnaires != NULL && head != NULL, FALSE);

  if (!self->connection->backend->check (self->connection, error) ||
      !tnk_log_verify (self->connection, n_entries, &last, error) || !check_catalogs (self, error) ||
      !check_campaigns (self, error) || !check_sheets (self, n_questionnaires, &watch, error) ||
      !tnk_store_verify_bases (self, error) || !tnk_closings_verify (self, error) || !tnk_store_verify_actions (self, error) ||
      !tnk_store_verify_records (self, error) || !tnk_store_verify_exceptions (self, error) ||
      !tnk_lapses_verify (self, error) ||
      !tnk_store_verify_audits (self, error) || !tnk_store_verify_attachments (self, &watch, error))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  *head = g_steal_pointer (&last);
  return TRUE;
}
