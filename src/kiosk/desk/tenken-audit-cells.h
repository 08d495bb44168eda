/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-audit-data.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A control in a department as the plan of an audit has it: the work paper, if there is one, and what people said themselves. */
#define TENKEN_TYPE_AUDIT_CELL (tenken_audit_cell_get_type ())
G_DECLARE_FINAL_TYPE (TenkenAuditCell, tenken_audit_cell, TENKEN, AUDIT_CELL, GObject)

struct _TenkenAuditCell
{
  GObject parent_instance;

  TnkControl *control;
  TnkDepartment *department;
  TnkWorkPaper *paper; /* NULL: nobody has written one */
  char *auditor; /* the name; empty likewise */
  gboolean counted; /* whether this person may know what people answered in the whole body */
  TnkCounts counts; /* the answers of the department with all below it */
  TnkAgreementCounts agreement;
};

TnkVerdict tenken_audit_cell_get_verdict (TenkenAuditCell *self);
/* (element-type TenkenAuditCell): all that the plan has. tally: of the campaign, with the same departments; NULL: nothing is compared. On the thread of the store. */
GListModel *tenken_audit_cells_new (TnkAuditBook *book, TnkTally *tally, TenkenAuditPeople *people);
/* “5.1-1-1@D0100”, for a target; newly allocated. */
char *tenken_audit_cell_make_target (TenkenAuditCell *self, TnkAudit *audit);

G_END_DECLS
