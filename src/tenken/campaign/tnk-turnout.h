/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-body.h"
#include "tnk-campaign.h"
#include "tnk-questionnaire-state.h"

G_BEGIN_DECLS

/**
 * TnkTurnoutState:
 * @TNK_TURNOUT_STATE_NOT_BEGUN: 未着手, a draft without any answer, mark or place
 * @TNK_TURNOUT_STATE_DRAFT: 回答中, a draft that was begun
 * @TNK_TURNOUT_STATE_RETURNED: 差し戻し, to be handed in again
 * @TNK_TURNOUT_STATE_SUBMITTED: 提出済み, to be accepted
 * @TNK_TURNOUT_STATE_ACCEPTED: 受理
 * @TNK_N_TURNOUT_STATES: how many states there are
 *
 * How far somebody is with the questionnaire, in the order in which one chases: who is furthest from the end first.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_TURNOUT_STATE_NOT_BEGUN,
  TNK_TURNOUT_STATE_DRAFT,
  TNK_TURNOUT_STATE_RETURNED,
  TNK_TURNOUT_STATE_SUBMITTED,
  TNK_TURNOUT_STATE_ACCEPTED,
  TNK_N_TURNOUT_STATES,
} TnkTurnoutState;

const char *tnk_turnout_state_to_string (TnkTurnoutState state);
const char *tnk_turnout_state_get_label (TnkTurnoutState state, const char *language);

/**
 * TnkTurnoutCounts:
 * @asked: how many people are asked
 * @not_begun: how many of them have not begun
 * @draft: how many are answering
 * @returned: how many have it back
 * @submitted: how many handed in and wait to be accepted
 * @accepted: how many handed in and were accepted
 *
 * How many people are how far. The five add up to @asked.
 *
 * Since: 0.1
 */
typedef struct
{
  guint asked;
  guint not_begun;
  guint draft;
  guint returned;
  guint submitted;
  guint accepted;
} TnkTurnoutCounts;

guint tnk_turnout_counts_get_handed_in (const TnkTurnoutCounts *counts);
guint tnk_turnout_counts_get_missing (const TnkTurnoutCounts *counts);
guint tnk_turnout_counts_get (const TnkTurnoutCounts *counts, TnkTurnoutState state);

#define TNK_TYPE_TURNOUT_PERSON (tnk_turnout_person_get_type ())

/**
 * TnkTurnoutPerson:
 *
 * Somebody who is asked in a campaign, and how far the questionnaire is. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkTurnoutPerson, tnk_turnout_person, TNK, TURNOUT_PERSON, GObject)

const char *tnk_turnout_person_get_id (TnkTurnoutPerson *self);
const char *tnk_turnout_person_get_name (TnkTurnoutPerson *self);
TnkDepartment *tnk_turnout_person_get_department (TnkTurnoutPerson *self);
TnkTurnoutState tnk_turnout_person_get_state (TnkTurnoutPerson *self);
gboolean tnk_turnout_person_is_missing (TnkTurnoutPerson *self);
const char *tnk_turnout_person_get_handed_in_at (TnkTurnoutPerson *self);
const char *tnk_turnout_person_get_reference (TnkTurnoutPerson *self);
const char *tnk_turnout_person_get_remark (TnkTurnoutPerson *self);
guint tnk_turnout_person_get_n_items (TnkTurnoutPerson *self);
guint tnk_turnout_person_get_n_answered (TnkTurnoutPerson *self);
guint tnk_turnout_person_get_n_open (TnkTurnoutPerson *self);

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

/* For tnk_turnout_list_people (). */
#define TNK_TURNOUT_ANY_STATE ((1u << TNK_N_TURNOUT_STATES) - 1)

G_END_DECLS
