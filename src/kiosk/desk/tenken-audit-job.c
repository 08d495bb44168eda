/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-audit-job.h"

TenkenAuditJob *
tenken_audit_job_new (TenkenAuditDeed deed,
                      const char *audit_id)
{
  TenkenAuditJob *self = g_new0 (TenkenAuditJob, 1);

  self->deed = deed;
  self->audit_id = g_strdup (audit_id);
  return self;
}

void
tenken_audit_job_free (gpointer job)
{
  TenkenAuditJob *self = job;

  g_clear_object (&self->object);
  g_free (self->audit_id);
  g_free (self->finding_id);
  g_free (self->control_id);
  g_free (self->department_id);
  g_free (self->person_id);
  g_free (self->text);
  g_free (self->action);
  g_free (self->due);
  g_free (self->filename);
  g_strfreev (self->ids);
  g_free (self);
}

static gpointer
store_audit (TnkDesk *desk,
             TenkenAuditJob *self,
             GError **error)
{
  switch (self->deed) {
  case TENKEN_AUDIT_SAVE:
    return tnk_desk_save_audit (desk, TNK_AUDIT (self->object), error);
  case TENKEN_AUDIT_MOVE:
    return tnk_desk_move_audit (desk, self->audit_id, self->revision, self->choice, self->text, error);
  default:
    return tnk_desk_exempt_auditor (desk, self->audit_id, self->revision, self->person_id, self->department_id, error);
  }
}

static gpointer
store_file (TnkDesk *desk,
            TenkenAuditJob *self,
            GError **error)
{
  if (self->deed == TENKEN_AUDIT_ATTACH_TO_PAPER)
    return tnk_desk_attach_to_paper (desk, self->audit_id, self->control_id, self->department_id, self->filename, error);
  if (self->deed == TENKEN_AUDIT_ATTACH_TO_FINDING)
    return tnk_desk_attach_to_finding (desk, self->audit_id, self->finding_id, self->filename, error);
  tnk_desk_export_attachment (desk, self->audit_id, self->text, self->filename, error);
  return NULL;
}

/* What the department says. What it may see of the finding is read anew. */
static gpointer
store_answer (TnkDesk *desk,
              TenkenAuditJob *self,
              GError **error)
{
  if (self->deed == TENKEN_AUDIT_RESPOND)
    tnk_desk_respond_finding (desk, self->audit_id, self->finding_id, self->revision, self->text, self->action, self->due, error);
  else
    tnk_desk_answer_spread (desk, self->audit_id, self->finding_id, self->department_id, self->revision, self->choice, self->text, self->action, self->due,
                            error);
  return NULL;
}

static gpointer
store_finding (TnkDesk *desk,
               TenkenAuditJob *self,
               GError **error)
{
  switch (self->deed) {
  case TENKEN_AUDIT_SAVE_FINDING:
    return tnk_desk_save_finding (desk, self->audit_id, TNK_FINDING (self->object), error);
  case TENKEN_AUDIT_ISSUE:
    return tnk_desk_issue_finding (desk, self->audit_id, self->finding_id, self->revision, error);
  case TENKEN_AUDIT_WITHDRAW:
    return tnk_desk_withdraw_finding (desk, self->audit_id, self->finding_id, self->revision, self->text, error);
  case TENKEN_AUDIT_FOLLOW_UP:
    return tnk_desk_follow_up_finding (desk, self->audit_id, self->finding_id, self->revision, self->choice, self->text, error);
  default:
    return tnk_desk_spread_finding (desk, self->audit_id, self->finding_id, self->revision, (const char *const *) self->ids, self->text, self->due, error);
  }
}

gpointer
tenken_audit_job_run (TnkDesk *desk,
                      gpointer job,
                      TnkProgressFunc progress,
                      gpointer progress_data,
                      GCancellable *cancellable,
                      GError **error)
{
  TenkenAuditJob *self = job;

  switch (self->deed) {
  case TENKEN_AUDIT_SAVE:
  case TENKEN_AUDIT_MOVE:
  case TENKEN_AUDIT_EXEMPT:
    return store_audit (desk, self, error);
  case TENKEN_AUDIT_SAVE_PAPER:
    return tnk_desk_save_work_paper (desk, self->audit_id, TNK_WORK_PAPER (self->object), error);
  case TENKEN_AUDIT_ATTACH_TO_PAPER:
  case TENKEN_AUDIT_ATTACH_TO_FINDING:
  case TENKEN_AUDIT_EXPORT_ATTACHMENT:
    return store_file (desk, self, error);
  case TENKEN_AUDIT_RESPOND:
  case TENKEN_AUDIT_ANSWER_SPREAD:
    return store_answer (desk, self, error);
  case TENKEN_AUDIT_EXPORT:
    tnk_desk_export_audit (desk, self->audit_id, self->filename, progress, progress_data, cancellable, error);
    return NULL;
  default:
    return store_finding (desk, self, error);
  }
}
