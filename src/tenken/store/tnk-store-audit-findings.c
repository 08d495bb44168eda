/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-work-private.h"
#include "tnk-finding-private.h"
#include "tnk-store-audit.h"

/* Findings: who writes them, who answers, who follows them up, and whom else they concern. */

#define UNDER_WAY (1u << TNK_AUDIT_STATE_UNDER_WAY)
#define REPORTED (1u << TNK_AUDIT_STATE_REPORTED)

/* What a verb needs of a finding: the change, and a copy to write to. */
typedef struct
{
  TnkAuditWork work;
  TnkFinding *before; /* borrowed from the book */
  TnkFinding *stored;
} Step;

static void
step_clear (Step *self)
{
  g_clear_object (&self->stored);
  tnk_audit_work_clear (&self->work);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, step_clear)

static gboolean
begin (Step *self,
       TnkStore *store,
       const char *audit_id,
       const char *finding_id,
       const char *by,
       guint states,
       const char *what,
       GError **error)
{
  if (!tnk_audit_work_begin (&self->work, store, audit_id, by, error) || !tnk_audit_work_check_state (&self->work, states, what, error))
    return FALSE;
  self->before = tnk_audit_book_lookup_finding (self->work.book, finding_id);
  if (self->before != NULL) {
    self->stored = tnk_finding_copy (self->before);
    return TRUE;
  }
  g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "%s: the audit “%s” has no finding “%s”; see “tenkenctl audit show”", tnk_store_get_name (store), audit_id,
               finding_id);
  return FALSE;
}

static gboolean
check_seen (Step *self,
            guint revision,
            GError **error)
{
  return tnk_audit_work_check_revision (&self->work, "finding", tnk_finding_get_revision (self->before), revision, error);
}

static gboolean
check_judge (Step *self,
             GError **error)
{
  return tnk_audit_work_check_judge (&self->work, tnk_finding_get_department_id (self->before), tnk_finding_get_control (self->before), error);
}

static TnkFinding *
finish (Step *self,
        const char *what,
        GError **error)
{
  if (!tnk_audit_work_write_finding (&self->work, self->stored, what, error) || !tnk_audit_work_commit (&self->work, error))
    return NULL;
  return g_steal_pointer (&self->stored);
}

/* --- writing --- */

static TnkFinding *
add_finding (TnkStore *self,
             const char *audit_id,
             TnkFinding *finding,
             const char *by,
             GError **error)
{
  g_auto (Step) step = {0};

  if (!tnk_audit_work_begin (&step.work, self, audit_id, by, error) ||
      !tnk_audit_work_check_state (&step.work, UNDER_WAY, "findings are written while it is under way", error) ||
      !tnk_audit_work_check_judge (&step.work, tnk_finding_get_department_id (finding), tnk_finding_get_control (finding), error))
    return NULL;
  step.stored = tnk_finding_new (tnk_finding_get_kind (finding), tnk_finding_get_control (finding), tnk_finding_get_department_id (finding));
  for (guint field = 0; field < TNK_FINDING_FIELD_REMARK; field++)
    if (!tnk_finding_set (step.stored, field, tnk_finding_get (finding, field), error))
      return NULL;
  return tnk_finding_check (step.stored, error) ? finish (&step, "draft", error) : NULL;
}

/* Takes over what the caller may write, and nothing else. A draft stays about the department and the control it was begun for. */
static gboolean
take_over (Step *self,
           TnkFinding *finding,
           GError **error)
{
  tnk_finding_set_kind (self->stored, tnk_finding_get_kind (finding));
  for (guint field = 0; field < TNK_FINDING_FIELD_REMARK; field++)
    if (!tnk_finding_set (self->stored, field, tnk_finding_get (finding, field), error))
      return FALSE;
  return tnk_finding_check_change (self->stored, self->before, error) && tnk_finding_check (self->stored, error);
}

