/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "tenken-check-button.h"
#include "tenken-desk-parts.h"
#include "tenken-format.h"
#include "tenken-language.h"
#include "tenken-setup-steps.h"
#include "tenken-wrap-box.h"

/* The third step: whom the campaign asks, by department and by role, and how much of each. */

#define INDENT 24

#define TENKEN_TYPE_SETUP_POPULATION (tenken_setup_population_get_type ())
G_DECLARE_FINAL_TYPE (TenkenSetupPopulation, tenken_setup_population, TENKEN, SETUP_POPULATION, AdwBin)

struct _TenkenSetupPopulation
{
  AdwBin parent_instance;

  TenkenSetup *setup;
  TnkCatalog *shown; /* the catalog whose roles are listed */
  GtkWidget *counts;
  GtkWidget *roles;
  GPtrArray *checks; /* of the departments, in the order of the roster */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (TenkenSetupPopulation, tenken_setup_population, ADW_TYPE_BIN)

static void
tenken_setup_population_dispose (GObject *object)
{
  TenkenSetupPopulation *self = TENKEN_SETUP_POPULATION (object);

  g_clear_object (&self->setup);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  G_OBJECT_CLASS (tenken_setup_population_parent_class)->dispose (object);
}

static void
tenken_setup_population_class_init (TenkenSetupPopulationClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tenken_setup_population_dispose;
}

static void
tenken_setup_population_init (TenkenSetupPopulation *self)
{
  self->checks = g_ptr_array_new ();
}

/* --- departments --- */

static TnkDepartment *
get_department (TenkenSetupPopulation *self,
                guint i)
{
  return tnk_body_get_department (tenken_setup_get_roster (self->setup), i);
}

/* What is asked for a department is said by the ids that are left out: its own, or one above it. To take one back in that is
 * out with one above it, that one comes back in and those beside it are left out by themselves. */
static void
take_in (TenkenSetupPopulation *self,
         TnkDepartment *department)
{
  TnkBody *roster = tenken_setup_get_roster (self->setup);
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);
  TnkDepartment *parent = tnk_department_get_parent (department);

  if (parent != NULL && tnk_campaign_is_department_outside (campaign, parent)) {
    take_in (self, parent);
    for (guint i = 0; i < tnk_body_get_n_departments (roster); i++) {
      TnkDepartment *other = tnk_body_get_department (roster, i);
      if (tnk_department_get_parent (other) == parent && other != department)
        tnk_campaign_set_department_outside (campaign, tnk_department_get_id (other), TRUE);
    }
  }
  tnk_campaign_set_department_outside (campaign, tnk_department_get_id (department), FALSE);
}

/* With a department all below it go out; what was said of them by themselves is no longer needed. */
static void
leave_out (TenkenSetupPopulation *self,
           TnkDepartment *department)
{
  TnkBody *roster = tenken_setup_get_roster (self->setup);
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);
  guint first = tnk_department_get_index (department);

  for (guint i = first; i < tnk_body_get_subtree_end (roster, first); i++)
    tnk_campaign_set_department_outside (campaign, tnk_department_get_id (get_department (self, i)), FALSE);
  tnk_campaign_set_department_outside (campaign, tnk_department_get_id (department), TRUE);
}

static void
toggled_department (TenkenSetupPopulation *self,
                    GtkCheckButton *check)
{
  TnkDepartment *department = g_object_get_data (G_OBJECT (check), "department");
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);
  gboolean in = gtk_check_button_get_active (check);

  if (self->updating || in != tnk_campaign_is_department_outside (campaign, department))
    return;
  if (in)
    take_in (self, department);
  else
    leave_out (self, department);
  tenken_setup_changed (self->setup);
}

static GtkWidget *
make_departments (TenkenSetupPopulation *self)
{
  GtkWidget *box = tenken_desk_column_new (0);
  TnkBody *roster = tenken_setup_get_roster (self->setup);

  for (guint i = 0; i < tnk_body_get_n_departments (roster); i++) {
    GtkWidget *check = g_object_new (TENKEN_TYPE_CHECK_BUTTON, NULL);
    TnkDepartment *department = get_department (self, i);

    gtk_widget_set_margin_start (check, INDENT * MIN (tnk_department_get_depth (department), 6));
    gtk_widget_add_css_class (check, "setup-check");
    tenken_check_button_set_text (TENKEN_CHECK_BUTTON (check), tnk_department_get_name (department));
    g_object_set_data (G_OBJECT (check), "department", department);
    g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_department), self, G_CONNECT_SWAPPED);
    g_ptr_array_add (self->checks, check);
    gtk_box_append (GTK_BOX (box), check);
  }
  return box;
}

static void
update_departments (TenkenSetupPopulation *self,
                    TnkCampaignPreview *preview)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);

  for (guint i = 0; i < self->checks->len; i++) {
    TnkDepartment *department = get_department (self, i);
    guint n = tnk_campaign_preview_count_people (preview, i, -1), of = tnk_campaign_preview_count_roster (preview, i, -1);
    g_autofree char *text = NULL;

    /* Translators: a department, how many of its people are asked, how many it has */
    text = g_strdup_printf (_ ("%s  (%u of %u)"), tnk_department_get_name (department), n, of);
    tenken_check_button_set_text (self->checks->pdata[i], text);
    gtk_check_button_set_active (self->checks->pdata[i], !tnk_campaign_is_department_outside (campaign, department));
    /* In, but for a part of what is below: neither one nor the other. */
    gtk_check_button_set_inconsistent (self->checks->pdata[i], FALSE);
  }
  for (guint i = 0; i < self->checks->len; i++)
    for (TnkDepartment *above = tnk_department_get_parent (get_department (self, i));
         above != NULL && !gtk_check_button_get_active (self->checks->pdata[i]); above = tnk_department_get_parent (above)) {
      GtkCheckButton *check = self->checks->pdata[tnk_department_get_index (above)];
      if (gtk_check_button_get_active (check))
        gtk_check_button_set_inconsistent (check, TRUE);
    }
}

