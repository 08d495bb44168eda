/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "ctl-carry.h"
#include "ctl-settings.h"
#include "ctl-table.h"

static int
run_create (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkCatalog) catalog = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, ctl_settings_entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (ctl_settings_get_catalog () == NULL)
    return ctl_usage (call, "--catalog is needed");
  catalog = ctl_settings_load_catalog (&error);
  if (catalog == NULL)
    return ctl_fail (error);
  campaign = tnk_campaign_new (ctl_argument (call, 1), catalog);
  store = ctl_settings_apply (campaign, &error) ? ctl_open_store (ctl_argument (call, 0), &error) : NULL;
  if (store == NULL || !tnk_store_create_campaign (store, campaign, &error))
    return ctl_fail (error);
  g_print ("%s: the campaign “%s” was made\n", tnk_store_get_name (store), ctl_argument (call, 1));
  return CTL_DONE;
}

/* The campaign as it shall be: on another catalog it keeps what that one has too. */
static TnkCampaign *
make_changed (TnkCampaign *campaign,
              GError **error)
{
  g_autoptr (TnkCatalog) catalog = NULL;
  g_autoptr (TnkCampaign) changed = NULL;

  if (ctl_settings_get_catalog () == NULL)
    changed = tnk_campaign_copy (campaign);
  else {
    catalog = ctl_settings_load_catalog (error);
    if (catalog == NULL)
      return NULL;
    changed = tnk_campaign_new_like (campaign, tnk_campaign_get_id (campaign), catalog);
    tnk_campaign_set_title (changed, tnk_campaign_get_title (campaign));
    if (!tnk_campaign_set_period (changed, tnk_campaign_get_opens (campaign), tnk_campaign_get_closes (campaign), error))
      return NULL;
  }
  return ctl_settings_apply (changed, error) ? g_steal_pointer (&changed) : NULL;
}

/* Once it is open, the last day and what is seen can still change. */
static gboolean
change (TnkStore *store,
        TnkCampaign *campaign,
        GError **error)
{
  g_autoptr (TnkCampaign) changed = NULL;
  const char *id = tnk_campaign_get_id (campaign);
  TnkVisibility visibility;
  gboolean given;

  if (tnk_campaign_get_state (campaign) == TNK_CAMPAIGN_STATE_PREPARED || !ctl_settings_are_for_open ()) {
    changed = make_changed (campaign, error);
    return changed != NULL && tnk_store_change_campaign (store, changed, error);
  }
  if (!ctl_settings_get_visibility (&visibility, &given, error) ||
      (ctl_settings_get_closes () != NULL && !tnk_store_set_closing_day (store, id, ctl_settings_get_closes (), error)))
    return FALSE;
  return !given || tnk_store_set_visibility (store, id, visibility, error);
}

static int
run_change (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (TnkCampaign) campaign = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, ctl_settings_entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  campaign = store != NULL ? tnk_store_load_campaign (store, ctl_argument (call, 1), &error) : NULL;
  if (campaign == NULL || !change (store, campaign, &error))
    return ctl_fail (error);
  g_print ("%s: the campaign “%s” is set so now\n", tnk_store_get_name (store), ctl_argument (call, 1));
  return CTL_DONE;
}

static int
run_discard (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_discard_campaign (store, ctl_argument (call, 1), &error))
    return ctl_fail (error);
  g_print ("%s: the campaign “%s” was discarded\n", tnk_store_get_name (store), ctl_argument (call, 1));
  return CTL_DONE;
}

static int
run_open (CtlCall *call)
{
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (TnkCarryOver) carry_over = NULL;
  guint n_people;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_open_campaign (store, ctl_argument (call, 1), &n_people, &error) ||
      !tnk_store_load_carry_over (store, ctl_argument (call, 1), &carry_over, &error))
    return ctl_fail (error);
  g_print ("%s: the campaign “%s” is open; %u people are asked\n", tnk_store_get_name (store), ctl_argument (call, 1),
           n_people);
  if (carry_over != NULL)
    ctl_print_carry_over (carry_over);
  return CTL_DONE;
}

static int
run_close (CtlCall *call)
{
  gboolean take_drafts = FALSE;
  const GOptionEntry entries[] = {
    {"take-drafts", 0, 0, G_OPTION_ARG_NONE, &take_drafts, "Hand in what people answered and did not hand in", NULL},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  TnkCampaignCounts counts;
  guint n_taken;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_close_campaign_full (store, ctl_argument (call, 1), take_drafts, &n_taken, &counts,
                                                       ctl_progress, (gpointer) "taking drafts in", NULL, &error))
    return ctl_fail (error);
  ctl_progress_end ();
  g_print ("%s: the campaign “%s” is closed; %u of %u people submitted\n", tnk_store_get_name (store),
           ctl_argument (call, 1), counts.submitted, counts.people);
  if (take_drafts)
    g_print ("%u drafts were taken in\n", n_taken);
  return CTL_DONE;
}

