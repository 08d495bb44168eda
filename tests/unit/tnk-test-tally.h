/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-tally.h"
#include "tnk-test.h"

G_BEGIN_DECLS

/* What the tests of scores have in common: the small catalog, four departments, and figures worked out by hand. */

#define IMPLEMENTED TNK_ANSWER_VALUE_IMPLEMENTED
#define PARTIAL TNK_ANSWER_VALUE_PARTIAL
#define NOT_IMPLEMENTED TNK_ANSWER_VALUE_NOT_IMPLEMENTED
#define NOT_APPLICABLE TNK_ANSWER_VALUE_NOT_APPLICABLE
#define EXCEPTED TNK_ANSWER_VALUE_EXCEPTED

/* A campaign on the small catalog. */
TnkCampaign *tnk_test_campaign (TnkCampaignState state);
/* A tally for it, still empty, of a body with d0 over d1 and d2, and d3 below d2. */
TnkTally *tnk_test_tally (TnkCampaign *campaign);
/* Roles are joined by ";". */
guint64 tnk_test_bits (TnkTally *tally, const char *roles);
void tnk_test_add_people (TnkTally *tally, guint department, const char *roles, guint asked, guint submitted);
void tnk_test_add_answers (TnkTally *tally, guint department, const char *control, const char *role, TnkAnswerValue value, guint n);
guint tnk_test_control_index (TnkTally *tally, const char *id);
gint64 tnk_test_count (TnkScore *score, const char *name);
/* Consumes the score. NaN stands for “not defined”, whose grade is 0. */
void tnk_test_assert_score (TnkScore *score, double expected, char grade);

G_END_DECLS
