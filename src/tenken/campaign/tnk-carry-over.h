/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-campaign.h"

G_BEGIN_DECLS

/**
 * TnkCarry:
 * @TNK_CARRY_NONE: there was no campaign before, or the control is not asked in either
 * @TNK_CARRY_KEPT: the same was asked the time before: its answers are suggested
 * @TNK_CARRY_ANEW: the control asks something else than the time before, and is asked anew
 * @TNK_CARRY_NEW: the control was not asked the time before
 * @TNK_CARRY_GONE: the control was asked the time before and is no longer
 *
 * What happens with the answers of the campaign before.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_CARRY_NONE,
  TNK_CARRY_KEPT,
  TNK_CARRY_ANEW,
  TNK_CARRY_NEW,
  TNK_CARRY_GONE,
} TnkCarry;

/**
 * TNK_N_CARRIES:
 *
 * How many values [enum@Carry] has.
 *
 * Since: 0.1
 */
#define TNK_N_CARRIES 5

const char *tnk_carry_to_string (TnkCarry carry);

#define TNK_TYPE_CARRY_OVER (tnk_carry_over_get_type ())

/**
 * TnkCarryOver:
 *
 * What becomes of the answers of one campaign in the next one, control by control: by the revision map where the two are on
 * different editions. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkCarryOver, tnk_carry_over, TNK, CARRY_OVER, GObject)

TnkCarryOver *tnk_carry_over_new (TnkCampaign *campaign, TnkCampaign *previous);
TnkCampaign *tnk_carry_over_find_previous (TnkCampaign *campaign, GPtrArray *campaigns);
TnkCampaign *tnk_carry_over_get_campaign (TnkCarryOver *self);
TnkCampaign *tnk_carry_over_get_previous (TnkCarryOver *self);
guint tnk_carry_over_count (TnkCarryOver *self, TnkCarry carry);
TnkCarry tnk_carry_over_get (TnkCarryOver *self, TnkControl *control);
TnkControl *tnk_carry_over_trace (TnkCarryOver *self, TnkControl *control);
GPtrArray *tnk_carry_over_list_gone (TnkCarryOver *self);

G_END_DECLS
