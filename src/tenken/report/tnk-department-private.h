/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-item.h"
#include "tnk-plan.h"
#include "tnk-report-private.h"
#include "tnk-turnout.h"

G_BEGIN_DECLS

/* A department’s workbook while it is written. */
typedef struct
{
  TnkReport report;
  guint department; /* its index */
  TnkPlan *plan; /* or NULL */
  TnkTurnout *turnout; /* or NULL */
  GPtrArray *comments; /* (element-type TnkItem) or NULL */
  GPtrArray *lines; /* (element-type TnkScopeLine): the department, then those below it */
  GPtrArray *parts; /* (element-type TnkScopeLine): chapters, each with its sections, about which somebody is asked */

  TnkSheet *overview;
  TnkSheet *turnout_sheet; /* or NULL */
  TnkSheet *names_sheet; /* or NULL */
  TnkSheet *departments; /* NULL where there is none below */
  TnkSheet *sections;
  TnkSheet *controls;
  TnkSheet *gaps;
  TnkSheet *comment_sheet; /* or NULL */
  TnkSheet *plan_sheet; /* or NULL */
  TnkSheet *counts;
  TnkSheet *people;
} TnkDepartmentWriter;

void tnk_department_writer_run (TnkDepartmentWriter *self);
void tnk_department_writer_clear (TnkDepartmentWriter *self);

void tnk_department_write_turnout (TnkDepartmentWriter *self);
void tnk_department_write_names (TnkDepartmentWriter *self);
void tnk_department_write_comments (TnkDepartmentWriter *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkDepartmentWriter, tnk_department_writer_clear)

G_END_DECLS
