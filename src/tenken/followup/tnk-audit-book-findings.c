/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-attachment-private.h"
#include "tnk-audit-book-private.h"

/* --- findings --- */

/**
 * tnk_audit_book_add_finding:
 * @self: a book
 * @finding: a finding
 *
 * Adds a finding.
 *
 * Since: 0.1
 */
void
tnk_audit_book_add_finding (TnkAuditBook *self,
                            TnkFinding *finding)
{
  g_return_if_fail (TNK_IS_AUDIT_BOOK (self) && TNK_IS_FINDING (finding));
  g_ptr_array_add (self->findings, g_object_ref (finding));
}

/**
 * tnk_audit_book_get_n_findings:
 * @self: a book
 *
 * Gets how many findings there are.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_audit_book_get_n_findings (TnkAuditBook *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), 0);
  return self->findings->len;
}

/**
 * tnk_audit_book_get_finding:
 * @self: a book
 * @position: which finding, from 0
 *
 * Gets a finding. What a department sees that is only asked whether it has the same problem is a finding without texts, whose
 * department is empty, with its own spread alone.
 *
 * Returns: (transfer none): the finding
 *
 * Since: 0.1
 */
TnkFinding *
tnk_audit_book_get_finding (TnkAuditBook *self,
                            guint position)
{
  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self) && position < self->findings->len, NULL);
  return g_ptr_array_index (self->findings, position);
}

/**
 * tnk_audit_book_lookup_finding:
 * @self: a book
 * @finding_id: the id of a finding
 *
 * Looks for a finding.
 *
 * Returns: (transfer none) (nullable): the finding, or `NULL` if there is none
 *
 * Since: 0.1
 */
TnkFinding *
tnk_audit_book_lookup_finding (TnkAuditBook *self,
                               const char *finding_id)
{
  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self) && finding_id != NULL, NULL);

  for (guint i = 0; i < self->findings->len; i++)
    if (g_strcmp0 (tnk_finding_get_id (g_ptr_array_index (self->findings, i)), finding_id) == 0)
      return g_ptr_array_index (self->findings, i);
  return NULL;
}

/**
 * tnk_audit_book_count_findings:
 * @self: a book
 * @kind: a kind
 * @state: a state
 *
 * Counts the findings of a kind that are so far.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_audit_book_count_findings (TnkAuditBook *self,
                               TnkFindingKind kind,
                               TnkFindingState state)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), 0);

  for (guint i = 0; i < self->findings->len; i++) {
    TnkFinding *finding = g_ptr_array_index (self->findings, i);
    n += tnk_finding_get_kind (finding) == kind && tnk_finding_get_state (finding) == state;
  }
  return n;
}

/**
 * tnk_audit_book_count_open_findings:
 * @self: a book
 *
 * Counts the findings that are neither closed nor withdrawn.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_audit_book_count_open_findings (TnkAuditBook *self)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), 0);

  for (guint i = 0; i < self->findings->len; i++)
    n += tnk_finding_is_open (g_ptr_array_index (self->findings, i));
  return n;
}

/**
 * tnk_audit_book_count_open_spreads:
 * @self: a book
 *
 * Counts the departments that were asked whether they have the problem of a finding, and have not answered. A finding that was
 * withdrawn asks nobody any more.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_audit_book_count_open_spreads (TnkAuditBook *self)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), 0);

  for (guint i = 0; i < self->findings->len; i++) {
    TnkFinding *finding = g_ptr_array_index (self->findings, i);
    if (tnk_finding_get_state (finding) != TNK_FINDING_STATE_WITHDRAWN)
      n += tnk_finding_count_spreads (finding, TNK_SPREAD_ANSWER_OPEN);
  }
  return n;
}

/**
 * tnk_audit_book_count_overdue:
 * @self: a book
 * @today: the day, ISO 8601
 *
 * Counts the findings that should have been put right by now.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_audit_book_count_overdue (TnkAuditBook *self,
                              const char *today)
{
  guint n = 0;

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self) && today != NULL, 0);

  for (guint i = 0; i < self->findings->len; i++)
    n += tnk_finding_is_overdue (g_ptr_array_index (self->findings, i), today);
  return n;
}

/* --- attachments --- */

