/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-desk-page.h"

G_BEGIN_DECLS

#define TENKEN_TYPE_CAMPAIGN_PAGE (tenken_campaign_page_get_type ())

/* The campaigns of the body, for the secretariat. Its target: the id of one, which is shown with its settings, its steps and
 * what can be done with it; nothing, the list of all. */
G_DECLARE_FINAL_TYPE (TenkenCampaignPage, tenken_campaign_page, TENKEN, CAMPAIGN_PAGE, TenkenDeskPage)

GtkWidget *tenken_campaign_page_new (TenkenDesk *desk);

G_END_DECLS
