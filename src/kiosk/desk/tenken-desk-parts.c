/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-parts.h"

#include <glib/gi18n.h>

#include "tenken-wrap-box.h"

#define WIDTH 960

GtkWidget *
tenken_desk_text_new (const char *text,
                      const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  return label;
}

GtkWidget *
tenken_desk_heading_new (const char *text,
                         const char *css)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (label, css);
  return label;
}

GtkWidget *
tenken_desk_column_new (int spacing)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing);
}

GtkWidget *
tenken_desk_clamp_new (GtkWidget **column)
{
  GtkWidget *clamp = adw_clamp_new ();

  *column = tenken_desk_column_new (12);
  gtk_widget_add_css_class (*column, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), *column);
  return clamp;
}

GtkWidget *
tenken_desk_scroller_new (GtkWidget **column)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *clamp = tenken_desk_clamp_new (column);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  /* The focus comes to it where there is nothing in it to come to. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Page"), -1);
  return scroller;
}

GtkWidget *
tenken_desk_fact_new (const char *name,
                      const char *value)
{
  GtkWidget *box = tenken_wrap_box_new (0, 12), *label = tenken_desk_text_new (name, "dim-label");
  GtkWidget *text = tenken_desk_text_new (value, NULL);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_size_request (label, 150, -1);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_label_set_width_chars (GTK_LABEL (text), 20);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), label);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), text);
  return box;
}

GtkWidget *
tenken_desk_waiting_new (GtkWidget **waiting)
{
  GtkWidget *place = adw_bin_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12), *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_add_css_class (spinner, "desk-spinner");
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ ("It is being read…")));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (box, FALSE);
  adw_bin_set_child (ADW_BIN (place), box);
  *waiting = box;
  return place;
}

void
tenken_desk_empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

GtkWidget *
tenken_desk_late_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *label = gtk_label_new (NULL), *sign;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  /* The words beside it say the same. */
  sign = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", "dialog-warning-symbolic", NULL);
  gtk_box_append (GTK_BOX (box), sign);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "plan-mark");
  return box;
}
