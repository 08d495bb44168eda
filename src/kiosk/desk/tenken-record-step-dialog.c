/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-record-step-dialog.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-desk-task.h"
#include "tenken-language.h"
#include "tenken-record-form.h"
#include "tenken-wrap-box.h"

struct _TenkenRecordStepDialog
{
  AdwWindow parent_instance;

  TenkenDesk *desk;
  TnkRecord *record;
  TnkFormStep *step;
  GtkWidget *box;
  GtkWidget *form;
  GtkWidget *note; /* NULL where none is asked for */
  GtkWidget *fault;
};

G_DEFINE_FINAL_TYPE (TenkenRecordStepDialog, tenken_record_step_dialog, ADW_TYPE_WINDOW)

/* What is sent to the thread of the store. */
typedef struct
{
  char *record_id;
  char *step_id;
  guint revision;
  GHashTable *values;
  char *note;
} Errand;

static void
errand_free (gpointer data)
{
  Errand *self = data;

  g_free (self->record_id);
  g_free (self->step_id);
  g_hash_table_unref (self->values);
  g_free (self->note);
  g_free (self);
}

static gpointer
take (TnkDesk *desk,
      gpointer data,
      TnkProgressFunc progress,
      gpointer progress_data,
      GCancellable *cancellable,
      GError **error)
{
  Errand *errand = data;

  return tnk_desk_take_record_step (desk, errand->record_id, errand->revision, errand->step_id, errand->values, errand->note, error);
}

static void
show_fault (TenkenRecordStepDialog *self,
            const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->fault), text);
  gtk_widget_set_visible (self->fault, *text != '\0');
}

static void
taken (GtkWidget *owner,
       gpointer result,
       const GError *error,
       gpointer user_data)
{
  TenkenRecordStepDialog *self = user_data;
  g_autofree char *fault = error != NULL ? tenken_desk_describe_error (error) : NULL;
  g_autofree char *done = NULL;

  if (error != NULL) {
    show_fault (self, fault);
    return;
  }
  done = g_strdup_printf (_ ("Done: %s"), tenken_text (tnk_form_step_get_title (self->step)));
  tenken_desk_say (self->desk, done);
  tenken_desk_changed (self->desk);
  gtk_window_destroy (GTK_WINDOW (self));
}

static char *
dup_note (TenkenRecordStepDialog *self)
{
  GtkTextBuffer *buffer = self->note != NULL ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->note)) : NULL;
  GtkTextIter start, end;

  if (buffer == NULL)
    return NULL;
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static gboolean
is_complete (TenkenRecordStepDialog *self,
             const char *note)
{
  if (tenken_record_form_show_missing (TENKEN_RECORD_FORM (self->form), self->step) > 0) {
    show_fault (self, _ ("Some fields are still to be filled in or mended."));
    return FALSE;
  }
  if (tnk_form_step_get_note (self->step) == TNK_FORM_STEP_NOTE_REQUIRED && *note == '\0') {
    show_fault (self, _ ("Write a note; it is kept with the step."));
    gtk_widget_grab_focus (self->note);
    return FALSE;
  }
  return TRUE;
}

static void
go (TenkenRecordStepDialog *self)
{
  g_autofree char *note = dup_note (self);
  Errand *errand;

  if (!is_complete (self, note))
    return;
  show_fault (self, "");
  errand = g_new0 (Errand, 1);
  errand->record_id = g_strdup (tnk_record_get_id (self->record));
  errand->revision = tnk_record_get_revision (self->record);
  errand->step_id = g_strdup (tnk_form_step_get_id (self->step));
  errand->values = tenken_record_form_dup_values (TENKEN_RECORD_FORM (self->form));
  errand->note = note != NULL && *note != '\0' ? g_steal_pointer (&note) : NULL;
  tenken_desk_task_run (self->box, self->desk, tenken_text (tnk_form_step_get_title (self->step)), take, errand, errand_free, g_object_unref,
                        taken, self);
}

static void
go_action (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  go (TENKEN_RECORD_STEP_DIALOG (widget));
}

/* --- laying it out --- */

static GtkWidget *
make_note (TenkenRecordStepDialog *self)
{
  gboolean required = tnk_form_step_get_note (self->step) == TNK_FORM_STEP_NOTE_REQUIRED;
  GtkWidget *box = tenken_desk_column_new (3), *head = tenken_wrap_box_new (0, 9);

  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), tenken_desk_text_new (_ ("Note"), "form-name"));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (head), tenken_desk_text_new (required ? _ ("Required") : _ ("Can stay empty"), required ? "record-required" : "record-clause"));
  self->note = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->note), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->note), FALSE);
  gtk_widget_add_css_class (self->note, "form-text");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE,
                                  GTK_ACCESSIBLE_PROPERTY_REQUIRED, required, -1);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->note);
  return box;
}

