/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-step.h"

#include <glib/gi18n.h>

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

GtkWidget *
tenken_step_new (const char *icon_name,
                 const char *text,
                 const char *hint)
{
  GtkWidget *button = gtk_button_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), make_label (text, "home-step"));
  gtk_box_append (GTK_BOX (words), make_label (hint, "results-note"));
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (icon_name));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "results-line");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint, -1);
  return button;
}

/* --- what is left of earlier plans --- */

static gboolean
is_elsewhere (TenkenDesk *desk,
              TnkUnfinished *unfinished)
{
  return g_strcmp0 (tnk_unfinished_get_campaign_id (unfinished), tenken_desk_get_campaign_id (desk)) != 0;
}

static const char *
find_title (TenkenDesk *desk,
            const char *campaign_id)
{
  GPtrArray *campaigns = tenken_desk_get_campaigns (desk);

  for (guint i = 0; campaigns != NULL && i < campaigns->len; i++)
    if (g_str_equal (tnk_campaign_get_id (campaigns->pdata[i]), campaign_id))
      return tnk_campaign_get_title (campaigns->pdata[i]);
  return campaign_id;
}

static void
look_at_plan (TenkenDesk *desk,
              GtkWidget *button)
{
  TnkUnfinished *unfinished = g_object_get_data (G_OBJECT (button), "unfinished");
  gboolean late = tnk_unfinished_get_n_overdue (unfinished) > 0;

  tenken_desk_set_campaign_id (desk, tnk_unfinished_get_campaign_id (unfinished));
  tenken_desk_go (desk, late ? "plan/overdue" : "plan");
}

static GtkWidget *
make_way (TenkenDesk *desk,
          TnkUnfinished *unfinished)
{
  const char *title = find_title (desk, tnk_unfinished_get_campaign_id (unfinished));
  guint n = tnk_unfinished_get_n_actions (unfinished), n_overdue = tnk_unfinished_get_n_overdue (unfinished);
  /* Translators: how many actions, the title of an earlier campaign */
  g_autofree char *text = g_strdup_printf (ngettext ("%u action of the plan of “%s” is not finished", "%u actions of the plan of “%s” are not finished", n), n, title);
  g_autofree char *late = g_strdup_printf (ngettext ("%u of them is overdue: see what is late", "%u of them are overdue: see what is late", n_overdue), n_overdue);
  GtkWidget *button = tenken_step_new (n_overdue > 0 ? "dialog-warning-symbolic" : "document-open-recent-symbolic", text,
                                       n_overdue > 0 ? late : _ ("Open that plan"));

  g_object_set_data_full (G_OBJECT (button), "unfinished", g_object_ref (unfinished), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (look_at_plan), desk, G_CONNECT_SWAPPED);
  return button;
}

gboolean
tenken_step_has_unfinished (TenkenDesk *desk,
                            GPtrArray *unfinished)
{
  for (guint i = 0; i < unfinished->len; i++)
    if (is_elsewhere (desk, unfinished->pdata[i]))
      return TRUE;
  return FALSE;
}

GtkWidget *
tenken_step_list_unfinished (TenkenDesk *desk,
                             GPtrArray *unfinished)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (guint i = 0; i < unfinished->len; i++)
    if (is_elsewhere (desk, unfinished->pdata[i]))
      gtk_box_append (GTK_BOX (list), make_way (desk, unfinished->pdata[i]));
  gtk_widget_add_css_class (list, "card");
  gtk_widget_add_css_class (list, "results-lines");
  gtk_widget_set_visible (list, tenken_step_has_unfinished (desk, unfinished));
  return list;
}
