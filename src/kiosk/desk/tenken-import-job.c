/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-import-job.h"

struct _TenkenImportJob
{
  const TenkenImportVerbs *verbs;
  gpointer order;
  GPtrArray *problems; /* (element-type TnkProblem) */
};

TenkenImportJob *
tenken_import_job_new (const TenkenImportVerbs *verbs,
                       gpointer order)
{
  TenkenImportJob *self = g_atomic_rc_box_new0 (TenkenImportJob);

  self->verbs = verbs;
  self->order = order;
  return self;
}

TenkenImportJob *
tenken_import_job_ref (TenkenImportJob *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
job_clear (gpointer data)
{
  TenkenImportJob *self = data;

  self->verbs->order_free (self->order);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
}

void
tenken_import_job_unref (TenkenImportJob *self)
{
  g_atomic_rc_box_release_full (self, job_clear);
}

gpointer
tenken_import_job_get_order (TenkenImportJob *self)
{
  return self->order;
}

GPtrArray *
tenken_import_job_get_problems (TenkenImportJob *self)
{
  return self->problems;
}

/* --- on the thread of the store --- */

/* Faults of the files are no error: they are shown as a list. */
static gpointer
read_files (TnkDesk *desk,
            gpointer data,
            TnkProgressFunc progress,
            gpointer progress_data,
            GCancellable *cancellable,
            GError **error)
{
  TenkenImportJob *self = data;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) local = NULL;

  if (self->verbs->read (desk, self->order, &problems, progress, progress_data, cancellable, &local))
    return tenken_import_job_ref (self);
  if (problems == NULL || problems->len == 0) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  self->problems = g_steal_pointer (&problems);
  return tenken_import_job_ref (self);
}

static gpointer
apply (TnkDesk *desk,
       gpointer data,
       TnkProgressFunc progress,
       gpointer progress_data,
       GCancellable *cancellable,
       GError **error)
{
  TenkenImportJob *self = data;

  return self->verbs->apply (desk, self->order, progress, progress_data, cancellable, error);
}

void
tenken_import_job_read (TenkenImportJob *self,
                        GtkWidget *owner,
                        TenkenDesk *desk,
                        const char *title,
                        TenkenDeskDone done,
                        gpointer user_data)
{
  tenken_desk_task_run (owner, desk, title, read_files, tenken_import_job_ref (self), (GDestroyNotify) tenken_import_job_unref,
                        (GDestroyNotify) tenken_import_job_unref, done, user_data);
}

void
tenken_import_job_apply (TenkenImportJob *self,
                         GtkWidget *owner,
                         TenkenDesk *desk,
                         const char *title,
                         TenkenDeskDone done,
                         gpointer user_data)
{
  tenken_desk_task_run (owner, desk, title, apply, tenken_import_job_ref (self), (GDestroyNotify) tenken_import_job_unref, g_free, done, user_data);
}
