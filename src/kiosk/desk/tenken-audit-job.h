/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-task.h"

G_BEGIN_DECLS

/* What is to be done with an audit, for the thread of the store. */
typedef enum {
  TENKEN_AUDIT_SAVE,
  TENKEN_AUDIT_MOVE,
  TENKEN_AUDIT_EXEMPT,
  TENKEN_AUDIT_SAVE_PAPER,
  TENKEN_AUDIT_ATTACH_TO_PAPER,
  TENKEN_AUDIT_ATTACH_TO_FINDING,
  TENKEN_AUDIT_EXPORT_ATTACHMENT,
  TENKEN_AUDIT_SAVE_FINDING,
  TENKEN_AUDIT_ISSUE,
  TENKEN_AUDIT_WITHDRAW,
  TENKEN_AUDIT_RESPOND,
  TENKEN_AUDIT_FOLLOW_UP,
  TENKEN_AUDIT_SPREAD,
  TENKEN_AUDIT_ANSWER_SPREAD,
  TENKEN_AUDIT_EXPORT,
} TenkenAuditDeed;

/* Its parts are those that the deed needs. Texts and objects are owned. */
typedef struct
{
  TenkenAuditDeed deed;
  char *audit_id;
  guint revision; /* of the audit, the finding or the spread, as it was read */
  GObject *object; /* the audit, the work paper or the finding to be stored */
  guint choice; /* a step, a verdict or an answer */
  char *finding_id;
  char *control_id;
  char *department_id;
  char *person_id;
  char *text;
  char *action;
  char *due;
  char *filename;
  GStrv ids;
} TenkenAuditJob;

TenkenAuditJob *tenken_audit_job_new (TenkenAuditDeed deed, const char *audit_id);
void tenken_audit_job_free (gpointer self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenkenAuditJob, tenken_audit_job_free)

/* A TenkenDeskWork on a job. What was stored is the result, a GObject; NULL for a file that was written. */
gpointer tenken_audit_job_run (TnkDesk *desk, gpointer job, TnkProgressFunc progress, gpointer progress_data, GCancellable *cancellable, GError **error);

G_END_DECLS
