/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-scroll-keys.h"

static GtkWidget *
find_scroller (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SCROLLED_WINDOW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scroller (child);
  return found;
}

static gboolean
scroll (GtkWidget *page,
        GVariant *parameter,
        gpointer user_data)
{
  GtkWidget *scroller = find_scroller (page);
  gboolean done = FALSE;

  if (scroller != NULL)
    g_signal_emit_by_name (scroller, "scroll-child", g_variant_get_int32 (parameter), FALSE, &done);
  return scroller != NULL;
}

void
tenken_scroll_keys_install (GtkWidgetClass *page_class)
{
  const struct
  {
    guint key;
    GtkScrollType scroll;
  } keys[] = {
    {GDK_KEY_Page_Up, GTK_SCROLL_PAGE_UP},
    {GDK_KEY_KP_Page_Up, GTK_SCROLL_PAGE_UP},
    {GDK_KEY_Page_Down, GTK_SCROLL_PAGE_DOWN},
    {GDK_KEY_KP_Page_Down, GTK_SCROLL_PAGE_DOWN},
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (page_class, keys[i].key, 0, scroll, "i", (gint32) keys[i].scroll);
}