/**
 * tnk_audit_book_add_attachment:
 * @self: a book
 * @attachment: an attachment
 *
 * Adds an attachment.
 *
 * Since: 0.1
 */
void
tnk_audit_book_add_attachment (TnkAuditBook *self,
                               TnkAttachment *attachment)
{
  g_return_if_fail (TNK_IS_AUDIT_BOOK (self) && TNK_IS_ATTACHMENT (attachment));
  g_ptr_array_add (self->attachments, g_object_ref (attachment));
}

/**
 * tnk_audit_book_get_n_attachments:
 * @self: a book
 *
 * Gets how many files are attached.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_audit_book_get_n_attachments (TnkAuditBook *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), 0);
  return self->attachments->len;
}

/**
 * tnk_audit_book_get_attachment:
 * @self: a book
 * @position: which attachment, from 0
 *
 * Gets an attachment.
 *
 * Returns: (transfer none): the attachment
 *
 * Since: 0.1
 */
TnkAttachment *
tnk_audit_book_get_attachment (TnkAuditBook *self,
                               guint position)
{
  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self) && position < self->attachments->len, NULL);
  return g_ptr_array_index (self->attachments, position);
}

/**
 * tnk_audit_book_lookup_attachment:
 * @self: a book
 * @attachment_id: the id of an attachment
 *
 * Looks for an attachment.
 *
 * Returns: (transfer none) (nullable): the attachment, or `NULL` if there is none
 *
 * Since: 0.1
 */
TnkAttachment *
tnk_audit_book_lookup_attachment (TnkAuditBook *self,
                                  const char *attachment_id)
{
  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self) && attachment_id != NULL, NULL);

  for (guint i = 0; i < self->attachments->len; i++)
    if (g_str_equal (tnk_attachment_get_id (g_ptr_array_index (self->attachments, i)), attachment_id))
      return g_ptr_array_index (self->attachments, i);
  return NULL;
}

/**
 * tnk_audit_book_list_paper_attachments:
 * @self: a book
 * @paper: a work paper
 *
 * Lists the files that are attached to a work paper.
 *
 * Returns: (transfer full) (element-type TnkAttachment): the attachments, the oldest first
 *
 * Since: 0.1
 */
GPtrArray *
tnk_audit_book_list_paper_attachments (TnkAuditBook *self,
                                       TnkWorkPaper *paper)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self) && TNK_IS_WORK_PAPER (paper), list);

  for (guint i = 0; i < self->attachments->len; i++) {
    TnkAttachment *attachment = g_ptr_array_index (self->attachments, i);
    if (g_strcmp0 (attachment->control_id, tnk_control_get_id (tnk_work_paper_get_control (paper))) == 0 &&
        g_str_equal (attachment->department_id, tnk_work_paper_get_department_id (paper)))
      g_ptr_array_add (list, g_object_ref (attachment));
  }
  return list;
}

/**
 * tnk_audit_book_list_finding_attachments:
 * @self: a book
 * @finding: a finding that is stored
 *
 * Lists the files that are attached to a finding.
 *
 * Returns: (transfer full) (element-type TnkAttachment): the attachments, the oldest first
 *
 * Since: 0.1
 */
GPtrArray *
tnk_audit_book_list_finding_attachments (TnkAuditBook *self,
                                         TnkFinding *finding)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self) && TNK_IS_FINDING (finding), list);

  for (guint i = 0; i < self->attachments->len; i++) {
    TnkAttachment *attachment = g_ptr_array_index (self->attachments, i);
    if (attachment->finding_id != NULL && g_strcmp0 (attachment->finding_id, tnk_finding_get_id (finding)) == 0)
      g_ptr_array_add (list, g_object_ref (attachment));
  }
  return list;
}
