/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-check-button.h"
#include "tenken-day-entry.h"
#include "tenken-desk-parts.h"
#include "tenken-radio.h"
#include "tenken-setup-steps.h"
#include "tenken-wrap-box.h"

/* The fourth step: from when to when, who sees what, and the lines of the grades. */

#define TENKEN_TYPE_SETUP_SETTINGS (tenken_setup_settings_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSetupSettings, tenken_setup_settings, TENKEN, SETUP_SETTINGS, AdwBin)

struct _TenkenSetupSettings
{
  AdwBin parent_instance;

  TenkenSetup *setup;
  GtkWidget *opens;
  GtkWidget *closes;
  GtkWidget *visibilities[2]; /* by TnkVisibility */
  GtkWidget *informed;
};

G_DEFINE_FINAL_TYPE (TenkenSetupSettings, tenken_setup_settings, ADW_TYPE_BIN)

static void
tenken_setup_settings_dispose (GObject *object)
{
  g_clear_object (&TENKEN_SETUP_SETTINGS (object)->setup);
  G_OBJECT_CLASS (tenken_setup_settings_parent_class)->dispose (object);
}

static void
tenken_setup_settings_class_init (TenkenSetupSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_setup_settings_dispose;
}

static void
tenken_setup_settings_init (TenkenSetupSettings *self)
{
}

static void
wrote_opens (TenkenSetupSettings *self)
{
  g_autofree char *day = tenken_day_entry_dup_day (TENKEN_DAY_ENTRY (self->opens));

  tenken_setup_set_text (self->setup, TENKEN_SETUP_TEXT_OPENS, day);
}

static void
wrote_closes (TenkenSetupSettings *self)
{
  g_autofree char *day = tenken_day_entry_dup_day (TENKEN_DAY_ENTRY (self->closes));

  tenken_setup_set_text (self->setup, TENKEN_SETUP_TEXT_CLOSES, day);
}

static void
chose_visibility (TenkenSetupSettings *self,
                  GtkWidget *radio)
{
  tnk_campaign_set_visibility (tenken_setup_get_campaign (self->setup),
                               radio == self->visibilities[TNK_VISIBILITY_COUNTS] ? TNK_VISIBILITY_COUNTS
                                                                                  : TNK_VISIBILITY_NAMES);
  tenken_setup_written (self->setup);
}

static void
toggled_informed (TenkenSetupSettings *self,
                  GtkCheckButton *check)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);

  if (gtk_check_button_get_active (check) == tnk_campaign_get_asks_informed (campaign))
    return;
  tnk_campaign_set_asks_informed (campaign, gtk_check_button_get_active (check));
  tenken_setup_changed (self->setup);
}

/* What is being typed is left alone. An entry that is filled says so twice, the first time while it is empty. */
static void
follow_day (TenkenSetupSettings *self,
            GtkWidget *entry,
            TenkenSetupText which,
            gpointer wrote)
{
  g_autofree char *text = g_strdup (tenken_setup_get_text (self->setup, which));
  g_autofree char *day = tenken_day_entry_dup_day (TENKEN_DAY_ENTRY (entry));

  if (g_str_equal (day, text))
    return;
  g_signal_handlers_block_by_func (entry, wrote, self);
  tenken_day_entry_set_day (TENKEN_DAY_ENTRY (entry), text, tenken_setup_get_today (self->setup));
  g_signal_handlers_unblock_by_func (entry, wrote, self);
}

static void
update (TenkenSetupSettings *self)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);

  if (campaign == NULL)
    return;
  follow_day (self, self->opens, TENKEN_SETUP_TEXT_OPENS, wrote_opens);
  follow_day (self, self->closes, TENKEN_SETUP_TEXT_CLOSES, wrote_closes);
  for (guint i = 0; i < G_N_ELEMENTS (self->visibilities); i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->visibilities[i]), tnk_campaign_get_visibility (campaign) == i);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->informed), tnk_campaign_get_asks_informed (campaign));
}

static GtkWidget *
make_named (const char *name,
            GtkWidget *child)
{
  GtkWidget *box = tenken_desk_column_new (3);

  gtk_box_append (GTK_BOX (box), tenken_desk_text_new (name, NULL));
  gtk_box_append (GTK_BOX (box), child);
  return box;
}

