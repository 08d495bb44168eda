/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-campaign.h"
#include "tnk-relation.h"

G_BEGIN_DECLS

#define TNK_TYPE_ELSEWHERE (tnk_elsewhere_get_type ())

/**
 * TnkElsewhere:
 *
 * What somebody answered in a campaign on another catalog to a control that has to do with one that is asked now: evidence that
 * need not be gathered twice. Immutable.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkElsewhere, tnk_elsewhere, TNK, ELSEWHERE, GObject)

TnkElsewhere *tnk_elsewhere_new (TnkCampaign *campaign, TnkDuty *duty, TnkRelation relation, TnkAnswerValue value, const char *comment);
TnkCampaign *tnk_elsewhere_get_campaign (TnkElsewhere *self);
TnkDuty *tnk_elsewhere_get_duty (TnkElsewhere *self);
TnkRelation tnk_elsewhere_get_relation (TnkElsewhere *self);
TnkAnswerValue tnk_elsewhere_get_answer (TnkElsewhere *self);
const char *tnk_elsewhere_get_comment (TnkElsewhere *self);

G_END_DECLS
