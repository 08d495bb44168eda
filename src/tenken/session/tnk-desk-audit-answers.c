/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-audit-private.h"

/* What departments answer, and the files that both sides attach. */

static gboolean
enter_department (TnkDesk *self,
                  const char *audit_id,
                  GError **error)
{
  g_autoptr (TnkAuditBook) book = tnk_desk_enter_audit_department (self, audit_id, NULL, error);

  return book != NULL;
}

/* --- what a department answers --- */

/**
 * tnk_desk_respond_finding:
 * @self: a desk
 * @audit_id: the id of an audit
 * @finding_id: the id of a finding
 * @revision: the revision that the person saw; 0 for whatever is there
 * @text: what the department says
 * @action: what it does, or empty
 * @due: until when, ISO 8601, or empty
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.respond_finding]
 *
 * Answers a finding for a department that the person answers for.
 *
 * Returns: `TRUE` if it is answered; read the audit anew for what is there then
 *
 * Since: 0.1
 */
gboolean
tnk_desk_respond_finding (TnkDesk *self,
                          const char *audit_id,
                          const char *finding_id,
                          guint revision,
                          const char *text,
                          const char *action,
                          const char *due,
                          GError **error)
{
  g_autoptr (TnkFinding) stored = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && finding_id != NULL && text != NULL, FALSE);
  g_return_val_if_fail (action != NULL && due != NULL, FALSE);

  if (enter_department (self, audit_id, error))
    stored = tnk_store_respond_finding (self->store, audit_id, finding_id, revision, text, action, due, self->person_id, error);
  return stored != NULL;
}

/**
 * tnk_desk_answer_spread:
 * @self: a desk
 * @audit_id: the id of an audit
 * @finding_id: the id of a finding
 * @department_id: the id of a department
 * @revision: the revision that the person saw; 0 for whatever is there
 * @answer: whether the department has the same problem
 * @text: what the department says
 * @action: what it does, or empty
 * @action_due: until when, ISO 8601, or empty
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.answer_spread]
 *
 * Answers for a department whether it has the problem that a finding is about.
 *
 * Returns: `TRUE` if it is answered; read the audit anew for what is there then
 *
 * Since: 0.1
 */
gboolean
tnk_desk_answer_spread (TnkDesk *self,
                        const char *audit_id,
                        const char *finding_id,
                        const char *department_id,
                        guint revision,
                        TnkSpreadAnswer answer,
                        const char *text,
                        const char *action,
                        const char *action_due,
                        GError **error)
{
  g_autoptr (TnkFinding) stored = NULL;

  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && finding_id != NULL && department_id != NULL, FALSE);
  g_return_val_if_fail (text != NULL && action != NULL && action_due != NULL, FALSE);

  if (enter_department (self, audit_id, error))
    stored = tnk_store_answer_spread (self->store, audit_id, finding_id, department_id, revision, answer, text, action, action_due, self->person_id, error);
  return stored != NULL;
}

/* --- attachments --- */

static gboolean
enter_judge (TnkDesk *self,
             const char *audit_id,
             GError **error)
{
  g_autoptr (TnkAuditBook) book = tnk_desk_enter_audit (self, TNK_DESK_AUDIT_JUDGE, audit_id, error);

  return book != NULL;
}

/**
 * tnk_desk_attach_to_paper:
 * @self: a desk
 * @audit_id: the id of an audit
 * @control_id: the control of a work paper
 * @department_id: the id of a department
 * @filename: the file
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.attach_to_paper]
 *
 * Attaches a file to a work paper.
 *
 * Returns: (transfer full): the attachment
 *
 * Since: 0.1
 */
TnkAttachment *
tnk_desk_attach_to_paper (TnkDesk *self,
                          const char *audit_id,
                          const char *control_id,
                          const char *department_id,
                          const char *filename,
                          GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && control_id != NULL && department_id != NULL, NULL);
  g_return_val_if_fail (filename != NULL, NULL);
  return enter_judge (self, audit_id, error) ? tnk_store_attach_to_paper (self->store, audit_id, control_id, department_id, filename, self->person_id, error) : NULL;
}

/* What the person may see of an audit: for one of the offices, or for the departments that the person answers for. There, what is
 * somebody else's is refused as what is not there. */
static TnkAuditBook *
enter_either (TnkDesk *self,
              TnkDeskAuditNeed need,
              const char *audit_id,
              gboolean *whole,
              GError **error)
{
  g_autoptr (GError) local = NULL;
  TnkAuditBook *book = tnk_desk_enter_audit (self, need, audit_id, &local);

  *whole = book != NULL;
  if (book != NULL)
    return book;
  if (g_error_matches (local, TNK_ERROR, TNK_ERROR_REFUSED))
    return tnk_desk_enter_audit_department (self, audit_id, NULL, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

static gboolean
throw_absent (const char *audit_id,
              const char *what,
              const char *id,
              gboolean whole,
              GError **error)
{
  g_set_error (error, TNK_ERROR, whole ? TNK_ERROR_NOT_FOUND : TNK_ERROR_REFUSED, "the audit “%s” has no %s “%s” here", audit_id, what, id);
  return FALSE;
}

/* The auditors, or the department that the finding is about. */
static gboolean
enter_finding (TnkDesk *self,
               const char *audit_id,
               const char *finding_id,
               GError **error)
{
  g_autoptr (TnkAuditBook) book = NULL;
  gboolean whole;

  book = enter_either (self, TNK_DESK_AUDIT_JUDGE, audit_id, &whole, error);
  return book != NULL &&
         (tnk_audit_book_lookup_finding (book, finding_id) != NULL || throw_absent (audit_id, "finding", finding_id, whole, error));
}

/**
 * tnk_desk_attach_to_finding:
 * @self: a desk
 * @audit_id: the id of an audit
 * @finding_id: the id of a finding
 * @filename: the file
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.attach_to_finding]
 *
 * Attaches a file to a finding: the auditors what they saw, the department what it did about it.
 *
 * Returns: (transfer full): the attachment
 *
 * Since: 0.1
 */
TnkAttachment *
tnk_desk_attach_to_finding (TnkDesk *self,
                            const char *audit_id,
                            const char *finding_id,
                            const char *filename,
                            GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && finding_id != NULL && filename != NULL, NULL);
  return enter_finding (self, audit_id, finding_id, error) ? tnk_store_attach_to_finding (self->store, audit_id, finding_id, filename, self->person_id, error) : NULL;
}

static gboolean
enter_attachment (TnkDesk *self,
                  const char *audit_id,
                  const char *attachment_id,
                  GError **error)
{
  g_autoptr (TnkAuditBook) book = NULL;
  gboolean whole;

  book = enter_either (self, TNK_DESK_AUDIT_READ, audit_id, &whole, error);
  return book != NULL &&
         (tnk_audit_book_lookup_attachment (book, attachment_id) != NULL || throw_absent (audit_id, "attachment", attachment_id, whole, error));
}

/**
 * tnk_desk_export_attachment:
 * @self: a desk
 * @audit_id: the id of an audit
 * @attachment_id: the id of an attachment
 * @filename: where to write it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.export_attachment]
 *
 * Writes an attached file, if it is attached to something that the person may see.
 *
 * Returns: `TRUE` if it is written
 *
 * Since: 0.1
 */
gboolean
tnk_desk_export_attachment (TnkDesk *self,
                            const char *audit_id,
                            const char *attachment_id,
                            const char *filename,
                            GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && attachment_id != NULL && filename != NULL, FALSE);
  return enter_attachment (self, audit_id, attachment_id, error) && tnk_store_export_attachment (self->store, audit_id, attachment_id, filename, error);
}
