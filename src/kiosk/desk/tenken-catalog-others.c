/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-catalog-others.h"

#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-catalogs.h"
#include "tenken-committee-frame.h"
#include "tenken-language.h"
#include "tenken-wrap-box.h"

static void
look_at (TenkenDesk *desk,
         GtkWidget *button)
{
  g_autofree char *name = tenken_catalogs_name (g_object_get_data (G_OBJECT (button), "catalog"));
  g_autofree char *place = g_strconcat ("catalogs/", name, NULL);

  tenken_desk_go (desk, place);
}

static void
add_other (GtkWidget *line,
           TenkenDesk *desk,
           TnkCatalog *catalog,
           guint n)
{
  /* Translators: a catalog, and in how many of its controls something was found */
  g_autofree char *text = g_strdup_printf (_ ("%s: %u"), tenken_text (tnk_catalog_get_title (catalog)), n);
  GtkWidget *button = gtk_button_new_with_label (text);

  tenken_button_wrap (button);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "catalog-other");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "catalog", g_object_ref (catalog), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (look_at), desk, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (line), button);
}

void
tenken_catalog_others_show (GtkBox *box,
                            TenkenDesk *desk,
                            TnkCatalogIndex *index,
                            TnkCatalogQuery *query,
                            TnkCatalog *shown)
{
  g_autofree guint *counts = g_new0 (guint, tnk_catalog_index_get_n_catalogs (index));
  GtkWidget *line = NULL;

  tenken_committee_frame_clear (box);
  if (query != NULL)
    tnk_catalog_index_count (index, query, counts);
  for (guint i = 0; i < tnk_catalog_index_get_n_catalogs (index); i++) {
    if (counts[i] == 0 || tnk_catalog_index_get_catalog (index, i) == shown)
      continue;
    if (line == NULL)
      line = tenken_wrap_box_new (0, 6);
    add_other (line, desk, tnk_catalog_index_get_catalog (index, i), counts[i]);
  }
  gtk_widget_set_visible (GTK_WIDGET (box), line != NULL);
  if (line == NULL)
    return;
  gtk_box_append (box, tenken_committee_frame_make_line (_ ("Also found in other catalogs:"), TRUE));
  gtk_box_append (box, line);
}
