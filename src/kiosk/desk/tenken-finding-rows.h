/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-audit-data.h"
#include "tenken-table.h"

G_BEGIN_DECLS

/* A finding, or what a department is asked because of one that is not its own. */
#define TENKEN_TYPE_FINDING_ROW (tenken_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (TenkenFindingRow, tenken_finding_row, TENKEN, FINDING_ROW, GObject)

struct _TenkenFindingRow
{
  GObject parent_instance;

  TnkAudit *audit;
  TnkFinding *finding;
  TnkSpread *spread; /* NULL: it is the finding itself */
  char *department; /* its name */
  gboolean overdue;
};

/* Of all books: (element-type TenkenFindingRow). */
GListModel *tenken_finding_rows_new (const TenkenAuditData *data);
/* Whether the department has to answer, or the auditor to look. */
gboolean tenken_finding_row_waits_for_department (TenkenFindingRow *self);
gboolean tenken_finding_row_waits_for_auditor (TenkenFindingRow *self);
gboolean tenken_finding_row_is_open (TenkenFindingRow *self);

GtkWidget *tenken_finding_table_new (const char *name, const char *title);

G_END_DECLS
