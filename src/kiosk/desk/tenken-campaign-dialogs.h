/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <adwaita.h>

#include "tenken-desk.h"

G_BEGIN_DECLS

/* What is done with a campaign, each after a dialog that says what it means. The owner is the page, which hears of it
 * through the desk. */
void tenken_campaign_ask_open (GtkWidget *owner, TenkenDesk *desk, TnkCampaign *campaign);
void tenken_campaign_ask_close (GtkWidget *owner, TenkenDesk *desk, TnkCampaign *campaign, const TnkCampaignCounts *counts);
void tenken_campaign_ask_reopen (GtkWidget *owner, TenkenDesk *desk, TnkCampaign *campaign);
void tenken_campaign_ask_last_day (GtkWidget *owner, TenkenDesk *desk, TnkCampaign *campaign);
void tenken_campaign_ask_visibility (GtkWidget *owner, TenkenDesk *desk, TnkCampaign *campaign);
void tenken_campaign_ask_discard (GtkWidget *owner, TenkenDesk *desk, TnkCampaign *campaign);

G_END_DECLS
