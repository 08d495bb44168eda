/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-question.h"

#include <glib/gi18n.h>

typedef struct
{
  TenkenDesk *desk;
  TenkenDeskSure sure;
  gpointer data;
  GDestroyNotify data_free;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *self = data;

  if (self->data != NULL && self->data_free != NULL)
    self->data_free (self->data);
  g_object_unref (self->desk);
  g_free (self);
}

static void
answered (GtkWidget *owner,
          const char *response,
          GtkWidget *dialog)
{
  Asked *self = g_object_get_data (G_OBJECT (dialog), "asked");

  if (g_str_equal (response, "go"))
    self->sure (owner, self->desk, g_steal_pointer (&self->data));
}

void
tenken_desk_question_ask (GtkWidget *owner,
                          TenkenDesk *desk,
                          const TenkenDeskQuestion *question,
                          TenkenDeskSure sure,
                          gpointer data,
                          GDestroyNotify data_free)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (owner)), question->heading, question->body);
  Asked *self = g_new (Asked, 1);

  *self = (Asked){g_object_ref (desk), sure, data, data_free};
  gtk_widget_add_css_class (dialog, "desk");
  if (question->css_class != NULL)
    gtk_widget_add_css_class (dialog, question->css_class);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("Cancel"), "go", question->go, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "go", question->appearance);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "asked", self, asked_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered), owner, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
