/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-saver.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-desk-task.h"
#include "tenken-format.h"

#define DELAY_MS 500

struct _TenkenRecordSaver
{
  AdwBin parent_instance;

  TenkenDesk *desk;
  TenkenRecordForm *form;
  GtkWidget *line;
  guint timer;
  gboolean dirty; /* something was written since the last time that it was sent */
  gboolean sending;
  GWeakRef owner; /* who waits until all is stored */
  TenkenRecordSaved done;
  gpointer user_data;
};

G_DEFINE_FINAL_TYPE (TenkenRecordSaver, tenken_record_saver, ADW_TYPE_BIN)

/* What was sent, and what came back. */
typedef struct
{
  TnkRecord *record;
} Errand;

typedef struct
{
  TnkRecordView *view; /* NULL where somebody else was there before */
  TnkRecord *newer;
} Answer;

static void
errand_free (gpointer data)
{
  Errand *self = data;

  g_object_unref (self->record);
  g_free (self);
}

static void
answer_free (gpointer data)
{
  Answer *self = data;

  g_clear_object (&self->view);
  g_clear_object (&self->newer);
  g_free (self);
}

static gpointer
store (TnkDesk *desk,
       gpointer data,
       TnkProgressFunc progress,
       gpointer progress_data,
       GCancellable *cancellable,
       GError **error)
{
  Errand *errand = data;
  Answer *answer = g_new0 (Answer, 1);
  g_autoptr (GError) local = NULL;

  answer->view = tnk_desk_fill_record (desk, errand->record, &answer->newer, &local);
  if (answer->view != NULL || answer->newer != NULL)
    return answer;
  answer_free (answer);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

/* --- the line --- */

static void
say (TenkenRecordSaver *self,
     const char *text,
     gboolean fault)
{
  gtk_label_set_text (GTK_LABEL (self->line), text);
  if (fault)
    gtk_widget_add_css_class (self->line, "fault");
  else
    gtk_widget_remove_css_class (self->line, "fault");
}

static void
say_stored (TenkenRecordSaver *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = tenken_format_time (now);
  g_autofree char *text = g_strdup_printf (_ ("Saved at %s"), time);

  say (self, text, FALSE);
}

/* --- storing --- */

static void send (TenkenRecordSaver *self);

static void
tell (TenkenRecordSaver *self,
      gboolean stored)
{
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&self->owner);
  TenkenRecordSaved done = self->done;

  self->done = NULL;
  g_weak_ref_set (&self->owner, NULL);
  if (done != NULL && owner != NULL)
    done (owner, stored, self->user_data);
}

static void
fail (TenkenRecordSaver *self,
      const GError *error)
{
  g_autofree char *why = tenken_desk_describe_error (error);
  g_autofree char *text = g_strdup_printf (_ ("Not saved: %s"), why);

  self->dirty = TRUE;
  say (self, text, TRUE);
  tell (self, FALSE);
}

/* The same person wrote in another window. What stands there now is shown; nothing of it is lost. */
static void
give_way (TenkenRecordSaver *self)
{
  self->dirty = FALSE;
  tenken_desk_say (self->desk, _ ("This was changed elsewhere in the meantime. It is shown as it is now."));
  tell (self, FALSE);
  tenken_desk_changed (self->desk);
}

static void
sent (GtkWidget *owner,
      gpointer result,
      const GError *error,
      gpointer user_data)
{
  TenkenRecordSaver *self = user_data;
  Answer *answer = result;

  self->sending = FALSE;
  if (answer == NULL) {
    fail (self, error);
    return;
  }
  if (answer->view == NULL) {
    give_way (self);
    return;
  }
  tenken_record_form_rebase (self->form, tnk_record_view_get_record (answer->view));
  if (self->dirty && (self->done != NULL || self->timer == 0)) {
    send (self);
    return;
  }
  if (!self->dirty)
    say_stored (self);
  tell (self, TRUE);
}

