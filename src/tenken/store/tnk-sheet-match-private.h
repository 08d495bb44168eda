/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "tnk-answer-edits-private.h"
#include "tnk-closing-private.h"
#include "tnk-exception-list-private.h"
#include "tnk-problems-private.h"

G_BEGIN_DECLS

/* Filled self-check sheets beside what the store has. */

/* An answer that is stored. */
typedef struct
{
  TnkAnswerValue value;
  char *comment;
  char *evidence;
  gint64 given;
} TnkStoredAnswer;

typedef struct
{
  TnkStore *store;
  TnkAnswerEdits *edits;
  TnkCampaign *campaign;
  gint64 campaign_no;
  TnkBody *tree;
  TnkExceptionList exceptions;
  TnkClosings closings;
  TnkStatement *find;
  TnkStatement *read;
  TnkProblems problems;
} TnkSheetMatch;

/* The questionnaire of one person, as it is stored. */
typedef struct
{
  gint64 no;
  guint64 role_bits;
  char *name;
  TnkDepartment *department;
  TnkQuestionnaireState state;
  TnkAnswerLock lock;
  GHashTable *answers; /* (element-type uint TnkStoredAnswer): by duty */
} TnkSheetPaper;

gboolean tnk_sheet_match_open (TnkSheetMatch *self, TnkStore *store, TnkAnswerEdits *edits, GError **error);
void tnk_sheet_match_clear (TnkSheetMatch *self);
/* Reads the questionnaire of the person. Not to be asked any more is a fault of the file, not an error. */
gboolean tnk_sheet_match_read (TnkSheetMatch *self, TnkAnswerEdit *edit, TnkSheetPaper *paper, gboolean *found, GError **error);
/* Notes a fault where an answer cannot stand. */
void tnk_sheet_match_check (TnkSheetMatch *self, TnkAnswerEdit *edit, const TnkSheetPaper *paper, guint position);
/* What is stored for a duty, and when it was given; 0 where that is not known. */
void tnk_sheet_paper_get (const TnkSheetPaper *paper, TnkDuty *duty, TnkGivenAnswer *answer, gint64 *given);
void tnk_sheet_paper_clear (TnkSheetPaper *paper);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkSheetMatch, tnk_sheet_match_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TnkSheetPaper, tnk_sheet_paper_clear)

G_END_DECLS
