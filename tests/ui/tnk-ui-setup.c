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
