/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-audit.h"

G_BEGIN_DECLS

/* tnk-audit.c holds what the plan says, tnk-audit-scope.c whom it is about, tnk-audit-steps.c how far it is and who decides. */

typedef struct
{
  char *auditor;
  char *department_id;
  char *reason;
  char *approver; /* NULL until the committee approved */
} TnkAuditExemption;

typedef struct
{
  TnkAuditStep step;
  char *time; /* NULL until it is stored */
  char *writer;
  char *remark;
} TnkAuditMove;

struct _TnkAudit
{
  GObject parent_instance;

  TnkCampaign *campaign;
  char *id; /* NULL until it is stored */
  guint revision; /* 0 until it is stored */
  TnkAuditState state;
  char *fields[TNK_N_AUDIT_FIELDS]; /* never NULL */
  GStrv departments;
  GStrv controls;
  GStrv auditors;
  GArray *exemptions; /* (element-type TnkAuditExemption) */
  GArray *moves; /* (element-type TnkAuditMove) */
};

void tnk_audit_exemption_clear (gpointer exemption);
void tnk_audit_move_clear (gpointer move);
/* As they are stored. */
void tnk_audit_set_identity (TnkAudit *self, const char *id, guint revision, TnkAuditState state);
void tnk_audit_add_exemption (TnkAudit *self, const char *person_id, const char *department_id, const char *reason, const char *approver);
void tnk_audit_add_move (TnkAudit *self, TnkAuditStep step, const char *time, const char *writer, const char *remark);
/* Whether it may become so from what it was, without a step: a draft may change, and the summary while it is under way. */
gboolean tnk_audit_check_change (TnkAudit *self, TnkAudit *before, GError **error);

G_END_DECLS
