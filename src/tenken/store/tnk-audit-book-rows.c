/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-attachment-private.h"
#include "tnk-audit-rows-private.h"
#include "tnk-finding-private.h"
#include "tnk-spread-private.h"
#include "tnk-work-paper-private.h"

/* What the reading of one row does with the book. It says whether the row fits together. */
typedef gboolean (*ReadRow) (TnkStatement *row, TnkAuditBook *book);

static TnkControl *
find_control (TnkAuditBook *book,
              const char *id)
{
  return tnk_catalog_lookup_control (tnk_campaign_get_catalog (tnk_audit_get_campaign (tnk_audit_book_get_audit (book))), id);
}

static gboolean
read_paper (TnkStatement *row,
            TnkAuditBook *book)
{
  TnkControl *control = find_control (book, tnk_statement_text (row, 0));
  g_autoptr (TnkWorkPaper) paper = NULL;
  TnkVerdict verdict;

  if (control == NULL || !tnk_verdict_from_string (tnk_statement_text (row, 2), &verdict))
    return FALSE;
  paper = tnk_work_paper_new (control, tnk_statement_text (row, 1));
  tnk_work_paper_set_verdict (paper, verdict);
  tnk_work_paper_set_revision (paper, tnk_statement_int (row, 3));
  for (guint field = 0; field < TNK_N_WORK_PAPER_FIELDS; field++)
    if (!tnk_work_paper_set (paper, field, tnk_statement_text (row, 4 + field), NULL))
      return FALSE;
  tnk_audit_book_add_paper (book, paper);
  return TRUE;
}

static gboolean
read_finding (TnkStatement *row,
              TnkAuditBook *book)
{
  TnkControl *control = find_control (book, tnk_statement_text (row, 2));
  g_autoptr (TnkFinding) finding = NULL;
  TnkFindingKind kind;
  TnkFindingState state;

  if (control == NULL || !tnk_finding_kind_from_string (tnk_statement_text (row, 1), &kind) ||
      !tnk_finding_state_from_string (tnk_statement_text (row, 4), &state))
    return FALSE;
  finding = tnk_finding_new (kind, control, tnk_statement_text (row, 3));
  tnk_finding_set_identity (finding, tnk_statement_text (row, 0), tnk_statement_int (row, 6), state);
  tnk_finding_set_issued_at (finding, tnk_statement_text (row, 5));
  for (guint field = 0; field < TNK_N_FINDING_FIELDS; field++)
    if (!tnk_finding_set (finding, field, tnk_statement_text (row, 7 + field), NULL))
      return FALSE;
  tnk_audit_book_add_finding (book, finding);
  return TRUE;
}

static gboolean
read_response (TnkStatement *row,
               TnkAuditBook *book)
{
  tnk_finding_add_response (tnk_audit_book_lookup_finding (book, tnk_statement_text (row, 0)), tnk_statement_text (row, 1), tnk_statement_text (row, 2),
                            tnk_statement_text (row, 3), tnk_statement_text (row, 4), tnk_statement_text (row, 5));
  return TRUE;
}

static gboolean
read_follow_up (TnkStatement *row,
                TnkAuditBook *book)
{
  TnkFollowUp verdict;

  if (!tnk_follow_up_from_string (tnk_statement_text (row, 3), &verdict))
    return FALSE;
  tnk_finding_add_follow_up (tnk_audit_book_lookup_finding (book, tnk_statement_text (row, 0)), tnk_statement_text (row, 1), tnk_statement_text (row, 2),
                             verdict, tnk_statement_text (row, 4));
  return TRUE;
}

