/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-answer-writer-private.h"
#include "tnk-closing-private.h"
#include "tnk-lapses-private.h"
#include "tnk-store-private.h"
#include "tnk-store-setup.h"

/* --- counting --- */

static gboolean
count (TnkStore *self,
       gint64 no,
       TnkCampaignCounts *counts,
       GError **error)
{
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  statement = tnk_connection_query (
    self->connection, error,
    "SELECT count (*), coalesce (sum (CASE WHEN q.state IN ('submitted', 'accepted') THEN 1 ELSE 0 END), 0), "
    "coalesce (sum (CASE WHEN q.state IN ('draft', 'returned') AND EXISTS (SELECT 1 FROM answer a "
    "WHERE a.questionnaire_no = q.no) THEN 1 ELSE 0 END), 0) FROM questionnaire q WHERE q.campaign_no = $1",
    "i", no);
  if (statement == NULL || !tnk_statement_step (statement, &row, error))
    return FALSE;
  counts->people = tnk_statement_int (statement, 0);
  counts->submitted = tnk_statement_int (statement, 1);
  counts->drafts = tnk_statement_int (statement, 2);
  counts->untouched = counts->people - counts->submitted - counts->drafts;
  return TRUE;
}

/**
 * tnk_store_count_campaign:
 * @self: an open store
 * @id: the id of a campaign
 * @counts: (out caller-allocates): how far its people are; all 0 while it is prepared
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND` or `STORE`
 *
 * Counts who handed in, who began and who did not.
 *
 * Returns: `TRUE` if it was counted
 *
 * Since: 0.1
 */
gboolean
tnk_store_count_campaign (TnkStore *self,
                          const char *id,
                          TnkCampaignCounts *counts,
                          GError **error)
{
  TnkCampaignState state;
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL && counts != NULL, FALSE);
  return tnk_store_find_campaign (self, id, &no, &state, error) && count (self, no, counts, error);
}

/* --- closing --- */

typedef struct
{
  gint64 no;
  gint64 department;
  char *person_id;
} Draft;

static void
draft_clear (gpointer data)
{
  g_free (((Draft *) data)->person_id);
}

static GArray *
list_drafts (TnkStore *self,
             gint64 no,
             GError **error)
{
  g_autoptr (GArray) drafts = g_array_new (FALSE, FALSE, sizeof (Draft));
  g_autoptr (TnkStatement) statement = NULL;
  gboolean row;

  g_array_set_clear_func (drafts, draft_clear);
  statement = tnk_connection_query (
    self->connection, error,
    "SELECT q.no, q.department, p.id FROM questionnaire q JOIN person p ON p.no = q.person_no WHERE q.campaign_no = $1 "
    "AND q.state IN ('draft', 'returned') AND EXISTS (SELECT 1 FROM answer a WHERE a.questionnaire_no = q.no) ORDER BY q.no",
    "i", no);
  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    Draft draft;

    if (!row)
      return g_steal_pointer (&drafts);
    draft = (Draft){tnk_statement_int (statement, 0), tnk_statement_int (statement, 1),
                    g_strdup (tnk_statement_text (statement, 2))};
    g_array_append_val (drafts, draft);
  }
  return NULL;
}

static gboolean
write_drafts (TnkStore *self,
              TnkAnswerWriter *writer,
              GArray *drafts,
              const TnkClosings *closings,
              TnkBody *tree,
              guint *n_taken,
              const TnkWatch *watch,
              GError **error)
{
  for (guint i = 0; i < drafts->len; i++) {
    const Draft *draft = &g_array_index (drafts, Draft, i);

    if (!tnk_watch_report (watch, i, drafts->len, error))
      return FALSE;
    if (draft->department < 0 || draft->department >= tnk_body_get_n_departments (tree))
      return tnk_store_throw_damaged (self, error);
    if (tnk_closings_find (closings, tnk_body_get_department (tree, draft->department)) != NULL)
      continue;
    if (!tnk_answer_writer_write (writer, draft->no, draft->person_id, TRUE, NULL, 0, error))
      return FALSE;
    (*n_taken)++;
  }
  return TRUE;
}

/* Hands in for people what they had answered, each with its own entry in the log. What was closed with a department was
 * closed without its drafts, and stays so. */