/* What is permitted or not is signed with the name; somebody else's work ends with it. */
static gboolean
is_grave (TnkFormStepKind kind)
{
  return kind == TNK_FORM_STEP_KIND_REFUSE || kind == TNK_FORM_STEP_KIND_WITHDRAW || kind == TNK_FORM_STEP_KIND_END;
}

static GtkWidget *
make_foot (TenkenRecordStepDialog *self)
{
  GtkWidget *bottom = tenken_desk_column_new (6), *foot = tenken_wrap_box_new (0, 6);
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel"));
  GtkWidget *button = gtk_button_new_with_label (tenken_text (tnk_form_step_get_title (self->step)));

  self->fault = tenken_desk_text_new ("", "fault");
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_set_hexpand (cancel, TRUE);
  gtk_widget_set_halign (cancel, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "step.go");
  gtk_widget_add_css_class (button, is_grave (tnk_form_step_get_kind (self->step)) ? "destructive-action" : "suggested-action");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), cancel);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (foot), button);
  gtk_box_append (GTK_BOX (bottom), self->fault);
  gtk_box_append (GTK_BOX (bottom), foot);
  gtk_widget_add_css_class (bottom, "dialog-foot");
  return bottom;
}

static GtkWidget *
make_body (TenkenRecordStepDialog *self,
           const char *today)
{
  TnkText *clause = tnk_form_step_get_clause (self->step);
  GtkWidget *column = tenken_desk_column_new (12);
  g_autofree char *head = g_strdup_printf ("%s　%s", tnk_record_get_id (self->record),
                                           tenken_text (tnk_form_get_title (tnk_record_get_form (self->record))));

  gtk_widget_add_css_class (column, "action-form");
  gtk_box_append (GTK_BOX (column), tenken_desk_heading_new (tenken_text (tnk_form_step_get_title (self->step)), "title-3"));
  gtk_box_append (GTK_BOX (column), tenken_desk_text_new (head, "dim-label"));
  if (clause != NULL) {
    GtkWidget *label = tenken_desk_text_new (tenken_text (clause), "record-clause");

    gtk_widget_set_halign (label, GTK_ALIGN_START);
    gtk_box_append (GTK_BOX (column), label);
  }
  self->form = tenken_record_form_new (self->desk);
  tenken_record_form_show_step (TENKEN_RECORD_FORM (self->form), self->record, self->step, today);
  gtk_box_append (GTK_BOX (column), self->form);
  if (tnk_form_step_get_note (self->step) != TNK_FORM_STEP_NOTE_NONE)
    gtk_box_append (GTK_BOX (column), make_note (self));
  return column;
}

static void
lay_out (TenkenRecordStepDialog *self,
         const char *today)
{
  GtkWidget *outer = tenken_desk_column_new (0), *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->box = tenken_desk_column_new (0);
  adw_clamp_set_child (ADW_CLAMP (clamp), make_body (self, today));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), make_foot (self));
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), self->box);
  adw_window_set_content (ADW_WINDOW (self), outer);
}

static void
tenken_record_step_dialog_dispose (GObject *object)
{
  TenkenRecordStepDialog *self = TENKEN_RECORD_STEP_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_object (&self->record);
  g_clear_object (&self->step);
  G_OBJECT_CLASS (tenken_record_step_dialog_parent_class)->dispose (object);
}

static void
tenken_record_step_dialog_class_init (TenkenRecordStepDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tenken_record_step_dialog_dispose;
  gtk_widget_class_install_action (widget_class, "step.go", NULL, go_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "step.go", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tenken_record_step_dialog_init (TenkenRecordStepDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 480);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
}

GtkWidget *
tenken_record_step_dialog_new (GtkWindow *parent,
                               TenkenDesk *desk,
                               TnkRecord *record,
                               TnkFormStep *step,
                               const char *today)
{
  TenkenRecordStepDialog *self;

  g_return_val_if_fail (TENKEN_IS_DESK (desk) && TNK_IS_RECORD (record) && TNK_IS_FORM_STEP (step), NULL);

  self = g_object_new (TENKEN_TYPE_RECORD_STEP_DIALOG, "transient-for", parent, "title", tenken_text (tnk_form_step_get_title (step)), NULL);
  self->desk = g_object_ref (desk);
  self->record = g_object_ref (record);
  self->step = g_object_ref (step);
  lay_out (self, today);
  return GTK_WIDGET (self);
}
