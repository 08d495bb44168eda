/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-action-dialog.h"

#include <glib/gi18n.h>

#include "tenken-action-form.h"
#include "tenken-action-save.h"
#include "tenken-conflict-dialog.h"
#include "tenken-desk-error.h"
#include "tenken-plan-words.h"
#include "tenken-wrap-box.h"

struct _TenkenActionDialog
{
  AdwWindow parent_instance;

  TenkenDesk *desk;
  TnkPlanView *view;
  TnkAction *action; /* as it was read; NULL for a new one */
  gboolean wholly; /* whether the person may change all of it */
  GtkWidget *form;
  GtkWidget *box;
  GtkWidget *fault;
  GtkWidget *save;

  /* While two changes are side by side. */
  TnkAction *mine;
  TnkAction *newer;
  TnkActionField asked[TNK_N_ACTION_FIELDS]; /* in the order of the dialog */
  guint n_asked;
};

G_DEFINE_FINAL_TYPE (TenkenActionDialog, tenken_action_dialog, ADW_TYPE_WINDOW)

static void
show_fault (TenkenActionDialog *self,
            const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->fault), text);
  gtk_widget_set_visible (self->fault, *text != '\0');
}

/* --- two changed it at once --- */

static void
take_decisions (TenkenActionDialog *self,
                TenkenConflictDialog *conflict)
{
  g_autoptr (TnkAction) merged = tnk_action_copy (self->newer);

  for (guint i = 0; i < self->n_asked; i++)
    if (tenken_conflict_dialog_get_side (conflict, i) == TENKEN_SIDE_NEW)
      tnk_action_set (merged, self->asked[i], tnk_action_get (self->mine, self->asked[i]), NULL);
  g_set_object (&self->action, self->newer);
  tenken_action_form_fill (TENKEN_ACTION_FORM (self->form), merged);
  show_fault (self, _ ("This is what was decided. Store it, or go on changing it."));
  gtk_widget_grab_focus (self->save);
}

/* Where only one of the two changed a value, that one is suggested. */
static TenkenSide
suggest (TenkenActionDialog *self,
         TnkActionField field)
{
  const char *base = tnk_action_get (self->action, field);

  if (g_str_equal (tnk_action_get (self->mine, field), base))
    return TENKEN_SIDE_STORED;
  return g_str_equal (tnk_action_get (self->newer, field), base) ? TENKEN_SIDE_NEW : TENKEN_SIDE_NONE;
}

static gboolean
is_asked (TenkenActionDialog *self,
          TnkActionField field)
{
  return field < TNK_ACTION_FIELD_DONE_BY && !g_str_equal (tnk_action_get (self->mine, field), tnk_action_get (self->newer, field));
}

static void
show_conflict (TenkenActionDialog *self,
               TnkAction *newer)
{
  TnkPlan *plan = tnk_plan_view_get_plan (self->view);
  GtkWidget *conflict = tenken_conflict_dialog_new (GTK_WINDOW (self), _ ("Somebody else changed this action"),
                                                    _ ("Nothing was stored yet. Choose for each value which one stays."), _ ("What you typed"));

  g_set_object (&self->newer, newer);
  self->n_asked = 0;
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++) {
    g_autofree char *mine = tenken_plan_word_field (plan, field, tnk_action_get (self->mine, field));
    g_autofree char *theirs = tenken_plan_word_field (plan, field, tnk_action_get (newer, field));

    if (!is_asked (self, field))
      continue;
    self->asked[self->n_asked++] = field;
    tenken_conflict_dialog_add (TENKEN_CONFLICT_DIALOG (conflict), tenken_plan_field_get_name (field), mine, theirs, suggest (self, field));
  }
  g_signal_connect_object (conflict, "decided", G_CALLBACK (take_decisions), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (conflict));
}

/* --- storing --- */

static void
saved (GtkWidget *owner,
       TnkAction *stored,
       TnkAction *newer,
       const GError *error)
{
  TenkenActionDialog *self = TENKEN_ACTION_DIALOG (gtk_widget_get_root (owner));
  g_autofree char *text = error != NULL ? tenken_desk_describe_error (error) : NULL;

  if (newer != NULL) {
    show_conflict (self, newer);
    return;
  }
  if (error != NULL) {
    show_fault (self, text);
    return;
  }
  tenken_desk_say (self->desk, _ ("The action was stored"));
  tenken_desk_changed (self->desk);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
is_unchanged (TenkenActionDialog *self,
              TnkAction *action,
              const char *note)
{
  if (self->action == NULL || note != NULL)
    return FALSE;
  for (guint field = 0; field < TNK_N_ACTION_FIELDS; field++)
    if (!g_str_equal (tnk_action_get (action, field), tnk_action_get (self->action, field)))
      return FALSE;
  return TRUE;
}

static void
save (TenkenActionDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkAction) action = tenken_action_form_make_action (TENKEN_ACTION_FORM (self->form), &error);
  g_autofree char *note = tenken_action_form_dup_note (TENKEN_ACTION_FORM (self->form));

  if (action == NULL) {
    show_fault (self, error->message);
    return;
  }
  if (is_unchanged (self, action, note)) {
    gtk_window_destroy (GTK_WINDOW (self));
    return;
  }
  show_fault (self, "");
  g_set_object (&self->mine, action);
  tenken_action_save (self->box, self->desk, action, self->action, self->wholly, note, saved);
}

