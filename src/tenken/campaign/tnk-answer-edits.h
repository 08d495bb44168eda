/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-campaign.h"
#include "tnk-questionnaire-state.h"

G_BEGIN_DECLS

/**
 * TnkAnswerDecision:
 * @TNK_ANSWER_DECISION_NONE: not decided yet
 * @TNK_ANSWER_DECISION_SHEET: what the sheet says goes into the questionnaire
 * @TNK_ANSWER_DECISION_STORE: the questionnaire stays as it is
 *
 * Which side wins where a sheet says something else than what was answered since it was made.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_ANSWER_DECISION_NONE,
  TNK_ANSWER_DECISION_SHEET,
  TNK_ANSWER_DECISION_STORE,
} TnkAnswerDecision;

/**
 * TnkAnswerLock:
 * @TNK_ANSWER_LOCK_NONE: the sheet can be taken in
 * @TNK_ANSWER_LOCK_SUBMITTED: the questionnaire is handed in, and drafts are read
 * @TNK_ANSWER_LOCK_ACCEPTED: the questionnaire is accepted; it must be returned first
 * @TNK_ANSWER_LOCK_DEPARTMENT: the department is closed
 *
 * Why nothing of a sheet can be taken in.
 *
 * Since: 0.1
 */
typedef enum {
  TNK_ANSWER_LOCK_NONE,
  TNK_ANSWER_LOCK_SUBMITTED,
  TNK_ANSWER_LOCK_ACCEPTED,
  TNK_ANSWER_LOCK_DEPARTMENT,
} TnkAnswerLock;

#define TNK_TYPE_ANSWER_EDIT (tnk_answer_edit_get_type ())

/**
 * TnkAnswerEdit:
 *
 * What the sheet of one person changes in the questionnaire of that person.
 *
 * Its rows are the answers that differ: those that are new, those that change, and those about which the two sides disagree.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkAnswerEdit, tnk_answer_edit, TNK, ANSWER_EDIT, GObject)

const char *tnk_answer_edit_get_person_id (TnkAnswerEdit *self);
const char *tnk_answer_edit_get_person_name (TnkAnswerEdit *self);
const char *tnk_answer_edit_get_department_id (TnkAnswerEdit *self);
const char *tnk_answer_edit_get_filename (TnkAnswerEdit *self);
const char *tnk_answer_edit_get_made (TnkAnswerEdit *self);
guint tnk_answer_edit_get_n_answers (TnkAnswerEdit *self);
TnkQuestionnaireState tnk_answer_edit_get_state (TnkAnswerEdit *self);
TnkAnswerLock tnk_answer_edit_get_lock (TnkAnswerEdit *self);
gboolean tnk_answer_edit_hands_in (TnkAnswerEdit *self);

guint tnk_answer_edit_get_n_rows (TnkAnswerEdit *self);
TnkDuty *tnk_answer_edit_get_duty (TnkAnswerEdit *self, guint row);
const char *tnk_answer_edit_get_place (TnkAnswerEdit *self, guint row);
TnkAnswerValue tnk_answer_edit_get_value (TnkAnswerEdit *self, guint row);
const char *tnk_answer_edit_get_comment (TnkAnswerEdit *self, guint row);
const char *tnk_answer_edit_get_evidence (TnkAnswerEdit *self, guint row);
TnkAnswerValue tnk_answer_edit_get_stored_value (TnkAnswerEdit *self, guint row);
const char *tnk_answer_edit_get_stored_comment (TnkAnswerEdit *self, guint row);
const char *tnk_answer_edit_get_stored_evidence (TnkAnswerEdit *self, guint row);
gboolean tnk_answer_edit_is_conflict (TnkAnswerEdit *self, guint row);
TnkAnswerDecision tnk_answer_edit_get_decision (TnkAnswerEdit *self, guint row);
void tnk_answer_edit_decide (TnkAnswerEdit *self, guint row, TnkAnswerDecision decision);

#define TNK_TYPE_ANSWER_EDITS (tnk_answer_edits_get_type ())

/**
 * TnkAnswerEdits:
 *
 * What filled self-check sheets change in a campaign, before anything is changed.
 *
 * An answer that was given in the sheet and not since in the store is a change. It is a conflict, which somebody must decide,
 * where the store’s answer is another one and was given after the sheet was made, or where the questionnaire is handed in.
 *
 * Since: 0.1
 */
G_DECLARE_FINAL_TYPE (TnkAnswerEdits, tnk_answer_edits, TNK, ANSWER_EDITS, GObject)

TnkCampaign *tnk_answer_edits_get_campaign (TnkAnswerEdits *self);
gboolean tnk_answer_edits_get_draft (TnkAnswerEdits *self);
guint tnk_answer_edits_get_n_edits (TnkAnswerEdits *self);
TnkAnswerEdit *tnk_answer_edits_get_edit (TnkAnswerEdits *self, guint position);
guint tnk_answer_edits_count_rows (TnkAnswerEdits *self);
guint tnk_answer_edits_count_conflicts (TnkAnswerEdits *self);
guint tnk_answer_edits_count_undecided (TnkAnswerEdits *self);
void tnk_answer_edits_decide_all (TnkAnswerEdits *self, TnkAnswerDecision decision);

G_END_DECLS
