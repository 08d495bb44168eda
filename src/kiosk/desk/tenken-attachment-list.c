/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-attachment-list.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-finding-dialogs.h"
#include "tenken-format.h"
#include "tenken-wrap-box.h"

static void
save (GtkWidget *button,
      TenkenDesk *desk)
{
  tenken_attachment_save (button, desk, g_object_get_data (G_OBJECT (button), "audit"), g_object_get_data (G_OBJECT (button), "file"));
}

static GtkWidget *
make_row (TenkenDesk *desk,
          const char *audit_id,
          TnkAttachment *file,
          TenkenAuditPeople *people)
{
  GtkWidget *row = tenken_wrap_box_new (0, 12), *words = tenken_desk_column_new (3), *button = gtk_button_new_with_label (_ ("Save a copy…"));
  g_autofree char *size = g_format_size (tnk_attachment_get_size (file)), *at = tenken_format_moment (tnk_attachment_get_added_at (file));
  g_autofree char *about = g_strdup_printf ("%s · %s · %s", size, at, tenken_audit_people_get (people, tnk_attachment_get_added_by (file)));
  g_autofree char *hash = g_strdup_printf (_ ("SHA-256 %s"), tnk_attachment_get_hash (file));
  g_autofree char *spoken = g_strdup_printf (_ ("Save a copy of %s"), tnk_attachment_get_name (file));

  gtk_box_append (GTK_BOX (words), tenken_desk_text_new (tnk_attachment_get_name (file), "setup-name"));
  gtk_box_append (GTK_BOX (words), tenken_desk_text_new (about, "dim-label"));
  gtk_box_append (GTK_BOX (words), tenken_desk_text_new (hash, "dim-label"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), "audit", g_strdup (audit_id), g_free);
  g_object_set_data_full (G_OBJECT (button), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (save), desk, 0);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (row), words);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (row), button);
  gtk_widget_add_css_class (row, "setup-row");
  return row;
}

GtkWidget *
tenken_attachment_list_new (TenkenDesk *desk,
                            const char *audit_id,
                            GPtrArray *files,
                            TenkenAuditPeople *people)
{
  GtkWidget *box = tenken_desk_column_new (6);

  for (guint i = 0; i < files->len; i++)
    gtk_box_append (GTK_BOX (box), make_row (desk, audit_id, files->pdata[i], people));
  return box;
}
