/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-edit-dialog.h"

#include <glib/gi18n.h>

#include "tenken-day-entry.h"
#include "tenken-desk-parts.h"
#include "tenken-drop-down.h"
#include "tenken-wrap-box.h"

struct _TenkenEditDialog
{
  AdwWindow parent_instance;

  TenkenDesk *desk;
  const TenkenEditVerbs *verbs;
  gpointer user_data;
  GDestroyNotify destroy;
  char *doing;
  char *done;
  gboolean touched;

  GtkWidget *box; /* fields and foot: insensitive while it is stored */
  GtkWidget *fields;
  GtkWidget *fault;
};

G_DEFINE_FINAL_TYPE (TenkenEditDialog, tenken_edit_dialog, ADW_TYPE_WINDOW)

static void
show_fault (TenkenEditDialog *self,
            const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->fault), text);
  gtk_widget_set_visible (self->fault, *text != '\0');
}

/* --- storing --- */

static void
stored (GtkWidget *owner,
        gpointer result,
        const GError *error,
        gpointer user_data)
{
  TenkenEditDialog *self = TENKEN_EDIT_DIALOG (gtk_widget_get_root (owner));
  g_autofree char *text = error != NULL ? tenken_desk_describe_error (error) : NULL;
  g_autoptr (TenkenDesk) desk = NULL;

  if (error != NULL) {
    show_fault (self, text);
    return;
  }
  desk = g_object_ref (self->desk);
  tenken_desk_say (desk, self->done);
  if (self->verbs->stored != NULL)
    self->verbs->stored (desk, result, self->user_data);
  gtk_window_destroy (GTK_WINDOW (self));
  tenken_desk_changed (desk);
}

static void
save (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  TenkenEditDialog *self = TENKEN_EDIT_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  gpointer request = self->verbs->take (self, self->user_data, &error);

  if (request == NULL) {
    show_fault (self, error->message);
    return;
  }
  show_fault (self, "");
  tenken_desk_task_run (self->box, self->desk, self->doing, self->verbs->work, request, self->verbs->request_free,
                        self->verbs->result_free, stored, NULL);
}

/* --- leaving it --- */

static void
answered (TenkenEditDialog *self,
          const char *response)
{
  if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
tenken_edit_dialog_close_request (GtkWindow *window)
{
  GtkWidget *dialog;

  if (!TENKEN_EDIT_DIALOG (window)->touched)
    return GTK_WINDOW_CLASS (tenken_edit_dialog_parent_class)->close_request (window);
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

/* --- the dialog --- */

static void
tenken_edit_dialog_finalize (GObject *object)
{
  TenkenEditDialog *self = TENKEN_EDIT_DIALOG (object);

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_clear_object (&self->desk);
  g_free (self->doing);
  g_free (self->done);
  G_OBJECT_CLASS (tenken_edit_dialog_parent_class)->finalize (object);
}

static void
tenken_edit_dialog_class_init (TenkenEditDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tenken_edit_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tenken_edit_dialog_close_request;
  gtk_widget_class_install_action (widget_class, "edit.save", NULL, save);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "edit.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tenken_edit_dialog_init (TenkenEditDialog *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 720, 560);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
}

static GtkWidget *
make_foot (TenkenEditDialog *self,
           const char *label)
{
  GtkWidget *foot = tenken_desk_column_new (6), *line = tenken_wrap_box_new (0, 6);
  GtkWidget *cancel = gtk_button_new_with_label (_ ("Cancel")), *go = gtk_button_new_with_label (label);

  self->fault = tenken_desk_text_new (NULL, "fault");
  gtk_widget_set_visible (self->fault, FALSE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  gtk_widget_set_hexpand (cancel, TRUE);
  gtk_widget_set_halign (cancel, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (go), "edit.save");
  gtk_widget_add_css_class (go, "suggested-action");
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), cancel);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), go);
  gtk_widget_add_css_class (foot, "dialog-foot");
  gtk_box_append (GTK_BOX (foot), self->fault);
  gtk_box_append (GTK_BOX (foot), line);
  return foot;
}