/* --- leaving it --- */

static gboolean
has_changes (TenkenActionDialog *self)
{
  g_autoptr (TnkAction) action = tenken_action_form_make_action (TENKEN_ACTION_FORM (self->form), NULL);
  g_autofree char *note = tenken_action_form_dup_note (TENKEN_ACTION_FORM (self->form));

  /* What cannot stand was typed by somebody, but for a new one that nobody has begun. */
  return action != NULL ? !is_unchanged (self, action, note) : self->action != NULL;
}

static void
answered (TenkenActionDialog *self,
          const char *response)
{
  if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
tenken_action_dialog_close_request (GtkWindow *window)
{
  GtkWidget *dialog;

  if (!has_changes (TENKEN_ACTION_DIALOG (window)))
    return GTK_WINDOW_CLASS (tenken_action_dialog_parent_class)->close_request (window);
  dialog = adw_message_dialog_new (window, _ ("Leave without saving?"), _ ("What you changed here is not saved yet."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _ ("Go on changing"), "discard", _ ("Leave"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  gtk_widget_add_css_class (dialog, "desk");
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

static void
save_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  save (TENKEN_ACTION_DIALOG (widget));
}

/* --- the dialog --- */

static void
tenken_action_dialog_finalize (GObject *object)
{
  TenkenActionDialog *self = TENKEN_ACTION_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->view);
  g_clear_object (&self->action);
  g_clear_object (&self->mine);
  g_clear_object (&self->newer);
  G_OBJECT_CLASS (tenken_action_dialog_parent_class)->finalize (object);
}

static void
tenken_action_dialog_class_init (TenkenActionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_action_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tenken_action_dialog_close_request;
  gtk_widget_class_install_action (widget_class, "action.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "action.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
make_foot (TenkenActionDialog *self)
{
  GtkWidget *foot = tenken_wrap_box_new (0, 6), *cancel = gtk_button_new_with_label (_ ("Cancel"));

  self->fault = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->fault), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->fault), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->fault), 0);
  gtk_widget_add_css_class (self->fault, "fault");
  gtk_widget_set_hexpand (self->fault, TRUE);
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_set_hexpand (cancel, TRUE);
  gtk_widget_set_halign (cancel, GTK_ALIGN_END);
  self->save = gtk_button_new_with_label (_ ("Save"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "action.save");
  gtk_widget_add_css_class (self->save, "suggested-action");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), cancel);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), self->save);
  return foot;
}

static void
tenken_action_dialog_init (TenkenActionDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 560);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
}

static void
lay_out (TenkenActionDialog *self)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new (), *foot = make_foot (self), *bottom = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->form);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (bottom, "dialog-foot");
  gtk_box_append (GTK_BOX (bottom), self->fault);
  gtk_box_append (GTK_BOX (bottom), foot);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), bottom);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), self->box);
  adw_window_set_content (ADW_WINDOW (self), outer);
}

GtkWidget *
tenken_action_dialog_new (GtkWindow *parent,
                          TenkenDesk *desk,
                          TnkPlanView *view,
                          TnkAction *action)
{
  TenkenActionDialog *self;
  g_autofree char *title = action != NULL ? g_strdup_printf (_ ("Action %s"), tnk_action_get_id (action)) : g_strdup (_ ("New action"));

  g_return_val_if_fail (TENKEN_IS_DESK (desk) && TNK_IS_PLAN_VIEW (view), NULL);

  self = g_object_new (TENKEN_TYPE_ACTION_DIALOG, "transient-for", parent, "title", title, NULL);
  self->desk = g_object_ref (desk);
  self->view = g_object_ref (view);
  self->action = action != NULL ? g_object_ref (action) : NULL;
  self->wholly = action == NULL || tnk_plan_view_may_change (view, action);
  self->form = tenken_action_form_new (view, action);
  lay_out (self);
  return GTK_WIDGET (self);
}