/**
 * tnk_store_save_finding:
 * @self: an open store
 * @audit_id: the id of an audit that is under way
 * @finding: a new finding, or a copy of a draft, changed since it was read
 * @by: the staff number of an auditor of the audit who is independent of what the finding is about
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `NOT_FOUND`, `REFUSED` if @by may not judge it, `STATE` or
 *   `STORE`
 *
 * Stores the draft of a finding. Of an existing one the department and the control stay.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_store_save_finding (TnkStore *self,
                        const char *audit_id,
                        TnkFinding *finding,
                        const char *by,
                        GError **error)
{
  g_auto (Step) step = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && TNK_IS_FINDING (finding), NULL);

  if (tnk_finding_get_id (finding) == NULL)
    return add_finding (self, audit_id, finding, by, error);
  if (!begin (&step, self, audit_id, tnk_finding_get_id (finding), by, UNDER_WAY, "findings are written while it is under way", error) ||
      !check_judge (&step, error) || !check_seen (&step, tnk_finding_get_revision (finding), error) || !take_over (&step, finding, error))
    return NULL;
  return finish (&step, "change", error);
}

/**
 * tnk_store_issue_finding:
 * @self: an open store
 * @audit_id: the id of an audit that is under way
 * @finding_id: the id of a draft
 * @revision: the revision that the caller saw; 0 for whatever is there
 * @by: the staff number of an auditor of the audit who is independent of what the finding is about
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `NOT_FOUND`, `REFUSED`, `STATE` or `STORE`
 *
 * Tells the department.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_store_issue_finding (TnkStore *self,
                         const char *audit_id,
                         const char *finding_id,
                         guint revision,
                         const char *by,
                         GError **error)
{
  g_auto (Step) step = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && finding_id != NULL, NULL);

  if (!begin (&step, self, audit_id, finding_id, by, UNDER_WAY, "findings are issued while it is under way", error) || !check_judge (&step, error) ||
      !check_seen (&step, revision, error) || !tnk_finding_issue (step.stored, error))
    return NULL;
  return finish (&step, "issue", error);
}

/**
 * tnk_store_withdraw_finding:
 * @self: an open store
 * @audit_id: the id of an audit that is under way or reported
 * @finding_id: the id of an open finding
 * @revision: the revision that the caller saw; 0 for whatever is there
 * @remark: why
 * @by: the staff number of an auditor of the audit who is independent of what the finding is about
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `NOT_FOUND`, `REFUSED`, `STATE` or `STORE`
 *
 * Takes a finding back; it stays on record.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_store_withdraw_finding (TnkStore *self,
                            const char *audit_id,
                            const char *finding_id,
                            guint revision,
                            const char *remark,
                            const char *by,
                            GError **error)
{
  g_auto (Step) step = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && finding_id != NULL && remark != NULL, NULL);

  if (!begin (&step, self, audit_id, finding_id, by, UNDER_WAY | REPORTED, "findings are withdrawn while it is under way or reported", error) ||
      !check_judge (&step, error) || !check_seen (&step, revision, error) || !tnk_finding_withdraw (step.stored, remark, error))
    return NULL;
  return finish (&step, "withdraw", error);
}

/* --- answering and following up --- */

