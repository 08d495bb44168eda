/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-record-private.h"

#include "tnk-day-private.h"

G_DEFINE_FINAL_TYPE (TnkRecordDeadline, tnk_record_deadline, G_TYPE_OBJECT)

static void
tnk_record_deadline_finalize (GObject *object)
{
  TnkRecordDeadline *self = TNK_RECORD_DEADLINE (object);

  g_clear_object (&self->form);
  g_free (self->day);
  g_free (self->done);
  G_OBJECT_CLASS (tnk_record_deadline_parent_class)->finalize (object);
}

static void
tnk_record_deadline_class_init (TnkRecordDeadlineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_record_deadline_finalize;
}

static void
tnk_record_deadline_init (TnkRecordDeadline *self)
{
}

/**
 * tnk_record_deadline_get_deadline:
 * @self: a deadline
 *
 * Gets what has to be done.
 *
 * Returns: (transfer none): the deadline of the form
 *
 * Since: 0.1
 */
TnkFormDeadline *
tnk_record_deadline_get_deadline (TnkRecordDeadline *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_DEADLINE (self), NULL);
  return self->deadline;
}

/**
 * tnk_record_deadline_get_day:
 * @self: a deadline
 *
 * Gets the last day.
 *
 * Returns: (nullable): ISO 8601, or `NULL` for what is due promptly, without a fixed day
 *
 * Since: 0.1
 */
const char *
tnk_record_deadline_get_day (TnkRecordDeadline *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_DEADLINE (self), NULL);
  return self->day;
}

/**
 * tnk_record_deadline_get_done:
 * @self: a deadline
 *
 * Gets when it was done.
 *
 * Returns: (nullable): the day, ISO 8601, or `NULL`
 *
 * Since: 0.1
 */
const char *
tnk_record_deadline_get_done (TnkRecordDeadline *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_DEADLINE (self), NULL);
  return self->done;
}

/**
 * tnk_record_deadline_get_days_left:
 * @self: a deadline
 *
 * Counts the days that are left; of what is done, those that were.
 *
 * Returns: the number, negative past the day; 0 without a fixed day
 *
 * Since: 0.1
 */
int
tnk_record_deadline_get_days_left (TnkRecordDeadline *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_DEADLINE (self), 0);
  return self->days_left;
}

/**
 * tnk_record_deadline_get_state:
 * @self: a deadline
 *
 * Gets how the deadline stands.
 *
 * Returns: the state
 *
 * Since: 0.1
 */
TnkRecordDeadlineState
tnk_record_deadline_get_state (TnkRecordDeadline *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_DEADLINE (self), TNK_RECORD_DEADLINE_DONE);
  return self->state;
}

/* --- finding them --- */

static char *
dup_day (const char *moment)
{
  return g_strndup (moment, 10);
}

/* The day from which it is counted; NULL while there is none. */
static char *
find_reference (TnkRecordSight *sight,
                const TnkFormDeadline *deadline)
{
  TnkRecord *record = sight->record;
  TnkRecordEntry *entry;
  const char *value;

  switch (deadline->after) {
  case TNK_FORM_AFTER_START:
    return g_strdup (record->started);
  case TNK_FORM_AFTER_DAY:
    return g_strdup (deadline->after_id);
  case TNK_FORM_AFTER_STEP:
    entry = tnk_record_find_entry (record, deadline->after_id);
    return entry != NULL ? g_strdup (entry->day) : NULL;
  default:
    value = tnk_record_sight_get_value (sight, tnk_form_lookup_field (record->form, deadline->after_id));
    return *value != '\0' ? dup_day (value) : NULL;
  }
}

static char *
find_day (const TnkFormDeadline *deadline,
          const char *reference)
{
  if (deadline->due == TNK_FORM_DUE_PROMPTLY && !deadline->has_days)
    return NULL;
  return tnk_day_add (reference, deadline->due == TNK_FORM_DUE_AT_ONCE ? 0 : deadline->days);
}

static TnkRecordDeadlineState
judge (TnkRecordDeadline *self)
{
  if (self->done != NULL)
    return TNK_RECORD_DEADLINE_DONE;
  if (self->day == NULL)
    return TNK_RECORD_DEADLINE_NEAR;
  if (self->days_left < 0)
    return TNK_RECORD_DEADLINE_OVERDUE;
  return self->days_left <= self->deadline->ahead ? TNK_RECORD_DEADLINE_NEAR : TNK_RECORD_DEADLINE_AHEAD;
}

static TnkRecordDeadline *
look_at (TnkRecordSight *sight,
         TnkFormDeadline *deadline,
         const char *today)
{
  g_autofree char *reference = find_reference (sight, deadline);
  TnkRecordEntry *entry;
  TnkRecordDeadline *self;

  if (reference == NULL || !tnk_record_sight_holds (sight, deadline->only_if))
    return NULL;
  entry = tnk_record_find_entry (sight->record, tnk_form_step_get_id (deadline->step));
  self = g_object_new (TNK_TYPE_RECORD_DEADLINE, NULL);
  self->form = g_object_ref (sight->record->form);
  self->deadline = deadline;
  self->day = find_day (deadline, reference);
  self->done = entry != NULL ? g_strdup (entry->day) : NULL;
  self->days_left = self->day != NULL ? tnk_day_count (self->done != NULL ? self->done : today, self->day) : 0;
  self->state = judge (self);
  return self;
}

/**
 * tnk_record_list_deadlines:
 * @self: a record
 * @today: the day, ISO 8601
 *
 * Lists what has to be done with a record until when, in the order of the form, with what is done. What is refused or over
 * has nothing left to be done. Days are days of the calendar.
 *
 * Returns: (transfer full) (element-type TnkRecordDeadline): the deadlines that hold
 *
 * Since: 0.1
 */
GPtrArray *
tnk_record_list_deadlines (TnkRecord *self,
                           const char *today)
{
  g_auto (TnkRecordSight) sight = {0};
  GPtrArray *list;
  gboolean over;

  g_return_val_if_fail (TNK_IS_RECORD (self) && today != NULL, NULL);

  list = g_ptr_array_new_with_free_func (g_object_unref);
  over = self->state->kind == TNK_FORM_STATE_KIND_REFUSED || self->state->kind == TNK_FORM_STATE_KIND_ENDED;
  tnk_record_sight_init (&sight, self, today);
  for (guint i = 0; i < self->form->deadlines->len; i++) {
    g_autoptr (TnkRecordDeadline) deadline = look_at (&sight, self->form->deadlines->pdata[i], today);

    if (deadline != NULL && (!over || deadline->state == TNK_RECORD_DEADLINE_DONE))
      g_ptr_array_add (list, g_steal_pointer (&deadline));
  }
  return list;
}
