/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-committee-frame.h"

#include "tenken-button.h"

static GtkWidget *
make_heading (const char *text,
              const char *css_class,
              int level)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", text, "xalign", 0.0,
                                     "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (heading), GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_widget_add_css_class (heading, css_class);
  return heading;
}

GtkBox *
tenken_committee_frame_make (TenkenDeskPage *page,
                             const char *title)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *outer = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_add_css_class (outer, "page");
  gtk_box_append (GTK_BOX (outer), make_heading (title, "page-title", 1));
  gtk_widget_set_vexpand (box, TRUE);
  gtk_box_append (GTK_BOX (outer), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), outer);
  tenken_desk_page_set_content (page, scroller);
  return GTK_BOX (box);
}

GtkBox *
tenken_committee_frame_add_part (GtkBox *box,
                                 const char *title)
{
  GtkWidget *part = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (box, make_heading (title, "section-title", 2));
  gtk_box_append (box, part);
  return GTK_BOX (part);
}

GtkWidget *
tenken_committee_frame_make_line (const char *text,
                                  gboolean dim)
{
  GtkWidget *line = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (line), 0);
  gtk_label_set_wrap (GTK_LABEL (line), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (line), PANGO_WRAP_WORD_CHAR);
  if (dim)
    gtk_widget_add_css_class (line, "dim-label");
  return line;
}

void
tenken_committee_frame_set_way (GtkWidget *button,
                                const char *place)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", place);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "desk.go");
}

GtkWidget *
tenken_committee_frame_make_way (const char *label,
                                 const char *place)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  tenken_button_wrap (button);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  tenken_committee_frame_set_way (button, place);
  return button;
}

void
tenken_committee_frame_clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}
