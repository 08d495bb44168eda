/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-book-private.h"
#include "tnk-error.h"

/* What an audit needs to go on. */

static gboolean throw (GError * *error,
                       const char *message)
{
  g_set_error_literal (error, TNK_ERROR, TNK_ERROR_STATE, message);
  return FALSE;
}

static gboolean
has_draft (TnkAuditBook *self,
           const char **id)
{
  for (guint i = 0; i < tnk_audit_book_get_n_findings (self); i++) {
    TnkFinding *finding = tnk_audit_book_get_finding (self, i);

    *id = tnk_finding_get_id (finding);
    if (tnk_finding_get_state (finding) == TNK_FINDING_STATE_DRAFT)
      return TRUE;
  }
  return FALSE;
}

/**
 * tnk_audit_book_check_report:
 * @self: a book
 * @error: return location for an error: [error@Tenken.Error] `STATE`
 *
 * Checks whether there is something to report: somebody looked, the summary is written, and every finding is with its department
 * or withdrawn.
 *
 * Returns: `TRUE` if the audit can be reported
 *
 * Since: 0.1
 */
gboolean
tnk_audit_book_check_report (TnkAuditBook *self,
                             GError **error)
{
  const char *id;

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), FALSE);

  if (tnk_audit_book_count_papers (self, TNK_VERDICT_NOT_EXAMINED) == tnk_audit_book_get_n_papers (self))
    return throw (error, "nothing was examined yet; write a work paper first");
  if (*tnk_audit_get (tnk_audit_book_get_audit (self), TNK_AUDIT_FIELD_SUMMARY) == '\0')
    return throw (error, "the report needs a summary; write it first");
  if (!has_draft (self, &id))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "the finding “%s” is still a draft; issue or withdraw it first", id);
  return FALSE;
}

/**
 * tnk_audit_book_check_close:
 * @self: a book
 * @error: return location for an error: [error@Tenken.Error] `STATE`
 *
 * Checks whether nothing is left to be done: every finding is closed or withdrawn, and every department that was asked has answered.
 *
 * Returns: `TRUE` if the audit can be closed
 *
 * Since: 0.1
 */
gboolean
tnk_audit_book_check_close (TnkAuditBook *self,
                            GError **error)
{
  guint n_findings, n_spreads;

  g_return_val_if_fail (TNK_IS_AUDIT_BOOK (self), FALSE);

  n_findings = tnk_audit_book_count_open_findings (self);
  n_spreads = tnk_audit_book_count_open_spreads (self);
  if (n_findings == 0 && n_spreads == 0)
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "%u findings are open and %u departments have not answered whether they have the same problem; follow them up first",
               n_findings, n_spreads);
  return FALSE;
}
