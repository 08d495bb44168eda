/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-form-deadline.h"

G_BEGIN_DECLS

/**
 * TnkRecordDeadlineState:
 * @TNK_RECORD_DEADLINE_AHEAD: there is time
 * @TNK_RECORD_DEADLINE_NEAR: it is near, as the form says from when
 * @TNK_RECORD_DEADLINE_OVERDUE: the day is past
 * @TNK_RECORD_DEADLINE_DONE: the step was taken
 *
 * How a deadline stands on a day. What is due promptly, without a day, is near until it is done.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_RECORD_DEADLINE_AHEAD,
  TNK_RECORD_DEADLINE_NEAR,
  TNK_RECORD_DEADLINE_OVERDUE,
  TNK_RECORD_DEADLINE_DONE,
} TnkRecordDeadlineState;

#define TNK_TYPE_RECORD_DEADLINE (tnk_record_deadline_get_type ())

/**
 * TnkRecordDeadline:
 *
 * By when a step of a record has to be taken, seen on a day. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkRecordDeadline, tnk_record_deadline, TNK, RECORD_DEADLINE, GObject)

TnkFormDeadline *tnk_record_deadline_get_deadline (TnkRecordDeadline *self);
const char *tnk_record_deadline_get_day (TnkRecordDeadline *self);
const char *tnk_record_deadline_get_done (TnkRecordDeadline *self);
int tnk_record_deadline_get_days_left (TnkRecordDeadline *self);
TnkRecordDeadlineState tnk_record_deadline_get_state (TnkRecordDeadline *self);

G_END_DECLS
