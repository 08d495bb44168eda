/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-desk-audit-private.h"

/* Changes of audits, each in the name of the person at the desk. The store decides under its lock whether it can be; here is decided
 * who comes in at all, so that nobody learns of an audit by being refused. */

static gboolean
enter (TnkDesk *self,
       TnkDeskAuditNeed need,
       const char *audit_id,
       GError **error)
{
  g_autoptr (TnkAuditBook) book = tnk_desk_enter_audit (self, need, audit_id, error);

  return book != NULL;
}

/* --- plans --- */

/**
 * tnk_desk_list_conflicts:
 * @self: a desk
 * @audit: a new plan, or a copy of one, changed since it was read
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.list_conflicts]
 *
 * Lists which auditors of a plan are not independent of what it audits, for whoever has the right to audit.
 *
 * Returns: (transfer full) (element-type TnkConflict): the conflicts
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_list_conflicts (TnkDesk *self,
                         TnkAudit *audit,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && TNK_IS_AUDIT (audit), NULL);
  return tnk_desk_enter_audit_planning (self, error) ? tnk_store_list_conflicts (self->store, audit, error) : NULL;
}

/* A new plan is for whoever plans audits; one that is there for its auditors too, who write its summary. */
static gboolean
enter_plan (TnkDesk *self,
            TnkAudit *audit,
            GError **error)
{
  if (tnk_audit_get_id (audit) == NULL)
    return tnk_desk_enter_audit_planning (self, error);
  return enter (self, TNK_DESK_AUDIT_JUDGE, tnk_audit_get_id (audit), error);
}

/**
 * tnk_desk_save_audit:
 * @self: a desk
 * @audit: a new plan, or a copy of one, changed since it was read
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.save_audit]
 *
 * Stores the plan of an audit: all of it while it is a draft, its summary while the audit is under way.
 *
 * Returns: (transfer full): the plan as it is stored
 *
 * Since: 0.1
 */
TnkAudit *
tnk_desk_save_audit (TnkDesk *self,
                     TnkAudit *audit,
                     GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && TNK_IS_AUDIT (audit), NULL);
  return enter_plan (self, audit, error) ? tnk_store_save_audit (self->store, audit, self->person_id, error) : NULL;
}

/**
 * tnk_desk_move_audit:
 * @self: a desk
 * @audit_id: the id of an audit
 * @revision: the revision that the person saw; 0 for whatever is there
 * @step: the step to take
 * @remark: (nullable): what is said with it
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.move_audit]
 *
 * Takes an audit a step further.
 *
 * Returns: (transfer full): the plan as it is stored
 *
 * Since: 0.1
 */
TnkAudit *
tnk_desk_move_audit (TnkDesk *self,
                     const char *audit_id,
                     guint revision,
                     TnkAuditStep step,
                     const char *remark,
                     GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL, NULL);
  return enter (self, tnk_audit_step_is_for_committee (step) ? TNK_DESK_AUDIT_DECIDE : TNK_DESK_AUDIT_JUDGE, audit_id, error) ? tnk_store_move_audit (self->store, audit_id, revision, step, remark, self->person_id, error) : NULL;
}

/**
 * tnk_desk_exempt_auditor:
 * @self: a desk
 * @audit_id: the id of an audit
 * @revision: the revision that the person saw; 0 for whatever is there
 * @auditor: the staff number of an auditor who is not independent
 * @department_id: the id of a department
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.exempt_auditor]
 *
 * Approves for the committee that somebody audits a department that he is not independent of, since it cannot be avoided.
 *
 * Returns: (transfer full): the plan as it is stored
 *
 * Since: 0.1
 */
TnkAudit *
tnk_desk_exempt_auditor (TnkDesk *self,
                         const char *audit_id,
                         guint revision,
                         const char *auditor,
                         const char *department_id,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && auditor != NULL && department_id != NULL, NULL);
  return enter (self, TNK_DESK_AUDIT_DECIDE, audit_id, error) ? tnk_store_exempt_auditor (self->store, audit_id, revision, auditor, department_id, self->person_id, error) : NULL;
}

/* --- work papers and findings --- */

/**
 * tnk_desk_save_work_paper:
 * @self: a desk
 * @audit_id: the id of an audit
 * @paper: a new work paper, or a copy of one, changed since it was read
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.save_work_paper]
 *
 * Stores a work paper. The auditor on it is the person at the desk.
 *
 * Returns: (transfer full): the work paper as it is stored
 *
 * Since: 0.1
 */
TnkWorkPaper *
tnk_desk_save_work_paper (TnkDesk *self,
                          const char *audit_id,
                          TnkWorkPaper *paper,
                          GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && TNK_IS_WORK_PAPER (paper), NULL);
  return enter (self, TNK_DESK_AUDIT_JUDGE, audit_id, error) ? tnk_store_save_work_paper (self->store, audit_id, paper, self->person_id, error) : NULL;
}

/**
 * tnk_desk_save_work_papers:
 * @self: a desk
 * @audit_id: the id of an audit
 * @papers: (element-type TnkWorkPaper): what [method@Desk.preview_work_papers] gave
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.save_work_papers]
 *
 * Stores work papers, all of them or none. The auditor on each is the person at the desk.
 *
 * Returns: `TRUE` if they are stored
 *
 * Since: 0.1
 */
gboolean
tnk_desk_save_work_papers (TnkDesk *self,
                           const char *audit_id,
                           GPtrArray *papers,
                           GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && papers != NULL, FALSE);
  return enter (self, TNK_DESK_AUDIT_JUDGE, audit_id, error) && tnk_store_save_work_papers (self->store, audit_id, papers, self->person_id, error);
}