static gboolean
take_drafts_in (TnkChange *change,
                const char *id,
                gint64 no,
                guint *n_taken,
                const TnkWatch *watch,
                GError **error)
{
  TnkStore *self = change->store;
  g_autoptr (GArray) drafts = list_drafts (self, no, error);
  g_auto (TnkClosings) closings = {0};
  g_autoptr (TnkBody) tree = NULL;
  TnkAnswerWriter writer = {0};
  gboolean done;

  if (drafts == NULL || !tnk_closings_read (&closings, self, no, error))
    return FALSE;
  tree = tnk_store_read_campaign_body (self, no, error);
  if (tree == NULL)
    return FALSE;
  done = tnk_answer_writer_open (&writer, change, id, FALSE, FALSE, error) &&
         write_drafts (self, &writer, drafts, &closings, tree, n_taken, watch, error);
  tnk_answer_writer_close (&writer);
  return done;
}

/**
 * tnk_store_close_campaign:
 * @self: an open store
 * @id: the id of an open campaign
 * @n_submitted: (out): how many people submitted
 * @n_people: (out): how many were asked
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` or `STORE`
 *
 * Closes a campaign. From now on what is unanswered counts 0; drafts stay as they are and do not count.
 *
 * Returns: `TRUE` if it is closed
 *
 * Since: 0.1
 */
gboolean
tnk_store_close_campaign (TnkStore *self,
                          const char *id,
                          guint *n_submitted,
                          guint *n_people,
                          GError **error)
{
  TnkCampaignCounts counts = {0};
  guint n_taken;

  g_return_val_if_fail (n_submitted != NULL && n_people != NULL, FALSE);

  if (!tnk_store_close_campaign_full (self, id, FALSE, &n_taken, &counts, NULL, NULL, NULL, error))
    return FALSE;
  *n_submitted = counts.submitted;
  *n_people = counts.people;
  return TRUE;
}

/**
 * tnk_store_close_campaign_full:
 * @self: an open store
 * @id: the id of an open campaign
 * @take_drafts: whether drafts are taken in
 * @n_taken: (out): how many were taken in
 * @counts: (out caller-allocates): how far people were in the end
 * @progress: (nullable) (scope call) (closure user_data): hears how far it is
 * @user_data: for @progress
 * @cancellable: (nullable): stops it; nothing is changed then
 * @error: return location for an error: [error@Tenken.Error] `NOT_FOUND`, `STATE` or `STORE`, or cancelled
 *
 * Closes a campaign. From now on nobody answers, and what is unanswered counts 0. Questionnaires and departments stay as
 * they are, but for the drafts where they are taken in: what somebody began, or got back, and did not hand in is handed in
 * as it is, unless the department was closed before. The log says so of each. An answer “excepted” whose exception has
 * ended counts as unanswered from the day after; which of them do is written down now, and stays so.
 *
 * Returns: `TRUE` if it is closed
 *
 * Since: 0.1
 */
gboolean
tnk_store_close_campaign_full (TnkStore *self,
                               const char *id,
                               gboolean take_drafts,
                               guint *n_taken,
                               TnkCampaignCounts *counts,
                               TnkProgressFunc progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error)
{
  g_auto (TnkChange) change = {0};
  g_autoptr (GString) detail = NULL;
  TnkWatch watch = {progress, user_data, cancellable};
  gint64 no;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && id != NULL, FALSE);
  g_return_val_if_fail (n_taken != NULL && counts != NULL, FALSE);

  *n_taken = 0;
  if (!tnk_change_begin_campaign (&change, self, id, TNK_CAMPAIGN_STATE_OPEN, "closed", &no, error) ||
      (take_drafts && !take_drafts_in (&change, id, no, n_taken, &watch, error)) ||
      !tnk_lapses_settle (&change, id, no, error) || !tnk_store_set_state (self, no, TNK_CAMPAIGN_STATE_CLOSED, error) || !count (self, no, counts, error))
    return FALSE;
  detail = g_string_new (NULL);
  g_string_printf (detail, "{\"submitted\":%u,\"people\":%u", counts->submitted, counts->people);
  if (take_drafts)
    g_string_append_printf (detail, ",\"drafts\":%u", *n_taken);
  g_string_append_c (detail, '}');
  return tnk_change_log (&change, "campaign.closed", id, detail->str, error) && tnk_change_commit (&change, error);
}