/**
 * tnk_store_respond_finding:
 * @self: an open store
 * @audit_id: the id of an audit that is under way or reported
 * @finding_id: the id of a finding that was issued
 * @revision: the revision that the caller saw; 0 for whatever is there
 * @text: what the department says to it
 * @action: what it does; may be empty for an opinion alone
 * @due: until when, ISO 8601; empty where nothing is done
 * @by: the staff number of somebody who answers for the department
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `NOT_FOUND`, `REFUSED`, `STATE` or `STORE`
 *
 * Answers a finding for the department that it is about.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_store_respond_finding (TnkStore *self,
                           const char *audit_id,
                           const char *finding_id,
                           guint revision,
                           const char *text,
                           const char *action,
                           const char *due,
                           const char *by,
                           GError **error)
{
  g_auto (Step) step = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && finding_id != NULL, NULL);
  g_return_val_if_fail (text != NULL && action != NULL && due != NULL, NULL);

  if (!begin (&step, self, audit_id, finding_id, by, UNDER_WAY | REPORTED, "findings are answered while it is under way or reported", error) ||
      !tnk_audit_work_check_answerer (&step.work, tnk_finding_get_department_id (step.before), error) || !check_seen (&step, revision, error) ||
      !tnk_finding_respond (step.stored, by, text, action, due, error))
    return NULL;
  return finish (&step, "respond", error);
}

/**
 * tnk_store_follow_up_finding:
 * @self: an open store
 * @audit_id: the id of an audit that was reported
 * @finding_id: the id of a finding that was answered
 * @revision: the revision that the caller saw; 0 for whatever is there
 * @verdict: what the follow-up says
 * @seen: what was seen
 * @by: the staff number of an auditor of the audit who is independent of what the finding is about and did not answer it
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `NOT_FOUND`, `REFUSED`, `STATE` or `STORE`
 *
 * Follows a finding up. What is put right is closed; else the department must answer again.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_store_follow_up_finding (TnkStore *self,
                             const char *audit_id,
                             const char *finding_id,
                             guint revision,
                             TnkFollowUp verdict,
                             const char *seen,
                             const char *by,
                             GError **error)
{
  g_auto (Step) step = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && finding_id != NULL && seen != NULL, NULL);
  g_return_val_if_fail ((guint) verdict < TNK_N_FOLLOW_UPS, NULL);

  if (!begin (&step, self, audit_id, finding_id, by, REPORTED, "findings are followed up once it is reported", error) || !check_judge (&step, error) ||
      !check_seen (&step, revision, error) || !tnk_finding_follow_up (step.stored, by, verdict, seen, error))
    return NULL;
  return finish (&step, "follow_up", error);
}

/* --- spreading --- */

static gboolean
check_asked (Step *self,
             const char *department_id,
             GError **error)
{
  TnkBody *tree = tnk_audit_book_get_tree (self->work.book);
  TnkDepartment *department = tnk_body_lookup_department (tree, department_id);
  TnkDepartment *own = tnk_body_lookup_department (tree, tnk_finding_get_department_id (self->before));

  if (department == NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the campaign has no department “%s”", department_id);
  else if (own != NULL && (tnk_department_is_within (department, own) || tnk_department_is_within (own, department)))
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the finding “%s” is about “%s” itself, or a part of it; ask other departments",
                 tnk_finding_get_id (self->before), department_id);
  else if (tnk_finding_lookup_spread (self->stored, department_id) != NULL)
    g_set_error (error, TNK_ERROR, TNK_ERROR_EXISTS, "the department “%s” was asked about the finding “%s” already", department_id,
                 tnk_finding_get_id (self->before));
  else
    return TRUE;
  return FALSE;
}

static gboolean
ask (Step *self,
     const char *department_id,
     const char *question,
     const char *due,
     GError **error)
{
  g_autoptr (TnkSpread) spread = tnk_spread_new (department_id);

  if (!check_asked (self, department_id, error) || !tnk_spread_set (spread, TNK_SPREAD_FIELD_QUESTION, question, error) ||
      !tnk_spread_set (spread, TNK_SPREAD_FIELD_DUE, due, error) || !tnk_spread_set (spread, TNK_SPREAD_FIELD_ASKED_BY, self->work.by, error) ||
      !tnk_spread_check (spread, error))
    return FALSE;
  tnk_finding_add_spread (self->stored, spread);
  return TRUE;
}

/* Nobody is asked about a problem that its own department was not told of, or that was none. */
static gboolean
check_spreadable (Step *self,
                  const char *const *departments,
                  GError **error)
{
  TnkFindingState state = tnk_finding_get_state (self->before);

  if (departments[0] == NULL) {
    g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "name the departments that are asked");
    return FALSE;
  }
  if (state == TNK_FINDING_STATE_DRAFT || state == TNK_FINDING_STATE_WITHDRAWN)
    return tnk_finding_throw_state (self->before, "spread", error);
  return self->work.held.rights & TNK_RIGHTS_COMMITTEE || tnk_audit_work_check_auditing (&self->work, error);
}

