/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-settings.h"

#include <string.h>

static char *catalog_id = NULL;
static char *edition = NULL;
static char *adopt = NULL;
static char *leave_out = NULL;
static char *opens = NULL;
static char *closes = NULL;
static char *title = NULL;
static gboolean informed = FALSE;
static gboolean not_informed = FALSE;
static char **departments = NULL;
static char **roles = NULL;
static gboolean everybody = FALSE;
static char *visibility = NULL;
static char *grade_lines = NULL;
static char *attainment = NULL;

const GOptionEntry ctl_settings_entries[] = {
  {"catalog", 0, 0, G_OPTION_ARG_STRING, &catalog_id, "The catalog to ask: an id or a file", "CATALOG"},
  {"edition", 0, 0, G_OPTION_ARG_STRING, &edition, "The edition of the catalog; else the one that ships", "EDITION"},
  {"adopt", 0, 0, G_OPTION_ARG_STRING, &adopt, "Recommended controls to adopt: all, none (as without), or a file of ids", "WHAT"},
  {"leave-out", 0, 0, G_OPTION_ARG_FILENAME, &leave_out, "A file of controls to leave out: an id and a reason a line", "FILE"},
  {"opens", 0, 0, G_OPTION_ARG_STRING, &opens, "The first day", "DATE"},
  {"closes", 0, 0, G_OPTION_ARG_STRING, &closes, "The last day", "DATE"},
  {"title", 0, 0, G_OPTION_ARG_STRING, &title, "The title that people see; else the id", "TITLE"},
  {"informed", 0, 0, G_OPTION_ARG_NONE, &informed, "Ask the unscored questions of duties marked △ too", NULL},
  {"no-informed", 0, 0, G_OPTION_ARG_NONE, &not_informed, "Do not ask them, as without", NULL},
  {"without-department", 0, 0, G_OPTION_ARG_STRING_ARRAY, &departments, "Ask nobody in a department and below it; can be repeated", "DEPARTMENT"},
  {"without-role", 0, 0, G_OPTION_ARG_STRING_ARRAY, &roles, "Ask nobody in a role; can be repeated", "ROLE"},
  {"everybody", 0, 0, G_OPTION_ARG_NONE, &everybody, "Leave no department and no role out, as without", NULL},
  {"visibility", 0, 0, G_OPTION_ARG_STRING, &visibility, "What departments see of their people: names or counts", "WHAT"},
  {"grade-lines", 0, 0, G_OPTION_ARG_STRING, &grade_lines, "The least scores for A, B and C; else 95,80,60", "A,B,C"},
  {"attainment", 0, 0, G_OPTION_ARG_STRING, &attainment, "The rate from which a control is attained; else 95", "PERCENT"},
  {NULL}};

/* Calls back for each line of a file: an id and, after a comma, white space or a tab, a remark. Lines that begin with #
 * are notes. */
static gboolean
each_line (const char *filename,
           gboolean (*func) (TnkCampaign *campaign, const char *id, const char *remark, GError **error),
           TnkCampaign *campaign,
           GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (filename, &text, NULL, error))
    return FALSE;
  if (!g_utf8_validate (text, -1, NULL)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_SYNTAX, "%s: the file is not UTF-8", filename);
    return FALSE;
  }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    char *id = g_strstrip (lines[i]);
    char *remark = strpbrk (id, ", \t");

    if (*id == '\0' || *id == '#')
      continue;
    if (remark != NULL)
      *remark++ = '\0';
    if (!func (campaign, id, remark != NULL ? g_strstrip (remark) : "", error)) {
      g_prefix_error (error, "%s:%u: ", filename, i + 1);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
adopt_line (TnkCampaign *campaign,
            const char *id,
            const char *remark,
            GError **error)
{
  return tnk_campaign_adopt (campaign, id, error);
}

static void
forget_choices (TnkCampaign *campaign,
                gboolean adopted,
                gboolean left_out)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    if (adopted)
      tnk_campaign_set_adopted (campaign, tnk_catalog_get_control (catalog, i), FALSE);
    if (left_out)
      tnk_campaign_set_left_out_reason (campaign, tnk_catalog_get_control (catalog, i), NULL);
  }
}

/* What is named takes the place of what the campaign had. */
static gboolean
choose_controls (TnkCampaign *campaign,
                 GError **error)
{
  forget_choices (campaign, adopt != NULL, leave_out != NULL);
  if (leave_out != NULL && !each_line (leave_out, tnk_campaign_leave_out, campaign, error))
    return FALSE;
  if (adopt == NULL || g_str_equal (adopt, "none"))
    return TRUE;
  if (!g_str_equal (adopt, "all"))
    return each_line (adopt, adopt_line, campaign, error);
  tnk_campaign_adopt_all (campaign);
  return TRUE;
}

