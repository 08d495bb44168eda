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
  gboolean asks_informed;
  double grade_lines[3];
  double attainment_line;
  TnkVisibility visibility;
};

G_END_DECLS
