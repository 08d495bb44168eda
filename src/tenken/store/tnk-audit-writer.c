/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-attachment-private.h"
#include "tnk-audit-private.h"
#include "tnk-audit-work-private.h"
#include "tnk-finding-private.h"
#include "tnk-spread-private.h"
#include "tnk-strings-private.h"
#include "tnk-work-paper-private.h"

/* --- plans --- */

static gboolean
write_plan_row (TnkAuditWork *self,
                TnkAudit *audit,
                GError **error)
{
  return tnk_connection_run (
    self->change.connection, error,
    "INSERT INTO audit (no, campaign_no, id, title, purpose, method, starts, ends, summary, state, revision) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (no) DO UPDATE SET title = $4, purpose = $5, method = $6, starts = $7, "
    "ends = $8, summary = $9, state = $10, revision = $11",
    "iitttttttti", self->no, self->campaign_no, tnk_audit_get_id (audit), tnk_audit_get (audit, TNK_AUDIT_FIELD_TITLE),
    tnk_audit_get (audit, TNK_AUDIT_FIELD_PURPOSE), tnk_audit_get (audit, TNK_AUDIT_FIELD_METHOD), tnk_audit_get (audit, TNK_AUDIT_FIELD_STARTS),
    tnk_audit_get (audit, TNK_AUDIT_FIELD_ENDS), tnk_audit_get (audit, TNK_AUDIT_FIELD_SUMMARY), tnk_audit_state_to_string (tnk_audit_get_state (audit)),
    (gint64) tnk_audit_get_revision (audit));
}

static gboolean
write_list (TnkAuditWork *self,
            const char *clear,
            const char *insert,
            const char *const *list,
            GError **error)
{
  if (!tnk_connection_run (self->change.connection, error, clear, "i", self->no))
    return FALSE;
  for (guint i = 0; list[i] != NULL; i++)
    if (!tnk_connection_run (self->change.connection, error, insert, "iit", self->no, (gint64) i, list[i]))
      return FALSE;
  return TRUE;
}

static gboolean
write_exemptions (TnkAuditWork *self,
                  TnkAudit *audit,
                  GError **error)
{
  if (!tnk_connection_run (self->change.connection, error, "DELETE FROM audit_exemption WHERE audit_no = $1", "i", self->no))
    return FALSE;
  for (guint i = 0; i < tnk_audit_get_n_exemptions (audit); i++)
    if (!tnk_connection_run (self->change.connection, error,
                             "INSERT INTO audit_exemption (audit_no, position, person_id, department_id, reason, approver) VALUES ($1, $2, $3, $4, $5, $6)",
                             "iitttt", self->no, (gint64) i, tnk_audit_get_exemption_auditor (audit, i), tnk_audit_get_exemption_department (audit, i),
                             tnk_audit_get_exemption_reason (audit, i), tnk_audit_get_exemption_approver (audit, i)))
      return FALSE;
  return TRUE;
}

/* Steps are only ever added; those that are new get their time now. */
static gboolean
write_steps (TnkAuditWork *self,
             TnkAudit *audit,
             GError **error)
{
  for (guint i = 0; i < audit->moves->len; i++) {
    TnkAuditMove *move = &g_array_index (audit->moves, TnkAuditMove, i);

    if (move->time != NULL)
      continue;
    move->time = g_strdup (self->change.now);
    if (!tnk_connection_run (self->change.connection, error,
                             "INSERT INTO audit_step (audit_no, position, step, at, writer, remark) VALUES ($1, $2, $3, $4, $5, $6)", "iitttt", self->no,
                             (gint64) i, tnk_audit_step_to_string (move->step), move->time, move->writer, move->remark))
      return FALSE;
  }
  return TRUE;
}

gboolean
tnk_audit_work_write_plan (TnkAuditWork *self,
                           TnkAudit *audit,
                           const char *what,
                           GError **error)
{
  audit->revision++;
  return write_plan_row (self, audit, error) &&
         write_list (self, "DELETE FROM audit_department WHERE audit_no = $1",
                     "INSERT INTO audit_department (audit_no, position, department_id) VALUES ($1, $2, $3)", tnk_audit_get_departments (audit), error) &&
         write_list (self, "DELETE FROM audit_control WHERE audit_no = $1",
                     "INSERT INTO audit_control (audit_no, position, control_id) VALUES ($1, $2, $3)", tnk_audit_get_controls (audit), error) &&
         write_list (self, "DELETE FROM audit_auditor WHERE audit_no = $1",
                     "INSERT INTO audit_auditor (audit_no, position, person_id) VALUES ($1, $2, $3)", tnk_audit_get_auditors (audit), error) &&
         write_exemptions (self, audit, error) && write_steps (self, audit, error) &&
         tnk_audit_log (&self->change, TNK_AUDIT_THING_PLAN, self->no, tnk_audit_get_id (audit), NULL, self->by, what, error);
}

