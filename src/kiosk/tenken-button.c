/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-button.h"

void
tenken_button_wrap (GtkWidget *button)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  g_return_if_fail (GTK_IS_LABEL (label));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
}

void
tenken_button_set_content (GtkWidget *button,
                           GtkWidget *content,
                           const char *name)
{
  g_return_if_fail (GTK_IS_BUTTON (button));

  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
