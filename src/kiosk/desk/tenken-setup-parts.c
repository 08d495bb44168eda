/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "tenken-catalogs.h"
#include "tenken-committee-frame.h"
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

/* --- what changed since the campaign before --- */

/* NULL: nothing, or there is no campaign to compare with. */
static char *
find_comparison (TenkenSetup *setup)
{
  TnkCampaign *previous = tenken_setup_find_previous (setup);
  g_autofree char *old = NULL, *new = NULL;

  if (previous == NULL)
    return NULL;
  old = tenken_catalogs_name (tnk_campaign_get_catalog (previous));
  new = tenken_catalogs_name (tnk_campaign_get_catalog (tenken_setup_get_campaign (setup)));
  return g_str_equal (old, new) ? NULL : g_strdup_printf ("compare/%s..%s", old, new);
}

static void
update_changes (GtkWidget *box,
                TenkenSetup *setup)
{
  g_autofree char *place = find_comparison (setup);

  if (place != NULL)
    tenken_committee_frame_set_way (gtk_widget_get_first_child (box), place);
  gtk_widget_set_visible (box, place != NULL);
}

static void
setup_changed (TenkenSetup *setup,
               GtkWidget *box)
{
  update_changes (box, setup);
}

GtkWidget *
tenken_setup_changes_new (TenkenSetup *setup)
{
  GtkWidget *box = tenken_desk_column_new (3);

  gtk_box_append (GTK_BOX (box), tenken_committee_frame_make_way (_ ("What changed since the campaign before"), "compare"));
  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (_ ("What you chose here stays as it is; the arrow at the top left leads back."), "dim-label"));
  g_signal_connect_object (setup, "changed", G_CALLBACK (setup_changed), box, 0);
  update_changes (box, setup);
  return box;
}
