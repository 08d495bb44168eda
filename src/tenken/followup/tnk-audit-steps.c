/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-audit-private.h"
#include "tnk-error.h"
#include "tnk-field-private.h"
#include "tnk-strings-private.h"

/* How far an audit is, who took it there, and who may decide about it. */

#define BIT(state) (1u << TNK_AUDIT_STATE_##state)

static const TnkFieldSpec remark_spec = {"remark", TNK_FIELD_TEXT, "remark"};

static const struct
{
  guint from; /* in which states */
  TnkAuditState to;
  gboolean says_why;
} steps[TNK_N_AUDIT_STEPS] = {
  [TNK_AUDIT_STEP_DRAFT] = {0, TNK_AUDIT_STATE_DRAFT, FALSE},
  [TNK_AUDIT_STEP_CHANGE] = {BIT (DRAFT), TNK_AUDIT_STATE_DRAFT, FALSE},
  [TNK_AUDIT_STEP_SUBMIT] = {BIT (DRAFT), TNK_AUDIT_STATE_SUBMITTED, FALSE},
  [TNK_AUDIT_STEP_RETURN] = {BIT (SUBMITTED), TNK_AUDIT_STATE_DRAFT, TRUE},
  [TNK_AUDIT_STEP_EXEMPT] = {BIT (SUBMITTED), TNK_AUDIT_STATE_SUBMITTED, FALSE},
  [TNK_AUDIT_STEP_APPROVE] = {BIT (SUBMITTED), TNK_AUDIT_STATE_APPROVED, FALSE},
  [TNK_AUDIT_STEP_REVISE] = {BIT (APPROVED), TNK_AUDIT_STATE_DRAFT, TRUE},
  [TNK_AUDIT_STEP_START] = {BIT (APPROVED), TNK_AUDIT_STATE_UNDER_WAY, FALSE},
  [TNK_AUDIT_STEP_REPORT] = {BIT (UNDER_WAY), TNK_AUDIT_STATE_REPORTED, FALSE},
  [TNK_AUDIT_STEP_RESUME] = {BIT (REPORTED), TNK_AUDIT_STATE_UNDER_WAY, TRUE},
  [TNK_AUDIT_STEP_CLOSE] = {BIT (REPORTED), TNK_AUDIT_STATE_CLOSED, FALSE},
};

void
tnk_audit_move_clear (gpointer data)
{
  TnkAuditMove *self = data;

  g_free (self->time);
  g_free (self->writer);
  g_free (self->remark);
}

void
tnk_audit_add_move (TnkAudit *self,
                    TnkAuditStep step,
                    const char *time,
                    const char *writer,
                    const char *remark)
{
  TnkAuditMove move = {step, g_strdup (time), g_strdup (writer), g_strdup (remark)};

  g_array_append_val (self->moves, move);
}

static const TnkAuditMove *
move_at (TnkAudit *self,
         guint step)
{
  return &g_array_index (self->moves, TnkAuditMove, step);
}

/**
 * tnk_audit_get_n_steps:
 * @self: an audit
 *
 * Gets how many steps were taken.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_audit_get_n_steps (TnkAudit *self)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self), 0);
  return self->moves->len;
}

/**
 * tnk_audit_get_step:
 * @self: an audit
 * @step: which step, from 0, the oldest first
 *
 * Gets what was done.
 *
 * Returns: the step
 *
 * Since: 0.1
 */
TnkAuditStep
tnk_audit_get_step (TnkAudit *self,
                    guint step)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && step < self->moves->len, TNK_AUDIT_STEP_DRAFT);
  return move_at (self, step)->step;
}

/**
 * tnk_audit_get_step_time:
 * @self: an audit
 * @step: which step, from 0, the oldest first
 *
 * Gets when it was done.
 *
 * Returns: (nullable): the time, ISO 8601, or `NULL` if it is not stored yet
 *
 * Since: 0.1
 */
const char *
tnk_audit_get_step_time (TnkAudit *self,
                         guint step)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && step < self->moves->len, NULL);
  return move_at (self, step)->time;
}

/**
 * tnk_audit_get_step_writer:
 * @self: an audit
 * @step: which step, from 0, the oldest first
 *
 * Gets who did it.
 *
 * Returns: a staff number
 *
 * Since: 0.1
 */
const char *
tnk_audit_get_step_writer (TnkAudit *self,
                           guint step)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && step < self->moves->len, NULL);
  return move_at (self, step)->writer;
}

/**
 * tnk_audit_get_step_remark:
 * @self: an audit
 * @step: which step, from 0, the oldest first
 *
 * Gets what was said with it.
 *
 * Returns: the remark, empty where nothing was said
 *
 * Since: 0.1
 */
const char *
tnk_audit_get_step_remark (TnkAudit *self,
                           guint step)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && step < self->moves->len, NULL);
  return move_at (self, step)->remark;
}

/**
 * tnk_audit_find_writer:
 * @self: an audit
 * @step: a step
 *
 * Gets who took a step last.
 *
 * Returns: (nullable): a staff number, or `NULL` if nobody did
 *
 * Since: 0.1
 */
const char *
tnk_audit_find_writer (TnkAudit *self,
                       TnkAuditStep step)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self), NULL);

  for (guint i = self->moves->len; i > 0; i--)
    if (move_at (self, i - 1)->step == step)
      return move_at (self, i - 1)->writer;
  return NULL;
}

/**
 * tnk_audit_can_take:
 * @self: an audit
 * @step: a step
 *
 * Says whether an audit is where this step can be taken. Who may take it is another matter.
 *
 * Returns: `TRUE` if it can be taken
 *
 * Since: 0.1
 */
