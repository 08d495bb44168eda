/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tenken-round.h"

G_BEGIN_DECLS

/* Puts the items of a questionnaire in the order in which they are asked: role by role, for each the scored questions
 * section by section, and behind them those about what merely has to reach it.
 *
 * @items: (element-type guint): takes the item of each step. @parts: (element-type TenkenPart): takes the parts. */
void tenken_round_order_build (TnkQuestionnaire *questionnaire, GArray *items, GArray *parts);

G_END_DECLS
