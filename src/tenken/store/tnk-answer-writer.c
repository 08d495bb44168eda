/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-answer-writer-private.h"

/* An answer that stays the same was given when it was given first. */
#define INSERT \
  "INSERT INTO answer (questionnaire_no, duty, value, comment, evidence, given) VALUES ($1, $2, $3, $4, $5, $6) " \
  "ON CONFLICT (questionnaire_no, duty) DO UPDATE SET value = excluded.value, comment = excluded.comment, given = CASE WHEN " \
  "answer.value = excluded.value AND coalesce (answer.comment, '') = coalesce (excluded.comment, '') " \
  "THEN answer.given ELSE excluded.given END"

gboolean
tnk_answer_writer_open (TnkAnswerWriter *self,
                        TnkChange *change,
                        const char *campaign_id,
                        gboolean draft,
                        gboolean evidence,
                        GError **error)
{
  *self = (TnkAnswerWriter){.change = change, .campaign_id = campaign_id, .draft = draft, .evidence = evidence};
  self->insert = tnk_connection_prepare (change->connection, error, evidence ? INSERT ", evidence = excluded.evidence" : INSERT);
  if (self->insert == NULL)
    return FALSE;
  self->read = tnk_connection_prepare (
    change->connection, error,
    "SELECT duty, value, comment, evidence FROM answer WHERE questionnaire_no = $1 ORDER BY duty");
  if (self->read == NULL)
    return FALSE;
  self->submit = tnk_connection_prepare (
    change->connection, error,
    "UPDATE questionnaire SET state = 'submitted', remark = NULL, submitted_at = $2, reference = $3 WHERE no = $1");
  if (self->submit == NULL)
    return FALSE;
  self->release = tnk_connection_prepare (change->connection, error, TNK_RELEASE_PROMISES);
  return self->release != NULL;
}

void
tnk_answer_writer_close (TnkAnswerWriter *self)
{
  g_clear_pointer (&self->insert, tnk_statement_finish);
  g_clear_pointer (&self->read, tnk_statement_finish);
  g_clear_pointer (&self->submit, tnk_statement_finish);
  g_clear_pointer (&self->release, tnk_statement_finish);
}

static void
note_replaced (GString *replaced,
               TnkStatement *old)
{
  if (replaced->len > 0)
    g_string_append_c (replaced, ',');
  tnk_append_answer_json (replaced, tnk_statement_int (old, 0), tnk_statement_int (old, 1), tnk_statement_text (old, 2),
                          tnk_statement_text (old, 3));
}

static gboolean
differs (TnkAnswerWriter *self,
         const TnkAnswerRow *row)
{
  return tnk_statement_int (self->read, 1) != row->value || g_strcmp0 (tnk_statement_text (self->read, 2), row->comment) != 0 ||
         (self->evidence && g_strcmp0 (tnk_statement_text (self->read, 3), row->evidence) != 0);
}

/* The note on evidence that stands with an incoming answer afterwards. */
static const char *
evidence_of (TnkAnswerWriter *self,
             gboolean is_old,
             const TnkAnswerRow *row)
{
  if (self->evidence)
    return row->evidence;
  return is_old ? tnk_statement_text (self->read, 3) : NULL;
}

/* Goes through the answers that the person had and the rows that come in, both sorted by duty, and makes the digest of
 * what will stand afterwards. */
static gboolean
merge (TnkAnswerWriter *self,
       gboolean has_old,
       const TnkAnswerRow *rows,
       guint n_rows,
       TnkAnswerDigest *digest,
       GString *replaced,
       GError **error)
{
  const TnkAnswerRow *incoming = rows, *end = rows + n_rows;

  while (has_old || incoming < end) {
    gint64 old = has_old ? tnk_statement_int (self->read, 0) : G_MAXINT64;
    gint64 next = incoming < end ? incoming->duty : G_MAXINT64;

    if (old == next && differs (self, incoming))
      note_replaced (replaced, self->read);
    if (next <= old) {
      tnk_answer_digest_add (digest, incoming->duty, incoming->value, incoming->comment, evidence_of (self, old == next, incoming));
      incoming++;
    } else
      tnk_answer_digest_add (digest, old, tnk_statement_int (self->read, 1), tnk_statement_text (self->read, 2),
                             tnk_statement_text (self->read, 3));
    if (old <= next && !tnk_statement_step (self->read, &has_old, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_and_merge (TnkAnswerWriter *self,
                gint64 questionnaire_no,
                gboolean has_answers,
                const TnkAnswerRow *rows,
                guint n_rows,
                TnkAnswerDigest *digest,
                GString *replaced,
                GError **error)
{
  gboolean has_old = FALSE;

  if (has_answers && (!tnk_statement_bind (self->read, error, "i", questionnaire_no) ||
                      !tnk_statement_step (self->read, &has_old, error)))
    return FALSE;
  return merge (self, has_old, rows, n_rows, digest, replaced, error);
}

static gboolean
log_answers (TnkAnswerWriter *self,
             const char *person_id,
             TnkAnswerDigest *digest,
             GString *replaced,
             GError **error)
{
  g_autofree char *subject = g_strdup_printf ("%s/%s", self->campaign_id, person_id);
  g_autofree char *detail = g_strdup_printf ("{\"answers\":%u,\"digest\":\"%s\",\"replaced\":[%s]}", digest->n,
                                             tnk_answer_digest_get (digest), replaced->str);

  return tnk_change_log (self->change, self->draft ? "answers.imported" : "questionnaire.submitted", subject, detail,
                         error);
}

static gboolean
submit (TnkAnswerWriter *self,
        gint64 questionnaire_no,
        GError **error)
{
  g_autofree char *reference = tnk_change_dup_reference (self->change);

  return tnk_statement_run (self->submit, error, "itt", questionnaire_no, self->change->now, reference);
}

gboolean
tnk_answer_writer_write (TnkAnswerWriter *self,
                         gint64 questionnaire_no,
                         const char *person_id,
                         gboolean has_answers,
                         const TnkAnswerRow *rows,
                         guint n_rows,
                         GError **error)
{
  g_auto (TnkAnswerDigest) digest = {0};
  g_autoptr (GString) replaced = g_string_new (NULL);
  gint64 now = tnk_store_get_unix_time (self->change->store);

  tnk_answer_digest_init (&digest);
  if (!read_and_merge (self, questionnaire_no, has_answers, rows, n_rows, &digest, replaced, error))
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    if (!tnk_statement_run (self->insert, error, "iiitti", questionnaire_no, (gint64) rows[i].duty, (gint64) rows[i].value,
                            rows[i].comment, rows[i].evidence, now))
      return FALSE;
  return (!has_answers || tnk_statement_run (self->release, error, "i", questionnaire_no)) &&
         log_answers (self, person_id, &digest, replaced, error) &&
         (self->draft || submit (self, questionnaire_no, error));
}
