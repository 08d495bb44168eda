/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-import-parts.h"

#include "tenken-button.h"
#include "tenken-desk-parts.h"
#include "tenken-wrap-box.h"

GtkWidget *
tenken_import_box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "import");
  return box;
}

GtkWidget *
tenken_import_fill_new (GtkWidget *box)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

GtkWidget *
tenken_import_buttons_new (void)
{
  return tenken_wrap_box_new (0, 8);
}

GtkWidget *
tenken_import_add_button (GtkWidget *buttons,
                          const char *label,
                          const char *action,
                          const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tenken_button_wrap (button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (buttons), button);
  return button;
}

void
tenken_import_set_text (GtkWidget *label,
                        const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

GtkWidget *
tenken_import_cell_new (gpointer user_data)
{
  GtkWidget *label = tenken_desk_text_new (NULL, NULL);

  gtk_label_set_lines (GTK_LABEL (label), 4);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

void
tenken_import_cell_set (GtkWidget *cell,
                        const char *text)
{
  gtk_label_set_text (GTK_LABEL (cell), text);
  gtk_widget_set_tooltip_text (cell, text);
}
