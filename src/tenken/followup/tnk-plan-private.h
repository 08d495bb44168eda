/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-plan.h"

G_BEGIN_DECLS

/* tnk-plan.c holds the actions, tnk-plan-proposals.c makes them from gaps, tnk-plan-rules.c says what can stand. */
struct _TnkPlan
{
  GObject parent_instance;

  TnkCampaign *campaign;
  TnkBody *body;
  TnkBody *roster;
  GPtrArray *actions; /* (element-type TnkAction) */
  GHashTable *by_id; /* borrowed id -> borrowed action */
  GHashTable *promises; /* (element-type guint64 guint): by department and control */
};

G_END_DECLS