/* --- work papers --- */

gboolean
tnk_audit_work_write_paper (TnkAuditWork *self,
                            TnkWorkPaper *paper,
                            GError **error)
{
  const char *control_id = tnk_control_get_id (tnk_work_paper_get_control (paper));
  const char *department_id = tnk_work_paper_get_department_id (paper);
  g_autofree char *key = g_strjoin ("/", control_id, department_id, NULL);

  tnk_work_paper_set_revision (paper, tnk_work_paper_get_revision (paper) + 1);
  return tnk_connection_run (
           self->change.connection, error,
           "INSERT INTO work_paper (audit_no, control_id, department_id, verdict, seen, evidence, cause, day, auditor, revision) "
           "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (audit_no, control_id, department_id) DO UPDATE SET verdict = $4, seen = $5, "
           "evidence = $6, cause = $7, day = $8, auditor = $9, revision = $10",
           "itttttttti", self->no, control_id, department_id, tnk_verdict_to_string (tnk_work_paper_get_verdict (paper)),
           tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_SEEN), tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_EVIDENCE),
           tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_CAUSE), tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_DAY),
           tnk_work_paper_get (paper, TNK_WORK_PAPER_FIELD_AUDITOR), (gint64) tnk_work_paper_get_revision (paper)) &&
         tnk_audit_log (&self->change, TNK_AUDIT_THING_PAPER, self->no, tnk_audit_get_id (self->audit), key, self->by, "paper", error);
}

/* --- findings --- */

/* A finding that has no id yet gets one. */
static gboolean
find_no (TnkAuditWork *self,
         TnkFinding *finding,
         gint64 *no,
         GError **error)
{
  TnkConnection *connection = self->change.connection;
  gint64 n;

  if (finding->id != NULL)
    return tnk_connection_query_int (connection, no, 0, error, "SELECT no FROM finding WHERE audit_no = $1 AND id = $2", "it", self->no, finding->id);
  if (!tnk_connection_query_int (connection, no, 0, error, "SELECT coalesce (max (no), 0) + 1 FROM finding", "") ||
      !tnk_connection_query_int (connection, &n, 0, error, "SELECT count (*) + 1 FROM finding WHERE audit_no = $1", "i", self->no))
    return FALSE;
  finding->id = g_strdup_printf ("F%02" G_GINT64_FORMAT, n);
  return TRUE;
}

static gboolean
write_finding_row (TnkAuditWork *self,
                   TnkFinding *finding,
                   gint64 no,
                   GError **error)
{
  return tnk_connection_run (
    self->change.connection, error,
    "INSERT INTO finding (no, audit_no, id, kind, control_id, department_id, title, fact, cause, recommendation, due, remark, state, issued_at, revision) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) ON CONFLICT (no) DO UPDATE SET kind = $4, control_id = $5, "
    "department_id = $6, title = $7, fact = $8, cause = $9, recommendation = $10, due = $11, remark = $12, state = $13, issued_at = $14, revision = $15",
    "iitttttttttttti", no, self->no, finding->id, tnk_finding_kind_to_string (finding->kind), tnk_control_get_id (finding->control),
    finding->department_id, finding->fields[TNK_FINDING_FIELD_TITLE], finding->fields[TNK_FINDING_FIELD_FACT], finding->fields[TNK_FINDING_FIELD_CAUSE],
    finding->fields[TNK_FINDING_FIELD_RECOMMENDATION], finding->fields[TNK_FINDING_FIELD_DUE], finding->fields[TNK_FINDING_FIELD_REMARK],
    tnk_finding_state_to_string (finding->state), finding->issued_at, (gint64) finding->revision);
}

