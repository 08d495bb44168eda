/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-language.h"
#include "tenken-radio.h"
#include "tenken-setup-steps.h"
#include "tenken-wrap-box.h"

/* The first step: on which catalog, under which name, like which other campaign. */

#define TENKEN_TYPE_SETUP_CATALOG (tenken_setup_catalog_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSetupCatalog, tenken_setup_catalog, TENKEN, SETUP_CATALOG, AdwBin)

struct _TenkenSetupCatalog
{
  AdwBin parent_instance;

  TenkenSetup *setup;
  GtkWidget *likes; /* NULL where there is no other campaign, or one is changed */
  GtkWidget *catalogs;
};

G_DEFINE_FINAL_TYPE (TenkenSetupCatalog, tenken_setup_catalog, ADW_TYPE_BIN)

static void
tenken_setup_catalog_dispose (GObject *object)
{
  g_clear_object (&TENKEN_SETUP_CATALOG (object)->setup);
  G_OBJECT_CLASS (tenken_setup_catalog_parent_class)->dispose (object);
}

static void
tenken_setup_catalog_class_init (TenkenSetupCatalogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_setup_catalog_dispose;
}

static void
tenken_setup_catalog_init (TenkenSetupCatalog *self)
{
}

static gpointer
get_object (GtkWidget *radio)
{
  return g_object_get_data (G_OBJECT (radio), "object");
}

static void
mark (GtkWidget *box,
      gpointer chosen)
{
  for (GtkWidget *radio = gtk_widget_get_first_child (box); radio != NULL; radio = gtk_widget_get_next_sibling (radio))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (radio), get_object (radio) == chosen);
}

static gpointer
find_like (TenkenSetupCatalog *self)
{
  GPtrArray *campaigns = tenken_setup_get_campaigns (self->setup);
  const char *like = tenken_setup_get_like (self->setup);

  for (guint i = 0; like != NULL && i < campaigns->len; i++)
    if (g_str_equal (tnk_campaign_get_id (campaigns->pdata[i]), like))
      return campaigns->pdata[i];
  return NULL;
}

static void
chose_like (TenkenSetupCatalog *self,
            GtkWidget *radio)
{
  if (get_object (radio) != find_like (self))
    tenken_setup_set_like (self->setup, get_object (radio));
}

static void
chose_catalog (TenkenSetupCatalog *self,
               GtkWidget *radio)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);

  if (campaign == NULL || get_object (radio) != tnk_campaign_get_catalog (campaign))
    tenken_setup_set_catalog (self->setup, get_object (radio));
}

static void
add_choice (TenkenSetupCatalog *self,
            GtkWidget *box,
            gpointer object,
            const char *text,
            const char *detail,
            GCallback chosen)
{
  GtkWidget *radio = tenken_setup_choice_new (text, detail), *first = gtk_widget_get_first_child (box);

  g_object_set_data (G_OBJECT (radio), "object", object);
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (radio), GTK_CHECK_BUTTON (first));
  g_signal_connect_object (radio, "chosen", chosen, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), radio);
}

static void
fill_catalogs (TenkenSetupCatalog *self)
{
  GPtrArray *catalogs = tenken_setup_get_catalogs (self->setup);

  tenken_desk_empty_box (self->catalogs);
  for (guint i = 0; i < catalogs->len; i++) {
    TnkCatalog *catalog = catalogs->pdata[i];
    g_autofree char *detail = NULL;

    /* Translators: publisher, edition, number of controls of a catalog */
    detail = g_strdup_printf (ngettext ("%s, edition %s, %u control", "%s, edition %s, %u controls",
                                        tnk_catalog_get_n_controls (catalog)),
                              tenken_text (tnk_catalog_get_publisher (catalog)), tnk_catalog_get_edition (catalog),
                              tnk_catalog_get_n_controls (catalog));
    add_choice (self, self->catalogs, catalog, tenken_text (tnk_catalog_get_title (catalog)), detail, G_CALLBACK (chose_catalog));
  }
}

static void
fill_likes (TenkenSetupCatalog *self)
{
  GPtrArray *campaigns = tenken_setup_get_campaigns (self->setup);

  add_choice (self, self->likes, NULL, _ ("From the beginning"), NULL, G_CALLBACK (chose_like));
  for (guint i = campaigns->len; i-- > 0;) {
    g_autofree char *text = g_strdup_printf (_ ("Like “%s”"), tnk_campaign_get_title (campaigns->pdata[i]));

    add_choice (self, self->likes, campaigns->pdata[i], text, _ ("with what it adopted, left out and whom it asked"),
                G_CALLBACK (chose_like));
  }
}

static void
update (TenkenSetupCatalog *self)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (self->catalogs); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  if (n != tenken_setup_get_catalogs (self->setup)->len)
    fill_catalogs (self);
  mark (self->catalogs, campaign != NULL ? tnk_campaign_get_catalog (campaign) : NULL);
  if (self->likes != NULL)
    mark (self->likes, find_like (self));
}

static GtkWidget *
make_group (GtkWidget *column,
            const char *title)
{
  GtkWidget *heading = tenken_desk_heading_new (title, "section-title");
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  gtk_box_append (GTK_BOX (column), heading);
  gtk_box_append (GTK_BOX (column), box);
  return box;
}

static GtkWidget *
make_names (TenkenSetup *setup)
{
  GtkWidget *box = tenken_wrap_box_new (0, 18), *id, *title;

  id = tenken_setup_text_new (setup, TENKEN_SETUP_TEXT_ID, _ ("Id, such as 2026"), 12);
  title = tenken_setup_text_new (setup, TENKEN_SETUP_TEXT_TITLE, _ ("Title that people see"), 40);
  gtk_widget_set_sensitive (id, tenken_setup_get_changing (setup) == NULL);
  gtk_widget_set_hexpand (title, TRUE);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), id);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), title);
  return box;
}

GtkWidget *
tenken_setup_catalog_new (TenkenSetup *setup)
{
  TenkenSetupCatalog *self = g_object_new (TENKEN_TYPE_SETUP_CATALOG, NULL);
  GtkWidget *column, *clamp = tenken_desk_clamp_new (&column);

  self->setup = g_object_ref (setup);
  adw_bin_set_child (ADW_BIN (self), clamp);
  gtk_box_append (GTK_BOX (column), make_names (setup));
  if (tenken_setup_get_changing (setup) == NULL && tenken_setup_get_campaigns (setup)->len > 0) {
    self->likes = make_group (column, _ ("Where to begin"));
    fill_likes (self);
  }
  self->catalogs = make_group (column, _ ("Catalog of rules"));
  gtk_box_append (GTK_BOX (column), tenken_setup_changes_new (setup));
  g_signal_connect_object (setup, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
