/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-campaign-steps.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-format.h"

static char *
describe_closing (TnkCampaignStep *step)
{
  int drafts = tnk_campaign_step_get_count (step, "drafts");
  g_autofree char *text = g_strdup_printf (_ ("Closed: %d of %d people had handed in"), tnk_campaign_step_get_count (step, "submitted"),
                                           tnk_campaign_step_get_count (step, "people"));

  if (drafts <= 0)
    return g_steal_pointer (&text);
  return g_strdup_printf (ngettext ("%s, %d draft was taken in", "%s, %d drafts were taken in", drafts), text, drafts);
}

static char *
describe_opening (TnkCampaignStep *step)
{
  int n = tnk_campaign_step_get_count (step, "people");

  return g_strdup_printf (ngettext ("Opened: %d person was asked", "Opened: %d people were asked", n), n);
}

static char *
describe (TnkCampaignStep *step)
{
  switch (tnk_campaign_step_get_kind (step)) {
  case TNK_CAMPAIGN_STEP_KIND_CHANGED:
    return g_strdup (_ ("Changed"));
  case TNK_CAMPAIGN_STEP_KIND_OPENED:
    return describe_opening (step);
  case TNK_CAMPAIGN_STEP_KIND_EXTENDED:
    return g_strdup (_ ("Last day moved"));
  case TNK_CAMPAIGN_STEP_KIND_VISIBILITY:
    return g_strdup (_ ("What departments see was changed"));
  case TNK_CAMPAIGN_STEP_KIND_CLOSED:
    return describe_closing (step);
  case TNK_CAMPAIGN_STEP_KIND_REOPENED:
    return g_strdup (_ ("Opened again"));
  case TNK_CAMPAIGN_STEP_KIND_CREATED:
  default:
    return g_strdup (_ ("Made"));
  }
}

static const struct
{
  const char *name;
  const char *word;
} settings[] = {
  {"title", N_ ("Title")},
  {"catalog", N_ ("Catalog of rules")},
  {"opens", N_ ("First day")},
  {"closes", N_ ("Last day")},
  {"visibility", N_ ("Departments see")},
  {"informed", N_ ("Those to be informed")},
  {"grade-lines", N_ ("Lines of the grades")},
  {"attainment", N_ ("Attained from (%)")},
  {"adopted", N_ ("Recommended controls adopted")},
  {"left-out", N_ ("Left out")},
  {"without-departments", N_ ("Departments not asked")},
  {"without-roles", N_ ("Roles not asked")},
};

static const char *
name_setting (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (g_str_equal (settings[i].name, name))
      return _ (settings[i].word);
  return name;
}

/* A value as people read it: a day, a word, or what was written. */
static char *
show_value (const char *name,
            const char *value)
{
  if (*value == '\0')
    return g_strdup (_ ("nothing"));
  if (g_str_equal (name, "opens") || g_str_equal (name, "closes"))
    return tenken_format_day (value);
  if (g_str_equal (name, "visibility"))
    return g_strdup (g_str_equal (value, "names") ? _ ("names and single answers") : _ ("counts only"));
  if (g_str_equal (name, "informed"))
    return g_strdup (g_str_equal (value, "yes") ? _ ("are asked too") : _ ("are not asked"));
  return g_strdup (value);
}

static void
add_changes (GtkWidget *row,
             TnkCampaignStep *step)
{
  for (guint i = 0; i < tnk_campaign_step_get_n_changes (step); i++) {
    const char *before, *after, *name = tnk_campaign_step_get_change (step, i, &before, &after);
    g_autofree char *old_value = show_value (name, before), *new_value = show_value (name, after);
    g_autofree char *text = NULL;

    /* Translators: a setting, what it was, what it is now */
    text = g_strdup_printf (_ ("%s: %s → %s"), name_setting (name), old_value, new_value);
    gtk_box_append (GTK_BOX (row), tenken_desk_text_new (text, NULL));
  }
}

static GtkWidget *
make_row (TnkCampaignStep *step)
{
  GtkWidget *row = tenken_desk_column_new (3);
  g_autofree char *what = describe (step), *at = tenken_format_moment (tnk_campaign_step_get_at (step));
  const char *name = tnk_campaign_step_get_actor_name (step), *reason = tnk_campaign_step_get_reason (step);
  g_autofree char *by = g_strdup_printf ("%s · %s", at, name != NULL ? name : tnk_campaign_step_get_actor (step));

  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (what, "setup-name"));
  if (reason != NULL) {
    g_autofree char *why = g_strdup_printf (_ ("Reason: %s"), reason);
    gtk_box_append (GTK_BOX (row), tenken_desk_text_new (why, NULL));
  }
  add_changes (row, step);
  gtk_box_append (GTK_BOX (row), tenken_desk_text_new (by, "dim-label"));
  gtk_widget_add_css_class (row, "setup-row");
  return row;
}

void
tenken_campaign_steps_add (GtkWidget *box,
                           GPtrArray *steps)
{
  for (guint i = steps->len; i-- > 0;)
    gtk_box_append (GTK_BOX (box), make_row (steps->pdata[i]));
}
