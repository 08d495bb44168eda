/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-reason-dialog.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct
{
  GWeakRef owner;
  GtkTextBuffer *text;
  TenkenReasonDone done;
  gpointer user_data;
  GDestroyNotify destroy;
} Question;

static void
question_free (gpointer data,
               GClosure *closure)
{
  Question *self = data;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_weak_ref_clear (&self->owner);
  g_object_unref (self->text);
  g_free (self);
}

static char *
dup_text (GtkTextBuffer *buffer)
{
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strstrip (text);
}

static void
answered (AdwMessageDialog *dialog,
          const char *response,
          Question *self)
{
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&self->owner);
  g_autofree char *text = dup_text (self->text);

  if (owner != NULL && g_str_equal (response, "go"))
    self->done (owner, text, self->user_data);
}

static void
changed (GtkTextBuffer *buffer,
         AdwMessageDialog *dialog)
{
  g_autofree char *text = dup_text (buffer);

  adw_message_dialog_set_response_enabled (dialog, "go", *text != '\0');
}

static GtkWidget *
make_field (GtkWidget *view,
            const char *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *window = gtk_scrolled_window_new (), *title = gtk_label_new_with_mnemonic (label);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (title), view);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_REQUIRED, TRUE, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (window, "reason");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), window);
  return box;
}

void
tenken_reason_dialog_ask (GtkWidget *owner,
                          const TenkenReasonWords *words,
                          TenkenReasonDone done,
                          gpointer user_data,
                          GDestroyNotify destroy)
{
  GtkWidget *dialog, *view;
  Question *self;

  g_return_if_fail (GTK_IS_WIDGET (owner) && words != NULL && done != NULL);

  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), words->heading, words->body);
  self = g_new0 (Question, 1);
  g_weak_ref_init (&self->owner, owner);
  self->text = gtk_text_buffer_new (NULL);
  self->done = done;
  self->user_data = user_data;
  self->destroy = destroy;
  view = gtk_text_view_new_with_buffer (self->text);
  gtk_widget_add_css_class (dialog, "desk");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_field (view, words->label));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "go", words->go, NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "go", FALSE);
  g_signal_connect_object (self->text, "changed", G_CALLBACK (changed), dialog, 0);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered), self, question_free, 0);
  gtk_window_set_focus (GTK_WINDOW (dialog), view);
  gtk_window_present (GTK_WINDOW (dialog));
}
