/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-task.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What is done sooner than this shows no dialog. */
#define BLINK_MS 300
#define TICK_MS 100

/* How far the work is; both threads hold it. */
typedef struct
{
  GMutex lock;
  guint64 done;
  guint64 total;
} Progress;

typedef struct
{
  TenkenDeskWork work;
  gpointer data;
  GDestroyNotify data_free;
  Progress *progress;
} Job;

/* The side of the main thread. */
typedef struct
{
  GWeakRef owner;
  GWeakRef focus; /* what had the keys when the owner lost them */
  GWeakRef dialog;
  TenkenDesk *desk;
  GtkProgressBar *bar; /* of the dialog */
  char *title;
  Progress *progress;
  GCancellable *cancellable;
  guint tick;
  GDestroyNotify result_free;
  TenkenDeskDone done;
  gpointer user_data;
} Task;

/* --- on the thread of the store --- */

static void
progress_clear (gpointer data)
{
  g_mutex_clear (&((Progress *) data)->lock);
}

static void
progress_unref (Progress *self)
{
  g_atomic_rc_box_release_full (self, progress_clear);
}

static void
note_progress (guint64 done,
               guint64 total,
               gpointer user_data)
{
  Progress *self = user_data;

  g_mutex_lock (&self->lock);
  self->done = done;
  self->total = total;
  g_mutex_unlock (&self->lock);
}

static void
job_free (gpointer data)
{
  Job *self = data;

  if (self->data != NULL && self->data_free != NULL)
    self->data_free (self->data);
  progress_unref (self->progress);
  g_free (self);
}

static gpointer
do_job (TnkDesk *desk,
        gpointer data,
        GCancellable *cancellable,
        GError **error)
{
  Job *self = data;

  return self->work (desk, self->data, note_progress, self->progress, cancellable, error);
}

/* --- the dialog --- */

static void
show_progress (Task *self)
{
  g_autoptr (GtkWindow) dialog = g_weak_ref_get (&self->dialog);
  guint64 done, total;

  if (dialog == NULL)
    return;
  g_mutex_lock (&self->progress->lock);
  done = self->progress->done;
  total = self->progress->total;
  g_mutex_unlock (&self->progress->lock);
  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1.0, (double) done / total));
  else
    gtk_progress_bar_pulse (self->bar);
}

static GtkWidget *
make_dialog (Task *self,
             GtkWindow *window)
{
  GtkWidget *dialog = adw_message_dialog_new (window, self->title, NULL);

  self->bar = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, self->title, -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (self->bar));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "stop", _ ("Stop"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stop");
  gtk_widget_add_css_class (dialog, "desk");
  g_signal_connect_object (dialog, "response", G_CALLBACK (g_cancellable_cancel), self->cancellable, G_CONNECT_SWAPPED);
  return dialog;
}

static void
open_dialog (Task *self)
{
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&self->owner);
  GtkRoot *root = owner != NULL ? gtk_widget_get_root (owner) : NULL;
  GtkWidget *dialog;

  if (!GTK_IS_WINDOW (root) || tenken_desk_get_session (self->desk) == NULL)
    return;
  dialog = make_dialog (self, GTK_WINDOW (root));
  g_weak_ref_set (&self->dialog, dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
tick (gpointer user_data)
{
  show_progress (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
blinked (gpointer user_data)
{
  Task *self = user_data;

  open_dialog (self);
  show_progress (self);
  self->tick = g_timeout_add (TICK_MS, tick, self);
  return G_SOURCE_REMOVE;
}

static void
close_dialog (Task *self)
{
  g_autoptr (GtkWindow) dialog = g_weak_ref_get (&self->dialog);

  g_clear_handle_id (&self->tick, g_source_remove);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
}

/* --- the owner --- */

/* What is insensitive loses the keys; they come back when it is done. */
static void
hold_owner (Task *self,
            GtkWidget *owner)
{
  GtkRoot *root = gtk_widget_get_root (owner);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (focus == owner || gtk_widget_is_ancestor (focus, owner)))
    g_weak_ref_set (&self->focus, focus);
  gtk_widget_set_sensitive (owner, FALSE);
}

static void
release_owner (Task *self,
               GtkWidget *owner)
{
  g_autoptr (GtkWidget) focus = g_weak_ref_get (&self->focus);

  gtk_widget_set_sensitive (owner, TRUE);
  if (focus != NULL && gtk_widget_get_mapped (focus))
    gtk_widget_grab_focus (focus);
}

/* --- the task --- */

static void
task_free (Task *self)
{
  close_dialog (self);
  g_weak_ref_clear (&self->owner);
  g_weak_ref_clear (&self->focus);
  g_weak_ref_clear (&self->dialog);
  g_clear_object (&self->desk);
  g_clear_object (&self->cancellable);
  progress_unref (self->progress);
  g_free (self->title);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Task, task_free)

static void
finished (GObject *source,
          GAsyncResult *async_result,
          gpointer user_data)
{
  g_autoptr (Task) self = user_data;
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&self->owner);
  g_autoptr (GError) error = NULL;
  gpointer result = tnk_session_call_finish (TNK_SESSION (source), async_result, &error);

  close_dialog (self);
  if (owner != NULL) {
    release_owner (self, owner);
    if (tenken_desk_get_session (self->desk) != NULL && self->done != NULL)
      self->done (owner, result, error, self->user_data);
  }
  if (result != NULL && self->result_free != NULL)
    self->result_free (result);
}

static Task *
task_new (GtkWidget *owner,
          TenkenDesk *desk,
          const char *title)
{
  Task *self = g_new0 (Task, 1);

  g_weak_ref_init (&self->owner, owner);
  g_weak_ref_init (&self->focus, NULL);
  g_weak_ref_init (&self->dialog, NULL);
  self->desk = g_object_ref (desk);
  self->title = g_strdup (title);
  self->progress = g_atomic_rc_box_new0 (Progress);
  g_mutex_init (&self->progress->lock);
  self->cancellable = g_cancellable_new ();
  self->tick = g_timeout_add (BLINK_MS, blinked, self);
  return self;
}

void
tenken_desk_task_run (GtkWidget *owner,
                      TenkenDesk *desk,
                      const char *title,
                      TenkenDeskWork work,
                      gpointer data,
                      GDestroyNotify data_free,
                      GDestroyNotify result_free,
                      TenkenDeskDone done,
                      gpointer user_data)
{
  Task *self;
  Job *job;

  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk) && title != NULL && work != NULL);

  if (tenken_desk_get_session (desk) == NULL) {
    if (data != NULL && data_free != NULL)
      data_free (data);
    return;
  }
  self = task_new (owner, desk, title);
  self->result_free = result_free;
  self->done = done;
  self->user_data = user_data;
  job = g_new (Job, 1);
  *job = (Job){work, data, data_free, g_atomic_rc_box_acquire (self->progress)};
  hold_owner (self, owner);
  tnk_session_call_async (tenken_desk_get_session (desk), do_job, job, job_free, result_free, self->cancellable, finished, self);
}
