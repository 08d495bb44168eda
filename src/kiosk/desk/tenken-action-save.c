/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-action-save.h"

#include <glib/gi18n.h>

#include "tenken-desk-task.h"

typedef struct
{
  char *department_id;
  TnkAction *action;
  TnkAction *before; /* NULL: a new one */
  char *note;
  gboolean wholly;
} Job;

typedef struct
{
  TnkAction *stored;
  TnkAction *newer;
} Outcome;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->department_id);
  g_object_unref (self->action);
  g_clear_object (&self->before);
  g_free (self->note);
  g_free (self);
}

static void
outcome_free (gpointer data)
{
  Outcome *self = data;

  g_clear_object (&self->stored);
  g_clear_object (&self->newer);
  g_free (self);
}

/* Whoever may not change the action itself may take it further, or write a note. */
static TnkAction *
save_step (Job *self,
           TnkDesk *desk,
           GError **error)
{
  const char *campaign_id = tnk_campaign_get_id (tnk_action_get_campaign (self->action)), *id = tnk_action_get_id (self->action);
  TnkActionStatus status = tnk_action_get_status (self->action);

  if (status != tnk_action_get_status (self->before))
    return tnk_desk_move_action (desk, campaign_id, self->department_id, id, tnk_action_get_revision (self->before), status, self->note, error);
  return tnk_desk_note_action (desk, campaign_id, self->department_id, id, self->note != NULL ? self->note : "", error);
}

static TnkAction *
save_all (Job *self,
          TnkDesk *desk,
          TnkAction **newer,
          GError **error)
{
  if (self->note != NULL && !tnk_action_add_note (self->action, NULL, NULL, self->note, error))
    return NULL;
  return tnk_desk_save_action (desk, self->department_id, self->action, newer, error);
}

static gpointer
work (TnkDesk *desk,
      gpointer data,
      TnkProgressFunc progress,
      gpointer progress_data,
      GCancellable *cancellable,
      GError **error)
{
  Job *self = data;
  Outcome *outcome = g_new0 (Outcome, 1);

  outcome->stored = self->wholly ? save_all (self, desk, &outcome->newer, error) : save_step (self, desk, error);
  if (outcome->stored != NULL)
    return outcome;
  if (outcome->newer != NULL) {
    g_clear_error (error);
    return outcome;
  }
  outcome_free (outcome);
  return NULL;
}

static void
done (GtkWidget *owner,
      gpointer result,
      const GError *error,
      gpointer user_data)
{
  TenkenActionSaved saved = (TenkenActionSaved) user_data;
  Outcome *outcome = result;

  saved (owner, outcome != NULL ? outcome->stored : NULL, outcome != NULL ? outcome->newer : NULL, error);
}

void
tenken_action_save (GtkWidget *owner,
                    TenkenDesk *desk,
                    TnkAction *action,
                    TnkAction *before,
                    gboolean wholly,
                    const char *note,
                    TenkenActionSaved saved)
{
  Job *job = g_new0 (Job, 1);

  job->department_id = g_strdup (tenken_desk_get_department_id (desk));
  job->action = g_object_ref (action);
  job->before = before != NULL ? g_object_ref (before) : NULL;
  job->note = g_strdup (note);
  job->wholly = wholly;
  tenken_desk_task_run (owner, desk, _ ("The action is being stored"), work, job, job_free, outcome_free, done, saved);
}
