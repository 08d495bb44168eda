/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tenken-conflict-dialog.h"
#include "tenken-desk-task.h"
#include "tenken-plan-changes.h"
#include "tenken-plan-import.h"
#include "tenken-plan-words.h"
#include "tenken-table-window.h"
#include "tenken-wrap-box.h"

struct _TenkenPlanPreview
{
  AdwWindow parent_instance;

  TenkenDesk *desk;
  TnkPlanEdits *edits;
  GtkWidget *box;
  GtkWidget *table;
  GtkWidget *state;
  TnkPlanEdit *open; /* whose conflicts are side by side */
};

G_DEFINE_FINAL_TYPE (TenkenPlanPreview, tenken_plan_preview, ADW_TYPE_WINDOW)

/* --- what is to be said --- */

static char *
describe_count (TenkenPlanPreview *self)
{
  guint n = tnk_plan_edits_get_n_edits (self->edits), n_conflicts = tnk_plan_edits_count_conflicts (self->edits);
  g_autoptr (GPtrArray) missing = tnk_plan_edits_list_missing (self->edits);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("The workbook changes or adds %u action.", "The workbook changes or adds %u actions.", n), n);
  if (n_conflicts > 0) {
    g_string_append_c (text, ' ');
    g_string_append_printf (text, ngettext ("%u value was changed here, too, since the workbook was written.", "%u values were changed here, too, since the workbook was written.", n_conflicts), n_conflicts);
  }
  if (missing->len > 0) {
    g_string_append_c (text, ' ');
    g_string_append_printf (text, ngettext ("%u row was taken out; its action stays. To give it up, withdraw it.", "%u rows were taken out; their actions stay. To give them up, withdraw them.", missing->len), missing->len);
  }
  return g_string_free (text, FALSE);
}

static void
update (TenkenPlanPreview *self)
{
  guint n = tnk_plan_edits_count_undecided (self->edits);
  gboolean conflicts = tnk_plan_edits_count_conflicts (self->edits) > 0;
  g_autofree char *state = n > 0 ? g_strdup_printf (ngettext ("%u value is to be decided", "%u values are to be decided", n), n) : g_strdup (conflicts ? _ ("All is decided") : "");

  gtk_label_set_text (GTK_LABEL (self->state), state);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.apply", n == 0 && tnk_plan_edits_get_n_edits (self->edits) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.all", conflicts);
}

/* The lines read anew what was decided about them. */
static void
show_decisions (TenkenPlanPreview *self)
{
  g_autoptr (GListModel) changes = tenken_plan_changes_list (self->edits);

  tenken_table_set_model (TENKEN_TABLE (self->table), changes);
  update (self);
}

/* --- deciding --- */

static const TnkPlanDecision decisions[] = {
  [TENKEN_SIDE_NONE] = TNK_PLAN_DECISION_NONE,
  [TENKEN_SIDE_NEW] = TNK_PLAN_DECISION_SHEET,
  [TENKEN_SIDE_STORED] = TNK_PLAN_DECISION_STORE,
};

static TenkenSide
get_side (TnkPlanEdit *edit,
          guint position)
{
  TnkPlanDecision decision = tnk_plan_edit_get_decision (edit, position);

  return decision == TNK_PLAN_DECISION_SHEET ? TENKEN_SIDE_NEW : decision == TNK_PLAN_DECISION_STORE ? TENKEN_SIDE_STORED
                                                                                                     : TENKEN_SIDE_NONE;
}

static void
take_decisions (TenkenPlanPreview *self,
                TenkenConflictDialog *dialog)
{
  guint place = 0;

  for (guint i = 0; i < tnk_plan_edit_get_n_fields (self->open); i++)
    if (tnk_plan_edit_is_conflict (self->open, i))
      tnk_plan_edit_decide (self->open, i, decisions[tenken_conflict_dialog_get_side (dialog, place++)]);
  show_decisions (self);
  gtk_widget_child_focus (self->table, GTK_DIR_TAB_FORWARD);
}

