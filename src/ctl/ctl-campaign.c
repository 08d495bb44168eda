/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include <string.h>

#include "ctl-table.h"

static char *catalog_id = NULL;
static char *edition = NULL;
static char *adopt = NULL;
static char *leave_out = NULL;
static char *opens = NULL;
static char *closes = NULL;
static char *title = NULL;
static gboolean informed = FALSE;

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

static gboolean
choose_controls (TnkCampaign *campaign,
                 GError **error)
{
  if (leave_out != NULL && !each_line (leave_out, tnk_campaign_leave_out, campaign, error))
    return FALSE;
  if (adopt == NULL || g_str_equal (adopt, "none"))
    return TRUE;
  if (!g_str_equal (adopt, "all"))
    return each_line (adopt, adopt_line, campaign, error);
  tnk_campaign_adopt_all (campaign);
  return TRUE;
}

static TnkCampaign *
make_campaign (const char *id,
               GError **error)
{
  g_autoptr (TnkCatalogLibrary) library = tnk_catalog_library_new ();
  g_autoptr (TnkCatalog) catalog = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;

  if (g_file_test (catalog_id, G_FILE_TEST_IS_REGULAR))
    catalog = tnk_catalog_load_file (catalog_id, NULL, error);
  else
    catalog = tnk_catalog_library_find (library, catalog_id, edition, error);
  if (catalog == NULL)
    return NULL;
  campaign = tnk_campaign_new (id, catalog);
  if (title != NULL)
    tnk_campaign_set_title (campaign, title);
  tnk_campaign_set_asks_informed (campaign, informed);
  if (!tnk_campaign_set_period (campaign, opens, closes, error) || !choose_controls (campaign, error))
    return NULL;
  return g_steal_pointer (&campaign);
}

static int
run_create (CtlCall *call)
{
  const GOptionEntry entries[] = {
    {"catalog", 0, 0, G_OPTION_ARG_STRING, &catalog_id, "The catalog to ask: an id or a file", "CATALOG"},
    {"edition", 0, 0, G_OPTION_ARG_STRING, &edition, "The edition of the catalog; else the one that ships", "EDITION"},
    {"adopt", 0, 0, G_OPTION_ARG_STRING, &adopt, "Recommended controls to adopt: all, none (as without), or a file of ids", "WHAT"},
    {"leave-out", 0, 0, G_OPTION_ARG_FILENAME, &leave_out, "A file of controls to leave out: an id and a reason a line", "FILE"},
    {"opens", 0, 0, G_OPTION_ARG_STRING, &opens, "The first day", "DATE"},
    {"closes", 0, 0, G_OPTION_ARG_STRING, &closes, "The last day", "DATE"},
    {"title", 0, 0, G_OPTION_ARG_STRING, &title, "The title that people see; else the id", "TITLE"},
    {"informed", 0, 0, G_OPTION_ARG_NONE, &informed, "Ask the unscored questions of duties marked △ too", NULL},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (catalog_id == NULL)
    return ctl_usage (call, "--catalog is needed");
  campaign = make_campaign (ctl_argument (call, 1), &error);
  store = campaign != NULL ? ctl_open_store (ctl_argument (call, 0), &error) : NULL;
  if (store == NULL || !tnk_store_create_campaign (store, campaign, &error))
    return ctl_fail (error);
  g_print ("%s: the campaign “%s” was made\n", tnk_store_get_name (store), ctl_argument (call, 1));
  return CTL_DONE;
}

static int
run_open (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint n_people;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_open_campaign (store, ctl_argument (call, 1), &n_people, &error))
    return ctl_fail (error);
  g_print ("%s: the campaign “%s” is open; %u people are asked\n", tnk_store_get_name (store), ctl_argument (call, 1),
           n_people);
  return CTL_DONE;
}

static int
run_close (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint n_submitted, n_people;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_close_campaign (store, ctl_argument (call, 1), &n_submitted, &n_people, &error))
    return ctl_fail (error);
  g_print ("%s: the campaign “%s” is closed; %u of %u people submitted\n", tnk_store_get_name (store),
           ctl_argument (call, 1), n_submitted, n_people);
  return CTL_DONE;
}

static void
add_campaign (CtlTable *table,
              TnkCampaign *campaign)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);

  ctl_table_begin_row (table);
  ctl_table_add_text (table, tnk_campaign_get_id (campaign));
  ctl_table_add_text (table, tnk_campaign_state_to_string (tnk_campaign_get_state (campaign)));
  ctl_table_add_text (table, tnk_catalog_get_id (catalog));
  ctl_table_add_text (table, tnk_catalog_get_edition (catalog));
  ctl_table_add_text (table, tnk_campaign_get_opens (campaign));
  ctl_table_add_text (table, tnk_campaign_get_closes (campaign));
  ctl_table_add_text (table, tnk_campaign_get_title (campaign));
}

static const char *const campaign_columns[] = {"id", "state", "catalog", "edition", "opens", "closes", "title", NULL};

static int
run_list (CtlCall *call)
{
  g_autoptr (CtlTable) table = ctl_table_new (campaign_columns);
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) campaigns = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 1, 1);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  campaigns = store != NULL ? tnk_store_list_campaigns (store, &error) : NULL;
  if (campaigns == NULL)
    return ctl_fail (error);
  for (guint i = 0; i < campaigns->len; i++)
    add_campaign (table, g_ptr_array_index (campaigns, i));
  ctl_table_print (table, call->format);
  return CTL_DONE;
}

static void
print_choices (CtlCall *call,
               TnkCampaign *campaign)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  guint n_required = 0;

  for (guint i = 0; i < tnk_catalog_get_n_controls (catalog); i++) {
    TnkControl *control = tnk_catalog_get_control (catalog, i);
    const char *reason = tnk_campaign_get_left_out_reason (campaign, control);

    n_required += tnk_campaign_requires (campaign, control);
    if (tnk_campaign_is_adopted (campaign, control))
      g_print ("adopted   %-12s %s\n", tnk_control_get_id (control), ctl_text (call, tnk_control_get_title (control)));
    if (reason != NULL)
      g_print ("left out  %-12s %s (%s)\n", tnk_control_get_id (control),
               ctl_text (call, tnk_control_get_title (control)), reason);
  }
  g_print ("%u required controls\n", n_required);
}

static int
run_show (CtlCall *call)
{
  g_autoptr (CtlTable) table = ctl_table_new (campaign_columns);
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  campaign = store != NULL ? tnk_store_load_campaign (store, ctl_argument (call, 1), &error) : NULL;
  if (campaign == NULL)
    return ctl_fail (error);
  add_campaign (table, campaign);
  ctl_table_print (table, call->format);
  if (call->format == CTL_FORMAT_TABLE)
    print_choices (call, campaign);
  return CTL_DONE;
}

const CtlCommand ctl_campaign_commands[] = {
  {"campaign create",
   "STORE ID --catalog=CATALOG [--adopt=all|none|FILE] [--opens=DATE --closes=DATE] [OPTION…]",
   "Make a campaign on a catalog", run_create},
  {"campaign open", "[OPTION…] STORE ID", "Open a campaign: from now on people can answer", run_open},
  {"campaign close", "[OPTION…] STORE ID", "Close a campaign: what is unanswered counts 0", run_close},
  {"campaign list", "[OPTION…] STORE", "List the campaigns", run_list},
  {"campaign show", "[OPTION…] STORE ID", "Show a campaign and the controls that it adopts or leaves out", run_show},
  {NULL}};
