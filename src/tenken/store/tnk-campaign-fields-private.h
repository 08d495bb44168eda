/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-campaign.h"

G_BEGIN_DECLS

/* What differs between two states of a campaign, as a member of a JSON object with a comma before it; "" if nothing:
 * ,"changes":{"title":["old","new"],…}. */
char *tnk_campaign_describe_changes (TnkCampaign *before, TnkCampaign *after);

G_END_DECLS
