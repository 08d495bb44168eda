/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-places.h"
#include "tenken-window-private.h"

static void
said (GtkWindow *window,
      const char *text)
{
  tenken_window_say (window, text);
}

/* The own self-check waits until the desk has asked for what it shows first. */
static void
changed (TenkenWindow *self)
{
  if (self->round == NULL && !self->loading) {
    self->loading = TRUE;
    tenken_window_load_round (self);
  }
}

gboolean
tenken_window_open_desk (TenkenWindow *self)
{
  g_autoptr (TenkenDesk) desk = NULL;
  TnkRights rights = tnk_session_get_rights (self->session);

  if (self->kiosk || tenken_desk_places_filter (tenken_desk_places, rights) == TNK_RIGHTS_NONE)
    return FALSE;
  desk = tenken_desk_new (self->session);
  self->desk = TENKEN_DESK_VIEW (g_object_ref_sink (tenken_desk_view_new (desk, tenken_desk_places)));
  g_signal_connect_object (desk, "say", G_CALLBACK (said), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  /* Most people come for their self-check and never need a form: it is read when they do. */
  if (rights == TNK_RIGHTS_OWN)
    return FALSE;
  tenken_desk_refresh (desk);
  tenken_window_show_page (self, GTK_WIDGET (self->desk));
  return TRUE;
}

void
tenken_window_close_desk (TenkenWindow *self)
{
  if (self->desk != NULL)
    tenken_desk_close (tenken_desk_view_get_desk (self->desk));
  g_clear_object (&self->desk);
  self->loading = FALSE;
}

/* Back from the own self-check, which counts in the figures once it is handed in. */
void
tenken_window_show_desk (TenkenWindow *self)
{
  tenken_desk_changed (tenken_desk_view_get_desk (self->desk));
  tenken_window_show_page (self, GTK_WIDGET (self->desk));
}

static void
show_desk (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  tenken_window_show_desk (TENKEN_WINDOW (widget));
}

void
tenken_window_install_desk (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.desk", NULL, show_desk);
}
