/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "tnk-lapses-private.h"

/* What is written down of lapsed answers, and what the log says of it. */

/* One questionnaire: from the first to the end of its answers in the list. */
static gboolean
settle_one (TnkChange *change,
            const char *campaign_id,
            const TnkLapses *lapses,
            guint first,
            guint end,
            GError **error)
{
  const TnkLapsedAnswer *answer = &g_array_index (lapses->list, TnkLapsedAnswer, first);
  g_autofree char *subject = g_strdup_printf ("%s/%s", campaign_id, answer->person_id);
  g_autoptr (GString) detail = g_string_new ("{\"duties\":[");

  if (!answer->handed_in)
    return TRUE;
  for (guint i = first; i < end; i++) {
    answer = &g_array_index (lapses->list, TnkLapsedAnswer, i);
    g_string_append_printf (detail, "%s%" G_GINT64_FORMAT, i > first ? "," : "", answer->duty);
    if (!tnk_connection_run (change->connection, error, "INSERT INTO lapse (questionnaire_no, duty) VALUES ($1, $2)", "ii",
                             answer->questionnaire_no, answer->duty))
      return FALSE;
  }
  g_string_append (detail, "]}");
  return tnk_change_log (change, "answer.lapsed", subject, detail->str, error);
}

gboolean
tnk_lapses_settle (TnkChange *change,
                   const char *campaign_id,
                   gint64 campaign_no,
                   GError **error)
{
  g_auto (TnkLapses) lapses = {0};
  guint first = 0;

  if (!tnk_lapses_read (&lapses, change->store, campaign_no, 0, error))
    return FALSE;
  while (first < lapses.list->len) {
    gint64 questionnaire_no = g_array_index (lapses.list, TnkLapsedAnswer, first).questionnaire_no;
    guint end = first;

    while (end < lapses.list->len && g_array_index (lapses.list, TnkLapsedAnswer, end).questionnaire_no == questionnaire_no)
      end++;
    if (!settle_one (change, campaign_id, &lapses, first, end, error))
      return FALSE;
    first = end;
  }
  return TRUE;
}

gboolean
tnk_lapses_forget (TnkChange *change,
                   gint64 campaign_no,
                   GError **error)
{
  return tnk_connection_run (change->connection, error,
                             "DELETE FROM lapse WHERE questionnaire_no IN (SELECT no FROM questionnaire WHERE campaign_no = $1)", "i",
                             campaign_no);
}

/* --- verifying --- */

/* What the log says was written down since its campaign was last reopened, as “campaign/person {duties}”. */
static GHashTable *
read_logged (TnkStore *store,
             GError **error)
{
  g_autoptr (GHashTable) logged = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (store->connection, error,
                                    "SELECT l.subject, l.detail FROM log l WHERE l.kind = 'answer.lapsed' AND NOT EXISTS "
                                    "(SELECT 1 FROM log r WHERE r.kind = 'campaign.reopened' AND r.seq > l.seq "
                                    "AND r.subject || '/' = substr (l.subject, 1, length (r.subject) + 1))",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return g_steal_pointer (&logged);
    g_hash_table_add (logged, g_strdup_printf ("%s %s", tnk_statement_text (statement, 0), tnk_statement_text (statement, 1)));
  }
  return NULL;
}

/* The same of what is there. */
static GHashTable *
read_there (TnkStore *store,
            GError **error)
{
  g_autoptr (GHashTable) subjects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (store->connection, error,
                                    "SELECT c.id || '/' || p.id, l.duty FROM lapse l JOIN questionnaire q ON q.no = l.questionnaire_no "
                                    "JOIN campaign c ON c.no = q.campaign_no JOIN person p ON p.no = q.person_no "
                                    "ORDER BY l.questionnaire_no, l.duty",
                                    "");
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    const char *duties;

    if (!row)
      return g_steal_pointer (&subjects);
    duties = g_hash_table_lookup (subjects, tnk_statement_text (statement, 0));
    g_hash_table_insert (subjects, g_strdup (tnk_statement_text (statement, 0)),
                         g_strdup_printf ("%s%s%s", duties != NULL ? duties : "", duties != NULL ? "," : "", tnk_statement_text (statement, 1)));
  }
  return NULL;
}

static gboolean
throw_changed (TnkStore *store,
               const char *what,
               GError **error)
{
  g_autofree char *subject = g_strndup (what, strcspn (what, " "));

  g_set_error (error, TNK_ERROR, TNK_ERROR_TAMPERED, "%s: which answers of %s rest on no exception was changed behind the log",
               tnk_store_get_name (store), subject);
  return FALSE;
}

gboolean
tnk_lapses_verify (TnkStore *store,
                   GError **error)
{
  g_autoptr (GHashTable) logged = read_logged (store, error);
  g_autoptr (GHashTable) there = logged != NULL ? read_there (store, error) : NULL;
  GHashTableIter iter;
  gpointer subject, duties;

  if (there == NULL)
    return FALSE;
  for (g_hash_table_iter_init (&iter, there); g_hash_table_iter_next (&iter, &subject, &duties);) {
    g_autofree char *entry = g_strdup_printf ("%s {\"duties\":[%s]}", (char *) subject, (char *) duties);

    if (!g_hash_table_remove (logged, entry))
      return throw_changed (store, entry, error);
  }
  g_hash_table_iter_init (&iter, logged);
  return !g_hash_table_iter_next (&iter, &subject, NULL) || throw_changed (store, subject, error);
}
