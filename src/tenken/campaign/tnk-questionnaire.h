/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-answer.h"
#include "tnk-campaign.h"
#include "tnk-carry-over.h"
#include "tnk-elsewhere.h"
#include "tnk-questionnaire-state.h"
#include "tnk-score.h"

G_BEGIN_DECLS

#define TNK_TYPE_QUESTIONNAIRE (tnk_questionnaire_get_type ())

/**
 * TnkQuestionnaire:
 *
 * A questionnaire (点検票): what one person is asked in one campaign, and what that person answered.
 *
 * The items stand in catalog order; a person who holds several roles gets each duty once.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkQuestionnaire, tnk_questionnaire, TNK, QUESTIONNAIRE, GObject)

TnkQuestionnaire *tnk_questionnaire_new (TnkCampaign *campaign, const char *person_id, const char *const *role_ids);
TnkCampaign *tnk_questionnaire_get_campaign (TnkQuestionnaire *self);
const char *tnk_questionnaire_get_person_id (TnkQuestionnaire *self);
TnkQuestionnaireState tnk_questionnaire_get_state (TnkQuestionnaire *self);
void tnk_questionnaire_set_state (TnkQuestionnaire *self, TnkQuestionnaireState state);
const char *tnk_questionnaire_get_reference (TnkQuestionnaire *self);
void tnk_questionnaire_set_reference (TnkQuestionnaire *self, const char *reference);
guint tnk_questionnaire_get_n_items (TnkQuestionnaire *self);
TnkDuty *tnk_questionnaire_get_duty (TnkQuestionnaire *self, guint item);
int tnk_questionnaire_find_item (TnkQuestionnaire *self, TnkDuty *duty);
TnkAnswerValue tnk_questionnaire_get_answer (TnkQuestionnaire *self, guint item);
const char *tnk_questionnaire_get_comment (TnkQuestionnaire *self, guint item);
gboolean tnk_questionnaire_set_answer (TnkQuestionnaire *self, guint item, TnkAnswerValue value, const char *comment, gboolean has_exception, GError **error);
TnkQuestion *tnk_questionnaire_get_question (TnkQuestionnaire *self, guint item);
guint tnk_questionnaire_count_answered (TnkQuestionnaire *self);
const char *tnk_questionnaire_get_evidence (TnkQuestionnaire *self, guint item);
gboolean tnk_questionnaire_set_evidence (TnkQuestionnaire *self, guint item, const char *evidence, GError **error);
gboolean tnk_questionnaire_get_flagged (TnkQuestionnaire *self, guint item);
void tnk_questionnaire_set_flagged (TnkQuestionnaire *self, guint item, gboolean flagged);
TnkAnswerValue tnk_questionnaire_get_previous (TnkQuestionnaire *self, guint item);
const char *tnk_questionnaire_get_previous_comment (TnkQuestionnaire *self, guint item);
TnkCarry tnk_questionnaire_get_carry (TnkQuestionnaire *self, guint item);
void tnk_questionnaire_set_carry_over (TnkQuestionnaire *self, TnkCarryOver *carry_over);
void tnk_questionnaire_set_previous (TnkQuestionnaire *self, guint item, TnkAnswerValue value, const char *comment);
guint tnk_questionnaire_get_n_elsewhere (TnkQuestionnaire *self, guint item);
TnkElsewhere *tnk_questionnaire_get_elsewhere (TnkQuestionnaire *self, guint item, guint index);
void tnk_questionnaire_add_elsewhere (TnkQuestionnaire *self, guint item, TnkElsewhere *elsewhere);
gboolean tnk_questionnaire_may_except (TnkQuestionnaire *self, guint item);
void tnk_questionnaire_set_may_except (TnkQuestionnaire *self, guint item, gboolean may);
gboolean tnk_questionnaire_has_lapsed (TnkQuestionnaire *self, guint item);
void tnk_questionnaire_set_lapsed (TnkQuestionnaire *self, guint item, gboolean lapsed);
int tnk_questionnaire_get_place (TnkQuestionnaire *self);
void tnk_questionnaire_set_place (TnkQuestionnaire *self, int item);
const char *tnk_questionnaire_get_promise (TnkQuestionnaire *self, guint item);
void tnk_questionnaire_set_promise (TnkQuestionnaire *self, guint item, const char *due);
const char *tnk_questionnaire_get_remark (TnkQuestionnaire *self);
void tnk_questionnaire_set_remark (TnkQuestionnaire *self, const char *remark);
gboolean tnk_questionnaire_get_department_closed (TnkQuestionnaire *self);
void tnk_questionnaire_set_department_closed (TnkQuestionnaire *self, gboolean closed);
TnkScore *tnk_questionnaire_score_previous (TnkQuestionnaire *self, int chapter);
TnkScore *tnk_questionnaire_score (TnkQuestionnaire *self, int chapter);

G_END_DECLS
