/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-record-view-private.h"

struct _TnkRecordView
{
  GObject parent_instance;

  TnkRecord *record;
  char *today;
  gboolean may_write;
  GPtrArray *steps; /* (element-type TnkFormStep) */
};

G_DEFINE_FINAL_TYPE (TnkRecordView, tnk_record_view, G_TYPE_OBJECT)

static void
tnk_record_view_finalize (GObject *object)
{
  TnkRecordView *self = TNK_RECORD_VIEW (object);

  g_clear_object (&self->record);
  g_free (self->today);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  G_OBJECT_CLASS (tnk_record_view_parent_class)->finalize (object);
}

static void
tnk_record_view_class_init (TnkRecordViewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tnk_record_view_finalize;
}

static void
tnk_record_view_init (TnkRecordView *self)
{
}

TnkRecordView *
tnk_record_view_new (TnkRecord *record,
                     const TnkActor *actor,
                     const char *today)
{
  TnkRecordView *self = g_object_new (TNK_TYPE_RECORD_VIEW, NULL);

  self->record = g_object_ref (record);
  self->today = g_strdup (today);
  self->may_write = tnk_record_check_writer (record, actor, NULL);
  self->steps = tnk_record_list_steps (record, actor, today);
  return self;
}

/**
 * tnk_record_view_get_record:
 * @self: a view
 *
 * Gets the record.
 *
 * Returns: (transfer none): the record
 *
 * Since: 0.1
 */
TnkRecord *
tnk_record_view_get_record (TnkRecordView *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_VIEW (self), NULL);
  return self->record;
}

/**
 * tnk_record_view_get_today:
 * @self: a view
 *
 * Gets the day on which it was looked at.
 *
 * Returns: ISO 8601
 *
 * Since: 0.1
 */
const char *
tnk_record_view_get_today (TnkRecordView *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_VIEW (self), NULL);
  return self->today;
}

/**
 * tnk_record_view_may_write:
 * @self: a view
 *
 * Tells whether the person may write what the applicant writes, now.
 *
 * Returns: `TRUE` if so
 *
 * Since: 0.1
 */
gboolean
tnk_record_view_may_write (TnkRecordView *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_VIEW (self), FALSE);
  return self->may_write;
}

/**
 * tnk_record_view_get_n_steps:
 * @self: a view
 *
 * Counts the steps that the person may take now.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
tnk_record_view_get_n_steps (TnkRecordView *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_VIEW (self), 0);
  return self->steps->len;
}

/**
 * tnk_record_view_get_step:
 * @self: a view
 * @position: which of them
 *
 * Gets a step that the person may take now.
 *
 * Returns: (transfer none): the step
 *
 * Since: 0.1
 */
TnkFormStep *
tnk_record_view_get_step (TnkRecordView *self,
                          guint position)
{
  g_return_val_if_fail (TNK_IS_RECORD_VIEW (self) && position < self->steps->len, NULL);
  return self->steps->pdata[position];
}

/**
 * tnk_record_view_list_faults:
 * @self: a view
 *
 * Lists what stands in the way of handing it in, see [method@Record.list_faults].
 *
 * Returns: (transfer full) (element-type TnkRecordFault): the faults
 *
 * Since: 0.1
 */
GPtrArray *
tnk_record_view_list_faults (TnkRecordView *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_VIEW (self), NULL);
  return tnk_record_list_faults (self->record, NULL, self->today);
}

/**
 * tnk_record_view_list_deadlines:
 * @self: a view
 *
 * Lists what is due, see [method@Record.list_deadlines].
 *
 * Returns: (transfer full) (element-type TnkRecordDeadline): the deadlines
 *
 * Since: 0.1
 */
GPtrArray *
tnk_record_view_list_deadlines (TnkRecordView *self)
{
  g_return_val_if_fail (TNK_IS_RECORD_VIEW (self), NULL);
  return tnk_record_list_deadlines (self->record, self->today);
}
