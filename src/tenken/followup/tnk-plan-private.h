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
  GHashTable *holders; /* role id -> set of the ids of departments where somebody holds it, or below which */
  GPtrArray *actions; /* (element-type TnkAction) */
  GHashTable *by_id; /* borrowed id -> borrowed action */
  GHashTable *promises; /* (element-type guint64 guint): by department and control */
};

GHashTable *tnk_plan_index_holders (TnkBody *roster);
/* Whether somebody may say that the action, which is done, is verified: neither an owner nor who reported it. */
gboolean tnk_plan_check_verifier (TnkPlan *self, TnkAction *action, const char *person_id, GError **error);

/* Whether an action is about one of the departments, or about these only. departments: by their place in the body. */
gboolean tnk_plan_touches (TnkPlan *self, TnkAction *action, const gboolean *departments, gboolean wholly);
/* A plan with the actions that touch the departments or that the person owns, and with the promises of those for whom figures
 * may be shown. people: ids of whom it may name besides those that stand in its actions, who are added; NULL: everybody. */
TnkPlan *tnk_plan_make_part (TnkPlan *self, const gboolean *departments, const gboolean *figures, const char *person_id, GHashTable *people);

G_END_DECLS