static int
run_reopen (CtlCall *call)
{
  g_autofree char *reason = NULL, *closes = NULL;
  const GOptionEntry entries[] = {
    {"reason", 0, 0, G_OPTION_ARG_STRING, &reason, "Why; it stays in the log", "TEXT"},
    {"closes", 0, 0, G_OPTION_ARG_STRING, &closes, "The new last day; else the one before", "DATE"},
    {NULL}};
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, entries, 2, 2);

  if (result != CTL_DONE)
    return result;
  if (reason == NULL)
    return ctl_usage (call, "--reason is needed");
  store = ctl_open_store (ctl_argument (call, 0), &error);
  if (store == NULL || !tnk_store_reopen_campaign (store, ctl_argument (call, 1), reason, closes, &error))
    return ctl_fail (error);
  g_print ("%s: the campaign “%s” is open again\n", tnk_store_get_name (store), ctl_argument (call, 1));
  return CTL_DONE;
}

/* --- the log of one --- */

static const char *const step_words[] = {"created", "changed", "opened", "extended", "visibility", "closed", "reopened"};

/* One line a step: the reason, or what was set from what to what. */
static char *
describe_step (TnkCampaignStep *step)
{
  GString *text = g_string_new (tnk_campaign_step_get_reason (step));

  for (guint i = 0; i < tnk_campaign_step_get_n_changes (step); i++) {
    const char *before, *after, *what = tnk_campaign_step_get_change (step, i, &before, &after);
    g_string_append_printf (text, "%s%s: “%s” → “%s”", text->len > 0 ? "; " : "", what, before, after);
  }
  return g_string_free (text, FALSE);
}

static int
run_log (CtlCall *call)
{
  static const char *const columns[] = {"at", "by", "step", "people", "submitted", "drafts", "text", NULL};
  g_autoptr (CtlTable) table = ctl_table_new (columns);
  g_autoptr (TnkStore) store = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  int result = ctl_parse (call, NULL, 2, 2);

  if (result != CTL_DONE)
    return result;
  store = ctl_open_store (ctl_argument (call, 0), &error);
  steps = store != NULL ? tnk_store_list_campaign_steps (store, ctl_argument (call, 1), &error) : NULL;
  if (steps == NULL)
    return ctl_fail (error);
  for (guint i = 0; i < steps->len; i++) {
    TnkCampaignStep *step = steps->pdata[i];
    g_autofree char *text = describe_step (step);

    ctl_table_begin_row (table);
    ctl_table_add_text (table, tnk_campaign_step_get_at (step));
    ctl_table_add_text (table, tnk_campaign_step_get_actor (step));
    ctl_table_add_text (table, step_words[tnk_campaign_step_get_kind (step)]);
    for (guint c = 3; c < 6; c++) {
      int n = tnk_campaign_step_get_count (step, columns[c]);
      if (n >= 0)
        ctl_table_add_int (table, n);
      else
        ctl_table_add_text (table, NULL);
    }
    ctl_table_add_text (table, text);
  }
  ctl_table_print (table, call->format);
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

static void
print_population (CtlCall *call,
                  TnkCampaign *campaign)
{
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);
  const char *const *departments = tnk_campaign_get_departments_outside (campaign);

  for (guint i = 0; departments[i] != NULL; i++)
    g_print ("without department %s\n", departments[i]);
  for (guint i = 0; i < tnk_catalog_get_n_roles (catalog); i++) {
    TnkRole *role = tnk_catalog_get_role (catalog, i);

    if (tnk_campaign_is_role_outside (campaign, role))
      g_print ("without role %-7s %s\n", tnk_role_get_id (role), ctl_text (call, tnk_role_get_name (role)));
  }
  g_print ("departments see %s\n", tnk_visibility_to_string (tnk_campaign_get_visibility (campaign)));
  g_print ("grades from %g, %g, %g; a control is attained from %g %%\n", tnk_campaign_get_grade_line (campaign, 'A'),
           tnk_campaign_get_grade_line (campaign, 'B'), tnk_campaign_get_grade_line (campaign, 'C'),
           tnk_campaign_get_attainment_line (campaign));
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
  if (call->format != CTL_FORMAT_TABLE)
    return CTL_DONE;
  print_choices (call, campaign);
  print_population (call, campaign);
  return CTL_DONE;
}

const CtlCommand ctl_campaign_commands[] = {
  {"campaign create",
   "STORE ID --catalog=CATALOG [--adopt=all|none|FILE] [--opens=DATE --closes=DATE] [OPTION…]",
   "Make a campaign on a catalog", run_create},
  {"campaign open", "[OPTION…] STORE ID", "Open a campaign: from now on people can answer", run_open},
  {"campaign change", "STORE ID [OPTION…]",
   "Change a campaign in preparation; of an open one the last day and what is seen", run_change},
  {"campaign discard", "[OPTION…] STORE ID", "Take a campaign in preparation out of the store", run_discard},
  {"campaign close", "[OPTION…] STORE ID [--take-drafts]", "Close a campaign: what is unanswered counts 0", run_close},
  {"campaign reopen", "STORE ID --reason=TEXT [--closes=DATE] [OPTION…]", "Open a closed campaign again", run_reopen},
  {"campaign log", "[OPTION…] STORE ID", "List what was done with a campaign, by whom and why", run_log},
  {"campaign list", "[OPTION…] STORE", "List the campaigns", run_list},
  {"campaign show", "[OPTION…] STORE ID", "Show a campaign and the controls that it adopts or leaves out", run_show},
  {NULL}};