static void
lay_out (TenkenEditDialog *self,
         const char *save_label)
{
  GtkWidget *outer = tenken_desk_column_new (0), *scroller = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();

  self->box = tenken_desk_column_new (0);
  self->fields = tenken_desk_column_new (6);
  gtk_widget_add_css_class (self->fields, "action-form");
  adw_clamp_set_child (ADW_CLAMP (clamp), self->fields);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  /* Where there is nothing to fill in, the keys go to it. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, gtk_window_get_title (GTK_WINDOW (self)), -1);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_box_append (GTK_BOX (self->box), make_foot (self, save_label));
  gtk_widget_set_vexpand (self->box, TRUE);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), self->box);
  adw_window_set_content (ADW_WINDOW (self), outer);
}

TenkenEditDialog *
tenken_edit_dialog_new (GtkWidget *owner,
                        TenkenDesk *desk,
                        const TenkenEditWords *words,
                        const TenkenEditVerbs *verbs,
                        gpointer user_data,
                        GDestroyNotify destroy)
{
  TenkenEditDialog *self;

  g_return_val_if_fail (GTK_IS_WIDGET (owner) && TENKEN_IS_DESK (desk) && words != NULL && verbs != NULL, NULL);

  self = g_object_new (TENKEN_TYPE_EDIT_DIALOG, "transient-for", gtk_widget_get_root (owner), "title", words->title, NULL);
  self->desk = g_object_ref (desk);
  self->verbs = verbs;
  self->user_data = user_data;
  self->destroy = destroy;
  self->doing = g_strdup (words->doing);
  self->done = g_strdup (words->done);
  lay_out (self, words->save);
  return self;
}

TenkenDesk *
tenken_edit_dialog_get_desk (TenkenEditDialog *self)
{
  g_return_val_if_fail (TENKEN_IS_EDIT_DIALOG (self), NULL);
  return self->desk;
}

gpointer
tenken_edit_dialog_get_user_data (TenkenEditDialog *self)
{
  g_return_val_if_fail (TENKEN_IS_EDIT_DIALOG (self), NULL);
  return self->user_data;
}

void
tenken_edit_dialog_touch (TenkenEditDialog *self)
{
  g_return_if_fail (TENKEN_IS_EDIT_DIALOG (self));
  self->touched = TRUE;
}

/* --- fields --- */

static void
watch (TenkenEditDialog *self,
       gpointer what,
       const char *signal)
{
  g_signal_connect_object (what, signal, G_CALLBACK (tenken_edit_dialog_touch), self, G_CONNECT_SWAPPED);
}

void
tenken_edit_dialog_add_heading (TenkenEditDialog *self,
                                const char *text)
{
  g_return_if_fail (TENKEN_IS_EDIT_DIALOG (self));
  gtk_box_append (GTK_BOX (self->fields), tenken_desk_heading_new (text, "heading"));
}

GtkWidget *
tenken_edit_dialog_add_note (TenkenEditDialog *self,
                             const char *text,
                             const char *css)
{
  GtkWidget *label;

  g_return_val_if_fail (TENKEN_IS_EDIT_DIALOG (self), NULL);

  label = tenken_desk_text_new (text, css);
  gtk_box_append (GTK_BOX (self->fields), label);
  return label;
}

void
tenken_edit_dialog_add_widget (TenkenEditDialog *self,
                               GtkWidget *widget)
{
  g_return_if_fail (TENKEN_IS_EDIT_DIALOG (self) && GTK_IS_WIDGET (widget));
  gtk_box_append (GTK_BOX (self->fields), widget);
}

GtkWidget *
tenken_edit_dialog_add (TenkenEditDialog *self,
                        const char *name,
                        GtkWidget *widget)
{
  g_return_val_if_fail (TENKEN_IS_EDIT_DIALOG (self) && GTK_IS_WIDGET (widget), NULL);

  tenken_edit_dialog_add_note (self, name, "form-name");
  gtk_box_append (GTK_BOX (self->fields), widget);
  return widget;
}

GtkWidget *
tenken_edit_dialog_add_entry (TenkenEditDialog *self,
                              const char *name,
                              const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  watch (self, entry, "changed");
  return tenken_edit_dialog_add (self, name, entry);
}

GtkWidget *
tenken_edit_dialog_add_text (TenkenEditDialog *self,
                             const char *name,
                             const char *text)
{
  GtkWidget *view = gtk_text_view_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_buffer_set_text (buffer, text != NULL ? text : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE, -1);
  gtk_widget_add_css_class (view, "form-text");
  watch (self, buffer, "changed");
  return tenken_edit_dialog_add (self, name, view);
}

GtkWidget *
tenken_edit_dialog_add_day (TenkenEditDialog *self,
                            const char *name,
                            const char *day,
                            const char *today)
{
  GtkWidget *entry = tenken_day_entry_new (name);

  tenken_day_entry_set_day (TENKEN_DAY_ENTRY (entry), day != NULL ? day : "", today);
  watch (self, entry, "changed");
  return tenken_edit_dialog_add (self, name, entry);
}

GtkWidget *
tenken_edit_dialog_add_choice (TenkenEditDialog *self,
                               const char *name,
                               const char *const *words,
                               guint chosen)
{
  GtkWidget *list = tenken_drop_down_new (gtk_string_list_new (words), name);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (list), chosen);
  gtk_widget_set_halign (list, GTK_ALIGN_START);
  watch (self, list, "notify::selected");
  return tenken_edit_dialog_add (self, name, list);
}

char *
tenken_edit_dup_text (GtkWidget *field)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (field) || GTK_IS_EDITABLE (field), NULL);

  if (GTK_IS_EDITABLE (field))
    return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field))));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}
