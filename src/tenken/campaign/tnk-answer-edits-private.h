/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-answer-edits.h"

G_BEGIN_DECLS

/* An answer of a sheet, or of the store. All is borrowed; texts may be NULL. */
typedef struct
{
  TnkDuty *duty;
  TnkAnswerValue value;
  const char *comment;
  const char *evidence;
} TnkGivenAnswer;

TnkAnswerEdits *tnk_answer_edits_new (TnkCampaign *campaign);
/* Begins what one person handed back. */
TnkAnswerEdit *tnk_answer_edits_add (TnkAnswerEdits *self, const char *person_id, const char *filename, const char *made);
TnkAnswerEdit *tnk_answer_edits_lookup (TnkAnswerEdits *self, const char *person_id);
/* Drafts stay drafts; else what is taken in is handed in. */
void tnk_answer_edits_set_draft (TnkAnswerEdits *self, gboolean draft);

void tnk_answer_edit_add_answer (TnkAnswerEdit *self, const TnkGivenAnswer *answer, const char *place);
/* All answers of the sheet, in its order. */
void tnk_answer_edit_get_answer (TnkAnswerEdit *self, guint position, TnkGivenAnswer *answer);
const char *tnk_answer_edit_get_answer_place (TnkAnswerEdit *self, guint position);
/* What the store has. newer: whether it was given after the sheet was made. */
void tnk_answer_edit_set_stored (TnkAnswerEdit *self, guint position, const TnkGivenAnswer *stored, gboolean newer);
/* Once all that is stored is set: finds what differs. */
void tnk_answer_edit_settle (TnkAnswerEdit *self, const char *person_name, const char *department_id, TnkQuestionnaireState state, TnkAnswerLock lock, gboolean draft);
/* Whether the store still has what it was compared with. */
gboolean tnk_answer_edit_still_has (TnkAnswerEdit *self, guint position, const TnkGivenAnswer *stored);
/* Whether this answer goes into the store. */
gboolean tnk_answer_edit_takes (TnkAnswerEdit *self, guint position);

TnkAnswerEdit *tnk_answer_edit_new (const char *person_id, const char *filename, const char *made);

G_END_DECLS
