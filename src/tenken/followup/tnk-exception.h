/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * TnkExceptionState:
 * @TNK_EXCEPTION_STATE_AHEAD: its first day is still to come
 * @TNK_EXCEPTION_STATE_LIVE: it holds
 * @TNK_EXCEPTION_STATE_EXPIRED: its last day is past, or it was revoked
 *
 * What an exception is on a day.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_EXCEPTION_STATE_AHEAD,
  TNK_EXCEPTION_STATE_LIVE,
  TNK_EXCEPTION_STATE_EXPIRED,
} TnkExceptionState;

#define TNK_TYPE_EXCEPTION (tnk_exception_get_type ())

/**
 * TnkException:
 *
 * An exception (例外措置): a permitted deviation from a control, with a reason, a substitute measure and an end. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkException, tnk_exception, TNK, EXCEPTION, GObject)

TnkException *tnk_exception_new (const char *control_id, const char *department_id, const char *reason, const char *substitute, const char *starts, const char *ends, const char *applicant, const char *approver);
const char *tnk_exception_get_control_id (TnkException *self);
const char *tnk_exception_get_department_id (TnkException *self);
const char *tnk_exception_get_reason (TnkException *self);
const char *tnk_exception_get_substitute (TnkException *self);
const char *tnk_exception_get_starts (TnkException *self);
const char *tnk_exception_get_ends (TnkException *self);
const char *tnk_exception_get_applicant (TnkException *self);
const char *tnk_exception_get_approver (TnkException *self);
const char *tnk_exception_get_record_id (TnkException *self);
const char *tnk_exception_get_revoked (TnkException *self);
int tnk_exception_get_days_left (TnkException *self, const char *day);
TnkExceptionState tnk_exception_get_state (TnkException *self, const char *day);

G_END_DECLS
