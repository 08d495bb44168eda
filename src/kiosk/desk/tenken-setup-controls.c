/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-button.h"
#include "tenken-check-button.h"
#include "tenken-desk-parts.h"
#include "tenken-language.h"
#include "tenken-search.h"
#include "tenken-setup-steps.h"
#include "tenken-wrap-box.h"

/* The second step: the recommended controls that are adopted, and the controls that are left out with a reason. */

#define MOST_FOUND 12

#define TENKEN_TYPE_SETUP_CONTROLS (tenken_setup_controls_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSetupControls, tenken_setup_controls, TENKEN, SETUP_CONTROLS, AdwBin)

struct _TenkenSetupControls
{
  AdwBin parent_instance;

  TenkenSetup *setup;
  TnkCatalog *shown; /* the catalog whose controls are listed */
  GtkWidget *counts;
  GtkWidget *search;
  GtkWidget *recommended;
  GtkWidget *none_found;
  GtkWidget *left_out;
  GtkWidget *seek;
  GtkWidget *found;
};

G_DEFINE_FINAL_TYPE (TenkenSetupControls, tenken_setup_controls, ADW_TYPE_BIN)

static void
tenken_setup_controls_dispose (GObject *object)
{
  TenkenSetupControls *self = TENKEN_SETUP_CONTROLS (object);

  g_clear_object (&self->setup);
  g_clear_object (&self->shown);
  G_OBJECT_CLASS (tenken_setup_controls_parent_class)->dispose (object);
}

static void
tenken_setup_controls_class_init (TenkenSetupControlsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_setup_controls_dispose;
}

static void
tenken_setup_controls_init (TenkenSetupControls *self)
{
}

static TnkControl *
get_control (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "control");
}

static char *
describe (TnkControl *control)
{
  return g_strdup_printf ("%s  %s", tnk_control_get_clause (control), tenken_text (tnk_control_get_title (control)));
}

static gboolean
matches (TnkControl *control,
         const char *typed)
{
  g_autofree char *all = g_strjoin (" ", tnk_control_get_id (control), tnk_control_get_clause (control),
                                    tenken_text (tnk_control_get_title (control)),
                                    tenken_text (tnk_control_get_guidance (control)), NULL);
  g_autofree char *folded = tenken_search_fold (all);

  return tenken_search_matches (folded, typed);
}

/* --- recommended controls --- */

static void
toggled (TenkenSetupControls *self,
         GtkCheckButton *check)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);
  TnkControl *control = get_control (GTK_WIDGET (check));

  if (tnk_campaign_is_adopted (campaign, control) == gtk_check_button_get_active (check))
    return;
  tnk_campaign_set_adopted (campaign, control, gtk_check_button_get_active (check));
  tenken_setup_changed (self->setup);
}

static GtkWidget *
make_recommended (TenkenSetupControls *self,
                  TnkControl *control)
{
  GtkWidget *row = tenken_desk_column_new (3), *check = g_object_new (TENKEN_TYPE_CHECK_BUTTON, NULL), *detail;
  g_autofree char *text = describe (control);

  tenken_check_button_set_text (TENKEN_CHECK_BUTTON (check), text);
  detail = tenken_desk_text_new (tenken_text (tnk_control_get_guidance (control)), "dim-label");
  gtk_widget_add_css_class (detail, "setup-detail");
  gtk_widget_add_css_class (check, "setup-check");
  g_object_set_data (G_OBJECT (check), "control", control);
  g_object_set_data (G_OBJECT (row), "control", control);
  g_object_set_data (G_OBJECT (row), "check", check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), check);
  gtk_box_append (GTK_BOX (row), detail);
  gtk_widget_add_css_class (row, "setup-row");
  return row;
}

static void
fill_recommended (TenkenSetupControls *self)
{
  tenken_desk_empty_box (self->recommended);
  for (guint i = 0; i < tnk_catalog_get_n_controls (self->shown); i++) {
    TnkControl *control = tnk_catalog_get_control (self->shown, i);

    if (tnk_control_get_level (control) == TNK_LEVEL_RECOMMENDED)
      gtk_box_append (GTK_BOX (self->recommended), make_recommended (self, control));
  }
}

static void
filter (TenkenSetupControls *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));
  gboolean any = FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (self->recommended); row != NULL; row = gtk_widget_get_next_sibling (row)) {
    gboolean visible = matches (get_control (row), typed);

    gtk_widget_set_visible (row, visible);
    any = any || visible;
  }
  gtk_widget_set_visible (self->none_found, !any);
}

