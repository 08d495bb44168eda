/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-table-window.h"

static GtkWidget *
make_body (const char *text,
           GtkWidget *table)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dialog-body");
  gtk_widget_add_css_class (table, "dialog-table");
  gtk_widget_set_vexpand (table, TRUE);
  gtk_box_append (GTK_BOX (body), label);
  gtk_box_append (GTK_BOX (body), table);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), body);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

GtkWidget *
tenken_table_window_fill (AdwWindow *window,
                          const char *text,
                          GtkWidget *table,
                          GtkWidget *foot)
{
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  g_return_val_if_fail (ADW_IS_WINDOW (window) && text != NULL && GTK_IS_WIDGET (table), box);

  gtk_box_append (GTK_BOX (box), make_body (text, table));
  if (foot != NULL)
    gtk_box_append (GTK_BOX (box), foot);
  gtk_box_append (GTK_BOX (outer), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (outer), box);
  adw_window_set_content (window, outer);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 960, 560);
  gtk_widget_add_css_class (GTK_WIDGET (window), "desk");
  return box;
}
