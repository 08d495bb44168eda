/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-body.h"
#include "tnk-campaign.h"
#include "tnk-turnout-person.h"

G_BEGIN_DECLS

#define TNK_TYPE_TURNOUT (tnk_turnout_get_type ())

/**
 * TnkTurnout:
 *
 * Who has handed in (提出状況): how many people of which department are how far in a campaign, which departments are closed,
 * and, where they may be shown, the people one by one. Immutable once it is handed out.
 *
 * It holds the departments of the campaign, but counts and people only of the scope that it was made for.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkTurnout, tnk_turnout, TNK, TURNOUT, GObject)

TnkCampaign *tnk_turnout_get_campaign (TnkTurnout *self);
TnkBody *tnk_turnout_get_body (TnkTurnout *self);
int tnk_turnout_get_department (TnkTurnout *self);
void tnk_turnout_count (TnkTurnout *self, int department, TnkTurnoutCounts *counts);
void tnk_turnout_count_own (TnkTurnout *self, guint department, TnkTurnoutCounts *counts);

gboolean tnk_turnout_is_closed (TnkTurnout *self, guint department);
TnkDepartment *tnk_turnout_find_closed (TnkTurnout *self, guint department);
const char *tnk_turnout_get_closed_at (TnkTurnout *self, guint department);
const char *tnk_turnout_get_closed_by (TnkTurnout *self, guint department);

gboolean tnk_turnout_has_people (TnkTurnout *self);
guint tnk_turnout_get_n_people (TnkTurnout *self);
TnkTurnoutPerson *tnk_turnout_get_person (TnkTurnout *self, guint index);
TnkTurnoutPerson *tnk_turnout_lookup_person (TnkTurnout *self, const char *person_id);
GPtrArray *tnk_turnout_list_people (TnkTurnout *self, int department, guint states);
GPtrArray *tnk_turnout_list_missing (TnkTurnout *self, int department);

G_END_DECLS
