/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-record-private.h"

G_DEFINE_FINAL_TYPE (TnkRecordEntry, tnk_record_entry, G_TYPE_OBJECT)

static void
tnk_record_entry_finalize (GObject *object)
{
  TnkRecordEntry *self = TNK_RECORD_ENTRY (object);

  g_clear_object (&self->form);
  g_free (self->time);
  g_free (self->day);
  g_free (self->actor);
  g_free (self->actor_name);
  g_free (self->note);
  G_OBJECT_CLASS (tnk_record_entry_parent_class)->finalize (object);
}

static void
tnk_record_entry_class_init (TnkRecordEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_record_entry_finalize;
}

static void
tnk_record_entry_init (TnkRecordEntry *self)
{
}

/**
 * tnk_record_entry_get_step:
 * @self: an entry
 *
 * Gets which step it was.
 *
 * Returns: (transfer none): the step
 *
 * Since: 0.1
 */
TnkFormStep *
tnk_record_entry_get_step (TnkRecordEntry *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_ENTRY (self), NULL);
  return self->step;
}

/**
 * tnk_record_entry_get_time:
 * @self: an entry
 *
 * Gets when it was taken.
 *
 * Returns: ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_record_entry_get_time (TnkRecordEntry *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_ENTRY (self), NULL);
  return self->time;
}

/**
 * tnk_record_entry_get_day:
 * @self: an entry
 *
 * Gets the day on which it was taken.
 *
 * Returns: ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_record_entry_get_day (TnkRecordEntry *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_ENTRY (self), NULL);
  return self->day;
}

/**
 * tnk_record_entry_get_actor:
 * @self: an entry
 *
 * Gets who took it.
 *
 * Returns: the staff number
 *
 * Since: 0.1
 */
const char *
tnk_record_entry_get_actor (TnkRecordEntry *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_ENTRY (self), NULL);
  return self->actor;
}

/**
 * tnk_record_entry_get_actor_name:
 * @self: an entry
 *
 * Gets what he or she was called then.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
tnk_record_entry_get_actor_name (TnkRecordEntry *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_ENTRY (self), NULL);
  return self->actor_name;
}

/**
 * tnk_record_entry_get_note:
 * @self: an entry
 *
 * Gets what was noted.
 *
 * Returns: the note, empty where there is none
 *
 * Since: 0.1
 */
const char *
tnk_record_entry_get_note (TnkRecordEntry *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_ENTRY (self), NULL);
  return self->note;
}
