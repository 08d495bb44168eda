/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* How a campaign is set up, in words, as rows of a box. tree: for the names of departments that are left out. preview: whom
 * it would ask; NULL where that is not to be said. carry_over: what becomes of last year's answers; NULL where there are none. */
void tenken_campaign_facts_add (GtkWidget *box, TnkCampaign *campaign, TnkBody *tree, TnkCampaignPreview *preview, TnkCarryOver *carry_over);

/* The state in a word, and the days: “1 October 2026 to 30 November 2026, 9 days left”. */
const char *tenken_campaign_describe_state (TnkCampaignState state);
char *tenken_campaign_describe_period (TnkCampaign *campaign, const char *today);

G_END_DECLS
