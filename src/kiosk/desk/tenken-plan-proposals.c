/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-plan-proposals.h"

#include <glib/gi18n.h>

#include "tenken-desk-task.h"
#include "tenken-language.h"
#include "tenken-plan-table.h"
#include "tenken-table-window.h"
#include "tenken-wrap-box.h"

typedef struct
{
  char *campaign_id;
  char *department_id;
  char *language;
  gboolean store;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->campaign_id);
  g_free (self->department_id);
  g_free (self->language);
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

  if (self->store)
    return tnk_desk_propose_actions (desk, self->campaign_id, self->department_id, self->language, cancellable, error);
  return tnk_desk_list_proposals (desk, self->campaign_id, self->department_id, self->language, cancellable, error);
}

static void
run (GtkWidget *owner,
     TenkenDesk *desk,
     gboolean store,
     TenkenDeskDone done,
     gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->campaign_id = g_strdup (tenken_desk_get_campaign_id (desk));
  job->department_id = g_strdup (tenken_desk_get_department_id (desk));
  job->language = g_strdup (tenken_language_get ());
  job->store = store;
  tenken_desk_task_run (owner, desk, _ ("The gaps are being counted"), work, job, job_free, (GDestroyNotify) g_ptr_array_unref, done, user_data);
}

/* --- adding them --- */

static void
added (GtkWidget *owner,
       gpointer result,
       const GError *error,
       gpointer user_data)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (owner));
  TenkenDesk *desk = user_data;
  guint n = result != NULL ? ((GPtrArray *) result)->len : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%u action was added", "%u actions were added", n), n);

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("Nothing was added"), error);
    return;
  }
  tenken_desk_say (desk, text);
  tenken_desk_changed (desk);
  gtk_window_destroy (window);
}

static void
add (GtkWidget *button,
     TenkenDesk *desk)
{
  run (button, desk, TRUE, added, desk);
}

/* --- showing them --- */

static GtkWidget *
make_foot (TenkenDesk *desk,
           guint n)
{
  GtkWidget *foot = tenken_wrap_box_new (0, 6), *cancel = gtk_button_new_with_label (n > 0 ? _ ("Cancel") : _ ("Close")), *button;
  g_autofree char *label = g_strdup_printf (ngettext ("Add %u action", "Add %u actions", n), n);

  gtk_widget_set_hexpand (cancel, TRUE);
  gtk_widget_set_halign (cancel, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_visible (button, n > 0);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add), desk, 0);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), cancel);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), button);
  gtk_widget_add_css_class (foot, "dialog-foot");
  return foot;
}

static void
show (GtkWindow *parent,
      TenkenDesk *desk,
      TnkPlanView *view,
      GPtrArray *proposals)
{
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "transient-for", parent, "title", _ ("Actions from the gaps"), NULL);
  GtkWidget *table = tenken_plan_table_new_for_proposals ("plan-proposals", _ ("Actions from the gaps"));

  tenken_table_set_empty_text (TENKEN_TABLE (table), _ ("The plan holds an action for every gap."));
  tenken_plan_table_show (TENKEN_TABLE (table), view, proposals);
  tenken_table_window_fill (ADW_WINDOW (window),
                            _ ("For these gaps the plan holds no action yet, the worst first. Nothing that it holds is doubled or overwritten."),
                            table, make_foot (desk, proposals->len));
  gtk_window_present (GTK_WINDOW (window));
}

static void
listed (GtkWidget *owner,
        gpointer result,
        const GError *error,
        gpointer user_data)
{
  TenkenDesk *desk = g_object_get_data (G_OBJECT (owner), "proposing-desk");

  if (error != NULL)
    tenken_desk_show_error (owner, _ ("The gaps could not be counted"), error);
  else
    show (GTK_WINDOW (gtk_widget_get_root (owner)), desk, g_object_get_data (G_OBJECT (owner), "proposing-view"), result);
}

void
tenken_plan_propose (GtkWidget *owner,
                     TenkenDesk *desk,
                     TnkPlanView *view)
{
  g_return_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk) && TNK_IS_PLAN_VIEW (view));

  g_object_set_data_full (G_OBJECT (owner), "proposing-desk", g_object_ref (desk), g_object_unref);
  g_object_set_data_full (G_OBJECT (owner), "proposing-view", g_object_ref (view), g_object_unref);
  run (owner, desk, FALSE, listed, NULL);
}
