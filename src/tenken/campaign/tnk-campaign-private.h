/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-campaign.h"

G_BEGIN_DECLS

struct _TnkCampaign
{
  GObject parent_instance;

  char *id;
  char *title;
  TnkCatalog *catalog;
  TnkCampaignState state;
  char *opens;
  char *closes;
  gboolean *adopted; /* by control */
  char **left_out; /* by control: the reason, or NULL */
  guint64 outside_roles; /* bit i for the role of column i */
  GPtrArray *outside_departments; /* (element-type utf8): sorted, NULL at the end */
  gboolean asks_informed;
  double grade_lines[3];
  double attainment_line;
  TnkVisibility visibility;
};

/* Packs a set of roles into bits, without those that the catalog does not have and those that the campaign leaves out. */
guint64 tnk_campaign_pack_roles (TnkCampaign *self, const char *const *role_ids);

G_END_DECLS
