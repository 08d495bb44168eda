/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-catalog-control-ways.h"

#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-catalog-control-text.h"
#include "tenken-catalog-words.h"
#include "tenken-committee-frame.h"
#include "tenken-desk-places.h"
#include "tenken-language.h"

/* There may be a dozen of them. */
static void
quieten (GtkWidget *button)
{
  GtkLabel *label = GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_label_set_justify (label, GTK_JUSTIFY_LEFT);
  gtk_label_set_max_width_chars (label, 40);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "catalog-way");
}

GtkWidget *
tenken_catalog_control_make_way (const char *label,
                                 const char *place)
{
  GtkWidget *way = tenken_committee_frame_make_way (label, place);

  quieten (way);
  return way;
}

/* --- other catalogs --- */

static void
add_reference (GtkBox *part,
               TnkCatalog *other,
               TnkCrossReference *reference)
{
  TnkControl *control = tnk_catalog_lookup_control (other, tnk_cross_reference_get_to (reference));
  g_autofree char *name = tenken_catalogs_name (other), *place = NULL, *label = NULL;
  TnkText *note = tnk_cross_reference_get_note (reference);

  if (control == NULL)
    return;
  place = g_strdup_printf ("catalog-control/%s@%s", tnk_control_get_id (control), name);
  /* Translators: how it stands to another control; the clause and the title of that one */
  label = g_strdup_printf (_ ("%s: %s %s"), tenken_catalog_words_relation (tnk_cross_reference_get_relation (reference)),
                           tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
  gtk_box_append (part, tenken_catalog_control_make_way (label, place));
  if (note != NULL)
    gtk_box_append (part, tenken_catalog_control_make_line (tenken_text (note), TRUE));
}

static void
add_reason (GtkBox *part,
            TnkCrossReferences *references,
            const char *id)
{
  TnkText *note = tnk_cross_references_get_reason_note (references, id);
  const char *reason = tnk_cross_references_get_reason (references, id);

  gtk_box_append (part, tenken_catalog_control_make_line (note != NULL ? tenken_text (note) : tenken_catalog_words_reason (reason), FALSE));
}

static void
add_other_catalog (GtkBox *part,
                   TnkControl *control,
                   TnkCatalog *other,
                   TnkCrossReferences *references)
{
  const char *id = tnk_control_get_id (control);
  g_autoptr (GPtrArray) list = tnk_cross_references_list_from (references, id);

  if (list->len == 0 && tnk_cross_references_get_reason (references, id) == NULL)
    return;
  gtk_box_append (part, tenken_catalog_control_make_line (tenken_text (tnk_catalog_get_title (other)), TRUE));
  for (guint i = 0; i < list->len; i++)
    add_reference (part, other, list->pdata[i]);
  if (list->len == 0)
    add_reason (part, references, id);
}

void
tenken_catalog_control_add_references (GtkBox *box,
                                       TnkControl *control,
                                       GPtrArray *others,
                                       GPtrArray *references)
{
  GtkBox *part;

  if (others->len == 0)
    return;
  part = tenken_committee_frame_add_part (box, _ ("In other catalogs"));
  for (guint i = 0; i < others->len; i++)
    add_other_catalog (part, control, others->pdata[i], references->pdata[i]);
  if (gtk_widget_get_first_child (GTK_WIDGET (part)) == NULL)
    gtk_box_append (part, tenken_catalog_control_make_line (_ ("No control of another catalog refers to this one."), TRUE));
}

/* --- other editions --- */

/* The catalog that this one revises, or that revises it; NULL if it is not on this machine. */
static TnkCatalog *
find_edition (TenkenCatalogs *catalogs,
              TnkCatalog *catalog,
              gboolean later)
{
  TnkCatalogIndex *index = tenken_catalogs_get_index (catalogs);

  if (!later)
    return tnk_catalog_get_revised_id (catalog) != NULL
             ? tenken_catalogs_find (catalogs, tnk_catalog_get_revised_id (catalog), tnk_catalog_get_revised_edition (catalog))
             : NULL;
  for (guint i = 0; i < tnk_catalog_index_get_n_catalogs (index); i++) {
    TnkCatalog *other = tnk_catalog_index_get_catalog (index, i);

    if (g_strcmp0 (tnk_catalog_get_revised_id (other), tnk_catalog_get_id (catalog)) == 0 &&
        g_strcmp0 (tnk_catalog_get_revised_edition (other), tnk_catalog_get_edition (catalog)) == 0)
      return other;
  }
  return NULL;
}

static void
add_control_way (GtkBox *part,
                 TnkCatalog *catalog,
                 TnkControl *control)
{
  g_autofree char *name = tenken_catalogs_name (catalog);
  g_autofree char *place = g_strdup_printf ("catalog-control/%s@%s", tnk_control_get_id (control), name);
  g_autofree char *label = g_strdup_printf ("%s %s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));

  gtk_box_append (part, tenken_catalog_control_make_way (label, place));
}

static void
add_comparison (GtkBox *part,
                TenkenDesk *desk,
                TnkCatalog *old_catalog,
                TnkCatalog *new_catalog)
{
  g_autofree char *old_name = tenken_catalogs_name (old_catalog), *new_name = tenken_catalogs_name (new_catalog);
  g_autofree char *place = g_strdup_printf ("compare/%s..%s", old_name, new_name);

  if (tenken_desk_places_find (tenken_desk_places, tenken_desk_get_office (desk), "compare") != NULL)
    gtk_box_append (part, tenken_catalog_control_make_way (_ ("Compare the two editions"), place));
}

/* What the control was in the edition before. */
static void
add_earlier (GtkBox *part,
             TenkenDesk *desk,
             TnkCatalog *before,
             TnkCatalog *catalog,
             TnkControl *control)
{
  TnkRevisionKind kind;
  TnkControl *old = tnk_catalog_trace_control (catalog, control, before, &kind);
  /* Translators: an edition of a catalog, and what became of the control since */
  g_autofree char *text = g_strdup_printf (_ ("Since %s: %s"), tenken_text (tnk_catalog_get_title (before)), tenken_catalog_words_revision (kind));

  gtk_box_append (part, tenken_catalog_control_make_line (text, FALSE));
  if (old != NULL)
    add_control_way (part, before, old);
  add_comparison (part, desk, before, catalog);
}

static void
add_later (GtkBox *part,
           TenkenDesk *desk,
           TnkCatalog *after,
           TnkCatalog *catalog,
           TnkControl *control)
{
  TnkControl *new = tnk_catalog_find_successor (after, control, catalog);
  TnkRevisionKind kind = TNK_REVISION_KIND_REMOVED;
  g_autofree char *text = NULL;

  if (new != NULL)
    tnk_catalog_trace_control (after, new, catalog, &kind);
  /* Translators: an edition of a catalog, and what became of the control in it */
  text = g_strdup_printf (_ ("In %s: %s"), tenken_text (tnk_catalog_get_title (after)), tenken_catalog_words_revision (kind));
  gtk_box_append (part, tenken_catalog_control_make_line (text, FALSE));
  if (new != NULL)
    add_control_way (part, after, new);
  add_comparison (part, desk, catalog, after);
}

void
tenken_catalog_control_add_editions (GtkBox *box,
                                     TenkenDesk *desk,
                                     TenkenCatalogs *catalogs,
                                     TnkCatalog *catalog,
                                     TnkControl *control)
{
  TnkCatalog *before = find_edition (catalogs, catalog, FALSE), *after = find_edition (catalogs, catalog, TRUE);
  GtkBox *part;

  if (before == NULL && after == NULL)
    return;
  part = tenken_committee_frame_add_part (box, _ ("Other editions"));
  if (after != NULL)
    add_later (part, desk, after, catalog, control);
  if (before != NULL)
    add_earlier (part, desk, before, catalog, control);
}

/* --- campaigns --- */

static void
look_at_results (TenkenDesk *desk,
                 GtkWidget *button)
{
  const char *control_id = g_object_get_data (G_OBJECT (button), "control");
  gboolean has_control = tenken_desk_places_find (tenken_desk_places, tenken_desk_get_office (desk), "control") != NULL;
  g_autofree char *place = g_strconcat (has_control ? "control/" : "results/control/", control_id, NULL);

  tenken_desk_set_campaign_id (desk, g_object_get_data (G_OBJECT (button), "campaign"));
  tenken_desk_go (desk, place);
}

static GtkWidget *
make_results_way (TenkenDesk *desk,
                  TnkCampaign *campaign,
                  TnkControl *control)
{
  GtkWidget *button = gtk_button_new_with_label (tnk_campaign_get_title (campaign));

  tenken_button_wrap (button);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  quieten (button);
  g_object_set_data_full (G_OBJECT (button), "campaign", g_strdup (tnk_campaign_get_id (campaign)), g_free);
  g_object_set_data_full (G_OBJECT (button), "control", g_strdup (tnk_control_get_id (control)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (look_at_results), desk, G_CONNECT_SWAPPED);
  return button;
}

static gboolean
has_results (TenkenDesk *desk)
{
  TnkRights office = tenken_desk_get_office (desk);

  return tenken_desk_places_find (tenken_desk_places, office, "control") != NULL ||
         tenken_desk_places_find (tenken_desk_places, office, "results") != NULL;
}

static void
add_campaign (GtkBox *part,
              TenkenDesk *desk,
              TnkCampaign *campaign,
              TnkControl *control)
{
  const char *reason = tnk_campaign_get_left_out_reason (campaign, control), *title = tnk_campaign_get_title (campaign);
  g_autofree char *text = NULL;

  if (reason != NULL)
    /* Translators: a campaign, and why it left a control out */
    text = g_strdup_printf (_ ("%s: left out (%s)"), title, reason);
  else if (!tnk_campaign_requires (campaign, control))
    text = g_strdup_printf (_ ("%s: recommended, and not adopted"), title);
  if (text != NULL || !has_results (desk))
    gtk_box_append (part, tenken_catalog_control_make_line (text != NULL ? text : title, FALSE));
  else
    gtk_box_append (part, make_results_way (desk, campaign, control));
}

void
tenken_catalog_control_add_campaigns (GtkBox *box,
                                      TenkenDesk *desk,
                                      TnkCatalog *catalog,
                                      TnkControl *control)
{
  GPtrArray *campaigns = tenken_desk_get_campaigns (desk);
  GtkBox *part = tenken_committee_frame_add_part (box, _ ("Campaigns"));

  for (guint i = campaigns != NULL ? campaigns->len : 0; i > 0; i--) {
    TnkCatalog *asked = tnk_campaign_get_catalog (campaigns->pdata[i - 1]);
    TnkControl *same = tnk_catalog_lookup_control (asked, tnk_control_get_id (control));

    if (same != NULL && g_str_equal (tnk_catalog_get_id (asked), tnk_catalog_get_id (catalog)) &&
        g_str_equal (tnk_catalog_get_edition (asked), tnk_catalog_get_edition (catalog)))
      add_campaign (part, desk, campaigns->pdata[i - 1], same);
  }
  if (gtk_widget_get_first_child (GTK_WIDGET (part)) == NULL)
    gtk_box_append (part, tenken_catalog_control_make_line (_ ("No campaign is on this edition of the catalog."), TRUE));
}