/* --- roles --- */

static void
toggled_role (TenkenSetupPopulation *self,
              GtkCheckButton *check)
{
  TnkRole *role = g_object_get_data (G_OBJECT (check), "role");
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);

  if (self->updating || gtk_check_button_get_active (check) != tnk_campaign_is_role_outside (campaign, role))
    return;
  tnk_campaign_set_role_outside (campaign, tnk_role_get_id (role), !gtk_check_button_get_active (check), NULL);
  tenken_setup_changed (self->setup);
}

static void
fill_roles (TenkenSetupPopulation *self)
{
  tenken_desk_empty_box (self->roles);
  for (guint i = 0; i < tnk_catalog_get_n_roles (self->shown); i++) {
    GtkWidget *check = g_object_new (TENKEN_TYPE_CHECK_BUTTON, NULL);

    gtk_widget_add_css_class (check, "setup-check");
    g_object_set_data (G_OBJECT (check), "role", tnk_catalog_get_role (self->shown, i));
    g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_role), self, G_CONNECT_SWAPPED);
    gtk_box_append (GTK_BOX (self->roles), check);
  }
}

static char *
describe_role (TnkCampaignPreview *preview,
               TnkRole *role,
               gboolean outside)
{
  guint index = tnk_role_get_index (role), n = tnk_campaign_preview_count_people (preview, -1, index);
  guint held = tnk_campaign_preview_count_roster (preview, -1, index), n_questions;
  const char *name = tenken_text (tnk_role_get_name (role));
  g_autofree char *minutes = NULL;

  if (outside)
    return g_strdup_printf (ngettext ("%s\n%u person, not asked in this role", "%s\n%u people, not asked in this role", held), name,
                            held);
  n_questions = tnk_campaign_preview_count_questions (preview, index);
  if (n_questions == 0)
    return g_strdup_printf (_ ("%s\nno question for this role"), name);
  minutes = tenken_format_minutes (tnk_campaign_preview_get_minutes (preview, index));
  /* Translators: a role; people, questions for each of them, about how many minutes */
  return g_strdup_printf (_ ("%s\npeople: %u, questions: %u, %s"), name, n, n_questions, minutes);
}

static void
update_roles (TenkenSetupPopulation *self,
              TnkCampaignPreview *preview)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);

  for (GtkWidget *check = gtk_widget_get_first_child (self->roles); check != NULL; check = gtk_widget_get_next_sibling (check)) {
    TnkRole *role = g_object_get_data (G_OBJECT (check), "role");
    gboolean outside = tnk_campaign_is_role_outside (campaign, role);
    g_autofree char *text = describe_role (preview, role, outside);

    tenken_check_button_set_text (TENKEN_CHECK_BUTTON (check), text);
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !outside);
  }
}

/* --- all --- */

static void
update_counts (TenkenSetupPopulation *self,
               TnkCampaignPreview *preview)
{
  g_autofree char *items = g_strdup_printf ("%" G_GUINT64_FORMAT, tnk_campaign_preview_count_items (preview));
  g_autofree char *text = g_strdup_printf (_ ("%u of %u people of the roster are asked, %s questions all in all."),
                                           tnk_campaign_preview_count_people (preview, -1, -1),
                                           tnk_campaign_preview_count_roster (preview, -1, -1), items);

  gtk_label_set_text (GTK_LABEL (self->counts), text);
}

static void
update (TenkenSetupPopulation *self)
{
  TnkCampaign *campaign = tenken_setup_get_campaign (self->setup);
  TnkCampaignPreview *preview;

  /* Hundreds of departments are written anew only where somebody sees them. */
  if (campaign == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  preview = tenken_setup_get_preview (self->setup);
  self->updating = TRUE;
  if (g_set_object (&self->shown, tnk_campaign_get_catalog (campaign)))
    fill_roles (self);
  update_departments (self, preview);
  update_roles (self, preview);
  update_counts (self, preview);
  self->updating = FALSE;
}

static GtkWidget *
make_part (const char *title,
           GtkWidget *child)
{
  GtkWidget *box = tenken_desk_column_new (6);

  gtk_box_append (GTK_BOX (box), tenken_desk_heading_new (title, "section-title"));
  gtk_box_append (GTK_BOX (box), child);
  gtk_widget_add_css_class (box, "setup-part");
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

GtkWidget *
tenken_setup_population_new (TenkenSetup *setup)
{
  TenkenSetupPopulation *self = g_object_new (TENKEN_TYPE_SETUP_POPULATION, NULL);
  GtkWidget *column, *clamp = tenken_desk_clamp_new (&column), *both = tenken_wrap_box_new (2, 18);

  self->setup = g_object_ref (setup);
  adw_bin_set_child (ADW_BIN (self), clamp);
  self->counts = tenken_desk_text_new ("", "figures");
  self->roles = tenken_desk_column_new (0);
  gtk_box_append (GTK_BOX (column), self->counts);
  tenken_wrap_box_append (TENKEN_WRAP_BOX (both), make_part (_ ("Departments"), make_departments (self)));
  tenken_wrap_box_append (TENKEN_WRAP_BOX (both), make_part (_ ("Roles"), self->roles));
  gtk_box_append (GTK_BOX (column), both);
  g_signal_connect_object (setup, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
  return GTK_WIDGET (self);
}
