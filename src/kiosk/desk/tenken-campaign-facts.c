/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-campaign-facts.h"

#include <glib/gi18n.h>

#include "tenken-desk-parts.h"
#include "tenken-format.h"
#include "tenken-language.h"

const char *
tenken_campaign_describe_state (TnkCampaignState state)
{
  switch (state) {
  case TNK_CAMPAIGN_STATE_OPEN:
    return _ ("open");
  case TNK_CAMPAIGN_STATE_CLOSED:
    return _ ("closed");
  case TNK_CAMPAIGN_STATE_PREPARED:
  default:
    return _ ("being prepared");
  }
}

static char *
describe_days_left (TnkCampaign *campaign,
                    const char *today)
{
  int days = tenken_days_between (today, tnk_campaign_get_closes (campaign));

  if (tnk_campaign_get_state (campaign) != TNK_CAMPAIGN_STATE_OPEN || days == G_MININT)
    return NULL;
  if (days < 0)
    return g_strdup (_ ("the last day is over"));
  if (days == 0)
    return g_strdup (_ ("today is the last day"));
  return g_strdup_printf (ngettext ("%d day left", "%d days left", days), days);
}

char *
tenken_campaign_describe_period (TnkCampaign *campaign,
                                 const char *today)
{
  const char *opens = tnk_campaign_get_opens (campaign), *closes = tnk_campaign_get_closes (campaign);
  g_autofree char *first = tenken_format_day (opens), *last = tenken_format_day (closes), *period = NULL;
  g_autofree char *left = today != NULL ? describe_days_left (campaign, today) : NULL;

  if (first != NULL && last != NULL)
    period = g_strdup_printf (_ ("%s to %s"), first, last);
  else if (first != NULL)
    period = g_strdup_printf (_ ("from %s"), first);
  else if (last != NULL)
    period = g_strdup_printf (_ ("until %s"), last);
  else
    period = g_strdup (_ ("no days were set"));
  return left != NULL ? g_strdup_printf ("%s · %s", period, left) : g_steal_pointer (&period);
}

static void
add (GtkWidget *box,
     const char *name,
     const char *value)
{
  gtk_box_append (GTK_BOX (box), tenken_desk_fact_new (name, value));
}

static void
add_controls (GtkWidget *box,
              TnkCampaign *campaign)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  g_autoptr (GString) left_out = g_string_new (NULL);
  g_autofree char *counts = NULL;
  guint n_required = 0, n_adopted = 0;

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    const char *reason = tnk_campaign_get_left_out_reason (campaign, control);

    n_required += tnk_campaign_requires (campaign, control);
    n_adopted += tnk_campaign_is_adopted (campaign, control);
    if (reason != NULL)
      g_string_append_printf (left_out, "%s%s %s: %s", left_out->len > 0 ? "\n" : "", tnk_control_get_clause (control),
                              tenken_text (tnk_control_get_title (control)), reason);
  }
  counts = g_strdup_printf (_ ("%u are asked, %u recommended ones among them"), n_required, n_adopted);
  add (box, _ ("Controls"), counts);
  add (box, _ ("Left out"), left_out->len > 0 ? left_out->str : _ ("none"));
}

static void
append_line (GString *text,
             const char *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static void
add_population (GtkWidget *box,
                TnkCampaign *campaign,
                TnkBody *tree)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  const char *const *ids = tnk_campaign_get_departments_outside (campaign);
  g_autoptr (GString) departments = g_string_new (NULL), roles = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++) {
    TnkDepartment *department = tree != NULL ? tnk_body_lookup_department (tree, ids[i]) : NULL;
    append_line (departments, department != NULL ? tnk_department_get_name (department) : ids[i]);
  }
  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++)
    if (tnk_campaign_is_role_outside (campaign, tnk_catalog_get_role (catalog, i)))
      append_line (roles, tenken_text (tnk_role_get_name (tnk_catalog_get_role (catalog, i))));
  add (box, _ ("Departments not asked"), departments->len > 0 ? departments->str : _ ("none"));
  add (box, _ ("Roles not asked"), roles->len > 0 ? roles->str : _ ("none"));
}

static void
add_preview (GtkWidget *box,
             TnkCampaignPreview *preview)
{
  guint n = tnk_campaign_preview_count_people (preview, -1, -1);
  g_autofree char *people = g_strdup_printf (ngettext ("%u person", "%u people", n), n);

  add (box, _ ("Asked"), people);
}

/* What the secretariat should know before people ask: where last year’s answer is offered, and where it is not, and why. */
static void
add_carry_over (GtkWidget *box,
                TnkCarryOver *carry_over)
{
  guint n_kept = tnk_carry_over_count (carry_over, TNK_CARRY_KEPT), n_anew = tnk_carry_over_count (carry_over, TNK_CARRY_ANEW);
  guint n_new = tnk_carry_over_count (carry_over, TNK_CARRY_NEW), n_gone = tnk_carry_over_count (carry_over, TNK_CARRY_GONE);
  g_autofree char *kept = g_strdup_printf (ngettext ("%u control as before: the answer is offered", "%u controls as before: the answers are offered", n_kept), n_kept);
  g_autofree char *anew = g_strdup_printf (ngettext ("%u changed: asked anew", "%u changed: asked anew", n_anew), n_anew);
  g_autofree char *new = g_strdup_printf (ngettext ("%u new", "%u new", n_new), n_new);
  g_autofree char *gone = g_strdup_printf (ngettext ("%u no longer asked", "%u no longer asked", n_gone), n_gone);
  g_autofree char *name = g_strdup_printf (_ ("Answers of “%s”"), tnk_campaign_get_title (tnk_carry_over_get_previous (carry_over)));
  g_autofree char *text = g_strjoin ("\n", kept, anew, new, gone, NULL);

  add (box, name, text);
}

static void
add_settings (GtkWidget *box,
              TnkCampaign *campaign)
{
  g_autofree char *lines =
    g_strdup_printf (_ ("A from %g, B from %g, C from %g points; a control is attained from %g %%"),
                     tnk_campaign_get_grade_line (campaign, 'A'), tnk_campaign_get_grade_line (campaign, 'B'),
                     tnk_campaign_get_grade_line (campaign, 'C'), tnk_campaign_get_attainment_line (campaign));

  add (box, _ ("Departments see"),
       tnk_campaign_get_visibility (campaign) == TNK_VISIBILITY_NAMES ? _ ("names and single answers") : _ ("counts only"));
  add (box, _ ("Lines"), lines);
  add (box, _ ("Those to be informed"), tnk_campaign_get_asks_informed (campaign) ? _ ("are asked too") : _ ("are not asked"));
}

void
tenken_campaign_facts_add (GtkWidget *box,
                           TnkCampaign *campaign,
                           TnkBody *tree,
                           TnkCampaignPreview *preview,
                           TnkCarryOver *carry_over)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  g_autofree char *rules = g_strdup_printf (_ ("%s, edition %s"), tenken_text (tnk_catalog_get_title (catalog)),
                                            tnk_catalog_get_edition (catalog));
  g_autofree char *name = g_strdup_printf ("%s (%s)", tnk_campaign_get_title (campaign), tnk_campaign_get_id (campaign));
  g_autofree char *period = tenken_campaign_describe_period (campaign, NULL);

  add (box, _ ("Title"), name);
  add (box, _ ("Catalog of rules"), rules);
  add (box, _ ("Period"), period);
  if (preview != NULL)
    add_preview (box, preview);
  if (carry_over != NULL)
    add_carry_over (box, carry_over);
  add_population (box, campaign, tree);
  add_controls (box, campaign);
  add_settings (box, campaign);
}