/* All that the search shows. */
static void
adopt_shown (TenkenSetupControls *self,
             gboolean adopt)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);

  for (GtkWidget *row = gtk_widget_get_first_child (self->recommended); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_visible (row))
      tnk_campaign_set_adopted (campaign, get_control (row), adopt);
  tenken_setup_changed (self->setup);
}

static void
adopt_all (TenkenSetupControls *self)
{
  adopt_shown (self, TRUE);
}

static void
adopt_none (TenkenSetupControls *self)
{
  adopt_shown (self, FALSE);
}

/* --- controls that are left out --- */

static void
wrote_reason (TenkenSetupControls *self,
              GtkEditable *entry)
{
  TnkControl *control = get_control (GTK_WIDGET (entry));

  tnk_campaign_set_left_out_reason (tenken_setup_get_campaign (self->setup), control, gtk_editable_get_text (entry));
  tenken_setup_written (self->setup);
}

static void
take_back (TenkenSetupControls *self,
           GtkWidget *button)
{
  tnk_campaign_set_left_out_reason (tenken_setup_get_campaign (self->setup), get_control (button), NULL);
  tenken_setup_changed (self->setup);
}

static GtkWidget *
make_left_out (TenkenSetupControls *self,
               TnkControl *control,
               const char *reason)
{
  GtkWidget *row = tenken_desk_column_new (3), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *entry = gtk_entry_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  g_autofree char *text = describe (control), *name = g_strdup_printf (_ ("Why %s is left out"), text);
  g_autofree char *back = g_strdup_printf (_ ("Take %s back in"), text);

  gtk_editable_set_text (GTK_EDITABLE (entry), reason);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("The reason, which stays with the campaign"));
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_tooltip_text (button, back);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, back, -1);
  g_object_set_data (G_OBJECT (entry), "control", control);
  g_object_set_data (G_OBJECT (button), "control", control);
  g_object_set_data (G_OBJECT (row), "control", control);
  g_object_set_data (G_OBJECT (row), "entry", entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (wrote_reason), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (take_back), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (text, NULL));
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (row), line);
  gtk_widget_add_css_class (row, "setup-row");
  return row;
}

/* The rows stand while their controls are left out: who writes in one must not lose it. */
static gboolean
shows_left_out (TenkenSetupControls *self)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);
  GtkWidget *row = gtk_widget_get_first_child (self->left_out);

  for (guint i = 0; i < tnk_catalog_get_n_controls (self->shown); i++) {
    TnkControl *control = tnk_catalog_get_control (self->shown, i);

    if (tnk_campaign_get_left_out_reason (campaign, control) == NULL)
      continue;
    if (row == NULL || get_control (row) != control)
      return FALSE;
    row = gtk_widget_get_next_sibling (row);
  }
  return row == NULL;
}

static void
fill_left_out (TenkenSetupControls *self)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);

  tenken_desk_empty_box (self->left_out);
  for (guint i = 0; i < tnk_catalog_get_n_controls (self->shown); i++) {
    TnkControl *control = tnk_catalog_get_control (self->shown, i);
    const char *reason = tnk_campaign_get_left_out_reason (campaign, control);

    if (reason != NULL)
      gtk_box_append (GTK_BOX (self->left_out), make_left_out (self, control, reason));
  }
}

static void
focus_reason (TenkenSetupControls *self,
              TnkControl *control)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->left_out); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (get_control (row) == control)
      gtk_widget_grab_focus (g_object_get_data (G_OBJECT (row), "entry"));
}

static void
leave_out (TenkenSetupControls *self,
           GtkWidget *button)
{
  TnkControl *control = get_control (button);

  tnk_campaign_set_left_out_reason (tenken_setup_get_campaign (self->setup), control, "");
  gtk_editable_set_text (GTK_EDITABLE (self->seek), "");
  tenken_setup_changed (self->setup);
  focus_reason (self, control);
}

static void
add_found (TenkenSetupControls *self,
           TnkControl *control)
{
  g_autofree char *text = describe (control);
  GtkWidget *button = gtk_button_new (), *label = tenken_desk_text_new (text, NULL);

  tenken_button_set_content (button, label, text);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "control", control);
  g_signal_connect_object (button, "clicked", G_CALLBACK (leave_out), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->found), button);
}

static void
seek (TenkenSetupControls *self)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->seek));
  guint n = 0;

  tenken_desk_empty_box (self->found);
  for (guint i = 0; *typed != '\0' && i < tnk_catalog_get_n_controls (self->shown); i++) {
    TnkControl *control = tnk_catalog_get_control (self->shown, i);

    if (!tnk_campaign_requires (campaign, control) || !matches (control, typed))
      continue;
    if (n++ < MOST_FOUND)
      add_found (self, control);
  }
  if (*typed != '\0' && n == 0)
    gtk_box_append (GTK_BOX (self->found), tenken_desk_text_new (_ ("No control that is asked has these words."), "dim-label"));
  if (n > MOST_FOUND) {
    g_autofree char *more = g_strdup_printf (_ ("%u more; write more words."), n - MOST_FOUND);
    gtk_box_append (GTK_BOX (self->found), tenken_desk_text_new (more, "dim-label"));
  }
}

