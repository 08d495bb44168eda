/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "config.h"

#include "tnk-turnout-state.h"

static const struct
{
  const char *word;
  const char *ja;
  const char *en;
} states[TNK_N_TURNOUT_STATES] = {
  [TNK_TURNOUT_STATE_NOT_BEGUN] = {"not_begun", "未着手", "Not begun"},
  [TNK_TURNOUT_STATE_DRAFT] = {"draft", "回答中", "Answering"},
  [TNK_TURNOUT_STATE_RETURNED] = {"returned", "差し戻し", "Returned"},
  [TNK_TURNOUT_STATE_SUBMITTED] = {"submitted", "提出済み", "Handed in"},
  [TNK_TURNOUT_STATE_ACCEPTED] = {"accepted", "受理", "Accepted"},
};

/**
 * tnk_turnout_state_to_string:
 * @state: a state
 *
 * Gets the word that the command line uses for a state.
 *
 * Returns: the word
 *
 * Since: 0.1
 */
const char *
tnk_turnout_state_to_string (TnkTurnoutState state)
{
  g_return_val_if_fail ((guint) state < TNK_N_TURNOUT_STATES, NULL);
  return states[state].word;
}

/**
 * tnk_turnout_state_get_label:
 * @state: a state
 * @language: (nullable): `ja`, `en`, or a locale; `NULL` means `ja`
 *
 * Gets what people call a state.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
tnk_turnout_state_get_label (TnkTurnoutState state,
                             const char *language)
{
  g_return_val_if_fail ((guint) state < TNK_N_TURNOUT_STATES, NULL);
  return language != NULL && g_str_has_prefix (language, "en") ? states[state].en : states[state].ja;
}

/**
 * tnk_turnout_counts_get:
 * @counts: counts
 * @state: a state
 *
 * Gets how many people are so far.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_turnout_counts_get (const TnkTurnoutCounts *counts,
                        TnkTurnoutState state)
{
  g_return_val_if_fail (counts != NULL && (guint) state < TNK_N_TURNOUT_STATES, 0);

  switch (state) {
  case TNK_TURNOUT_STATE_NOT_BEGUN:
    return counts->not_begun;
  case TNK_TURNOUT_STATE_DRAFT:
    return counts->draft;
  case TNK_TURNOUT_STATE_RETURNED:
    return counts->returned;
  case TNK_TURNOUT_STATE_SUBMITTED:
    return counts->submitted;
  case TNK_TURNOUT_STATE_ACCEPTED:
  case TNK_N_TURNOUT_STATES:
  default:
    return counts->accepted;
  }
}

/**
 * tnk_turnout_counts_get_handed_in:
 * @counts: counts
 *
 * Gets how many people have handed in: those whose answers count.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_turnout_counts_get_handed_in (const TnkTurnoutCounts *counts)
{
  g_return_val_if_fail (counts != NULL, 0);
  return counts->submitted + counts->accepted;
}

/**
 * tnk_turnout_counts_get_missing:
 * @counts: counts
 *
 * Gets how many people have still to hand in, or to hand in again.
 *
 * Returns: how many
 *
 * Since: 0.1
 */
guint
tnk_turnout_counts_get_missing (const TnkTurnoutCounts *counts)
{
  g_return_val_if_fail (counts != NULL, 0);
  return counts->not_begun + counts->draft + counts->returned;
}
