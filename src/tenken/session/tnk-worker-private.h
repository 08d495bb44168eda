/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One thread that does one job after the other, in the order in which they were pushed. What belongs to the thread (the
 * place) is touched there alone, and cleared there at the end. */
typedef struct _TnkWorker TnkWorker;

/* Does the job of a task and returns its result. */
typedef void (*TnkWorkerFunc) (GTask *task, gpointer place);

TnkWorker *tnk_worker_new (const char *name, gpointer place, GDestroyNotify destroy);
/* Takes the task. After the end it fails with STATE; a task that is cancelled before its turn comes is not done. */
void tnk_worker_push (TnkWorker *self, GTask *task, TnkWorkerFunc func);
/* Takes no more jobs, and waits until all that were pushed are done; on the thread itself it does not wait. */
void tnk_worker_close (TnkWorker *self);
/* Drops the worker. The thread ends by itself after its last job; nobody waits for it. */
void tnk_worker_free (TnkWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TnkWorker, tnk_worker_free)

G_END_DECLS