gboolean
tnk_audit_can_take (TnkAudit *self,
                    TnkAuditStep step)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && (guint) step < TNK_N_AUDIT_STEPS, FALSE);

  if (step == TNK_AUDIT_STEP_DRAFT)
    return self->moves->len == 0;
  return (steps[step].from >> self->state) & 1;
}

static gboolean
check_step (TnkAudit *self,
            TnkAuditStep step,
            const char *remark,
            GError **error)
{
  if (!tnk_audit_can_take (self, step))
    g_set_error (error, TNK_ERROR, TNK_ERROR_STATE, "the audit “%s” is %s; the step “%s” cannot be taken from there", self->id != NULL ? self->id : "?",
                 tnk_audit_state_to_string (self->state), tnk_audit_step_to_string (step));
  else if (steps[step].says_why && tnk_is_blank (remark))
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "the step “%s” needs a remark that says why", tnk_audit_step_to_string (step));
  else
    return TRUE;
  return FALSE;
}

/* What was let pass was let pass in that plan. */
static void
forget_approvals (TnkAudit *self)
{
  for (guint i = 0; i < self->exemptions->len; i++)
    g_clear_pointer (&g_array_index (self->exemptions, TnkAuditExemption, i).approver, g_free);
}

/**
 * tnk_audit_take:
 * @self: an audit
 * @step: a step
 * @person_id: the staff number of who takes it
 * @remark: (nullable): what is said with it; needed to return, revise or resume an audit
 * @error: return location for an error: [error@Tenken.Error] `STATE` or `INVALID`
 *
 * Takes a step. A plan that becomes a draft again loses the approval of its exemptions.
 *
 * Returns: `TRUE` if it is taken
 *
 * Since: 0.1
 */
gboolean
tnk_audit_take (TnkAudit *self,
                TnkAuditStep step,
                const char *person_id,
                const char *remark,
                GError **error)
{
  g_autofree char *clean = NULL;

  g_return_val_if_fail (TNK_IS_AUDIT (self) && (guint) step < TNK_N_AUDIT_STEPS && person_id != NULL, FALSE);

  if (!tnk_check_person (person_id, error) || !check_step (self, step, remark, error))
    return FALSE;
  clean = tnk_field_clean (&remark_spec, remark != NULL ? remark : "", error);
  if (clean == NULL)
    return FALSE;
  if (steps[step].to == TNK_AUDIT_STATE_DRAFT)
    forget_approvals (self);
  self->state = steps[step].to;
  tnk_audit_add_move (self, step, NULL, person_id, clean);
  return TRUE;
}

/* --- who decides --- */

static gboolean
has_written (TnkAudit *self,
             const char *person_id)
{
  for (guint i = 0; i < self->moves->len; i++) {
    const TnkAuditMove *move = move_at (self, i);

    if (!tnk_audit_step_is_for_committee (move->step) && g_str_equal (move->writer, person_id))
      return TRUE;
  }
  return FALSE;
}

/**
 * tnk_audit_check_decider:
 * @self: an audit
 * @person_id: the staff number of somebody of the committee
 * @error: return location for an error: [error@Tenken.Error] `REFUSED`
 *
 * Checks that somebody who decides about an audit neither wrote its plan nor audits.
 *
 * Returns: `TRUE` if that person may decide
 *
 * Since: 0.1
 */
gboolean
tnk_audit_check_decider (TnkAudit *self,
                         const char *person_id,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_AUDIT (self) && person_id != NULL, FALSE);

  if (tnk_audit_has_auditor (self, person_id))
    g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "“%s” is an auditor of the audit “%s” and cannot decide about it; somebody else of the committee must",
                 person_id, self->id != NULL ? self->id : "?");
  else if (has_written (self, person_id))
    g_set_error (error, TNK_ERROR, TNK_ERROR_REFUSED, "“%s” wrote or submitted the plan of the audit “%s” and cannot decide about it; somebody else of the committee must",
                 person_id, self->id != NULL ? self->id : "?");
  else
    return TRUE;
  return FALSE;
}

/**
 * tnk_audit_approve_exemption:
 * @self: an audit that was submitted
 * @person_id: the staff number of an auditor who is not independent
 * @department_id: the id of the audited department
 * @approver: the staff number of somebody of the committee
 * @error: return location for an error: [error@Tenken.Error] `STATE`, `NOT_FOUND` or `REFUSED`
 *
 * Lets an auditor audit a department that he is not independent of.
 *
 * Returns: `TRUE` if it is approved
 *
 * Since: 0.1
 */
gboolean
tnk_audit_approve_exemption (TnkAudit *self,
                             const char *person_id,
                             const char *department_id,
                             const char *approver,
                             GError **error)
{
  g_autofree char *remark = NULL;
  guint found;

  g_return_val_if_fail (TNK_IS_AUDIT (self) && person_id != NULL && department_id != NULL && approver != NULL, FALSE);

  if (!tnk_audit_find_exemption (self, person_id, department_id, &found)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_NOT_FOUND, "the plan of the audit asks for no exemption of “%s” in the department “%s”", person_id, department_id);
    return FALSE;
  }
  remark = g_strdup_printf ("%s / %s", person_id, department_id);
  if (!tnk_audit_check_decider (self, approver, error) || !tnk_audit_take (self, TNK_AUDIT_STEP_EXEMPT, approver, remark, error))
    return FALSE;
  tnk_set_string (&g_array_index (self->exemptions, TnkAuditExemption, found).approver, approver);
  return TRUE;
}