static void
send (TenkenRecordSaver *self)
{
  Errand *errand = g_new0 (Errand, 1);

  g_clear_handle_id (&self->timer, g_source_remove);
  self->dirty = FALSE;
  self->sending = TRUE;
  errand->record = tnk_record_copy (tenken_record_form_get_record (self->form));
  say (self, _ ("Saving…"), FALSE);
  tenken_desk_task_run (self->line, self->desk, _ ("The record is being saved"), store, errand, errand_free, answer_free, sent, self);
}

static gboolean
timed_out (gpointer user_data)
{
  TenkenRecordSaver *self = user_data;

  self->timer = 0;
  if (!self->sending)
    send (self);
  return G_SOURCE_REMOVE;
}

static void
written (TenkenRecordSaver *self)
{
  self->dirty = TRUE;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (DELAY_MS, timed_out, self);
}

void
tenken_record_saver_begin (TenkenRecordSaver *self,
                           gboolean writes)
{
  g_return_if_fail (TENKEN_IS_RECORD_SAVER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  self->dirty = FALSE;
  say (self, writes ? _ ("What you write is saved by itself.") : "", FALSE);
}

void
tenken_record_saver_flush (TenkenRecordSaver *self,
                           GtkWidget *owner,
                           TenkenRecordSaved done,
                           gpointer user_data)
{
  g_return_if_fail (TENKEN_IS_RECORD_SAVER (self) && GTK_IS_WIDGET (owner) && done != NULL);

  g_weak_ref_set (&self->owner, owner);
  self->done = done;
  self->user_data = user_data;
  if (self->sending)
    return;
  if (self->dirty)
    send (self);
  else
    tell (self, TRUE);
}

gboolean
tenken_record_saver_is_busy (TenkenRecordSaver *self)
{
  g_return_val_if_fail (TENKEN_IS_RECORD_SAVER (self), FALSE);
  return self->dirty || self->sending;
}

/* --- the class --- */

/* The page is left: what was typed last goes to the store as well. */
static void
tenken_record_saver_unmap (GtkWidget *widget)
{
  TenkenRecordSaver *self = TENKEN_RECORD_SAVER (widget);

  if (self->dirty && !self->sending && tenken_desk_get_session (self->desk) != NULL)
    send (self);
  GTK_WIDGET_CLASS (tenken_record_saver_parent_class)->unmap (widget);
}

static void
tenken_record_saver_dispose (GObject *object)
{
  TenkenRecordSaver *self = TENKEN_RECORD_SAVER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_weak_ref_set (&self->owner, NULL);
  g_clear_object (&self->desk);
  g_clear_object (&self->form);
  G_OBJECT_CLASS (tenken_record_saver_parent_class)->dispose (object);
}

static void
tenken_record_saver_finalize (GObject *object)
{
  g_weak_ref_clear (&TENKEN_RECORD_SAVER (object)->owner);
  G_OBJECT_CLASS (tenken_record_saver_parent_class)->finalize (object);
}

static void
tenken_record_saver_class_init (TenkenRecordSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_record_saver_dispose;
  G_OBJECT_CLASS (klass)->finalize = tenken_record_saver_finalize;
  GTK_WIDGET_CLASS (klass)->unmap = tenken_record_saver_unmap;
}

static void
tenken_record_saver_init (TenkenRecordSaver *self)
{
  g_weak_ref_init (&self->owner, NULL);
  self->line = tenken_desk_text_new ("", "record-saved");
  adw_bin_set_child (ADW_BIN (self), self->line);
}

GtkWidget *
tenken_record_saver_new (TenkenDesk *desk,
                         TenkenRecordForm *form)
{
  TenkenRecordSaver *self = g_object_new (TENKEN_TYPE_RECORD_SAVER, NULL);

  self->desk = g_object_ref (desk);
  self->form = g_object_ref (form);
  g_signal_connect_object (form, "changed", G_CALLBACK (written), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
