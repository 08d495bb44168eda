/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-drop-down.h"

#include <glib/gi18n.h>

/* The word that is shown in the button is a thing of its own in GTK, to which a screen reader would come without learning what it is. */
static void
skip_items (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    if (g_str_equal (G_OBJECT_TYPE_NAME (child), "GtkListItemWidget"))
      gtk_widget_set_focusable (child, FALSE);
    skip_items (child);
  }
}

static void
name_button (GtkDropDown *list,
             GParamSpec *pspec,
             GtkWidget *button)
{
  const char *name = g_object_get_data (G_OBJECT (list), "name");
  GObject *item = gtk_drop_down_get_selected_item (list);
  g_autofree char *text = NULL;

  /* Translators: what is chosen, and the word that is chosen: "Status: planned" */
  if (item != NULL)
    text = g_strdup_printf (_ ("%s: %s"), name, gtk_string_object_get_string (GTK_STRING_OBJECT (item)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : name, -1);
}

GtkWidget *
tenken_drop_down_new (GtkStringList *words,
                      const char *name)
{
  GtkWidget *list = gtk_drop_down_new (G_LIST_MODEL (words), NULL);
  GtkWidget *button = gtk_widget_get_first_child (list);

  g_assert (GTK_IS_TOGGLE_BUTTON (button));
  g_object_set_data_full (G_OBJECT (list), "name", g_strdup (name), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (list, "notify::selected-item", G_CALLBACK (name_button), button, 0);
  name_button (GTK_DROP_DOWN (list), NULL, button);
  skip_items (button);
  return list;
}
