/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-session-desk.h"

#include "tnk-session-private.h"

typedef struct
{
  TnkDeskFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Call;

static void
call_free (gpointer data)
{
  Call *self = data;

  if (self->data_free != NULL)
    self->data_free (self->data);
  g_free (self);
}

static void
do_call (GTask *task,
         gpointer place)
{
  TnkSessionJob *job = g_task_get_task_data (task);
  Call *call = job->call;
  GError *error = NULL;
  TnkDesk *desk = tnk_seat_get_desk (job->seat, place, &error);
  gpointer result = desk != NULL ? call->func (desk, call->data, g_task_get_cancellable (task), &error) : NULL;

  if (error == NULL)
    g_task_return_pointer (task, result, call->result_free);
  else
    g_task_return_error (task, error);
}

/**
 * tnk_session_call_async:
 * @self: a session
 * @func: (scope async) (closure data): what to do
 * @data: (nullable): for @func
 * @data_free: (nullable): frees @data
 * @result_free: (nullable): frees the result if nobody takes it
 * @cancellable: (nullable): calls it off, or stops it
 * @callback: (scope async): hears that it is done
 * @user_data: for @callback
 *
 * Works at the desk of the person who is signed in. Calls of one terminal are done one after the other.
 *
 * Since: 0.1
 */
void
tnk_session_call_async (TnkSession *self,
                        TnkDeskFunc func,
                        gpointer data,
                        GDestroyNotify data_free,
                        GDestroyNotify result_free,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  TnkSessionJob *job;
  Call *call;

  g_return_if_fail (TNK_IS_SESSION (self) && func != NULL);

  call = g_new (Call, 1);
  *call = (Call){func, data, data_free, result_free};
  job = tnk_session_job_new (NULL);
  job->call = call;
  job->call_free = call_free;
  tnk_session_start (self, tnk_session_call_async, job, do_call, cancellable, callback, user_data);
}

/**
 * tnk_session_call_finish: (skip)
 * @self: a session
 * @result: what the callback got
 * @error: return location for an error: that of the function, or [error@Tenken.Error] `REFUSED` or `STORE`
 *
 * Ends the work at a desk.
 *
 * Returns: (transfer full) (nullable): what the function returned; `NULL` with @error set if it failed
 *
 * Since: 0.1
 */
gpointer
tnk_session_call_finish (TnkSession *self,
                         GAsyncResult *result,
                         GError **error)
{
  g_return_val_if_fail (TNK_IS_SESSION (self) && g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}
