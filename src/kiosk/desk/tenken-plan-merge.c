/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-plan-merge.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-desk-task.h"

typedef struct
{
  char *campaign_id;
  char *department_id;
  GPtrArray *ids; /* (element-type utf8); the first one stays */
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_ptr_array_unref (self->ids);
  g_free (self);
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

  for (guint i = 1; i < self->ids->len; i++) {
    g_autoptr (TnkAction) merged =
      tnk_desk_merge_actions (desk, self->campaign_id, self->department_id, self->ids->pdata[0], self->ids->pdata[i], error);

    if (merged == NULL)
      return NULL;
    progress (i, self->ids->len - 1, progress_data);
  }
  return g_strdup (self->ids->pdata[0]);
}

static void
done (GtkWidget *owner,
      gpointer result,
      const GError *error,
      gpointer user_data)
{
  TenkenDesk *desk = user_data;
  g_autofree char *text = NULL;

  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The actions were not merged"), error);
  else {
    text = g_strdup_printf (_ ("Merged into %s"), (char *) result);
    tenken_desk_say (desk, text);
  }
  tenken_desk_changed (desk);
}

const char *
tenken_plan_merge_hindrance (TnkPlanView *view,
                             GPtrArray *actions)
{
  if (actions->len < 2)
    return _ ("Select two or more actions about the same control in the list.");
  for (guint i = 0; i < actions->len; i++) {
    TnkAction *action = g_ptr_array_index (actions, i);

    if (tnk_action_get_control (action) != tnk_action_get_control (actions->pdata[0]))
      return _ ("Only actions about the same control can be merged.");
    if (!tnk_action_status_is_open (tnk_action_get_status (action)))
      return _ ("Only actions that are proposed, planned or under way can be merged.");
    if (!tnk_plan_view_may_change (view, action))
      return _ ("One of them concerns departments that are not yours. Ask the secretariat to merge them.");
  }
  return NULL;
}

static void
answered (GtkWidget *dialog,
          const char *response,
          GtkWidget *owner)
{
  TenkenDesk *desk = g_object_get_data (G_OBJECT (dialog), "desk");
  Job *job;

  if (!g_str_equal (response, "merge"))
    return;
  job = g_new0 (Job, 1);
  job->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  job->department_id = g_strdup (tenken_desk_get_department_id (desk));
  job->ids = g_ptr_array_ref (g_object_get_data (G_OBJECT (dialog), "ids"));
  tenken_desk_task_run (owner, desk, _ ("The actions are being merged"), work, job, job_free, g_free, done, desk);
}

static void
ask (GtkWidget *owner,
     TenkenDesk *desk,
     GPtrArray *actions)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), _ ("Merge into one action?"), NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = 0; i < actions->len; i++) {
    g_ptr_array_add (ids, g_strdup (tnk_action_get_id (actions->pdata[i])));
    if (i > 0)
      g_string_append_printf (others, "%s%s", i > 1 ? ", " : "", tnk_action_get_id (actions->pdata[i]));
  }
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("%s stays, and is about the departments of all of them. %s is withdrawn with a note that says where it went."),
                                  (char *) ids->pdata[0], others->str);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "merge", _ ("Merge"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "merge", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "merge");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  gtk_widget_add_css_class (dialog, "desk");
  g_object_set_data_full (G_OBJECT (dialog), "desk", g_object_ref (desk), g_object_unref);
  g_object_set_data_full (G_OBJECT (dialog), "ids", ids, (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), owner, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
tenken_plan_merge (GtkWidget *owner,
                   TenkenDesk *desk,
                   TnkPlanView *view,
                   GPtrArray *actions)
{
  const char *hindrance;

  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk) && TNK_IS_PLAN_VIEW (view) && actions != NULL);

  hindrance = tenken_plan_merge_hindrance (view, actions);
  if (hindrance != NULL)
    tenken_desk_say (desk, hindrance);
  else
    ask (owner, desk, actions);
}
