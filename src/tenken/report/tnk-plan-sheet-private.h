/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-plan-edits-private.h"
#include "tnk-plan-sheet.h"
#include "tnk-report-private.h"
#include "tnk-return-private.h"

G_BEGIN_DECLS

/* tnk-plan-sheet.c writes the table of actions, tnk-plan-workbook.c the workbook that comes back, tnk-plan-reader.c reads it,
 * tnk-plan-words.c and tnk-plan-departments.c turn fields into what stands in a cell and back. */

#define TNK_PLAN_KIND "improvement-plan"
#define TNK_PLAN_TABLE "actions"
#define TNK_PLAN_BASES "bases"
#define TNK_PLAN_REVISION "revision"
#define TNK_PLAN_CONTROL "control"
#define TNK_PLAN_NOTE "note"

/* The ids of empty rows, for new actions, begin so. */
#define TNK_PLAN_NEW "+"

typedef enum {
  TNK_PLAN_COL_REVISION,
  TNK_PLAN_COL_NUMBER,
  TNK_PLAN_COL_CLAUSE,
  TNK_PLAN_COL_CONTROL,
  TNK_PLAN_COL_TITLE,
  TNK_PLAN_COL_DEPARTMENTS,
  TNK_PLAN_COL_WHAT,
  TNK_PLAN_COL_OWNER,
  TNK_PLAN_COL_DUE,
  TNK_PLAN_COL_PRIORITY,
  TNK_PLAN_COL_RESOURCES,
  TNK_PLAN_COL_STATUS,
  TNK_PLAN_COL_VERIFIED_BY,
  TNK_PLAN_COL_NOTE,
  TNK_PLAN_COL_LATE,
  TNK_PLAN_COL_PROMISES,
  TNK_PLAN_COL_NOTES,
  TNK_N_PLAN_COLS,
} TnkPlanCol;

/* The table of actions on a sheet: to be edited, or to be read only. */
typedef struct
{
  TnkReport *report;
  TnkPlan *plan;
  GPtrArray *actions; /* (element-type TnkAction) */
  const char *today; /* or NULL: nothing is called late */
  gboolean is_form;
  guint n_new; /* empty rows for new actions */
  TnkSheet *sheet;
} TnkPlanTable;

void tnk_plan_table_write (TnkPlanTable *self);
/* The cells of a column below its header. */
TnkRange tnk_plan_table_column (TnkPlanTable *self, TnkPlanCol col);
int tnk_plan_table_position (TnkPlanTable *self, TnkPlanCol col);

/* What stands in the cell of a field; what a cell means, NULL with an error if that is nothing. */
char *tnk_plan_word_field (TnkPlan *plan, TnkActionField field, const char *value);
char *tnk_plan_parse_field (TnkPlan *plan, TnkActionField field, const char *text, GError **error);
char *tnk_plan_word_departments (TnkPlan *plan, const char *value);
char *tnk_plan_parse_departments (TnkPlan *plan, const char *text, GError **error);
char *tnk_plan_fold (const char *text);
char *tnk_plan_dup_first_word (const char *text);
char *tnk_plan_word_role (TnkPlan *plan, TnkRole *role);
const char *const *tnk_plan_priority_words (void);
TnkControl *tnk_plan_parse_control (TnkPlan *plan, const char *text);

G_END_DECLS