/**
 * tnk_store_spread_finding:
 * @self: an open store
 * @audit_id: the id of an audit that is under way or reported
 * @finding_id: the id of a finding that was issued
 * @revision: the revision that the caller saw; 0 for whatever is there
 * @departments: (array zero-terminated=1): ids of other departments
 * @question: what they are asked to look for; they see nothing else of the finding
 * @due: until when they answer, ISO 8601
 * @by: the staff number of an auditor of the audit, of somebody with the right to audit, or of the committee
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `EXISTS`, `NOT_FOUND`, `REFUSED`, `STATE` or `STORE`
 *
 * Asks other departments whether they have the same problem: all of them or, where one cannot be asked, none.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_store_spread_finding (TnkStore *self,
                          const char *audit_id,
                          const char *finding_id,
                          guint revision,
                          const char *const *departments,
                          const char *question,
                          const char *due,
                          const char *by,
                          GError **error)
{
  g_auto (Step) step = {0};

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && finding_id != NULL, NULL);
  g_return_val_if_fail (departments != NULL && question != NULL && due != NULL, NULL);

  if (!begin (&step, self, audit_id, finding_id, by, UNDER_WAY | REPORTED, "findings are spread while it is under way or reported", error) ||
      !check_spreadable (&step, departments, error) || !check_seen (&step, revision, error))
    return NULL;
  for (guint i = 0; departments[i] != NULL; i++)
    if (!ask (&step, departments[i], question, due, error))
      return NULL;
  return finish (&step, "spread", error);
}

static TnkSpread *
find_spread (Step *self,
             const char *department_id,
             guint revision,
             GError **error)
{
  TnkSpread *spread = tnk_finding_lookup_spread (self->stored, department_id);

  if (spread == NULL) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the department “%s” was not asked about the finding “%s”", department_id,
                 tnk_finding_get_id (self->before));
    return NULL;
  }
  if (tnk_finding_get_state (self->before) == TNK_FINDING_STATE_WITHDRAWN) {
    tnk_finding_throw_state (self->before, "answered", error);
    return NULL;
  }
  return tnk_audit_work_check_revision (&self->work, "answer", tnk_spread_get_revision (spread), revision, error) ? spread : NULL;
}

/**
 * tnk_store_answer_spread:
 * @self: an open store
 * @audit_id: the id of an audit that is under way or reported
 * @finding_id: the id of a finding
 * @department_id: the id of the department that was asked
 * @revision: the revision of the spread that the caller saw; 0 for whatever is there
 * @answer: whether the department has the same problem
 * @text: what it found
 * @action: what it does about the same problem, or empty
 * @action_due: until when, ISO 8601, or empty
 * @by: the staff number of somebody who answers for the department
 * @error: return location for an error: [error@Tenken.Error] `INVALID`, `NOT_FOUND`, `REFUSED`, `STATE` or `STORE`
 *
 * Answers for a department whether it has the problem that a finding is about.
 *
 * Returns: (transfer full): the finding as it is stored
 *
 * Since: 0.1
 */
TnkFinding *
tnk_store_answer_spread (TnkStore *self,
                         const char *audit_id,
                         const char *finding_id,
                         const char *department_id,
                         guint revision,
                         TnkSpreadAnswer answer,
                         const char *text,
                         const char *action,
                         const char *action_due,
                         const char *by,
                         GError **error)
{
  g_auto (Step) step = {0};
  TnkSpread *spread;

  g_return_val_if_fail (TNK_IS_STORE (self) && self->connection != NULL && audit_id != NULL && finding_id != NULL && department_id != NULL, NULL);
  g_return_val_if_fail (text != NULL && action != NULL && action_due != NULL, NULL);

  if (!begin (&step, self, audit_id, finding_id, by, UNDER_WAY | REPORTED, "what was asked is answered while it is under way or reported", error) ||
      !tnk_audit_work_check_answerer (&step.work, department_id, error))
    return NULL;
  spread = find_spread (&step, department_id, revision, error);
  if (spread == NULL || !tnk_spread_answer (spread, answer, text, action, action_due, by, error))
    return NULL;
  return finish (&step, "answer", error);
}
