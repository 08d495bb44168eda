/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tenken-setup-problems.h"

#include <string.h>

#include <glib/gi18n.h>

#include "tenken-language.h"

static gboolean
is_id (const char *id)
{
  if (!g_ascii_isalnum (*id) || strlen (id) > 64)
    return FALSE;
  for (; *id != '\0'; id++)
    if (!g_ascii_isalnum (*id) && strchr ("-._", *id) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return *stripped == '\0';
}

static char *
check_names (TenkenSetup *self)
{
  const char *id = tenken_setup_get_text (self, TENKEN_SETUP_TEXT_ID);

  if (tenken_setup_get_campaign (self) == NULL)
    return g_strdup (_ ("Choose a catalog."));
  if (!is_id (id))
    return g_strdup (_ ("Give the campaign an id of letters A to Z, digits and - . _, such as 2026."));
  if (tenken_setup_get_changing (self) == NULL && tenken_setup_find_campaign (self, id) != NULL)
    return g_strdup_printf (_ ("There is a campaign “%s” already. Choose another id."), id);
  if (is_blank (tenken_setup_get_text (self, TENKEN_SETUP_TEXT_TITLE)))
    return g_strdup (_ ("Give the campaign the title that people will see."));
  return NULL;
}

static char *
check_controls (TenkenSetup *self)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (tenken_setup_get_campaign (self));

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    const char *reason = tnk_campaign_get_left_out_reason (tenken_setup_get_campaign (self), control);

    if (reason != NULL && is_blank (reason))
      return g_strdup_printf (_ ("Say why %s “%s” is left out."), tnk_control_get_clause (control),
                              tenken_text (tnk_control_get_title (control)));
  }
  return NULL;
}

static char *
check_population (TenkenSetup *self)
{
  if (tnk_body_get_n_people (tenken_setup_get_roster (self)) == 0)
    return g_strdup (_ ("There is no roster yet. Import it first; what you chose here stays."));
  if (tnk_campaign_preview_count_people (tenken_setup_get_preview (self), -1, -1) == 0)
    return g_strdup (_ ("Nobody would be asked. Leave fewer departments and roles out."));
  return NULL;
}

static gboolean
read_number (TenkenSetup *self,
             TenkenSetupText which,
             double *number)
{
  const char *text = tenken_setup_get_text (self, which);
  char *end;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

/* What was written goes into a campaign; the words of what does not fit are made here, in the language of the screen. */
static char *
apply_settings (TenkenSetup *self,
                TnkCampaign *campaign)
{
  const char *opens = tenken_setup_get_text (self, TENKEN_SETUP_TEXT_OPENS), *closes = tenken_setup_get_text (self, TENKEN_SETUP_TEXT_CLOSES);
  double lines[3], attainment;
  g_autoptr (GError) error = NULL;

  opens = *opens != '\0' ? opens : NULL;
  closes = *closes != '\0' ? closes : NULL;
  if (!tnk_campaign_set_period (campaign, opens, NULL, NULL))
    return g_strdup_printf (_ ("The first day, “%s”, is not a day. Write it as 2026-11-21."), opens);
  if (!tnk_campaign_set_period (campaign, NULL, closes, NULL))
    return g_strdup_printf (_ ("The last day, “%s”, is not a day. Write it as 2026-11-21."), closes);
  if (!tnk_campaign_set_period (campaign, opens, closes, &error))
    return g_strdup (_ ("The last day is before the first one."));
  if (closes != NULL && strcmp (closes, tenken_setup_get_today (self)) < 0)
    return g_strdup (_ ("The last day is over. Choose today or a later one."));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!read_number (self, TENKEN_SETUP_TEXT_LINE_A + i, &lines[i]))
      return g_strdup_printf (_ ("The line of grade %c is not a number."), 'A' + i);
  if (!tnk_campaign_set_grade_lines (campaign, lines[0], lines[1], lines[2], NULL))
    return g_strdup (_ ("The lines of the grades must fall from A to C, between 100 and 0."));
  if (!read_number (self, TENKEN_SETUP_TEXT_ATTAINMENT, &attainment) ||
      !tnk_campaign_set_attainment_line (campaign, attainment, NULL))
    return g_strdup (_ ("The rate from which a control is attained must be a number over 0 and at most 100."));
  return NULL;
}

char *
tenken_setup_find_problem (TenkenSetup *self,
                           TenkenSetupStep step)
{
  g_autoptr (TnkCampaign) trial = NULL;

  g_return_val_if_fail (TENKEN_IS_SETUP (self), NULL);

  if (step == TENKEN_SETUP_STEP_CATALOG || tenken_setup_get_campaign (self) == NULL)
    return check_names (self);
  switch (step) {
  case TENKEN_SETUP_STEP_CONTROLS:
    return check_controls (self);
  case TENKEN_SETUP_STEP_POPULATION:
    return check_population (self);
  case TENKEN_SETUP_STEP_SETTINGS:
    trial = tnk_campaign_copy (tenken_setup_get_campaign (self));
    return apply_settings (self, trial);
  case TENKEN_SETUP_STEP_CATALOG:
  case TENKEN_SETUP_STEP_CHECK:
  case TENKEN_SETUP_STEP_START:
  case TENKEN_SETUP_N_STEPS:
  default:
    return NULL;
  }
}

TnkCampaign *
tenken_setup_make (TenkenSetup *self)
{
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autofree char *problem = NULL;

  g_return_val_if_fail (TENKEN_IS_SETUP (self), NULL);

  for (guint step = 0; step < TENKEN_SETUP_STEP_CHECK && problem == NULL; step++)
    problem = tenken_setup_find_problem (self, step);
  if (problem != NULL)
    return NULL;
  campaign = tnk_campaign_new_like (tenken_setup_get_campaign (self), tenken_setup_get_text (self, TENKEN_SETUP_TEXT_ID), tnk_campaign_get_catalog (tenken_setup_get_campaign (self)));
  tnk_campaign_set_title (campaign, tenken_setup_get_text (self, TENKEN_SETUP_TEXT_TITLE));
  problem = apply_settings (self, campaign);
  return problem == NULL ? g_steal_pointer (&campaign) : NULL;
}
