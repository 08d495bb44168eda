/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-plan.h"

G_BEGIN_DECLS

/**
 * TnkPlanDecision:
 * @TNK_PLAN_DECISION_NONE: not decided yet
 * @TNK_PLAN_DECISION_SHEET: what the sheet says goes into the plan
 * @TNK_PLAN_DECISION_STORE: the plan stays as it is
 *
 * Which side wins where a sheet and the plan were both changed.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_PLAN_DECISION_NONE,
  TNK_PLAN_DECISION_SHEET,
  TNK_PLAN_DECISION_STORE,
} TnkPlanDecision;

#define TNK_TYPE_PLAN_EDIT (tnk_plan_edit_get_type ())

/**
 * TnkPlanEdit:
 *
 * What a row of an edited sheet changes: some fields of an action, or a new action.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkPlanEdit, tnk_plan_edit, TNK, PLAN_EDIT, GObject)

TnkAction *tnk_plan_edit_get_action (TnkPlanEdit *self);
TnkControl *tnk_plan_edit_get_control (TnkPlanEdit *self);
const char *tnk_plan_edit_get_where (TnkPlanEdit *self);
const char *tnk_plan_edit_get_note (TnkPlanEdit *self);
const char *tnk_plan_edit_get_refusal (TnkPlanEdit *self);
guint tnk_plan_edit_get_n_fields (TnkPlanEdit *self);
TnkActionField tnk_plan_edit_get_field (TnkPlanEdit *self, guint position);
const char *tnk_plan_edit_get_old (TnkPlanEdit *self, guint position);
const char *tnk_plan_edit_get_new (TnkPlanEdit *self, guint position);
const char *tnk_plan_edit_get_stored (TnkPlanEdit *self, guint position);
gboolean tnk_plan_edit_is_conflict (TnkPlanEdit *self, guint position);
TnkPlanDecision tnk_plan_edit_get_decision (TnkPlanEdit *self, guint position);
void tnk_plan_edit_decide (TnkPlanEdit *self, guint position, TnkPlanDecision decision);
TnkAction *tnk_plan_edit_make_action (TnkPlanEdit *self, GError **error);

#define TNK_TYPE_PLAN_EDITS (tnk_plan_edits_get_type ())

/**
 * TnkPlanEdits:
 *
 * What an edited sheet changes in a plan, before anything is changed.
 *
 * A field that was changed in the sheet and not in the plan since the sheet was written is a change; one that was
 * changed in both, and not to the same, is a conflict, which somebody must decide.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkPlanEdits, tnk_plan_edits, TNK, PLAN_EDITS, GObject)

TnkPlan *tnk_plan_edits_get_plan (TnkPlanEdits *self);
guint tnk_plan_edits_get_n_edits (TnkPlanEdits *self);
TnkPlanEdit *tnk_plan_edits_get_edit (TnkPlanEdits *self, guint position);
guint tnk_plan_edits_count_conflicts (TnkPlanEdits *self);
guint tnk_plan_edits_count_undecided (TnkPlanEdits *self);
void tnk_plan_edits_decide_all (TnkPlanEdits *self, TnkPlanDecision decision);
GPtrArray *tnk_plan_edits_list_missing (TnkPlanEdits *self);

G_END_DECLS
