/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-body.h"
#include "tnk-campaign.h"
#include "tnk-score.h"

G_BEGIN_DECLS

#define TNK_TYPE_TALLY (tnk_tally_get_type ())

/**
 * TnkTally:
 *
 * The counted answers of a campaign, from which every score is made: how many people hold which roles in which
 * department, how many of them submitted, and how many gave which answer to which duty.
 *
 * Its size depends on the departments and the catalog, not on the number of people or answers.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkTally, tnk_tally, TNK, TALLY, GObject)

/**
 * TNK_TALLY_FEWEST_SHOWN:
 *
 * Figures of fewer people than these are not shown where a campaign shows counts only, see [enum@Visibility]. Of one person a count
 * is the answer itself, and of two each knows the other’s, taking the own one off; from three on nobody does. Japanese
 * public statistics put an X in place of the figures of one or two for the same reason.
 *
 * Since: 0.1
 */
#define TNK_TALLY_FEWEST_SHOWN 3

TnkTally *tnk_tally_new (TnkCampaign *campaign, TnkBody *body);
TnkCampaign *tnk_tally_get_campaign (TnkTally *self);
TnkBody *tnk_tally_get_body (TnkTally *self);

guint64 tnk_tally_role_bits (TnkTally *self, const char *const *role_ids);
void tnk_tally_add_people (TnkTally *self, guint department, guint64 role_bits, guint asked, guint submitted);
void tnk_tally_add_answers (TnkTally *self, guint department, guint duty, TnkAnswerValue value, guint n);

TnkScore *tnk_tally_score_organisation (TnkTally *self);
TnkScore *tnk_tally_score_department (TnkTally *self, guint department);
TnkScore *tnk_tally_score_chapter (TnkTally *self, guint chapter);
TnkScore *tnk_tally_score_role (TnkTally *self, guint role);
TnkScore *tnk_tally_score_control (TnkTally *self, guint control);
TnkScore *tnk_tally_score_part (TnkTally *self, int department, TnkScopeKind kind, guint index, const char *language);
TnkScore *tnk_tally_score_department_chapter (TnkTally *self, guint department, guint chapter);
GPtrArray *tnk_tally_score_all (TnkTally *self, TnkScopeKind by, const char *language);
void tnk_tally_count_control (TnkTally *self, int department, int role, guint control, TnkCounts *counts);
void tnk_tally_count_people (TnkTally *self, int department, guint64 role_bits, guint *asked, guint *submitted);

G_END_DECLS
