/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tnk-ui-setup.h"

#include "tenken-campaign-dialogs.h"
#include "tenken-setup-page.h"
#include "tnk-ui-desk.h"

static void
go (TnkUi *ui,
    guint step)
{
  for (guint i = 0; i <= step; i++)
    tenken_setup_page_go (TENKEN_SETUP_PAGE (tnk_ui_desk_get_page (ui)), i);
}

void
tnk_ui_setup_show_controls (TnkUi *ui,
                            TenkenRound *round)
{
  go (ui, TENKEN_SETUP_STEP_CONTROLS);
}

/* Two controls that are left out, one of them still without a reason. */
void
tnk_ui_setup_show_left_out (TnkUi *ui,
                            TenkenRound *round)
{
  TenkenSetup *setup = tenken_setup_page_get_setup (TENKEN_SETUP_PAGE (tnk_ui_desk_get_page (ui)));
  TnkCampaign *campaign = tenken_setup_get_campaign (setup);
  TnkCatalog *catalog = tnk_campaign_get_catalog (campaign);

  tnk_campaign_set_left_out_reason (campaign, tnk_catalog_get_control (catalog, 3), "この業務はない");
  tnk_campaign_set_left_out_reason (campaign, tnk_catalog_get_control (catalog, 4), "");
  tenken_setup_changed (setup);
  go (ui, TENKEN_SETUP_STEP_CONTROLS);
}

void
tnk_ui_setup_show_population (TnkUi *ui,
                              TenkenRound *round)
{
  TenkenSetup *setup = tenken_setup_page_get_setup (TENKEN_SETUP_PAGE (tnk_ui_desk_get_page (ui)));
  TnkDepartment *department = tnk_body_get_department (tenken_setup_get_roster (setup), 1);

  tnk_campaign_set_department_outside (tenken_setup_get_campaign (setup), tnk_department_get_id (department), TRUE);
  tenken_setup_changed (setup);
  go (ui, TENKEN_SETUP_STEP_POPULATION);
}

void
tnk_ui_setup_show_settings (TnkUi *ui,
                            TenkenRound *round)
{
  TenkenSetup *setup = tenken_setup_page_get_setup (TENKEN_SETUP_PAGE (tnk_ui_desk_get_page (ui)));

  tenken_setup_set_text (setup, TENKEN_SETUP_TEXT_OPENS, "2027-10-01");
  tenken_setup_set_text (setup, TENKEN_SETUP_TEXT_CLOSES, "2027-11-3x");
  go (ui, TENKEN_SETUP_STEP_SETTINGS);
}

static void
fill (TnkUi *ui)
{
  TenkenSetup *setup = tenken_setup_page_get_setup (TENKEN_SETUP_PAGE (tnk_ui_desk_get_page (ui)));

  tenken_setup_set_text (setup, TENKEN_SETUP_TEXT_TITLE, "令和9年度 情報セキュリティ自己点検");
  tenken_setup_set_text (setup, TENKEN_SETUP_TEXT_OPENS, "2027-10-01");
  tenken_setup_set_text (setup, TENKEN_SETUP_TEXT_CLOSES, "2027-11-30");
}

void
tnk_ui_setup_show_check (TnkUi *ui,
                         TenkenRound *round)
{
  fill (ui);
  go (ui, TENKEN_SETUP_STEP_CHECK);
}

void
tnk_ui_setup_show_start (TnkUi *ui,
                         TenkenRound *round)
{
  fill (ui);
  go (ui, TENKEN_SETUP_STEP_START);
}

static TnkCatalog *
find_catalog (TenkenSetup *setup,
              const char *id)
{
  GPtrArray *catalogs = tenken_setup_get_catalogs (setup);

  for (guint i = 0; i < catalogs->len; i++)
    if (g_str_equal (tnk_catalog_get_id (catalogs->pdata[i]), id))
      return catalogs->pdata[i];
  g_error ("there is no catalog “%s”", id);
}

/* A campaign on the edition before, closed; once. */
static void
make_earlier (TnkUi *ui,
              TnkCatalog *catalog)
{
  TnkStore *store = tnk_ui_get_store (ui, ui->body);
  g_autoptr (TnkCampaign) there = tnk_store_load_campaign (store, "2021", NULL), campaign = tnk_campaign_new ("2021", catalog);
  g_autoptr (GError) error = NULL;
  guint n_people, n_submitted;

  if (there != NULL)
    return;
  tnk_campaign_set_title (campaign, "令和3年度 情報セキュリティ自己点検");
  if (!tnk_store_create_campaign (store, campaign, &error) || !tnk_store_open_campaign (store, "2021", &n_people, &error) ||
      !tnk_store_close_campaign (store, "2021", &n_submitted, &n_people, &error))
    g_error ("%s", error->message);
}

static TenkenSetup *
get_setup (TnkUi *ui)
{
  return tenken_setup_page_get_setup (TENKEN_SETUP_PAGE (tnk_ui_desk_get_page (ui)));
}

void
tnk_ui_setup_choose_edition (TnkUi *ui)
{
  make_earlier (ui, find_catalog (get_setup (ui), "fukushima-2021"));
  /* what the assistant begins with was read before that */
  tenken_desk_go (tnk_ui_desk_get (ui), "setup/like/2021");
  tnk_ui_desk_settle (ui);
  tenken_setup_set_catalog (get_setup (ui), find_catalog (get_setup (ui), "fukushima-2023"));
}

void
tnk_ui_setup_show_edition (TnkUi *ui,
                           TenkenRound *round)
{
  tnk_ui_setup_choose_edition (ui);
}

void
tnk_ui_setup_show_changes (TnkUi *ui,
                           TenkenRound *round)
{
  tnk_ui_setup_choose_edition (ui);
  tnk_ui_setup_show_check (ui, round);
}

void
tnk_ui_setup_ask_reopen (TnkUi *ui,
                         TenkenRound *round)
{
  tenken_campaign_ask_reopen (GTK_WIDGET (tnk_ui_desk_get_page (ui)), tnk_ui_desk_get (ui),
                              tenken_desk_get_campaign (tnk_ui_desk_get (ui)));
}

void
tnk_ui_setup_ask_visibility (TnkUi *ui,
                             TenkenRound *round)
{
  tenken_campaign_ask_visibility (GTK_WIDGET (tnk_ui_desk_get_page (ui)), tnk_ui_desk_get (ui),
                                  tenken_desk_get_campaign (tnk_ui_desk_get (ui)));
}

void
tnk_ui_setup_ask_close (TnkUi *ui,
                        TenkenRound *round)
{
  TnkCampaignCounts counts = {.people = 200, .submitted = 124, .drafts = 31, .untouched = 45};

  tenken_campaign_ask_close (GTK_WIDGET (tnk_ui_desk_get_page (ui)), tnk_ui_desk_get (ui),
                             tenken_desk_get_campaign (tnk_ui_desk_get (ui)), &counts);
}
