/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-store-private.h"

/* What the figures of a campaign rest on beside catalog and answers: its days, lines and choices, its tree of departments,
 * and who is asked in which roles. A digest of it goes into the log whenever it is made or changed, and verify makes it
 * anew. */

static const struct
{
  const char *sql;
  int n_columns;
} parts[] = {
  {"SELECT coalesce (opens, ''), coalesce (closes, ''), asks_informed, line_a, line_b, line_c, attainment_line "
   "FROM campaign WHERE no = $1",
   7},
  {"SELECT control_id, choice, coalesce (reason, '') FROM campaign_control WHERE campaign_no = $1 "
   "ORDER BY control_id, choice",
   3},
  {"SELECT id, name, coalesce (parent_id, '') FROM campaign_department WHERE campaign_no = $1 ORDER BY position", 3},
  {"SELECT p.id, q.department, q.role_bits FROM questionnaire q JOIN person p ON p.no = q.person_no "
   "WHERE q.campaign_no = $1 ORDER BY q.no",
   3},
  /* These came later: what they are as a rule gives no row, and so the digest of before. */
  {"SELECT 'outside', kind, id FROM campaign_outside WHERE campaign_no = $1 ORDER BY kind, id", 3},
  {"SELECT 'visibility', visibility, '' FROM campaign WHERE no = $1 AND visibility <> 'names'", 3},
};

static void
hash_row (GChecksum *checksum,
          TnkStatement *row,
          int n_columns)
{
  for (int i = 0; i < n_columns; i++) {
    const char *text = tnk_statement_text (row, i);
    char head[32];

    g_checksum_update (checksum, (const guchar *) head,
                       g_snprintf (head, sizeof head, "%" G_GSIZE_FORMAT ":", strlen (text)));
    g_checksum_update (checksum, (const guchar *) text, strlen (text));
  }
}

static gboolean
hash_part (TnkStore *self,
           GChecksum *checksum,
           guint part,
           gint64 campaign_no,
           GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error, parts[part].sql, "i", campaign_no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    hash_row (checksum, statement, parts[part].n_columns);
  }
  return FALSE;
}

/* The digest, in the form in which it stands in the log: "basis of ID":"…". */
char *
tnk_store_describe_basis (TnkStore *self,
                          gint64 campaign_no,
                          const char *campaign_id,
                          GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!hash_part (self, checksum, i, campaign_no, error))
      return NULL;
  return g_strdup_printf ("\"basis of %s\":\"%s\"", campaign_id, g_checksum_get_string (checksum));
}

static gboolean
throw_changed (TnkStore *self,
               const char *campaign_id,
               GError **error)
{
  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED,
               "%s: what the figures of the campaign “%s” rest on was changed behind the log: its state, its lines, its "
               "controls, its departments, who is asked or who sees what",
               tnk_store_get_name (self), campaign_id);
  return FALSE;
}

/* Looks for the last digest in the log. Stores of the very first days have none. */
static gboolean
check_basis (TnkStore *self,
             gint64 campaign_no,
             const char *campaign_id,
             GError **error)
{
  g_autofree char *basis = tnk_store_describe_basis (self, campaign_no, campaign_id, error);
  g_autofree char *key = g_strdup_printf ("\"basis of %s\":", campaign_id);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  if (basis == NULL)
    return FALSE;
  statement = tnk_connection_query (self->connection, error,
                                    "SELECT detail FROM log WHERE kind IN ('campaign.created', 'campaign.changed', "
                                    "'campaign.opened', 'campaign.extended', 'campaign.visibility', 'campaign.reopened', "
                                    "'roster.imported') ORDER BY seq DESC",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    if (strstr (tnk_statement_text (statement, 0), key) != NULL)
      return strstr (tnk_statement_text (statement, 0), basis) != NULL || throw_changed (self, campaign_id, error);
  }
  return FALSE;
}

/* The state must be the one that the last entry about the campaign gave it. */
static gboolean
check_state (TnkStore *self,
             const char *campaign_id,
             const char *state,
             GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  const char *kind;
  gboolean row;

  statement = tnk_connection_query (self->connection, error,
                                    "SELECT kind FROM log WHERE subject = $1 AND kind IN ('campaign.created', "
                                    "'campaign.opened', 'campaign.closed', 'campaign.reopened') ORDER BY seq DESC LIMIT 1",
                                    "t", campaign_id);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  kind = row ? tnk_statement_text (statement, 0) : "";
  if ((g_str_equal (state, "prepared") && g_str_equal (kind, "campaign.created")) ||
      (g_str_equal (state, "open") && (g_str_equal (kind, "campaign.opened") || g_str_equal (kind, "campaign.reopened"))) ||
      (g_str_equal (state, "closed") && g_str_equal (kind, "campaign.closed")))
    return TRUE;
  return throw_changed (self, campaign_id, error);
}

/* What the log says was made, and not discarded since, must be there. */
static gboolean
check_none_missing (TnkStore *self,
                    GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (
    self->connection, error,
    "SELECT l.subject FROM log l WHERE l.kind = 'campaign.created' "
    "AND NOT EXISTS (SELECT 1 FROM campaign c WHERE c.id = l.subject) AND NOT EXISTS (SELECT 1 FROM log d "
    "WHERE d.kind = 'campaign.discarded' AND d.subject = l.subject AND d.seq > l.seq) ORDER BY l.seq LIMIT 1",
    "");
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED,
               "%s: the log says that the campaign “%s” was made, but it is not there", tnk_store_get_name (self),
               tnk_statement_text (statement, 0));
  return FALSE;
}

/* Compares the basis and the state of every campaign with the log. */
gboolean
tnk_store_verify_bases (TnkStore *self,
                        GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (self->connection, error, "SELECT no, id, state FROM campaign ORDER BY no", "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return check_none_missing (self, error);
    if (!check_state (self, tnk_statement_text (statement, 1), tnk_statement_text (statement, 2), error) ||
        !check_basis (self, tnk_statement_int (statement, 0), tnk_statement_text (statement, 1), error))
      return FALSE;
  }
  return FALSE;
}
