/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-campaign-fields-private.h"

#include "tnk-store-private.h"

/* The settings of a campaign as text, for the log. */

static char *
describe_title (TnkCampaign *campaign)
{
  return g_strdup (tnk_campaign_get_title (campaign));
}

static char *
describe_catalog (TnkCampaign *campaign)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);

  return g_strdup_printf ("%s %s %.12s", tnk_catalog_get_id (catalog), tnk_catalog_get_edition (catalog),
                          tnk_catalog_get_fingerprint (catalog));
}

static char *
describe_opens (TnkCampaign *campaign)
{
  return g_strdup (tnk_campaign_get_opens (campaign));
}

static char *
describe_closes (TnkCampaign *campaign)
{
  return g_strdup (tnk_campaign_get_closes (campaign));
}

static char *
describe_visibility (TnkCampaign *campaign)
{
  return g_strdup (tnk_visibility_to_string (tnk_campaign_get_visibility (campaign)));
}

static char *
describe_informed (TnkCampaign *campaign)
{
  return g_strdup (tnk_campaign_get_asks_informed (campaign) ? "yes" : "no");
}

static void
append_number (GString *text,
               double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", g_ascii_formatd (digits, sizeof digits, "%g", number));
}

static char *
describe_lines (TnkCampaign *campaign)
{
  GString *text = g_string_new (NULL);

  for (char grade = 'A'; grade <= 'C'; grade++)
    append_number (text, tnk_campaign_get_grade_line (campaign, grade));
  return g_string_free (text, FALSE);
}

static char *
describe_attainment (TnkCampaign *campaign)
{
  GString *text = g_string_new (NULL);

  append_number (text, tnk_campaign_get_attainment_line (campaign));
  return g_string_free (text, FALSE);
}

static char *
describe_adopted (TnkCampaign *campaign)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);

    if (tnk_campaign_is_adopted (campaign, control))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", tnk_control_get_id (control));
  }
  return g_string_free (text, FALSE);
}

static char *
describe_left_out (TnkCampaign *campaign)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    const char *reason = tnk_campaign_get_left_out_reason (campaign, control);

    if (reason != NULL)
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "; " : "", tnk_control_get_id (control), reason);
  }
  return g_string_free (text, FALSE);
}

static char *
describe_outside_departments (TnkCampaign *campaign)
{
  return g_strjoinv (" ", (char **) tnk_campaign_get_departments_outside (campaign));
}

static char *
describe_outside_roles (TnkCampaign *campaign)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (catalog, i);

    if (tnk_campaign_is_role_outside (campaign, role))
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", tnk_role_get_id (role));
  }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  char *(*describe) (TnkCampaign *campaign);
} fields[] = {
  {"title", describe_title},
  {"catalog", describe_catalog},
  {"opens", describe_opens},
  {"closes", describe_closes},
  {"visibility", describe_visibility},
  {"informed", describe_informed},
  {"grade-lines", describe_lines},
  {"attainment", describe_attainment},
  {"adopted", describe_adopted},
  {"left-out", describe_left_out},
  {"without-departments", describe_outside_departments},
  {"without-roles", describe_outside_roles},
};

char *
tnk_campaign_describe_changes (TnkCampaign *before,
                               TnkCampaign *after)
{
  GString *json = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autofree char *old_value = fields[i].describe (before);
    g_autofree char *new_value = fields[i].describe (after);

    if (g_strcmp0 (old_value, new_value) == 0)
      continue;
    g_string_append_printf (json, "%s\"%s\":[", json->len == 0 ? ",\"changes\":{" : ",", fields[i].name);
    tnk_append_json_string (json, old_value != NULL ? old_value : "");
    g_string_append_c (json, ',');
    tnk_append_json_string (json, new_value != NULL ? new_value : "");
    g_string_append_c (json, ']');
  }
  if (json->len > 0)
    g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}