static gboolean
read_spread (TnkStatement *row,
             TnkAuditBook *book)
{
  g_autoptr (TnkSpread) spread = tnk_spread_new (tnk_statement_text (row, 1));
  TnkSpreadAnswer answer;

  if (!tnk_spread_answer_from_string (tnk_statement_text (row, 5), &answer))
    return FALSE;
  tnk_spread_set_stored (spread, tnk_statement_int (row, 2), tnk_statement_text (row, 3), tnk_statement_text (row, 4), answer);
  for (guint field = 0; field < TNK_N_SPREAD_FIELDS; field++)
    if (!tnk_spread_set (spread, field, tnk_statement_text (row, 6 + field), NULL))
      return FALSE;
  tnk_finding_add_spread (tnk_audit_book_lookup_finding (book, tnk_statement_text (row, 0)), spread);
  return TRUE;
}

static gboolean
read_attachment (TnkStatement *row,
                 TnkAuditBook *book)
{
  g_autoptr (TnkAttachment) attachment = g_object_new (TNK_TYPE_ATTACHMENT, NULL);

  attachment->id = g_strdup (tnk_statement_text (row, 0));
  attachment->finding_id = g_strdup (tnk_statement_text (row, 1));
  attachment->control_id = g_strdup (tnk_statement_text (row, 2));
  attachment->department_id = g_strdup (tnk_statement_text (row, 3));
  attachment->name = g_strdup (tnk_statement_text (row, 4));
  attachment->media_type = g_strdup (tnk_statement_text (row, 5));
  attachment->size = tnk_statement_int (row, 6);
  attachment->hash = g_strdup (tnk_statement_text (row, 7));
  attachment->added_by = g_strdup (tnk_statement_text (row, 8));
  attachment->added_at = g_strdup (tnk_statement_text (row, 9));
  tnk_audit_book_add_attachment (book, attachment);
  return TRUE;
}

/* In this order: what is about a finding comes after it. */
static const struct
{
  const char *sql;
  ReadRow read;
} parts[] = {
  {"SELECT control_id, department_id, verdict, revision, seen, evidence, cause, day, auditor FROM work_paper WHERE audit_no = $1 "
   "ORDER BY department_id, control_id",
   read_paper},
  {"SELECT id, kind, control_id, department_id, state, issued_at, revision, title, fact, cause, recommendation, due, remark FROM finding "
   "WHERE audit_no = $1 ORDER BY no",
   read_finding},
  {"SELECT f.id, r.at, r.writer, r.text, r.action, r.due FROM finding f JOIN finding_response r ON r.finding_no = f.no "
   "WHERE f.audit_no = $1 ORDER BY f.no, r.position",
   read_response},
  {"SELECT f.id, u.at, u.writer, u.verdict, u.seen FROM finding f JOIN finding_follow_up u ON u.finding_no = f.no "
   "WHERE f.audit_no = $1 ORDER BY f.no, u.position",
   read_follow_up},
  {"SELECT f.id, s.department_id, s.revision, s.asked_at, s.answered_at, s.answer, s.question, s.due, s.asked_by, s.text, s.action, s.action_due, "
   "s.answered_by FROM finding f JOIN finding_spread s ON s.finding_no = f.no WHERE f.audit_no = $1 ORDER BY f.no, s.position",
   read_spread},
  {"SELECT id, finding_id, control_id, department_id, name, media_type, size, hash, added_by, added_at FROM attachment "
   "WHERE audit_no = $1 ORDER BY no",
   read_attachment},
};

static gboolean
read_part (TnkStore *self,
           gint64 no,
           guint part,
           TnkAuditBook *book,
           GError **error)
{
  g_autoptr (TnkStatement) statement = tnk_connection_query (self->connection, error, parts[part].sql, "i", no);
  gboolean row;

  while (statement != NULL && tnk_statement_step (statement, &row, error)) {
    if (!row)
      return TRUE;
    if (!parts[part].read (statement, book))
      return tnk_store_throw_damaged (self, error);
  }
  return FALSE;
}

gboolean
tnk_store_read_book (TnkStore *self,
                     gint64 no,
                     TnkAuditBook *book,
                     GError **error)
{
  for (guint part = 0; part < G_N_ELEMENTS (parts); part++)
    if (!read_part (self, no, part, book, error))
      return FALSE;
  return TRUE;
}
