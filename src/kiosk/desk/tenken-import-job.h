/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-task.h"

G_BEGIN_DECLS

/* What is to be taken in from files: first read on the thread of the store, where either what it would change or every fault comes
 * back, and then applied. */
typedef struct _TenkenImportJob TenkenImportJob;

typedef struct
{
  /* Reads the files that the order names, and keeps in it what they would change. FALSE with the faults of the files, or with an error. */
  gboolean (*read) (TnkDesk *desk, gpointer order, GPtrArray **problems, TnkProgressFunc progress, gpointer progress_data, GCancellable *cancellable, GError **error);
  /* Does what was read, and returns what was done, newly allocated. NULL where that is not done here. */
  char *(*apply) (TnkDesk *desk, gpointer order, TnkProgressFunc progress, gpointer progress_data, GCancellable *cancellable, GError **error);
  GDestroyNotify order_free;
} TenkenImportVerbs;

/* Takes the order. While one of the two is done, the order is the thread's. */
TenkenImportJob *tenken_import_job_new (const TenkenImportVerbs *verbs, gpointer order);
TenkenImportJob *tenken_import_job_ref (TenkenImportJob *self);
void tenken_import_job_unref (TenkenImportJob *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenkenImportJob, tenken_import_job_unref)

gpointer tenken_import_job_get_order (TenkenImportJob *self);
/* (element-type TnkProblem): the faults of the files; NULL where there is none. */
GPtrArray *tenken_import_job_get_problems (TenkenImportJob *self);

/* title: what is done, as for a task. The result is the job. */
void tenken_import_job_read (TenkenImportJob *self, GtkWidget *owner, TenkenDesk *desk, const char *title, TenkenDeskDone done, gpointer user_data);
/* The result is the text of the verb. */
void tenken_import_job_apply (TenkenImportJob *self, GtkWidget *owner, TenkenDesk *desk, const char *title, TenkenDeskDone done, gpointer user_data);

G_END_DECLS
