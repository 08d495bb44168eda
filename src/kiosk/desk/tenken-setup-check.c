/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-campaign-facts.h"
#include "tenken-desk-parts.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-setup-problems.h"
#include "tenken-setup-sample.h"
#include "tenken-setup-steps.h"
#include "tenken-wrap-box.h"

/* The fifth step: all that was chosen, and what people will see of it. */

#define TENKEN_TYPE_SETUP_CHECK (tenken_setup_check_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSetupCheck, tenken_setup_check, TENKEN, SETUP_CHECK, AdwBin)

struct _TenkenSetupCheck
{
  AdwBin parent_instance;

  TenkenSetup *setup;
  GtkWidget *facts;
  GtkWidget *samples;
};

G_DEFINE_FINAL_TYPE (TenkenSetupCheck, tenken_setup_check, ADW_TYPE_BIN)

static void
tenken_setup_check_dispose (GObject *object)
{
  g_clear_object (&TENKEN_SETUP_CHECK (object)->setup);
  G_OBJECT_CLASS (tenken_setup_check_parent_class)->dispose (object);
}

static void
tenken_setup_check_class_init (TenkenSetupCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_setup_check_dispose;
}

static void
tenken_setup_check_init (TenkenSetupCheck *self)
{
}

static void
show_sample (TenkenSetupCheck *self,
             GtkWidget *button)
{
  TnkCampaignPreview *preview = tenken_setup_get_preview (self->setup);
  guint sample = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "sample"));
  g_autoptr (TnkQuestionnaire) questionnaire = tnk_campaign_preview_make_sample (preview, sample);
  g_autofree char *title =
    g_strdup_printf (_ ("As seen by: %s"),
                     tenken_text (tnk_role_get_name (tnk_campaign_preview_get_sample_role (preview, sample))));

  tnk_questionnaire_set_carry_over (questionnaire, tenken_setup_get_carry_over (self->setup));
  tenken_setup_sample_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), title, questionnaire);
}

static GtkWidget *
make_sample (TenkenSetupCheck *self,
             TnkCampaignPreview *preview,
             guint sample)
{
  g_autoptr (TnkQuestionnaire) questionnaire = tnk_campaign_preview_make_sample (preview, sample);
  guint n = tnk_questionnaire_get_n_items (questionnaire);
  g_autofree char *minutes = tenken_format_minutes (tnk_estimate_minutes (n)), *text = NULL;
  GtkWidget *button = gtk_button_new (), *label;

  text = g_strdup_printf (ngettext ("%s\n%u question, %s", "%s\n%u questions, %s", n),
                          tenken_text (tnk_role_get_name (tnk_campaign_preview_get_sample_role (preview, sample))), n, minutes);
  label = tenken_desk_text_new (text, NULL);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  tenken_button_set_content (button, label, text);
  gtk_widget_add_css_class (button, "setup-sample");
  g_object_set_data (G_OBJECT (button), "sample", GUINT_TO_POINTER (sample));
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_sample), self, G_CONNECT_SWAPPED);
  return button;
}

static void
fill_samples (TenkenSetupCheck *self,
              TnkCampaignPreview *preview)
{
  GtkWidget *box = tenken_wrap_box_new (3, 12);

  tenken_desk_empty_box (self->samples);
  for (guint i = 0; i < tnk_campaign_preview_get_n_samples (preview); i++)
    tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_sample (self, preview, i));
  gtk_box_append (GTK_BOX (self->samples), box);
}

static void
update (TenkenSetupCheck *self)
{
  g_autoptr (TnkCampaign) campaign = NULL;
  TnkCampaignPreview *preview;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  tenken_desk_empty_box (self->facts);
  tenken_desk_empty_box (self->samples);
  campaign = tenken_setup_make (self->setup);
  if (campaign == NULL)
    return;
  preview = tenken_setup_get_preview (self->setup);
  tenken_campaign_facts_add (self->facts, campaign, tenken_setup_get_roster (self->setup), preview, tenken_setup_get_carry_over (self->setup));
  fill_samples (self, preview);
}

GtkWidget *
tenken_setup_check_new (TenkenSetup *setup)
{
  TenkenSetupCheck *self = g_object_new (TENKEN_TYPE_SETUP_CHECK, NULL);
  GtkWidget *column, *clamp = tenken_desk_clamp_new (&column);

  self->setup = g_object_ref (setup);
  adw_bin_set_child (ADW_BIN (self), clamp);
  self->facts = tenken_desk_column_new (6);
  self->samples = tenken_desk_column_new (6);
  gtk_box_append (GTK_BOX (column), tenken_desk_heading_new (_ ("What people will see"), "section-title"));
  gtk_box_append (GTK_BOX (column), self->samples);
  gtk_box_append (GTK_BOX (column), tenken_desk_heading_new (_ ("What was chosen"), "section-title"));
  gtk_box_append (GTK_BOX (column), tenken_setup_changes_new (setup));
  gtk_box_append (GTK_BOX (column), self->facts);
  g_signal_connect_object (setup, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
  return GTK_WIDGET (self);
}
