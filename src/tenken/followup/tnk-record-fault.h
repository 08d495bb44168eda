/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-form-field.h"

G_BEGIN_DECLS

/**
 * TnkRecordFaultKind:
 * @TNK_RECORD_FAULT_MISSING: the field must be filled
 * @TNK_RECORD_FAULT_UNFINISHED: items of the checklist are not answered
 * @TNK_RECORD_FAULT_FORBIDDEN: what it says is forbidden
 *
 * What stands in the way of a step.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_RECORD_FAULT_MISSING,
  TNK_RECORD_FAULT_UNFINISHED,
  TNK_RECORD_FAULT_FORBIDDEN,
} TnkRecordFaultKind;

#define TNK_TYPE_RECORD_FAULT (tnk_record_fault_get_type ())

/**
 * TnkRecordFault:
 *
 * What stands in the way of a step, and at which field. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkRecordFault, tnk_record_fault, TNK, RECORD_FAULT, GObject)

TnkFormField *tnk_record_fault_get_field (TnkRecordFault *self);
TnkRecordFaultKind tnk_record_fault_get_kind (TnkRecordFault *self);
TnkText *tnk_record_fault_get_reason (TnkRecordFault *self);
char *tnk_record_fault_dup_message (TnkRecordFault *self, const char *language);

G_END_DECLS
