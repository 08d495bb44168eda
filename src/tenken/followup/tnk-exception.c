/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-exception-private.h"

#include <string.h>

#include "tnk-day-private.h"
#include "tnk-strings-private.h"

struct _TnkException
{
  GObject parent_instance;

  char *control_id;
  char *department_id;
  char *reason;
  char *substitute;
  char *starts;
  char *ends;
  char *applicant;
  char *approver;
  char *record_id; /* NULL: it came of none */
  char *revoked; /* the first day on which it does not hold; NULL: it was not revoked */
};

G_DEFINE_FINAL_TYPE (TnkException, tnk_exception, G_TYPE_OBJECT)

static void
tnk_exception_finalize (GObject *object)
{
  TnkException *self = TNK_EXCEPTION (object);

  g_free (self->control_id);
  g_free (self->department_id);
  g_free (self->reason);
  g_free (self->substitute);
  g_free (self->starts);
  g_free (self->ends);
  g_free (self->applicant);
  g_free (self->approver);
  g_free (self->record_id);
  g_free (self->revoked);
  G_OBJECT_CLASS (tnk_exception_parent_class)->finalize (object);
}

static void
tnk_exception_class_init (TnkExceptionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_exception_finalize;
}

static void
tnk_exception_init (TnkException *self)
{
}

/**
 * tnk_exception_new:
 * @control_id: the control that may be deviated from
 * @department_id: the department that may; all below it may too
 * @reason: why
 * @substitute: what is done instead
 * @starts: the first day, ISO 8601
 * @ends: the last day, ISO 8601
 * @applicant: the staff number of who applied
 * @approver: the staff number of who approved
 *
 * Describes an exception. This permits nothing: see [method@Store.add_exception].
 *
 * Returns: (transfer full): the exception
 *
 * Since: 0.1
 */
TnkException *
tnk_exception_new (const char *control_id,
                   const char *department_id,
                   const char *reason,
                   const char *substitute,
                   const char *starts,
                   const char *ends,
                   const char *applicant,
                   const char *approver)
{
  TnkException *self;

  g_return_val_if_fail (control_id != NULL && department_id != NULL && reason != NULL && substitute != NULL, NULL);
  g_return_val_if_fail (starts != NULL && ends != NULL && applicant != NULL && approver != NULL, NULL);

  self = g_object_new (TNK_TYPE_EXCEPTION, NULL);
  self->control_id = g_strdup (control_id);
  self->department_id = g_strdup (department_id);
  self->reason = g_strdup (reason);
  self->substitute = g_strdup (substitute);
  self->starts = g_strdup (starts);
  self->ends = g_strdup (ends);
  self->applicant = g_strdup (applicant);
  self->approver = g_strdup (approver);
  return self;
}

/**
 * tnk_exception_get_control_id:
 * @self: an exception
 *
 * Gets the control that may be deviated from.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_exception_get_control_id (TnkException *self)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self), NULL);
  return self->control_id;
}

/**
 * tnk_exception_get_department_id:
 * @self: an exception
 *
 * Gets the department that may, with all below it.
 *
 * Returns: the id
 *
 * Since: 0.1
 */
const char *
tnk_exception_get_department_id (TnkException *self)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self), NULL);
  return self->department_id;
}

/**
 * tnk_exception_get_reason:
 * @self: an exception
 *
 * Gets why.
 *
 * Returns: the reason
 *
 * Since: 0.1
 */
const char *
tnk_exception_get_reason (TnkException *self)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self), NULL);
  return self->reason;
}

/**
 * tnk_exception_get_substitute:
 * @self: an exception
 *
 * Gets what is done instead.
 *
 * Returns: the substitute measure
 *
 * Since: 0.1
 */
const char *
tnk_exception_get_substitute (TnkException *self)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self), NULL);
  return self->substitute;
}

/**
 * tnk_exception_get_starts:
 * @self: an exception
 *
 * Gets the first day.
 *
 * Returns: the day, ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_exception_get_starts (TnkException *self)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self), NULL);
  return self->starts;
}

/**
 * tnk_exception_get_ends:
 * @self: an exception
 *
 * Gets the last day.
 *
 * Returns: the day, ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_exception_get_ends (TnkException *self)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self), NULL);
  return self->ends;
}

/**
 * tnk_exception_get_applicant:
 * @self: an exception
 *
 * Gets who applied for it.
 *
 * Returns: the staff number
 *
 * Since: 0.1
 */
const char *
tnk_exception_get_applicant (TnkException *self)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self), NULL);
  return self->applicant;
}

/**
 * tnk_exception_get_approver:
 * @self: an exception
 *
 * Gets who approved it.
 *
 * Returns: the staff number
 *
 * Since: 0.1
 */
const char *
tnk_exception_get_approver (TnkException *self)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self), NULL);
  return self->approver;
}

void
tnk_exception_set_origin (TnkException *self,
                          const char *record_id,
                          const char *revoked)
{
  tnk_set_string (&self->record_id, record_id);
  tnk_set_string (&self->revoked, revoked);
}

/**
 * tnk_exception_get_record_id:
 * @self: an exception
 *
 * Gets the record that permits it.
 *
 * Returns: (nullable): the id, or `NULL` if it is from before there were records
 *
 * Since: 0.1
 */
const char *
tnk_exception_get_record_id (TnkException *self)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self), NULL);
  return self->record_id;
}

/**
 * tnk_exception_get_revoked:
 * @self: an exception
 *
 * Gets whether it was ended before its last day.
 *
 * Returns: (nullable): the first day on which it does not hold any more, ISO 8601, or `NULL` if it was not
 *
 * Since: 0.1
 */
const char *
tnk_exception_get_revoked (TnkException *self)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self), NULL);
  return self->revoked;
}

/**
 * tnk_exception_get_days_left:
 * @self: an exception
 * @day: a day, ISO 8601
 *
 * Counts the days from a day to its last one.
 *
 * Returns: the number: 0 on the last day, negative afterwards; of one that was revoked, to the day before it was
 *
 * Since: 0.1
 */
int
tnk_exception_get_days_left (TnkException *self,
                             const char *day)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self) && day != NULL, 0);
  return self->revoked != NULL ? tnk_day_count (day, self->revoked) - 1 : tnk_day_count (day, self->ends);
}

/**
 * tnk_exception_get_state:
 * @self: an exception
 * @day: a day, ISO 8601
 *
 * Gets what the exception is on a day. The first and the last day belong to it.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
TnkExceptionState
tnk_exception_get_state (TnkException *self,
                         const char *day)
{
  g_return_val_if_fail (TNK_IS_EXCEPTION (self) && day != NULL, TNK_EXCEPTION_STATE_EXPIRED);

  if (self->revoked != NULL && strcmp (day, self->revoked) >= 0)
    return TNK_EXCEPTION_STATE_EXPIRED;
  if (strcmp (day, self->starts) < 0)
    return TNK_EXCEPTION_STATE_AHEAD;
  return strcmp (day, self->ends) <= 0 ? TNK_EXCEPTION_STATE_LIVE : TNK_EXCEPTION_STATE_EXPIRED;
}
