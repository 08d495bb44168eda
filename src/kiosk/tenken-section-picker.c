/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-section-picker.h"

#include <glib/gi18n.h>

#include "tenken-language.h"

const char *
tenken_section_picker_name (TenkenRound *round,
                            guint part)
{
  TnkSection *section = tenken_round_get_part (round, part)->section;

  return section != NULL ? tenken_text (tnk_section_get_title (section)) : _ ("What should reach you");
}

gboolean
tenken_section_picker_has_roles (TenkenRound *round)
{
  guint last = tenken_round_get_n_parts (round) - 1;

  return tenken_round_get_part (round, 0)->role != tenken_round_get_part (round, last)->role;
}

static GtkWidget *
make_label (const char *text,
            gboolean wrap)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), wrap);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

static GtkWidget *
make_entry (TenkenRound *round,
            guint part)
{
  const char *name = tenken_section_picker_name (round, part);
  g_autofree char *count =
    g_strdup_printf ("%u / %u", tenken_round_count_answered (round, part), tenken_round_count (round, part));
  g_autofree char *spoken = g_strdup_printf ("%s %s", name, count);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *button = gtk_button_new ();
  GtkWidget *label = make_label (name, TRUE);

  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), make_label (count, FALSE));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "picker-entry");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", part);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return button;
}

static GtkWidget *
make_entries (TenkenRound *round)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean roles = tenken_section_picker_has_roles (round);
  TnkRole *role = NULL;

  for (guint part = 0; part < tenken_round_get_n_parts (round); part++) {
    TnkRole *own = tenken_round_get_part (round, part)->role;

    if (roles && own != role) {
      GtkWidget *heading = make_label (tenken_text (tnk_role_get_name (own)), TRUE);
      gtk_widget_add_css_class (heading, "picker-role");
      gtk_box_append (GTK_BOX (box), heading);
    }
    role = own;
    gtk_box_append (GTK_BOX (box), make_entry (round, part));
  }
  return box;
}

GtkWidget *
tenken_section_picker_new (TenkenRound *round)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new (), *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_entries (round));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Sections"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  return button;
}
