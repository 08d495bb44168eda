/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-form-step.h"

G_BEGIN_DECLS

/**
 * TnkFormDue:
 * @TNK_FORM_DUE_AT_ONCE: 直ちに: on the day itself
 * @TNK_FORM_DUE_PROMPTLY: 速やかに: without a fixed day, unless the body measures it in days
 * @TNK_FORM_DUE_DAYS: a number of days
 *
 * By when something has to be done.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_FORM_DUE_AT_ONCE,
  TNK_FORM_DUE_PROMPTLY,
  TNK_FORM_DUE_DAYS,
} TnkFormDue;

#define TNK_TYPE_FORM_DEADLINE (tnk_form_deadline_get_type ())

/**
 * TnkFormDeadline:
 *
 * By when a step has to be taken. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkFormDeadline, tnk_form_deadline, TNK, FORM_DEADLINE, GObject)

const char *tnk_form_deadline_get_id (TnkFormDeadline *self);
TnkText *tnk_form_deadline_get_title (TnkFormDeadline *self);
TnkText *tnk_form_deadline_get_clause (TnkFormDeadline *self);
TnkFormStep *tnk_form_deadline_get_step (TnkFormDeadline *self);
TnkFormDue tnk_form_deadline_get_due (TnkFormDeadline *self);

G_END_DECLS
