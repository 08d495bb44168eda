/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-table-order.h"

#include <glib/gi18n.h>

GtkWidget *
tenken_table_order_new (const TenkenTableColumn *columns,
                        guint n_columns)
{
  g_autoptr (GMenu) menu = g_menu_new (), names = g_menu_new (), direction = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (guint i = 0; i < n_columns; i++) {
    g_autoptr (GMenuItem) item = g_menu_item_new (_ (columns[i].title), NULL);

    g_menu_item_set_action_and_target (item, "table.sort", "s", columns[i].id);
    g_menu_append_item (names, item);
  }
  g_menu_append (direction, _ ("Largest first"), "table.descending");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (names));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Sort"));
  return button;
}