/* Answers and follow-ups are only ever added; those that are new get their time now. */
static gboolean
write_answers (TnkAuditWork *self,
               TnkFinding *finding,
               gint64 no,
               GError **error)
{
  for (guint i = 0; i < finding->responses->len; i++) {
    TnkFindingResponse *r = &g_array_index (finding->responses, TnkFindingResponse, i);

    if (r->time != NULL)
      continue;
    r->time = g_strdup (self->change.now);
    if (!tnk_connection_run (self->change.connection, error,
                             "INSERT INTO finding_response (finding_no, position, at, writer, text, action, due) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                             "iittttt", no, (gint64) i, r->time, r->writer, r->text, r->action, r->due))
      return FALSE;
  }
  for (guint i = 0; i < finding->follow_ups->len; i++) {
    TnkFindingFollowUp *f = &g_array_index (finding->follow_ups, TnkFindingFollowUp, i);

    if (f->time != NULL)
      continue;
    f->time = g_strdup (self->change.now);
    if (!tnk_connection_run (self->change.connection, error,
                             "INSERT INTO finding_follow_up (finding_no, position, at, writer, verdict, seen) VALUES ($1, $2, $3, $4, $5, $6)", "iitttt",
                             no, (gint64) i, f->time, f->writer, tnk_follow_up_to_string (f->verdict), f->seen))
      return FALSE;
  }
  return TRUE;
}

/* A spread whose time is not known yet was asked, or answered, just now. */
static void
sign_spread (TnkAuditWork *self,
             TnkSpread *spread)
{
  g_autofree char *asked = g_strdup (tnk_spread_get_asked_at (spread));
  g_autofree char *answered = g_strdup (tnk_spread_get_answered_at (spread));
  gboolean open = tnk_spread_get_answer (spread) == TNK_SPREAD_ANSWER_OPEN;

  if (asked != NULL && (open || answered != NULL))
    return;
  tnk_spread_set_stored (spread, tnk_spread_get_revision (spread) + 1, asked != NULL ? asked : self->change.now, open ? NULL : self->change.now,
                         tnk_spread_get_answer (spread));
}

static gboolean
write_spread (TnkAuditWork *self,
              TnkSpread *spread,
              gint64 no,
              guint position,
              GError **error)
{
  sign_spread (self, spread);
  return tnk_connection_run (
    self->change.connection, error,
    "INSERT INTO finding_spread (finding_no, position, department_id, question, due, asked_by, asked_at, answer, text, action, action_due, answered_by, "
    "answered_at, revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) ON CONFLICT (finding_no, position) DO UPDATE SET "
    "answer = $8, text = $9, action = $10, action_due = $11, answered_by = $12, answered_at = $13, revision = $14",
    "iittttttttttti", no, (gint64) position, tnk_spread_get_department_id (spread), tnk_spread_get (spread, TNK_SPREAD_FIELD_QUESTION),
    tnk_spread_get (spread, TNK_SPREAD_FIELD_DUE), tnk_spread_get (spread, TNK_SPREAD_FIELD_ASKED_BY), tnk_spread_get_asked_at (spread),
    tnk_spread_answer_to_string (tnk_spread_get_answer (spread)), tnk_spread_get (spread, TNK_SPREAD_FIELD_TEXT),
    tnk_spread_get (spread, TNK_SPREAD_FIELD_ACTION), tnk_spread_get (spread, TNK_SPREAD_FIELD_ACTION_DUE),
    tnk_spread_get (spread, TNK_SPREAD_FIELD_ANSWERED_BY), tnk_spread_get_answered_at (spread), (gint64) tnk_spread_get_revision (spread));
}

gboolean
tnk_audit_work_write_finding (TnkAuditWork *self,
                              TnkFinding *finding,
                              const char *what,
                              GError **error)
{
  gint64 no;

  if (!find_no (self, finding, &no, error))
    return FALSE;
  finding->revision++;
  if (finding->issued_at == NULL && finding->state == TNK_FINDING_STATE_ISSUED)
    tnk_set_string (&finding->issued_at, self->change.now);
  if (!write_finding_row (self, finding, no, error) || !write_answers (self, finding, no, error))
    return FALSE;
  for (guint i = 0; i < finding->spreads->len; i++)
    if (!write_spread (self, g_ptr_array_index (finding->spreads, i), no, i, error))
      return FALSE;
  return tnk_audit_log (&self->change, TNK_AUDIT_THING_FINDING, self->no, tnk_audit_get_id (self->audit), finding->id, self->by, what, error);
}

/* --- attachments --- */

/* An attachment gets its id, its time and who added it now. */
gboolean
tnk_audit_work_write_attachment (TnkAuditWork *self,
                                 TnkAttachment *attachment,
                                 GError **error)
{
  TnkConnection *connection = self->change.connection;
  gint64 no;

  if (!tnk_connection_query_int (connection, &no, 0, error, "SELECT coalesce (max (no), 0) + 1 FROM attachment", ""))
    return FALSE;
  attachment->id = g_strdup_printf ("T%02u", tnk_audit_book_get_n_attachments (self->book) + 1);
  tnk_set_string (&attachment->added_by, self->by);
  tnk_set_string (&attachment->added_at, self->change.now);
  return tnk_connection_run (connection, error,
                             "INSERT INTO attachment (no, audit_no, id, finding_id, control_id, department_id, name, media_type, size, hash, added_by, "
                             "added_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
                             "iittttttittt", no, self->no, attachment->id, attachment->finding_id, attachment->control_id, attachment->department_id,
                             attachment->name, attachment->media_type, (gint64) attachment->size, attachment->hash, attachment->added_by,
                             attachment->added_at) &&
         tnk_audit_log (&self->change, TNK_AUDIT_THING_ATTACHMENT, self->no, tnk_audit_get_id (self->audit), attachment->id, self->by, "attach", error);
}
