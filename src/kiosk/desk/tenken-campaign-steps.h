/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <gtk/gtk.h>
#include <tenken.h>

G_BEGIN_DECLS

/* What was done with a campaign, in words, as rows of a box, the last one first. (element-type TnkCampaignStep) */
void tenken_campaign_steps_add (GtkWidget *box, GPtrArray *steps);

G_END_DECLS
