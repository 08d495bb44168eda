/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-focus.h"

#define BY_KEYS "tenken-focus-by-keys"

static void
set_by_keys (GtkWindow *window,
             gboolean by_keys)
{
  g_object_set_data (G_OBJECT (window), BY_KEYS, GINT_TO_POINTER (by_keys));
  gtk_window_set_focus_visible (window, by_keys);
}

static gboolean
saw_event (GtkEventControllerLegacy *controller,
           GdkEvent *event,
           GtkWindow *window)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_KEY_PRESS)
    set_by_keys (window, TRUE);
  else if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    set_by_keys (window, FALSE);
  return GDK_EVENT_PROPAGATE;
}

static void
visibility_changed (GtkWindow *window)
{
  if (g_object_get_data (G_OBJECT (window), BY_KEYS) != NULL && !gtk_window_get_focus_visible (window))
    gtk_window_set_focus_visible (window, TRUE);
}

void
tenken_focus_keep_visible (GtkWindow *window)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (saw_event), window, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
  g_signal_connect (window, "notify::focus-visible", G_CALLBACK (visibility_changed), NULL);
}