static void
add_period (TenkenSetupSettings *self,
            GtkWidget *column)
{
  GtkWidget *box = tenken_wrap_box_new (0, 24);

  self->opens = tenken_day_entry_new (_ ("First day"));
  self->closes = tenken_day_entry_new (_ ("Last day"));
  g_signal_connect_object (self->opens, "changed", G_CALLBACK (wrote_opens), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->closes, "changed", G_CALLBACK (wrote_closes), self, G_CONNECT_SWAPPED);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_named (_ ("First day"), self->opens));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box), make_named (_ ("Last day"), self->closes));
  gtk_box_append (GTK_BOX (column), tenken_desk_heading_new (_ ("Period"), "section-title"));
  gtk_box_append (GTK_BOX (column), box);
  gtk_box_append (GTK_BOX (column), tenken_desk_text_new (_ ("People read these days. The campaign is opened and closed by you, not by the calendar."), "dim-label"));
}

static void
add_visibility (TenkenSetupSettings *self,
                GtkWidget *column)
{
  GtkWidget *heading = tenken_desk_heading_new (_ ("What departments see of their people"), "section-title");
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_RADIO_GROUP, NULL);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_RELATION_LABELLED_BY, heading, NULL, -1);
  self->visibilities[TNK_VISIBILITY_NAMES] =
    tenken_setup_choice_new (_ ("Names"), _ ("Who answers for a department sees who has handed in, and what each of them answered."));
  self->visibilities[TNK_VISIBILITY_COUNTS] =
    tenken_setup_choice_new (_ ("Counts only"), _ ("Who answers for a department sees how many have handed in, and sums of the answers."));
  gtk_check_button_set_group (GTK_CHECK_BUTTON (self->visibilities[1]), GTK_CHECK_BUTTON (self->visibilities[0]));
  gtk_box_append (GTK_BOX (column), heading);
  for (guint i = 0; i < G_N_ELEMENTS (self->visibilities); i++) {
    g_signal_connect_object (self->visibilities[i], "chosen", G_CALLBACK (chose_visibility), self, G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (box), self->visibilities[i]);
  }
  gtk_box_append (GTK_BOX (column), box);
}

static void
add_lines (TenkenSetupSettings *self,
           GtkWidget *column)
{
  GtkWidget *box = tenken_wrap_box_new (0, 18);

  tenken_wrap_box_append (TENKEN_WRAP_BOX (box),
                          tenken_setup_text_new (self->setup, TENKEN_SETUP_TEXT_LINE_A, _ ("A from (points)"), 6));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box),
                          tenken_setup_text_new (self->setup, TENKEN_SETUP_TEXT_LINE_B, _ ("B from (points)"), 6));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box),
                          tenken_setup_text_new (self->setup, TENKEN_SETUP_TEXT_LINE_C, _ ("C from (points)"), 6));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (box),
                          tenken_setup_text_new (self->setup, TENKEN_SETUP_TEXT_ATTAINMENT, _ ("A control is attained from (%)"), 6));
  gtk_box_append (GTK_BOX (column), tenken_desk_heading_new (_ ("Lines of the grades"), "section-title"));
  gtk_box_append (GTK_BOX (column), box);
}

GtkWidget *
tenken_setup_settings_new (TenkenSetup *setup)
{
  TenkenSetupSettings *self = g_object_new (TENKEN_TYPE_SETUP_SETTINGS, NULL);
  GtkWidget *column, *clamp = tenken_desk_clamp_new (&column);

  self->setup = g_object_ref (setup);
  adw_bin_set_child (ADW_BIN (self), clamp);
  add_period (self, column);
  add_visibility (self, column);
  add_lines (self, column);
  self->informed = g_object_new (TENKEN_TYPE_CHECK_BUTTON, NULL);
  gtk_widget_add_css_class (self->informed, "setup-check");
  tenken_check_button_set_text (TENKEN_CHECK_BUTTON (self->informed),
                                _ ("Ask those who are only to be informed (△) too, whether it reaches them. This counts in no score."));
  g_signal_connect_object (self->informed, "toggled", G_CALLBACK (toggled_informed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), tenken_desk_heading_new (_ ("Questions besides"), "section-title"));
  gtk_box_append (GTK_BOX (column), self->informed);
  g_signal_connect_object (setup, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