/* --- all --- */

static void
update_counts (TenkenSetupControls *self)
{
  TnkCampaignPreview *preview = tenken_setup_get_preview (self->setup);
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);
  guint n_adopted = 0, n_recommended = 0, n_left_out = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < tnk_catalog_get_n_controls (self->shown); i++) {
    TnkControl *control = tnk_catalog_get_control (self->shown, i);

    n_recommended += tnk_control_get_level (control) == TNK_LEVEL_RECOMMENDED;
    n_adopted += tnk_campaign_is_adopted (campaign, control);
    n_left_out += tnk_campaign_get_left_out_reason (campaign, control) != NULL;
  }
  text = g_strdup_printf (_ ("%u controls are asked: %u of %u recommended ones are adopted, %u are left out."),
                          tnk_campaign_preview_count_controls (preview), n_adopted, n_recommended, n_left_out);
  gtk_label_set_text (GTK_LABEL (self->counts), text);
}

static void
update (TenkenSetupControls *self)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);

  if (campaign == NULL)
    return;
  if (g_set_object (&self->shown, tnk_campaign_get_catalog (campaign))) {
    fill_recommended (self);
    fill_left_out (self);
    filter (self);
  } else if (!shows_left_out (self))
    fill_left_out (self);
  for (GtkWidget *row = gtk_widget_get_first_child (self->recommended); row != NULL; row = gtk_widget_get_next_sibling (row))
    gtk_check_button_set_active (g_object_get_data (G_OBJECT (row), "check"),
                                 tnk_campaign_is_adopted (campaign, get_control (row)));
  update_counts (self);
}

static GtkWidget *
make_search (TenkenSetupControls *self,
             const char *name,
             GCallback searched)
{
  GtkWidget *entry = gtk_search_entry_new ();

  g_object_set (entry, "placeholder-text", name, NULL);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (entry, "search-changed", searched, self, G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
make_bar (TenkenSetupControls *self)
{
  GtkWidget *bar = tenken_wrap_box_new (0, 6), *all = gtk_button_new_with_label (_ ("Adopt all"));
  GtkWidget *none = gtk_button_new_with_label (_ ("Adopt none"));

  self->search = make_search (self, _ ("Search in the recommended controls"), G_CALLBACK (filter));
  g_signal_connect_object (all, "clicked", G_CALLBACK (adopt_all), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (none, "clicked", G_CALLBACK (adopt_none), self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (bar), self->search);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (bar), all);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (bar), none);
  return bar;
}

static void
fill (TenkenSetupControls *self,
      GtkWidget *column)
{
  self->counts = tenken_desk_text_new ("", "figures");
  self->recommended = tenken_desk_column_new (6);
  self->none_found = tenken_desk_text_new (_ ("No recommended control has these words."), "dim-label");
  self->left_out = tenken_desk_column_new (6);
  self->found = tenken_desk_column_new (0);
  gtk_box_append (GTK_BOX (column), self->counts);
  gtk_box_append (GTK_BOX (column), tenken_desk_heading_new (_ ("Controls that are left out"), "section-title"));
  gtk_box_append (GTK_BOX (column), tenken_desk_text_new (_ ("What does not apply to your body, such as systems that it does not have. Each needs a reason."), "dim-label"));
  self->seek = make_search (self, _ ("Search for a control to leave out"), G_CALLBACK (seek));
  gtk_box_append (GTK_BOX (column), self->left_out);
  gtk_box_append (GTK_BOX (column), self->seek);
  gtk_box_append (GTK_BOX (column), self->found);
  gtk_box_append (GTK_BOX (column), tenken_desk_heading_new (_ ("Recommended controls"), "section-title"));
  gtk_box_append (GTK_BOX (column), make_bar (self));
  gtk_box_append (GTK_BOX (column), self->recommended);
  gtk_box_append (GTK_BOX (column), self->none_found);
}

GtkWidget *
tenken_setup_controls_new (TenkenSetup *setup)
{
  TenkenSetupControls *self = g_object_new (TENKEN_TYPE_SETUP_CONTROLS, NULL);
  GtkWidget *column, *clamp = tenken_desk_clamp_new (&column);

  self->setup = g_object_ref (setup);
  adw_bin_set_child (ADW_BIN (self), clamp);
  fill (self, column);
  g_signal_connect_object (setup, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
