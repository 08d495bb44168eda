/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <tenken.h>

#include "tenken-table.h"

G_BEGIN_DECLS

/* A line of what an edited workbook changes. */
typedef enum {
  TENKEN_PLAN_CHANGE_FIELD, /* a field of an action, or of a new one */
  TENKEN_PLAN_CHANGE_NOTE, /* a progress note is added */
  TENKEN_PLAN_CHANGE_MISSING, /* the row was taken out, which changes nothing */
} TenkenPlanChangeKind;

#define TENKEN_TYPE_PLAN_CHANGE (tenken_plan_change_get_type ())
G_DECLARE_FINAL_TYPE (TenkenPlanChange, tenken_plan_change, TENKEN, PLAN_CHANGE, GObject)

/* (element-type TenkenPlanChange), in the order of the sheet. */
GListModel *tenken_plan_changes_list (TnkPlanEdits *edits);
TenkenPlanChangeKind tenken_plan_change_get_kind (TenkenPlanChange *self);
TnkPlanEdit *tenken_plan_change_get_edit (TenkenPlanChange *self); /* NULL where the row is missing */
guint tenken_plan_change_get_position (TenkenPlanChange *self); /* among the fields of the edit */
gboolean tenken_plan_change_is_conflict (TenkenPlanChange *self);
gboolean tenken_plan_change_is_undecided (TenkenPlanChange *self);

/* A table of them; its rows open what is to be decided. */
GtkWidget *tenken_plan_changes_table_new (TnkPlanEdits *edits);

G_END_DECLS
