/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

#include "tnk-plan.h"
#include "tnk-progress.h"
#include "tnk-tally.h"
#include "tnk-turnout.h"

G_BEGIN_DECLS

#define TNK_TYPE_DEPARTMENT_REPORT (tnk_department_report_get_type ())

/**
 * TnkDepartmentReport:
 *
 * The workbook of one department with all that is below it, for those who answer for it. It says nothing about any other.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkDepartmentReport, tnk_department_report, TNK, DEPARTMENT_REPORT, GObject)

TnkDepartmentReport *tnk_department_report_new (TnkTally *tally, guint department);
void tnk_department_report_set_previous (TnkDepartmentReport *self, TnkTally *previous);
void tnk_department_report_set_plan (TnkDepartmentReport *self, TnkPlan *plan);
void tnk_department_report_set_turnout (TnkDepartmentReport *self, TnkTurnout *turnout);
void tnk_department_report_set_comments (TnkDepartmentReport *self, GPtrArray *comments);
void tnk_department_report_set_body_name (TnkDepartmentReport *self, const char *name);
void tnk_department_report_set_classification (TnkDepartmentReport *self, const char *classification);
void tnk_department_report_set_made_on (TnkDepartmentReport *self, const char *date);
gboolean tnk_department_report_write (TnkDepartmentReport *self, const char *filename, TnkProgressFunc progress, gpointer user_data, GCancellable *cancellable, guint64 *n_cells, GError **error);

G_END_DECLS
