/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-desk-parts.h"
#include "tenken-radio.h"
#include "tenken-setup-steps.h"

/* What several steps are made of. */

static void
written (TenkenSetup *setup,
         GtkEditable *entry)
{
  tenken_setup_set_text (setup, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "which")),
                         gtk_editable_get_text (entry));
}

/* An entry that is filled says so twice, the first time while it is empty: that is nothing that was written. */
static void
follow (GtkEditable *entry,
        TenkenSetup *setup)
{
  guint which = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (entry), "which"));
  g_autofree char *text = g_strdup (tenken_setup_get_text (setup, which));

  if (g_str_equal (gtk_editable_get_text (entry), text))
    return;
  g_signal_handlers_block_by_func (entry, written, setup);
  gtk_editable_set_text (entry, text);
  g_signal_handlers_unblock_by_func (entry, written, setup);
}

GtkWidget *
tenken_setup_text_new (TenkenSetup *setup,
                       TenkenSetupText which,
                       const char *name,
                       int width_chars)
{
  GtkWidget *box = tenken_desk_column_new (3), *label = tenken_desk_text_new (name, NULL), *entry = gtk_entry_new ();

  g_object_set_data (G_OBJECT (entry), "which", GUINT_TO_POINTER (which));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), MIN (width_chars, 12));
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width_chars);
  gtk_editable_set_text (GTK_EDITABLE (entry), tenken_setup_get_text (setup, which));
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (written), setup, G_CONNECT_SWAPPED);
  g_signal_connect_object (setup, "changed", G_CALLBACK (follow), entry, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  return box;
}

GtkWidget *
tenken_setup_choice_new (const char *text,
                         const char *detail)
{
  GtkWidget *radio = tenken_radio_new ();
  g_autofree char *both = detail != NULL && *detail != '\0' ? g_strdup_printf ("%s\n%s", text, detail) : g_strdup (text);

  tenken_radio_set_text (TENKEN_RADIO (radio), both);
  gtk_widget_add_css_class (radio, "setup-choice");
  return radio;
}
