/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-records-due.h"

G_BEGIN_DECLS

/* What the page of the campaigns shows. */
typedef struct
{
  GPtrArray *campaigns; /* (element-type TnkCampaign) */
  TnkCampaignCounts *counts; /* by campaign */
  guint *n_lapsed; /* by campaign, of those that are open: answers whose exception has ended */
  TenkenRecordsDue due; /* of no campaign */
  char *today;
  int chosen; /* a place in campaigns; -1: the list is looked at */
  GPtrArray *steps; /* (element-type TnkCampaignStep), of the chosen one */
  TnkBody *tree; /* its departments */
} TenkenCampaignData;

/* "data" is the id of the chosen one, or NULL. */
gpointer tenken_campaign_data_read (TnkDesk *desk, gpointer data, GCancellable *cancellable, GError **error);
void tenken_campaign_data_free (gpointer self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TenkenCampaignData, tenken_campaign_data_free)

G_END_DECLS