/**
 * tnk_desk_preview_work_papers:
 * @self: a desk
 * @audit_id: the id of an audit
 * @filename: the file
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every bad row with its line and reason
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.preview_work_papers]
 *
 * Reads work papers that were written elsewhere; nothing is stored.
 *
 * Returns: (transfer container) (element-type TnkWorkPaper): the work papers, in the order of the file
 *
 * Since: 0.1
 */
GPtrArray *
tnk_desk_preview_work_papers (TnkDesk *self,
                              const char *audit_id,
                              const char *filename,
                              GPtrArray **problems,
                              GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && filename != NULL, NULL);
  if (!enter (self, TNK_DESK_AUDIT_JUDGE, audit_id, error))
    return NULL;
  return tnk_store_preview_work_papers (self->store, audit_id, filename, self->person_id, problems, error);
}

/**
 * tnk_desk_import_work_papers:
 * @self: a desk
 * @audit_id: the id of an audit
 * @filename: the file
 * @n_papers: (out): how many work papers were stored
 * @problems: (out) (optional) (nullable) (transfer container) (element-type TnkProblem): every bad row with its line and reason
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.import_work_papers]
 *
 * Takes in work papers that were written elsewhere, all of them or none.
 *
 * Returns: `TRUE` if every row was taken in
 *
 * Since: 0.1
 */
gboolean
tnk_desk_import_work_papers (TnkDesk *self,
                             const char *audit_id,
                             const char *filename,
                             guint *n_papers,
                             GPtrArray **problems,
                             GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && filename != NULL && n_papers != NULL, FALSE);
  return enter (self, TNK_DESK_AUDIT_JUDGE, audit_id, error) && tnk_store_import_work_papers (self->store, audit_id, filename, self->person_id, n_papers, problems, error);
}

/**
 * tnk_desk_save_finding:
 * @self: a desk
 * @audit_id: the id of an audit
 * @finding: a new finding, or a copy of a draft, changed since it was read
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.save_finding]
 *
 * Stores the draft of a finding.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_desk_save_finding (TnkDesk *self,
                       const char *audit_id,
                       TnkFinding *finding,
                       GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && TNK_IS_FINDING (finding), NULL);
  return enter (self, TNK_DESK_AUDIT_JUDGE, audit_id, error) ? tnk_store_save_finding (self->store, audit_id, finding, self->person_id, error) : NULL;
}

/**
 * tnk_desk_issue_finding:
 * @self: a desk
 * @audit_id: the id of an audit
 * @finding_id: the id of a finding
 * @revision: the revision that the person saw; 0 for whatever is there
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.issue_finding]
 *
 * Tells the department.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_desk_issue_finding (TnkDesk *self,
                        const char *audit_id,
                        const char *finding_id,
                        guint revision,
                        GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && finding_id != NULL, NULL);
  return enter (self, TNK_DESK_AUDIT_JUDGE, audit_id, error) ? tnk_store_issue_finding (self->store, audit_id, finding_id, revision, self->person_id, error) : NULL;
}

/**
 * tnk_desk_withdraw_finding:
 * @self: a desk
 * @audit_id: the id of an audit
 * @finding_id: the id of a finding
 * @revision: the revision that the person saw; 0 for whatever is there
 * @remark: why
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.withdraw_finding]
 *
 * Takes a finding back; it stays on record.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_desk_withdraw_finding (TnkDesk *self,
                           const char *audit_id,
                           const char *finding_id,
                           guint revision,
                           const char *remark,
                           GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && finding_id != NULL, NULL);
  return enter (self, TNK_DESK_AUDIT_JUDGE, audit_id, error) ? tnk_store_withdraw_finding (self->store, audit_id, finding_id, revision, remark, self->person_id, error) : NULL;
}

/**
 * tnk_desk_follow_up_finding:
 * @self: a desk
 * @audit_id: the id of an audit
 * @finding_id: the id of a finding
 * @revision: the revision that the person saw; 0 for whatever is there
 * @verdict: what the follow-up says
 * @seen: what was seen
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.follow_up_finding]
 *
 * Follows a finding up.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_desk_follow_up_finding (TnkDesk *self,
                            const char *audit_id,
                            const char *finding_id,
                            guint revision,
                            TnkFollowUp verdict,
                            const char *seen,
                            GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && finding_id != NULL && seen != NULL, NULL);
  return enter (self, TNK_DESK_AUDIT_JUDGE, audit_id, error) ? tnk_store_follow_up_finding (self->store, audit_id, finding_id, revision, verdict, seen, self->person_id, error) : NULL;
}

/**
 * tnk_desk_spread_finding:
 * @self: a desk
 * @audit_id: the id of an audit
 * @finding_id: the id of a finding
 * @revision: the revision that the person saw; 0 for whatever is there
 * @departments: (array zero-terminated=1): ids of other departments
 * @question: what they are asked to look for
 * @due: until when, ISO 8601, or empty
 * @error: return location for an error: [error@Tenken.Error] `REFUSED` if this is not for the person; otherwise as of
 *   [method@Store.spread_finding]
 *
 * Asks other departments whether they have the same problem.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_desk_spread_finding (TnkDesk *self,
                         const char *audit_id,
                         const char *finding_id,
                         guint revision,
                         const char *const *departments,
                         const char *question,
                         const char *due,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_DESK (self) && audit_id != NULL && finding_id != NULL && departments != NULL, NULL);
  g_return_val_if_fail (question != NULL && due != NULL, NULL);
  return enter (self, TNK_DESK_AUDIT_SPREAD, audit_id, error) ? tnk_store_spread_finding (self->store, audit_id, finding_id, revision, departments, question, due, self->person_id, error) : NULL;
}
