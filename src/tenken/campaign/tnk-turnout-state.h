/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib-object.h>

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

/* Sets of states: every one, and those of people who have still to hand in. */
#define TNK_TURNOUT_ANY_STATE ((1u << TNK_N_TURNOUT_STATES) - 1)
#define TNK_TURNOUT_MISSING_STATES ((1u << TNK_TURNOUT_STATE_SUBMITTED) - 1)

G_END_DECLS
