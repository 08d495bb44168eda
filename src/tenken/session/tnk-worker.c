/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-worker-private.h"

#include "tnk-error.h"

typedef struct
{
  GTask *task; /* NULL: the end */
  TnkWorkerFunc func;
} Job;

/* What the thread and its owner share. */
typedef struct
{
  GAsyncQueue *jobs; /* (element-type Job) */
  gpointer place;
  GDestroyNotify destroy;
} Shared;

struct _TnkWorker
{
  Shared *shared;
  GThread *thread; /* NULL once it was told to end */
};

static void
shared_clear (gpointer data)
{
  g_async_queue_unref (((Shared *) data)->jobs);
}

static void
push_job (Shared *shared,
          GTask *task,
          TnkWorkerFunc func)
{
  Job *job = g_new (Job, 1);

  *job = (Job){task, func};
  g_async_queue_push (shared->jobs, job);
}

/* Does one job; FALSE at the end. */
static gboolean
do_job (Shared *self)
{
  g_autofree Job *job = g_async_queue_pop (self->jobs);

  if (job->task == NULL)
    return FALSE;
  if (!g_task_return_error_if_cancelled (job->task))
    job->func (job->task, self->place);
  g_object_unref (job->task);
  return TRUE;
}

static gpointer
run (gpointer data)
{
  Shared *self = data;

  while (do_job (self))
    continue;
  self->destroy (self->place);
  g_atomic_rc_box_release_full (self, shared_clear);
  return NULL;
}

TnkWorker *
tnk_worker_new (const char *name,
                gpointer place,
                GDestroyNotify destroy)
{
  TnkWorker *self = g_new0 (TnkWorker, 1);

  self->shared = g_atomic_rc_box_new0 (Shared);
  self->shared->jobs = g_async_queue_new ();
  self->shared->place = place;
  self->shared->destroy = destroy;
  self->thread = g_thread_new (name, run, g_atomic_rc_box_acquire (self->shared));
  return self;
}

void
tnk_worker_push (TnkWorker *self,
                 GTask *task,
                 TnkWorkerFunc func)
{
  /* Whether something was done is told as it was, also where it was cancelled a moment too late. */
  g_task_set_check_cancellable (task, FALSE);
  if (self->thread != NULL) {
    push_job (self->shared, task, func);
    return;
  }
  g_task_return_new_error (task, TNK_ERROR, TNK_ERROR_STATE, "this terminal is closed; open it anew");
  g_object_unref (task);
}

/* Tells the thread to end once its jobs are done. */
static GThread *
end (TnkWorker *self)
{
  if (self->thread != NULL)
    push_job (self->shared, NULL, NULL);
  return g_steal_pointer (&self->thread);
}

void
tnk_worker_close (TnkWorker *self)
{
  GThread *thread = end (self);

  if (thread == NULL)
    return;
  if (thread == g_thread_self ())
    g_thread_unref (thread);
  else
    g_thread_join (thread);
}

void
tnk_worker_free (TnkWorker *self)
{
  GThread *thread = end (self);

  g_clear_pointer (&thread, g_thread_unref);
  g_atomic_rc_box_release_full (self->shared, shared_clear);
  g_free (self);
}