static void
forget_departments (TnkCampaign *campaign)
{
  g_auto (GStrv) before = g_strdupv ((GStrv) tnk_campaign_get_departments_outside (campaign));

  for (guint i = 0; before[i] != NULL; i++)
    tnk_campaign_set_department_outside (campaign, before[i], FALSE);
}

static gboolean
forget_roles (TnkCampaign *campaign,
              GError **error)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);

  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++)
    if (!tnk_campaign_set_role_outside (campaign, tnk_role_get_id (tnk_catalog_get_role (catalog, i)), FALSE, error))
      return FALSE;
  return TRUE;
}

static gboolean
choose_departments (TnkCampaign *campaign,
                    GError **error)
{
  forget_departments (campaign);
  for (guint i = 0; departments != NULL && departments[i] != NULL; i++) {
    if (*departments[i] == '\0') {
      g_set_error_literal (error, TNK_ERROR, TNK_ERROR_INVALID, "--without-department names no department; give an id of the roster");
      return FALSE;
    }
    tnk_campaign_set_department_outside (campaign, departments[i], TRUE);
  }
  return TRUE;
}

static gboolean
choose_population (TnkCampaign *campaign,
                   GError **error)
{
  if ((departments != NULL || everybody) && !choose_departments (campaign, error))
    return FALSE;
  if ((roles != NULL || everybody) && !forget_roles (campaign, error))
    return FALSE;
  for (guint i = 0; roles != NULL && roles[i] != NULL; i++)
    if (!tnk_campaign_set_role_outside (campaign, roles[i], TRUE, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_number (const char *option,
             const char *text,
             double *number,
             GError **error)
{
  char *end;

  *number = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0')
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "%s: “%s” is not a number", option, text);
  return FALSE;
}

static gboolean
set_grade_lines (TnkCampaign *campaign,
                 GError **error)
{
  g_auto (GStrv) parts = g_strsplit (grade_lines, ",", -1);
  double lines[3];

  if (g_strv_length (parts) != G_N_ELEMENTS (lines)) {
    g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "--grade-lines: “%s” is not three numbers; write 95,80,60", grade_lines);
    return FALSE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (!read_number ("--grade-lines", parts[i], &lines[i], error))
      return FALSE;
  return tnk_campaign_set_grade_lines (campaign, lines[0], lines[1], lines[2], error);
}

static gboolean
set_lines (TnkCampaign *campaign,
           GError **error)
{
  double line;

  if (grade_lines != NULL && !set_grade_lines (campaign, error))
    return FALSE;
  return attainment == NULL || (read_number ("--attainment", attainment, &line, error) &&
                                tnk_campaign_set_attainment_line (campaign, line, error));
}

gboolean
ctl_settings_get_visibility (TnkVisibility *value,
                             gboolean *given,
                             GError **error)
{
  *given = visibility != NULL;
  if (visibility == NULL || tnk_visibility_from_string (visibility, value))
    return TRUE;
  g_set_error (error, TNK_ERROR, TNK_ERROR_INVALID, "--visibility=%s is not known; use names or counts", visibility);
  return FALSE;
}

gboolean
ctl_settings_apply (TnkCampaign *campaign,
                    GError **error)
{
  TnkVisibility value;
  gboolean given;

  if (!ctl_settings_get_visibility (&value, &given, error))
    return FALSE;
  if (given)
    tnk_campaign_set_visibility (campaign, value);
  if (title != NULL)
    tnk_campaign_set_title (campaign, title);
  if (informed || not_informed)
    tnk_campaign_set_asks_informed (campaign, informed);
  return tnk_campaign_set_period (campaign, opens != NULL ? opens : tnk_campaign_get_opens (campaign),
                                  closes != NULL ? closes : tnk_campaign_get_closes (campaign), error) &&
         set_lines (campaign, error) && choose_controls (campaign, error) && choose_population (campaign, error);
}

gboolean
ctl_settings_are_for_open (void)
{
  return catalog_id == NULL && edition == NULL && adopt == NULL && leave_out == NULL && opens == NULL && title == NULL &&
         !informed && !not_informed && departments == NULL && roles == NULL && !everybody && grade_lines == NULL &&
         attainment == NULL && (closes != NULL || visibility != NULL);
}

const char *
ctl_settings_get_closes (void)
{
  return closes;
}

const char *
ctl_settings_get_catalog (void)
{
  return catalog_id;
}

TnkCatalog *
ctl_settings_load_catalog (GError **error)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();

  if (g_file_test (catalog_id, G_FILE_TEST_IS_REGULAR))
    return tnk_catalog_load_file (catalog_id, NULL, error);
  return tnk_catalog_library_find (library, catalog_id, edition, error);
}
