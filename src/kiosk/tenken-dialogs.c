/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-dialogs.h"

#include <glib/gi18n.h>

static void
leave_answered (GtkWidget *window,
                const char *response,
                AdwMessageDialog *dialog)
{
  if (g_str_equal (response, "leave"))
    gtk_widget_activate_action (window, g_object_get_data (G_OBJECT (dialog), "action"), NULL);
}

void
tenken_dialogs_ask_to_leave (GtkWindow *window,
                             const char *action)
{
  GtkWidget *dialog = adw_message_dialog_new (window, _ ("Leave for now?"),
                                              _ ("Your answers are kept. Next time you go on where you are."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _ ("Stay"), "leave", _ ("Leave"), NULL);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "leave");
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave", ADW_RESPONSE_SUGGESTED);
  g_object_set_data_full (G_OBJECT (dialog), "action", g_strdup (action), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (leave_answered), window, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What stands over a window; NULL if nothing does. */
static GtkWindow *
find_over (GtkWindow *window)
{
  g_autoptr (GList) toplevels = gtk_window_list_toplevels ();

  for (GList *other = toplevels; other != NULL; other = other->next)
    if (gtk_window_get_transient_for (other->data) == window)
      return other->data;
  return NULL;
}

void
tenken_dialogs_close (GtkWindow *window)
{
  GtkWindow *over;

  while ((over = find_over (window)) != NULL) {
    tenken_dialogs_close (over);
    gtk_window_destroy (over);
  }
}