GtkWidget *
tenken_plan_preview_open (TenkenPlanPreview *self,
                          TnkPlanEdit *edit)
{
  TnkPlan *plan;
  GtkWidget *dialog;
  const char *refusal;
  g_autofree char *text = NULL;

  g_return_val_if_fail (TENKEN_IS_PLAN_PREVIEW (self) && TNK_IS_PLAN_EDIT (edit), NULL);

  plan = tnk_plan_edits_get_plan (self->edits);
  refusal = tnk_plan_edit_get_refusal (edit);
  text = refusal == NULL ? g_strdup (_ ("These values were changed in the sheet and here. Choose for each which one stays."))
                         : g_strdup_printf (_ ("The action went on here since the workbook was written, and what the sheet says does not fit any more (%s)."), refusal);
  dialog = tenken_conflict_dialog_new (GTK_WINDOW (self), tnk_plan_edit_get_where (edit), text, _ ("In the sheet"));
  g_set_object (&self->open, edit);
  for (guint i = 0; i < tnk_plan_edit_get_n_fields (edit); i++) {
    TnkActionField field = tnk_plan_edit_get_field (edit, i);
    g_autofree char *new = tenken_plan_word_field (plan, field, tnk_plan_edit_get_new (edit, i));
    g_autofree char *stored = tenken_plan_word_field (plan, field, tnk_plan_edit_get_stored (edit, i));

    if (tnk_plan_edit_is_conflict (edit, i))
      tenken_conflict_dialog_add (TENKEN_CONFLICT_DIALOG (dialog), tenken_plan_field_get_name (field), new, stored, get_side (edit, i));
  }
  g_signal_connect_object (dialog, "decided", G_CALLBACK (take_decisions), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return dialog;
}

static void
open_change (TenkenPlanPreview *self,
             TenkenPlanChange *change)
{
  if (tenken_plan_change_is_conflict (change))
    tenken_plan_preview_open (self, tenken_plan_change_get_edit (change));
}

static void
decide_all_action (GtkWidget *widget,
                   const char *name,
                   GVariant *side)
{
  TenkenPlanPreview *self = TENKEN_PLAN_PREVIEW (widget);

  tnk_plan_edits_decide_all (self->edits, decisions[g_variant_get_int32 (side)]);
  show_decisions (self);
}

/* --- taking it in --- */

typedef struct
{
  char *department_id;
  TnkPlanEdits *edits;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  g_free (self->department_id);
  g_object_unref (self->edits);
  g_free (self);
}

/* Returns how many, and one more: none is a success, too. */
static gpointer
work (TnkDesk *desk,
      gpointer data,
      TnkProgressFunc progress,
      gpointer progress_data,
      GCancellable *cancellable,
      GError **error)
{
  Job *self = data;
  guint n = 0;

  if (!tnk_desk_apply_plan (desk, self->department_id, self->edits, &n, progress, progress_data, cancellable, error))
    return NULL;
  return GUINT_TO_POINTER (n + 1);
}

static void
done (GtkWidget *owner,
      gpointer result,
      const GError *error,
      gpointer user_data)
{
  TenkenPlanPreview *self = user_data;
  guint n = GPOINTER_TO_UINT (result) - 1;
  g_autofree char *text = NULL;

  if (error != NULL) {
    tenken_desk_show_error (owner, _ ("Nothing was taken in"), error);
    return;
  }
  text = g_strdup_printf (ngettext ("%u action was changed or added", "%u actions were changed or added", n), n);
  tenken_desk_say (self->desk, text);
  tenken_desk_changed (self->desk);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
apply_action (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  TenkenPlanPreview *self = TENKEN_PLAN_PREVIEW (widget);
  Job *job = g_new0 (Job, 1);

  job->department_id = g_strdup (tenken_desk_get_department_id (self->desk));
  job->edits = g_object_ref (self->edits);
  tenken_desk_task_run (self->box, self->desk, _ ("The plan is being changed"), work, job, job_free, NULL, done, self);
}

/* --- the window --- */

static void
tenken_plan_preview_finalize (GObject *object)
{
  TenkenPlanPreview *self = TENKEN_PLAN_PREVIEW (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->edits);
  g_clear_object (&self->open);
  G_OBJECT_CLASS (tenken_plan_preview_parent_class)->finalize (object);
}

static void
tenken_plan_preview_class_init (TenkenPlanPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_plan_preview_finalize;
  gtk_widget_class_install_action (widget_class, "preview.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "preview.all", "i", decide_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tenken_plan_preview_init (TenkenPlanPreview *self)
{
}

static GtkWidget *
add_button (GtkWidget *foot,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), button);
  return button;
}

static GtkWidget *
make_foot (TenkenPlanPreview *self)
{
  GtkWidget *foot = tenken_wrap_box_new (0, 6), *button;

  self->state = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->state), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->state), 0);
  gtk_widget_set_hexpand (self->state, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), self->state);
  button = add_button (foot, _ ("All conflicts as stored"), "preview.all");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", TENKEN_SIDE_STORED);
  button = add_button (foot, _ ("All conflicts as in the sheet"), "preview.all");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", TENKEN_SIDE_NEW);
  add_button (foot, _ ("Cancel"), "window.close");
  button = add_button (foot, _ ("Take in"), "preview.apply");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (foot, "dialog-foot");
  return foot;
}

GtkWidget *
tenken_plan_preview_new (GtkWindow *parent,
                         TenkenDesk *desk,
                         TnkPlanEdits *edits)
{
  TenkenPlanPreview *self = g_object_new (TENKEN_TYPE_PLAN_PREVIEW, "transient-for", parent, "title", _ ("What the workbook changes"), NULL);
  g_autofree char *count = NULL;

  self->desk = g_object_ref (desk);
  self->edits = g_object_ref (edits);
  count = describe_count (self);
  self->table = tenken_plan_changes_table_new (edits);
  g_signal_connect_object (self->table, "open", G_CALLBACK (open_change), self, G_CONNECT_SWAPPED);
  self->box = tenken_table_window_fill (ADW_WINDOW (self), count, self->table, make_foot (self));
  update (self);
  return GTK_WIDGET (self);
}
