/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-plan-edits.h"

G_BEGIN_DECLS

/* A row of a sheet that came back. All is borrowed. */
typedef struct
{
  const char *where; /* the sheet and the row, for messages */
  TnkAction *action; /* of the plan; NULL for a new one */
  TnkControl *control;
  const char *values[TNK_N_ACTION_FIELDS]; /* NULL: the sheet does not say */
  const char *bases[TNK_N_ACTION_FIELDS]; /* what it said when it was written; NULL: not known */
  const char *note;
} TnkPlanRow;

gboolean tnk_plan_says_the_same (TnkActionField field, const char *one, const char *other);

TnkPlanEdits *tnk_plan_edits_new (TnkPlan *plan);
/* Keeps what the row changes, if anything. FALSE if what would come out cannot stand in the plan. */
gboolean tnk_plan_edits_add_row (TnkPlanEdits *self, const TnkPlanRow *row, GError **error);
/* The sheet had the action, changed or not. */
void tnk_plan_edits_add_seen (TnkPlanEdits *self, TnkAction *action);
/* Only these actions were in the sheet when it was written: others are not missed. */
void tnk_plan_edits_add_expected (TnkPlanEdits *self, const char *action_id);

TnkPlanEdit *tnk_plan_edit_new (TnkPlan *plan, const TnkPlanRow *row);
/* Makes every change a conflict, if the plan went on since the sheet was written: what comes out cannot stand. */
gboolean tnk_plan_edit_dispute (TnkPlanEdit *self, const TnkPlanRow *row, const char *refusal);
gboolean tnk_plan_edit_is_empty (TnkPlanEdit *self);

G_END_DECLS
